//! S21: a composite or weighted value does not follow from its components.

use std::collections::BTreeMap;

use super::agreement::agrees;
use crate::check::context::Context;
use crate::check::figures::{FigureAt, Figures};
use crate::check::mark::Mark;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::rules::place::{described, place};
use crate::check::sheet::Sheet;
use crate::model::{Exact, Rollup, Rounding, Scoring};
use crate::stats::{Basis, CellKey, Figure, MetricSeries, Point, column, weighted_mean};

check! {
    /// A composite or weighted value does not follow from its components.
    ///
    /// # What it does
    ///
    /// Of a composite: applies the formula of the version in force to the values of the metrics that stand for its terms, and compares the outcome with the value
    /// that the row reports. Earlier vintages are compared with the components as they were known then, the newest with the newest, so that a composite that
    /// was not restated with its components is found. A composite without rows is computed from its components here; what is published is the outcome.
    ///
    /// Of a metric whose `rollup` is `weighted`: compares a reported total with the mean of the codes of each partition, weighted by their `n`.
    ///
    /// # Why it matters to an auditor
    ///
    /// An index is the easiest figure to adjust, because nobody can count it. It has to follow from figures that can be counted, with weights that were agreed.
    ///
    /// # Example
    ///
    /// ```yaml
    /// formula: 0.5 * resolution + 0.5 * satisfaction
    /// ```
    ///
    /// Resolution is 74.8 and satisfaction 82.2, but the row of the index reports 79.5.
    ///
    /// # Instead
    ///
    /// Report 78.5, or leave the rows of the index out, so that it is computed from its components.
    ///
    /// # Configuration
    ///
    /// `decimals` and `rounding` of the metric decide the tolerance: half a unit of the last published digit, and as much again where components are rounded.
    "S21" "composite-not-recomputed" {
        severity: Severity::Error,
        supports: &[Assertion::Accuracy],
        mark: Some(Mark::Recalculated),
        inputs: "the reported value of each row, the formula and its components, or the values and numbers of observations of the codes",
        expects: "the value is that of the formula or of the weighted mean, within rounding",
        looks: Looks::Figures(test),
    }
}

fn test(context: &Context<'_>, figures: &Figures<'_>, sheet: &mut Sheet) {
    if figures.metric.scoring == Scoring::Composite {
        let components = Components::of(context, figures);
        for (at, key, point) in figures.each() {
            composite(context, figures, &components, (at, key, point), sheet);
        }
        return sheet.not_applicable("the composite has no value");
    }
    if figures.series.calculation.rollup() == Rollup::Weighted {
        weighted(context, figures, sheet);
        return sheet.not_applicable("no total is reported beside the codes of a partition");
    }
    sheet.not_applicable("the metric is neither a composite nor weighted");
}

/// The figures of the metrics that stand for terms of the formula.
struct Components {
    terms: Vec<(String, MetricSeries)>,
}

impl Components {
    fn of(context: &Context<'_>, figures: &Figures<'_>) -> Self {
        let terms = figures.metric.terms.iter().filter_map(|(name, term)| {
            let series = MetricSeries::build(context.catalog, term.metric.as_ref()?.id())?;
            Some((name.clone(), series))
        });
        Self { terms: terms.collect() }
    }

    /// The value of each term as it was known at a release: of the same cell where there is one, else of the total.
    fn values(&self, key: &[u16], figure: &Figure, release: usize) -> BTreeMap<&str, Option<Exact>> {
        let value = |series: &MetricSeries| {
            let is_total = key.iter().all(|code| *code == 0);
            let points = series.cell(key).or_else(|| if is_total { series.total() } else { None })?;
            let point = points.get(&figure.period)?;
            let known = point.vintages().map(|(_, figure)| figure).filter(|figure| figure.release <= release).last();
            known.and_then(|figure| figure.value.ok())
        };
        self.terms.iter().map(|(name, series)| (name.as_str(), value(series))).collect()
    }
}

fn composite(
    context: &Context<'_>,
    figures: &Figures<'_>,
    components: &Components,
    (at, key, point): (FigureAt, &CellKey, &Point),
    sheet: &mut Sheet,
) {
    for (position, figure) in point.vintages() {
        let is_latest = position == point.revisions();
        let Some(reported) = figure.reported.filter(|_| matches!(figure.basis, Basis::Row { .. })) else {
            if is_latest && figure.recomputed && figure.value.is_ok() {
                sheet.pass_figure(at);
            }
            continue;
        };
        let recompute = |release: usize| {
            let calculation = figures.series.calculation_of(figure.period, figure.pinned);
            let outcome = calculation.apply(&figures.series.columns, &figure.numbers, &components.values(key, figure, release));
            outcome.value.ok().filter(|_| outcome.recomputed).map(|value| (value, calculation.decimals(), calculation.publish(value)))
        };
        let as_of = if is_latest { usize::MAX } else { figure.release };
        let Some((value, decimals, published)) = recompute(as_of) else {
            if is_latest {
                sheet.untestable_figure(at, "a component has no value for the period, or the definition names none");
            }
            continue;
        };
        let failed = (!agrees(reported, value, decimals)).then(|| {
            let computed = published.map_or_else(|| "no value".to_owned(), |value| value.to_string());
            let then = recompute(figure.release).is_some_and(|(value, decimals, _)| agrees(reported, value, decimals));
            let why = if then { ", because a component was restated since" } else { "" };
            let what = described(context.catalog, figures, key, figure);
            let message = format!("{what} is reported as {reported}, recalculated {computed} from its components{why}");
            let help = "report what the formula gives, or leave the rows out so that it is computed";
            Failed::new(place(context.catalog, figures, figure), message, help).values(computed, reported.to_string())
        });
        if is_latest { sheet.test_figure(at, failed) } else { sheet.test(failed) }
    }
}

/// Compares each reported total with the weighted mean over each partition.
fn weighted(context: &Context<'_>, figures: &Figures<'_>, sheet: &mut Sheet) {
    let Some((total_key, total)) = figures.series.total_key().zip(figures.series.total()) else {
        return;
    };
    for (position, reference) in figures.metric.segments.iter().enumerate() {
        if !context.catalog.segment(reference.id()).is_some_and(|(_, segment)| segment.partition) {
            continue;
        }
        let parts: Vec<_> = figures
            .series
            .cells
            .iter()
            .filter(|(key, _)| key.iter().enumerate().all(|(index, code)| (index == position) == (*code != 0)))
            .map(|(_, points)| points)
            .collect();
        for (period, point) in total {
            let (Some(at), Some(reported), Basis::Row { .. }) = (figures.at(total_key, *period), point.latest.reported, point.latest.basis)
            else {
                continue;
            };
            let known: Vec<&Figure> = parts.iter().filter_map(|points| Some(&points.get(period)?.latest)).collect();
            if known.is_empty() {
                continue;
            }
            let Some((mean, decimals)) = mean(figures, &known) else {
                sheet.untestable_figure(at, "a code has no value or no number of observations");
                continue;
            };
            // Values that are rounded already may be half a unit away, and so may their mean.
            let exact = known.iter().all(|part| part.recomputed);
            let tolerance = if exact { Exact::new(1, 2 * 10_i128.pow(decimals)) } else { Exact::new(1, 10_i128.pow(decimals)) };
            let difference =
                reported.exact().checked_sub(mean).and_then(|found| if found.is_negative() { found.checked_neg() } else { Some(found) });
            let is_off = difference.zip(tolerance).is_none_or(|(difference, tolerance)| difference > tolerance);
            sheet.test_figure(
                at,
                is_off.then(|| {
                    let computed = mean.round(decimals, Rounding::HalfEven).map_or_else(String::new, |value| value.to_string());
                    let what = described(context.catalog, figures, total_key, &point.latest);
                    let message =
                        format!("{what} is reported as {reported}, but the weighted mean over `{}` is {computed}", reference.id());
                    let help = "weight the value of each code by its number of observations";
                    Failed::new(place(context.catalog, figures, &point.latest), message, help).values(computed, reported.to_string())
                }),
            );
        }
    }
}

fn mean(figures: &Figures<'_>, parts: &[&Figure]) -> Option<(Exact, u32)> {
    let n = |part: &Figure| column(&figures.series.columns, &part.numbers, "n").map(|n| n.exact());
    let rows: Vec<(Option<Exact>, Option<Exact>)> = parts.iter().map(|part| (part.value.ok(), n(part))).collect();
    let mean = weighted_mean(&rows).ok()??;
    let first = parts.first()?;
    Some((mean, figures.series.calculation_of(first.period, first.pinned).decimals()))
}
