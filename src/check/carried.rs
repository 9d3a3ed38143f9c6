//! Results on releases and reconciliations that bear on figures of many metrics.

use std::collections::BTreeMap;

use super::extracts::seen_of_metric;
use super::figures::{FigureAt, Figures};
use super::mark::Mark;
use super::result::{CheckResult, Subject, Verdict};
use super::sheet::Seen;
use crate::catalog::Catalog;
use crate::model::{AnyRecord, Id, Period};
use crate::stats::Basis;

/// Results on releases and reconciliations, by what they bear on.
#[derive(Debug, Default)]
pub struct Carried {
    releases: BTreeMap<Id, Vec<CheckResult>>,
    periods: BTreeMap<Id, Vec<(Period, CheckResult)>>,
}

impl Carried {
    /// Keeps a result where it gives figures a mark.
    pub(super) fn keep(&mut self, catalog: &Catalog, result: &CheckResult) {
        if result.check.mark.is_none() || result.verdict == Verdict::NotApplicable {
            return;
        }
        match &result.subject {
            Subject::Release(id) => self.releases.entry(id.clone()).or_default().push(result.clone()),
            Subject::Record(record) => {
                if let Some(AnyRecord::Reconciliation(fields)) = catalog.record(record).map(|record| &record.fields) {
                    self.periods.entry(fields.metric.id().clone()).or_default().push((fields.period, result.clone()));
                }
            }
            Subject::Project => {}
        }
    }

    /// The results that bear on figures of a metric, with what they say of each.
    pub(super) fn of(&self, catalog: &Catalog, figures: &Figures<'_>) -> Vec<(CheckResult, Vec<(FigureAt, Seen)>)> {
        let mut found = self.of_releases(catalog, figures);
        let total = figures.series.total_key();
        for (period, result) in self.periods.get(&figures.record.id).into_iter().flatten() {
            if let Some(at) = total.and_then(|key| figures.at(key, *period)) {
                found.push((result.clone(), seen(result.verdict).map(|seen| (at, seen)).into_iter().collect()));
            }
        }
        found
    }

    fn of_releases(&self, catalog: &Catalog, figures: &Figures<'_>) -> Vec<(CheckResult, Vec<(FigureAt, Seen)>)> {
        if self.releases.is_empty() {
            return Vec::new();
        }
        let mut by_release: BTreeMap<&Id, Vec<FigureAt>> = BTreeMap::new();
        for (at, _, point) in figures.each().filter(|(_, _, point)| matches!(point.latest.basis, Basis::Row { .. })) {
            if let Some(release) = catalog.releases().get(point.latest.release) {
                by_release.entry(&release.id).or_default().push(at);
            }
        }
        let mut found = Vec::new();
        for (release, all) in by_release {
            for result in self.releases.get(release).into_iter().flatten() {
                let seen = seen_of_release(catalog, figures, result);
                found.push((result.clone(), all.iter().filter_map(|at| Some((*at, seen?))).collect()));
            }
        }
        found
    }
}

/// What a result on a release says of its figures: of source data only what the sources of the metric delivered.
fn seen_of_release(catalog: &Catalog, figures: &Figures<'_>, result: &CheckResult) -> Option<Seen> {
    let (Some(Mark::Extract), Subject::Release(id)) = (result.check.mark, &result.subject) else {
        return seen(result.verdict);
    };
    let release = catalog.releases().iter().find(|release| release.id == *id)?;
    seen_of_metric(catalog, &release.release, figures.metric)
}

fn seen(verdict: Verdict) -> Option<Seen> {
    match verdict {
        Verdict::Pass => Some(Seen::Right),
        Verdict::Fail | Verdict::Waived => Some(Seen::Wrong),
        Verdict::NotTestable => Some(Seen::Untested),
        Verdict::NotApplicable => None,
    }
}
