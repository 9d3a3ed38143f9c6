//! One changed record under review: both projects, the edits, and the record of the change that speaks for them.

use crate::catalog::Catalog;
use crate::diag::Place;
use crate::diff::{Canonical, ChangeRule, RecordChange, fingerprint};
use crate::model::change::{Change, ChangeTarget};
use crate::model::{AnyRecord, ChangeClass, Date, Metric, RecordRef, State};
use crate::source::Record;

use super::verdict::Shortfall;

/// A record of the change with the line in it that names the changed record.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spoken<'a> {
    pub(super) record: &'a Record,
    pub(super) change: &'a Change,
    pub(super) target: &'a ChangeTarget,
}

/// A changed record with both projects.
#[derive(Clone, Copy, Debug)]
pub(super) struct Case<'a> {
    pub(super) before: &'a Catalog,
    pub(super) after: &'a Catalog,
    pub(super) edited: &'a RecordChange,
}

impl<'a> Case<'a> {
    /// The name of the record in backticks.
    pub(super) fn name(&self) -> String {
        format!("`{}`", self.edited.record)
    }

    /// The record by the id that it had before.
    pub(super) fn earlier(&self) -> RecordRef {
        let id = self.edited.renamed_from.as_ref().unwrap_or(&self.edited.record.id);
        RecordRef { kind: self.edited.record.kind, id: id.clone() }
    }

    /// The metric before and now, where the record is one that was there before and still is.
    pub(super) fn metrics(&self) -> Option<(&'a Metric, &'a Metric)> {
        match (&self.edited.before.as_ref()?.fields, &self.edited.after.as_ref()?.fields) {
            (AnyRecord::Metric(before), AnyRecord::Metric(after)) => Some((before, after)),
            _ => None,
        }
    }

    /// Whether nothing rests on the record yet: it is new, or a metric that is only proposed.
    pub(super) fn is_unbound(&self) -> bool {
        self.edited.before.is_none() || self.metrics().is_some_and(|(_, after)| after.state == State::Proposed)
    }

    /// Whether it is a metric that ends.
    pub(super) fn is_retired(&self) -> bool {
        self.metrics().is_some_and(|(before, after)| before.state != State::Retired && after.state == State::Retired)
    }

    /// The first day of the new version; nothing where the version is not raised, and for kinds without versions.
    pub(super) fn new_start(&self) -> Option<Date> {
        let (before, after) = self.edited.versions();
        if after? > before? { Some(self.edited.after.as_ref()?.versioning?.effective_from) } else { None }
    }

    /// The place of a field in the record as it is now; where it is gone, of its title before.
    pub(super) fn place(&self, field: &str) -> Place {
        let before = || self.edited.before.as_ref().map(|record| record.key_place("title"));
        let after = self.edited.after.as_ref().map(|record| record.key_place(field));
        after.or_else(before).unwrap_or_else(|| Place::file(self.edited.record.to_string()))
    }

    /// A shortfall of this record.
    ///
    /// Its fingerprint names the field that falls short, the version before, and the edits; so it stays the same until one of them differs.
    pub(super) fn shortfall(&self, rule: &'static ChangeRule, field: &str, place: Place, message: String, help: String) -> Shortfall {
        let before = self.edited.versions().0.map(|version| Canonical::Text(version.to_string()));
        let mut edits: Vec<&str> = self
            .edited
            .edits
            .iter()
            .filter(|edit| edit.class > Some(ChangeClass::Editorial))
            .map(|edit| edit.fingerprint.as_str())
            .collect();
        edits.sort_unstable();
        let after = Canonical::List(edits.into_iter().map(|edit| Canonical::Text(edit.to_owned())).collect());
        let fingerprint = fingerprint(rule.id, &self.edited.record.to_string(), field, before.as_ref(), Some(&after));
        Shortfall { rule, message, help, place, fingerprint }
    }
}

/// A list in words: "a, b and c".
pub(super) fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [head @ .., last] => format!("{} and {last}", head.join(", ")),
    }
}
