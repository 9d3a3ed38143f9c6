//! One check: what came of it, every result that is no plain pass, and the check's own page.

use super::framing::{Said, link, part_of, title_of_page};
use super::outcome::{
    assertion_word, depends_on_profile, expected, family_word, level_in_project, level_under, level_word, name_of, subject_cell,
    verdict_word,
};
use crate::check::{Check, CheckResult, Failed, Looks, Verdict, check_of};
use crate::model::{Kind, Profile, RecordRef};
use crate::site::audit_page::told_of;
use crate::site::view::{Block, Cell, Column, ColumnKind, Fact, Head, Link, Page, Rail, Row, RowGroup, Section, Span, Table, Tally};
use crate::site::writer::{MenuSection, Outline, Writer};
use crate::site::{AuditPage, Site};

/// Things wrong with one subject that are told one by one; the data file has them all.
const MOST_OF_ONE: usize = 20;

/// Makes a part of the page of a check; nothing where there is no such check.
pub(super) fn page(site: &Site, path: &str, code: &str, part: usize) -> Option<Page> {
    let check = check_of(code)?;
    let mut writer = Writer::new(site, path);
    let told = told_of(site.ledger(), code);
    let mut sections = Vec::new();
    if part == 0 {
        let mut blocks = vec![Block::Facts { facts: facts(&writer, check) }];
        if matches!(check.looks, Looks::Sealed(_)) {
            blocks.push(Block::Note { class: "", text: writer.say("audit-check-sealed"), links: vec![link(&writer, AuditPage::Verify)] });
        }
        sections.push(Section::new("this-check", writer.say("audit-check-what"), blocks));
    }
    for verdict in [Verdict::Fail, Verdict::Waived, Verdict::NotTestable] {
        let results: Vec<&CheckResult> = part_of(told, part).iter().filter(|result| result.verdict == verdict).collect();
        sections.extend(told_section(&mut writer, verdict, &results));
    }
    if part == 0 {
        sections.extend((told.is_empty()).then(|| Section::new("results", writer.say("audit-check-results"), vec![quiet(&writer, check)])));
        sections.push(Section::new(
            "about",
            writer.say("audit-check-about"),
            vec![Block::Explanation { markdown: check.code.explanation() }],
        ));
    }
    let said = Said { lede: check.code.summary.to_owned(), tallies: tallies(&writer, check), sections };
    Some(finish(writer, check, part, said))
}

/// Ends the page: its heading is the name of the check, which is English in any language, as is its summary.
fn finish(writer: Writer<'_>, check: &'static Check, part: usize, said: Said) -> Page {
    let page = AuditPage::Check(check.code.id);
    let name = format!("{} {}", check.code.id, name_of(check));
    let title = if part == 0 { name } else { writer.fill("audit-part", &[("title", name.into()), ("part", (part + 1).into())]) };
    let trail = [AuditPage::Index, AuditPage::Checks].map(|page| link(&writer, page)).to_vec();
    let english = writer.language().is_english();
    let mut opening = if english { Vec::new() } else { vec![Block::English { text: said.lede.clone() }] };
    opening.push(Block::Tallies { tallies: said.tallies });
    let head = Head {
        kicker: writer.say("audit-check"),
        title,
        lede: if english { said.lede } else { String::new() },
        pager: super::framing::pager(&writer, page, part),
        ..Head::default()
    };
    let outline = Outline {
        template: "audit",
        section: MenuSection::Audit,
        title: title_of_page(writer.language(), page, part),
        trail,
        source: String::new(),
        head,
        opening,
        rail: Rail::None,
        sections: said.sections,
    };
    writer.finish(outline)
}

fn tallies(writer: &Writer<'_>, check: &Check) -> Vec<Tally> {
    let count = writer.site.ledger().count(check.code.id);
    let tally = |verdict: &Verdict| Tally {
        count: writer.language().count(count.of(*verdict)),
        words: verdict_word(writer.language(), *verdict),
        href: String::new(),
    };
    Verdict::ALL.iter().map(tally).collect()
}

/// What the check is in this project.
fn facts(writer: &Writer<'_>, check: &'static Check) -> Vec<Fact> {
    let (site, language) = (writer.site, writer.language());
    let fact = |key: &'static str, values: Vec<Span>| Fact { label: writer.language().say(key).to_owned(), values };
    let english = |text: &str| Span::Prose { markdown: text.to_owned() };
    let mut level = vec![Span::text(level_word(language, level_in_project(site, check)))];
    if site.catalog().settings().checks.contains_key(check.code.id) {
        level.push(Span::Remark { text: writer.say("audit-check-level-set") });
    } else if depends_on_profile(check) {
        let words = level_word(language, level_under(site, check, Profile::Assured));
        level.push(Span::Remark { text: writer.fill("audit-check-level-assured", &[("level", words.into())]) });
    }
    let supports = check.supports.iter().map(|assertion| Span::text(assertion_word(language, *assertion))).collect();
    let mark = check
        .mark
        .map_or_else(|| Span::Absent { text: writer.say("audit-check-no-mark") }, |mark| Span::Code { text: mark.letters().to_owned() });
    let mut facts = vec![
        fact("audit-family", vec![Span::text(family_word(language, check.family()))]),
        fact("audit-check-level", level),
        fact("audit-supports", supports),
        fact("audit-mark", vec![mark]),
        fact("audit-check-inputs", vec![english(check.inputs)]),
        fact("audit-check-expects", vec![english(check.expects)]),
    ];
    let waivers = site.catalog().waivers().filter(|(_, waiver)| waiver.check == check.code.id);
    let waivers: Vec<Span> = waivers.map(|(record, _)| writer.span(&record.reference())).collect();
    if !waivers.is_empty() {
        facts.push(fact("audit-check-waivers", waivers));
    }
    facts
}

/// That nothing failed, was waived or could not be tested, or that nothing was looked at.
fn quiet(writer: &Writer<'_>, check: &Check) -> Block {
    let passed = writer.site.ledger().count(check.code.id).of(Verdict::Pass);
    let text = match (level_in_project(writer.site, check), passed) {
        (None, _) => writer.say("audit-check-off"),
        (_, 0) => writer.say("audit-check-nothing-to-test"),
        (_, passed) => writer.fill("audit-check-all-passed", &[("count", passed.into())]),
    };
    Block::Intro { text }
}

/// The results of a verdict; nothing where there is none.
fn told_section(writer: &mut Writer<'_>, verdict: Verdict, results: &[&CheckResult]) -> Option<Section> {
    let (id, title) = match verdict {
        Verdict::Fail => ("failed", writer.say("audit-check-failed")),
        Verdict::Waived => ("waived", writer.say("audit-check-waived")),
        _ => ("not-testable", writer.say("audit-check-not-testable")),
    };
    if results.is_empty() {
        return None;
    }
    let rows: Vec<Row> = results.iter().flat_map(|result| rows(writer, result)).collect();
    let columns = columns(writer, verdict);
    let table = Table {
        id: format!("{id}-table"),
        caption: title.clone(),
        caption_hidden: true,
        sortable: rows.len() > 3,
        filterable: rows.len() > 10,
        long: rows.len() > 20,
        columns,
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    };
    let mut blocks = vec![writer.table(table)];
    if results.iter().any(|result| result.failed.len() > MOST_OF_ONE) {
        let href = writer.href("data/checks.json");
        let links = vec![Link { href, label: writer.say("audit-data"), note: String::new() }];
        blocks.push(Block::Note { class: "", text: writer.say("audit-check-more-in-data"), links });
    }
    Some(Section::new(id, title, blocks))
}

fn columns(writer: &Writer<'_>, verdict: Verdict) -> Vec<Column> {
    let keys: &[&'static str] = match verdict {
        Verdict::NotTestable => &["audit-subject", "audit-reason", "audit-untested"],
        Verdict::Waived => {
            &["audit-subject", "findings-place", "audit-wrong", "audit-expected", "audit-found", "audit-waiver", "audit-waiver-until"]
        }
        _ => &["audit-subject", "findings-place", "audit-wrong", "audit-expected", "audit-found", "findings-level"],
    };
    let kind = |key: &str| if key == "audit-untested" { ColumnKind::Number } else { ColumnKind::Text };
    keys.iter().map(|key| Column { filter: *key == "findings-level", ..Column::new(writer.language().say(key), kind(key)) }).collect()
}

/// One row for each thing that is wrong, or one for the subject that could not be tested.
fn rows(writer: &Writer<'_>, result: &CheckResult) -> Vec<Row> {
    if result.verdict == Verdict::NotTestable {
        let untested = Cell::number(writer.language().count(result.untested), result.untested.to_string());
        let cells = vec![subject_cell(writer, result), Cell::Spoken(result.reason.clone()), untested];
        return vec![Row { cells, ..Row::default() }];
    }
    let mut rows: Vec<Row> = result.failed.iter().take(MOST_OF_ONE).map(|failed| row(writer, result, failed)).collect();
    let more = result.failed.len().saturating_sub(MOST_OF_ONE);
    if more > 0 {
        let words = Cell::Text(writer.fill("audit-check-more", &[("count", more.into())]));
        let mut cells = vec![subject_cell(writer, result), Cell::Empty, words];
        cells.resize(columns(writer, result.verdict).len(), Cell::Empty);
        rows.push(Row { cells, ..Row::default() });
    }
    rows
}

fn row(writer: &Writer<'_>, result: &CheckResult, failed: &Failed) -> Row {
    let mut cells = vec![
        subject_cell(writer, result),
        Cell::Code(failed.place.to_string()),
        Cell::Spoken(failed.message.clone()),
        Cell::Spoken(expected(result, failed)),
        failed.found.clone().map_or_else(|| Cell::Absent(writer.say("audit-see-left")), Cell::Spoken),
    ];
    if result.verdict == Verdict::Waived {
        cells.extend(waiver(writer, result));
    } else {
        cells.push(Cell::Text(level_word(writer.language(), Some(failed.level.unwrap_or(result.level)))));
    }
    Row { cells, ..Row::default() }
}

/// The waiver that covers a result, and its last day.
fn waiver(writer: &Writer<'_>, result: &CheckResult) -> [Cell; 2] {
    let Some(id) = &result.waiver else {
        return [Cell::Empty, Cell::Empty];
    };
    let reference = RecordRef { kind: Kind::Waiver, id: id.clone() };
    let until = writer.site.catalog().waivers().find(|(record, _)| record.id == *id).map(|(_, waiver)| waiver.expires);
    [
        Cell::Link { href: writer.record_href(&reference), label: writer.title_of(&reference), note: String::new() },
        until.map_or(Cell::Empty, |day| crate::site::view::governance::day_cell(writer, day)),
    ]
}

#[cfg(test)]
mod tests {
    use super::super::outcome::verdict_status;
    use super::*;
    use crate::language::Language;

    #[test]
    fn what_could_not_be_tested_never_looks_like_a_pass() {
        let language = Language::built_in("en");
        let classes: Vec<&str> = Verdict::ALL.iter().map(|verdict| verdict_status(&language, *verdict).class).collect();
        assert_eq!(classes, ["is-misses", "is-within", "is-unknown", "is-meets", "is-unknown"]);
    }
}
