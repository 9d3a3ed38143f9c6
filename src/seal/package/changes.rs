//! What became of each definition: its versions, the commits that touched it with every edit, and the changes that speak for it.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::scope::Scope;
use super::words::{canonical_json, canonical_text, signature_json, signature_text};
use crate::catalog::{Catalog, Origin};
use crate::diff::{FieldEdit, RecordChange, compare_record};
use crate::history::{Commit, Edit, LogEntry, Part};
use crate::model::change::Change;
use crate::model::{AnyRecord, Kind, RecordRef};
use crate::render::data::{harmless, push_line, record_json};
use crate::site::Site;

/// The columns of the list of edits; later versions add and never rename.
const EDITS: [&str; 15] = [
    "record",
    "version_before",
    "version_after",
    "committed_at",
    "commit",
    "author",
    "committer",
    "signature",
    "class",
    "rule",
    "field",
    "before",
    "after",
    "message",
    "change_records",
];

/// The history of a definition as JSON, and its lines of the list of edits.
pub(super) struct Told {
    pub(super) record: RecordRef,
    pub(super) json: String,
}

/// The histories of all versioned records of a scope, and the list of all their edits.
pub(super) fn histories(site: &Site, scope: &Scope) -> (Vec<Told>, String) {
    let catalog = site.catalog();
    let mut list = String::new();
    push_line(&mut list, EDITS);
    let versioned = scope.records.iter().filter(|record| record.kind.row().versioned);
    let told = versioned
        .map(|record| {
            let entries = catalog.past().log(&Part::Record(record.clone()));
            for entry in entries {
                push_edits(catalog, record, entry, &mut list);
            }
            Told { record: record.clone(), json: history(site, record, entries) }
        })
        .collect();
    (told, list)
}

fn history(site: &Site, record: &RecordRef, entries: &[LogEntry]) -> String {
    let catalog = site.catalog();
    let shown = catalog.record(record);
    let value = json!({
        "record": record.to_string(),
        "title": shown.map(|record| record.envelope.title.clone()),
        "path": shown.map(|record| record.source.path().to_owned()),
        "versions": versions(catalog, record, entries),
        "commits": entries.iter().map(|entry| committed(catalog, record, entry)).collect::<Vec<_>>(),
        "changes": changes_of(catalog, record).iter().map(|(reference, _)| as_value(site, reference)).collect::<Vec<_>>(),
    });
    // A value of texts, numbers and lists can always be written.
    serde_json::to_string_pretty(&value).map_or_else(|_| String::new(), |text| text + "\n")
}

/// Each version with what sets it apart from the one before, the oldest first.
fn versions(catalog: &Catalog, record: &RecordRef, entries: &[LogEntry]) -> Vec<Value> {
    let versions = catalog.versions(record);
    let before = std::iter::once(None).chain(versions.iter().map(Some));
    let told = versions.iter().zip(before).map(|(version, before)| {
        let change = before.and_then(|before| compare_record(Some(&before.record), Some(&version.record)));
        let number = version.version.to_string();
        let agreed: Vec<String> = changes_of(catalog, record)
            .iter()
            .filter(|(_, change)| leads_to(change, record, &number))
            .map(|(name, _)| name.to_string())
            .collect();
        let began = version.first.and_then(|position| catalog.past().commit(&entries.get(position)?.edit));
        json!({
            "version": number,
            "from": version.from.to_string(),
            "to": version.to.map(|day| day.to_string()),
            "brought_in_by": began.map(commit_json),
            "class": change.as_ref().and_then(|change| change.class).map(crate::model::ChangeClass::name),
            "edits": edits_json(change.as_ref()),
            "changes": agreed,
        })
    });
    told.collect()
}

fn committed(catalog: &Catalog, record: &RecordRef, entry: &LogEntry) -> Value {
    let change = change_of(catalog, record, &entry.edit);
    let brought: Vec<Value> = entry.side.iter().filter_map(|edit| catalog.past().commit(edit)).map(commit_json).collect();
    json!({
        "commit": catalog.past().commit(&entry.edit).map(commit_json),
        "path_before": entry.edit.before.as_ref().map(|state| state.path.to_string()),
        "path_after": entry.edit.after.as_ref().map(|state| state.path.to_string()),
        "edited_in_merge": entry.edit.in_merge,
        "class": change.as_ref().and_then(|change| change.class).map(crate::model::ChangeClass::name),
        "edits": edits_json(change.as_ref()),
        "merged_commits": brought,
    })
}

fn commit_json(commit: &Commit) -> Value {
    json!({
        "id": commit.id.as_str(),
        "author": &*commit.author.name,
        "authored_at": commit.author.at.to_string(),
        "committer": &*commit.committer.name,
        "committed_at": commit.committer.at.to_string(),
        "subject": commit.subject(),
        "signature": signature_json(&commit.signature),
    })
}

fn edits_json(change: Option<&RecordChange>) -> Vec<Value> {
    let edit = |edit: &FieldEdit| {
        json!({
            "rule": edit.rule.id,
            "class": edit.class.map(crate::model::ChangeClass::name),
            "field": edit.field,
            "before": edit.before.as_ref().map(canonical_json),
            "after": edit.after.as_ref().map(canonical_json),
            "message": edit.message(),
        })
    };
    change.map_or_else(Vec::new, |change| change.edits.iter().map(edit).collect())
}

/// What an edit means; nothing where a text of it cannot be read, and where the record was new.
fn change_of(catalog: &Catalog, record: &RecordRef, edit: &Edit) -> Option<RecordChange> {
    let texts = catalog.past_texts();
    let before = texts.record(record, edit.before.as_ref())?;
    let after = edit.after.as_ref().map(|after| texts.record(record, Some(after))).map_or(Some(None), |read| read.map(Some))?;
    compare_record(Some(before), after)
}

fn push_edits(catalog: &Catalog, record: &RecordRef, entry: &LogEntry, list: &mut String) {
    let Some(change) = change_of(catalog, record, &entry.edit) else {
        return;
    };
    let commit = catalog.past().commit(&entry.edit);
    let (before, after) = change.versions();
    let number = |version: Option<crate::model::Version>| version.map_or_else(String::new, |version| version.to_string());
    let (before, after) = (number(before), number(after));
    // A change speaks for the step to its version, not for whatever was done under that number since.
    let agreed: Vec<String> = changes_of(catalog, record)
        .iter()
        .filter(|(_, change)| before != after && leads_to(change, record, &after))
        .map(|(name, _)| name.to_string())
        .collect();
    for edit in &change.edits {
        let cells = [
            record.to_string(),
            before.clone(),
            after.clone(),
            commit.map_or_else(String::new, |commit| commit.committer.at.to_string()),
            commit.map_or_else(String::new, |commit| commit.id.as_str().to_owned()),
            commit.map_or_else(String::new, |commit| commit.author.name.to_string()),
            commit.map_or_else(String::new, |commit| commit.committer.name.to_string()),
            commit.map_or_else(String::new, |commit| signature_text(&commit.signature)),
            edit.class.map_or("", crate::model::ChangeClass::name).to_owned(),
            edit.rule.id.to_owned(),
            edit.field.clone(),
            edit.before.as_ref().map_or_else(String::new, canonical_text),
            edit.after.as_ref().map_or_else(String::new, canonical_text),
            edit.message(),
            agreed.join(" "),
        ];
        let cells = cells.map(|cell| harmless(&cell));
        push_line(list, cells.iter().map(String::as_str));
    }
}

/// The changes that name a record as one that they change, by id.
fn changes_of<'a>(catalog: &'a Catalog, record: &RecordRef) -> Vec<(RecordRef, &'a Change)> {
    let from: BTreeSet<&RecordRef> = catalog
        .backlinks(record)
        .iter()
        .filter_map(|link| match &link.from {
            Origin::Record(from) if from.kind == Kind::Change && link.field == *"targets.record" => Some(from),
            _ => None,
        })
        .collect();
    let change = |reference: &RecordRef| match &catalog.record(reference)?.fields {
        AnyRecord::Change(change) => Some((reference.clone(), &**change)),
        _ => None,
    };
    from.into_iter().filter_map(change).collect()
}

/// Whether a change leads to a version of a record.
fn leads_to(change: &Change, record: &RecordRef, version: &str) -> bool {
    change.targets.iter().any(|target| target.record.record() == record && target.to.is_some_and(|to| to.to_string() == version))
}

/// A record as it stands among the data of the report.
fn as_value(site: &Site, record: &RecordRef) -> Value {
    serde_json::from_str(&record_json(site, record)).unwrap_or(Value::Null)
}
