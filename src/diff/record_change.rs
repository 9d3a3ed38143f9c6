//! All edits of one record: from two trees to edits with their rules, classes, places and fingerprints.

use std::ops::Range;
use std::sync::Arc;

use super::canonical::Canonical;
use super::comparison::{FieldEdit, RecordChange};
use super::difference::differences;
use super::digest::fingerprint;
use super::judge::{Meaning, judge_added, judge_removed};
use super::part::parts_of;
use super::rename::Renames;
use super::rules::existence;
use super::subject::{Projects, Subject};
use super::transitions::{Judged, Rescales, judge_all};
use crate::diag::Place;
use crate::model::{ChangeClass, Kind};
use crate::source::Record;

/// What is known beyond the two records.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    pub(super) projects: Projects<'a>,
    pub(super) renames: &'a Renames,
    pub(super) rescales: &'a Rescales,
}

/// Compares two states of one record by themselves: the projects around them are not looked at, and nothing is said of what it reaches.
///
/// Nothing where they mean and say the same, or where there is neither.
#[must_use]
pub fn compare_record(before: Option<&Arc<Record>>, after: Option<&Arc<Record>>) -> Option<RecordChange> {
    let known = Known { projects: Projects::default(), renames: &Renames::default(), rescales: &Rescales::new() };
    match (before, after) {
        (None, None) => None,
        (None, Some(after)) => Some(added(after)),
        (Some(before), None) => Some(removed(before)),
        (Some(before), Some(after)) => compared(before, after, &known),
    }
}

/// The change of a record that is new.
pub(super) fn added(record: &Arc<Record>) -> RecordChange {
    let edit = whole(judge_added(record.kind), record, None, Some(record));
    finished(None, Some(record), vec![edit])
}

/// The change of a record that is gone.
pub(super) fn removed(record: &Arc<Record>) -> RecordChange {
    let edit = whole(judge_removed(record.kind), record, Some(record), None);
    finished(Some(record), None, vec![edit])
}

/// The edits between two states of a record; nothing where there are none.
pub(super) fn compared(before: &Arc<Record>, after: &Arc<Record>, known: &Known<'_>) -> Option<RecordChange> {
    let renamed = before.id != after.id;
    if before.kind != after.kind || (!renamed && before.source.text() == after.source.text()) {
        return None;
    }
    let kind = after.kind;
    let old = parts_of(kind.name(), &before.node, kind.shape(), known.renames);
    let new = parts_of(kind.name(), &after.node, kind.shape(), &Renames::default());
    let subject = Subject { before, after, projects: known.projects };
    let mut found = differences(&old, &new, kind.shape());
    if renamed {
        found.retain(|difference| difference.field != "supersedes");
    }
    let mut edits: Vec<FieldEdit> =
        judge_all(found, &subject, known.rescales).into_iter().map(|judged| field_edit(judged, before, after)).collect();
    if renamed {
        let rule = if kind == Kind::Metric { &existence::METRIC_RENAMED } else { &existence::RECORD_RENAMED };
        edits.push(whole((rule, Some(ChangeClass::Minor)), after, Some(before), Some(after)));
    }
    if edits.is_empty() { None } else { Some(finished(Some(before), Some(after), edits)) }
}

/// Puts the edits of a record in order.
pub(super) fn finished(before: Option<&Arc<Record>>, after: Option<&Arc<Record>>, mut edits: Vec<FieldEdit>) -> RecordChange {
    edits.sort_by(|one, other| {
        (other.class, other.rule.level, &one.field, one.rule.id).cmp(&(one.class, one.rule.level, &other.field, other.rule.id))
    });
    let renamed_from = before.zip(after).filter(|(before, after)| before.id != after.id).map(|(before, _)| before.id.clone());
    let shown = after.or(before);
    let reference = shown.map(|record| record.reference());
    RecordChange {
        class: edits.iter().filter_map(|edit| edit.class).max(),
        title: shown.map(|record| record.envelope.title.clone()).unwrap_or_default(),
        record: reference.unwrap_or_else(|| unreachable!("a change has a record before or after")),
        renamed_from,
        before: before.cloned(),
        after: after.cloned(),
        edits,
        impact: Vec::new(),
    }
}

fn field_edit(judged: Judged, before: &Record, after: &Record) -> FieldEdit {
    let Judged { difference, meaning: (rule, class) } = judged;
    let print =
        fingerprint(rule.id, &after.reference().to_string(), &difference.path, difference.before.as_ref(), difference.after.as_ref());
    FieldEdit {
        rule,
        class,
        before_place: difference.before.as_ref().map(|_| place(before, difference.before_span)),
        after_place: difference.after.as_ref().map(|_| place(after, difference.after_span)),
        field: difference.path,
        before: difference.before,
        after: difference.after,
        fingerprint: print,
    }
}

/// An edit of a record as a whole: its values are what it was and is called.
fn whole((rule, class): Meaning, named: &Record, before: Option<&Arc<Record>>, after: Option<&Arc<Record>>) -> FieldEdit {
    let name = |record: Option<&Arc<Record>>| record.map(|record| Canonical::Text(record.reference().to_string()));
    let (old, new) = (name(before), name(after));
    let title = |record: Option<&Arc<Record>>| record.map(|record| record.key_place("title"));
    FieldEdit {
        rule,
        class,
        field: String::new(),
        fingerprint: fingerprint(rule.id, &named.reference().to_string(), "", old.as_ref(), new.as_ref()),
        before: old,
        after: new,
        before_place: title(before),
        after_place: title(after),
    }
}

fn place(record: &Record, span: Option<Range<usize>>) -> Place {
    span.map_or_else(|| record.key_place("title"), |span| record.source.place(span))
}
