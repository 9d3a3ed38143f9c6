//! Responses and tokens of RFC 3161 as they lie in their bytes.
//!
//! Says what stands there and refuses what cannot stand there; whether it is true is not asked here. Only DER is read, with nothing left over.

use super::algorithm::Algorithm;
use super::fault::{TokenFault, shown};
use super::fields::{Element, Fields, Kind};
use super::signer::Signer;
use super::time_info::TimeInfo;

const SIGNED_DATA: &str = "1.2.840.113549.1.7.2";
pub(super) const TIME_INFO: &str = "1.2.840.113549.1.9.16.1.4";

/// A token: what it says, and who signed that.
pub(super) struct Token<'a> {
    /// What is signed, as bytes.
    pub(super) content: &'a [u8],
    pub(super) says: TimeInfo<'a>,
    pub(super) certificates: Vec<&'a [u8]>,
    pub(super) signer: Signer<'a>,
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
