//! What has to be known before the figures of a metric can be tested: the waivers in force, and results on releases and reconciliations.
//!
//! It needs no figure, so that the tests of a single metric can be made without those of the others.

use rayon::prelude::*;

use super::carried::Carried;
use super::context::Context;
use super::figure_marks::MetricTests;
use super::result::CheckResult;
use super::run::{test_record, test_release};
use super::waivers::Waivers;
use crate::model::Kind;
use crate::stats::MetricSeries;

/// What has to be known before figures can be tested.
#[derive(Debug, Default)]
pub struct Preliminary {
    waivers: Waivers,
    carried: Carried,
    results: Vec<CheckResult>,
}

impl Preliminary {
    /// Tests releases and reconciliations.
    #[must_use]
    pub fn of(context: &Context<'_>) -> Self {
        let catalog = context.catalog;
        let waivers = Waivers::in_force(catalog, context.as_of());
        let reconciliations = catalog.of_kind(Kind::Reconciliation).map(|record| test_record(context, &waivers, record));
        let mut results: Vec<CheckResult> = reconciliations.flatten().collect();
        let of_releases: Vec<Vec<CheckResult>> =
            catalog.releases().par_iter().map(|release| test_release(context, &waivers, release)).collect();
        results.extend(of_releases.into_iter().flatten());
        let mut carried = Carried::default();
        for result in &results {
            carried.keep(catalog, result);
        }
        Self { waivers, carried, results }
    }

    /// Tests a metric and its figures.
    #[must_use]
    pub fn test(&self, context: &Context<'_>, series: &MetricSeries) -> MetricTests {
        MetricTests::of(context, &self.waivers, &self.carried, series)
    }

    /// The waivers in force.
    #[must_use]
    pub const fn waivers(&self) -> &Waivers {
        &self.waivers
    }

    /// The results on releases and reconciliations.
    pub(super) fn results(&self) -> &[CheckResult] {
        &self.results
    }
}

/// Whether records of a kind are tested here, or together with their figures, so that nobody else has to.
pub(super) const fn is_tested_before(kind: Kind) -> bool {
    matches!(kind, Kind::Metric | Kind::Reconciliation)
}
