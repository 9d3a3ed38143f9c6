//! The rows of a table, taken apart one after the other, each with the place at which it begins.
//!
//! Projects have tens of thousands of small tables, and what a reader of streams prepares for each of them would take longer than its rows.

use std::cell::RefCell;

use csv_core::{ReadRecordResult, Reader};

thread_local! {
    /// What takes tables apart, one after the other.
    static READER: RefCell<Reader> = RefCell::new(Reader::new());
}

/// The rows of a table; one at a time.
pub(super) struct TableRows<'t> {
    reader: &'t mut Reader,
    text: &'t str,
    /// Where the next row is looked for, in bytes.
    next: usize,
    /// Where the current row begins, in bytes, and in which line, counted from 1.
    pub(super) start: usize,
    pub(super) line: usize,
    /// The cells of the current row without their quotes, one after the other, and where each of them ends.
    cells: Vec<u8>,
    ends: Vec<usize>,
    /// How many cells it has.
    pub(super) len: usize,
}

/// Takes a table apart; what is done with its rows must not read another table.
pub(super) fn with_rows<T>(text: &str, read: impl FnOnce(&mut TableRows<'_>) -> T) -> T {
    READER.with_borrow_mut(|reader| {
        reader.reset();
        read(&mut TableRows { reader, text, next: 0, start: 0, line: 1, cells: vec![0; 256], ends: vec![0; 16], len: 0 })
    })
}

impl TableRows<'_> {
    /// Goes to the next row; tells whether there is one. Lines without anything are no rows.
    pub(super) fn next(&mut self) -> bool {
        let rest = self.text.get(self.next..).unwrap_or_default();
        let blank = rest.len() - rest.trim_start_matches('\n').len();
        self.start = self.next + blank;
        self.line = usize::try_from(self.reader.line()).unwrap_or(usize::MAX).saturating_add(blank);
        let mut written = 0;
        self.len = 0;
        loop {
            let input = self.text.as_bytes().get(self.next..).unwrap_or_default();
            let (cells, ends) = (&mut self.cells[written..], &mut self.ends[self.len..]);
            let (outcome, taken, put, ended) = self.reader.read_record(input, cells, ends);
            self.next += taken;
            written += put;
            self.len += ended;
            match outcome {
                // The next call sees no more input, which is how the end is told.
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.cells.resize(self.cells.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record => return true,
                ReadRecordResult::End => return false,
            }
        }
    }

    /// The cells of the current row.
    pub(super) fn cells(&self) -> impl Iterator<Item = &str> {
        let begins = std::iter::once(0).chain(self.ends.iter().copied());
        let ranges = begins.zip(self.ends.iter().copied()).take(self.len);
        // The text is UTF-8 and cells end at ASCII characters.
        ranges.map(|(begin, end)| str::from_utf8(self.cells.get(begin..end).unwrap_or_default()).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(usize, usize, Vec<String>)> {
        with_rows(text, |rows| {
            let mut all = Vec::new();
            while rows.next() {
                all.push((rows.start, rows.line, rows.cells().map(str::to_owned).collect()));
            }
            all
        })
    }

    fn row(start: usize, line: usize, cells: &[&str]) -> (usize, usize, Vec<String>) {
        (start, line, cells.iter().map(|cell| (*cell).to_owned()).collect())
    }

    #[test]
    fn rows_are_told_with_the_place_at_which_they_begin() {
        assert_eq!(rows("a,b\n1,2\n3,4"), [row(0, 1, &["a", "b"]), row(4, 2, &["1", "2"]), row(8, 3, &["3", "4"])]);
    }

    #[test]
    fn lines_without_anything_are_no_rows_and_count_as_lines() {
        assert_eq!(rows("\na\n\n\n1\n\n"), [row(1, 2, &["a"]), row(5, 5, &["1"])]);
        assert_eq!(rows("\n\n"), []);
        assert_eq!(rows(""), []);
    }

    #[test]
    fn quotes_go_and_what_they_hold_stays() {
        assert_eq!(rows("\"a, \"\"b\"\"\nc\",d\ne,\n"), [row(0, 1, &["a, \"b\"\nc", "d"]), row(15, 3, &["e", ""])]);
    }

    #[test]
    fn long_rows_and_rows_of_many_cells_are_read_whole() {
        let cells: Vec<String> = (0..400).map(|number| format!("cell {number} of many")).collect();
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        assert_eq!(
            rows(&format!("a\n{}\nb\n", cells.join(","))),
            [row(0, 1, &["a"]), row(2, 2, &cells), row(cells.join(",").len() + 3, 3, &["b"])]
        );
    }
}
