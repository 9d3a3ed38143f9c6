//! A record in words.

use super::{Shown, ShownPart};
use crate::catalog::{Catalog, Origin};
use crate::diff::{file_digest, normative_digest};
use crate::history::{Part, SignatureState};
use crate::source::{Node, NodeValue, Record};

/// Entries of the log that are shown.
const NEWEST: usize = 10;

/// What a record says, what stands around it, and what became of it.
pub(super) fn record(catalog: &Catalog, current: &Record, pinned: Option<&Record>) -> Shown {
    let text = pinned.unwrap_or(current);
    let name =
        text.versioning.map_or_else(|| text.reference().to_string(), |versioning| format!("{}@{}", text.reference(), versioning.version));
    let mut parts = vec![identity(text)];
    let mut fields = ShownPart::new("fields");
    for entry in text.node.entries() {
        fields.push(&*entry.key, written(&entry.value));
    }
    parts.push(fields);
    parts.push(versions(catalog, current));
    parts.push(links(catalog, current));
    parts.push(log(catalog, current));
    parts.retain(|part| !part.rows.is_empty());
    Shown { title: format!("{name}: {}", text.envelope.title), parts }
}

fn identity(text: &Record) -> ShownPart {
    let mut part = ShownPart::new("");
    part.push("file", text.source.path());
    if let Some(versioning) = text.versioning {
        part.push("in force from", versioning.effective_from.to_string());
    }
    if let Some(digest) = normative_digest(text) {
        part.push("normative digest", digest);
    }
    part.push("file digest", file_digest(text));
    part
}

/// A value as one would write it, without its punctuation.
fn written(node: &Node) -> String {
    match &node.value {
        NodeValue::Scalar { text, .. } => text.trim().to_owned(),
        NodeValue::List(items) => items.iter().map(written).collect::<Vec<_>>().join("\n"),
        NodeValue::Mapping(entries) => entries
            .iter()
            .map(|entry| format!("{}: {}", entry.key, written(&entry.value).replace('\n', ", ")))
            .collect::<Vec<_>>()
            .join("\n"),
    }
}

fn versions(catalog: &Catalog, record: &Record) -> ShownPart {
    let mut part = ShownPart::new("versions");
    if record.versioning.is_none() {
        return part;
    }
    let texts = catalog.texts(record);
    let starts: Vec<_> = texts.iter().filter_map(|text| text.versioning).collect();
    for (position, versioning) in starts.iter().enumerate() {
        let until = starts.get(position + 1).map_or_else(String::new, |next| format!(" to before {}", next.effective_from));
        part.push(versioning.version.to_string(), format!("in force from {}{until}", versioning.effective_from));
    }
    part
}

fn links(catalog: &Catalog, record: &Record) -> ShownPart {
    let mut part = ShownPart::new("referenced by");
    for link in catalog.backlinks(&record.reference()) {
        let from = match &link.from {
            Origin::Record(reference) => reference.to_string(),
            Origin::Release(id) => format!("release {id}"),
            Origin::Settings => "settings".to_owned(),
        };
        part.push(from, link.field.as_str());
    }
    part
}

fn log(catalog: &Catalog, record: &Record) -> ShownPart {
    let history = catalog.past();
    let entries = history.log(&Part::Record(record.reference()));
    let mut part = ShownPart::new("history");
    for entry in entries.iter().take(NEWEST) {
        match history.commit(&entry.edit) {
            Some(commit) => part.push(
                commit.id.short(),
                format!("{} {}: {} ({})", commit.committer.at, commit.author.name, commit.subject(), signature_words(&commit.signature)),
            ),
            None => part.push("not committed", "differs from the checked out commit"),
        }
    }
    if entries.len() > NEWEST {
        part.push("…", format!("{} more: `tickmark log {}`", entries.len() - NEWEST, record.reference()));
    }
    part
}

/// The signature of a commit in words.
#[must_use]
pub fn signature_words(state: &SignatureState) -> String {
    match state {
        SignatureState::Unsigned => "not signed".to_owned(),
        SignatureState::Good { principal, .. } => format!("signed by {principal}"),
        SignatureState::UnknownKey { key } => format!("signed by a key that the signers do not name, {key}"),
        SignatureState::NotValidThen { principal, .. } => format!("signed by a key of {principal} that was not valid then"),
        SignatureState::Forge { forge, .. } => format!("signed by {forge}'s own key"),
        SignatureState::Bad { reason } => format!("bad signature: {reason}"),
        SignatureState::Unchecked { reason } => format!("signature could not be checked: {reason}"),
    }
}
