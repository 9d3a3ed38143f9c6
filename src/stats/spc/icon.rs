//! The two icons: what the variation says now, and whether the process can be relied on to reach its target.

use super::chart::Chart;
use super::signal::Side;
use crate::model::Direction;

/// What the latest point says about variation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Variation {
    /// No special cause at the latest point.
    CommonCause,
    /// A special cause to the better side.
    Improving(Side),
    /// A special cause to the worse side.
    Concerning(Side),
    /// A special cause where neither side is better, or where better means inside a range.
    Neutral(Side),
}

/// Whether a process in its present state reaches a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Assurance {
    /// The target lies beyond the worse limit: the process reaches it consistently.
    Passes,
    /// The target lies beyond the better limit: the process misses it consistently.
    Fails,
    /// The target lies within the limits: the process reaches or misses it by chance.
    HitAndMiss,
}

/// Judges the latest point that has a value.
///
/// Nothing when there is no such point or when its phase has no limits: without limits, nothing says that variation is
/// common.
#[must_use]
pub fn variation(chart: &Chart, direction: Direction) -> Option<Variation> {
    let latest = chart.latest_point()?;
    chart.phase_of(latest)?.limits?;
    let Some(signal) = chart.signals.get(latest).copied().flatten() else {
        return Some(Variation::CommonCause);
    };
    Some(match (direction, signal.side) {
        (Direction::Increase, Side::High) | (Direction::Decrease, Side::Low) => Variation::Improving(signal.side),
        (Direction::Increase, Side::Low) | (Direction::Decrease, Side::High) => Variation::Concerning(signal.side),
        (Direction::InRange | Direction::Neutral, side) => Variation::Neutral(side),
    })
}

/// Holds the limits of the last phase against a target in the unit of the points; a target on a limit is within.
///
/// Nothing where neither side is better or better means inside a range, and where the last phase has no limits: an
/// earlier phase describes a process that is no more.
#[must_use]
pub fn assurance(chart: &Chart, target: f64, direction: Direction) -> Option<Assurance> {
    let limits = chart.phases.last()?.limits?;
    if !target.is_finite() {
        return None;
    }
    let below = limits.is_below(target, limits.lower);
    let above = limits.is_above(target, limits.upper);
    let (passes, fails) = match direction {
        Direction::Increase => (below, above),
        Direction::Decrease => (above, below),
        Direction::InRange | Direction::Neutral => return None,
    };
    Some(match (passes, fails) {
        (true, _) => Assurance::Passes,
        (_, true) => Assurance::Fails,
        _ => Assurance::HitAndMiss,
    })
}

#[cfg(test)]
mod tests {
    use super::{Assurance, Variation, assurance, variation};
    use crate::model::Direction;
    use crate::stats::spc::{Chart, Options, Side, analyse};

    /// Centre 71.166667, limits 67.297576 and 75.035758, with a last point of choice.
    fn chart_ending_in(last: f64) -> Chart {
        let baseline = [71.0, 70.0, 72.0, 71.0, 73.0, 70.0, 71.0, 72.0, 70.0, 71.0, 72.0, 71.0, last];
        analyse(&baseline.map(Some), &Options { baseline: Some(12), ..Options::default() })
    }

    #[test]
    fn a_special_cause_is_judged_by_the_direction() {
        let cases = [
            (76.0, Direction::Increase, Variation::Improving(Side::High)),
            (76.0, Direction::Decrease, Variation::Concerning(Side::High)),
            (66.0, Direction::Increase, Variation::Concerning(Side::Low)),
            (66.0, Direction::Decrease, Variation::Improving(Side::Low)),
            (76.0, Direction::Neutral, Variation::Neutral(Side::High)),
            (66.0, Direction::InRange, Variation::Neutral(Side::Low)),
            (71.0, Direction::Increase, Variation::CommonCause),
        ];
        for (last, direction, expected) in cases {
            assert_eq!(variation(&chart_ending_in(last), direction), Some(expected), "{last} {direction:?}");
        }
    }

    #[test]
    fn a_target_is_passed_missed_or_left_to_chance() {
        let chart = chart_ending_in(71.0);
        let of = |target: f64, direction| assurance(&chart, target, direction);
        assert_eq!(of(67.0, Direction::Increase), Some(Assurance::Passes));
        assert_eq!(of(72.0, Direction::Increase), Some(Assurance::HitAndMiss));
        assert_eq!(of(76.0, Direction::Increase), Some(Assurance::Fails));
        assert_eq!(of(67.0, Direction::Decrease), Some(Assurance::Fails));
        assert_eq!(of(72.0, Direction::Decrease), Some(Assurance::HitAndMiss));
        assert_eq!(of(76.0, Direction::Decrease), Some(Assurance::Passes));
    }

    #[test]
    fn without_a_better_side_there_is_no_assurance() {
        assert_eq!(assurance(&chart_ending_in(71.0), 67.0, Direction::Neutral), None);
        assert_eq!(assurance(&chart_ending_in(71.0), 67.0, Direction::InRange), None);
    }

    #[test]
    fn without_limits_there_is_no_icon() {
        let chart = analyse(&[Some(1.0), Some(2.0), Some(9.0)], &Options { phase_starts: vec![2], ..Options::default() });
        assert_eq!(variation(&chart, Direction::Increase), None);
        assert_eq!(assurance(&chart, 0.0, Direction::Increase), None);
        assert_eq!(variation(&analyse(&[None], &Options::default()), Direction::Increase), None);
    }
}
