//! Every record that touches a metric.

use std::collections::BTreeMap;

use super::context::MetricContext;
use crate::catalog::Origin;
use crate::language::Language;
use crate::model::RecordRef;
use crate::site::Writer;
use crate::site::view::{Block, Link};
use crate::site::writer::state_badge;

/// What names the metric, and what it names, each once.
pub(super) fn records(writer: &Writer<'_>, context: &MetricContext<'_>) -> Vec<Block> {
    let here = context.record.reference();
    let mut naming: BTreeMap<RecordRef, Vec<String>> = BTreeMap::new();
    for link in context.catalog.backlinks(&here) {
        if let Origin::Record(from) = &link.from {
            naming.entry(from.clone()).or_default().push(in_words(context.language, link.field.as_str()));
        }
    }
    let mut named: BTreeMap<RecordRef, Vec<String>> = BTreeMap::new();
    for link in context.catalog.links(&here) {
        named.entry(link.to.clone()).or_default().push(in_words(context.language, link.field.as_str()));
    }
    let mut blocks = Vec::new();
    for (heading, found) in [("metric-records-naming", naming), ("metric-records-named", named)] {
        if !found.is_empty() {
            blocks.push(Block::Heading { text: context.say(heading) });
            let links = found.into_iter().map(|(record, fields)| link(writer, context, &record, &fields)).collect();
            blocks.push(Block::Links { links, columns: true });
        }
    }
    blocks
}

fn in_words(language: &Language, path: &str) -> String {
    path.split('.').map(|field| language.inside(&language.field(field))).collect::<Vec<_>>().join(", ")
}

fn link(writer: &Writer<'_>, context: &MetricContext<'_>, record: &RecordRef, fields: &[String]) -> Link {
    let mut fields = fields.to_vec();
    fields.sort();
    fields.dedup();
    let state = context.catalog.record(record).and_then(|record| state_badge(writer.language(), record)).map(|badge| badge.word);
    let note =
        [Some(context.language.kind(record.kind)), state, Some(fields.join(", "))].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    Link { note, ..writer.link(record) }
}
