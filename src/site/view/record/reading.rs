//! From what was written to what people read, by the shape of the field.

use super::piece::{Piece, Slot};
use crate::language::Language;
use crate::model::{
    AnyRecord, Date, Decimal, Duration, Frequency, Instant, Kind, Period, RecordRef, RecordShape, Scalar, Shape, Unit, parse_reference,
};
use crate::site::view::StatusWord;
use crate::site::view::naming::state_words;
use crate::site::writer::Writer;
use crate::source::{Node, Record};

/// Fields of plain text that hold something for machines.
const CODES: &[&str] = &["code", "digest", "expression", "file", "key_fields", "keys", "new", "old", "sha256"];
/// Reads a scalar by the shape of its field; nothing where the value is a list or a mapping.
pub(super) fn piece(writer: &Writer<'_>, slot: Slot<'_>, shape: &Shape, node: &Node) -> Option<Piece> {
    let written = node.text()?;
    let text = || Piece::Text(written.to_owned());
    Some(match shape {
        Shape::Text if CODES.contains(&slot.name) => Piece::Code(written.to_owned()),
        Shape::Boolean if slot.name == "passed" => Piece::Status(passed(writer, written == "true")),
        Shape::Boolean => Piece::Text(if written == "true" { writer.say("yes") } else { writer.say("no") }),
        Shape::Integer { .. } => number(writer.language(), slot, written),
        Shape::Scalar(scalar) => read_scalar(writer.language(), slot, *scalar, written),
        Shape::Choice(choices) => {
            let meaning = choices.iter().find(|choice| choice.value == written).map_or("", |choice| choice.description.as_str());
            // A word without a meaning of its own carries that of its field.
            let meaning = if meaning == slot.description { "" } else { meaning };
            let language = writer.language();
            Piece::Choice { word: language.code(written), meaning: language.meaning(slot.name, written, meaning).to_owned() }
        }
        Shape::Reference(kinds) => reference(writer, kinds, written).unwrap_or_else(text),
        _ => text(),
    })
}

fn passed(writer: &Writer<'_>, passed: bool) -> StatusWord {
    if passed {
        StatusWord { class: "is-meets", word: writer.say("record-passed") }
    } else {
        StatusWord { class: "is-misses", word: writer.say("record-failed") }
    }
}

fn number(language: &Language, slot: Slot<'_>, written: &str) -> Piece {
    Decimal::parse(written).map_or_else(
        |_| Piece::Text(written.to_owned()),
        |number| {
            let text = slot.number_unit().map_or_else(|| language.number(number), |unit| language.with_unit(number, unit));
            Piece::Number { text, key: number.to_string() }
        },
    )
}

fn read_scalar(language: &Language, slot: Slot<'_>, scalar: Scalar, written: &str) -> Piece {
    let time = |label: Option<String>| {
        label.map_or_else(|| Piece::Text(written.to_owned()), |label| Piece::Time { iso: written.to_owned(), label })
    };
    let words = |words: Option<String>| Piece::Text(words.unwrap_or_else(|| written.to_owned()));
    match scalar {
        Scalar::Prose => Piece::Prose(written.to_owned()),
        Scalar::Decimal => number(language, slot, written),
        Scalar::Date => time(Date::parse(written).ok().map(|date| language.date(date))),
        Scalar::Instant => time(Instant::parse(written).ok().map(|instant| language.instant(instant))),
        Scalar::Period => time(Period::parse(written).ok().map(|period| language.period(period))),
        Scalar::Duration => words(Duration::parse(written).ok().map(|duration| language.duration(duration))),
        Scalar::Frequency => words(written.parse::<Frequency>().ok().map(|frequency| language.frequency(frequency).to_owned())),
        Scalar::Unit => words(Unit::parse(written).ok().map(|unit| language.unit_name(unit).to_owned())),
        Scalar::Expression | Scalar::Id | Scalar::Sha256 => Piece::Code(written.to_owned()),
        Scalar::TimeOfDay | Scalar::Zone | Scalar::FiscalStart | Scalar::Version => Piece::Text(written.to_owned()),
    }
}

fn reference(writer: &Writer<'_>, kinds: &[Kind], written: &str) -> Option<Piece> {
    let (to, pinned) = parse_reference(written, kinds).ok()?;
    let mut notes = Vec::new();
    if kinds.len() > 1 {
        notes.push(writer.language().kind(to.kind));
    }
    notes.extend(writer.site.catalog().record(&to).and_then(|record| state_words(writer.language(), record)));
    notes.extend(pinned.map(|version| writer.fill("record-version", &[("version", version.to_string().into())])));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_description_of_a_field_says_in_which_unit_its_number_is() {
        let (english, seconds) = (Language::built_in("en"), Unit::parse("seconds").ok());
        let slot = |description| Slot { name: "level", description, unit: seconds };
        let text = |description| number(&english, slot(description), "1200").words();
        assert_eq!(text("Level, in the unit of the metric."), Some("1,200\u{a0}s".to_owned()));
        assert_eq!(text("Share, in per cent."), Some("1,200%".to_owned()));
        assert_eq!(text("Number of people."), Some("1,200".to_owned()));
        let share =
            Slot { name: "tolerance", description: "Greatest difference, in the unit of the metric.", unit: Unit::parse("percent").ok() };
        assert_eq!(number(&english, share, "1.0").words(), Some("1.0\u{a0}pp".to_owned()));
    }
}
