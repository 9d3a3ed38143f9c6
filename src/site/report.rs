//! Which report this is.

use std::sync::Arc;

use crate::check::Published;
use crate::history::{CommitId, Head};
use crate::language::Language;
use crate::model::{Date, Instant};

/// What identifies a report beside the project's settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The day as of which it speaks.
    pub as_of: Date,
    /// The commit it is built from; nothing where the project has no history.
    pub commit: Option<Head>,
    /// The last report, where somebody named it.
    pub last: Option<LastReport>,
    /// The published report before this one, where it was given.
    pub previous: Option<PreviousReport>,
    /// Exceptions that somebody made on purpose.
    pub exceptions: Exceptions,
    /// Every file of the project that was read, by path.
    pub inputs: Vec<InputFile>,
    /// The keys that may sign reports of the project, in the order of its file of signers.
    pub signers: Vec<ReportSigner>,
    /// Program and version.
    pub tool: String,
    /// SHA-256 digest of the sources from which the program was compiled.
    pub tool_sources: &'static str,
}

/// The published report before this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviousReport {
    /// SHA-256 digest of its manifest, in hexadecimal digits.
    pub manifest: String,
    /// The day as of which it speaks.
    pub as_of: String,
    /// The commit it was made from; nothing where it was made from none.
    pub commit: Option<String>,
    /// Who signed it of those whom the project lets sign, as the file of signers names them.
    pub signed_by: Vec<String>,
    /// Its figures, and what casts doubt on them.
    pub published: Arc<Published>,
}

/// A key that may sign reports of the project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportSigner {
    /// Who holds it, as the file of signers names them.
    pub principals: String,
    /// Whether it vouches for the keys of others by certificates, and signs no report itself.
    pub authority: bool,
    /// Its fingerprint, as `ssh-keygen -l` prints it.
    pub fingerprint: String,
    /// From when on it is valid; nothing where it always was.
    pub valid_after: Option<Instant>,
    /// Until when it is valid; nothing where that was left open.
    pub valid_before: Option<Instant>,
}

/// A file of the project that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputFile {
    /// Its path, relative to the project.
    pub path: String,
    /// SHA-256 digest of its bytes, in hexadecimal digits.
    pub sha256: String,
}

/// Exceptions that somebody made on purpose, so that the report can be signed all the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Exceptions {
    /// Files that are in no commit may stand behind figures.
    pub dirty: bool,
    /// Checks at the level of errors may fail.
    pub findings: bool,
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
    /// A report as of a day, made from no commit and following no other.
    #[must_use]
    pub fn new(as_of: Date) -> Self {
        let tool = format!("Tickmark {}", env!("CARGO_PKG_VERSION"));
        let exceptions = Exceptions::default();
        let tool_sources = env!("TICKMARK_SOURCE_SHA256");
        Self { as_of, commit: None, last: None, previous: None, exceptions, inputs: Vec::new(), signers: Vec::new(), tool, tool_sources }
    }

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
