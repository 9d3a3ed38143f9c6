//! D05: no outcome is claimed, or a claim has stood unproven past its review.

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::metric::OutcomeLink;
use crate::model::{AnyRecord, Date, Duration, Kind, Metric, Profile, State};
use crate::source::Record;

check! {
    /// A metric claims no outcome, or its claim has stood without evidence past the day on which it should have been reviewed.
    ///
    /// # What it does
    ///
    /// Looks at `outcome_links`: what the metric is claimed to bring about. A new claim may be a hypothesis. One review cadence after it came into force
    /// it has to name `evidence`. A claim counts from the first known version of the definition that makes it. Metrics that are only proposed or
    /// approved are not looked at, nor are those that are retired. The profile `essential` demands no claim, and evidence for those that are made.
    ///
    /// # Why it matters to an auditor
    ///
    /// A metric is steered by because something else is believed to follow from it. Readers take the belief for knowledge unless the report says on what it
    /// rests, and a metric that leads to nothing costs effort that another would deserve.
    ///
    /// # Example
    ///
    /// ```yaml
    /// effective_from: 2024-10-01
    /// review_cadence: P1Y
    /// outcome_links:
    ///   - to: objective/trusted-by-customers
    ///     hypothesis: Customers who wait less trust us more.
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// outcome_links:
    ///   - to: objective/trusted-by-customers
    ///     hypothesis: Customers who wait less trust us more.
    ///     evidence: [2026-03-12-what-follows-from-waiting]
    /// ```
    ///
    /// # Configuration
    ///
    /// `review_cadence` of the metric says when a claim is reviewed; a year where the metric names none. It is a warning for metrics of the profile `assured`
    /// and information for others.
    "D05" "outcome-claim-unproven" {
        severity: Severity::WarningIfAssured,
        supports: &[Assertion::Presentation],
        mark: None,
        inputs: "the outcome links of the definition, their evidence, and the first version that makes each claim",
        expects: "an outcome is claimed, and each claim that is older than one review cadence names evidence",
        looks: Looks::Records(&[Kind::Metric], test),
    }
}

/// Months after which a claim is reviewed where the metric says nothing: definitions are reviewed yearly as a rule.
const USUAL_MONTHS: u32 = 12;

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Metric(metric) = &record.fields else {
        return;
    };
    if matches!(metric.state, State::Proposed | State::Approved | State::Retired) {
        return sheet.not_applicable(format!("the metric is {}", metric.state.label()));
    }
    if metric.outcome_links.is_empty() {
        return match context.profile(Some(record)) {
            Profile::Essential => sheet.not_applicable("the profile `essential` demands no claim"),
            _ => sheet.fail(claims_nothing(record)),
        };
    }
    for (position, link) in metric.outcome_links.iter().enumerate() {
        sheet.test(overdue(context, record, metric, link).map(|(since, by)| unproven(record, position, link, since, by)));
    }
}

/// The day since which a claim without evidence is made and the day by which it should have been proven, where that day is over.
fn overdue(context: &Context<'_>, record: &Record, metric: &Metric, link: &OutcomeLink) -> Option<(Date, Date)> {
    if !link.evidence.is_empty() {
        return None;
    }
    let makes = |text: &&Record| matches!(&text.fields, AnyRecord::Metric(metric) if metric.outcome_links.iter().any(|one| one.to.record() == link.to.record()));
    let since = context.catalog.texts(record).into_iter().find(makes)?.versioning?.effective_from;
    let by = metric.review_cadence.map_or_else(|| since.add_months(USUAL_MONTHS), |cadence: Duration| cadence.after_date(since));
    (by < context.as_of()).then_some((since, by))
}

fn claims_nothing(record: &Record) -> Failed {
    let message = format!("metric `{}` claims no outcome", record.id);
    let help = "add `outcome_links:` — the objective or metric that is claimed to follow, with the hypothesis";
    Failed::new(record.key_place("title"), message, help).values("an outcome", "none")
}

fn unproven(record: &Record, position: usize, link: &OutcomeLink, since: Date, by: Date) -> Failed {
    let message = format!(
        "metric `{}` has claimed since {since} that `{}` follows from it, and names no evidence; it was to be reviewed by {by}",
        record.id, link.to
    );
    let place = record.place(&format!("outcome_links.{position}.to"));
    Failed::new(place, message, "name what supports the claim under `evidence`, or withdraw it").values("evidence", "none")
}
