//! The way from raw counts to net ones: what each exclusion removes, period by period.

use super::figures::Figures;
use super::sheet::{Cell, Look, Sheet, Value, at};
use super::subject::Subject;
use crate::model::{AnyRecord, Decimal, Id, Kind};
use crate::source::NumberColumn;
use crate::stats::{Side, Waterfall, waterfall};

/// The sheet; it says so where nothing was reported before exclusions.
pub(super) fn sheet(subject: &Subject<'_>, figures: &Figures) -> Sheet {
    let exclusions = exclusions(subject);
    let mut headings = vec![subject.say("recalc-head-period")];
    headings.extend(subject.segment_headings());
    headings.extend([subject.say("recalc-head-side"), subject.say("recalc-head-raw")]);
    headings.extend(exclusions.iter().map(|(_, heading)| heading.clone()));
    headings.extend([
        subject.say("recalc-head-removed"),
        subject.say("recalc-head-net-computed"),
        subject.say("recalc-head-net-reported"),
        subject.say("recalc-head-agrees"),
    ]);
    let mut sheet = Sheet::table(&subject.names.exclusions, &headings, 1);
    for ((key, period), line) in &figures.newest {
        let Some(point) = subject.series.cell(key).and_then(|points| points.get(period)) else {
            continue;
        };
        for side in [Side::Denominator, Side::Numerator] {
            if let Some(way) = waterfall(subject.catalog, subject.series, &point.latest, side) {
                let mut cells = vec![Cell::text(period.to_string())];
                cells.extend(subject.codes(key).into_iter().map(Cell::text));
                let position = sheet.next();
                add_way(subject, figures, &exclusions, &way, *line, position, &mut cells);
                sheet.lines.push(cells);
            }
        }
    }
    if sheet.lines.len() == 1 {
        sheet.lines.push(vec![Cell::text(subject.say("recalc-no-exclusions"))]);
    }
    sheet
}

/// The exclusions with a column of counts, in the order of the rules, each with its heading.
fn exclusions(subject: &Subject<'_>) -> Vec<(Id, String)> {
    let excluded = |heading: &NumberColumn| match heading {
        NumberColumn::Excluded(id) => Some(id.clone()),
        NumberColumn::Named(_) => None,
    };
    let mut found: Vec<(u32, Id, String)> = subject
        .series
        .columns
        .iter()
        .filter_map(excluded)
        .filter_map(|id| {
            let record = subject.catalog.find(Kind::Exclusion, &id)?;
            let AnyRecord::Exclusion(exclusion) = &record.fields else {
                return None;
            };
            Some((exclusion.order, id, record.envelope.title.clone()))
        })
        .collect();
    found.sort();
    found.into_iter().map(|(_, id, title)| (id, title)).collect()
}

/// The position of a column of numbers with this heading.
fn number(subject: &Subject<'_>, heading: &NumberColumn) -> Option<usize> {
    subject.series.columns.iter().position(|known| known == heading)
}

fn add_way(
    subject: &Subject<'_>,
    figures: &Figures,
    exclusions: &[(Id, String)],
    way: &Waterfall,
    line: usize,
    position: usize,
    cells: &mut Vec<Cell>,
) {
    let named = |name: &str| number(subject, &NumberColumn::Named(name.into()));
    let reference = |column: Option<usize>, count: Decimal| match column {
        Some(column) => {
            let address = figures.places.cell(figures.places.number(column), line);
            Cell::formula(format!("={address}"), Value::of(Some(count)), Look::Places(count.scale()))
        }
        None => Cell::number(Some(count)),
    };
    let raw_column = match way.side {
        Side::Denominator => {
            let reported = |name: &&str| raw_is_in(subject, figures, name, line);
            ["denominator_raw", "population"].iter().find(|name| reported(name)).and_then(|name| named(name))
        }
        Side::Numerator => named("numerator_raw"),
    };
    cells.push(Cell::text(subject.say(match way.side {
        Side::Denominator => "recalc-side-denominator",
        Side::Numerator => "recalc-side-numerator",
    })));
    let raw = cells.len();
    cells.push(reference(raw_column, way.raw));
    for (id, _) in exclusions {
        let step = way.steps.iter().find(|step| step.exclusion == *id);
        cells.push(step.map_or_else(Cell::nothing, |step| reference(number(subject, &NumberColumn::Excluded(id.clone())), step.removed)));
    }
    let removed = cells.len();
    let sum =
        if exclusions.is_empty() { "=0".to_owned() } else { format!("=SUM({}:{})", at(raw + 1, position), at(removed - 1, position)) };
    #[expect(clippy::cast_precision_loss, reason = "a result that the spreadsheet computes again")]
    let total = way.removed() as f64;
    cells.push(Cell::formula(sum, Value::Number(total), Look::Places(0)));
    let net = format!("={}-{}", at(raw, position), at(removed, position));
    cells.push(Cell::formula(net, Value::Number(way.raw.to_f64() - total), Look::Places(0)));
    cells.push(reference(named(way.side.name()), way.net));
    let agrees = format!("={}={}", at(removed + 1, position), at(removed + 2, position));
    cells.push(Cell::formula(agrees, Value::Truth(way.closes()), Look::Verdict));
}

/// Whether the figure of a line has a number of this name.
fn raw_is_in(subject: &Subject<'_>, figures: &Figures, name: &str, line: usize) -> bool {
    let column = number(subject, &NumberColumn::Named(name.into())).map(|column| figures.places.number(column));
    let cell = column.and_then(|column| figures.sheet.lines.get(line)?.get(column));
    cell.is_some_and(|cell| {
        cell.held != super::sheet::Held::Nothing && !matches!(&cell.held, super::sheet::Held::Formula(_, Value::Text(_)))
    })
}
