//! One written value as people read it, before it is decided whether it stands in a line or in a table.

use crate::model::{
    AnyRecord, Date, Decimal, Duration, Frequency, Instant, Kind, Period, RecordRef, RecordShape, Scalar, Shape, Unit, parse_reference,
};
use crate::site::format::{grouped, with_unit};
use crate::site::view::naming::{state_words, word};
use crate::site::view::{Cell, Span, StatusWord};
use crate::site::writer::Writer;
use crate::source::{Node, Record};

/// Fields of plain text that hold something for machines.
const CODES: &[&str] = &["code", "digest", "expression", "file", "key_fields", "keys", "new", "old", "sha256"];

/// What is known of the place at which a value stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot<'a> {
    /// Name of the field.
    pub(super) name: &'a str,
    /// Description of the field; it says in which unit a number is.
    pub(super) description: &'a str,
    /// Unit of the metric that the record or entry is about.
    pub(super) unit: Option<Unit>,
}

impl Slot<'_> {
    /// The unit of a number that stands here, from the words with which the field is described.
    fn number_unit(&self) -> Option<Unit> {
        if self.description.contains("in per cent") {
            return Unit::parse("percent").ok();
        }
        self.unit.filter(|_| self.description.contains("in the unit of"))
    }
}

/// A single value as people read it.
#[derive(Clone, Debug)]
pub(super) enum Piece {
    Text(String),
    Choice { word: String, meaning: String },
    Code(String),
    Number { text: String, key: String },
    Time { iso: String, label: String },
    Link { href: String, label: String, note: String },
    Prose(String),
    Status(StatusWord),
}

impl Piece {
    /// The value as pieces of a line.
    pub(super) fn spans(self) -> Vec<Span> {
        let remark = |text: String| if text.is_empty() { None } else { Some(Span::Remark { text }) };
        match self {
            Self::Text(text) => vec![Span::Text { text }],
            Self::Choice { word, meaning } => std::iter::once(Span::Text { text: word }).chain(remark(meaning)).collect(),
            Self::Code(text) => vec![Span::Code { text }],
            Self::Number { text, .. } => vec![Span::Number { text }],
            Self::Time { iso, label } => vec![Span::Time { iso, label }],
            Self::Link { href, label, note } => std::iter::once(Span::Link { href, label }).chain(remark(note)).collect(),
            Self::Prose(markdown) => vec![Span::Prose { markdown }],
            Self::Status(status) => vec![Span::Status(status)],
        }
    }

    /// The value as a cell; nothing where it needs more room than a cell has.
    pub(super) fn cell(self) -> Option<Cell> {
        Some(match self {
            Self::Text(text) | Self::Choice { word: text, .. } => Cell::Text(text),
            Self::Code(text) => Cell::Code(text),
            Self::Number { text, key } => Cell::number(text, key),
            Self::Time { iso, label } => Cell::Time { iso, label },
            Self::Link { href, label, note } => Cell::Link { href, label, note },
            Self::Prose(markdown) => Cell::Text(plain(&markdown)?),
            Self::Status(status) => Cell::Status(status),
        })
    }

    /// The value as plain words; nothing where it is Markdown.
    pub(super) fn words(self) -> Option<String> {
        Some(match self {
            Self::Text(text) | Self::Choice { word: text, .. } | Self::Code(text) | Self::Number { text, .. } => text,
            Self::Time { label, .. } | Self::Link { label, .. } => label,
            Self::Prose(markdown) => plain(&markdown)?,
            Self::Status(status) => status.word,
        })
    }
}

/// Reads a scalar by the shape of its field; nothing where the value is a list or a mapping.
pub(super) fn piece(writer: &Writer<'_>, slot: Slot<'_>, shape: &Shape, node: &Node) -> Option<Piece> {
    let written = node.text()?;
    let text = || Piece::Text(written.to_owned());
    Some(match shape {
        Shape::Text if CODES.contains(&slot.name) => Piece::Code(written.to_owned()),
        Shape::Boolean if slot.name == "passed" => Piece::Status(passed(written == "true")),
        Shape::Boolean => Piece::Text(if written == "true" { "yes" } else { "no" }.to_owned()),
        Shape::Integer { .. } => number(slot, written),
        Shape::Scalar(scalar) => read_scalar(slot, *scalar, written),
        Shape::Choice(choices) => {
            let meaning = choices.iter().find(|choice| choice.value == written).map_or("", |choice| choice.description.as_str());
            // A word without a meaning of its own carries that of its field.
            let meaning = if meaning == slot.description { "" } else { meaning };
            Piece::Choice { word: word(written), meaning: meaning.to_owned() }
        }
        Shape::Reference(kinds) => reference(writer, kinds, written).unwrap_or_else(text),
        _ => text(),
    })
}

fn passed(passed: bool) -> StatusWord {
    let (class, word) = if passed { ("is-meets", "passed") } else { ("is-misses", "failed") };
    StatusWord { class, word: word.to_owned() }
}

fn number(slot: Slot<'_>, written: &str) -> Piece {
    Decimal::parse(written).map_or_else(
        |_| Piece::Text(written.to_owned()),
        |number| {
            let text = slot.number_unit().map_or_else(|| grouped(number), |unit| with_unit(number, unit));
            Piece::Number { text, key: number.to_string() }
        },
    )
}

fn read_scalar(slot: Slot<'_>, scalar: Scalar, written: &str) -> Piece {
    let time = |label: Option<String>| {
        label.map_or_else(|| Piece::Text(written.to_owned()), |label| Piece::Time { iso: written.to_owned(), label })
    };
    let words = |words: Option<String>| Piece::Text(words.unwrap_or_else(|| written.to_owned()));
    match scalar {
        Scalar::Prose => Piece::Prose(written.to_owned()),
        Scalar::Decimal => number(slot, written),
        Scalar::Date => time(Date::parse(written).ok().map(Date::label)),
        Scalar::Instant => time(Instant::parse(written).ok().map(Instant::label)),
        Scalar::Period => time(Period::parse(written).ok().map(Period::label)),
        Scalar::Duration => words(Duration::parse(written).ok().map(|duration| duration.to_string())),
        Scalar::Frequency => words(written.parse::<Frequency>().ok().map(|frequency| frequency.adverb().to_owned())),
        Scalar::Unit => words(Unit::parse(written).ok().map(|unit| unit.name().to_owned())),
        Scalar::Expression | Scalar::Id => Piece::Code(written.to_owned()),
        Scalar::TimeOfDay | Scalar::Zone | Scalar::FiscalStart | Scalar::Version => Piece::Text(written.to_owned()),
    }
}

fn reference(writer: &Writer<'_>, kinds: &[Kind], written: &str) -> Option<Piece> {
    let (to, pinned) = parse_reference(written, kinds).ok()?;
    let mut notes = Vec::new();
    if kinds.len() > 1 {
        notes.push(to.kind.words());
    }
    notes.extend(writer.site.catalog().record(&to).and_then(state_words));
    notes.extend(pinned.map(|version| format!("version {version}")));
    Some(Piece::Link { href: writer.record_href(&to), label: writer.title_of(&to), note: notes.join(" · ") })
}

/// The unit in which numbers of a mapping are: that of the metric it names, else what holds around it.
pub(super) fn unit_of(writer: &Writer<'_>, shape: &RecordShape, node: &Node, around: Option<Unit>) -> Option<Unit> {
    let named = |field: &str| {
        let shape = &shape.field(field)?.shape;
        let node = &node.entry(field)?.value;
        match shape {
            Shape::Reference(kinds) => metric_unit(writer, &parse_reference(node.text()?, kinds).ok()?.0),
            Shape::List(inner) => match &**inner {
                Shape::Reference(kinds) => metric_unit(writer, &parse_reference(node.items().first()?.text()?, kinds).ok()?.0),
                _ => None,
            },
            _ => None,
        }
    };
    named("metric").or_else(|| named("metrics")).or(around)
}

/// The unit of a record that is a metric.
pub(super) fn own_unit(record: &Record) -> Option<Unit> {
    if let AnyRecord::Metric(metric) = &record.fields { Some(metric.unit) } else { None }
}

fn metric_unit(writer: &Writer<'_>, record: &RecordRef) -> Option<Unit> {
    writer.site.catalog().record(record).and_then(own_unit)
}

/// Markdown as plain words, where it is one short paragraph without any mark.
pub(super) fn plain(markdown: &str) -> Option<String> {
    let text = markdown.trim();
    let marks = ['*', '_', '`', '[', '<', '&', '\\', '#', '|', '~', '!'];
    let opens_a_block = text.starts_with(['-', '+', '>']) || text.split_once(['.', ')']).is_some_and(|(start, _)| start.bytes().all(|byte| byte.is_ascii_digit()));
    if text.contains("\n\n") || text.contains("\n-") || text.contains(marks) || opens_a_block || text.chars().count() > 160 {
        return None;
    }
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_prose_without_marks_is_plain() {
        assert_eq!(plain("Simple; one rule\nfor all.\n"), Some("Simple; one rule for all.".to_owned()));
        for text in ["two\n\nparagraphs", "**strong**", "- a list", "1. a list", "<b>", "a\n- list", &"long ".repeat(40)] {
            assert_eq!(plain(text), None, "{text}");
        }
    }

    #[test]
    fn the_description_of_a_field_says_in_which_unit_its_number_is() {
        let seconds = Unit::parse("seconds").ok();
        let slot = |description| Slot { name: "level", description, unit: seconds };
        let text = |description| number(slot(description), "1200").words();
        assert_eq!(text("Level, in the unit of the metric."), Some("1,200\u{a0}s".to_owned()));
        assert_eq!(text("Share, in per cent."), Some("1,200%".to_owned()));
        assert_eq!(text("Number of people."), Some("1,200".to_owned()));
    }
}
