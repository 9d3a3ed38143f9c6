//! The first sheet: what the workbook is about, how it computes, how to use it, and what it does not prove.

use super::figures::{Figures, Shown};
use super::sheet::{Cell, Held, Look, Sheet, Value};
use super::subject::Subject;
use crate::model::{AnyRecord, Metric, Prose, Rounding};
use crate::stats::Calculation;

/// The sheet.
pub(super) fn sheet(subject: &Subject<'_>, figures: &Figures) -> Sheet {
    let mut lines = vec![vec![Cell::text(subject.title()).looking(Look::Label)], Vec::new()];
    let mut say = |label: String, value: String| {
        if !value.is_empty() {
            lines.push(vec![Cell::text(label).looking(Look::Label), Cell::text(value).looking(Look::Wrapped)]);
        }
    };
    report(subject, &mut say);
    for (version, shown) in &figures.shown {
        definition(subject, version, Some(shown), &mut say);
    }
    if figures.shown.is_empty() {
        definition(subject, "", None, &mut say);
        say(subject.say("recalc-formula"), subject.say("recalc-formula-none"));
    }
    lines.push(Vec::new());
    lines.extend(counted(subject, figures));
    lines.push(Vec::new());
    let mut say = |label: String, value: String| {
        lines.push(vec![Cell::text(label).looking(Look::Label), Cell::text(value).looking(Look::Wrapped)]);
    };
    say(subject.say("recalc-use"), subject.say("recalc-use-figures"));
    say(String::new(), subject.say("recalc-use-rows"));
    say(String::new(), subject.say("recalc-use-try"));
    say(String::new(), subject.say("recalc-use-calculation"));
    say(subject.say("recalc-digits"), subject.say("recalc-digits-kept"));
    say(String::new(), subject.say("recalc-digits-halves"));
    say(subject.say("recalc-limits"), subject.say("recalc-limits-source"));
    say(String::new(), subject.say("recalc-limits-rule"));
    say(String::new(), subject.say("recalc-limits-scope"));
    Sheet { name: subject.names.read_me.clone(), lines, kept: (0, 0), widths: vec![30, 100] }
}

fn report(subject: &Subject<'_>, say: &mut dyn FnMut(String, String)) {
    let (report, language) = (subject.site.report(), subject.language());
    say(subject.say("recalc-metric"), subject.record.id.to_string());
    say(subject.say("recalc-organisation"), subject.catalog.settings().organisation.clone());
    say(subject.say("recalc-report"), subject.catalog.settings().title.clone());
    say(subject.say("recalc-as-of"), language.date(report.as_of));
    let commit = report.commit.as_ref().map(|commit| commit.id.as_str().to_owned());
    say(subject.say("recalc-commit"), commit.unwrap_or_else(|| report.commit_words(language)));
    say(subject.say("recalc-tool"), report.tool.clone());
}

/// How a version of the definition computes.
fn definition(subject: &Subject<'_>, version: &str, shown: Option<&Shown>, say: &mut dyn FnMut(String, String)) {
    let texts = subject.catalog.texts(subject.record);
    let text = texts.iter().find(|text| text.versioning.is_some_and(|versioning| versioning.version.to_string() == version));
    let metric = match text.map(|text| &text.fields) {
        Some(AnyRecord::Metric(metric)) => metric,
        _ => subject.metric,
    };
    let calculation = Calculation::of(metric);
    let words = |text: &Option<Prose>| text.as_ref().map(|prose| prose.as_str().to_owned()).unwrap_or_default();
    say(subject.say("recalc-version"), version.to_owned());
    say(subject.say("recalc-definition"), words(&metric.definition));
    say("numerator".to_owned(), words(&metric.numerator));
    say("denominator".to_owned(), words(&metric.denominator));
    for (name, term) in &metric.terms {
        say(name.clone(), term.meaning.as_str().to_owned());
    }
    say(subject.say("recalc-unit"), subject.language().unit_name(metric.unit).to_owned());
    say(subject.say("recalc-formula"), in_words(&calculation));
    say(subject.say("recalc-rollup"), subject.language().code(calculation.rollup().name()));
    say(subject.say("recalc-rounding"), rounding(subject, metric));
    if let Some(shown) = shown {
        say(subject.say("recalc-formula-value"), as_words(&shown.value));
        say(subject.say("recalc-formula-cells"), shown.cells.clone());
        say(subject.say("recalc-formula-rounded"), as_words(&shown.rounded));
    }
}

/// A formula as words: without the sign that begins it, so that nothing takes it for one.
fn as_words(formula: &str) -> String {
    formula.strip_prefix('=').unwrap_or(formula).to_owned()
}

fn in_words(calculation: &Calculation) -> String {
    let factor = calculation.factor().numerator();
    if factor == 1 { calculation.formula().to_string() } else { format!("{factor} * ({})", calculation.formula()) }
}

fn rounding(subject: &Subject<'_>, metric: &Metric) -> String {
    let places = metric.decimals.into();
    match metric.rounding {
        Rounding::HalfUp => subject.fill("recalc-rounding-half-up", &[("places", places)]),
        Rounding::HalfEven => subject.fill("recalc-rounding-half-even", &[("places", places)]),
    }
}

/// How many figures agree, counted by the spreadsheet.
fn counted(subject: &Subject<'_>, figures: &Figures) -> Vec<Vec<Cell>> {
    let column = figures.column(figures.places.agrees);
    let all = figures.sheet.lines.len() - 1;
    let line = |label: String, of: &str, count: usize| {
        let value = Value::Number(f64::from(u32::try_from(count).unwrap_or(u32::MAX)));
        let held = Held::Formula(format!("=COUNTIF({column},{of})"), value);
        vec![Cell::text(label).looking(Look::Label), Cell { held, look: Look::Count }]
    };
    vec![
        line(subject.say("recalc-agreeing"), "TRUE", all - figures.untested),
        line(subject.say("recalc-differing"), "FALSE", 0),
        line(subject.say("recalc-untested"), &super::sheet::quoted(&subject.say("recalc-not-tested")), figures.untested),
    ]
}
