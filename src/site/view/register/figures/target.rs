//! Where targets were met, and every target under its metric with its basis and those who agreed to it.

use std::collections::BTreeMap;

use crate::model::target::TargetState;
use crate::model::{Decimal, Target};
use crate::site::view::attainment::{attainments, map};
use crate::site::view::naming::scope_words;
use crate::site::view::{Block, Cell, Column, ColumnKind, Link, Row, RowGroup, Section, Table};
use crate::site::writer::Writer;
use crate::source::Record;

/// Targets that one table lists.
const MOST_ROWS: usize = 500;

/// The sections before the register.
pub(super) fn sections(writer: &mut Writer<'_>) -> Vec<Section> {
    let mut blocks = Vec::new();
    let by_frequency = attainments(writer);
    let several = by_frequency.len() > 1;
    for (frequency, metrics) in by_frequency {
        if several {
            blocks.push(Block::Heading {
                text: writer.fill("targets-of-frequency", &[("frequency", writer.language().frequency(frequency).into())]),
            });
        }
        blocks.extend(map(writer, frequency, metrics));
    }
    let mut sections = Vec::new();
    if !blocks.is_empty() {
        sections.push(Section::new("attainment", writer.say("targets-section-attainment"), blocks));
    }
    let targets: Vec<(&Record, &Target)> =
        writer.site.catalog().targets().filter(|(_, target)| target.state != TargetState::Draft).collect();
    if !targets.is_empty() {
        let late = late(writer, &targets);
        let table = table(writer, &targets);
        let mut blocks: Vec<Block> = late.into_iter().collect();
        blocks.push(writer.table(table));
        if targets.len() > MOST_ROWS {
            let text = writer.fill("targets-list-cut", &[("shown", MOST_ROWS.into()), ("count", targets.len().into())]);
            blocks.push(Block::Intro { text });
        }
        sections.push(Section::new("by-metric", writer.say("targets-section-by-metric"), blocks));
    }
    sections
}

/// The targets that were agreed only after their first period had begun.
fn late(writer: &Writer<'_>, targets: &[(&Record, &Target)]) -> Option<Block> {
    let calendar = writer.site.catalog().calendar();
    let late = targets.iter().filter(|(_, target)| target.is_late(calendar));
    let links: Vec<Link> = late.map(|(record, _)| Link { note: String::new(), ..writer.link(&record.reference()) }).collect();
    let text = writer.fill("targets-late-note", &[("count", links.len().into())]);
    (!links.is_empty()).then_some(Block::Note { class: "is-misses", text, links })
}

fn table(writer: &Writer<'_>, targets: &[(&Record, &Target)]) -> Table {
    let mut groups: BTreeMap<(String, String), Vec<Row>> = BTreeMap::new();
    for (record, target) in targets.iter().take(MOST_ROWS) {
        let title = writer.title_of(target.metric.record());
        groups.entry((title, target.metric.id().to_string())).or_default().push(row(writer, record, target));
    }
    let columns = [
        ("targets-column-target", ColumnKind::Text),
        ("targets-column-holds", ColumnKind::Text),
        ("targets-column-level", ColumnKind::Number),
        ("targets-column-threshold", ColumnKind::Number),
        ("targets-column-stretch", ColumnKind::Number),
        ("targets-column-action", ColumnKind::Number),
        ("targets-column-others", ColumnKind::Text),
        ("targets-column-basis", ColumnKind::Text),
        ("targets-column-agreed-by", ColumnKind::Text),
        ("targets-column-agreed-on", ColumnKind::Text),
    ];
    Table {
        id: "t-targets-by-metric".to_owned(),
        caption: writer.say("targets-section-by-metric"),
        caption_hidden: true,
        note: writer.say("targets-by-metric-note"),
        long: targets.len() > 20,
        columns: columns.into_iter().map(|(key, kind)| Column::new(writer.language().say(key), kind)).collect(),
        groups: groups.into_iter().map(|((heading, _), rows)| RowGroup { heading, note: String::new(), rows }).collect(),
        ..Table::default()
    }
}

fn row(writer: &Writer<'_>, record: &Record, target: &Target) -> Row {
    let language = writer.language();
    let catalog = writer.site.catalog();
    let unit = catalog.metric(target.metric.id()).map(|(_, metric)| metric.unit);
    let number = |value: Decimal| {
        let text = unit.map_or_else(|| language.number(value), |unit| language.with_unit(value, unit));
        Cell::number(text, value.to_string())
    };
    let optional = |value: Option<Decimal>| value.map_or(Cell::Empty, number);
    let holds = target.to.map_or_else(
        || writer.fill("targets-holds-from", &[("from", language.short_period(target.from).into())]),
        |to| {
            let ends = [("from", language.short_period(target.from).into()), ("to", language.short_period(to).into())];
            writer.fill("targets-holds", &ends)
        },
    );
    let scope: Vec<String> = target.scope.iter().map(|(segment, code)| scope_words(writer, segment, code)).collect();
    let agreed = language.short_date(target.agreed_at);
    let agreed_on = if target.is_late(catalog.calendar()) {
        Cell::Text(writer.fill("targets-agreed-late", &[("date", agreed.into())]))
    } else {
        Cell::Time { iso: target.agreed_at.to_string(), label: agreed }
    };
    let basis = record.node.entry("basis").and_then(|entry| entry.value.text());
    let parties = target.agreed_by.iter().map(|party| (writer.record_href(party.record()), writer.title_of(party.record()))).collect();
    Row {
        cells: vec![
            Cell::Link { href: writer.record_href(&record.reference()), label: record.envelope.title.clone(), note: scope.join(", ") },
            Cell::Text(holds),
            number(target.target),
            optional(target.threshold),
            optional(target.stretch),
            optional(target.action_level),
            Cell::Text(others(writer, target)),
            Cell::Text(basis.map_or_else(String::new, |basis| language.code(basis))),
            Cell::Links(parties),
            agreed_on,
        ],
        ..Row::default()
    }
}

/// The other levels that a target has, counted: the page of the target has them in full.
fn others(writer: &Writer<'_>, target: &Target) -> String {
    let mut words = Vec::new();
    if !target.tiers.is_empty() {
        words.push(writer.fill("targets-tiers", &[("count", target.tiers.len().into())]));
    }
    if !target.seasonal.is_empty() {
        words.push(writer.fill("targets-seasons", &[("count", target.seasonal.len().into())]));
    }
    if !target.tolerance_windows.is_empty() {
        words.push(writer.fill("targets-windows", &[("count", target.tolerance_windows.len().into())]));
    }
    words.join(", ")
}
