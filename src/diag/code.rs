//! The codes of the reader's own findings (family R) and of the checks, in one table.

/// A rule that can speak: its code, never reused, and the name of the pattern it finds.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// Family letter and two digits.
    pub id: &'static str,
    /// Kebab-case name of what is found, never of the remedy.
    pub name: &'static str,
    /// One sentence: what it means.
    pub summary: &'static str,
}

macro_rules! codes {
    ($($constant:ident $id:literal $name:literal $summary:literal;)*) => {
        /// Every code by name.
        pub mod codes {
            use super::Code;
            $(
                #[doc = $summary]
                pub const $constant: Code = Code { id: $id, name: $name, summary: $summary };
            )*
        }
        /// The table of all codes, in order.
        pub const CODES: &[Code] = &[$(codes::$constant),*];
    };
}

codes! {
    FORMULA_TERM "D02" "formula-term-mismatch" "A formula names a term that is not declared, or a declared term is not used.";
    REQUIRED_BY_PROFILE "D01" "required-field-missing" "A field that the metric's profile demands is missing.";
    UNREADABLE "R01" "unreadable-entry" "A file or folder of the project could not be read.";
    NOT_UTF8 "R02" "not-utf-8" "A file is not UTF-8 text.";
    TOO_LARGE "R03" "file-too-large" "A file is larger than the reader accepts.";
    EMPTY "R04" "empty-file" "A file holds nothing to read.";
    BYTE_ORDER_MARK "R05" "byte-order-mark" "A file starts with a byte order mark.";
    CARRIAGE_RETURN "R06" "carriage-return" "A file has lines that end with a carriage return.";
    CONTROL_CHARACTER "R07" "control-character" "A file holds a control character that no text needs.";
    YAML_SYNTAX "R10" "yaml-syntax" "A file is not well-formed YAML.";
    YAML_LIMIT "R11" "yaml-limit" "A file is nested too deeply, or grows too large through aliases.";
    DUPLICATE_KEY "R12" "duplicate-key" "A key stands twice in one mapping.";
    UNKNOWN_KEY "R13" "unknown-key" "A key is not part of the record.";
    MISSING_KEY "R14" "missing-key" "A key that the record needs is missing.";
    WRONG_TYPE "R15" "wrong-type" "A value has another type than its field.";
    AMBIGUOUS_SCALAR "R16" "ambiguous-scalar" "A plain value would be read as something other than text.";
    BAD_VALUE "R17" "bad-value" "A value does not have the form that its field needs.";
    FRONT_MATTER "R18" "front-matter" "A Markdown record has no front matter, or it is not closed.";
    BAD_ID "R20" "bad-id" "A file name is not an id.";
    DUPLICATE_ID "R21" "duplicate-id" "Two files claim one id.";
    CASE_COLLISION "R22" "case-collision" "Two names differ by case only.";
    STRAY_FILE "R23" "stray-file" "A file or folder has no place in a project.";
    SYMBOLIC_LINK "R24" "symbolic-link" "A symbolic link stands where a file is expected.";
    UNKNOWN_REFERENCE "R30" "unknown-reference" "A reference leads to no record.";
    CYCLE "R31" "cycle" "Records depend on each other in a circle.";
    ORPHAN "R32" "orphan" "A record is part of no metric, or nothing uses it.";
    FORMULA "R33" "formula-syntax" "A formula cannot be read.";
    CSV_SHAPE "R40" "csv-shape" "A table has a row with another number of cells than its header, or cannot be read.";
    CSV_COLUMN "R41" "csv-column" "A table has a column that is unknown, repeated or missing.";
    CSV_NUMBER "R42" "csv-number" "A cell that needs a number holds something else.";
    CSV_PERIOD "R43" "csv-period" "A period is not one, or does not fit the metric's frequency.";
    CSV_SEGMENT_CODE "R44" "csv-segment-code" "A segment code is not declared.";
    CSV_DUPLICATE_ROW "R45" "csv-duplicate-row" "Two rows of a release are for one period and cell.";
    CSV_STATUS "R46" "csv-status" "A status is not one, or lacks the comment it needs.";
    RELEASE_METRIC "R47" "release-metric" "A result file is named after no metric.";
    THEME "R50" "theme-template" "A template or asset of the theme cannot be used.";
    SETTINGS "R51" "settings" "A setting does not fit the rest of the project.";
    LANGUAGE "R53" "language-catalogue" "A catalogue of words cannot be used, or lacks some.";
    NOT_EXACT "R52" "not-exact" "A figure is too large to be computed exactly.";
    SIGNERS "R54" "signers-line" "A line of the file of those who may sign cannot be read.";
    RECALCULATION "S01" "value-not-recalculated" "A reported value differs from the value recalculated from its counts.";
    WATERFALL "S02" "waterfall-open" "Raw counts less the exclusions do not give the counts after exclusions.";
    IMPOSSIBLE "S03" "impossible-number" "A count or value cannot be.";
    FOOTING "S04" "segments-do-not-foot" "The cells of a partition do not sum to the total.";
    SILENT_REVISION "S12" "silent-revision" "A figure that was published as final changed without a new release.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_names_are_never_used_twice() {
        for (index, code) in CODES.iter().enumerate() {
            for other in &CODES[index + 1..] {
                assert!(code.id != other.id && code.name != other.name, "{} and {}", code.id, other.id);
            }
        }
    }

    #[test]
    fn codes_stand_in_families() {
        for code in CODES {
            let (family, digits) = code.id.split_at(1);
            assert!(
                ["D", "R", "S"].contains(&family) && digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit()),
                "{}",
                code.id
            );
        }
    }
}
