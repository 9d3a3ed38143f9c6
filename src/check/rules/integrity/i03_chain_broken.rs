//! I03: a report does not follow the one before it.

use crate::check::rule::{Assertion, Looks, Severity, check};

check! {
    /// A report does not follow the one before it, or does not name it.
    ///
    /// # What it does
    ///
    /// Compares the digest of the list of files of an earlier report, which the reader kept, with the one that `provenance.json` names under `previous`. It then looks
    /// for figures that changed between the two without a new release, and for metrics and periods that the later one left out.
    ///
    /// # Why it matters to an auditor
    ///
    /// Each report that names the one before it makes a chain. Whoever kept an earlier report can tell whether its figures were changed afterwards, and a history that
    /// was rewritten cannot name a list that somebody else holds.
    ///
    /// # Example
    ///
    /// ```text
    /// altered: `provenance.json` names 3f2a09c1… as the report before this one, and the one given is 81bb40de…
    /// ```
    ///
    /// # Instead
    ///
    /// ```text
    /// tickmark build --previous reports/2026-09
    /// ```
    ///
    /// # Configuration
    ///
    /// `--previous` of `tickmark build` names the report before; the first of a chain has none. Keep the list of files of each report with its signature.
    "I03" "chain-broken" {
        severity: Severity::Error,
        supports: &[Assertion::Integrity],
        mark: None,
        inputs: "the report before this one, and what `provenance.json` says of it",
        expects: "the report names the digest of the list of files of the one before it",
        looks: Looks::Sealed("whether the report before this one is the one that readers hold is for them to say; `tickmark verify --previous REPORT` compares the two"),
    }
}
