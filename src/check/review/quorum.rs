//! Whether the agreement of a committee holds: enough of its members, none of them an author of the change.

use super::case::{Case, Spoken};
use super::parties::Authors;
use crate::model::change::Approval;
use crate::model::reference::{PersonRef, Reference};
use crate::model::{AnyRecord, RecordRef};

/// Why the agreement of a committee does not hold; nothing where it does.
///
/// The quorum is held against the members of that day who are no authors, against those who were at the committee's meeting of that day where
/// its record names them, and against what the decision of that day says of its quorum.
pub(super) fn missed(case: &Case<'_>, spoken: &Spoken<'_>, authors: &Authors<'_>, approval: &Approval) -> Option<String> {
    let body = approval.who.record();
    let Some(AnyRecord::Committee(committee)) = case.after.record(body).map(|record| &record.fields) else {
        return Some(format!("`{body}`, which is no committee"));
    };
    let Some(quorum) = committee.quorum else {
        return Some(format!("`{body}`, for which no `quorum` is set"));
    };
    let day = approval.date;
    let mut members: Vec<&RecordRef> = case
        .after
        .members(body)
        .iter()
        .filter(|member| crate::catalog::is_held(member, day))
        .map(|member| member.person.record())
        .collect();
    members.sort_unstable();
    members.dedup();
    members.retain(|member| !authors.contains(member, day));
    let enough = |count: usize| u32::try_from(count).unwrap_or(u32::MAX) >= quorum;
    if !enough(members.len()) {
        return Some(format!("{} members of `{body}` on `{day}` who did not make the change", members.len()));
    }
    if let Some(present) = attendees(case, body, approval).filter(|present| !present.is_empty()) {
        let present = members.iter().filter(|member| present.iter().any(|person| person.record() == **member)).count();
        if !enough(present) {
            return Some(format!("{present} members of `{body}` at its meeting on `{day}` who did not make the change"));
        }
    }
    let denied = decided_without_quorum(case, spoken, approval)?;
    Some(format!("`{denied}`, which says that the quorum was not met"))
}

/// Those who were at the meeting of a committee on the day of its agreement.
fn attendees<'a>(case: &Case<'a>, body: &RecordRef, approval: &Approval) -> Option<&'a [PersonRef]> {
    let mut meetings = case.after.reviews().filter(|(_, review)| review.body.record() == body && review.held == Some(approval.date));
    meetings.next().map(|(_, review)| review.attendees.as_slice())
}

/// The decision of that committee and day about the change that denies its quorum.
fn decided_without_quorum(case: &Case<'_>, spoken: &Spoken<'_>, approval: &Approval) -> Option<RecordRef> {
    let change = spoken.record.reference();
    let about = |record: &RecordRef| *record == change || *record == case.edited.record;
    let mut decisions = case.after.decisions().filter(|(_, decision)| {
        decision.date == approval.date
            && decision.quorum_met == Some(false)
            && decision.decided_by.iter().any(|party| party.record() == approval.who.record())
            && decision.affects.iter().map(Reference::record).any(about)
    });
    decisions.next().map(|(record, _)| record.reference())
}
