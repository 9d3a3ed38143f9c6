//! The certificates of time-stamping authorities that somebody trusts.
//!
//! They come from the person who verifies, never from what is verified.

use thiserror::Error;

use crate::trust::base64;

use super::certificate::Certificate;

const BEGIN: &str = "-----BEGIN CERTIFICATE-----";
const END: &str = "-----END CERTIFICATE-----";

/// Bytes of the largest file of certificates that is read.
const LARGEST: usize = 1 << 20;

/// Certificates that are trusted for the time: each that of an authority, or that of the one who issued an authority's certificate.
#[derive(Clone, Debug, Default)]
pub struct Authorities {
    pub(super) certificates: Vec<Certificate>,
}

/// What is wrong with a file of certificates.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum AuthoritiesError {
    /// The file is no text, or too large.
    #[error("it is no text in PEM of at most 1 MiB")]
    NoText,
    /// There is no certificate in it.
    #[error("it holds no certificate: a line `{BEGIN}` is missing")]
    None,
    /// A certificate cannot be read.
    #[error("certificate {number} in it is cut off or malformed")]
    Malformed {
        /// Which, counted from 1.
        number: usize,
    },
}

impl Authorities {
    /// Trusts nobody.
    #[must_use]
    pub const fn none() -> Self {
        Self { certificates: Vec::new() }
    }

    /// Reads certificates in PEM; text around them is passed over, as other readers of PEM do.
    ///
    /// Fails with what is wrong with the first one that cannot be read.
    pub fn parse(pem: &[u8]) -> Result<Self, AuthoritiesError> {
        if pem.len() > LARGEST {
            return Err(AuthoritiesError::NoText);
        }
        let mut rest = std::str::from_utf8(pem).map_err(|_| AuthoritiesError::NoText)?;
        let mut certificates = Vec::new();
        while let Some((_, begun)) = rest.split_once(BEGIN) {
            let malformed = AuthoritiesError::Malformed { number: certificates.len() + 1 };
            let certificate = begun.split_once(END).and_then(|(body, after)| {
                rest = after;
                Certificate::read(&base64::decode(body)?)
            });
            certificates.push(certificate.ok_or(malformed)?);
        }
        if certificates.is_empty() { Err(AuthoritiesError::None) } else { Ok(Self { certificates }) }
    }

    /// Whether nobody is trusted.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.certificates.is_empty()
    }

    /// The names of those that are trusted, in the order in which they were given.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.certificates.iter().map(|certificate| certificate.subject.as_str())
    }
}
