//! What a change has to carry besides agreement, by its class: impact, bridge, break, notice, levels, gates.

use super::bridge::{can_be_lowered, too_few};
use super::case::{Case, Spoken, listed};
use super::levels;
use super::verdict::{BridgeTest, Shortfall};
use crate::diff::{Breaks, rules::governance};
use crate::model::{ChangeClass, Id, ObservationStatus};
use crate::stats::MetricSeries;

/// What the record of the change lacks.
pub(super) fn shortfalls(
    case: &Case<'_>,
    spoken: &Spoken<'_>,
    class: ChangeClass,
    bridge: Option<&BridgeTest>,
    affected: &[Id],
) -> Vec<Shortfall> {
    if class < ChangeClass::Material {
        return Vec::new();
    }
    let mut found = Vec::new();
    let compares = !affected.is_empty() && !case.is_retired();
    if class == ChangeClass::Breaking {
        found.extend(impact(case, spoken));
        if compares {
            found.extend(parallel_run(case, spoken, bridge, affected));
            found.extend(line_break(case, spoken, affected));
            found.extend(levels::undecided(case, spoken, affected));
        }
    } else if compares && moves_figures(case) {
        found.extend(parallel_run(case, spoken, bridge, affected));
    }
    found.extend(contradicted(case, spoken, bridge));
    found.extend(notice(case, spoken, class));
    found.extend(gates(case, spoken));
    found
}

/// Whether an edit moves figures, so that both definitions have to be run side by side.
fn moves_figures(case: &Case<'_>) -> bool {
    let mut weighty = case.edited.edits.iter().filter(|edit| edit.class >= Some(ChangeClass::Material));
    weighty.any(|edit| can_be_lowered(edit) && edit.rule.breaks == Breaks::Number)
}

fn impact(case: &Case<'_>, spoken: &Spoken<'_>) -> Option<Shortfall> {
    if spoken.change.impact.is_some() {
        return None;
    }
    let message = format!("expected `impact` in `{}` for a breaking change, found none", spoken.record.reference());
    let help = "write under `impact` what it does to scorecards, targets, commitments and pay".to_owned();
    Some(case.shortfall(&governance::IMPACT_MISSING, "impact", spoken.record.key_place("title"), message, help))
}

fn parallel_run(case: &Case<'_>, spoken: &Spoken<'_>, bridge: Option<&BridgeTest>, affected: &[Id]) -> Option<Shortfall> {
    if spoken.change.bridge_impracticable.is_some() {
        return None;
    }
    let (metric, periods) = too_few(bridge.map_or(&[], |bridge| &bridge.rows), affected)?;
    let found = if periods == 0 { "none".to_owned() } else { format!("`{periods}`") };
    let message = format!(
        "expected `{}` or more periods of `metric/{metric}` in the bridge of `{}`, found {found}",
        super::bridge::FEWEST_PERIODS,
        spoken.record.reference()
    );
    let help = format!("add periods of `metric/{metric}` under `bridge`, or say under `bridge_impracticable` why there can be none");
    Some(case.shortfall(&governance::BRIDGE_MISSING, "bridge", spoken.record.key_place("bridge"), message, help))
}

fn contradicted(case: &Case<'_>, spoken: &Spoken<'_>, bridge: Option<&BridgeTest>) -> Option<Shortfall> {
    let wrong: Vec<String> = bridge?
        .rows
        .iter()
        .filter_map(|row| {
            let published = row.contradicted_by?;
            let codes: Vec<String> = row.scope.iter().map(|(segment, code)| format!("{segment}={code}")).collect();
            let cell = if codes.is_empty() { String::new() } else { format!(" of `{}`", codes.join(";")) };
            Some(format!("`{}` for `{}`{cell}, published as `{published}`", row.old, row.period))
        })
        .collect();
    if wrong.is_empty() {
        return None;
    }
    let change = spoken.record.reference();
    let message = format!("expected the old values in the bridge of `{change}` to be those that were published, found {}", listed(&wrong));
    let help = "compute the old values again by the old definition".to_owned();
    Some(case.shortfall(&governance::BRIDGE_CONTRADICTED, "bridge", spoken.record.key_place("bridge"), message, help))
}

/// A restatement that names the change, new limits because of it, or figures marked as a break show where the line ends.
fn line_break(case: &Case<'_>, spoken: &Spoken<'_>, affected: &[Id]) -> Option<Shortfall> {
    let change = spoken.record.reference();
    let restates =
        |restatement: &crate::model::restatement::Restatement| restatement.change.as_ref().is_some_and(|named| *named.record() == change);
    if case.after.restatements().any(|(_, restatement)| restates(restatement)) {
        return None;
    }
    let start = case.new_start().unwrap_or(spoken.change.effective);
    let is_marked = |id: &&Id| {
        let rebased = case
            .after
            .metric(id)
            .is_some_and(|(_, metric)| metric.spc.iter().flat_map(|spc| &spc.rebase).any(|rebase| *rebase.because.record() == change));
        rebased || has_break(case, id, start)
    };
    let unmarked: Vec<String> = affected.iter().filter(|id| !is_marked(id)).map(|id| format!("`metric/{id}`")).collect();
    if unmarked.is_empty() {
        return None;
    }
    let message = format!("expected `{change}` to be followed by a restatement or a break of {}, found neither", listed(&unmarked));
    let help = format!("add a restatement that names `{change}`, or new limits under `spc.rebase` because of it");
    Some(case.shortfall(&governance::BREAK_UNSTATED, "spc.rebase", case.place("effective_from"), message, help))
}

fn has_break(case: &Case<'_>, metric: &Id, start: crate::model::Date) -> bool {
    let calendar = case.after.calendar();
    let series = MetricSeries::build(case.after, metric);
    let total = series.as_ref().and_then(MetricSeries::total);
    total.is_some_and(|points| {
        points.iter().any(|(period, point)| period.last_day(calendar) >= start && point.latest.status == ObservationStatus::Break)
    })
}

fn notice(case: &Case<'_>, spoken: &Spoken<'_>, class: ChangeClass) -> Option<Shortfall> {
    let change = spoken.change;
    let start = case.new_start().unwrap_or(change.effective);
    let in_time = |told: &crate::model::review::Communication| class < ChangeClass::Breaking || told.at < start;
    if change.communications.iter().any(in_time) {
        return None;
    }
    let name = spoken.record.reference();
    let found =
        change.communications.iter().map(|told| told.at).min().map_or_else(|| "none".to_owned(), |day| format!("the first on `{day}`"));
    let message = if class == ChangeClass::Breaking {
        format!("expected somebody to be told of `{name}` before it holds on `{start}`, found {found}")
    } else {
        format!("expected somebody to be told of `{name}`, found {found}")
    };
    let help = "name under `communications` who was told, and when".to_owned();
    Some(case.shortfall(&governance::NOTICE_MISSING, "communications", spoken.record.key_place("communications"), message, help))
}

fn gates(case: &Case<'_>, spoken: &Spoken<'_>) -> Option<Shortfall> {
    let start = case.new_start().unwrap_or(spoken.change.effective);
    let open: Vec<String> = spoken
        .change
        .gates
        .iter()
        .filter(|gate| gate.met_on.is_none_or(|day| day > start))
        .map(|gate| {
            let name = crate::model::quoted(&gate.name);
            gate.met_on.map_or_else(|| format!("{name} open"), |day| format!("{name} met on `{day}`"))
        })
        .collect();
    if open.is_empty() {
        return None;
    }
    let message = format!("expected the gates of `{}` to be met by `{start}`, found {}", spoken.record.reference(), listed(&open));
    let help = "write the day under `met_on` once they are met, or let the change hold from a later day".to_owned();
    Some(case.shortfall(&governance::GATE_UNMET, "gates", spoken.record.key_place("gates"), message, help))
}
