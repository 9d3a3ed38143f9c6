//! Every check with what came of it: by verdict, by family, and one by one.

use std::collections::BTreeMap;

use super::framing::{Said, finish, list};
use super::outcome::{check_cell, family_word, level_in_project, level_word, outcome, verdict_status, verdict_word};
use crate::check::{CHECKS, Check, Verdict};
use crate::site::view::governance::count_cell;
use crate::site::view::places::planned_href;
use crate::site::view::{Block, Cell, Column, ColumnKind, Link, Page, Row, Section, Tally};
use crate::site::writer::Writer;
use crate::site::{AuditPage, Site};

/// Makes the page.
pub(super) fn page(site: &Site, path: &str) -> Page {
    let mut writer = Writer::new(site, path);
    let sections = vec![
        Section::new("by-verdict", writer.say("audit-checks-by-verdict"), by_verdict(&mut writer)),
        Section::new("by-family", writer.say("audit-checks-by-family"), vec![by_family(&mut writer)]),
        Section::new("all", writer.say("audit-checks-all"), all(&mut writer)),
    ];
    let results: usize = Verdict::ALL.iter().map(|verdict| results(site, *verdict)).sum();
    let lede = writer.fill("audit-checks-lede", &[("checks", CHECKS.len().into()), ("results", writer.language().count(results).into())]);
    let tallies = tallies(&writer);
    finish(writer, AuditPage::Checks, 0, Said { lede, tallies, sections })
}

/// How many results came out so.
pub(super) fn results(site: &Site, verdict: Verdict) -> usize {
    CHECKS.iter().map(|check| site.ledger().count(check.code.id).of(verdict)).sum()
}

/// The results by verdict in large figures.
pub(super) fn tallies(writer: &Writer<'_>) -> Vec<Tally> {
    let tally = |verdict: &Verdict| {
        let count = results(writer.site, *verdict);
        Tally { count: writer.language().count(count), words: verdict_word(writer.language(), *verdict), href: String::new() }
    };
    Verdict::ALL.iter().map(tally).collect()
}

fn by_verdict(writer: &mut Writer<'_>) -> Vec<Block> {
    let meaning = |verdict: Verdict| match verdict {
        Verdict::Fail => "audit-meaning-fail",
        Verdict::Waived => "audit-meaning-waived",
        Verdict::NotTestable => "audit-meaning-not-testable",
        Verdict::Pass => "audit-meaning-pass",
        Verdict::NotApplicable => "audit-meaning-not-applicable",
    };
    let row = |verdict: &Verdict| {
        let checks = CHECKS.iter().filter(|check| writer.site.ledger().count(check.code.id).of(*verdict) > 0).count();
        Row {
            cells: vec![
                Cell::Status(verdict_status(writer.language(), *verdict)),
                count_cell(writer, results(writer.site, *verdict)),
                count_cell(writer, checks),
                Cell::Text(writer.language().say(meaning(*verdict)).to_owned()),
            ],
            ..Row::default()
        }
    };
    let rows: Vec<Row> = Verdict::ALL.iter().map(row).collect();
    let columns = vec![
        Column::new(writer.say("audit-verdict"), ColumnKind::Text),
        Column::new(writer.say("audit-results"), ColumnKind::Number),
        Column::new(writer.say("audit-of-checks"), ColumnKind::Number),
        Column::new(writer.say("governance-meaning"), ColumnKind::Text),
    ];
    let mut blocks = vec![list(writer, "by-verdict", writer.say("audit-checks-by-verdict"), columns, rows)];
    let mut links: Vec<Link> = Vec::new();
    let files = [("audit/findings.html", "findings", ""), ("data/checks.json", "audit-data", "audit-data-note")];
    for (path, label, note) in files {
        let note = if note.is_empty() { String::new() } else { writer.language().say(note).to_owned() };
        links.extend(planned_href(writer, path).map(|href| Link { href, label: writer.language().say(label).to_owned(), note }));
    }
    blocks.push(Block::Actions { links });
    blocks
}

fn by_family(writer: &mut Writer<'_>) -> Block {
    let mut families: BTreeMap<char, Vec<&Check>> = BTreeMap::new();
    for check in CHECKS {
        families.entry(check.family()).or_default().push(check);
    }
    let rows = families.into_iter().map(|(family, checks)| {
        let mut cells = vec![Cell::Text(format!("{family}: {}", family_word(writer.language(), family))), count_cell(writer, checks.len())];
        for verdict in Verdict::ALL {
            let count = checks.iter().map(|check| writer.site.ledger().count(check.code.id).of(*verdict)).sum();
            cells.push(count_cell(writer, count));
        }
        Row { cells, ..Row::default() }
    });
    let rows: Vec<Row> = rows.collect();
    let mut columns =
        vec![Column::new(writer.say("audit-family"), ColumnKind::Text), Column::new(writer.say("audit-of-checks"), ColumnKind::Number)];
    columns.extend(verdict_columns(writer));
    list(writer, "by-family", writer.say("audit-checks-by-family"), columns, rows)
}

fn verdict_columns(writer: &Writer<'_>) -> Vec<Column> {
    Verdict::ALL.iter().map(|verdict| Column::new(verdict_word(writer.language(), *verdict), ColumnKind::Number)).collect()
}

fn all(writer: &mut Writer<'_>) -> Vec<Block> {
    let rows: Vec<Row> = CHECKS.iter().map(|check| row(writer, check)).collect();
    let mut columns = vec![
        Column::new(writer.say("audit-check"), ColumnKind::Text),
        Column::new(writer.say("audit-family"), ColumnKind::Text).filtered(),
        Column::new(writer.say("findings-level"), ColumnKind::Text).filtered(),
        Column::new(writer.say("audit-supports"), ColumnKind::Text),
        Column::new(writer.say("audit-mark"), ColumnKind::Text),
        Column::new(writer.say("audit-outcome"), ColumnKind::Text).filtered(),
    ];
    columns.extend(verdict_columns(writer));
    let table = list(writer, "checks", writer.say("audit-checks-all"), columns, rows);
    let verify = super::framing::link(writer, AuditPage::Verify);
    let sealed = Block::Note { class: "", text: writer.say("audit-checks-sealed"), links: vec![verify] };
    vec![Block::Intro { text: writer.say("audit-checks-note") }, sealed, table]
}

fn row(writer: &Writer<'_>, check: &'static Check) -> Row {
    let language = writer.language();
    let level = level_in_project(writer.site, check);
    let supports: Vec<&str> = check.supports.iter().map(|assertion| assertion.code()).collect();
    let mut cells = vec![
        check_cell(writer, check),
        Cell::Text(family_word(language, check.family())),
        Cell::Text(level_word(language, level)),
        Cell::Text(supports.join(" ")),
        check.mark.map_or(Cell::Empty, |mark| Cell::Code(mark.letters().to_owned())),
        match (level, outcome(writer.site, check)) {
            (None, _) => Cell::Absent(writer.say("audit-outcome-off")),
            (_, None) => Cell::Absent(writer.say("audit-outcome-none")),
            (_, Some(verdict)) => Cell::Status(verdict_status(language, verdict)),
        },
    ];
    let count = writer.site.ledger().count(check.code.id);
    cells.extend(Verdict::ALL.iter().map(|verdict| count_cell(writer, count.of(*verdict))));
    Row { id: format!("check-{}", check.code.id.to_lowercase()), cells, ..Row::default() }
}
