//! The metrics of scorecards that miss their target or whose newest value shows a special cause.

use std::collections::BTreeMap;

use super::{Point, tabled};
use crate::model::{Id, Kind, Metric};
use crate::site::LatestValue;
use crate::site::view::governance::{link_cell, number, text};
use crate::site::view::words::{short_status, variation_words};
use crate::site::view::{Cell, Row, RowGroup};
use crate::site::writer::Writer;
use crate::source::Record;
use crate::stats::TargetStatus;
use crate::stats::spc::Variation;

/// A metric to be talked about.
struct Found<'a> {
    misses: bool,
    record: &'a Record,
    metric: &'a Metric,
    latest: &'a LatestValue,
    /// The scorecards that score it, each with its page.
    scorecards: Vec<(String, String)>,
}

/// The point: those that miss their target before those that only show a special cause.
pub(super) fn point(writer: &mut Writer<'_>) -> Point {
    let catalog = writer.site.catalog();
    let mut scored: BTreeMap<&Id, Vec<(String, String)>> = BTreeMap::new();
    for (scorecard, fields) in catalog.scorecards() {
        for item in &fields.items {
            let link = (writer.record_href(&scorecard.reference()), scorecard.envelope.title.clone());
            let links = scored.entry(item.metric.id()).or_default();
            if !links.contains(&link) {
                links.push(link);
            }
        }
    }
    let mut found: Vec<Found<'_>> = scored
        .into_iter()
        .filter_map(|(id, scorecards)| {
            let (record, metric) = catalog.metric(id)?;
            let latest = writer.site.summary(id)?.latest.as_ref()?;
            let misses = latest.status == Some(TargetStatus::Missed);
            (misses || special(latest)).then_some(Found { misses, record, metric, latest, scorecards })
        })
        .collect();
    found.sort_by_key(|found| (!found.misses, &found.record.id));
    let rows = found.into_iter().map(|found| row(writer, found)).collect();
    let columns = vec![
        text(writer.say("governance-metric")),
        text(writer.language().kinds(Kind::Scorecard).to_owned()),
        text(writer.say("governance-period")),
        number(writer.say("governance-value")),
        number(writer.say("governance-target")),
        text(writer.say("governance-status")),
        text(writer.say("governance-variation")),
    ];
    let heading = writer.say("pack-metrics");
    tabled(writer, "pack-metrics", heading, columns, vec![RowGroup { rows, ..RowGroup::default() }])
}

fn special(latest: &LatestValue) -> bool {
    latest.variation.is_some_and(|variation| !matches!(variation, Variation::CommonCause))
}

fn row(writer: &Writer<'_>, found: Found<'_>) -> Row {
    let Found { record, metric, latest, scorecards, .. } = found;
    let language = writer.language();
    let value = |value: Option<crate::model::Decimal>| {
        value.map_or(Cell::Empty, |value| Cell::number(language.with_unit(value, metric.unit), value.to_string()))
    };
    Row {
        cells: vec![
            link_cell(writer, &record.reference()),
            Cell::Links(scorecards),
            Cell::Time { iso: latest.period.to_string(), label: language.short_period(latest.period) },
            value(latest.published).ticked(writer.newest_marks(&record.id)),
            value(latest.target),
            Cell::Status(short_status(language, latest.status)),
            latest.variation.map_or(Cell::Empty, |variation| Cell::Text(variation_words(language, variation).to_owned())),
        ],
        ..Row::default()
    }
}
