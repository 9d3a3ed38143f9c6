//! The results of all metrics, each table held against the definition of its metric.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::bytes::{MAX_TABLE, read_text};
use super::columns::ResultShape;
use super::csv::read_table;
use super::project::Slots;
use super::read_before::{Against, Kept, TableRead, read_all_if};
use super::record::Record;
use super::release::ReleaseRecord;
use super::results::ResultTable;
use super::workspace::Workspace;
use crate::diag::{Finding, Findings, Place, codes, did_you_mean};
use crate::model::{AnyRecord, Id, Kind, Metric, Segment};

/// Reads the tables of results, by metric and then in the order of the releases.
pub(super) fn read_results(
    workspace: &dyn Workspace,
    slots: &Slots,
    records: &[Arc<Record>],
    releases: &[ReleaseRecord],
    before: &mut Kept<TableRead>,
    findings: &mut Findings,
) -> Vec<Arc<ResultTable>> {
    let known = Known::of(records);
    let named: BTreeSet<&Id> = slots.records.iter().filter(|file| file.slot.0 == Kind::Metric).map(|file| &file.slot.1).collect();
    let is_current = |file: &super::project::Slotted<(Id, Id)>, kept: Option<&TableRead>| {
        kept.is_some_and(|kept| known.against(&file.slot.1).is_some_and(|now| now.is_same(&kept.against)))
    };
    let tables = read_all_if(workspace, &slots.tables, before, findings, is_current, |file, findings| {
        let (release, metric) = &file.slot;
        let Some((shape, against)) = known.shape(metric).zip(known.against(metric)) else {
            // A definition that could not be read has findings of its own.
            if named.contains(metric) {
                // What is wrong with the text itself is told at once, and not after the definition is mended.
                read_text(workspace, &file.path, file.size, MAX_TABLE, findings);
            } else if !slots.blocked_metrics.contains(metric) {
                findings.push(no_such_metric(metric, &file.path, &named));
            }
            return None;
        };
        let source = read_text(workspace, &file.path, file.size, MAX_TABLE, findings)?;
        Some(TableRead { table: Arc::new(read_table(metric, release, &source, &shape, findings)), against })
    });
    find_missing_releases(slots, findings);
    let order: BTreeMap<&Id, usize> = releases.iter().enumerate().map(|(index, release)| (&release.id, index)).collect();
    let mut tables: Vec<Arc<ResultTable>> = tables.into_iter().map(|read| read.table).collect();
    tables.sort_by(|one, other| {
        let key = |table: &'_ ResultTable| order.get(&table.release).copied();
        (&one.metric, key(one), &one.release).cmp(&(&other.metric, key(other), &other.release))
    });
    tables
}

/// The records that say what columns mean.
struct Known<'r> {
    metrics: BTreeMap<&'r Id, (&'r Arc<Record>, &'r Metric)>,
    segments: BTreeMap<&'r Id, &'r Segment>,
    segment_records: BTreeMap<&'r Id, &'r Arc<Record>>,
    exclusions: BTreeSet<&'r Id>,
    all_exclusions: Arc<BTreeSet<Id>>,
}

impl<'r> Known<'r> {
    fn of(records: &'r [Arc<Record>]) -> Self {
        let mut known = Self {
            metrics: BTreeMap::new(),
            segments: BTreeMap::new(),
            segment_records: BTreeMap::new(),
            exclusions: BTreeSet::new(),
            all_exclusions: Arc::default(),
        };
        for record in records {
            match &record.fields {
                AnyRecord::Metric(metric) => {
                    known.metrics.insert(&record.id, (record, metric));
                }
                AnyRecord::Segment(segment) => {
                    known.segments.insert(&record.id, segment);
                    known.segment_records.insert(&record.id, record);
                }
                AnyRecord::Exclusion(_) => {
                    known.exclusions.insert(&record.id);
                }
                _ => {}
            }
        }
        known.all_exclusions = Arc::new(known.exclusions.iter().map(|id| (*id).clone()).collect());
        known
    }

    fn shape(&self, metric: &Id) -> Option<ResultShape<'_>> {
        self.metrics.get(metric).map(|(_, metric)| ResultShape::new(metric, &self.segments, &self.exclusions))
    }

    fn against(&self, metric: &Id) -> Option<Against> {
        let (record, metric) = self.metrics.get(metric)?;
        let segments = metric.segments.iter().filter_map(|segment| self.segment_records.get(segment.id()));
        Some(Against {
            metric: Arc::clone(record),
            segments: segments.map(|segment| Arc::clone(segment)).collect(),
            exclusions: Arc::clone(&self.all_exclusions),
        })
    }
}

fn find_missing_releases(slots: &Slots, findings: &mut Findings) {
    let present = |id: &Id| slots.releases.iter().any(|release| release.slot == *id) || slots.blocked_releases.contains(id);
    let missing = slots.tables.iter().filter(|table| !present(&table.slot.0));
    let folders: BTreeSet<&Id> = missing.map(|table| &table.slot.0).collect();
    for folder in folders {
        let path = format!("metrics/snapshots/{folder}");
        let finding = Finding::error(&codes::MISSING_KEY, Place::file(path), "the release has no `release.yaml`");
        findings.push(finding.help("add `release.yaml` with `title`, `status` and `released`"));
    }
}

fn no_such_metric(metric: &Id, path: &str, named: &BTreeSet<&Id>) -> Finding {
    let help = match did_you_mean(metric.as_str(), named.iter().map(|id| id.as_str())) {
        Some(name) => format!("did you mean `{name}.csv`?"),
        None => {
            format!("define the metric in `metrics/definitions/{metric}.yaml`, or remove the file")
        }
    };
    Finding::error(&codes::RELEASE_METRIC, Place::file(path), format!("there is no metric `{metric}`")).help(help)
}
