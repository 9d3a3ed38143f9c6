//! Every published figure, computed again by a live formula beside the published value.

use std::collections::BTreeMap;

use super::components::{Components, all_kept};
use super::formula;
use super::line::{Line, Working, lines};
use super::places::Places;
use super::rows::Rows;
use super::sheet::{Cell, Look, Sheet, Value, at, double, is_kept, on, ranges, whole_column};
use super::subject::Subject;
use crate::model::{Coded, Period};
use crate::source::NumberColumn;
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
    /// The formulas of the first figure of each version of the definition.
    pub(super) shown: BTreeMap<String, Shown>,
    /// How many figures a spreadsheet cannot test.
    pub(super) untested: usize,
}

/// How the first figure of a version is computed.
pub(super) struct Shown {
    /// The formula of its value.
    pub(super) value: String,
    /// The formula of its rounding.
    pub(super) rounded: String,
    /// What stands in which cell: `R2: numerator`.
    pub(super) cells: String,
}

impl Figures {
    pub(super) fn of(subject: &Subject<'_>, rows: &Rows, components: &Components) -> Self {
        let margins = subject.series.margins(subject.catalog);
        let lines = lines(subject, &margins);
        let places = Places::of(subject);
        let positions =
            lines.iter().zip(1..).map(|(line, position)| ((line.key.clone(), line.figure.period, line.vintage), position)).collect();
        let table = Table { subject, rows, components, places: &places, positions };
        let (unrounded, note) = (places.unrounded, places.agrees + 1);
        let mut sheet = Sheet::table(&subject.names.figures, &places.headings(subject), 1).widen(unrounded, 20).widen(note, 60);
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
                shown.entry(version).or_insert_with(|| Shown { value, rounded, cells: table.cells(line, position) });
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
        cells.push(if tested {
            Cell::formula(agrees, Value::Truth(true), Look::Verdict)
        } else {
            Cell::text(subject.say("recalc-not-tested"))
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
        let named = |heading: &NumberColumn| heading.heading() == term;
        let reported = || self.subject.series.columns.iter().position(named).map(|column| self.places.number(column));
        let column = self.places.terms.get(term).copied().or_else(reported)?;
        Some(at(column, position))
    }

    /// Which cells the formula of a line names.
    fn cells(&self, line: &Line<'_>, position: usize) -> String {
        let terms = line.calculation.formula().terms();
        let named = terms.into_iter().filter_map(|term| Some(format!("{}: {term}", self.address(term, position)?)));
        named.collect::<Vec<_>>().join("; ")
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
                let pieces = ranges(self.places.sheet(), self.places.unrounded, &lines);
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::Arc;

    use super::*;
    use crate::catalog::link;
    use crate::diag::Findings;
    use crate::history::{Past, RecordVersion};
    use crate::language::Language;
    use crate::model::{Date, Id, Kind, Version};
    use crate::site::{Report, Site};
    use crate::source::{MemoryWorkspace, parse_record, read_project};

    const PATH: &str = "metrics/definitions/answered.yaml";
    const NOW: &str = "title: Answered\nversion: 2.0.0\neffective_from: 2026-02-01\nstate: active\nscoring: proportion\nunit: percent\n\
decimals: 1\ndirection: increase\nfrequency: P1M\ndefinition: Calls answered.\n";
    const ROWS: &str = "period,numerator,denominator\n2026-01,7,9\n2026-02,6,11\n";

    fn site() -> Site {
        let workspace = MemoryWorkspace::new()
            .with("tickmark.yaml", "title: A report\norganisation: An organisation\ntimezone: Europe/London\n")
            .with(PATH, NOW)
            .with("metrics/snapshots/2026-03/release.yaml", "title: February\nstatus: final\nreleased: 2026-03-02T09:00:00Z\n")
            .with("metrics/snapshots/2026-03/answered.csv", ROWS);
        let catalog = link(read_project(&workspace).project.expect("a project")).catalog.expect("a catalogue");
        let (id, first) = (Id::parse("answered").expect("an id"), Date::new(2026, 1, 1).expect("a day"));
        let before =
            NOW.replace("2.0.0", "1.0.0").replace("2026-02-01", "2026-01-01").replace("decimals: 1", "decimals: 0\nrounding: half-up");
        let record = parse_record(Kind::Metric, &id, PATH, before.into_bytes()).0.expect("a record");
        let reference = record.reference();
        let version =
            RecordVersion { version: Version::new(1, 0, 0), from: first, to: None, record: Arc::new(record), first: None, last: None };
        let catalog = catalog.with_past(Past::default(), BTreeMap::from([(reference, vec![version])]));
        Site::plan(catalog, Report::new(first), Arc::new(Language::built_in("en")), Findings::new())
    }

    #[test]
    fn each_version_of_a_definition_computes_by_its_own_rule() {
        let site = site();
        let id = Id::parse("answered").expect("an id");
        let series = site.series(&id).expect("a metric");
        let subject = Subject::of(&site, &id, &series, &|_| true).expect("a metric");
        let figures = Figures::of(&subject, &Rows::of(&subject), &Components::default());
        let rounded: Vec<(&str, &str)> = figures.shown.iter().map(|(version, shown)| (version.as_str(), shown.rounded.as_str())).collect();
        let tie = "ABS(N3*10-INT(N3*10)-0.5)<0.000001";
        let second = format!("=IF(N3=\"\",\"\",IF({tie},2*ROUND(N3*10/2,0),ROUND(N3*10,0))/10)");
        assert_eq!(rounded, [("1.0.0", "=IF(N2=\"\",\"\",ROUND(ROUND(N2,6),0))"), ("2.0.0", second.as_str())]);
        let value = &figures.shown["2.0.0"];
        assert_eq!(
            (value.value.as_str(), value.cells.as_str()),
            ("=IF(COUNT(M3,L3)<2,\"\",IFERROR(100*(L3/M3),\"\"))", "M3: denominator; L3: numerator")
        );
    }
}
