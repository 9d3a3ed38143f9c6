//! C05: a weighty change does not say what it does.

use super::naming::change;
use crate::catalog::{Catalog, NamingChange};
use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::review::{BridgeTest, Told};
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::diff::rules::governance;
use crate::model::change::{Change, ChangeState, ChangeTarget};
use crate::model::commitment::CommitmentState;
use crate::model::{ChangeClass, Id, Kind, RecordRef};
use crate::source::Record;

check! {
    /// A breaking or material change lacks its impact, its bridge, its gates or the promises that it touches.
    ///
    /// # What it does
    ///
    /// Of a change that is declared breaking it asks for `impact`, and for a bridge with three or more periods of each metric whose figures it decides, or the
    /// reason under `bridge_impracticable` why there can be none. Of a material one it asks for the bridge where the history shows that an edit moves
    /// figures. Of both it asks that the old values of the bridge are those that were published, that the gates were met before the change came into
    /// force, and that each published promise held to a changed metric is named, by a link such as `commitment/charter-calls`.
    ///
    /// # Why it matters to an auditor
    ///
    /// Readers compare this year with last year. Without both numbers side by side nobody can tell how much of a movement is the new definition, and a
    /// promise may be kept by redefining it.
    ///
    /// # Example
    ///
    /// ```yaml
    /// declared_class: breaking
    /// targets: [{record: metric/repeat-contacts, from: 1.0.0, to: 2.0.0}]
    /// # no `impact`, no `bridge`
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// impact: Figures rise by about a tenth. The [promise](commitment/reply-in-two-days) is judged by the new count from April.
    /// bridge:
    ///   - {period: 2026-01, old: 17.4, new: 19.3}
    ///   - {period: 2026-02, old: 17.1, new: 19.1}
    ///   - {period: 2026-03, old: 15.5, new: 17.3}
    /// ```
    ///
    /// # Configuration
    ///
    /// Three periods are the least that show whether an effect is steady. A new metric and one that is retired need no bridge. A change without `gates` is
    /// not asked for any. A waiver may cover a change that is submitted before its bridge can be made.
    "C05" "effect-unstated" {
        severity: Severity::Error,
        supports: &[Assertion::Comparability, Assertion::Presentation],
        mark: None,
        inputs: "the change, the published figures of the metrics that it decides, and the promises held to them",
        expects: "the change says what it does to figures and promises, and its conditions were met before it held",
        looks: Looks::Records(&[Kind::Change], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let Some(change) = change(record).filter(|change| !matches!(change.state, ChangeState::Draft | ChangeState::Rejected)) else {
        return sheet.not_applicable("it is a draft, or was rejected");
    };
    let class = change.declared_class.class();
    if class < ChangeClass::Material {
        return sheet.not_applicable("it is declared in a lower class");
    }
    if class == ChangeClass::Breaking {
        sheet.test(change.impact.is_none().then(|| no_impact(record)));
    }
    for naming in NamingChange::lines(record, change) {
        if let Some(told) = Told::of(context.catalog, record, change, naming.target) {
            test_bridge(context, record, change, &told, naming.target, sheet);
        }
    }
    for (promise, metric) in promises(context.catalog, change) {
        sheet.test((!names(record, &promise)).then(|| unnamed(record, &promise, &metric)));
    }
    if change.effective <= context.as_of() && change.is_agreed() {
        test_gates(record, change, sheet);
    }
    if sheet.tested + sheet.untested == 0 {
        sheet.not_applicable("it is material, moves no figure that is known and touches no promise");
    }
}

fn no_impact(record: &Record) -> Failed {
    let message = format!("expected `impact` in `{}`, a breaking change, found none", record.reference());
    Failed::new(record.key_place("title"), message, "write under `impact` what it does to scorecards, targets, commitments and pay")
}

fn test_bridge(context: &Context<'_>, record: &Record, change: &Change, told: &Told<'_>, target: &ChangeTarget, sheet: &mut Sheet) {
    let affected = told.affected();
    if affected.is_empty() || target.to.is_none() {
        return;
    }
    let bridge = told.bridge(&affected);
    if let Some(bridge) = &bridge {
        sheet.test(contradicted(record, bridge));
    }
    if change.bridge_impracticable.is_some() {
        return sheet.pass();
    }
    if change.declared_class.class() == ChangeClass::Breaking {
        let too_few = Told::too_few_periods(bridge.as_ref(), &affected);
        return sheet.test(too_few.map(|(metric, periods)| too_short(record, &metric, periods)));
    }
    for counted in context.changes().spoken_for(&record.reference()) {
        if counted.edited.record != *target.record.record() {
            continue;
        }
        let mut missing = counted.reviewed.shortfalls.iter().filter(|shortfall| *shortfall.rule == governance::BRIDGE_MISSING);
        sheet.test(missing.next().map(|shortfall| Failed::new(shortfall.place.clone(), &shortfall.message, &shortfall.help)));
    }
}

fn too_short(record: &Record, metric: &Id, periods: usize) -> Failed {
    let found = if periods == 0 { "none".to_owned() } else { format!("`{periods}`") };
    let message = format!("expected three or more periods of `metric/{metric}` in the bridge of `{}`, found {found}", record.reference());
    let help = format!("add periods of `metric/{metric}` under `bridge`, or say under `bridge_impracticable` why there can be none");
    Failed::new(record.key_place(if record.node.entry("bridge").is_some() { "bridge" } else { "title" }), message, help)
}

fn contradicted(record: &Record, bridge: &BridgeTest) -> Option<Failed> {
    let (row, published) = bridge.rows.iter().find_map(|row| Some((row, row.contradicted_by?)))?;
    let message = format!(
        "the bridge of `{}` begins at `{}` for `metric/{}` in {}, expected `{published}`, the value that was published",
        record.reference(),
        row.old,
        row.metric,
        row.period
    );
    let help = "compute the old values again by the old definition, or restate what was published";
    Some(Failed::new(record.key_place("bridge"), message, help).values(published.to_string(), row.old.to_string()))
}

/// The published promises that are held to the metrics that a change names, each with its metric.
fn promises(catalog: &Catalog, change: &Change) -> Vec<(RecordRef, Id)> {
    let changed = change.targets.iter().map(|target| target.record.record()).filter(|record| record.kind == Kind::Metric);
    let mut found = Vec::new();
    for metric in changed {
        let published = catalog.referring_in(metric, "metric").filter(|record| {
            matches!(&record.fields, crate::model::AnyRecord::Commitment(commitment) if commitment.state == CommitmentState::Published)
        });
        found.extend(published.map(|record| (record.reference(), metric.id.clone())));
    }
    found
}

/// Whether the text of a change names a record.
fn names(record: &Record, named: &RecordRef) -> bool {
    let (text, name) = (record.source.text(), named.to_string());
    text.match_indices(&name).any(|(start, found)| {
        let rest = text.get(start + found.len()..).unwrap_or_default();
        !rest.starts_with(|letter: char| letter == '-' || letter.is_ascii_alphanumeric())
    })
}

fn unnamed(record: &Record, promise: &RecordRef, metric: &Id) -> Failed {
    let message =
        format!("expected `{}` to name `{promise}`, a promise held to `metric/{metric}`, found no word of it", record.reference());
    let place = record.key_place(if record.node.entry("impact").is_some() { "impact" } else { "title" });
    Failed::new(place, message, format!("say under `impact` what becomes of `{promise}`"))
}

fn test_gates(record: &Record, change: &Change, sheet: &mut Sheet) {
    for (position, gate) in change.gates.iter().enumerate() {
        let late = gate.met_on.is_none_or(|day| day > change.effective);
        let found = gate.met_on.map_or_else(|| "it still open".to_owned(), |day| format!("`{day}`"));
        sheet.test(late.then(|| {
            let message = format!(
                "expected the gate {} of `{}` to be met by `{}`, found {found}",
                crate::model::quoted(&gate.name),
                record.reference(),
                change.effective
            );
            let help = "write the day under `met_on` once it is met, or let the change hold from a later day";
            Failed::new(record.place(&format!("gates.{position}.name")), message, help)
        }));
    }
}
