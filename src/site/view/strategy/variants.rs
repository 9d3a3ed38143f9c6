//! The matrix of variants: where local variants of a metric depart from their base, on purpose or not.

use crate::model::{ChangeClass, FieldShape, Id, Kind, Metric};
use crate::site::Site;
use crate::site::view::overviews::pager;
use crate::site::view::record::{field_cell, first_sentence};
use crate::site::view::{Block, Cell, Column, ColumnKind, Head, Page, Rail, Row, RowGroup, Section, Table};
use crate::site::writer::{MenuSection, Outline, Writer};
use crate::source::{Entry, Node, Record};

/// Fields that say which record it is and not what is measured.
const OWN: &[&str] = &["title", "version", "effective_from", "state", "variant_of", "deviations", "profile"];

/// A base with its variants.
struct Family<'a> {
    base: &'a Record,
    variants: Vec<(&'a Record, &'a Metric)>,
}

fn families(site: &Site) -> Vec<Family<'_>> {
    let catalog = site.catalog();
    let of = |base: &Id| -> Vec<(&Record, &Metric)> {
        catalog.metrics().filter(|(_, metric)| metric.variant_of.as_ref().is_some_and(|of| of.id() == base)).collect()
    };
    let mut bases: Vec<&Id> = catalog.metrics().filter_map(|(_, metric)| Some(metric.variant_of.as_ref()?.id())).collect();
    bases.sort();
    bases.dedup();
    bases.into_iter().filter_map(|base| Some(Family { base: catalog.find(Kind::Metric, base)?, variants: of(base) })).collect()
}

/// Makes the page.
pub(in crate::site::view) fn page(site: &Site, path: &str) -> Page {
    let mut writer = Writer::new(site, path);
    let families = families(site);
    let sections: Vec<Section> = families.iter().map(|family| section(&mut writer, family)).collect();
    let outline = Outline {
        template: "variants",
        section: MenuSection::Strategy,
        title: writer.say("variants-title"),
        trail: Vec::new(),
        source: String::new(),
        head: Head {
            title: writer.say("variants-title"),
            lede: writer.say("variants-lede"),
            pager: pager(&writer, "variants.html"),
            ..Head::default()
        },
        opening: Vec::new(),
        rail: if sections.len() > 3 { Rail::Contents } else { Rail::None },
        sections,
    };
    writer.finish(outline)
}

fn section(writer: &mut Writer<'_>, family: &Family<'_>) -> Section {
    let rows: Vec<Row> = fields(family).iter().map(|field| row(writer, family, field)).collect();
    let mut columns = vec![Column::new(writer.say("variants-field"), ColumnKind::Text)];
    columns.push(Column::new(writer.fill("variants-base", &[("metric", (&family.base.envelope.title).into())]), ColumnKind::Text));
    columns.extend(family.variants.iter().map(|(record, _)| Column::new(record.envelope.title.clone(), ColumnKind::Text)));
    let undeclared: usize = family.variants.iter().map(|(record, metric)| undeclared(family, record, metric)).sum();
    let table = Table {
        id: format!("variants-{}", family.base.id),
        caption: writer.fill("variants-caption", &[("metric", (&family.base.envelope.title).into())]),
        columns,
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    };
    let table = writer.table(table);
    let words = match undeclared {
        0 => writer.say("variants-all-declared"),
        count => writer.fill("variants-undeclared", &[("count", count.into())]),
    };
    let links = std::iter::once(family.base).chain(family.variants.iter().map(|(record, _)| *record));
    let links = links.map(|record| writer.link(&record.reference())).collect();
    let mut blocks = vec![Block::Intro { text: words }, table];
    let others = others(writer, family);
    if !others.is_empty() {
        blocks.push(Block::Intro { text: writer.fill("variants-others", &[("fields", others.join(", ").into())]) });
    }
    blocks.push(Block::Links { links, columns: false });
    Section::new(format!("family-{}", family.base.id), family.base.envelope.title.clone(), blocks)
}

/// The fields that decide the number or its judgement in which any variant departs from the base, and those in which it says
/// that it does, in the order of the definition.
fn fields(family: &Family<'_>) -> Vec<&'static FieldShape> {
    let decides =
        |field: &&FieldShape| !OWN.contains(&field.name.as_str()) && field.class.is_some_and(|class| class >= ChangeClass::Material);
    let differs = |name: &str| family.variants.iter().any(|(record, _)| differs(family.base, record, name));
    let declared = |name: &str| family.variants.iter().any(|(_, metric)| declared(metric, name).is_some());
    let fields = Kind::Metric.shape().fields.iter();
    fields.filter(|field| declared(&field.name) || (decides(field) && differs(&field.name))).collect()
}

/// The other fields in which any variant differs, by their titles.
fn others(writer: &Writer<'_>, family: &Family<'_>) -> Vec<String> {
    let shown: Vec<&str> = fields(family).iter().map(|field| field.name.as_str()).collect();
    let differs = |name: &str| family.variants.iter().any(|(record, _)| differs(family.base, record, name));
    let fields = Kind::Metric.shape().fields.iter().map(|field| field.name.as_str());
    let others = fields.filter(|name| !OWN.contains(name) && !shown.contains(name) && differs(name));
    others.map(|name| writer.language().field(name)).collect()
}

/// Whether a field stands differently in two records.
fn differs(base: &Record, variant: &Record, name: &str) -> bool {
    let written = |record: &'_ Record| record.node.entry(name).map(|entry| spelled(&entry.value));
    written(base) != written(variant)
}

/// A value as a line that two equal values share, wherever they stand in their files.
fn spelled(node: &Node) -> String {
    if let Some(text) = node.text() {
        return format!("{:?}", text.trim());
    }
    let items = node.items().iter().map(spelled);
    let entries = node.entries().iter().map(|entry| format!("{}: {}", entry.key, spelled(&entry.value)));
    format!("[{}]", items.chain(entries).collect::<Vec<_>>().join(", "))
}

/// Why a variant says that a field differs.
fn declared<'a>(metric: &'a Metric, name: &str) -> Option<&'a str> {
    metric.deviations.iter().find(|deviation| deviation.field == name).map(|deviation| deviation.reason.as_str())
}

fn undeclared(family: &Family<'_>, record: &Record, metric: &Metric) -> usize {
    fields(family).iter().filter(|field| differs(family.base, record, &field.name) && declared(metric, &field.name).is_none()).count()
}

fn row(writer: &Writer<'_>, family: &Family<'_>, field: &FieldShape) -> Row {
    let name = field.name.as_str();
    let mut cells = vec![Cell::Text(writer.language().field(name)), Cell::Text(told(writer, family.base, field))];
    for (record, metric) in &family.variants {
        let value = told(writer, record, field);
        cells.push(match (differs(family.base, record, name), declared(metric, name)) {
            (false, None) => Cell::Absent(writer.say("variants-same")),
            (false, Some(reason)) => Cell::Noted {
                text: writer.say("variants-same"),
                note: writer.fill("variants-declared-same", &[("reason", reason.trim().into())]),
                alert: true,
            },
            (true, Some(reason)) => {
                Cell::Noted { text: value, note: writer.fill("variants-declared", &[("reason", reason.trim().into())]), alert: false }
            }
            (true, None) => Cell::Noted { text: value, note: writer.say("variants-not-declared"), alert: true },
        });
    }
    Row { cells, ..Row::default() }
}

/// What stands in a field, in a line.
fn told(writer: &Writer<'_>, record: &Record, field: &FieldShape) -> String {
    let Some(entry) = record.node.entry(&field.name) else {
        return writer.say("variants-not-written");
    };
    let node = &entry.value;
    if !node.entries().is_empty() {
        return within(writer, node);
    }
    match field_cell(writer, record, field) {
        Cell::Links(links) => links.into_iter().map(|(_, label)| label).collect::<Vec<_>>().join(", "),
        Cell::Link { label, .. } | Cell::Time { label, .. } => label,
        Cell::Text(text) | Cell::Code(text) | Cell::Absent(text) => text,
        _ => within(writer, node),
    }
}

/// What stands in a value and in the values inside it.
fn within(writer: &Writer<'_>, node: &Node) -> String {
    if let Some(text) = node.text() {
        return first_sentence(text);
    }
    let told = |entry: &Entry| {
        let (field, value) = (writer.language().field(&entry.key), within(writer, &entry.value));
        writer.fill("variants-part", &[("field", field.into()), ("value", value.into())])
    };
    let entries = node.entries().iter().map(told).collect::<Vec<_>>().join("; ");
    let items = node.items().iter().map(|item| within(writer, item)).collect::<Vec<_>>().join(", ");
    if entries.is_empty() { items } else { entries }
}
