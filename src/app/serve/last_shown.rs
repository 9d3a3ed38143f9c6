//! Pages as they were shown last, kept from one preview to the next, so that there is something to look at while a large project is read.
//!
//! Such a page is what somebody saw, and may not be what is so: whoever gets it is told. It is given until the page was made once in this
//! preview, and never after. Files that are named after their bytes are the only ones that cannot be out of date.

use serde::{Deserialize, Serialize};

use super::content_type::{HTML, content_type};
use crate::seal::Sha256Digest;

/// Files that are kept.
const FILES: usize = 64;
/// Bytes that are kept.
const BYTES: usize = 16 << 20;
/// Largest file that is kept, in bytes.
const LARGEST: usize = 2 << 20;
/// Letters of a digest that make a name.
const NAMING: usize = 12;

/// Files of a report as they were shown last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct LastShown {
    /// The newest at the end.
    files: Vec<Kept>,
}

/// A file as it was shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Kept {
    path: String,
    text: String,
    /// Whether it was made in this preview.
    #[serde(skip)]
    is_new: bool,
}

impl LastShown {
    /// Reads what [`LastShown::bytes`] wrote; nothing where a single byte differs.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let (body, sum) = bytes.split_at_checked(bytes.len().checked_sub(Sha256Digest::of(b"").as_bytes().len())?)?;
        if Sha256Digest::of(body).as_bytes().as_slice() != sum {
            return None;
        }
        Some(Self { files: serde_json::from_slice(body).ok()? })
    }

    /// As it is kept, with a sum that tells damage.
    pub(super) fn bytes(&self) -> Vec<u8> {
        // Plain texts always become JSON.
        let mut bytes = serde_json::to_vec(&self.files).unwrap_or_default();
        let sum = Sha256Digest::of(&bytes);
        bytes.extend_from_slice(sum.as_bytes());
        bytes
    }

    /// Keeps a file that was made in this preview, where it is a page or named after its bytes; tells whether it is kept.
    pub(super) fn keep(&mut self, path: &str, bytes: &[u8]) -> bool {
        let is_wanted = content_type(path) == HTML || is_named_after(path, bytes);
        let Some(text) = std::str::from_utf8(bytes).ok().filter(|text| is_wanted && text.len() <= LARGEST) else {
            return false;
        };
        self.files.retain(|file| file.path != path);
        self.files.push(Kept { path: path.to_owned(), text: text.to_owned(), is_new: true });
        let mut room = BYTES;
        let fits = |file: &Kept| {
            let left = room.checked_sub(file.text.len());
            room = left.unwrap_or(0);
            left.is_some()
        };
        let fitting = self.files.iter().rev().map(fits).take(FILES).take_while(|fits| *fits).count();
        self.files.drain(..self.files.len() - fitting);
        true
    }

    /// A page that was not made in this preview yet.
    pub(super) fn page(&self, path: &str) -> Option<&str> {
        self.file(path).filter(|file| !file.is_new && content_type(path) == HTML).map(|file| &*file.text)
    }

    /// A file that cannot be out of date.
    pub(super) fn unchanging(&self, path: &str) -> Option<&str> {
        self.file(path).map(|file| &*file.text).filter(|text| is_named_after(path, text.as_bytes()))
    }

    fn file(&self, path: &str) -> Option<&Kept> {
        self.files.iter().find(|file| file.path == path)
    }
}

/// Whether a file bears the first letters of its digest in its name, as style sheets and scripts of a report do.
fn is_named_after(path: &str, bytes: &[u8]) -> bool {
    let named = path.strip_prefix("assets/").and_then(|name| name.rsplit_once('.')).and_then(|(stem, _)| stem.rsplit_once('-'));
    named.is_some_and(|(_, letters)| letters.len() == NAMING && Sha256Digest::of(bytes).to_string().starts_with(letters))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(files: &[(&str, &str)]) -> LastShown {
        let mut shown = LastShown::default();
        for (path, text) in files {
            assert!(shown.keep(path, text.as_bytes()), "{path}");
        }
        shown
    }

    fn named(text: &str) -> String {
        format!("assets/report-{}.css", &Sha256Digest::of(text.as_bytes()).to_string()[..NAMING])
    }

    #[test]
    fn a_page_is_given_until_it_was_made_once() {
        let before = kept(&[("index.html", "old"), ("metrics/a.html", "other")]);
        assert_eq!(before.page("index.html"), None, "it was made in this preview");
        let mut after = LastShown::read(&before.bytes()).expect("whole");
        assert_eq!((after.page("index.html"), after.page("metrics/a.html"), after.page("x.html")), (Some("old"), Some("other"), None));
        after.keep("index.html", b"new");
        assert_eq!((after.page("index.html"), after.page("metrics/a.html")), (None, Some("other")));
        let last = LastShown::read(&after.bytes()).expect("whole");
        assert_eq!((last.page("index.html"), last.page("metrics/a.html")), (Some("new"), Some("other")));
    }

    #[test]
    fn only_pages_and_files_named_after_their_bytes_are_kept() {
        let style = named("p {}");
        let mut shown = kept(&[("index.html", ""), (&style, "p {}")]);
        assert_eq!((shown.unchanging(&style), shown.unchanging("index.html"), shown.page(&style)), (Some("p {}"), None, None));
        for (path, bytes) in [
            ("data/figures.csv", b"page".as_slice()),
            ("data/search-index.js", b"x"),
            (&named("p {}"), b"q {}"),
            ("assets/report-.css", b"p {}"),
            ("a/report-e3b0c44298fc.css", b""),
            ("metrics/b.html", &[0xff]),
            ("report.html", &vec![b' '; LARGEST + 1]),
        ] {
            assert!(!shown.keep(path, bytes), "{path}");
        }
        assert_eq!(shown, kept(&[("index.html", ""), (&style, "p {}")]));
    }

    #[test]
    fn what_was_shown_longest_ago_makes_room() {
        let mut shown = LastShown::default();
        for number in 0..=FILES {
            shown.keep(&format!("{number}.html"), b"a page");
        }
        shown.keep("1.html", b"again");
        shown.keep("new.html", b"a page");
        let paths: Vec<&str> = shown.files.iter().map(|file| &*file.path).collect();
        assert_eq!((paths.len(), paths[0], paths[FILES - 2], paths[FILES - 1]), (FILES, "3.html", "1.html", "new.html"));
        let large = vec![b' '; LARGEST];
        for number in 0..10 {
            shown.keep(&format!("large-{number}.html"), &large);
        }
        let paths: Vec<&str> = shown.files.iter().map(|file| &*file.path).collect();
        assert_eq!((paths.len(), paths[0]), (BYTES / LARGEST, "large-2.html"));
    }

    #[test]
    fn damaged_bytes_are_as_good_as_none() {
        let whole = kept(&[("index.html", "<p>"), ("metrics/a.html", "é")]).bytes();
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] ^= 1;
            assert_eq!(LastShown::read(&damaged), None, "byte {at}");
            assert_eq!(LastShown::read(&whole[..at]), None, "cut at {at}");
        }
    }
}
