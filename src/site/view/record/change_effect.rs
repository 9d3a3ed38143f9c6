//! The step between the last figure by the old definition and the first by the new one, in its parts: data, definition, performance.

use super::change::{Stretch, difference};
use crate::diff::{EffectFigures, EffectSplit, UnknownEffect, effect};
use crate::model::change::Change;
use crate::model::{Decimal, Exact, Id, Metric, Period, Rounding};
use crate::site::view::governance::{number, table, text};
use crate::site::view::{Block, Cell, Column, Row};
use crate::site::writer::Writer;
use crate::stats::{CellKey, cell_key};

/// The two periods on both sides of the first day in force, and their figures.
struct Step {
    earlier: Period,
    later: Period,
    figures: EffectFigures,
    places: u32,
    metric: Id,
    key: CellKey,
}

/// The parts of the step of one metric and part of its results; nothing where it was not bridged next to the first day in force.
pub(super) fn blocks(writer: &mut Writer<'_>, position: usize, change: &Change, stretch: &Stretch<'_>) -> Vec<Block> {
    let Some((metric, step)) = step(writer, change, stretch) else {
        return Vec::new();
    };
    let split = effect(&step.figures);
    let rows = rows(writer, metric, &step, &split);
    let columns: Vec<Column> = vec![text(writer.say("change-effect-part")), number(writer.say("governance-value"))];
    let language = writer.language();
    let fills = [("from", language.period(step.earlier).into()), ("to", language.period(step.later).into())];
    let caption = writer.fill("change-effect-caption", &fills);
    let mut blocks = vec![table(writer, &format!("effect-{}", position + 1), caption, columns, rows)];
    if split.unknown.contains(&UnknownEffect::Later) {
        blocks.push(Block::Intro { text: writer.say("change-effect-later") });
    }
    blocks.push(Block::Intro { text: writer.say("change-effect-method") });
    blocks
}

fn step<'a>(writer: &Writer<'a>, change: &Change, stretch: &Stretch<'_>) -> Option<(&'a Metric, Step)> {
    let catalog = writer.site.catalog();
    let (record, metric) = catalog.metric(stretch.metric?)?;
    let key = cell_key(catalog, metric, stretch.scope)?;
    let calendar = catalog.calendar();
    let before = |period: Period| period.first_day(calendar) < change.effective;
    let row = stretch.rows.iter().rev().find(|row| before(row.period))?;
    let later = row.period.next();
    if before(later) {
        return None;
    }
    let series = writer.site.series(&record.id)?;
    let points = series.cell(&key)?;
    let reported = points.get(&row.period).and_then(|point| point.vintages().next()?.1.published);
    let known = points.get(&later).and_then(|point| point.latest.published);
    let exact = |value: Option<Decimal>| value.map(|value| value.exact());
    let figures =
        EffectFigures { reported: exact(reported), settled: Some(row.old.exact()), redefined: Some(row.new.exact()), later: exact(known) };
    let places = [reported, Some(row.old), Some(row.new), known].into_iter().flatten().map(|value| value.scale()).max().unwrap_or_default();
    Some((metric, Step { earlier: row.period, later, figures, places, metric: record.id.clone(), key }))
}

fn rows(writer: &Writer<'_>, metric: &Metric, step: &Step, split: &EffectSplit) -> Vec<Row> {
    let language = writer.language();
    let rounded = |value: Option<Exact>| value.and_then(|value| value.round(step.places, Rounding::HalfEven));
    let figure = |label: String, value: Option<Exact>| {
        let shown = rounded(value).map(|value| Cell::number(language.with_unit(value, metric.unit), value.to_string()));
        Row { cells: vec![Cell::Text(label), shown.unwrap_or(Cell::Empty)], ..Row::default() }
    };
    let part = |label: String, value: Option<Exact>| {
        let shown = rounded(value).map(|value| Cell::number(difference(writer, Some(metric), value), value.to_string()));
        Row { cells: vec![Cell::Text(label), shown.unwrap_or_else(|| Cell::Text(writer.say("change-effect-unknown")))], ..Row::default() }
    };
    let mut later = figure(writer.fill("change-effect-reported", &[("period", language.period(step.later).into())]), step.figures.later);
    if let Some(cell) = later.cells.last_mut() {
        *cell = std::mem::take(cell).ticked(writer.figure_marks(&step.metric, &step.key, step.later));
    }
    let period = |key: Period| [("period", language.period(key).into())];
    vec![
        figure(writer.fill("change-effect-reported", &period(step.earlier)), step.figures.reported),
        part(writer.say("change-effect-data"), split.data),
        part(writer.say("change-effect-definition"), split.definition),
        part(writer.say("change-effect-performance"), split.performance),
        later,
    ]
}
