//! What a mark on a picture says: which rule flagged a point, and whether that is welcome.
//!
//! The words are chosen here, so that chart, key, table twin and text speak alike. Who found a special cause stands to the
//! left.

use crate::language::Language;
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
    pub fn words(self, language: &Language) -> &str {
        language.say(match self {
            Self::Improving => "charts-improving",
            Self::Concerning => "charts-concerning",
            Self::Neutral => "charts-neutral",
        })
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
pub fn rule_words(language: &Language, rule: Rule) -> &str {
    language.say(match rule {
        Rule::Outside => "charts-rule-outside",
        Rule::Trend => "charts-rule-trend",
        Rule::TwoOfThree => "charts-rule-two-of-three",
        Rule::Shift => "charts-rule-shift",
    })
}

/// Says in words what a special cause is, side included.
#[must_use]
pub fn signal_words(language: &Language, signal: Signal) -> &str {
    language.say(match (signal.rule, signal.side) {
        (Rule::Outside, Side::High) => "charts-signal-outside-high",
        (Rule::Outside, Side::Low) => "charts-signal-outside-low",
        (Rule::Trend, Side::High) => "charts-signal-trend-high",
        (Rule::Trend, Side::Low) => "charts-signal-trend-low",
        (Rule::TwoOfThree, Side::High) => "charts-signal-two-of-three-high",
        (Rule::TwoOfThree, Side::Low) => "charts-signal-two-of-three-low",
        (Rule::Shift, Side::High) => "charts-signal-shift-high",
        (Rule::Shift, Side::Low) => "charts-signal-shift-low",
    })
}

/// Says in words how a value stands to its target; without a value or a target it is not judged.
#[must_use]
pub fn status_words(language: &Language, status: Option<TargetStatus>) -> &str {
    language.say(match status {
        Some(TargetStatus::Met) => "status-short-met",
        Some(TargetStatus::Close) => "status-short-close",
        Some(TargetStatus::Missed) => "status-short-missed",
        None => "status-not-judged",
    })
}
