//! T03: the levels of a target stand in the wrong order for the direction.

use super::direction::{as_good, in_words};
use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::{AnyRecord, Decimal, Direction, Kind, Scorecard, Target};
use crate::source::Record;

check! {
    /// The levels of a target stand in the wrong order for the direction of the metric.
    ///
    /// # What it does
    ///
    /// Compares `threshold` and `action_level` with `target`, and `target` with `stretch`: from worse to better in the direction of the metric. On a scorecard
    /// the `floor` of each item has to lie on the worse side of the newest target, since attainment is counted from the floor to the target.
    ///
    /// # Why it matters to an auditor
    ///
    /// A threshold on the wrong side turns misses into near misses, and a floor on the wrong side rewards results for getting worse. Each figure is right then, and
    /// the judgement beside it is not.
    ///
    /// # Example
    ///
    /// ```yaml
    /// # of a metric with `direction: decrease`
    /// threshold: 4
    /// target: 5
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// threshold: 7
    /// target: 5
    /// ```
    ///
    /// # Configuration
    ///
    /// `direction` of the metric decides the order; a metric that is best in a range, or that has no better side, is not tested.
    "T03" "levels-out-of-order" {
        severity: Severity::Error,
        supports: &[Assertion::Classification],
        mark: None,
        inputs: "the levels of the target or the floors of the scorecard, and the direction of the metric",
        expects: "each level is at least as good as the one below it, and each floor is worse than the target",
        looks: Looks::Records(&[Kind::Target, Kind::Scorecard], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    match &record.fields {
        AnyRecord::Target(target) => levels(context, record, target, sheet),
        AnyRecord::Scorecard(scorecard) => floors(context, record, scorecard, sheet),
        _ => {}
    }
    sheet.not_applicable("there is no second level to compare with, or neither side is better");
}

fn direction(context: &Context<'_>, id: &crate::model::Id) -> Option<Direction> {
    context.catalog.metric(id).and_then(|(_, metric)| metric.direction)
}

fn levels(context: &Context<'_>, record: &Record, target: &Target, sheet: &mut Sheet) {
    let direction = direction(context, target.metric.id());
    let pairs = [
        ("threshold", target.threshold, "target", Some(target.target), "threshold"),
        ("action_level", target.action_level, "target", Some(target.target), "action_level"),
        ("target", Some(target.target), "stretch", target.stretch, "stretch"),
    ];
    for (worse, low, better, high, shown) in pairs {
        let Some(((low, high), right)) = low.zip(high).and_then(|(low, high)| Some(((low, high), as_good(high, low, direction)?))) else {
            continue;
        };
        let wrong = || {
            let message = format!("`{worse}` is {low} and `{better}` is {high}, but {} for `{}`", in_words(direction), target.metric.id());
            let help = format!("put `{worse}` on the worse side of `{better}`");
            Failed::new(record.place(shown), message, help).values(format!("{better} at least as good as {low}"), high.to_string())
        };
        sheet.test((!right).then(wrong));
    }
}

fn floors(context: &Context<'_>, record: &Record, scorecard: &Scorecard, sheet: &mut Sheet) {
    let results = context.scorecards().results(context.catalog, &record.id);
    for (position, item) in scorecard.items.iter().enumerate() {
        let newest: Option<Decimal> = results.iter().rev().find_map(|(_, result)| result.items.get(position)?.target);
        let direction = direction(context, item.metric.id());
        let Some((target, wrong)) = newest.and_then(|target| Some((target, as_good(item.floor, target, direction)?))) else {
            continue;
        };
        let failed = || {
            let metric = item.metric.id();
            let message = format!("the floor of `{metric}` is {} and its target {target}, but {} for it", item.floor, in_words(direction));
            let place = record.place(&format!("items.{position}.floor"));
            Failed::new(place, message, "put the floor on the worse side of the target")
                .values(format!("worse than {target}"), item.floor.to_string())
        };
        sheet.test(wrong.then(failed));
    }
}
