//! Edits that show in several fields and are one edit: each transition takes the differences that are its echoes and leaves one in their place.

mod lineage;
mod rescale;
mod retirement;
mod segment_codes;

use super::difference::Difference;
use super::judge::{Meaning, judge};
use super::subject::Subject;

pub(super) use rescale::{Rescales, rescale_of};

/// A difference with its meaning.
pub(super) struct Judged {
    pub(super) difference: Difference,
    pub(super) meaning: Meaning,
}

/// Judges all differences of two states of a record, each edit once.
pub(super) fn judge_all(mut differences: Vec<Difference>, subject: &Subject<'_>, rescales: &Rescales) -> Vec<Judged> {
    let mut judged = Vec::new();
    if differences.iter().any(|difference| difference.field == "version") {
        // A new version has a day of its own; that is no second edit.
        differences.retain(|difference| difference.field != "effective_from");
    }
    let of_segments = |difference: &Difference| if difference.field == "segments" { difference.key.clone() } else { None };
    let segments: Vec<String> = differences.iter().filter_map(of_segments).collect();
    // The codes of a segment come and go with it.
    let follows = |difference: &Difference| difference.key.as_ref().is_some_and(|key| segments.contains(key));
    differences.retain(|difference| difference.field != "required_segments" || !follows(difference));
    retirement::claim(&mut differences, subject, &mut judged);
    segment_codes::claim(&mut differences, subject, &mut judged);
    lineage::claim(&mut differences, subject, &mut judged);
    rescale::claim(&mut differences, subject, rescales, &mut judged);
    judged.extend(differences.into_iter().map(|difference| Judged { meaning: judge(&difference, subject), difference }));
    judged
}

/// Takes out the differences that a test picks.
fn take(differences: &mut Vec<Difference>, pick: impl Fn(&Difference) -> bool) -> Vec<Difference> {
    let (taken, left) = std::mem::take(differences).into_iter().partition(|difference| pick(difference));
    *differences = left;
    taken
}
