//! The way from raw counts to the counts after exclusions.

use super::calculation::column;
use super::figure::Figure;
use super::series::MetricSeries;
use crate::catalog::Catalog;
use crate::model::exclusion::ExclusionType;
use crate::model::{AnyRecord, Decimal, Exact, Id, Kind};
use crate::source::NumberColumn;

/// A side of a fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Out of what.
    Denominator,
    /// What succeeds.
    Numerator,
}

impl Side {
    /// The name, as columns are called.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Denominator => "denominator",
            Self::Numerator => "numerator",
        }
    }
}

/// One step: what an exclusion removes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The exclusion.
    pub exclusion: Id,
    /// How many it removes.
    pub removed: Decimal,
}

/// Raw count, what each exclusion removes in the order of the rules, and the count that is left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waterfall {
    /// Which side of the fraction.
    pub side: Side,
    /// Count before exclusions.
    pub raw: Decimal,
    /// What each exclusion removes, in their order.
    pub steps: Vec<Step>,
    /// Count after exclusions, as reported.
    pub net: Decimal,
}

impl Waterfall {
    /// What all exclusions remove together.
    #[must_use]
    pub fn removed(&self) -> i128 {
        self.steps.iter().map(|step| step.removed.exact().numerator()).sum()
    }

    /// Whether raw less removed is net.
    #[must_use]
    pub fn closes(&self) -> bool {
        self.raw.exact().checked_sub(Exact::from_integer(self.removed())) == Some(self.net.exact())
    }
}

/// The waterfall of one side of a figure; `None` where its raw count or its net count was not reported.
#[must_use]
pub fn waterfall(catalog: &Catalog, series: &MetricSeries, figure: &Figure, side: Side) -> Option<Waterfall> {
    let number = |name: &str| column(&series.columns, &figure.numbers, name);
    let (raw, net) = match side {
        Side::Denominator => (number("denominator_raw").or_else(|| number("population"))?, number("denominator")?),
        Side::Numerator => (number("numerator_raw")?, number("numerator")?),
    };
    let mut steps: Vec<(u32, Step)> = Vec::new();
    for (heading, value) in series.columns.iter().zip(&figure.numbers) {
        let (NumberColumn::Excluded(id), Some(removed)) = (heading, value) else {
            continue;
        };
        let Some(AnyRecord::Exclusion(exclusion)) = catalog.find(Kind::Exclusion, id).map(|record| &record.fields) else {
            continue;
        };
        if (exclusion.kind == ExclusionType::Numerator) == (side == Side::Numerator) {
            steps.push((exclusion.order, Step { exclusion: id.clone(), removed: *removed }));
        }
    }
    steps.sort_by(|one, other| (one.0, &one.1.exclusion).cmp(&(other.0, &other.1.exclusion)));
    Some(Waterfall { side, raw, steps: steps.into_iter().map(|(_, step)| step).collect(), net })
}
