//! A store of objects in memory, for tests.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::objects::{ObjectId, ObjectKind, ObjectStore, Objects};
use crate::diag::Failure;

/// Objects by ids that count up.
#[derive(Clone, Debug, Default)]
pub(super) struct MemoryObjects {
    objects: BTreeMap<ObjectId, Arc<[u8]>>,
    next: u8,
}

/// The id that consists of one byte.
pub(super) fn id_of(seed: u8) -> ObjectId {
    ObjectId::from_bytes(&[seed; ObjectId::LENGTH]).expect("twenty bytes")
}

/// The bytes of a tree.
pub(super) fn tree_bytes(entries: &[(&str, u32, u8)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (name, mode, seed) in entries {
        bytes.extend_from_slice(format!("{mode:o} {name}\0").as_bytes());
        bytes.extend_from_slice(id_of(*seed).as_bytes());
    }
    bytes
}

impl MemoryObjects {
    /// Keeps an object under the next id, which counts down from 250.
    pub(super) fn put(&mut self, bytes: &[u8]) -> ObjectId {
        let id = id_of(250 - self.next);
        self.next += 1;
        self.objects.insert(id, bytes.into());
        id
    }

    /// Keeps a folder, and returns the byte of its id.
    pub(super) fn tree(&mut self, entries: &[(&str, u32, u8)]) -> u8 {
        self.put(&tree_bytes(entries)).as_bytes()[0]
    }

    /// Keeps a commit at a second, and returns the byte of its id.
    pub(super) fn commit(&mut self, tree: u8, parents: &[u8], seconds: i64) -> u8 {
        let mut text = format!("tree {}\n", id_of(tree));
        for parent in parents {
            text = text + "parent " + &id_of(*parent).to_string() + "\n";
        }
        let stamp = format!("A <a@example.org> {seconds} +0000");
        text = text + "author " + &stamp + "\ncommitter " + &stamp + "\n\nm\n";
        self.put(text.as_bytes()).as_bytes()[0]
    }
}

impl Objects for MemoryObjects {
    fn object(&self, kind: ObjectKind, id: ObjectId) -> Result<Arc<[u8]>, Failure> {
        self.objects.get(&id).cloned().ok_or_else(|| Failure::ObjectMissing {
            path: "memory".to_owned(),
            object: format!("{} {id}", kind.name()),
            help: "none".to_owned(),
        })
    }

    fn damaged(&self, kind: ObjectKind, id: ObjectId, what: &str) -> Failure {
        Failure::Git { path: "memory".to_owned(), message: format!("the {} {id} is damaged: {what}", kind.name()) }
    }
}

impl ObjectStore for MemoryObjects {
    fn open(&self) -> Result<Box<dyn Objects + '_>, Failure> {
        Ok(Box::new(self.clone()))
    }
}
