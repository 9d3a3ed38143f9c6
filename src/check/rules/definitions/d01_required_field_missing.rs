//! D01: a field that the metric's profile demands is missing.

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::metric::GamingRisk;
use crate::model::{AnyRecord, Kind, Metric, Profile, Scoring, State};
use crate::source::Record;

check! {
    /// A field that the metric's profile demands is missing.
    ///
    /// # What it does
    ///
    /// Compares the fields that a metric definition has with those that its profile demands: `essential`, `standard` or `assured`, as the metric or
    /// the settings name it. Some fields are demanded only of some metrics: a denominator of a proportion, counter-metrics of one that is at risk of
    /// gaming, the block `retired` of one that has ended.
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
    /// numerator: Calls answered within 30 seconds.
    /// # no `denominator`, no `accountable`
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// denominator: All calls that were offered.
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

/// Fields that only some metrics need, with the profile that demands them.
fn conditional(metric: &Metric) -> Vec<(&'static str, Profile)> {
    let mut fields = Vec::new();
    if matches!(metric.scoring, Scoring::Proportion | Scoring::Ratio | Scoring::Count) {
        fields.push(("numerator", Profile::Essential));
    }
    if matches!(metric.scoring, Scoring::Proportion | Scoring::Ratio) {
        fields.push(("denominator", Profile::Essential));
    }
    if metric.scoring == Scoring::Mean {
        fields.push(("aggregate", Profile::Essential));
    }
    if metric.scoring == Scoring::Composite {
        fields.push(("formula", Profile::Essential));
    }
    if metric.gaming_risk.is_some_and(|risk| risk >= GamingRisk::Medium) {
        fields.push(("counter_metrics", Profile::Standard));
    }
    if metric.state == State::Retired {
        fields.push(("retired", Profile::Essential));
    }
    fields
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Metric(metric) = &record.fields else {
        return;
    };
    let profile = context.profile(Some(record));
    let always = Kind::Metric.shape().fields.iter().filter_map(|field| Some((field.name.as_str(), field.demanded_from?)));
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
