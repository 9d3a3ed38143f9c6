//! Rows of result files, and the release in which each was published.
//!
//! Invariant: rows of one table stand in the order in which they were made. Must not know how figures come about.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::course::month_name;

/// The releases, each with the month after its last.
pub(crate) const RELEASES: [(&str, usize); 8] =
    [("2025-03", 6), ("2025-06", 9), ("2025-09", 12), ("2025-12", 15), ("2026-03", 18), ("2026-06", 21), ("2026-09", 24), ("2026-10", 25)];

/// All tables, by release and metric.
#[derive(Default)]
pub(crate) struct Tables(BTreeMap<(usize, &'static str), String>);

impl Tables {
    /// Adds a row of a month to the release that first had it.
    pub(crate) fn month(&mut self, heading: Heading, month: usize, cells: &str) {
        self.push(heading, first_release(month), &month_name(month), cells);
    }

    /// Adds a row of a calendar quarter, counted from October 2024, to the release that first had it.
    pub(crate) fn quarter(&mut self, heading: Heading, quarter: usize, cells: &str) {
        let first = 9 + 3 * quarter;
        let period = format!("{}-Q{}", 2024 + first / 12, first % 12 / 3 + 1);
        self.push(heading, first_release(3 * quarter + 2), &period, cells);
    }

    /// Adds a row of a month to a later release, in which it takes the place of an earlier one.
    pub(crate) fn restated(&mut self, heading: Heading, release: &str, month: usize, cells: &str) {
        if let Some(release) = RELEASES.iter().position(|(id, _)| *id == release) {
            self.push(heading, release, &month_name(month), cells);
        }
    }

    /// Release, metric and text of each file.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&'static str, &'static str, &str)> {
        self.0.iter().map(|((release, metric), text)| (RELEASES[*release].0, *metric, text.as_str()))
    }

    fn push(&mut self, heading: Heading, release: usize, period: &str, cells: &str) {
        let table = self.0.entry((release, heading.metric)).or_insert_with(|| format!("period,{}\n", heading.columns));
        // Writing to a text cannot fail.
        let _ = writeln!(table, "{period},{cells}");
    }
}

/// The metric of a table and its columns after the period.
#[derive(Clone, Copy)]
pub(crate) struct Heading {
    pub(crate) metric: &'static str,
    pub(crate) columns: &'static str,
}

fn first_release(month: usize) -> usize {
    RELEASES.iter().position(|(_, end)| month < *end).unwrap_or(RELEASES.len() - 1)
}

#[cfg(test)]
mod tests {
    use super::{Heading, Tables};

    #[test]
    fn rows_stand_in_the_release_that_first_had_them() {
        let heading = Heading { metric: "given-up", columns: "value" };
        let mut tables = Tables::default();
        tables.month(heading, 5, "1");
        tables.month(heading, 6, "2");
        tables.quarter(heading, 0, "3");
        let files: Vec<_> = tables.files().collect();
        let expected =
            [("2025-03", "given-up", "period,value\n2025-03,1\n2024-Q4,3\n"), ("2025-06", "given-up", "period,value\n2025-04,2\n")];
        assert_eq!(files, expected);
    }
}
