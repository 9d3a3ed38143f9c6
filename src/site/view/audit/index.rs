//! What there is for those who test the report, each page with what it says in one line.

use super::framing::{Said, finish, title_of_page};
use crate::check::{CHECKS, Check, Looks};
use crate::language::Language;
use crate::model::Kind;
use crate::site::plan::register_path;
use crate::site::view::places::planned_href;
use crate::site::view::{Block, Link, Page, Section};
use crate::site::writer::Writer;
use crate::site::{AuditPage, Site};

/// Registers of records that bear on what an auditor asks.
const REGISTERS: [Kind; 7] =
    [Kind::Change, Kind::Restatement, Kind::Deviation, Kind::Evidence, Kind::QualityRule, Kind::Exclusion, Kind::Source];

/// Makes the page.
pub(super) fn page(site: &Site, path: &str) -> Page {
    let writer = Writer::new(site, path);
    let tests = [(AuditPage::Checks, "audit-index-checks"), (AuditPage::Waivers, "audit-index-waivers")];
    let rests = [
        (AuditPage::Basis, "audit-index-basis"),
        (AuditPage::Coverage, "audit-index-coverage"),
        (AuditPage::Reconciliations, "audit-index-reconciliations"),
        (AuditPage::Promises, "audit-index-promises"),
    ];
    let evidence = [
        (AuditPage::Verify, "audit-index-verify"),
        (AuditPage::Provenance, "audit-index-provenance"),
        (AuditPage::Releases, "audit-index-releases"),
    ];
    let governed = [
        (AuditPage::FollowUp, "audit-index-follow-up"),
        (AuditPage::Duties, "audit-index-duties"),
        (AuditPage::Portfolio, "audit-index-portfolio"),
        (AuditPage::Disposal, "audit-index-disposal"),
    ];
    let mut tests = links(&writer, &tests);
    if let Some(href) = planned_href(&writer, "audit/findings.html") {
        tests.push(Link { href, label: writer.say("findings"), note: writer.say("audit-index-findings") });
    }
    let mut sections = vec![
        section(&writer, "tests", "audit-index-tests", tests),
        section(&writer, "basis", "audit-index-rests", links(&writer, &rests)),
        section(&writer, "evidence", "audit-index-evidence", links(&writer, &evidence)),
        section(&writer, "governance", "audit-index-governed", links(&writer, &governed)),
        section(&writer, "data", "audit-index-data", data(&writer)),
    ];
    sections.extend(registers(&writer));
    sections.extend(absent(&writer));
    let lede = writer.say("audit-lede");
    let tallies = super::checks::tallies(&writer);
    finish(writer, AuditPage::Index, 0, Said { lede, tallies, sections })
}

/// What the report is and what it is not, in words that never change, with the way to what was tested.
pub(in crate::site::view) fn standing(writer: &Writer<'_>) -> Block {
    let is_run =
        |check: &&&Check| !matches!(check.looks, Looks::Sealed(_)) && super::outcome::level_in_project(writer.site, check).is_some();
    let count = CHECKS.iter().filter(is_run).count();
    let links = vec![super::framing::link(writer, AuditPage::Checks)];
    Block::Note { class: "", text: writer.fill("standing", &[("checks", count.into())]), links }
}

fn section(writer: &Writer<'_>, id: &str, title: &'static str, links: Vec<Link>) -> Section {
    Section::new(id, writer.language().say(title), vec![Block::Links { columns: false, links }])
}

fn links(writer: &Writer<'_>, pages: &[(AuditPage, &'static str)]) -> Vec<Link> {
    let link = |(page, note): &(AuditPage, &'static str)| {
        let href = planned_href(writer, &page.path(0))?;
        Some(Link { href, label: title_of_page(writer.language(), *page, 0), note: writer.language().say(note).to_owned() })
    };
    pages.iter().filter_map(link).collect()
}

/// The data files that hold what the pages say.
fn data(writer: &Writer<'_>) -> Vec<Link> {
    let files = [("data/checks.json", "audit-data", "audit-data-note"), ("data/figures.csv", "contents-data", "contents-figures")];
    let link = |(path, label, note): (&str, &str, &str)| {
        let language = writer.language();
        Some(Link { href: planned_href(writer, path)?, label: language.say(label).to_owned(), note: language.say(note).to_owned() })
    };
    files.into_iter().filter_map(link).collect()
}

/// Registers that bear on what an auditor asks; nothing where there is none.
fn registers(writer: &Writer<'_>) -> Option<Section> {
    let link = |kind: &Kind| {
        let href = planned_href(writer, &register_path(*kind))?;
        let count = writer.language().count(writer.site.catalog().of_kind(*kind).count());
        Some(Link { href, label: writer.language().kinds(*kind).to_owned(), note: count })
    };
    let links: Vec<Link> = REGISTERS.iter().filter_map(link).collect();
    (!links.is_empty()).then(|| section(writer, "registers", "audit-index-registers", links))
}

/// What the project has no record of, in words; nothing where it has all.
fn absent(writer: &Writer<'_>) -> Option<Section> {
    let lacks = |kind: Kind| writer.site.catalog().of_kind(kind).next().is_none();
    let said = |language: &Language, (kind, key): (Kind, &'static str)| lacks(kind).then(|| language.say(key).to_owned());
    let kinds = [
        (Kind::AuditFinding, "audit-absent-findings"),
        (Kind::Commitment, "audit-absent-promises"),
        (Kind::Reconciliation, "audit-absent-reconciliations"),
        (Kind::Waiver, "audit-absent-waivers"),
        (Kind::Change, "audit-absent-changes"),
        (Kind::Evidence, "audit-absent-evidence"),
    ];
    let words: Vec<String> = kinds.into_iter().filter_map(|one| said(writer.language(), one)).collect();
    let blocks: Vec<Block> = words.into_iter().map(|text| Block::Intro { text }).collect();
    (!blocks.is_empty()).then(|| Section::new("absent", writer.say("audit-index-absent"), blocks))
}
