//! The words of an index and the entries they lead to, kept as the bytes they will be.

use std::collections::BTreeMap;

use crate::site::Weight;

/// Most UTF-16 units that two words are said to share: what one digit can say.
const MOST_SHARED: usize = 61;

/// Words with their entries.
#[derive(Default)]
pub(super) struct Terms {
    known: BTreeMap<Box<str>, usize>,
    postings: Vec<Postings>,
    /// Words of the entry that is being read, each once.
    touched: Vec<usize>,
    /// Position of the entry that is being read.
    entry: u32,
}

/// The entries of one word.
#[derive(Default)]
struct Postings {
    bytes: Vec<u8>,
    /// Position after the last entry.
    next: u32,
    /// Weight in the entry that is being read.
    pending: Option<Weight>,
}

impl Terms {
    /// Adds a word of the entry that is being read; its greatest weight counts.
    pub(super) fn add(&mut self, word: &str, weight: Weight) {
        let position = self.position(word);
        let postings = &mut self.postings[position];
        if postings.pending.is_none() {
            self.touched.push(position);
        }
        postings.pending = postings.pending.max(Some(weight));
    }

    fn position(&mut self, word: &str) -> usize {
        if let Some(position) = self.known.get(word) {
            return *position;
        }
        self.known.insert(word.into(), self.postings.len());
        self.postings.push(Postings::default());
        self.postings.len() - 1
    }

    /// Ends an entry; words that follow belong to the next one.
    pub(super) fn end_entry(&mut self) {
        for position in self.touched.drain(..) {
            let postings = &mut self.postings[position];
            if let Some(weight) = postings.pending.take() {
                push_number(&mut postings.bytes, (self.entry - postings.next) * 3 + code(weight));
                postings.next = self.entry + 1;
            }
        }
        self.entry += 1;
    }

    /// The words as text and their entries as bytes.
    pub(super) fn finish(self) -> (String, Vec<u8>) {
        let mut sorted: Vec<(Box<str>, usize)> = self.known.into_iter().collect();
        sorted.sort_by(|(one, _), (other, _)| one.encode_utf16().cmp(other.encode_utf16()));
        let mut terms = String::new();
        let mut bytes = Vec::with_capacity(self.postings.iter().map(|postings| postings.bytes.len() + 2).sum());
        let mut before = "";
        for (word, position) in &sorted {
            let (units, shared) = shared(before, word);
            if !terms.is_empty() {
                terms.push(' ');
            }
            terms.push(digit(units));
            terms.push_str(&word[shared..]);
            let postings = &self.postings[*position].bytes;
            push_number(&mut bytes, u32::try_from(postings.len()).unwrap_or(u32::MAX));
            bytes.extend_from_slice(postings);
            before = word;
        }
        (terms, bytes)
    }
}

const fn code(weight: Weight) -> u32 {
    match weight {
        Weight::Text => 0,
        Weight::Keyword => 1,
        Weight::Title => 2,
    }
}

/// How much of its beginning a word shares with the one before, in UTF-16 units and in bytes.
fn shared(before: &str, word: &str) -> (usize, usize) {
    let (mut units, mut bytes) = (0, 0);
    for (one, other) in before.chars().zip(word.chars()) {
        if one != other || units + one.len_utf16() > MOST_SHARED {
            break;
        }
        units += one.len_utf16();
        bytes += one.len_utf8();
    }
    (units, bytes)
}

fn digit(number: usize) -> char {
    const DIGITS: &[u8; 62] = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    char::from(DIGITS[number.min(MOST_SHARED)])
}

fn push_number(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    bytes.push(number.to_le_bytes()[0]);
}
