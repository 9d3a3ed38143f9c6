//! The numbers: what the figures are, and how they are judged.
//!
//! Arithmetic on counts is exact and rounded once, when a figure is published. Floating point appears only where a method
//! needs a root or process limits.

mod ageing;
mod attainment;
mod before_after;
mod bounds;
mod bridge;
mod budget;
mod byar;
mod calculation;
mod cell_name;
mod closure;
mod decompose;
mod evaluate;
mod figure;
mod figure_interval;
mod governed;
mod interval;
mod judgement;
mod promise;
mod promoter_score;
mod reconcile;
mod response_rate;
mod restated;
mod revision;
mod rolled;
mod rollup;
mod scorecard;
mod sensitivity;
mod series;
mod standing;
mod student;
mod target_level;
mod test_retest;
mod waterfall;
mod weighting;

pub mod spc;

pub use ageing::{AGE_BANDS, count_by_age, median_days};
pub use attainment::{Item, Rules, Score, ScoreError, Withheld, attainment, score};
pub use before_after::{BeforeAfter, Change, FEWEST_PERIODS, Method, NoComparison, Stretch, before_after};
pub use bounds::{ProportionBounds, ProportionCounts, exclusion_bounds, proportion_with_exclusions};
pub use bridge::{Bridge, bridge};
pub use budget::{Budget, BudgetPart, convert};
pub use byar::byar;
pub use calculation::{Calculation, column, effective_rollup};
pub use cell_name::{cell_codes, cell_key, cell_name};
pub use closure::{Course, Flow, flow};
pub use decompose::{Effects, Part, Split, rate_and_mix};
pub use evaluate::{EvaluateError, evaluate};
pub use figure::{Absence, Basis, Figure, Point};
pub use figure_interval::{figure_interval, interval_by};
pub use governed::Governed;
pub use interval::{Interval, Z_95, newcombe_difference, wilson, wilson_of_proportion};
pub use judgement::{Judgement, judge_cell, overlaps, suspensions};
pub use promise::{PromiseCount, PromiseStatus, PromiseWindow, judge_promise, promise_windows};
pub use promoter_score::{adjusted_wald, trinomial_wald};
pub use reconcile::Reconciled;
pub use response_rate::{Dispositions, response_rate};
pub use restated::{Restated, restated};
pub use revision::{Revision, RevisionTriangle, Vintages};
pub use rolled::RolledPart;
pub use rollup::{RollupError, last, sum, sum_columns, weighted_mean};
pub use scorecard::{ScorecardFigures, ScorecardResult, ScoredItem};
pub use sensitivity::{Sensitivity, weight_sensitivity};
pub use series::{CellKey, MetricSeries, Points};
pub use standing::{Standing, StandingCount, StandingPeriod, standings};
pub use student::{mean_interval, t_95};
pub use target_level::{LevelBasis, MetricTargets, TargetLevel, TargetStatus, judge};
pub use test_retest::{TestRetest, test_retest};
pub use waterfall::{Side, Step, Waterfall, waterfall};
pub use weighting::WeightedSample;
