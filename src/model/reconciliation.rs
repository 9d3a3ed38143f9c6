//! A reconciliation: a figure compared with another source, and the difference explained.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reference::{MetricRef, OwnerRef};
use super::{Decimal, Period, Prose};

/// How a comparison came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ReconciliationState {
    /// Not yet finished.
    Open,
    /// The figures agree, or their difference is explained.
    Agreed,
    /// A difference remains that nobody can explain.
    Unresolved,
}

/// The figure of the other source.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct ExternalFigure {
    /// The figure, in the unit of the metric.
    pub figure: Decimal,
    /// Where it can be looked up.
    pub source: String,
}

/// One part of the difference that is explained.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct ReconcilingItem {
    /// Why the figures differ by this amount.
    pub reason: Prose,
    /// What has to be added to the project's own figure, in the unit of the metric.
    pub amount: Decimal,
}

/// A figure compared with another source.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Reconciliation {
    /// How the comparison came out.
    pub state: ReconciliationState,
    /// The metric whose figure is compared.
    pub metric: MetricRef,
    /// The period of the figure.
    pub period: Period,
    /// The figure of the other source.
    pub external: ExternalFigure,
    /// How the other source defines the figure differently.
    pub definition_differences: Prose,
    /// The parts of the difference that are explained.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<ReconcilingItem>,
    /// Greatest difference that may stay unexplained, in the unit of the metric.
    pub tolerance: Decimal,
    /// What follows from the comparison.
    pub conclusion: Prose,
    /// Who made the comparison.
    pub preparer: OwnerRef,
    /// Who looked it over; not the one who made it.
    pub reviewer: OwnerRef,
}
