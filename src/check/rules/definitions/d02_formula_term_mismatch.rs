//! D02: a formula names a term that is not declared, or a declared term is not used.

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::diag::{Level, did_you_mean};
use crate::model::{AnyRecord, Kind, Metric, Scoring};
use crate::source::{Record, parse_expression};

check! {
    /// A formula names a term that is not declared, or a declared term is not used.
    ///
    /// # What it does
    ///
    /// Reads the formula of a metric and looks up each of its terms under `terms`; `numerator`, `denominator`, `n` and `value` need no declaration.
    /// A term that no formula uses is a warning.
    ///
    /// # Why it matters to an auditor
    ///
    /// A term without a meaning can stand for anything, so a recalculation of the figure proves nothing. A term that is not used is often what is left of
    /// an earlier definition.
    ///
    /// # Example
    ///
    /// ```yaml
    /// formula: (answered + abandond) / offered
    /// terms:
    ///   answered: {meaning: Calls answered.}
    ///   abandoned: {meaning: Calls abandoned.}
    ///   offered: {meaning: Calls offered.}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// formula: (answered + abandoned) / offered
    /// ```
    ///
    /// # Configuration
    ///
    /// `checks: {D02: warn}` in `tickmark.yaml` gives it another level.
    "D02" "formula-term-mismatch" {
        severity: Severity::Error,
        supports: &[Assertion::Accuracy],
        mark: None,
        inputs: "the formula and the declared terms of the definition",
        expects: "every term of the formula is declared, and every declared term is used",
        looks: Looks::Records(&[Kind::Metric], test),
    }
}

/// Terms that every formula may use without declaring them.
const BUILT_IN: [&str; 4] = ["numerator", "denominator", "n", "value"];

fn test(_: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Metric(metric) = &record.fields else {
        return;
    };
    let formula = metric.formula.as_ref().and_then(|text| parse_expression(text.as_str()).ok());
    let used: Vec<&str> = formula.iter().flat_map(|formula| formula.terms()).collect();
    for name in &used {
        let known = metric.terms.contains_key(*name) || BUILT_IN.contains(name);
        sheet.test((!known).then(|| undeclared(record, metric, name)));
    }
    for name in metric.terms.keys() {
        if used.contains(&name.as_str()) { sheet.pass() } else { sheet.fail(unused(record, metric, name)) }
    }
    sheet.not_applicable("the definition has no formula with terms");
}

fn undeclared(record: &Record, metric: &Metric, name: &str) -> Failed {
    let known = metric.terms.keys().map(String::as_str).chain(BUILT_IN);
    let help = match did_you_mean(name, known) {
        Some(known) => format!("did you mean `{known}`?"),
        None => format!("declare `{name}` under `terms`, with its meaning"),
    };
    Failed::new(record.place("formula"), format!("the formula of `{}` uses `{name}`, which is not declared", record.id), help)
}

fn unused(record: &Record, metric: &Metric, name: &str) -> Failed {
    let message = format!("the term `{name}` of `{}` is declared and not used", record.id);
    let help = if metric.scoring == Scoring::Composite { "use it in `formula`" } else { "use it in `formula`, or remove it" };
    Failed::new(record.key_place(&format!("terms.{name}")), message, help).at_level(Level::Warning)
}
