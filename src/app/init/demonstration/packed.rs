//! The files of the demonstration project, as the build script packs them.

use std::collections::BTreeMap;
use std::io::Read as _;

use flate2::read::ZlibDecoder;

/// What `build.rs` wrote: for each file its path and its bytes, each with its length before it, deflated as a whole.
const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/demonstration"));

/// Every file of the demonstration project by its path.
pub(super) fn files() -> BTreeMap<String, Vec<u8>> {
    let mut bytes = Vec::new();
    ZlibDecoder::new(PACKED).read_to_end(&mut bytes).expect("the build script packs what can be unpacked");
    let mut files = BTreeMap::new();
    let mut rest = bytes.as_slice();
    while let Some((path, after)) = part(rest) {
        let (content, after) = part(after).expect("the build script writes the bytes of each file behind its path");
        files.insert(String::from_utf8_lossy(path).into_owned(), content.to_vec());
        rest = after;
    }
    files
}

/// The first part, and what stands behind it.
fn part(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    rest.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)
}
