//! Metrics that say the same twice: the same calculation under two ids, one title for two calculations, one count under two rules.
//!
//! Of each group, the metric that was there first is the original: the one whose text comes into force earliest, by id where that is the same
//! day. Retired metrics stand aside, since their successor may well count as they did.

use std::collections::BTreeMap;

use crate::catalog::Catalog;
use crate::model::reference::Reference;
use crate::model::{Id, Metric, Scoring, State};
use crate::source::{Record, parse_expression};

/// The later metrics of each group, by the original that stands against them.
#[derive(Debug)]
pub(in crate::check) struct MetricTwins {
    /// With the same calculation as another.
    pub(in crate::check) calculations: BTreeMap<Id, Id>,
    /// With the same title as another, and another calculation.
    pub(in crate::check) titles: BTreeMap<Id, Id>,
    /// Counts of the same things as another, left out by other rules.
    pub(in crate::check) counts: BTreeMap<Id, Id>,
}

impl MetricTwins {
    /// Finds the groups of a project.
    #[must_use]
    pub(in crate::check) fn of(catalog: &Catalog) -> Self {
        let mut metrics: Vec<(&Record, &Metric)> = catalog.metrics().filter(|(_, metric)| metric.state != State::Retired).collect();
        metrics.sort_by_key(|(record, _)| (record.versioning.map(|versioning| versioning.effective_from), &record.id));
        let calculation = |(_, metric): &(&Record, &Metric)| calculation(metric);
        let calculations = later(&metrics, calculation);
        let titles = later(&metrics, |(record, _)| Some(vec![plain(&record.envelope.title)]));
        let counts = later(&metrics, |(_, metric)| counted(metric));
        let same = |one: &Id, other: &Id| calculations.get(one).unwrap_or(one) == calculations.get(other).unwrap_or(other);
        let otherwise = |groups: BTreeMap<Id, Id>| groups.into_iter().filter(|(id, original)| !same(id, original)).collect();
        let (titles, counts) = (otherwise(titles), otherwise(counts));
        Self { calculations, titles, counts }
    }
}

/// Each metric whose key stood before, with the one that had it first.
fn later<'a>(metrics: &[(&'a Record, &'a Metric)], key: impl Fn(&(&'a Record, &'a Metric)) -> Option<Vec<String>>) -> BTreeMap<Id, Id> {
    let mut first: BTreeMap<Vec<String>, &Id> = BTreeMap::new();
    let mut later = BTreeMap::new();
    for metric in metrics {
        let Some(key) = key(metric) else { continue };
        let id = &metric.0.id;
        let original = *first.entry(key).or_insert(id);
        if original != id {
            later.insert(id.clone(), original.clone());
        }
    }
    later
}

/// All that decides the number, apart from how it is written; nothing where too little is said to compare.
fn calculation(metric: &Metric) -> Option<Vec<String>> {
    let written = |prose: &Option<crate::model::Prose>| prose.as_ref().map_or_else(String::new, |prose| plain(prose.as_str()));
    let mut key = vec![metric.scoring.name().to_owned(), written(&metric.numerator), written(&metric.denominator)];
    if key[1].is_empty() && metric.terms.is_empty() {
        let definition = written(&metric.definition);
        if definition.is_empty() {
            return None;
        }
        key.push(definition);
    }
    key.push(written(&metric.population));
    key.push(formula(metric));
    for (name, term) in &metric.terms {
        let part = term.metric.as_ref().map(ToString::to_string).unwrap_or_default();
        key.extend([name.clone(), plain(term.meaning.as_str()), part]);
    }
    let aggregate = metric.aggregate.map_or_else(String::new, |aggregate| format!("{aggregate:?}"));
    let window = metric.window.map(crate::model::Duration::code).unwrap_or_default();
    let survey = metric.survey.as_ref().map(ToString::to_string).unwrap_or_default();
    key.extend([aggregate, window, survey]);
    key.push(ids(&metric.exclusions));
    key.push(ids(&metric.sources));
    Some(key)
}

/// What a count counts and where it is read; nothing for other metrics.
fn counted(metric: &Metric) -> Option<Vec<String>> {
    let numerator = metric.numerator.as_ref().filter(|_| metric.scoring == Scoring::Count)?;
    Some(vec![plain(numerator.as_str()), ids(&metric.sources)])
}

fn formula(metric: &Metric) -> String {
    let written = metric.formula.as_ref().and_then(|text| parse_expression(text.as_str()).ok());
    match (written, metric.scoring) {
        (Some(formula), _) => formula.to_string(),
        (None, Scoring::Proportion | Scoring::Ratio | Scoring::Mean) => "numerator / denominator".to_owned(),
        (None, Scoring::Count) => "numerator".to_owned(),
        (None, Scoring::Index | Scoring::Composite) => String::new(),
    }
}

fn ids<T>(references: &[Reference<T>]) -> String {
    let mut ids: Vec<&str> = references.iter().map(|reference| reference.id().as_str()).collect();
    ids.sort_unstable();
    ids.join(" ")
}

/// Words in small letters with one space between them, without what stands at the end of a sentence.
fn plain(text: &str) -> String {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ").trim_end_matches('.').to_owned()
}
