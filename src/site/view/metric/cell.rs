//! One cell of a metric over time: the total, a code, or a crossing.

use super::context::MetricContext;
use crate::stats::{Judgement, Point, Points, TargetStatus, judge, judge_cell};

/// The figures of a cell and how they are judged.
pub(super) struct CellStory<'a> {
    pub(super) key: &'a [u16],
    pub(super) points: &'a Points,
    pub(super) judgement: Judgement,
    /// Beginning of the anchors of its figures.
    pub(super) prefix: String,
    /// What the cell is called; empty for the total.
    pub(super) name: String,
}

impl<'a> CellStory<'a> {
    /// Judges a cell; `None` where it has no figure.
    pub(super) fn of(context: &'a MetricContext<'_>, key: &'a [u16], prefix: &str, name: String) -> Option<Self> {
        let points = context.series.cell(key).filter(|points| !points.is_empty())?;
        let judgement = judge_cell(context.catalog, &context.record.id, context.metric, key, points, &context.targets);
        Some(Self { key, points, judgement, prefix: prefix.to_owned(), name })
    }

    /// The newest figure.
    pub(super) fn latest(&self) -> Option<&'a Point> {
        self.points.values().next_back()
    }

    /// Whether the target of a figure is met.
    pub(super) fn status(&self, context: &MetricContext<'_>, point: &Point) -> Option<TargetStatus> {
        let level = context.targets.level(self.key, point.period())?;
        judge(point.latest.published?, &level, context.metric.direction)
    }
}
