//! C02: somebody agreed to a change of their own.

use super::agreement::{self, Agreeing, Judged};
use crate::catalog::{Catalog, is_held};
use crate::check::context::Context;
use crate::check::figures::Figures;
use crate::check::mark::Mark;
use crate::check::review::is_same_person;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::reference::Reference;
use crate::model::{AnyRecord, Date, Kind, RecordRef};
use crate::source::Record;

check! {
    /// Somebody agreed to a change that they proposed or wrote, or whose figures they prepare.
    ///
    /// # What it does
    ///
    /// Holds each approval of a change against those who made it: the one who proposed it, the people under whose addresses the new version was
    /// committed, and the one who prepares the figures of the metric. Two records of people with a common address or key are one person; a team
    /// with one member is that member; a member of the team that proposed the change is one of those who proposed it.
    ///
    /// # Why it matters to an auditor
    ///
    /// An approval is a control only where a second person looks. Somebody who agrees to their own change, under whatever name, controls nothing.
    ///
    /// # Example
    ///
    /// ```yaml
    /// proposer: person/ann-lee
    /// approvals:
    ///   - {who: person/a-lee, role: Head of Measurement, date: 2026-03-02}
    /// # `person/a-lee` and `person/ann-lee` have one address
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// proposer: person/ann-lee
    /// approvals:
    ///   - {who: person/bo-olsen, role: Head of Measurement, date: 2026-03-02}
    /// ```
    ///
    /// # Configuration
    ///
    /// `emails` and `keys` of a person tell who is who. Who committed a version is known where there is a history; commits before `history.since`
    /// do not count. Of drafts and rejected changes nothing is said.
    "C02" "own-work-approved" {
        severity: Severity::Error,
        supports: &[Assertion::Segregation],
        mark: Some(Mark::Approved),
        inputs: "the records of changes, the people and teams, and the commits that brought a version in",
        expects: "nobody agreed to what they made",
        looks: Looks::Definitions(super::VERSIONED, test),
    }
}

fn test(context: &Context<'_>, record: &Record, figures: Option<&Figures<'_>>, sheet: &mut Sheet) {
    agreement::test(context, record, figures, sheet, judge);
}

fn judge(agreeing: &Agreeing<'_>) -> Judged {
    let (catalog, day) = (agreeing.catalog, agreeing.approval.date);
    let party = agreeing.approval.who.record();
    let Some((maker, did)) = maker(agreeing) else {
        return Judged::Right;
    };
    let who = if maker == *party {
        format!("`{party}`, who {did}")
    } else if maker.kind == Kind::Team && person_of(catalog, &maker, day) == maker {
        format!("`{party}`, a member of `{maker}`, which {did}")
    } else {
        format!("`{party}`, who is the same as `{maker}`, who {did}")
    };
    let message = format!("expected somebody who did not make it to agree to {}, found {who}", agreeing.name());
    Judged::Wrong(agreeing.failed(message, format!("have somebody else agree in place of `{party}`")))
}

/// The one of those who made the change who is the one who agreed, with what they did.
fn maker(agreeing: &Agreeing<'_>) -> Option<(RecordRef, &'static str)> {
    let (catalog, day) = (agreeing.catalog, agreeing.approval.date);
    let party = agreeing.approval.who.record();
    let is_one = |maker: &RecordRef| is_same_person(catalog, &person_of(catalog, maker, day), &person_of(catalog, party, day));
    let proposer = agreeing.naming.change.proposer.record();
    let among = catalog.members(proposer).iter().any(|member| is_held(member, day) && is_one(member.person.record()));
    if is_one(proposer) || among {
        return Some((proposer.clone(), "proposed it"));
    }
    if let Some(author) = agreeing.told.committers().into_iter().find(|author| is_one(author)) {
        return Some((author, "wrote it"));
    }
    let preparer = match &agreeing.changed.fields {
        AnyRecord::Metric(metric) => metric.preparer.as_ref().map(Reference::record),
        _ => None,
    };
    preparer.filter(|preparer| is_one(preparer)).map(|preparer| (preparer.clone(), "prepares its figures"))
}

/// The person behind a party: itself, or the one member of a team of one.
fn person_of(catalog: &Catalog, party: &RecordRef, day: Date) -> RecordRef {
    let mut members = catalog.members(party).iter().filter(|member| is_held(member, day)).map(|member| member.person.record());
    match (party.kind, members.next(), members.next()) {
        (Kind::Team, Some(only), None) => only.clone(),
        _ => party.clone(),
    }
}
