//! M04: what was said in public is not what was measured.

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::commitment::Claim;
use crate::model::{AnyRecord, Commitment, Decimal, Kind, Metric, Rounding};
use crate::source::Record;
use crate::stats::{Figure, MetricSeries};

check! {
    /// A figure that was named in public differs from the one that was published in the snapshots.
    ///
    /// # What it does
    ///
    /// Takes each entry under `claims` of a commitment and looks up the figure of its metric for that period, in the vintage that was published last on the day of
    /// the claim. Both are compared at the places of the claim, so that "4 per cent" agrees with 4.2. A claim for several periods together is compared with the
    /// figure that the metric's own rule rolls up.
    ///
    /// # Why it matters to an auditor
    ///
    /// The leaflet, the annual report and the press release are what people read. They have to say what the evidence says.
    ///
    /// # Example
    ///
    /// ```yaml
    /// claims:
    ///   - period: 2026-01
    ///     value: 9.8           # the snapshot says 12.1
    ///     said_in: Yearly report to customers 2025-26, page 12
    ///     said_on: 2026-06-30
    /// ```
    ///
    /// # Instead
    ///
    /// Correct what was said, where it was said, and record the right value.
    ///
    /// # Configuration
    ///
    /// A figure that was restated after the claim does not make the claim wrong; the restatement says whom to tell. Commitments without claims are left aside.
    "M04" "claim-differs" {
        severity: Severity::Error,
        supports: &[Assertion::Accuracy, Assertion::Presentation],
        mark: None,
        inputs: "the claims of the commitment, and all vintages of the figures of its metric",
        expects: "each claim agrees with the figure that was published when it was made",
        looks: Looks::Records(&[Kind::Commitment], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Commitment(commitment) = &record.fields else {
        return;
    };
    if commitment.claims.is_empty() {
        return sheet.not_applicable("nothing is recorded that was said in public");
    }
    let Some((measure, metric)) = context.catalog.metric(commitment.metric.id()) else {
        return;
    };
    sheet.used(measure.reference().to_string());
    let Some(series) = MetricSeries::build(context.catalog, &measure.id) else {
        return;
    };
    for (index, claim) in commitment.claims.iter().enumerate() {
        match published(context, metric, &series, claim) {
            Err(reason) => sheet.untestable(reason),
            Ok(published) => sheet.test(compare(record, commitment, index, claim, published)),
        }
    }
}

/// The value that was published last on the day of a claim.
fn published(context: &Context<'_>, metric: &Metric, series: &MetricSeries, claim: &Claim) -> Result<Decimal, &'static str> {
    let Some((key, points)) = series.total_key().zip(series.total()) else {
        return Err("the metric has no total");
    };
    if claim.period.frequency() != metric.frequency {
        let rolled = series.coarser(context.catalog, key, claim.period.frequency());
        let figure = rolled.iter().find(|figure| figure.period == claim.period);
        return figure.and_then(|figure| figure.published).ok_or("the figure of a period that is claimed cannot be rolled up");
    }
    let Some(point) = points.get(&claim.period) else {
        return Err("there is no figure for a period that is claimed");
    };
    let zone = context.catalog.settings().timezone;
    let was_out = |figure: &&Figure| {
        context.catalog.releases().get(figure.release).is_some_and(|release| release.release.released.date_in(zone) <= claim.said_on)
    };
    let known = point.vintages().map(|(_, figure)| figure).filter(was_out).last();
    known.and_then(|figure| figure.published).ok_or("no figure was published yet when something was claimed")
}

fn compare(record: &Record, commitment: &Commitment, index: usize, claim: &Claim, published: Decimal) -> Option<Failed> {
    let scale = claim.value.scale().min(published.scale());
    let rounded = |rounding| published.with_scale(scale, rounding).map(|value| value.exact());
    // Whoever wrote the claim may have rounded a half either way.
    let agrees = [Rounding::HalfEven, Rounding::HalfUp].into_iter().any(|rounding| rounded(rounding) == Some(claim.value.exact()));
    (!agrees).then(|| {
        let metric = commitment.metric.id();
        let message = format!("`{}` says {} for {}, but `{metric}` was published as {published}", claim.said_in, claim.value, claim.period);
        let help = "correct what was said, where it was said, and record the right value";
        Failed::new(record.place(&format!("claims.{index}.value")), message, help).values(published.to_string(), claim.value.to_string())
    })
}
