//! Who answers for what: the roles of people, teams and committees, their load, and where somebody is missing.
//!
//! Everything is read from the references to a party and the days on which its members came and left. A retired metric needs
//! nobody any more and counts nowhere.

use std::collections::{BTreeMap, BTreeSet};

use super::Catalog;
use super::due::{DueReason, due_of};
use crate::model::review::ReviewState;
use crate::model::team::Membership;
use crate::model::{AnyRecord, Date, Id, Kind, Metric, RecordRef, State};
use crate::source::Record;

/// Metrics for which one party should be accountable at most.
pub const MOST_ACCOUNTABLE: usize = 12;

/// A part that somebody plays for a metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Answers for it; one party only.
    Accountable,
    /// Does the work.
    Responsible,
    /// Is asked beforehand.
    Consulted,
    /// Is told afterwards.
    Informed,
    /// Prepares the figures.
    Preparer,
    /// Checks what the preparer did.
    Reviewer,
}

impl Role {
    /// Every role, the weightiest first.
    pub const ALL: [Self; 6] = [Self::Accountable, Self::Responsible, Self::Consulted, Self::Informed, Self::Preparer, Self::Reviewer];
}

/// The roles of a metric with those who hold them.
#[must_use]
pub fn roles_of(metric: &Metric) -> Vec<(Role, &RecordRef)> {
    let mut roles: Vec<(Role, &RecordRef)> = Vec::new();
    roles.extend(metric.accountable.iter().map(|party| (Role::Accountable, party.record())));
    roles.extend(metric.responsible.iter().map(|party| (Role::Responsible, party.record())));
    roles.extend(metric.consulted.iter().map(|party| (Role::Consulted, party.record())));
    roles.extend(metric.informed.iter().map(|party| (Role::Informed, party.record())));
    roles.extend(metric.preparer.iter().map(|party| (Role::Preparer, party.record())));
    roles.extend(metric.reviewer.iter().map(|party| (Role::Reviewer, party.record())));
    roles
}

/// What a party has to do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// Metrics for which it is accountable.
    pub accountable: usize,
    /// Metrics for which it is responsible.
    pub responsible: usize,
    /// Actions that it has not finished.
    pub open_actions: usize,
    /// Those of them that are past their day.
    pub overdue: usize,
    /// Reviews to come at which it is expected.
    pub reviews: usize,
    /// Records that it looks after.
    pub records: usize,
}

/// What is missing in the ownership of a metric, or too much.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OwnershipGap {
    /// Nobody is accountable.
    NobodyAccountable,
    /// The accountable party has nobody any more since the day.
    AccountableLeft {
        /// The party.
        party: RecordRef,
        /// Its last day.
        on: Date,
    },
    /// Nobody is responsible.
    NobodyResponsible,
    /// The preparer checks its own work.
    ReviewsOwnWork {
        /// The party.
        party: RecordRef,
    },
    /// Nobody checks the figures.
    NoReviewer,
}

impl Catalog {
    /// The metrics for which a party plays a part, with its roles; retired ones left out.
    #[must_use]
    pub fn metrics_of(&self, party: &RecordRef) -> BTreeMap<Id, Vec<Role>> {
        let mut found = BTreeMap::new();
        let ids: BTreeSet<&Id> = self.referring(party).filter(|(from, _)| from.kind == Kind::Metric).map(|(from, _)| &from.id).collect();
        for id in ids {
            let Some((_, metric)) = self.metric(id).filter(|(_, metric)| metric.state != State::Retired) else {
                continue;
            };
            let roles: Vec<Role> = roles_of(metric).into_iter().filter(|(_, holder)| *holder == party).map(|(role, _)| role).collect();
            if !roles.is_empty() {
                found.insert(id.clone(), roles);
            }
        }
        found
    }

    /// The places in a team or committee, whenever they were held; none for a person.
    #[must_use]
    pub fn members(&self, body: &RecordRef) -> &[Membership] {
        match self.record(body).map(|record| &record.fields) {
            Some(AnyRecord::Team(team)) => &team.members,
            Some(AnyRecord::Committee(committee)) => &committee.members,
            _ => &[],
        }
    }

    /// The teams and committees to which a person belongs on a day.
    #[must_use]
    pub fn bodies_of(&self, person: &RecordRef, day: Date) -> Vec<RecordRef> {
        let bodies: BTreeSet<&RecordRef> =
            self.referring(person).filter(|(_, field)| *field == "members.person").map(|(from, _)| from).collect();
        let belongs = |body: &&&RecordRef| self.members(body).iter().any(|member| member.person.record() == person && is_held(member, day));
        bodies.iter().filter(belongs).map(|body| (*body).clone()).collect()
    }

    /// The last day of a party of whom nobody is left: of a person whose roles have all ended, of a body without members.
    #[must_use]
    pub fn left_on(&self, party: &RecordRef, day: Date) -> Option<Date> {
        let ends: Vec<Option<Date>> = match self.record(party).map(|record| &record.fields) {
            Some(AnyRecord::Person(person)) => person.roles.iter().map(|role| role.to).collect(),
            _ => self.members(party).iter().map(|member| member.to).collect(),
        };
        let last = ends.into_iter().collect::<Option<Vec<Date>>>()?.into_iter().max()?;
        (last < day).then_some(last)
    }

    /// What a party has to do as of a day.
    #[must_use]
    pub fn load(&self, party: &RecordRef, day: Date) -> Load {
        let mut load = Load::default();
        for roles in self.metrics_of(party).values() {
            load.accountable += usize::from(roles.contains(&Role::Accountable));
            load.responsible += usize::from(roles.contains(&Role::Responsible));
        }
        for record in self.owned(party) {
            load.records += 1;
            if let Some(due) = due_of(record).filter(|due| due.reason == DueReason::Action) {
                load.open_actions += 1;
                load.overdue += usize::from(due.date < day);
            }
        }
        load.reviews = self.reviews_to_come(party, day).len();
        load
    }

    /// The records that a party looks after.
    #[must_use]
    pub fn owned(&self, party: &RecordRef) -> Vec<&Record> {
        let owned: BTreeSet<&RecordRef> = self.referring(party).filter(|(_, field)| *field == "owner").map(|(from, _)| from).collect();
        owned.into_iter().filter_map(|record| self.record(record)).collect()
    }

    /// The planned reviews of a body, of the bodies to which a person belongs, and those that name the person.
    #[must_use]
    pub fn reviews_to_come(&self, party: &RecordRef, day: Date) -> Vec<&Record> {
        let mut bodies = self.bodies_of(party, day);
        bodies.push(party.clone());
        let reviews: BTreeSet<&RecordRef> = bodies
            .iter()
            .flat_map(|body| self.referring(body))
            .filter(|(from, field)| from.kind == Kind::Review && (*field == "body" || *field == "attendees"))
            .map(|(from, _)| from)
            .collect();
        let planned = |record: &&Record| matches!(&record.fields, AnyRecord::Review(review) if review.state == ReviewState::Planned);
        reviews.into_iter().filter_map(|review| self.record(review)).filter(planned).collect()
    }

    /// What is missing in the ownership of a metric as of a day; nothing for a retired one.
    #[must_use]
    pub fn ownership_gaps(&self, metric: &Metric, day: Date) -> Vec<OwnershipGap> {
        if metric.state == State::Retired {
            return Vec::new();
        }
        let mut gaps = Vec::new();
        match &metric.accountable {
            None => gaps.push(OwnershipGap::NobodyAccountable),
            Some(party) => {
                let left = self.left_on(party.record(), day);
                gaps.extend(left.map(|on| OwnershipGap::AccountableLeft { party: party.record().clone(), on }));
            }
        }
        if metric.responsible.is_empty() {
            gaps.push(OwnershipGap::NobodyResponsible);
        }
        match (&metric.preparer, &metric.reviewer) {
            (_, None) => gaps.push(OwnershipGap::NoReviewer),
            (Some(preparer), Some(reviewer)) if preparer.record() == reviewer.record() => {
                gaps.push(OwnershipGap::ReviewsOwnWork { party: reviewer.record().clone() });
            }
            _ => {}
        }
        gaps
    }
}

/// Whether a place is held on a day.
#[must_use]
pub fn is_held(member: &Membership, day: Date) -> bool {
    member.from <= day && member.to.is_none_or(|to| to >= day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(from: &str, to: Option<&str>) -> Membership {
        let day = |text: &str| Date::parse(text).expect("a day");
        Membership { person: serde_json::from_str("\"ann\"").expect("a reference"), role: None, from: day(from), to: to.map(day) }
    }

    #[test]
    fn a_place_is_held_from_its_first_day_to_its_last() {
        let day = |text: &str| Date::parse(text).expect("a day");
        let member = member("2026-01-01", Some("2026-03-31"));
        assert!(is_held(&member, day("2026-01-01")) && is_held(&member, day("2026-03-31")));
        assert!(!is_held(&member, day("2025-12-31")) && !is_held(&member, day("2026-04-01")));
    }

    const SETTINGS: &str = "title: A report\norganisation: An organisation\ntimezone: Europe/London\n";

    const CALLS: &str = "title: Calls\nversion: 1.0.0\neffective_from: 2026-01-01\nstate: active\nscoring: count\nunit: count\n\
decimals: 0\nfrequency: P1M\ndefinition: Calls.\naccountable: person/ann\npreparer: team/desk\nreviewer: team/desk\n\
review_cadence: P1Y\nlast_reviewed: 2025-06-30\n";

    fn catalog() -> Catalog {
        let files = [
            ("tickmark.yaml", SETTINGS),
            ("metrics/definitions/calls.yaml", CALLS),
            ("content/people/ann.yaml", "title: Ann\nroles: [{role: Head, from: 2020-01-01, to: 2026-03-31}]\n"),
            ("content/people/bea.yaml", "title: Bea\n"),
            (
                "content/teams/desk.yaml",
                "title: Desk\nmembers: [{person: bea, from: 2026-01-01}, {person: ann, from: 2024-01-01, to: 2026-03-31}]\n",
            ),
            ("content/committees/board.yaml", "title: Board\nmembers: [{person: bea, from: 2026-01-01}]\n"),
            ("content/reviews/may.yaml", "title: May\nstate: planned\ntype: performance\nbody: board\nscheduled: 2026-05-20\n"),
            ("content/actions/late.yaml", "title: Late\nstate: open\ntype: idea\nowner: person/bea\ndue: 2026-04-01\n"),
            ("content/actions/done.yaml", "title: Done\nstate: closed\ntype: idea\nowner: person/bea\ndue: 2026-04-01\n"),
        ];
        let mut workspace = crate::source::MemoryWorkspace::new();
        for (path, text) in files {
            workspace = workspace.with(path, text);
        }
        let project = crate::source::read_project(&workspace).project.expect("a project");
        crate::catalog::link(project).catalog.expect("a catalogue")
    }

    fn reference(text: &str) -> RecordRef {
        crate::model::parse_reference(text, Kind::ALL).expect("a reference").0
    }

    fn may() -> Date {
        Date::parse("2026-05-01").expect("a day")
    }

    #[test]
    fn somebody_who_left_a_metric_without_reviewer_and_own_work_reviewed_are_gaps() {
        let catalog = catalog();
        let (_, metric) = catalog.metrics().next().expect("a metric");
        let left = OwnershipGap::AccountableLeft { party: reference("person/ann"), on: Date::parse("2026-03-31").expect("a day") };
        let own = OwnershipGap::ReviewsOwnWork { party: reference("team/desk") };
        assert_eq!(catalog.ownership_gaps(metric, may()), [left, OwnershipGap::NobodyResponsible, own]);
    }

    #[test]
    fn load_counts_what_is_open_and_the_reviews_of_bodies_to_which_a_person_belongs() {
        let load = catalog().load(&reference("person/bea"), may());
        assert_eq!(load, Load { open_actions: 1, overdue: 1, reviews: 1, records: 2, ..Load::default() });
    }

    #[test]
    fn a_person_belongs_to_a_body_only_while_the_place_is_held() {
        let catalog = catalog();
        assert_eq!(catalog.bodies_of(&reference("person/ann"), may()), []);
        assert_eq!(catalog.bodies_of(&reference("person/bea"), may()), [reference("team/desk"), reference("committee/board")]);
    }

    #[test]
    fn what_is_due_comes_in_the_order_of_its_days() {
        let catalog = catalog();
        let due = |party: &str| catalog.due_for(&reference(party), may()).into_iter().map(|due| due.reason).collect::<Vec<_>>();
        assert_eq!(due("person/bea"), [DueReason::Action, DueReason::Review]);
        assert_eq!(due("person/ann"), [DueReason::RecordReview]);
    }
}
