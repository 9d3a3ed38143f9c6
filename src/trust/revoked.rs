//! Keys that do not count any more, as `ssh-keygen -Y verify -r` reads them.

use std::collections::BTreeSet;

use thiserror::Error;

use super::base64;
use super::certificate::{Certificate, is_certificate};
use super::krl::{self, Krl};
use super::public_key::{is_kind, kind_of};

/// Keys, certificates and authorities that do not count any more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Revoked {
    keys: BTreeSet<Vec<u8>>,
    list: Option<Krl>,
}

/// Why a file says of no key for certain that it is revoked or not; nobody may go on as if nothing were.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RevokedError {
    /// A line is no public key.
    #[error("line {line} is no public key; each line is the line of a `.pub` file")]
    Line {
        /// The line, counted from 1.
        line: usize,
    },
    /// The file is a revocation list of OpenSSH that cannot be read as a whole.
    #[error("the revocation list {reason}; give the keys one a line, each as in its `.pub` file")]
    List {
        /// What is wrong, or not known here.
        reason: &'static str,
    },
}

impl Revoked {
    /// Reads a list of public keys, one a line, or a revocation list (KRL) of OpenSSH.
    ///
    /// Fails on the first thing that is not understood.
    pub fn parse(bytes: &[u8]) -> Result<Self, RevokedError> {
        if krl::is_krl(bytes) {
            let list = Krl::parse(bytes).map_err(|reason| RevokedError::List { reason })?;
            return Ok(Self { keys: BTreeSet::new(), list: Some(list) });
        }
        let text = std::str::from_utf8(bytes).map_err(|_| RevokedError::Line { line: 1 })?;
        let mut keys = BTreeSet::new();
        for (line, written) in (1..).zip(text.lines()) {
            let written = written.trim_start_matches([' ', '\t']).trim_end_matches('\r');
            if written.is_empty() || written.starts_with('#') {
                continue;
            }
            keys.insert(key(written).ok_or(RevokedError::Line { line })?);
        }
        Ok(Self { keys, list: None })
    }

    /// Whether a key, its certificate or the authority behind it is revoked.
    pub(super) fn covers(&self, key: &[u8], certificate: Option<&Certificate>) -> bool {
        let authority = certificate.map(|certificate| certificate.authority.as_slice());
        self.keys.contains(key)
            || authority.is_some_and(|authority| self.keys.contains(authority))
            || self.list.as_ref().is_some_and(|list| list.covers(key, certificate))
    }
}

/// Reads the line of a `.pub` file; of a certificate the key that it is about.
fn key(line: &str) -> Option<Vec<u8>> {
    let mut words = line.split([' ', '\t']).filter(|word| !word.is_empty());
    let (kind, written) = (words.next()?, words.next()?);
    let bytes = base64::decode(written)?;
    if is_certificate(&bytes) {
        return Certificate::read(&bytes).map(|certificate| certificate.key);
    }
    (is_kind(kind) && kind_of(&bytes) == Some(kind)).then_some(bytes)
}
