//! What an experiment or an action has shown: the difference that was measured, and the metrics before and after.

use super::super::inquiry::{differences, effect, effect_blocks, fact, guardrail_word, intervention, signed};
use crate::model::action::Action;
use crate::model::experiment::{Experiment, ExperimentResult, ExperimentType};
use crate::model::{Metric, RecordRef};
use crate::site::chart::Difference;
use crate::site::view::{Block, Cell, Column, ColumnKind, Row, RowGroup, Section, Span, Table};
use crate::site::writer::Writer;
use crate::source::Record;
use crate::stats::Change;

/// Result, comparison in time and guardrails of an experiment.
pub(super) fn sections(writer: &mut Writer<'_>, experiment: &Experiment) -> Vec<Section> {
    let result = match &experiment.result {
        Some(result) => measured(writer, experiment, result),
        None => vec![Block::Intro { text: writer.say("experiment-no-result") }],
    };
    let mut sections = vec![Section::new("result", writer.say("experiment-result"), result)];
    if experiment.kind == ExperimentType::BeforeAfter {
        let change = Change { begun: experiment.start, done: experiment.start, until: experiment.end };
        let about = |references: &[crate::model::reference::MetricRef]| -> Vec<crate::model::Id> {
            references.iter().map(|reference| reference.id().clone()).collect()
        };
        sections.extend(compared(writer, "before-after", "experiment-before-after", &about(&experiment.metrics), change));
        sections.extend(compared(writer, "guardrails-before-after", "experiment-guardrails", &about(&experiment.guardrails), change));
    } else {
        sections.extend(guardrails(writer, experiment));
    }
    sections
}

/// The metric that an action was to move, before and after it.
pub(super) fn of_action(writer: &mut Writer<'_>, record: &Record, action: &Action) -> Option<Section> {
    let metric = action.effect_metric.as_ref()?.id().clone();
    let change = intervention(record, action)?;
    let mut section = compared(writer, "before-after", "inquiry-action-effect", &[metric], change)?;
    let language = writer.language();
    let days = [("begun", language.date(change.begun).into()), ("done", language.date(change.done).into())];
    let text = match (action.in_place_from.is_some(), change.begun == change.done) {
        (true, true) => writer.fill("inquiry-action-placed-day", &days),
        (true, false) => writer.fill("inquiry-action-placed-days", &days),
        (false, true) => writer.fill("inquiry-action-day", &days),
        (false, false) => writer.fill("inquiry-action-days", &days),
    };
    section.blocks.insert(0, Block::Intro { text });
    Some(section)
}

fn compared(writer: &mut Writer<'_>, id: &str, title: &'static str, metrics: &[crate::model::Id], change: Change) -> Option<Section> {
    let effects: Vec<_> = metrics.iter().filter_map(|metric| effect(writer, metric, change)).collect();
    let title = writer.say(title);
    (!effects.is_empty()).then(|| Section::new(id, title.clone(), effect_blocks(writer, id, title, &effects)))
}

/// The metric that decides.
fn deciding<'a>(writer: &Writer<'a>, experiment: &Experiment) -> Option<(&'a Record, &'a Metric)> {
    writer.site.catalog().metric(experiment.metrics.first()?.id())
}

/// The result as it is written in the record.
fn measured(writer: &mut Writer<'_>, experiment: &Experiment, result: &ExperimentResult) -> Vec<Block> {
    let Some((record, metric)) = deciding(writer, experiment) else {
        return Vec::new();
    };
    let text = result_text(writer, metric, result);
    let row = Difference {
        label: record.envelope.title.clone(),
        value: result.difference.to_f64(),
        interval: Some((result.lower.to_f64(), result.upper.to_f64())),
        text: text.clone(),
    };
    let unit = writer.language().unit_name(metric.unit.of_difference()).to_owned();
    let title = writer.say("experiment-result-figure");
    let mut blocks = vec![differences(writer, title, &unit, vec![row])];
    let reading = guardrail_word(writer, metric.direction, Some((result.lower.to_f64(), result.upper.to_f64())));
    let mut facts = vec![
        fact(writer.say("inquiry-metric"), writer.span(&record.reference())),
        fact(writer.say("inquiry-difference"), Span::Number { text }),
        fact(writer.say("inquiry-reading"), Span::Status(reading)),
        fact(writer.say("experiment-method"), Span::text(&result.method)),
    ];
    if let Some(reached) = observations(writer, experiment) {
        facts.push(fact(writer.say("experiment-observations"), Span::text(reached)));
    }
    blocks.push(Block::Facts { facts });
    blocks.push(Block::Note { class: "", text: writer.say("experiment-result-note"), links: Vec::new() });
    blocks
}

/// Difference and interval with their unit.
pub(in crate::site::view) fn result_text(writer: &Writer<'_>, metric: &Metric, result: &ExperimentResult) -> String {
    let number = |number| signed(writer.language(), number, metric.unit.of_difference());
    let interval = writer.fill("inquiry-from-to", &[("from", number(result.lower).into()), ("to", number(result.upper).into())]);
    writer.fill("inquiry-with-interval", &[("difference", number(result.difference).into()), ("interval", interval.into())])
}

/// How many observations there are, of how many that were planned.
pub(in crate::site::view) fn observations(writer: &Writer<'_>, experiment: &Experiment) -> Option<String> {
    let reached: Option<u64> = experiment.arms.iter().map(|arm| arm.n).sum();
    match (reached.filter(|_| !experiment.arms.is_empty()), experiment.planned_n) {
        (Some(reached), Some(planned)) => {
            Some(writer.fill("experiment-n-of-planned", &[("reached", reached.into()), ("planned", planned.into())]))
        }
        (Some(reached), None) => Some(writer.fill("experiment-n", &[("reached", reached.into())])),
        (None, Some(planned)) => Some(writer.fill("experiment-n-planned", &[("planned", planned.into())])),
        (None, None) => None,
    }
}

/// The guardrails with their latest values, where the record keeps no figures of them by group.
fn guardrails(writer: &mut Writer<'_>, experiment: &Experiment) -> Option<Section> {
    let rows: Vec<Row> = experiment.guardrails.iter().filter_map(|guardrail| guardrail_row(writer, guardrail.record())).collect();
    if rows.is_empty() {
        return None;
    }
    let headings =
        [("inquiry-metric", ColumnKind::Text), ("inquiry-latest-period", ColumnKind::Text), ("inquiry-latest-value", ColumnKind::Number)];
    let columns = headings.map(|(key, kind)| Column::new(writer.say(key), kind)).to_vec();
    let title = writer.say("experiment-guardrails-latest");
    let table = writer.table(Table {
        id: "guardrails-table".to_owned(),
        caption: title.clone(),
        caption_hidden: true,
        columns,
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    });
    let intro = Block::Intro { text: writer.say("experiment-guardrails-note") };
    Some(Section::new("guardrail-figures", title, vec![intro, table]))
}

fn guardrail_row(writer: &Writer<'_>, reference: &RecordRef) -> Option<Row> {
    let (record, metric) = writer.site.catalog().metric(&reference.id)?;
    let name = Cell::Link { href: writer.record_href(reference), label: record.envelope.title.clone(), note: String::new() };
    let latest = writer.site.summary(&reference.id).and_then(|summary| summary.latest.as_ref());
    let language = writer.language();
    let value = latest.and_then(|latest| latest.published);
    let cells = vec![
        name,
        latest.map_or(Cell::Empty, |latest| Cell::Time { iso: latest.period.to_string(), label: language.period(latest.period) }),
        value.map_or_else(
            || Cell::Absent(writer.say("inquiry-no-value")),
            |value| Cell::number(language.with_unit(value, metric.unit), value.to_string()).ticked(writer.newest_marks(&reference.id)),
        ),
    ];
    Some(Row { cells, ..Row::default() })
}
