//! Responses and tokens of RFC 3161 as they lie in their bytes.
//!
//! Says what stands there and refuses what cannot stand there; whether it is true is not asked here. Only DER is read, with nothing left over.

use std::time::Duration;

use crate::model::Instant;

use super::algorithm::Algorithm;
use super::fault::{TokenFault, shown};
use super::fields::{Element, Fields, Kind, small_of};

const SIGNED_DATA: &str = "1.2.840.113549.1.7.2";
const TIME_INFO: &str = "1.2.840.113549.1.9.16.1.4";
const CONTENT_TYPE: &str = "1.2.840.113549.1.9.3";
const MESSAGE_DIGEST: &str = "1.2.840.113549.1.9.4";
const SIGNING_CERTIFICATE: &str = "1.2.840.113549.1.9.16.2.12";
const SIGNING_CERTIFICATE_V2: &str = "1.2.840.113549.1.9.16.2.47";

/// A token: what it says, and who signed that.
pub(super) struct Token<'a> {
    /// What is signed, as bytes.
    pub(super) content: &'a [u8],
    pub(super) says: TimeInfo<'a>,
    pub(super) certificates: Vec<&'a [u8]>,
    pub(super) signer: Signer<'a>,
}

/// What a token says (`TSTInfo`).
pub(super) struct TimeInfo<'a> {
    pub(super) policy: String,
    pub(super) hash: Algorithm<'a>,
    pub(super) imprint: &'a [u8],
    pub(super) serial: &'a [u8],
    pub(super) time: Instant,
    pub(super) accuracy: Option<Duration>,
    /// Whether something is said in an extension that must be understood.
    pub(super) is_extended: bool,
}

/// Who signed a token, and how (`SignerInfo`).
pub(super) struct Signer<'a> {
    pub(super) name: SignerName<'a>,
    pub(super) hash: Algorithm<'a>,
    pub(super) attributes: Attributes<'a>,
    pub(super) algorithm: Algorithm<'a>,
    pub(super) signature: &'a [u8],
}

/// How a signer names its certificate.
pub(super) enum SignerName<'a> {
    Issued { issuer: &'a [u8], serial: &'a [u8] },
    KeyId(&'a [u8]),
}

/// What is signed together with the content.
pub(super) struct Attributes<'a> {
    /// All of them as the set that the signature is over.
    pub(super) signed: Vec<u8>,
    pub(super) digest: &'a [u8],
    pub(super) certificate: CertificateDigest<'a>,
}

/// The certificate that a signature was made under.
pub(super) enum CertificateDigest<'a> {
    /// By a digest; by SHA-256 where no other algorithm is named.
    Of { hash: Option<Algorithm<'a>>, digest: &'a [u8], issued: Option<(&'a [u8], &'a [u8])> },
    /// By SHA-1.
    Sha1,
}

impl<'a> Token<'a> {
    /// Reads a response with a token, or a token alone.
    pub(super) fn read(bytes: &'a [u8]) -> Result<Self, TokenFault> {
        let broken = |part| move || TokenFault::Malformed { part };
        let outer = Fields::of_sequence(bytes).ok_or_else(broken("it is not one sequence in DER"))?;
        let elements = outer.rest().ok_or_else(broken("it is cut off"))?;
        let is_response = elements.first().is_some_and(Element::is_sequence);
        let token = if is_response { granted(&elements)? } else { bytes };
        let fields = signed_data(token).ok_or_else(broken("it holds no signed data"))?;
        Self::of_signed_data(fields)
    }

    fn of_signed_data(mut fields: Fields<'a>) -> Result<Self, TokenFault> {
        let broken = |part| move || TokenFault::Malformed { part };
        let hashes = head(&mut fields).ok_or_else(broken("the head of the signed data"))?;
        let content = content(&mut fields).ok_or_else(broken("it is signed data, but not of a time"))?;
        let says = TimeInfo::read(content).ok_or_else(broken("what it says of the time"))?;
        let certificates = certificates(&mut fields).ok_or_else(broken("its certificates"))?;
        let signer = Signer::read(fields).ok_or_else(broken("its signature, or what is signed with it"))?;
        if !hashes.contains(&signer.hash) {
            return Err(TokenFault::Malformed { part: "its signature names another hash than its head" });
        }
        Ok(Self { content, says, certificates, signer })
    }
}

/// The token of a response, if one was granted.
fn granted<'a>(elements: &[Element<'a>]) -> Result<&'a [u8], TokenFault> {
    let malformed = || TokenFault::Malformed { part: "the status of the response" };
    let (status, token) = match elements {
        [status] => (status, None),
        [status, token] => (status, Some(token)),
        _ => return Err(malformed()),
    };
    let (status, reason) = read_status(status.contents).ok_or_else(malformed)?;
    match (status, token) {
        // Granted, and granted with changes to what was asked.
        (0 | 1, Some(token)) => Ok(token.whole),
        (2..=5, None) => Err(TokenFault::NotGranted { reason }),
        _ => Err(TokenFault::Malformed { part: "its status does not fit what it carries" }),
    }
}

/// The status of a response, and what is said of it.
fn read_status(contents: &[u8]) -> Option<(u64, String)> {
    let mut fields = Fields::of(contents)?;
    let status = fields.small()?;
    let mut reason = match status {
        2 => "the request was rejected",
        3 => "the request waits",
        4 => "a revocation is at hand",
        5 => "its certificate was revoked",
        _ => "",
    }
    .to_owned();
    if fields.next_is(Kind::Sequence) {
        let mut texts = fields.sequence()?;
        while !texts.is_empty() {
            reason = format!("{reason}, {}", shown(texts.text()?));
        }
    }
    if fields.next_is(Kind::BitString) {
        fields.element()?;
    }
    fields.is_empty().then_some((status, shown(&reason)))
}

/// The fields of the signed data in a token.
fn signed_data(token: &[u8]) -> Option<Fields<'_>> {
    let mut fields = Fields::of_sequence(token)?;
    let is_signed_data = fields.identifier()? == SIGNED_DATA;
    let inner = Fields::of_sequence(fields.marked(0, true)??)?;
    (is_signed_data && fields.is_empty()).then_some(inner)
}

/// The hashes that signed data names at its head.
fn head<'a>(fields: &mut Fields<'a>) -> Option<Vec<Algorithm<'a>>> {
    // The version is 3 whenever the content is something of its own (RFC 5652, section 5.1).
    if fields.small()? != 3 {
        return None;
    }
    let mut set = fields.set()?;
    let mut hashes = Vec::new();
    while !set.is_empty() {
        hashes.push(Algorithm::read(set.sequence()?)?);
    }
    Some(hashes)
}

/// The content of signed data, which must be what a token says.
fn content<'a>(fields: &mut Fields<'a>) -> Option<&'a [u8]> {
    let mut wrapped = fields.sequence()?;
    let is_time = wrapped.identifier()? == TIME_INFO;
    let mut inner = Fields::of(wrapped.marked(0, true)??)?;
    let content = inner.octets()?;
    (is_time && wrapped.is_empty() && inner.is_empty()).then_some(content)
}

/// The certificates that signed data carries; lists of revoked ones are passed over, as far as they are such lists.
fn certificates<'a>(fields: &mut Fields<'a>) -> Option<Vec<&'a [u8]>> {
    let mut certificates = Vec::new();
    if let Some(contents) = fields.marked(0, true)? {
        let elements = Fields::of(contents)?.rest()?;
        if elements.is_empty() || !elements.iter().all(Element::is_sequence) {
            return None;
        }
        certificates.extend(elements.iter().map(|element| element.whole));
    }
    if let Some(contents) = fields.marked(1, true)? {
        let mut lists = Fields::of(contents)?;
        while !lists.is_empty() {
            let body = lists.sequence()?.sequence()?;
            // The number of a version or an algorithm; certificates begin with something else.
            if !body.next_is(Kind::Integer) && !body.next_is(Kind::Sequence) {
                return None;
            }
        }
    }
    Some(certificates)
}

impl<'a> TimeInfo<'a> {
    fn read(content: &'a [u8]) -> Option<Self> {
        let mut fields = Fields::of_sequence(content)?;
        if fields.small()? != 1 {
            return None;
        }
        let policy = fields.identifier()?;
        let mut imprinted = fields.sequence()?;
        let hash = Algorithm::read(imprinted.sequence()?)?;
        let imprint = imprinted.octets().filter(|_| imprinted.is_empty())?;
        let serial = fields.integer()?;
        let time = read_time(fields.time()?)?;
        let accuracy = if fields.next_is(Kind::Sequence) { Some(read_accuracy(fields.sequence()?)?) } else { None };
        // Whether tokens are ordered, and the number of the request: neither says anything of these bytes.
        for kind in [Kind::Boolean, Kind::Integer] {
            if fields.next_is(kind) {
                fields.element()?;
            }
        }
        fields.marked(0, true)?;
        let is_extended = match fields.marked(1, true)? {
            Some(extensions) => has_critical(extensions)?,
            None => false,
        };
        fields.is_empty().then_some(Self { policy, hash, imprint, serial, time, accuracy, is_extended })
    }
}

/// Reads `20261005120000.25Z`.
fn read_time(text: &str) -> Option<Instant> {
    let (whole, fraction) = text.strip_suffix('Z')?.split_at_checked(14)?;
    if !whole.bytes().all(|digit| digit.is_ascii_digit()) || fraction.ends_with(['0', '.']) {
        return None;
    }
    let part = |range| whole.get(range);
    let (year, month, day) = (part(0..4)?, part(4..6)?, part(6..8)?);
    let (hour, minute, second) = (part(8..10)?, part(10..12)?, part(12..14)?);
    Instant::parse(&format!("{year}-{month}-{day}T{hour}:{minute}:{second}{fraction}Z")).ok()
}

fn read_accuracy(mut fields: Fields<'_>) -> Option<Duration> {
    let seconds = if fields.next_is(Kind::Integer) { fields.small()? } else { 0 };
    let mut accuracy = Duration::from_secs(seconds);
    for (number, unit) in [(0, 1_000_000), (1, 1_000)] {
        if let Some(contents) = fields.marked(number, false)? {
            let count = small_of(contents).filter(|count| (1..1000).contains(count))?;
            accuracy = accuracy.checked_add(Duration::from_nanos(u64::from(count) * unit))?;
        }
    }
    fields.is_empty().then_some(accuracy)
}

/// Whether one of some extensions must be understood.
fn has_critical(extensions: &[u8]) -> Option<bool> {
    let mut fields = Fields::of(extensions)?;
    let mut found = false;
    while !fields.is_empty() {
        let mut extension = fields.sequence()?;
        extension.identifier()?;
        // The flag is written only where it is set.
        found |= extension.next_is(Kind::Boolean);
    }
    Some(found)
}

impl<'a> Signer<'a> {
    /// Reads the one signer that a token has, the last of its fields.
    fn read(mut fields: Fields<'a>) -> Option<Self> {
        let mut signers = fields.set()?;
        let mut signer = signers.sequence()?;
        if !signers.is_empty() || !fields.is_empty() {
            return None;
        }
        let version = signer.small()?;
        let name = match (version, signer.marked(0, false)?) {
            (1, None) => {
                let (issuer, serial) = read_issued(signer.sequence()?)?;
                SignerName::Issued { issuer, serial }
            }
            (3, Some(id)) => SignerName::KeyId(id),
            _ => return None,
        };
        let hash = Algorithm::read(signer.sequence()?)?;
        let attributes = Attributes::read(signer.marked(0, true)??)?;
        let algorithm = Algorithm::read(signer.sequence()?)?;
        let signature = signer.octets()?;
        // Attributes that are not signed prove nothing.
        signer.marked(1, true)?;
        signer.is_empty().then_some(Self { name, hash, attributes, algorithm, signature })
    }
}

fn read_issued<'a>(mut fields: Fields<'a>) -> Option<(&'a [u8], &'a [u8])> {
    let issuer = fields.element()?.whole;
    let serial = fields.integer()?;
    fields.is_empty().then_some((issuer, serial))
}

impl<'a> Attributes<'a> {
    fn read(contents: &'a [u8]) -> Option<Self> {
        let mut fields = Fields::of(contents)?;
        let (mut kind, mut digest, mut certificate, mut old_certificate) = (None, None, None, None);
        while !fields.is_empty() {
            let mut attribute = fields.sequence()?;
            let name = attribute.identifier()?;
            let value = attribute.set()?;
            let place = match name.as_str() {
                CONTENT_TYPE => &mut kind,
                MESSAGE_DIGEST => &mut digest,
                SIGNING_CERTIFICATE_V2 => &mut certificate,
                SIGNING_CERTIFICATE => &mut old_certificate,
                _ => continue,
            };
            // Each may stand once, with one value.
            if place.is_some() || !attribute.is_empty() {
                return None;
            }
            *place = Some(value);
        }
        let only = |set: Option<Fields<'a>>| {
            let mut set = set?;
            let value = set.element()?;
            set.is_empty().then_some(value)
        };
        let is_time = only(kind)?.identifier()? == TIME_INFO;
        let digest = Fields::of(only(digest)?.whole)?.octets()?;
        let certificate = match (certificate, old_certificate) {
            (Some(set), _) => CertificateDigest::read(only(Some(set))?.whole)?,
            (None, set) => CertificateDigest::read_sha1(only(set)?.whole)?,
        };
        is_time.then_some(Self { signed: as_set(contents)?, digest, certificate })
    }
}

impl<'a> CertificateDigest<'a> {
    /// Reads `SigningCertificateV2` (RFC 5035); the first certificate is the signer's.
    fn read(bytes: &'a [u8]) -> Option<Self> {
        let mut first = Fields::of_sequence(bytes)?.sequence()?.sequence()?;
        let hash = if first.next_is(Kind::Sequence) { Some(Algorithm::read(first.sequence()?)?) } else { None };
        let digest = first.octets()?;
        let issued = if first.next_is(Kind::Sequence) { Some(read_issuer_serial(first.sequence()?)?) } else { None };
        first.is_empty().then_some(Self::Of { hash, digest, issued })
    }

    /// Reads `SigningCertificate` (RFC 2634).
    fn read_sha1(bytes: &'a [u8]) -> Option<Self> {
        let mut first = Fields::of_sequence(bytes)?.sequence()?.sequence()?;
        (first.octets()?.len() == 20).then_some(Self::Sha1)
    }
}

/// Reads `IssuerSerial`: the issuer as the one directory name among general names.
fn read_issuer_serial<'a>(mut fields: Fields<'a>) -> Option<(&'a [u8], &'a [u8])> {
    let issuer = fields.sequence()?.marked(4, true)??;
    let serial = fields.integer()?;
    fields.is_empty().then_some((issuer, serial))
}

/// Some contents as a set, which is how attributes are signed (RFC 5652, section 5.4).
fn as_set(contents: &[u8]) -> Option<Vec<u8>> {
    let mut length: Vec<u8> = contents.len().to_be_bytes().into_iter().skip_while(|byte| *byte == 0).collect();
    if contents.len() >= 0x80 {
        length.insert(0, 0x80 | u8::try_from(length.len()).ok()?);
    } else {
        length = vec![u8::try_from(contents.len()).ok()?];
    }
    Some([&[0x31], length.as_slice(), contents].concat())
}
