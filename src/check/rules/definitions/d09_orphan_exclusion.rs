//! D09: an exclusion is declared for nothing in force, or is counted without being in force.

use std::collections::BTreeSet;

use crate::catalog::Origin;
use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::exclusion::{Exclusion, ExclusionState};
use crate::model::{AnyRecord, Decimal, Id, Kind, Metric, Period, State};
use crate::source::{NumberColumn, Record, ResultTable};

check! {
    /// An exclusion is declared on no metric in force, or counted in results for which it is not declared.
    ///
    /// # What it does
    ///
    /// Looks at exclusions and at what they remove. An active exclusion has to be named by a metric that is not retired; one that nothing names at
    /// all is reported when the project is linked. Where a result counts cases under an exclusion, the exclusion must not be a draft, must have been in
    /// force in the period, and must be named by the version of the definition that was in force then. A column for an exclusion that the
    /// definition never named is refused when the results are read.
    ///
    /// # Why it matters to an auditor
    ///
    /// Cases that are taken out by a rule outside the definition are the easiest way to a better figure. A rule that belongs to nothing is often one that was
    /// meant to be applied and is not.
    ///
    /// # Example
    ///
    /// ```csv
    /// period,denominator_raw,excluded:short-calls,numerator,denominator
    /// 2026-03,1200,40,1044,1160
    /// ```
    ///
    /// where the exclusion `short-calls` says `effective_from: 2026-04-01`.
    ///
    /// # Instead
    ///
    /// ```csv
    /// period,denominator_raw,excluded:short-calls,numerator,denominator
    /// 2026-03,1200,0,1044,1200
    /// ```
    ///
    /// # Configuration
    ///
    /// It has no settings of its own. Earlier versions of definitions and exclusions are known from the history of the project; without one, the files as
    /// they are now stand for all periods since their start.
    "D09" "orphan-exclusion" {
        severity: Severity::Error,
        supports: &[Assertion::Classification, Assertion::Completeness],
        mark: None,
        inputs: "the exclusion and the metrics that name it, and what the results of a metric count under it",
        expects: "an exclusion is named by a metric in force, and counted only where it was declared",
        looks: Looks::Records(&[Kind::Metric, Kind::Exclusion], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    match &record.fields {
        AnyRecord::Exclusion(exclusion) => test_exclusion(context, record, exclusion, sheet),
        AnyRecord::Metric(metric) => test_metric(context, record, metric, sheet),
        _ => {}
    }
}

fn test_exclusion(context: &Context<'_>, record: &Record, exclusion: &Exclusion, sheet: &mut Sheet) {
    if exclusion.state != ExclusionState::Active {
        return sheet.not_applicable("the exclusion is not in use");
    }
    let catalog = context.catalog;
    let links = catalog.backlinks(&record.reference()).iter().filter(|link| link.field == *"exclusions");
    let naming = links.filter_map(|link| if let Origin::Record(metric) = &link.from { catalog.record(metric) } else { None });
    let states: Vec<State> =
        naming.filter_map(|naming| if let AnyRecord::Metric(metric) = &naming.fields { Some(metric.state) } else { None }).collect();
    if states.is_empty() {
        return sheet.not_applicable("no metric names the exclusion, which is reported when the project is linked");
    }
    sheet.test(states.iter().all(|state| *state == State::Retired).then(|| idle(record)));
}

fn test_metric(context: &Context<'_>, record: &Record, metric: &Metric, sheet: &mut Sheet) {
    let mut told: BTreeSet<&Id> = BTreeSet::new();
    for table in context.catalog.results(&record.id) {
        for (column, heading) in table.columns.iter().enumerate() {
            let NumberColumn::Excluded(id) = heading else { continue };
            let fault = if told.contains(id) { None } else { undeclared(context, record, table, (column, id)) };
            if fault.is_some() {
                told.insert(id);
            }
            sheet.test(fault);
        }
    }
    let reason = if metric.exclusions.is_empty() { "the metric has no exclusions" } else { "no result counts what was left out" };
    sheet.not_applicable(reason);
}

/// The first row of a table that counts cases under an exclusion which was not declared for its period.
fn undeclared(context: &Context<'_>, record: &Record, table: &ResultTable, (column, id): (usize, &Id)) -> Option<Failed> {
    let catalog = context.catalog;
    let exclusion = catalog.find(Kind::Exclusion, id)?;
    let counted = |row: &usize| table.number(*row, column).is_some_and(|count| count != Decimal::ZERO);
    let rows = (0..table.rows.len()).filter(counted);
    let texts = catalog.texts(exclusion);
    let is_draft = matches!(&exclusion.fields, AnyRecord::Exclusion(exclusion) if exclusion.state == ExclusionState::Draft);
    let start = texts.first().and_then(|text| Some(text.versioning?.effective_from));
    let has_versions = catalog.versions(&record.reference()).len() > 1;
    for row in rows {
        let period = table.rows[row].period;
        let last = period.last_day(catalog.calendar());
        let why = if is_draft {
            "which is a draft".to_owned()
        } else if let Some(start) = start.filter(|start| *start > last) {
            format!("which is in force from {start} only")
        } else if has_versions && !names(context, record, table, row, id) {
            "which the version of the definition that was in force does not name".to_owned()
        } else {
            continue;
        };
        return Some(counted_anyway(record, table, row, period, id, &why));
    }
    None
}

/// Whether the text of the definition by which a row was made names an exclusion.
fn names(context: &Context<'_>, record: &Record, table: &ResultTable, row: usize, id: &Id) -> bool {
    let catalog = context.catalog;
    let pinned = table.note(row).and_then(|note| note.version).and_then(|version| catalog.at_version(record, version));
    let text = pinned.unwrap_or_else(|| catalog.in_force(record, table.rows[row].period.first_day(catalog.calendar())));
    matches!(&text.fields, AnyRecord::Metric(metric) if metric.exclusions.iter().any(|exclusion| exclusion.id() == id))
}

fn idle(record: &Record) -> Failed {
    let message = format!("every metric that names the exclusion `{}` is retired", record.id);
    let help = "name it on a metric that it belongs to, or write `state: expired`";
    Failed::new(record.place("state"), message, help).values("a metric in force", "retired ones only")
}

fn counted_anyway(record: &Record, table: &ResultTable, row: usize, period: Period, id: &Id, why: &str) -> Failed {
    let message = format!("the results of `{}` leave out cases in {period} under the exclusion `{id}`, {why}", record.id);
    let help = "declare the exclusion for the period, or count the cases in";
    Failed::new(table.place(row), message, help)
}
