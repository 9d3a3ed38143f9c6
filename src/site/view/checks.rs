//! Everything that came of the checks of one metric, of its figures and of their releases: one row a result, by verdict.
//!
//! Marks lead here. A result stands under the code of its check; a failed one also under its number, which its mark shows.

use std::collections::BTreeMap;

use super::{Block, Cell, Column, ColumnKind, Head, Link, Page, Rail, Row, RowGroup, Section, Span, Table, Tally};
use crate::check::{CheckResult, Failed, MetricTests, Subject, Tick, Verdict};
use crate::model::{Id, Kind, RecordRef};
use crate::site::writer::{MenuSection, Outline};
use crate::site::{AuditPage, Site, Writer};

/// Faults of one result that are named.
const MOST_FAILED: usize = 20;

/// Makes the page.
pub(super) fn page(site: &Site, path: &str, id: &Id) -> Option<Page> {
    let (record, _) = site.catalog().metric(id)?;
    let tests = site.tests(id)?;
    let mut writer = Writer::new(site, path);
    let sections: Vec<Section> = Verdict::ALL.iter().filter_map(|verdict| section(&mut writer, &tests, *verdict)).collect();
    let count = tests.results.len();
    let lede = if count == 0 { writer.say("checks-none") } else { writer.fill("checks-lede", &[("count", count.into())]) };
    let title = writer.fill("checks-title", &[("title", record.envelope.title.as_str().into())]);
    let head = Head {
        kicker: writer.say("checks-kicker"),
        title: title.clone(),
        byline: vec![writer.span(&record.reference()), Span::Code { text: id.to_string() }],
        lede,
        ..Head::default()
    };
    let mut metric = writer.link(&record.reference());
    metric.note = String::new();
    let register = Link { href: writer.register_href(Kind::Metric), label: writer.say("menu-metrics"), note: String::new() };
    let tallies = tallies(&writer, &tests);
    Some(writer.finish(Outline {
        template: "checks",
        section: MenuSection::Metrics,
        title: format!("{title} ({id})"),
        trail: vec![register, metric],
        source: record.source.path().to_owned(),
        head,
        opening: if tallies.is_empty() { Vec::new() } else { vec![Block::Tallies { tallies }] },
        rail: if sections.len() > 1 { Rail::Contents } else { Rail::None },
        sections,
    }))
}

/// How many results came out how; verdicts without a result are left out.
fn tallies(writer: &Writer<'_>, tests: &MetricTests) -> Vec<Tally> {
    let tally = |verdict: &Verdict| {
        let count = tests.results.iter().filter(|result| result.verdict == *verdict).count();
        let words = match verdict {
            Verdict::Fail => "checks-tally-fail",
            Verdict::Waived => "checks-tally-waived",
            Verdict::NotTestable => "checks-tally-not-testable",
            Verdict::Pass => "checks-tally-pass",
            Verdict::NotApplicable => "checks-tally-not-applicable",
        };
        let href = format!("#{}", verdict.word());
        (count > 0).then(|| Tally { count: writer.language().count(count), words: writer.say(words), href })
    };
    Verdict::ALL.iter().filter_map(tally).collect()
}

/// The results of one verdict; nothing where there is none.
fn section(writer: &mut Writer<'_>, tests: &MetricTests, verdict: Verdict) -> Option<Section> {
    let anchors = anchors(tests);
    let found = tests.results.iter().enumerate().filter(|(_, result)| result.verdict == verdict);
    let rows: Vec<Row> =
        found.map(|(index, result)| Row { id: anchors[index].clone(), ..row(writer, tests, index, result, verdict) }).collect();
    if rows.is_empty() {
        return None;
    }
    let title = writer.say(match verdict {
        Verdict::Fail => "checks-section-fail",
        Verdict::Waived => "checks-section-waived",
        Verdict::NotTestable => "checks-section-not-testable",
        Verdict::Pass => "checks-section-pass",
        Verdict::NotApplicable => "checks-section-not-applicable",
    });
    let columns = columns(verdict).iter().map(|(key, kind)| Column::new(writer.say(key), *kind)).collect();
    let table = writer.table(Table {
        id: format!("t-{}", verdict.word()),
        caption: title.clone(),
        caption_hidden: true,
        columns,
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    });
    Some(Section::new(verdict.word(), title, vec![table]))
}

/// The anchor of each result: its code, and a number where several results have one code.
fn anchors(tests: &MetricTests) -> Vec<String> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let anchor = |result: &CheckResult| {
        let count = seen.entry(result.check.code.id).or_default();
        *count += 1;
        let code = result.check.code.id.to_lowercase();
        if *count == 1 { code } else { format!("{code}-{count}") }
    };
    tests.results.iter().map(anchor).collect()
}

fn columns(verdict: Verdict) -> Vec<(&'static str, ColumnKind)> {
    let mut columns = vec![("checks-column-check", ColumnKind::Text)];
    match verdict {
        Verdict::NotApplicable => {}
        Verdict::Fail | Verdict::Waived => columns.insert(1, ("checks-column-number", ColumnKind::Text)),
        Verdict::NotTestable | Verdict::Pass => columns.insert(1, ("checks-column-mark", ColumnKind::Text)),
    }
    if verdict == Verdict::NotApplicable {
        columns.push(("checks-column-reason", ColumnKind::Text));
        return columns;
    }
    columns.extend([
        ("checks-column-tested", ColumnKind::Number),
        ("checks-column-untested", ColumnKind::Number),
        ("checks-column-used", ColumnKind::Text),
        ("checks-column-expected", ColumnKind::Text),
    ]);
    columns.push(match verdict {
        Verdict::NotTestable => ("checks-column-reason", ColumnKind::Text),
        _ => ("checks-column-found", ColumnKind::Text),
    });
    if verdict == Verdict::Waived {
        columns.push(("checks-column-waiver", ColumnKind::Text));
    }
    columns
}

fn row(writer: &Writer<'_>, tests: &MetricTests, index: usize, result: &CheckResult, verdict: Verdict) -> Row {
    let check = result.check;
    let name = name(writer, result);
    let english = |text: &str| if text.is_empty() { Cell::Empty } else { Cell::Messages(vec![text.to_owned()]) };
    if verdict == Verdict::NotApplicable {
        return Row { cells: vec![name, english(&result.reason)], ..Row::default() };
    }
    let number = match tests.number(index) {
        Some(tick) => Cell::Anchored { id: tick.letters().to_lowercase(), text: tick.letters() },
        None if verdict == Verdict::NotTestable => check.mark.map_or(Cell::Empty, |_| Cell::Text(Tick::NotTested.letters())),
        None => check.mark.map_or(Cell::Empty, |mark| Cell::Text(mark.letters().to_owned())),
    };
    let count = |count: usize| Cell::number(writer.language().count(count), count.to_string());
    let used: Vec<String> = std::iter::once(check.inputs.to_owned()).chain(result.inputs.iter().cloned()).collect();
    let mut cells = vec![
        name,
        number,
        count(result.tested),
        count(result.untested),
        Cell::Messages(used.into_iter().filter(|text| !text.is_empty()).collect()),
        english(check.expects),
        found(writer, result),
    ];
    if verdict == Verdict::Waived {
        let waiver = result.waiver.as_ref().map(|id| RecordRef { kind: Kind::Waiver, id: id.clone() });
        cells.push(waiver.map_or(Cell::Empty, |waiver| Cell::Link {
            href: writer.record_href(&waiver),
            label: writer.title_of(&waiver),
            note: waiver.id.to_string(),
        }));
    }
    Row { cells, ..Row::default() }
}

/// The check with the way to its page; what it was made on where that is not the metric, so that results of one check can be told apart.
fn name(writer: &Writer<'_>, result: &CheckResult) -> Cell {
    let code = &result.check.code;
    let name = code.name.replace('-', " ");
    let note = match &result.subject {
        Subject::Release(_) => format!("{name}, {}", result.subject),
        Subject::Project | Subject::Record(_) => name,
    };
    Cell::Link { href: writer.href(&AuditPage::Check(code.id).path(0)), label: code.id.to_owned(), note }
}

/// What was found, or why it could not be tested.
fn found(writer: &Writer<'_>, result: &CheckResult) -> Cell {
    let mut messages: Vec<String> = result.failed.iter().take(MOST_FAILED).map(message).collect();
    // A pass keeps why it might not have applied; only what could not be tested is said of it.
    if !result.reason.is_empty() && (result.verdict != Verdict::Pass || result.untested > 0) {
        messages.push(result.reason.clone());
    }
    if messages.is_empty() {
        return Cell::Text(writer.say("checks-all-right"));
    }
    let more = result.failed.len().saturating_sub(MOST_FAILED);
    if more > 0 {
        return Cell::Stack(vec![Cell::Messages(messages), Cell::Text(writer.fill("checks-more-failed", &[("count", more.into())]))]);
    }
    Cell::Messages(messages)
}

/// What is wrong, and where.
fn message(failed: &Failed) -> String {
    format!("{} ({})", failed.message, failed.place)
}
