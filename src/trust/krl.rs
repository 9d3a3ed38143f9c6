//! Revocation lists of OpenSSH (KRL), as `PROTOCOL.krl` of OpenSSH lays them out.
//!
//! Whatever is not understood fails the whole list, since it may be what revokes the key in question.

use std::collections::BTreeSet;

use sha2::{Digest as _, Sha256};

use super::certificate::Certificate;
use super::public_key::Wire;

const MAGIC: &[u8] = b"SSHKRL\n\0";

/// Sections of a list.
const CERTIFICATES: u8 = 1;
const KEYS: u8 = 2;
const FINGERPRINTS: u8 = 5;

/// Parts of a section on certificates.
const SERIALS: u8 = 0x20;
const SERIAL_RANGE: u8 = 0x21;
const SERIAL_BITS: u8 = 0x22;
const IDS: u8 = 0x23;

/// A revocation list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Krl {
    keys: BTreeSet<Vec<u8>>,
    fingerprints: BTreeSet<Vec<u8>>,
    certificates: Vec<OfAuthority>,
}

/// Certificates of an authority, or of any where it is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct OfAuthority {
    authority: Vec<u8>,
    ranges: Vec<(u64, u64)>,
    ids: BTreeSet<String>,
}

/// Whether bytes begin as a revocation list does.
pub(super) fn is_krl(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC)
}

impl Krl {
    /// Reads a list; what is wrong with it otherwise.
    pub(super) fn parse(bytes: &[u8]) -> Result<Self, &'static str> {
        let cut = "is cut off or malformed";
        let mut wire = Wire(bytes.strip_prefix(MAGIC).ok_or(cut)?);
        if wire.number().ok_or(cut)? != 1 {
            return Err("is of a version that is not known here");
        }
        // Number, time and flags of the list; what is reserved, and a comment.
        for _ in 0..3 {
            wire.long().ok_or(cut)?;
        }
        for _ in 0..2 {
            wire.string().ok_or(cut)?;
        }
        let mut list = Self::default();
        while !wire.is_empty() {
            let kind = wire.byte().ok_or(cut)?;
            let section = wire.string().ok_or(cut)?;
            match kind {
                CERTIFICATES => list.certificates.push(OfAuthority::parse(section)?),
                KEYS => list.keys.extend(strings(section).ok_or(cut)?),
                FINGERPRINTS => list.fingerprints.extend(strings(section).ok_or(cut)?),
                _ => return Err("has a section that is not known here, such as digests by SHA-1 or a signature"),
            }
        }
        Ok(list)
    }

    /// Whether a key, its certificate or the authority behind it is in the list.
    pub(super) fn covers(&self, key: &[u8], certificate: Option<&Certificate>) -> bool {
        self.names(key)
            || certificate
                .is_some_and(|certificate| self.names(&certificate.authority) || self.certificates.iter().any(|of| of.covers(certificate)))
    }

    fn names(&self, key: &[u8]) -> bool {
        self.keys.contains(key) || self.fingerprints.contains(Sha256::digest(key).as_slice())
    }
}

impl OfAuthority {
    fn parse(section: &[u8]) -> Result<Self, &'static str> {
        let cut = "has a malformed section on certificates";
        let mut wire = Wire(section);
        let mut of = Self { authority: wire.string().ok_or(cut)?.to_vec(), ..Self::default() };
        wire.string().ok_or(cut)?;
        while !wire.is_empty() {
            let kind = wire.byte().ok_or(cut)?;
            let mut part = Wire(wire.string().ok_or(cut)?);
            match kind {
                SERIALS => {
                    while !part.is_empty() {
                        let serial = part.long().ok_or(cut)?;
                        of.ranges.push((serial, serial));
                    }
                }
                SERIAL_RANGE => {
                    of.ranges.push((part.long().ok_or(cut)?, part.long().ok_or(cut)?));
                }
                SERIAL_BITS => {
                    let first = part.long().ok_or(cut)?;
                    of.ranges.extend(set_bits(first, part.string().ok_or(cut)?).into_iter().map(|serial| (serial, serial)));
                }
                IDS => {
                    while !part.is_empty() {
                        of.ids.insert(part.text().ok_or(cut)?.to_owned());
                    }
                }
                _ => return Err("has a part on certificates that is not known here"),
            }
            if !part.is_empty() {
                return Err(cut);
            }
        }
        Ok(of)
    }

    /// Whether a certificate is named; the number zero stands for none.
    fn covers(&self, certificate: &Certificate) -> bool {
        let numbered = || certificate.serial > 0 && self.ranges.iter().any(|(first, last)| (*first..=*last).contains(&certificate.serial));
        (self.authority.is_empty() || self.authority == certificate.authority) && (self.ids.contains(&certificate.id) || numbered())
    }
}

/// The numbers of the bits that are set in a whole number, whose lowest bit stands for `first`.
fn set_bits(first: u64, number: &[u8]) -> Vec<u64> {
    let mut set = Vec::new();
    for (byte, place) in number.iter().rev().zip(0_u64..) {
        set.extend((0..8).filter(|bit| byte >> bit & 1 == 1).filter_map(|bit| first.checked_add(place * 8 + bit)));
    }
    set
}

fn strings(section: &[u8]) -> Option<Vec<Vec<u8>>> {
    let mut wire = Wire(section);
    let mut strings = Vec::new();
    while !wire.is_empty() {
        strings.push(wire.string()?.to_vec());
    }
    Some(strings)
}
