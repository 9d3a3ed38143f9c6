//! M02: inside, less is aimed at than was promised outside.

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::commitment::{CommitmentState, Counterparty, Operator};
use crate::model::target::TargetState;
use crate::model::{AnyRecord, Commitment, Decimal, Kind, Target};
use crate::source::Record;
use crate::stats::MetricTargets;

check! {
    /// An internal target is weaker than what was promised to customers or to the public.
    ///
    /// # What it does
    ///
    /// For each published commitment to customers or to the public: looks at the agreed targets for the total of its metric that hold on the day of the report
    /// or later. It finds targets, levels of single periods (`seasonal`) and levels of tolerance windows that can be reached while the promise is broken.
    ///
    /// # Why it matters to an auditor
    ///
    /// A programme that meets its target and breaks its promise reports success where customers see failure.
    ///
    /// # Example
    ///
    /// ```yaml
    /// # metrics/commitments/charter-calls.yaml: at most 10 per cent of callers give up
    /// # metrics/targets/abandonment.yaml
    /// metric: abandonment
    /// target: 12
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// metric: abandonment
    /// target: 5
    /// ```
    ///
    /// # Configuration
    ///
    /// Promises between parts of the organisation are left aside, and so are targets for single parts of the results, drafts and closed targets.
    "M02" "target-below-promise" {
        severity: Severity::Warning,
        supports: &[Assertion::Presentation],
        mark: None,
        inputs: "the level and operator of the commitment, and the targets of its metric",
        expects: "who reaches the target keeps the promise",
        looks: Looks::Records(&[Kind::Commitment], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Commitment(commitment) = &record.fields else {
        return;
    };
    if commitment.state != CommitmentState::Published || commitment.counterparty == Counterparty::Internal {
        return sheet.not_applicable("it is no published promise to customers or to the public");
    }
    let Some((measure, metric)) = context.catalog.metric(commitment.metric.id()) else {
        return;
    };
    let targets = MetricTargets::of(context.catalog, &measure.id, metric);
    let calendar = context.catalog.calendar();
    for (target_record, target) in targets.all() {
        let holds = target.to.is_none_or(|to| to.last_day(calendar) >= context.as_of());
        if holds && target.scope.is_empty() && target.state == TargetState::Agreed {
            levels(record, commitment, target_record, target, sheet);
        }
    }
    sheet.not_applicable("its metric has no target that still holds");
}

fn levels(record: &Record, commitment: &Commitment, target_record: &Record, target: &Target, sheet: &mut Sheet) {
    let seasonal = target.seasonal.iter().map(|(period, level)| (format!("seasonal.{period}"), *level));
    let windows =
        target.tolerance_windows.iter().enumerate().map(|(index, window)| (format!("tolerance_windows.{index}.target"), window.target));
    for (path, level) in std::iter::once(("target".to_owned(), target.target)).chain(seasonal).chain(windows) {
        sheet.test(is_weaker(commitment, level).then(|| {
            let message =
                format!("the target `{}` is reached at {level}, while `{}` promises {}", target_record.id, record.id, words(commitment));
            let failed = Failed::new(target_record.place(&path), message, "agree on a target with which the promise is kept");
            failed.related(record.place("level"), "promised here").values(words(commitment), level.to_string())
        }));
    }
}

/// Whether the promise is broken at a level.
fn is_weaker(commitment: &Commitment, level: Decimal) -> bool {
    match commitment.operator {
        // A target at the very limit aims at the promise.
        Operator::AtLeast | Operator::Above => level < commitment.level,
        Operator::AtMost | Operator::Below => level > commitment.level,
    }
}

fn words(commitment: &Commitment) -> String {
    let words = match commitment.operator {
        Operator::AtLeast => "at least",
        Operator::AtMost => "at most",
        Operator::Above => "more than",
        Operator::Below => "less than",
    };
    format!("{words} {}", commitment.level)
}
