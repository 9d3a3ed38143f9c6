//! How words and figures of an inquiry are written.

use crate::language::Language;
use crate::model::{Date, Decimal, Exact, Period, RecordRef, Rounding, Unit};
use crate::site::view::{Block, Cell, Column, ColumnKind, Fact, PartNumber, Row, RowGroup, Span, Table};
use crate::site::writer::Writer;
use crate::source::Record;

/// Periods of a long table that are shown at once.
const MOST_AT_ONCE: usize = 13;

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

/// A table below a heading that says what its caption would say.
pub(in crate::site::view) fn table(
    writer: &mut Writer<'_>,
    id: &str,
    caption: String,
    headings: &[(&'static str, ColumnKind)],
    groups: Vec<RowGroup>,
) -> Block {
    let columns = headings.iter().map(|(key, kind)| Column::new(writer.say(key), *kind)).collect();
    let table = Table { id: format!("{id}-table"), caption, caption_hidden: true, columns, groups, ..Table::default() };
    writer.table(table)
}

/// Rows of periods, the newest first: those of about a year at once, the earlier ones folded away.
pub(in crate::site::view) fn by_period(
    writer: &mut Writer<'_>,
    id: &str,
    caption: &str,
    headings: &[(&'static str, ColumnKind)],
    mut rows: Vec<Row>,
) -> Vec<Block> {
    let earlier = rows.split_off(rows.len().min(MOST_AT_ONCE));
    let mut blocks = vec![table(writer, id, caption.to_owned(), headings, ungrouped(rows))];
    if !earlier.is_empty() {
        let summary = writer.say("inquiry-earlier");
        let caption = format!("{caption}: {summary}");
        let folded = table(writer, &format!("{id}-earlier"), caption, headings, ungrouped(earlier));
        blocks.push(Block::Details { summary, open: false, blocks: vec![folded] });
    }
    blocks
}

/// Rows without a heading.
pub(in crate::site::view) fn ungrouped(rows: Vec<Row>) -> Vec<RowGroup> {
    vec![RowGroup { rows, ..RowGroup::default() }]
}

/// A link to a record as a cell.
pub(in crate::site::view) fn link_cell(writer: &Writer<'_>, reference: &RecordRef) -> Cell {
    Cell::Link { href: writer.record_href(reference), label: writer.title_of(reference), note: String::new() }
}

/// A word written at a path of a record, in the language of the report; an empty cell where there is none.
pub(in crate::site::view) fn code_cell(writer: &Writer<'_>, record: &Record, path: &str) -> Cell {
    written(record, path).map_or(Cell::Empty, |word| Cell::Text(writer.language().code(word)))
}

/// A count as a cell.
pub(in crate::site::view) fn count_cell(writer: &Writer<'_>, count: usize) -> Cell {
    Cell::number(writer.language().count(count), count.to_string())
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
