//! Signs a built report.
//!
//! A report is signed as it stands or not at all; there are no exceptions here. Whatever made a signature is not trusted: it is judged as a reader would
//! judge it before it is written.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use zeroize::Zeroizing;

use super::agent::Agent;
use super::clock::now;
use super::disk::{from, read_file};
use super::may_sign::MaySign;
use super::passphrase::{PassphraseFrom, passphrase};
use super::refusal::{cannot, key_refused, refused};
use super::sealed_folder::SealedFolder;
use super::signature_file::{clear, write_new};
use crate::diag::Failure;
use crate::model::Instant;
use crate::seal::{NAMESPACE, Signable};
use crate::trust::{
    Judgement, KeyFile, Question, SignedBy, SignerLine, judge_key, judge_signature, read_public, signature_file, to_be_signed,
};

/// With what to sign.
#[derive(Clone, Debug)]
pub enum SignWith {
    /// A file with a secret key, or with the certificate of one beside it.
    File {
        /// The file, relative to the project.
        path: PathBuf,
        /// Where its passphrase comes from.
        passphrase: PassphraseFrom,
    },
    /// ssh-agent.
    Agent {
        /// The public half of the key, relative to the project; the only one that may sign where it is left out.
        public: Option<PathBuf>,
    },
}

/// What to sign, and how.
#[derive(Clone, Debug)]
pub struct SignOptions {
    /// Folder of the project.
    pub project: PathBuf,
    /// Folder of the report, relative to that of the project.
    pub report: PathBuf,
    /// With what to sign.
    pub with: SignWith,
    /// File of those who may sign, relative to the project; that of the project where it is left out.
    pub signers: Option<PathBuf>,
}

/// A signature that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// Name of its file in the report.
    pub file: String,
    /// The kind of the key.
    pub kind: &'static str,
    /// Fingerprint of the key, as `ssh-keygen -l` prints it.
    pub fingerprint: String,
    /// Who holds the key, as the signers write it.
    pub principals: Arc<str>,
    /// The file of signers, and the line in it.
    pub line: (String, usize),
    /// The time at which the signer was held against the signers.
    pub at: Instant,
}

/// Signs a built report; gives what was written.
///
/// Fails when the report cannot be signed, or not with this key.
pub fn sign(options: &SignOptions) -> Result<Signed, Failure> {
    let report = SealedFolder::open(&from(&options.project, &options.report))?;
    clear(report.folder())?;
    let may_sign = MaySign::read(&options.project, options.signers.as_deref())?;
    let shown = options.report.display().to_string();
    let (signed, bytes) = signature(&report, &shown, &options.project, &options.with, &may_sign)?;
    write_new(report.folder(), &signed.file, bytes.as_bytes())?;
    Ok(signed)
}

/// Makes a signature over a report, and writes nothing; `shown` is what messages call it.
pub(super) fn signature(
    report: &SealedFolder,
    shown: &str,
    project: &Path,
    with: &SignWith,
    may_sign: &MaySign,
) -> Result<(Signed, String), Failure> {
    let report = Signable::find(report).map_err(|reason| cannot(shown, &reason))?;
    let question = Question {
        payload: &report.manifest,
        namespace: NAMESPACE,
        signers: Some(&may_sign.signers),
        identity: None,
        at: now()?,
        revoked: None,
    };
    let signing = Signing { borne: borne(&report, &question)?, question, may_sign };
    let (key, signature) = match with {
        SignWith::File { path, passphrase } => signing.by_file(project, path, *passphrase)?,
        SignWith::Agent { public } => signing.by_agent(public.as_deref().map(|public| from(project, public)).as_deref())?,
    };
    let bytes = signature_file(&key, NAMESPACE, &signature);
    let (by, line) = match judge_signature(bytes.as_bytes(), &question) {
        Judgement::Good(by, line) => (by, line),
        Judgement::Unchecked(_, reason) => return Err(refused(reason, "sign with another key, such as one of ed25519")),
        _ => {
            return Err(refused(
                "the signature that was made does not fit the report",
                "see whether `ssh-keygen -Y sign` works with this key",
            ));
        }
    };
    let (file, at) = (report.next_name(), question.at);
    let signed = Signed {
        file,
        kind: by.kind,
        fingerprint: by.fingerprint,
        principals: line.principals,
        line: (may_sign.path.clone(), line.number),
        at,
    };
    Ok((signed, bytes))
}

/// The keys whose signatures a report bears already.
///
/// Fails where one of them does not fit: it would make a report that nobody can rely on.
fn borne(report: &Signable, question: &Question<'_>) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let open = Question { signers: None, ..*question };
    let mut keys = Vec::new();
    for (number, bytes) in &report.signatures {
        let name = crate::seal::signature_name(*number);
        match judge_signature(bytes, &open) {
            Judgement::NoSigners(by) | Judgement::Unchecked(by, _) => keys.push((name, by.key)),
            _ => {
                let message = format!("the signature `{name}` in it does not fit it");
                return Err(refused(message, "move that file away; it proves nothing of this report"));
            }
        }
    }
    Ok(keys)
}

/// A key, or the certificate of one, and a signature by it.
type Made = (Vec<u8>, Vec<u8>);

/// A report that is being signed.
struct Signing<'a> {
    question: Question<'a>,
    /// The keys that signed before, with the names of the files.
    borne: Vec<(String, Vec<u8>)>,
    may_sign: &'a MaySign,
}

impl Signing<'_> {
    /// Lets a key sign, or says why it may not.
    fn admit(&self, key: &[u8]) -> Result<(SignedBy, SignerLine), Failure> {
        let (by, line) = match judge_key(key, &self.question) {
            Judgement::Good(by, line) => (by, line),
            other => return Err(key_refused(&other, self.question.at, self.may_sign)),
        };
        match self.borne.iter().find(|(_, key)| *key == by.key) {
            None => Ok((by, line)),
            Some((file, _)) => {
                let message = format!("the key `{}` has signed this report already, in `{file}`", by.fingerprint);
                Err(refused(message, "nothing is left to do for this key; another signer signs with a key of their own"))
            }
        }
    }

    fn by_file(&self, project: &Path, path: &Path, source: PassphraseFrom) -> Result<Made, Failure> {
        let certified = path.to_str().and_then(|name| name.strip_suffix("-cert.pub"));
        let certificate = match certified {
            None => None,
            Some(_) => Some(
                read_public(&read_file(&from(project, path))?)
                    .ok_or_else(|| refused(format!("`{}` holds no certificate", path.display()), "ask your authority for it again"))?,
            ),
        };
        let path = certified.map_or(path, Path::new);
        let shown = path.display().to_string();
        let unusable = |error: crate::trust::KeyError| refused(format!("`{shown}` cannot sign: {error}"), error.help());
        let bytes = Zeroizing::new(read_file(&from(project, path))?);
        let file = KeyFile::read(&bytes).map_err(unusable)?;
        let key = certificate.unwrap_or_else(|| file.public().to_vec());
        let (by, _) = self.admit(&key)?;
        if by.key != file.public() {
            return Err(refused(
                format!("the certificate is not that of the key in `{shown}`"),
                "name the certificate that was made for it",
            ));
        }
        let passphrase = if file.is_locked() { passphrase(source, &shown)? } else { Zeroizing::default() };
        let secret = file.open(&passphrase).map_err(unusable)?;
        let signature = secret.sign(NAMESPACE, self.question.payload).ok_or_else(|| unusable(crate::trust::KeyError::Damaged))?;
        Ok((key, signature))
    }

    fn by_agent(&self, public: Option<&Path>) -> Result<Made, Failure> {
        let mut agent = Agent::connect()?;
        let held = agent.keys()?;
        let key = match public {
            Some(path) => {
                let shown = path.display();
                let key = read_public(&read_file(path)?).ok_or_else(|| {
                    refused(
                        format!("`{shown}` is no public key"),
                        "name the `.pub` file of a key that ssh-agent holds, or leave `--agent` out",
                    )
                })?;
                if !held.iter().any(|held| held.key == key) {
                    return Err(refused(format!("ssh-agent does not hold the key of `{shown}`"), "add it with `ssh-add`"));
                }
                self.admit(&key)?;
                key
            }
            None => self.only(&held)?,
        };
        let signature = agent.sign(&key, &to_be_signed(NAMESPACE, self.question.payload))?;
        Ok((key, signature))
    }

    /// The only key of the agent that may sign.
    fn only(&self, held: &[super::agent::HeldKey]) -> Result<Vec<u8>, Failure> {
        let mut admitted: Vec<(SignedBy, &super::agent::HeldKey)> = Vec::new();
        let mut reason = None;
        for held in held {
            match self.admit(&held.key) {
                // An agent holds a key beside its certificate; either will do.
                Ok((by, _)) if admitted.iter().any(|(other, _)| other.key == by.key) => {}
                Ok((by, _)) => admitted.push((by, held)),
                Err(failure) => reason = Some(failure),
            }
        }
        match (admitted.as_slice(), reason) {
            ([(_, only)], _) => Ok(only.key.clone()),
            ([], Some(reason)) if held.len() == 1 => Err(reason),
            ([], _) => {
                let message = format!("ssh-agent holds {}, none of which may sign this", crate::diag::plural(held.len(), "key"));
                Err(refused(message, "add one with `ssh-add`, or say with `--key` which key is meant, to be told why it may not"))
            }
            (several, _) => {
                let names: Vec<String> =
                    several.iter().map(|(by, held)| format!("`{}` ({})", by.fingerprint, held.comment.escape_debug())).collect();
                let message = format!("ssh-agent holds several keys that may sign: {}", names.join(", "));
                Err(refused(message, "say which one with `--key`, naming its `.pub` file"))
            }
        }
    }
}
