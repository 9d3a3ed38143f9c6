//! The bytes of trees, and two or more of them compared entry by entry.
//!
//! A tree is read at most once as long as it is kept, and what is kept stays below a number of bytes.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::objects::{ObjectId, ObjectKind, Objects};
use crate::diag::Failure;

/// What an entry of a tree points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pointer {
    /// Kind and permissions, as git writes them.
    pub(super) mode: u32,
    /// The object.
    pub(super) id: ObjectId,
}

impl Pointer {
    /// Whether it is a folder.
    pub(super) fn is_tree(self) -> bool {
        self.mode & 0o170_000 == 0o040_000
    }

    /// Whether it is an ordinary file: neither a link, nor another repository, nor a folder.
    pub(super) fn is_file(self) -> bool {
        self.mode & 0o170_000 == 0o100_000
    }
}

/// One entry of a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TreeEntry<'a> {
    pub(super) name: &'a [u8],
    pub(super) pointer: Pointer,
}

impl TreeEntry<'_> {
    /// The order of git, for which the name of a folder ends in a slash.
    pub(super) fn order(&self, other: &Self) -> Ordering {
        let shared = self.name.len().min(other.name.len());
        self.name[..shared].cmp(&other.name[..shared]).then_with(|| self.byte(shared).cmp(&other.byte(shared)))
    }

    /// The byte of the name at a place; nothing beyond its end.
    fn byte(&self, at: usize) -> Option<u8> {
        let slash = self.pointer.is_tree() && at == self.name.len();
        self.name.get(at).copied().or(slash.then_some(b'/'))
    }
}

/// The entries of a tree, in the order of git. What is cut off or makes no sense ends them; [`Trees::read`] refuses such bytes.
#[derive(Debug)]
pub(super) struct Entries<'a>(&'a [u8]);

impl<'a> Entries<'a> {
    /// The entries of these bytes.
    pub(super) fn of(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }
}

impl<'a> Iterator for Entries<'a> {
    type Item = TreeEntry<'a>;

    fn next(&mut self) -> Option<TreeEntry<'a>> {
        let (entry, rest) = first_entry(self.0)?;
        self.0 = rest;
        Some(entry)
    }
}

fn first_entry(bytes: &[u8]) -> Option<(TreeEntry<'_>, &[u8])> {
    let mut mode = 0_u32;
    let mut at = 0;
    loop {
        match bytes.get(at)? {
            b' ' if at > 0 => break,
            digit @ b'0'..=b'7' if at < 7 => mode = mode << 3 | u32::from(digit - b'0'),
            _ => return None,
        }
        at += 1;
    }
    let rest = &bytes[at + 1..];
    let end = rest.iter().position(|byte| *byte == 0).filter(|end| *end > 0)?;
    let (id, after) = rest[end + 1..].split_at_checked(ObjectId::LENGTH)?;
    let pointer = Pointer { mode, id: ObjectId::from_bytes(id)? };
    Some((TreeEntry { name: &rest[..end], pointer }, after))
}

/// Whether the bytes are entries from the first to the last.
fn is_whole(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while !rest.is_empty() {
        match first_entry(rest) {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
    true
}

/// The trees of a repository, with those that were read of late.
///
/// Kept in two generations: when the young one is full it becomes the old one, and what nobody asked for meanwhile goes.
pub(super) struct Trees<'a> {
    objects: &'a dyn Objects,
    young: BTreeMap<ObjectId, Arc<[u8]>>,
    old: BTreeMap<ObjectId, Arc<[u8]>>,
    young_bytes: usize,
    limit: usize,
}

impl<'a> Trees<'a> {
    /// Reads trees from a store and keeps at most so many bytes of them.
    pub(super) fn new(objects: &'a dyn Objects, limit: usize) -> Self {
        Self { objects, young: BTreeMap::new(), old: BTreeMap::new(), young_bytes: 0, limit: limit / 2 }
    }

    /// The bytes of a tree, each entry sound.
    pub(super) fn read(&mut self, id: ObjectId) -> Result<Arc<[u8]>, Failure> {
        if let Some(bytes) = self.young.get(&id) {
            return Ok(Arc::clone(bytes));
        }
        let bytes = match self.old.remove(&id) {
            Some(bytes) => bytes,
            None => self.fetch(id)?,
        };
        if self.young_bytes + bytes.len() > self.limit {
            self.old = std::mem::take(&mut self.young);
            self.young_bytes = 0;
        }
        self.young_bytes += bytes.len();
        self.young.insert(id, Arc::clone(&bytes));
        Ok(bytes)
    }

    fn fetch(&self, id: ObjectId) -> Result<Arc<[u8]>, Failure> {
        let bytes = self.objects.object(ObjectKind::Tree, id)?;
        if is_whole(&bytes) { Ok(bytes) } else { Err(self.objects.damaged(ObjectKind::Tree, id, "an entry cannot be read")) }
    }

    /// What an entry of a tree points at.
    pub(super) fn entry(&mut self, tree: ObjectId, name: &[u8]) -> Result<Option<Pointer>, Failure> {
        let bytes = self.read(tree)?;
        Ok(Entries::of(&bytes).find(|entry| entry.name == name).map(|entry| entry.pointer))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::memory::{MemoryObjects, tree_bytes};

    #[test]
    fn a_folder_is_ordered_as_if_its_name_ended_in_a_slash() {
        let bytes = tree_bytes(&[("a", 0o040_000, 1), ("a.b", 0o100_644, 2), ("a", 0o100_644, 3), ("ab", 0o100_644, 4)]);
        let mut entries: Vec<TreeEntry<'_>> = Entries::of(&bytes).collect();
        entries.sort_by(TreeEntry::order);
        let names: Vec<(&[u8], bool)> = entries.iter().map(|entry| (entry.name, entry.pointer.is_tree())).collect();
        assert_eq!(names, [(b"a".as_slice(), false), (b"a.b", false), (b"a", true), (b"ab", false)]);
    }

    #[test]
    fn a_tree_that_is_cut_off_is_refused() {
        let mut objects = MemoryObjects::default();
        let whole = tree_bytes(&[("a", 0o100_644, 1)]);
        let id = objects.put(&whole[..whole.len() - 1]);
        let failure = Trees::new(&objects, 1000).read(id).expect_err("cut off");
        assert!(failure.to_string().contains("an entry cannot be read"), "{failure}");
    }

    #[test]
    fn what_is_kept_stays_below_the_limit() {
        let mut objects = MemoryObjects::default();
        let ids: Vec<ObjectId> = (0..50).map(|seed| objects.put(&tree_bytes(&[("name", 0o100_644, seed)]))).collect();
        let mut trees = Trees::new(&objects, 200);
        for id in ids {
            trees.read(id).expect("a tree");
            let kept: usize = trees.young.values().chain(trees.old.values()).map(|bytes| bytes.len()).sum();
            assert!(kept <= 200, "{kept}");
        }
    }
}
