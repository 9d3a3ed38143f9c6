//! Whether the codes of segments sum to the total, count by count.

use super::figures::Figures;
use super::sheet::{Cell, Look, Sheet, Value, at, double, is_kept, quoted};
use super::subject::Subject;
use crate::model::{Decimal, Exact, Period, Rollup};
use crate::source::NumberColumn;
use crate::stats::{CellKey, Figure};

/// A way in which the total is broken down, with its cells.
struct Breakdown<'a> {
    name: String,
    cells: Vec<&'a CellKey>,
}

/// The sheet; it says so where nothing sums.
pub(super) fn sheet(subject: &Subject<'_>, figures: &Figures) -> Sheet {
    let headings = [
        subject.say("recalc-head-period"),
        subject.say("recalc-head-first-day"),
        subject.say("recalc-head-last-day"),
        subject.say("recalc-head-breakdown"),
        subject.say("recalc-head-count"),
        subject.say("recalc-head-parts"),
        subject.say("recalc-head-parts-known"),
        subject.say("recalc-head-sum"),
        subject.say("recalc-head-total"),
        subject.say("recalc-head-foots"),
    ];
    let mut sheet = Sheet::table(&subject.names.footing, &headings, 1);
    if matches!(subject.series.calculation.rollup(), Rollup::Recompute | Rollup::Sum)
        && let (Some(key), Some(total)) = (subject.series.total_key(), subject.series.total())
    {
        for breakdown in breakdowns(subject) {
            for (period, point) in total.iter().filter(|(period, _)| subject.asks_for(**period)) {
                for (column, _) in subject.series.columns.iter().enumerate().filter(|(_, heading)| is_count(heading)) {
                    let at_total = figures.newest.get(&(key.clone(), *period)).copied();
                    let line = at_total.and_then(|line| foot(subject, figures, &breakdown, (line, &point.latest), column, sheet.next()));
                    sheet.lines.extend(line);
                }
            }
        }
    }
    if sheet.lines.len() == 1 {
        sheet.lines.push(vec![Cell::text(subject.say("recalc-no-footing"))]);
    }
    sheet
}

/// Every way in which the cells break the total down by partitions alone.
fn breakdowns<'a>(subject: &Subject<'a>) -> Vec<Breakdown<'a>> {
    let mut found: Vec<(Vec<bool>, Breakdown<'a>)> = Vec::new();
    for key in subject.series.cells.keys() {
        let pattern: Vec<bool> = key.iter().map(|code| *code != 0).collect();
        let is_partition = |position: usize| {
            let segment = subject.metric.segments.get(position).and_then(|reference| subject.catalog.segment(reference.id()));
            segment.is_some_and(|(_, segment)| segment.partition)
        };
        if !pattern.contains(&true) || !(0..pattern.len()).all(|position| !pattern[position] || is_partition(position)) {
            continue;
        }
        match found.iter_mut().find(|(known, _)| *known == pattern) {
            Some((_, breakdown)) => breakdown.cells.push(key),
            None => found.push((pattern, Breakdown { name: subject.breakdown(key), cells: vec![key] })),
        }
    }
    found.into_iter().map(|(_, breakdown)| breakdown).collect()
}

/// Whether the values of a column are of a kind that sums.
fn is_count(heading: &NumberColumn) -> bool {
    match heading {
        NumberColumn::Excluded(_) => true,
        NumberColumn::Named(name) => !matches!(&**name, "value" | "sd" | "sum_w" | "sum_w2"),
    }
}

fn foot(
    subject: &Subject<'_>,
    figures: &Figures,
    breakdown: &Breakdown<'_>,
    (total_line, total): (usize, &Figure),
    column: usize,
    line: usize,
) -> Option<Vec<Cell>> {
    let number = |figure: &Figure| figure.numbers.get(column).copied().flatten();
    let expected = number(total)?;
    let parts = parts(subject, breakdown, total.period);
    let known: Vec<Decimal> = parts.iter().filter_map(|figure| number(figure)).collect();
    if known.is_empty() || !known.iter().chain([&expected]).all(|number| is_kept(*number)) {
        return None;
    }
    let sum = known.iter().try_fold(Exact::ZERO, |sum, number| sum.checked_add(number.exact()))?;
    let calendar = subject.catalog.calendar();
    let places = &figures.places;
    let chosen = [
        format!("{},{}", figures.column(places.first_day), at(1, line)),
        format!("{},{}", figures.column(places.last_day), at(2, line)),
        format!("{},{}", figures.column(places.breakdown), at(3, line)),
        format!("{},{}", figures.column(places.newest), quoted(&subject.say("recalc-newest"))),
    ]
    .join(",");
    let counts = figures.column(places.number(column));
    let whole = Look::Places(0);
    let complete = known.len() == parts.len();
    let (few, many) = (at(6, line), at(5, line));
    let lacking = subject.say("recalc-parts-lacking");
    let foots = format!("=IF({few}<{many},{},ROUND({}-{},6)=0)", quoted(&lacking), at(7, line), at(8, line));
    let verdict = if complete { Value::Truth(sum == expected.exact()) } else { Value::Text(lacking) };
    let places_of = Look::Places(expected.scale());
    let length = |count: usize| Value::of(i64::try_from(count).ok().map(Decimal::from_integer));
    Some(vec![
        Cell::text(total.period.to_string()),
        Cell::day(total.period.first_day(calendar)),
        Cell::day(total.period.last_day(calendar)),
        Cell::text(&breakdown.name),
        Cell::text(subject.heading(column)),
        Cell::formula(format!("=COUNTIFS({chosen})"), length(parts.len()), whole),
        // Cells without a number may hold an empty text, which is no empty cell.
        Cell::formula(format!("=COUNTIFS({chosen},{counts},\">=0\")+COUNTIFS({chosen},{counts},\"<0\")"), length(known.len()), whole),
        Cell::formula(format!("=SUMIFS({counts},{chosen})"), Value::exact(Some(sum)), places_of),
        Cell::formula(format!("={}", places.cell(places.number(column), total_line)), Value::Number(double(expected)), places_of),
        Cell::formula(foots, verdict, Look::Verdict),
    ])
}

/// The newest figures of the cells of a breakdown in a period.
fn parts<'a>(subject: &Subject<'a>, breakdown: &Breakdown<'_>, period: Period) -> Vec<&'a Figure> {
    breakdown.cells.iter().filter_map(|key| subject.series.cell(key)?.get(&period)).map(|point| &point.latest).collect()
}
