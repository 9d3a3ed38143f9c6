//! Judges each signature beside a list of files on its own: whether it fits, and whether its signer is trusted at that time.

use std::collections::BTreeMap;

use super::fault::{Fault, FaultName};
use super::trust::Trust;
use super::verification::{SignatureVerdict, TimeFrom};
use crate::seal::names::{NAMESPACE, SealFile, seal_file, token_name};
use crate::seal::{SealedFiles, TrustedTime, check_token};
use crate::source::EntryKind;
use crate::trust::{Judgement, Question, SignerLine, judge_signature};

/// Signatures that are judged; nobody collects more on one report.
const MOST: usize = 64;

/// Bytes of the largest signature or token that is read.
const LARGEST: u64 = 1 << 18;

/// What the signatures are found to be.
#[derive(Debug, Default)]
pub(super) struct Signed {
    /// Each signature, by its number.
    pub(super) signatures: Vec<SignatureVerdict>,
    /// All that is wrong with them.
    pub(super) faults: Vec<Fault>,
    /// Tokens that stand beside signatures.
    pub(super) tokens: usize,
}

/// Judges every signature over a list of files.
pub(super) fn judge(files: &dyn SealedFiles, entries: &BTreeMap<String, EntryKind>, manifest: &[u8], trust: &Trust<'_>) -> Signed {
    let mut signed = Signed::default();
    let mut numbers = BTreeMap::new();
    let beside = entries.range(crate::seal::MANIFEST.to_owned()..).take_while(|(path, _)| path.starts_with(crate::seal::MANIFEST));
    for (path, kind) in beside.clone() {
        if let (EntryKind::File(size), Some(SealFile::Signature(number))) = (kind, seal_file(path)) {
            numbers.insert(number, (path.as_str(), *size));
        }
    }
    for (path, kind) in beside {
        if let (EntryKind::File(_), Some(SealFile::Token(number))) = (kind, seal_file(path)) {
            signed.tokens += 1;
            if !numbers.contains_key(&number) {
                let message = "a token of trusted time stands here, and the signature that it belongs to does not";
                signed.faults.push(Fault::new(FaultName::TokenWithoutSignature, path, message));
            }
        }
    }
    if numbers.len() > MOST {
        let message = format!("{} signatures stand beside the list, of which the first {MOST} were judged", numbers.len());
        signed.faults.push(Fault::new(FaultName::TooManySignatures, "", message));
    }
    for (number, (path, size)) in numbers.into_iter().take(MOST) {
        let verdict = judge_one(files, entries, (number, path, size), manifest, trust, &mut signed.faults);
        if let Some(name) = verdict.fault {
            signed.faults.push(Fault::new(name, path, verdict.message.clone()));
        }
        signed.signatures.push(verdict);
    }
    signed
}

fn judge_one(
    files: &dyn SealedFiles,
    entries: &BTreeMap<String, EntryKind>,
    (number, path, size): (u16, &str, u64),
    manifest: &[u8],
    trust: &Trust<'_>,
    faults: &mut Vec<Fault>,
) -> SignatureVerdict {
    let mut verdict = SignatureVerdict {
        path: path.to_owned(),
        fault: None,
        signer: None,
        key: None,
        judged_at: trust.at,
        time_from: trust.at_from,
        trusted_time: None,
        message: String::new(),
    };
    let bytes = if size > LARGEST { Ok(Vec::new()) } else { files.read(path) };
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(error) => {
            verdict.fault = Some(FaultName::FileUnreadable);
            verdict.message = format!("the signature could not be read: {error}");
            return verdict;
        }
    };
    if let Some(time) = trusted_time(files, entries, number, &bytes, trust, faults) {
        (verdict.judged_at, verdict.time_from) = (time.time, TimeFrom::Token);
        verdict.trusted_time = Some(time);
    }
    let question = Question {
        payload: manifest,
        namespace: NAMESPACE,
        signers: trust.signers,
        identity: trust.identity,
        at: verdict.judged_at,
        revoked: trust.revoked,
    };
    let judgement = judge_signature(&bytes, &question);
    verdict.key = judgement.signed_by().map(|by| by.fingerprint.clone());
    verdict.signer = line_of(&judgement).map(|line| line.principals.to_string());
    (verdict.fault, verdict.message) = words(&judgement, &verdict, trust);
    verdict
}

/// What the token over a signature proves, where there is one that counts.
fn trusted_time(
    files: &dyn SealedFiles,
    entries: &BTreeMap<String, EntryKind>,
    number: u16,
    signature: &[u8],
    trust: &Trust<'_>,
    faults: &mut Vec<Fault>,
) -> Option<TrustedTime> {
    let path = token_name(number);
    let Some(EntryKind::File(size)) = entries.get(&path) else {
        return None;
    };
    let token = if *size > LARGEST { Ok(Vec::new()) } else { files.read(&path) };
    let token = match token {
        Ok(token) => token,
        Err(error) => {
            faults.push(Fault::new(FaultName::FileUnreadable, path, format!("the token of trusted time could not be read: {error}")));
            return None;
        }
    };
    match check_token(&token, signature, trust.authorities) {
        Ok(time) => Some(time),
        Err(fault) => {
            if let Some(name) = FaultName::of_token(&fault) {
                let help = fault.help().map_or_else(String::new, |help| format!("; {help}"));
                faults.push(Fault::new(name, path, format!("{fault}{help}")));
            }
            None
        }
    }
}

const fn line_of(judgement: &Judgement) -> Option<&SignerLine> {
    match judgement {
        Judgement::AuthorityOnly(_, line)
        | Judgement::OtherIdentity(_, line)
        | Judgement::OtherNamespace(_, line)
        | Judgement::CertificateRefused(_, line, _)
        | Judgement::NotYetValid(_, line)
        | Judgement::Expired(_, line)
        | Judgement::Good(_, line) => Some(line),
        _ => None,
    }
}

/// What a judgement means, by name and in words.
fn words(judgement: &Judgement, verdict: &SignatureVerdict, trust: &Trust<'_>) -> (Option<FaultName>, String) {
    let who = verdict.signer.as_deref().unwrap_or("nobody");
    let at = format!("{} ({})", verdict.judged_at, verdict.time_from.meaning());
    let hint = if verdict.time_from == TimeFrom::Token {
        ""
    } else {
        "; if you know from elsewhere when the report was signed, give that time with `--at`"
    };
    let (fault, message) = match judgement {
        Judgement::Good(_, line) => return (None, format!("sound, and trusted: {who}, by line {} of the signers", line.number)),
        Judgement::Malformed(reason) => {
            (FaultName::SignatureMalformed, format!("this is no signature as OpenSSH writes it, so that somebody changed it: {reason}"))
        }
        Judgement::Unchecked(_, reason) => {
            (FaultName::SignatureUnchecked, format!("the signature cannot be checked here: {reason}; try `ssh-keygen -Y verify`"))
        }
        Judgement::OtherBytes(_) => (
            FaultName::SignatureForOtherBytes,
            "the signature was not made over this list of files: the list or the signature was changed, or the signature belongs to another report"
                .to_owned(),
        ),
        Judgement::WrongNamespace(_, found) => (
            FaultName::WrongNamespace,
            format!("the signature was made for the purpose `{found}`, not for `{NAMESPACE}`: its signer did not mean to seal a report by it"),
        ),
        Judgement::Revoked(_) => (FaultName::SignerRevoked, "the key is in the list of revoked keys: whoever signed may have stolen it".to_owned()),
        Judgement::NoSigners(_) => (
            FaultName::NoTrustRoot,
            "sound: whoever holds the key signed this very list of files; who that is nobody told, since no `--signers` were given".to_owned(),
        ),
        Judgement::UnknownKey(_) => {
            (FaultName::SignerUnknown, "sound, but nobody among the signers holds the key".to_owned())
        }
        Judgement::AuthorityOnly(_, line) => (
            FaultName::SignerUnknown,
            format!("sound, but line {} of the signers names the key as an authority for others, not as one that signs", line.number),
        ),
        Judgement::OtherIdentity(..) => (
            FaultName::OtherIdentity,
            format!("sound, but by {who}, where `{}` was asked for", trust.identity.unwrap_or_default()),
        ),
        Judgement::OtherNamespace(_, line) => (
            FaultName::SignerUnknown,
            format!("sound, but line {} of the signers lets {who} use the key for other purposes only, not for `{NAMESPACE}`", line.number),
        ),
        Judgement::CertificateRefused(_, _, reason) => (FaultName::SignerUnknown, format!("sound, but {reason}")),
        Judgement::NotYetValid(_, line) => {
            let from = line.valid_after.map_or_else(String::new, |first| format!(", only from {first} on"));
            (FaultName::SignerNotYetValid, format!("sound, but the key of {who} was not yet valid at {at}{from}{hint}"))
        }
        Judgement::Expired(_, line) => {
            let until = line.valid_before.map_or_else(String::new, |last| format!(", only until {last}"));
            (FaultName::SignerExpired, format!("sound, but the key of {who} was not valid any more at {at}{until}{hint}"))
        }
    };
    (Some(fault), message)
}
