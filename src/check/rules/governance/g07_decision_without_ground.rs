//! G07: a decision without a quorum, a reason, or the report that it rests on.

use crate::catalog::{Catalog, is_held};
use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::committee::Committee;
use crate::model::decision::{Decision, DecisionState};
use crate::model::review::Review;
use crate::model::{AnyRecord, Id, Kind, RecordRef};
use crate::source::Record;

check! {
    /// A decision was taken without a quorum, without a reason, or without a report that can be told from others.
    ///
    /// # What it does
    ///
    /// Looks at each decision that was taken. It gives a `reason`. Where a committee with a `quorum` decided, `quorum_met` is `true`, and the meeting that
    /// lists the decision names at least that many of the members of the day among its `attendees`. Where a committee decided, a meeting lists the decision
    /// and names a report with its digest under `inputs`. What somebody decided alone counts as confirmed when a later decision with a quorum takes
    /// its place.
    ///
    /// # Why it matters to an auditor
    ///
    /// A decision binds because those who may take it took it, knowing the figures. Without quorum, reason or report neither can be shown.
    ///
    /// # Example
    ///
    /// ```yaml
    /// decision: The target is lowered to 80.
    /// reason: ""
    /// decided_by: [committee/service-board]
    /// quorum_met: false
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// decision: The target is lowered to 80.
    /// reason: Two of five teams moved to another service in April.
    /// decided_by: [committee/service-board]
    /// quorum_met: true
    /// ```
    ///
    /// ```yaml
    /// # the review
    /// inputs:
    ///   - {report: service-2026-03, digest: 9e9dbbe12ba6701afde0115b9b9b2e6c3fdf9872980b39b3054cf6640c7015b0}
    /// decisions: [2026-05-21-lower-the-target]
    /// ```
    ///
    /// # Configuration
    ///
    /// `quorum` of a committee says how many have to be present; without it no quorum is demanded.
    "G07" "decision-without-ground" {
        severity: Severity::Warning,
        supports: &[Assertion::Authorisation],
        mark: None,
        inputs: "the decision, the committee that took it, and the meeting that lists it",
        expects: "a decision has a reason, its quorum, and a report with a digest before those who took it",
        looks: Looks::Records(&[Kind::Decision], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Decision(decision) = &record.fields else {
        return;
    };
    if decision.state == DecisionState::Proposed {
        return sheet.not_applicable("nothing was decided yet");
    }
    let catalog = context.catalog;
    sheet.test(decision.reason.as_str().trim().is_empty().then(|| {
        Failed::new(
            record.key_place("reason"),
            format!("the decision `{}` gives no reason", record.id),
            "say under `reason:` why it was decided so",
        )
    }));
    let reference = record.reference();
    let meetings = meetings(catalog, &reference);
    if decision.quorum_met == Some(false) {
        sheet.test((!is_confirmed(catalog, &reference)).then(|| denied(record)));
    }
    for (index, party) in decision.decided_by.iter().enumerate() {
        if let Some(AnyRecord::Committee(committee)) = catalog.record(party.record()).map(|record| &record.fields) {
            test_quorum(record, decision, committee, &meetings, &format!("decided_by.{index}"), sheet);
            sheet.test(without_report(record, &meetings));
        }
    }
}

fn denied(record: &Record) -> Failed {
    let message = format!("the decision `{}` was taken without a quorum, and no later decision with one took its place", record.id);
    Failed::new(record.place("quorum_met"), message, "have it confirmed by a decision with a quorum that names this one under `supersedes`")
        .values("true", "false")
}

fn test_quorum(record: &Record, decision: &Decision, committee: &Committee, meetings: &[(&Id, &Review)], path: &str, sheet: &mut Sheet) {
    let Some(quorum) = committee.quorum else {
        return;
    };
    if decision.quorum_met.is_none() {
        let message = format!("the decision `{}` does not say whether the quorum of {quorum} was met", record.id);
        return sheet.fail(Failed::new(record.place(path), message, "add `quorum_met:` with `true` or `false`"));
    }
    if decision.quorum_met == Some(false) {
        return;
    }
    for (id, review) in meetings.iter().filter(|(_, review)| !review.attendees.is_empty()) {
        let is_member = |person: &RecordRef| {
            committee.members.iter().any(|member| member.person.record() == person && is_held(member, review.held.unwrap_or(decision.date)))
        };
        let present = review.attendees.iter().filter(|person| is_member(person.record())).count();
        sheet.test((u32::try_from(present).unwrap_or(u32::MAX) < quorum).then(|| {
            let message = format!(
                "the decision `{}` says that the quorum of {quorum} was met, but only {present} members were at the review `{id}`",
                record.id
            );
            let help = "correct `quorum_met`, or the attendees of the review";
            Failed::new(record.place("quorum_met"), message, help).values(format!("{quorum} members"), format!("{present} members"))
        }));
    }
}

fn without_report(record: &Record, meetings: &[(&Id, &Review)]) -> Option<Failed> {
    let Some((id, _)) = meetings.first() else {
        let message = format!("no review lists the decision `{}`, so that nobody can tell which report it rests on", record.id);
        let help = "name the decision under `decisions:` of the review at which it was taken";
        return Some(Failed::new(record.key_place("title"), message, help));
    };
    if meetings.iter().any(|(_, review)| !review.inputs.is_empty()) {
        return None;
    }
    let message = format!("the decision `{}` was taken at the review `{id}`, which names no report that lay before it", record.id);
    Some(Failed::new(record.key_place("title"), message, "name the report and its digest under `inputs:` of the review"))
}

/// The reviews that list a decision.
fn meetings<'a>(catalog: &'a Catalog, decision: &RecordRef) -> Vec<(&'a Id, &'a Review)> {
    let listed = catalog.referring_in(decision, "decisions");
    listed.filter_map(|record| if let AnyRecord::Review(review) = &record.fields { Some((&record.id, &**review)) } else { None }).collect()
}

/// Whether a later decision with a quorum took the place of one without.
fn is_confirmed(catalog: &Catalog, decision: &RecordRef) -> bool {
    catalog.referring_in(decision, "supersedes").any(|record| {
        matches!(&record.fields, AnyRecord::Decision(later) if later.quorum_met == Some(true) && later.state != DecisionState::Proposed)
    })
}
