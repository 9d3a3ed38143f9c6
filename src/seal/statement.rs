//! The in-toto Statement of a report: its files as subjects, its provenance as predicate.
//!
//! The shape is that of the in-toto Attestation Framework, Statement v1.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::digest::Sha256Digest;
use super::provenance::Provenance;

/// The type of the statement.
pub const STATEMENT_TYPE: &str = "https://in-toto.io/Statement/v1";

/// The type of its predicate; another number stands for a shape that older programs cannot read.
pub const PREDICATE_TYPE: &str = "urn:tickmark:report-provenance:1";

/// What is said of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// [`STATEMENT_TYPE`].
    #[serde(rename = "_type")]
    #[schemars(extend("const" = STATEMENT_TYPE))]
    pub kind: String,
    /// Every file but the statement and the manifest, by path.
    pub subject: Vec<Subject>,
    /// [`PREDICATE_TYPE`].
    #[serde(rename = "predicateType")]
    #[schemars(extend("const" = PREDICATE_TYPE))]
    pub predicate_type: String,
    /// From what it was made.
    pub predicate: Provenance,
}

/// One file of which something is said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Subject {
    /// Its path.
    pub name: String,
    /// Its digest.
    pub digest: DigestSet,
}

/// A digest by the name of its algorithm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DigestSet {
    /// SHA-256.
    pub sha256: Sha256Digest,
}

/// Why a file is no statement about a report.
#[derive(Debug, Error)]
pub enum StatementError {
    /// It is no JSON of the right shape.
    #[error("{0}")]
    Shape(#[from] serde_json::Error),
    /// It speaks of something else, or in a shape that is not known here.
    #[error("its type is `{found}`, expected `{expected}`")]
    Kind {
        /// The type that is known here.
        expected: &'static str,
        /// The type that stands there.
        found: String,
    },
}

impl Statement {
    /// Says of these files that they were made so.
    #[must_use]
    pub fn new<'a>(files: impl IntoIterator<Item = (&'a String, &'a Sha256Digest)>, predicate: Provenance) -> Self {
        let subject =
            files.into_iter().map(|(name, digest)| Subject { name: name.clone(), digest: DigestSet { sha256: *digest } }).collect();
        Self { kind: STATEMENT_TYPE.to_owned(), subject, predicate_type: PREDICATE_TYPE.to_owned(), predicate }
    }

    /// The statement as text, with a line feed at its end.
    #[must_use]
    pub fn text(&self) -> String {
        // Nothing in it can fail to be written: all keys are texts and there are no numbers but whole ones.
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }

    /// Reads a statement.
    pub fn parse(bytes: &[u8]) -> Result<Self, StatementError> {
        let statement: Self = serde_json::from_slice(bytes)?;
        for (expected, found) in [(STATEMENT_TYPE, &statement.kind), (PREDICATE_TYPE, &statement.predicate_type)] {
            if found != expected {
                return Err(StatementError::Kind { expected, found: found.clone() });
            }
        }
        Ok(statement)
    }
}
