//! The people behind a party.

use std::collections::BTreeSet;

use crate::catalog::{Catalog, is_held};
use crate::model::{AnyRecord, Date, Kind, RecordRef};

/// The people who are a party on a day: the person, or those who belong to the body then.
pub(super) fn people<'a>(catalog: &'a Catalog, party: &'a RecordRef, day: Date) -> BTreeSet<&'a RecordRef> {
    if party.kind == Kind::Person {
        return BTreeSet::from([party]);
    }
    catalog.members(party).iter().filter(|member| is_held(member, day)).map(|member| member.person.record()).collect()
}

/// The one person to whom a party comes down on a day; nothing where it is several, or nobody is known.
pub(super) fn only_person<'a>(catalog: &'a Catalog, party: &'a RecordRef, day: Date) -> Option<&'a RecordRef> {
    let people = people(catalog, party, day);
    if people.len() == 1 { people.into_iter().next() } else { None }
}

/// Whether two parties are one: the same record, or one and the same person on a day.
pub(super) fn is_one(catalog: &Catalog, one: &RecordRef, other: &RecordRef, day: Date) -> bool {
    one == other || only_person(catalog, one, day).is_some_and(|person| only_person(catalog, other, day) == Some(person))
}

/// Whether a party is in office on a day: a person with a role or a place in a body, a body with a member; nothing where neither was ever recorded.
pub(super) fn is_in_office(catalog: &Catalog, party: &RecordRef, day: Date) -> Option<bool> {
    if let Some(AnyRecord::Person(person)) = catalog.record(party).map(|record| &record.fields) {
        let held = person.roles.iter().any(|role| role.from <= day && role.to.is_none_or(|to| to >= day));
        let placed = || !catalog.bodies_of(party, day).is_empty();
        return if held || placed() { Some(true) } else { (!person.roles.is_empty()).then_some(false) };
    }
    let members = catalog.members(party);
    (!members.is_empty()).then(|| members.iter().any(|member| is_held(member, day)))
}
