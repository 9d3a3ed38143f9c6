//! What became of a record between two of its texts, and the digests of a text.

use std::collections::BTreeSet;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::diag::Level;
use crate::diff::{Area, Breaks, Canonical, ChangeRule, FieldEdit, Mirror, RecordChange};
use crate::model::ChangeClass;
use crate::source::{Node, NodeValue, Record};

static ADDED: ChangeRule = rule("record-added");
static REMOVED: ChangeRule = rule("record-removed");
static CHANGED: ChangeRule = rule("field-changed");

const fn rule(id: &'static str) -> ChangeRule {
    ChangeRule {
        id,
        level: Level::Warning,
        area: Area::Meaning,
        breaks: Breaks::Number,
        mirror: Mirror::Itself,
        summary: "",
        why: "",
        fix: "",
    }
}

/// Compares two texts of a record; nothing where both are absent, or where they mean the same.
pub(super) fn compare(before: Option<&Arc<Record>>, after: Option<&Arc<Record>>) -> Option<RecordChange> {
    let record = after.or(before)?;
    let side = |record: Option<&Arc<Record>>, key: &str| Some(canonical(&record?.node.entry(key)?.value));
    let keys: BTreeSet<&str> =
        [before, after].into_iter().flatten().flat_map(|record| record.node.entries()).map(|entry| &*entry.key).collect();
    let edit = |rule: &'static ChangeRule, class, field: &str, before, after| FieldEdit {
        rule,
        class,
        field: field.to_owned(),
        before,
        after,
        before_place: None,
        after_place: None,
        fingerprint: String::new(),
    };
    let edits: Vec<FieldEdit> = match (before, after) {
        (None, _) => vec![edit(&ADDED, None, "", None, None)],
        (_, None) => vec![edit(&REMOVED, None, "", None, None)],
        _ => keys
            .into_iter()
            .filter(|key| side(before, key) != side(after, key))
            .map(|key| {
                let class = match key {
                    "numerator" | "denominator" | "formula" => ChangeClass::Breaking,
                    "title" | "notes" | "version" | "effective_from" => ChangeClass::Editorial,
                    _ => ChangeClass::Material,
                };
                edit(&CHANGED, Some(class), key, side(before, key), side(after, key))
            })
            .collect(),
    };
    if edits.is_empty() {
        return None;
    }
    let class = edits.iter().filter_map(|edit| edit.class).max();
    Some(RecordChange {
        record: record.reference(),
        renamed_from: None,
        title: record.envelope.title.clone(),
        before: before.cloned(),
        after: after.cloned(),
        edits,
        class,
        impact: Vec::new(),
    })
}

fn canonical(node: &Node) -> Canonical {
    match &node.value {
        NodeValue::Scalar { text, .. } => Canonical::Text(text.to_string()),
        NodeValue::List(items) => Canonical::List(items.iter().map(canonical).collect()),
        NodeValue::Mapping(entries) => {
            Canonical::Map(entries.iter().map(|entry| (entry.key.to_string(), canonical(&entry.value))).collect())
        }
    }
}

pub(super) fn normative_digest(record: &Record) -> String {
    file_digest(record)
}

pub(super) fn file_digest(record: &Record) -> String {
    Sha256::digest(record.source.text().as_bytes()).iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}
