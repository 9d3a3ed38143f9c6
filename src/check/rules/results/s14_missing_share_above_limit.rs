//! S14: too much of a figure, or of a series, is missing or imputed.

use crate::check::context::Context;
use crate::check::figures::Figures;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::rules::place::{described, place};
use crate::check::sheet::Sheet;
use crate::model::{Exact, ObservationStatus, Rounding};
use crate::stats::{Figure, Points, column, overlaps, suspensions};

check! {
    /// Too large a share of a figure's records, or of a series' figures, is missing or imputed.
    ///
    /// # What it does
    ///
    /// Adds `missing` and `imputed` of each row and divides them by the records that there should be: `population`, else the raw count, else the count with the missing
    /// ones. More than five per cent is reported. Of the total it also counts how many of the newest twelve figures are coded missing or imputed; more than one is
    /// reported. Periods in which a deviation suspended the metric do not count.
    ///
    /// # Why it matters to an auditor
    ///
    /// What is missing is seldom missing by chance. Above a few per cent it can move a figure more than anything that was done.
    ///
    /// # Example
    ///
    /// ```csv
    /// period,population,denominator,numerator,missing
    /// 2026-01,1000,880,640,120
    /// ```
    ///
    /// # Instead
    ///
    /// Find the missing records and publish the figure anew; or say in a deviation what is missing and why, and show the figure with its bounds.
    ///
    /// # Configuration
    ///
    /// The limit of five per cent is the usual rule of thumb below which incomplete records hardly matter. `missing_policy` of the metric says what is done with them.
    "S14" "missing-share-above-limit" {
        severity: Severity::Warning,
        supports: &[Assertion::Completeness, Assertion::Accuracy],
        mark: None,
        inputs: "the columns `missing` and `imputed` of each row, and the status of the newest twelve figures of the total",
        expects: "at most five per cent of the records and one of the newest twelve figures are missing or imputed",
        looks: Looks::Figures(test),
    }
}

/// Greatest share of records that may be missing or imputed, in per cent.
const LIMIT: i128 = 5;

/// The newest figures of a series that are looked at: a year of months.
const NEWEST: usize = 12;

/// How many of them may be missing or imputed.
const FEW: usize = 1;

fn test(context: &Context<'_>, figures: &Figures<'_>, sheet: &mut Sheet) {
    for (at, key, point) in figures.each() {
        let figure = &point.latest;
        let Some(share) = share(figures, figure) else {
            continue;
        };
        let failed = || {
            let shown = share.round(1, Rounding::HalfEven).map_or_else(|| "unknown".to_owned(), |share| share.to_string());
            let message = format!(
                "{shown} per cent of the records behind {} are missing or imputed",
                described(context.catalog, figures, key, figure)
            );
            let help = "find the missing records, or say in a deviation what is missing";
            Failed::new(place(context.catalog, figures, figure), message, help).values(format!("at most {LIMIT} per cent"), shown)
        };
        sheet.test_figure(at, (share > Exact::from_integer(LIMIT)).then(failed));
    }
    if let Some(points) = figures.series.total() {
        series(context, figures, points, sheet);
    }
    sheet.not_applicable("no row counts what is missing, and the total has fewer than twelve figures");
}

/// The share of records that are missing or imputed, in per cent; nothing where none are counted.
fn share(figures: &Figures<'_>, figure: &Figure) -> Option<Exact> {
    let number = |name: &str| column(&figures.series.columns, &figure.numbers, name).map(|number| number.exact());
    let (missing, imputed) = (number("missing"), number("imputed"));
    let absent = match (missing, imputed) {
        (None, None) => return None,
        (missing, imputed) => missing.unwrap_or(Exact::ZERO).checked_add(imputed.unwrap_or(Exact::ZERO))?,
    };
    let counted =
        || (number("denominator").or_else(|| number("n")).or_else(|| number("numerator")))?.checked_add(missing.unwrap_or(Exact::ZERO));
    let due = number("population").or_else(|| number("denominator_raw")).or_else(counted)?;
    absent.checked_mul(Exact::from_integer(100))?.checked_div(due)
}

/// Looks at the newest figures of the total as a series.
fn series(context: &Context<'_>, figures: &Figures<'_>, points: &Points, sheet: &mut Sheet) {
    let deviations = suspensions(context.catalog, &figures.record.id);
    let sound = |figure: &&Figure| !deviations.iter().any(|(_, deviation)| overlaps(context.catalog, deviation, figure.period));
    let newest: Vec<&Figure> = points.values().rev().map(|point| &point.latest).filter(sound).take(NEWEST).collect();
    if newest.len() < NEWEST {
        return;
    }
    let is_absent = |figure: &&&Figure| figure.status.is_missing() || figure.status == ObservationStatus::Imputed;
    let absent: Vec<&&Figure> = newest.iter().filter(is_absent).collect();
    let failed = absent.first().filter(|_| absent.len() > FEW).map(|figure| {
        let message = format!("{} of the newest {NEWEST} figures of `{}` are missing or imputed", absent.len(), figures.record.id);
        Failed::new(place(context.catalog, figures, figure), message, "publish what is missing, or say in a deviation why it is")
            .values(format!("at most {FEW}"), absent.len().to_string())
    });
    sheet.test(failed);
}
