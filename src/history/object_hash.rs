//! The id of an object, from its bytes.
//!
//! git does not look whether an object that it reads has the bytes of its id. What is told as evidence has to be held to it.

use sha1::{Digest as _, Sha1};

use super::objects::ObjectId;

/// The id of an object of a kind: SHA-1 over the name of its kind, its length and its bytes (git's object format).
pub(super) fn hash(kind: &str, bytes: &[u8]) -> [u8; ObjectId::LENGTH] {
    let mut digest = Sha1::new();
    digest.update(format!("{kind} {}\0", bytes.len()));
    digest.update(bytes);
    digest.finalize().into()
}

/// SHA-1 over bytes, as the files in which git keeps its objects end with.
pub(super) fn digest(bytes: &[u8]) -> [u8; ObjectId::LENGTH] {
    Sha1::digest(bytes).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_file_has_the_id_that_every_repository_knows() {
        let known = ObjectId::from_hex(b"e69de29bb2d1d6434b8b29ae775ad8c2e48c5391").expect("forty digits");
        assert_eq!(hash("blob", b""), *known.as_bytes());
    }
}
