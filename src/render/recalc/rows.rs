//! Every row of the snapshots as it was reported, in the order of the files.

use std::collections::BTreeMap;

use super::sheet::{Cell, Sheet, is_kept};
use super::subject::Subject;
use crate::model::Coded;
use crate::source::ResultTable;

/// The sheet with the rows, and where each stands on it.
pub(super) struct Rows {
    pub(super) sheet: Sheet,
    lines: BTreeMap<(u32, u32), usize>,
    first_number: usize,
}

impl Rows {
    pub(super) fn of(subject: &Subject<'_>) -> Self {
        let headings = headings(subject);
        let first_number = 9 + subject.metric.segments.len();
        let last = headings.len() - 1;
        let sheet = Sheet::table(&subject.names.rows, &headings, 4).widen(1, 44).widen(last - 1, 44).widen(last, 44);
        let mut rows = Self { sheet, lines: BTreeMap::new(), first_number };
        for (table, results) in (0_u32..).zip(subject.catalog.results(&subject.series.metric)) {
            rows.add(subject, table, results);
        }
        rows
    }

    /// The line of a row: of which table, and which of its rows.
    pub(super) fn line(&self, table: u32, row: u32) -> Option<usize> {
        self.lines.get(&(table, row)).copied()
    }

    /// The column of a column of numbers of the series.
    pub(super) const fn column(&self, number: usize) -> usize {
        self.first_number + number
    }

    fn add(&mut self, subject: &Subject<'_>, table: u32, results: &ResultTable) {
        let order: Vec<Option<usize>> =
            subject.series.columns.iter().map(|column| results.columns.iter().position(|known| known == column)).collect();
        for (index, row) in results.rows.iter().enumerate().filter(|(_, row)| subject.asks_for(row.period)) {
            let note = results.note(index);
            let calendar = subject.catalog.calendar();
            let mut cells = vec![
                Cell::text(results.release.as_str()),
                Cell::text(&*results.path),
                Cell::count(row.line as usize),
                Cell::text(row.period.to_string()),
                Cell::day(row.period.first_day(calendar)),
                Cell::day(row.period.last_day(calendar)),
            ];
            cells
                .extend(results.cells.get(row.cell as usize).map(|key| subject.codes(key)).unwrap_or_default().into_iter().map(Cell::text));
            cells.push(Cell::text(note.map(|note| note.status).unwrap_or_default().code()));
            cells.push(Cell::text(note.and_then(|note| note.confidentiality).map_or("", Coded::code)));
            cells.push(Cell::text(note.and_then(|note| note.version).map_or_else(String::new, |version| version.to_string())));
            let numbers: Vec<_> = order.iter().map(|source| results.number(index, (*source)?)).collect();
            cells.extend(numbers.iter().map(|number| Cell::number(*number)));
            cells.push(Cell::text(note.and_then(|note| note.comment.as_deref()).unwrap_or_default()));
            let too_long = numbers.iter().flatten().any(|number| !is_kept(*number));
            cells.push(Cell::text(if too_long { subject.say("recalc-note-digits") } else { String::new() }));
            self.lines.insert((table, u32::try_from(index).unwrap_or(u32::MAX)), self.sheet.next());
            self.sheet.lines.push(cells);
        }
    }
}

fn headings(subject: &Subject<'_>) -> Vec<String> {
    let mut headings = vec![
        subject.say("recalc-head-release"),
        subject.say("recalc-head-file"),
        subject.say("recalc-head-line"),
        subject.say("recalc-head-period"),
        subject.say("recalc-head-first-day"),
        subject.say("recalc-head-last-day"),
    ];
    headings.extend(subject.segment_headings());
    headings.extend([subject.say("recalc-head-status"), subject.say("recalc-head-confidentiality"), subject.say("recalc-head-pinned")]);
    headings.extend((0..subject.series.columns.len()).map(|column| subject.heading(column)));
    headings.extend([subject.say("recalc-head-comment"), subject.say("recalc-head-note")]);
    headings
}
