//! C03: an agreement comes from somebody without the role, or from a committee without its quorum.

use super::agreement::{self, Agreeing, Judged};
use crate::check::context::Context;
use crate::check::figures::Figures;
use crate::check::mark::Mark;
use crate::check::review::holds_role;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::reference::Reference;
use crate::model::{AnyRecord, Kind, RecordRef};
use crate::source::Record;

check! {
    /// An agreement comes from somebody who did not hold the role on that day, or from a committee without its quorum.
    ///
    /// # What it does
    ///
    /// Looks up the role in which a person agreed to a change: among the roles of the person on that day, and among those in teams and committees. The
    /// `accountable` of a metric may agree as its owner, and its `reviewer` as its reviewer. Of a committee it counts the members on that day who did not
    /// make the change, those of them who were at its meeting of that day where a review names them, and holds both against `quorum`; a decision of that
    /// day may say itself that the quorum was not met.
    ///
    /// # Why it matters to an auditor
    ///
    /// An agreement binds only if the one who gave it was entitled to. Roles end, members leave, and an approval lives on in the file as if nothing
    /// had happened.
    ///
    /// # Example
    ///
    /// ```yaml
    /// # content/people/ann-lee.yaml
    /// roles:
    ///   - {role: Head of Measurement, from: 2022-01-01, to: 2025-12-31}
    /// # content/changes/2026-03-02-window.yaml
    /// approvals:
    ///   - {who: person/ann-lee, role: Head of Measurement, date: 2026-03-02}
    /// ```
    ///
    /// # Instead
    ///
    /// Have the one agree who holds the role, or put the change before the committee again. Where the record of the person is behind, bring it up to date.
    ///
    /// # Configuration
    ///
    /// `roles` of a person, `members` and `quorum` of a committee. The role of a team as a whole cannot be tested.
    "C03" "approver-without-authority" {
        severity: Severity::Error,
        supports: &[Assertion::Authorisation],
        mark: Some(Mark::Approved),
        inputs: "the records of changes, people, teams and committees, the reviews and decisions of that day",
        expects: "everybody who agreed held the role on that day, and every committee had its quorum",
        looks: Looks::Definitions(super::VERSIONED, test),
    }
}

/// Roles that a definition itself gives, by the words that people use for them.
const OWNER: [&str; 4] = ["owner", "accountable", "accountable owner", "metric owner"];
const REVIEWER: [&str; 2] = ["reviewer", "metric reviewer"];

fn test(context: &Context<'_>, record: &Record, figures: Option<&Figures<'_>>, sheet: &mut Sheet) {
    agreement::test(context, record, figures, sheet, judge);
}

fn judge(agreeing: &Agreeing<'_>) -> Judged {
    let approval = agreeing.approval;
    let (party, role, day) = (approval.who.record(), &approval.role, approval.date);
    let reason = match party.kind {
        Kind::Committee => agreeing.told.quorum_missed(approval),
        Kind::Team => return Judged::Untested("a team agreed, of which no role is on record"),
        _ if holds_role(agreeing.catalog, party, role, day) || is_given(agreeing.changed, party, role) => None,
        _ => Some(format!("`{party}`, who was {} on `{day}`", roles(agreeing))),
    };
    let Some(reason) = reason else {
        return Judged::Right;
    };
    let (expected, help) = if party.kind == Kind::Committee {
        ("a committee with its quorum", "put the change before the committee again".to_owned())
    } else {
        ("somebody with the role", format!("have somebody agree who is {}, or bring `{party}` up to date", crate::model::quoted(role)))
    };
    let as_role = if party.kind == Kind::Committee { String::new() } else { format!(" as {}", crate::model::quoted(role)) };
    let message = format!("expected {expected} to agree{as_role} to {}, found {reason}", agreeing.name());
    Judged::Wrong(agreeing.failed(message, help))
}

/// Whether the definition itself gives the role.
fn is_given(changed: &Record, party: &RecordRef, role: &str) -> bool {
    let role = role.trim().to_ascii_lowercase();
    let owner = changed.envelope.owner.as_ref().map(Reference::record);
    let (accountable, reviewer) = match &changed.fields {
        AnyRecord::Metric(metric) => (metric.accountable.as_ref().map(Reference::record), metric.reviewer.as_ref().map(Reference::record)),
        _ => (None, None),
    };
    let is_owner = [owner, accountable].into_iter().flatten().any(|known| known == party);
    (OWNER.contains(&role.as_str()) && is_owner) || (REVIEWER.contains(&role.as_str()) && reviewer == Some(party))
}

/// The roles that the person held on that day, in words.
fn roles(agreeing: &Agreeing<'_>) -> String {
    let (party, day) = (agreeing.approval.who.record(), agreeing.approval.date);
    let held: Vec<String> = match agreeing.catalog.record(party).map(|record| &record.fields) {
        Some(AnyRecord::Person(person)) => {
            let then = person.roles.iter().filter(|held| held.from <= day && held.to.is_none_or(|to| to >= day));
            then.map(|held| crate::model::quoted(&held.role)).collect()
        }
        _ => Vec::new(),
    };
    if held.is_empty() { "without a role".to_owned() } else { held.join(" and ") }
}
