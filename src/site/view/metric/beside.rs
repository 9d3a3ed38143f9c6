//! Metrics that have to be read together with this one.

use super::context::MetricContext;
use crate::catalog::Origin;
use crate::model::{Id, Kind, RecordRef};
use crate::site::Writer;
use crate::site::chart::Picture;
use crate::site::view::words::status_word;
use crate::site::view::{Block, Cell, Column, ColumnKind, Fact, Part, Row, RowGroup, Span, Table};

/// Counter-metrics, drivers, variants and components, each with its newest value; causes outside in words.
pub(super) fn beside<'a>(writer: &mut Writer<'_>, context: &MetricContext<'a>) -> Vec<Block> {
    let (metric, language) = (context.metric, context.language);
    let mut related: Vec<(Id, Vec<&str>)> = Vec::new();
    let mut add = |id: &Id, role: &'a str| match related.iter_mut().find(|(known, _)| known == id) {
        Some((_, roles)) if roles.contains(&role) => {}
        Some((_, roles)) => roles.push(role),
        None => related.push((id.clone(), vec![role])),
    };
    metric.counter_metrics.iter().for_each(|reference| add(reference.id(), language.say("metric-role-counter-metric")));
    metric.drivers.iter().for_each(|reference| add(reference.id(), language.say("metric-role-driver")));
    metric
        .terms
        .values()
        .filter_map(|term| term.metric.as_ref())
        .for_each(|reference| add(reference.id(), language.say("metric-role-component")));
    metric.variant_of.iter().for_each(|reference| add(reference.id(), language.say("metric-role-base")));
    let reference = RecordRef { kind: Kind::Metric, id: context.record.id.clone() };
    for link in context.catalog.backlinks(&reference) {
        let Origin::Record(from) = &link.from else {
            continue;
        };
        let role = match (from.kind, link.field.as_str()) {
            (Kind::Metric, "counter_metrics") => language.say("metric-role-has-counter-metric"),
            (Kind::Metric, "drivers") => language.say("metric-role-driven"),
            (Kind::Metric, "terms.metric") => language.say("metric-role-computed"),
            (Kind::Metric, "variant_of") => language.say("metric-role-variant"),
            _ => continue,
        };
        add(&from.id, role);
    }
    let mut blocks = Vec::new();
    let rows: Vec<Row> = related.iter().filter_map(|(id, roles)| row(writer, context, id, &roles.join(", "))).collect();
    if !rows.is_empty() {
        let table = Table {
            id: "t-beside".to_owned(),
            caption: context.say("metric-beside-caption"),
            caption_hidden: true,
            columns: vec![
                Column::new(language.say("metric-column-metric"), ColumnKind::Text),
                Column::new(language.say("metric-column-role"), ColumnKind::Text),
                Column::new(language.say("metric-column-over-time"), ColumnKind::Picture),
                Column::new(language.say("metric-column-period"), ColumnKind::Text),
                Column::new(language.say("metric-column-value"), ColumnKind::Number),
                Column::new(language.say("metric-column-status"), ColumnKind::Text),
                Column::new(language.say("metric-column-variation"), ColumnKind::Icons),
            ],
            groups: vec![RowGroup { rows, ..RowGroup::default() }],
            ..Table::default()
        };
        blocks.push(writer.table(table));
    }
    if !metric.external_drivers.is_empty() {
        let values = metric.external_drivers.iter().map(Span::text).collect();
        blocks.push(Block::Terms { facts: vec![Fact { label: context.say("metric-causes-outside"), values }] });
    }
    blocks
}

fn row(writer: &mut Writer<'_>, context: &MetricContext<'_>, id: &Id, role: &str) -> Option<Row> {
    let (record, metric) = context.catalog.metric(id)?;
    let summary = context.site.summary(id)?;
    let latest = summary.latest.as_ref();
    let spark = summary.sparkline.clone().map(|spark| writer.picture(Picture::Spark(spark)));
    let variation = latest.and_then(|latest| latest.variation).map(|variation| writer.parts.add(Part::Variation(variation)));
    let value = latest.and_then(|latest| latest.published);
    Some(Row {
        cells: vec![
            Cell::Link { href: writer.record_href(&record.reference()), label: record.envelope.title.clone(), note: id.to_string() },
            Cell::Text(role.to_owned()),
            spark.map_or(Cell::Empty, Cell::Picture),
            latest.map_or(Cell::Absent(context.say("metric-no-figures")), |latest| Cell::Time {
                iso: latest.period.to_string(),
                label: context.language.short_period(latest.period),
            }),
            value
                .map_or(Cell::Empty, |value| Cell::number(context.language.with_unit(value, metric.unit), value.to_string()))
                .ticked(writer.newest_marks(id)),
            Cell::Status(status_word(writer.language(), latest.and_then(|latest| latest.status))),
            variation.map_or(Cell::Empty, |icon| Cell::Icons(vec![icon])),
        ],
        ..Row::default()
    })
}
