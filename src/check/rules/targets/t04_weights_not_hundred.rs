//! T04: weights of a scorecard are negative or do not make 100.

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::{AnyRecord, Decimal, Exact, Kind, Rounding, Scorecard};
use crate::source::Record;

check! {
    /// Weights of a scorecard are negative or do not make 100.
    ///
    /// # What it does
    ///
    /// Sums the weights of all items, exactly; sums those of the perspectives, where they have any; and compares the weight of each perspective with the sum of its
    /// items. No weight may be below zero.
    ///
    /// # Why it matters to an auditor
    ///
    /// Readers take a weight of 15 for 15 per cent. Where the weights make 105, every one of them is less than it says.
    ///
    /// # Example
    ///
    /// ```yaml
    /// items:
    ///   - {metric: abandonment, weight: 60, floor: 15}
    ///   - {metric: complaints, weight: 45, floor: 8}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// items:
    ///   - {metric: abandonment, weight: 60, floor: 15}
    ///   - {metric: complaints, weight: 40, floor: 8}
    /// ```
    ///
    /// # Configuration
    ///
    /// Nothing to set: weights are per cent. A perspective without `weight` is not compared with its items.
    "T04" "weights-not-hundred" {
        severity: Severity::Error,
        supports: &[Assertion::Accuracy],
        mark: None,
        inputs: "the weights of the items and of the perspectives",
        expects: "no weight is negative, all make 100, and each perspective weighs what its items do",
        looks: Looks::Records(&[Kind::Scorecard], test),
    }
}

fn test(_: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Scorecard(scorecard) = &record.fields else {
        return;
    };
    for (position, item) in scorecard.items.iter().enumerate().filter(|(_, item)| item.weight.is_negative()) {
        let message = format!("the weight of `{}` is {}, below zero", item.metric.id(), item.weight);
        let place = record.place(&format!("items.{position}.weight"));
        sheet.fail(Failed::new(place, message, "give it a weight of zero or more").values("zero or more", item.weight.to_string()));
    }
    total(record, "items", "the metrics", scorecard.items.iter().map(|item| item.weight), sheet);
    let weighed: Vec<Decimal> = scorecard.perspectives.iter().filter_map(|perspective| perspective.weight).collect();
    if !weighed.is_empty() && weighed.len() == scorecard.perspectives.len() {
        total(record, "perspectives", "the perspectives", weighed.into_iter(), sheet);
    }
    perspectives(record, scorecard, sheet);
}

fn sum(weights: impl Iterator<Item = Decimal>) -> Option<Exact> {
    weights.map(|weight| weight.exact()).try_fold(Exact::ZERO, Exact::checked_add)
}

fn shown(weight: Exact) -> String {
    let text = weight.round(6, Rounding::HalfEven).map_or_else(|| "too much".to_owned(), |weight| weight.to_string());
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn total(record: &Record, field: &str, what: &str, weights: impl Iterator<Item = Decimal>, sheet: &mut Sheet) {
    let sum = sum(weights);
    let found = sum.map_or_else(|| "too much".to_owned(), shown);
    let message = format!("the weights of {what} of the scorecard `{}` make {found}, not 100", record.id);
    let failed = || Failed::new(record.key_place(field), message, "make them 100").values("100", found);
    sheet.test((sum != Some(Exact::from_integer(100))).then(failed));
}

fn perspectives(record: &Record, scorecard: &Scorecard, sheet: &mut Sheet) {
    for (position, perspective) in scorecard.perspectives.iter().enumerate() {
        let own = scorecard.items.iter().filter(|item| item.perspective.as_ref() == Some(&perspective.name));
        let (Some(weight), Some(items)) = (perspective.weight, sum(own.map(|item| item.weight))) else {
            continue;
        };
        let failed = || {
            let message = format!("the perspective `{}` weighs {weight}, and its metrics together {}", perspective.name, shown(items));
            let place = record.place(&format!("perspectives.{position}.weight"));
            Failed::new(place, message, "give the perspective the weight of its metrics").values(weight.to_string(), shown(items))
        };
        sheet.test((weight.exact() != items).then(failed));
    }
}
