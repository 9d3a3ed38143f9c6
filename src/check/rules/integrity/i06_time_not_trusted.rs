//! I06: no outside party says when a report was signed.

use crate::check::rule::{Assertion, Looks, Severity, check};

check! {
    /// No outside party says when the report was signed, or it was before the last approval.
    ///
    /// # What it does
    ///
    /// Looks for `manifest-sha256.txt.sig.tsr`, a token (RFC 3161) in which an authority of time signs the digest of the signature, and compares its time with the last
    /// commit, release and approval that the report names. A token for other bytes is a failure.
    ///
    /// # Why it matters to an auditor
    ///
    /// Commits and signatures bear the time that their author wrote. Whether a target was agreed before its result was known can be shown only by a clock that the
    /// organisation does not control.
    ///
    /// # Example
    ///
    /// ```text
    /// not covered: no trusted time: when the report was signed rests on the word of the signer
    /// ```
    ///
    /// # Instead
    ///
    /// ```text
    /// openssl ts -query -data manifest-sha256.txt.sig -sha256 -cert -out request.tsq
    /// curl -H 'Content-Type: application/timestamp-query' --data-binary @request.tsq https://authority.example/tsr -o manifest-sha256.txt.sig.tsr
    /// ```
    ///
    /// # Configuration
    ///
    /// Nothing is configured. Which authority is trusted, the reader says, with its certificate.
    "I06" "time-not-trusted" {
        severity: Severity::Warning,
        supports: &[Assertion::CutOff, Assertion::Integrity],
        mark: None,
        inputs: "the token of trusted time beside a signature, and the days of approvals",
        expects: "a token of trusted time is there, and is later than every approval and commit",
        looks: Looks::Sealed("a token of trusted time is made for a signature; `tickmark verify` reads it, and `openssl ts -verify` proves it"),
    }
}
