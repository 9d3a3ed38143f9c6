//! What a mark on a picture says: which rule flagged a point, and whether that is welcome.
//!
//! The words stand here, so that chart, key, table twin and text speak alike. Who found a special cause stands to the
//! left.

use crate::stats::TargetStatus;
use crate::stats::spc::{Rule, Side};

/// Whether a special cause is welcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Judgement {
    /// In the direction that is wanted.
    Improving,
    /// Against the direction that is wanted.
    Concerning,
    /// No direction is wanted.
    Neutral,
}

impl Judgement {
    /// Every judgement.
    pub const ALL: [Self; 3] = [Self::Improving, Self::Concerning, Self::Neutral];

    /// Names the judgement.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Improving => "improving",
            Self::Concerning => "concerning",
            Self::Neutral => "neither better nor worse",
        }
    }
}

/// A special cause at one point, as a chart marks it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signal {
    /// The rule that flagged the point, the first by precedence.
    pub rule: Rule,
    /// Where it lies or heads.
    pub side: Side,
    /// Whether it is welcome.
    pub judgement: Judgement,
}

/// Gives the letter that marks a rule on a chart.
#[must_use]
pub const fn rule_letter(rule: Rule) -> char {
    match rule {
        Rule::Outside => 'O',
        Rule::Trend => 'T',
        Rule::TwoOfThree => '2',
        Rule::Shift => 'S',
    }
}

/// Says in words what a rule found.
#[must_use]
pub const fn rule_words(rule: Rule) -> &'static str {
    match rule {
        Rule::Outside => "outside the limits",
        Rule::Trend => "trend",
        Rule::TwoOfThree => "two of three near a limit",
        Rule::Shift => "shift",
    }
}

/// Says in words what a special cause is, side included.
#[must_use]
pub const fn signal_words(signal: Signal) -> &'static str {
    match (signal.rule, signal.side) {
        (Rule::Outside, Side::High) => "above the upper limit",
        (Rule::Outside, Side::Low) => "below the lower limit",
        (Rule::Trend, Side::High) => "rising trend",
        (Rule::Trend, Side::Low) => "falling trend",
        (Rule::TwoOfThree, Side::High) => "two of three near the upper limit",
        (Rule::TwoOfThree, Side::Low) => "two of three near the lower limit",
        (Rule::Shift, Side::High) => "shift above the mean",
        (Rule::Shift, Side::Low) => "shift below the mean",
    }
}

/// Says in words how a value stands to its target; without a value or a target it is not judged.
#[must_use]
pub const fn status_words(status: Option<TargetStatus>) -> &'static str {
    match status {
        Some(status) => status.word(),
        None => "not judged",
    }
}
