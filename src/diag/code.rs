//! The codes of the reader's own findings (family R), in one table.

/// A rule that can speak: its code, never reused, and the name of the pattern it finds.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// Family letter and two digits.
    pub id: &'static str,
    /// Kebab-case name of what is found, never of the remedy.
    pub name: &'static str,
    /// One sentence: what it means.
    pub summary: &'static str,
    /// Its page in Markdown, line by line, the summary first; each line may begin with a space.
    pub page: &'static [&'static str],
}

impl Code {
    /// Its page in Markdown, without the summary.
    #[must_use]
    pub fn explanation(&self) -> String {
        let lines: Vec<&str> = self.page.iter().skip(1).map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
        lines.join("\n").trim().to_owned()
    }
}

macro_rules! codes {
    ($(#[doc = $summary:literal] $(#[doc = $line:literal])* $constant:ident $id:literal $name:literal;)*) => {
        /// Every code of the reader by name.
        pub mod codes {
            use super::Code;
            $(
                #[doc = $summary]
                $(#[doc = $line])*
                pub const $constant: Code =
                    Code { id: $id, name: $name, summary: $summary.trim_ascii_start(), page: &[$summary, $($line),*] };
            )*
        }
        /// The table of the reader's codes, in order.
        pub const CODES: &[Code] = &[$(codes::$constant),*];
    };
}

codes! {
    /// A file or folder of the project could not be read.
    UNREADABLE "R01" "unreadable-entry";
    /// A file is not UTF-8 text.
    NOT_UTF8 "R02" "not-utf-8";
    /// A file is larger than the reader accepts.
    TOO_LARGE "R03" "file-too-large";
    /// A file holds nothing to read.
    EMPTY "R04" "empty-file";
    /// A file starts with a byte order mark.
    BYTE_ORDER_MARK "R05" "byte-order-mark";
    /// A file has lines that end with a carriage return.
    CARRIAGE_RETURN "R06" "carriage-return";
    /// A file holds a control character that no text needs.
    CONTROL_CHARACTER "R07" "control-character";
    /// A file is not well-formed YAML.
    YAML_SYNTAX "R10" "yaml-syntax";
    /// A file is nested too deeply, or grows too large through aliases.
    YAML_LIMIT "R11" "yaml-limit";
    /// A key stands twice in one mapping.
    DUPLICATE_KEY "R12" "duplicate-key";
    /// A key is not part of the record.
    UNKNOWN_KEY "R13" "unknown-key";
    /// A key that the record needs is missing.
    MISSING_KEY "R14" "missing-key";
    /// A value has another type than its field.
    WRONG_TYPE "R15" "wrong-type";
    /// A plain value would be read as something other than text.
    AMBIGUOUS_SCALAR "R16" "ambiguous-scalar";
    /// A value does not have the form that its field needs.
    BAD_VALUE "R17" "bad-value";
    /// A Markdown record has no front matter, or it is not closed.
    FRONT_MATTER "R18" "front-matter";
    /// A file name is not an id.
    BAD_ID "R20" "bad-id";
    /// Two files claim one id.
    DUPLICATE_ID "R21" "duplicate-id";
    /// Two names differ by case only.
    CASE_COLLISION "R22" "case-collision";
    /// A file or folder has no place in a project.
    STRAY_FILE "R23" "stray-file";
    /// A symbolic link stands where a file is expected.
    SYMBOLIC_LINK "R24" "symbolic-link";
    /// A reference leads to no record.
    UNKNOWN_REFERENCE "R30" "unknown-reference";
    /// Records depend on each other in a circle.
    CYCLE "R31" "cycle";
    /// A record is part of no metric, or nothing uses it.
    ORPHAN "R32" "orphan";
    /// A formula cannot be read.
    FORMULA "R33" "formula-syntax";
    /// A table has a row with another number of cells than its header, or cannot be read.
    CSV_SHAPE "R40" "csv-shape";
    /// A table has a column that is unknown, repeated or missing.
    CSV_COLUMN "R41" "csv-column";
    /// A cell that needs a number holds something else.
    CSV_NUMBER "R42" "csv-number";
    /// A period is not one, or does not fit the metric's frequency.
    CSV_PERIOD "R43" "csv-period";
    /// A segment code is not declared.
    CSV_SEGMENT_CODE "R44" "csv-segment-code";
    /// Two rows of a release are for one period and cell.
    CSV_DUPLICATE_ROW "R45" "csv-duplicate-row";
    /// A status is not one, or lacks the comment it needs.
    CSV_STATUS "R46" "csv-status";
    /// A result file is named after no metric.
    RELEASE_METRIC "R47" "release-metric";
    /// A template or asset of the theme cannot be used.
    THEME "R50" "theme-template";
    /// A setting does not fit the rest of the project.
    SETTINGS "R51" "settings";
    /// A figure is too large to be computed exactly.
    NOT_EXACT "R52" "not-exact";
    /// A catalogue of words cannot be used, or lacks some.
    LANGUAGE "R53" "language-catalogue";
    /// A line of the file of those who may sign cannot be read.
    SIGNERS "R54" "signers-line";
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
    fn codes_are_of_the_readers() {
        for code in CODES {
            let (family, digits) = code.id.split_at(1);
            assert!(family == "R" && digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit()), "{}", code.id);
        }
    }
}
