//! What the pages for those who test a report share: their frame, their parts, and tables that can be filtered.

use crate::language::Language;
use crate::site::plan::METRICS_IN_A_LIST;
use crate::site::view::naming::sort_key;
use crate::site::view::places::planned_href;
use crate::site::view::{Block, Column, Head, Link, Page, Pager, Rail, Row, RowGroup, Section, Table, Tally};
use crate::site::writer::{MenuSection, Outline, Writer};
use crate::site::{AuditPage, Site};
use crate::source::Record;

/// The title of a page, or of a part of it.
pub(in crate::site) fn title_of_page(language: &Language, page: AuditPage, part: usize) -> String {
    let title = match page {
        AuditPage::Index => language.say("audit-title"),
        AuditPage::Basis => language.say("audit-basis-title"),
        AuditPage::Checks => language.say("audit-checks-title"),
        AuditPage::Check(code) => &language.fill("audit-check-title", &[("code", code.into())]),
        AuditPage::Waivers => language.say("audit-waivers-title"),
        AuditPage::FollowUp => language.say("audit-follow-up-title"),
        AuditPage::Coverage => language.say("audit-coverage-title"),
        AuditPage::Portfolio => language.say("audit-portfolio-title"),
        AuditPage::Promises => language.say("audit-promises-title"),
        AuditPage::Reconciliations => language.say("audit-reconciliations-title"),
        AuditPage::Duties => language.say("audit-duties-title"),
        AuditPage::Disposal => language.say("audit-disposal-title"),
        AuditPage::Provenance => language.say("provenance-title"),
        AuditPage::Verify => language.say("verify-title"),
        AuditPage::Releases => language.say("release-history-title"),
    };
    if part == 0 { title.to_owned() } else { language.fill("audit-part", &[("title", title.into()), ("part", (part + 1).into())]) }
}

/// What a page says besides its title and its way back.
pub(super) struct Said {
    /// A paragraph below the heading.
    pub(super) lede: String,
    /// Counts before the first section; may be empty.
    pub(super) tallies: Vec<Tally>,
    /// The sections.
    pub(super) sections: Vec<Section>,
}

/// Ends a page, or a part of it.
pub(super) fn finish(writer: Writer<'_>, page: AuditPage, part: usize, said: Said) -> Page {
    let title = title_of_page(writer.language(), page, part);
    let tallies = if said.tallies.is_empty() { Vec::new() } else { vec![Block::Tallies { tallies: said.tallies }] };
    let outline = Outline {
        template: "audit",
        section: MenuSection::Audit,
        title: title.clone(),
        trail: trail(&writer, page),
        source: String::new(),
        head: Head { title, lede: said.lede, pager: pager(&writer, page, part), ..Head::default() },
        opening: tallies,
        rail: Rail::None,
        sections: said.sections,
    };
    writer.finish(outline)
}

/// The way from the front page to a page, the page left out.
fn trail(writer: &Writer<'_>, page: AuditPage) -> Vec<Link> {
    let above = match page {
        AuditPage::Index => Vec::new(),
        AuditPage::Check(_) => vec![AuditPage::Index, AuditPage::Checks],
        _ => vec![AuditPage::Index],
    };
    above.into_iter().map(|page| link(writer, page)).collect()
}

/// A link to the first part of a page.
pub(super) fn link(writer: &Writer<'_>, page: AuditPage) -> Link {
    Link { href: writer.href(&page.path(0)), label: title_of_page(writer.language(), page, 0), note: String::new() }
}

/// The ways to the parts beside one; nothing where there is one only.
pub(super) fn pager(writer: &Writer<'_>, page: AuditPage, part: usize) -> Option<Pager> {
    let other = |part: usize| {
        let href = planned_href(writer, &page.path(part))?;
        Some(Link { href, label: title_of_page(writer.language(), page, part), note: String::new() })
    };
    let (previous, next) = (part.checked_sub(1).and_then(other), other(part + 1));
    (previous.is_some() || next.is_some()).then(|| Pager { label: writer.say("audit-parts"), previous, around: Vec::new(), next })
}

/// The rows of a part.
pub(super) fn part_of<T>(all: &[T], part: usize) -> &[T] {
    all.chunks(METRICS_IN_A_LIST).nth(part).unwrap_or_default()
}

/// The metrics of a part by title, and how many there are in all.
pub(super) fn metrics_of(site: &Site, part: usize) -> (Vec<&Record>, usize) {
    let mut metrics: Vec<&Record> = site.catalog().metrics().map(|(record, _)| record).collect();
    metrics.sort_by_cached_key(|record| sort_key(record));
    (part_of(&metrics, part).to_vec(), metrics.len())
}

/// A table that can be sorted and filtered, below a heading that says what its caption would say.
pub(super) fn list(writer: &mut Writer<'_>, id: &str, caption: String, columns: Vec<Column>, rows: Vec<Row>) -> Block {
    writer.table(Table {
        id: format!("{id}-table"),
        caption,
        caption_hidden: true,
        sortable: rows.len() > 5,
        filterable: rows.len() > 10,
        long: rows.len() > 20,
        columns,
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    })
}

/// A count in large figures.
pub(super) fn tally(writer: &Writer<'_>, count: usize, words: &'static str) -> Tally {
    Tally { count: writer.language().count(count), words: writer.fill(words, &[("count", count.into())]), href: String::new() }
}

/// Words that stand for a list that would be empty.
pub(super) fn nothing(writer: &Writer<'_>, words: &'static str) -> Block {
    Block::Intro { text: writer.say(words) }
}

/// A digest in groups of eight digits, so that a line can be broken between them and read aloud.
pub(super) fn parted(digest: &str) -> String {
    let digits: Vec<char> = digest.chars().collect();
    digits.chunks(8).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}
