//! I01: a report holds other files than its list names.

use crate::check::rule::{Assertion, Looks, Severity, check};

check! {
    /// A report holds other files than its list names, or the same files with other bytes.
    ///
    /// # What it does
    ///
    /// Takes the digest of every file of the finished report and compares it with `manifest-sha256.txt`. It names each file that was changed, cut off, added,
    /// taken away, renamed, or written in other case, and each link that stands where a file should. The list itself and the signatures beside it are not listed, since no
    /// list holds its own digest.
    ///
    /// # Why it matters to an auditor
    ///
    /// A list of digests shows which report was handed over: if one byte of one page differs, so does its digest. That nothing was added matters as much, and
    /// `sha256sum -c` does not see it: a page that no list names could say anything.
    ///
    /// # Example
    ///
    /// ```text
    /// altered: `metrics/calls.html` has other bytes than the list says (file-changed)
    /// altered: `metrics/extra.html` is in no list (file-added)
    /// ```
    ///
    /// # Instead
    ///
    /// Ask for the report again from whoever published it, and compare the digest of the list by another way than the one by which the report came.
    ///
    /// # Configuration
    ///
    /// `checks: {I01: off}` leaves it out of the pages of the report. `tickmark verify` makes this test whatever the settings say.
    "I01" "file-list-differs" {
        severity: Severity::Error,
        supports: &[Assertion::Integrity, Assertion::Completeness],
        mark: None,
        inputs: "every file of the report, and `manifest-sha256.txt`",
        expects: "each file is listed with its digest, and each listed file is there",
        looks: Looks::Sealed("the list of files is written after every page; `tickmark verify` compares the report with it"),
    }
}
