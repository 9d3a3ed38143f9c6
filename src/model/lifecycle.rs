//! The life of a metric, from proposal to retirement.
//!
//! Must not know which change moved a metric from one state to the next; it says what each state means and asks for.

use crate::model::coded::{Coded, coded_text};

/// Where a metric stands in its life; ordered as life goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Written down for discussion; nothing is reported.
    Proposed,
    /// Agreed, but not yet measured.
    Approved,
    /// Measured on trial.
    Pilot,
    /// Measured and reported.
    Active,
    /// Reported while its definition is looked at again.
    UnderReview,
    /// Reported while somebody contests its figures or definition.
    Disputed,
    /// Not reported for a time that a deviation explains.
    Suspended,
    /// Still reported, but on its way out.
    Deprecated,
    /// No longer reported; its page stays.
    Retired,
}

impl State {
    /// Every state, as life goes.
    pub const ALL: [Self; 9] = [
        Self::Proposed,
        Self::Approved,
        Self::Pilot,
        Self::Active,
        Self::UnderReview,
        Self::Disputed,
        Self::Suspended,
        Self::Deprecated,
        Self::Retired,
    ];

    /// Names the state for people: "under review".
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Approved => "approved",
            Self::Pilot => "pilot",
            Self::Active => "active",
            Self::UnderReview => "under review",
            Self::Disputed => "disputed",
            Self::Suspended => "suspended",
            Self::Deprecated => "deprecated",
            Self::Retired => "retired",
        }
    }

    /// Tells whether figures are expected for the current period.
    #[must_use]
    pub const fn is_reported(self) -> bool {
        matches!(self, Self::Pilot | Self::Active | Self::UnderReview | Self::Disputed | Self::Deprecated)
    }

    /// Tells whether its figures carry a warning: they are on trial, in question or about to end.
    #[must_use]
    pub const fn is_reserved(self) -> bool {
        matches!(self, Self::Pilot | Self::UnderReview | Self::Disputed | Self::Deprecated)
    }

    /// Tells whether a change record must have brought it here: so for every state but the first.
    #[must_use]
    pub const fn needs_change_record(self) -> bool {
        !matches!(self, Self::Proposed)
    }

    /// Tells whether a deviation must explain it.
    #[must_use]
    pub const fn needs_deviation(self) -> bool {
        matches!(self, Self::Suspended)
    }

    /// Tells whether the definition must say why it ended and what takes its place.
    #[must_use]
    pub const fn needs_retirement(self) -> bool {
        matches!(self, Self::Retired)
    }
}

impl Coded for State {
    const WHAT: &'static str = "a state of a metric such as `active`";

    fn all() -> &'static [Self] {
        &Self::ALL
    }

    fn code(self) -> &'static str {
        match self {
            Self::UnderReview => "under-review",
            state => state.label(),
        }
    }

    fn meaning(self) -> &'static str {
        match self {
            Self::Proposed => "written down for discussion; nothing is reported",
            Self::Approved => "agreed, but not yet measured",
            Self::Pilot => "measured on trial; figures are reported as such",
            Self::Active => "measured and reported",
            Self::UnderReview => "reported while its definition is looked at again",
            Self::Disputed => "reported while somebody contests its figures or definition",
            Self::Suspended => "not reported for a time that a deviation explains",
            Self::Deprecated => "still reported, but on its way out",
            Self::Retired => "no longer reported; its page stays",
        }
    }
}

coded_text!(State, "Where the metric stands in its life.");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_reads_back_as_written() {
        for state in State::ALL {
            assert_eq!(state.to_string().parse(), Ok(state));
        }
    }

    #[test]
    fn every_state_but_the_first_needs_a_change_record() {
        let without: Vec<State> = State::ALL.into_iter().filter(|state| !state.needs_change_record()).collect();
        assert_eq!(without, [State::Proposed]);
    }

    #[test]
    fn nothing_is_reported_before_the_pilot_or_while_suspended() {
        let silent: Vec<State> = State::ALL.into_iter().filter(|state| !state.is_reported()).collect();
        assert_eq!(silent, [State::Proposed, State::Approved, State::Suspended, State::Retired]);
    }

    #[test]
    fn misspelt_state_is_suggested() {
        for (text, meant) in [("Under Review", "under-review"), ("under_review", "under-review"), ("actve", "active")] {
            let error = text.parse::<State>().expect_err("the text is no state");
            assert_eq!(error.help(), format!("did you mean `{meant}`?"));
        }
    }
}
