//! Targets, baselines and promises of a metric.

use super::chart::commitments;
use super::context::MetricContext;
use crate::catalog::Origin;
use crate::model::commitment::Operator;
use crate::model::target::TargetBasis;
use crate::model::{AnyRecord, Decimal, Kind, RecordRef};
use crate::site::Writer;
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

fn target_table(writer: &mut Writer<'_>, context: &MetricContext<'_>) -> Option<Block> {
    let value = |value: Option<Decimal>| value.map_or(Cell::Empty, |value| Cell::number(context.value(value), value.to_string()));
    let rows: Vec<Row> = context
        .targets
        .all()
        .iter()
        .map(|(record, target)| {
            let scope = if target.scope.is_empty() {
                "total".to_owned()
            } else {
                let each = |(segment, code): (&String, &String)| {
                    if code == "*" { format!("each {segment}") } else { format!("{segment} {code}") }
                };
                target.scope.iter().map(each).collect::<Vec<_>>().join(", ")
            };
            let agreed =
                target.agreed_by.iter().map(|party| (writer.record_href(party.record()), writer.title_of(party.record()))).collect();
            Row {
                cells: vec![
                    Cell::Link {
                        href: writer.record_href(&record.reference()),
                        label: record.envelope.title.clone(),
                        note: record.id.to_string(),
                    },
                    Cell::Text(scope),
                    Cell::Time { iso: target.from.to_string(), label: target.from.short_label() },
                    target.to.map_or(Cell::Absent("open".to_owned()), |to| Cell::Time { iso: to.to_string(), label: to.short_label() }),
                    value(Some(target.target)),
                    value(target.threshold),
                    value(target.stretch),
                    Cell::Text(basis_words(target.basis).to_owned()),
                    Cell::Links(agreed),
                    Cell::Text(state_badge(context.site.language(), record).map_or_else(String::new, |badge| badge.word)),
                ],
                ..Row::default()
            }
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let headings = [
        ("Target", ColumnKind::Text),
        ("For", ColumnKind::Text),
        ("From", ColumnKind::Text),
        ("To", ColumnKind::Text),
        ("Level", ColumnKind::Number),
        ("Threshold", ColumnKind::Number),
        ("Stretch", ColumnKind::Number),
        ("Basis", ColumnKind::Text),
        ("Agreed by", ColumnKind::Text),
        ("State", ColumnKind::Text),
    ];
    let table = Table {
        id: "t-targets".to_owned(),
        caption: "Targets".to_owned(),
        columns: headings.into_iter().map(|(label, kind)| Column::new(label, kind)).collect(),
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

const fn basis_words(basis: TargetBasis) -> &'static str {
    match basis {
        TargetBasis::History => "history",
        TargetBasis::Benchmark => "benchmark",
        TargetBasis::Contract => "contract",
        TargetBasis::Regulation => "regulation",
        TargetBasis::Aspiration => "aspiration",
    }
}

fn commitment_table(writer: &mut Writer<'_>, context: &MetricContext<'_>) -> Option<Block> {
    let latest = context.total().and_then(|cell| Some((cell.latest()?.period(), cell.latest()?.latest.published?)));
    let rows: Vec<Row> = commitments(context)
        .into_iter()
        .map(|(record, commitment)| {
            let (words, kept): (&str, fn(Decimal, Decimal) -> bool) = match commitment.operator {
                Operator::AtLeast => ("at least", |value, level| value >= level),
                Operator::AtMost => ("at most", |value, level| value <= level),
                Operator::Above => ("above", |value, level| value > level),
                Operator::Below => ("below", |value, level| value < level),
            };
            let verdict = latest.filter(|(period, _)| period.frequency() == commitment.window).map(|(_, value)| {
                let (class, word) = if kept(value, commitment.level) { ("is-meets", "kept") } else { ("is-misses", "not kept") };
                Cell::Status(StatusWord { class, word: word.to_owned() })
            });
            Row {
                cells: vec![
                    Cell::Link {
                        href: writer.record_href(&record.reference()),
                        label: record.envelope.title.clone(),
                        note: commitment.promise.to_string(),
                    },
                    Cell::Text(format!("{words} {}", context.value(commitment.level))),
                    Cell::Text(format!("each {}", commitment.window.noun())),
                    latest.map_or(Cell::Empty, |(_, value)| Cell::number(context.value(value), value.to_string())),
                    verdict.unwrap_or(Cell::Absent("other period".to_owned())),
                ],
                ..Row::default()
            }
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let latest_heading = latest.map_or_else(|| "Latest".to_owned(), |(period, _)| period.label());
    let table = Table {
        id: "t-commitments".to_owned(),
        caption: "Promises measured by this metric".to_owned(),
        columns: vec![
            Column::new("Promise", ColumnKind::Text),
            Column::new("Level", ColumnKind::Text),
            Column::new("Judged", ColumnKind::Text),
            Column::new(latest_heading, ColumnKind::Number),
            Column::new("Verdict", ColumnKind::Text),
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
            crate::model::baseline::BaselineMethod::Mean => "mean",
            crate::model::baseline::BaselineMethod::Median => "median",
            crate::model::baseline::BaselineMethod::Limits => "process limits",
        };
        let mut facts = vec![
            Fact { label: "Baseline".to_owned(), values: vec![writer.span(&record.reference())] },
            Fact {
                label: "Periods".to_owned(),
                values: vec![Span::text(format!("{} to {}", baseline.periods.from.short_label(), baseline.periods.to.short_label()))],
            },
            Fact { label: "Method".to_owned(), values: vec![Span::text(method)] },
            Fact { label: "Value".to_owned(), values: vec![Span::Number { text: context.value(baseline.value) }] },
            Fact { label: "Approved by".to_owned(), values: vec![writer.span(baseline.approved_by.record())] },
        ];
        if let Some(badge) = state_badge(context.site.language(), record) {
            facts.push(Fact { label: "State".to_owned(), values: vec![Span::Badge(badge)] });
        }
        blocks.push(Block::Facts { facts });
    }
    blocks
}
