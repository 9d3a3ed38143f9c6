//! The one step to take after a verification.

use super::fault::FaultName;
use super::verification::{Verdict, Verification};

impl Verification {
    /// One step to take.
    #[must_use]
    pub fn next_step(&self) -> String {
        let has = |name: FaultName| self.faults.iter().any(|fault| fault.name == name);
        match self.verdict {
            Verdict::Altered => "do not rely on this copy: ask its publisher for the report again, by another channel, and keep this one as evidence".to_owned(),
            Verdict::Unsigned => "ask the publisher for the signed report; a list that nobody signed proves only that no file was damaged on the way".to_owned(),
            Verdict::UntrustedSigner if has(FaultName::SignerExpired) || has(FaultName::SignerNotYetValid) => {
                "find out from elsewhere when the report was signed, and verify it again with `--at` and that time".to_owned()
            }
            Verdict::UntrustedSigner => {
                "ask the organisation, by another channel, whether the key named above is one of its own, and add it to your file of signers only then".to_owned()
            }
            Verdict::CouldNotCheck if has(FaultName::NoTrustRoot) => {
                "get the organisation's file of allowed signers by another channel than the report, and verify again with `--signers FILE`".to_owned()
            }
            Verdict::CouldNotCheck if has(FaultName::NotAReport) => "name the folder that holds `manifest-sha256.txt`".to_owned(),
            Verdict::CouldNotCheck => "see to it that every file can be read, and verify again".to_owned(),
            Verdict::Intact => match self.failed_checks().next() {
                Some(check) => format!("ask the publisher about check {}: the report is what was signed, and that does not make it right", check.code),
                None => "keep the report, the digest of its list and this result among your papers, and go on to what was not covered".to_owned(),
            },
        }
    }
}
