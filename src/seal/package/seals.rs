//! The signatures that a report bears, as a reader will find them: whose they claim to be, never whether to believe it.

use crate::model::Instant;
use crate::seal::{MANIFEST, NAMESPACE, SealedFiles, signature_name, signature_numbers, token_name};
use crate::trust::{Judgement, Question, Signer, Signers, judge_signature};

/// A signature over the manifest of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Seal {
    /// Its file, by its name in the report.
    pub(super) file: String,
    /// The token of trusted time beside it, where there is one.
    pub(super) token: Option<String>,
    /// The key, as `ssh-keygen -l` prints it; nothing where the signature does not fit.
    pub(super) fingerprint: Option<String>,
    /// Who holds the key, says the copy of the signers inside the package; nothing where it does not say.
    pub(super) claimed: Option<String>,
}

/// The signatures of a report, in the order of their numbers.
pub(super) fn seals(report: &dyn SealedFiles, signers: Option<&str>) -> std::io::Result<Vec<Seal>> {
    let entries = report.entries()?;
    let manifest = report.read(MANIFEST)?;
    let known = signers.map(|text| Signers::parse(text, "signers").0).unwrap_or_default();
    let anytime = Instant::from_unix(0, 0).map_err(std::io::Error::other)?;
    let mut found = Vec::new();
    for number in signature_numbers(entries.keys()) {
        let name = signature_name(number);
        // Whose key it is stands in the signature; whether the key was valid is for the reader to judge.
        let question = Question { payload: &manifest, namespace: NAMESPACE, signers: None, identity: None, at: anytime, revoked: None };
        let (fingerprint, claimed) = match judge_signature(&report.read(&name)?, &question) {
            Judgement::NoSigners(by) => {
                let names = |signer: &&Signer| signer.fingerprint() == by.fingerprint && signer.may_sign_in(NAMESPACE);
                let holder = known.all().iter().find(names);
                (Some(by.fingerprint), holder.map(|signer| signer.principals().to_string()))
            }
            _ => (None, None),
        };
        let token = Some(token_name(number)).filter(|token| entries.contains_key(token));
        found.push(Seal { file: name, token, fingerprint, claimed });
    }
    Ok(found)
}
