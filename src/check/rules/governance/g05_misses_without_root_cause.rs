//! G05: a target was missed again and again, and nobody found out why.

use super::answers::Answers;
use crate::check::context::Context;
use crate::check::figures::Figures;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::rules::place::place;
use crate::check::sheet::Sheet;
use crate::diag::Place;
use crate::model::root_cause::RootCause;
use crate::source::Record;
use crate::stats::{Standing, StandingPeriod, TargetStatus, standings};

check! {
    /// A target was missed three times in a row or more, and no sound root-cause analysis says why.
    ///
    /// # What it does
    ///
    /// Follows the total of each metric beside its target. Three or more periods in a row that miss it need a root cause that names the metric and one of
    /// these periods. A run also counts as answered where a deviation lasted into it, or where an action for the metric was opened during the run or is
    /// under way. A run that ended more than a year ago is history. Each root cause of the metric has to say what it assumes, what it cannot show and on
    /// which evidence it rests. A single special cause is the matter of S17.
    ///
    /// # Why it matters to an auditor
    ///
    /// A target that is missed month after month without anybody asking why is no target. An analysis without assumptions, limits or evidence is an opinion.
    ///
    /// # Example
    ///
    /// ```csv
    /// period,numerator,denominator,value
    /// 2026-07,8102,10000,81.0
    /// 2026-08,8054,10000,80.5
    /// 2026-09,7990,10000,79.9
    /// ```
    ///
    /// The target is 85, and no root cause names the metric.
    ///
    /// # Instead
    ///
    /// ```yaml
    /// title: Why calls are answered late
    /// metrics: [calls-answered-in-time]
    /// periods: [2026-07, 2026-08, 2026-09]
    /// assumptions: [The week that was sampled stands for the summer.]
    /// limitations: Callers who hung up before the menu are not part of it.
    /// evidence: [2026-10-02-listening-sample]
    /// ```
    ///
    /// # Configuration
    ///
    /// Three misses in a row are the usual rule of policies on escalation. The number cannot be set; the level of the check can, under `checks` in
    /// `tickmark.yaml`.
    "G05" "misses-without-root-cause" {
        severity: Severity::Warning,
        supports: &[Assertion::Presentation],
        mark: None,
        inputs: "the figures of the total, their targets, and the root causes, deviations and actions of the metric",
        expects: "three misses in a row are explained by a root cause that says what it assumes, what it cannot show and on what it rests",
        looks: Looks::Figures(test),
    }
}

/// Misses in a row that need an analysis: one may be chance, two may be, three are a pattern that policies on escalation name.
const MISSES: usize = 3;

/// Months after which a run that has ended is history.
pub(super) const MONTHS: u32 = 12;

fn test(context: &Context<'_>, figures: &Figures<'_>, sheet: &mut Sheet) {
    let catalog = context.catalog;
    let answers = Answers::of(catalog, &figures.record.reference());
    for (record, cause) in &answers.root_causes {
        // A root cause of several metrics is told with the first of them.
        if cause.metrics.first().is_some_and(|first| *first.id() == figures.record.id) {
            test_root_cause(record, cause, sheet);
        }
    }
    let periods = standings(catalog, &figures.record.id, figures.metric, figures.series);
    if !periods.iter().any(|period| matches!(period.standing, Standing::Judged(_))) {
        return sheet.not_applicable("no figure is judged by a target");
    }
    let calendar = catalog.calendar();
    let runs = periods.chunk_by(|one, other| is_missed(one) == is_missed(other)).filter(|run| is_missed(&run[0]) && run.len() >= MISSES);
    let recent =
        |run: &&[StandingPeriod]| run.last().is_some_and(|last| last.period.last_day(calendar).add_months(MONTHS) >= context.as_of());
    let mut found = false;
    for run in runs.filter(recent) {
        found = true;
        sheet.test(unexplained(context, figures, &answers, run));
    }
    if !found {
        sheet.pass();
    }
}

fn is_missed(period: &StandingPeriod) -> bool {
    period.standing == Standing::Judged(TargetStatus::Missed)
}

fn unexplained(context: &Context<'_>, figures: &Figures<'_>, answers: &Answers<'_>, run: &[StandingPeriod]) -> Option<Failed> {
    let catalog = context.catalog;
    let calendar = catalog.calendar();
    let (first, last) = (run.first()?.period, run.last()?.period);
    let (from, to) = (first.first_day(calendar), last.last_day(calendar));
    let periods: Vec<_> = run.iter().map(|period| period.period).collect();
    let under_way = |record: &Record, action: &crate::model::action::Action| {
        action.is_open() && action.opened_on(&record.id).is_none_or(|day| day <= context.as_of())
    };
    let is_recent = to.add_months(MONTHS) >= context.as_of();
    let acted = answers.is_acted_on(from, to) || is_recent && answers.actions.iter().any(|(record, action)| under_way(record, action));
    if answers.is_analysed(catalog, &periods) || answers.is_deviating(from, to) || acted {
        return None;
    }
    let point = figures.series.total().and_then(|points| points.get(&last));
    let of_row = point.filter(|_| !catalog.results(&figures.record.id).is_empty());
    let place = of_row.map_or_else(|| figures.record.key_place("title"), |point| place(catalog, figures, &point.latest));
    let count = run.len();
    let message = format!(
        "`{}` missed its target {count} times in a row, from {first} to {last}, and no root cause, deviation or action answers for it",
        figures.record.id
    );
    Some(Failed::new(place, message, "record a root cause that names the metric and the periods").values("a root cause", "none"))
}

fn test_root_cause(record: &Record, cause: &RootCause, sheet: &mut Sheet) {
    let lacks = |field: &str, what: &str| {
        let place: Place = if record.node.entry(field).is_some() { record.key_place(field) } else { record.key_place("title") };
        let message = format!("the root cause `{}` {what}", record.id);
        Failed::new(place, message, format!("complete `{field}:`"))
    };
    let blank = |text: &crate::model::Prose| text.as_str().trim().is_empty();
    sheet.test(cause.assumptions.iter().all(blank).then(|| lacks("assumptions", "does not say what it assumes")));
    sheet.test(blank(&cause.limitations).then(|| lacks("limitations", "does not say what it cannot show")));
    let rests = !record.envelope.evidence.is_empty() || cause.chain.iter().any(|why| !why.evidence.is_empty());
    sheet.test((!rests).then(|| lacks("evidence", "names no evidence")));
}
