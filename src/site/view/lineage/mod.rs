//! What feeds what: from the sources through the transforms to the metrics and scorecards.

mod neighbourhood;
mod network;
mod tables;

use std::collections::BTreeMap;

pub(super) use neighbourhood::neighbourhood;

use self::neighbourhood::{draw, left_out};
use self::network::{has_readers, inputs, readers};
use super::naming::counted;
use super::{Block, Head, Page, Rail, Section};
use crate::catalog::Catalog;
use crate::model::{Kind, RecordRef};
use crate::site::Site;
use crate::site::graph::MOST_NODES;
use crate::site::writer::{MenuSection, Outline, Writer};

/// Sources that have a picture of their own where one picture cannot hold everything.
const MOST_PICTURES: usize = 12;

/// Makes the page.
pub(super) fn page(site: &Site, path: &str) -> Page {
    let mut writer = Writer::new(site, path);
    let mut sections = pictures(&mut writer);
    sections.extend(tables::sections(&mut writer));
    let outline = Outline {
        template: "lineage",
        section: MenuSection::Lineage,
        title: "Lineage".to_owned(),
        trail: Vec::new(),
        source: String::new(),
        head: Head { title: "Lineage".to_owned(), lede: lede(site.catalog()), ..Head::default() },
        opening: Vec::new(),
        rail: Rail::None,
        sections,
    };
    writer.finish(outline)
}

fn lede(catalog: &Catalog) -> String {
    let count = |kind| catalog.of_kind(kind).count();
    let without = catalog.of_kind(Kind::Metric).filter(|record| inputs(catalog, &record.reference()).is_empty()).count();
    let gap = match without {
        0 => String::new(),
        1 => " One metric names nothing that feeds it.".to_owned(),
        _ => format!(" {} name nothing that feeds them.", counted(without, "metric")),
    };
    format!(
        "What feeds what, from the source to the scorecard: {}, {} and {}.{gap}",
        counted(count(Kind::Source), "source"),
        counted(count(Kind::Transform), "transform"),
        counted(count(Kind::Metric), "metric"),
    )
}

/// One picture of everything, or one for each of the first sources.
fn pictures(writer: &mut Writer<'_>) -> Vec<Section> {
    let catalog = writer.site.catalog();
    let all = participants(catalog);
    if all.len() <= MOST_NODES {
        let block = picture(writer, &all, "Everything that feeds a metric or scorecard");
        return block.map(|block| Section::new("picture", "Picture", vec![block])).into_iter().collect();
    }
    let sources: Vec<RecordRef> = catalog.of_kind(Kind::Source).map(crate::source::Record::reference).collect();
    let with_readers: Vec<&RecordRef> = sources.iter().filter(|source| has_readers(catalog, source)).collect();
    let mut blocks = Vec::new();
    if with_readers.len() > MOST_PICTURES {
        let text = format!(
            "Pictures of the first {MOST_PICTURES} of {}; each source has its own picture on its page.",
            counted(with_readers.len(), "source")
        );
        blocks.push(Block::Intro { text });
    }
    for source in with_readers.into_iter().take(MOST_PICTURES) {
        let title = format!("What {} feeds", writer.title_of(source));
        let fed = descendants(catalog, source);
        blocks.extend(picture(writer, &fed, &title));
    }
    if blocks.is_empty() { Vec::new() } else { vec![Section::new("pictures", "Pictures by source", blocks)] }
}

fn picture(writer: &mut Writer<'_>, records: &[RecordRef], title: &str) -> Option<Block> {
    let catalog = writer.site.catalog();
    let known: BTreeMap<&RecordRef, usize> = records.iter().take(MOST_NODES).enumerate().map(|(index, record)| (record, index)).collect();
    let into = |(to, record): (usize, &RecordRef)| {
        inputs(catalog, record).iter().filter_map(|from| Some((*known.get(from)?, to))).collect::<Vec<_>>()
    };
    let edges: Vec<(usize, usize)> = records.iter().take(MOST_NODES).enumerate().flat_map(into).collect();
    if edges.is_empty() {
        return None;
    }
    let description = format!("{title}: {}.", counted(records.len(), "record"));
    let part = draw(writer, records, &edges, None, title, &description);
    Some(Block::Figure {
        title: title.to_owned(),
        subtitle: "From the source on the left to what reads it on the right".to_owned(),
        label: title.to_owned(),
        part,
        notes: left_out(records.len()),
        events: Vec::new(),
    })
}

/// Everything that feeds something or is fed, by kind in the order in which data flows, then by id.
fn participants(catalog: &Catalog) -> Vec<RecordRef> {
    let kinds = [Kind::Source, Kind::Survey, Kind::Transform, Kind::Metric, Kind::Scorecard];
    let all = kinds.into_iter().flat_map(|kind| catalog.of_kind(kind)).map(crate::source::Record::reference);
    all.filter(|record| !inputs(catalog, record).is_empty() || has_readers(catalog, record)).collect()
}

/// A source and everything that it feeds, the nearest first.
fn descendants(catalog: &Catalog, source: &RecordRef) -> Vec<RecordRef> {
    let mut found = vec![source.clone()];
    let mut known = std::collections::BTreeSet::from([source.clone()]);
    let mut next = 0;
    while let Some(record) = found.get(next).cloned() {
        next += 1;
        for reader in readers(catalog, &record) {
            if known.insert(reader.clone()) {
                found.push(reader);
            }
        }
    }
    found
}
