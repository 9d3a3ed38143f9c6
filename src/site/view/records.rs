//! The index of everything that is no metric page: the registers, the pages of prose, the data files.

use super::overviews;
use super::prose::in_order;
use super::{Block, Cell, Column, ColumnKind, Head, Link, Page, Rail, Row, RowGroup, Section, Table};
use crate::model::Kind;
use crate::site::Site;
use crate::site::plan::Subject;
use crate::site::writer::{MenuSection, Outline, Writer};

/// Makes the page.
pub(super) fn page(site: &Site, path: &str) -> Page {
    let mut writer = Writer::new(site, path);
    let mut sections = Vec::new();
    let kinds = kinds(site);
    let overviews = overviews::links(&writer);
    if !overviews.is_empty() {
        sections.push(Section::new(
            "overviews",
            writer.say("overviews-title"),
            vec![Block::Links { columns: overviews.len() > 3, links: overviews }],
        ));
    }
    if !kinds.is_empty() {
        let table = table(&writer, &kinds);
        sections.push(Section::new("kinds", writer.say("records-registers"), vec![writer.table(table)]));
    }
    let prose = prose_links(&writer);
    if !prose.is_empty() {
        sections.push(Section::new("pages", writer.say("pages-of-text"), vec![Block::Links { columns: prose.len() > 12, links: prose }]));
    }
    sections.push(data_files(&writer));
    let outline = Outline {
        template: "records",
        section: MenuSection::Records,
        title: writer.say("menu-records"),
        trail: Vec::new(),
        source: String::new(),
        head: Head {
            title: writer.say("menu-records"),
            lede: writer.fill(
                "records-lede",
                &[
                    ("records", writer.fill("count-records", &[("count", site.catalog().records().len().into())]).into()),
                    ("kinds", writer.fill("count-kinds", &[("count", kinds.len().into())]).into()),
                ],
            ),
            ..Head::default()
        },
        opening: Vec::new(),
        rail: Rail::None,
        sections,
    };
    writer.finish(outline)
}

/// The kinds of which there is a record, with how many there are.
pub(super) fn kinds(site: &Site) -> Vec<(Kind, usize)> {
    let counts = Kind::ALL.iter().map(|kind| (*kind, site.catalog().of_kind(*kind).count()));
    counts.filter(|(_, count)| *count > 0).collect()
}

fn table(writer: &Writer<'_>, kinds: &[(Kind, usize)]) -> Table {
    let language = writer.language();
    let row = |(kind, records): &(Kind, usize)| {
        let link = Cell::Link { href: writer.register_href(*kind), label: language.kinds(*kind).to_owned(), note: String::new() };
        let cells = vec![
            link,
            Cell::number(language.count(*records), records.to_string()),
            Cell::Text(language.kind_summary(*kind).to_owned()),
            Cell::Code(kind.row().folder.to_owned()),
        ];
        Row { cells, ..Row::default() }
    };
    Table {
        id: "kinds-table".to_owned(),
        caption: writer.say("records-registers"),
        caption_hidden: true,
        sortable: true,
        filterable: true,
        columns: vec![
            Column::new(writer.say("register"), ColumnKind::Text),
            Column::new(writer.say("menu-records"), ColumnKind::Number),
            Column::new(writer.say("records-what-a-record-is"), ColumnKind::Text),
            Column::new(writer.say("records-folder"), ColumnKind::Text),
        ],
        groups: vec![RowGroup { rows: kinds.iter().map(row).collect(), ..RowGroup::default() }],
        ..Table::default()
    }
}

/// Links to the pages of prose, in their order.
pub(super) fn prose_links(writer: &Writer<'_>) -> Vec<Link> {
    let pages = in_order(writer.site.catalog()).into_iter();
    pages.map(|page| Link { href: writer.prose_href(&page.id), label: page.title.clone(), note: String::new() }).collect()
}

fn data_files(writer: &Writer<'_>) -> Section {
    let files = writer.site.files();
    let tables = files.iter().filter(|file| matches!(file.subject, Subject::MetricFile(_))).count();
    let records = files.iter().filter(|file| matches!(file.subject, Subject::RecordFile(_))).count();
    let all = Link { href: writer.href("data/figures.csv"), label: "figures.csv".to_owned(), note: writer.say("records-figures-file") };
    let mut text = Vec::new();
    if tables > 0 {
        text.push(writer.fill("records-metric-files", &[("count", tables.into())]));
    }
    if records > 0 {
        text.push(writer.fill("records-record-files", &[("count", records.into())]));
    }
    let mut blocks = vec![Block::Links { links: vec![all], columns: false }];
    if !text.is_empty() {
        blocks.push(Block::Intro { text: writer.fill("records-besides", &[("files", text.join("; ").into())]) });
    }
    Section::new("data", writer.say("records-data-files"), blocks)
}
