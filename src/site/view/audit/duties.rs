//! Who answers for, prepares and reviews each metric and who agreed to its changes, with what one party should not do alone.

use std::collections::BTreeMap;

use super::framing::{Said, finish, link, list, metrics_of, tally};
use super::outcome::name_of;
use crate::check::check_of;
use crate::language::capitalised;
use crate::model::change::{Change, ChangeState};
use crate::model::{AnyRecord, Metric, RecordRef};
use crate::site::view::governance::link_cell;
use crate::site::view::places::{record_cell, record_links};
use crate::site::view::{Block, Cell, Column, ColumnKind, Link, Page, Row, Section, StatusWord};
use crate::site::writer::Writer;
use crate::site::{AuditPage, Site};
use crate::source::Record;

/// The checks that look at the same, and deeper.
const CHECKS_OF_DUTIES: [&str; 4] = ["C02", "C03", "G11", "G12"];

/// What one party does that two should do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Conflict {
    /// The owner prepares and reviews.
    All,
    /// The preparer reviews.
    ReviewsOwnWork,
    /// Whoever proposed a change agreed to it.
    ApprovesOwnProposal,
    /// Whoever prepares the figures agreed to a change of their definition.
    PreparerApproves,
}

impl Conflict {
    const fn word(self) -> &'static str {
        match self {
            Self::All => "audit-duties-all",
            Self::ReviewsOwnWork => "audit-duties-own-work",
            Self::ApprovesOwnProposal => "audit-duties-own-proposal",
            Self::PreparerApproves => "audit-duties-preparer-approves",
        }
    }
}

/// Makes a part of the page.
pub(super) fn page(site: &Site, path: &str, part: usize) -> Page {
    let mut writer = Writer::new(site, path);
    let changes = changes(site);
    let (shown, all) = metrics_of(site, part);
    let every = || site.catalog().metrics();
    let conflicting = every().filter(|(record, metric)| !conflicts(metric, changes_of(&changes, record)).is_empty()).count();
    let unnamed = every().filter(|(_, metric)| is_unnamed(metric)).count();
    let tallies = vec![
        tally(&writer, all, "tally-metrics"),
        tally(&writer, conflicting, "audit-duties-tally-conflicts"),
        tally(&writer, unnamed, "audit-duties-tally-unnamed"),
    ];
    let rows: Vec<Row> = shown.iter().filter_map(|record| row(&writer, record, changes_of(&changes, record))).collect();
    let columns = vec![
        Column::new(writer.say("column-metric"), ColumnKind::Text),
        Column::new(capitalised(&writer.say("ownership-accountable")), ColumnKind::Text),
        Column::new(capitalised(&writer.say("ownership-preparer")), ColumnKind::Text),
        Column::new(capitalised(&writer.say("ownership-reviewer")), ColumnKind::Text),
        Column::new(writer.say("audit-duties-proposers"), ColumnKind::Text),
        Column::new(writer.say("audit-duties-approvers"), ColumnKind::Text),
        Column::new(writer.say("audit-duties-conflict"), ColumnKind::Text).filtered(),
    ];
    let title = writer.say("audit-duties-section");
    let table = list(&mut writer, "duties", title.clone(), columns, rows);
    let links = CHECKS_OF_DUTIES.iter().filter_map(|code| check_of(code)).map(|check| {
        let mut link = link(&writer, AuditPage::Check(check.code.id));
        link.note = name_of(check);
        link
    });
    let links: Vec<Link> = links.collect();
    let mut blocks = vec![Block::Intro { text: writer.say("audit-duties-note") }, table];
    if !links.is_empty() {
        blocks.push(Block::Note { class: "", text: writer.say("audit-duties-deeper"), links });
    }
    let sections = vec![Section::new("duties", title, blocks)];
    let lede = writer.say("audit-duties-lede");
    finish(writer, AuditPage::Duties, part, Said { lede, tallies, sections })
}

type Changes<'a> = BTreeMap<&'a RecordRef, Vec<&'a Change>>;

/// The changes that were laid before somebody, by what they change.
fn changes(site: &Site) -> Changes<'_> {
    let mut changes: Changes<'_> = BTreeMap::new();
    for (_, change) in site.catalog().changes().filter(|(_, change)| change.state != ChangeState::Draft) {
        for target in &change.targets {
            changes.entry(target.record.record()).or_default().push(change);
        }
    }
    changes
}

fn changes_of<'a, 'c>(changes: &'c Changes<'a>, record: &Record) -> &'c [&'a Change] {
    changes.get(&record.reference()).map_or(&[], Vec::as_slice)
}

/// Whether a part that separates duties is played by nobody.
const fn is_unnamed(metric: &Metric) -> bool {
    metric.accountable.is_none() || metric.preparer.is_none() || metric.reviewer.is_none()
}

/// Parties are held against each other as they are named: a member of a team is not taken for the team.
fn conflicts(metric: &Metric, changes: &[&Change]) -> Vec<Conflict> {
    let [owner, preparer, reviewer] = [&metric.accountable, &metric.preparer, &metric.reviewer]
        .map(|party| party.as_ref().map(crate::model::reference::Reference::record));
    let mut found = Vec::new();
    if preparer.is_some() && preparer == reviewer {
        found.push(if owner == preparer { Conflict::All } else { Conflict::ReviewsOwnWork });
    }
    let approvers = |change: &Change| change.approvals.iter().map(|approval| approval.who.record().clone()).collect::<Vec<_>>();
    if changes.iter().any(|change| approvers(change).contains(change.proposer.record())) {
        found.push(Conflict::ApprovesOwnProposal);
    }
    if preparer.is_some_and(|preparer| changes.iter().any(|change| approvers(change).contains(preparer))) {
        found.push(Conflict::PreparerApproves);
    }
    found
}

fn row(writer: &Writer<'_>, record: &Record, changes: &[&Change]) -> Option<Row> {
    let AnyRecord::Metric(metric) = &record.fields else {
        return None;
    };
    let party = |party: Option<&RecordRef>| {
        party.map_or_else(
            || Cell::Status(StatusWord { class: "is-unknown", word: writer.say("audit-duties-nobody") }),
            |party| link_cell(writer, party),
        )
    };
    let each = |parties: Vec<&RecordRef>| {
        let mut once: Vec<&RecordRef> = Vec::new();
        for party in parties {
            if !once.contains(&party) {
                once.push(party);
            }
        }
        match (once.is_empty(), changes.is_empty()) {
            (false, _) => record_links(writer, once),
            (true, true) => Cell::Absent(writer.say("audit-duties-no-change")),
            (true, false) => Cell::Absent(writer.say("audit-duties-not-yet")),
        }
    };
    let found = conflicts(metric, changes);
    let words: Vec<&str> = found.iter().map(|conflict| writer.language().say(conflict.word())).collect();
    let of = |party: &Option<crate::model::reference::OwnerRef>| party.as_ref().map(|party| party.record().clone());
    let cells = vec![
        record_cell(writer, record),
        party(of(&metric.accountable).as_ref()),
        party(of(&metric.preparer).as_ref()),
        party(of(&metric.reviewer).as_ref()),
        each(changes.iter().map(|change| change.proposer.record()).collect()),
        each(changes.iter().flat_map(|change| &change.approvals).map(|approval| approval.who.record()).collect()),
        match (words.is_empty(), is_unnamed(metric)) {
            (false, _) => Cell::Status(StatusWord { class: "is-misses", word: words.join("; ") }),
            (true, true) => Cell::Status(StatusWord { class: "is-unknown", word: writer.say("audit-duties-untested") }),
            (true, false) => Cell::Status(StatusWord { class: "is-meets", word: writer.say("audit-duties-none") }),
        },
    ];
    Some(Row { cells, ..Row::default() })
}
