//! What the latest point shows, as data from which a page makes its words.

use super::chart::Chart;
use super::signal::{Rule, Side, shift_ending_at, trend_ending_at};

/// The latest point that has a value, and what it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Latest {
    /// Place of the point; later points, if any, have no values.
    pub point: usize,
    /// What it shows.
    pub showing: Showing,
}

/// What a point shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Showing {
    /// Nothing can be said: its phase has no limits.
    NoLimits,
    /// No special cause.
    NoSpecialCause,
    /// It lies outside the limits.
    Outside(Side),
    /// It ends a trend: so many points, each higher (or lower) than the one before.
    Trend {
        /// High for rising, low for falling.
        side: Side,
        /// Points of the run, seven or more.
        points: usize,
    },
    /// It is one of two in three that lie near a limit.
    TwoOfThree(Side),
    /// It ends a run on one side of the centre.
    Shift {
        /// The side of the centre.
        side: Side,
        /// Points of the run, seven or more.
        points: usize,
    },
}

/// Says what the latest point with a value shows; nothing when no point has one.
#[must_use]
pub fn describe_latest(chart: &Chart) -> Option<Latest> {
    let point = chart.latest_point()?;
    let showing = showing(chart, point)?;
    Some(Latest { point, showing })
}

fn showing(chart: &Chart, point: usize) -> Option<Showing> {
    let phase = chart.phase_of(point)?;
    let Some(limits) = phase.limits else {
        return Some(Showing::NoLimits);
    };
    let Some(signal) = chart.signals.get(point).copied().flatten() else {
        return Some(Showing::NoSpecialCause);
    };
    let (points, end) = (chart.points_of(phase), point - phase.first);
    Some(match signal.rule {
        Rule::Outside => Showing::Outside(signal.side),
        Rule::TwoOfThree => Showing::TwoOfThree(signal.side),
        Rule::Trend => {
            let (side, points) = trend_ending_at(points, end)?;
            Showing::Trend { side, points }
        }
        Rule::Shift => {
            let (side, points) = shift_ending_at(points, &limits, end)?;
            Showing::Shift { side, points }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{Latest, Showing, describe_latest};
    use crate::stats::spc::{Options, Side, analyse};

    /// Shows what stands after twelve points about 0 with limits at ±5.32 and near limits at ±3.546667.
    fn showing(following: &[Option<f64>]) -> Showing {
        let points = [[Some(1.0), Some(-1.0)].repeat(6), following.to_vec()].concat();
        let chart = analyse(&points, &Options { baseline: Some(12), ..Options::default() });
        describe_latest(&chart).expect("a point").showing
    }

    #[test]
    fn each_rule_is_said_with_what_makes_it() {
        assert_eq!(showing(&[Some(0.5)]), Showing::NoSpecialCause);
        assert_eq!(showing(&[Some(6.0)]), Showing::Outside(Side::High));
        assert_eq!(showing(&[Some(-4.0), Some(-4.0)]), Showing::TwoOfThree(Side::Low));
        let above = [2.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0].map(Some);
        assert_eq!(showing(&above), Showing::Shift { side: Side::High, points: 8 });
        let falling = [3.0, 2.5, 2.0, 1.0, 0.0, -1.0, -2.0, -3.0, -4.0].map(Some);
        assert_eq!(showing(&falling), Showing::Trend { side: Side::Low, points: 9 });
    }

    #[test]
    fn a_missing_last_period_leaves_the_latest_value_with_its_place() {
        let chart = analyse(&[Some(1.0), Some(2.0), None], &Options::default());
        assert_eq!(describe_latest(&chart), Some(Latest { point: 1, showing: Showing::NoSpecialCause }));
        assert_eq!(describe_latest(&analyse(&[None, None], &Options::default())), None);
    }

    #[test]
    fn without_limits_nothing_is_said_about_variation() {
        let chart = analyse(&[Some(1.0)], &Options::default());
        assert_eq!(describe_latest(&chart), Some(Latest { point: 0, showing: Showing::NoLimits }));
    }

    #[test]
    fn a_run_is_counted_within_its_phase() {
        let rising: Vec<Option<f64>> = (0..10).map(f64::from).map(Some).collect();
        let options = Options { phase_starts: vec![2], ..Options::default() };
        let latest = describe_latest(&analyse(&rising, &options)).expect("a point");
        // Eight points of the second phase; the outer ones lie outside limits that are 2.66 from the centre 5.5.
        assert_eq!(latest.showing, Showing::Outside(Side::High));
        let slower: Vec<Option<f64>> = [5.0, 1.0, 9.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0].map(Some).to_vec();
        let latest = describe_latest(&analyse(&slower, &options)).expect("a point");
        assert_eq!(latest.showing, Showing::Trend { side: Side::High, points: 7 });
    }
}
