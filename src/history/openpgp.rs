//! Signature packets of OpenPGP (RFC 4880 and RFC 9580): which key a signature says that it was made by.
//!
//! Reads what stands in front of the mathematics and checks nothing: an issuer is a claim. Bounded by the bytes that are there, whatever a length says.

use std::fmt::Write as _;

use crate::trust::base64;

const BEGIN: &str = "-----BEGIN PGP ";
const END: &str = "-----END PGP ";

/// Bytes of the largest armour that is read.
const LARGEST: usize = 1 << 16;

/// Tag of a signature packet.
const SIGNATURE: u8 = 0x02;

/// Tag of a packet of literal data.
const LITERAL_DATA: u8 = 0x0B;

/// Subpackets that name the issuer: by the id of the key, and by its fingerprint.
const ISSUER_ID: u8 = 16;
const ISSUER_FINGERPRINT: u8 = 33;

/// One signature packet.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Packet {
    /// What the packet holds, without its header.
    pub(super) body: Vec<u8>,
    /// Whether it signs bytes as they are, which is what git asks for.
    pub(super) binary: bool,
    /// The key that it claims: its fingerprint, else its id, in capital hexadecimal digits.
    pub(super) issuer: Option<String>,
    /// The id of that key.
    pub(super) key_id: Option<u64>,
}

/// Reads an armour that holds exactly one signature packet; nothing where it does not.
pub(super) fn read_signature(armour: &str) -> Option<Packet> {
    let bytes = dearmour(armour)?;
    let (tag, body) = only_packet(&bytes)?;
    if tag != SIGNATURE {
        return None;
    }
    let (kind, claimed) = read_body(body)?;
    Some(Packet { body: body.to_vec(), binary: kind == 0, issuer: claimed.text(), key_id: claimed.key_id() })
}

/// The bytes between the lines of the armour, without its headers and its check sum.
fn dearmour(armour: &str) -> Option<Vec<u8>> {
    if armour.len() > LARGEST {
        return None;
    }
    let mut lines = armour.trim().lines().map(str::trim);
    let first = lines.next()?;
    if !first.starts_with(BEGIN) || !first.ends_with("-----") {
        return None;
    }
    let mut body = String::new();
    for line in lines {
        if line.starts_with(END) {
            return base64::decode(&body);
        }
        // A header has a colon, which is no digit of Base64; a line that opens with `=` is the check sum.
        if !line.contains(':') && !line.starts_with('=') {
            body.push_str(line);
        }
    }
    None
}

/// The tag and body of the only packet in these bytes.
fn only_packet(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let (head, rest) = bytes.split_first()?;
    let (tag, length, rest) = match head {
        0xC0.. => {
            let (length, rest) = length(rest)?;
            (head & 0x3F, length, rest)
        }
        0x80.. => {
            let width = match head & 3 {
                0 => 1,
                1 => 2,
                2 => 4,
                _ => return Some((head >> 2 & 0xF, rest)),
            };
            let (digits, rest) = rest.split_at_checked(width)?;
            (head >> 2 & 0xF, number(digits), rest)
        }
        _ => return None,
    };
    (rest.len() == length).then_some((tag, rest))
}

/// A length as new packets and subpackets write it; a part of a length is refused.
fn length(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let (first, rest) = bytes.split_first()?;
    match first {
        0..192 => Some((usize::from(*first), rest)),
        192..224 => {
            let (second, rest) = rest.split_first()?;
            Some((((usize::from(*first) - 192) << 8) + usize::from(*second) + 192, rest))
        }
        255 => {
            let (digits, rest) = rest.split_at_checked(4)?;
            Some((number(digits), rest))
        }
        _ => None,
    }
}

fn number(digits: &[u8]) -> usize {
    digits.iter().fold(0, |number, digit| number << 8 | usize::from(*digit))
}

/// Which key a signature claims.
#[derive(Default)]
struct Claimed<'a> {
    fingerprint: Option<&'a [u8]>,
    id: Option<&'a [u8]>,
}

impl Claimed<'_> {
    fn text(&self) -> Option<String> {
        let bytes = self.fingerprint.or(self.id)?;
        Some(bytes.iter().fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02X}");
            text
        }))
    }

    /// Keys of version 4 have their id at the end of the fingerprint, later ones at its front.
    fn key_id(&self) -> Option<u64> {
        let id = match self.fingerprint {
            Some(fingerprint) if fingerprint.len() == 20 => fingerprint.last_chunk::<8>()?,
            Some(fingerprint) => fingerprint.first_chunk::<8>()?,
            None => self.id?.first_chunk::<8>()?,
        };
        Some(u64::from_be_bytes(*id))
    }
}

/// The kind of a signature, and the key that it claims.
fn read_body(body: &[u8]) -> Option<(u8, Claimed<'_>)> {
    let (version, rest) = body.split_first()?;
    let width = match version {
        3 => {
            let (fields, _) = rest.split_at_checked(14)?;
            return Some((*fields.get(1)?, Claimed { fingerprint: None, id: fields.get(6..14) }));
        }
        4 | 5 => 2,
        6 => 4,
        _ => return None,
    };
    let (fields, rest) = rest.split_at_checked(3)?;
    let mut claimed = Claimed::default();
    let rest = read_area(rest, width, &mut claimed)?;
    // The second area is not signed: what it names counts only where the first names nothing.
    read_area(rest, width, &mut claimed)?;
    Some((*fields.first()?, claimed))
}

/// Reads an area of subpackets; gives what stands behind it.
fn read_area<'a>(bytes: &'a [u8], width: usize, claimed: &mut Claimed<'a>) -> Option<&'a [u8]> {
    let (digits, rest) = bytes.split_at_checked(width)?;
    let (mut area, behind) = rest.split_at_checked(number(digits))?;
    while !area.is_empty() {
        let (length, rest) = length(area)?;
        let (subpacket, next) = rest.split_at_checked(length)?;
        let (kind, value) = subpacket.split_first()?;
        match kind & 0x7F {
            ISSUER_ID if value.len() == 8 => claimed.id = claimed.id.or(Some(value)),
            ISSUER_FINGERPRINT if matches!((value.first(), value.len()), (Some(4), 21) | (Some(5 | 6), 33)) => {
                claimed.fingerprint = claimed.fingerprint.or(value.get(1..));
            }
            _ => {}
        }
        area = next;
    }
    Some(behind)
}

/// Joins a signature and the bytes it is for into one signed message, which can be checked as one stream (RFC 4880, section 11.3).
///
/// Nothing where they are too long for one packet.
pub(super) fn signed_message(signature: &[u8], payload: &[u8]) -> Option<Vec<u8>> {
    // Literal data: bytes, without a file name and without a date.
    const LITERAL: [u8; 6] = [b'b', 0, 0, 0, 0, 0];
    let mut message = Vec::with_capacity(signature.len() + payload.len() + 18);
    message.push(0xC0 | SIGNATURE);
    message.push(255);
    message.extend_from_slice(&u32::try_from(signature.len()).ok()?.to_be_bytes());
    message.extend_from_slice(signature);
    message.push(0xC0 | LITERAL_DATA);
    message.push(255);
    message.extend_from_slice(&u32::try_from(payload.len().checked_add(LITERAL.len())?).ok()?.to_be_bytes());
    message.extend_from_slice(&LITERAL);
    message.extend_from_slice(payload);
    Some(message)
}

#[cfg(test)]
mod tests {
    use super::*;

    use proptest::prelude::*;

    fn armoured(bytes: &[u8]) -> String {
        let mut text = base64::encode(bytes);
        while !text.len().is_multiple_of(4) {
            text.push('=');
        }
        format!("-----BEGIN PGP SIGNATURE-----\nVersion: made by hand\n\n{text}\n=AAAA\n-----END PGP SIGNATURE-----\n")
    }

    /// A signature of version 4 with these hashed and unhashed subpackets.
    fn version_4(hashed: &[u8], unhashed: &[u8]) -> Vec<u8> {
        let area = |bytes: &[u8]| [&u16::try_from(bytes.len()).expect("short").to_be_bytes()[..], bytes].concat();
        let body = [vec![4, 0, 1, 8], area(hashed), area(unhashed), vec![0xAB, 0xCD, 0, 1, 1]].concat();
        [vec![0xC2, u8::try_from(body.len()).expect("short")], body].concat()
    }

    const ISSUER: [u8; 10] = [9, 16, 0xB5, 0x69, 0x0E, 0xEE, 0xBB, 0x95, 0x21, 0x94];

    #[test]
    fn the_issuer_is_found_in_either_area() {
        for bytes in [version_4(&ISSUER, &[]), version_4(&[], &ISSUER)] {
            let packet = read_signature(&armoured(&bytes)).expect("a signature");
            assert_eq!((packet.key_id, packet.issuer.as_deref()), (Some(0xB569_0EEE_BB95_2194), Some("B5690EEEBB952194")));
            assert!(packet.binary);
        }
    }

    #[test]
    fn the_fingerprint_says_more_than_the_id() {
        let fingerprint: Vec<u8> = [22, 33, 4].into_iter().chain(1..=20).collect();
        let packet = read_signature(&armoured(&version_4(&fingerprint, &ISSUER))).expect("a signature");
        assert_eq!(packet.issuer.as_deref(), Some("0102030405060708090A0B0C0D0E0F1011121314"));
        assert_eq!(packet.key_id, Some(0x0D0E_0F10_1112_1314));
    }

    #[test]
    fn a_signature_cut_anywhere_is_none() {
        let bytes = version_4(&ISSUER, &ISSUER);
        for length in 0..bytes.len() {
            assert_eq!(read_signature(&armoured(&bytes[..length])), None, "{length}");
        }
    }

    #[test]
    fn a_second_packet_is_refused() {
        let bytes = version_4(&ISSUER, &[]);
        assert_eq!(read_signature(&armoured(&[bytes.clone(), bytes].concat())), None);
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_a_panic(text in "(?s).{0,300}") {
            let _ = read_signature(&text);
        }

        #[test]
        fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = read_signature(&armoured(&bytes));
            let _ = read_signature(&armoured(&[&[0xC2, 255, 0, 0, 0, 200, 4, 0, 1, 8][..], &bytes].concat()));
            let _ = read_signature(&armoured(&[&[0x8B, 4, 0, 1, 8][..], &bytes].concat()));
            let _ = read_signature(&armoured(&[&[0x8B, 6, 0, 1, 8][..], &bytes].concat()));
        }
    }
}
