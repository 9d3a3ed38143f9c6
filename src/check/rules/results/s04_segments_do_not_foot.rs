//! S04: the cells of a partition do not sum to the total.

use super::footing::{Differing, differing};
use crate::check::context::Context;
use crate::check::figures::{FigureAt, Figures};
use crate::check::mark::Mark;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::rules::place::{described, place};
use crate::check::sheet::Sheet;
use crate::model::segment::SegmentCode;
use crate::model::{Id, Period, Rollup};
use crate::stats::{Basis, CellKey, Figure, Points};

check! {
    /// The cells of a partition do not sum to the total.
    ///
    /// # What it does
    ///
    /// For each segment that is a partition and each reported total: sums every count over the codes of the segment and compares the sums with the total. Rates
    /// are not summed; they follow from the counts. A period in which a required code has no row is told by S06 and not summed. Where
    /// no code of a segment has a row of its own, because all stand in tables with a second segment, S05 foots these tables.
    ///
    /// # Why it matters to an auditor
    ///
    /// Footing (casting) shows that the parts are all there and that none is counted twice.
    ///
    /// # Example
    ///
    /// ```csv
    /// period,region,denominator
    /// 2026-01,,500
    /// 2026-01,north,240
    /// 2026-01,south,250
    /// ```
    ///
    /// # Instead
    ///
    /// Report every record under exactly one code; give records without a region a code of their own, such as `unknown`.
    ///
    /// # Configuration
    ///
    /// `partition: false` in the segment says that its codes overlap or leave something out.
    "S04" "segments-do-not-foot" {
        severity: Severity::Error,
        supports: &[Assertion::Completeness, Assertion::Accuracy],
        mark: Some(Mark::Foots),
        inputs: "the counts of the total and of each code of the segments that are partitions",
        expects: "the counts of the codes sum to the count of the total",
        looks: Looks::Figures(test),
    }
}

fn test(context: &Context<'_>, figures: &Figures<'_>, sheet: &mut Sheet) {
    sheet.not_applicable("the metric has no total with a segment that is a partition and has rows of its own");
    let series = figures.series;
    let Some((total_key, total)) = series.total_key().zip(series.total()) else {
        return;
    };
    if !matches!(series.calculation.rollup(), Rollup::Recompute | Rollup::Sum) {
        return sheet.not_applicable("values of this kind do not sum up");
    }
    for (position, reference) in figures.metric.segments.iter().enumerate() {
        if !context.catalog.segment(reference.id()).is_some_and(|(_, segment)| segment.partition) {
            continue;
        }
        let parts: Vec<&Points> = series
            .cells
            .iter()
            .filter(|(key, _)| key.iter().enumerate().all(|(index, code)| (index == position) == (*code != 0)))
            .map(|(_, points)| points)
            .collect();
        if is_cross_footed(context, figures, position, &parts) {
            continue;
        }
        for (period, point) in total.iter().filter(|(_, point)| matches!(point.latest.basis, Basis::Row { .. })) {
            // Where a required code has no row S06 says so, and the sum can only differ.
            if lacks_required(context, figures, position, *period) {
                continue;
            }
            if let Some(at) = figures.at(total_key, *period) {
                foot(context, figures, reference.id(), (total_key, at, &point.latest), &parts, sheet);
            }
        }
    }
}

/// Whether a segment has no rows but in tables with another partition, so that its sums are those of S05.
fn is_cross_footed(context: &Context<'_>, figures: &Figures<'_>, position: usize, parts: &[&Points]) -> bool {
    let has_rows = parts.iter().flat_map(|points| points.values()).any(|point| matches!(point.latest.basis, Basis::Row { .. }));
    let is_partition =
        |index: usize| context.catalog.segment(figures.metric.segments[index].id()).is_some_and(|(_, segment)| segment.partition);
    let is_table = |key: &CellKey| {
        let mut others = (0..key.len()).filter(|index| *index != position && key[*index] != 0);
        key[position] != 0 && others.next().is_some_and(is_partition) && others.next().is_none()
    };
    !has_rows && figures.series.cells.keys().any(is_table)
}

/// Whether a code of a segment that the metric requires has no row in a period.
fn lacks_required(context: &Context<'_>, figures: &Figures<'_>, position: usize, period: Period) -> bool {
    let segment = figures.metric.segments[position].id();
    let required = figures.metric.required_segments.get(segment.as_str());
    let (Some(required), Some((_, segment))) = (required, context.catalog.segment(segment)) else {
        return false;
    };
    let key = |index: usize| {
        let mut key = vec![0_u16; figures.metric.segments.len()];
        key[position] = u16::try_from(index + 1).unwrap_or(u16::MAX);
        key
    };
    let is_lacking = |index: usize| figures.series.cell(&key(index)).is_none_or(|points| !points.contains_key(&period));
    let (first, last) = (period.first_day(context.catalog.calendar()), period.last_day(context.catalog.calendar()));
    let in_use = |code: &SegmentCode| code.from.is_none_or(|from| from <= first) && code.to.is_none_or(|to| to >= last);
    segment.codes.iter().enumerate().any(|(index, code)| required.contains(&code.code) && in_use(code) && is_lacking(index))
}

/// Sums every count of a total over the parts.
fn foot(
    context: &Context<'_>,
    figures: &Figures<'_>,
    segment: &Id,
    (key, at, total): (&[u16], FigureAt, &Figure),
    parts: &[&Points],
    sheet: &mut Sheet,
) {
    let Some(differing) = differing(figures.series, total, parts) else {
        return;
    };
    if differing.is_empty() {
        return sheet.pass_figure(at);
    }
    for Differing { heading, expected, sum } in differing {
        let what = described(context.catalog, figures, key, total);
        let message = format!("the codes of `{segment}` sum to {sum} in `{heading}`, but {what} has {expected}");
        let failed = Failed::new(place(context.catalog, figures, total), message, "report every record under exactly one code");
        sheet.fail_figure(at, failed.values(expected, sum));
    }
}
