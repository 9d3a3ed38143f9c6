//! T10: a score is shown although too little of the weight has values.

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::{AnyRecord, Exact, Kind, Period, Rounding, Scorecard};
use crate::source::Record;
use crate::stats::ScorecardResult;

check! {
    /// A score is shown although too little of its weight has values.
    ///
    /// # What it does
    ///
    /// Sums the weights of the items that have an attainment, and divides them by all weights. A period in which that share lies below `min_coverage`, or below half,
    /// and which has a score nevertheless, is reported; so is a `min_coverage` that is no share between 0 and 1.
    ///
    /// # Why it matters to an auditor
    ///
    /// A score of some of the metrics bears the name of all. Below the coverage that was agreed it is another figure, and usually a better one: what is missing
    /// is rarely what went well.
    ///
    /// # Example
    ///
    /// ```yaml
    /// min_coverage: 0.1
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// min_coverage: 0.8
    /// ```
    ///
    /// # Configuration
    ///
    /// `min_coverage` of the scorecard. Half of the weight is needed whatever it says, since a score of the lesser part is none of the whole.
    "T10" "score-on-too-little" {
        severity: Severity::Error,
        supports: &[Assertion::Completeness, Assertion::Presentation],
        mark: None,
        inputs: "weights, attainments and score of each period, and `min_coverage`",
        expects: "a score is shown only where the items with values carry at least `min_coverage` and half of the weight",
        looks: Looks::Records(&[Kind::Scorecard], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Scorecard(scorecard) = &record.fields else {
        return;
    };
    let least = scorecard.min_coverage.exact();
    if least < Exact::ZERO || least > Exact::ONE {
        let message = format!("`min_coverage` of `{}` is {}, and a share lies between 0 and 1", record.id, scorecard.min_coverage);
        let failed = Failed::new(record.place("min_coverage"), message, "write it as a share, such as 0.8");
        return sheet.fail(failed.values("0 to 1", scorecard.min_coverage.to_string()));
    }
    for (period, result) in context.scorecards().results(context.catalog, &record.id) {
        let Ok(score) = &result.score else {
            continue;
        };
        match coverage(scorecard, result) {
            Some(coverage) => {
                sheet.test((score.score.is_some() && is_little(coverage, least)).then(|| thin(record, *period, coverage, least)));
            }
            None => sheet.untestable("the weights of the items cannot be summed"),
        }
    }
    sheet.not_applicable("no period of the scorecard has a figure yet");
}

/// The share of the weight whose items have an attainment.
fn coverage(scorecard: &Scorecard, result: &ScorecardResult) -> Option<Exact> {
    let (mut with, mut all) = (Exact::ZERO, Exact::ZERO);
    for (item, scored) in scorecard.items.iter().zip(&result.items) {
        all = all.checked_add(item.weight.exact())?;
        if scored.attainment.is_some() {
            with = with.checked_add(item.weight.exact())?;
        }
    }
    with.checked_div(all)
}

/// Whether a score may not rest on such a share.
fn is_little(coverage: Exact, least: Exact) -> bool {
    coverage < least || coverage.checked_add(coverage).is_none_or(|double| double < Exact::ONE)
}

fn thin(record: &Record, period: Period, coverage: Exact, least: Exact) -> Failed {
    let share = |share: Exact| share.round(2, Rounding::HalfEven).map_or_else(|| "unknown".to_owned(), |share| share.to_string());
    let message = format!("`{}` has a score for {period} that rests on {} of its weight", record.id, share(coverage));
    let half = Exact::new(1, 2).unwrap_or(Exact::ONE);
    Failed::new(record.place("min_coverage"), message, "ask for more of the weight before a score is shown")
        .values(format!("{} or more", share(least.max(half))), share(coverage))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(numerator: i128) -> Exact {
        Exact::new(numerator, 100).expect("a share")
    }

    #[test]
    fn less_than_the_agreed_share_is_little() {
        assert!(is_little(part(79), part(80)));
        assert!(!is_little(part(80), part(80)));
    }

    #[test]
    fn less_than_half_is_little_whatever_was_agreed() {
        assert!(is_little(part(49), part(10)));
        assert!(!is_little(part(50), part(10)));
    }
}
