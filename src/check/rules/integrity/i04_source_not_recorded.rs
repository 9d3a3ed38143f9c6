//! I04: a report was made from files that no commit holds.

use crate::check::rule::{Assertion, Looks, Severity, check};

check! {
    /// A report was made from files that no commit holds, or from a history that was cut.
    ///
    /// # What it does
    ///
    /// Reads from `provenance.json` which commit and tree the report was made from, whether every file was as that commit has it, and whether the history was cut when
    /// it was fetched (shallow) or given other parents (grafted). `--allow-dirty` at the build is named as an exception.
    ///
    /// # Why it matters to an auditor
    ///
    /// From a commit anybody who holds the repository can read the same records and make the same report. What stands in no commit, nobody can look up later; and in a
    /// history that was cut, changes that count may be out of sight.
    ///
    /// # Example
    ///
    /// ```json
    /// "source": { "commit": "5d0a…", "clean": false, "shallow": true, "grafted": false }
    /// ```
    ///
    /// # Instead
    ///
    /// ```text
    /// git fetch --unshallow
    /// git commit -a
    /// tickmark build
    /// ```
    ///
    /// # Configuration
    ///
    /// Nothing is configured. A report from uncommitted files is signed only if `--allow-dirty` was given to the build, and then says so.
    "I04" "source-not-recorded" {
        severity: Severity::Error,
        supports: &[Assertion::Integrity],
        mark: None,
        inputs: "what `provenance.json` says of the commit, its tree and the history",
        expects: "a commit is named, every file was as it has it, and the history is whole",
        looks: Looks::Sealed("what the report says of its commit stands in `provenance.json`; `tickmark verify` tests it"),
    }
}
