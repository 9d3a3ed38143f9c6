//! G12: somebody whose pay depends on a metric agreed to a change of it, or to its target.

use std::collections::BTreeSet;

use super::people::people;
use crate::catalog::Catalog;
use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::reference::Reference;
use crate::model::target::TargetState;
use crate::model::{AnyRecord, Date, Id, Kind, Metric, RecordRef};
use crate::source::Record;

check! {
    /// Somebody whose pay depends on a metric agreed to a change of it, or to its target.
    ///
    /// # What it does
    ///
    /// Looks at changes of metrics that are `incentive_linked`, and at their targets. Those who are accountable or responsible for such a metric, with the
    /// members of their teams, hold the incentive. Of them nobody agrees: neither a person, nor a team in which everybody holds it, nor a committee that
    /// has fewer members without it than its quorum asks for (or none, where no quorum is set).
    ///
    /// # Why it matters to an auditor
    ///
    /// Whoever gains by a figure should not decide how it is counted, or what counts as enough.
    ///
    /// # Example
    ///
    /// ```yaml
    /// # metrics/definitions/calls-answered-in-time.yaml
    /// incentive_linked: true
    /// accountable: person/ann-lee
    /// ```
    ///
    /// ```yaml
    /// # content/changes/2026-06-25-count-automated-chat.yaml
    /// approvals:
    ///   - {who: person/ann-lee, role: Head of Service, date: 2026-07-02}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// approvals:
    ///   - {who: committee/service-board, role: Board for definitions, date: 2026-07-02}
    /// ```
    ///
    /// # Configuration
    ///
    /// `incentive_linked`, `accountable` and `responsible` of the metric. Whose pay depends on it is not written anywhere else, so that somebody outside
    /// these roles is not found.
    "G12" "approver-with-an-interest" {
        severity: Severity::Warning,
        supports: &[Assertion::Segregation],
        mark: None,
        inputs: "those who agreed, the metrics concerned with those accountable and responsible for them, and the members of teams and committees",
        expects: "whoever agrees gains nothing by the metric",
        looks: Looks::Records(&[Kind::Change, Kind::Target], test),
    }
}

/// Somebody who agreed, where it stands, and on which day.
type Agreed<'a> = (String, &'a RecordRef, Date);

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let (metrics, agreed): (Vec<&Id>, Vec<Agreed<'_>>) = match &record.fields {
        AnyRecord::Change(change) => {
            let metrics = change.targets.iter().map(|target| target.record.record()).filter(|target| target.kind == Kind::Metric);
            let agreed = change.approvals.iter().enumerate();
            let agreed = agreed.map(|(index, approval)| (format!("approvals.{index}.who"), approval.who.record(), approval.date));
            (metrics.map(|metric| &metric.id).collect(), agreed.collect())
        }
        AnyRecord::Target(target) if target.state != TargetState::Draft => {
            let agreed = target.agreed_by.iter().enumerate();
            let agreed = agreed.map(|(index, party)| (format!("agreed_by.{index}"), party.record(), target.agreed_at));
            (vec![target.metric.id()], agreed.collect())
        }
        _ => return,
    };
    let linked: Vec<(&Id, &Metric)> = metrics
        .into_iter()
        .filter_map(|id| Some((id, context.catalog.metric(id)?.1)))
        .filter(|(_, metric)| metric.incentive_linked == Some(true))
        .collect();
    if linked.is_empty() {
        return sheet.not_applicable("nobody's pay depends on the metric");
    }
    for (id, metric) in linked {
        for (path, party, day) in &agreed {
            let gains = has_interest(context.catalog, metric, party, *day);
            sheet.test(gains.then(|| {
                let message = format!("`{party}` agreed to the {} `{}` and gains by the metric `{id}`", record.kind.words(), record.id);
                Failed::new(record.place(path), message, "have it agreed to by somebody who gains nothing by the metric")
                    .values("somebody without an incentive", party.to_string())
            }));
        }
    }
}

fn has_interest(catalog: &Catalog, metric: &Metric, party: &RecordRef, day: Date) -> bool {
    let parties = metric.accountable.iter().map(Reference::record).chain(metric.responsible.iter().map(Reference::record));
    let holders: BTreeSet<&RecordRef> = parties.clone().chain(parties.flat_map(|party| people(catalog, party, day))).collect();
    if holders.contains(party) {
        return true;
    }
    let members = people(catalog, party, day);
    let free = members.iter().filter(|person| !holders.contains(**person)).count();
    let quorum = match catalog.record(party).map(|record| &record.fields) {
        Some(AnyRecord::Committee(committee)) => committee.quorum.unwrap_or(1),
        _ => 1,
    };
    !members.is_empty() && u32::try_from(free).unwrap_or(u32::MAX) < quorum
}
