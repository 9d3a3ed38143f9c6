//! Which column of the sheet of figures holds what. The other sheets refer to figures by it and by nothing else.

use std::collections::BTreeMap;

use super::sheet::on;
use super::subject::Subject;

/// Which column holds what.
#[derive(Clone, Debug)]
pub(super) struct Places {
    name: String,
    pub(super) first_day: usize,
    pub(super) last_day: usize,
    pub(super) breakdown: usize,
    pub(super) newest: usize,
    numbers: usize,
    /// The columns of the terms that stand for other metrics.
    pub(super) terms: BTreeMap<String, usize>,
    pub(super) unrounded: usize,
    pub(super) rounded: usize,
    pub(super) published: usize,
    pub(super) agrees: usize,
}

impl Places {
    pub(super) fn of(subject: &Subject<'_>) -> Self {
        let breakdown = 3 + subject.metric.segments.len();
        let numbers = breakdown + 8;
        let first_term = numbers + subject.series.columns.len();
        let composed = subject.metric.terms.iter().filter(|(_, term)| term.metric.is_some()).map(|(name, _)| name.clone());
        let terms: BTreeMap<String, usize> = composed.zip(first_term..).collect();
        let unrounded = first_term + terms.len();
        Self {
            name: subject.names.figures.clone(),
            first_day: 1,
            last_day: 2,
            breakdown,
            newest: breakdown + 2,
            numbers,
            terms,
            unrounded,
            rounded: unrounded + 1,
            published: unrounded + 2,
            agrees: unrounded + 3,
        }
    }

    /// The name of the sheet.
    pub(super) fn sheet(&self) -> &str {
        &self.name
    }

    /// The column of a column of numbers of the series.
    pub(super) const fn number(&self, column: usize) -> usize {
        self.numbers + column
    }

    /// The address of a cell for another sheet.
    pub(super) fn cell(&self, column: usize, line: usize) -> String {
        on(&self.name, column, line)
    }

    pub(super) fn headings(&self, subject: &Subject<'_>) -> Vec<String> {
        let mut headings =
            vec![subject.say("recalc-head-period"), subject.say("recalc-head-first-day"), subject.say("recalc-head-last-day")];
        headings.extend(subject.segment_headings());
        headings.extend([
            subject.say("recalc-head-breakdown"),
            subject.say("recalc-head-vintage"),
            subject.say("recalc-head-newest"),
            subject.say("recalc-head-release"),
            subject.say("recalc-head-status"),
            subject.say("recalc-head-confidentiality"),
            subject.say("recalc-head-version"),
            subject.say("recalc-head-basis"),
        ]);
        headings.extend((0..subject.series.columns.len()).map(|column| subject.heading(column)));
        headings.extend(self.terms.keys().cloned());
        headings.extend([
            subject.say("recalc-head-unrounded"),
            subject.say("recalc-head-rounded"),
            subject.say("recalc-head-published"),
            subject.say("recalc-head-agrees"),
            subject.say("recalc-head-note"),
        ]);
        headings
    }
}
