//! L03: data is taken or worked on that ends in no metric.

use crate::check::context::Context;
use crate::check::facts::is_retired;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::Kind;
use crate::source::Record;

check! {
    /// A source or transform is in use, and its data ends in no metric.
    ///
    /// # What it does
    ///
    /// Follows each metric that has not ended back through its transforms to its sources. It finds sources and transforms in use that are on none of these
    /// ways: a transform may read them, but what comes out is read by no metric, or by retired metrics alone. What nothing names at all is told when the
    /// project is read (R32).
    ///
    /// # Why it matters to an auditor
    ///
    /// An output that nobody reads is either a figure that is missing from the report, or personal data that is still fetched without a purpose.
    ///
    /// # Example
    ///
    /// ```yaml
    /// # metrics/transforms/call-recordings.yaml, which no metric names
    /// state: active
    /// inputs: [source/recorder]
    /// operation: classify
    /// ```
    ///
    /// # Instead
    ///
    /// Name the transform under `transforms` of the metric that reads it, or write `state: retired` in the transform and in the source, and stop the extraction.
    ///
    /// # Configuration
    ///
    /// `state: retired` says that a source or transform is no longer in use.
    "L03" "data-without-metric" {
        severity: Severity::Warning,
        supports: &[Assertion::Completeness],
        mark: None,
        inputs: "the sources and transforms that metrics name, and those behind them",
        expects: "the data ends in a metric that has not ended",
        looks: Looks::Records(&[Kind::Source, Kind::Transform], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let reference = record.reference();
    if is_retired(context.catalog, &reference) {
        return sheet.not_applicable("it is retired");
    }
    if !context
        .catalog
        .backlinks(&reference)
        .iter()
        .any(|link| matches!(&link.from, crate::catalog::Origin::Record(from) if matches!(from.kind, Kind::Metric | Kind::Transform)))
    {
        return sheet.not_applicable("nothing names it, which is told when the project is read");
    }
    sheet.test((!context.lineage().feeds_a_metric(&reference)).then(|| {
        let message =
            format!("the {} `{}` is in use, and its data ends in no metric that is still reported", record.kind.words(), record.id);
        let help = "name it, or the transform that reads it, in the metric that needs its data, or retire it";
        Failed::new(record.key_place("title"), message, help)
    }));
}
