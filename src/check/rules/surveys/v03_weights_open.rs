//! V03: the weights of answers cannot be what they are said to be, or hide the raw result.

use crate::check::context::Context;
use crate::check::figures::Figures;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::rules::place::{described, place};
use crate::check::sheet::Sheet;
use crate::model::survey::Weighting;
use crate::model::{AnyRecord, Decimal, Exact};
use crate::stats::{Figure, Points, column};

check! {
    /// Weights of answers exceed their limit, do not sum up, or stand without the raw result beside them.
    ///
    /// # What it does
    ///
    /// Looks at rows that report sums of weights (`sum_w`, and `sum_w2` of their squares). It finds rows without the raw counts beside them (`numerator` and
    /// `denominator`, or `n`), and sums that no set of weights can have. The sum of squares over the sum is a mean of the weights, so the greatest weight is
    /// at least as large: where it is above `trim`, a weight exceeds the limit. For each segment among the `variables` that is a partition of the metric, the
    /// weights of its codes have to sum to those of the total.
    ///
    /// # Why it matters to an auditor
    ///
    /// Weighting changes the result by design. Whoever reads it has to see by how much, and that a few heavy answers do not speak for everybody.
    ///
    /// # Example
    ///
    /// ```csv
    /// period,region,n,sum_w,sum_w2,value
    /// 2026-08,west,130,182.3,731.6,71.5
    /// ```
    ///
    /// # Instead
    ///
    /// ```csv
    /// period,region,numerator,denominator,n,sum_w,sum_w2,value
    /// 2026-08,west,94,130,130,182.3,255.6,71.5
    /// ```
    ///
    /// # Configuration
    ///
    /// `weighting` of the survey says how answers are weighted, by which `variables`, and to which greatest weight (`trim`). Whether the weighted answers agree
    /// with the population itself can be seen in the data only: write a data-quality rule for it.
    "V03" "weights-open" {
        severity: Severity::ErrorIfAssured,
        supports: &[Assertion::Accuracy],
        mark: None,
        inputs: "the sums of weights and the raw counts of each row, and what the survey says of its weights",
        expects: "weights stay below their limit, sum up over what they are made to agree with, and stand beside the raw result",
        looks: Looks::Figures(test),
    }
}

fn test(context: &Context<'_>, figures: &Figures<'_>, sheet: &mut Sheet) {
    let fields = figures.metric.survey.as_ref().and_then(|survey| context.catalog.record(survey.record())).map(|record| &record.fields);
    let weighting = match fields {
        Some(AnyRecord::Survey(survey)) => survey.weighting.as_ref(),
        _ => None,
    };
    for (at, key, point) in figures.each() {
        let tested = |figure: &Figure| {
            let found = problem(figures, weighting, figure)?;
            Some(found.err().map(|(problem, help)| {
                let message = format!("{}: {problem}", described(context.catalog, figures, key, figure));
                Failed::new(place(context.catalog, figures, figure), message, help)
            }))
        };
        point.earlier.iter().filter_map(tested).for_each(|failed| sheet.test(failed));
        if let Some(failed) = tested(&point.latest) {
            sheet.test_figure(at, failed);
        }
    }
    if let Some(weighting) = weighting {
        margins(context, figures, weighting, sheet);
    }
    sheet.not_applicable("no row reports weights");
}

/// What is wrong, and how to mend it.
type Problem = (String, &'static str);

/// Whether the weights of a row can be right; nothing where it reports none.
fn problem(figures: &Figures<'_>, weighting: Option<&Weighting>, figure: &Figure) -> Option<Result<(), Problem>> {
    let number = |name| column(&figures.series.columns, &figure.numbers, name);
    let sum = number("sum_w")?;
    let raw = number("denominator").filter(|_| number("numerator").is_some()).or_else(|| number("n"));
    let Some(raw) = raw else {
        return Some(Err((
            "the weighted result stands alone".to_owned(),
            "report the raw counts beside it, under `numerator` and `denominator`",
        )));
    };
    let Some(squares) = number("sum_w2") else {
        return Some(Ok(()));
    };
    if is_impossible(raw, sum, squares) {
        let problem = format!("no {raw} weights sum to {sum} with squares that sum to {squares}");
        return Some(Err((problem, "compute both sums again from the same weights")));
    }
    let trim = weighting.and_then(|weighting| weighting.trim);
    let least = squares.exact().checked_div(sum.exact());
    let over = trim.zip(least).filter(|(trim, least)| *least > trim.exact());
    Some(over.map_or(Ok(()), |(trim, _)| {
        let problem = format!("at least one weight is greater than the limit of {trim}");
        Err((problem, "trim the weights, or group those of whom too few answered"))
    }))
}

/// Whether sums cannot be those of `n` weights: by Cauchy and Schwarz the square of the sum is at most `n` times the sum of squares. Both are given half
/// a unit of their last digit.
fn is_impossible(n: Decimal, sum: Decimal, squares: Decimal) -> bool {
    let least = sum.exact().checked_sub(half_digit(sum));
    let most = squares.exact().checked_add(half_digit(squares));
    let sides = || Some((least?.checked_mul(least?)?, most?.checked_mul(n.exact())?));
    sum.is_negative() || squares.is_negative() || sides().is_some_and(|(square, bound)| square > bound)
}

fn half_digit(number: Decimal) -> Exact {
    Decimal::from_mantissa(5, number.scale() + 1).map_or(Exact::ZERO, |half| half.exact())
}

/// Tests that the weights of the codes of each margin sum to those of the total.
fn margins(context: &Context<'_>, figures: &Figures<'_>, weighting: &Weighting, sheet: &mut Sheet) {
    let series = figures.series;
    let Some((total_key, total)) = series.total_key().zip(series.total()) else {
        return;
    };
    for (position, reference) in figures.metric.segments.iter().enumerate() {
        let id = reference.id().as_str();
        let is_partition = context.catalog.segment(reference.id()).is_some_and(|(_, segment)| segment.partition);
        if !is_partition || !weighting.variables.iter().any(|variable| variable == id) {
            continue;
        }
        let is_part = |key: &[u16]| key.iter().enumerate().all(|(index, code)| (index == position) == (*code != 0));
        let parts: Vec<&Points> = series.cells.iter().filter(|(key, _)| is_part(key)).map(|(_, points)| points).collect();
        for (period, point) in total {
            let weights = |figure: &Figure| column(&series.columns, &figure.numbers, "sum_w");
            let Some(whole) = weights(&point.latest) else {
                continue;
            };
            let known: Option<Vec<Decimal>> =
                parts.iter().filter_map(|points| points.get(period)).map(|part| weights(&part.latest)).collect();
            let Some((known, at)) = known.filter(|known| !known.is_empty()).zip(figures.at(total_key, *period)) else {
                continue;
            };
            let sum = known.iter().try_fold(Exact::ZERO, |sum, part| sum.checked_add(part.exact()));
            let slack = known.iter().chain([&whole]).try_fold(Exact::ZERO, |sum, part| sum.checked_add(half_digit(*part)));
            let gap = sum
                .and_then(|sum| sum.checked_sub(whole.exact()))
                .and_then(|gap| if gap.is_negative() { gap.checked_neg() } else { Some(gap) });
            let Some((gap, slack)) = gap.zip(slack) else {
                continue;
            };
            sheet.test_figure(
                at,
                (gap > slack).then(|| {
                    let sum = sum
                        .and_then(|sum| sum.round(whole.scale(), crate::model::Rounding::HalfEven))
                        .map_or_else(String::new, |sum| sum.to_string());
                    let what = described(context.catalog, figures, total_key, &point.latest);
                    let message = format!("the weights of the codes of `{id}` sum to {sum}, but those behind {what} to {whole}");
                    Failed::new(
                        place(context.catalog, figures, &point.latest),
                        message,
                        "compute the weights of the total from the same answers",
                    )
                    .values(whole.to_string(), sum)
                }),
            );
        }
    }
}
