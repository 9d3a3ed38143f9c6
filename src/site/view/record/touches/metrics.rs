//! The metrics that a record touches: by itself, or by one step through a record that it names or that names it.

use std::collections::BTreeMap;

use crate::catalog::Origin;
use crate::language::capitalised;
use crate::model::{AnyRecord, Kind, RecordRef};
use crate::site::view::governance::restated_rows;
use crate::site::view::naming::path_words;
use crate::site::writer::Writer;
use crate::source::Record;

/// A metric with why it is touched.
pub(super) struct Touched {
    /// The metric.
    pub(super) metric: RecordRef,
    /// Whether the record touches it by itself.
    pub(super) direct: bool,
    /// The reasons in words, those by itself before those by a step.
    pub(super) why: Vec<String>,
}

/// The kinds through which a step may lead.
const STEPS: &[Kind] = &[
    Kind::Review,
    Kind::Decision,
    Kind::Action,
    Kind::RootCause,
    Kind::Deviation,
    Kind::Experiment,
    Kind::Change,
    Kind::Restatement,
    Kind::Reconciliation,
    Kind::Insight,
    Kind::AuditFinding,
];

/// Further kinds whose records take a step, though none leads through them.
const TAKE_STEPS: &[Kind] = &[Kind::Evidence, Kind::Waiver];

/// Reasons by a step that are told of one metric; more would drown the page.
const MOST_STEPS: usize = 3;

/// The metrics, those that the record touches by itself first.
pub(super) fn touched(writer: &Writer<'_>, record: &Record) -> Vec<Touched> {
    let mut direct: BTreeMap<RecordRef, Vec<String>> = BTreeMap::new();
    by_itself(writer, record, &mut direct);
    let mut stepwise: BTreeMap<RecordRef, Vec<String>> = BTreeMap::new();
    if STEPS.contains(&record.kind) || TAKE_STEPS.contains(&record.kind) {
        by_a_step(writer, record, &mut stepwise);
    }
    stepwise.retain(|metric, _| !direct.contains_key(metric));
    let listed = |direct: bool, found: BTreeMap<RecordRef, Vec<String>>| {
        found.into_iter().map(move |(metric, mut why)| {
            why.dedup();
            why.truncate(MOST_STEPS);
            Touched { metric, direct, why }
        })
    };
    listed(true, direct).chain(listed(false, stepwise)).collect()
}

fn by_itself(writer: &Writer<'_>, record: &Record, found: &mut BTreeMap<RecordRef, Vec<String>>) {
    let catalog = writer.site.catalog();
    let here = record.reference();
    for link in catalog.links(&here).iter().filter(|link| link.to.kind == Kind::Metric) {
        let field = field_words(writer, link.field.as_str());
        found.entry(link.to.clone()).or_default().push(writer.fill("touch-named", &[("field", field.into())]));
    }
    for link in catalog.backlinks(&here) {
        if let Origin::Record(from) = &link.from
            && from.kind == Kind::Metric
        {
            let field = field_words(writer, link.field.as_str());
            found.entry(from.clone()).or_default().push(writer.fill("touch-names-this", &[("field", field.into())]));
        }
    }
    match &record.fields {
        AnyRecord::Restatement(_) => {
            let mut counts: BTreeMap<RecordRef, usize> = BTreeMap::new();
            for row in restated_rows(writer.site, &record.id) {
                *counts.entry(RecordRef { kind: Kind::Metric, id: row.metric }).or_default() += 1;
            }
            for (metric, count) in counts {
                found.entry(metric).or_default().push(writer.fill("touch-restated", &[("count", count.into())]));
            }
        }
        AnyRecord::CalendarEvent(event) => {
            let metrics = crate::site::view::governance::in_scope(writer.site.catalog(), event);
            for metric in metrics {
                found.entry(metric.reference()).or_default().push(writer.say("touch-in-scope"));
            }
        }
        _ => {}
    }
}

/// The field of a record in words; where in the field the link stands is left out.
fn field_words(writer: &Writer<'_>, path: &str) -> String {
    capitalised(&path_words(writer.language(), path.split('.').next().unwrap_or(path)))
}

fn by_a_step(writer: &Writer<'_>, record: &Record, found: &mut BTreeMap<RecordRef, Vec<String>>) {
    let catalog = writer.site.catalog();
    let here = record.reference();
    let named = catalog.links(&here).iter().map(|link| &link.to);
    let naming = catalog.backlinks(&here).iter().filter_map(|link| if let Origin::Record(from) = &link.from { Some(from) } else { None });
    let mut steps: Vec<&RecordRef> = named.chain(naming).filter(|step| STEPS.contains(&step.kind) && **step != here).collect();
    steps.sort();
    steps.dedup();
    for step in steps {
        let mut metrics: Vec<RecordRef> =
            catalog.links(step).iter().map(|link| &link.to).filter(|to| to.kind == Kind::Metric).cloned().collect();
        if step.kind == Kind::Restatement {
            metrics.extend(restated_rows(writer.site, &step.id).into_iter().map(|row| RecordRef { kind: Kind::Metric, id: row.metric }));
        }
        metrics.sort();
        metrics.dedup();
        for metric in metrics {
            let (kind, title) = (writer.language().kind(step.kind), writer.title_of(step));
            found.entry(metric).or_default().push(writer.fill("touch-through", &[("kind", kind.into()), ("title", title.into())]));
        }
    }
}
