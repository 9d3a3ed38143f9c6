//! What is known of earlier runs, so that a commit is compared once in its life.
//!
//! A cache may be empty, lost or damaged at any time: then more work is done and the outcome is the same. It never decides what is true.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::compare::{Comparison, PathEvent};
use super::objects::ObjectId;
use super::tree::Pointer;

/// Raised whenever the events of a commit are found or written differently.
const SCHEMA: u32 = 1;

/// Keeps bytes under a name from one run to the next.
pub trait EventCache: Sync {
    /// The bytes under a name; nothing where there are none or they cannot be read.
    fn load(&self, name: &str) -> Option<Vec<u8>>;

    /// Keeps bytes under a name, if that can be done.
    fn store(&self, name: &str, bytes: &[u8]);
}

/// A cache that keeps nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoCache;

impl EventCache for NoCache {
    fn load(&self, _: &str) -> Option<Vec<u8>> {
        None
    }

    fn store(&self, _: &str, _: &[u8]) {}
}

/// The events of commits that were compared before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct KnownEvents(BTreeMap<(ObjectId, Comparison), Vec<PathEvent>>);

/// The name under which the events of a project are kept.
pub(super) fn name_of(folder: &[Vec<u8>]) -> String {
    let mut hash = Sha256::new();
    hash.update(SCHEMA.to_be_bytes());
    for part in folder {
        hash.update(part);
        hash.update(b"/");
    }
    let sum = hash.finalize().iter().take(8).fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
    format!("events-{sum:016x}")
}

impl KnownEvents {
    /// Takes the events of a commit out, where they are known.
    pub(super) fn take(&mut self, id: ObjectId, with: Comparison) -> Option<Vec<PathEvent>> {
        self.0.remove(&(id, with))
    }

    /// How many commits are known.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// What is known and was not taken.
    pub(super) fn iter(&self) -> impl Iterator<Item = (ObjectId, Comparison, &[PathEvent])> {
        self.0.iter().map(|((id, with), events)| (*id, *with, events.as_slice()))
    }

    /// Reads what [`write`] wrote; nothing where a single byte differs.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let (body, sum) = bytes.split_at_checked(bytes.len().checked_sub(32)?)?;
        if Sha256::digest(body).as_slice() != sum {
            return None;
        }
        let mut reader = Reader(body);
        if reader.number()? != SCHEMA {
            return None;
        }
        let mut known = BTreeMap::new();
        while !reader.0.is_empty() {
            let id = reader.id()?;
            let with = if reader.byte()? == 0 { Comparison::FirstParent } else { Comparison::AllParents };
            let count = reader.number()?;
            let events: Option<Vec<PathEvent>> = (0..count).map(|_| reader.event()).collect();
            known.insert((id, with), events?);
        }
        Some(Self(known))
    }
}

/// The events of commits as bytes, with a sum that tells damage.
pub(super) fn write<'a>(commits: impl Iterator<Item = (ObjectId, Comparison, &'a [PathEvent])>) -> Vec<u8> {
    let mut bytes = SCHEMA.to_be_bytes().to_vec();
    for (id, with, events) in commits {
        bytes.extend_from_slice(id.as_bytes());
        bytes.push(u8::from(with == Comparison::AllParents));
        number(&mut bytes, events.len());
        for event in events {
            bytes.push(u8::from(event.in_merge));
            for pointer in [event.before, event.after] {
                bytes.extend_from_slice(&pointer.map_or(0, |pointer| pointer.mode).to_be_bytes());
                if let Some(pointer) = pointer {
                    bytes.extend_from_slice(pointer.id.as_bytes());
                }
            }
            number(&mut bytes, event.path.len());
            bytes.extend_from_slice(&event.path);
        }
    }
    let sum = Sha256::digest(&bytes);
    bytes.extend_from_slice(&sum);
    bytes
}

fn number(bytes: &mut Vec<u8>, number: usize) {
    bytes.extend_from_slice(&u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes());
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn bytes(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn byte(&mut self) -> Option<u8> {
        self.bytes(1).map(|bytes| bytes[0])
    }

    fn number(&mut self) -> Option<u32> {
        Some(u32::from_be_bytes(self.bytes(4)?.try_into().ok()?))
    }

    fn id(&mut self) -> Option<ObjectId> {
        ObjectId::from_bytes(self.bytes(ObjectId::LENGTH)?)
    }

    /// Takes a pointer or the note that there is none; nothing where the bytes end before.
    fn pointer(&mut self, pointer: &mut Option<Pointer>) -> Option<()> {
        let mode = self.number()?;
        if mode != 0 {
            *pointer = Some(Pointer { mode, id: self.id()? });
        }
        Some(())
    }

    fn event(&mut self) -> Option<PathEvent> {
        let in_merge = self.byte()? != 0;
        let (mut before, mut after) = (None, None);
        self.pointer(&mut before)?;
        self.pointer(&mut after)?;
        let length = usize::try_from(self.number()?).ok()?;
        Some(PathEvent { path: self.bytes(length)?.into(), before, after, in_merge })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::memory::id_of;

    fn written() -> Vec<u8> {
        let pointer = Pointer { mode: 0o100_644, id: id_of(7) };
        let event = PathEvent { path: b"metrics/a\xff".as_slice().into(), before: None, after: Some(pointer), in_merge: true };
        let events = [event];
        write([(id_of(1), Comparison::FirstParent, events.as_slice()), (id_of(2), Comparison::AllParents, &[])].into_iter())
    }

    #[test]
    fn events_read_back_as_written() {
        let mut known = KnownEvents::read(&written()).expect("whole");
        assert_eq!(known.take(id_of(2), Comparison::FirstParent), None);
        assert_eq!(known.take(id_of(2), Comparison::AllParents), Some(vec![]));
        let events = known.take(id_of(1), Comparison::FirstParent).expect("known");
        assert_eq!((&*events[0].path, events[0].in_merge), (b"metrics/a\xff".as_slice(), true));
    }

    #[test]
    fn damaged_bytes_are_as_good_as_none() {
        let whole = written();
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] ^= 1;
            assert_eq!(KnownEvents::read(&damaged), None, "byte {at}");
            assert_eq!(KnownEvents::read(&whole[..at]), None, "cut at {at}");
        }
    }

    #[test]
    fn projects_of_one_repository_are_kept_apart() {
        assert_ne!(name_of(&[]), name_of(&[b"a".to_vec()]));
        assert_ne!(name_of(&[b"a".to_vec(), b"b".to_vec()]), name_of(&[b"ab".to_vec()]));
    }
}
