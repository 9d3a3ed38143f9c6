//! Which report this is.

use crate::history::{CommitId, Head};
use crate::language::Language;
use crate::model::Date;

/// What identifies a report beside the project's settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The day as of which it speaks.
    pub as_of: Date,
    /// The commit it is built from; nothing where the project has no history.
    pub commit: Option<Head>,
    /// The last report, where somebody named it.
    pub last: Option<LastReport>,
    /// Program and version.
    pub tool: String,
}

/// The report before this one, as somebody named it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastReport {
    /// The day on which it was made.
    pub day: Date,
    /// The commit from which it was made; nothing where only the day is known.
    pub commit: Option<CommitId>,
}

impl Report {
    /// The commit in words.
    #[must_use]
    pub fn commit_words(&self, language: &Language) -> String {
        match &self.commit {
            None => language.say("commit-none").to_owned(),
            Some(commit) if commit.changed => language.fill("commit-changed", &[("commit", commit.short().into())]),
            Some(commit) => commit.short().to_owned(),
        }
    }
}
