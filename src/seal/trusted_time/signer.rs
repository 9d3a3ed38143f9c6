//! Who signed a token, and what is signed with it (`SignerInfo` of RFC 5652), as it lies in its bytes.

use super::algorithm::Algorithm;
use super::fields::{Fields, Kind};
use super::token::TIME_INFO;

const CONTENT_TYPE: &str = "1.2.840.113549.1.9.3";
const MESSAGE_DIGEST: &str = "1.2.840.113549.1.9.4";
const SIGNING_CERTIFICATE: &str = "1.2.840.113549.1.9.16.2.12";
const SIGNING_CERTIFICATE_V2: &str = "1.2.840.113549.1.9.16.2.47";

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

impl<'a> Signer<'a> {
    /// Reads the one signer that a token has, the last of its fields.
    pub(super) fn read(mut fields: Fields<'a>) -> Option<Self> {
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

fn read_issued(mut fields: Fields<'_>) -> Option<(&[u8], &[u8])> {
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
fn read_issuer_serial(mut fields: Fields<'_>) -> Option<(&[u8], &[u8])> {
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
