//! What feeds what: from the sources through the transforms to the metrics and scorecards.

mod neighbourhood;
mod network;
mod tables;

use std::collections::BTreeMap;

pub(super) use neighbourhood::neighbourhood;

use self::neighbourhood::{draw, left_out};
use self::network::{has_readers, inputs, readers};
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
        title: writer.say("menu-lineage"),
        trail: Vec::new(),
        source: String::new(),
        head: Head { title: writer.say("menu-lineage"), lede: lede(&writer), ..Head::default() },
        opening: Vec::new(),
        rail: Rail::None,
        sections,
    };
    writer.finish(outline)
}

fn lede(writer: &Writer<'_>) -> String {
    let catalog = writer.site.catalog();
    let count = |kind| catalog.of_kind(kind).count();
    let without = catalog.of_kind(Kind::Metric).filter(|record| inputs(catalog, &record.reference()).is_empty()).count();
    let counts = [
        ("sources", writer.fill("count-sources", &[("count", count(Kind::Source).into())]).into()),
        ("transforms", writer.fill("count-transforms", &[("count", count(Kind::Transform).into())]).into()),
        ("metrics", writer.fill("count-metrics", &[("count", count(Kind::Metric).into())]).into()),
    ];
    let lede = writer.fill("lineage-lede", &counts);
    if without == 0 { lede } else { format!("{lede} {}", writer.fill("lineage-without", &[("count", without.into())])) }
}

/// One picture of everything, or one for each of the first sources.
fn pictures(writer: &mut Writer<'_>) -> Vec<Section> {
    let catalog = writer.site.catalog();
    let all = participants(catalog);
    if all.len() <= MOST_NODES {
        let title = writer.say("lineage-everything");
        let block = picture(writer, &all, &title);
        return block.map(|block| Section::new("picture", writer.say("lineage-picture"), vec![block])).into_iter().collect();
    }
    let sources: Vec<RecordRef> = catalog.of_kind(Kind::Source).map(crate::source::Record::reference).collect();
    let with_readers: Vec<&RecordRef> = sources.iter().filter(|source| has_readers(catalog, source)).collect();
    let mut blocks = Vec::new();
    if with_readers.len() > MOST_PICTURES {
        let text = writer.fill("lineage-first-pictures", &[("shown", MOST_PICTURES.into()), ("count", with_readers.len().into())]);
        blocks.push(Block::Intro { text });
    }
    for source in with_readers.into_iter().take(MOST_PICTURES) {
        let title = writer.fill("lineage-feeds", &[("title", writer.title_of(source).into())]);
        let fed = descendants(catalog, source);
        blocks.extend(picture(writer, &fed, &title));
    }
    if blocks.is_empty() { Vec::new() } else { vec![Section::new("pictures", writer.say("lineage-pictures"), blocks)] }
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
    let description = writer.fill("lineage-description", &[("title", title.into()), ("count", records.len().into())]);
    let part = draw(writer, records, &edges, None, title, &description);
    Some(Block::Figure {
        title: title.to_owned(),
        subtitle: writer.say("lineage-left-to-right"),
        label: title.to_owned(),
        part,
        notes: left_out(writer.language(), records.len()),
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
