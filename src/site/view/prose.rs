//! A page of prose.

use super::{Block, Head, Link, Page, Pager, Rail};
use crate::catalog::Catalog;
use crate::model::Id;
use crate::site::Site;
use crate::site::writer::{MenuSection, Outline, Writer};
use crate::source::ProsePage;

/// Makes the page; `None` where there is no such page.
pub(super) fn page(site: &Site, path: &str, id: &Id) -> Option<Page> {
    let pages = in_order(site.catalog());
    let position = pages.iter().position(|page| page.id == *id)?;
    let page = pages[position];
    let writer = Writer::new(site, path);
    let link = |page: &&ProsePage| Link { href: writer.prose_href(&page.id), label: page.title.clone(), note: String::new() };
    let previous = position.checked_sub(1).and_then(|before| pages.get(before)).map(link);
    let next = pages.get(position + 1).map(link);
    let beside = (pages.len() > 1).then(|| Pager { label: writer.say("pages-of-text"), previous, around: Vec::new(), next });
    let opening = if page.body.trim().is_empty() { Vec::new() } else { vec![Block::Prose { markdown: page.body.clone(), lede: false }] };
    let outline = Outline {
        template: "prose",
        section: MenuSection::Overview,
        title: writer.fill("prose-page-title", &[("title", page.title.as_str().into()), ("id", page.id.as_str().into())]),
        trail: Vec::new(),
        source: page.source.path().to_owned(),
        head: Head { title: page.title.clone(), pager: beside, ..Head::default() },
        opening,
        rail: Rail::None,
        sections: Vec::new(),
    };
    Some(writer.finish(outline))
}

/// The pages but the front page: those with a place first, then by title.
pub(super) fn in_order(catalog: &Catalog) -> Vec<&ProsePage> {
    let mut pages: Vec<&ProsePage> = catalog.pages().iter().filter(|page| page.id.as_str() != "index").collect();
    pages.sort_by_cached_key(|page| (page.order.is_none(), page.order, page.title.to_lowercase(), page.id.clone()));
    pages
}
