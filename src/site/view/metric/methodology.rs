//! The methodology section, by the concepts of the Single Integrated Metadata Structure (SIMS).

use super::context::{MetricContext, frequency_key};
use crate::catalog::Origin;
use crate::model::metric::{CollectionMode, IntervalMethod, MissingMethod};
use crate::model::{Kind, RecordRef};
use crate::site::Writer;
use crate::site::view::{Block, Fact, Span};

/// One entry for each concept about which something is known.
pub(super) fn methodology(writer: &Writer<'_>, context: &MetricContext<'_>) -> Vec<Block> {
    let entries = [
        ("metric-sims-unit", unit(context)),
        ("metric-sims-period", reference_period(context)),
        ("metric-sims-sources", sources(writer, context)),
        ("metric-sims-validation", validation(writer, context)),
        ("metric-sims-compilation", compilation(context)),
        ("metric-sims-accuracy", accuracy(context)),
        ("metric-sims-timeliness", timeliness(context)),
        ("metric-sims-comparability", comparability(context)),
        ("metric-sims-revisions", revisions(writer, context)),
        ("metric-sims-confidentiality", confidentiality(writer, context)),
        ("metric-sims-judging", judging(context)),
    ];
    let facts: Vec<Fact> = entries
        .into_iter()
        .filter(|(_, values)| !values.is_empty())
        .map(|(label, values)| Fact { label: context.say(label), values })
        .collect();
    vec![Block::Terms { facts }]
}

fn unit(context: &MetricContext<'_>) -> Vec<Span> {
    context.metric.unit_of_count.iter().map(Span::text).collect()
}

fn reference_period(context: &MetricContext<'_>) -> Vec<Span> {
    let metric = context.metric;
    let (zone, boundary) = context.catalog.day(metric);
    let mut text = context.fill(
        "metric-sims-figure-for",
        &[("frequency", frequency_key(metric.frequency).into()), ("boundary", boundary.to_string().into()), ("zone", zone.name().into())],
    );
    if let Some(window) = metric.window {
        let window = context.language.duration(window);
        text = context.fill("metric-sims-window", &[("sentence", text.into()), ("window", window.into())]);
    }
    let mut values = vec![Span::text(text)];
    if let Some((_, last)) = context.series.span() {
        let (from, to) = last.bounds(zone, boundary, context.catalog.calendar());
        let (period, from, to) = (context.language.period(last), context.language.instant(from), context.language.instant(to));
        let fills = [("period", period.into()), ("from", from.into()), ("to", to.into())];
        values.push(Span::text(context.fill("metric-sims-runs", &fills)));
    }
    values
}

fn sources(writer: &Writer<'_>, context: &MetricContext<'_>) -> Vec<Span> {
    let metric = context.metric;
    let mut values: Vec<Span> = metric.sources.iter().map(|reference| writer.span(reference.record())).collect();
    let mode = metric.collection_mode.map(|mode| match mode {
        CollectionMode::Census => "metric-sims-mode-census",
        CollectionMode::Sample => "metric-sims-mode-sample",
        CollectionMode::RealTime => "metric-sims-mode-real-time",
        CollectionMode::Batch => "metric-sims-mode-batch",
        CollectionMode::Manual => "metric-sims-mode-manual",
    });
    values.extend(mode.map(|key| Span::text(context.say(key))));
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
    let (scoring, rule) = (context.language.code(metric.scoring.name()), context.language.code(context.series.calculation.rollup().name()));
    let mut values = vec![
        Span::text(context.fill(
            "metric-sims-scored",
            &[("scoring", scoring.into()), ("unit", context.unit_name().into()), ("places", metric.decimals.into())],
        )),
        Span::text(context.fill("metric-sims-combined", &[("rule", rule.into())])),
    ];
    if let Some(policy) = &metric.missing_policy {
        let method = match policy.method {
            MissingMethod::Drop => "metric-sims-missing-drop",
            MissingMethod::Impute => "metric-sims-missing-impute",
            MissingMethod::Bound => "metric-sims-missing-bound",
            MissingMethod::Fail => "metric-sims-missing-fail",
        };
        values.push(Span::text(context.say(method)));
        values.extend(policy.note.as_ref().map(|note| Span::Prose { markdown: note.as_str().to_owned() }));
    }
    values
}

fn accuracy(context: &MetricContext<'_>) -> Vec<Span> {
    let metric = context.metric;
    let mut values = Vec::new();
    let interval = metric.interval.map(|method| match method {
        IntervalMethod::Wilson => "metric-sims-interval-wilson",
        IntervalMethod::Nps => "metric-sims-interval-nps",
        IntervalMethod::Mean => "metric-sims-interval-mean",
        IntervalMethod::Byar => "metric-sims-interval-byar",
    });
    values.extend(interval.map(|key| Span::text(context.say(key))));
    values.extend(metric.limitations.as_ref().map(|text| Span::Prose { markdown: text.as_str().to_owned() }));
    values
}

fn timeliness(context: &MetricContext<'_>) -> Vec<Span> {
    let metric = context.metric;
    let mut values = Vec::new();
    values.extend(
        metric.settle_lag.map(|lag| Span::text(context.fill("metric-sims-settled", &[("lag", context.language.duration(lag).into())]))),
    );
    values.extend(
        metric
            .latency_sla
            .map(|limit| Span::text(context.fill("metric-sims-within", &[("limit", context.language.duration(limit).into())]))),
    );
    let latest = context.total().and_then(|cell| {
        let point = cell.latest()?;
        let release = context.catalog.releases().get(point.latest.release)?;
        Some((point.period(), release.release.released))
    });
    if let Some((period, released)) = latest {
        values.push(Span::text(context.fill(
            "metric-sims-released",
            &[("period", context.language.period(period).into()), ("date", context.language.instant(released).into())],
        )));
    }
    values
}

fn comparability(context: &MetricContext<'_>) -> Vec<Span> {
    let mut values = Vec::new();
    let as_of = context.site.report().as_of;
    if let Some(versioning) =
        context.catalog.in_force(context.record, as_of).versioning.filter(|versioning| versioning.effective_from <= as_of)
    {
        values.push(Span::text(context.fill(
            "metric-sims-in-force",
            &[("version", versioning.version.to_string().into()), ("date", context.language.date(versioning.effective_from).into())],
        )));
    }
    for deviation in &context.metric.deviations {
        values.push(Span::Prose {
            markdown: context
                .fill("metric-sims-differs", &[("field", (&deviation.field).into()), ("reason", deviation.reason.to_string().into())]),
        });
    }
    values
}

fn revisions(writer: &Writer<'_>, context: &MetricContext<'_>) -> Vec<Span> {
    let mut values: Vec<Span> = context.metric.revision_policy.iter().map(|reference| writer.span(reference.record())).collect();
    let points = || context.series.cells.values().flat_map(|points| points.values());
    let revised = points().filter(|point| point.revisions() > 0).count();
    let all = points().count();
    if all > 0 {
        values.push(Span::text(context.fill("metric-sims-revised", &[("revised", revised.into()), ("count", all.into())])));
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
    vec![Span::text(context.say("metric-sims-judged"))]
}
