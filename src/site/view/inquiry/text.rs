//! How words and figures of an inquiry are written.

use crate::language::Language;
use crate::model::{Date, Decimal, Exact, Period, Rounding, Unit};
use crate::site::view::{Block, Cell, Fact, PartNumber, Span};
use crate::source::Record;

/// Markdown as plain words in one line: marks are dropped and links keep their words.
pub(in crate::site::view) fn plain(markdown: &str) -> String {
    let words = markdown.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(words.len());
    let mut rest = words.as_str();
    while let Some(start) = rest.find('[') {
        let (before, after) = rest.split_at(start);
        out.push_str(before);
        let link = after.find("](").and_then(|close| Some((close, after[close..].find(')')? + close)));
        if let Some((close, end)) = link {
            out.push_str(&after[1..close]);
            rest = &after[end + 1..];
        } else {
            out.push('[');
            rest = &after[1..];
        }
    }
    out.push_str(rest);
    let words = out.split(' ').map(|word| word.trim_start_matches(['_', '*', '`']).replace(['*', '`'], ""));
    words.map(|word| word.strip_suffix('_').map_or_else(|| word.clone(), str::to_owned)).collect::<Vec<_>>().join(" ")
}

/// The word written at a path of a record, such as `method.name`.
pub(in crate::site::view) fn written<'a>(record: &'a Record, path: &str) -> Option<&'a str> {
    record.node.at(path)?.text()
}

/// A label with one value.
pub(in crate::site::view) fn fact(label: String, value: Span) -> Fact {
    Fact { label, values: vec![value] }
}

/// A word that says that something is not there.
pub(in crate::site::view) fn absent(text: String) -> Cell {
    Cell::Absent(text)
}

/// A day as a cell.
pub(in crate::site::view) fn day(language: &Language, date: Date) -> Cell {
    Cell::Time { iso: date.to_string(), label: language.short_date(date) }
}

/// A period as a cell.
pub(in crate::site::view) fn period(language: &Language, period: Period) -> Cell {
    Cell::Time { iso: period.to_string(), label: language.period(period) }
}

/// An exact value with its unit, rounded once.
pub(in crate::site::view) fn points(language: &Language, value: Exact, places: u32, unit: Unit) -> (String, String) {
    value.round(places, Rounding::HalfEven).map_or_else(Default::default, |number| (language.with_unit(number, unit), number.to_string()))
}

/// A difference with its sign and unit.
pub(in crate::site::view) fn signed(language: &Language, number: Decimal, unit: Unit) -> String {
    let text = language.with_unit(number, unit);
    if number.is_negative() || number.mantissa() == 0 { text } else { format!("+{text}") }
}

/// A picture with its title and notes.
pub(in crate::site::view) fn figure(part: PartNumber, title: String, subtitle: String, notes: Vec<String>) -> Block {
    Block::Figure { label: title.clone(), title, subtitle, part, notes, events: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn marks_of_markdown_are_dropped_and_names_with_underscores_kept() {
        let text = "A **bold** `word`, _said_ of [the metric](metric/a)\n and first_contact [x";
        assert_eq!(plain(text), "A bold word, said of the metric and first_contact [x");
    }
}
