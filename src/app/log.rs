//! What became of a record, or of the whole project: commit by commit, each with what it means for the figures.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::pipeline::{Progress, read_with_past};
use crate::catalog::Catalog;
use crate::diag::{Failure, Finding, did_you_mean};
use crate::diff::{FieldEdit, RecordChange, compare_record};
use crate::history::{Commit, Edit, LogEntry, Part};
use crate::model::{ChangeClass, Kind, RecordRef, parse_reference};

/// What is to be told.
#[derive(Clone, Debug)]
pub struct LogOptions {
    /// Folder of the project.
    pub project: PathBuf,
    /// The record, as `kind/id` or the id of a metric; the whole project where it is left out.
    pub record: Option<String>,
}

/// One commit, and what it did to each part of the project.
#[derive(Clone, Debug)]
pub struct LoggedCommit {
    /// The commit; nothing for what is not committed yet.
    pub commit: Option<Commit>,
    /// What it did, by part.
    pub parts: Vec<LoggedPart>,
}

/// What one commit did to one part.
#[derive(Clone, Debug)]
pub struct LoggedPart {
    /// The part.
    pub part: Part,
    /// What happened to its file.
    pub deed: Deed,
    /// What it means for the figures, where both texts can be read.
    pub class: Option<ChangeClass>,
    /// The edits in words.
    pub edits: Vec<String>,
    /// The commits of the branches that a merge brought in, the newest first, and whether each is itself a merge with edits of its own.
    pub side: Vec<(Commit, bool)>,
    /// Whether the merge holds content that stands in none of what it merges.
    pub in_merge: bool,
}

/// What happened to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// It was made.
    Added,
    /// Its content changed.
    Changed,
    /// It was moved, and perhaps changed.
    Moved,
    /// It was removed.
    Removed,
    /// The history that is there begins with it.
    Truncated,
}

impl Deed {
    /// The word for it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Changed => "changed",
            Self::Moved => "moved",
            Self::Removed => "removed",
            Self::Truncated => "first known",
        }
    }
}

/// What became of a project.
#[derive(Clone, Debug, Default)]
pub struct Log {
    /// The commits, the newest first.
    pub commits: Vec<LoggedCommit>,
    /// Whether the clone is shallow.
    pub shallow: bool,
}

/// Tells the first-parent history: what was in force here, and since when; merges name the commits that they brought in.
///
/// Fails when there is no such record, or when the history cannot be read.
pub fn log(options: &LogOptions, progress: &dyn Progress) -> Result<Result<Log, Vec<Finding>>, Failure> {
    let catalog = match read_with_past(&options.project, progress)? {
        Ok(catalog) => catalog,
        Err(findings) => return Ok(Err(findings)),
    };
    let past = catalog.past();
    let wanted = options.record.as_deref().map(|name| part(&catalog, name)).transpose()?;
    let followed = wanted.map(|part| with_superseded(&catalog, part));
    let logs = past.logs.iter().filter(|(part, _)| followed.as_ref().is_none_or(|parts| parts.contains(part)));
    let mut by_commit: BTreeMap<Option<usize>, Vec<LoggedPart>> = BTreeMap::new();
    for (part, entries) in logs {
        for entry in entries {
            by_commit.entry(entry.edit.commit).or_default().push(logged(&catalog, part, entry));
        }
    }
    let commits = by_commit
        .into_iter()
        .map(|(position, parts)| LoggedCommit { commit: position.and_then(|position| past.commits.get(position).cloned()), parts });
    Ok(Ok(Log { commits: commits.collect(), shallow: past.shallow }))
}

/// A record and those whose place it took, one after the other.
fn with_superseded(catalog: &Catalog, part: Part) -> Vec<Part> {
    let before = |part: &Part| match part {
        Part::Record(reference) => Some(Part::Record(catalog.record(reference)?.envelope.supersedes.as_ref()?.record().clone())),
        _ => None,
    };
    std::iter::successors(Some(part), before).collect()
}

/// The part of a name: a record that is there, or one that the history knows.
fn part(catalog: &Catalog, name: &str) -> Result<Part, Failure> {
    let kinds: &[Kind] = if name.contains('/') { Kind::ALL } else { &[Kind::Metric] };
    let (reference, _) = parse_reference(name, kinds).map_err(|error| Failure::Usage { message: error.to_string() })?;
    let part = Part::Record(reference.clone());
    if catalog.record(&reference).is_some() || catalog.past().logs.contains_key(&part) {
        return Ok(part);
    }
    let known = catalog.past().logs.keys().filter_map(|part| match part {
        Part::Record(RecordRef { kind, id }) if *kind == reference.kind => Some(id.as_str()),
        _ => None,
    });
    let help = did_you_mean(reference.id.as_str(), known.chain(catalog.of_kind(reference.kind).map(|record| record.id.as_str())))
        .map_or_else(String::new, |near| format!("; did you mean `{}/{near}`?", reference.kind));
    Err(Failure::Usage { message: format!("there is no `{reference}` and there never was one{help}") })
}

fn logged(catalog: &Catalog, part: &Part, entry: &LogEntry) -> LoggedPart {
    let known = catalog.past();
    let change = change_of(catalog, part, &entry.edit);
    LoggedPart {
        part: part.clone(),
        deed: deed(&entry.edit, known.commit(&entry.edit)),
        class: change.as_ref().and_then(|change| change.class),
        edits: change.map_or_else(Vec::new, |change| change.edits.iter().map(FieldEdit::message).collect()),
        side: entry.side.iter().filter_map(|edit| Some((known.commit(edit)?.clone(), edit.in_merge))).collect(),
        in_merge: entry.edit.in_merge,
    }
}

fn deed(edit: &Edit, commit: Option<&Commit>) -> Deed {
    match (&edit.before, &edit.after) {
        (None, Some(_)) if commit.is_some_and(|commit| commit.truncated) => Deed::Truncated,
        (None, _) => Deed::Added,
        (Some(_), None) => Deed::Removed,
        (Some(before), Some(after)) if before.path != after.path => Deed::Moved,
        (Some(_), Some(_)) => Deed::Changed,
    }
}

/// What an edit of a record means; nothing where a text of it cannot be read, and where the record is new.
fn change_of(catalog: &Catalog, part: &Part, edit: &Edit) -> Option<RecordChange> {
    let Part::Record(reference) = part else {
        return None;
    };
    let texts = catalog.past_texts();
    let before = texts.record(reference, edit.before.as_ref())?;
    let after = edit.after.as_ref().map(|after| texts.record(reference, Some(after))).map_or(Some(None), |read| read.map(Some))?;
    compare_record(Some(before), after)
}
