//! D02: a formula names a term that is not declared, or a declared term is not used.

use crate::catalog::Catalog;
use crate::diag::{Finding, codes, did_you_mean};
use crate::model::{Metric, Scoring};
use crate::source::{Record, parse_expression};

/// Terms that every formula may use without declaring them.
const BUILT_IN: [&str; 4] = ["numerator", "denominator", "n", "value"];

/// Reports undeclared and unused terms.
pub(in crate::check) fn find(_: &Catalog, record: &Record, metric: &Metric) -> Vec<Finding> {
    let Some(text) = &metric.formula else {
        return unused(record, metric, &[]);
    };
    let Ok(formula) = parse_expression(text.as_str()) else {
        return Vec::new();
    };
    let used: Vec<&str> = formula.terms().into_iter().collect();
    let declared = |name: &&str| metric.terms.contains_key(*name) || BUILT_IN.contains(name);
    let undeclared = used.iter().filter(|name| !declared(name)).map(|name| {
        let known = metric.terms.keys().map(String::as_str).chain(BUILT_IN);
        let help = match did_you_mean(name, known) {
            Some(known) => format!("did you mean `{known}`?"),
            None => format!("declare `{name}` under `terms`, with its meaning"),
        };
        let message = format!("the formula of `{}` uses `{name}`, which is not declared", record.id);
        Finding::error(&codes::FORMULA_TERM, record.place("formula"), message).help(help)
    });
    let mut findings: Vec<Finding> = undeclared.collect();
    findings.extend(unused(record, metric, &used));
    findings
}

fn unused(record: &Record, metric: &Metric, used: &[&str]) -> Vec<Finding> {
    let idle = metric.terms.keys().filter(|name| !used.contains(&name.as_str()));
    idle.map(|name| {
        let message = format!("the term `{name}` of `{}` is declared and not used", record.id);
        let help = if metric.scoring == Scoring::Composite { "use it in `formula`" } else { "use it in `formula`, or remove it" };
        Finding::warning(&codes::FORMULA_TERM, record.key_place(&format!("terms.{name}")), message).help(help)
    })
    .collect()
}
