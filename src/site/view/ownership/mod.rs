//! Who answers for what: gaps first, then the load of each party, then the roles by metric.

mod matrix;

use std::collections::BTreeMap;

use super::{Block, Cell, Column, ColumnKind, Head, Page, Rail, Row, RowGroup, Section, StatusWord, Table, Tally};
use crate::catalog::{Load, MOST_ACCOUNTABLE, OwnershipGap};
use crate::model::{Kind, RecordRef, State};
use crate::site::Site;
use crate::site::writer::{MenuSection, Outline, Writer};

/// Gaps that are listed.
const MOST_GAPS: usize = 200;

/// Parties whose load is listed, those with most first.
const MOST_PARTIES: usize = 300;

/// Makes the page.
pub(super) fn page(site: &Site, path: &str) -> Page {
    let mut writer = Writer::new(site, path);
    let day = site.report().as_of;
    let catalog = site.catalog();
    let parties = [Kind::Person, Kind::Team, Kind::Committee].into_iter().flat_map(|kind| catalog.of_kind(kind));
    let loads: Vec<(RecordRef, Load)> = parties.map(|record| (record.reference(), catalog.load(&record.reference(), day))).collect();
    let gaps = gaps(&writer, &loads);
    let owned = catalog.metrics().filter(|(_, metric)| metric.state != State::Retired).count();
    let tallies = [
        (owned, "ownership-tally-metrics"),
        (loads.iter().filter(|(_, load)| load.accountable > 0).count(), "ownership-tally-accountable"),
        (gaps.len(), "ownership-tally-gaps"),
        (loads.iter().map(|(_, load)| load.overdue).sum(), "ownership-tally-overdue"),
    ];
    let tallies = tallies.map(|(number, key)| Tally {
        count: writer.language().count(number),
        words: writer.fill(key, &[("count", number.into())]),
        href: String::new(),
    });
    let mut blocks = vec![Block::Tallies { tallies: tallies.into() }];
    blocks.extend(gap_blocks(&mut writer, &gaps));
    let mut sections = vec![Section::new("gaps", writer.say("ownership-section-gaps"), blocks)];
    if !loads.is_empty() {
        sections.push(Section::new("load", writer.say("ownership-section-load"), load_blocks(&mut writer, loads)));
    }
    sections.extend(matrix::section(&mut writer));
    let title = writer.say("ownership-title");
    let outline = Outline {
        template: "ownership",
        section: MenuSection::Ownership,
        title: title.clone(),
        trail: Vec::new(),
        source: String::new(),
        head: Head { title, lede: writer.say("ownership-lede"), ..Head::default() },
        opening: Vec::new(),
        rail: Rail::None,
        sections,
    };
    writer.finish(outline)
}

/// A gap with what it is about.
struct Gap {
    subject: RecordRef,
    words: String,
    party: Option<RecordRef>,
}

fn gaps(writer: &Writer<'_>, loads: &[(RecordRef, Load)]) -> Vec<Gap> {
    let catalog = writer.site.catalog();
    let day = writer.site.report().as_of;
    let mut gaps = Vec::new();
    for (party, load) in loads.iter().filter(|(_, load)| load.accountable > MOST_ACCOUNTABLE) {
        let words = writer.fill("ownership-gap-many", &[("count", load.accountable.into()), ("most", MOST_ACCOUNTABLE.into())]);
        gaps.push(Gap { subject: party.clone(), words, party: None });
    }
    for (record, metric) in catalog.metrics() {
        for gap in catalog.ownership_gaps(metric, day) {
            let (words, party) = match gap {
                OwnershipGap::NobodyAccountable => (writer.say("ownership-gap-accountable"), None),
                OwnershipGap::AccountableLeft { party, on } => {
                    (writer.fill("ownership-gap-left", &[("date", writer.language().date(on).into())]), Some(party))
                }
                OwnershipGap::NobodyResponsible => (writer.say("ownership-gap-responsible"), None),
                OwnershipGap::ReviewsOwnWork { party } => (writer.say("ownership-gap-own-work"), Some(party)),
                OwnershipGap::NoReviewer => (writer.say("ownership-gap-reviewer"), None),
            };
            gaps.push(Gap { subject: record.reference(), words, party });
        }
    }
    gaps
}

fn gap_blocks(writer: &mut Writer<'_>, gaps: &[Gap]) -> Vec<Block> {
    if gaps.is_empty() {
        return vec![Block::Intro { text: writer.say("ownership-no-gaps") }];
    }
    let row = |gap: &Gap| Row {
        cells: vec![
            Cell::Link {
                href: writer.record_href(&gap.subject),
                label: writer.title_of(&gap.subject),
                note: writer.language().kind(gap.subject.kind),
            },
            Cell::Status(StatusWord { class: "is-misses", word: gap.words.clone() }),
            gap.party.as_ref().map_or(Cell::Empty, |party| Cell::Link {
                href: writer.record_href(party),
                label: writer.title_of(party),
                note: String::new(),
            }),
        ],
        ..Row::default()
    };
    let columns = [
        (writer.say("ownership-column-subject"), ColumnKind::Text),
        (writer.say("ownership-column-gap"), ColumnKind::Text),
        (writer.say("ownership-column-whom"), ColumnKind::Text),
    ];
    let table = Table {
        id: "t-gaps".to_owned(),
        caption: writer.say("ownership-section-gaps"),
        caption_hidden: true,
        sortable: true,
        long: gaps.len() > 20,
        columns: columns.into_iter().map(|(label, kind)| Column::new(label, kind)).collect(),
        groups: vec![RowGroup { rows: gaps.iter().take(MOST_GAPS).map(row).collect(), ..RowGroup::default() }],
        ..Table::default()
    };
    let mut blocks = vec![writer.table(table)];
    if gaps.len() > MOST_GAPS {
        let text = writer.fill("ownership-gaps-cut", &[("shown", MOST_GAPS.into()), ("count", gaps.len().into())]);
        blocks.push(Block::Intro { text });
    }
    blocks
}

fn load_blocks(writer: &mut Writer<'_>, mut loads: Vec<(RecordRef, Load)>) -> Vec<Block> {
    let all = loads.len();
    loads.sort_by_cached_key(|(party, load)| {
        (std::cmp::Reverse((load.accountable, load.responsible, load.open_actions)), writer.title_of(party), party.clone())
    });
    loads.truncate(MOST_PARTIES);
    let number = |number: usize| Cell::number(writer.language().count(number), number.to_string());
    let row = |(party, load): &(RecordRef, Load)| {
        let overdue = StatusWord { class: "is-misses", word: writer.language().count(load.overdue) };
        Row {
            cells: vec![
                Cell::Link { href: writer.record_href(party), label: writer.title_of(party), note: String::new() },
                number(load.accountable),
                number(load.responsible),
                number(load.open_actions),
                if load.overdue > 0 { Cell::Status(overdue) } else { number(0) },
                number(load.reviews),
                number(load.records),
            ],
            ..Row::default()
        }
    };
    let mut groups: BTreeMap<Kind, Vec<Row>> = BTreeMap::new();
    for load in &loads {
        groups.entry(load.0.kind).or_default().push(row(load));
    }
    let columns = [
        (writer.say("ownership-column-party"), ColumnKind::Text),
        (writer.say("ownership-column-accountable"), ColumnKind::Number),
        (writer.say("ownership-column-responsible"), ColumnKind::Number),
        (writer.say("ownership-column-open"), ColumnKind::Number),
        (writer.say("ownership-column-overdue"), ColumnKind::Number),
        (writer.say("ownership-column-reviews"), ColumnKind::Number),
        (writer.say("ownership-column-records"), ColumnKind::Number),
    ];
    let group = |(kind, rows): (Kind, Vec<Row>)| RowGroup { heading: writer.language().kinds(kind).to_owned(), note: String::new(), rows };
    let table = Table {
        id: "t-load".to_owned(),
        caption: writer.say("ownership-section-load"),
        caption_hidden: true,
        note: writer.say("ownership-load-note"),
        sortable: true,
        long: loads.len() > 20,
        columns: columns.into_iter().map(|(label, kind)| Column::new(label, kind)).collect(),
        groups: groups.into_iter().map(group).collect(),
        ..Table::default()
    };
    let mut blocks = vec![writer.table(table)];
    if all > MOST_PARTIES {
        let text = writer.fill("ownership-load-cut", &[("shown", MOST_PARTIES.into()), ("count", all.into())]);
        blocks.push(Block::Intro { text });
    }
    blocks
}
