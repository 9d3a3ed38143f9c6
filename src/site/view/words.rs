//! Judgements as words and pictures.

use super::block::StatusWord;
use crate::model::Direction;
use crate::site::chart::{Judgement, status_words};
use crate::stats::TargetStatus;
use crate::stats::spc;

/// Whether a target is met, as words.
pub(super) fn status_word(status: Option<TargetStatus>) -> StatusWord {
    let (class, word) = match status {
        Some(TargetStatus::Met) => ("is-meets", "meets target"),
        Some(TargetStatus::Close) => ("is-within", "close to target"),
        Some(TargetStatus::Missed) => ("is-misses", "misses target"),
        None => ("is-unknown", "not judged"),
    };
    StatusWord { class, word: word.to_owned() }
}

/// The same in one word, for tables whose heading says what is judged.
pub(super) fn short_status(status: Option<TargetStatus>) -> StatusWord {
    StatusWord { word: status_words(status).to_owned(), ..status_word(status) }
}

/// What the newest point of a series says, in a few words.
pub(super) const fn variation_words(variation: spc::Variation) -> &'static str {
    match variation {
        spc::Variation::CommonCause => "common cause variation",
        spc::Variation::Improving(_) => "special cause, improving",
        spc::Variation::Concerning(_) => "special cause, concerning",
        spc::Variation::Neutral(_) => "special cause, neither better nor worse",
    }
}

/// Whether a process can be expected to meet its target, in a few words.
pub(super) const fn assurance_words(assurance: spc::Assurance) -> &'static str {
    match assurance {
        spc::Assurance::Passes => "can be expected to pass",
        spc::Assurance::Fails => "can be expected to fail",
        spc::Assurance::HitAndMiss => "may pass or fail by chance",
    }
}

/// What the newest point of a series shows, in words.
pub(super) fn showing_words(showing: &spc::Showing, noun: &str) -> String {
    let side = |side: &spc::Side| match side {
        spc::Side::High => "above",
        spc::Side::Low => "below",
    };
    match showing {
        spc::Showing::NoLimits => "too few values for process limits".to_owned(),
        spc::Showing::NoSpecialCause => "no special cause at the newest value".to_owned(),
        spc::Showing::Outside(at) => match at {
            spc::Side::High => "above the upper process limit".to_owned(),
            spc::Side::Low => "below the lower process limit".to_owned(),
        },
        spc::Showing::Trend { side: at, points } => {
            let way = if *at == spc::Side::High { "rising" } else { "falling" };
            format!("{points} {noun}s in a row {way}")
        }
        spc::Showing::TwoOfThree(at) => format!("two of the last three far {} the mean", side(at)),
        spc::Showing::Shift { side: at, points } => {
            format!("{points} {noun}s in a row {} the mean", side(at))
        }
    }
}

/// Whether a special cause is welcome.
pub(super) const fn judgement_of(side: spc::Side, direction: Option<Direction>) -> Judgement {
    match (direction, side) {
        (Some(Direction::Increase), spc::Side::High) | (Some(Direction::Decrease), spc::Side::Low) => Judgement::Improving,
        (Some(Direction::Increase), spc::Side::Low) | (Some(Direction::Decrease), spc::Side::High) => Judgement::Concerning,
        _ => Judgement::Neutral,
    }
}
