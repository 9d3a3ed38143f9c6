//! A table of results becomes rows.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use csv::{ByteRecord, ReaderBuilder};

use super::columns::{Column, NumberColumn, ResultShape};
use super::results::{ResultTable, Row, RowNote};
use crate::diag::{Code, Finding, Findings, Place, SourceText, codes, plural};
use crate::model::{Confidentiality, Decimal, Id, ObservationStatus, Period, Version};

/// Findings of one table that are told one by one; the rest is counted.
const TOLD: usize = 20;

/// Reads one table; what could not be read is in the findings.
pub(super) fn read_table(metric: &Id, release: &Id, source: &SourceText, shape: &ResultShape<'_>, findings: &mut Findings) -> ResultTable {
    let mut table = TableReader {
        shape,
        source,
        findings: Findings::new(),
        untold: 0,
        columns: Vec::new(),
        table: ResultTable::new(metric.clone(), release.clone(), source.path(), Vec::new()),
        cells: BTreeMap::new(),
        seen: BTreeMap::new(),
        numbers: Vec::new(),
        fields: Vec::new(),
        last_period: None,
    };
    table.read();
    let TableReader { findings: found, untold, mut table, .. } = table;
    findings.append(found);
    if untold > 0 {
        let message = format!("{} beside those named in this table", plural(untold, "more mistake"));
        findings.push(Finding::error(&codes::CSV_SHAPE, Place::file(source.path()), message).help("mend those that are named first"));
    }
    table.shrink();
    table
}

struct TableReader<'a> {
    shape: &'a ResultShape<'a>,
    source: &'a SourceText,
    findings: Findings,
    /// Mistakes beyond those that are told one by one; placing each would cost the square of the table.
    untold: usize,
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
    status: ObservationStatus,
    note: RowNote,
    sound: bool,
}

impl TableReader<'_> {
    fn read(&mut self) {
        let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(self.source.text().as_bytes());
        let mut record = ByteRecord::new();
        let mut first = true;
        loop {
            let start = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
            match reader.read_byte_record(&mut record) {
                Ok(false) => break,
                Ok(true) => {}
                Err(error) => {
                    let finding = Finding::error(&codes::CSV_SHAPE, self.source.place(start..start), format!("the table cannot be read: {error}"));
                    self.findings.push(finding.help("check the quotes in this row"));
                    break;
                }
            }
            let start = self.skip_blank_lines(start);
            self.locate(start, &record);
            if first {
                first = false;
                if !self.header(&record) {
                    return;
                }
            } else {
                let line = reader_line(&record);
                self.row(&record, line, start);
            }
        }
        if self.table.rows.is_empty() && self.findings.is_empty() {
            let finding = Finding::error(&codes::EMPTY, self.source.line(1), "the table has a header and no row");
            self.findings.push(finding.help("add the rows, or remove the file"));
        }
    }

    fn skip_blank_lines(&self, start: usize) -> usize {
        let rest = self.source.text().get(start..).unwrap_or_default();
        start + rest.len() - rest.trim_start_matches('\n').len()
    }

    /// Finds where the fields of a record stand; exact for unquoted fields, the whole row otherwise.
    fn locate(&mut self, start: usize, record: &ByteRecord) {
        self.fields.clear();
        let mut offset = start;
        let text = self.source.text().as_bytes();
        for field in record {
            let plain = text.get(offset..offset + field.len()) == Some(field);
            let end = if plain { offset + field.len() } else { start };
            if !plain {
                self.fields.clear();
                return;
            }
            self.fields.push(offset..end);
            offset = end + 1;
        }
    }

    fn place(&self, field: usize, start: usize) -> Place {
        self.fields.get(field).map_or_else(|| self.source.place(start..start + 1), |range| self.source.place(range.clone()))
    }

    fn report(&mut self, code: &'static Code, field: usize, start: usize, message: String, help: impl Into<String>) {
        if self.is_full() {
            return;
        }
        let place = self.place(field, start);
        self.findings.push(Finding::error(code, place, message).help(help));
    }

    fn report_row(&mut self, code: &'static Code, start: usize, message: String, help: &str) {
        if self.is_full() {
            return;
        }
        let place = self.source.place(start..self.row_end(start));
        self.findings.push(Finding::error(code, place, message).help(help));
    }

    /// Whether enough was told; counts the mistake that is not.
    fn is_full(&mut self) -> bool {
        let full = self.findings.len() >= TOLD;
        self.untold += usize::from(full);
        full
    }

    fn header(&mut self, record: &ByteRecord) -> bool {
        let mut seen = BTreeSet::new();
        for (index, field) in record.iter().enumerate() {
            let heading = String::from_utf8_lossy(field).into_owned();
            if !seen.insert(heading.clone()) {
                self.report(&codes::CSV_COLUMN, index, 0, format!("the column `{heading}` stands twice"), "keep one of the two");
                self.columns.push(None);
                continue;
            }
            match self.shape.column(&heading) {
                Ok(column) => {
                    if let Column::Number(number, _) = &column {
                        self.table.columns.push(number.clone());
                    }
                    self.columns.push(Some(column));
                }
                Err(suggestion) => {
                    let help = suggestion.map_or_else(
                        || "declare it as a term, segment or exclusion of the metric, or remove the column".to_owned(),
                        |name| format!("did you mean `{name}`?"),
                    );
                    self.report(&codes::CSV_COLUMN, index, 0, format!("the metric has no column `{heading}`"), help);
                    self.columns.push(None);
                }
            }
        }
        if !self.columns.contains(&Some(Column::Period)) {
            self.report(&codes::CSV_COLUMN, 0, 0, "the table has no column `period`".to_owned(), "add a column `period`");
            return false;
        }
        if self.table.columns.is_empty() {
            self.report(&codes::CSV_COLUMN, 0, 0, "the table has no column of numbers".to_owned(), "add `numerator` and `denominator`, or `value`");
            return false;
        }
        true
    }

    fn row(&mut self, record: &ByteRecord, line: usize, start: usize) {
        if record.len() != self.columns.len() {
            let message = format!("the row has {}, expected {}", plural(record.len(), "cell"), self.columns.len());
            return self.report_row(&codes::CSV_SHAPE, start, message, "give every row one cell for each column; quote a cell that holds a comma");
        }
        let mut draft = Draft {
            period: None,
            cell: vec![0; self.shape.segments.len()].into(),
            status: ObservationStatus::default(),
            note: RowNote::default(),
            sound: true,
        };
        self.numbers.clear();
        let columns = std::mem::take(&mut self.columns);
        for (index, (field, column)) in record.iter().zip(&columns).enumerate() {
            // The file was read as UTF-8 and fields end at ASCII characters.
            let text = std::str::from_utf8(field).unwrap_or_default();
            if text.contains('\n') {
                self.report(&codes::CSV_SHAPE, index, start, "a cell holds a line break".to_owned(), "write the text on one line");
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
                        let help = crate::diag::did_you_mean(text, known.keys().copied())
                            .map_or_else(|| format!("add the code to `metrics/segments/{segment}`"), |name| format!("did you mean `{name}`?"));
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
            Column::Comment => draft.note.comment = (!text.is_empty()).then(|| text.into()),
            _ if text.is_empty() => {}
            Column::Version => match Version::from_str(text) {
                Ok(version) => draft.note.version = Some(version),
                Err(error) => self.unsound(&codes::BAD_VALUE, index, start, error.to_string(), error.help(), draft),
            },
            Column::Status => match ObservationStatus::from_str(text) {
                Ok(status) => draft.status = status,
                Err(error) => self.unsound(&codes::CSV_STATUS, index, start, error.to_string(), "use a code of the SDMX list CL_OBS_STATUS", draft),
            },
            Column::Confidentiality => match Confidentiality::from_str(text) {
                Ok(status) => draft.note.confidentiality = Some(status),
                Err(error) => self.unsound(&codes::CSV_STATUS, index, start, error.to_string(), "use a code of the SDMX list CL_CONF_STATUS", draft),
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
        let period = match Period::from_str(text) {
            Ok(period) => period,
            Err(error) => {
                self.report(&codes::CSV_PERIOD, index, start, error.to_string(), error.help());
                return None;
            }
        };
        let frequency = self.shape.metric.frequency;
        if period.frequency() != frequency {
            let message = format!("`{text}` is {}, expected {}", period.frequency().describe(), frequency.describe());
            self.report(&codes::CSV_PERIOD, index, start, message, format!("the metric's `frequency` is `{frequency}`"));
            return None;
        }
        self.last_period = Some((text.into(), period));
        Some(period)
    }

    fn number(&mut self, index: usize, start: usize, text: &str, number: &NumberColumn, counts: bool, draft: &mut Draft) -> Option<Decimal> {
        if text.is_empty() {
            return None;
        }
        let value = match Decimal::parse(text) {
            Ok(value) => value,
            Err(error) => {
                let message = format!("`{}`: {error}", number.heading());
                self.unsound(&codes::CSV_NUMBER, index, start, message, error.help(), draft);
                return None;
            }
        };
        if counts && (value.is_negative() || !value.is_integer()) {
            let message = format!("`{}` is {value}, expected a count", number.heading());
            self.unsound(&codes::CSV_NUMBER, index, start, message, "counts are whole numbers from 0 up", draft);
            return None;
        }
        Some(value)
    }

    fn finish(&mut self, draft: Draft, line: usize, start: usize) {
        let Draft { period, cell, status, note, mut sound } = draft;
        if status.needs_comment() && note.comment.is_none() {
            let message = format!("the status `{}` ({}) needs a comment", status.code(), status.label());
            self.report_row(&codes::CSV_STATUS, start, message, "say why in the column `comment`");
            sound = false;
        }
        let Some(period) = period.filter(|_| sound) else { return };
        let next = u32::try_from(self.cells.len()).unwrap_or(u32::MAX);
        let cell = match self.cells.get(&cell) {
            Some(known) => *known,
            None => {
                self.cells.insert(cell.clone(), next);
                self.table.cells.push(cell);
                next
            }
        };
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        if let Some(first) = self.seen.insert((period, cell), line) {
            let message = format!("the period `{period}` has a second row for the same cell, after line {first}");
            return self.report_row(&codes::CSV_DUPLICATE_ROW, start, message, "keep one row for each period and cell");
        }
        self.table.push(Row { period, cell, line, status }, &self.numbers, note);
    }
}

fn reader_line(record: &ByteRecord) -> usize {
    record.position().map_or(0, |position| usize::try_from(position.line()).unwrap_or(usize::MAX))
}
