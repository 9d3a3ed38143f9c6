//! D14: two metrics say the same, or one title says two things.

use crate::catalog::Origin;
use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::{AnyRecord, Id, Kind, Metric, State};
use crate::source::Record;

check! {
    /// Two metrics have the same calculation, one title stands for two calculations, or two counts overlap unsaid.
    ///
    /// # What it does
    ///
    /// Compares what decides the number of each metric that is not retired: scoring, formula, populations, terms, aggregate, window, survey, exclusions and sources, by
    /// words and not by line breaks or capital letters. It reports the later of two metrics with the same calculation; the later of two with the same title and
    /// different calculations; and the later of two counts of the same things from the same sources under different rules. A variant of another may share
    /// its calculation or its title, and two counts may overlap where either definition names the other.
    ///
    /// # Why it matters to an auditor
    ///
    /// Two figures of one thing will differ one day, and each side will quote its own. Two things under one title are compared as if they were one, and
    /// counts that overlap are added.
    ///
    /// # Example
    ///
    /// ```yaml
    /// # metrics/definitions/calls-abandoned.yaml, beside metrics/definitions/calls-given-up.yaml
    /// title: Calls abandoned
    /// scoring: proportion
    /// numerator: Calls in which the caller hung up in the queue.
    /// denominator: Calls put in the queue.
    /// sources: [contact-platform]
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// # metrics/definitions/calls-given-up.yaml alone; the other name is a synonym in the glossary
    /// title: Calls given up
    /// scoring: proportion
    /// numerator: Calls in which the caller hung up in the queue.
    /// denominator: Calls put in the queue.
    /// sources: [contact-platform]
    /// ```
    ///
    /// # Configuration
    ///
    /// It has no settings of its own. `variant_of` declares that one metric is a form of another; a retired metric is never compared.
    "D14" "metric-said-twice" {
        severity: Severity::Warning,
        supports: &[Assertion::Classification],
        mark: None,
        inputs: "the titles and calculations of all metrics",
        expects: "one calculation, one title, one metric; and overlapping counts name each other",
        looks: Looks::Records(&[Kind::Metric], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Metric(metric) = &record.fields else {
        return;
    };
    if metric.state == State::Retired {
        return sheet.not_applicable("the metric is retired");
    }
    let twins = context.twins();
    let other = |twin: Option<&Id>| {
        twin.filter(|id| !are_variants(context, record, metric, id)).and_then(|id| context.catalog.find(Kind::Metric, id))
    };
    sheet.test(other(twins.calculations.get(&record.id)).map(|other| same_calculation(record, other)));
    sheet.test(other(twins.titles.get(&record.id)).map(|other| same_title(record, other)));
    let overlapping = other(twins.counts.get(&record.id)).filter(|other| !name_each_other(context, record, other));
    sheet.test(overlapping.map(|other| overlap(record, other)));
}

/// Whether one of two metrics is a variant of the other, or both are of a third.
fn are_variants(context: &Context<'_>, record: &Record, metric: &Metric, other: &Id) -> bool {
    let base = |metric: &Metric| metric.variant_of.as_ref().map(|base| base.id().clone());
    let (own, theirs) = (base(metric), context.catalog.metric(other).and_then(|(_, metric)| base(metric)));
    own.as_ref() == Some(other) || theirs.as_ref() == Some(&record.id) || (own.is_some() && own == theirs)
}

/// Whether one definition names the other, in whatever field.
fn name_each_other(context: &Context<'_>, one: &Record, other: &Record) -> bool {
    let names = |from: &Record, to: &Record| {
        let links = context.catalog.links(&from.reference());
        links.iter().any(|link| link.to == to.reference() && matches!(link.from, Origin::Record(_)))
    };
    names(one, other) || names(other, one)
}

fn same_calculation(record: &Record, other: &Record) -> Failed {
    let message = format!("metric `{}` has the calculation of `{}` under another id", record.id, other.id);
    let help = "retire one of them, or say in the definition what tells them apart";
    Failed::new(record.key_place("scoring"), message, help).related(other.key_place("title"), "the same calculation stands here".to_owned())
}

fn same_title(record: &Record, other: &Record) -> Failed {
    let message = format!("metrics `{}` and `{}` have one title and two calculations", other.id, record.id);
    let help = "give one of them a title that tells them apart, or declare it under `variant_of`";
    Failed::new(record.place("title"), message, help).related(other.place("title"), "the same title stands here".to_owned())
}

fn overlap(record: &Record, other: &Record) -> Failed {
    let message = format!("`{}` counts the same things as `{}` by other rules, and neither names the other", record.id, other.id);
    let help = "say in one definition how it differs from the other, and link it, as a variant, driver or counter-metric";
    Failed::new(record.place("numerator"), message, help).related(other.place("numerator"), "the same things are counted here".to_owned())
}
