//! The counts of a metric, and the tables of both releases that hold them.
//!
//! Invariant: raw counts less exclusions are the denominator, the cells add up to the total, and the value is the exact quotient,
//! rounded once, half to even.

use std::fmt::Write as _;

use crate::course::Course;
use crate::lineage::exclusion_id;
use crate::measures::{Measure, Scoring};
use crate::plan::{Area, PlannedMetric};
use crate::random::Random;

const MILLION: i64 = 1_000_000;

/// The counts of one cell in one period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Counts {
    raw: i64,
    excluded: [i64; 2],
    /// In units of its last decimal place; in millionths for an index.
    numerator: i64,
    denominator: i64,
}

impl Counts {
    fn add(&mut self, other: Self) {
        self.raw += other.raw;
        self.excluded[0] += other.excluded[0];
        self.excluded[1] += other.excluded[1];
        self.numerator += other.numerator;
        self.denominator += other.denominator;
    }
}

/// What does not change from period to period in one cell.
struct CellCourse {
    volume: i64,
    offset: i64,
    excluded: [i64; 2],
}

/// The tables of one metric.
#[derive(Debug)]
pub(crate) struct Tables {
    /// The table of the first release.
    pub(crate) first: String,
    /// The table of the second release, where there is one.
    pub(crate) second: Option<String>,
}

/// Makes the tables of a metric; `None` for one that is computed from others.
pub(crate) fn tables(metric: PlannedMetric) -> Option<Tables> {
    if metric.measure().scoring == Scoring::Composite {
        return None;
    }
    let plan = metric.area.plan;
    let periods = all_counts(metric);
    let header = header(metric);
    let newest = periods.len() - 1;
    let table = |from: usize, to: usize| {
        let mut text = header.clone();
        for (period, cells) in periods.iter().enumerate().take(to).skip(from) {
            for (cell, counts) in cells.iter().enumerate() {
                write_row(&mut text, metric, period, cell, *counts);
            }
        }
        text
    };
    if !plan.has_second_release() {
        return Some(Tables { first: table(0, newest + 1), second: None });
    }
    let mut second = header.clone();
    if metric.is_revised() {
        for (cell, counts) in revised(metric.measure(), &periods[newest - 1]) {
            write_row(&mut second, metric, newest - 1, cell, counts);
        }
    }
    second.push_str(&table(newest, newest + 1)[header.len()..]);
    Some(Tables { first: table(0, newest), second: Some(second) })
}

/// The counts of each cell of each period; the total is the first cell.
fn all_counts(metric: PlannedMetric) -> Vec<Vec<Counts>> {
    let plan = metric.area.plan;
    let course = Course::of(metric);
    let mut random = Random::stream(plan.seed, "results", metric.position());
    let cells: Vec<CellCourse> = (0..plan.cells.saturating_sub(1).max(1)).map(|_| cell_course(metric, &course, &mut random)).collect();
    let mut periods = Vec::with_capacity(plan.periods as usize);
    for period in 0..plan.periods {
        let level = course.at(period, plan.month(period).of_year(), &mut random);
        let parts: Vec<Counts> = cells.iter().map(|cell| counts(metric, cell, course.within(level + cell.offset), &mut random)).collect();
        let total = total(metric.measure(), &parts);
        let shown = if plan.cells > 1 { &parts[..] } else { &[] };
        periods.push(std::iter::once(total).chain(shown.iter().copied()).collect());
    }
    periods
}

fn cell_course(metric: PlannedMetric, course: &Course, random: &mut Random) -> CellCourse {
    let excluded = metric.measure().scoring == Scoring::Proportion;
    let mut share = || {
        if excluded { random.between((2_000, 40_000)) } else { 0 }
    };
    let excluded = [share(), share()];
    CellCourse { volume: random.between(metric.measure().volume), offset: random.around_zero(course.spread * 2), excluded }
}

fn counts(metric: PlannedMetric, cell: &CellCourse, level: i64, random: &mut Random) -> Counts {
    let measure = metric.measure();
    let raw = cell.volume * random.between((920, 1080)) / 1000;
    let excluded = cell.excluded.map(|share| raw * (share + random.around_zero(share / 2)) / MILLION);
    let denominator = (raw - excluded[0] - excluded[1]).max(1);
    let numerator = match measure.scoring {
        Scoring::Index | Scoring::Composite => level,
        _ => (denominator * level * 10_i64.pow(measure.numerator_decimals) + MILLION / 2) / MILLION,
    };
    Counts { raw, excluded, numerator, denominator }
}

fn total(measure: &Measure, parts: &[Counts]) -> Counts {
    let mut total = Counts::default();
    for part in parts {
        total.add(*part);
    }
    if measure.scoring == Scoring::Index {
        total.numerator /= i64::try_from(parts.len()).unwrap_or(1);
    }
    total
}

/// The rows of a period that came in late: one cell and, so that it still adds up, the total.
fn revised(measure: &Measure, cells: &[Counts]) -> Vec<(usize, Counts)> {
    let late = match measure.scoring {
        Scoring::Index => Counts { numerator: MILLION / 2, ..Counts::default() },
        _ => Counts { raw: 3, numerator: 2, denominator: 3, ..Counts::default() },
    };
    let position = cells.len() - 1;
    let mut changed = if position == 0 || measure.scoring == Scoring::Index { vec![position] } else { vec![0, position] };
    changed.dedup();
    let later = |position: usize| {
        let mut counts = cells[position];
        counts.add(late);
        (position, counts)
    };
    changed.into_iter().map(later).collect()
}

fn header(metric: PlannedMetric) -> String {
    let mut text = "period".to_owned();
    if let Some(breakdown) = metric.area.breakdown() {
        text.push(',');
        text.push_str(breakdown.id);
    }
    match metric.measure().scoring {
        Scoring::Proportion => {
            text.push_str(",denominator_raw");
            for exclusion in metric.exclusions() {
                // Writing to a text cannot fail.
                let _ = write!(text, ",excluded:{}", exclusion_id(metric.area, exclusion));
            }
            text.push_str(",numerator,denominator");
        }
        Scoring::Ratio | Scoring::Mean => text.push_str(",numerator,denominator"),
        Scoring::Count => text.push_str(",numerator"),
        Scoring::Index | Scoring::Composite => {}
    }
    text.push_str(",value\n");
    text
}

fn write_row(text: &mut String, metric: PlannedMetric, period: usize, cell: usize, counts: Counts) {
    let measure = metric.measure();
    let plan = metric.area.plan;
    let mut cells = vec![plan.month(u32::try_from(period).unwrap_or_default()).to_string()];
    cells.extend(code(metric.area, cell));
    let numerator = decimal(counts.numerator, measure.numerator_decimals);
    match measure.scoring {
        Scoring::Proportion => {
            cells.push(counts.raw.to_string());
            cells.extend(counts.excluded.map(|count| count.to_string()));
            cells.extend([numerator, counts.denominator.to_string()]);
        }
        Scoring::Ratio | Scoring::Mean => cells.extend([numerator, counts.denominator.to_string()]),
        Scoring::Count => cells.push(numerator),
        Scoring::Index | Scoring::Composite => {}
    }
    cells.push(value(measure, counts));
    text.push_str(&cells.join(","));
    text.push('\n');
}

/// The code of a cell, empty for the total; nothing where results are not broken down.
fn code(area: Area, cell: usize) -> Option<String> {
    let breakdown = area.breakdown()?;
    let code = |position: usize| area.plan.codes(breakdown).swap_remove(position).0;
    Some(cell.checked_sub(1).map_or_else(String::new, code))
}

fn value(measure: &Measure, counts: Counts) -> String {
    let scale = 10_i64.pow(measure.decimals) * measure.unit.1;
    let (over, under) = match measure.scoring {
        Scoring::Count => (counts.numerator, 1),
        Scoring::Index | Scoring::Composite => (counts.numerator, MILLION),
        _ => (counts.numerator, counts.denominator * 10_i64.pow(measure.numerator_decimals)),
    };
    decimal(half_even(over * scale, under), measure.decimals)
}

/// The quotient of two numbers that are not negative, to the nearest whole, from half-way to the even one.
fn half_even(over: i64, under: i64) -> i64 {
    let (whole, left) = (over / under, over % under);
    let up = match (left * 2).cmp(&under) {
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Equal => whole % 2 == 1,
        std::cmp::Ordering::Greater => true,
    };
    whole + i64::from(up)
}

/// A number that is not negative, given in units of its last decimal place.
pub(crate) fn decimal(number: i64, decimals: u32) -> String {
    let scale = 10_i64.pow(decimals);
    if decimals == 0 { number.to_string() } else { format!("{}.{:0width$}", number / scale, number % scale, width = decimals as usize) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Plan;

    fn planned(cells: u32) -> Vec<PlannedMetric> {
        Plan { metrics: 75, periods: 24, cells, seed: 7 }.areas().flat_map(Area::metrics).collect()
    }

    #[test]
    fn half_way_goes_to_the_even_number() {
        assert_eq!([(5, 2), (7, 2), (8, 3), (7, 3)].map(|(over, under)| half_even(over, under)), [2, 4, 3, 2]);
    }

    #[test]
    fn decimals_keep_their_zeros() {
        assert_eq!((decimal(1205, 2), decimal(5, 3), decimal(7, 0)), ("12.05".into(), "0.005".into(), "7".into()));
    }

    #[test]
    fn cells_add_up_to_the_total() {
        for metric in planned(5).into_iter().filter(|metric| metric.measure().scoring != Scoring::Index) {
            for cells in all_counts(metric) {
                let mut sum = Counts::default();
                cells[1..].iter().for_each(|cell| sum.add(*cell));
                assert_eq!(sum, cells[0]);
            }
        }
    }

    #[test]
    fn exclusions_lead_from_the_raw_count_to_the_denominator() {
        for metric in planned(3).into_iter().filter(|metric| metric.measure().scoring == Scoring::Proportion) {
            for counts in all_counts(metric).into_iter().flatten() {
                assert_eq!(counts.raw - counts.excluded[0] - counts.excluded[1], counts.denominator);
                assert!(counts.numerator <= counts.denominator);
            }
        }
    }

    #[test]
    fn the_newest_period_comes_with_the_second_release() {
        let tables = tables(planned(5)[1]).expect("a proportion has results");
        let (first, second) = (tables.first, tables.second.expect("two releases"));
        assert_eq!((first.lines().count(), second.lines().count()), (1 + 23 * 5, 1 + 5));
        assert!(!first.contains("2026-09") && second.lines().skip(1).all(|line| line.starts_with("2026-09")));
    }

    #[test]
    fn a_revision_changes_a_cell_and_the_total() {
        let tables = tables(planned(5)[20]).expect("a proportion has results");
        let second = tables.second.expect("two releases");
        assert_eq!(second.lines().filter(|line| line.starts_with("2026-08")).count(), 2);
    }
}
