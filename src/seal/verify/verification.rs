//! What came of verifying a report: one verdict, and everything that it rests on.

use super::fault::{Fault, FaultName, Weight};
use crate::model::Instant;
use crate::seal::{Provenance, Sha256Digest, TrustedTime};

/// What a report that was handed over is worth; exactly one holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Every file is as it was sealed, nothing was added, and a trusted signer signed it.
    Intact,
    /// It is not what was sealed.
    Altered,
    /// It is what was signed, and whoever signed it is not trusted with it.
    UntrustedSigner,
    /// It agrees with its own list of files, and nobody signed that list.
    Unsigned,
    /// It could not be told.
    CouldNotCheck,
}

impl Verdict {
    /// The word for it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Intact => "intact",
            Self::Altered => "altered",
            Self::UntrustedSigner => "untrusted-signer",
            Self::Unsigned => "unsigned",
            Self::CouldNotCheck => "could-not-check",
        }
    }

    /// One sentence on what it means.
    #[must_use]
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Intact => "every file is as it was sealed, nothing was added, and a trusted signer signed it",
            Self::Altered => "this is not the report that was sealed",
            Self::UntrustedSigner => "the files are as they were signed, but nobody who signed them is trusted with that",
            Self::Unsigned => {
                "the files agree with the report's own list, but nobody signed that list, so whoever changed both would not be noticed"
            }
            Self::CouldNotCheck => "whether this is the report that was sealed, and by whom, could not be told",
        }
    }

    /// Draws the verdict from the faults and the signatures.
    pub(super) fn of(faults: &[Fault], signatures: &[SignatureVerdict]) -> Self {
        let any = |weight| faults.iter().any(|fault: &Fault| fault.name.weight() == weight);
        if any(Weight::Altered) {
            return Self::Altered;
        }
        if faults.iter().any(|fault| matches!(fault.name, FaultName::NotAReport | FaultName::FileUnreadable)) {
            return Self::CouldNotCheck;
        }
        if signatures.is_empty() {
            return Self::Unsigned;
        }
        if signatures.iter().any(SignatureVerdict::is_trusted) {
            return Self::Intact;
        }
        // One that nobody could judge may be the one that counts.
        if any(Weight::Unchecked) { Self::CouldNotCheck } else { Self::UntrustedSigner }
    }
}

/// Where the time comes from at which a signer is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeFrom {
    /// A token of trusted time over the signature.
    Token,
    /// Somebody named it.
    Named,
    /// `SOURCE_DATE_EPOCH`.
    Environment,
    /// The clock of this machine.
    Clock,
}

impl TimeFrom {
    /// The word for it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Token => "trusted-time",
            Self::Named => "named",
            Self::Environment => "environment",
            Self::Clock => "clock",
        }
    }

    /// Where it comes from, for people.
    #[must_use]
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Token => "the time of a trusted token over the signature",
            Self::Named => "the time given with `--at`",
            Self::Environment => "the time in `SOURCE_DATE_EPOCH`",
            Self::Clock => "now, by the clock of this machine",
        }
    }
}

/// What a signature is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignatureVerdict {
    /// Its file.
    pub path: String,
    /// Why it does not count; nothing where it does.
    pub fault: Option<FaultName>,
    /// Who may use the key, as the file of signers names them.
    pub signer: Option<String>,
    /// Fingerprint of the key, as `ssh-keygen -l` prints it.
    pub key: Option<String>,
    /// The time for which the signer was judged.
    pub judged_at: Instant,
    /// Where that time comes from.
    pub time_from: TimeFrom,
    /// What a token of trusted time beside it proves, where there is one that counts.
    pub trusted_time: Option<TrustedTime>,
    /// What is found, for people.
    pub message: String,
}

impl SignatureVerdict {
    /// Whether it is sound and somebody trusted made it.
    #[must_use]
    pub const fn is_trusted(&self) -> bool {
        self.fault.is_none()
    }
}

/// What came of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckVerdict {
    /// It was tested and holds.
    Pass,
    /// It was tested and does not hold.
    Fail,
    /// There was nothing to test it by.
    NotTestable,
}

impl CheckVerdict {
    /// The word for it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Fail => "fail",
            Self::NotTestable => "not-testable",
        }
    }
}

/// A check of family I with its result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealCheck {
    /// Its code.
    pub code: &'static str,
    /// What it asks for.
    pub asks: &'static str,
    /// What came of it.
    pub verdict: CheckVerdict,
    /// What was tested, or why it was not.
    pub says: String,
}

/// Something on which the verdict does not rest.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Uncovered {
    /// Its name.
    pub name: &'static str,
    /// What is not covered, and what that leaves open.
    pub message: String,
}

/// What came of verifying a report.
#[derive(Clone, Debug)]
pub struct Verification {
    /// What the report is worth.
    pub verdict: Verdict,
    /// From what it was made, as it says itself; nothing where that cannot be read.
    pub provenance: Option<Provenance>,
    /// Digest of its list of files, by which one report is told from any other.
    pub manifest_sha256: Option<Sha256Digest>,
    /// Files that are listed.
    pub listed: usize,
    /// All that is wrong, in order.
    pub faults: Vec<Fault>,
    /// Each signature, by its number.
    pub signatures: Vec<SignatureVerdict>,
    /// The checks I01 to I08.
    pub checks: Vec<SealCheck>,
    /// What was not covered.
    pub uncovered: Vec<Uncovered>,
}

impl Verification {
    /// Whether the report is intact and no check fails.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.verdict == Verdict::Intact && self.failed_checks().next().is_none()
    }

    /// The checks that fail.
    pub fn failed_checks(&self) -> impl Iterator<Item = &SealCheck> {
        self.checks.iter().filter(|check| check.verdict == CheckVerdict::Fail)
    }
}
