//! From what, with what and how a report was made.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::digest::Sha256Digest;

/// From what, with what and how a report was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Provenance {
    /// The organisation that prepared it.
    pub organisation: String,
    /// Its title.
    pub title: String,
    /// Where its records stand; nothing where the project is in no repository.
    pub source: Option<Source>,
    /// The program that made it.
    pub tool: Tool,
    /// What it was told.
    pub options: Options,
    /// The report before this one; nothing for the first of a chain.
    pub previous: Option<Previous>,
    /// Every file of the project that was read, by path.
    pub inputs: Vec<Input>,
    /// The definitions in force, by kind and id.
    pub definitions: Vec<Definition>,
    /// What came of the checks.
    pub checks: Checks,
}

/// The commit from which a report was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Id of the commit.
    #[schemars(extend("pattern" = "^[0-9a-f]{40}$"))]
    pub commit: String,
    /// Id of its tree.
    #[schemars(extend("pattern" = "^[0-9a-f]{40}$"))]
    pub tree: String,
    /// When it was committed, as the committer says.
    pub committed_at: String,
    /// Folder of the project in the repository; empty at its root.
    pub folder: String,
    /// Whether every file of the project was as the commit has it.
    pub clean: bool,
    /// Whether the history was cut when it was fetched.
    pub shallow: bool,
    /// Whether the repository gave commits other parents than they name.
    pub grafted: bool,
}

/// The program that made a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tool {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Digest of the sources it was compiled from, the same on every machine.
    pub source_sha256: Sha256Digest,
}

/// What the program was told beside the project itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Options {
    /// The day as of which the report speaks.
    #[schemars(extend("pattern" = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
    pub as_of: String,
    /// The commit, tag or day since which changes are told, as it was given; nothing where it was left out.
    pub since: Option<String>,
    /// Exceptions that somebody made on purpose.
    pub allowed: Allowed,
}

/// Exceptions that somebody made on purpose; without them a report that needs them is not signed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Allowed {
    /// Files that are in no commit may stand behind figures.
    pub dirty: bool,
    /// Checks at the level of errors may fail.
    pub findings: bool,
}

/// The report before this one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Previous {
    /// Digest of its manifest.
    pub manifest_sha256: Sha256Digest,
    /// The day as of which it speaks.
    #[schemars(extend("pattern" = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
    pub as_of: String,
    /// The commit it was made from; nothing where it was made from none.
    pub commit: Option<String>,
}

/// A file of the project that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Input {
    /// Its path, relative to the project.
    pub path: String,
    /// Digest of its bytes.
    pub sha256: Sha256Digest,
}

/// A definition in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// The record, as `kind/id`.
    pub record: String,
    /// Its version; nothing where it bears none.
    pub version: Option<String>,
    /// Digest of what decides figures or judgements; nothing for kinds on which no figure rests.
    pub normative_sha256: Option<String>,
}

/// What came of the checks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Checks {
    /// Results that are passes.
    pub passed: usize,
    /// Results that are failures and that no waiver covers.
    pub failed: usize,
    /// Of these, those at the level of errors.
    pub failed_errors: usize,
    /// Failures that a waiver covers.
    pub waived: usize,
    /// What could not be tested.
    pub not_testable: usize,
    /// Mistakes at the level of errors that are no result of a check.
    pub other_errors: usize,
}
