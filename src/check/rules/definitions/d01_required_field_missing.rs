//! D01: a field that the metric's profile demands is missing.

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::{AnyRecord, Kind, Metric, Profile, Scoring};
use crate::source::Record;

check! {
    /// A field that the metric's profile demands is missing.
    ///
    /// # What it does
    ///
    /// Compares the fields that a metric definition has with those that its profile demands: `essential`, `standard` or `assured`, as the metric or
    /// the settings name it; a composite also needs a formula. Fields that only some metrics need have checks of their own: populations (D03), outcomes
    /// (D05), counter-metrics (D06), the block `retired` (D08) and criteria (D13).
    ///
    /// # Why it matters to an auditor
    ///
    /// A figure without an owner, a formula, a unit or a source cannot be tested: there is nobody to ask and nothing to test it against.
    ///
    /// # Example
    ///
    /// ```yaml
    /// title: Calls answered in time
    /// scoring: proportion
    /// # no `direction`, no `accountable`
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// direction: increase
    /// accountable: person/ann-lee
    /// ```
    ///
    /// # Configuration
    ///
    /// `profile` in `tickmark.yaml` or in a metric says how much is demanded.
    "D01" "required-field-missing" {
        severity: Severity::Error,
        supports: &[Assertion::Presentation, Assertion::Authorisation],
        mark: None,
        inputs: "the definition, and the profile that holds for it",
        expects: "every field that the profile demands is written",
        looks: Looks::Records(&[Kind::Metric], test),
    }
}

/// Fields whose want another check reports, with the weight that it has there: D05, D13.
const TOLD_ELSEWHERE: [&str; 2] = ["outcome_links", "criteria"];

/// Fields that only some metrics need, with the profile that demands them.
fn conditional(metric: &Metric) -> Option<(&'static str, Profile)> {
    (metric.scoring == Scoring::Composite).then_some(("formula", Profile::Essential))
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Metric(metric) = &record.fields else {
        return;
    };
    let profile = context.profile(Some(record));
    let always = Kind::Metric.shape().fields.iter().filter_map(|field| Some((field.name.as_str(), field.demanded_from?)));
    let always = always.filter(|(name, _)| !TOLD_ELSEWHERE.contains(name));
    for (name, from) in always.chain(conditional(metric)).filter(|(_, from)| *from <= profile) {
        if record.node.entry(name).is_some() { sheet.pass() } else { sheet.fail(missing(record, name, from)) }
    }
}

fn missing(record: &Record, name: &str, from: Profile) -> Failed {
    let place = record.key_place("title");
    if name == "accountable" {
        let message = format!("metric `{}` names no accountable owner", record.id);
        return Failed::new(place, message, "add `accountable:` with one person or team");
    }
    let description = Kind::Metric.shape().field(name).map_or("", |field| field.description.as_str());
    let message = format!("metric `{}` has no `{name}`, which the profile `{}` demands", record.id, from.name());
    Failed::new(place, message, format!("add `{name}:` — {}", lower_first(description.trim_end_matches('.'))))
}

fn lower_first(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_lowercase().chain(characters).collect())
}
