//! How much of what the profile demands is written: by field, by metric, and both at once where there is room.

use super::framing::{Said, finish, list, metrics_of, tally};
use crate::check::{Verdict, check_of};
use crate::language::capitalised;
use crate::model::{AnyRecord, FieldShape, Kind, Profile};
use crate::site::view::governance::count_cell;
use crate::site::view::{Block, Cell, Column, ColumnKind, Page, Row, RowGroup, Section, StatusWord, Table};
use crate::site::writer::Writer;
use crate::site::{AuditPage, Site};
use crate::source::Record;

/// Metrics up to which each field of each metric is shown.
const METRICS_IN_A_MATRIX: usize = 12;

/// Makes a part of the page.
pub(super) fn page(site: &Site, path: &str, part: usize) -> Page {
    let mut writer = Writer::new(site, path);
    let (shown, all) = metrics_of(site, part);
    let every: Vec<&Record> = site.catalog().metrics().map(|(record, _)| record).collect();
    let demands: Vec<(&FieldShape, usize, usize)> =
        fields().map(|field| (field, demanded(site, &every, field), written(site, &every, field))).collect();
    let (asked, told) = demands.iter().fold((0, 0), |(asked, told), (_, one, other)| (asked + one, told + other));
    let complete = every.iter().filter(|record| missing(site, record).is_empty()).count();
    let tallies = vec![
        tally(&writer, all, "tally-metrics"),
        tally(&writer, complete, "audit-coverage-tally-complete"),
        tally(&writer, asked, "audit-coverage-tally-demanded"),
        tally(&writer, asked - told, "audit-coverage-tally-missing"),
    ];
    let mut sections = Vec::new();
    if part == 0 {
        sections.push(Section::new("by-field", writer.say("audit-coverage-by-field"), by_field(&mut writer, &demands)));
        if all <= METRICS_IN_A_MATRIX {
            sections.push(Section::new("matrix", writer.say("audit-coverage-matrix"), matrix(&mut writer, &shown, &demands)));
        }
    }
    sections.push(Section::new("by-metric", writer.say("audit-coverage-by-metric"), by_metric(&mut writer, &shown)));
    let lede = writer.say("audit-coverage-lede");
    finish(writer, AuditPage::Coverage, part, Said { lede, tallies, sections })
}

/// The fields that some profile demands of every metric.
fn fields() -> impl Iterator<Item = &'static FieldShape> {
    Kind::Metric.shape().fields.iter().filter(|field| field.demanded_from.is_some())
}

fn profile_of(site: &Site, record: &Record) -> Profile {
    site.context().profile(Some(record))
}

fn is_demanded(site: &Site, record: &Record, field: &FieldShape) -> bool {
    field.demanded_from.is_some_and(|from| from <= profile_of(site, record))
}

fn demanded(site: &Site, metrics: &[&Record], field: &FieldShape) -> usize {
    metrics.iter().filter(|record| is_demanded(site, record, field)).count()
}

fn written(site: &Site, metrics: &[&Record], field: &FieldShape) -> usize {
    metrics.iter().filter(|record| is_demanded(site, record, field) && record.node.entry(&field.name).is_some()).count()
}

/// The fields that are demanded of a metric and not written.
fn missing(site: &Site, record: &Record) -> Vec<&'static FieldShape> {
    fields().filter(|field| is_demanded(site, record, field) && record.node.entry(&field.name).is_none()).collect()
}

fn share(writer: &Writer<'_>, written: usize, demanded: usize) -> Cell {
    match (written * 100).checked_div(demanded) {
        Some(percent) => Cell::Share {
            percent: u8::try_from(percent).unwrap_or(100),
            text: format!("{}/{}", writer.language().count(written), writer.language().count(demanded)),
        },
        None => Cell::Empty,
    }
}

fn by_field(writer: &mut Writer<'_>, demands: &[(&FieldShape, usize, usize)]) -> Vec<Block> {
    let row = |(field, demanded, written): &(&FieldShape, usize, usize)| {
        let from = field.demanded_from.map(|from| writer.language().code(from.name())).unwrap_or_default();
        let cells = vec![
            Cell::Text(writer.language().field_in(Kind::Metric.name(), &field.name)),
            Cell::Text(from),
            share(writer, *written, *demanded),
            if demanded == written { count_cell(writer, 0) } else { alert(writer, demanded - written) },
        ];
        Row { cells, ..Row::default() }
    };
    let rows: Vec<Row> = demands.iter().filter(|(_, demanded, _)| *demanded > 0).map(row).collect();
    let columns = vec![
        Column::new(writer.say("audit-coverage-field"), ColumnKind::Text),
        Column::new(writer.say("audit-coverage-from"), ColumnKind::Text).filtered(),
        Column::new(writer.say("audit-coverage-written"), ColumnKind::Number),
        Column::new(writer.say("audit-coverage-missing"), ColumnKind::Number),
    ];
    let table = list(writer, "by-field", writer.say("audit-coverage-by-field"), columns, rows);
    let mut blocks = vec![table];
    if let Some(check) = check_of("D01") {
        let failed = writer.site.ledger().count(check.code.id).of(Verdict::Fail);
        let text = writer.fill("audit-coverage-conditional", &[("count", failed.into())]);
        let mut link = super::framing::link(writer, AuditPage::Check(check.code.id));
        link.note = super::outcome::name_of(check);
        blocks.push(Block::Note { class: "", text, links: vec![link] });
    }
    blocks
}

fn alert(writer: &Writer<'_>, count: usize) -> Cell {
    Cell::Status(StatusWord { class: "is-misses", word: writer.language().count(count) })
}

/// Fields down, metrics across.
fn matrix(writer: &mut Writer<'_>, metrics: &[&Record], demands: &[(&FieldShape, usize, usize)]) -> Vec<Block> {
    let site = writer.site;
    let cell = |record: &Record, field: &FieldShape| match (is_demanded(site, record, field), record.node.entry(&field.name).is_some()) {
        (true, true) => Cell::Text("✓".to_owned()),
        (true, false) => Cell::Status(StatusWord { class: "is-misses", word: writer.say("audit-coverage-lacks") }),
        (false, true) => Cell::Text("(✓)".to_owned()),
        (false, false) => Cell::Empty,
    };
    let row = |(field, ..): &(&FieldShape, usize, usize)| {
        let mut cells = vec![Cell::Text(writer.language().field_in(Kind::Metric.name(), &field.name))];
        cells.extend(metrics.iter().map(|record| cell(record, field)));
        Row { cells, ..Row::default() }
    };
    let rows: Vec<Row> = demands.iter().filter(|(_, demanded, _)| *demanded > 0).map(row).collect();
    let mut columns = vec![Column::new(writer.say("audit-coverage-field"), ColumnKind::Text)];
    columns.extend(metrics.iter().map(|record| Column::new(record.envelope.title.clone(), ColumnKind::Text)));
    let table = Table {
        id: "matrix-table".to_owned(),
        caption: writer.say("audit-coverage-matrix"),
        caption_hidden: true,
        columns,
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    };
    vec![Block::Intro { text: writer.say("audit-coverage-key") }, writer.table(table)]
}

/// How many of the fields that a profile adds to the one below it are written; in brackets where nobody demands them of the metric.
fn of_level(writer: &Writer<'_>, record: &Record, level: Profile) -> Cell {
    let added: Vec<&FieldShape> = fields().filter(|field| field.demanded_from == Some(level)).collect();
    let written = added.iter().filter(|field| record.node.entry(&field.name).is_some()).count();
    let text = format!("{}/{}", writer.language().count(written), writer.language().count(added.len()));
    let demanded = level <= profile_of(writer.site, record);
    Cell::number(if demanded { text } else { format!("({text})") }, written.to_string())
}

fn by_metric(writer: &mut Writer<'_>, metrics: &[&Record]) -> Vec<Block> {
    let row = |record: &&Record| {
        let demanded = fields().filter(|field| is_demanded(writer.site, record, field)).count();
        let lacking = missing(writer.site, record);
        let names: Vec<String> = lacking.iter().map(|field| writer.language().field_in(Kind::Metric.name(), &field.name)).collect();
        let AnyRecord::Metric(metric) = &record.fields else {
            return Row::default();
        };
        let cells = vec![
            crate::site::view::places::record_cell(writer, record),
            Cell::Text(writer.language().code(profile_of(writer.site, record).name())),
            Cell::Text(writer.language().code(metric.state.code())),
            of_level(writer, record, Profile::Essential),
            of_level(writer, record, Profile::Standard),
            of_level(writer, record, Profile::Assured),
            share(writer, demanded - lacking.len(), demanded),
            if names.is_empty() { Cell::Absent(writer.say("none")) } else { Cell::Text(names.join(", ")) },
        ];
        Row { cells, ..Row::default() }
    };
    let rows: Vec<Row> = metrics.iter().map(row).collect();
    let mut columns = vec![
        Column::new(writer.say("column-metric"), ColumnKind::Text),
        Column::new(writer.language().field("profile"), ColumnKind::Text).filtered(),
        Column::new(writer.say("column-state"), ColumnKind::Text).filtered(),
    ];
    columns
        .extend(Profile::ALL.iter().map(|profile| Column::new(capitalised(&writer.language().code(profile.name())), ColumnKind::Number)));
    columns.push(Column::new(writer.say("audit-coverage-written"), ColumnKind::Number));
    columns.push(Column::new(writer.say("audit-coverage-not-written"), ColumnKind::Text));
    let key = Block::Intro { text: writer.say("audit-coverage-by-metric-key") };
    vec![key, list(writer, "by-metric", writer.say("audit-coverage-by-metric"), columns, rows)]
}
