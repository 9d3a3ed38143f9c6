//! A target: the level to be reached, where it comes from, and who agreed to it before the period began.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reference::{MetricRef, PartyRef};
use super::{Date, Decimal, FiscalCalendar, Period, Prose};

/// What a target rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TargetBasis {
    /// Earlier results of the organisation.
    History,
    /// Results of others.
    Benchmark,
    /// A contract.
    Contract,
    /// A law or the rule of an authority.
    Regulation,
    /// What the organisation wants to be able to do.
    Aspiration,
}

/// Where a target stands in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TargetState {
    /// Being written.
    Draft,
    /// Agreed and in force.
    Agreed,
    /// No longer in force.
    Closed,
}

/// A target for one circumstance.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct TargetTier {
    /// The circumstance in which this target holds.
    pub condition: String,
    /// The level to be reached then, in the unit of the metric.
    pub value: Decimal,
}

/// A time for which another target was agreed.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct ToleranceWindow {
    /// First period of the time.
    pub from: Period,
    /// Last period of the time.
    pub to: Period,
    /// The level to be reached in this time, in the unit of the metric.
    pub target: Decimal,
    /// Why another target holds.
    pub reason: Prose,
}

/// The level to be reached, agreed before the period.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Target {
    /// Where the target stands in its life.
    pub state: TargetState,
    /// The metric for which it is set.
    pub metric: MetricRef,
    /// The part of the results for which it holds, as one code for each segment, or `"*"` for each code by itself; the total where it is left out.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub scope: BTreeMap<String, String>,
    /// First period for which it holds.
    pub from: Period,
    /// Last period for which it holds; left out while no end is set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Period>,
    /// The worst value that is still acceptable, in the unit of the metric.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub threshold: Option<Decimal>,
    /// Level to be reached, in the unit of the metric.
    pub target: Decimal,
    /// Level beyond the target that would be an outstanding result, in the unit of the metric.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stretch: Option<Decimal>,
    /// Level at which somebody has to act at once, in the unit of the metric.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action_level: Option<Decimal>,
    /// Other targets for single periods, each in the unit of the metric.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub seasonal: BTreeMap<String, Decimal>,
    /// Other targets for single circumstances.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tiers: Vec<TargetTier>,
    /// What the target rests on.
    pub basis: TargetBasis,
    /// Where the basis can be looked up: the earlier results, the contract, the rule.
    pub basis_ref: Prose,
    /// Who proposed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposed_by: Option<PartyRef>,
    /// Those who agreed to it.
    pub agreed_by: Vec<PartyRef>,
    /// Day on which it was agreed.
    pub agreed_at: Date,
    /// Where the plan for reaching it can be looked up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan_ref: Option<Prose>,
    /// Times for which another target was agreed, with the reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tolerance_windows: Vec<ToleranceWindow>,
}

impl Target {
    /// Tells whether it was agreed only after its first period had begun.
    #[must_use]
    pub fn is_late(&self, calendar: &FiscalCalendar) -> bool {
        self.agreed_at > self.from.first_day(calendar)
    }
}
