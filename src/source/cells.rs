//! Where the cells of a table's row stand in the file, and what its quotes do wrong.
//!
//! The rows themselves are read by the CSV reader; it drops the places. This follows the same grammar: a quote opens a cell only as
//! its first character, and two quotes inside stand for one.

use std::ops::Range;

/// What is wrong with the quotes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum QuoteFault {
    /// The quote at this byte is never closed.
    Open(usize),
    /// At this byte text follows a closing quote.
    After(usize),
}

/// Puts the ranges of a row's cells into `cells`, quotes included; gives the first fault of its quotes.
///
/// The row begins at the byte `start`. A row that ends in an open quote reaches to the end of the text.
pub(super) fn locate(text: &str, start: usize, cells: &mut Vec<Range<usize>>) -> Option<QuoteFault> {
    cells.clear();
    let bytes = text.as_bytes();
    let mut fault = None;
    let mut at = start;
    loop {
        let begin = at;
        if bytes.get(at) == Some(&b'"') {
            at = after_quotes(bytes, at);
            if at > bytes.len() {
                cells.push(begin..bytes.len());
                return fault.or(Some(QuoteFault::Open(begin)));
            }
            if bytes.get(at).is_some_and(|byte| !matches!(byte, b',' | b'\n')) {
                fault = fault.or(Some(QuoteFault::After(at)));
            }
        }
        while bytes.get(at).is_some_and(|byte| !matches!(byte, b',' | b'\n')) {
            at += 1;
        }
        cells.push(begin..at);
        match bytes.get(at) {
            Some(b',') => at += 1,
            _ => return fault,
        }
    }
}

/// The byte after the quote that closes the one at `open`; beyond the text where none does.
fn after_quotes(bytes: &[u8], open: usize) -> usize {
    let mut at = open + 1;
    while let Some(byte) = bytes.get(at) {
        match (byte, bytes.get(at + 1)) {
            (b'"', Some(b'"')) => at += 2,
            (b'"', _) => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> (Vec<&str>, Option<QuoteFault>) {
        let mut ranges = Vec::new();
        let fault = locate(text, 0, &mut ranges);
        (ranges.into_iter().map(|range| &text[range]).collect(), fault)
    }

    #[test]
    fn quoted_cells_keep_their_commas_and_line_breaks() {
        assert_eq!(cells("a,\"b, \"\"c\"\"\nd\",\ne"), (vec!["a", "\"b, \"\"c\"\"\nd\"", ""], None));
    }

    #[test]
    fn a_quote_inside_a_cell_is_a_character() {
        assert_eq!(cells("5\" pipe,x"), (vec!["5\" pipe", "x"], None));
    }

    #[test]
    fn an_open_quote_takes_the_rest() {
        assert_eq!(cells("a,\"b\nc,d\n"), (vec!["a", "\"b\nc,d\n"], Some(QuoteFault::Open(2))));
    }

    #[test]
    fn text_after_a_closing_quote_is_a_fault() {
        assert_eq!(cells("\"nor\"th,1"), (vec!["\"nor\"th", "1"], Some(QuoteFault::After(5))));
        assert_eq!(cells("\"north\" ,1").1, Some(QuoteFault::After(7)));
    }
}
