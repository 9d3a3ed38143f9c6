//! The list of a report's files with their digests, in the form that `sha256sum -c` reads.
//!
//! One line a file, sorted by path as bytes: digest, two spaces, path, line feed. There is one way to write a list, so that a list which is
//! written otherwise is not one of ours.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use thiserror::Error;

use super::digest::Sha256Digest;
use super::names::is_of_seal;

/// The files of a report, by path, with their digests.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    files: BTreeMap<String, Sha256Digest>,
}

/// What is wrong with a list of files.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ManifestError {
    /// The bytes are no text.
    #[error("it is no text in UTF-8")]
    NoText,
    /// It does not end with a line feed.
    #[error("its last line is cut off")]
    CutOff,
    /// A line is not of the form that the list has.
    #[error("line {line} is not a digest, two spaces and a path")]
    Line {
        /// The line, counted from 1.
        line: usize,
    },
    /// A path leaves the report, or cannot be written in every list of the kind.
    #[error("line {line} names a path that no report has: {reason}")]
    Path {
        /// The line, counted from 1.
        line: usize,
        /// Why not.
        reason: &'static str,
    },
    /// A line does not come after the one before it.
    #[error("line {line} is not in its place: lines are sorted by path, and no path stands twice")]
    Order {
        /// The line, counted from 1.
        line: usize,
    },
}

impl Manifest {
    /// Makes a list.
    ///
    /// Fails with the first path that no report may have, and why.
    pub fn new(files: BTreeMap<String, Sha256Digest>) -> Result<Self, (String, &'static str)> {
        match files.keys().find_map(|path| Some((path, wrong_path(path)?))) {
            Some((path, reason)) => Err((path.clone(), reason)),
            None => Ok(Self { files }),
        }
    }

    /// Reads a list; every byte of it counts.
    pub fn parse(bytes: &[u8]) -> Result<Self, ManifestError> {
        let text = std::str::from_utf8(bytes).map_err(|_| ManifestError::NoText)?;
        let mut files = BTreeMap::new();
        let Some(text) = text.strip_suffix('\n') else {
            return if text.is_empty() { Ok(Self { files }) } else { Err(ManifestError::CutOff) };
        };
        for (line, written) in (1..).zip(text.split('\n')) {
            let (digest, path) = written.split_once("  ").ok_or(ManifestError::Line { line })?;
            let digest = digest.parse().map_err(|_| ManifestError::Line { line })?;
            if let Some(reason) = wrong_path(path) {
                return Err(ManifestError::Path { line, reason });
            }
            if files.last_key_value().is_some_and(|(last, _): (&String, _)| last.as_str() >= path) {
                return Err(ManifestError::Order { line });
            }
            files.insert(path.to_owned(), digest);
        }
        Ok(Self { files })
    }

    /// The list as text.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        for (path, digest) in &self.files {
            let _ = writeln!(text, "{digest}  {path}");
        }
        text
    }

    /// The files, by path.
    #[must_use]
    pub const fn files(&self) -> &BTreeMap<String, Sha256Digest> {
        &self.files
    }

    /// The digest of a file; nothing where it is not listed.
    #[must_use]
    pub fn digest(&self, path: &str) -> Option<Sha256Digest> {
        self.files.get(path).copied()
    }
}

/// Why a path can stand in no report; nothing where it can.
fn wrong_path(path: &str) -> Option<&'static str> {
    if path.is_empty() {
        return Some("it is empty");
    }
    if path.chars().any(|letter| letter.is_control() || matches!(letter, '\\' | '%')) {
        // `sha256sum` and BagIt write these in ways of their own, and not all readers agree on them.
        return Some("it holds a control character, a `\\` or a `%`");
    }
    if path.split('/').any(|part| matches!(part, "" | "." | "..")) {
        return Some("it does not lead straight into the report");
    }
    if is_of_seal(path) {
        return Some("a list cannot hold its own digest, nor that of its signatures");
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::names::MANIFEST;
    use super::*;

    use proptest::prelude::*;

    const DIGEST: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    fn parse(lines: &[&str]) -> Result<Manifest, ManifestError> {
        Manifest::parse([&lines.join("\n"), "\n"].concat().as_bytes())
    }

    #[test]
    fn list_is_read_as_it_was_written() {
        let files = ["a/b.html", "a.html", "é.html", "a b.html"].map(|path| (path.to_owned(), Sha256Digest::of(path.as_bytes())));
        let manifest = Manifest::new(files.into_iter().collect()).expect("paths that a report has");
        assert_eq!(Manifest::parse(manifest.text().as_bytes()), Ok(manifest));
    }

    #[test]
    fn each_line_is_told_what_is_wrong_with_it() {
        let line = |path: &str| format!("{DIGEST}  {path}");
        let straight = "it does not lead straight into the report";
        assert_eq!(parse(&[DIGEST]), Err(ManifestError::Line { line: 1 }));
        assert_eq!(parse(&[&line("a"), &format!("{DIGEST} *b")]), Err(ManifestError::Line { line: 2 }));
        assert_eq!(parse(&[&line("b"), &line("a")]), Err(ManifestError::Order { line: 2 }));
        assert_eq!(parse(&[&line("a"), &line("a")]), Err(ManifestError::Order { line: 2 }));
        for path in ["../a", "/a", "a//b", "a/./b", "a/.."] {
            assert_eq!(parse(&[&line(path)]), Err(ManifestError::Path { line: 1, reason: straight }), "{path}");
        }
        assert_eq!(Manifest::parse(line("a").as_bytes()), Err(ManifestError::CutOff));
        assert!(matches!(parse(&[&line(MANIFEST)]), Err(ManifestError::Path { .. })));
        assert!(matches!(parse(&[&line("a\r")]), Err(ManifestError::Path { .. })));
    }

    proptest! {
        #[test]
        fn whatever_is_read_is_written_back_byte_for_byte(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            if let Ok(manifest) = Manifest::parse(&bytes) {
                prop_assert_eq!(manifest.text().into_bytes(), bytes);
            }
        }

        #[test]
        fn flipping_a_bit_of_a_list_gives_another_list_or_none(at in 0_usize..200, bit in 0_u8..8) {
            let text = format!("{DIGEST}  a.html\n{DIGEST}  b/c.html\n{DIGEST}  d\n");
            let manifest = Manifest::parse(text.as_bytes()).expect("a list");
            let mut bytes = text.into_bytes();
            let at = at % bytes.len();
            bytes[at] ^= 1 << bit;
            prop_assert_ne!(Manifest::parse(&bytes), Ok(manifest));
        }
    }
}
