//! I02: nobody who may sign a report has signed it.

use crate::check::rule::{Assertion, Looks, Severity, check};

check! {
    /// Nobody who may sign a report has signed it, or the signature does not hold.
    ///
    /// # What it does
    ///
    /// Checks each signature (`manifest-sha256.txt.sig`, and those with a number) over the list of files, in the namespace `tickmark-report`, and looks the key up
    /// in the file of allowed signers that was given: whose it is, for what it may be used, and whether it was valid at that time. A copy of that file inside the report or
    /// its package is never used.
    ///
    /// # Why it matters to an auditor
    ///
    /// A digest shows that a report is the one that was listed; only a signature shows by whom. Keys that come with the report prove nothing, since whoever changed
    /// the report could have changed them too: they have to come by another way.
    ///
    /// # Example
    ///
    /// ```text
    /// untrusted signer: the key `SHA256:ZAbUWdgQ…` is not named by the allowed signers (signer-unknown)
    /// ```
    ///
    /// # Instead
    ///
    /// ```text
    /// tickmark sign output --key ~/.ssh/reports
    /// tickmark verify output --signers allowed_signers
    /// ```
    ///
    /// # Configuration
    ///
    /// `signers` in `tickmark.yaml` names who may sign; a line with `namespaces="tickmark-report"` lets a key sign reports only. The reader gives a file with `--signers`.
    "I02" "signature-not-trusted" {
        severity: Severity::Error,
        supports: &[Assertion::Integrity, Assertion::Authorisation],
        mark: None,
        inputs: "`manifest-sha256.txt`, the signatures beside it, and the file of allowed signers that the reader brings",
        expects: "at least one signature holds, by a key that may sign reports at that time",
        looks: Looks::Sealed("a report is signed when it is finished; `tickmark verify --signers FILE` tests the signatures"),
    }
}
