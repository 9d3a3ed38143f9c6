//! Which words of a text stayed, went and came, as marks of a page.

use crate::diff::{Piece, words};
use crate::site::view::{Mark, Marked};

/// Two texts in one flow: what stayed stands once, what went stands before what came.
pub(super) fn marks(before: &str, after: &str) -> Vec<Mark> {
    let mark = |piece: Piece| match piece {
        Piece::Same(text) => Mark { mark: Marked::Same, text },
        Piece::Removed(text) => Mark { mark: Marked::Removed, text },
        Piece::Added(text) => Mark { mark: Marked::Added, text },
    };
    words(before, after).into_iter().map(mark).collect()
}

/// One value instead of another, for values that are no prose.
pub(super) fn replaced(before: &str, after: &str) -> Vec<Mark> {
    let mark = |mark: Marked, text: &str| Mark { mark, text: text.to_owned() };
    match (before.is_empty(), after.is_empty()) {
        (true, true) => Vec::new(),
        (true, false) => vec![mark(Marked::Added, after)],
        (false, true) => vec![mark(Marked::Removed, before)],
        (false, false) => vec![mark(Marked::Removed, before), mark(Marked::Same, " → "), mark(Marked::Added, after)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_value_stands_behind_another_and_nothing_is_left_out() {
        let shown = |before: &str, after: &str| replaced(before, after).into_iter().map(|mark| mark.text).collect::<String>();
        assert_eq!([shown("1", "2"), shown("", "2"), shown("1", ""), shown("", "")], ["1 → 2", "2", "1", ""]);
    }
}
