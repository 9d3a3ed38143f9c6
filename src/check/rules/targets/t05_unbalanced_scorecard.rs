//! T05: a scorecard leaves a perspective out, crowds one, or looks back only.

use std::collections::BTreeSet;

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::metric::RoleKind;
use crate::model::{AnyRecord, Kind, Scorecard};
use crate::source::Record;

check! {
    /// A scorecard leaves a perspective empty, crowds one, or looks back only.
    ///
    /// # What it does
    ///
    /// Where a scorecard names perspectives, every item has to belong to one of them, every one of them needs an item, and none may hold more than seven. Where a
    /// scorecard has lagging metrics, at least one of its metrics has to lead.
    ///
    /// # Why it matters to an auditor
    ///
    /// A scorecard is presented as a balanced view. One without any metric for a side that it names, or with outcomes alone, shows what has happened and
    /// nothing of what brings it about.
    ///
    /// # Example
    ///
    /// ```yaml
    /// perspectives:
    ///   - {name: Customer}
    ///   - {name: Learning}
    /// items:
    ///   - {metric: complaints, weight: 100, floor: 8, perspective: Customer}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// items:
    ///   - {metric: complaints, weight: 80, floor: 8, perspective: Customer}
    ///   - {metric: guidance-in-date, weight: 20, floor: 50, perspective: Learning}
    /// ```
    ///
    /// # Configuration
    ///
    /// Seven metrics in one perspective are the most, as is usual for balanced scorecards: with more of them none is watched. `checks: {T05: off}` in `tickmark.yaml`
    /// switches the check off.
    "T05" "unbalanced-scorecard" {
        severity: Severity::Warning,
        supports: &[Assertion::Presentation],
        mark: None,
        inputs: "the perspectives and items of the scorecard, and the role of each metric",
        expects: "every perspective has one to seven metrics, every metric a perspective, and something leads what lags",
        looks: Looks::Records(&[Kind::Scorecard], test),
    }
}

/// Most metrics in one perspective: Kaplan and Norton name four to seven.
const MOST_IN_PERSPECTIVE: usize = 7;

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Scorecard(scorecard) = &record.fields else {
        return;
    };
    if !scorecard.perspectives.is_empty() {
        perspectives(record, scorecard, sheet);
        items(record, scorecard, sheet);
    }
    roles(context, record, scorecard, sheet);
    sheet.not_applicable("the scorecard names no perspective, and nothing on it lags");
}

fn perspectives(record: &Record, scorecard: &Scorecard, sheet: &mut Sheet) {
    for (position, perspective) in scorecard.perspectives.iter().enumerate() {
        let name = &perspective.name;
        let count = scorecard.items.iter().filter(|item| item.perspective.as_ref() == Some(name)).count();
        let place = record.place(&format!("perspectives.{position}.name"));
        let failed = match count {
            0 => Some(Failed::new(place, format!("the perspective `{name}` has no metric"), "give it a metric, or take it out")),
            1..=MOST_IN_PERSPECTIVE => None,
            _ => {
                let message = format!("the perspective `{name}` has {count} metrics, more than {MOST_IN_PERSPECTIVE}");
                Some(Failed::new(place, message, "keep those that matter most"))
            }
        };
        sheet.test(failed.map(|failed| failed.values(format!("1 to {MOST_IN_PERSPECTIVE}"), count.to_string())));
    }
}

fn items(record: &Record, scorecard: &Scorecard, sheet: &mut Sheet) {
    let known: BTreeSet<&str> = scorecard.perspectives.iter().map(|perspective| perspective.name.as_str()).collect();
    for (position, item) in scorecard.items.iter().enumerate() {
        let metric = item.metric.id();
        let failed = match &item.perspective {
            None => Some((format!("items.{position}.metric"), format!("`{metric}` belongs to no perspective of `{}`", record.id))),
            Some(name) if !known.contains(name.as_str()) => Some((
                format!("items.{position}.perspective"),
                format!("`{metric}` belongs to the perspective `{name}`, which is not declared"),
            )),
            Some(_) => None,
        };
        sheet.test(failed.map(|(path, message)| Failed::new(record.place(&path), message, "name one of the declared perspectives")));
    }
}

fn roles(context: &Context<'_>, record: &Record, scorecard: &Scorecard, sheet: &mut Sheet) {
    let role = |id| context.catalog.metric(id).and_then(|(_, metric)| metric.indicator_role.as_ref()).map(|role| role.role);
    let roles: Vec<Option<RoleKind>> = scorecard.items.iter().map(|item| role(item.metric.id())).collect();
    if !roles.contains(&Some(RoleKind::Lagging)) {
        return;
    }
    let leads = roles.iter().any(|role| matches!(role, Some(RoleKind::Leading | RoleKind::Both)));
    let failed = || {
        let message = format!("the scorecard `{}` has lagging metrics and none that leads", record.id);
        Failed::new(record.key_place("items"), message, "add a leading metric that moves before the outcome")
    };
    sheet.test((!leads).then(failed));
}
