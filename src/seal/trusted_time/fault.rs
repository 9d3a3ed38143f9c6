//! What can be wrong with a token of trusted time.

use thiserror::Error;

use crate::model::Instant;

/// Why a token proves no time.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TokenFault {
    /// It is no token, or a damaged one.
    #[error("the time stamp is damaged: {part}")]
    Malformed {
        /// What of it cannot be read, or does not fit the rest.
        part: &'static str,
    },
    /// The authority refused the request.
    #[error("the authority refused to give a time: {reason}")]
    NotGranted {
        /// What it says of that.
        reason: String,
    },
    /// What the token says is not what was signed, or the signature was made with another key.
    #[error("the time stamp is not what `{authority}` signed")]
    SignatureWrong {
        /// Whose certificate it names.
        authority: String,
    },
    /// The certificate that it carries is not the one that it was signed under.
    #[error("the time stamp carries another certificate than the one it was made with")]
    CertificateExchanged,
    /// It was made for other bytes.
    #[error("the time stamp of {time} was made for other bytes")]
    OtherBytes {
        /// When.
        time: Instant,
    },
    /// It rests on a hash that can be forged, or that is not worked with.
    #[error("the time stamp rests on {hash}, and SHA-256, SHA-384 or SHA-512 is needed")]
    HashNotAccepted {
        /// The hash.
        hash: &'static str,
    },
    /// The certificate may not be used for giving the time.
    #[error("the certificate of `{authority}` is not for time stamps: {reason}")]
    NotForTime {
        /// Whose certificate it is.
        authority: String,
        /// Why not.
        reason: &'static str,
    },
    /// A certificate was not valid at the time that the token gives.
    #[error("the certificate of `{authority}` is valid from {from} to {until}, and the time stamp says {time}")]
    NotValidThen {
        /// Whose certificate it is.
        authority: String,
        /// First second at which it is valid.
        from: Instant,
        /// Last second at which it is valid.
        until: Instant,
        /// What the token says.
        time: Instant,
    },
    /// The token is sound, and its authority is not among those that are trusted.
    #[error("the time stamp of {time} is by `{authority}`, which is not trusted and has its certificate from `{issuer}`")]
    NotPinned {
        /// Who made it.
        authority: String,
        /// Who issued that one's certificate.
        issuer: String,
        /// When.
        time: Instant,
    },
    /// The token is sound, and nobody said which authorities are trusted.
    #[error("the time stamp of {time} is by `{authority}`, and no authority was named as trusted")]
    NoAuthority {
        /// Who made it.
        authority: String,
        /// When.
        time: Instant,
    },
    /// The certificate of the signer is neither in the token nor among the trusted ones.
    #[error("the time stamp does not carry the certificate of its authority")]
    NoCertificate,
    /// It is of a kind that is not worked with.
    #[error("the time stamp uses {what}, which is not checked here")]
    Unsupported {
        /// What.
        what: String,
    },
}

/// What a fault says of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TokenStanding {
    /// It was tampered with, damaged, or belongs to something else.
    Altered,
    /// It is what it was made as, and does not prove a time.
    Untrusted,
    /// Whether it proves a time cannot be said here.
    Unchecked,
}

impl TokenFault {
    /// A short name for the fault, in kebab case.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Malformed { .. } => "time-malformed",
            Self::NotGranted { .. } => "time-not-granted",
            Self::SignatureWrong { .. } => "time-signature-wrong",
            Self::CertificateExchanged => "time-certificate-exchanged",
            Self::OtherBytes { .. } => "time-for-other-bytes",
            Self::HashNotAccepted { .. } => "time-hash-not-accepted",
            Self::NotForTime { .. } => "time-certificate-not-for-time",
            Self::NotValidThen { .. } => "time-certificate-not-valid",
            Self::NotPinned { .. } => "time-authority-unknown",
            Self::NoAuthority { .. } => "no-time-authority",
            Self::NoCertificate => "time-certificate-missing",
            Self::Unsupported { .. } => "time-unsupported",
        }
    }

    /// What the fault says of the token.
    #[must_use]
    pub const fn standing(&self) -> TokenStanding {
        match self {
            Self::Malformed { .. } | Self::SignatureWrong { .. } | Self::CertificateExchanged | Self::OtherBytes { .. } => {
                TokenStanding::Altered
            }
            Self::NotGranted { .. }
            | Self::HashNotAccepted { .. }
            | Self::NotForTime { .. }
            | Self::NotValidThen { .. }
            | Self::NotPinned { .. } => TokenStanding::Untrusted,
            Self::NoAuthority { .. } | Self::NoCertificate | Self::Unsupported { .. } => TokenStanding::Unchecked,
        }
    }

    /// One step that helps; nothing where none does but a token made anew.
    #[must_use]
    pub const fn help(&self) -> Option<&'static str> {
        match self {
            Self::NotPinned { .. } | Self::NoAuthority { .. } => {
                Some("get the certificate of the authority, or of who issued it, by another channel, and name its file")
            }
            Self::NoCertificate => Some("ask for the time with `openssl ts -query -cert`, or name the certificate of the authority itself"),
            Self::Unsupported { .. } => Some("check it with `openssl ts -verify`"),
            Self::HashNotAccepted { .. } => Some("ask for the time with `openssl ts -query -sha256`"),
            _ => None,
        }
    }
}

/// Foreign text as far as a message quotes it: one line, and not too long.
pub(super) fn shown(text: &str) -> String {
    let letters = text.chars().map(|letter| if letter.is_control() || letter == '`' { '\u{FFFD}' } else { letter });
    letters.take(200).collect()
}
