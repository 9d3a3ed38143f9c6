//! What a signature is worth, and for whom.

use std::sync::Arc;

use crate::model::Instant;

/// The key that made a signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedBy {
    /// The kind of the key, such as `ssh-ed25519`.
    pub kind: &'static str,
    /// Fingerprint of the key, as `ssh-keygen -l` prints it.
    pub fingerprint: String,
    /// The key as bytes on the wire, as if there were no certificate.
    pub key: Vec<u8>,
    /// Who vouches for it, where it is used by a certificate.
    pub certificate: Option<Vouched>,
}

/// What a certificate says that stands behind a signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vouched {
    /// Fingerprint of the authority's key.
    pub authority: String,
    /// What the authority calls the certificate.
    pub id: String,
    /// Its number; zero where the authority does not number.
    pub serial: u64,
    /// The names for which it may be used.
    pub principals: Vec<String>,
    /// First second at which it is valid; nothing where it always was.
    pub valid_after: Option<Instant>,
    /// First second at which it is not valid any more; nothing where that was left open.
    pub valid_before: Option<Instant>,
}

/// The line of the signers that decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignerLine {
    /// Its number, counted from 1.
    pub number: usize,
    /// Who it names: names or patterns of names, separated by commas; behind a certificate the names that both it and the line hold.
    pub principals: Arc<str>,
    /// First second at which it counts; nothing where it always did.
    pub valid_after: Option<Instant>,
    /// Last second at which it counts; nothing where that was left open.
    pub valid_before: Option<Instant>,
}

/// What a signature is worth. Whatever is not [`Good`](Self::Good) proves nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Judgement {
    /// It is no signature as OpenSSH writes them: a byte of it was changed, or it is of a kind that OpenSSH does not make.
    Malformed(&'static str),
    /// It is by a key of a kind that OpenSSH knows and that is not checked here, for the reason that is told.
    Unchecked(SignedBy, String),
    /// It does not fit: this key made it for other bytes, or not at all.
    OtherBytes(SignedBy),
    /// It is sound, for these very bytes, and was made for another purpose, which is told.
    WrongNamespace(SignedBy, String),
    /// It is sound, by a key, a certificate or an authority that is revoked.
    Revoked(SignedBy),
    /// It is sound, and there is nothing that says whose keys count.
    NoSigners(SignedBy),
    /// It is sound, by a key that the signers do not name.
    UnknownKey(SignedBy),
    /// It is sound, by a key that the signers name as an authority only, so that what it signs itself counts for nothing.
    AuthorityOnly(SignedBy, SignerLine),
    /// It is sound, by a key of somebody else than was asked for.
    OtherIdentity(SignedBy, SignerLine),
    /// It is sound, by a key that the signers name for other purposes only.
    OtherNamespace(SignedBy, SignerLine),
    /// It is sound, by a certificate that does not count, for the reason that is told.
    CertificateRefused(SignedBy, SignerLine, &'static str),
    /// It is sound, by a key or a certificate that was not valid yet at the time.
    NotYetValid(SignedBy, SignerLine),
    /// It is sound, by a key or a certificate that was not valid any more at the time.
    Expired(SignedBy, SignerLine),
    /// It is sound, by a key that the signers name for this purpose and this time.
    Good(SignedBy, SignerLine),
}

impl Judgement {
    /// The key that made it, where it could be told.
    #[must_use]
    pub const fn signed_by(&self) -> Option<&SignedBy> {
        match self {
            Self::Malformed(_) => None,
            Self::Unchecked(by, _)
            | Self::OtherBytes(by)
            | Self::WrongNamespace(by, _)
            | Self::Revoked(by)
            | Self::NoSigners(by)
            | Self::UnknownKey(by)
            | Self::AuthorityOnly(by, _)
            | Self::OtherIdentity(by, _)
            | Self::OtherNamespace(by, _)
            | Self::CertificateRefused(by, _, _)
            | Self::NotYetValid(by, _)
            | Self::Expired(by, _)
            | Self::Good(by, _) => Some(by),
        }
    }

    /// How near it is to a good one; of several lines that speak of a key the nearest decides.
    pub(super) const fn rank(&self) -> u8 {
        match self {
            Self::Good(..) => 6,
            Self::Expired(..) | Self::NotYetValid(..) => 5,
            Self::CertificateRefused(..) => 4,
            Self::OtherNamespace(..) => 3,
            Self::OtherIdentity(..) => 2,
            Self::AuthorityOnly(..) => 1,
            _ => 0,
        }
    }
}
