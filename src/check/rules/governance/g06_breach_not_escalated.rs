//! G06: a figure was past its action level, and nobody was told in time.

use super::answers::Answers;
use super::g05_misses_without_root_cause::MONTHS;
use crate::catalog::Catalog;
use crate::check::context::Context;
use crate::check::figures::Figures;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::rules::place::place;
use crate::check::sheet::Sheet;
use crate::model::{AnyRecord, Date, Decimal, Direction};
use crate::stats::{Figure, MetricTargets, Point, cell_name};

check! {
    /// A figure was past its action level, and no record shows that anybody was told or acted in time.
    ///
    /// # What it does
    ///
    /// Compares each figure of the past year with the `action_level` of its target. For a figure at that level or worse it looks for a record that names
    /// the metric and was made from the beginning of the period to 30 days after the figure was first published: an action for the metric, a decision that
    /// affects it, a root cause that names the period, or a deviation that lasted into it. While these days are not over, nothing is reported.
    ///
    /// # Why it matters to an auditor
    ///
    /// An action level is a promise to act at once. Where nothing shows that somebody did, the ladder of escalation exists on paper only.
    ///
    /// # Example
    ///
    /// ```yaml
    /// # metrics/targets/calls-given-up.yaml; the figure published for 2026-06 is 12.4
    /// target: 5
    /// action_level: 10
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// # content/actions/2026-07-20-second-carrier.yaml
    /// title: A second carrier for telephone calls
    /// type: corrective
    /// effect_metric: calls-given-up
    /// due: 2026-09-30
    /// ```
    ///
    /// # Configuration
    ///
    /// Policies on escalation are prose, so the 30 days cannot be read from them: they are the time in which a monthly review comes round. Leave out
    /// `action_level` where nobody has to act at once.
    "G06" "breach-not-escalated" {
        severity: Severity::Warning,
        supports: &[Assertion::Authorisation],
        mark: None,
        inputs: "the figures, the action levels of their targets, the days of publication, and the actions, decisions, root causes and deviations of the metric",
        expects: "a figure past its action level is answered within 30 days of its publication",
        looks: Looks::Figures(test),
    }
}

/// Days from the publication of a figure to a record that answers for it: the time in which a monthly review comes round.
const DAYS: i32 = 30;

fn test(context: &Context<'_>, figures: &Figures<'_>, sheet: &mut Sheet) {
    let catalog = context.catalog;
    let targets = MetricTargets::of(catalog, &figures.record.id, figures.metric);
    if targets.all().iter().all(|(_, target)| target.action_level.is_none()) {
        return sheet.not_applicable("no target of the metric has an action level");
    }
    let answers = Answers::of(catalog, &figures.record.reference());
    for (_, key, point) in figures.each() {
        let period = point.period();
        let last = period.last_day(catalog.calendar());
        if last.add_months(MONTHS) < context.as_of() {
            continue;
        }
        let level = targets.level(key, period).and_then(|level| action_level(level.record));
        let Some((value, level)) = point.latest.published.zip(level) else { continue };
        let Some(is_breach) = is_past(value, level, figures.metric.direction) else { continue };
        let failed = is_breach.then(|| unanswered(context, &answers, point)).flatten();
        sheet.test(failed.map(|by| {
            let cell = cell_name(catalog, figures.metric, key);
            let message = format!(
                "the value for {period} of {cell}, `{value}`, is past the action level `{level}`, and nothing that names `{}` answered for it by `{by}`",
                figures.record.id
            );
            let help = "record what was done: an action, a decision, a root cause or a deviation that names the metric";
            Failed::new(place(catalog, figures, &point.latest), message, help).values(format!("an answer by {by}"), "none")
        }));
    }
}

fn action_level(record: &crate::source::Record) -> Option<Decimal> {
    if let AnyRecord::Target(target) = &record.fields { target.action_level } else { None }
}

fn is_past(value: Decimal, level: Decimal, direction: Option<Direction>) -> Option<bool> {
    match direction? {
        Direction::Increase => Some(value <= level),
        Direction::Decrease => Some(value >= level),
        Direction::InRange | Direction::Neutral => None,
    }
}

/// The day by which a breach should have been answered, where it was not.
fn unanswered(context: &Context<'_>, answers: &Answers<'_>, point: &Point) -> Option<Date> {
    let catalog = context.catalog;
    let first = point.earlier.first().unwrap_or(&point.latest);
    let by = published_on(catalog, first)?.add_days(DAYS);
    if by >= context.as_of() {
        return None;
    }
    let period = point.period();
    let (from, to) = (period.first_day(catalog.calendar()), period.last_day(catalog.calendar()));
    let decided = answers.decisions.iter().any(|(_, decision)| from <= decision.date && decision.date <= by);
    let answered = decided || answers.is_acted_on(from, by) || answers.is_deviating(from, to) || answers.is_analysed(catalog, &[period]);
    (!answered).then_some(by)
}

fn published_on(catalog: &Catalog, figure: &Figure) -> Option<Date> {
    catalog.releases().get(figure.release).map(|release| release.release.released.date_in(catalog.settings().timezone))
}
