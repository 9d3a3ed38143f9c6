//! Certificates of OpenSSH: a key, for whom an authority vouches, as whom and how long (`PROTOCOL.certkeys` of OpenSSH).
//!
//! Says what stands in one and whether its authority signed it; whether that authority counts for anything is for the signers to say.

use super::public_key::{Wire, kinds, plain_parts, string};
use super::ssh;

/// What the name of a kind of certificate has in it.
const MARK: &str = "-cert-v01@openssh.com";

/// What a certificate of a person is numbered, rather than one of a machine.
const USER: u32 = 1;

/// Options that tell a server how to let somebody in, and nothing of signatures.
const OF_LOGINS: [&str; 2] = ["force-command", "source-address"];

/// What stands in a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Certificate {
    /// The key, as bytes on the wire, as if there were no certificate.
    pub(super) key: Vec<u8>,
    /// Its number; authorities that do not number leave it at zero.
    pub(super) serial: u64,
    /// Whether it is one of a person, rather than of a machine.
    pub(super) is_of_a_person: bool,
    /// What the authority calls it.
    pub(super) id: String,
    /// The names for which it may be used.
    pub(super) principals: Vec<String>,
    /// First second at which it is valid.
    pub(super) valid_after: u64,
    /// First second at which it is not valid any more.
    pub(super) valid_before: u64,
    /// A condition that is not known here, so that nobody may rely on it.
    pub(super) unknown_condition: Option<String>,
    /// The key of the authority, as bytes on the wire.
    pub(super) authority: Vec<u8>,
}

/// Whether this is the name of a kind of certificate.
fn plain_kind(kind: &str) -> Option<&'static str> {
    let (front, rest) = kind.split_once(MARK)?;
    kinds().filter(|_| rest.is_empty()).find(|plain| plain.strip_suffix("@openssh.com").unwrap_or(plain) == front)
}

/// Whether these bytes name themselves a certificate.
pub(super) fn is_certificate(bytes: &[u8]) -> bool {
    Wire(bytes).text().and_then(plain_kind).is_some()
}

impl Certificate {
    /// Reads a certificate; nothing where it is malformed or its authority did not sign it.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let mut wire = Wire(bytes);
        let kind = plain_kind(wire.text()?)?;
        wire.string()?;
        let parts = plain_parts(kind, &mut wire)?;
        let key = [string(kind.as_bytes()), parts.to_vec()].concat();
        let serial = wire.long()?;
        let sort = wire.number()?;
        let id = wire.text()?.to_owned();
        let principals = texts(wire.string()?)?;
        let (valid_after, valid_before) = (wire.long()?, wire.long()?);
        let conditions = names(wire.string()?)?;
        names(wire.string()?)?;
        wire.string()?;
        let authority = wire.string()?;
        let signed = bytes.get(..bytes.len() - wire.0.len())?;
        let signature = wire.string()?;
        let vouched = wire.is_empty() && !is_certificate(authority) && ssh::is_signed(authority, signed, signature);
        let unknown_condition = conditions.into_iter().find(|condition| !OF_LOGINS.contains(&condition.as_str()));
        vouched.then(|| Self {
            key,
            serial,
            is_of_a_person: sort == USER,
            id,
            principals,
            valid_after,
            valid_before,
            unknown_condition,
            authority: authority.to_vec(),
        })
    }
}

/// Reads strings to the end of some bytes.
fn texts(bytes: &[u8]) -> Option<Vec<String>> {
    let mut wire = Wire(bytes);
    let mut texts = Vec::new();
    while !wire.is_empty() {
        texts.push(wire.text()?.to_owned());
    }
    Some(texts)
}

/// Reads the names of options, behind each of which stands its value.
fn names(bytes: &[u8]) -> Option<Vec<String>> {
    let mut wire = Wire(bytes);
    let mut names = Vec::new();
    while !wire.is_empty() {
        names.push(wire.text()?.to_owned());
        wire.string()?;
    }
    Some(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_of_certificates_are_told_from_kinds_of_keys() {
        for (kind, plain) in [
            ("ssh-ed25519-cert-v01@openssh.com", Some("ssh-ed25519")),
            ("sk-ssh-ed25519-cert-v01@openssh.com", Some("sk-ssh-ed25519@openssh.com")),
            ("sk-ecdsa-sha2-nistp256-cert-v01@openssh.com", Some("sk-ecdsa-sha2-nistp256@openssh.com")),
            ("ssh-rsa-cert-v01@openssh.com", Some("ssh-rsa")),
            ("ssh-dss-cert-v01@openssh.com", None),
            ("ssh-ed25519", None),
            ("ssh-ed25519-cert-v01@openssh.com.evil", None),
        ] {
            assert_eq!(plain_kind(kind), plain, "{kind}");
        }
    }
}
