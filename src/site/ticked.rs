//! What stands beside a figure, each mark with the check that gave it, and why something could not be tested.
//!
//! Kept with what lists say of a metric, so that no list tests figures again; small for that reason.

use crate::check::{CheckResult, FigureAt, MetricTests, Tick, Verdict};

/// A mark beside a figure and the check behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ticked {
    /// The mark, exception or `N`.
    pub tick: Tick,
    /// Code of the check; empty where no check looked.
    pub code: &'static str,
}

impl Ticked {
    /// What stands beside a figure; `N` where it is not among those that are tested, such as one over a longer period.
    #[must_use]
    pub fn beside(tests: &MetricTests, at: Option<FigureAt>) -> Vec<Self> {
        let Some(at) = at else {
            return vec![Self { tick: Tick::NotTested, code: "" }];
        };
        let with_code = |tick: Tick| Self { tick, code: code(&tests.behind(tick)) };
        tests.ticks(at).into_iter().map(with_code).collect()
    }

    /// Whether `N` is among them.
    #[must_use]
    pub fn is_untested(ticks: &[Self]) -> bool {
        ticks.iter().any(|ticked| ticked.tick == Tick::NotTested)
    }
}

/// The check to which a mark leads: one that passed before one that only tested.
fn code(behind: &[&CheckResult]) -> &'static str {
    let passed = behind.iter().find(|result| result.verdict == Verdict::Pass);
    let tested = passed.or_else(|| behind.iter().find(|result| result.tested > 0));
    tested.or(behind.first()).map_or("", |result| result.check.code.id)
}

/// Why a check could not test a figure.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ground {
    /// Code of the check.
    pub code: &'static str,
    /// What is missing, in English: lower case, no full stop; may be empty.
    pub reason: String,
}

impl Ground {
    /// The grounds of a metric, each once, by code.
    #[must_use]
    pub fn of(tests: &MetricTests) -> Vec<Self> {
        let mut grounds: Vec<Self> = tests
            .behind(Tick::NotTested)
            .into_iter()
            .map(|result| Self { code: result.check.code.id, reason: result.reason.clone() })
            .collect();
        grounds.sort();
        grounds.dedup();
        grounds
    }
}
