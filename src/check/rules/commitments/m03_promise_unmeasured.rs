//! M03: a promise holds, and nothing tells whether it is kept.

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::commitment::CommitmentState;
use crate::model::{AnyRecord, Commitment, Date, Kind, Period, State};
use crate::source::Record;

check! {
    /// A published promise has no metric that measures it.
    ///
    /// # What it does
    ///
    /// Looks at the metric of each published commitment. It finds metrics that are proposed, approved or retired, and are thus not measured, and metrics of which
    /// no figure was published for any window since the promise took effect, once two of them are over. A commitment that names no metric at all, or one that
    /// does not exist, is refused when the project is read. A metric that is suspended has a deviation that explains it, and is left to that.
    ///
    /// # Why it matters to an auditor
    ///
    /// A promise that nobody measures can neither be kept nor broken. It is missing from every report on how promises were kept.
    ///
    /// # Example
    ///
    /// ```yaml
    /// # metrics/commitments/charter-calls.yaml
    /// state: published
    /// metric: answered-in-20-seconds    # retired since February
    /// ```
    ///
    /// # Instead
    ///
    /// Judge the promise by the metric that has taken the place of the old one, or withdraw the promise and say so where it was made.
    ///
    /// # Configuration
    ///
    /// Whether the wording has changed where it is published lies outside the project and is tested by nobody here; changes of the recorded wording are a matter
    /// of change control.
    "M03" "promise-unmeasured" {
        severity: Severity::ErrorIfAssured,
        supports: &[Assertion::Completeness],
        mark: None,
        inputs: "the state of the metric, the day on which the promise took effect, and the periods of its results",
        expects: "the metric of a published promise is measured",
        looks: Looks::Records(&[Kind::Commitment], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Commitment(commitment) = &record.fields else {
        return;
    };
    let from = record.versioning.map(|versioning| versioning.effective_from);
    if commitment.state != CommitmentState::Published {
        return sheet.not_applicable("the commitment is not published");
    }
    if from.is_some_and(|from| from > context.as_of()) {
        return sheet.not_applicable("the promise has not taken effect yet");
    }
    let Some((measure, metric)) = context.catalog.metric(commitment.metric.id()) else {
        return;
    };
    if matches!(metric.state, State::Proposed | State::Approved | State::Retired) {
        let message = format!("`{}` is promised and judged by `{}`, which is {}", record.id, measure.id, metric.state.label());
        let help = "judge the promise by a metric that is measured, or withdraw it";
        return sheet.fail(Failed::new(record.place("metric"), message, help).related(measure.place("state"), "said here"));
    }
    let Some(from) = from.filter(|from| is_due(context, commitment, *from)) else {
        return sheet.pass();
    };
    let calendar = context.catalog.calendar();
    let measured =
        context.catalog.results(&measure.id).iter().flat_map(|table| &table.rows).any(|row| row.period.last_day(calendar) >= from);
    sheet.test((!measured).then(|| {
        let message = format!("`{}` has been promised since {from}, and `{}` has no figure since then", record.id, measure.id);
        Failed::new(record.place("metric"), message, "publish the figures, or judge the promise by a metric that has some")
    }));
}

/// Whether two windows are over since a promise took effect.
fn is_due(context: &Context<'_>, commitment: &Commitment, from: Date) -> bool {
    let calendar = context.catalog.calendar();
    Period::containing(from, commitment.window, calendar).next().last_day(calendar) < context.as_of()
}
