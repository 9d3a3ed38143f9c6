//! What a token says of the time (`TSTInfo` of RFC 3161), as it lies in its bytes.

use std::time::Duration;

use crate::model::Instant;

use super::algorithm::Algorithm;
use super::fields::{Fields, Kind, small_of};

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

impl<'a> TimeInfo<'a> {
    /// Reads it; nothing where any of it is malformed.
    pub(super) fn read(content: &'a [u8]) -> Option<Self> {
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
