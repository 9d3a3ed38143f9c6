//! A sheet as data: cells, formulas with the results that a viewer shows before it has calculated, and addresses.
//!
//! Text is text, whatever it begins with; only what this program puts together is a formula.

use crate::model::{Date, Decimal, Exact};

/// The most digits that a number of a spreadsheet keeps.
const MOST_DIGITS: usize = 15;

/// The number by which spreadsheets know the first day of 1970.
const EPOCH: f64 = 25_569.0;

/// What a formula gives.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// A number.
    Number(f64),
    /// Words; empty where there is no value.
    Text(String),
    /// Whether something holds.
    Truth(bool),
}

impl Value {
    /// A number where there is one, else nothing.
    pub(super) fn of(number: Option<Decimal>) -> Self {
        number.map_or_else(|| Self::Text(String::new()), |number| Self::Number(double(number)))
    }

    /// An exact number where there is one, else nothing.
    pub(super) fn exact(number: Option<Exact>) -> Self {
        number.map_or_else(|| Self::Text(String::new()), |number| Self::Number(number.to_f64()))
    }
}

/// How a cell looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Look {
    /// As it comes.
    #[default]
    Plain,
    /// A heading.
    Head,
    /// A label that stands out.
    Label,
    /// Text over several lines.
    Wrapped,
    /// A day.
    Day,
    /// A number with so many places.
    Places(u32),
    /// A count beside a label, on its left side.
    Count,
    /// Whether something holds.
    Verdict,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Held {
    /// Nothing.
    Nothing,
    /// Words, never a formula.
    Text(String),
    /// A number.
    Number(f64),
    /// A formula and what it gives.
    Formula(String, Value),
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cell {
    pub(super) held: Held,
    pub(super) look: Look,
}

impl Cell {
    pub(super) const fn nothing() -> Self {
        Self { held: Held::Nothing, look: Look::Plain }
    }

    pub(super) fn text(text: impl Into<String>) -> Self {
        Self { held: Held::Text(text.into()), look: Look::Plain }
    }

    pub(super) fn head(text: impl Into<String>) -> Self {
        Self { held: Held::Text(text.into()), look: Look::Head }
    }

    pub(super) fn day(day: Date) -> Self {
        Self { held: Held::Number(serial(day)), look: Look::Day }
    }

    /// A number as it was written; as text where it has more digits than a spreadsheet keeps.
    pub(super) fn number(number: Option<Decimal>) -> Self {
        match number {
            None => Self::nothing(),
            Some(number) if is_kept(number) => Self { held: Held::Number(double(number)), look: Look::Places(number.scale()) },
            Some(number) => Self::text(number.to_string()),
        }
    }

    pub(super) fn count(count: usize) -> Self {
        Self::number(i64::try_from(count).ok().map(Decimal::from_integer))
    }

    pub(super) const fn formula(text: String, value: Value, look: Look) -> Self {
        Self { held: Held::Formula(text, value), look }
    }

    pub(super) fn looking(self, look: Look) -> Self {
        Self { look, ..self }
    }
}

/// One sheet.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    /// Its name, as it stands on the tab.
    pub(super) name: String,
    /// Its lines from the top.
    pub(super) lines: Vec<Vec<Cell>>,
    /// Lines and columns that stay in sight.
    pub(super) kept: (u32, u16),
    /// Widths of the columns, in characters.
    pub(super) widths: Vec<u16>,
}

impl Sheet {
    /// A table with its headings, which stay in sight with the first columns.
    pub(super) fn table(name: &str, headings: &[String], kept: u16) -> Self {
        let width = |heading: &String| u16::try_from(heading.chars().count()).unwrap_or(u16::MAX).clamp(9, 15) + 2;
        let widths = headings.iter().map(width).collect();
        Self { name: name.to_owned(), lines: vec![headings.iter().map(Cell::head).collect()], kept: (1, kept), widths }
    }

    /// Makes a column wider, for texts that are longer than its heading.
    pub(super) fn widen(mut self, column: usize, width: u16) -> Self {
        if let Some(known) = self.widths.get_mut(column) {
            *known = width;
        }
        self
    }

    /// The position of the next line, counted from 0.
    pub(super) const fn next(&self) -> usize {
        self.lines.len()
    }
}

/// A number as a spreadsheet holds it: the double that is nearest.
pub(super) fn double(number: Decimal) -> f64 {
    number.to_string().parse().unwrap_or(f64::NAN)
}

/// Whether a spreadsheet keeps all digits of a number.
pub(super) fn is_kept(number: Decimal) -> bool {
    let digits = number.mantissa().unsigned_abs().to_string();
    digits.trim_end_matches('0').len() <= MOST_DIGITS && digits.len() <= MOST_DIGITS + 7
}

/// The number by which spreadsheets know a day.
pub(super) fn serial(day: Date) -> f64 {
    f64::from(day.day_number()) + EPOCH
}

/// The letters of a column, counted from 0.
pub(super) fn letters(column: usize) -> String {
    let mut rest = column + 1;
    let mut reversed = Vec::new();
    while rest > 0 {
        rest -= 1;
        reversed.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        rest /= 26;
    }
    reversed.into_iter().rev().collect()
}

/// The address of a cell on its own sheet, both counted from 0.
pub(super) fn at(column: usize, line: usize) -> String {
    format!("{}{}", letters(column), line + 1)
}

/// The address of a cell on a sheet of this name.
pub(super) fn on(sheet: &str, column: usize, line: usize) -> String {
    format!("'{sheet}'!{}", at(column, line))
}

/// The address of a whole column of a table, without its heading, that stays when it is copied.
pub(super) fn whole_column(sheet: &str, column: usize, lines: usize) -> String {
    let letters = letters(column);
    format!("'{sheet}'!${letters}$2:${letters}${}", lines.max(2))
}

/// Words inside a formula.
pub(super) fn quoted(words: &str) -> String {
    format!("\"{}\"", words.replace('"', "\"\""))
}

/// The addresses of lines of one column, neighbours as one range.
pub(super) fn ranges(sheet: &str, column: usize, lines: &[usize]) -> Vec<String> {
    let mut sorted = lines.to_vec();
    sorted.sort_unstable();
    let mut found: Vec<(usize, usize)> = Vec::new();
    for line in sorted {
        match found.last_mut() {
            Some((_, last)) if *last + 1 == line => *last = line,
            _ => found.push((line, line)),
        }
    }
    let address = |(first, last): (usize, usize)| {
        if first == last { on(sheet, column, first) } else { format!("{}:{}", on(sheet, column, first), at(column, last)) }
    };
    found.into_iter().map(address).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_go_on_behind_z() {
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }

    #[test]
    fn neighbouring_lines_are_one_range() {
        assert_eq!(ranges("Rows", 2, &[7, 1, 2, 3]), ["'Rows'!C2:C4", "'Rows'!C8"]);
    }

    #[test]
    fn days_have_the_numbers_of_spreadsheets() {
        assert!((serial(Date::new(2026, 1, 1).expect("a day")) - 46_023.0).abs() < f64::EPSILON);
    }

    #[test]
    fn number_of_more_than_fifteen_digits_is_text() {
        let cell = |text: &str| Cell::number(Decimal::parse(text).ok()).held;
        assert_eq!(cell("123456789012345"), Held::Number(123_456_789_012_345.0));
        assert_eq!(cell("1234567890123456"), Held::Text("1234567890123456".to_owned()));
    }

    #[test]
    fn quotes_inside_words_end_no_words() {
        assert_eq!(quoted("a\"b"), "\"a\"\"b\"");
    }
}
