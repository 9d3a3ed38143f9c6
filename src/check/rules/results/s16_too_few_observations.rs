//! S16: a value rests on too few observations, or its interval is too wide.

use crate::check::context::Context;
use crate::check::figures::Figures;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::rules::place::{described, place};
use crate::check::sheet::Sheet;
use crate::model::{Decimal, Exact, ObservationStatus};
use crate::stats::{Figure, column, figure_interval};

check! {
    /// A value rests on fewer observations than agreed, or its interval is wider than agreed.
    ///
    /// # What it does
    ///
    /// Compares `n`, else the denominator, of every published value with `min_n`; and half of the 95 per cent interval of each total with `half_width` of `precision_target`. The
    /// interval is Wilson's for proportions, at the effective size where answers are weighted, Byar's for counts, and that of the normal distribution for means. A total that is
    /// coded as of low reliability (`U`) may have a wider one.
    ///
    /// # Why it matters to an auditor
    ///
    /// With few observations a figure moves by chance. Whoever agreed how many are needed wanted no figure below that, since readers will take it for a result.
    ///
    /// # Example
    ///
    /// ```csv
    /// period,region,numerator,denominator,n
    /// 2026-08,west,26,34,34
    /// ```
    ///
    /// # Instead
    ///
    /// ```csv
    /// period,region,numerator,denominator,n,status,comment
    /// 2026-08,west,,,34,Q,34 answers are fewer than the 100 that are published
    /// ```
    ///
    /// # Configuration
    ///
    /// `min_n`, `interval` and `precision_target` of the metric. The precision is asked of the total only, for which samples are planned.
    "S16" "too-few-observations" {
        severity: Severity::Warning,
        supports: &[Assertion::Presentation],
        mark: None,
        inputs: "the observations behind each value, and the interval of each total",
        expects: "every published value has `min_n` observations, and every total the precision that was agreed",
        looks: Looks::Figures(test),
    }
}

fn test(context: &Context<'_>, figures: &Figures<'_>, sheet: &mut Sheet) {
    let metric = figures.metric;
    if metric.min_n.is_none() && metric.precision_target.is_none() {
        return sheet.not_applicable("the definition asks for no number of observations and no precision");
    }
    for (at, key, point) in figures.each().filter(|(.., point)| point.latest.value.is_ok()) {
        let figure = &point.latest;
        if let Some(least) = metric.min_n {
            match observations(figures, figure) {
                Some(n) if n < Exact::from_integer(i128::from(least)) => {
                    sheet.fail_figure(at, few(context, figures, key, (figure, n, least)));
                }
                Some(_) => sheet.pass_figure(at),
                None => sheet.untestable_figure(at, "rows do not say on how many observations their value rests"),
            }
        }
        let is_total = key.iter().all(|code| *code == 0);
        if let Some(target) = metric.precision_target.as_ref().filter(|_| is_total && figure.status != ObservationStatus::LowReliability) {
            match half_width(figures, figure) {
                Some(half) => sheet.test_figure(at, wide(context, figures, key, (figure, half, target.half_width))),
                None => sheet.untestable_figure(at, "rows do not have what the interval is computed from"),
            }
        }
    }
    sheet.not_applicable("there is no figure with a value");
}

fn number(figures: &Figures<'_>, figure: &Figure, name: &str) -> Option<Exact> {
    column(&figures.series.columns, &figure.numbers, name).map(|number| number.exact())
}

fn observations(figures: &Figures<'_>, figure: &Figure) -> Option<Exact> {
    number(figures, figure, "n").or_else(|| number(figures, figure, "denominator"))
}

fn few(context: &Context<'_>, figures: &Figures<'_>, key: &[u16], (figure, n, least): (&Figure, Exact, u32)) -> Failed {
    let n = n.round(0, crate::model::Rounding::HalfEven).map_or_else(String::new, |n| n.to_string());
    let message = format!("{} rests on {n} observations, fewer than {least}", described(context.catalog, figures, key, figure));
    Failed::new(place(context.catalog, figures, figure), message, "publish no value, or one for a longer period")
        .values(format!("{least} or more"), n)
}

fn wide(context: &Context<'_>, figures: &Figures<'_>, key: &[u16], (figure, half, agreed): (&Figure, f64, Decimal)) -> Option<Failed> {
    if half <= agreed.to_f64() {
        return None;
    }
    let digits = figures.metric.decimals as usize + 1;
    let message =
        format!("{} is known to ±{half:.digits$} only, and ±{agreed} was agreed", described(context.catalog, figures, key, figure));
    let help = "ask more people, or code the figure `U` and say why";
    Some(
        Failed::new(place(context.catalog, figures, figure), message, help)
            .values(format!("±{agreed} or less"), format!("±{half:.digits$}")),
    )
}

/// Half of the 95 per cent interval, in the unit of measure; nothing where a count that it needs is not there.
fn half_width(figures: &Figures<'_>, figure: &Figure) -> Option<f64> {
    let interval = figure_interval(figures.metric, figures.series, figure)?;
    Some((interval.upper - interval.lower) / 2.0)
}
