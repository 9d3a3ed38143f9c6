//! What the report before this one had and this one has not: figures, and whole metrics.

use std::collections::BTreeSet;

use crate::check::context::Context;
use crate::check::figures::Figures;
use crate::check::published::{Published, PublishedCell};
use crate::check::result::Failed;
use crate::check::sheet::Sheet;
use crate::diag::Place;
use crate::model::{Id, Period};
use crate::stats::{Points, cell_name};

/// Reports each metric of the report before this one that is defined no longer.
pub(super) fn dropped_metrics(context: &Context<'_>, sheet: &mut Sheet) {
    let Some(previous) = context.facts.previous.as_deref() else {
        return sheet.not_applicable("no report before this one was given");
    };
    sheet.used(before(previous));
    for (metric, count) in previous.figures.metrics() {
        let is_defined = Id::parse(metric).is_ok_and(|id| context.catalog.metric(&id).is_some());
        sheet.test((!is_defined).then(|| {
            let figures = if count == 1 { "one figure".to_owned() } else { format!("{count} figures") };
            let message = format!("`{metric}` had {figures} in {} and is defined no longer", before(previous));
            let help = "put its definition and results back, and retire it with `state: retired` and what `retired` asks for";
            Failed::new(Place::file(format!("metrics/definitions/{metric}.yaml")), message, help)
        }));
    }
}

/// Reports the figures of a metric that the report before this one had and that are gone, and gives their periods; `beside` is the place next to a gap.
pub(super) fn dropped_figures(
    context: &Context<'_>,
    figures: &Figures<'_>,
    beside: impl Fn(Period) -> Place,
    sheet: &mut Sheet,
) -> BTreeSet<Period> {
    let Some(previous) = context.facts.previous.as_deref() else {
        return BTreeSet::new();
    };
    let published = previous.figures.cells(figures.record.id.as_str());
    if published.is_empty() {
        return BTreeSet::new();
    }
    let mut all = BTreeSet::new();
    sheet.used(before(previous));
    let mut cells: Vec<(String, &Points)> =
        figures.series.cells.iter().map(|(key, points)| (cell_name(context.catalog, figures.metric, key), points)).collect();
    cells.sort_by(|one, other| one.0.cmp(&other.0));
    let last = figures.metric.retired.as_ref().map(|retired| retired.last_period);
    for cell in published {
        let points = cells.binary_search_by(|(name, _)| name.as_str().cmp(&cell.name)).ok().map(|position| cells[position].1);
        let gone = gone(cell, points, last);
        let Some(first) = gone.first() else {
            continue;
        };
        let message =
            format!("`{}` has no figure for {} of {}, which {} had", figures.record.id, periods(&gone), cell.name, before(previous));
        let help = "put the rows back; report a figure that does not hold in a new release that names a restatement";
        sheet.fail(Failed::new(beside(*first), message, help));
        all.extend(gone);
    }
    all
}

/// The periods of a cell that are gone; those after the last one of a retired metric are none.
fn gone(cell: &PublishedCell, points: Option<&Points>, last: Option<Period>) -> Vec<Period> {
    let is_gone = |period: &Period| points.is_none_or(|points| !points.contains_key(period)) && last.is_none_or(|last| *period <= last);
    cell.figures.iter().map(|figure| figure.period).filter(is_gone).collect()
}

/// Several periods in words.
fn periods(gone: &[Period]) -> String {
    match gone {
        [one] => one.to_string(),
        [first, .., last] => format!("{} periods from {first} to {last}", gone.len()),
        [] => String::new(),
    }
}

fn before(previous: &Published) -> String {
    format!("the report before this one, as of {}", previous.as_of)
}
