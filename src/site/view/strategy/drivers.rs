//! The tree of drivers: which metrics move which, down from what is wanted in the end.

use std::collections::{BTreeMap, BTreeSet};

use super::standing::{standing, status_cell};
use crate::model::reference::MetricRef;
use crate::model::{Id, Kind, Metric};
use crate::site::Site;
use crate::site::chart::{Lane, LaneBox, Lanes, Picture};
use crate::site::view::overviews::pager;
use crate::site::view::{Block, Cell, Column, ColumnKind, Head, Page, Rail, Row, RowGroup, Section, Table};
use crate::site::writer::{MenuSection, Outline, Writer};

/// Metrics up to which a tree is drawn; a larger one stands in its table alone.
const MOST_DRAWN: usize = 40;

/// What moves a metric: the drivers that it names, and the metrics from which it is composed.
pub(super) fn drivers(metric: &Metric) -> Vec<&MetricRef> {
    let mut found: Vec<&MetricRef> = metric.drivers.iter().collect();
    for component in metric.terms.values().filter_map(|term| term.metric.as_ref()) {
        if !found.iter().any(|known| known.id() == component.id()) {
            found.push(component);
        }
    }
    found
}

/// Trees that stand on the page; more would be a list that nobody reads, and each metric names its drivers on its own page.
const MOST_TREES: usize = 40;

/// Levels below a metric, the metric itself included.
const MOST_LEVELS: usize = 4;

/// A metric and what moves it, in levels: the first is moved by the second, the second by the third.
struct Tree {
    levels: Vec<Vec<Id>>,
}

/// Makes the page.
pub(in crate::site::view) fn page(site: &Site, path: &str) -> Page {
    let mut writer = Writer::new(site, path);
    let named: BTreeMap<Id, Vec<Id>> = site
        .catalog()
        .metrics()
        .map(|(record, metric)| (record.id.clone(), drivers(metric).iter().map(|driver| driver.id().clone()).collect()))
        .collect();
    let trees = trees(&named);
    let more = trees.len().saturating_sub(MOST_TREES);
    let sections: Vec<Section> =
        trees.iter().take(MOST_TREES).enumerate().map(|(number, tree)| section(&mut writer, &named, tree, number + 1)).collect();
    let outline = Outline {
        template: "drivers",
        section: MenuSection::Strategy,
        title: writer.say("drivers-title"),
        trail: Vec::new(),
        source: String::new(),
        head: Head {
            title: writer.say("drivers-title"),
            lede: writer.say("drivers-lede"),
            pager: pager(&writer, "drivers.html"),
            ..Head::default()
        },
        opening: (more > 0).then(|| Block::Intro { text: writer.fill("drivers-more", &[("count", more.into())]) }).into_iter().collect(),
        rail: if sections.len() > 3 { Rail::Contents } else { Rail::None },
        sections,
    };
    writer.finish(outline)
}

/// One tree for each metric that moves no other, the largest first.
fn trees(named: &BTreeMap<Id, Vec<Id>>) -> Vec<Tree> {
    let moving: BTreeSet<&Id> = named.values().flatten().collect();
    let mut tops: Vec<&Id> = named.keys().filter(|id| !named[*id].is_empty() && !moving.contains(*id)).collect();
    let mut trees: Vec<Tree> = tops.iter().map(|top| tree(named, top)).collect();
    // In a circle, which is a finding of its own, every metric moves another: its first one stands on top.
    let mut seen: BTreeSet<Id> = trees.iter().flat_map(|tree| tree.levels.iter().flatten().cloned()).collect();
    for id in named.keys().filter(|id| !named[*id].is_empty()) {
        if !seen.contains(id) {
            let circle = tree(named, id);
            seen.extend(circle.levels.iter().flatten().cloned());
            tops.push(id);
            trees.push(circle);
        }
    }
    trees.sort_by_key(|tree| std::cmp::Reverse(tree.levels.iter().map(Vec::len).sum::<usize>()));
    trees
}

/// What moves a metric, what moves that, and so on, as far as [`MOST_LEVELS`] go; each metric at its shortest way.
fn tree(named: &BTreeMap<Id, Vec<Id>>, top: &Id) -> Tree {
    let mut levels: Vec<Vec<Id>> = vec![vec![top.clone()]];
    let mut seen: BTreeSet<&Id> = BTreeSet::from([top]);
    while levels.len() < MOST_LEVELS {
        let mut next: Vec<Id> = Vec::new();
        for driver in levels.last().into_iter().flatten().flat_map(|id| named.get(id).into_iter().flatten()) {
            if let Some((known, _)) = named.get_key_value(driver)
                && seen.insert(known)
            {
                next.push(driver.clone());
            }
        }
        if next.is_empty() {
            break;
        }
        levels.push(next);
    }
    Tree { levels }
}

fn section(writer: &mut Writer<'_>, named: &BTreeMap<Id, Vec<Id>>, tree: &Tree, number: usize) -> Section {
    let metrics: Vec<&Id> = tree.levels.iter().flatten().collect();
    let top = tree.levels.first().and_then(|level| level.first()).map(|id| title(writer, id)).unwrap_or_default();
    let mut blocks = Vec::new();
    if metrics.len() <= MOST_DRAWN {
        let picture = picture(writer, named, tree, &metrics, &top);
        let part = writer.picture(Picture::Lanes(picture));
        blocks.push(Block::Figure {
            title: writer.fill("drivers-figure-title", &[("metric", (&top).into())]),
            subtitle: writer.say("drivers-figure-subtitle"),
            label: writer.fill("drivers-figure-title", &[("metric", (&top).into())]),
            part,
            notes: if tree.levels.len() > 2 { vec![writer.say("drivers-figure-note")] } else { Vec::new() },
            events: Vec::new(),
        });
    }
    let table = table(writer, named, tree, number);
    let table = writer.table(table);
    let summary = writer.say("same-as-a-table");
    blocks.push(if metrics.len() <= MOST_DRAWN { Block::Details { summary, open: false, blocks: vec![table] } } else { table });
    let heading = writer.fill("drivers-section", &[("metric", top.into()), ("count", metrics.len().into())]);
    Section::new(format!("tree-{number}"), heading, blocks)
}

fn title(writer: &Writer<'_>, id: &Id) -> String {
    writer.site.catalog().find(Kind::Metric, id).map_or_else(|| id.to_string(), |record| record.envelope.title.clone())
}

fn href(writer: &Writer<'_>, id: &Id) -> String {
    writer.site.catalog().find(Kind::Metric, id).map_or_else(String::new, |record| writer.record_href(&record.reference()))
}

fn picture(writer: &Writer<'_>, named: &BTreeMap<Id, Vec<Id>>, tree: &Tree, metrics: &[&Id], top: &str) -> Lanes {
    let place = |id: &Id| metrics.iter().position(|other| *other == id);
    let level = |id: &Id| tree.levels.iter().position(|level| level.contains(id));
    let next = |driver: &Id, effect: &Id| Some(level(driver)? == level(effect)? + 1);
    let edges: Vec<(usize, usize)> = metrics
        .iter()
        .flat_map(|effect| named.get(*effect).into_iter().flatten().map(move |driver| (driver, *effect)))
        .filter(|(driver, effect)| next(driver, effect) == Some(true))
        .filter_map(|(driver, effect)| Some((place(driver)?, place(effect)?)))
        .collect();
    let cell = |id: &Id| {
        let standing = standing(writer, id);
        LaneBox { label: title(writer, id), note: standing.words, mark: Some(standing.status), href: Some(href(writer, id)) }
    };
    let description = writer.fill(
        "drivers-figure-description",
        &[("count", metrics.len().into()), ("arrows", edges.len().to_string().into()), ("levels", tree.levels.len().to_string().into())],
    );
    Lanes {
        id_prefix: writer.prefix(),
        title: writer.fill("drivers-figure-title", &[("metric", top.into())]),
        description,
        lanes: tree.levels.iter().map(|level| Lane { label: String::new(), boxes: level.iter().map(cell).collect() }).collect(),
        edges,
    }
    .arranged()
}

fn table(writer: &Writer<'_>, named: &BTreeMap<Id, Vec<Id>>, tree: &Tree, number: usize) -> Table {
    let columns = ["drivers-metric", "drivers-value", "drivers-standing", "drivers-moved-by", "drivers-outside"];
    let row = |id: &Id| {
        let standing = standing(writer, id);
        let word = writer.say(match standing.status {
            Some(crate::stats::TargetStatus::Met) => "drivers-met",
            Some(crate::stats::TargetStatus::Close) => "drivers-close",
            Some(crate::stats::TargetStatus::Missed) => "drivers-missed",
            None => "drivers-not-judged",
        });
        let outside = writer.site.catalog().metric(id).map_or_else(String::new, |(_, metric)| metric.external_drivers.join("; "));
        let moved_by: Vec<(String, String)> =
            named.get(id).into_iter().flatten().map(|driver| (href(writer, driver), title(writer, driver))).collect();
        let cells = vec![
            Cell::Link { href: href(writer, id), label: title(writer, id), note: String::new() },
            Cell::Text(standing.words.clone()).ticked(writer.newest_marks(id)),
            status_cell(standing.status, word),
            if moved_by.is_empty() { Cell::Absent(writer.say("strategy-none")) } else { Cell::Links(moved_by) },
            if outside.is_empty() { Cell::Absent(writer.say("strategy-none")) } else { Cell::Text(outside) },
        ];
        Row { cells, ..Row::default() }
    };
    let group = |(level, ids): (usize, &Vec<Id>)| RowGroup {
        heading: writer.fill("drivers-level", &[("number", (level + 1).to_string().into())]),
        rows: ids.iter().map(row).collect(),
        ..RowGroup::default()
    };
    Table {
        id: format!("tree-{number}-table"),
        caption: writer.say("drivers-table"),
        caption_hidden: true,
        columns: columns.map(|key| Column::new(writer.language().say(key), ColumnKind::Text)).to_vec(),
        groups: tree.levels.iter().enumerate().map(group).collect(),
        ..Table::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> Id {
        Id::parse(text).expect("an id")
    }

    fn named(pairs: &[(&str, &[&str])]) -> BTreeMap<Id, Vec<Id>> {
        pairs.iter().map(|(metric, drivers)| (id(metric), drivers.iter().map(|driver| id(driver)).collect())).collect()
    }

    #[test]
    fn a_driver_stands_one_level_below_the_first_metric_that_it_moves() {
        let trees = trees(&named(&[("a", &["b", "c"]), ("b", &["c", "d"]), ("c", &[]), ("d", &[]), ("alone", &[])]));
        assert_eq!(trees.len(), 1);
        assert_eq!(trees[0].levels, [vec![id("a")], vec![id("b"), id("c")], vec![id("d")]]);
    }

    #[test]
    fn a_circle_comes_to_an_end() {
        let trees = trees(&named(&[("a", &["b"]), ("b", &["a"])]));
        assert_eq!(trees.len(), 1);
        assert_eq!(trees[0].levels.iter().map(Vec::len).sum::<usize>(), 2);
    }
}
