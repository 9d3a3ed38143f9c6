//! The index of a work tree in which every file is as it was committed.

use std::collections::BTreeMap;

use crate::history::object_hash::digest;
use crate::history::objects::ObjectId;

/// Bytes of an entry before its path.
const HEAD: usize = 62;

/// The index, version 2.
///
/// The times of the files are left at nothing, so that git looks at their bytes once and then writes down what the disk says.
pub(super) fn write(files: &BTreeMap<String, (ObjectId, usize)>) -> Vec<u8> {
    let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes();
    let mut bytes = b"DIRC\0\0\0\x02".to_vec();
    bytes.extend(number(files.len()));
    for (path, (id, length)) in files {
        bytes.extend([0; 24]); // Times, device, number on the disk.
        bytes.extend(0o100_644_u32.to_be_bytes());
        bytes.extend([0; 8]); // Owner and group.
        bytes.extend(number(*length));
        bytes.extend(id.as_bytes());
        let flags = u16::try_from(path.len().min(0xfff)).unwrap_or(0xfff);
        bytes.extend(flags.to_be_bytes());
        bytes.extend(path.as_bytes());
        // At least one zero ends the path, and as many as make the entry a multiple of eight.
        bytes.extend(std::iter::repeat_n(0, 8 - (HEAD + path.len()) % 8));
    }
    let end = digest(&bytes);
    bytes.extend(end);
    bytes
}
