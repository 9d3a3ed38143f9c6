//! D01: a field that the metric's profile demands is missing.

use crate::catalog::Catalog;
use crate::diag::{Finding, codes};
use crate::model::metric::GamingRisk;
use crate::model::{Kind, Metric, Profile, Scoring, State};
use crate::source::Record;

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

/// Reports each field that is demanded and not written.
pub(in crate::check) fn find(catalog: &Catalog, record: &Record, metric: &Metric) -> Vec<Finding> {
    let profile = metric.profile.unwrap_or(catalog.settings().profile);
    let always = Kind::Metric.shape().fields.iter().filter_map(|field| Some((field.name.as_str(), field.demanded_from?)));
    always
        .chain(conditional(metric))
        .filter(|(name, from)| *from <= profile && record.node.entry(name).is_none())
        .map(|(name, from)| report(record, name, from))
        .collect()
}

fn report(record: &Record, name: &str, from: Profile) -> Finding {
    let (message, help) = if name == "accountable" {
        (format!("metric `{}` names no accountable owner", record.id), "add `accountable:` with one person or team".to_owned())
    } else {
        let description = Kind::Metric.shape().field(name).map_or("", |field| field.description.as_str());
        let message = format!("metric `{}` has no `{name}`, which the profile `{}` demands", record.id, from.name());
        (message, format!("add `{name}:` — {}", lower_first(description.trim_end_matches('.'))))
    };
    Finding::error(&codes::REQUIRED_BY_PROFILE, record.key_place("title"), message).help(help)
}

fn lower_first(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_lowercase().chain(characters).collect())
}
