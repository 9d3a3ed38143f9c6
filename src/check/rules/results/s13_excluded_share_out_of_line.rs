//! S13: an exclusion takes out more than its limit, or its share has shifted.

use super::accounted::deviations;
use crate::check::context::Context;
use crate::check::figures::Figures;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::rules::place::place;
use crate::check::sheet::Sheet;
use crate::model::exclusion::ExclusionType;
use crate::model::{AnyRecord, Decimal, Exact, Id, Kind, Period, Rounding};
use crate::source::NumberColumn;
use crate::stats::spc::{Options, TRIAL_POINTS, analyse};
use crate::stats::{Figure, Points, column, overlaps};

check! {
    /// An exclusion takes out a larger share than its limit allows, or its share has shifted for good.
    ///
    /// # What it does
    ///
    /// For the total of each metric and each exclusion: divides what the exclusion removes by the raw count and compares the share with `limit_share` of the version in
    /// force, which is per cent. With twelve periods or more the shares are put on a process-behaviour chart; seven or more in a row that lie on one side of the
    /// mean or keep rising or falling up to the newest period are a shift. Shares that are zero in most periods are not charted, and a period that a deviation of the metric
    /// accounts for
    /// is not held to the limit.
    ///
    /// # Why it matters to an auditor
    ///
    /// The easiest way to a better figure is to count less. An exclusion that grows moves the figure without anything getting better.
    ///
    /// # Example
    ///
    /// ```csv
    /// period,denominator_raw,excluded:test-contacts,denominator
    /// 2026-01,10000,20,9980
    /// 2026-02,10000,640,9360
    /// ```
    ///
    /// # Instead
    ///
    /// Find out what the 640 were before the figure is published. Where the rule is right and the work has changed, agree another `limit_share` with a reason.
    ///
    /// # Configuration
    ///
    /// `limit_share` of the exclusion; without it only the shift is tested. A shift counts where the mean of its periods differs from that of the others by a tenth
    /// or more, since with large counts smaller movements mean nothing.
    "S13" "excluded-share-out-of-line" {
        severity: Severity::Warning,
        supports: &[Assertion::Classification, Assertion::Presentation],
        mark: None,
        inputs: "raw and excluded counts of the total of each period, and the limit of each exclusion",
        expects: "no exclusion takes out more than its limit, and its share is steady",
        looks: Looks::Figures(test),
    }
}

/// Periods in a row that make a shift, as on a process-behaviour chart.
const LASTING: usize = 7;

/// The excluded share of one period.
struct Share<'a> {
    figure: &'a Figure,
    removed: Decimal,
    raw: Decimal,
    per_cent: Exact,
}

fn test(context: &Context<'_>, figures: &Figures<'_>, sheet: &mut Sheet) {
    if let Some(points) = figures.series.total() {
        for reference in &figures.metric.exclusions {
            exclusion(context, figures, reference.id(), points, sheet);
        }
    }
    sheet.not_applicable("no row of the total has a raw count with what was excluded from it");
}

fn exclusion(context: &Context<'_>, figures: &Figures<'_>, id: &Id, points: &Points, sheet: &mut Sheet) {
    let Some((record, AnyRecord::Exclusion(current))) = context.catalog.find(Kind::Exclusion, id).map(|record| (record, &record.fields))
    else {
        return;
    };
    let is_numerator = current.kind == ExclusionType::Numerator;
    let shares: Vec<Share<'_>> = points.values().filter_map(|point| share(figures, id, is_numerator, &point.latest)).collect();
    let deviations = deviations(context.catalog, &figures.record.id);
    for share in &shares {
        let period = share.figure.period;
        let day = period.first_day(context.catalog.calendar());
        // Before the first version nobody had agreed a limit; what is odd in the time of a deviation is accounted for by it.
        let known = context.catalog.governs(record, day).is_some();
        let accounted = deviations.iter().any(|deviation| overlaps(context.catalog, deviation, period));
        let AnyRecord::Exclusion(exclusion) = &context.catalog.in_force(record, day).fields else {
            continue;
        };
        if let Some(limit) = exclusion.limit_share.filter(|_| known && !accounted) {
            sheet.test(above(context, figures, id, (share, limit)));
        }
    }
    shift(context, figures, id, &shares, sheet);
}

/// The share that one exclusion removes, in per cent of the raw count.
fn share<'a>(figures: &Figures<'_>, id: &Id, is_numerator: bool, figure: &'a Figure) -> Option<Share<'a>> {
    let columns = &figures.series.columns;
    let number = |name: &str| column(columns, &figure.numbers, name);
    let position = columns.iter().position(|column| matches!(column, NumberColumn::Excluded(excluded) if *excluded == *id))?;
    let removed = figure.numbers.get(position).copied().flatten()?;
    let raw = if is_numerator { number("numerator_raw") } else { number("denominator_raw").or_else(|| number("population")) }?;
    let per_cent = removed.exact().checked_mul(Exact::from_integer(100))?.checked_div(raw.exact())?;
    Some(Share { figure, removed, raw, per_cent })
}

fn shown(share: Exact) -> String {
    share.round(2, Rounding::HalfEven).map_or_else(|| "unknown".to_owned(), |share| share.to_string())
}

fn above(context: &Context<'_>, figures: &Figures<'_>, id: &Id, (share, limit): (&Share<'_>, Decimal)) -> Option<Failed> {
    if share.per_cent <= limit.exact() {
        return None;
    }
    let period = share.figure.period;
    let message = format!(
        "`{id}` takes {} of {} out of `{}` for {period}, which is {} per cent and more than its limit of {limit}",
        share.removed,
        share.raw,
        figures.record.id,
        shown(share.per_cent)
    );
    let help = "find out what was excluded, and agree another `limit_share` only with a reason";
    Some(
        Failed::new(place(context.catalog, figures, share.figure), message, help)
            .values(format!("at most {limit} per cent"), shown(share.per_cent)),
    )
}

/// Whether the newest shares stand on another level than those before.
fn shift(context: &Context<'_>, figures: &Figures<'_>, id: &Id, shares: &[Share<'_>], sheet: &mut Sheet) {
    let zeros = shares.iter().filter(|share| share.per_cent.is_zero()).count();
    let ends = shares.first().zip(shares.last()).map(|(first, last)| (first.figure.period, last.figure.period));
    let Some((first, last)) = ends.filter(|_| shares.len() >= TRIAL_POINTS && zeros * 2 <= shares.len()) else {
        return;
    };
    let mut known = shares.iter().peekable();
    let values: Vec<Option<f64>> = Period::iter(first, last)
        .map(|period| known.next_if(|share| share.figure.period == period).map(|share| share.per_cent.to_f64()))
        .collect();
    let moved = shifted(&values);
    let failed = moved.zip(shares.last()).map(|((run, before, after), newest)| {
        let from = last.step(1 - i32::try_from(run).unwrap_or(i32::MAX));
        let message = format!(
            "the share that `{id}` takes out of `{}` has shifted since {from}: {after:.2} per cent on average, {before:.2} before",
            figures.record.id
        );
        Failed::new(place(context.catalog, figures, newest.figure), message, "find out what has changed, and record it")
            .values(format!("{before:.2}"), format!("{after:.2}"))
    });
    sheet.test(failed);
}

/// How many of the newest shares stand on another level, with the mean of those before and of these.
fn shifted(values: &[Option<f64>]) -> Option<(usize, f64, f64)> {
    let chart = analyse(values, &Options::default());
    let side = chart.signals.last().copied().flatten()?.side;
    let run = chart.signals.iter().rev().take_while(|signal| signal.is_some_and(|signal| signal.side == side)).count();
    let (before, after) = values.split_at(values.len().checked_sub(run).filter(|_| run >= LASTING)?);
    let (before, after) = mean(before).zip(mean(after))?;
    ((after - before).abs() >= before.abs() / 10.0).then_some((run, before, after))
}

fn mean(values: &[Option<f64>]) -> Option<f64> {
    let known: Vec<f64> = values.iter().copied().flatten().collect();
    #[expect(clippy::cast_precision_loss, reason = "there are far fewer periods than 2^53")]
    let count = known.len() as f64;
    (!known.is_empty()).then(|| known.iter().sum::<f64>() / count)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shares(first: &[f64], then: f64, times: usize) -> Vec<Option<f64>> {
        first.iter().copied().chain(std::iter::repeat_n(then, times)).map(Some).collect()
    }

    const STEADY: [f64; 12] = [2.0, 2.1, 1.9, 2.0, 2.1, 1.9, 2.0, 2.1, 1.9, 2.0, 2.1, 1.9];

    #[test]
    fn a_share_that_stays_on_another_level_has_shifted() {
        let (run, before, after) = shifted(&shares(&STEADY, 3.0, 8)).expect("a shift");
        assert_eq!((run, format!("{before:.1}"), format!("{after:.1}")), (8, "2.0".to_owned(), "3.0".to_owned()));
    }

    #[test]
    fn a_single_month_or_a_small_step_is_no_shift() {
        assert_eq!(shifted(&shares(&STEADY, 3.0, 2)), None);
        assert_eq!(shifted(&shares(&STEADY, 2.1, 8)), None);
    }
}
