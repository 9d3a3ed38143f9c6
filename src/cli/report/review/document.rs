//! A review as every renderer sees it: plain values, in their final order. The JSON output is this, and its schema is made from it.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::diag::{self, Level};
use crate::model::ChangeClass;

/// What changed between two states of a project, and what is said of it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Tickmark review of a change")]
pub(in crate::cli) struct Document {
    /// Version of this format; a greater number means that fields went or changed their meaning.
    pub(in crate::cli) format: u32,
    /// The program and its version.
    pub(in crate::cli) tool: String,
    /// The state before.
    pub(in crate::cli) before: State,
    /// The state after.
    pub(in crate::cli) after: State,
    /// Folder of the project in its repository, `/` at its end; empty at the root. Paths of places are relative to the project.
    pub(in crate::cli) folder: String,
    /// What a reader has to know of the comparison itself.
    pub(in crate::cli) notes: Vec<String>,
    /// Whether the gate holds the change back, and why.
    pub(in crate::cli) verdict: Verdict,
    /// The highest class of any record, after lowering.
    pub(in crate::cli) class: Option<Class>,
    /// Whether every change carries what its class demands.
    pub(in crate::cli) complete: bool,
    /// The records that changed, the highest class first.
    pub(in crate::cli) records: Vec<RecordEntry>,
    /// The settings that changed; they hold for every record that says nothing else.
    pub(in crate::cli) settings: Vec<Edit>,
    /// The releases that changed.
    pub(in crate::cli) releases: Vec<ReleaseEntry>,
    /// Edits that the chosen depth leaves out.
    pub(in crate::cli) left_out: usize,
}

/// A state of the project.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::cli) struct State {
    /// Its name, for people.
    pub(in crate::cli) label: String,
    /// The commit, where it is one.
    pub(in crate::cli) commit: Option<String>,
    /// What stands before the path of a file in this state, for people.
    #[serde(skip)]
    pub(in crate::cli) prefix: String,
}

/// What the gate says.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::cli) struct Verdict {
    /// Whether something is at or above the threshold; the program then ends with exit code 1.
    pub(in crate::cli) fails: bool,
    /// The threshold, as `--fail-on` names it.
    pub(in crate::cli) threshold: String,
    /// One sentence.
    pub(in crate::cli) sentence: String,
}

/// A class of change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(in crate::cli) enum Class {
    /// Wording outside normative text.
    Editorial,
    /// The number cannot move.
    Minor,
    /// Numbers move within materiality, or the judgement on them changes.
    Material,
    /// Comparability is lost, or the effect is unknown.
    Breaking,
}

impl From<ChangeClass> for Class {
    fn from(class: ChangeClass) -> Self {
        match class {
            ChangeClass::Editorial => Self::Editorial,
            ChangeClass::Minor => Self::Minor,
            ChangeClass::Material => Self::Material,
            ChangeClass::Breaking => Self::Breaking,
        }
    }
}

impl Class {
    /// The name, as it is written.
    pub(in crate::cli) const fn name(self) -> &'static str {
        match self {
            Self::Editorial => "editorial",
            Self::Minor => "minor",
            Self::Material => "material",
            Self::Breaking => "breaking",
        }
    }
}

/// How much something weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(in crate::cli) enum Weight {
    /// Worth knowing.
    Information,
    /// To be looked at.
    Warning,
    /// Not to be let through as it is.
    Error,
}

impl From<Level> for Weight {
    fn from(level: Level) -> Self {
        match level {
            Level::Information => Self::Information,
            Level::Warning => Self::Warning,
            Level::Error => Self::Error,
        }
    }
}

/// All edits of one record.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::cli) struct RecordEntry {
    /// The record, as others refer to it.
    pub(in crate::cli) record: String,
    /// The id that it had before, where it was renamed.
    pub(in crate::cli) renamed_from: Option<String>,
    /// Its title.
    pub(in crate::cli) title: String,
    /// Its class, after lowering.
    pub(in crate::cli) class: Option<Class>,
    /// Its class by its fields.
    pub(in crate::cli) class_by_fields: Option<Class>,
    /// Why its class is lower than its fields say.
    pub(in crate::cli) lowered: Option<String>,
    /// The version before.
    pub(in crate::cli) version_before: Option<String>,
    /// The version after.
    pub(in crate::cli) version_after: Option<String>,
    /// The record of the change that speaks for it.
    pub(in crate::cli) change: Option<String>,
    /// Who proposed the change.
    pub(in crate::cli) proposed_by: Option<String>,
    /// Who agreed to it.
    pub(in crate::cli) approved_by: Vec<Approver>,
    /// The edits, the weightiest first.
    pub(in crate::cli) edits: Vec<Edit>,
    /// What the change lacks, or what is wrong with how it was made.
    pub(in crate::cli) missing: Vec<Missing>,
    /// What it reaches through the graph, nearest first.
    pub(in crate::cli) reached: Vec<ReachedEntry>,
}

impl RecordEntry {
    /// Whether it lacks something that its class demands.
    pub(in crate::cli) fn lacks(&self) -> bool {
        self.missing.iter().any(|missing| missing.level > Weight::Information)
    }
}

/// Somebody who agreed to a change.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::cli) struct Approver {
    /// The person or body, as others refer to them.
    pub(in crate::cli) who: String,
    /// Their name.
    pub(in crate::cli) name: String,
    /// The role in which they agreed.
    pub(in crate::cli) role: String,
    /// The day.
    pub(in crate::cli) date: String,
}

/// One edit of one field, row or record.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::cli) struct Edit {
    /// The rule that it meets.
    pub(in crate::cli) rule: String,
    /// How much it weighs: as the rule says, and a warning at most where the change carries everything that its class demands.
    pub(in crate::cli) level: Weight,
    /// Its class, by its field.
    pub(in crate::cli) class: Option<Class>,
    /// What happened.
    pub(in crate::cli) message: String,
    /// Path of the field; empty for a record as a whole.
    pub(in crate::cli) field: String,
    /// The value before.
    pub(in crate::cli) before: Option<Value>,
    /// The value after.
    pub(in crate::cli) after: Option<Value>,
    /// Where it stood before.
    pub(in crate::cli) before_place: Option<Spot>,
    /// Where it stands now.
    pub(in crate::cli) after_place: Option<Spot>,
    /// First 12 hexadecimal digits of SHA-256 over rule, record, field, value before and value after.
    pub(in crate::cli) fingerprint: String,
}

/// Something that a change lacks.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::cli) struct Missing {
    /// The rule that speaks.
    pub(in crate::cli) rule: String,
    /// How much it weighs.
    pub(in crate::cli) level: Weight,
    /// What was expected and what was found.
    pub(in crate::cli) message: String,
    /// One step that mends it.
    pub(in crate::cli) help: String,
    /// Where it shows.
    pub(in crate::cli) place: Spot,
    /// As for an edit.
    pub(in crate::cli) fingerprint: String,
}

/// A record that a change reaches.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::cli) struct ReachedEntry {
    /// The record.
    pub(in crate::cli) record: String,
    /// The way there.
    pub(in crate::cli) path: Vec<Step>,
}

/// One step of the way to a record that is reached.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::cli) struct Step {
    /// The record that refers.
    pub(in crate::cli) record: String,
    /// The field in which it does.
    pub(in crate::cli) field: String,
}

/// All edits of one release.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::cli) struct ReleaseEntry {
    /// The release.
    pub(in crate::cli) release: String,
    /// The edits of the release and of its rows.
    pub(in crate::cli) edits: Vec<Edit>,
}

impl Document {
    /// Settings and releases as groups of edits without a record of a change, each with its name.
    pub(super) fn other_groups(&self) -> Vec<(&str, &[Edit])> {
        let settings = (!self.settings.is_empty()).then_some(("settings", self.settings.as_slice()));
        settings.into_iter().chain(self.releases.iter().map(|release| (release.release.as_str(), release.edits.as_slice()))).collect()
    }
}

/// A place in a file.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(in crate::cli) struct Spot {
    /// Path relative to the project.
    pub(in crate::cli) path: String,
    /// Line, counted from 1; nothing where the file as a whole is meant.
    pub(in crate::cli) line: Option<usize>,
    /// Column in characters, counted from 1.
    pub(in crate::cli) column: Option<usize>,
    /// Characters covered on the line.
    #[serde(skip)]
    pub(in crate::cli) width: usize,
    /// The line.
    #[serde(skip)]
    pub(in crate::cli) excerpt: Option<Arc<str>>,
}

impl Spot {
    /// A place; `lines` says whether its line can be looked up.
    pub(super) fn new(place: &diag::Place, lines: bool) -> Self {
        let known = |number: usize| (lines && number > 0).then_some(number);
        Self {
            path: place.path.to_string(),
            line: known(place.line),
            column: known(place.column),
            width: place.width,
            excerpt: if lines { place.excerpt.clone() } else { None },
        }
    }

    /// The place for a renderer of excerpts, with what stands before its path.
    pub(super) fn to_place(&self, prefix: &str) -> diag::Place {
        diag::Place {
            path: format!("{prefix}{}", self.path).into(),
            line: self.line.unwrap_or(0),
            column: self.column.unwrap_or(0),
            width: self.width,
            excerpt: self.excerpt.clone(),
        }
    }
}
