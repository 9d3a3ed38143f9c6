//! Whether those who have to agree to a change of a class have agreed, in time, and none of them to their own work.
//!
//! A breaking change takes a committee with its quorum; a material one its owner and somebody independent with the role; a minor one its owner and
//! somebody who is not the author. An owner who proposes a change agrees to it by that.

use std::collections::BTreeSet;

use super::case::{Case, Spoken, listed};
use super::parties::{Authors, belongs, holds_role};
use super::quorum;
use super::verdict::Shortfall;
use crate::diff::rules::{governance, version_and_time};
use crate::model::change::{Approval, ChangeState};
use crate::model::{AnyRecord, ChangeClass, Date, Kind, RecordRef};

/// What is wrong with the agreement.
pub(super) fn shortfalls(case: &Case<'_>, spoken: &Spoken<'_>, class: ChangeClass) -> Vec<Shortfall> {
    let table = Table { case, spoken, authors: Authors::of(case, spoken), class };
    let all: Vec<&Approval> = spoken.change.approvals.iter().collect();
    let agreement = table.agreement(&all);
    let mut found: Vec<Shortfall> = agreement.own.iter().map(|approval| table.own(approval)).collect();
    found.extend(agreement.quorum_missed.as_ref().map(|reasons| table.quorum_missed(reasons)));
    if spoken.change.is_agreed() {
        found.extend((!agreement.lacks.is_empty()).then(|| table.missing(&agreement.lacks)));
        found.extend(table.late(&agreement));
    } else {
        found.push(table.pending(&agreement.lacks));
    }
    found
}

/// The day on which everybody had agreed who has to for a class; nothing where somebody has not.
pub(super) fn agreed_on(case: &Case<'_>, spoken: &Spoken<'_>, class: ChangeClass) -> Option<Date> {
    let table = Table { case, spoken, authors: Authors::of(case, spoken), class };
    let days: BTreeSet<Date> = spoken.change.approvals.iter().map(|approval| approval.date).collect();
    let by_then = |day: Date| -> Vec<&Approval> { spoken.change.approvals.iter().filter(|approval| approval.date <= day).collect() };
    days.into_iter().find(|day| table.agreement(&by_then(*day)).is_complete())
}

/// What some approvals amount to.
struct Agreement<'a> {
    /// Those that authors gave to their own work.
    own: Vec<&'a Approval>,
    /// Why no committee that agreed counts; nothing where one does, or none agreed.
    quorum_missed: Option<Vec<String>>,
    /// Who has not agreed, in words.
    lacks: Vec<String>,
    /// Whether somebody agreed who is free to.
    is_independent: bool,
}

impl Agreement<'_> {
    fn is_complete(&self) -> bool {
        self.quorum_missed.is_none() && self.lacks.is_empty() && self.is_independent
    }
}

struct Table<'a> {
    case: &'a Case<'a>,
    spoken: &'a Spoken<'a>,
    authors: Authors<'a>,
    class: ChangeClass,
}

impl<'a> Table<'a> {
    fn agreement(&self, approvals: &[&'a Approval]) -> Agreement<'a> {
        let is_own = |approval: &&&Approval| self.authors.contains(approval.who.record(), approval.date);
        let own: Vec<&Approval> = approvals.iter().filter(is_own).copied().collect();
        let mut agreement = Agreement { own, quorum_missed: None, lacks: Vec::new(), is_independent: true };
        if self.class == ChangeClass::Breaking {
            let boards: Vec<&&Approval> = approvals.iter().filter(|approval| approval.who.record().kind == Kind::Committee).collect();
            let reasons: Option<Vec<String>> =
                boards.iter().map(|approval| quorum::missed(self.case, self.spoken, &self.authors, approval)).collect();
            if boards.is_empty() {
                agreement.lacks.push("a committee with a quorum".to_owned());
            }
            agreement.quorum_missed = reasons.filter(|reasons| !reasons.is_empty());
            return agreement;
        }
        if let Some(owner) = self.owner().filter(|owner| !self.has_agreed(owner, approvals)) {
            agreement.lacks.push(format!("the owner `{owner}`"));
        }
        agreement.is_independent = approvals.iter().any(|approval| self.counts(approval));
        // Where only the author agreed, that is what has to be mended.
        if !agreement.is_independent && agreement.own.is_empty() {
            agreement.lacks.push(self.somebody_else());
        }
        agreement
    }

    /// Who answers for the record before the change.
    fn owner(&self) -> Option<&'a RecordRef> {
        let record = self.case.edited.before.as_ref()?;
        let accountable = match &record.fields {
            AnyRecord::Metric(metric) => metric.accountable.as_ref(),
            _ => None,
        };
        accountable.or(record.envelope.owner.as_ref()).map(crate::model::reference::Reference::record)
    }

    fn has_agreed(&self, owner: &RecordRef, approvals: &[&Approval]) -> bool {
        let catalog = self.case.after;
        let day = self.spoken.change.submitted_on(&self.spoken.record.id).unwrap_or(self.spoken.change.effective);
        let speaks = |party: &RecordRef, day: Date| party == owner || belongs(catalog, party, owner, day);
        speaks(self.authors.proposer(), day) || approvals.iter().any(|approval| speaks(approval.who.record(), approval.date))
    }

    /// Whether an approval is one of somebody who is free to give it.
    fn counts(&self, approval: &Approval) -> bool {
        let (party, day) = (approval.who.record(), approval.date);
        if !self.authors.leaves_free(party, day) {
            return false;
        }
        if self.class == ChangeClass::Minor {
            return true;
        }
        let owns = self.owner().is_some_and(|owner| party == owner || belongs(self.case.after, party, owner, day));
        !owns && (party.kind != Kind::Person || holds_role(self.case.after, party, &approval.role, day))
    }

    fn somebody_else(&self) -> String {
        if self.class == ChangeClass::Minor {
            "somebody who is not the author".to_owned()
        } else {
            "somebody with the role who is neither author nor owner".to_owned()
        }
    }

    fn own(&self, approval: &Approval) -> Shortfall {
        let (party, proposer) = (approval.who.record(), self.authors.proposer());
        let name = self.name();
        let message = if party == proposer {
            format!("expected somebody other than `{proposer}`, who proposed it, to agree to {name}, found `{party}`")
        } else {
            format!("expected none of those who made it to agree to {name}, found `{party}`, who is one of them")
        };
        let help = format!("have somebody else agree in place of `{party}`");
        self.shortfall(&governance::APPROVER_IS_AUTHOR, &format!("approvals[{party}]"), message, help)
    }

    fn quorum_missed(&self, reasons: &[String]) -> Shortfall {
        let message = format!("expected {} to be approved by a committee with its quorum, found {}", self.name(), listed(reasons));
        let help = "put it before the committee again, with enough members who did not make the change".to_owned();
        self.shortfall(&governance::QUORUM_MISSED, "approvals", message, help)
    }

    fn missing(&self, lacks: &[String]) -> Shortfall {
        let message = format!(
            "expected {} to be approved by {} for a {} change, found {}",
            self.name(),
            listed(lacks),
            self.class.name(),
            self.given()
        );
        let help = format!("name {} under `approvals` once they have agreed", listed(lacks));
        self.shortfall(&governance::APPROVAL_MISSING, "approvals", message, help)
    }

    fn pending(&self, lacks: &[String]) -> Shortfall {
        let state = match self.spoken.change.state {
            ChangeState::Draft => "draft",
            ChangeState::Submitted => "submitted",
            _ => "assessed",
        };
        let name = self.name();
        let (message, help) = if lacks.is_empty() {
            (format!("expected {name} to be approved, found it `{state}`"), "set `state` to `approved` once all have agreed".to_owned())
        } else {
            let lacks = listed(lacks);
            let message = format!("expected {name} to be approved by {lacks} for a {} change, found it `{state}`", self.class.name());
            (message, format!("wait for the approval of {lacks}"))
        };
        let place = self.spoken.record.place("state");
        self.case.shortfall(&governance::APPROVAL_PENDING, "state", place, message, help)
    }

    /// Those had to agree before the change holds, unless it could not wait.
    fn late(&self, agreement: &Agreement<'_>) -> Option<Shortfall> {
        let change = self.spoken.change;
        let start = self.case.new_start().unwrap_or(change.effective);
        let by_then: Vec<&Approval> = change.approvals.iter().filter(|approval| approval.date <= start).collect();
        if change.emergency || !agreement.is_complete() || self.agreement(&by_then).is_complete() {
            return None;
        }
        let message = format!("expected {} to hold from a day on which all had agreed, found `{start}`", self.case.name());
        let help = "let it hold from a day after the last approval".to_owned();
        let place = self.case.place("effective_from");
        Some(self.case.shortfall(&version_and_time::EFFECTIVE_DATE_BACKDATED, "effective_from", place, message, help))
    }

    fn given(&self) -> String {
        let given: Vec<String> = self.spoken.change.approvals.iter().map(|approval| self.described(approval)).collect();
        if given.is_empty() { "no approval".to_owned() } else { listed(&given) }
    }

    fn described(&self, approval: &Approval) -> String {
        let (party, day) = (approval.who.record(), approval.date);
        let without_role = party.kind == Kind::Person && !holds_role(self.case.after, party, &approval.role, day);
        if without_role && self.class == ChangeClass::Material && self.authors.leaves_free(party, day) {
            return format!("`{party}`, who is not `{}` on `{day}`", approval.role);
        }
        format!("`{party}`")
    }

    fn name(&self) -> String {
        format!("`{}`", self.spoken.record.reference())
    }

    fn shortfall(&self, rule: &'static crate::diff::ChangeRule, field: &str, message: String, help: String) -> Shortfall {
        self.case.shortfall(rule, field, self.spoken.record.key_place("approvals"), message, help)
    }
}
