//! S05: a two-way table does not sum to its margins.

use std::collections::BTreeMap;

use super::footing::{Differing, differing};
use crate::check::context::Context;
use crate::check::figures::{FigureAt, Figures};
use crate::check::mark::Mark;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::rules::place::{described, place};
use crate::check::sheet::Sheet;
use crate::model::{Period, Rollup};
use crate::stats::{Basis, CellKey, Figure, Points};

check! {
    /// A two-way table does not sum to its margins.
    ///
    /// # What it does
    ///
    /// Takes the cells that are broken down by two segments at once, such as channel and region, and sums every count along each row and down each column, as
    /// far as the segment that is summed over is a partition. Each sum is compared with the reported figure of that row or column. Where a table has no
    /// reported margin, all of its cells are compared with the reported total instead.
    ///
    /// # Why it matters to an auditor
    ///
    /// A record sorted into the wrong cell leaves the total right. Footing both ways finds it, and names the row and the column in which it stands.
    ///
    /// # Example
    ///
    /// ```csv
    /// period,channel,region,denominator
    /// 2026-01,phone,,300
    /// 2026-01,phone,north,140
    /// 2026-01,phone,south,150
    /// ```
    ///
    /// # Instead
    ///
    /// Make the table and its margins from the same records in one step, and report every record in exactly one cell.
    ///
    /// # Configuration
    ///
    /// `partition: false` in a segment says that its codes overlap or leave something out; nothing is summed over it then.
    "S05" "table-does-not-cross-foot" {
        severity: Severity::Error,
        supports: &[Assertion::Accuracy],
        mark: Some(Mark::CrossFoots),
        inputs: "the counts of the cells of two segments at once, of their margins and of the total",
        expects: "the cells of each row and column sum to its margin",
        looks: Looks::Figures(test),
    }
}

/// The cells of one crossing, with its two segments by their positions in the definition.
type Tables<'a> = BTreeMap<(usize, usize), Vec<(&'a CellKey, &'a Points)>>;

/// A margin with the cells that have to sum to it.
struct Margin<'a> {
    key: CellKey,
    /// The segment that is summed over; nothing for the total.
    over: Option<usize>,
    parts: Vec<&'a Points>,
}

fn test(context: &Context<'_>, figures: &Figures<'_>, sheet: &mut Sheet) {
    sheet.not_applicable("the metric has no table of two segments with reported margins");
    if !matches!(figures.series.calculation.rollup(), Rollup::Recompute | Rollup::Sum) {
        return sheet.not_applicable("values of this kind do not sum up");
    }
    for ((one, other), cells) in tables(figures) {
        let mut margins = margins(context, figures, (one, other), &cells);
        if !margins.iter().any(|margin| is_reported(figures, &margin.key)) {
            margins = grand_total(context, figures, (one, other), &cells).into_iter().collect();
        }
        let mut by_period: BTreeMap<Period, Vec<(&Margin<'_>, FigureAt, &Figure)>> = BTreeMap::new();
        for margin in &margins {
            for (period, point) in figures.series.cell(&margin.key).into_iter().flatten() {
                let is_row = matches!(point.latest.basis, Basis::Row { .. });
                if let Some(at) = figures.at(&margin.key, *period).filter(|_| is_row) {
                    by_period.entry(*period).or_default().push((margin, at, &point.latest));
                }
            }
        }
        for (period, margins) in by_period {
            if cross_foot(context, figures, &margins, sheet) {
                cells.iter().filter_map(|(key, _)| figures.at(key, period)).for_each(|at| sheet.pass_figure(at));
            }
        }
    }
}

/// The cells that are broken down by exactly two segments, by crossing.
fn tables<'a>(figures: &Figures<'a>) -> Tables<'a> {
    let mut tables = Tables::new();
    for (key, points) in &figures.series.cells {
        let mut broken = (0..key.len()).filter(|position| key[*position] != 0);
        if let (Some(one), Some(other), None) = (broken.next(), broken.next(), broken.next()) {
            tables.entry((one, other)).or_default().push((key, points));
        }
    }
    tables
}

fn is_partition(context: &Context<'_>, figures: &Figures<'_>, position: usize) -> bool {
    context.catalog.segment(figures.metric.segments[position].id()).is_some_and(|(_, segment)| segment.partition)
}

fn is_reported(figures: &Figures<'_>, key: &[u16]) -> bool {
    figures.series.cell(key).is_some_and(|points| points.values().any(|point| matches!(point.latest.basis, Basis::Row { .. })))
}

/// Each row and column with its cells, as far as the segment that is summed over is a partition.
fn margins<'a>(
    context: &Context<'_>,
    figures: &Figures<'_>,
    (one, other): (usize, usize),
    cells: &[(&'a CellKey, &'a Points)],
) -> Vec<Margin<'a>> {
    let mut parts: BTreeMap<(usize, CellKey), Vec<&'a Points>> = BTreeMap::new();
    for over in [one, other].into_iter().filter(|position| is_partition(context, figures, *position)) {
        for (key, points) in cells {
            let mut margin = (*key).clone();
            margin[over] = 0;
            parts.entry((over, margin)).or_default().push(points);
        }
    }
    parts.into_iter().map(|((over, key), parts)| Margin { key, over: Some(over), parts }).collect()
}

/// The total with all cells, where both segments are partitions.
fn grand_total<'a>(
    context: &Context<'_>,
    figures: &Figures<'_>,
    (one, other): (usize, usize),
    cells: &[(&'a CellKey, &'a Points)],
) -> Option<Margin<'a>> {
    let sums = [one, other].into_iter().all(|position| is_partition(context, figures, position));
    let key = figures.series.total_key().filter(|_| sums)?.clone();
    Some(Margin { key, over: None, parts: cells.iter().map(|(_, points)| *points).collect() })
}

/// Foots every margin of a table in one period; tells whether all of them were tested and are right.
fn cross_foot(context: &Context<'_>, figures: &Figures<'_>, margins: &[(&Margin<'_>, FigureAt, &Figure)], sheet: &mut Sheet) -> bool {
    let mut right = true;
    for (margin, at, figure) in margins {
        let Some(differing) = differing(figures.series, figure, &margin.parts) else {
            right = false;
            continue;
        };
        if differing.is_empty() {
            sheet.pass_figure(*at);
        }
        for Differing { heading, expected, sum } in differing {
            right = false;
            let what = described(context.catalog, figures, &margin.key, figure);
            let over = match margin.over {
                Some(position) => format!("over `{}`", figures.metric.segments[position].id()),
                None => "over the whole table".to_owned(),
            };
            let message = format!("the cells sum to {sum} in `{heading}` {over}, but {what} has {expected}");
            let help = "look for a record in the wrong cell where the row and the column that differ meet";
            let failed = Failed::new(place(context.catalog, figures, figure), message, help);
            sheet.fail_figure(*at, failed.values(expected, sum));
        }
    }
    right
}
