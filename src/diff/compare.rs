//! Two states of a project side by side.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::comparison::{Comparison, RecordChange};
use super::digest::normative_digest;
use super::echo::{claim_echoes, upstream_edits};
use super::impact::reach;
use super::record_change::{Known, added, compared, removed};
use super::releases::compare_releases;
use super::rename::Renames;
use super::settings::compare_settings;
use super::subject::Projects;
use super::transitions::{Rescales, rescale_of};
use crate::catalog::Catalog;
use crate::model::{ChangeClass, Kind, RecordRef};
use crate::source::Record;

/// Records that are gone, by something that they share with others.
type Alike<'a> = BTreeMap<(Kind, String), Vec<&'a Record>>;

/// A record in both states, by the id that it has now.
type Pair<'a> = (Option<&'a Record>, Option<&'a Record>);

/// Compares two states of a project: every edit once, with its rule, its class and what it reaches.
#[must_use]
pub fn compare(before: &Catalog, after: &Catalog) -> Comparison {
    let renames = find_renames(before, after);
    let pairs = pair(before, after, &renames);
    let rescales: Rescales = pairs
        .values()
        .filter_map(|(before, after)| {
            let (before, after) = (*before).zip(*after)?;
            Some((after.id.clone(), rescale_of(before, after)?))
        })
        .collect();
    let known = Known { projects: Projects { before: Some(before), after: Some(after) }, renames: &renames, rescales: &rescales };
    let mut records: Vec<RecordChange> = pairs.values().filter_map(|pair| change(*pair, &known)).collect();
    claim_echoes(&mut records);
    upstream_edits(&mut records, after);
    for record in &mut records {
        if record.class >= Some(ChangeClass::Material) {
            record.impact = reach(record, before, after);
        }
    }
    records.sort_by(|one, other| (other.class, &one.record).cmp(&(one.class, &other.record)));
    Comparison { records, releases: compare_releases(before, after, &renames), settings: compare_settings(before, after) }
}

fn change((before, after): Pair<'_>, known: &Known<'_>) -> Option<RecordChange> {
    if let (Some(before), Some(after)) = (before, after)
        && before.id == after.id
        && before.source.text() == after.source.text()
    {
        return None;
    }
    let own = |record: Option<&Record>| record.map(|record| Arc::new(record.clone()));
    match (own(before), own(after)) {
        (None, Some(after)) => Some(added(&after)),
        (Some(before), None) => Some(removed(&before)),
        (Some(before), Some(after)) => compared(&before, &after, known),
        (None, None) => None,
    }
}

/// A record has another id where it is gone, and the one new record of its kind that names it under `supersedes`, or bears its title, or means
/// the same, is found.
fn find_renames(before: &Catalog, after: &Catalog) -> Renames {
    let gone: Vec<&Record> =
        before.records().iter().map(|record| &**record).filter(|record| after.record(&record.reference()).is_none()).collect();
    let new: Vec<&Record> =
        after.records().iter().map(|record| &**record).filter(|record| before.record(&record.reference()).is_none()).collect();
    let mut renames = Renames::default();
    let (mut by_title, mut by_meaning) = (Alike::new(), Alike::new());
    for record in &gone {
        by_title.entry((record.kind, record.envelope.title.clone())).or_default().push(record);
        if let Some(digest) = normative_digest(record) {
            by_meaning.entry((record.kind, digest)).or_default().push(record);
        }
    }
    for record in new {
        let only = |found: Option<&Vec<&'_ Record>>| {
            found.and_then(|found| if let [one] = found.as_slice() { Some(one.reference()) } else { None })
        };
        let named = record.envelope.supersedes.as_ref().map(|earlier| earlier.record().clone());
        let named = named.filter(|earlier| earlier.kind == record.kind && gone.iter().any(|record| record.reference() == *earlier));
        let alike = || only(by_title.get(&(record.kind, record.envelope.title.clone())));
        let same = || only(by_meaning.get(&(record.kind, normative_digest(record)?)));
        if let Some(earlier) = named.or_else(alike).or_else(same).filter(|earlier| renames.now(earlier) == earlier) {
            renames.insert(earlier, record.reference());
        }
    }
    renames
}

fn pair<'a>(before: &'a Catalog, after: &'a Catalog, renames: &Renames) -> BTreeMap<RecordRef, Pair<'a>> {
    let mut pairs: BTreeMap<RecordRef, Pair<'a>> = BTreeMap::new();
    for record in before.records() {
        pairs.entry(renames.now(&record.reference()).clone()).or_default().0 = Some(record);
    }
    for record in after.records() {
        pairs.entry(record.reference()).or_default().1 = Some(record);
    }
    pairs
}
