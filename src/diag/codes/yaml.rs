//! The codes of what a record is written in, YAML and front matter: R10 to R18.

codes! {
    /// A file is not well-formed YAML.
    ///
    /// # What it does
    ///
    /// Reports the place at which the text stops being YAML: an open quote or bracket, a tab in the indentation, a colon inside plain
    /// text, an unknown anchor. A second document in one file and an alias inside the value that it repeats are refused too.
    ///
    /// # Why it matters to an auditor
    ///
    /// A file that can be read in two ways is no evidence. Everything below the mistake is left unread rather than guessed.
    ///
    /// # Example
    ///
    /// ```yaml
    /// title: Calls: answered in time
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// title: "Calls: answered in time"
    /// ```
    ///
    /// # Configuration
    ///
    /// There is nothing to configure: findings of the reader cannot be set aside or given another level, because nothing can be said of
    /// a project that cannot be read.
    YAML_SYNTAX "R10" "yaml-syntax";
    /// A file is nested too deeply, or grows too large through aliases.
    ///
    /// # What it does
    ///
    /// Counts how deeply mappings and lists stand inside one another, and how many values a document has once its aliases are written
    /// out.
    ///
    /// # Why it matters to an auditor
    ///
    /// A few lines of aliases can stand for millions of values and stop any program that reads them. A project from somebody else has
    /// to be safe to open.
    ///
    /// # Example
    ///
    /// ```yaml
    /// a: &a [x, x, x, x, x, x, x, x, x, x]
    /// b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
    /// c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]   # and so on
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// tags: [calls, telephone]
    /// ```
    ///
    /// # Configuration
    ///
    /// The limits are fixed: 32 levels and 200,000 values, those repeated by aliases included; no field of a record comes near. The
    /// finding cannot be set aside or given another level, because nothing can be said of a file that was not read to its end.
    YAML_LIMIT "R11" "yaml-limit";
    /// A key stands twice in one mapping.
    ///
    /// # What it does
    ///
    /// Reports a key that stands twice in one mapping, a reference that stands twice in one list, a code that a segment has twice, and
    /// text below the front matter whose field stands above as well. For a key, a code or the text the first place is named as well.
    ///
    /// # Why it matters to an auditor
    ///
    /// Of two values one is silently lost, and which one depends on the program. A definition with two units has none.
    ///
    /// # Example
    ///
    /// ```yaml
    /// unit: percent
    /// decimals: 1
    /// unit: minutes
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// unit: percent
    /// decimals: 1
    /// ```
    ///
    /// # Configuration
    ///
    /// There is nothing to configure: findings of the reader cannot be set aside or given another level, because nothing can be said of
    /// a project that cannot be read.
    DUPLICATE_KEY "R12" "duplicate-key";
    /// A key is not part of the record.
    ///
    /// # What it does
    ///
    /// Compares each key with the fields that the kind of record has, and names the nearest one where it may be a slip. The merge key
    /// `<<` is no field: fields are written out.
    ///
    /// # Why it matters to an auditor
    ///
    /// A misspelt field is ignored by most programs, and whoever wrote it believes that it holds. A deadline in a field that nothing
    /// reads is no deadline.
    ///
    /// # Example
    ///
    /// ```yaml
    /// title: Test calls
    /// reveiw_by: 2026-12-31
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// title: Test calls
    /// review_by: 2026-12-31
    /// ```
    ///
    /// What has no field of its own can go into `notes`, which most records have.
    ///
    /// # Configuration
    ///
    /// There is nothing to configure: findings of the reader cannot be set aside or given another level, because nothing can be said of
    /// a project that cannot be read.
    UNKNOWN_KEY "R13" "unknown-key";
    /// A key that the record needs is missing.
    ///
    /// # What it does
    ///
    /// Reports each field without which a kind of record means nothing, with what the field says; a folder of results without
    /// `release.yaml`; and a waiver that names neither a `subject` nor a `release`.
    ///
    /// # Why it matters to an auditor
    ///
    /// An exclusion without a reason or an approval cannot be tested against anything; it can only be believed.
    ///
    /// # Example
    ///
    /// ```yaml
    /// title: Test calls
    /// rule: The number of the caller is on the list of test numbers.
    /// ```
    ///
    /// # Instead
    ///
    /// Add the fields that the findings name, such as these:
    ///
    /// ```yaml
    /// rationale: There is no customer behind it.
    /// approved_by: committee/service-measures-board
    /// ```
    ///
    /// # Configuration
    ///
    /// There is nothing to configure: findings of the reader cannot be set aside or given another level, because nothing can be said of
    /// a project that cannot be read. What a profile demands of a metric beyond this is the check D01, whose level can be set.
    MISSING_KEY "R14" "missing-key";
    /// A value has another type than its field.
    ///
    /// # What it does
    ///
    /// Reports a single value where a list is expected and the reverse, a word that is neither `true` nor `false`, a whole number with
    /// separators or leading zeros, a field without a value, a list as a key, and YAML tags, which are not read.
    ///
    /// # Why it matters to an auditor
    ///
    /// Programs that convert what they find turn `yes` into a 1 or a list into its first item. Here nothing is converted: what is shown
    /// is what was written.
    ///
    /// # Example
    ///
    /// ```yaml
    /// partition: yes
    /// sources: call-log
    /// unit_of_count:
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// partition: true
    /// sources: [call-log]
    /// unit_of_count: call
    /// ```
    ///
    /// # Configuration
    ///
    /// There is nothing to configure: findings of the reader cannot be set aside or given another level, because nothing can be said of
    /// a project that cannot be read.
    WRONG_TYPE "R15" "wrong-type";
    /// A plain value would be read as something other than text.
    ///
    /// # What it does
    ///
    /// Reports text without quotes that a reader of YAML 1.1 or 1.2 takes for a truth value, a number, a date, a clock time or nothing:
    /// `no`, `012`, `1e3`, `12:30`, `2026-01-01`, `null`.
    ///
    /// # Why it matters to an auditor
    ///
    /// The same file would mean different things in different programs: a code `no` becomes `false`, and `012` becomes 12 or 10. A
    /// record of evidence has one reading.
    ///
    /// # Example
    ///
    /// ```yaml
    /// codes:
    ///   - code: no
    ///     label: Norway
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// codes:
    ///   - code: "no"
    ///     label: Norway
    /// ```
    ///
    /// # Configuration
    ///
    /// There is nothing to configure: findings of the reader cannot be set aside or given another level, because nothing can be said of
    /// a project that cannot be read.
    AMBIGUOUS_SCALAR "R16" "ambiguous-scalar";
    /// A value does not have the form that its field needs.
    ///
    /// # What it does
    ///
    /// Holds dates, instants, durations, periods, versions, units, time zones, digests, ids, numbers, choices and references against
    /// their grammar and their range, in records, settings and the column `version` of a table. A waiver with both a `subject` and a
    /// `release` is reported here as well.
    ///
    /// # Why it matters to an auditor
    ///
    /// A value that is nearly right is read in several ways: `04/05/2026` is a day in April to some and in May to others. With one
    /// grammar there is nothing to interpret.
    ///
    /// # Example
    ///
    /// ```yaml
    /// # tickmark.yaml
    /// timezone: London
    /// profile: gold
    ///
    /// # metrics/definitions/answered-in-time.yaml
    /// accountable: operations
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// # tickmark.yaml
    /// timezone: Europe/London
    /// profile: standard
    ///
    /// # metrics/definitions/answered-in-time.yaml
    /// accountable: team/operations
    /// ```
    ///
    /// # Configuration
    ///
    /// There is nothing to configure: findings of the reader cannot be set aside or given another level, because nothing can be said of
    /// a project that cannot be read.
    BAD_VALUE "R17" "bad-value";
    /// A Markdown record has no front matter, or it is not closed.
    ///
    /// # What it does
    ///
    /// Looks for a first line of `---` and for a later one in every Markdown file below `content/` and `metrics/`; the fields of the
    /// record stand between the two.
    ///
    /// # Why it matters to an auditor
    ///
    /// The fields say who decided and when. Without them there is only prose, which nothing can be linked to and no deadline can be
    /// read from.
    ///
    /// # Example
    ///
    /// ```text
    /// # About these measures
    ///
    /// They are published each month.
    /// ```
    ///
    /// # Instead
    ///
    /// ```text
    /// ---
    /// title: About these measures
    /// ---
    ///
    /// They are published each month.
    /// ```
    ///
    /// # Configuration
    ///
    /// There is nothing to configure: findings of the reader cannot be set aside or given another level, because nothing can be said of
    /// a project that cannot be read.
    FRONT_MATTER "R18" "front-matter";
}
