//! Who wrote a change, and whether somebody who agreed to it is one of them.
//!
//! One person may stand in several records: two people with a common address or key are one.

use std::collections::BTreeSet;

use super::case::{Case, Spoken};
use crate::catalog::{Catalog, is_held};
use crate::diff::{RecordChange, compare_record};
use crate::history::{Edit, Part};
use crate::model::person::Person;
use crate::model::{AnyRecord, ChangeClass, Date, Kind, RecordRef};

/// The proposer of a change, those who committed it, and whoever is the same person under another id.
#[derive(Debug)]
pub(super) struct Authors<'a> {
    catalog: &'a Catalog,
    proposer: &'a RecordRef,
    parties: BTreeSet<RecordRef>,
}

impl<'a> Authors<'a> {
    pub(super) fn of(case: &Case<'a>, spoken: &Spoken<'a>) -> Self {
        let catalog = case.after;
        let proposer = spoken.change.proposer.record();
        let mut parties = committers(case);
        parties.insert(proposer.clone());
        let known: Vec<RecordRef> = parties.iter().cloned().collect();
        let people = catalog.of_kind(Kind::Person).map(crate::source::Record::reference);
        parties.extend(people.filter(|other| known.iter().any(|author| is_same_person(catalog, author, other))));
        Self { catalog, proposer, parties }
    }

    /// The party that proposed the change.
    pub(super) const fn proposer(&self) -> &'a RecordRef {
        self.proposer
    }

    /// Whether a party is an author: itself, under another id, or as a member of the team that proposed the change.
    pub(super) fn contains(&self, party: &RecordRef, day: Date) -> bool {
        self.parties.contains(party) || belongs(self.catalog, party, self.proposer, day)
    }

    /// Whether a party can look at the change with eyes of its own: no author, and no team to which one belongs.
    pub(super) fn leaves_free(&self, party: &RecordRef, day: Date) -> bool {
        let among = party.kind == Kind::Team && self.parties.iter().any(|author| belongs(self.catalog, author, party, day));
        !self.contains(party, day) && !among
    }
}

/// Whether somebody is a member of a body on a day.
pub(in crate::check) fn belongs(catalog: &Catalog, party: &RecordRef, body: &RecordRef, day: Date) -> bool {
    catalog.members(body).iter().any(|member| member.person.record() == party && is_held(member, day))
}

/// Whether a person holds a role on a day, by the person's own record or as a member of a team or committee.
pub(in crate::check) fn holds_role(catalog: &Catalog, party: &RecordRef, role: &str, day: Date) -> bool {
    let named = |held: &str| held.trim().eq_ignore_ascii_case(role.trim());
    let own =
        person(catalog, party).is_some_and(|person| person.roles.iter().any(|held| named(&held.role) && in_time(held.from, held.to, day)));
    let placed = |body: &RecordRef| {
        let mut places = catalog.members(body).iter().filter(|member| member.person.record() == party && is_held(member, day));
        places.any(|member| member.role.as_deref().is_some_and(named))
    };
    own || catalog.bodies_of(party, day).iter().any(placed)
}

/// Whether a person holds any role on a day.
pub(super) fn holds_any_role(catalog: &Catalog, party: &RecordRef, day: Date) -> bool {
    person(catalog, party).is_some_and(|person| person.roles.iter().any(|held| in_time(held.from, held.to, day)))
        || !catalog.bodies_of(party, day).is_empty()
}

/// Whether two records are of one person.
pub(in crate::check) fn is_same_person(catalog: &Catalog, one: &RecordRef, other: &RecordRef) -> bool {
    let (Some(first), Some(second)) = (person(catalog, one), person(catalog, other)) else {
        return one == other;
    };
    let address = first.emails.iter().any(|email| second.emails.iter().any(|known| known.eq_ignore_ascii_case(email)));
    one == other || address || first.keys.iter().any(|key| second.keys.contains(key))
}

fn in_time(from: Date, to: Option<Date>, day: Date) -> bool {
    from <= day && to.is_none_or(|to| to >= day)
}

fn person<'a>(catalog: &'a Catalog, party: &RecordRef) -> Option<&'a Person> {
    match &catalog.record(party)?.fields {
        AnyRecord::Person(person) => Some(person),
        _ => None,
    }
}

/// Whether an edit is part of the change: it alters what decides figures, or raises the version. The beginning of a record is one where the
/// change is about something new.
fn decides(case: &Case<'_>, edit: &Edit) -> bool {
    let text = |state| case.after.past_texts().record(&case.edited.record, state);
    let alters = |change: RecordChange| {
        let (before, after) = change.versions();
        before != after || change.class >= Some(ChangeClass::Material)
    };
    match (&edit.before, &edit.after) {
        (None, _) => case.edited.before.is_none(),
        (Some(_), None) => true,
        (before, after) => match (text(before.as_ref()), text(after.as_ref())) {
            (Some(before), Some(after)) => compare_record(Some(before), Some(after)).is_some_and(alters),
            _ => true,
        },
    }
}

/// The people under whose address the new version was written; none where no history is known, or where it does not count.
///
/// Who only words it otherwise, notes a review or puts an old record into the history has not written the change.
pub(super) fn committers(case: &Case<'_>) -> BTreeSet<RecordRef> {
    let (before, after) = case.edited.versions();
    let versions = case.after.versions(&case.edited.record);
    let version = versions.iter().find(|version| after != before && Some(version.version) == after);
    let Some((last, first)) = version.and_then(|version| version.last.zip(version.first)) else {
        return BTreeSet::new();
    };
    let past = case.after.past();
    let log = past.log(&Part::Record(case.edited.record.clone()));
    let edits = log.get(last..=first).unwrap_or_default().iter().flat_map(|entry| {
        let own: &[Edit] = if entry.side.is_empty() { std::slice::from_ref(&entry.edit) } else { &entry.side };
        own
    });
    let addresses: BTreeSet<String> = edits
        .filter(|edit| case.after.counts(edit.commit) && decides(case, edit))
        .filter_map(|edit| past.commit(edit))
        .map(|commit| commit.author.email.to_ascii_lowercase())
        .collect();
    let wrote = |person: &Person| person.emails.iter().any(|email| addresses.contains(&email.to_ascii_lowercase()));
    let people = case.after.of_kind(Kind::Person);
    people
        .filter(|record| matches!(&record.fields, AnyRecord::Person(person) if wrote(person)))
        .map(crate::source::Record::reference)
        .collect()
}
