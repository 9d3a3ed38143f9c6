//! Every published figure, computed again by a live formula beside the published value.

use std::collections::BTreeMap;

use super::components::{Components, all_kept};
use super::formula;
use super::line::{Line, Working, lines};
use super::rows::Rows;
use super::sheet::{Cell, Look, Sheet, Value, at, double, is_kept, on, ranges, whole_column};
use super::subject::Subject;
use crate::model::{Coded, Period};
use crate::stats::{Absence, Basis, CellKey, Figure};

/// Addresses that one sum may name; spreadsheets take 255.
const MOST_PIECES: usize = 250;

/// The longest formula; spreadsheets take 8,192 characters.
const LONGEST_FORMULA: usize = 8_000;

/// The sheet with the figures, and what the other sheets refer to.
pub(super) struct Figures {
    pub(super) sheet: Sheet,
    pub(super) places: Places,
    /// Each newest figure with its line.
    pub(super) newest: BTreeMap<(CellKey, Period), usize>,
    /// For each version of the definition, in the order of the lines: its version, and the line that shows its formula.
    pub(super) shown: BTreeMap<String, (usize, String, String)>,
    /// How many figures a spreadsheet cannot test.
    pub(super) untested: usize,
}

/// Which column holds what.
#[derive(Clone, Debug)]
pub(super) struct Places {
    name: String,
    pub(super) first_day: usize,
    pub(super) last_day: usize,
    pub(super) breakdown: usize,
    pub(super) newest: usize,
    numbers: usize,
    terms: BTreeMap<String, usize>,
    pub(super) unrounded: usize,
    pub(super) rounded: usize,
    pub(super) published: usize,
    pub(super) agrees: usize,
}

impl Places {
    fn of(subject: &Subject<'_>) -> Self {
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

    /// The column of a column of numbers of the series.
    pub(super) const fn number(&self, column: usize) -> usize {
        self.numbers + column
    }

    /// The address of a cell for another sheet.
    pub(super) fn cell(&self, column: usize, line: usize) -> String {
        on(&self.name, column, line)
    }

    fn headings(&self, subject: &Subject<'_>) -> Vec<String> {
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

impl Figures {
    pub(super) fn of(subject: &Subject<'_>, rows: &Rows, components: &Components) -> Self {
        let margins = subject.series.margins(subject.catalog);
        let lines = lines(subject, &margins);
        let places = Places::of(subject);
        let positions =
            lines.iter().zip(1..).map(|(line, position)| ((line.key.clone(), line.figure.period, line.vintage), position)).collect();
        let table = Table { subject, rows, components, places: &places, positions };
        let mut sheet = Sheet::table(&subject.names.figures, &places.headings(subject), 1);
        let (mut newest, mut shown, mut untested) = (BTreeMap::new(), BTreeMap::new(), 0);
        for line in &lines {
            let position = sheet.next();
            if line.newest {
                newest.insert((line.key.clone(), line.figure.period), position);
            }
            let drawn = table.line(line, position);
            untested += usize::from(!drawn.tested);
            if let Some((value, rounded)) = drawn.formulas {
                let version = subject.version(line.figure).map_or_else(String::new, |version| version.to_string());
                shown.entry(version).or_insert((position, value, rounded));
            }
            sheet.lines.push(drawn.cells);
        }
        Self { sheet, places, newest, shown, untested }
    }

    /// A whole column, for sums that choose their lines.
    pub(super) fn column(&self, column: usize) -> String {
        whole_column(&self.sheet.name, column, self.sheet.lines.len())
    }
}

/// A line as it is drawn.
struct Drawn {
    cells: Vec<Cell>,
    /// The formulas of its value and of its rounding, where it has them.
    formulas: Option<(String, String)>,
    /// Whether the spreadsheet tests it.
    tested: bool,
}

/// What the lines are drawn from.
struct Table<'a> {
    subject: &'a Subject<'a>,
    rows: &'a Rows,
    components: &'a Components,
    places: &'a Places,
    positions: BTreeMap<(CellKey, Period, usize), usize>,
}

impl Table<'_> {
    fn line(&self, line: &Line<'_>, position: usize) -> Drawn {
        let (subject, figure) = (self.subject, line.figure);
        let mut cells = self.head(line);
        cells.extend((0..subject.series.columns.len()).map(|column| self.number(line, column)));
        cells.extend(self.places.terms.keys().map(|term| self.term(line, term)));
        let value = self.value(line, position).filter(|text| text.len() <= LONGEST_FORMULA);
        let unrounded = at(self.places.unrounded, position);
        let rounded = formula::rounded(&unrounded, line.calculation.decimals(), line.calculation.rounding());
        let decimals = Look::Places(line.calculation.decimals());
        let note = self.note(line, value.is_some());
        let published = Cell::number(figure.published).looking(decimals);
        let tested = note.is_none() && value.is_some();
        let formulas = value.clone().map(|value| (value, rounded.clone()));
        match value {
            None => cells.extend([Cell::nothing(), Cell::nothing(), published]),
            Some(text) => cells.extend([
                Cell::formula(text, Value::exact(figure.value.ok()), Look::Plain),
                Cell::formula(rounded, Value::of(figure.published), decimals),
                published,
            ]),
        }
        let agrees = format!("={}={}", at(self.places.rounded, position), at(self.places.published, position));
        cells.push(match tested {
            true => Cell::formula(agrees, Value::Truth(true), Look::Verdict),
            false => Cell::text(subject.say("recalc-not-tested")),
        });
        cells.push(Cell::text(note.unwrap_or_else(|| self.remark(line))));
        Drawn { cells, formulas, tested }
    }

    fn head(&self, line: &Line<'_>) -> Vec<Cell> {
        let (subject, figure) = (self.subject, line.figure);
        let calendar = subject.catalog.calendar();
        let mut cells = vec![
            Cell::text(figure.period.to_string()),
            Cell::day(figure.period.first_day(calendar)),
            Cell::day(figure.period.last_day(calendar)),
        ];
        cells.extend(subject.codes(line.key).into_iter().map(Cell::text));
        let basis = match figure.basis {
            Basis::Row { .. } => subject.say("recalc-basis-row"),
            Basis::Cells(_) if subject.is_composite() => subject.say("recalc-basis-components"),
            Basis::Cells(count) | Basis::Periods(count) => subject.fill("recalc-basis-cells", &[("count", count.into())]),
        };
        cells.extend([
            Cell::text(subject.breakdown(line.key)),
            Cell::count(line.vintage),
            Cell::text(subject.say(if line.newest { "recalc-newest" } else { "recalc-earlier" })),
            Cell::text(subject.release(figure)),
            Cell::text(figure.status.code()),
            Cell::text(figure.confidentiality.map_or("", Coded::code)),
            Cell::text(subject.version(figure).map_or_else(String::new, |version| version.to_string())),
            Cell::text(basis),
        ]);
        cells
    }

    /// A number of a figure: that of its row, or the sum over the rows from which it was rolled up.
    fn number(&self, line: &Line<'_>, column: usize) -> Cell {
        let number = line.figure.numbers.get(column).copied().flatten();
        let look = Look::Places(number.map_or(0, |number| number.scale()));
        let plain = Cell::number(number);
        if number.is_some_and(|number| !is_kept(number)) {
            return plain;
        }
        match line.figure.basis {
            Basis::Row { table, row } => match (number, self.rows.line(table, row)) {
                (Some(_), Some(source)) => {
                    let address = on(&self.rows.sheet.name, self.rows.column(column), source);
                    Cell::formula(format!("={address}"), Value::of(number), look)
                }
                _ => plain,
            },
            _ if line.parts.is_empty() => plain,
            _ => {
                let sources = self.sources(line);
                let pieces = ranges(&self.rows.sheet.name, self.rows.column(column), &sources);
                let text = formula::sum(&pieces, sources.len());
                let fits = pieces.len() <= MOST_PIECES && text.len() <= LONGEST_FORMULA;
                if fits { Cell::formula(text, Value::of(number), look) } else { plain }
            }
        }
    }

    /// The lines of the rows from which a figure was rolled up.
    fn sources(&self, line: &Line<'_>) -> Vec<usize> {
        let source = |figure: &Figure| match figure.basis {
            Basis::Row { table, row } => self.rows.line(table, row),
            _ => None,
        };
        line.parts.iter().filter_map(|part| source(part.figure)).collect()
    }

    fn term(&self, line: &Line<'_>, term: &str) -> Cell {
        match self.components.value(term, line.key, line.figure.period) {
            Some((address, value)) => Cell::formula(format!("={address}"), Value::Number(value), Look::Plain),
            None => Cell::nothing(),
        }
    }

    /// The cell of a term of the formula.
    fn address(&self, term: &str, position: usize) -> Option<String> {
        let column = match self.places.terms.get(term) {
            Some(column) => *column,
            None => {
                let named = |heading: &crate::source::NumberColumn| heading.heading() == term;
                self.places.number(self.subject.series.columns.iter().position(named)?)
            }
        };
        Some(at(column, position))
    }

    /// The formula of the value before rounding; nothing where a spreadsheet cannot say it.
    fn value(&self, line: &Line<'_>, position: usize) -> Option<String> {
        let parts = || line.parts.iter().map(|part| self.positions.get(&(part.cell.clone(), part.figure.period, part.vintage)).copied());
        match line.working {
            Working::Withheld | Working::Lacking => None,
            Working::Formula => formula::value(line.calculation, &|term| self.address(term, position)),
            Working::Reported => self.address("value", position).map(|cell| format!("=IF({cell}=\"\",\"\",{cell})")),
            Working::Values => {
                let lines: Vec<usize> = parts().collect::<Option<_>>()?;
                let pieces = ranges(&self.places.name, self.places.unrounded, &lines);
                (pieces.len() <= MOST_PIECES).then(|| formula::sum(&pieces, lines.len()))
            }
            Working::Weighted => {
                let lines: Vec<usize> = parts().collect::<Option<_>>()?;
                let weights = self.subject.series.columns.iter().position(|heading| heading.heading() == "n")?;
                let weight = |line: &usize| at(self.places.number(weights), *line);
                let product = |line: &usize| format!("IF({0}=0,0,{0}*{1})", weight(line), at(self.places.unrounded, *line));
                let (products, all): (Vec<String>, Vec<String>) = lines.iter().map(|line| (product(line), weight(line))).unzip();
                Some(format!("=IFERROR(({})/({}),\"\")", products.join("+"), all.join("+")))
            }
        }
    }

    /// Why a spreadsheet does not test a figure; nothing where it does.
    fn note(&self, line: &Line<'_>, has_formula: bool) -> Option<String> {
        let (subject, figure) = (self.subject, line.figure);
        match line.working {
            Working::Withheld => return Some(subject.fill("recalc-note-withheld", &[("status", figure.status.code().into())])),
            Working::Lacking => return Some(subject.say("recalc-note-lacking")),
            _ if !has_formula && figure.value.is_err() => return Some(subject.say("recalc-note-lacking")),
            _ if !has_formula => return Some(subject.say("recalc-note-long")),
            _ => {}
        }
        if !all_kept(&figure.numbers) || !all_kept([&figure.published]) {
            return Some(subject.say("recalc-note-digits"));
        }
        let value = figure.value.ok()?;
        let number = |term: &str| match self.components.value(term, line.key, figure.period) {
            Some((_, value)) => Some(value),
            None => line.number(subject, term).map(double),
        };
        let exactly = value.to_f64();
        let computed = match line.working {
            Working::Formula => formula::in_doubles(line.calculation, &number).unwrap_or(exactly),
            _ => exactly,
        };
        let decided = formula::is_decided(value, computed, line.calculation.decimals());
        (!decided || figure.published.is_none()).then(|| subject.say("recalc-note-near-half"))
    }

    /// What is to be said of a figure that is tested.
    fn remark(&self, line: &Line<'_>) -> String {
        let subject = self.subject;
        match (line.figure.value, line.working) {
            (Err(Absence::NothingCounted), _) => subject.say("recalc-remark-nothing-counted"),
            (Err(_), _) => subject.say("recalc-remark-incomplete"),
            (Ok(_), Working::Reported) => subject.say("recalc-remark-reported"),
            (Ok(_), Working::Weighted) => subject.say("recalc-remark-weighted"),
            (Ok(_), Working::Values) => subject.say("recalc-remark-values"),
            _ => String::new(),
        }
    }
}
