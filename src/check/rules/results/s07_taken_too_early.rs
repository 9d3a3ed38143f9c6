//! S07: a final figure was taken before its period and settle lag were over.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::context::Context;
use crate::check::figures::Figures;
use crate::check::mark::Mark;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::rules::place::{described, place, release_place};
use crate::check::sheet::Sheet;
use crate::model::release::ReleaseStatus;
use crate::model::{Duration, Instant, ObservationStatus, Period};
use crate::source::ReleaseRecord;
use crate::stats::{Basis, Figure};

check! {
    /// A final figure was taken before its period and settle lag were over.
    ///
    /// # What it does
    ///
    /// For each row of a final release, earlier vintages included: the data was collected (`collected_at`) when the period was over and the `settle_lag` after
    /// it as well, and the data that was taken in (`cutoff`) reaches to the end of the period. Days begin in the metric's time zone, at its day boundary. Rows
    /// that are marked as provisional, estimated or forecast are not tested.
    ///
    /// # Why it matters to an auditor
    ///
    /// Figures that are taken too early leave out what is entered late, such as a repeated contact within seven days, and are nearly always better than the true
    /// ones.
    ///
    /// # Example
    ///
    /// ```yaml
    /// # release.yaml with final figures for September, of a metric with `settle_lag: P10D`
    /// status: final
    /// collected_at: 2026-10-05T06:00:00+01:00
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// status: final
    /// collected_at: 2026-10-12T06:00:00+01:00
    /// ```
    ///
    /// # Configuration
    ///
    /// `settle_lag` of the metric; where it has none, the period has to be over. A cutoff may be written as the last minute of a day.
    "S07" "taken-too-early" {
        severity: Severity::Error,
        supports: &[Assertion::CutOff],
        mark: Some(Mark::CutOff),
        inputs: "`cutoff` and `collected_at` of each final release, and the settle lag and days of the definition",
        expects: "final figures were taken after the period and the settle lag were over",
        looks: Looks::Figures(test),
    }
}

/// Seconds by which a cutoff may fall short of the end of a period: people write the last minute of a day for its end.
const LAST_MINUTE: i64 = 60;

/// What is wrong with all figures of a period in a release.
#[derive(Clone)]
enum Timing {
    Right,
    Unknown,
    /// They were collected before this instant.
    Collected(Instant, Instant),
    /// The data reaches only to the first instant, the period to the second.
    CutOff(Instant, Instant),
}

fn test(context: &Context<'_>, figures: &Figures<'_>, sheet: &mut Sheet) {
    let mut known: BTreeMap<(Period, usize), Timing> = BTreeMap::new();
    let mut told: BTreeSet<(Period, usize)> = BTreeSet::new();
    for (at, key, point) in figures.each() {
        for (position, figure) in point.vintages() {
            let Some(release) = final_release(context, figure) else {
                continue;
            };
            let of = (figure.period, figure.release);
            let timing = known.entry(of).or_insert_with(|| timing(context, figures, figure.period, release));
            let is_latest = position == point.revisions();
            match timing {
                Timing::Right if is_latest => sheet.pass_figure(at),
                Timing::Right => sheet.pass(),
                Timing::Unknown if is_latest => sheet.untestable_figure(at, "the release does not say when its data was collected"),
                Timing::Unknown => {}
                Timing::Collected(..) | Timing::CutOff(..) => {
                    let is_told = !told.insert(of);
                    let failed = (!is_told).then(|| failed(context, figures, key, figure, release, timing));
                    match (is_latest, failed) {
                        (true, Some(failed)) => sheet.fail_figure(at, failed),
                        (true, None) => sheet.blame_figure(at),
                        (false, Some(failed)) => sheet.fail(failed),
                        (false, None) => {}
                    }
                }
            }
        }
    }
    sheet.not_applicable("there is no final figure that was reported");
}

/// The release of a row that is said to be final and has a value.
fn final_release<'a>(context: &Context<'a>, figure: &Figure) -> Option<&'a ReleaseRecord> {
    use ObservationStatus::{Estimated, Forecast, Provisional};
    let is_final = !matches!(figure.status, Estimated | Forecast | Provisional) && figure.value.is_ok();
    let release = context.catalog.releases().get(figure.release)?;
    (is_final && matches!(figure.basis, Basis::Row { .. }) && release.release.status == ReleaseStatus::Final).then_some(release)
}

fn timing(context: &Context<'_>, figures: &Figures<'_>, period: Period, release: &ReleaseRecord) -> Timing {
    let (zone, boundary) = context.catalog.day(figures.metric);
    let (_, end) = period.bounds(zone, boundary, context.catalog.calendar());
    let settled = figures.metric.settle_lag.map_or(end, |lag| lag.after(end, zone));
    let (cutoff, collected) = (release.release.cutoff, release.release.collected_at.or(release.release.cutoff));
    match (cutoff, collected) {
        (Some(cutoff), _) if cutoff.add_seconds(LAST_MINUTE) < end => Timing::CutOff(cutoff, end),
        (_, Some(collected)) if collected.add_seconds(LAST_MINUTE) < settled => Timing::Collected(collected, settled),
        (_, Some(_)) => Timing::Right,
        (_, None) => Timing::Unknown,
    }
}

fn failed(context: &Context<'_>, figures: &Figures<'_>, key: &[u16], figure: &Figure, release: &ReleaseRecord, timing: &Timing) -> Failed {
    let what = described(context.catalog, figures, key, figure);
    let at = place(context.catalog, figures, figure);
    let lag = figures.metric.settle_lag.unwrap_or(Duration::days(0));
    let (message, field, expected, found) = match timing {
        Timing::CutOff(cutoff, end) => {
            let message = format!("{what} is final, but data was taken in only up to {cutoff}, and the period ends at {end}");
            (message, "cutoff", end, cutoff)
        }
        Timing::Collected(collected, settled) if lag.is_zero() => {
            let message = format!("{what} is final, but was collected at {collected}, before the period ended at {settled}");
            (message, "collected_at", settled, collected)
        }
        Timing::Collected(collected, settled) => {
            let message =
                format!("{what} is final, but was collected at {collected}, before its settle lag of {lag} was over at {settled}");
            (message, "collected_at", settled, collected)
        }
        Timing::Right | Timing::Unknown => return Failed::new(at, what, ""),
    };
    let help = "publish the figure as provisional, and as final in a release that is collected later";
    Failed::new(at, message, help)
        .values(format!("{expected} or later"), found.to_string())
        .related(release_place(release, field), format!("the release `{}` says so", release.id))
}
