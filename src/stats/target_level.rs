//! The target that applies to a figure, and whether it is met.

use crate::catalog::Catalog;
use crate::model::target::TargetState;
use crate::model::{AnyRecord, Decimal, Direction, Id, Metric, Period, Target};
use crate::source::Record;

/// Stands for each code of a segment in a scope.
const EACH: &str = "*";

/// Why a level differs from the target's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LevelBasis {
    /// The target as agreed.
    Agreed,
    /// The level of a season.
    Seasonal,
    /// The level of a tolerance window.
    Tolerance,
}

/// The levels of a target in one period.
#[derive(Clone, Debug)]
pub struct TargetLevel<'a> {
    /// The target record.
    pub record: &'a Record,
    /// The level to be reached.
    pub level: Decimal,
    /// The level below which the target counts as missed rather than nearly met.
    pub threshold: Option<Decimal>,
    /// Why the level is what it is.
    pub basis: LevelBasis,
}

/// Whether a target is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TargetStatus {
    /// The value is at the target or better.
    Met,
    /// The value misses the target and is at the threshold or better.
    Close,
    /// The value misses the target.
    Missed,
}

impl TargetStatus {
    /// The word that data files show.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Close => "close",
            Self::Missed => "missed",
        }
    }
}

/// The targets of one metric, by the period from which they hold.
#[derive(Debug)]
pub struct MetricTargets<'a> {
    catalog: &'a Catalog,
    metric: &'a Metric,
    targets: Vec<(&'a Record, &'a Target)>,
}

impl<'a> MetricTargets<'a> {
    /// Finds the targets that refer to a metric; drafts are no targets yet.
    #[must_use]
    pub fn of(catalog: &'a Catalog, id: &Id, metric: &'a Metric) -> Self {
        let reference = crate::model::RecordRef { kind: crate::model::Kind::Metric, id: id.clone() };
        let mut targets: Vec<(&Record, &Target)> = catalog
            .referring_in(&reference, "metric")
            .filter_map(|record| match &record.fields {
                AnyRecord::Target(target) if target.state != TargetState::Draft => Some((record, &**target)),
                _ => None,
            })
            .collect();
        targets.sort_by(|one, other| (one.1.from, &one.0.id).cmp(&(other.1.from, &other.0.id)));
        Self { catalog, metric, targets }
    }

    /// All targets, by the period from which they hold.
    #[must_use]
    pub fn all(&self) -> &[(&'a Record, &'a Target)] {
        &self.targets
    }

    /// The level that applies to a cell in a period: of the newest target whose scope is that cell.
    #[must_use]
    pub fn level(&self, key: &[u16], period: Period) -> Option<TargetLevel<'a>> {
        let calendar = self.catalog.calendar();
        let (first, last) = (period.first_day(calendar), period.last_day(calendar));
        let holds = |target: &Target| target.from.first_day(calendar) <= first && target.to.is_none_or(|to| to.last_day(calendar) >= last);
        let (record, target) = self.targets.iter().rev().find(|(_, target)| holds(target) && self.covers(target, key)).copied()?;
        let within = |from: Period, to: Period| from.first_day(calendar) <= first && to.last_day(calendar) >= last;
        let (level, basis) = if let Some(window) = target.tolerance_windows.iter().find(|window| within(window.from, window.to)) {
            (window.target, LevelBasis::Tolerance)
        } else if let Some(level) = target.seasonal.get(&period.to_string()) {
            (*level, LevelBasis::Seasonal)
        } else {
            (target.target, LevelBasis::Agreed)
        };
        let threshold = target.threshold.filter(|_| basis == LevelBasis::Agreed);
        Some(TargetLevel { record, level, threshold, basis })
    }

    fn covers(&self, target: &Target, key: &[u16]) -> bool {
        let named = target.scope.len();
        let broken_down = key.iter().filter(|code| **code != 0).count();
        named == broken_down
            && self.metric.segments.iter().zip(key).filter(|(_, code)| **code != 0).all(|(reference, code)| {
                let wanted = target.scope.get(reference.id().as_str());
                let known = self.catalog.segment(reference.id()).and_then(|(_, segment)| segment.codes.get(usize::from(*code) - 1));
                wanted.is_some_and(|wanted| wanted == EACH || known.is_some_and(|known| known.code == *wanted))
            })
    }
}

/// Judges a published value against a level.
///
/// The value is judged as it is printed, so that a reader can repeat the judgement. A metric without a better direction
/// has no status.
#[must_use]
pub fn judge(published: Decimal, level: &TargetLevel<'_>, direction: Option<Direction>) -> Option<TargetStatus> {
    let reaches = |bound: Decimal| match direction? {
        Direction::Increase => Some(published >= bound),
        Direction::Decrease => Some(published <= bound),
        Direction::InRange | Direction::Neutral => None,
    };
    if reaches(level.level)? {
        return Some(TargetStatus::Met);
    }
    match level.threshold {
        Some(threshold) if reaches(threshold)? => Some(TargetStatus::Close),
        _ => Some(TargetStatus::Missed),
    }
}
