//! The way of the data from sources to metrics, followed once for all checks.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::Catalog;
use crate::model::reference::Reference;
use crate::model::source::SourceState;
use crate::model::transform::TransformState;
use crate::model::{AnyRecord, Id, Kind, RecordRef, State, Transform};

/// The way of the data.
#[derive(Debug, Default)]
pub(in crate::check) struct LineageFacts {
    reached: BTreeMap<Id, BTreeSet<Id>>,
    feeding: BTreeSet<RecordRef>,
}

impl LineageFacts {
    /// Follows every transform to its sources, and every metric that has not ended to what it reads.
    pub(super) fn of(catalog: &Catalog) -> Self {
        let transforms: BTreeMap<&Id, &Transform> = catalog.transforms().map(|(record, transform)| (&record.id, transform)).collect();
        Self { reached: reached(&transforms), feeding: feeding(catalog, &transforms) }
    }

    /// The sources whose data goes into a transform, directly or through others.
    #[must_use]
    pub(in crate::check) fn sources_of(&self, transform: &Id) -> Option<&BTreeSet<Id>> {
        self.reached.get(transform)
    }

    /// Whether the data of a source or transform ends in a metric that has not ended, directly or through transforms.
    #[must_use]
    pub(in crate::check) fn feeds_a_metric(&self, record: &RecordRef) -> bool {
        self.feeding.contains(record)
    }
}

/// The sources of each transform; each is looked at once its inputs are known. Linking has refused circles.
fn reached(transforms: &BTreeMap<&Id, &Transform>) -> BTreeMap<Id, BTreeSet<Id>> {
    let mut known: BTreeMap<Id, BTreeSet<Id>> = BTreeMap::new();
    for start in transforms.keys() {
        let mut waiting = vec![*start];
        while let Some(id) = waiting.pop() {
            let Some(transform) = transforms.get(id).filter(|_| !known.contains_key(id)) else {
                continue;
            };
            let inputs = || transform.inputs.iter().map(Reference::record);
            let before = waiting.len() + 1;
            waiting.push(id);
            waiting.extend(inputs().filter(|input| input.kind == Kind::Transform && !known.contains_key(&input.id)).map(|input| &input.id));
            if waiting.len() > before {
                continue;
            }
            waiting.pop();
            let mut sources = BTreeSet::new();
            for input in inputs() {
                match input.kind {
                    Kind::Source => _ = sources.insert(input.id.clone()),
                    _ => sources.extend(known.get(&input.id).into_iter().flatten().cloned()),
                }
            }
            known.insert(id.clone(), sources);
        }
    }
    known
}

fn feeding(catalog: &Catalog, transforms: &BTreeMap<&Id, &Transform>) -> BTreeSet<RecordRef> {
    let mut found: BTreeSet<RecordRef> = BTreeSet::new();
    let living = catalog.metrics().filter(|(_, metric)| metric.state != State::Retired);
    let mut waiting: Vec<&RecordRef> = living
        .flat_map(|(_, metric)| metric.sources.iter().map(Reference::record).chain(metric.transforms.iter().map(Reference::record)))
        .collect();
    while let Some(record) = waiting.pop() {
        if found.insert(record.clone())
            && let Some(transform) = transforms.get(&record.id).filter(|_| record.kind == Kind::Transform)
        {
            waiting.extend(transform.inputs.iter().map(Reference::record));
        }
    }
    found
}

/// Whether a source or transform is no longer in use.
#[must_use]
pub(in crate::check) fn is_retired(catalog: &Catalog, record: &RecordRef) -> bool {
    match catalog.record(record).map(|record| &record.fields) {
        Some(AnyRecord::Source(source)) => source.state == SourceState::Retired,
        Some(AnyRecord::Transform(transform)) => transform.state == TransformState::Retired,
        _ => false,
    }
}
