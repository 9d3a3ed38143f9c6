//! The way from the project's own figure to that of the other source, item by item, with what nobody can explain.

use super::super::inquiry::{Compared, compared, fact, figure, plain, points, signed};
use crate::model::reconciliation::Reconciliation;
use crate::model::{Decimal, Exact, Rounding};
use crate::site::chart::{Picture, Steps, StepsEnd, StepsItem};
use crate::site::view::{Block, Cell, Column, ColumnKind, Row, RowGroup, Section, Span, StatusWord, Table};
use crate::site::writer::Writer;

/// The section.
pub(super) fn bridge(writer: &mut Writer<'_>, reconciliation: &Reconciliation) -> Section {
    let blocks = match compared(writer, reconciliation) {
        Some(found) => {
            vec![picture(writer, reconciliation, &found), table(writer, reconciliation, &found), facts(writer, reconciliation, &found)]
        }
        None => vec![Block::Note { class: "is-within", text: writer.say("reconciliation-no-figure"), links: Vec::new() }],
    };
    Section::new("bridge", writer.say("reconciliation-bridge"), blocks)
}

/// Whether the rest is within tolerance, in words.
pub(in crate::site::view) fn verdict(writer: &Writer<'_>, found: &Compared<'_>) -> StatusWord {
    let (class, key) =
        if found.sums.within_tolerance { ("is-meets", "reconciliation-within") } else { ("is-misses", "reconciliation-beyond") };
    StatusWord { class, word: writer.say(key) }
}

impl Compared<'_> {
    /// The most places of any figure that is shown.
    fn places(&self, reconciliation: &Reconciliation) -> u32 {
        let items = reconciliation.items.iter().map(|item| item.amount.scale());
        items.chain([self.internal.scale(), reconciliation.external.figure.scale()]).max().unwrap_or_default()
    }

    fn signed(&self, writer: &Writer<'_>, value: Exact, places: u32) -> String {
        let rounded = value.round(places, Rounding::HalfEven);
        rounded.map_or_else(String::new, |number| signed(writer.language(), number, self.metric.unit.of_difference()))
    }
}

fn picture(writer: &mut Writer<'_>, reconciliation: &Reconciliation, found: &Compared<'_>) -> Block {
    let places = found.places(reconciliation);
    let language = writer.language();
    let end = |label: String, value: Decimal| StepsEnd { label, value: value.to_f64(), text: language.with_unit(value, found.metric.unit) };
    let mut steps: Vec<StepsItem> = reconciliation
        .items
        .iter()
        .map(|item| StepsItem {
            label: plain(item.reason.as_str()),
            value: item.amount.to_f64(),
            text: signed(language, item.amount, found.metric.unit.of_difference()),
            unexplained: false,
        })
        .collect();
    steps.push(StepsItem {
        label: writer.say("reconciliation-rest"),
        value: found.sums.rest.to_f64(),
        text: found.signed(writer, found.sums.rest, places),
        unexplained: true,
    });
    let (own, other) =
        (end(writer.say("reconciliation-own"), found.internal), end(writer.say("reconciliation-other"), reconciliation.external.figure));
    let tolerance = language.with_unit(reconciliation.tolerance, found.metric.unit.of_difference());
    let tolerance_words = writer.fill("reconciliation-tolerance-band", &[("tolerance", tolerance.into())]);
    let rest = found.signed(writer, found.sums.rest, places);
    let said = [("own", own.text.clone().into()), ("other", other.text.clone().into()), ("rest", rest.into())];
    let title = writer.say("reconciliation-figure");
    let picture = Steps {
        id_prefix: writer.prefix(),
        title: title.clone(),
        description: writer.fill("reconciliation-description", &said),
        from: own,
        steps,
        to: other,
        tolerance: Some((reconciliation.tolerance.to_f64(), tolerance_words.clone())),
    };
    let part = writer.picture(Picture::Steps(picture));
    let period = language.period(reconciliation.period);
    let subtitle = [found.record.envelope.title.clone(), period, language.unit_name(found.metric.unit).to_owned()].join(", ");
    figure(part, title, subtitle, vec![tolerance_words, writer.say("reconciliation-scale-note")])
}

fn table(writer: &mut Writer<'_>, reconciliation: &Reconciliation, found: &Compared<'_>) -> Block {
    let language = writer.language();
    let places = found.places(reconciliation);
    let whole = |value: Decimal| Cell::number(language.with_unit(value, found.metric.unit), value.to_string());
    let amount = |value: Decimal| Cell::number(signed(language, value, found.metric.unit.of_difference()), value.to_string());
    let mut rows = vec![row(
        writer.say("reconciliation-own"),
        Cell::Empty,
        whole(found.internal).ticked(found.marks(writer, reconciliation.period)),
        true,
    )];
    let mut running = Some(found.internal.exact());
    for item in &reconciliation.items {
        running = running.and_then(|sum| sum.checked_add(item.amount.exact()));
        let reached = running.map_or(Cell::Empty, |sum| {
            let (text, key) = points(language, sum, places, found.metric.unit);
            Cell::number(text, key)
        });
        rows.push(row(plain(item.reason.as_str()), amount(item.amount), reached, false));
    }
    let rest = found.sums.rest.round(places, Rounding::HalfEven).map_or(Cell::Empty, amount);
    rows.push(row(writer.say("reconciliation-rest"), rest, whole(reconciliation.external.figure), false));
    rows.push(row(writer.say("reconciliation-other"), Cell::Empty, whole(reconciliation.external.figure), true));
    let headings = [
        ("reconciliation-item", ColumnKind::Text),
        ("reconciliation-amount", ColumnKind::Number),
        ("reconciliation-reached", ColumnKind::Number),
    ];
    let columns = headings.map(|(key, kind)| Column::new(writer.say(key), kind)).to_vec();
    writer.table(Table {
        id: "bridge-table".to_owned(),
        caption: writer.say("reconciliation-table"),
        columns,
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    })
}

fn row(label: String, amount: Cell, reached: Cell, is_total: bool) -> Row {
    Row { cells: vec![Cell::Text(label), amount, reached], is_total, ..Row::default() }
}

fn facts(writer: &Writer<'_>, reconciliation: &Reconciliation, found: &Compared<'_>) -> Block {
    let places = found.places(reconciliation);
    let number = |text: String| Span::Number { text };
    let tolerance = writer.language().with_unit(reconciliation.tolerance, found.metric.unit.of_difference());
    Block::Facts {
        facts: vec![
            fact(writer.say("reconciliation-difference"), number(found.signed(writer, found.sums.difference, places))),
            fact(writer.say("reconciliation-explained"), number(found.signed(writer, found.sums.explained, places))),
            fact(writer.say("reconciliation-rest"), number(found.signed(writer, found.sums.rest, places))),
            fact(writer.say("reconciliation-tolerance"), number(tolerance)),
            fact(writer.say("inquiry-reading"), Span::Status(verdict(writer, found))),
        ],
    }
}
