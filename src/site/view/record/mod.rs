//! The page of a record of any kind but a metric, made from what was written and the shape of its kind.
//!
//! Knows the name of no field that it could learn from the shape; what only one kind has stands in a file of its own.

mod audit_finding;
mod backlinks;
mod blocks;
mod change;
mod change_effect;
mod commitment;
mod committee;
mod compound;
mod deviation;
mod exclusion;
mod experiment;
mod feeding;
pub(super) mod fields;
mod insight;
mod level;
mod nested;
mod objective;
mod person;
mod piece;
mod reading;
mod reconciliation;
mod restatement;
mod review;
mod root_cause;
mod scorecard;
mod segment;
mod survey;
mod target;
mod team;
#[cfg(test)]
mod tests;
mod touches;

use super::history::{history_section, upcoming_note, versions_section};
use super::naming::page_title;
use super::places::{menu_section, record_trail};
use super::{Block, Fact, Head, Link, Page, Rail, Section, Span};
use crate::language::capitalised;
use crate::model::{AnyRecord, Kind, RecordRef};
use crate::site::Site;
use crate::site::writer::{Outline, Writer, state_badge};
use crate::source::Record;

pub(super) use audit_finding::{is_unsettled, time as finding_time};
pub(super) use experiment::{observations, result_text};
pub(super) use insight::share_cell;
pub(super) use nested::column_kind;
pub(super) use reconciliation::verdict;

/// Makes the page of a record; `None` where there is no such record.
pub(super) fn page(site: &Site, path: &str, reference: &RecordRef) -> Option<Page> {
    let record = site.catalog().record(reference)?;
    let mut writer = Writer::new(site, path);
    let before = before(&mut writer, record);
    let fields::Fields { mut facts, sections: own } = fields::fields(&mut writer, record, shown_otherwise(record.kind));
    let after = after(&mut writer, record);
    let successors = fields::successors(&writer, reference);
    if !successors.is_empty() {
        let values = successors.iter().map(|successor| writer.span(successor)).collect();
        facts.push(Fact { label: writer.say("record-superseded-by"), values });
    }
    let mut sections = before;
    sections.extend(own);
    sections.extend(after);
    sections.extend(super::inquiry::causes_behind(&writer, record));
    sections.extend(touches::section(&mut writer, record));
    sections.extend(backlinks::section(&writer, reference));
    let versioned = record.kind.row().versioned;
    sections.extend(if versioned { versions_section(&mut writer, record) } else { history_section(&mut writer, reference) });
    sections.push(as_data(&writer, reference));
    let mut opening = superseded(&writer, &successors);
    opening.extend(upcoming_note(&writer, record));
    let outline = Outline {
        template: "record",
        section: menu_section(record.kind),
        title: page_title(writer.language(), record),
        trail: record_trail(&writer, record.kind),
        source: record.source.path().to_owned(),
        head: head(&writer, record),
        opening,
        rail: Rail::Facts { label: writer.say("record-facts"), facts },
        sections,
    };
    Some(writer.finish(outline))
}

/// A cell for the field of a record in a register: its default or nothing where it is not written.
pub(super) fn field_cell(writer: &Writer<'_>, record: &Record, field: &crate::model::FieldShape) -> super::Cell {
    let unit = reading::own_unit(record).or_else(|| reading::unit_of(writer, record.kind.shape(), &record.node, None));
    let slot = piece::Slot { name: &field.name, description: &field.description, unit };
    match record.node.entry(&field.name) {
        Some(entry) => compound::cell(writer, slot, &field.shape, &entry.value).unwrap_or_else(|| {
            let held = entry.value.items().len().max(entry.value.entries().len());
            super::Cell::number(writer.language().count(held), held.to_string())
        }),
        None => super::Cell::Empty,
    }
}

/// The first sentence of Markdown without marks; the whole of it where it is short and plain.
pub(super) fn first_sentence(markdown: &str) -> String {
    let paragraph = markdown.trim().split("\n\n").next().unwrap_or_default();
    let line = paragraph.split_whitespace().collect::<Vec<_>>().join(" ");
    let sentence = line.split_inclusive(". ").next().unwrap_or_default().trim();
    sentence.chars().filter(|letter| !matches!(letter, '*' | '_' | '`')).collect()
}

fn head(writer: &Writer<'_>, record: &Record) -> Head {
    let mut byline = vec![Span::Code { text: record.id.to_string() }];
    if let Some(versioning) = record.versioning {
        byline.push(Span::text(writer.fill("record-version", &[("version", versioning.version.to_string().into())])));
    }
    byline.extend(record.envelope.owner.as_ref().map(|owner| writer.span(owner.record())));
    Head {
        kicker: capitalised(&writer.language().kind(record.kind)),
        title: record.envelope.title.clone(),
        byline,
        badge: state_badge(writer.language(), record),
        ..Head::default()
    }
}

fn superseded(writer: &Writer<'_>, successors: &[RecordRef]) -> Vec<Block> {
    if successors.is_empty() {
        return Vec::new();
    }
    let links = successors.iter().map(|successor| writer.link(successor)).collect();
    vec![Block::Note { class: "is-within", text: writer.say("record-superseded"), links }]
}

/// The fields that a page of a kind shows in another way than field by field.
const fn shown_otherwise(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Segment => &["codes"],
        Kind::AuditFinding => &["criteria", "condition", "cause", "effect", "recommendation", "response", "actions"],
        Kind::Insight => &["codes", "protocol", "agreement", "classifier", "prevalence", "n"],
        Kind::Objective => &["measures", "initiatives", "causes"],
        Kind::Reconciliation => &["items"],
        Kind::RootCause => &["chain", "categories"],
        Kind::Experiment => &["result"],
        Kind::Team => &["members"],
        Kind::Committee => &["members", "remit", "quorum", "chair"],
        Kind::Commitment => &["promise", "counterparty", "metric", "operator", "level", "window", "warn_level", "remedy"],
        Kind::Change => &["bridge"],
        Kind::Survey => &["scale"],
        _ => &[],
    }
}

/// What a kind shows before its own fields.
fn before(writer: &mut Writer<'_>, record: &Record) -> Vec<Section> {
    match &record.fields {
        AnyRecord::Segment(segment) => segment::sections(writer, record, segment),
        AnyRecord::Scorecard(scorecard) => scorecard::periods(writer, record, scorecard).into_iter().collect(),
        AnyRecord::Target(target) => target::sections(writer, record, target),
        AnyRecord::Person(_) => person::sections(writer, record),
        AnyRecord::Team(_) => team::sections(writer, record),
        AnyRecord::Committee(committee) => committee::sections(writer, record, committee),
        AnyRecord::Baseline(baseline) => level::of_baseline(writer, baseline).into_iter().collect(),
        AnyRecord::AuditFinding(finding) => audit_finding::sections(writer, record, finding),
        AnyRecord::Experiment(experiment) => experiment::sections(writer, experiment),
        AnyRecord::Insight(insight) => insight::sections(writer, insight),
        AnyRecord::Survey(survey) => survey::sections(writer, record, survey),
        AnyRecord::Reconciliation(fields) => vec![reconciliation::bridge(writer, fields)],
        AnyRecord::RootCause(cause) => root_cause::drawn(writer, cause),
        AnyRecord::Commitment(commitment) => commitment::sections(writer, record, commitment),
        AnyRecord::Review(review) => review::pack(writer, record, review).into_iter().collect(),
        AnyRecord::Restatement(_) => vec![restatement::section(writer, record)],
        _ => Vec::new(),
    }
}

/// What a kind shows behind its own fields.
fn after(writer: &mut Writer<'_>, record: &Record) -> Vec<Section> {
    match &record.fields {
        AnyRecord::Exclusion(exclusion) => exclusion::uses(writer, record, exclusion).into_iter().collect(),
        AnyRecord::Source(_) | AnyRecord::Transform(_) => feeding::sections(writer, record),
        AnyRecord::Action(action) => experiment::of_action(writer, record, action).into_iter().collect(),
        AnyRecord::Objective(objective) => objective::sections(writer, record, objective),
        AnyRecord::RootCause(cause) => root_cause::follow_up(writer, record, cause),
        AnyRecord::Change(change) => change::sections(writer, record, change),
        AnyRecord::Deviation(deviation) => vec![deviation::section(writer, deviation)],
        _ => Vec::new(),
    }
}

fn as_data(writer: &Writer<'_>, record: &RecordRef) -> Section {
    let href = writer.href(&format!("data/records/{}/{}.json", record.kind, record.id));
    let link = Link { href, label: writer.say("record-as-json"), note: String::new() };
    Section::new("as-data", writer.say("record-as-data"), vec![Block::Actions { links: vec![link] }])
}
