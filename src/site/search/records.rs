//! A record as something that can be found: by its title and id, its keywords, and everything that was written in it.

use super::entry::{SearchEntry, Weight};
use crate::catalog::Catalog;
use crate::model::Kind;
use crate::site::Site;
use crate::site::writer::has_ended;
use crate::source::{Node, NodeValue, Record};

/// The entry of a record.
pub(super) fn record_entry<'a>(site: &'a Site, record: &'a Record) -> SearchEntry<'a> {
    let path = site.path_of(&record.reference()).unwrap_or_default();
    let mut entry = SearchEntry::new(site.language().kind(record.kind), record.envelope.title.as_str().into(), path);
    entry.id = record.id.as_str();
    let state = record.node.entry("state").and_then(|entry| entry.value.text());
    entry.ended = state.is_some_and(has_ended);
    entry.state = state.map_or_else(String::new, |state| site.language().code(state));
    if !entry.ended && is_superseded(site.catalog(), record) {
        entry.ended = true;
        entry.state = site.language().code("superseded");
    }
    for field in record.node.entries().iter().filter(|field| !matches!(&*field.key, "title" | "state")) {
        collect(&field.value, weight(record.kind, &field.key), &mut entry);
    }
    entry
}

/// How much the words of a field say of a record.
fn weight(kind: Kind, field: &str) -> Weight {
    match (kind, field) {
        (_, "tags") | (Kind::Term, "synonyms") | (Kind::Person, "name") => Weight::Keyword,
        _ => Weight::Text,
    }
}

fn collect<'a>(node: &'a Node, weight: Weight, entry: &mut SearchEntry<'a>) {
    match &node.value {
        NodeValue::Scalar { text, .. } => entry.texts.push((weight, (&**text).into())),
        NodeValue::List(items) => items.iter().for_each(|item| collect(item, weight, entry)),
        NodeValue::Mapping(entries) => entries.iter().for_each(|inner| collect(&inner.value, weight, entry)),
    }
}

fn is_superseded(catalog: &Catalog, record: &Record) -> bool {
    catalog.backlinks(&record.reference()).iter().any(|link| link.field == "supersedes")
}
