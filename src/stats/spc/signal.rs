//! The four rules that mark special causes.
//!
//! The rules look at one phase at a time and never across a gap: a run is made of neighbours.

use super::limits::Limits;

/// Successive points that make a trend or a shift.
const RUN: usize = 7;

/// A rule that marks special causes, in order of precedence: a point that several mark carries the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// One point beyond a process limit; a point on the limit is inside.
    Outside,
    /// Seven or more successive points, each above the one before or each below it; equal values break it.
    Trend,
    /// Of three successive points on one side of the centre, at least two beyond the near limit and inside the limit.
    TwoOfThree,
    /// Seven or more successive points on one side of the centre; a point on the centre breaks it.
    Shift,
}

impl Rule {
    /// All rules, in order of precedence.
    pub const ALL: [Self; 4] = [Self::Outside, Self::Trend, Self::TwoOfThree, Self::Shift];

    /// The name, for classes and data.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Outside => "outside",
            Self::Trend => "trend",
            Self::TwoOfThree => "two-of-three",
            Self::Shift => "shift",
        }
    }
}

/// The side to which a special cause points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Above the centre; of a trend: rising.
    High,
    /// Below the centre; of a trend: falling.
    Low,
}

impl Side {
    /// The name, for classes and data.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Low => "low",
        }
    }
}

/// A special cause at one point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Signal {
    /// The rule that marks the point.
    pub rule: Rule,
    /// The side to which it points.
    pub side: Side,
}

/// Marks the points of one phase.
pub(super) fn signals(points: &[Option<f64>], limits: &Limits) -> Vec<Option<Signal>> {
    let mut marked = vec![None; points.len()];
    for rule in Rule::ALL {
        for (place, side) in marks(rule, points, limits) {
            if let Some(free @ None) = marked.get_mut(place) {
                *free = Some(Signal { rule, side });
            }
        }
    }
    marked
}

/// Lists the points that one rule marks. A point that ends a rising run and begins a falling one is listed first as
/// part of the earlier run.
fn marks(rule: Rule, points: &[Option<f64>], limits: &Limits) -> Vec<(usize, Side)> {
    match rule {
        Rule::Outside => points.iter().enumerate().filter_map(|(place, point)| Some((place, outside((*point)?, limits)?))).collect(),
        Rule::Trend => {
            let ends = (0..points.len()).filter_map(|end| trend_ending_at(points, end).map(|run| (end, run)));
            runs(ends)
        }
        Rule::TwoOfThree => two_of_three(points, limits),
        Rule::Shift => {
            let ends = (0..points.len()).filter_map(|end| shift_ending_at(points, limits, end).map(|run| (end, run)));
            runs(ends)
        }
    }
}

/// Lists all points of the runs that are long enough; a run is given at each of its ends with its length so far.
fn runs(ends: impl Iterator<Item = (usize, (Side, usize))>) -> Vec<(usize, Side)> {
    let mut listed = Vec::new();
    for (end, (side, length)) in ends {
        if length >= RUN {
            listed.extend((end + 1 - RUN..=end).map(|place| (place, side)));
        }
    }
    listed
}

/// Gives the side on which a value lies beyond a limit.
fn outside(value: f64, limits: &Limits) -> Option<Side> {
    if limits.is_above(value, limits.upper) {
        Some(Side::High)
    } else if limits.is_below(value, limits.lower) {
        Some(Side::Low)
    } else {
        None
    }
}

/// Gives the side of the centre on which a value lies.
fn side_of_centre(value: f64, limits: &Limits) -> Option<Side> {
    if limits.is_above(value, limits.centre) {
        Some(Side::High)
    } else if limits.is_below(value, limits.centre) {
        Some(Side::Low)
    } else {
        None
    }
}

/// Gives the direction of the monotone run that ends at a point, and its length in points (two or more).
pub(super) fn trend_ending_at(points: &[Option<f64>], end: usize) -> Option<(Side, usize)> {
    let step = |place: usize| -> Option<Side> {
        let (before, value) = ((*points.get(place.checked_sub(1)?)?)?, (*points.get(place)?)?);
        // Neighbours are compared as they are: nothing was computed from them, so there is no noise.
        match value.partial_cmp(&before)? {
            std::cmp::Ordering::Greater => Some(Side::High),
            std::cmp::Ordering::Less => Some(Side::Low),
            std::cmp::Ordering::Equal => None,
        }
    };
    let side = step(end)?;
    let steps = (0..=end).rev().take_while(|place| step(*place) == Some(side)).count();
    Some((side, steps + 1))
}

/// Gives the side of the run on one side of the centre that ends at a point, and its length in points.
pub(super) fn shift_ending_at(points: &[Option<f64>], limits: &Limits, end: usize) -> Option<(Side, usize)> {
    let side_at = |place: usize| side_of_centre((*points.get(place)?)?, limits);
    let side = side_at(end)?;
    let length = (0..=end).rev().take_while(|place| side_at(*place) == Some(side)).count();
    Some((side, length))
}

/// Marks the points near a limit of every three that the rule holds for; not the third, if it is not near.
fn two_of_three(points: &[Option<f64>], limits: &Limits) -> Vec<(usize, Side)> {
    let mut listed = Vec::new();
    for (start, three) in points.windows(3).enumerate() {
        let sides: Vec<Side> = three.iter().filter_map(|point| side_of_centre((*point)?, limits)).collect();
        let [side, second, third] = sides.as_slice() else {
            continue;
        };
        if side != second || side != third {
            continue;
        }
        let near: Vec<usize> = three
            .iter()
            .enumerate()
            .filter(|(_, point)| point.is_some_and(|value| is_near(value, limits)))
            .map(|(offset, _)| start + offset)
            .collect();
        if near.len() >= 2 {
            listed.extend(near.into_iter().map(|place| (place, *side)));
        }
    }
    listed
}

/// Tells whether a value lies beyond a near limit and not beyond the limit itself.
fn is_near(value: f64, limits: &Limits) -> bool {
    let beyond_near = limits.is_above(value, limits.near_upper) || limits.is_below(value, limits.near_lower);
    beyond_near && outside(value, limits).is_none()
}
