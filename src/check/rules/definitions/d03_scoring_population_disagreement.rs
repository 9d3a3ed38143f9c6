//! D03: how a metric is scored does not agree with what it counts.

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::exclusion::ExclusionType;
use crate::model::{AnyRecord, Kind, Metric, Scoring};
use crate::source::Record;

check! {
    /// How a metric is scored does not agree with the populations that it names.
    ///
    /// # What it does
    ///
    /// Holds the parts of a definition against its `scoring`: a proportion and a ratio need a numerator and a denominator, a count a numerator, a
    /// mean an `aggregate`. A proportion or ratio has no `aggregate`, since it is computed from its counts. It also looks at the type of each exclusion:
    /// an exception takes a case out of the denominator only where the numerator is not met, so that only a proportion can have one, and nothing can be
    /// taken out of a denominator or a numerator that the metric does not have.
    ///
    /// # Why it matters to an auditor
    ///
    /// Without its populations nobody can say which cases belong in a figure, and a recalculation proves only that two unknown numbers were divided.
    /// An exclusion that does not fit its metric removes cases by a rule that cannot be followed.
    ///
    /// # Example
    ///
    /// ```yaml
    /// title: Calls answered in time
    /// scoring: proportion
    /// numerator: Calls answered within 30 seconds.
    /// # out of which calls is not said
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// title: Calls answered in time
    /// scoring: proportion
    /// numerator: Calls answered within 30 seconds.
    /// denominator: All calls that were offered, less test calls.
    /// ```
    ///
    /// # Configuration
    ///
    /// It holds for every profile and has no settings of its own; `checks: {D03: warn}` in `tickmark.yaml` gives it another level.
    "D03" "scoring-population-disagreement" {
        severity: Severity::Error,
        supports: &[Assertion::Classification, Assertion::Accuracy],
        mark: None,
        inputs: "the scoring of the definition, its populations, its aggregate and the types of its exclusions",
        expects: "every part that the scoring needs is there, and none that it has no use for",
        looks: Looks::Records(&[Kind::Metric], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Metric(metric) = &record.fields else {
        return;
    };
    for (part, meaning) in needed(metric.scoring) {
        sheet.test(record.node.entry(part).is_none().then(|| lacking(record, metric, part, meaning)));
    }
    if matches!(metric.scoring, Scoring::Proportion | Scoring::Ratio) {
        sheet.test(metric.aggregate.is_some().then(|| superfluous(record, metric)));
    }
    for (position, reference) in metric.exclusions.iter().enumerate() {
        let named = context.catalog.record(reference.record());
        if let Some(AnyRecord::Exclusion(exclusion)) = named.map(|record| &record.fields) {
            sheet.test(unfit(metric, exclusion.kind).map(|why| misplaced(record, position, why)));
        }
    }
    sheet.not_applicable("an index or composite names no populations of its own");
}

/// The parts that a scoring cannot do without, with what each says.
const fn needed(scoring: Scoring) -> &'static [(&'static str, &'static str)] {
    const NUMERATOR: (&str, &str) = ("numerator", "what succeeds");
    const DENOMINATOR: (&str, &str) = ("denominator", "out of what");
    match scoring {
        Scoring::Proportion | Scoring::Ratio => &[NUMERATOR, DENOMINATOR],
        Scoring::Count => &[("numerator", "what is counted")],
        Scoring::Mean => &[("aggregate", "how single observations become one value")],
        Scoring::Index | Scoring::Composite => &[],
    }
}

/// Why an exclusion of a type does not fit the metric.
fn unfit(metric: &Metric, kind: ExclusionType) -> Option<&'static str> {
    let has_denominator = matches!(metric.scoring, Scoring::Proportion | Scoring::Ratio | Scoring::Mean) || metric.denominator.is_some();
    let has_numerator = metric.numerator.is_some() || !matches!(metric.scoring, Scoring::Index | Scoring::Composite);
    match kind {
        ExclusionType::Exception if metric.scoring != Scoring::Proportion => Some("is an exception, which only a proportion can have"),
        ExclusionType::Denominator if !has_denominator => Some("is taken out of a denominator, and the metric has none"),
        ExclusionType::Numerator if !has_numerator => Some("is taken out of a numerator, and the metric has none"),
        _ => None,
    }
}

fn lacking(record: &Record, metric: &Metric, part: &str, meaning: &str) -> Failed {
    let scoring = metric.scoring.name();
    let message = format!("metric `{}` is scored as a {scoring} and has no `{part}`", record.id);
    let help = format!("add `{part}:` — {meaning} — or name another `scoring`");
    Failed::new(record.place("scoring"), message, help).values(format!("a `{part}`"), "none")
}

fn superfluous(record: &Record, metric: &Metric) -> Failed {
    let scoring = metric.scoring.name();
    let message = format!("metric `{}` is scored as a {scoring} and has an `aggregate`, which only a mean has", record.id);
    Failed::new(record.key_place("aggregate"), message, "remove `aggregate`, or write `scoring: mean`").values("no `aggregate`", "one")
}

fn misplaced(record: &Record, position: usize, why: &str) -> Failed {
    let place = format!("exclusions.{position}");
    let exclusion = record.node.at(&place).and_then(|node| node.text()).unwrap_or_default();
    let message = format!("the exclusion `{exclusion}` of metric `{}` {why}", record.id);
    Failed::new(record.place(&place), message, "give the exclusion the `type` that it has in this metric, or take it off the metric")
}
