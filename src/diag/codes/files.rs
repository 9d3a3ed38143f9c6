//! The codes of files that cannot be taken as text: R01 to R07.

codes! {
    /// A file or folder of the project could not be read.
    ///
    /// # What it does
    ///
    /// Reports each file and folder below `content/`, `metrics/` and `themes/` that the system refuses to list or to open, with the
    /// reason that it gives, and a project without `tickmark.yaml`. The command ends with exit code 2.
    ///
    /// # Why it matters to an auditor
    ///
    /// A register is only complete when all of it was read. A report that silently left out a folder would look like one of a smaller
    /// organisation.
    ///
    /// # Example
    ///
    /// ```text
    /// content/decisions/2026-04-09-keep-the-target.md   readable by its owner alone
    /// ```
    ///
    /// # Instead
    ///
    /// ```text
    /// chmod a+r content/decisions/2026-04-09-keep-the-target.md
    /// ```
    ///
    /// # Configuration
    ///
    /// There is nothing to configure: findings of the reader cannot be set aside or given another level, because nothing can be said of
    /// a project that cannot be read.
    UNREADABLE "R01" "unreadable-entry";
    /// A file is not UTF-8 text.
    ///
    /// # What it does
    ///
    /// Reports a file whose bytes are not UTF-8, at the first byte that is not, and a file that is UTF-16 text. The encoding is never
    /// guessed.
    ///
    /// # Why it matters to an auditor
    ///
    /// Guessed letters change names: the same bytes are `ü` in one encoding and `³` in another. A name in the report has to be the one
    /// that was signed off.
    ///
    /// # Example
    ///
    /// ```text
    /// title: Anrufe f\xFCr Nord      saved as Latin-1, where one byte stands for `ü`
    /// ```
    ///
    /// # Instead
    ///
    /// Save the file as UTF-8; every editor and spreadsheet program offers it.
    ///
    /// ```text
    /// iconv -f latin1 -t utf-8 old.yaml > new.yaml
    /// ```
    ///
    /// # Configuration
    ///
    /// There is nothing to configure: findings of the reader cannot be set aside or given another level, because nothing can be said of
    /// a project that cannot be read.
    NOT_UTF8 "R02" "not-utf-8";
    /// A file is larger than the reader accepts.
    ///
    /// # What it does
    ///
    /// Compares the size of each file with the limit for its kind before it is opened, and does not read those above it.
    ///
    /// # Why it matters to an auditor
    ///
    /// Limits are what lets a report be built again on any machine. A record of more than a megabyte is hardly one that somebody reads
    /// and approves.
    ///
    /// # Example
    ///
    /// ```text
    /// content/index.md                              209,715,200 bytes
    /// metrics/snapshots/2026-03/calls-offered.csv   209,715,200 bytes
    /// ```
    ///
    /// # Instead
    ///
    /// Move what is not part of the record elsewhere and say where it stands; publish the rows of a large table in several releases.
    ///
    /// # Configuration
    ///
    /// The limits are fixed: 1,048,576 bytes for the settings, a record, a release, a page of prose and a file of a theme, and
    /// 134,217,728 bytes for a table of results. The finding cannot be set aside or given another level, because nothing can be said of
    /// a file that was not read.
    TOO_LARGE "R03" "file-too-large";
    /// A file holds nothing to read.
    ///
    /// # What it does
    ///
    /// Reports a file of blanks alone, a record or front matter without any field, and a table with a header and no row.
    ///
    /// # Why it matters to an auditor
    ///
    /// An empty file cannot be told from one whose content was lost. Nobody can say whether there was no figure or whether the export
    /// failed.
    ///
    /// # Example
    ///
    /// A table with a header alone:
    ///
    /// ```csv
    /// period,site,numerator
    /// ```
    ///
    /// # Instead
    ///
    /// ```csv
    /// period,site,numerator
    /// 2026-01,north,205
    /// ```
    ///
    /// Where there is nothing to report, remove the file; where a value is missing, write the row and its `status`.
    ///
    /// # Configuration
    ///
    /// There is nothing to configure: findings of the reader cannot be set aside or given another level, because nothing can be said of
    /// a project that cannot be read.
    EMPTY "R04" "empty-file";
    /// A file starts with a byte order mark.
    ///
    /// # What it does
    ///
    /// Reports a file whose first three bytes are `EF BB BF`, which some programs write before UTF-8 text.
    ///
    /// # Why it matters to an auditor
    ///
    /// The mark is invisible and becomes part of the first word for every tool that does not expect it: the column `period` would then
    /// be missing although everybody sees it. It also changes the digest of the file.
    ///
    /// # Example
    ///
    /// ```text
    /// EF BB BF 70 65 72 69 6F 64   the mark, then `period`
    /// ```
    ///
    /// # Instead
    ///
    /// Save the file as UTF-8 without a byte order mark; spreadsheet programs call the other one `CSV UTF-8`, editors `UTF-8 with BOM`.
    ///
    /// # Configuration
    ///
    /// There is nothing to configure: findings of the reader cannot be set aside or given another level, because nothing can be said of
    /// a project that cannot be read.
    BYTE_ORDER_MARK "R05" "byte-order-mark";
    /// A file has lines that end with a carriage return.
    ///
    /// # What it does
    ///
    /// Reports a file that holds carriage returns, once, with their number and the place of the first.
    ///
    /// # Why it matters to an auditor
    ///
    /// Two files that differ in their line ends alone look the same and have different digests. Evidence is compared by digest, so that
    /// a harmless save on another system would look like a change of every line.
    ///
    /// # Example
    ///
    /// ```text
    /// title: Calls offered\r\n
    /// version: 1.0.0\r\n
    /// ```
    ///
    /// # Instead
    ///
    /// Save the file with plain line ends, and let git keep them by a line in `.gitattributes`:
    ///
    /// ```text
    /// * text=auto eol=lf
    /// ```
    ///
    /// # Configuration
    ///
    /// There is nothing to configure: findings of the reader cannot be set aside or given another level, because nothing can be said of
    /// a project that cannot be read.
    CARRIAGE_RETURN "R06" "carriage-return";
    /// A file holds a control character that no text needs.
    ///
    /// # What it does
    ///
    /// Reports the first control character of a file other than a line feed or a tab, and the separators U+2028 and U+2029, which some
    /// readers take for line breaks and others do not.
    ///
    /// # Why it matters to an auditor
    ///
    /// Such characters hide text from those who read it: a terminal can be made to show other words than the file holds. What an
    /// auditor sees has to be what the file says.
    ///
    /// # Example
    ///
    /// ```text
    /// title: Calls\u001B[2K offered   the escape makes a terminal wipe the line
    /// ```
    ///
    /// # Instead
    ///
    /// ```text
    /// title: Calls offered
    /// ```
    ///
    /// # Configuration
    ///
    /// There is nothing to configure: findings of the reader cannot be set aside or given another level, because nothing can be said of
    /// a project that cannot be read.
    CONTROL_CHARACTER "R07" "control-character";
}
