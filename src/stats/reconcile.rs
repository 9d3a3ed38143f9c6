//! From a figure of the project to that of another source, item by item.

use crate::model::reconciliation::Reconciliation;
use crate::model::{Decimal, Exact};

/// A comparison of two figures, exact, in the unit of the metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reconciled {
    /// The other source's figure less the project's own.
    pub difference: Exact,
    /// The sum of the items.
    pub explained: Exact,
    /// What no item explains.
    pub rest: Exact,
    /// Whether the rest, whatever its sign, is no greater than the tolerance.
    pub within_tolerance: bool,
}

impl Reconciled {
    /// Compares the project's own figure with that of a reconciliation; nothing where a sum has more digits than can be held.
    #[must_use]
    pub fn of(internal: Decimal, record: &Reconciliation) -> Option<Self> {
        let difference = record.external.figure.exact().checked_sub(internal.exact())?;
        let explained = record.items.iter().try_fold(Exact::from_integer(0), |sum, item| sum.checked_add(item.amount.exact()))?;
        let rest = difference.checked_sub(explained)?;
        let size = if rest.is_negative() { rest.checked_neg()? } else { rest };
        let spare = record.tolerance.exact().checked_sub(size)?;
        Some(Self { difference, explained, rest, within_tolerance: !spare.is_negative() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Rounding;

    fn reconciled(external: &str, amounts: &[&str], tolerance: &str) -> Reconciled {
        let items: Vec<_> = amounts.iter().map(|amount| serde_json::json!({ "reason": "x", "amount": amount })).collect();
        let record = serde_json::json!({
            "state": "open", "metric": "metric/a", "period": "2026-09", "external": { "figure": external, "source": "x" },
            "definition_differences": "x", "items": items, "tolerance": tolerance, "conclusion": "x",
            "preparer": "person/a", "reviewer": "person/b"
        });
        let record: Reconciliation = serde_json::from_value(record).expect("a reconciliation");
        Reconciled::of(Decimal::parse("82.4").expect("a number"), &record).expect("a comparison")
    }

    fn text(value: Exact) -> String {
        value.round(2, Rounding::HalfEven).expect("a number").to_string()
    }

    #[test]
    fn what_no_item_explains_is_the_rest() {
        let found = reconciled("78.1", &["-2.5", "-1.4"], "0.5");
        assert_eq!((text(found.difference), text(found.explained), text(found.rest)), ("-4.30".into(), "-3.90".into(), "-0.40".into()));
        assert!(found.within_tolerance);
    }

    #[test]
    fn a_rest_as_large_as_the_tolerance_is_within_it_and_a_larger_one_is_not() {
        assert!(reconciled("82.9", &[], "0.5").within_tolerance);
        assert!(!reconciled("83.0", &[], "0.5").within_tolerance);
        assert!(!reconciled("81.8", &[], "0.5").within_tolerance);
    }
}
