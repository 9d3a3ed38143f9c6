//! What promises need of one another: the internal times that have to fit into the one that was promised.
//!
//! Only upper limits can be added up, and only in one unit: times of any length are converted exactly, other units have to be
//! the same. Sums are exact.

use std::collections::BTreeSet;

use crate::catalog::Catalog;
use crate::model::commitment::{CommitmentState, Operator};
use crate::model::{AnyRecord, Commitment, Exact, Metric, RecordRef, Unit};
use crate::source::Record;

/// One commitment on which another rests.
#[derive(Clone, Debug)]
pub struct BudgetPart<'a> {
    /// The record.
    pub record: &'a Record,
    /// Its fields.
    pub commitment: &'a Commitment,
    /// The metric by which it is judged.
    pub metric: &'a Metric,
    /// Its level in the unit of the commitment at the top; nothing where it cannot be converted or is no upper limit.
    pub level: Option<Exact>,
    /// What it rests on itself.
    pub parts: Vec<BudgetPart<'a>>,
}

/// A commitment with all that it rests on.
#[derive(Clone, Debug)]
pub struct Budget<'a> {
    /// Unit of the level that is promised, in which all sums stand.
    pub unit: Unit,
    /// The level that is promised.
    pub level: Exact,
    /// The commitments that support it directly.
    pub parts: Vec<BudgetPart<'a>>,
}

impl<'a> Budget<'a> {
    /// The budget of a commitment; nothing where no other supports it. Drafts and withdrawn ones support nothing.
    #[must_use]
    pub fn of(catalog: &'a Catalog, record: &Record, commitment: &Commitment) -> Option<Self> {
        let (_, metric) = catalog.metric(commitment.metric.id())?;
        let mut seen = BTreeSet::from([record.reference()]);
        let parts = parts_of(catalog, &record.reference(), metric.unit, is_limit(commitment), &mut seen);
        (!parts.is_empty()).then(|| Self { unit: metric.unit, level: commitment.level.exact(), parts })
    }

    /// The levels of the direct parts, added up; nothing where one of them cannot be.
    #[must_use]
    pub fn sum(&self) -> Option<Exact> {
        sum(&self.parts)
    }

    /// Whether a part rests on others itself.
    #[must_use]
    pub fn is_deep(&self) -> bool {
        self.parts.iter().any(|part| !part.parts.is_empty())
    }

    /// What the parts leave of the level that is promised; below zero where they overrun it.
    #[must_use]
    pub fn rest(&self) -> Option<Exact> {
        self.level.checked_sub(self.sum()?)
    }
}

impl BudgetPart<'_> {
    /// What the parts of this part leave of its level; nothing where there are none or they cannot be added up.
    #[must_use]
    pub fn rest(&self) -> Option<Exact> {
        if self.parts.is_empty() { None } else { self.level?.checked_sub(sum(&self.parts)?) }
    }
}

fn sum(parts: &[BudgetPart<'_>]) -> Option<Exact> {
    parts.iter().try_fold(Exact::ZERO, |total, part| total.checked_add(part.level?))
}

const fn is_limit(commitment: &Commitment) -> bool {
    matches!(commitment.operator, Operator::AtMost | Operator::Below)
}

fn parts_of<'a>(
    catalog: &'a Catalog,
    supported: &RecordRef,
    unit: Unit,
    limited: bool,
    seen: &mut BTreeSet<RecordRef>,
) -> Vec<BudgetPart<'a>> {
    let mut parts = Vec::new();
    for record in catalog.referring_in(supported, "supports") {
        let AnyRecord::Commitment(commitment) = &record.fields else {
            continue;
        };
        let Some((_, metric)) = catalog.metric(commitment.metric.id()) else {
            continue;
        };
        if commitment.state != CommitmentState::Published || !seen.insert(record.reference()) {
            continue;
        }
        let addable = limited && is_limit(commitment);
        let level = if addable { convert(commitment.level.exact(), metric.unit, unit) } else { None };
        parts.push(BudgetPart { record, commitment, metric, level, parts: parts_of(catalog, &record.reference(), unit, limited, seen) });
    }
    parts
}

/// A level in another unit: exact between units of time, as it is in the same unit, nothing else.
///
/// Shares and scores are never added up, even where they have one unit.
#[must_use]
pub fn convert(level: Exact, from: Unit, to: Unit) -> Option<Exact> {
    if from == to && (seconds(from).is_some() || from.is_currency() || from.code() == "count") {
        return Some(level);
    }
    level.checked_mul(Exact::from_integer(seconds(from)?))?.checked_div(Exact::from_integer(seconds(to)?))
}

/// The seconds in one unit of time; a day has 24 hours.
fn seconds(unit: Unit) -> Option<i128> {
    match unit.code() {
        "seconds" => Some(1),
        "minutes" => Some(60),
        "hours" => Some(3_600),
        "days" => Some(86_400),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Decimal;

    fn converted(level: &str, from: &str, to: &str) -> Option<Exact> {
        let unit = |code: &str| Unit::parse(code).expect("a unit");
        convert(Decimal::parse(level).expect("a number").exact(), unit(from), unit(to))
    }

    #[test]
    fn times_are_converted_exactly() {
        assert_eq!(converted("36", "hours", "days"), Exact::new(3, 2));
        assert_eq!(converted("20", "minutes", "days"), Exact::new(1, 72));
        assert_eq!(converted("1.5", "days", "seconds"), Exact::new(129_600, 1));
    }

    #[test]
    fn what_is_no_length_of_time_is_added_up_in_its_own_unit_only() {
        assert_eq!(converted("3", "EUR", "EUR"), Exact::new(3, 1));
        assert_eq!(converted("3", "EUR", "USD"), None);
        assert_eq!(converted("3", "hours", "count"), None);
    }

    #[test]
    fn shares_are_never_added_up() {
        assert_eq!(converted("95", "percent", "percent"), None);
        assert_eq!(converted("1", "score", "score"), None);
    }

    fn metric(id: &str, unit: &str) -> (String, String) {
        let text = format!(
            "title: {id}\nversion: 1.0.0\neffective_from: 2026-01-01\nstate: active\nscoring: mean\nunit: {unit}\ndecimals: 1\n\
             frequency: P1M\ndefinition: Time.\n"
        );
        (format!("metrics/definitions/{id}.yaml"), text)
    }

    fn promise(id: &str, metric: &str, level: &str, supports: &str) -> (String, String) {
        let text = format!(
            "title: {id}\nversion: 1.0.0\neffective_from: 2026-01-01\nstate: published\npromise: Soon.\ncounterparty: internal\n\
             source: charter\nmetric: {metric}\noperator: at-most\nlevel: {level}\nwindow: P1M\nsupports: [{supports}]\n"
        );
        (format!("metrics/commitments/{id}.yaml"), text)
    }

    fn catalog(files: Vec<(String, String)>) -> Catalog {
        let settings = "title: A report\norganisation: An organisation\ntimezone: Europe/London\n";
        let mut workspace = crate::source::MemoryWorkspace::new().with("tickmark.yaml", settings);
        for (path, text) in files {
            workspace = workspace.with(&path, &text);
        }
        let project = crate::source::read_project(&workspace).project.expect("a project");
        crate::catalog::link(project).catalog.expect("a catalogue")
    }

    #[test]
    fn steps_in_other_units_of_time_are_added_up_exactly_and_chains_have_sums_of_their_own() {
        let files = vec![
            metric("in-days", "days"),
            metric("in-hours", "hours"),
            promise("answer", "in-days", "2", ""),
            promise("investigate", "in-hours", "36", "answer"),
            promise("write", "in-hours", "18", "answer"),
            promise("ask", "in-hours", "30", "investigate"),
        ];
        let catalog = catalog(files);
        let (record, commitment) = catalog.commitments().find(|(record, _)| record.id.as_str() == "answer").expect("a promise");
        let budget = Budget::of(&catalog, record, commitment).expect("a budget");
        assert_eq!((budget.sum(), budget.rest()), (Exact::new(9, 4), Exact::new(-1, 4)));
        assert_eq!(budget.parts[0].rest(), Exact::new(1, 4));
        assert!(budget.is_deep());
    }

    #[test]
    fn a_promise_that_nothing_supports_has_no_budget() {
        let catalog = catalog(vec![metric("in-days", "days"), promise("answer", "in-days", "2", "")]);
        let (record, commitment) = catalog.commitments().next().expect("a promise");
        assert!(Budget::of(&catalog, record, commitment).is_none());
    }
}
