//! The fields of a record: short ones beside the page, long ones as sections.
//!
//! Every field that is written is shown, and every default that holds in place of one that is not.

use super::blocks::blocks;
use super::compound::line;
use super::piece::Slot;
use super::reading::{own_unit, unit_of};
use crate::catalog::Origin;
use crate::model::{Audience, FieldShape, RecordRef, Scalar, Shape};
use crate::site::view::naming::top_field_title;
use crate::site::view::{Block, Fact, Section, Span};
use crate::site::writer::Writer;
use crate::source::{Node, NodeValue, Record};

/// Fields that stand in the head of the page.
const IN_HEAD: &[&str] = &["title"];

/// Fields that open the list of short ones.
const FIRST: &[&str] = &["state", "type", "owner"];

/// Longest prose that opens a page in larger letters, in characters.
const LONGEST_LEDE: usize = 280;

/// A record, field by field.
#[derive(Debug, Default)]
pub(in crate::site::view) struct Fields {
    /// Short fields.
    pub(in crate::site::view) facts: Vec<Fact>,
    /// Long fields.
    pub(in crate::site::view) sections: Vec<Section>,
}

/// Sorts the fields of a record by the room that they need; those that the page shows in another way are left out.
pub(in crate::site::view) fn fields(writer: &mut Writer<'_>, record: &Record, without: &[&str]) -> Fields {
    let shape = record.kind.shape();
    let unit = own_unit(record).or_else(|| unit_of(writer, shape, &record.node, None));
    let mut first: Vec<(usize, Fact)> = Vec::new();
    let mut fields = Fields::default();
    let elsewhere = |name: &str| IN_HEAD.contains(&name) || without.contains(&name);
    for field in shape.fields.iter().filter(|field| !elsewhere(&field.name)) {
        let title = top_field_title(writer.language(), record.kind, &field.name);
        let slot = Slot { name: &field.name, description: &field.description, unit };
        let Some(entry) = record.node.entry(&field.name) else {
            let values = default_of(writer, slot, field);
            fields.facts.extend(values.map(|values| Fact { label: title, values }));
            continue;
        };
        if let Some(values) = line(writer, slot, &field.shape, &entry.value) {
            let fact = Fact { label: title, values };
            match FIRST.iter().position(|name| *name == field.name) {
                Some(place) => first.push((place, fact)),
                None => fields.facts.push(fact),
            }
        } else {
            let id = field.name.replace('_', "-");
            let blocks = blocks(writer, &id, slot, &field.shape, &entry.value);
            if !blocks.is_empty() {
                fields.sections.push(Section::new(id, title, blocks));
            }
        }
    }
    first.sort_by_key(|(place, _)| *place);
    fields.facts.splice(0..0, first.into_iter().map(|(_, fact)| fact));
    open_with_lede(&mut fields.sections);
    fields
}

/// The default of a field that is left out, marked as such.
fn default_of(writer: &Writer<'_>, slot: Slot<'_>, field: &FieldShape) -> Option<Vec<Span>> {
    if slot.name == "audience" {
        let audience = match writer.site.catalog().settings().audience {
            Audience::Public => "public",
            Audience::Partner => "partner",
            Audience::Internal => "internal",
            Audience::Restricted => "restricted",
        };
        return Some(vec![Span::text(writer.language().code(audience)), remark(writer.say("record-default-of-project"))]);
    }
    let default = field.default.as_deref()?;
    let scalar = !matches!(field.shape, Shape::List(_) | Shape::Map(_) | Shape::Record(_) | Shape::Scalar(Scalar::Prose));
    let node = Node::new(0..0, NodeValue::Scalar { text: default.into(), plain: true });
    let mut values = line(writer, slot, &field.shape, &node).filter(|_| scalar)?;
    values.push(remark(writer.say("record-default")));
    Some(values)
}

const fn remark(text: String) -> Span {
    Span::Remark { text }
}

/// The first section opens the page where it is one short paragraph.
fn open_with_lede(sections: &mut [Section]) {
    let Some(section) = sections.first_mut().filter(|section| section.id != "notes") else {
        return;
    };
    if let [Block::Prose { markdown, lede }] = section.blocks.as_mut_slice() {
        *lede = markdown.chars().count() <= LONGEST_LEDE && !markdown.trim().contains("\n\n");
    }
}

/// The records that take the place of this one.
pub(super) fn successors(writer: &Writer<'_>, record: &RecordRef) -> Vec<RecordRef> {
    let links = writer.site.catalog().backlinks(record).iter().filter(|link| link.field == "supersedes");
    links.filter_map(|link| if let Origin::Record(from) = &link.from { Some(from.clone()) } else { None }).collect()
}
