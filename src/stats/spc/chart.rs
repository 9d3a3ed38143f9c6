//! An XmR chart: phases with their limits, and a mark for each point.

use super::limits::{Limits, TRIAL_POINTS, baseline_points};
use super::options::Options;
use super::signal::{Signal, signals};

/// An analysed series.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The phases in order; together they cover every point once.
    pub phases: Vec<Phase>,
    /// The special cause at each point, if any.
    pub signals: Vec<Option<Signal>>,
    /// The points as given.
    points: Vec<Option<f64>>,
}

/// A part of the series with limits of its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Phase {
    /// Place of the first point.
    pub first: usize,
    /// Place of the last point.
    pub last: usize,
    /// Number of values from which the limits are computed.
    pub baseline_points: usize,
    /// Centre and limits; nothing where no two neighbouring baseline points have values.
    pub limits: Option<Limits>,
    /// Whether fewer than 12 baseline points make these trial limits.
    pub trial: bool,
}

impl Chart {
    /// Gives the phase of a point.
    #[must_use]
    pub fn phase_of(&self, point: usize) -> Option<&Phase> {
        self.phases.iter().find(|phase| phase.first <= point && point <= phase.last)
    }

    /// Gives the place of the last point that has a value.
    #[must_use]
    pub fn latest_point(&self) -> Option<usize> {
        self.points.iter().rposition(Option::is_some)
    }

    /// Gives the points of a phase.
    pub(super) fn points_of(&self, phase: &Phase) -> &[Option<f64>] {
        self.points.get(phase.first..=phase.last).unwrap_or_default()
    }
}

/// Computes phases, limits and special causes of a series in order of time.
///
/// A point without a value, missing or suspended, keeps its place: it gives no moving range to either neighbour and
/// breaks every run, because a run across it would claim something about a time of which nothing is known. A value
/// that is not finite is taken as missing. Limits and rules of each phase are its own; no moving range and no run
/// crosses the start of a phase. Points after the baseline are held against its limits. A phase without limits has no
/// marks.
///
/// Not for rolling averages, cumulative or strongly seasonal series.
#[must_use]
pub fn analyse(points: &[Option<f64>], options: &Options) -> Chart {
    let points: Vec<Option<f64>> = points.iter().map(|point| point.filter(|value| value.is_finite())).collect();
    let mut starts = options.later_starts();
    starts.retain(|start| *start < points.len());
    starts.push(points.len());
    let (mut phases, mut marks) = (Vec::new(), Vec::with_capacity(points.len()));
    let mut first = 0;
    for end in starts {
        let Some(own @ [_, ..]) = points.get(first..end) else {
            continue;
        };
        let limits = Limits::of_phase(own, options);
        marks.extend(limits.map_or_else(|| vec![None; own.len()], |limits| signals(own, &limits)));
        let baseline_points = baseline_points(own, options);
        phases.push(Phase { first, last: end - 1, baseline_points, limits, trial: baseline_points < TRIAL_POINTS });
        first = end;
    }
    Chart { phases, signals: marks, points }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Chart, Limits, analyse};
    use crate::stats::spc::{Options, Rule, Side, Signal};

    const ORACLE_A: [f64; 18] = [1.0, 2.0, 1.0, 2.0, 10.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0];

    const ORACLE_B: [f64; 32] = [
        71.0, 70.0, 72.0, 71.0, 73.0, 70.0, 71.0, 72.0, 70.0, 71.0, 72.0, 71.0, 73.0, 72.0, 73.0, 72.0, 73.0, 72.0, 73.0, 71.0, 70.5, 74.5,
        74.2, 71.3, 76.0, 70.0, 70.2, 70.6, 70.9, 71.2, 71.4, 71.9,
    ];

    fn some(values: &[f64]) -> Vec<Option<f64>> {
        values.iter().copied().map(Some).collect()
    }

    fn first_limits(chart: &Chart) -> Limits {
        chart.phases.first().and_then(|phase| phase.limits).expect("limits")
    }

    fn six(values: &[f64]) -> Vec<String> {
        values.iter().map(|value| format!("{value:.6}")).collect()
    }

    /// Lists the marks as (place counted from 1, rule, side).
    fn marks(chart: &Chart) -> Vec<(usize, Rule, Side)> {
        let places = chart.signals.iter().enumerate();
        places.filter_map(|(place, signal)| signal.map(|signal| (place + 1, signal.rule, signal.side))).collect()
    }

    fn unscreened() -> Options {
        Options::default()
    }

    #[test]
    fn the_published_example_is_reproduced_without_screening() {
        let chart = analyse(&some(&ORACLE_A), &unscreened());
        let limits = first_limits(&chart);
        let found = six(&[limits.centre, limits.mean_moving_range, limits.upper, limits.lower]);
        assert_eq!(found, ["1.944444", "1.882353", "6.951503", "-3.062614"]);
        assert_eq!(marks(&chart), [(5, Rule::Outside, Side::High)]);
    }

    #[test]
    fn the_published_example_is_reproduced_with_screening() {
        let chart = analyse(&some(&ORACLE_A), &Options { screening: true, ..unscreened() });
        let limits = first_limits(&chart);
        let found = six(&[limits.centre, limits.mean_moving_range, limits.upper, limits.lower]);
        assert_eq!(found, ["1.944444", "1.000000", "4.604444", "-0.715556"]);
        let outside: Vec<_> = marks(&chart).into_iter().filter(|(_, rule, _)| *rule == Rule::Outside).collect();
        assert_eq!(outside, [(5, Rule::Outside, Side::High)]);
    }

    #[test]
    fn limits_fixed_to_the_first_twelve_points_judge_all_that_follow() {
        let chart = analyse(&some(&ORACLE_B), &Options { baseline: Some(12), ..unscreened() });
        let limits = first_limits(&chart);
        let lines = [limits.centre, limits.mean_moving_range, limits.upper, limits.lower, limits.near_upper, limits.near_lower];
        assert_eq!(six(&lines), ["71.166667", "1.454545", "75.035758", "67.297576", "73.746061", "68.587273"]);
        assert_eq!(six(&[limits.range_upper]), ["4.752000"]);
        let mut expected = Vec::new();
        expected.extend((13..=19).map(|place| (place, Rule::Shift, Side::High)));
        expected.extend((22..=23).map(|place| (place, Rule::TwoOfThree, Side::High)));
        expected.push((25, Rule::Outside, Side::High));
        expected.extend((26..=32).map(|place| (place, Rule::Trend, Side::High)));
        assert_eq!(marks(&chart), expected);
        assert!(!chart.phases.iter().any(|phase| phase.trial));
    }

    #[test]
    fn a_gap_breaks_runs() {
        let rising: Vec<Option<f64>> = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0].map(Some).to_vec();
        let noise = some(&[9.0, 0.0, 9.0, 0.0, 9.0, 0.0, 9.0]);
        let whole = analyse(&[noise.clone(), rising.clone()].concat(), &unscreened());
        assert!(marks(&whole).iter().any(|(_, rule, _)| *rule == Rule::Trend));
        let (before, after) = rising.split_at(3);
        let gap = [noise, before.to_vec(), vec![None], after.to_vec()].concat();
        assert_eq!(marks(&analyse(&gap, &unscreened())), []);
    }

    #[test]
    fn limits_and_runs_do_not_cross_a_new_phase() {
        let points = some(&[[1.0, 2.0].repeat(7), [11.0, 12.0].repeat(6)].concat());
        let chart = analyse(&points, &Options { phase_starts: vec![14, 99, 14], ..unscreened() });
        let bounds: Vec<_> = chart.phases.iter().map(|phase| (phase.first, phase.last, phase.baseline_points)).collect();
        assert_eq!(bounds, [(0, 13, 14), (14, 25, 12)]);
        let centres: Vec<_> = chart.phases.iter().filter_map(|phase| phase.limits).map(|limits| limits.centre).collect();
        assert_eq!(six(&centres), ["1.500000", "11.500000"]);
        assert_eq!(marks(&chart), []);
    }

    #[test]
    fn fewer_than_twelve_points_give_trial_limits_and_one_gives_none() {
        let chart = analyse(&some(&[1.0, 2.0, 1.0]), &Options { phase_starts: vec![2], ..unscreened() });
        let found: Vec<_> = chart.phases.iter().map(|phase| (phase.trial, phase.limits.is_some())).collect();
        assert_eq!(found, [(true, true), (true, false)]);
        assert!(analyse(&[], &unscreened()).phases.is_empty());
    }

    #[test]
    fn points_on_the_centre_line_are_on_neither_side() {
        // The mean of 82.1 and 82.3 is 82.2, yet not bit by bit.
        let points = some(&[[82.1, 82.3].repeat(6), vec![82.2; 8]].concat());
        let chart = analyse(&points, &Options { baseline: Some(12), ..unscreened() });
        assert_eq!(marks(&chart), []);
    }

    #[test]
    fn a_point_on_a_limit_is_inside() {
        // Centre 0, mean moving range 2, limits at 5.32.
        let points = some(&[[1.0, -1.0].repeat(6), vec![5.32, -5.32, 5.33, -5.33]].concat());
        let chart = analyse(&points, &Options { baseline: Some(12), ..unscreened() });
        assert_eq!(marks(&chart), [(15, Rule::Outside, Side::High), (16, Rule::Outside, Side::Low)]);
    }

    #[test]
    fn two_near_opposite_limits_are_no_signal() {
        let points = some(&[[1.0, -1.0].repeat(6), vec![4.0, -4.0, 4.0]].concat());
        assert_eq!(marks(&analyse(&points, &Options { baseline: Some(12), ..unscreened() })), []);
    }

    #[test]
    fn of_three_only_the_near_points_are_marked() {
        let points = some(&[[1.0, -1.0].repeat(6), vec![4.0, 0.5, -0.5, 4.0, 0.5, 4.0]].concat());
        let chart = analyse(&points, &Options { baseline: Some(12), ..unscreened() });
        assert_eq!(marks(&chart), [(16, Rule::TwoOfThree, Side::High), (18, Rule::TwoOfThree, Side::High)]);
    }

    #[test]
    fn values_that_are_not_finite_are_missing() {
        let points = [Some(1.0), Some(f64::NAN), Some(2.0), Some(f64::INFINITY)];
        let chart = analyse(&points, &unscreened());
        assert_eq!((chart.latest_point(), chart.phases.first().map(|phase| phase.baseline_points)), (Some(2), Some(2)));
    }

    fn series() -> impl Strategy<Value = Vec<Option<i32>>> {
        let point = proptest::option::weighted(0.93, -40_i32..40);
        proptest::collection::vec(point, 0..40)
    }

    fn any_options() -> impl Strategy<Value = Options> {
        let baseline = proptest::option::of(0_usize..20);
        let starts = proptest::collection::vec(0_usize..45, 0..3);
        (baseline, any::<bool>(), starts).prop_map(|(baseline, screening, phase_starts)| Options { baseline, screening, phase_starts })
    }

    fn scaled(points: &[Option<i32>], map: impl Fn(f64) -> f64) -> Vec<Option<f64>> {
        points.iter().map(|point| point.map(|value| map(f64::from(value) / 10.0))).collect()
    }

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-9
    }

    proptest! {
        #[test]
        fn adding_a_constant_shifts_the_limits_and_keeps_the_marks(
            points in series(), options in any_options(), constant in -1000_i32..1000
        ) {
            let constant = f64::from(constant) / 4.0;
            let plain = analyse(&scaled(&points, |value| value), &options);
            let moved = analyse(&scaled(&points, |value| value + constant), &options);
            for (phase, other) in plain.phases.iter().zip(&moved.phases) {
                prop_assert_eq!(phase.limits.is_some(), other.limits.is_some());
                if let (Some(limits), Some(shifted)) = (phase.limits, other.limits) {
                    prop_assert!(close(limits.upper + constant, shifted.upper));
                    prop_assert!(close(limits.near_lower + constant, shifted.near_lower));
                    prop_assert!(close(limits.mean_moving_range, shifted.mean_moving_range));
                }
            }
            prop_assert_eq!(plain.signals, moved.signals);
        }

        #[test]
        fn a_mirrored_series_has_mirrored_marks(points in series(), options in any_options()) {
            let plain = analyse(&scaled(&points, |value| value), &options);
            let mirrored = analyse(&scaled(&points, |value| -value), &options);
            let turned: Vec<Option<Signal>> = mirrored
                .signals
                .iter()
                .map(|signal| {
                    signal.map(|Signal { rule, side }| Signal {
                        rule,
                        side: if side == Side::High { Side::Low } else { Side::High },
                    })
                })
                .collect();
            prop_assert_eq!(plain.signals, turned);
        }

        #[test]
        fn phases_cover_every_point_once(points in series(), options in any_options()) {
            let chart = analyse(&scaled(&points, |value| value), &options);
            let covered: Vec<usize> = chart.phases.iter().flat_map(|phase| phase.first..=phase.last).collect();
            prop_assert_eq!(covered, (0..points.len()).collect::<Vec<_>>());
            prop_assert_eq!(chart.signals.len(), points.len());
        }

        #[test]
        fn a_missing_point_has_no_mark(points in series(), options in any_options()) {
            let chart = analyse(&scaled(&points, |value| value), &options);
            for (point, signal) in points.iter().zip(&chart.signals) {
                prop_assert!(point.is_some() || signal.is_none());
            }
        }
    }
}
