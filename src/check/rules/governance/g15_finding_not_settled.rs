//! G15: an audit finding is past its day, or its risk was accepted without authority.

use crate::catalog::Catalog;
use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::audit_finding::{AuditFinding, AuditFindingState};
use crate::model::decision::DecisionState;
use crate::model::{AnyRecord, Date, Kind};
use crate::source::Record;

check! {
    /// An audit finding is past its day and not settled, or its risk was accepted without authority.
    ///
    /// # What it does
    ///
    /// Reports a finding that is `open` or `agreed` and past its `due`. A finding whose risk was accepted needs a decision that was taken, that names the
    /// finding under `affects`, and that not only the owner of the finding took; past its `due` the acceptance has run out.
    ///
    /// # Why it matters to an auditor
    ///
    /// Findings that stay open past their day show that nobody is made to answer. A risk that its owner accepts alone has not been accepted.
    ///
    /// # Example
    ///
    /// ```yaml
    /// # content/findings/2026-10-01-suppliers-change-at-night.yaml
    /// owner: person/ann-lee
    /// state: risk-accepted
    /// due: 2027-06-30
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// # content/decisions/2026-10-01-accept-changes-at-night.yaml
    /// state: decided
    /// type: risk
    /// decided_by: [committee/audit-committee]
    /// affects: [finding/2026-10-01-suppliers-change-at-night]
    /// ```
    ///
    /// # Configuration
    ///
    /// The day is that as of which the report speaks: `report.as_of` in `tickmark.yaml`, or the option `--as-of`.
    "G15" "finding-not-settled" {
        severity: Severity::Warning,
        supports: &[Assertion::Authorisation],
        mark: None,
        inputs: "the state, the owner and the day of the finding, and the decisions that affect it",
        expects: "a finding is settled by its day, or somebody with authority has accepted its risk",
        looks: Looks::Records(&[Kind::AuditFinding], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::AuditFinding(finding) = &record.fields else {
        return;
    };
    match finding.state {
        AuditFindingState::Open | AuditFindingState::Agreed => sheet.test(overdue(record, finding, context.as_of())),
        AuditFindingState::RiskAccepted => {
            sheet.test(run_out(record, finding, context.as_of()));
            sheet.test(unauthorised(context.catalog, record));
        }
        AuditFindingState::Remediated | AuditFindingState::Verified | AuditFindingState::Closed => {
            sheet.not_applicable("the finding was mended");
        }
    }
}

fn overdue(record: &Record, finding: &AuditFinding, day: Date) -> Option<Failed> {
    let due = finding.due;
    (due < day).then(|| {
        let message = format!("the finding `{}` was to be mended by `{due}`, {} days ago, and is not", record.id, due.days_until(day));
        Failed::new(record.place("due"), message, "mend what was found, or have its risk accepted by a decision")
            .values(format!("mended by {due}"), "not mended")
    })
}

fn run_out(record: &Record, finding: &AuditFinding, day: Date) -> Option<Failed> {
    let due = finding.due;
    (due < day).then(|| {
        let message = format!("the risk of the finding `{}` was accepted until `{due}`, {} days ago", record.id, due.days_until(day));
        Failed::new(record.place("due"), message, "mend what was found, or have its risk accepted anew, with another day")
    })
}

fn unauthorised(catalog: &Catalog, record: &Record) -> Option<Failed> {
    let owner = record.envelope.owner.as_ref().map(crate::model::reference::Reference::record);
    let mut only_owner = None;
    for affecting in catalog.referring_in(&record.reference(), "affects") {
        let AnyRecord::Decision(decision) = &affecting.fields else { continue };
        if decision.state != DecisionState::Decided {
            continue;
        }
        if decision.decided_by.iter().any(|party| Some(party.record()) != owner) {
            return None;
        }
        only_owner = Some(affecting.reference());
    }
    let message = match only_owner {
        Some(decision) => format!("the risk of the finding `{}` was accepted by its owner alone, in `{decision}`", record.id),
        None => format!("the risk of the finding `{}` is accepted, and no decision says who did", record.id),
    };
    let help = "record the decision of those who may accept the risk, with the finding under `affects`";
    Some(Failed::new(record.place("state"), message, help).values("a decision", "none"))
}
