//! Targets, baselines and promises of a metric.

use super::chart::commitments;
use super::context::{MetricContext, frequency_key};
use crate::catalog::Origin;
use crate::model::commitment::Operator;
use crate::model::target::TargetBasis;
use crate::model::{AnyRecord, Decimal, Kind, RecordRef, Target};
use crate::site::Writer;
use crate::site::view::naming::scope_words;
use crate::site::view::{Block, Cell, Column, ColumnKind, Fact, Row, RowGroup, Span, StatusWord, Table};
use crate::site::writer::state_badge;

/// The blocks; nothing where the metric has neither.
pub(super) fn targets(writer: &mut Writer<'_>, context: &MetricContext<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    blocks.extend(target_table(writer, context));
    blocks.extend(commitment_table(writer, context));
    blocks.extend(baselines(writer, context));
    blocks
}

/// What a target is for: the total, or codes of segments.
fn scope(writer: &Writer<'_>, context: &MetricContext<'_>, target: &Target) -> String {
    if target.scope.is_empty() {
        return context.say("metric-targets-total");
    }
    let each = |(segment, code): (&String, &String)| scope_words(writer, segment, code);
    target.scope.iter().map(each).collect::<Vec<_>>().join(", ")
}

fn target_table(writer: &mut Writer<'_>, context: &MetricContext<'_>) -> Option<Block> {
    let value = |value: Option<Decimal>| value.map_or(Cell::Empty, |value| Cell::number(context.value(value), value.to_string()));
    let rows: Vec<Row> = context
        .targets
        .all()
        .iter()
        .map(|(record, target)| {
            let agreed =
                target.agreed_by.iter().map(|party| (writer.record_href(party.record()), writer.title_of(party.record()))).collect();
            Row {
                cells: vec![
                    Cell::Link {
                        href: writer.record_href(&record.reference()),
                        label: record.envelope.title.clone(),
                        note: record.id.to_string(),
                    },
                    Cell::Text(scope(writer, context, target)),
                    Cell::Time { iso: target.from.to_string(), label: context.language.short_period(target.from) },
                    target.to.map_or_else(
                        || Cell::Absent(context.say("metric-targets-open")),
                        |to| Cell::Time { iso: to.to_string(), label: context.language.short_period(to) },
                    ),
                    value(Some(target.target)),
                    value(target.threshold),
                    value(target.stretch),
                    Cell::Text(context.say(basis_key(target.basis))),
                    Cell::Links(agreed),
                    Cell::Text(state_badge(context.language, record).map_or_else(String::new, |badge| badge.word)),
                ],
                ..Row::default()
            }
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let headings = [
        ("metric-targets-target", ColumnKind::Text),
        ("metric-targets-for", ColumnKind::Text),
        ("metric-targets-from", ColumnKind::Text),
        ("metric-targets-to", ColumnKind::Text),
        ("metric-targets-level", ColumnKind::Number),
        ("metric-targets-threshold", ColumnKind::Number),
        ("metric-targets-stretch", ColumnKind::Number),
        ("metric-targets-basis", ColumnKind::Text),
        ("metric-targets-agreed-by", ColumnKind::Text),
        ("metric-targets-state", ColumnKind::Text),
    ];
    let table = Table {
        id: "t-targets".to_owned(),
        caption: context.say("metric-targets-caption"),
        columns: headings.into_iter().map(|(label, kind)| Column::new(context.language.say(label), kind)).collect(),
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    };
    Some(writer.table(without_empty_columns(table)))
}

/// The same table without columns that hold nothing.
fn without_empty_columns(mut table: Table) -> Table {
    let kept: Vec<bool> = (0..table.columns.len())
        .map(|index| {
            let mut rows = table.groups.iter().flat_map(|group| &group.rows);
            rows.any(|row| !matches!(row.cells.get(index), None | Some(Cell::Empty)))
        })
        .collect();
    let keep = |index: usize| kept.get(index).copied().unwrap_or(true);
    table.columns = table.columns.into_iter().enumerate().filter(|(index, _)| keep(*index)).map(|(_, column)| column).collect();
    for row in table.groups.iter_mut().flat_map(|group| &mut group.rows) {
        row.cells =
            std::mem::take(&mut row.cells).into_iter().enumerate().filter(|(index, _)| keep(*index)).map(|(_, cell)| cell).collect();
    }
    table
}

const fn basis_key(basis: TargetBasis) -> &'static str {
    match basis {
        TargetBasis::History => "metric-basis-history",
        TargetBasis::Benchmark => "metric-basis-benchmark",
        TargetBasis::Contract => "metric-basis-contract",
        TargetBasis::Regulation => "metric-basis-regulation",
        TargetBasis::Aspiration => "metric-basis-aspiration",
    }
}

fn commitment_table(writer: &mut Writer<'_>, context: &MetricContext<'_>) -> Option<Block> {
    let latest = context.total().and_then(|cell| Some((cell.latest()?.period(), cell.latest()?.latest.published?)));
    let rows: Vec<Row> = commitments(context)
        .into_iter()
        .map(|(record, commitment)| {
            let (words, kept): (&'static str, fn(Decimal, Decimal) -> bool) = match commitment.operator {
                Operator::AtLeast => ("metric-promise-at-least", |value, level| value >= level),
                Operator::AtMost => ("metric-promise-at-most", |value, level| value <= level),
                Operator::Above => ("metric-promise-above", |value, level| value > level),
                Operator::Below => ("metric-promise-below", |value, level| value < level),
            };
            let verdict = latest.filter(|(period, _)| period.frequency() == commitment.window).map(|(_, value)| {
                let (class, word) = if kept(value, commitment.level) {
                    ("is-meets", "metric-promise-kept")
                } else {
                    ("is-misses", "metric-promise-not-kept")
                };
                Cell::Status(StatusWord { class, word: context.say(word) })
            });
            Row {
                cells: vec![
                    Cell::Link {
                        href: writer.record_href(&record.reference()),
                        label: record.envelope.title.clone(),
                        note: commitment.promise.to_string(),
                    },
                    Cell::Text(context.fill(words, &[("level", context.value(commitment.level).into())])),
                    Cell::Text(context.fill("metric-promise-each", &[("frequency", frequency_key(commitment.window).into())])),
                    latest
                        .map_or(Cell::Empty, |(_, value)| Cell::number(context.value(value), value.to_string()))
                        .ticked(if latest.is_some() { writer.newest_marks(&context.record.id) } else { Vec::new() }),
                    verdict.unwrap_or_else(|| Cell::Absent(context.say("metric-promise-other-period"))),
                ],
                ..Row::default()
            }
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let latest_heading = latest.map_or_else(|| context.say("metric-promises-latest"), |(period, _)| context.language.period(period));
    let table = Table {
        id: "t-commitments".to_owned(),
        caption: context.say("metric-promises-caption"),
        columns: vec![
            Column::new(context.language.say("metric-promises-promise"), ColumnKind::Text),
            Column::new(context.language.say("metric-promises-level"), ColumnKind::Text),
            Column::new(context.language.say("metric-promises-judged"), ColumnKind::Text),
            Column::new(latest_heading, ColumnKind::Number),
            Column::new(context.language.say("metric-promises-verdict"), ColumnKind::Text),
        ],
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    };
    Some(writer.table(table))
}

fn baselines(writer: &Writer<'_>, context: &MetricContext<'_>) -> Vec<Block> {
    let reference = RecordRef { kind: Kind::Metric, id: context.record.id.clone() };
    let mut blocks = Vec::new();
    for link in context.catalog.backlinks(&reference).iter().filter(|link| link.field == "metric") {
        let Origin::Record(from) = &link.from else {
            continue;
        };
        let Some(record) = context.catalog.record(from) else {
            continue;
        };
        let AnyRecord::Baseline(baseline) = &record.fields else {
            continue;
        };
        let method = match baseline.method {
            crate::model::baseline::BaselineMethod::Mean => "metric-baseline-mean",
            crate::model::baseline::BaselineMethod::Median => "metric-baseline-median",
            crate::model::baseline::BaselineMethod::Limits => "metric-baseline-limits",
        };
        let fact = |label: &'static str, value: Span| Fact { label: context.say(label), values: vec![value] };
        let (from, to) = (context.language.short_period(baseline.periods.from), context.language.short_period(baseline.periods.to));
        let mut facts = vec![
            fact("metric-baseline-baseline", writer.span(&record.reference())),
            fact("metric-baseline-periods", Span::text(context.fill("span", &[("from", from.into()), ("to", to.into())]))),
            fact("metric-baseline-method", Span::text(context.say(method))),
            fact("metric-baseline-value", Span::Number { text: context.value(baseline.value) }),
            fact("metric-baseline-approved-by", writer.span(baseline.approved_by.record())),
        ];
        if let Some(badge) = state_badge(context.language, record) {
            facts.push(fact("metric-baseline-state", Span::Badge(badge)));
        }
        blocks.push(Block::Facts { facts });
    }
    blocks
}
