//! S18: a figure was published later than agreed.

use crate::check::context::Context;
use crate::check::figures::Figures;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::rules::place::place;
use crate::check::sheet::Sheet;
use crate::model::{AnyRecord, Date};
use crate::stats::{Basis, Figure};

check! {
    /// A figure was published later than its definition allows.
    ///
    /// # What it does
    ///
    /// Adds `latency_sla` of the version in force to the last day of each period, and compares the day with that on which the first figure of the total was released. Periods before the first
    /// version of the definition are not judged. One release is told once, with the first of its late figures; of the first
    /// release of a metric only the newest figure is judged, since older ones could not have come sooner. Whether a figure is out at all is for S06.
    ///
    /// # Why it matters to an auditor
    ///
    /// A figure that comes late comes after the decision it was made for, and a delay is often the first sign of trouble with a figure. A promised day also keeps
    /// anybody from waiting until a figure looks better.
    ///
    /// # Example
    ///
    /// ```yaml
    /// # release.yaml with figures for June; the definition says `latency_sla: P45D`
    /// released: 2026-09-16T09:30:00+01:00
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// released: 2026-08-12T09:30:00+01:00
    /// ```
    ///
    /// # Configuration
    ///
    /// `latency_sla` of the metric, as an ISO 8601 duration from the last day of a period; without it nothing is tested.
    "S18" "published-late" {
        severity: Severity::Warning,
        supports: &[Assertion::CutOff],
        mark: None,
        inputs: "the last day of each period, `latency_sla`, and the day of the first release",
        expects: "each figure was released within the agreed time",
        looks: Looks::Figures(test),
    }
}

fn test(context: &Context<'_>, figures: &Figures<'_>, sheet: &mut Sheet) {
    let Some(points) = figures.series.total() else {
        return sheet.not_applicable("the metric has no total");
    };
    let mut reported = None;
    let firsts: Vec<&Figure> = points.values().map(|point| point.earlier.first().unwrap_or(&point.latest)).collect();
    let begun = firsts.iter().map(|figure| figure.release).min();
    let newest = firsts.iter().rposition(|figure| Some(figure.release) == begun);
    for (position, first) in firsts.into_iter().enumerate() {
        // What the first release brings with it from before could not have come sooner.
        if Some(first.release) == begun && Some(position) != newest {
            continue;
        }
        let Some((due, released)) = due(context, figures, first).zip(released(context, figures, first)) else {
            continue;
        };
        match late(context, figures, first, due, released) {
            None => sheet.pass(),
            // One release is told once, with the first of its late figures.
            Some(failed) if reported != Some(first.release) => {
                reported = Some(first.release);
                sheet.fail(failed);
            }
            Some(_) => {}
        }
    }
    sheet.not_applicable("the definition does not say when its figures are published");
}

/// The last day on which a figure may be published.
fn due(context: &Context<'_>, figures: &Figures<'_>, figure: &Figure) -> Option<Date> {
    let calendar = context.catalog.calendar();
    let begins = figure.period.first_day(calendar);
    context.catalog.governs(figures.record, begins)?;
    let AnyRecord::Metric(metric) = &context.catalog.in_force(figures.record, begins).fields else {
        return None;
    };
    Some(metric.latency_sla?.after_date(figure.period.last_day(calendar)))
}

fn released(context: &Context<'_>, figures: &Figures<'_>, figure: &Figure) -> Option<Date> {
    if !matches!(figure.basis, Basis::Row { .. }) {
        return None;
    }
    let release = context.catalog.releases().get(figure.release)?;
    Some(release.release.released.date_in(context.catalog.day(figures.metric).0))
}

fn late(context: &Context<'_>, figures: &Figures<'_>, figure: &Figure, due: Date, released: Date) -> Option<Failed> {
    if released <= due {
        return None;
    }
    let days = due.days_until(released);
    let count = if days == 1 { "one day".to_owned() } else { format!("{days} days") };
    let message =
        format!("`{}` for {} was published on {released}, {count} after {due}, by which it was due", figures.record.id, figure.period);
    Some(
        Failed::new(place(context.catalog, figures, figure), message, "publish in time, or agree a `latency_sla` that can be kept")
            .values(format!("by {due}"), released.to_string()),
    )
}
