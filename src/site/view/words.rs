//! Judgements as words and pictures.

use super::block::StatusWord;
use crate::language::Language;
use crate::model::{Direction, Frequency};
use crate::site::chart::{Judgement, status_words};
use crate::stats::spc;
use crate::stats::{Absence, TargetStatus};

/// Whether a target is met, as words.
pub(super) fn status_word(language: &Language, status: Option<TargetStatus>) -> StatusWord {
    let word = match status {
        Some(TargetStatus::Met) => language.say("status-meets"),
        Some(TargetStatus::Close) => language.say("status-close"),
        Some(TargetStatus::Missed) => language.say("status-misses"),
        None => language.say("status-not-judged"),
    };
    StatusWord { class: status_class(status), word: word.to_owned() }
}

/// The same in one word, for tables whose heading says what is judged.
pub(super) fn short_status(language: &Language, status: Option<TargetStatus>) -> StatusWord {
    StatusWord { class: status_class(status), word: status_words(language, status).to_owned() }
}

const fn status_class(status: Option<TargetStatus>) -> &'static str {
    match status {
        Some(TargetStatus::Met) => "is-meets",
        Some(TargetStatus::Close) => "is-within",
        Some(TargetStatus::Missed) => "is-misses",
        None => "is-unknown",
    }
}

/// Why a figure has no value.
pub(super) fn absence_words(language: &Language, absence: Absence) -> &str {
    match absence {
        Absence::Missing => language.say("absence-missing"),
        Absence::Incomplete => language.say("absence-incomplete"),
        Absence::NothingCounted => language.say("absence-nothing-counted"),
        Absence::Overflow => language.say("absence-overflow"),
    }
}

/// What the newest point of a series says, in a few words.
pub(super) fn variation_words(language: &Language, variation: spc::Variation) -> &str {
    match variation {
        spc::Variation::CommonCause => language.say("variation-common-cause"),
        spc::Variation::Improving(_) => language.say("variation-improving"),
        spc::Variation::Concerning(_) => language.say("variation-concerning"),
        spc::Variation::Neutral(_) => language.say("variation-neutral"),
    }
}

/// Whether a process can be expected to meet its target, in a few words.
pub(super) fn assurance_words(language: &Language, assurance: spc::Assurance) -> &str {
    match assurance {
        spc::Assurance::Passes => language.say("assurance-passes"),
        spc::Assurance::Fails => language.say("assurance-fails"),
        spc::Assurance::HitAndMiss => language.say("assurance-hit-and-miss"),
    }
}

/// What the newest point of a series shows, in words.
pub(super) fn showing_words(language: &Language, showing: &spc::Showing, frequency: Frequency) -> String {
    let periods = |points: usize| [("periods", language.periods(points, frequency).into())];
    match showing {
        spc::Showing::NoLimits => language.say("showing-no-limits").to_owned(),
        spc::Showing::NoSpecialCause => language.say("showing-no-special-cause").to_owned(),
        spc::Showing::Outside(spc::Side::High) => language.say("showing-outside-above").to_owned(),
        spc::Showing::Outside(spc::Side::Low) => language.say("showing-outside-below").to_owned(),
        spc::Showing::Trend { side: spc::Side::High, points } => language.fill("showing-rising", &periods(*points)),
        spc::Showing::Trend { side: spc::Side::Low, points } => language.fill("showing-falling", &periods(*points)),
        spc::Showing::TwoOfThree(spc::Side::High) => language.say("showing-two-of-three-above").to_owned(),
        spc::Showing::TwoOfThree(spc::Side::Low) => language.say("showing-two-of-three-below").to_owned(),
        spc::Showing::Shift { side: spc::Side::High, points } => language.fill("showing-shift-above", &periods(*points)),
        spc::Showing::Shift { side: spc::Side::Low, points } => language.fill("showing-shift-below", &periods(*points)),
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
