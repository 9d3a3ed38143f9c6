//! The methodology section, by the concepts of the Single Integrated Metadata Structure (SIMS).

use super::context::MetricContext;
use crate::catalog::Origin;
use crate::diag::plural;
use crate::model::metric::{CollectionMode, IntervalMethod, MissingMethod};
use crate::model::{Kind, RecordRef};
use crate::site::Writer;
use crate::site::view::{Block, Fact, Span};

/// One entry for each concept about which something is known.
pub(super) fn methodology(writer: &Writer<'_>, context: &MetricContext<'_>) -> Vec<Block> {
    let entries = [
        ("Statistical unit", unit(context)),
        ("Reference period", reference_period(context)),
        ("Source data", sources(writer, context)),
        ("Validation", validation(writer, context)),
        ("Compilation", compilation(context)),
        ("Accuracy", accuracy(context)),
        ("Timeliness", timeliness(context)),
        ("Comparability", comparability(context)),
        ("Revisions", revisions(writer, context)),
        ("Confidentiality", confidentiality(writer, context)),
        ("Judgement against targets", judging(context)),
    ];
    let facts: Vec<Fact> = entries
        .into_iter()
        .filter(|(_, values)| !values.is_empty())
        .map(|(label, values)| Fact { label: label.to_owned(), values })
        .collect();
    vec![Block::Terms { facts }]
}

fn unit(context: &MetricContext<'_>) -> Vec<Span> {
    context.metric.unit_of_count.iter().map(Span::text).collect()
}

fn reference_period(context: &MetricContext<'_>) -> Vec<Span> {
    let metric = context.metric;
    let (zone, boundary) = context.catalog.day(metric);
    let mut text = format!("A figure for {}; days begin at {boundary}, {}.", metric.frequency.describe(), zone.name());
    if let Some(window) = metric.window {
        text = format!("{text} Each case is followed for {window}.");
    }
    let mut values = vec![Span::text(text)];
    if let Some((_, last)) = context.series.span() {
        let (from, to) = last.bounds(zone, boundary, context.catalog.calendar());
        values.push(Span::text(format!("{} runs from {} to before {}.", last.label(), from.label(), to.label())));
    }
    values
}

fn sources(writer: &Writer<'_>, context: &MetricContext<'_>) -> Vec<Span> {
    let metric = context.metric;
    let mut values: Vec<Span> = metric.sources.iter().map(|reference| writer.span(reference.record())).collect();
    let mode = metric.collection_mode.map(|mode| match mode {
        CollectionMode::Census => "everything is counted",
        CollectionMode::Sample => "a sample stands for the whole",
        CollectionMode::RealTime => "counted as it happens",
        CollectionMode::Batch => "taken over in batches",
        CollectionMode::Manual => "entered by hand",
    });
    values.extend(mode.map(Span::text));
    values.extend(metric.survey.iter().map(|reference| writer.span(reference.record())));
    values
}

/// The data-quality rules that test the metric, its sources or its transforms.
fn validation(writer: &Writer<'_>, context: &MetricContext<'_>) -> Vec<Span> {
    let metric = context.metric;
    let mut tested: Vec<RecordRef> = vec![context.record.reference()];
    tested.extend(metric.sources.iter().map(|reference| reference.record().clone()));
    tested.extend(metric.transforms.iter().map(|reference| reference.record().clone()));
    let mut rules: Vec<RecordRef> = tested
        .iter()
        .flat_map(|record| context.catalog.backlinks(record))
        .filter_map(|link| match &link.from {
            Origin::Record(from) if from.kind == Kind::QualityRule => Some(from.clone()),
            _ => None,
        })
        .collect();
    rules.sort();
    rules.dedup();
    rules.iter().map(|rule| writer.span(rule)).collect()
}

fn compilation(context: &MetricContext<'_>) -> Vec<Span> {
    let metric = context.metric;
    let mut values = vec![Span::text(format!(
        "Scored as {}, in {}, published to {}.",
        metric.scoring.name(),
        metric.unit.name(),
        plural(metric.decimals as usize, "decimal place")
    ))];
    values.push(Span::text(format!(
        "Values combine over segments and periods by the rule “{}”.",
        context.series.calculation.rollup().name()
    )));
    if let Some(policy) = &metric.missing_policy {
        let method = match policy.method {
            MissingMethod::Drop => "Incomplete records are left out.",
            MissingMethod::Impute => "Incomplete records are completed.",
            MissingMethod::Bound => "Incomplete records are shown as bounds.",
            MissingMethod::Fail => "With incomplete records no value is published.",
        };
        values.push(Span::text(method));
        values.extend(policy.note.as_ref().map(|note| Span::Prose { markdown: note.as_str().to_owned() }));
    }
    values
}

fn accuracy(context: &MetricContext<'_>) -> Vec<Span> {
    let metric = context.metric;
    let mut values = Vec::new();
    let interval = metric.interval.map(|method| match method {
        IntervalMethod::Wilson => "Wilson score interval at 95% (Newcombe 1998)",
        IntervalMethod::Nps => "adjusted Wald interval of a net promoter score",
        IntervalMethod::Mean => "Student's t interval of a mean",
        IntervalMethod::Byar => "Byar's interval of a count or rate",
    });
    values.extend(interval.map(Span::text));
    values.extend(metric.limitations.as_ref().map(|text| Span::Prose { markdown: text.as_str().to_owned() }));
    values
}

fn timeliness(context: &MetricContext<'_>) -> Vec<Span> {
    let metric = context.metric;
    let mut values = Vec::new();
    values.extend(metric.settle_lag.map(|lag| Span::text(format!("Figures can be final {lag} after the period."))));
    values.extend(metric.latency_sla.map(|limit| Span::text(format!("They are to be published within {limit} of its end."))));
    let latest = context.total().and_then(|cell| {
        let point = cell.latest()?;
        let release = context.catalog.releases().get(point.latest.release)?;
        Some((point.period(), release.release.released))
    });
    if let Some((period, released)) = latest {
        values.push(Span::text(format!("{} was released on {}.", period.label(), released.label())));
    }
    values
}

fn comparability(context: &MetricContext<'_>) -> Vec<Span> {
    let mut values = Vec::new();
    if let Some(versioning) = context.record.versioning {
        values.push(Span::text(format!(
            "Version {} of the definition has been in force since {}.",
            versioning.version,
            versioning.effective_from.label()
        )));
    }
    for deviation in &context.metric.deviations {
        values.push(Span::Prose { markdown: format!("Differs from its base in `{}`: {}", deviation.field, deviation.reason) });
    }
    values
}

fn revisions(writer: &Writer<'_>, context: &MetricContext<'_>) -> Vec<Span> {
    let mut values: Vec<Span> = context.metric.revision_policy.iter().map(|reference| writer.span(reference.record())).collect();
    let points = || context.series.cells.values().flat_map(|points| points.values());
    let revised = points().filter(|point| point.revisions() > 0).count();
    let all = points().count();
    if all > 0 {
        values.push(Span::text(format!("{revised} of {} revised so far.", plural(all, "figure"))));
    }
    values
}

fn confidentiality(writer: &Writer<'_>, context: &MetricContext<'_>) -> Vec<Span> {
    context.metric.suppression.iter().map(|reference| writer.span(reference.record())).collect()
}

fn judging(context: &MetricContext<'_>) -> Vec<Span> {
    if context.targets.all().is_empty() {
        return Vec::new();
    }
    vec![Span::text("A value is judged as it is printed, after rounding, so that the judgement can be repeated from the page.")]
}
