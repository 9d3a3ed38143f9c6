//! What a record comes from and what reads it: as a picture, and complete as a table.

use std::collections::{BTreeMap, BTreeSet};

use super::network::{beside, inputs, node_kind, readers};
use crate::language::Language;
use crate::model::RecordRef;
use crate::site::Site;
use crate::site::chart::Picture;
use crate::site::graph::{Graph, MOST_NODES, Node};
use crate::site::view::places::record_cell;
use crate::site::view::{Block, Cell, Column, ColumnKind, PartNumber, Row, RowGroup, Table};
use crate::site::writer::Writer;

/// Rows up to which the table is shown unfolded.
const MOST_UNFOLDED: usize = 12;

/// Links that a cell of the table holds.
const MOST_LINKS: usize = 12;

/// Records in the order in which they are drawn while there is room, and what feeds what among them.
struct Surroundings {
    records: Vec<RecordRef>,
    edges: Vec<(usize, usize)>,
    upstream: usize,
    readers: usize,
}

/// Shows what a record comes from, up to the sources, what bears on that from the side, and what reads the record.
///
/// A picture, with words for what was left out of it, and the same as a table with nothing left out. No block where the
/// record reads nothing and nothing reads it.
pub(in crate::site::view) fn neighbourhood(site: &Site, writer: &mut Writer<'_>, record: &RecordRef) -> Vec<Block> {
    let around = Surroundings::of(site, record);
    if around.edges.is_empty() {
        return Vec::new();
    }
    let title = writer.title_of(record);
    let description = around.in_words(writer.language());
    let label = writer.fill("lineage-of", &[("title", title.as_str().into())]);
    let part = draw(writer, &around.records, &around.edges, Some(record), &label, &description);
    let figure = Block::Figure {
        title: writer.fill("lineage-around", &[("title", title.into())]),
        subtitle: String::new(),
        label,
        part,
        notes: left_out(writer.language(), around.records.len()),
        events: Vec::new(),
    };
    let table = around.table(writer);
    let block = writer.table(table);
    let open = around.records.len() <= MOST_UNFOLDED;
    vec![figure, Block::Details { summary: writer.say("same-as-a-table"), open, blocks: vec![block] }]
}

/// The words for what a picture leaves out; none where it holds everything.
pub(super) fn left_out(language: &Language, records: usize) -> Vec<String> {
    match records.checked_sub(MOST_NODES) {
        None | Some(0) => Vec::new(),
        Some(more) => {
            vec![language.fill("lineage-left-out", &[("shown", MOST_NODES.into()), ("count", records.into()), ("more", more.into())])]
        }
    }
}

/// Draws the first records of a list, as many as a picture holds, and the edges among them.
pub(super) fn draw(
    writer: &mut Writer<'_>,
    records: &[RecordRef],
    edges: &[(usize, usize)],
    current: Option<&RecordRef>,
    title: &str,
    description: &str,
) -> PartNumber {
    let drawn = records.len().min(MOST_NODES);
    let node = |record: &RecordRef| {
        let current = current == Some(record);
        Node {
            key: record.to_string(),
            label: writer.title_of(record),
            name: writer.language().inside(&writer.language().kind(record.kind)),
            kind: node_kind(record.kind),
            href: (!current).then(|| writer.record_href(record)),
            current,
        }
    };
    let nodes = records[..drawn].iter().map(node).collect();
    let mut edges: Vec<(usize, usize)> = edges.iter().copied().filter(|(from, to)| *from < drawn && *to < drawn).collect();
    edges.sort_unstable();
    edges.dedup();
    let graph = Graph { id_prefix: writer.prefix(), title: title.to_owned(), description: description.to_owned(), nodes, edges };
    writer.picture(Picture::Graph(graph.without_shortcuts()))
}

impl Surroundings {
    fn of(site: &Site, record: &RecordRef) -> Self {
        let catalog = site.catalog();
        let upstream = ancestors(site, record);
        let direct = inputs(catalog, record).len();
        let reading = readers(catalog, record);
        let mut records = vec![record.clone()];
        let mut known: BTreeMap<RecordRef, usize> = BTreeMap::from([(record.clone(), 0)]);
        // The nearest come first, so that a picture without room leaves out the farthest.
        let (near, far) = upstream.split_at(direct.min(upstream.len()));
        let aside = beside(catalog, record);
        let far_aside: Vec<RecordRef> = upstream.iter().flat_map(|found| beside(catalog, found)).collect();
        for found in [near, &reading, &aside, far, &far_aside].into_iter().flatten() {
            if !known.contains_key(found) {
                known.insert(found.clone(), records.len());
                records.push(found.clone());
            }
        }
        let chain: BTreeSet<&RecordRef> = upstream.iter().chain([record]).collect();
        let mut edges = Vec::new();
        for (to, target) in records.iter().enumerate() {
            let aside = if chain.contains(target) { beside(catalog, target) } else { Vec::new() };
            edges.extend(inputs(catalog, target).iter().chain(&aside).filter_map(|from| Some((*known.get(from)?, to))));
        }
        edges.sort_unstable();
        edges.dedup();
        Self { records, edges, upstream: upstream.len(), readers: reading.len() }
    }

    /// How many records feed this one, and how many read it.
    fn in_words(&self, language: &Language) -> String {
        let feeding = language.fill("lineage-feeding", &[("count", self.upstream.into())]);
        let reading = language.fill("lineage-reading", &[("count", self.readers.into())]);
        format!("{feeding}; {reading}.")
    }

    /// One row for each record: what of the neighbourhood it comes from, and what of it it feeds.
    fn table(&self, writer: &Writer<'_>) -> Table {
        let mut from: Vec<Vec<usize>> = vec![Vec::new(); self.records.len()];
        let mut to = from.clone();
        for (source, target) in &self.edges {
            from[*target].push(*source);
            to[*source].push(*target);
        }
        let cell = |indices: &[usize]| links(writer, indices.iter().map(|index| &self.records[*index]).collect());
        let rows = self.records.iter().enumerate().filter_map(|(index, record)| {
            let found = writer.site.catalog().record(record)?;
            let cells =
                vec![record_cell(writer, found), Cell::Text(writer.language().kind(record.kind)), cell(&from[index]), cell(&to[index])];
            Some(Row { cells, ..Row::default() })
        });
        let rows: Vec<Row> = rows.collect();
        Table {
            id: format!("lineage-{}-table", writer.parts.next()),
            caption: writer.say("lineage-table"),
            caption_hidden: true,
            long: rows.len() > 20,
            columns: [
                writer.say("lineage-record"),
                writer.say("lineage-kind"),
                writer.say("lineage-comes-from"),
                writer.say("lineage-feeds-column"),
            ]
            .map(|label| Column::new(label, ColumnKind::Text))
            .to_vec(),
            groups: vec![RowGroup { rows, ..RowGroup::default() }],
            ..Table::default()
        }
    }
}

/// Links to records; only their number where they are too many for a cell, since each has a row of its own.
fn links(writer: &Writer<'_>, records: Vec<&RecordRef>) -> Cell {
    if records.len() > MOST_LINKS {
        return Cell::Text(writer.fill("lineage-own-rows", &[("count", records.len().into())]));
    }
    crate::site::view::places::record_links(writer, records)
}

/// Everything a record comes from, the nearest first: breadth first along what each one reads.
fn ancestors(site: &Site, record: &RecordRef) -> Vec<RecordRef> {
    let mut found: Vec<RecordRef> = Vec::new();
    let mut known = BTreeSet::from([record.clone()]);
    let mut level = vec![record.clone()];
    while !level.is_empty() {
        let mut next = Vec::new();
        for input in level.iter().flat_map(|reader| inputs(site.catalog(), reader)) {
            if known.insert(input.clone()) {
                next.push(input);
            }
        }
        found.extend(next.iter().cloned());
        level = next;
    }
    found
}
