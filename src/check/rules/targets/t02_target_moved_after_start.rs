//! T02: a target or a weight was set or changed after the period that it judges had begun.

use std::collections::BTreeMap;

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::history::{Edit, Part};
use crate::model::target::TargetState;
use crate::model::{AnyRecord, Date, Decimal, Id, Kind, Period, Scorecard, Target};
use crate::source::Record;

check! {
    /// A target, a tolerance or a weight was set or changed after the period that it judges had begun.
    ///
    /// # What it does
    ///
    /// Compares `agreed_at` of each target with the first day of `from`. Reads every commit that changed a target, and reports each level, season, tier, tolerance
    /// window or scope that changed after its first period had begun. Of a scorecard it compares each version with the one before: weights may only change
    /// with the first day of a period, in a version that was committed by that day.
    ///
    /// # Why it matters to an auditor
    ///
    /// Who may move the mark after the shot never misses. A target judges only those periods that nobody could know when it was agreed.
    ///
    /// # Example
    ///
    /// ```yaml
    /// from: 2026-04
    /// target: 74
    /// agreed_at: 2026-06-18
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// from: 2026-07
    /// target: 74
    /// agreed_at: 2026-06-18
    /// ```
    ///
    /// # Configuration
    ///
    /// `history.since` in `tickmark.yaml` says from which commit on changes count. Setting an end (`to`, `state: closed`) is no change of a level.
    "T02" "target-moved-after-start" {
        severity: Severity::Error,
        supports: &[Assertion::Authorisation, Assertion::Presentation],
        mark: None,
        inputs: "the day of the agreement, and every commit that changed the target or the scorecard",
        expects: "what judges a period was agreed, and has not changed, since before the period began",
        looks: Looks::Records(&[Kind::Target, Kind::Scorecard], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    match &record.fields {
        AnyRecord::Target(target) if target.state != TargetState::Draft => {
            agreement(context, record, target, sheet);
            changes(context, record, sheet);
        }
        AnyRecord::Scorecard(scorecard) => weights(context, record, scorecard, sheet),
        _ => {}
    }
    sheet.not_applicable("the target is a draft, or the scorecard has one version only");
}

fn agreement(context: &Context<'_>, record: &Record, target: &Target, sheet: &mut Sheet) {
    let calendar = context.catalog.calendar();
    let begins = target.from.first_day(calendar);
    let late = || {
        let message = format!("the target `{}` was agreed on {}, and its first period began on {begins}", record.id, target.agreed_at);
        Failed::new(record.place("agreed_at"), message, "let it hold from the next period on")
            .values(format!("agreed by {begins}"), target.agreed_at.to_string())
    };
    sheet.test(target.is_late(calendar).then(late));
}

/// The day on which an edit became known.
fn day_of(context: &Context<'_>, edit: &Edit) -> Date {
    let zone = context.catalog.settings().timezone;
    context.catalog.past().commit(edit).map_or_else(|| context.as_of(), |commit| commit.committer.at.date_in(zone))
}

/// Every edit of a target that counts, compared with the text before it.
fn changes(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let (catalog, reference) = (context.catalog, record.reference());
    for entry in catalog.past().log(&Part::record(record.kind, &record.id)) {
        if !catalog.counts(entry.edit.commit) {
            continue;
        }
        let text = |state| catalog.past_texts().record(&reference, state);
        let Some((before, after)) = text(entry.edit.before.as_ref()).zip(text(entry.edit.after.as_ref())) else {
            continue;
        };
        let (AnyRecord::Target(old), AnyRecord::Target(new)) = (&before.fields, &after.fields) else {
            continue;
        };
        if old.state == TargetState::Draft {
            continue;
        }
        let day = day_of(context, &entry.edit);
        let moved: Vec<Moved> = moved(old, new).into_iter().filter(|moved| began(context, moved.from, day)).collect();
        for change in &moved {
            let (field, begins) = (&change.field, change.from.first_day(catalog.calendar()));
            let message = format!(
                "`{field}` of the target `{}` changed from {} to {} on {day}, after the period {} had begun",
                record.id, change.before, change.after, change.from
            );
            let failed =
                Failed::new(place_of(record, field), message, "put back what was agreed, and agree a new target for periods to come");
            sheet.fail(failed.values(format!("no change after {begins}"), format!("a change on {day}")));
        }
        if moved.is_empty() {
            sheet.pass();
        }
    }
}

/// Where a field stands today; that of the record where it is gone.
fn place_of(record: &Record, field: &str) -> crate::diag::Place {
    if field.starts_with("tolerance_windows.") { record.place(field) } else { record.key_place(field) }
}

fn began(context: &Context<'_>, period: Period, day: Date) -> bool {
    period.first_day(context.catalog.calendar()) < day
}

/// One field of a target that says something else than before, with the first period that it judges.
struct Moved {
    field: String,
    from: Period,
    before: String,
    after: String,
}

fn moved(old: &Target, new: &Target) -> Vec<Moved> {
    let from = old.from.min(new.from);
    let level = |level: Option<Decimal>| level.map_or_else(|| "nothing".to_owned(), |level| level.to_string());
    let mut found = Vec::new();
    let mut compare = |field: &str, from, before: String, after: String| {
        if before != after {
            found.push(Moved { field: field.to_owned(), from, before, after });
        }
    };
    compare("target", from, level(Some(old.target)), level(Some(new.target)));
    compare("threshold", from, level(old.threshold), level(new.threshold));
    compare("stretch", from, level(old.stretch), level(new.stretch));
    compare("action_level", from, level(old.action_level), level(new.action_level));
    compare("from", from, old.from.to_string(), new.from.to_string());
    compare("scope", from, scope(&old.scope), scope(&new.scope));
    let tiers = |target: &Target| target.tiers.iter().map(|tier| tier.value.to_string()).collect::<Vec<_>>().join(", ");
    compare("tiers", from, tiers(old), tiers(new));
    for season in old.seasonal.keys().chain(new.seasonal.keys()).collect::<std::collections::BTreeSet<_>>() {
        let period = Period::parse(season).unwrap_or(from);
        compare(&format!("seasonal.{season}"), period, level(old.seasonal.get(season).copied()), level(new.seasonal.get(season).copied()));
    }
    let window = |target: &Target, place: usize| target.tolerance_windows.get(place).map(|window| (window.from, window.to, window.target));
    for place in 0..old.tolerance_windows.len().max(new.tolerance_windows.len()) {
        let (before, after) = (window(old, place), window(new, place));
        let first = before.iter().chain(&after).map(|(from, ..)| *from).min().unwrap_or(from);
        let words = |window: Option<(Period, Period, Decimal)>| {
            window.map_or_else(|| "nothing".to_owned(), |(from, to, target)| format!("{target} from {from} to {to}"))
        };
        compare(&format!("tolerance_windows.{place}"), first, words(before), words(after));
    }
    found
}

fn scope(scope: &BTreeMap<String, String>) -> String {
    if scope.is_empty() {
        return "the total".to_owned();
    }
    scope.iter().map(|(segment, code)| format!("{segment}={code}")).collect::<Vec<_>>().join(";")
}

/// The weight of each metric with the part of its results that is scored.
fn weighed(scorecard: &Scorecard) -> BTreeMap<(&Id, &BTreeMap<String, String>), String> {
    scorecard.items.iter().map(|item| ((item.metric.id(), &item.scope), item.weight.to_string())).collect()
}

/// Each version of a scorecard whose weights are not those of the one before.
fn weights(context: &Context<'_>, record: &Record, scorecard: &Scorecard, sheet: &mut Sheet) {
    let (catalog, calendar) = (context.catalog, context.catalog.calendar());
    let log = catalog.past().log(&Part::record(record.kind, &record.id));
    for pair in catalog.versions(&record.reference()).windows(2) {
        let (AnyRecord::Scorecard(old), AnyRecord::Scorecard(new)) = (&pair[0].record.fields, &pair[1].record.fields) else {
            continue;
        };
        let brought_in = pair[1].first.and_then(|position| log.get(position));
        if brought_in.is_none_or(|entry| !catalog.counts(entry.edit.commit)) || weighed(old) == weighed(new) {
            continue;
        }
        let (version, from) = (pair[1].version, pair[1].from);
        let cadence = new.cadence.or(scorecard.cadence);
        let inside = cadence.map(|cadence| Period::containing(from, cadence, calendar)).filter(|period| period.first_day(calendar) != from);
        let known = brought_in.map(|entry| day_of(context, &entry.edit)).filter(|day| *day > from);
        let what = match (inside, known) {
            (Some(period), _) => format!("takes effect on {from}, within the period {period}"),
            (None, Some(day)) => format!("was committed on {day}, after it took effect on {from}"),
            (None, None) => {
                sheet.pass();
                continue;
            }
        };
        let message = format!("the version {version} of the scorecard `{}` changes weights and {what}", record.id);
        let help = "let new weights take effect on the first day of a period to come";
        sheet.fail(Failed::new(record.place("effective_from"), message, help));
    }
}
