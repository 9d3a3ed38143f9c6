//! Which words of two texts agree.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Words of both texts together beyond which a text is shown as replaced: comparing takes time that grows with their product.
const MOST_WORDS: usize = 20_000;

/// A run of text that stands in one of two texts, or in both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// It stands in both.
    Same(String),
    /// It stands in the text before.
    Removed(String),
    /// It stands in the text after.
    Added(String),
}

/// Compares two texts word by word; white space between words belongs to the text.
///
/// Joined without what was added the pieces are the text before, without what was removed the text after.
#[must_use]
pub fn words(before: &str, after: &str) -> Vec<Piece> {
    if before == after {
        return piece(Piece::Same, &[before]).into_iter().collect();
    }
    let (old, new) = (tokens(before), tokens(after));
    if old.len() + new.len() > MOST_WORDS {
        return [piece(Piece::Removed, &[before]), piece(Piece::Added, &[after])].into_iter().flatten().collect();
    }
    let mut pieces = Vec::new();
    for step in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let (removed, added) = (&old[step.old_range()], &new[step.new_range()]);
        if matches!(step, DiffOp::Equal { .. }) {
            pieces.extend(piece(Piece::Same, removed));
        } else {
            pieces.extend(piece(Piece::Removed, removed));
            pieces.extend(piece(Piece::Added, added));
        }
    }
    joined(pieces)
}

fn piece(kind: fn(String) -> Piece, tokens: &[&str]) -> Option<Piece> {
    let text = tokens.concat();
    if text.is_empty() { None } else { Some(kind(text)) }
}

/// A single space between two replaced words parts nothing that a reader would want apart.
fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut runs: Vec<Piece> = Vec::new();
    let mut open: Option<(String, String)> = None;
    let mut pieces = pieces.into_iter().peekable();
    while let Some(next) = pieces.next() {
        match next {
            Piece::Removed(text) => open.get_or_insert_default().0.push_str(&text),
            Piece::Added(text) => open.get_or_insert_default().1.push_str(&text),
            Piece::Same(text) => {
                let between = text.trim().is_empty() && pieces.peek().is_some();
                if let Some((removed, added)) = open.as_mut().filter(|_| between) {
                    removed.push_str(&text);
                    added.push_str(&text);
                } else {
                    close(&mut open, &mut runs);
                    runs.push(Piece::Same(text));
                }
            }
        }
    }
    close(&mut open, &mut runs);
    runs
}

fn close(open: &mut Option<(String, String)>, runs: &mut Vec<Piece>) {
    if let Some((removed, added)) = open.take() {
        runs.extend(piece(Piece::Removed, &[&removed]));
        runs.extend(piece(Piece::Added, &[&added]));
    }
}

/// Words, signs and runs of white space, in their order.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut start = 0;
    let mut kind = None;
    for (at, letter) in text.char_indices() {
        let now = if letter.is_alphanumeric() { 0 } else { 1 + u8::from(letter.is_whitespace()) };
        // Each sign stands by itself; letters and white space run on.
        if at > start && (kind != Some(now) || now == 1) {
            tokens.push(&text[start..at]);
            start = at;
        }
        kind = Some(now);
    }
    if start < text.len() {
        tokens.push(&text[start..]);
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn marked(before: &str, after: &str) -> String {
        let mark = |piece: Piece| match piece {
            Piece::Same(text) => text,
            Piece::Removed(text) => format!("[-{text}-]"),
            Piece::Added(text) => format!("[+{text}+]"),
        };
        words(before, after).into_iter().map(mark).collect()
    }

    #[test]
    fn single_words_are_marked() {
        assert_eq!(marked("within five days of it", "within seven days of it"), "within [-five-][+seven+] days of it");
        assert_eq!(marked("calls", "calls, and letters"), "calls[+, and letters+]");
    }

    #[test]
    fn words_that_were_replaced_together_are_marked_together() {
        assert_eq!(marked("a red car came", "a blue bicycle came"), "a [-red car-][+blue bicycle+] came");
    }

    #[test]
    fn equal_texts_have_one_piece() {
        assert_eq!(words("same", "same"), [Piece::Same("same".to_owned())]);
        assert!(words("", "").is_empty());
    }

    proptest! {
        #[test]
        fn both_texts_can_be_put_together_again(before in "[ab ,\n]{0,20}", after in "[ab ,\n]{0,20}") {
            let (mut old, mut new) = (String::new(), String::new());
            for piece in words(&before, &after) {
                match piece {
                    Piece::Same(text) => { old.push_str(&text); new.push_str(&text); }
                    Piece::Removed(text) => old.push_str(&text),
                    Piece::Added(text) => new.push_str(&text),
                }
            }
            prop_assert_eq!((old, new), (before, after));
        }
    }
}
