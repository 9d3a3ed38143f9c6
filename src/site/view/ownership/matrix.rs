//! Roles by metric: a matrix where it can be read, else a list under each accountable party.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::{Role, roles_of};
use crate::model::{Kind, Metric, RecordRef, State};
use crate::site::view::party::role_word;
use crate::site::view::places::record_links;
use crate::site::view::{Block, Cell, Column, ColumnKind, Row, RowGroup, Section, Table};
use crate::site::writer::Writer;
use crate::source::Record;

/// Metrics up to which a matrix is drawn.
const MATRIX_METRICS: usize = 60;

/// Parties up to which a matrix is drawn, people apart from teams and committees, so that each fits a page.
const MATRIX_PARTIES: usize = 12;

/// Metrics that the list has; the pages of the accountable have all of theirs.
const MOST_LISTED: usize = 300;

/// The section; nothing where no metric names anybody.
pub(super) fn section(writer: &mut Writer<'_>) -> Option<Section> {
    let catalog = writer.site.catalog();
    let metrics: Vec<(&Record, &Metric)> = catalog.metrics().filter(|(_, metric)| metric.state != State::Retired).collect();
    let parties: BTreeSet<&RecordRef> = metrics.iter().flat_map(|(_, metric)| roles_of(metric)).map(|(_, party)| party).collect();
    if parties.is_empty() {
        return None;
    }
    let mut by_accountable: Groups<'_> = BTreeMap::new();
    for (record, metric) in metrics.iter().copied() {
        let accountable = metric.accountable.as_ref().map(crate::model::reference::Reference::record);
        let title = accountable.map_or_else(String::new, |party| writer.title_of(party));
        by_accountable.entry((accountable.is_none(), title, accountable)).or_default().push((record, metric));
    }
    let (people, bodies): (BTreeSet<&RecordRef>, BTreeSet<&RecordRef>) = parties.into_iter().partition(|party| party.kind == Kind::Person);
    let small = metrics.len() <= MATRIX_METRICS && people.len().max(bodies.len()) <= MATRIX_PARTIES;
    let mut blocks = Vec::new();
    if small {
        blocks.push(Block::Intro { text: writer.say("ownership-matrix-key") });
        for (id, caption, parties) in [
            ("t-roles-people", writer.say("ownership-matrix-people"), people),
            ("t-roles-bodies", writer.say("ownership-matrix-bodies"), bodies),
        ] {
            if !parties.is_empty() {
                let table = matrix(writer, id, caption, &by_accountable, &parties);
                blocks.push(writer.table(table));
            }
        }
    } else {
        blocks.push(Block::Intro { text: writer.say("ownership-list-intro") });
        let table = list(writer, &by_accountable);
        blocks.push(writer.table(table));
    }
    if !small && metrics.len() > MOST_LISTED {
        let text = writer.fill("ownership-list-cut", &[("shown", MOST_LISTED.into()), ("count", metrics.len().into())]);
        blocks.push(Block::Intro { text });
    }
    Some(Section::new("roles", writer.say("ownership-section-roles"), blocks))
}

/// Metrics by those who are accountable for them, those without anybody last.
type Groups<'a> = BTreeMap<(bool, String, Option<&'a RecordRef>), Vec<(&'a Record, &'a Metric)>>;

/// The heading of the metrics of one accountable party, with their number.
fn heading(writer: &Writer<'_>, title: &str, count: usize) -> (String, String) {
    let name = if title.is_empty() { writer.say("ownership-nobody") } else { title.to_owned() };
    (name, writer.fill("ownership-metric-count", &[("count", count.into())]))
}

fn metric_cell(writer: &Writer<'_>, record: &Record) -> Cell {
    Cell::Link { href: writer.record_href(&record.reference()), label: record.envelope.title.clone(), note: String::new() }
}

fn matrix(writer: &Writer<'_>, id: &str, caption: String, metrics: &Groups<'_>, parties: &BTreeSet<&RecordRef>) -> Table {
    let letters = |metric: &Metric, party: &RecordRef| {
        let roles: Vec<String> =
            roles_of(metric).into_iter().filter(|(_, holder)| *holder == party).map(|(role, _)| letter(writer, role)).collect();
        if roles.is_empty() { Cell::Empty } else { Cell::Text(roles.join(" ")) }
    };
    let mut columns = vec![Column::new(writer.say("ownership-column-metric"), ColumnKind::Text)];
    columns.extend(parties.iter().map(|party| Column::new(writer.title_of(party), ColumnKind::Text)));
    let groups = metrics.iter().map(|((_, title, _), metrics)| {
        let rows = metrics.iter().map(|(record, metric)| {
            let mut cells = vec![metric_cell(writer, record)];
            cells.extend(parties.iter().map(|party| letters(metric, party)));
            Row { cells, ..Row::default() }
        });
        let (heading, note) = heading(writer, title, metrics.len());
        RowGroup { heading, note, rows: rows.collect() }
    });
    Table { id: id.to_owned(), caption, columns, groups: groups.collect(), ..Table::default() }
}

/// The letter of a role in the matrix.
fn letter(writer: &Writer<'_>, role: Role) -> String {
    match role {
        Role::Accountable => writer.say("ownership-letter-accountable"),
        Role::Responsible => writer.say("ownership-letter-responsible"),
        Role::Consulted => writer.say("ownership-letter-consulted"),
        Role::Informed => writer.say("ownership-letter-informed"),
        Role::Preparer => writer.say("ownership-letter-preparer"),
        Role::Reviewer => writer.say("ownership-letter-reviewer"),
    }
}

fn list(writer: &Writer<'_>, metrics: &Groups<'_>) -> Table {
    let shown = [Role::Responsible, Role::Consulted, Role::Informed, Role::Preparer, Role::Reviewer];
    let mut columns = vec![Column::new(writer.say("ownership-column-metric"), ColumnKind::Text)];
    columns.extend(shown.map(|role| Column::new(role_word(writer, role), ColumnKind::Text)));
    let mut left = MOST_LISTED;
    let mut groups = Vec::new();
    for ((_, title, _), metrics) in metrics {
        let rows: Vec<Row> = metrics
            .iter()
            .take(left)
            .map(|(record, metric)| {
                let roles = roles_of(metric);
                let mut cells = vec![metric_cell(writer, record)];
                cells.extend(shown.map(|role| {
                    let holders: Vec<&RecordRef> = roles.iter().filter(|(held, _)| *held == role).map(|(_, party)| *party).collect();
                    if holders.is_empty() { Cell::Empty } else { record_links(writer, holders) }
                }));
                Row { cells, ..Row::default() }
            })
            .collect();
        left -= rows.len();
        let (heading, note) = heading(writer, title, metrics.len());
        if !rows.is_empty() {
            groups.push(RowGroup { heading, note, rows });
        }
    }
    Table {
        id: "t-roles".to_owned(),
        caption: writer.say("ownership-section-roles"),
        caption_hidden: true,
        long: true,
        columns,
        groups,
        ..Table::default()
    }
}
