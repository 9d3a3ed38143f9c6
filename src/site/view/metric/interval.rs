//! The interval beside a value, under the name of its method.

use super::cell::CellStory;
use super::chart::rounded;
use super::context::MetricContext;
use crate::model::metric::IntervalMethod;
use crate::site::view::Cell;
use crate::stats::{Figure, figure_interval};

/// The heading of the column, with the method; nothing where no figure of the cell has an interval.
pub(super) fn heading(context: &MetricContext<'_>, cell: &CellStory<'_>) -> Option<String> {
    let key = match context.metric.interval? {
        IntervalMethod::Wilson => "metric-column-interval-wilson",
        IntervalMethod::Nps => "metric-column-interval-nps",
        IntervalMethod::Mean => "metric-column-interval-mean",
        IntervalMethod::Byar => "metric-column-interval-byar",
    };
    let known = cell.points.values().any(|point| figure_interval(context.metric, &context.series, &point.latest).is_some());
    known.then(|| context.say(key))
}

/// Lower and upper limit of a figure, in the unit of measure.
pub(super) fn cell(context: &MetricContext<'_>, figure: &Figure) -> Cell {
    let bound = |value: f64| rounded(value, context.metric.decimals);
    let limits = figure_interval(context.metric, &context.series, figure);
    let Some((lower, upper)) = limits.and_then(|limits| bound(limits.lower).zip(bound(limits.upper))) else {
        return Cell::Empty;
    };
    let (from, to) = (context.language.number(lower), context.language.number(upper));
    Cell::number(context.fill("span", &[("from", from.into()), ("to", to.into())]), lower.to_string())
}
