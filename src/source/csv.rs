//! A table of results becomes rows.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use super::cells::{QuoteFault, locate};
use super::columns::{Column, NumberColumn, ResultShape, Unknown};
use super::results::{ResultTable, Row, RowNote};
use super::table_rows::{TableRows, with_rows};
use crate::diag::{Code, Finding, Findings, Place, SourceText, codes, plural};
use crate::model::{Confidentiality, Decimal, Id, ObservationStatus, Period, Version};

/// Findings of one table that are told one by one; the rest is counted.
const TOLD: usize = 20;
/// Columns that a table may have; each needs a declared segment, term or exclusion, so that no real table comes near.
const MAX_COLUMNS: usize = 1000;
/// Rows for which room is made before they are read; whoever has more gets it as they come, whatever a file of blank lines pretends.
const MOST_EXPECTED: usize = 1 << 14;

/// Reads one table; what could not be read is in the findings.
pub(super) fn read_table(metric: &Id, release: &Id, source: &SourceText, shape: &ResultShape<'_>, findings: &mut Findings) -> ResultTable {
    let mut table = TableReader {
        shape,
        source,
        findings: Findings::new(),
        untold: 0,
        first_untold: 0,
        columns: Vec::new(),
        table: ResultTable::new(metric.clone(), release.clone(), source.path(), Vec::new()),
        cells: BTreeMap::new(),
        seen: BTreeMap::new(),
        numbers: Vec::new(),
        fields: Vec::new(),
        last_period: None,
    };
    with_rows(source.text(), |rows| table.read(rows));
    let TableReader { findings: found, untold, first_untold, mut table, .. } = table;
    findings.append(found);
    if untold > 0 {
        let message = format!("{} from here on, beside those named above", plural(untold, "more mistake"));
        let place = source.place(first_untold..first_untold);
        findings.push(Finding::error(&codes::CSV_SHAPE, place, message).help("mend those that are named first"));
    }
    table.shrink();
    table
}

/// The rows of a table as text, by the names of its columns.
///
/// For tables of the past, whose columns the definition of today may no longer know.
#[must_use]
pub fn read_rows(text: &str) -> Vec<BTreeMap<String, String>> {
    with_rows(text, |rows| {
        let names = columns_of(rows);
        let mut all = Vec::new();
        while rows.next() {
            all.push(names.iter().cloned().zip(rows.cells().map(str::to_owned)).collect());
        }
        all
    })
}

/// The names of a table's columns; none where it has no line.
#[must_use]
pub fn read_columns(text: &str) -> Vec<String> {
    with_rows(text, columns_of)
}

fn columns_of(rows: &mut TableRows<'_>) -> Vec<String> {
    if rows.next() { rows.cells().map(str::to_owned).collect() } else { Vec::new() }
}

struct TableReader<'a> {
    shape: &'a ResultShape<'a>,
    source: &'a SourceText,
    findings: Findings,
    /// Mistakes beyond those that are told one by one; placing each would cost the square of the table.
    untold: usize,
    /// Where the first of them stands, in bytes.
    first_untold: usize,
    columns: Vec<Option<Column>>,
    table: ResultTable,
    cells: BTreeMap<Box<[u16]>, u32>,
    seen: BTreeMap<(Period, u32), u32>,
    numbers: Vec<Option<Decimal>>,
    /// Where each field of the current row stands in the file, in bytes.
    fields: Vec<std::ops::Range<usize>>,
    last_period: Option<(Box<str>, Period)>,
}

/// The row being read.
struct Draft {
    period: Option<Period>,
    cell: Box<[u16]>,
    note: RowNote,
    sound: bool,
}

impl TableReader<'_> {
    fn read(&mut self, record: &mut TableRows<'_>) {
        let (mut first, mut rows) = (true, 0_usize);
        while record.next() {
            let readable = self.locate(record);
            if first {
                first = false;
                if !readable || !self.header(record) {
                    return;
                }
                self.table.expect(self.source.text().bytes().filter(|byte| *byte == b'\n').count().min(MOST_EXPECTED));
            } else if readable {
                rows += 1;
                self.row(record);
            }
        }
        if rows == 0 && self.findings.is_empty() {
            let finding = Finding::error(&codes::EMPTY, self.source.line(1), "the table has a header and no row");
            self.findings.push(finding.help("add the rows, or remove the file"));
        }
    }

    /// Finds where the cells of a row stand, and reports quotes that are not closed or not alone.
    ///
    /// Gives whether the row can be read.
    fn locate(&mut self, record: &TableRows<'_>) -> bool {
        let fault = locate(self.source.text(), record.start, &mut self.fields);
        if self.fields.len() != record.len {
            self.fields.clear();
        }
        let (at, message, help) = match fault {
            None => return true,
            Some(QuoteFault::Open(at)) => (at, "the quote that opens here is never closed", "close the quote, or remove it"),
            Some(QuoteFault::After(at)) => {
                (at, "text follows a closing quote", "put the whole cell between quotes, and write a quote inside it twice")
            }
        };
        if !self.is_full(at) {
            self.findings.push(Finding::error(&codes::CSV_SHAPE, self.source.place(at..at + 1), message).help(help));
        }
        false
    }

    fn place(&self, field: usize, start: usize) -> Place {
        self.fields.get(field).map_or_else(|| self.source.place(start..start + 1), |range| self.source.place(range.clone()))
    }

    fn report(&mut self, code: &'static Code, field: usize, start: usize, message: String, help: impl Into<String>) {
        if self.is_full(self.fields.get(field).map_or(start, |range| range.start)) {
            return;
        }
        let place = self.place(field, start);
        self.findings.push(Finding::error(code, place, message).help(help));
    }

    fn report_row(&mut self, code: &'static Code, start: usize, message: String, help: &str) {
        if self.is_full(start) {
            return;
        }
        let place = self.source.place(start..self.row_end(start));
        self.findings.push(Finding::error(code, place, message).help(help));
    }

    /// Whether enough was told; counts the mistake that is not.
    fn is_full(&mut self, at: usize) -> bool {
        let full = self.findings.len() >= TOLD;
        if full && self.untold == 0 {
            self.first_untold = at;
        }
        self.untold += usize::from(full);
        full
    }

    fn header(&mut self, record: &TableRows<'_>) -> bool {
        if record.len > MAX_COLUMNS {
            let message = format!("the table has {} columns, expected at most {MAX_COLUMNS}", record.len);
            self.report_row(&codes::CSV_COLUMN, 0, message, "write periods and cells as rows, not as columns");
            return false;
        }
        if self.is_separated_otherwise(record) {
            return false;
        }
        let mut seen = BTreeSet::new();
        for (index, heading) in record.cells().enumerate() {
            if heading.is_empty() {
                self.report(&codes::CSV_COLUMN, index, 0, format!("column {} has no heading", index + 1), "name the column, or remove it");
                self.columns.push(None);
            } else if seen.insert(heading) {
                self.column(index, heading);
            } else {
                self.report(&codes::CSV_COLUMN, index, 0, format!("the column `{heading}` stands twice"), "keep one of the two");
                self.columns.push(None);
            }
        }
        if !self.columns.contains(&Some(Column::Period)) {
            self.report(&codes::CSV_COLUMN, 0, 0, "the table has no column `period`".to_owned(), "add a column `period`");
            return false;
        }
        if self.table.columns.is_empty() {
            let found = self.findings.is_empty();
            if found {
                self.report_row(
                    &codes::CSV_COLUMN,
                    0,
                    "the table has no column of numbers".to_owned(),
                    "add `numerator` and `denominator`, or `value`",
                );
            }
            return false;
        }
        true
    }

    fn column(&mut self, index: usize, heading: &str) {
        match self.shape.column(heading) {
            Ok(column) => {
                if let Column::Number(number, _) = &column {
                    self.table.columns.push(number.clone());
                }
                self.columns.push(Some(column));
            }
            Err(Unknown { help }) => {
                let message = format!("the metric `{}` has no column `{heading}`", self.table.metric);
                self.report(&codes::CSV_COLUMN, index, 0, message, help);
                self.columns.push(None);
            }
        }
    }

    /// Whether the cells are separated by something else than commas; says so once.
    fn is_separated_otherwise(&mut self, record: &TableRows<'_>) -> bool {
        let [only] = record.cells().collect::<Vec<_>>()[..] else {
            return false;
        };
        let separators = [(';', "semicolons"), ('\t', "tabs"), ('|', "vertical bars")];
        let Some((_, name)) = separators.into_iter().find(|(separator, _)| only.contains(*separator)) else {
            return false;
        };
        self.report_row(
            &codes::CSV_SHAPE,
            0,
            format!("the cells are separated by {name}, expected commas"),
            "save the table with commas between its cells",
        );
        true
    }

    fn row(&mut self, record: &TableRows<'_>) {
        let TableRows { start, line, len, .. } = *record;
        if len != self.columns.len() {
            let message = format!("the row has {}, expected {}", plural(len, "cell"), self.columns.len());
            return self.report_row(
                &codes::CSV_SHAPE,
                start,
                message,
                "give every row one cell for each column; quote a cell that holds a comma",
            );
        }
        let mut draft = Draft { period: None, cell: vec![0; self.shape.segments.len()].into(), note: RowNote::default(), sound: true };
        self.numbers.clear();
        let columns = std::mem::take(&mut self.columns);
        for (index, (text, column)) in record.cells().zip(&columns).enumerate() {
            if text.contains('\n') {
                self.report(
                    &codes::CSV_SHAPE,
                    index,
                    start,
                    "the cell that begins here holds a line break".to_owned(),
                    "write the text on one line",
                );
                draft.sound = false;
            }
            if let Some(column) = column {
                self.cell(index, start, text, column, &mut draft);
            }
        }
        self.columns = columns;
        self.finish(draft, line, start);
    }

    fn row_end(&self, start: usize) -> usize {
        self.source.text().get(start..).and_then(|rest| rest.find('\n')).map_or(self.source.text().len(), |length| start + length)
    }

    fn cell(&mut self, index: usize, start: usize, text: &str, column: &Column, draft: &mut Draft) {
        match column {
            Column::Period => draft.period = self.period(index, start, text),
            Column::Segment(position) => {
                let (segment, known) = &self.shape.segments[*position];
                match (text, known.get(text)) {
                    ("", _) => {}
                    (_, Some(code)) => draft.cell[*position] = code + 1,
                    (_, None) => {
                        let help = crate::diag::did_you_mean(text, known.keys().copied()).map_or_else(
                            || format!("correct the row, or add the code to the segment `{segment}`"),
                            |name| format!("did you mean `{name}`?"),
                        );
                        let message = format!("the segment `{segment}` has no code `{text}`");
                        self.report(&codes::CSV_SEGMENT_CODE, index, start, message, help);
                        draft.sound = false;
                    }
                }
            }
            Column::Number(number, counts) => {
                let value = self.number(index, start, text, number, *counts, draft);
                self.numbers.push(value);
            }
            // What the column stands for could not be read, which is told elsewhere.
            Column::Unresolved => draft.sound = false,
            Column::Comment => draft.note.comment = (!text.is_empty()).then(|| text.into()),
            _ if text.is_empty() => {}
            Column::Version => match Version::from_str(text) {
                Ok(version) => draft.note.version = Some(version),
                Err(error) => self.unsound(&codes::BAD_VALUE, index, start, error.to_string(), error.help(), draft),
            },
            Column::Status => match ObservationStatus::from_str(text) {
                Ok(status) => draft.note.status = status,
                Err(error) => {
                    self.unsound(&codes::CSV_STATUS, index, start, error.to_string(), "use a code of the SDMX list CL_OBS_STATUS", draft);
                }
            },
            Column::Confidentiality => match Confidentiality::from_str(text) {
                Ok(status) => draft.note.confidentiality = Some(status),
                Err(error) => {
                    self.unsound(&codes::CSV_STATUS, index, start, error.to_string(), "use a code of the SDMX list CL_CONF_STATUS", draft);
                }
            },
        }
    }

    fn unsound(&mut self, code: &'static Code, index: usize, start: usize, message: String, help: impl Into<String>, draft: &mut Draft) {
        self.report(code, index, start, message, help);
        draft.sound = false;
    }

    fn period(&mut self, index: usize, start: usize, text: &str) -> Option<Period> {
        if let Some((_, period)) = self.last_period.as_ref().filter(|(known, _)| **known == *text) {
            return Some(*period);
        }
        let frequency = self.shape.metric.frequency;
        let example = frequency.example();
        let (message, help) = match Period::from_str(text) {
            Ok(period) if period.frequency() == frequency => {
                self.last_period = Some((text.into(), period));
                return Some(period);
            }
            Ok(period) => (
                format!("the period `{text}` is {}, expected {}", period.frequency().describe(), frequency.describe()),
                format!("write a period such as `{example}`, or correct the `frequency` of the metric, which is `{frequency}`"),
            ),
            Err(_) if text.is_empty() => ("the row has no period".to_owned(), format!("write the period, such as `{example}`")),
            Err(error) if is_shaped_like(text, example) => {
                (format!("`period`: {error}"), format!("write a period that exists, such as `{example}`"))
            }
            Err(error) => (format!("`period`: {error}"), error.help()),
        };
        self.report(&codes::CSV_PERIOD, index, start, message, help);
        None
    }

    fn number(
        &mut self,
        index: usize,
        start: usize,
        text: &str,
        number: &NumberColumn,
        counts: bool,
        draft: &mut Draft,
    ) -> Option<Decimal> {
        if text.is_empty() {
            return None;
        }
        let value = match Decimal::parse(text) {
            Ok(value) => value,
            Err(error) => {
                let message = format!("`{}`: {error}", number.heading());
                let help = if stands_for_nothing(text) {
                    "leave the cell empty where there is no value; `status` can say why"
                } else {
                    error.help()
                };
                self.unsound(&codes::CSV_NUMBER, index, start, message, help, draft);
                return None;
            }
        };
        if counts && (value.is_negative() || !value.is_integer()) {
            let message = format!("`{}` is {value}, expected a count, which is a whole number from 0 up", number.heading());
            self.unsound(&codes::CSV_NUMBER, index, start, message, "correct the count", draft);
            return None;
        }
        Some(value)
    }

    fn finish(&mut self, draft: Draft, line: usize, start: usize) {
        let Draft { period, cell, note, mut sound } = draft;
        let status = note.status;
        if status.needs_comment() && note.comment.is_none() {
            let message = format!("the status `{}` ({}) needs a comment", status.code(), status.label());
            self.report_row(&codes::CSV_STATUS, start, message, "say why in the column `comment`");
            sound = false;
        }
        // Rows of a segment that could not be read would all look like rows of the total.
        let Some(period) = period.filter(|_| sound) else {
            return;
        };
        let next = u32::try_from(self.cells.len()).unwrap_or(u32::MAX);
        let cell = if let Some(known) = self.cells.get(&cell) {
            *known
        } else {
            self.cells.insert(cell.clone(), next);
            self.table.cells.push(cell);
            next
        };
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        if let Some(first) = self.seen.insert((period, cell), line) {
            let message = format!("the period `{period}` has a second row for the same cell, after line {first}");
            return self.report_row(&codes::CSV_DUPLICATE_ROW, start, message, "keep one row for each period and cell");
        }
        self.table.push(Row { period, cell, line }, &self.numbers, note);
    }
}

/// Whether a text differs from another one in its digits only.
fn is_shaped_like(text: &str, other: &str) -> bool {
    let shape = |text: &str| text.bytes().map(|byte| if byte.is_ascii_digit() { b'0' } else { byte }).collect::<Vec<u8>>();
    shape(text) == shape(other)
}

/// Whether a text is one of those that people write where there is no number.
fn stands_for_nothing(text: &str) -> bool {
    matches!(
        text.to_ascii_lowercase().as_str(),
        "-" | "--"
            | "–"
            | "—"
            | "."
            | ".."
            | "…"
            | "*"
            | "?"
            | "n/a"
            | "na"
            | "n.a."
            | "nil"
            | "none"
            | "null"
            | "nan"
            | "#n/a"
            | "missing"
    )
}
