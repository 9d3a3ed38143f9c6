//! How a metric's value is computed from its columns.

use std::collections::BTreeMap;

use super::evaluate::{EvaluateError, evaluate};
use super::figure::Absence;
use crate::model::{Decimal, Exact, Formula, Metric, Rollup, Scoring};
use crate::source::{NumberColumn, parse_expression};

/// The formula of a metric, ready to be applied.
#[derive(Clone, Debug)]
pub struct Calculation {
    formula: Formula,
    /// Whether the definition gives the formula; otherwise it follows from the scoring.
    pub stated: bool,
    factor: Exact,
    decimals: u32,
    rounding: crate::model::Rounding,
    rollup: Rollup,
}

/// What a calculation gives.
#[derive(Clone, Copy, Debug)]
pub struct Outcome {
    /// The exact value in the unit of measure.
    pub value: Result<Exact, Absence>,
    /// Whether it was computed from counts.
    pub recomputed: bool,
}

impl Calculation {
    /// The calculation that a definition describes: its formula, or the one that its scoring implies.
    #[must_use]
    pub fn of(metric: &Metric) -> Self {
        let stated = metric.formula.as_ref().and_then(|text| parse_expression(text.as_str()).ok());
        let term = |name: &str| Formula::Term(name.to_owned());
        let implied = || match metric.scoring {
            Scoring::Count => term("numerator"),
            Scoring::Index | Scoring::Composite => term("value"),
            Scoring::Proportion | Scoring::Ratio | Scoring::Mean => {
                Formula::Divide(Box::new(term("numerator")), Box::new(term("denominator")))
            }
        };
        Self {
            stated: stated.is_some(),
            formula: stated.unwrap_or_else(implied),
            factor: Exact::from_integer(i128::from(metric.unit.factor())),
            decimals: metric.decimals,
            rounding: metric.rounding,
            rollup: effective_rollup(metric),
        }
    }

    /// The formula, before the factor of the unit.
    #[must_use]
    pub const fn formula(&self) -> &Formula {
        &self.formula
    }

    /// What the value of the formula is multiplied by: the factor of the unit.
    #[must_use]
    pub const fn factor(&self) -> Exact {
        self.factor
    }

    /// How a value half-way between two published ones is rounded.
    #[must_use]
    pub const fn rounding(&self) -> crate::model::Rounding {
        self.rounding
    }

    /// Decimal places of a published value.
    #[must_use]
    pub const fn decimals(&self) -> u32 {
        self.decimals
    }

    /// The rule by which values combine.
    #[must_use]
    pub const fn rollup(&self) -> Rollup {
        self.rollup
    }

    /// Computes the value from the columns, with other metrics' values for the terms of a composite.
    ///
    /// A value that cannot be computed because no count was reported at all stands as it was reported.
    #[must_use]
    pub fn apply(&self, columns: &[NumberColumn], numbers: &[Option<Decimal>], components: &BTreeMap<&str, Option<Exact>>) -> Outcome {
        let reported = column(columns, numbers, "value");
        let needs: Vec<&str> = self.formula.terms().into_iter().collect();
        if needs == ["value"] {
            let value = reported.map(|number| number.exact()).ok_or(Absence::Missing);
            return Outcome { value, recomputed: false };
        }
        let lookup = |name: &str| match components.get(name) {
            Some(component) => *component,
            None => column(columns, numbers, name).map(|number| number.exact()),
        };
        let outcome = match evaluate(&self.formula, &lookup) {
            Ok(value) => value.checked_mul(self.factor).ok_or(Absence::Overflow),
            Err(EvaluateError::MissingTerm(_) | EvaluateError::NoArguments) => Err(Absence::Incomplete),
            Err(EvaluateError::DivisionByZero) => Err(Absence::NothingCounted),
            Err(EvaluateError::Overflow) => Err(Absence::Overflow),
        };
        match (outcome, reported) {
            (Err(Absence::Incomplete), Some(reported)) if needs.iter().all(|name| lookup(name).is_none()) => {
                Outcome { value: Ok(reported.exact()), recomputed: false }
            }
            (value, _) => Outcome { value, recomputed: true },
        }
    }

    /// The value at published precision.
    #[must_use]
    pub fn publish(&self, value: Exact) -> Option<Decimal> {
        value.round(self.decimals, self.rounding)
    }
}

/// The number in a named column.
#[must_use]
pub fn column(columns: &[NumberColumn], numbers: &[Option<Decimal>], name: &str) -> Option<Decimal> {
    let position = columns.iter().position(|column| matches!(column, NumberColumn::Named(known) if **known == *name))?;
    numbers.get(position).copied().flatten()
}

/// The rule by which values combine: the definition's, or the one that its scoring implies.
#[must_use]
pub const fn effective_rollup(metric: &Metric) -> Rollup {
    match metric.rollup {
        Some(rollup) => rollup,
        None => match metric.scoring {
            Scoring::Count => Rollup::Sum,
            Scoring::Proportion | Scoring::Ratio => Rollup::Recompute,
            Scoring::Mean | Scoring::Index | Scoring::Composite => Rollup::None,
        },
    }
}
