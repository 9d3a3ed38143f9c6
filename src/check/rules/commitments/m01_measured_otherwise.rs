//! M01: a promise is judged by a measure that counts something else.

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::commitment::{CommitmentState, Counterparty, Operator};
use crate::model::{AnyRecord, Commitment, Direction, Frequency, Kind, Metric, Rollup};
use crate::source::Record;
use crate::stats::effective_rollup;

check! {
    /// A promise is judged by a metric with another window, threshold, exclusion or part of the customers.
    ///
    /// # What it does
    ///
    /// Holds each published commitment against its metric. It finds a `window` that the periods of the metric do not give: shorter ones, or longer ones to which
    /// its values cannot be rolled up; exclusions of the metric that `exclusions_allowed` does not name; a `level` or `warn_level` that the metric cannot
    /// have, an `operator` against the direction of the metric, and a `warn_level` at which the promise is broken already; and a promise to the public that is
    /// judged by a local variant.
    ///
    /// # Why it matters to an auditor
    ///
    /// "Nine callers in ten get through" is kept with ease once those who did not get through are excluded. What was promised and what is counted have to be the
    /// same.
    ///
    /// # Example
    ///
    /// ```yaml
    /// # the metric leaves out `short-abandons` and `telephone-outage`
    /// metric: abandonment
    /// exclusions_allowed: [short-abandons]
    /// ```
    ///
    /// # Instead
    ///
    /// Judge the promise by a metric that leaves out only what its wording allows. Where the wording does allow more, name it under `exclusions_allowed`.
    ///
    /// # Configuration
    ///
    /// Drafts and withdrawn commitments are left aside. Words of a promise that stand in no field, such as a limit in seconds, cannot be compared.
    "M01" "measured-otherwise" {
        severity: Severity::Error,
        supports: &[Assertion::Comparability, Assertion::Presentation],
        mark: None,
        inputs: "the window, level, operator and allowed exclusions of the commitment, and the definition of its metric",
        expects: "the metric counts what the promise promises",
        looks: Looks::Records(&[Kind::Commitment], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Commitment(commitment) = &record.fields else {
        return;
    };
    if commitment.state != CommitmentState::Published {
        return sheet.not_applicable("the commitment is not published");
    }
    let Some((measure, metric)) = context.catalog.metric(commitment.metric.id()) else {
        return;
    };
    sheet.used(measure.reference().to_string());
    sheet.test(window(record, commitment, measure, metric));
    for reference in &metric.exclusions {
        let allowed = commitment.exclusions_allowed.iter().any(|allowed| allowed.id() == reference.id());
        sheet.test((!allowed).then(|| {
            let message = format!("`{}` leaves out `{}`, which the promise `{}` does not allow", measure.id, reference.id(), record.id);
            let help = "judge the promise by a metric that counts these, or name the exclusion if the wording allows it";
            Failed::new(
                record.key_place(if commitment.exclusions_allowed.is_empty() { "metric" } else { "exclusions_allowed" }),
                message,
                help,
            )
            .related(measure.place("exclusions"), "left out here")
        }));
    }
    sheet.test(operator(record, commitment, measure, metric));
    sheet.test(warning(record, commitment));
    if let [least, greatest] = metric.valid_range.as_slice() {
        for (field, level) in [("level", Some(commitment.level)), ("warn_level", commitment.warn_level)] {
            let outside = level.filter(|level| level < least || level > greatest);
            sheet.test(outside.map(|level| {
                let message = format!("`{}` promises {level}, but `{}` lies between {least} and {greatest}", record.id, measure.id);
                Failed::new(record.place(field), message, "write the level in the unit of the metric")
            }));
        }
    }
    if commitment.counterparty == Counterparty::Public {
        sheet.test(metric.variant_of.as_ref().map(|base| {
            let message =
                format!("`{}` is promised to everybody and judged by `{}`, a local variant of `{}`", record.id, measure.id, base.id());
            Failed::new(record.place("metric"), message, format!("judge it by `{}`", base.id()))
        }));
    }
}

/// How many days a period has at most, to tell the shorter of two lengths.
const fn days(frequency: Frequency) -> u32 {
    match frequency {
        Frequency::Day => 1,
        Frequency::Week => 7,
        Frequency::Month | Frequency::FiscalMonth => 31,
        Frequency::Quarter | Frequency::FiscalQuarter => 92,
        Frequency::Year | Frequency::FiscalYear => 366,
    }
}

fn window(record: &Record, commitment: &Commitment, measure: &Record, metric: &Metric) -> Option<Failed> {
    let (promised, reported) = (commitment.window, metric.frequency);
    if promised == reported {
        return None;
    }
    let problem = if days(promised) <= days(reported) {
        format!("which cannot be told from `{}`, reported for each {}", measure.id, reported.noun())
    } else if effective_rollup(metric) == Rollup::None {
        format!("to which the values of `{}` for each {} cannot be rolled up", measure.id, reported.noun())
    } else {
        return None;
    };
    let message = format!("`{}` is promised for each {}, {problem}", record.id, promised.noun());
    let failed = Failed::new(record.place("window"), message, "judge the promise by a metric of the same frequency")
        .related(measure.place("frequency"), "reported here");
    Some(failed.values(promised.noun(), reported.noun()))
}

fn operator(record: &Record, commitment: &Commitment, measure: &Record, metric: &Metric) -> Option<Failed> {
    let against = match (commitment.operator, metric.direction?) {
        (Operator::AtLeast | Operator::Above, Direction::Decrease) => "less is better",
        (Operator::AtMost | Operator::Below, Direction::Increase) => "more is better",
        _ => return None,
    };
    let message = format!("`{}` sets a limit on the side that is better: of `{}` {against}", record.id, measure.id);
    Some(
        Failed::new(record.place("operator"), message, "turn the operator round, or judge the promise by another metric")
            .related(measure.place("direction"), "said here"),
    )
}

fn warning(record: &Record, commitment: &Commitment) -> Option<Failed> {
    let warn = commitment.warn_level?;
    let broken = match commitment.operator {
        Operator::AtLeast => warn < commitment.level,
        Operator::Above => warn <= commitment.level,
        Operator::AtMost => warn > commitment.level,
        Operator::Below => warn >= commitment.level,
    };
    broken.then(|| {
        let message = format!("`{}` warns at {warn}, when the promise of {} is broken already", record.id, commitment.level);
        Failed::new(record.place("warn_level"), message, "set the warning level on the side on which the promise is kept")
    })
}
