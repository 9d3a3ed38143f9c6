//! The list of scorecards, with the periods for which each has a page.

use super::naming::sort_key;
use super::places::record_cell;
use super::{Cell, Column, ColumnKind, Head, Page, Rail, Row, RowGroup, Section, Table};
use crate::language::capitalised;
use crate::model::{Kind, Period, Scorecard};
use crate::site::Site;
use crate::site::writer::{MenuSection, Outline, Writer};
use crate::source::Record;

/// Makes the page.
pub(super) fn page(site: &Site, path: &str) -> Page {
    let mut writer = Writer::new(site, path);
    let table = table(&writer);
    let blocks = vec![writer.table(table)];
    let outline = Outline {
        template: "scorecards",
        section: MenuSection::Scorecards,
        title: writer.say("menu-scorecards"),
        trail: Vec::new(),
        source: String::new(),
        head: Head {
            title: writer.say("menu-scorecards"),
            lede: writer.language().kind_summary(Kind::Scorecard).to_owned(),
            ..Head::default()
        },
        opening: Vec::new(),
        rail: Rail::None,
        sections: vec![Section::new("all-scorecards", writer.say("all-scorecards"), blocks)],
    };
    writer.finish(outline)
}

/// All scorecards, each with its latest period.
pub(super) fn table(writer: &Writer<'_>) -> Table {
    let site = writer.site;
    let mut scorecards: Vec<(&Record, &Scorecard)> = site.catalog().scorecards().collect();
    scorecards.sort_by_cached_key(|(record, _)| sort_key(record));
    let rows = scorecards.into_iter().map(|(record, scorecard)| row(writer, record, scorecard)).collect();
    let headings = [
        (capitalised(&writer.language().kind(Kind::Scorecard)), ColumnKind::Text),
        (writer.say("column-latest-period"), ColumnKind::Text),
        (writer.say("scorecards-first-period"), ColumnKind::Text),
        (writer.language().field("periods"), ColumnKind::Number),
        (writer.say("scorecards-how-often"), ColumnKind::Text),
        (writer.say("menu-metrics"), ColumnKind::Number),
    ];
    Table {
        id: "scorecards-table".to_owned(),
        caption: writer.say("menu-scorecards"),
        caption_hidden: true,
        columns: headings.map(|(label, kind)| Column::new(label, kind)).to_vec(),
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    }
}

fn row(writer: &Writer<'_>, record: &Record, scorecard: &Scorecard) -> Row {
    let (site, language) = (writer.site, writer.language());
    let periods = site.scorecard_periods(scorecard);
    let link = |period: Option<&Period>| {
        let absent = || Cell::Absent(writer.say("no-period"));
        period.map_or_else(absent, |period| Cell::Link {
            href: writer.scorecard_href(&record.id, *period),
            label: language.period(*period),
            note: String::new(),
        })
    };
    let number = |number: usize| Cell::number(language.count(number), number.to_string());
    let cells = vec![
        record_cell(writer, record),
        link(periods.last()),
        link(periods.first()),
        number(periods.len()),
        scorecard
            .cadence
            .or_else(|| periods.last().map(|period| period.frequency()))
            .map_or(Cell::Empty, |cadence| Cell::Text(language.frequency(cadence).to_owned())),
        number(scorecard.items.len()),
    ];
    Row { cells, ..Row::default() }
}
