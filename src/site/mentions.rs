//! Where prose links to a record: pages of text, and the prose of other records.
//!
//! Reads only where links lead (`](kind/id)` and `]: kind/id`), outside code. What the links look like is decided elsewhere.

use std::collections::BTreeMap;

use crate::catalog::Catalog;
use crate::model::{Id, Kind, RecordRef};

/// What links to a record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mention {
    /// A page of text.
    Page(Id),
    /// The prose of a record.
    Record(RecordRef),
}

/// Every record to which prose links, with what does, each once and in order.
#[must_use]
pub(super) fn mentions(catalog: &Catalog) -> BTreeMap<RecordRef, Vec<Mention>> {
    let mut found: BTreeMap<RecordRef, Vec<Mention>> = BTreeMap::new();
    let mut add = |mention: &Mention, text: &str| {
        for target in targets(text).filter(|target| catalog.record(target).is_some()) {
            found.entry(target).or_default().push(mention.clone());
        }
    };
    for page in catalog.pages() {
        add(&Mention::Page(page.id.clone()), &page.body);
    }
    for record in catalog.records() {
        add(&Mention::Record(record.reference()), record.source.text());
    }
    for (target, mentions) in &mut found {
        mentions.retain(|mention| *mention != Mention::Record(target.clone()));
        mentions.sort();
        mentions.dedup();
    }
    found.retain(|_, mentions| !mentions.is_empty());
    found
}

/// The records to which the links of a text lead.
fn targets(text: &str) -> impl Iterator<Item = RecordRef> {
    outside_code(text).flat_map(|piece| {
        let behind = |mark: &'static str| piece.split(mark).skip(1);
        behind("](").chain(behind("]: ")).filter_map(read).collect::<Vec<_>>()
    })
}

fn read(rest: &str) -> Option<RecordRef> {
    let rest = rest.trim_start_matches('<');
    let end = rest.find(|letter: char| letter.is_whitespace() || matches!(letter, ')' | '#' | '>' | '"')).unwrap_or(rest.len());
    let (kind, id) = rest[..end].split_once('/')?;
    Some(RecordRef { kind: Kind::from_name(kind)?, id: Id::parse(id).ok()? })
}

/// The text without fenced blocks and without what stands between backticks on a line.
fn outside_code(text: &str) -> impl Iterator<Item = &str> {
    let mut fenced = false;
    let lines = text.lines().filter(move |line| {
        let fence = line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~");
        fenced ^= fence;
        !fence && !fenced
    });
    lines.flat_map(|line| line.split('`').step_by(2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        targets(text).map(|target| target.to_string()).collect()
    }

    #[test]
    fn links_of_every_form_are_read() {
        let text = "a [b](metric/x) [c](decision/2026-01-02-y#why)\n[d]: <action/z> \"t\"\n[e](https://f.org/metric/x) [g](page/h)";
        assert_eq!(found(text), ["metric/x", "decision/2026-01-02-y", "action/z"]);
    }

    #[test]
    fn code_is_no_link() {
        assert_eq!(found("`[b](metric/x)` and [c](metric/y)\n```\n[d](metric/z)\n```\n"), ["metric/y"]);
    }
}
