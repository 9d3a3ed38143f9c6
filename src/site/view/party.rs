//! What the pages of people, teams and committees share: their metrics with the newest value, and what is due of them.

use super::metrics::{Icons, course};
use super::{Block, Cell, Column, ColumnKind, Row, RowGroup, StatusWord, Table};
use crate::catalog::{Due, DueReason, Role};
use crate::model::{Date, Id, Kind, RecordRef};
use crate::site::chart::Picture;
use crate::site::writer::Writer;
use crate::stats::{Standing, TargetStatus};

/// Metrics that one table lists.
const MOST_METRICS: usize = 200;

/// Due things that one table lists.
const MOST_DUE: usize = 100;

/// A metric on the page of a party.
pub(super) struct Held {
    /// The metric.
    pub(super) metric: Id,
    /// The roles of the party.
    pub(super) roles: Vec<Role>,
    /// The member through whom a team has it; nothing where it is the party's own.
    pub(super) through: Option<RecordRef>,
}

/// The name of a role.
pub(super) fn role_word(writer: &Writer<'_>, role: Role) -> String {
    match role {
        Role::Accountable => writer.say("ownership-accountable"),
        Role::Responsible => writer.say("ownership-responsible"),
        Role::Consulted => writer.say("ownership-consulted"),
        Role::Informed => writer.say("ownership-informed"),
        Role::Preparer => writer.say("ownership-preparer"),
        Role::Reviewer => writer.say("ownership-reviewer"),
    }
}

/// How a value stands to its target, as a sign and a word.
pub(super) fn status_cell(writer: &Writer<'_>, status: Option<TargetStatus>) -> StatusWord {
    super::attainment::standing_word(writer, status.map_or(Standing::NotJudged, Standing::Judged))
}

/// The metrics of a party with their newest values, the weightiest roles first; nothing where it has none.
pub(super) fn metrics(writer: &mut Writer<'_>, mut held: Vec<Held>) -> Vec<Block> {
    held.sort_by_cached_key(|held| {
        let record = writer.site.catalog().find(Kind::Metric, &held.metric);
        (held.roles.iter().min().copied(), held.through.is_some(), record.map(|record| record.envelope.title.to_lowercase()))
    });
    if held.is_empty() {
        return Vec::new();
    }
    let through = held.iter().any(|held| held.through.is_some());
    let mut icons = Icons::default();
    let rows: Vec<Row> = held.iter().take(MOST_METRICS).map(|held| metric_row(writer, &mut icons, held, through)).collect();
    let mut columns = vec![
        (writer.say("ownership-column-metric"), ColumnKind::Text),
        (writer.say("ownership-column-role"), ColumnKind::Text),
        (writer.say("ownership-column-course"), ColumnKind::Picture),
        (writer.say("ownership-column-period"), ColumnKind::Text),
        (writer.say("ownership-column-value"), ColumnKind::Number),
        (writer.say("ownership-column-target"), ColumnKind::Number),
        (writer.say("ownership-column-status"), ColumnKind::Text),
        (writer.say("ownership-column-signals"), ColumnKind::Icons),
    ];
    if through {
        columns.push((writer.say("ownership-column-through"), ColumnKind::Text));
    }
    let table = writer.table(Table {
        id: "t-held-metrics".to_owned(),
        caption: writer.say("ownership-metrics"),
        caption_hidden: true,
        sortable: true,
        long: rows.len() > 20,
        columns: columns.into_iter().map(|(label, kind)| Column::new(label, kind)).collect(),
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    });
    let mut blocks = vec![table];
    if held.len() > MOST_METRICS {
        let text = writer.fill("ownership-metrics-cut", &[("shown", MOST_METRICS.into()), ("count", held.len().into())]);
        blocks.push(Block::Intro { text });
    }
    blocks
}

fn metric_row(writer: &mut Writer<'_>, icons: &mut Icons, held: &Held, through: bool) -> Row {
    let site = writer.site;
    let language = writer.language();
    let Some((record, metric)) = site.catalog().metric(&held.metric) else {
        return Row::default();
    };
    let summary = site.summary(&held.metric);
    let latest = summary.and_then(|summary| summary.latest.as_ref());
    let line = summary.and_then(course).map_or(Cell::Empty, |line| Cell::Picture(writer.picture(Picture::Spark(line))));
    let shown = latest.map_or_else(Vec::new, |latest| icons.parts(&mut writer.parts, latest));
    let number = |value: crate::model::Decimal| Cell::number(language.with_unit(value, metric.unit), value.to_string());
    let roles: Vec<String> = held.roles.iter().map(|role| role_word(writer, *role)).collect();
    let mut cells = vec![
        Cell::Link { href: writer.record_href(&record.reference()), label: record.envelope.title.clone(), note: String::new() },
        Cell::Text(roles.join(", ")),
        line,
        latest.map_or(Cell::Empty, |latest| Cell::Time { iso: latest.period.to_string(), label: language.short_period(latest.period) }),
        latest
            .and_then(|latest| latest.published)
            .map_or_else(|| Cell::Absent(writer.say("ownership-no-value")), number)
            .ticked(writer.newest_marks(&held.metric)),
        latest.and_then(|latest| latest.target).map_or(Cell::Empty, number),
        Cell::Status(status_cell(writer, latest.and_then(|latest| latest.status))),
        if shown.is_empty() { Cell::Empty } else { Cell::Icons(shown) },
    ];
    if through {
        cells.push(match &held.through {
            Some(member) => Cell::Link { href: writer.record_href(member), label: writer.title_of(member), note: String::new() },
            None => Cell::Text(writer.say("ownership-own")),
        });
    }
    Row { cells, ..Row::default() }
}

/// Why something is due.
pub(super) fn due_word(writer: &Writer<'_>, reason: DueReason) -> String {
    match reason {
        DueReason::Action => writer.say("ownership-due-action"),
        DueReason::Finding => writer.say("ownership-due-finding"),
        DueReason::Revisit => writer.say("ownership-due-revisit"),
        DueReason::Review => writer.say("ownership-due-review"),
        DueReason::RecordReview => writer.say("ownership-due-record"),
        DueReason::WaiverEnds => writer.say("ownership-due-waiver"),
    }
}

/// What is due, overdue first, each thing with the member through whom a team has it.
pub(super) fn due(writer: &mut Writer<'_>, due: &[(Due, Option<RecordRef>)]) -> Vec<Block> {
    let day = writer.site.report().as_of;
    if due.is_empty() {
        return vec![Block::Intro { text: writer.say("ownership-nothing-due") }];
    }
    let late = due.iter().filter(|(due, _)| due.date < day).count();
    let through = due.iter().any(|(_, through)| through.is_some());
    let text = writer.fill("ownership-due-count", &[("count", due.len().into()), ("late", late.into())]);
    let mut columns = vec![
        (writer.say("ownership-column-due"), ColumnKind::Text),
        (writer.say("ownership-column-what"), ColumnKind::Text),
        (writer.say("ownership-column-why"), ColumnKind::Text),
        (writer.say("ownership-column-when"), ColumnKind::Text),
    ];
    if through {
        columns.push((writer.say("ownership-column-through"), ColumnKind::Text));
    }
    let rows: Vec<Row> = due.iter().take(MOST_DUE).map(|(due, member)| due_row(writer, due, member.as_ref(), through, day)).collect();
    let table = writer.table(Table {
        id: "t-due".to_owned(),
        caption: writer.say("ownership-due"),
        caption_hidden: true,
        sortable: true,
        long: rows.len() > 20,
        columns: columns.into_iter().map(|(label, kind)| Column::new(label, kind)).collect(),
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    });
    let mut blocks = vec![Block::Intro { text }, table];
    if due.len() > MOST_DUE {
        let text = writer.fill("ownership-due-cut", &[("shown", MOST_DUE.into()), ("count", due.len().into())]);
        blocks.push(Block::Intro { text });
    }
    blocks
}

fn due_row(writer: &Writer<'_>, due: &Due, member: Option<&RecordRef>, through: bool, day: Date) -> Row {
    let mut cells = vec![
        Cell::Time { iso: due.date.to_string(), label: writer.language().short_date(due.date) },
        Cell::Link {
            href: writer.record_href(&due.record),
            label: writer.title_of(&due.record),
            note: writer.language().kind(due.record.kind),
        },
        Cell::Text(due_word(writer, due.reason)),
        when(writer, due.date, day),
    ];
    if through {
        cells.push(match member {
            Some(member) => Cell::Link { href: writer.record_href(member), label: writer.title_of(member), note: String::new() },
            None => Cell::Text(writer.say("ownership-own")),
        });
    }
    Row { cells, ..Row::default() }
}

/// How far off a day is, the days past marked.
pub(super) fn when(writer: &Writer<'_>, date: Date, day: Date) -> Cell {
    let days = day.days_until(date);
    let count = usize::try_from(days.unsigned_abs()).unwrap_or(usize::MAX);
    match days {
        ..0 => Cell::Status(StatusWord { class: "is-misses", word: writer.fill("ownership-overdue", &[("count", count.into())]) }),
        0 => Cell::Text(writer.say("ownership-today")),
        1.. => Cell::Text(writer.fill("ownership-in-days", &[("count", count.into())])),
    }
}
