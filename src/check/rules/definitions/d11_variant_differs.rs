//! D11: a local variant differs from its base outside its declared deviations.

use serde_json::Value;

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::diag::{Level, did_you_mean};
use crate::model::reference::MetricRef;
use crate::model::{AnyRecord, ChangeClass, FieldShape, Kind, Metric};
use crate::source::Record;

check! {
    /// A local variant of a metric differs from its base in a field that it does not declare.
    ///
    /// # What it does
    ///
    /// Compares a metric that names `variant_of` with that metric, field by field: every field whose change would be breaking, and every material one that bears on
    /// the number. What differs has to stand under `deviations` with its reason. How a figure is judged or published (`spc`, `counter_metrics`, `suppression`,
    /// `revision_policy`) may differ without being declared. A declared field that a definition does not have is a warning.
    ///
    /// # Why it matters to an auditor
    ///
    /// Variants carry the name of their base, and readers compare them. A difference that is written down can be allowed for; one that is not makes two places
    /// look better or worse than each other for no reason.
    ///
    /// # Example
    ///
    /// ```yaml
    /// variant_of: calls-given-up
    /// numerator: Calls in which the caller hung up after thirty seconds.
    /// # the base counts from five seconds; nothing is declared
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// variant_of: calls-given-up
    /// numerator: Calls in which the caller hung up after thirty seconds.
    /// deviations:
    ///   - field: numerator
    ///     reason: The local platform does not stamp shorter waits. The share is two points lower than the base would give.
    /// ```
    ///
    /// # Configuration
    ///
    /// It has no settings of its own. `variant_of: calls-given-up@1.0.0` compares with that version of the base, which is known from the history of the project.
    "D11" "variant-differs" {
        severity: Severity::Error,
        supports: &[Assertion::Comparability],
        mark: None,
        inputs: "the definitions of the variant and of its base, and the declared deviations",
        expects: "what differs is declared",
        looks: Looks::Records(&[Kind::Metric], test),
    }
}

/// Fields that say what the metric is, or how it is judged and published, and not how its number comes about.
const ASIDE: [&str; 7] = ["variant_of", "deviations", "retired", "spc", "counter_metrics", "suppression", "revision_policy"];

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Metric(metric) = &record.fields else {
        return;
    };
    let Some(reference) = &metric.variant_of else {
        return sheet.not_applicable("the metric is no variant of another");
    };
    sheet.used(reference.to_string());
    let Some(base) = base(context, reference) else {
        return sheet.untestable(format!("the text of `{reference}` is not known"));
    };
    let (AnyRecord::Metric(base), Some(own)) = (&base.fields, values(metric)) else {
        return;
    };
    let Some(theirs) = values(base) else {
        return;
    };
    for field in Kind::Metric.shape().fields.iter().filter(|field| decides(field)) {
        let declared = metric.deviations.iter().any(|deviation| deviation.field == field.name);
        let differs = said(&own, &field.name) != said(&theirs, &field.name);
        sheet.test((differs && !declared).then(|| undeclared(record, reference, &field.name)));
    }
    for (position, deviation) in metric.deviations.iter().enumerate() {
        if Kind::Metric.shape().field(&deviation.field).is_none() {
            sheet.fail(no_field(record, position, &deviation.field));
        }
    }
}

fn base<'a>(context: &Context<'a>, reference: &MetricRef) -> Option<&'a Record> {
    let catalog = context.catalog;
    let base = catalog.record(reference.record())?;
    reference.pinned().map_or(Some(base), |version| catalog.at_version(base, version))
}

/// Whether a field bears on the number.
fn decides(field: &FieldShape) -> bool {
    field.class >= Some(ChangeClass::Material) && !ASIDE.contains(&field.name.as_str())
}

fn values(metric: &Metric) -> Option<Value> {
    serde_json::to_value(metric).ok()
}

/// What a definition says in a field, however its lines are broken. The words beside a method for incomplete records explain it; only where values are
/// imputed are they the method.
fn said(values: &Value, field: &str) -> Option<String> {
    let value = values.get(field).filter(|value| !value.is_null())?;
    let value = value.get("method").filter(|method| *method != "impute").unwrap_or(value);
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    Some(text.replace("\\n", " ").split_whitespace().collect::<Vec<_>>().join(" "))
}

fn undeclared(record: &Record, reference: &MetricRef, field: &str) -> Failed {
    let written = record.node.entry(field).is_some();
    let does = if written { "says something else in" } else { "leaves out" };
    let message = format!("`{}` is a variant of `{reference}`, {does} `{field}` and does not declare it", record.id);
    let place = if written { record.key_place(field) } else { record.place("variant_of") };
    let help = format!("add `{field}` with its reason under `deviations`, or write what the base says");
    Failed::new(place, message, help).values("a declared deviation", "none")
}

fn no_field(record: &Record, position: usize, field: &str) -> Failed {
    let message = format!("the deviation of `{}` names `{field}`, which is no field of a definition", record.id);
    let known = Kind::Metric.shape().fields.iter().map(|field| field.name.as_str());
    let help =
        did_you_mean(field, known).map_or_else(|| "name a field of the definition".to_owned(), |known| format!("did you mean `{known}`?"));
    Failed::new(record.place(&format!("deviations.{position}.field")), message, help).at_level(Level::Warning)
}
