//! I05: the same commit gives another report.

use crate::check::rule::{Assertion, Looks, Severity, check};

check! {
    /// The same commit, options and program give another report.
    ///
    /// # What it does
    ///
    /// Makes the report once more in memory, from the commit and with the options that `provenance.json` names, and compares the list of files of both byte for byte. Each
    /// file that differs is named. A program with another source digest than the recorded one is said to be another.
    ///
    /// # Why it matters to an auditor
    ///
    /// A report that can be made again holds nothing that does not follow from the records. It answers the question whether somebody touched a page after it was made,
    /// without trust in the person who made it or in their machine.
    ///
    /// # Example
    ///
    /// ```text
    /// altered: `metrics/calls.html` comes out otherwise from commit 5d0a2be1 (rebuild-differs)
    /// ```
    ///
    /// # Instead
    ///
    /// Build from a clean commit with a released program, publish what came out, and change no page by hand.
    ///
    /// # Configuration
    ///
    /// Nothing is configured. `SOURCE_DATE_EPOCH`, zone, locale and the number of threads have no effect on what is written.
    "I05" "rebuild-differs" {
        severity: Severity::Error,
        supports: &[Assertion::Integrity],
        mark: None,
        inputs: "the repository at the commit that the report names, its options, and the program of the same digest",
        expects: "every file comes out with the same bytes",
        looks: Looks::Sealed("only a second build can show it; `tickmark verify --rebuild REPO` makes the report again and compares"),
    }
}
