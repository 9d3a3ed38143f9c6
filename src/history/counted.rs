//! From when on the changes of a project count.

use super::past::Past;
use crate::model::{Date, Zone};

/// Which commits the rules of a programme speak of; all are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Counted {
    /// All of them.
    #[default]
    All,
    /// Those that were committed on a day or later.
    FromDay(Date),
    /// One, by its position in the past, and those that do not come before it.
    FromCommit(usize),
}

impl Counted {
    /// Whether a commit counts, by its position; what is not committed yet always does.
    #[must_use]
    pub fn counts(self, past: &Past, zone: Zone, commit: Option<usize>) -> bool {
        let Some(position) = commit else {
            return true;
        };
        match self {
            Self::All => true,
            Self::FromDay(day) => past.commits.get(position).is_none_or(|commit| commit.committer.at.date_in(zone) >= day),
            // Commits stand before what they follow.
            Self::FromCommit(first) => position <= first,
        }
    }
}
