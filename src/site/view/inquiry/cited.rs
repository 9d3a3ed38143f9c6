//! An analysis of causes where something rests on it: never without what it assumes and what it cannot show.

use std::collections::BTreeSet;

use super::text::{fact, written};
use crate::catalog::Origin;
use crate::model::root_cause::RootCause;
use crate::model::{AnyRecord, Kind, RecordRef};
use crate::site::view::{Block, Fact, Section, Span};
use crate::site::writer::Writer;
use crate::source::Record;

/// The analyses that a record names, each with its assumptions and limits; nothing where it names none.
pub(in crate::site::view) fn causes_behind(writer: &Writer<'_>, record: &Record) -> Option<Section> {
    let named = writer.site.catalog().links(&record.reference()).iter().map(|link| &link.to);
    let named: BTreeSet<&RecordRef> = named.filter(|to| to.kind == Kind::RootCause).collect();
    let blocks = terms(writer, named);
    (!blocks.is_empty()).then(|| Section::new("causes-behind", writer.say("inquiry-causes-behind"), blocks))
}

/// The analyses that a metric showed the need for, or that its definition names.
pub(in crate::site::view) fn causes_of_metric(writer: &Writer<'_>, metric: &RecordRef) -> Vec<Block> {
    let catalog = writer.site.catalog();
    let naming = catalog.backlinks(metric).iter().filter_map(|link| match &link.from {
        Origin::Record(from) => Some(from),
        _ => None,
    });
    let named = catalog.links(metric).iter().map(|link| &link.to);
    terms(writer, naming.chain(named).filter(|reference| reference.kind == Kind::RootCause).collect())
}

fn terms(writer: &Writer<'_>, causes: BTreeSet<&RecordRef>) -> Vec<Block> {
    let found = causes.into_iter().filter_map(|reference| {
        let record = writer.site.catalog().record(reference)?;
        let AnyRecord::RootCause(cause) = &record.fields else {
            return None;
        };
        Some(Block::Terms { facts: facts(writer, record, cause) })
    });
    found.collect()
}

/// As found by …, assuming …; limits ….
fn facts(writer: &Writer<'_>, record: &Record, cause: &RootCause) -> Vec<Fact> {
    let prose = |markdown: &str| Span::Prose { markdown: markdown.to_owned() };
    let mut facts = vec![
        fact(writer.say("inquiry-found-by"), writer.span(&record.reference())),
        Fact { label: writer.say("inquiry-cause"), values: cause.root_causes.iter().map(|text| prose(text.as_str())).collect() },
        Fact { label: writer.say("inquiry-assuming"), values: cause.assumptions.iter().map(|text| prose(text.as_str())).collect() },
        fact(writer.say("inquiry-limits"), prose(cause.limitations.as_str())),
    ];
    facts.retain(|fact| !fact.values.is_empty());
    let sure = written(record, "confidence").map(|word| Span::text(writer.language().code(word)));
    let sure = sure.unwrap_or_else(|| Span::Absent { text: writer.say("inquiry-not-said") });
    facts.push(fact(writer.say("inquiry-confidence"), sure));
    facts
}
