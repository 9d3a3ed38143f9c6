//! What auditors found, and what became of it: condition, response, actions, and how its time stands.

use super::framing::{Said, finish, tally};
use crate::model::audit_finding::{AuditFinding, AuditFindingState};
use crate::model::{AnyRecord, Kind};
use crate::site::view::inquiry::{code_cell, count_cell, day, fact, link_cell, table, ungrouped};
use crate::site::view::record::{finding_time, is_unsettled};
use crate::site::view::{Badge, Block, Cell, ColumnKind, Fact, Link, Page, Row, Section, Span};
use crate::site::writer::Writer;
use crate::site::{AuditPage, Site};
use crate::source::Record;

/// Findings that are told in full; the others stand in the table, each with its own page.
const MOST_IN_FULL: usize = 200;

/// Makes the page.
pub(super) fn page(site: &Site, path: &str) -> Page {
    let mut writer = Writer::new(site, path);
    let mut all: Vec<(&Record, &AuditFinding)> = site.catalog().audit_findings().collect();
    all.sort_by_key(|(record, finding)| (!is_unsettled(finding.state), finding.due, std::cmp::Reverse(finding.rating), &record.id));
    let unsettled: Vec<(&Record, &AuditFinding)> = all.iter().copied().filter(|(_, finding)| is_unsettled(finding.state)).collect();
    let overdue = unsettled.iter().filter(|(_, finding)| finding.due < site.report().as_of).count();
    let waiting = all.iter().filter(|(_, finding)| finding.state == AuditFindingState::Remediated).count();
    let tallies = vec![
        tally(&writer, all.len(), "audit-follow-up-tally-all"),
        tally(&writer, unsettled.len(), "audit-follow-up-tally-open"),
        tally(&writer, overdue, "audit-follow-up-tally-overdue"),
        tally(&writer, waiting, "audit-follow-up-tally-unverified"),
    ];
    let href = writer.register_href(Kind::AuditFinding);
    let register = Link { href, label: writer.language().kinds(Kind::AuditFinding).to_owned(), note: String::new() };
    let blocks = vec![list(&mut writer, &all), Block::Actions { links: vec![register] }];
    let mut sections = vec![Section::new("findings", writer.say("audit-follow-up-list"), blocks)];
    let full: Vec<Block> = all.iter().take(MOST_IN_FULL).map(|(record, finding)| in_full(&writer, record, finding)).collect();
    sections.push(Section::new("in-full", writer.say("audit-follow-up-in-full"), full));
    let lede = writer.say("audit-follow-up-lede");
    finish(writer, AuditPage::FollowUp, 0, Said { lede, tallies, sections })
}

fn list(writer: &mut Writer<'_>, all: &[(&Record, &AuditFinding)]) -> Block {
    let row = |(record, finding): &(&Record, &AuditFinding)| {
        let done = actions(writer, finding).iter().filter(|(_, done)| *done).count();
        let of = [("done", done.into()), ("count", finding.actions.len().into())];
        let age = record.id.date().map(|found| found.days_until(writer.site.report().as_of));
        let age = age.filter(|_| is_unsettled(finding.state)).and_then(|days| usize::try_from(days).ok());
        let cells = vec![
            link_cell(writer, &record.reference()),
            code_cell(writer, record, "rating"),
            code_cell(writer, record, "state"),
            day(writer.language(), finding.due),
            Cell::Status(finding_time(writer, finding)),
            age.map_or(Cell::Empty, |days| count_cell(writer, days)),
            if finding.response.is_some() {
                Cell::Text(writer.say("yes"))
            } else {
                Cell::Absent(writer.say("audit-follow-up-no-response"))
            },
            if finding.actions.is_empty() {
                Cell::Absent(writer.say("audit-follow-up-no-action"))
            } else {
                Cell::Text(writer.fill("finding-actions-of", &of))
            },
        ];
        Row { cells, ..Row::default() }
    };
    let rows = all.iter().map(row).collect();
    let headings = [
        ("finding-name", ColumnKind::Text),
        ("finding-rating", ColumnKind::Text),
        ("inquiry-state", ColumnKind::Text),
        ("inquiry-due", ColumnKind::Text),
        ("finding-time", ColumnKind::Text),
        ("audit-follow-up-age", ColumnKind::Number),
        ("audit-follow-up-response", ColumnKind::Text),
        ("finding-actions-done", ColumnKind::Text),
    ];
    let caption = writer.say("audit-follow-up-list");
    table(writer, "follow-up", caption, &headings, ungrouped(rows))
}

/// The actions of a finding, and whether each is closed.
fn actions<'a>(writer: &Writer<'a>, finding: &AuditFinding) -> Vec<(&'a Record, bool)> {
    let found = finding.actions.iter().filter_map(|action| writer.site.catalog().record(action.record()));
    let closed = |record: &Record| matches!(&record.fields, AnyRecord::Action(action) if action.closed_on.is_some());
    found.map(|record| (record, closed(record))).collect()
}

/// One finding with its condition, what was answered, and what is done.
fn in_full(writer: &Writer<'_>, record: &Record, finding: &AuditFinding) -> Block {
    let language = writer.language();
    let word = |path: &str| crate::site::view::inquiry::written(record, path).map(|word| language.code(word)).unwrap_or_default();
    let class = if is_unsettled(finding.state) && finding.due < writer.site.report().as_of { "is-alert" } else { "" };
    let response = finding.response.as_ref().map_or_else(|| writer.say("finding-no-response"), |text| text.as_str().to_owned());
    Block::Exclusion {
        id: format!("finding-{}", record.id),
        link: Link { href: writer.record_href(&record.reference()), label: record.envelope.title.clone(), note: String::new() },
        byline: vec![
            Span::Code { text: record.id.to_string() },
            Span::Badge(Badge { class, word: word("state") }),
            Span::text(word("rating")),
        ],
        markdown: format!("{}\n\n**{}**\n\n{response}", finding.condition.as_str().trim_end(), writer.say("finding-response")),
        facts: vec![
            Fact { label: writer.say("finding-actions"), values: action_spans(writer, finding) },
            fact(writer.say("inquiry-due"), Span::Time { iso: finding.due.to_string(), label: language.date(finding.due) }),
            fact(writer.say("finding-time"), Span::Status(finding_time(writer, finding))),
        ],
    }
}

fn action_spans(writer: &Writer<'_>, finding: &AuditFinding) -> Vec<Span> {
    let mut spans = Vec::new();
    for (record, _) in actions(writer, finding) {
        let AnyRecord::Action(action) = &record.fields else {
            continue;
        };
        spans.push(writer.span(&record.reference()));
        let late = action.closed_on.is_none() && action.due < writer.site.report().as_of;
        let key = match (action.closed_on, late) {
            (Some(_), _) => "audit-follow-up-closed",
            (None, true) => "audit-follow-up-late",
            (None, false) => "audit-follow-up-due",
        };
        let day = writer.language().short_date(action.closed_on.unwrap_or(action.due));
        spans.push(Span::Remark { text: writer.language().fill(key, &[("date", day.into())]) });
    }
    if spans.is_empty() {
        spans.push(Span::Absent { text: writer.say("finding-no-action") });
    }
    spans
}
