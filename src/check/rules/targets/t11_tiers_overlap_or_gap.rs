//! T11: tiers, bands or targets overlap or leave a gap.

use std::collections::BTreeMap;

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::{AnyRecord, Kind, Scorecard, Target};
use crate::source::Record;

check! {
    /// Tiers, bands, tolerance windows or successive targets overlap or leave a gap.
    ///
    /// # What it does
    ///
    /// Of a target: no circumstance stands under `tiers` twice, no two `tolerance_windows` share a day, and the next target for the same part of the results
    /// begins on the day after this one ends. Of a scorecard: no two bands begin at one score, and the lowest begins at zero or below.
    ///
    /// # Why it matters to an auditor
    ///
    /// Where two levels hold at once, whoever judges may choose. Where none holds, nobody can judge.
    ///
    /// # Example
    ///
    /// ```yaml
    /// tolerance_windows:
    ///   - {from: 2025-10, to: 2025-12, target: 69, reason: The migration.}
    ///   - {from: 2025-12, to: 2026-01, target: 70, reason: The winter.}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// tolerance_windows:
    ///   - {from: 2025-10, to: 2025-12, target: 69, reason: The migration.}
    ///   - {from: 2026-01, to: 2026-01, target: 70, reason: The winter.}
    /// ```
    ///
    /// # Configuration
    ///
    /// Nothing to set. Circumstances are words: whether two of them can hold at once is for people to see.
    "T11" "tiers-overlap-or-gap" {
        severity: Severity::Error,
        supports: &[Assertion::Classification],
        mark: None,
        inputs: "the tiers and tolerance windows of the target and the target that follows it, or the bands of the scorecard",
        expects: "for every case exactly one level holds",
        looks: Looks::Records(&[Kind::Target, Kind::Scorecard], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    match &record.fields {
        AnyRecord::Target(target) => {
            tiers(record, target, sheet);
            windows(context, record, target, sheet);
            successor(context, record, target, sheet);
        }
        AnyRecord::Scorecard(scorecard) => bands(record, scorecard, sheet),
        _ => {}
    }
    sheet.not_applicable("there is one level for all cases");
}

fn tiers(record: &Record, target: &Target, sheet: &mut Sheet) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for (position, tier) in target.tiers.iter().enumerate() {
        let words = tier.condition.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let failed = seen.insert(words, position).map(|first| {
            let message = format!("the circumstance of tier {} is that of tier {} as well", position + 1, first + 1);
            Failed::new(record.place(&format!("tiers.{position}.condition")), message, "keep one of both tiers")
        });
        sheet.test(failed);
    }
}

fn windows(context: &Context<'_>, record: &Record, target: &Target, sheet: &mut Sheet) {
    let calendar = context.catalog.calendar();
    let days = |position: usize| {
        let window = &target.tolerance_windows[position];
        (window.from.first_day(calendar), window.to.last_day(calendar))
    };
    let mut order: Vec<usize> = (0..target.tolerance_windows.len()).collect();
    order.sort_by_key(|position| days(*position));
    if let Some(first) = order.first() {
        let backwards = days(*first).1 < days(*first).0;
        sheet.test(backwards.then(|| {
            let place = record.place(&format!("tolerance_windows.{first}.to"));
            Failed::new(place, "a tolerance window ends before it begins", "put its first and last period in order")
        }));
    }
    for pair in order.windows(2) {
        let (before, after) = (days(pair[0]), days(pair[1]));
        let failed = || {
            let window = &target.tolerance_windows[pair[1]];
            let message = format!("the tolerance window from {} begins before the one that lasts to {} is over", window.from, before.1);
            let place = record.place(&format!("tolerance_windows.{}.from", pair[1]));
            Failed::new(place, message, "let each period have one level").values(format!("after {}", before.1), after.0.to_string())
        };
        sheet.test((after.0 <= before.1).then(failed));
    }
}

fn successor(context: &Context<'_>, record: &Record, target: &Target, sheet: &mut Sheet) {
    let calendar = context.catalog.calendar();
    let next = context.next_targets().get(&record.id).and_then(|id| context.catalog.find(Kind::Target, id));
    let Some((next, AnyRecord::Target(following))) = next.map(|next| (next, &next.fields)) else {
        return;
    };
    let begins = following.from.first_day(calendar);
    let due = target.to.map(|to| to.last_day(calendar).add_days(1));
    let what = match due {
        Some(due) if due == begins => return sheet.pass(),
        Some(due) if due < begins => format!("between {due} and {begins} neither `{}` nor `{}` holds", record.id, next.id),
        Some(_) | None => format!("from {begins} on both `{}` and `{}` hold for the same results", record.id, next.id),
    };
    let place = if target.to.is_some() { record.place("to") } else { record.key_place("from") };
    let failed =
        Failed::new(place, what, "let one end on the day before the other begins").related(next.place("from"), "the next one begins here");
    sheet.fail(failed);
}

fn bands(record: &Record, scorecard: &Scorecard, sheet: &mut Sheet) {
    let mut order: Vec<usize> = (0..scorecard.bands.len()).collect();
    order.sort_by_key(|position| scorecard.bands[*position].from);
    for pair in order.windows(2) {
        let (lower, upper) = (&scorecard.bands[pair[0]], &scorecard.bands[pair[1]]);
        let failed = || {
            let message = format!("the bands `{}` and `{}` both begin at {}", lower.name, upper.name, upper.from);
            Failed::new(record.place(&format!("bands.{}.from", pair[1])), message, "give each band a score of its own to begin at")
        };
        sheet.test((lower.from.exact() == upper.from.exact()).then(failed));
    }
    if let Some(lowest) = order.first() {
        let band = &scorecard.bands[*lowest];
        let gap = band.from.exact() > crate::model::Exact::ZERO;
        let failed = || {
            let message = format!("the lowest band `{}` begins at {}, and a score below that has no band", band.name, band.from);
            let place = record.place(&format!("bands.{lowest}.from"));
            Failed::new(place, message, "let the lowest band begin at 0").values("0", band.from.to_string())
        };
        sheet.test(gap.then(failed));
    }
}
