//! One record: its tree with places, and the typed struct of its kind.

use std::ops::Range;

use serde::Deserialize;

use super::bytes::{MAX_RECORD, text_of};
use super::decode::check;
use super::front_matter::split;
use super::node::{Entry, Node, NodeValue};
use super::path::Format;
use super::yaml;
use crate::diag::{Finding, Findings, Place, SourceText, codes};
use crate::model::{AnyRecord, Envelope, Id, Kind, RecordRef, Versioning};

/// A record that fits its kind.
#[derive(Clone, Debug)]
pub struct Record {
    /// Its kind.
    pub kind: Kind,
    /// Its id within the kind.
    pub id: Id,
    /// The file it stands in.
    pub source: SourceText,
    /// What was written, with places.
    pub node: Node,
    /// What any record may carry.
    pub envelope: Envelope,
    /// Version and start, for versioned kinds.
    pub versioning: Option<Versioning>,
    /// The fields of its kind.
    pub fields: AnyRecord,
}

impl Record {
    /// The record as others refer to it.
    #[must_use]
    pub fn reference(&self) -> RecordRef {
        RecordRef { kind: self.kind, id: self.id.clone() }
    }

    /// The place of the value at a path such as `items.0.metric`; the first line where it is not written.
    #[must_use]
    pub fn place(&self, path: &str) -> Place {
        self.node.at(path).map_or_else(|| self.source.place(self.first_key()), |node| self.source.place(node.span()))
    }

    /// The place of a key of the record, or of the last key of a path such as `terms.answered`; the first line where it is
    /// not written.
    #[must_use]
    pub fn key_place(&self, path: &str) -> Place {
        let entry = match path.rsplit_once('.') {
            Some((above, key)) => self.node.at(above).and_then(|node| node.entry(key)),
            None => self.node.entry(path),
        };
        self.source.place(entry.map_or_else(|| self.first_key(), Entry::key_span))
    }

    fn first_key(&self) -> Range<usize> {
        self.node.entries().first().map_or(0..0, Entry::key_span)
    }
}

/// Reads the record in the bytes of a file that may be long gone; findings say why it could not be read, or what is odd about it.
#[must_use]
pub fn parse_record(kind: Kind, id: &Id, path: &str, bytes: Vec<u8>) -> (Option<Record>, Findings) {
    let mut findings = Findings::new();
    let format = if matches!(path.rsplit_once('.'), Some((_, "md"))) { Format::Markdown } else { Format::Yaml };
    let source = text_of(path, bytes, MAX_RECORD, &mut findings);
    let record = source.and_then(|source| read_record(kind, id, format, source, &mut findings));
    (record, findings)
}

/// Reads one record; `None` where a finding says why it could not be read.
pub(super) fn read_record(kind: Kind, id: &Id, format: Format, source: SourceText, findings: &mut Findings) -> Option<Record> {
    let mut node = match format {
        Format::Yaml => yaml::parse(&source, 0..source.text().len(), findings)?,
        Format::Markdown => read_markdown(kind, &source, findings)?,
    };
    let before = findings.len();
    check(&node, kind.shape(), &format!("this {}", kind.words()), &source, findings);
    if findings.len() > before {
        return None;
    }
    shrink(&mut node);
    let parts = Envelope::deserialize(&node).and_then(|envelope| {
        let versioning = if kind.row().versioned { Some(Versioning::deserialize(&node)?) } else { None };
        Ok((envelope, versioning, AnyRecord::deserialize(kind, &node)?))
    });
    match parts {
        Ok((envelope, versioning, fields)) => Some(Record { kind, id: id.clone(), source, node, envelope, versioning, fields }),
        Err(error) => {
            findings.push(Finding::error(
                &codes::WRONG_TYPE,
                source.place(node.span()),
                format!("this {} cannot be read: {error}", kind.words()),
            ));
            None
        }
    }
}

fn read_markdown(kind: Kind, source: &SourceText, findings: &mut Findings) -> Option<Node> {
    let parts = split(source, findings)?;
    let mut node = yaml::parse(source, parts.header, findings)?;
    let body = source.text().get(parts.body.clone()).unwrap_or_default();
    let key = kind.row().body;
    if body.is_empty() {
        return Some(node);
    }
    if let Some(entry) = node.entry(key) {
        let finding = Finding::error(
            &codes::DUPLICATE_KEY,
            source.place(parts.body),
            format!("the text below the front matter is `{key}`, which stands above as well"),
        )
        .related(source.place(entry.key_span()), "first here");
        findings.push(finding.help("keep one of the two"));
        return None;
    }
    if let NodeValue::Mapping(entries) = &mut node.value {
        let value = Node::new(parts.body.clone(), NodeValue::Scalar { text: body.into(), plain: false });
        entries.push(Entry::new(key, false, parts.body, value));
    }
    Some(node)
}

/// Trees stay for the whole run; what the parser reserved beyond need is given back.
fn shrink(node: &mut Node) {
    match &mut node.value {
        NodeValue::Scalar { .. } => {}
        NodeValue::List(items) => {
            items.shrink_to_fit();
            items.iter_mut().for_each(shrink);
        }
        NodeValue::Mapping(entries) => {
            entries.shrink_to_fit();
            for entry in entries {
                shrink(&mut entry.value);
            }
        }
    }
}
