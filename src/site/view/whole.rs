//! The page that holds the whole report: its head and its list of contents; the pages themselves are put behind them.

use super::{Block, Head, Link, Page, Rail, Section};
use crate::site::Site;
use crate::site::whole::Chapter;
use crate::site::writer::{MenuSection, Outline, Writer};

/// Makes the page, without the pages that it holds.
pub(super) fn page(site: &Site, path: &str) -> Page {
    let writer = Writer::new(site, path);
    let mut sections: Vec<Section> = Vec::new();
    let mut last = None;
    let pages = site.whole();
    let mut count: usize = 0;
    for (chapter, file) in &pages {
        let Some(page) = site.page(file) else { continue };
        count += 1;
        if last != Some(*chapter) {
            last = Some(*chapter);
            let id = format!("contents-{}", sections.len() + 1);
            sections.push(Section::new(id, title(&writer, *chapter), vec![Block::Links { links: Vec::new(), columns: false }]));
        }
        let link = Link { href: format!("#{}", chapter_id(&file.path)), label: page.head.title, note: page.head.kicker };
        if let Some(Block::Links { links, .. }) = sections.last_mut().and_then(|section| section.blocks.last_mut()) {
            links.push(link);
        }
    }
    let outline = Outline {
        template: "whole",
        section: MenuSection::Whole,
        title: writer.say("whole-title"),
        trail: Vec::new(),
        source: String::new(),
        head: Head { title: writer.say("whole-title"), lede: writer.fill("whole-lede", &[("count", count.into())]), ..Head::default() },
        opening: Vec::new(),
        rail: Rail::None,
        sections,
    };
    writer.finish(outline)
}

fn title(writer: &Writer<'_>, chapter: Chapter) -> String {
    match chapter {
        Chapter::Overview => writer.say("menu-overview"),
        Chapter::Scorecards => writer.say("menu-scorecards"),
        Chapter::Metrics => writer.say("menu-metrics"),
        Chapter::Connections => writer.say("whole-connections"),
        Chapter::Records(kind) => writer.language().kinds(kind).to_owned(),
        Chapter::Prose => writer.say("whole-prose"),
        Chapter::Audit => writer.say("audit-title"),
    }
}

/// The anchor of a page in the whole report.
pub(crate) fn chapter_id(path: &str) -> &str {
    path.strip_suffix(".html").unwrap_or(path)
}
