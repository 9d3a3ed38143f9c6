//! The bytes of a commit, taken apart.
//!
//! Headers that do not read as git writes them are an error; names, dates and messages are taken as they are, however odd.

use super::objects::ObjectId;

/// A commit as its bytes say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RawCommit<'a> {
    pub(super) tree: ObjectId,
    pub(super) parents: Vec<ObjectId>,
    pub(super) author: RawStamp<'a>,
    pub(super) committer: RawStamp<'a>,
    /// Whether the message is said to be in a Latin alphabet of one byte a letter.
    pub(super) latin: bool,
    pub(super) signed: bool,
    pub(super) message: &'a [u8],
}

/// Who and when, as bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct RawStamp<'a> {
    pub(super) name: &'a [u8],
    pub(super) email: &'a [u8],
    /// Seconds since 1970; 0 where none can be read.
    pub(super) seconds: i64,
    /// Minutes east.
    pub(super) offset: i32,
}

impl<'a> RawCommit<'a> {
    /// Takes a commit apart; says what is wrong where that cannot be done.
    pub(super) fn parse(bytes: &'a [u8]) -> Result<Self, &'static str> {
        let (head, message) = split_head(bytes);
        let mut commit = Self {
            tree: ObjectId::from_bytes(&[0; ObjectId::LENGTH]).ok_or("ids have another length")?,
            parents: Vec::new(),
            author: RawStamp::default(),
            committer: RawStamp::default(),
            latin: false,
            signed: false,
            message,
        };
        let mut has_tree = false;
        for line in head.split(|byte| *byte == b'\n') {
            let (key, value) = split_once(line, b' ');
            match key {
                b"tree" => {
                    commit.tree = ObjectId::from_hex(value).ok_or("its tree is no id")?;
                    has_tree = true;
                }
                b"parent" => commit.parents.push(ObjectId::from_hex(value).ok_or("a parent is no id")?),
                b"author" => commit.author = RawStamp::parse(value),
                b"committer" => commit.committer = RawStamp::parse(value),
                b"encoding" => commit.latin = is_latin(value),
                b"gpgsig" => commit.signed = true,
                _ => {}
            }
        }
        if has_tree { Ok(commit) } else { Err("it names no tree") }
    }
}

impl<'a> RawStamp<'a> {
    fn parse(value: &'a [u8]) -> Self {
        let open = value.iter().position(|byte| *byte == b'<').unwrap_or(value.len());
        let close = value.iter().rposition(|byte| *byte == b'>').filter(|close| *close > open);
        let name = value[..open].trim_ascii();
        let Some(close) = close else {
            return Self { name, ..Self::default() };
        };
        let mut time = value[close + 1..].trim_ascii().split(|byte| *byte == b' ');
        let seconds = time.next().and_then(number).unwrap_or(0);
        let offset = time.next().and_then(zone).unwrap_or(0);
        Self { name, email: value[open + 1..close].trim_ascii(), seconds, offset }
    }
}

/// The signature of a commit, and the bytes that it signs; nothing where it is not signed.
pub(super) fn signature_of(bytes: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let (head, _) = split_head(bytes);
    let (mut signature, mut payload) = (Vec::new(), Vec::with_capacity(bytes.len()));
    let (mut inside, mut found) = (false, false);
    for line in head.split_inclusive(|byte| *byte == b'\n') {
        inside = match line.strip_prefix(b"gpgsig ") {
            // A second signature would be one that nobody looks at.
            Some(_) if found => return None,
            Some(first) => {
                signature.extend_from_slice(first);
                found = true;
                true
            }
            None => inside && line.starts_with(b" "),
        };
        if !inside {
            payload.extend_from_slice(line);
        } else if let Some(rest) = line.strip_prefix(b" ") {
            signature.extend_from_slice(rest);
        }
    }
    payload.extend_from_slice(&bytes[head.len()..]);
    found.then_some((signature, payload))
}

/// The headers with the line feed that ends the last one, and the message below the empty line.
fn split_head(bytes: &[u8]) -> (&[u8], &[u8]) {
    match bytes.windows(2).position(|pair| pair == b"\n\n") {
        Some(at) => (&bytes[..=at], &bytes[at + 2..]),
        None => (bytes, &[]),
    }
}

fn split_once(line: &[u8], at: u8) -> (&[u8], &[u8]) {
    match line.iter().position(|byte| *byte == at) {
        Some(position) => (&line[..position], &line[position + 1..]),
        None => (line, &[]),
    }
}

fn number(digits: &[u8]) -> Option<i64> {
    str::from_utf8(digits).ok()?.parse().ok()
}

fn zone(text: &[u8]) -> Option<i32> {
    let (sign, digits) = match text.split_first()? {
        (b'+', digits) => (1, digits),
        (b'-', digits) => (-1, digits),
        _ => return None,
    };
    let value = i32::try_from(number(digits)?).ok().filter(|value| (0..=9999).contains(value))?;
    Some(sign * (value / 100 * 60 + value % 100))
}

fn is_latin(encoding: &[u8]) -> bool {
    let name = encoding.to_ascii_lowercase();
    matches!(name.as_slice(), b"iso-8859-1" | b"iso8859-1" | b"latin1" | b"latin-1" | b"iso_8859-1")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TREE: &str = "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n";

    fn commit(rest: &str) -> Vec<u8> {
        format!("{TREE}{rest}").into_bytes()
    }

    #[test]
    fn headers_and_message_are_parted() {
        let bytes = commit(
            "author Ann Other <ann@example.org> 1700000000 +0130\ncommitter C <c@example.org> 1700000001 -0500\n\nSubject\n\nBody\n",
        );
        let read = RawCommit::parse(&bytes).expect("a commit");
        assert_eq!((read.author.name, read.author.email, read.author.offset), (b"Ann Other".as_slice(), b"ann@example.org".as_slice(), 90));
        assert_eq!((read.committer.seconds, read.committer.offset), (1_700_000_001, -300));
        assert_eq!(read.message, b"Subject\n\nBody\n");
    }

    #[test]
    fn odd_stamps_are_taken_as_far_as_they_go() {
        for line in ["author \n", "author Ann\n", "author Ann <ann 17\n", "author <> x y\n", "author A <b> 99999999999999999999 +9999999\n"]
        {
            let bytes = commit(&format!("{line}committer\n\n"));
            let read = RawCommit::parse(&bytes).expect("a commit");
            assert_eq!((read.author.seconds, read.author.offset), (0, 0), "{line:?}");
        }
    }

    #[test]
    fn a_commit_without_a_tree_is_damaged() {
        assert_eq!(RawCommit::parse(b"author A <a> 1 +0000\n\n"), Err("it names no tree"));
        assert_eq!(RawCommit::parse(b""), Err("it names no tree"));
        assert_eq!(RawCommit::parse(b"tree 12\n\n"), Err("its tree is no id"));
    }

    #[test]
    fn the_signature_is_taken_out_of_what_it_signs() {
        let bytes =
            commit("author A <a> 1 +0000\ncommitter A <a> 1 +0000\ngpgsig -----BEGIN\n line\n \n -----END\nencoding x\n\ngpgsig not\n");
        let (signature, payload) = signature_of(&bytes).expect("a signature");
        assert_eq!(signature, b"-----BEGIN\nline\n\n-----END\n");
        assert_eq!(payload, commit("author A <a> 1 +0000\ncommitter A <a> 1 +0000\nencoding x\n\ngpgsig not\n"));
        assert!(RawCommit::parse(&bytes).expect("a commit").signed);
    }

    #[test]
    fn a_commit_with_two_signatures_has_none_that_counts() {
        assert_eq!(signature_of(&commit("gpgsig one\ngpgsig two\n\nm")), None);
    }
}
