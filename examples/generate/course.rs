//! How a metric moves over its periods: a level, chance around it, and for some metrics a cause that a chart should find.
//!
//! Levels are in millionths of the value before the factor of the unit. Must not know counts or files.

use crate::measures::Scoring;
use crate::plan::PlannedMetric;
use crate::random::Random;

/// The part of the level, or of the room that is left on its narrower side, in which chance moves it.
const CHANCE: i64 = 14;
/// A year of a season, in hundredths.
const SEASON: [i64; 12] = [100, 87, 50, 0, -50, -87, -100, -87, -50, 0, 50, 87];

/// What happens to the level beside chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cause {
    /// Nothing.
    None,
    /// Another level from a period on.
    Shift { from: i64, by: i64 },
    /// A little more or less with each period.
    Trend { by: i64 },
    /// One period apart from all others.
    Outlier { at: i64, by: i64 },
    /// Up and down with the months of the year.
    Season,
}

/// The course of a metric.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Course {
    /// Level at which it begins.
    pub(crate) level: i64,
    /// Greatest way that chance moves it.
    pub(crate) spread: i64,
    cause: Cause,
    least: i64,
    greatest: i64,
    periods: i64,
}

impl Course {
    /// The course of a planned metric, the same wherever it is asked for.
    pub(crate) fn of(metric: PlannedMetric) -> Self {
        let plan = metric.area.plan;
        let measure = metric.measure();
        let mut random = Random::stream(plan.seed, "course", metric.position());
        let level = random.between(measure.level);
        let most = greatest_possible(measure.scoring);
        let room = most.map_or(level, |most| level.min(most - level));
        let greatest = most.map_or(level * 4, |most| most - room / 20);
        let spread = (room / CHANCE).max(1);
        let periods = i64::from(plan.periods);
        let cause = draw_cause(&mut random, spread, periods);
        Self { level, spread, cause, least: room / 20, greatest, periods }
    }

    /// The level in a period, counted from 0, with what chance adds; `month` is the place of the period in its year.
    pub(crate) fn at(&self, period: u32, month: u32, random: &mut Random) -> i64 {
        let period = i64::from(period);
        let caused = match self.cause {
            Cause::Shift { from, by } if period >= from => by,
            Cause::Trend { by } => by * period / self.periods,
            Cause::Outlier { at, by } if period == at => by,
            Cause::Season => self.spread * 2 * SEASON[month as usize % 12] / 100,
            Cause::None | Cause::Shift { .. } | Cause::Outlier { .. } => 0,
        };
        self.within(self.level + caused + random.around_zero(self.spread))
    }

    /// The level, moved to where a value can be.
    pub(crate) fn within(&self, level: i64) -> i64 {
        level.clamp(self.least, self.greatest)
    }
}

/// The greatest level that can be: all of it for a proportion, the end of the scale for an index.
const fn greatest_possible(scoring: Scoring) -> Option<i64> {
    match scoring {
        Scoring::Proportion => Some(1_000_000),
        Scoring::Index => Some(100_000_000),
        _ => None,
    }
}

fn draw_cause(random: &mut Random, spread: i64, periods: i64) -> Cause {
    let sign = random.between((0, 1)) * 2 - 1;
    let middle = random.between((periods / 3, periods * 2 / 3));
    match random.below(20) {
        0..=8 => Cause::None,
        9..=12 => Cause::Shift { from: middle, by: sign * spread * 2 },
        13..=15 => Cause::Trend { by: sign * spread * 5 },
        16..=17 => Cause::Outlier { at: middle, by: sign * spread * 4 },
        _ => Cause::Season,
    }
}
