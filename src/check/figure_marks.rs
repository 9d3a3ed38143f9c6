//! Which marks the figures of a metric bear.

use std::collections::BTreeMap;

use super::carried::Carried;
use super::context::Context;
use super::figures::{FigureAt, Figures};
use super::mark::Mark;
use super::result::{CheckResult, Verdict};
use super::run::{look_at_figures, test_record};
use super::sheet::Seen;
use super::waivers::Waivers;
use crate::stats::MetricSeries;

/// One thing that stands beside a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tick {
    /// A test that the figure passed.
    Mark(Mark),
    /// An exception: the number of a failed result among those of the metric, counted from 1.
    Exception(usize),
    /// An exception that is waived: the number of a waived result among those of the metric, counted from 1.
    Waived(usize),
    /// Something that could not be tested.
    NotTested,
}

impl Tick {
    /// The letters.
    #[must_use]
    pub fn letters(self) -> String {
        match self {
            Self::Mark(mark) => mark.letters().to_owned(),
            Self::Exception(number) => format!("X{number}"),
            Self::Waived(number) => format!("W{number}"),
            Self::NotTested => "N".to_owned(),
        }
    }
}

/// What was seen of one figure, as sets of marks.
#[derive(Clone, Copy, Debug, Default)]
struct Outcome {
    right: u16,
    wrong: u16,
    untested: u16,
}

/// All tests of a metric and of its figures.
#[derive(Debug, Default)]
pub struct MetricTests {
    /// The results by code; failed results of releases that bear on its figures stand among them.
    pub results: Vec<CheckResult>,
    outcomes: Vec<Outcome>,
    exceptions: BTreeMap<FigureAt, Vec<usize>>,
}

impl MetricTests {
    /// Tests a metric and its figures.
    #[must_use]
    pub fn of(context: &Context<'_>, waivers: &Waivers, carried: &Carried, series: &MetricSeries) -> Self {
        let Some((record, metric)) = context.catalog.metric(&series.metric) else {
            return Self::default();
        };
        let figures = Figures::of(record, metric, series);
        let mut tests = Self { outcomes: vec![Outcome::default(); figures.len()], ..Self::default() };
        for result in test_record(context, waivers, record) {
            let seen = result.check.mark.and_then(|_| seen(&result));
            let all = seen.map_or_else(Vec::new, |seen| (0..figures.len()).map(|at| (FigureAt(at), seen)).collect());
            tests.add(result, all);
        }
        for (result, seen) in look_at_figures(context, waivers, &figures) {
            tests.add(result, seen);
        }
        for (result, seen) in carried.of(context.catalog, &figures) {
            tests.add(result, seen);
        }
        tests.sort();
        tests
    }

    /// What stands beside a figure, in order; never nothing.
    #[must_use]
    pub fn ticks(&self, at: FigureAt) -> Vec<Tick> {
        let Some(outcome) = self.outcomes.get(at.0) else {
            return vec![Tick::NotTested];
        };
        let borne = |mark: &&Mark| outcome.right & mark.bit() != 0 && (outcome.wrong | outcome.untested) & mark.bit() == 0;
        let mut ticks: Vec<Tick> = Mark::ALL.iter().filter(borne).map(|mark| Tick::Mark(*mark)).collect();
        for index in self.exceptions.get(&at).into_iter().flatten() {
            ticks.extend(self.number(*index));
        }
        if outcome.untested != 0 || ticks.is_empty() {
            ticks.push(Tick::NotTested);
        }
        ticks
    }

    /// The number of a failed or waived result.
    #[must_use]
    pub fn number(&self, index: usize) -> Option<Tick> {
        let verdict = self.results.get(index)?.verdict;
        let rank = self.results[..=index].iter().filter(|result| result.verdict == verdict).count();
        match verdict {
            Verdict::Fail => Some(Tick::Exception(rank)),
            Verdict::Waived => Some(Tick::Waived(rank)),
            _ => None,
        }
    }

    /// The results behind a mark, an exception or `N` of a figure.
    #[must_use]
    pub fn behind(&self, tick: Tick) -> Vec<&CheckResult> {
        let of_mark = |mark: Mark| move |result: &&CheckResult| result.check.mark == Some(mark);
        match tick {
            Tick::Mark(mark) => self.results.iter().filter(of_mark(mark)).collect(),
            Tick::NotTested => self.results.iter().filter(|result| result.check.mark.is_some() && result.untested > 0).collect(),
            Tick::Exception(_) | Tick::Waived(_) => {
                self.results.iter().enumerate().filter(|(index, _)| self.number(*index) == Some(tick)).map(|(_, result)| result).collect()
            }
        }
    }

    fn add(&mut self, result: CheckResult, seen: Vec<(FigureAt, Seen)>) {
        let index = self.results.len();
        let bit = result.check.mark.map_or(0, Mark::bit);
        for (at, seen) in seen {
            let Some(outcome) = self.outcomes.get_mut(at.0) else {
                continue;
            };
            match seen {
                Seen::Right => outcome.right |= bit,
                Seen::Untested => outcome.untested |= bit,
                Seen::Wrong => {
                    outcome.wrong |= bit;
                    let told = self.exceptions.entry(at).or_default();
                    if told.last() != Some(&index) {
                        told.push(index);
                    }
                }
            }
        }
        self.results.push(result);
    }

    /// Puts the results in the order of their codes.
    fn sort(&mut self) {
        let mut order: Vec<usize> = (0..self.results.len()).collect();
        order.sort_by_key(|index| (self.results[*index].check.code.id, self.results[*index].subject.clone()));
        let mut places = vec![0; order.len()];
        for (place, index) in order.iter().enumerate() {
            places[*index] = place;
        }
        let mut results: Vec<Option<CheckResult>> = std::mem::take(&mut self.results).into_iter().map(Some).collect();
        self.results = order.into_iter().filter_map(|index| results[index].take()).collect();
        for told in self.exceptions.values_mut() {
            for index in told.iter_mut() {
                *index = places[*index];
            }
            told.sort_unstable();
        }
    }
}

/// What a result on a whole metric says of each of its figures, where the check gives a mark; a mark takes that all of it could be tested.
fn seen(result: &CheckResult) -> Option<Seen> {
    match result.verdict {
        Verdict::Pass if result.untested > 0 => Some(Seen::Untested),
        Verdict::Pass => Some(Seen::Right),
        Verdict::Fail | Verdict::Waived => Some(Seen::Wrong),
        Verdict::NotTestable => Some(Seen::Untested),
        Verdict::NotApplicable => None,
    }
}
