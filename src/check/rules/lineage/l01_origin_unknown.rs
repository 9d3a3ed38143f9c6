//! L01: data comes from where no data should come from any more, or from nowhere that is named.

use crate::check::context::Context;
use crate::check::facts::is_retired;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::transform::TransformState;
use crate::model::{AnyRecord, Kind, Metric, State, Transform};
use crate::source::Record;

check! {
    /// A metric or transform reads data whose origin is not known, or is no longer in use.
    ///
    /// # What it does
    ///
    /// Follows what each metric that is reported and each transform in use reads. It finds a source or transform that is retired, a transform without any
    /// input, and a transform of a metric that leads back to none of the sources which the metric names. A reference to a source or transform that does not
    /// exist at all is refused when the project is read (R30).
    ///
    /// # Why it matters to an auditor
    ///
    /// A figure exists only as far as its data does. Where the way back to a system breaks off, nothing in the figure can be vouched.
    ///
    /// # Example
    ///
    /// ```yaml
    /// # metrics/definitions/calls-answered.yaml
    /// sources: [old-switchboard]
    ///
    /// # metrics/sources/old-switchboard.yaml
    /// state: retired
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// # metrics/definitions/calls-answered.yaml
    /// sources: [contact-platform]
    /// ```
    ///
    /// # Configuration
    ///
    /// `state` of a source or transform says whether it is in use. Metrics that are proposed or retired are left aside.
    "L01" "origin-unknown" {
        severity: Severity::Error,
        supports: &[Assertion::Existence],
        mark: None,
        inputs: "the sources and transforms that the record names, their state, and the sources behind the transforms",
        expects: "all data that is read is still delivered, and leads back to a source that is named",
        looks: Looks::Records(&[Kind::Metric, Kind::Transform], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    match &record.fields {
        AnyRecord::Metric(metric) if matches!(metric.state, State::Proposed | State::Retired) => {
            sheet.not_applicable(format!("the metric is {}", metric.state.label()));
        }
        AnyRecord::Metric(metric) => of_metric(context, record, metric, sheet),
        AnyRecord::Transform(transform) if transform.state == TransformState::Retired => sheet.not_applicable("the transform is retired"),
        AnyRecord::Transform(transform) => of_transform(context, record, transform, sheet),
        _ => {}
    }
}

fn of_metric(context: &Context<'_>, record: &Record, metric: &Metric, sheet: &mut Sheet) {
    for (index, source) in metric.sources.iter().enumerate() {
        sheet.test(retired(context, record, &format!("sources.{index}"), source.record()));
    }
    for (index, transform) in metric.transforms.iter().enumerate() {
        let path = format!("transforms.{index}");
        sheet.test(retired(context, record, &path, transform.record()));
        if metric.sources.is_empty() {
            sheet.untestable("the metric names no source");
            continue;
        }
        let behind = context.lineage().sources_of(transform.id());
        let known = behind.is_some_and(|behind| metric.sources.iter().any(|source| behind.contains(source.id())));
        sheet.test((!known).then(|| {
            let message = format!(
                "`{}` reads `{transform}`, which leads back to none of the sources that it names",
                record.id,
                transform = transform.id()
            );
            let help = "add the source of the transform under `sources`, or read another transform";
            let names = |ids: Vec<&str>| if ids.is_empty() { "no source".to_owned() } else { ids.join(", ") };
            let behind = names(behind.into_iter().flatten().map(crate::model::Id::as_str).collect());
            Failed::new(record.place(&path), message, help)
                .values(names(metric.sources.iter().map(|source| source.id().as_str()).collect()), behind)
        }));
    }
    sheet.not_applicable("the metric names no source and no transform");
}

fn of_transform(context: &Context<'_>, record: &Record, transform: &Transform, sheet: &mut Sheet) {
    if transform.inputs.is_empty() {
        let message = format!("the transform `{}` is in use and has no input", record.id);
        sheet.fail(Failed::new(record.place("inputs"), message, "name the sources and transforms whose data goes in"));
    }
    for (index, input) in transform.inputs.iter().enumerate() {
        sheet.test(retired(context, record, &format!("inputs.{index}"), input.record()));
    }
}

fn retired(context: &Context<'_>, record: &Record, path: &str, read: &crate::model::RecordRef) -> Option<Failed> {
    is_retired(context.catalog, read).then(|| {
        let message =
            format!("the {} `{}` reads the {} `{}`, which is retired", record.kind.words(), record.id, read.kind.words(), read.id);
        let failed = Failed::new(record.place(path), message, "name what has taken its place");
        match context.catalog.record(read) {
            Some(other) => failed.related(other.place("state"), "retired here"),
            None => failed,
        }
    })
}
