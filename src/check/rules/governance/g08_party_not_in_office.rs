//! G08: somebody who owns or approved something was not in office on the day.

use super::people::is_in_office;
use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::audit_finding::AuditFindingState;
use crate::model::decision::DecisionState;
use crate::model::deviation::DeviationState;
use crate::model::exclusion::ExclusionState;
use crate::model::target::TargetState;
use crate::model::waiver::WaiverState;
use crate::model::{AnyRecord, Date, Kind, Metric, RecordRef, State};
use crate::source::Record;

check! {
    /// The owner or approver of a record is missing, or was not in office on the day that counts.
    ///
    /// # What it does
    ///
    /// Looks at those who look after a record that still needs somebody (a metric that is not retired, an open action, finding or deviation, a policy,
    /// a source, a scorecard and so on), and at those who agreed to a target, a decision or a restatement. Owners have to be in office on the day of the
    /// report, those who agreed on the day on which they did. A person is in office with a role or a place in a team or committee; a team or committee is
    /// while it has a member. An audit finding that is not closed and a deviation that is not closed need an owner. Approvals of changes are
    /// the matter of C03; owners of metrics and of actions that are missing altogether that of D01 and G03.
    ///
    /// # Why it matters to an auditor
    ///
    /// An owner who has left answers no question, and an agreement by somebody who could not give it is none.
    ///
    /// # Example
    ///
    /// ```yaml
    /// # content/people/owen-castell.yaml
    /// roles:
    ///   - {role: Head of Planning, from: 2020-08-10, to: 2026-03-31}
    /// ```
    ///
    /// ```yaml
    /// # metrics/definitions/shift-cover.yaml, on 23 November 2026
    /// accountable: person/owen-castell
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// accountable: person/tom-reddish
    /// ```
    ///
    /// # Configuration
    ///
    /// `roles` of people and `members` of teams and committees say who was in office when. A party without either cannot be tested.
    "G08" "party-not-in-office" {
        severity: Severity::Error,
        supports: &[Assertion::Authorisation],
        mark: None,
        inputs: "the parties that the record names, their roles and memberships, and the day",
        expects: "whoever owns or approves is in office on the day",
        looks: Looks::Records(Kind::ALL, test),
    }
}

/// A party that a record names, with the day on which it had to be in office.
struct Named<'a> {
    path: String,
    party: &'a RecordRef,
    day: Date,
    is_past: bool,
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let day = context.as_of();
    if needs_owner(record) && record.envelope.owner.is_none() {
        let message = format!("nobody looks after the {} `{}`", record.kind.words(), record.id);
        sheet.fail(Failed::new(record.key_place("title"), message, "add `owner:` with one person or team"));
    }
    let mut named = Vec::new();
    if is_live(record) {
        named.extend(record.envelope.owner.iter().map(|party| Named { path: "owner".into(), party: party.record(), day, is_past: false }));
        if let AnyRecord::Metric(metric) = &record.fields {
            named.extend(roles(metric, day));
        }
    }
    named.extend(approvals(record));
    if named.is_empty() {
        return sheet.not_applicable("nobody has to be in office for it");
    }
    for named in named {
        match is_in_office(context.catalog, named.party, named.day) {
            Some(true) => sheet.pass(),
            Some(false) => sheet.fail(failed(record, &named)),
            None => sheet.untestable(format!("neither a role nor a place in a team or committee is on record for `{}`", named.party)),
        }
    }
}

fn failed(record: &Record, named: &Named<'_>) -> Failed {
    let (party, day, id) = (named.party, named.day, &record.id);
    let field = named.path.split('.').next().unwrap_or_default();
    let standing = match (party.kind, named.is_past) {
        (Kind::Person, false) => "holds no role",
        (Kind::Person, true) => "held no role",
        (_, false) => "has no member",
        (_, true) => "had no member",
    };
    let message = format!("`{party}` {standing} on `{day}`, and stands as `{field}` of the {} `{id}`", record.kind.words());
    let help = if named.is_past { "correct the day or the party, or have it agreed to again" } else { "name somebody who is in office" };
    Failed::new(record.place(&named.path), message, help).values(format!("in office on {day}"), "not in office")
}

/// Whether a record needs an owner of its own; that of metrics, sources and actions is looked for elsewhere.
fn needs_owner(record: &Record) -> bool {
    matches!(record.kind, Kind::AuditFinding | Kind::Deviation) && is_live(record)
}

/// Whether somebody has still to look after a record.
fn is_live(record: &Record) -> bool {
    match &record.fields {
        AnyRecord::Metric(metric) => metric.state != State::Retired,
        AnyRecord::Action(action) => action.is_open(),
        AnyRecord::AuditFinding(finding) => !matches!(finding.state, AuditFindingState::Closed | AuditFindingState::Verified),
        AnyRecord::Deviation(deviation) => deviation.state != DeviationState::Closed,
        AnyRecord::Waiver(waiver) => waiver.state == WaiverState::Active,
        AnyRecord::Exclusion(exclusion) => exclusion.state != ExclusionState::Expired,
        AnyRecord::Target(target) => target.state != TargetState::Closed,
        AnyRecord::Policy(_)
        | AnyRecord::Commitment(_)
        | AnyRecord::Scorecard(_)
        | AnyRecord::Source(_)
        | AnyRecord::Transform(_)
        | AnyRecord::Survey(_)
        | AnyRecord::QualityRule(_)
        | AnyRecord::Objective(_)
        | AnyRecord::Risk(_) => true,
        _ => false,
    }
}

fn roles(metric: &Metric, day: Date) -> Vec<Named<'_>> {
    let single =
        [("accountable", metric.accountable.as_ref()), ("preparer", metric.preparer.as_ref()), ("reviewer", metric.reviewer.as_ref())];
    let single = single.into_iter().filter_map(|(path, party)| Some((path.to_owned(), party?.record())));
    let responsible = metric.responsible.iter().enumerate().map(|(index, party)| (format!("responsible.{index}"), party.record()));
    single.chain(responsible).map(|(path, party)| Named { path, party, day, is_past: false }).collect()
}

/// Those who agreed to a record, with the day on which they did.
fn approvals(record: &Record) -> Vec<Named<'_>> {
    let past = |path: String, party, day| Named { path, party, day, is_past: true };
    match &record.fields {
        AnyRecord::Target(target) if target.state != TargetState::Draft => {
            let each = target.agreed_by.iter().enumerate();
            each.map(|(index, party)| past(format!("agreed_by.{index}"), party.record(), target.agreed_at)).collect()
        }
        AnyRecord::Decision(decision) if decision.state != DecisionState::Proposed => {
            let each = decision.decided_by.iter().enumerate();
            each.map(|(index, party)| past(format!("decided_by.{index}"), party.record(), decision.date)).collect()
        }
        AnyRecord::Restatement(restatement) => {
            vec![past("approved_by".into(), restatement.approved_by.record(), restatement.announced_on)]
        }
        _ => Vec::new(),
    }
}
