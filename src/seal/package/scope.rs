//! Which records and results a narrowed package holds: some metrics, all that their figures rest on, and what was decided about them.
//!
//! References are followed down to whatever a figure rests on, however far. They are followed up by one step, to the records that govern what
//! was found so far; and from all of these to the people, documents and rules that they name.

use std::collections::BTreeSet;

use super::narrowing::Narrowing;
use crate::catalog::{Catalog, Origin};
use crate::model::{Id, Kind, RecordRef};

/// The fields in which a metric names another one on which its own figures rest.
const RESTS_ON: [&str; 2] = ["terms.metric", "variant_of"];

/// What figures rest on, beside metrics.
const PARTS: [Kind; 8] =
    [Kind::Exclusion, Kind::Segment, Kind::Source, Kind::Transform, Kind::QualityRule, Kind::Baseline, Kind::Survey, Kind::CalendarEvent];

/// What is looked for above a metric.
const ABOUT_METRICS: [Kind; 20] = [
    Kind::Exclusion,
    Kind::QualityRule,
    Kind::Baseline,
    Kind::Target,
    Kind::Objective,
    Kind::Scorecard,
    Kind::Commitment,
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
    Kind::Waiver,
    Kind::Risk,
];

/// What is looked for above anything else on which a figure rests: it serves other metrics too, whose records are not asked for.
const ABOUT_PARTS: [Kind; 7] =
    [Kind::Decision, Kind::Deviation, Kind::Change, Kind::Restatement, Kind::AuditFinding, Kind::Waiver, Kind::QualityRule];

/// What records name and what stands for itself.
const NAMED: [Kind; 6] = [Kind::Person, Kind::Team, Kind::Committee, Kind::Policy, Kind::Evidence, Kind::Term];

/// What a package holds of a project.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// The metrics whose results it holds.
    pub metrics: BTreeSet<Id>,
    /// The records.
    pub records: BTreeSet<RecordRef>,
    /// The releases.
    pub releases: BTreeSet<Id>,
    /// The tables of results, by release and metric.
    pub tables: BTreeSet<(Id, Id)>,
}

impl Scope {
    /// Finds what belongs to what was asked for.
    #[must_use]
    pub fn of(catalog: &Catalog, narrowing: &Narrowing) -> Self {
        let mut scope = Self::default();
        if narrowing.metrics.is_empty() {
            scope.records = catalog.records().iter().map(|record| record.reference()).collect();
        } else {
            scope.records = records(catalog, &narrowing.metrics);
        }
        let rests = |id: &Id| narrowing.metrics.is_empty() || scope.records.contains(&RecordRef { kind: Kind::Metric, id: id.clone() });
        scope.metrics = catalog.metrics().map(|(record, _)| record.id.clone()).filter(rests).collect();
        for metric in &scope.metrics {
            for table in catalog.results(metric) {
                if narrowing.is_whole() || table.rows.iter().any(|row| narrowing.covers(catalog, row.period)) {
                    scope.releases.insert(table.release.clone());
                    scope.tables.insert((table.release.clone(), metric.clone()));
                }
            }
        }
        if narrowing.is_whole() {
            scope.releases = catalog.releases().iter().map(|release| release.id.clone()).collect();
        }
        scope
    }
}

fn records(catalog: &Catalog, metrics: &BTreeSet<Id>) -> BTreeSet<RecordRef> {
    let rests = |record: &RecordRef, field: &str, to: &RecordRef| match to.kind {
        Kind::Metric => record.kind == Kind::Metric && RESTS_ON.contains(&field),
        kind => PARTS.contains(&kind),
    };
    let mut found: BTreeSet<RecordRef> = BTreeSet::new();
    let mut open: Vec<RecordRef> = metrics.iter().map(|id| RecordRef { kind: Kind::Metric, id: id.clone() }).collect();
    while let Some(record) = open.pop() {
        if found.insert(record.clone()) {
            let links = catalog.links(&record).iter().filter(|link| rests(&record, link.field.as_str(), &link.to));
            open.extend(links.map(|link| link.to.clone()));
        }
    }
    let mut governing = BTreeSet::new();
    for record in &found {
        let wanted: &[Kind] = if record.kind == Kind::Metric { &ABOUT_METRICS } else { &ABOUT_PARTS };
        governing.extend(catalog.backlinks(record).iter().filter_map(|link| match &link.from {
            Origin::Record(from) if wanted.contains(&from.kind) => Some(from.clone()),
            _ => None,
        }));
    }
    found.append(&mut governing);
    // A person is in a team, and a document was approved by somebody: two steps reach both.
    for _ in 0..2 {
        let named: Vec<RecordRef> = found
            .iter()
            .flat_map(|record| catalog.links(record))
            .map(|link| &link.to)
            .filter(|to| NAMED.contains(&to.kind))
            .cloned()
            .collect();
        found.extend(named);
    }
    found
}
