//! What a review of a change says.

use std::collections::BTreeMap;

use crate::diag::Place;
use crate::diff::{ChangeRule, Comparison};
use crate::model::{ChangeClass, Decimal, Id, Period, RecordRef};

/// Why the class of a change is lower than its fields say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lowering {
    /// The same periods by both definitions differ by less than matters.
    Bridge {
        /// The record of the change that holds the bridge.
        change: RecordRef,
        /// Rows that were compared.
        rows: usize,
    },
    /// Two named people state that only the words have changed.
    MeaningUnchanged {
        /// The record of the change that holds the statement.
        change: RecordRef,
        /// Whose word it rests on.
        stated_by: Vec<RecordRef>,
    },
}

/// What decides how large an effect may be before it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LimitedBy {
    /// One unit of the last published digit.
    Precision,
    /// Half the distance between the level of a target and its threshold.
    StatusBands,
    /// Half the distance between two bands of a score, as a distance of the metric's value.
    ScoreBands,
    /// Half the 95 per cent interval of the published figure.
    Interval,
    /// The value meets its target by one definition and misses it by the other.
    Status,
    /// Variation or assurance has another icon.
    Icon,
    /// A promise is kept by one definition and broken or endangered by the other.
    Promise,
}

impl LimitedBy {
    /// The word that data files show.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Precision => "precision",
            Self::StatusBands => "status-bands",
            Self::ScoreBands => "score-bands",
            Self::Interval => "interval",
            Self::Status => "status",
            Self::Icon => "icon",
            Self::Promise => "promise",
        }
    }
}

/// One period by both definitions, held against materiality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BridgeRowTest {
    /// The metric.
    pub metric: Id,
    /// The period.
    pub period: Period,
    /// The part of the results, as one code for each segment; all of them where it is empty.
    pub scope: BTreeMap<String, String>,
    /// Value by the old definition, in the unit of the metric.
    pub old: Decimal,
    /// Value by the new definition, in the unit of the metric.
    pub new: Decimal,
    /// New minus old, in the unit of the metric; nothing where it has more digits than can be held.
    pub effect: Option<Decimal>,
    /// The least effect that matters, in the unit of the metric.
    pub limit: Decimal,
    /// What decides: where the judgement changes that, else what the limit comes from.
    pub limited_by: LimitedBy,
    /// Whether the effect matters.
    pub is_material: bool,
    /// The published value, where it is not the one by the old definition.
    pub contradicted_by: Option<Decimal>,
}

/// What a bridge shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BridgeVerdict {
    /// In every tested period and segment the effect is smaller than what matters.
    BelowMateriality,
    /// An effect matters.
    Material,
    /// A metric has too few periods of its total.
    TooFewPeriods {
        /// The metric.
        metric: Id,
        /// Periods of its total.
        periods: usize,
    },
    /// A value by the old definition is not the published one.
    Contradicted,
}

/// A bridge held against materiality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BridgeTest {
    /// The rows by metric, scope and period.
    pub rows: Vec<BridgeRowTest>,
    /// What they show together.
    pub verdict: BridgeVerdict,
}

/// Something that a change lacks, or that is wrong with how it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortfall {
    /// The rule that speaks.
    pub rule: &'static ChangeRule,
    /// What was expected and what was found; lower case, no full stop, names in backticks.
    pub message: String,
    /// One step that mends it.
    pub help: String,
    /// Where it shows.
    pub place: Place,
    /// As for an edit of a field.
    pub fingerprint: String,
}

/// What the review says of one changed record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewed {
    /// Position of the record in [`Comparison::records`].
    pub position: usize,
    /// The class by its fields, after it was lowered where numbers or two people allow it, and raised where numbers demand it.
    pub class: Option<ChangeClass>,
    /// Why it is lower than its fields say.
    pub lowered: Option<Lowering>,
    /// The bridge, where the record of the change has one for this record.
    pub bridge: Option<BridgeTest>,
    /// The record of the change that speaks for it.
    pub change: Option<RecordRef>,
    /// What is missing or wrong, the weightiest first.
    pub shortfalls: Vec<Shortfall>,
}

/// The review of a whole comparison.
#[derive(Clone, Debug, Default)]
pub struct Review {
    /// What changed.
    pub comparison: Comparison,
    /// What is said of each changed record, in the same order.
    pub reviewed: Vec<Reviewed>,
}

impl Review {
    /// The highest class of any record, after lowering.
    #[must_use]
    pub fn class(&self) -> Option<ChangeClass> {
        self.reviewed.iter().filter_map(|reviewed| reviewed.class).max()
    }

    /// Whether every change carries what its class demands.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.reviewed.iter().all(|reviewed| reviewed.shortfalls.is_empty())
    }
}
