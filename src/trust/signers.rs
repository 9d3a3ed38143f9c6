//! Who may sign: the `allowed_signers` file of OpenSSH.
//!
//! The grammar is that of `ssh-keygen(1)`, "ALLOWED SIGNERS", with two differences, both on the safe side of one report being the same
//! everywhere: a time without `Z` is read in universal time, not on the clock of the machine, and a line that is wrong is a finding and counts for
//! nobody, while the other lines still count. Knows no repository: whoever signs anything is looked up by key, namespace and time.

use std::sync::Arc;

use super::pattern::Patterns;
use super::public_key::fingerprint;
use super::signer_line::read_line;
use crate::diag::{Finding, Findings, Place, codes};
use crate::model::Instant;

/// Bytes of the longest line that is shown with a finding.
const LONGEST_EXCERPT: usize = 4096;

/// One key, and who may use it when and for what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signer {
    pub(super) principals: Patterns,
    pub(super) namespaces: Option<Patterns>,
    pub(super) valid_after: Option<Instant>,
    pub(super) valid_before: Option<Instant>,
    pub(super) authority: bool,
    pub(super) key: Vec<u8>,
    pub(super) line: usize,
}

impl Signer {
    /// Who holds the key, as the file writes it: names or patterns of names, separated by commas.
    #[must_use]
    pub fn principals(&self) -> &Arc<str> {
        self.principals.written()
    }

    /// Whether somebody is one of those who hold the key.
    #[must_use]
    pub fn is_held_by(&self, principal: &str) -> bool {
        self.principals.matches(principal)
    }

    /// First second at which the key is valid; nothing where it always was.
    #[must_use]
    pub fn valid_after(&self) -> Option<Instant> {
        self.valid_after
    }

    /// Last second at which the key is valid; nothing where that was left open.
    #[must_use]
    pub fn valid_before(&self) -> Option<Instant> {
        self.valid_before
    }

    /// Whether it vouches for other keys, and signs nothing itself that counts.
    #[must_use]
    pub fn is_authority(&self) -> bool {
        self.authority
    }

    /// The line of the file, counted from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    /// The key as bytes on the wire, as its Base64 holds them.
    #[must_use]
    pub fn key(&self) -> &[u8] {
        &self.key
    }

    /// Fingerprint of the key, as `ssh-keygen -l` prints it.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        fingerprint(&self.key)
    }

    /// Whether the key may be used in a namespace, such as `git`.
    #[must_use]
    pub fn may_sign_in(&self, namespace: &str) -> bool {
        self.namespaces.as_ref().is_none_or(|namespaces| namespaces.matches(namespace))
    }

    /// Whether the key is valid at a time; both ends belong to the time, to the second.
    #[must_use]
    pub fn is_valid_at(&self, at: Instant) -> bool {
        self.valid_after.is_none_or(|first| first.unix() <= at.unix()) && self.valid_before.is_none_or(|last| at.unix() <= last.unix())
    }
}

/// The lines of an `allowed_signers` file, in its order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signers {
    signers: Vec<Signer>,
}

impl Signers {
    /// Reads the file; each line that is wrong is a finding with its place in `path` and counts for nobody.
    #[must_use]
    pub fn parse(text: &str, path: &str) -> (Self, Findings) {
        let path: Arc<str> = path.into();
        let mut signers = Vec::new();
        let mut findings = Findings::new();
        for (index, line) in text.lines().enumerate() {
            match read_line(line) {
                Ok(None) => {}
                Ok(Some(signer)) => signers.push(Signer { line: index + 1, ..signer }),
                Err(fault) => {
                    let covered = |range: std::ops::Range<usize>| line.get(range).map_or(0, |text| text.chars().count());
                    let place = Place {
                        path: Arc::clone(&path),
                        line: index + 1,
                        column: covered(0..fault.range.start) + 1,
                        width: covered(fault.range.clone()),
                        excerpt: (line.len() <= LONGEST_EXCERPT).then(|| line.into()),
                    };
                    findings.push(Finding::error(&codes::SIGNERS, place, fault.message).help(fault.help));
                }
            }
        }
        (Self { signers }, findings)
    }

    /// All lines that were read, in the order of the file.
    #[must_use]
    pub fn all(&self) -> &[Signer] {
        &self.signers
    }

    /// Whether somebody may sign with a key in a namespace at a time: what `ssh-keygen -Y verify -I` asks of the file.
    #[must_use]
    pub fn lets_sign(&self, principal: &str, key: &[u8], namespace: &str, at: Instant) -> bool {
        self.signers.iter().any(|signer| {
            signer.key == key
                && !signer.authority
                && signer.is_held_by(principal)
                && signer.may_sign_in(namespace)
                && signer.is_valid_at(at)
        })
    }
}
