//! Pages that hold one of everything, on which the templates of a project are tried.

use super::theme::PAGE_TEMPLATES;
use crate::model::Formula;
use crate::site::view::{
    Badge, Block, Card, Cell, Column, ColumnKind, Crumb, Event, Excerpt, Fact, FindingBlock, Frame, Glance, GlossaryEntry, Head,
    LegendEntry, LegendGround, Link, MenuItem, Page, Pager, Part, PartNumber, Parts, Rail, Row, RowGroup, Section, Span, StatusWord, Table,
    Tally, TickMark,
};

/// For every kind of page one that holds everything and one that holds as little as a page can; then one for each block,
/// so that mistakes in several of them are told together.
pub(super) fn pages() -> Vec<Page> {
    let full = PAGE_TEMPLATES.iter().map(|template| full(template));
    let least = PAGE_TEMPLATES.iter().map(|template| bare(template));
    let blocks = {
        let (parts, blocks) = everything("words");
        blocks.into_iter().map(move |block| Page { opening: vec![block], parts: parts.clone(), ..bare("page") })
    };
    full.chain(least).chain(blocks).collect()
}

/// A page that holds one of everything.
pub(super) fn full(template: &'static str) -> Page {
    filled(template, "words")
}

/// A page that holds one of everything, with the same words wherever words can stand.
pub(super) fn filled(template: &'static str, words: &str) -> Page {
    let (parts, blocks) = everything(words);
    let head = Head {
        kicker: words.to_owned(),
        title: words.to_owned(),
        byline: spans(words),
        badge: Some(badge(words)),
        lede: words.to_owned(),
        glance: vec![glance(words, Some(icon_of(&blocks))), Glance::default()],
        pager: Some(Pager { label: words.to_owned(), previous: Some(link(words)), around: vec![link(words)], next: Some(link(words)) }),
        front: false,
    };
    let mut linked = Section::new("linked", words, Vec::new());
    linked.link = Some(link(words));
    Page {
        template,
        frame: frame(words, true),
        head,
        opening: blocks.clone(),
        rail: Rail::Facts { label: words.to_owned(), facts: vec![fact(words)] },
        sections: vec![Section::new("first", words, blocks), linked],
        parts,
    }
}

/// A page that holds as little as a page can.
pub(super) fn bare(template: &'static str) -> Page {
    let frame = Frame { menu: Vec::new(), crumbs: Vec::new(), organisation: String::new(), source: String::new(), ..frame("words", false) };
    let head = Head { title: "words".to_owned(), front: true, ..Head::default() };
    let (opening, rail, sections) = (Vec::new(), Rail::Contents, vec![Section::new("only", "words", Vec::new())]);
    Page { template, frame, head, opening, rail, sections, parts: Parts::default() }
}

fn frame(words: &str, demonstration: bool) -> Frame {
    let crumb = |href: &str| Crumb { label: words.to_owned(), href: href.to_owned() };
    Frame {
        title: words.to_owned(),
        report: format!("{words} report"),
        organisation: words.to_owned(),
        language: "en".to_owned(),
        root: "../".to_owned(),
        demonstration,
        menu: vec![MenuItem { label: words.to_owned(), href: words.to_owned(), current: true }],
        crumbs: vec![crumb(words), crumb("")],
        as_of: words.to_owned(),
        as_of_label: words.to_owned(),
        commit: words.to_owned(),
        source: words.to_owned(),
        tool: words.to_owned(),
        foot: words.to_owned(),
    }
}

fn link(words: &str) -> Link {
    Link { href: words.to_owned(), label: words.to_owned(), note: words.to_owned() }
}

fn badge(words: &str) -> Badge {
    Badge { class: "is-ended", word: words.to_owned() }
}

fn status(words: &str) -> StatusWord {
    StatusWord { class: "is-misses", word: words.to_owned() }
}

fn spans(words: &str) -> Vec<Span> {
    let text = || words.to_owned();
    vec![
        Span::Text { text: text() },
        Span::Number { text: text() },
        Span::Code { text: text() },
        Span::Link { href: text(), label: text() },
        Span::Time { iso: text(), label: text() },
        Span::Status(status(words)),
        Span::Badge(badge(words)),
        Span::Prose { markdown: text() },
        Span::Remark { text: text() },
        Span::Marks { marks: tick_marks(words) },
        Span::Absent { text: text() },
    ]
}

fn fact(words: &str) -> Fact {
    Fact { label: words.to_owned(), values: spans(words) }
}

fn glance(words: &str, icon: Option<PartNumber>) -> Glance {
    let text = || words.to_owned();
    Glance {
        label: text(),
        figure: text(),
        unit: text(),
        marks: tick_marks(words),
        word: text(),
        status: Some(status(words)),
        icon,
        icon_words: text(),
        notes: vec![text()],
        links: vec![link(words)],
    }
}

fn table(words: &str) -> Table {
    let text = || words.to_owned();
    let cells = vec![
        Cell::Link { href: text(), label: text(), note: text() },
        Cell::number(text(), text()),
        Cell::Absent(text()),
        Cell::Text(text()),
        Cell::English(text()),
        Cell::Spoken(text()),
        Cell::Code(text()),
        Cell::Time { iso: text(), label: text() },
        Cell::Links(vec![(text(), text()), (text(), text())]),
        Cell::Status(status(words)),
        Cell::Share { percent: 50, text: text() },
        Cell::Marks(tick_marks(words)),
        Cell::number(text(), text()).ticked(tick_marks(words)),
        Cell::Stack(vec![Cell::Text(text()), Cell::Text(text())]),
        Cell::Anchored { id: text(), text: text() },
        Cell::Messages(vec![text()]),
        Cell::Empty,
    ];
    let columns = cells.iter().map(|_| Column::new(words, ColumnKind::Text)).collect();
    let row = Row { id: text(), is_total: false, cells };
    Table {
        id: text(),
        caption: text(),
        note: text(),
        sortable: true,
        filterable: true,
        columns,
        groups: vec![RowGroup { heading: text(), note: text(), rows: vec![row] }],
        ..Table::default()
    }
}

/// The part that the sample shows as a picture: a template cannot tell one part from another.
fn icon_of(blocks: &[Block]) -> PartNumber {
    let shown = blocks.iter().find_map(|block| match block {
        Block::Figure { part, .. } => Some(*part),
        _ => None,
    });
    shown.unwrap_or_else(|| Parts::default().add(Part::Table(Table::default())))
}

/// One block of every kind, with the parts that they show.
fn everything(words: &str) -> (Parts, Vec<Block>) {
    let text = || words.to_owned();
    let mut parts = Parts::default();
    let formula = parts.add(Part::Formula { name: text(), formula: Formula::Term(text()), factor: 1 });
    let shown = parts.add(Part::Table(table(words)));
    let facts = || vec![fact(words)];
    let inner = || vec![Block::Intro { text: text() }, Block::Facts { facts: facts() }];
    let blocks = vec![
        Block::Prose { markdown: text(), lede: true },
        Block::Explanation { markdown: text() },
        Block::Intro { text: text() },
        Block::English { text: text() },
        Block::Heading { text: text() },
        Block::Facts { facts: facts() },
        Block::Terms { facts: facts() },
        Block::Links { links: vec![link(words)], columns: true },
        Block::Figure {
            title: text(),
            subtitle: text(),
            label: text(),
            part: formula,
            notes: vec![text()],
            events: vec![Event { number: 1, label: text(), href: text() }],
        },
        Block::Table { part: shown },
        Block::Details { summary: text(), open: true, blocks: vec![Block::Beside { left: inner(), right: inner() }] },
        Block::Actions { links: vec![link(words)] },
        Block::Note { class: "is-misses", text: text(), links: vec![link(words)] },
        Block::Formula { part: formula, plain: text() },
        Block::Exclusion { id: text(), link: link(words), byline: spans(words), markdown: text(), facts: facts() },
        Block::Beside { left: inner(), right: inner() },
        Block::Cards { cards: cards(words, formula) },
        Block::Tallies { tallies: tallies(words) },
        Block::Letters { links: vec![link(words)] },
        Block::Glossary { entries: vec![GlossaryEntry { id: text(), link: link(words), markdown: text(), note: text() }] },
        Block::Legend { entries: vec![legend_entry(words, ""), legend_entry(words, words)] },
        Block::Finding(finding(words)),
    ];
    (parts, blocks)
}

fn cards(words: &str, picture: PartNumber) -> Vec<Card> {
    let note = words.to_owned();
    let full = Card {
        link: link(words),
        figure: words.to_owned(),
        marks: tick_marks(words),
        sparkline: Some(picture),
        status: Some(status(words)),
        icons: vec![picture],
        note,
    };
    let bare = Card {
        link: Link::default(),
        figure: String::new(),
        marks: Vec::new(),
        sparkline: None,
        status: None,
        icons: Vec::new(),
        note: String::new(),
    };
    vec![full, bare]
}

fn tick_marks(words: &str) -> Vec<TickMark> {
    let mark = |class| TickMark { letters: words.to_owned(), class, label: words.to_owned(), href: words.to_owned() };
    vec![mark(""), mark("is-exception")]
}

fn legend_entry(words: &str, href: &str) -> LegendEntry {
    let text = || words.to_owned();
    let ground = |code: &str, language| LegendGround { code: code.to_owned(), text: text(), language, href: href.to_owned() };
    LegendEntry { letters: text(), class: "is-untested", meaning: text(), grounds: vec![ground(words, "en"), ground("", "")] }
}

fn tallies(words: &str) -> Vec<Tally> {
    [words, ""].map(|href| Tally { count: words.to_owned(), words: words.to_owned(), href: href.to_owned() }).to_vec()
}

fn finding(words: &str) -> FindingBlock {
    let text = || words.to_owned();
    FindingBlock {
        id: text(),
        code: text(),
        level: text(),
        language: "en",
        class: "is-alert",
        message: text(),
        place: text(),
        excerpt: Some(Excerpt { line: 1, before: text(), marked: text(), after: text() }),
        help: text(),
    }
}
