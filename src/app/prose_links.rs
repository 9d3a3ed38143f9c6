//! Links in prose that lead to no record.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use crate::catalog::Catalog;
use crate::diag::{Finding, Findings, codes, did_you_mean};
use crate::model::{Kind, Scalar, Shape};
use crate::render::{LinkTable, relative_links};
use crate::source::{Node, NodeValue, Record};

/// Reports links of the form `kind/id` in Markdown that lead nowhere.
pub(super) fn find_unknown_links(catalog: &Catalog, links: &LinkTable) -> Findings {
    let shapes: BTreeMap<Kind, Shape> = Kind::ALL.iter().map(|kind| (*kind, Shape::Record(kind.shape().clone()))).collect();
    let of_record = |record: &Arc<Record>| {
        let mut findings = Findings::new();
        if let Some(shape) = shapes.get(&record.kind) {
            walk(record, &record.node, shape, links, &mut findings);
        }
        findings
    };
    let of_records: Vec<Findings> = catalog.records().par_iter().map(of_record).collect();
    let mut findings = Findings::new();
    for found in of_records {
        findings.append(found);
    }
    for page in catalog.pages() {
        let body = page.source.text().rfind(&page.body).unwrap_or_default();
        for (target, range) in relative_links(&page.body) {
            if !links.contains_key(&target) {
                let place = page.source.place(body + range.start..body + range.end);
                findings.push(report(place, &target, links));
            }
        }
    }
    findings
}

fn walk(record: &Record, node: &Node, shape: &Shape, links: &LinkTable, findings: &mut Findings) {
    match (shape, &node.value) {
        (Shape::Record(shape), NodeValue::Mapping(entries)) => {
            for entry in entries {
                if let Some(field) = shape.field(&entry.key) {
                    walk(record, &entry.value, &field.shape, links, findings);
                }
            }
        }
        (Shape::List(inner), NodeValue::List(items)) => items.iter().for_each(|item| walk(record, item, inner, links, findings)),
        (Shape::Map(inner), NodeValue::Mapping(entries)) => {
            for entry in entries {
                walk(record, &entry.value, inner, links, findings);
            }
        }
        (Shape::Scalar(Scalar::Prose), NodeValue::Scalar { text, .. }) if text.contains("](") || text.contains("]:") => {
            for (target, inside) in relative_links(text) {
                if !links.contains_key(&target) {
                    findings.push(report(record.source.place(place_of(record, node, &target, inside)), &target, links));
                }
            }
        }
        _ => {}
    }
}

/// Where a link stands in the file; the whole text where folding or escapes moved it.
fn place_of(record: &Record, node: &Node, target: &str, inside: Range<usize>) -> Range<usize> {
    let whole = node.span();
    let exact = whole.start + inside.start..whole.start + inside.end;
    let written = record.source.text();
    if written.get(exact.clone()) == Some(target) {
        return exact;
    }
    let found = written.get(whole.clone()).and_then(|text| text.find(target));
    found.map_or(whole.clone(), |offset| whole.start + offset..whole.start + offset + target.len())
}

fn report(place: crate::diag::Place, target: &str, links: &LinkTable) -> Finding {
    let help = did_you_mean(target, links.keys().map(String::as_str)).map_or_else(
        || "write `kind/id` of a record, `page/id` of a page, or a whole `https://` address".to_owned(),
        |known| format!("did you mean `{known}`?"),
    );
    Finding::error(&codes::UNKNOWN_REFERENCE, place, format!("the link `{target}` leads to no record")).help(help)
}
