//! Certificates (X.509) as far as they say who gives the time, with which key, and from when to when.
//!
//! The one file that names the reader of certificates. The bytes are kept as they came, since digests and signatures are over those.

use x509_cert::TbsCertificate;
use x509_cert::der::Decode;
use x509_cert::der::asn1::ObjectIdentifier;
use x509_cert::ext::pkix::{BasicConstraints, ExtendedKeyUsage, KeyUsage, SubjectKeyIdentifier};
use x509_cert::time::Time;

use crate::model::Instant;

use super::algorithm::{Algorithm, Known, Scheme};
use super::fault::{TokenFault, shown};
use super::fields::Fields;
use super::keys::{Fit, Key};

/// Bytes of the largest certificate that is read.
const LARGEST: usize = 1 << 14;

/// The use of a key for giving the time (RFC 3161, section 2.3), and any use.
const TIME_STAMPING: &str = "1.3.6.1.5.5.7.3.8";
const ANY_USE: &str = "2.5.29.37.0";

/// Extensions that may be critical: all that bears on giving the time is looked at, and the others only name things.
const LOOKED_AT: [&str; 6] = ["2.5.29.14", "2.5.29.15", "2.5.29.17", "2.5.29.19", "2.5.29.32", "2.5.29.37"];

/// A certificate.
#[derive(Clone, Debug)]
pub(super) struct Certificate {
    pub(super) bytes: Vec<u8>,
    pub(super) subject: String,
    pub(super) issuer: String,
    pub(super) key_id: Option<Vec<u8>>,
    pub(super) from: Instant,
    pub(super) until: Instant,
    pub(super) key: Key,
    issuer_bytes: Vec<u8>,
    serial: Vec<u8>,
    subject_bytes: Vec<u8>,
    signed: Vec<u8>,
    scheme: Known<Scheme>,
    signature: Vec<u8>,
    uses: Uses,
}

/// What the key of a certificate may be used for.
#[derive(Clone, Debug)]
struct Uses {
    /// Why it is not for giving the time; nothing where it is.
    not_for_time: Option<&'static str>,
    /// Whether it may issue certificates for giving the time.
    issues: bool,
    /// A critical extension that nobody here understands.
    not_understood: Option<String>,
}

impl Certificate {
    /// Reads a certificate; nothing where any of it is malformed.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        if bytes.len() > LARGEST {
            return None;
        }
        let mut fields = Fields::of_sequence(bytes)?;
        let signed = fields.element()?;
        let algorithm = Algorithm::read(fields.sequence()?)?;
        let signature = fields.bits()?.to_vec();
        if !fields.is_empty() {
            return None;
        }
        let mut parts = Fields::of_sequence(signed.whole)?;
        parts.marked(0, true)?;
        let serial = parts.integer()?.to_vec();
        parts.element()?;
        let issuer_bytes = parts.element()?.whole.to_vec();
        parts.element()?;
        let subject_bytes = parts.element()?.whole.to_vec();
        let body = TbsCertificate::from_der(signed.whole).ok()?;
        let key_id = body.get::<SubjectKeyIdentifier>().ok()?.map(|(_, id)| id.0.as_bytes().to_vec());
        Some(Self {
            bytes: bytes.to_vec(),
            subject: shown(&body.subject.to_string()),
            issuer: shown(&body.issuer.to_string()),
            issuer_bytes,
            serial,
            key_id,
            from: instant(body.validity.not_before)?,
            until: instant(body.validity.not_after)?,
            key: key(&body)?,
            subject_bytes,
            signed: signed.whole.to_vec(),
            scheme: Scheme::named(&algorithm),
            signature,
            uses: Uses::of(&body)?,
        })
    }

    /// Whether an issuer gave it this number.
    pub(super) fn is_named(&self, issuer: &[u8], serial: &[u8]) -> bool {
        self.issuer_bytes == issuer && self.serial == serial
    }

    /// Whether it is for giving the time; fails with why not.
    pub(super) fn gives_time(&self) -> Result<(), TokenFault> {
        if let Some(reason) = self.uses.not_for_time {
            return Err(TokenFault::NotForTime { authority: self.subject.clone(), reason });
        }
        self.understood()
    }

    /// Whether it was issued by another, which may do that.
    pub(super) fn is_issued_by(&self, issuer: &Self) -> Result<bool, TokenFault> {
        if !issuer.uses.issues || self.issuer_bytes != issuer.subject_bytes {
            return Ok(false);
        }
        let scheme = match self.scheme {
            Known::Used(scheme) => scheme,
            Known::Other(name) => return Err(unsupported(format!("a certificate signed by {name}"))),
            Known::No => return Ok(false),
        };
        let Some(hash) = scheme.hash else { return Ok(false) };
        match issuer.key.check(scheme.family, hash, &self.signed, &self.signature) {
            Fit::Yes => issuer.understood().map(|()| true),
            Fit::No => Ok(false),
            Fit::Unchecked(kind) => Err(unsupported(format!("a certificate signed by {kind}"))),
        }
    }

    /// Whether it was valid at a time; fails with from when to when it was.
    pub(super) fn is_valid_at(&self, time: Instant) -> Result<(), TokenFault> {
        // Whole seconds: a certificate is valid until its last second has passed.
        if (self.from.unix()..=self.until.unix()).contains(&time.unix()) {
            return Ok(());
        }
        Err(TokenFault::NotValidThen { authority: self.subject.clone(), from: self.from, until: self.until, time })
    }

    fn understood(&self) -> Result<(), TokenFault> {
        match &self.uses.not_understood {
            None => Ok(()),
            Some(extension) => Err(unsupported(format!("the critical extension {extension} of the certificate of `{}`", self.subject))),
        }
    }
}

impl Uses {
    fn of(body: &TbsCertificate) -> Option<Self> {
        let uses = body.get::<ExtendedKeyUsage>().ok()?;
        let keys = body.get::<KeyUsage>().ok()?.map(|(_, usage)| usage);
        let is_authority = body.get::<BasicConstraints>().ok()?.is_some_and(|(_, constraints)| constraints.ca);
        let names = |wanted: &str| uses.as_ref().is_some_and(|(_, uses)| uses.0.iter().any(|one| one.to_string() == wanted));
        let not_for_time = match &uses {
            None => Some("it does not say that it is for giving the time"),
            Some(_) if !names(TIME_STAMPING) => Some("it is for something else"),
            Some((_, uses)) if uses.0.len() > 1 => Some("it is for other things too"),
            Some((false, _)) => Some("it does not say so in a critical extension"),
            Some(_) if keys.is_some_and(|keys| !keys.digital_signature() && !keys.non_repudiation()) => {
                Some("its key is not for signatures")
            }
            Some(_) => None,
        };
        let issues =
            is_authority && keys.is_none_or(|keys| keys.key_cert_sign()) && (uses.is_none() || names(TIME_STAMPING) || names(ANY_USE));
        let extensions = body.extensions.iter().flatten().filter(|extension| extension.critical);
        let not_understood = extensions.map(|extension| extension.extn_id.to_string()).find(|id| !LOOKED_AT.contains(&id.as_str()));
        Some(Self { not_for_time, issues, not_understood })
    }
}

fn unsupported(what: String) -> TokenFault {
    TokenFault::Unsupported { what }
}

fn instant(time: Time) -> Option<Instant> {
    Instant::from_unix(i64::try_from(time.to_unix_duration().as_secs()).ok()?, 0).ok()
}

/// The key of a certificate; nothing where it is malformed.
fn key(body: &TbsCertificate) -> Option<Key> {
    let info = &body.subject_public_key_info;
    let bits = info.subject_public_key.as_bytes()?;
    let curve = || info.algorithm.parameters.as_ref()?.decode_as::<ObjectIdentifier>().ok();
    Some(match info.algorithm.oid.to_string().as_str() {
        "1.2.840.113549.1.1.1" => {
            let mut fields = Fields::of_sequence(bits)?;
            let (modulus, exponent) = (fields.integer()?.to_vec(), fields.integer()?.to_vec());
            fields.is_empty().then_some(Key::Rsa { modulus, exponent })?
        }
        "1.2.840.10045.2.1" => match curve()?.to_string().as_str() {
            "1.2.840.10045.3.1.7" => Key::P256(bits.to_vec()),
            "1.3.132.0.34" => Key::P384(bits.to_vec()),
            "1.3.132.0.35" => Key::Other("keys of the curve P-521".to_owned()),
            other => Key::Other(format!("keys of the curve {other}")),
        },
        "1.3.101.112" => Key::Other("Ed25519 keys".to_owned()),
        "1.3.101.113" => Key::Other("Ed448 keys".to_owned()),
        other => Key::Other(format!("keys of the kind {other}")),
    })
}
