//! What is known about one figure, in words.

use crate::language::Language;
use crate::model::ObservationStatus;

/// The letter beside a value, small as statistical offices write it, so that none is taken for a mark of a check or of an auditor.
pub(super) const fn observation_letter(status: ObservationStatus) -> &'static str {
    match status {
        ObservationStatus::Normal => "a",
        ObservationStatus::Break => "b",
        ObservationStatus::DefinitionDiffers => "d",
        ObservationStatus::Estimated => "e",
        ObservationStatus::Forecast => "f",
        ObservationStatus::Experimental => "g",
        ObservationStatus::MissingHoliday => "h",
        ObservationStatus::Imputed => "i",
        ObservationStatus::Derogation => "j",
        ObservationStatus::IncludedElsewhere => "k",
        ObservationStatus::MissingNotCollected => "l",
        ObservationStatus::MissingCannotExist => "m",
        ObservationStatus::NotSignificant => "n",
        ObservationStatus::Missing => "o",
        ObservationStatus::Provisional => "p",
        ObservationStatus::MissingSuppressed => "q",
        ObservationStatus::SpecialEvent => "s",
        ObservationStatus::LowReliability => "u",
        ObservationStatus::Unvalidated => "v",
        ObservationStatus::IncludesOther => "w",
        ObservationStatus::Other => "x",
    }
}

/// Names the status of a figure.
pub(super) fn observation_words(language: &Language, status: ObservationStatus) -> &str {
    language.say(match status {
        ObservationStatus::Normal => "metric-observation-a",
        ObservationStatus::Break => "metric-observation-b",
        ObservationStatus::DefinitionDiffers => "metric-observation-d",
        ObservationStatus::Estimated => "metric-observation-e",
        ObservationStatus::Forecast => "metric-observation-f",
        ObservationStatus::Experimental => "metric-observation-g",
        ObservationStatus::MissingHoliday => "metric-observation-h",
        ObservationStatus::Imputed => "metric-observation-i",
        ObservationStatus::Derogation => "metric-observation-j",
        ObservationStatus::IncludedElsewhere => "metric-observation-k",
        ObservationStatus::MissingNotCollected => "metric-observation-l",
        ObservationStatus::MissingCannotExist => "metric-observation-m",
        ObservationStatus::NotSignificant => "metric-observation-n",
        ObservationStatus::Missing => "metric-observation-o",
        ObservationStatus::Provisional => "metric-observation-p",
        ObservationStatus::MissingSuppressed => "metric-observation-q",
        ObservationStatus::SpecialEvent => "metric-observation-s",
        ObservationStatus::LowReliability => "metric-observation-u",
        ObservationStatus::Unvalidated => "metric-observation-v",
        ObservationStatus::IncludesOther => "metric-observation-w",
        ObservationStatus::Other => "metric-observation-x",
    })
}
