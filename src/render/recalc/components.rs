//! The figures of other metrics from which a composite is made, with their own counts and formulas.
//!
//! A component that was rolled up, or is a composite itself, stands here with its value only as far as its counts do not give it;
//! its own workbook computes it.

use std::collections::{BTreeMap, BTreeSet};

use super::formula;
use super::sheet::{Cell, Look, Sheet, Value, at, on};
use super::subject::Subject;
use crate::model::{Decimal, Id, Period};
use crate::stats::{CellKey, Figure, MetricSeries, column};

/// The sheet with the components, where there are any, and where each stands on it.
#[derive(Default)]
pub(super) struct Components {
    pub(super) sheet: Option<Sheet>,
    lines: BTreeMap<(String, CellKey, Period), (String, f64)>,
}

/// A term and the metric that it stands for.
struct Term {
    name: String,
    metric: Id,
    series: std::sync::Arc<MetricSeries>,
}

impl Components {
    pub(super) fn of(subject: &Subject<'_>) -> Self {
        let terms: Vec<Term> = subject
            .metric
            .terms
            .iter()
            .filter_map(|(name, term)| {
                let metric = term.metric.as_ref()?.id().clone();
                Some(Term { name: name.clone(), series: subject.site.series(&metric)?, metric })
            })
            .collect();
        if terms.is_empty() {
            return Self::default();
        }
        let counts: Vec<&str> =
            terms.iter().flat_map(|term| term.series.calculation.formula().terms()).collect::<BTreeSet<_>>().into_iter().collect();
        let mut headings = vec![
            subject.say("recalc-head-term"),
            subject.say("recalc-head-metric"),
            subject.say("recalc-head-workbook"),
            subject.say("recalc-head-period"),
        ];
        headings.extend(subject.segment_headings());
        headings.extend(counts.iter().map(|name| (*name).to_owned()));
        headings.extend([subject.say("recalc-head-unrounded"), subject.say("recalc-head-published"), subject.say("recalc-head-note")]);
        let mut components = Self { sheet: Some(Sheet::table(&subject.names.components, &headings, 4)), lines: BTreeMap::new() };
        for term in &terms {
            for (key, points) in &subject.series.cells {
                for period in points.keys().filter(|period| subject.asks_for(**period)) {
                    if let Some(figure) = term.series.component(key, *period) {
                        components.add(subject, term, key, figure, &counts);
                    }
                }
            }
        }
        components
    }

    /// The address of a term's exact value, and the value.
    pub(super) fn value(&self, term: &str, key: &CellKey, period: Period) -> Option<(&str, f64)> {
        self.lines.get(&(term.to_owned(), key.clone(), period)).map(|(address, value)| (address.as_str(), *value))
    }

    fn add(&mut self, subject: &Subject<'_>, term: &Term, key: &CellKey, figure: &Figure, counts: &[&str]) {
        let Some(sheet) = &mut self.sheet else {
            return;
        };
        let line = sheet.next();
        let mut cells = vec![
            Cell::text(&term.name),
            Cell::text(term.metric.as_str()),
            Cell::text(format!("{}.xlsx", term.metric)),
            Cell::text(figure.period.to_string()),
        ];
        cells.extend(subject.codes(key).into_iter().map(Cell::text));
        let first = cells.len();
        let number = |name: &str| column(&term.series.columns, &figure.numbers, name);
        cells.extend(counts.iter().map(|name| Cell::number(number(name))));
        let calculation = term.series.calculation_of(figure.period, figure.pinned);
        let again = figure.recomputed.then(|| calculation.apply(&term.series.columns, &figure.numbers, &BTreeMap::new()).value);
        let address = |name: &str| Some(at(first + counts.iter().position(|known| *known == name)?, line));
        let formula = (again == Some(figure.value)).then(|| formula::value(calculation, &address)).flatten();
        let unrounded = cells.len();
        let is_live = formula.is_some();
        let exact = figure.value.ok();
        cells.push(match (formula, exact) {
            (Some(text), value) => Cell::formula(text, Value::exact(value), Look::Plain),
            (None, Some(value)) => Cell { held: super::sheet::Held::Number(value.to_f64()), look: Look::Plain },
            (None, None) => Cell::nothing(),
        });
        cells.push(Cell::number(figure.published));
        cells.push(Cell::text(if is_live { String::new() } else { subject.say("recalc-note-component") }));
        if let Some(value) = exact {
            let place = (term.name.clone(), key.clone(), figure.period);
            self.lines.insert(place, (on(&subject.names.components, unrounded, line), value.to_f64()));
        }
        sheet.lines.push(cells);
    }
}

/// Whether a spreadsheet keeps all digits of these numbers.
pub(super) fn all_kept<'a>(numbers: impl IntoIterator<Item = &'a Option<Decimal>>) -> bool {
    numbers.into_iter().flatten().all(|number| super::sheet::is_kept(*number))
}
