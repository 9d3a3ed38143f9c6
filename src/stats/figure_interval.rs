//! The confidence interval of a published figure, by the method that its definition names.

use super::byar::byar;
use super::calculation::column;
use super::figure::Figure;
use super::interval::{Interval, wilson};
use super::promoter_score::adjusted_wald;
use super::series::MetricSeries;
use super::student::mean_interval;
use super::weighting::WeightedSample;
use crate::model::metric::IntervalMethod;
use crate::model::{Decimal, Metric, Scoring};

/// Computes the 95 per cent interval of a figure in the unit of measure.
///
/// Wilson for a proportion (at Kish's effective size where rows report `sum_w` and `sum_w2`), adjusted Wald for a net promoter score of `promoters`,
/// `detractors` and `n`, Student's t for a mean of `n` and `sd`, Byar for a count, or for a rate over its denominator. Nothing where the definition names no
/// method, or the row does not report what the method needs.
#[must_use]
pub fn figure_interval(metric: &Metric, series: &MetricSeries, figure: &Figure) -> Option<Interval> {
    interval_by(metric.interval?, metric, series, figure)
}

/// Computes the same interval by a method of choice.
#[must_use]
pub fn interval_by(method: IntervalMethod, metric: &Metric, series: &MetricSeries, figure: &Figure) -> Option<Interval> {
    let number = |name: &str| column(&series.columns, &figure.numbers, name);
    let value = figure.value.ok()?.to_f64();
    let factor = f64::from(i32::try_from(metric.unit.factor()).ok()?);
    match method {
        IntervalMethod::Wilson => {
            let interval = match number("sum_w").zip(number("sum_w2")).zip(number("n")) {
                Some(((weights, squares), n)) => {
                    let rate = figure.value.ok()?.checked_div(crate::model::Exact::from_integer(metric.unit.factor().into()))?;
                    WeightedSample::of(n.exact(), weights.exact(), squares.exact())?.interval(rate)?
                }
                // The interval is that of the plain proportion, and of no other formula.
                None if metric.scoring == Scoring::Proportion && is_plain(series) => {
                    wilson(whole(number("numerator")?)?, whole(number("denominator")?)?)?
                }
                None => return None,
            };
            Some(scaled(interval, factor, value))
        }
        IntervalMethod::Nps => {
            let interval = adjusted_wald(whole(number("promoters")?)?, whole(number("detractors")?)?, whole(number("n")?)?)?;
            Some(Interval { estimate: value, ..interval })
        }
        IntervalMethod::Mean => mean_interval(whole(number("n")?)?, value, number("sd")?.to_f64()),
        IntervalMethod::Byar => {
            let events = whole(number("numerator").or_else(|| number("value"))?)?;
            let over = number("denominator").map_or(1.0, |over| over.to_f64());
            (over > 0.0).then(|| scaled(byar(events), factor / over, value))
        }
    }
}

fn is_plain(series: &MetricSeries) -> bool {
    !series.calculation.stated || series.calculation.formula().to_string() == "numerator / denominator"
}

fn scaled(interval: Interval, factor: f64, estimate: f64) -> Interval {
    Interval { estimate, lower: interval.lower * factor, upper: interval.upper * factor }
}

/// A count; nothing where the number is not whole or is negative.
fn whole(number: Decimal) -> Option<u64> {
    let exact = number.exact().reduced();
    (exact.denominator() == 1).then(|| u64::try_from(exact.numerator()).ok())?
}
