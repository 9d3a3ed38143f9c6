//! D08: a metric stands in a state of its life that nothing in the project bears out.

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::deviation::{Deviation, DeviationState};
use crate::model::metric::Retirement;
use crate::model::{AnyRecord, Kind, Metric, Profile, State};
use crate::source::Record;

check! {
    /// A metric stands in a state of its life that no change, deviation or retirement bears out.
    ///
    /// # What it does
    ///
    /// Asks each state for its ground. Every state but `proposed` needs a record of a change that names the metric, was agreed (`approved`, `effective` or
    /// `reviewed`) and, for a metric that is measured, holds on the day of the report. `suspended` also needs a deviation that is not closed and names the metric.
    /// `retired` needs the block `retired` with its reason, its last period, the successor if there is one, and where the figures are kept; only a metric that
    /// is retired or deprecated has one.
    ///
    /// # Why it matters to an auditor
    ///
    /// A metric becomes a criterion by agreement. Without the record of it, a figure is reported that nobody with the authority to do so has asked for, or
    /// has disappeared without anybody having agreed that it may.
    ///
    /// # Example
    ///
    /// ```yaml
    /// # metrics/definitions/calls-given-up.yaml; no record of a change names it
    /// title: Calls given up
    /// state: active
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// # content/changes/2024-09-12-begin-to-measure-calls-given-up.yaml
    /// title: Begin to measure calls given up
    /// state: effective
    /// targets:
    ///   - {record: metric/calls-given-up, to: 1.0.0}
    /// declared_class: minor
    /// reason: The charter promises that callers get through.
    /// proposer: person/ann-lee
    /// approvals:
    ///   - {who: committee/board, role: Board for definitions, date: 2024-09-12}
    /// effective: 2024-10-01
    /// ```
    ///
    /// # Configuration
    ///
    /// From the profile `standard` on a record of a change is asked for; under `essential` the state is taken as the word of the accountable owner. One record of
    /// a change may name many metrics, so that those with which a programme began can be agreed together.
    "D08" "state-without-ground" {
        severity: Severity::Error,
        supports: &[Assertion::Authorisation],
        mark: None,
        inputs: "the state and the retirement of the definition, and the changes and deviations that name it",
        expects: "an agreed change, and what else the state needs",
        looks: Looks::Records(&[Kind::Metric], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Metric(metric) = &record.fields else {
        return;
    };
    let is_asked = context.profile(Some(record)) > Profile::Essential;
    if metric.state.needs_change_record() && is_asked {
        sheet.test(ungrounded(context, record, metric.state));
    }
    if metric.state.needs_deviation() {
        sheet.test((!is_deviating(context, record)).then(|| unexplained(record)));
    }
    match &metric.retired {
        Some(retirement) if metric.state == State::Retired => {
            sheet.test(endless(record, retirement));
            sheet.test(retirement.archive.is_none().then(|| unkept(record)));
        }
        None if metric.state == State::Retired => sheet.fail(without_block(record)),
        Some(_) if metric.state != State::Deprecated => sheet.fail(alive(record, metric)),
        _ => {}
    }
    let reason =
        if is_asked { "the metric is proposed, which everybody may do" } else { "the profile `essential` asks for no record of a change" };
    sheet.not_applicable(reason);
}

/// Why no record of a change bears out the state.
fn ungrounded(context: &Context<'_>, record: &Record, state: State) -> Option<Failed> {
    let reference = record.reference();
    let changes = || context.catalog.changes_naming(&reference).map(|naming| (naming.record, naming.change));
    let holds = |effective| state == State::Approved || effective <= context.as_of();
    if changes().any(|(_, change)| change.is_agreed() && holds(change.effective)) {
        return None;
    }
    let found = changes().max_by_key(|(_, change)| (change.is_agreed(), change.effective)).map(|(named, change)| {
        let why = if change.is_agreed() { format!("holds from {} only", change.effective) } else { "is not agreed".to_owned() };
        format!("`{}`, which {why}", named.reference())
    });
    let found = found.unwrap_or_else(|| "none".to_owned());
    let message = format!(
        "metric `{}` is {} and no agreed change brought it there: expected a record that names it, found {found}",
        record.id,
        state.label()
    );
    let help = "add a record under `content/changes/` that names the metric under `targets`, with those who agreed";
    Some(Failed::new(record.place("state"), message, help).values("an agreed change that names the metric", found))
}

/// Whether a deviation that goes on names the metric.
fn is_deviating(context: &Context<'_>, record: &Record) -> bool {
    let goes_on = |deviation: &Deviation| deviation.state != DeviationState::Closed && deviation.from <= context.as_of();
    let mut naming = context.catalog.referring_in(&record.reference(), "metrics");
    naming.any(|naming| matches!(&naming.fields, AnyRecord::Deviation(deviation) if goes_on(deviation)))
}

fn unexplained(record: &Record) -> Failed {
    let message = format!("metric `{}` is suspended and no deviation that goes on names it", record.id);
    let help = "add a deviation that names the metric, or give the metric another state";
    Failed::new(record.place("state"), message, help).values("a deviation that is open or contained", "none")
}

fn without_block(record: &Record) -> Failed {
    let message = format!("metric `{}` is retired and does not say why or how", record.id);
    let help = "add `retired:` with `reason`, `last_period`, `archive` and, if there is one, `successor`";
    Failed::new(record.place("state"), message, help).values("a block `retired`", "none")
}

/// A successor that cannot take its place.
fn endless(record: &Record, retirement: &Retirement) -> Option<Failed> {
    let successor = retirement.successor.as_ref().filter(|successor| *successor.id() == record.id)?;
    let message = format!("metric `{successor}` is named as its own successor");
    Some(Failed::new(record.place("retired.successor"), message, "name the metric that takes its place, or none"))
}

fn unkept(record: &Record) -> Failed {
    let message = format!("metric `{}` is retired and does not say where its figures are kept", record.id);
    let help = "add `archive:` under `retired`: where its figures and what they rest on are kept";
    Failed::new(record.key_place("retired"), message, help).values("an `archive`", "none")
}

fn alive(record: &Record, metric: &Metric) -> Failed {
    let state = metric.state.label();
    let message = format!("metric `{}` says how it ended and is {state}", record.id);
    let help = "write `state: retired`, or take out the block `retired`";
    Failed::new(record.key_place("retired"), message, help).values("`retired` or `deprecated`", format!("`{state}`"))
}
