//! S22: a figure is still provisional after the day by which it should have been final.

use std::collections::BTreeSet;

use crate::check::context::Context;
use crate::check::figures::Figures;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::rules::place::{described, place};
use crate::check::sheet::Sheet;
use crate::model::release::ReleaseStatus;
use crate::model::{Date, Duration, Frequency, ObservationStatus, Period};
use crate::stats::{Basis, Figure};

check! {
    /// A figure is still provisional after the day by which it should have been final.
    ///
    /// # What it does
    ///
    /// For each figure that is provisional, by the status of its release or by the code `P` of its row, and that no final one has replaced: the end of its period, the
    /// metric's `settle_lag` and the time to become final together are compared with the day as of which the report speaks.
    ///
    /// # Why it matters to an auditor
    ///
    /// A figure that stays provisional can be changed without a restatement for as long as it does. That is why revision policies say when figures become final.
    ///
    /// # Example
    ///
    /// ```csv
    /// # read in November 2026
    /// period,numerator,denominator,value,status
    /// 2025-12,2099,2315,90.7,P
    /// ```
    ///
    /// # Instead
    ///
    /// Report the figure in a final release, unchanged or with the value that has become known since.
    ///
    /// # Configuration
    ///
    /// The text of a revision policy has no field for the time. Three months after the settle lag are allowed, in which a quarter's final release is made; a
    /// whole period where periods are longer. `checks: {S22: info}` in `tickmark.yaml` gives the check another level.
    "S22" "provisional-too-long" {
        severity: Severity::Warning,
        supports: &[Assertion::CutOff],
        mark: None,
        inputs: "the status of each row and of its release, the settle lag, and the day of the report",
        expects: "figures are final three months after their settle lag",
        looks: Looks::Figures(test),
    }
}

/// Months within which figures become final: monthly figures do with the release of their quarter.
const FINAL_WITHIN: &str = "P3M";
/// The same for periods of a year, which become final with those of the next.
const YEAR_FINAL_WITHIN: &str = "P1Y";

fn test(context: &Context<'_>, figures: &Figures<'_>, sheet: &mut Sheet) {
    let mut told: BTreeSet<Period> = BTreeSet::new();
    for (at, key, point) in figures.each() {
        let figure = &point.latest;
        if !is_provisional(context, figure) {
            continue;
        }
        let Some(by) = final_by(context, figures, figure.period).filter(|by| *by < context.as_of()) else {
            sheet.pass_figure(at);
            continue;
        };
        if !told.insert(figure.period) {
            sheet.blame_figure(at);
            continue;
        }
        let what = described(context.catalog, figures, key, figure);
        let message = format!("{what} is still provisional on {}, and should have been final by {by}", context.as_of());
        let failed = Failed::new(place(context.catalog, figures, figure), message, "report the figure in a final release");
        sheet.fail_figure(at, failed);
    }
    sheet.not_applicable("no figure is provisional");
}

fn is_provisional(context: &Context<'_>, figure: &Figure) -> bool {
    let release = context.catalog.releases().get(figure.release);
    let by_release = release.is_some_and(|release| release.release.status == ReleaseStatus::Provisional);
    let is_reported = matches!(figure.basis, Basis::Row { .. }) && figure.value.is_ok();
    is_reported && (by_release || figure.status == ObservationStatus::Provisional)
}

/// The day by which the figures of a period should be final.
fn final_by(context: &Context<'_>, figures: &Figures<'_>, period: Period) -> Option<Date> {
    let is_year = matches!(period.frequency(), Frequency::Year | Frequency::FiscalYear);
    let within = Duration::parse(if is_year { YEAR_FINAL_WITHIN } else { FINAL_WITHIN }).ok()?;
    let settled = figures.metric.settle_lag.unwrap_or(Duration::days(0)).after_date(period.last_day(context.catalog.calendar()));
    Some(within.after_date(settled))
}
