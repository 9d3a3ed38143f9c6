//! The risks as a whole: how the metrics that watch each of them stand.

use crate::language::capitalised;
use crate::model::{AnyRecord, Kind};
use crate::site::view::governance::{link_cell, number, short, tallies, text, titled};
use crate::site::view::words::{short_status, variation_words};
use crate::site::view::{Block, Cell, Row, RowGroup, Section};
use crate::site::writer::Writer;
use crate::source::Record;
use crate::stats::TargetStatus;

/// The section; nothing where no risk is watched by a metric.
pub(super) fn sections(writer: &mut Writer<'_>, records: &[&Record]) -> Vec<Section> {
    let mut groups = Vec::new();
    let (mut watched, mut missing) = (0, 0);
    for record in records {
        let AnyRecord::Risk(risk) = &record.fields else { continue };
        let misses = |metric: &crate::model::Id| {
            writer
                .site
                .summary(metric)
                .and_then(|summary| summary.latest.as_ref())
                .is_some_and(|latest| latest.status == Some(TargetStatus::Missed))
        };
        watched += usize::from(!risk.metrics.is_empty());
        missing += usize::from(risk.metrics.iter().any(|metric| misses(metric.id())));
        let rows: Vec<Row> = risk.metrics.iter().map(|metric| row(writer, metric.record())).collect();
        if !rows.is_empty() {
            let note = risk.register_ref.clone().unwrap_or_default();
            groups.push(RowGroup { heading: record.envelope.title.clone(), note, rows });
        }
    }
    let unwatched = records.len() - watched;
    if groups.is_empty() {
        return vec![Section::new("watched", writer.say("risk-title"), vec![Block::Intro { text: writer.say("risk-none-watched") }])];
    }
    let tallies = tallies(
        writer,
        vec![
            (watched, writer.fill("risk-tally-watched", &[("count", watched.into())])),
            (missing, writer.fill("risk-tally-missing", &[("count", missing.into())])),
            (unwatched, writer.fill("risk-tally-unwatched", &[("count", unwatched.into())])),
        ],
    );
    let columns = vec![
        text(writer.say("governance-metric")),
        text(writer.say("governance-period")),
        number(writer.say("governance-value")),
        number(writer.say("governance-target")),
        text(writer.say("governance-status")),
        text(writer.say("governance-variation")),
    ];
    let caption = format!("{}: {}", capitalised(writer.language().kinds(Kind::Risk)), writer.say("risk-caption"));
    let table = titled(writer, "watched", (caption, String::new()), columns, groups);
    vec![Section::new("watched", writer.say("risk-title"), vec![tallies, table])]
}

fn row(writer: &Writer<'_>, reference: &crate::model::RecordRef) -> Row {
    let language = writer.language();
    let latest = writer.site.summary(&reference.id).and_then(|summary| summary.latest.as_ref());
    let unit = writer.site.catalog().metric(&reference.id).map(|(_, metric)| metric.unit);
    let value = |value: Option<crate::model::Decimal>| match value.zip(unit) {
        Some((value, unit)) => Cell::number(language.with_unit(value, unit), value.to_string()),
        None => Cell::Empty,
    };
    let mut cells = vec![link_cell(writer, reference)];
    match latest {
        Some(latest) => cells.extend([
            Cell::Time { iso: latest.period.to_string(), label: short(writer, latest.period) },
            if latest.published.is_none() { Cell::Absent(writer.say("risk-no-value")) } else { value(latest.published) }
                .ticked(writer.newest_marks(&reference.id)),
            value(latest.target),
            Cell::Status(short_status(language, latest.status)),
            latest.variation.map_or(Cell::Empty, |variation| Cell::Text(variation_words(language, variation).to_owned())),
        ]),
        None => cells.extend([Cell::Absent(writer.say("risk-no-figures")), Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty]),
    }
    Row { cells, ..Row::default() }
}
