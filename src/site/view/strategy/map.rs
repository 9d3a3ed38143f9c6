//! The strategy map: objectives by perspective, what brings about what, and how the measures stand.

use super::standing::{Together, standing, status_cell};
use crate::model::objective::{Objective, ObjectivePerspective, ObjectiveState};
use crate::model::reference::MetricRef;
use crate::model::{AnyRecord, Id, Kind};
use crate::site::Site;
use crate::site::chart::{Lane, LaneBox, Lanes, Picture};
use crate::site::view::overviews::pager;
use crate::site::view::{Block, Cell, Column, ColumnKind, Head, Page, Rail, Row, RowGroup, Section, Table};
use crate::site::writer::{MenuSection, Outline, Writer};
use crate::source::Record;

/// The perspectives in the order of the map: what is wanted in the end stands above what makes it possible.
const ORDER: &[ObjectivePerspective] =
    &[ObjectivePerspective::Financial, ObjectivePerspective::Customer, ObjectivePerspective::Process, ObjectivePerspective::Learning];

/// The objectives that are pursued, by perspective.
fn by_perspective(site: &Site) -> Vec<(ObjectivePerspective, Vec<(&Record, &Objective)>)> {
    let objectives: Vec<(&Record, &Objective)> = site
        .catalog()
        .of_kind(Kind::Objective)
        .filter_map(|record| if let AnyRecord::Objective(objective) = &record.fields { Some((record, &**objective)) } else { None })
        .filter(|(_, objective)| objective.state == ObjectiveState::Active)
        .collect();
    let of = |perspective: ObjectivePerspective| {
        objectives.iter().copied().filter(|(_, objective)| objective.perspective == perspective).collect()
    };
    ORDER.iter().map(|perspective| (*perspective, of(*perspective))).filter(|(_, found): &(_, Vec<_>)| !found.is_empty()).collect()
}

/// Makes the page.
pub(in crate::site::view) fn page(site: &Site, path: &str) -> Page {
    let mut writer = Writer::new(site, path);
    let lanes = by_perspective(site);
    let picture = picture(&writer, &lanes);
    let part = writer.picture(Picture::Lanes(picture));
    let figure = Block::Figure {
        title: writer.say("strategy-figure-title"),
        subtitle: writer.say("strategy-figure-subtitle"),
        label: writer.say("strategy-title"),
        part,
        notes: vec![writer.say("strategy-figure-note")],
        events: Vec::new(),
    };
    let table = table(&writer, &lanes);
    let table = writer.table(table);
    let count: usize = lanes.iter().map(|(_, found)| found.len()).sum();
    let sections = vec![
        Section::new("map", writer.say("strategy-map"), vec![figure]),
        Section::new("objectives", writer.say("strategy-objectives"), vec![table]),
    ];
    let lede = writer.fill("strategy-lede", &[("count", count.into())]);
    let outline = Outline {
        template: "strategy",
        section: MenuSection::Strategy,
        title: writer.say("strategy-title"),
        trail: Vec::new(),
        source: String::new(),
        head: Head { title: writer.say("strategy-title"), lede, pager: pager(&writer, "strategy.html"), ..Head::default() },
        opening: Vec::new(),
        rail: Rail::None,
        sections,
    };
    writer.finish(outline)
}

type Perspectives<'a> = [(ObjectivePerspective, Vec<(&'a Record, &'a Objective)>)];

fn picture(writer: &Writer<'_>, lanes: &Perspectives<'_>) -> Lanes {
    let ids: Vec<&Id> = lanes.iter().flat_map(|(_, found)| found.iter().map(|(record, _)| &record.id)).collect();
    let place = |id: &Id| ids.iter().position(|other| *other == id);
    let edges: Vec<(usize, usize)> = lanes
        .iter()
        .flat_map(|(_, found)| found)
        .flat_map(|(record, objective)| objective.causes.iter().filter_map(move |effect| Some((place(&record.id)?, place(effect.id())?))))
        .collect();
    let cell = |(record, objective): &(&Record, &Objective)| {
        let together = Together::of(writer, &objective.measures);
        LaneBox {
            label: record.envelope.title.clone(),
            note: together.short(writer),
            mark: (!objective.measures.is_empty()).then(|| together.worst()),
            href: Some(writer.record_href(&record.reference())),
        }
    };
    let lane = |(perspective, found): &(ObjectivePerspective, Vec<(&Record, &Objective)>)| Lane {
        label: perspective_words(writer, *perspective),
        boxes: found.iter().map(cell).collect(),
    };
    let description =
        writer.fill("strategy-figure-description", &[("count", ids.len().into()), ("arrows", edges.len().to_string().into())]);
    Lanes {
        id_prefix: writer.prefix(),
        title: writer.say("strategy-figure-title"),
        description,
        lanes: lanes.iter().map(lane).collect(),
        edges,
    }
    .arranged()
}

fn perspective_words(writer: &Writer<'_>, perspective: ObjectivePerspective) -> String {
    writer.say(match perspective {
        ObjectivePerspective::Financial => "strategy-financial",
        ObjectivePerspective::Customer => "strategy-customer",
        ObjectivePerspective::Process => "strategy-process",
        ObjectivePerspective::Learning => "strategy-learning",
    })
}

fn table(writer: &Writer<'_>, lanes: &Perspectives<'_>) -> Table {
    let columns = ["strategy-objective", "strategy-helps", "strategy-measures", "strategy-standing", "strategy-initiatives"];
    let columns = columns.map(|key| Column::new(writer.language().say(key), ColumnKind::Text)).to_vec();
    let group = |(perspective, found): &(ObjectivePerspective, Vec<(&Record, &Objective)>)| RowGroup {
        heading: perspective_words(writer, *perspective),
        rows: found.iter().map(|(record, objective)| row(writer, record, objective)).collect(),
        ..RowGroup::default()
    };
    Table {
        id: "objectives-table".to_owned(),
        caption: writer.say("strategy-objectives"),
        caption_hidden: true,
        columns,
        groups: lanes.iter().map(group).collect(),
        ..Table::default()
    }
}

fn row(writer: &Writer<'_>, record: &Record, objective: &Objective) -> Row {
    let measure = |metric: &MetricRef| {
        let title = writer.title_of(metric.record());
        let value = standing(writer, metric.id()).words;
        let label = writer.fill("strategy-measure", &[("metric", title.into()), ("value", value.into())]);
        let link = Cell::Link { href: writer.record_href(metric.record()), label, note: String::new() };
        link.ticked(writer.newest_marks(metric.id()))
    };
    let links =
        |found: Vec<(String, String)>| if found.is_empty() { Cell::Absent(writer.say("strategy-none")) } else { Cell::Links(found) };
    let together = Together::of(writer, &objective.measures);
    let title = Cell::Link { href: writer.record_href(&record.reference()), label: record.envelope.title.clone(), note: String::new() };
    let cells = vec![
        title,
        links(objective.causes.iter().map(|other| (writer.record_href(other.record()), writer.title_of(other.record()))).collect()),
        Cell::Stack(objective.measures.iter().map(measure).collect()),
        status_cell(together.worst(), together.words(writer)),
        links(objective.initiatives.iter().map(|action| (writer.record_href(action.record()), writer.title_of(action.record()))).collect()),
    ];
    Row { cells, ..Row::default() }
}
