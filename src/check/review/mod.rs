//! Whether a change carries what its class demands: the record of the change, the agreement, the bridge, the version.
//!
//! The class of a change comes from its fields. Only numbers lower it, or the word of two people where nothing but prose differs; numbers that show
//! more than the fields promise raise it. Must not know how a review is shown, and asks no clock.

mod affected;
mod approvals;
mod bridge;
mod case;
mod demands;
mod judged_otherwise;
mod levels;
mod materiality;
mod meaning;
mod measured;
mod parties;
mod quorum;
mod records_of_change;
mod told;
mod verdict;
mod versions;

#[cfg(test)]
mod tests;

pub(in crate::check) use parties::{holds_role, is_same_person};
pub(in crate::check) use told::Told;
pub use verdict::{BridgeRowTest, BridgeTest, BridgeVerdict, LimitedBy, Lowering, Review, Reviewed, Shortfall};
pub(in crate::check) use versions::step;

use crate::catalog::Catalog;
use crate::diff::rules::governance;
use crate::diff::{Comparison, RecordChange};
use crate::model::ChangeClass;
use case::{Case, Spoken};

/// What is said of every changed record.
#[must_use]
pub fn review(before: &Catalog, after: &Catalog, comparison: Comparison) -> Review {
    let reviewed = comparison
        .records
        .iter()
        .enumerate()
        .map(|(position, edited)| {
            let mut reviewed = review_one(&Case { before, after, edited }, position);
            reviewed.shortfalls.sort_by_key(|shortfall| std::cmp::Reverse(shortfall.rule.level));
            reviewed
        })
        .collect();
    Review { comparison, reviewed }
}

/// What is said of one change that is already part of the history: its class, as far as the records of today prove it.
///
/// What the change lacked when it was made cannot be told from the records of today, so nothing is said to be missing.
#[must_use]
pub fn review_past(catalog: &Catalog, edited: &RecordChange) -> Reviewed {
    let reviewed = review_one(&Case { before: catalog, after: catalog, edited }, 0);
    Reviewed { shortfalls: Vec::new(), ..reviewed }
}

/// What is said of one change that is part of the history that counts, by the records of today.
///
/// Of baselines and targets nothing is said: whether they were set anew shows only where two projects are compared.
pub(in crate::check) fn review_counted(catalog: &Catalog, edited: &RecordChange) -> Reviewed {
    let mut reviewed = review_one(&Case { before: catalog, after: catalog, edited }, 0);
    reviewed.shortfalls.retain(|shortfall| *shortfall.rule != governance::LEVELS_UNDECIDED);
    reviewed
}

fn review_one(case: &Case<'_>, position: usize) -> Reviewed {
    let class = case.edited.class;
    let mut reviewed = Reviewed { position, class, lowered: None, bridge: None, change: None, shortfalls: Vec::new() };
    if case.is_unbound() {
        return reviewed;
    }
    let weighty = class > Some(ChangeClass::Editorial);
    let spoken = if weighty { records_of_change::find(case) } else { None };
    if let Some(spoken) = &spoken {
        reviewed.change = Some(spoken.record.reference());
        weigh(case, spoken, &mut reviewed);
    } else if weighty {
        reviewed.shortfalls.push(records_of_change::missing(case));
    }
    reviewed.shortfalls.extend(versions::shortfalls(case, spoken.as_ref(), reviewed.class));
    reviewed
}

/// Lowers or raises the class by what the record of the change proves, and says what that class lacks.
fn weigh(case: &Case<'_>, spoken: &Spoken<'_>, reviewed: &mut Reviewed) {
    let affected = affected::affected(case);
    reviewed.bridge = bridge::test(case, spoken, &affected);
    let verdict = reviewed.bridge.as_ref().map(|bridge| &bridge.verdict);
    let below = verdict == Some(&BridgeVerdict::BelowMateriality);
    if reviewed.class == Some(ChangeClass::Breaking) && below && every_breaking_edit_can_be_lowered(case.edited) {
        let rows = reviewed.bridge.as_ref().map_or(0, |bridge| bridge.rows.len());
        reviewed.class = Some(ChangeClass::Material);
        reviewed.lowered = Some(Lowering::Bridge { change: spoken.record.reference(), rows });
    } else if reviewed.class == Some(ChangeClass::Material) && verdict == Some(&BridgeVerdict::Material) {
        reviewed.class = Some(ChangeClass::Breaking);
    }
    match meaning::stated(case, spoken) {
        Some(Ok(stated_by)) => {
            reviewed.class = Some(ChangeClass::Editorial);
            reviewed.lowered = Some(Lowering::MeaningUnchanged { change: spoken.record.reference(), stated_by });
        }
        Some(Err(shortfall)) if reviewed.lowered.is_none() => reviewed.shortfalls.push(*shortfall),
        _ => {}
    }
    let Some(class) = reviewed.class.filter(|class| *class > ChangeClass::Editorial) else {
        return;
    };
    reviewed.shortfalls.extend(approvals::shortfalls(case, spoken, class));
    reviewed.shortfalls.extend(demands::shortfalls(case, spoken, class, reviewed.bridge.as_ref(), &affected));
}

fn every_breaking_edit_can_be_lowered(edited: &RecordChange) -> bool {
    edited.edits.iter().filter(|edit| edit.class == Some(ChangeClass::Breaking)).all(bridge::can_be_lowered)
}
