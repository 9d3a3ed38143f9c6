//! All results of a project: those that are not plain passes in full, the others counted.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::context::Context;
use super::facts::Facts;
use super::figure_marks::MetricTests;
use super::preliminary::{Preliminary, is_tested_before};
use super::registry::CHECKS;
use super::result::{CheckResult, Subject, Verdict};
use super::rule::Looks;
use super::run::{test_project, test_record, test_waiver};
use super::waivers::subject_of;
use crate::catalog::Catalog;
use crate::diag::Findings;
use crate::model::waiver::Waiver;
use crate::model::{Id, Kind};
use crate::source::Record;
use crate::stats::MetricSeries;

/// Records that a thread tests at once; the last shares are small, so that no thread waits long for another.
const AT_ONCE: usize = 16;

/// How many results of a check came out how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count([usize; Verdict::ALL.len()]);

impl Count {
    /// How many came out so.
    #[must_use]
    pub const fn of(&self, verdict: Verdict) -> usize {
        self.0[verdict as usize]
    }
}

/// All results of a project.
#[derive(Debug, Default)]
pub struct Ledger {
    told: Vec<CheckResult>,
    counts: BTreeMap<&'static str, Count>,
}

impl Ledger {
    /// Makes every check.
    #[must_use]
    pub fn of(catalog: &Catalog, facts: &Facts) -> Self {
        let context = Context { catalog, facts };
        context.gather();
        let preliminary = Preliminary::of(&context);
        let ids: Vec<&Id> = catalog.metrics().map(|(record, _)| &record.id).collect();
        let of_metric = |id| {
            let series = MetricSeries::build(catalog, id)?;
            Some(Counted::of(preliminary.test(&context, &series)))
        };
        let of_metrics: Vec<Counted> = ids.into_par_iter().with_max_len(AT_ONCE).filter_map(of_metric).collect();
        Self::gather(&context, &preliminary, &of_metrics)
    }

    /// Makes the checks that are not of metrics, and adds what was counted of those.
    #[must_use]
    pub fn gather<'a>(context: &Context<'_>, preliminary: &Preliminary, of_metrics: impl IntoIterator<Item = &'a Counted>) -> Self {
        let mut ledger = Self::default();
        let others = context.catalog.records().par_iter().with_max_len(AT_ONCE).filter(|record| !is_tested_before(record.kind));
        let of_records: Vec<Vec<CheckResult>> = others.map(|record| test_record(context, preliminary.waivers(), record)).collect();
        let of_project = test_project(context, preliminary.waivers());
        for result in of_records.into_iter().flatten().chain(of_project) {
            ledger.add(result);
        }
        for result in preliminary.results() {
            ledger.add(result.clone());
        }
        for counted in of_metrics {
            ledger.merge(counted);
        }
        ledger.test_waivers(context);
        ledger.told.sort_by(|one, other| (one.check.code.id, &one.subject).cmp(&(other.check.code.id, &other.subject)));
        ledger
    }

    /// The results that failed, were waived or could not be made, by code and subject.
    #[must_use]
    pub fn told(&self) -> &[CheckResult] {
        &self.told
    }

    /// How many results of a check came out how.
    #[must_use]
    pub fn count(&self, code: &str) -> Count {
        self.counts.get(code).copied().unwrap_or_default()
    }

    /// What came of the checks of a waiver, made again.
    #[must_use]
    pub fn of_waiver(&self, context: &Context<'_>, record: &Record, waiver: &Waiver) -> Vec<CheckResult> {
        let said = subject_of(waiver).and_then(|subject| {
            let key = (waiver.check.as_str(), &subject);
            let at = self.told.binary_search_by(|result| (result.check.code.id, &result.subject).cmp(&key)).ok()?;
            let result = self.told.get(at).filter(|result| !matches!(result.check.looks, Looks::Waivers(_)))?;
            said_to(record, result)
        });
        test_waiver(context, record, waiver, said)
    }

    /// What people are told.
    #[must_use]
    pub fn findings(&self, catalog: &Catalog) -> Findings {
        let mut findings = Findings::new();
        for result in &self.told {
            findings.extend(result.findings(catalog));
        }
        findings
    }

    fn add(&mut self, result: CheckResult) {
        self.counts.entry(result.check.code.id).or_default().0[result.verdict as usize] += 1;
        if is_told(&result) {
            self.told.push(result);
        }
    }

    fn merge(&mut self, counted: &Counted) {
        for (id, count) in &counted.counts {
            let sum = self.counts.entry(id).or_default();
            sum.0.iter_mut().zip(count.0).for_each(|(sum, one)| *sum += one);
        }
        self.told.extend(counted.told.iter().cloned());
    }

    fn test_waivers(&mut self, context: &Context<'_>) {
        let told: BTreeMap<(&str, &Subject), &CheckResult> =
            self.told.iter().map(|result| ((result.check.code.id, &result.subject), result)).collect();
        let said = |record: &Record, waiver: &Waiver| {
            let subject = subject_of(waiver)?;
            said_to(record, *told.get(&(waiver.check.as_str(), &subject))?)
        };
        let mut results = Vec::new();
        for (record, waiver) in context.catalog.waivers() {
            results.extend(test_waiver(context, record, waiver, said(record, waiver)));
        }
        for result in results {
            self.add(result);
        }
    }
}

/// What a result says to a waiver for its subject; nothing where another waiver covers it.
fn said_to(waiver: &Record, result: &CheckResult) -> Option<Verdict> {
    let by_another = result.verdict == Verdict::Waived && result.waiver.as_ref() != Some(&waiver.id);
    (!by_another).then_some(result.verdict)
}

/// The results of a metric, counted, and those that are told.
#[derive(Clone, Debug, Default)]
pub struct Counted {
    told: Vec<CheckResult>,
    counts: BTreeMap<&'static str, Count>,
}

impl Counted {
    /// Counts the results of a metric.
    #[must_use]
    pub fn of(tests: MetricTests) -> Self {
        let mut counted = Self::default();
        // Results of releases are counted where they were made.
        for result in tests.results.into_iter().filter(|result| is_of_metric(&result.subject)) {
            counted.counts.entry(result.check.code.id).or_default().0[result.verdict as usize] += 1;
            if is_told(&result) {
                counted.told.push(result);
            }
        }
        counted
    }
}

fn is_told(result: &CheckResult) -> bool {
    !matches!(result.verdict, Verdict::Pass | Verdict::NotApplicable)
}

fn is_of_metric(subject: &Subject) -> bool {
    matches!(subject, Subject::Record(record) if record.kind == Kind::Metric)
}

/// The check of a code.
#[must_use]
pub fn check_of(code: &str) -> Option<&'static super::Check> {
    CHECKS.iter().copied().find(|check| check.code.id == code)
}
