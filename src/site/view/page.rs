//! A whole page.

use serde::Serialize;

use super::block::{Badge, Fact, Glance, Link, Parts, Section, Span};

/// A way back to the start.
#[derive(Clone, Debug, Serialize)]
pub struct Crumb {
    /// Words.
    pub label: String,
    /// Address relative to the page; empty for the page itself.
    pub href: String,
}

/// An entry of the menu.
#[derive(Clone, Debug, Serialize)]
pub struct MenuItem {
    /// Words.
    pub label: String,
    /// Address relative to the page.
    pub href: String,
    /// Whether the page belongs to this entry.
    pub current: bool,
}

/// What surrounds every page.
#[derive(Clone, Debug, Serialize)]
pub struct Frame {
    /// Title of the page, unique in the report.
    pub title: String,
    /// Title of the report.
    pub report: String,
    /// Organisation.
    pub organisation: String,
    /// Language of the report, as in `lang`.
    pub language: String,
    /// Way from the page to the root of the report: empty, `../`, `../../`.
    pub root: String,
    /// Whether the figures are made up for demonstration.
    pub demonstration: bool,
    /// The menu.
    pub menu: Vec<MenuItem>,
    /// The way back to the start; the last one is the page.
    pub crumbs: Vec<Crumb>,
    /// Day as of which the report speaks, as machines read it.
    pub as_of: String,
    /// The same as people read it.
    pub as_of_label: String,
    /// Commit in words: an id, an id with changes that are not committed, or that there is no history.
    pub commit: String,
    /// File of the project that the page shows; empty for pages made from many.
    pub source: String,
    /// Program and version.
    pub tool: String,
    /// Line at the foot of every printed sheet.
    pub foot: String,
}

/// What opens a page.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Head {
    /// Kind of thing that the page shows; may be empty.
    pub kicker: String,
    /// Heading.
    pub title: String,
    /// Id, version, state, owner.
    pub byline: Vec<Span>,
    /// A state that stands in the byline.
    pub badge: Option<Badge>,
    /// A paragraph below; may be empty.
    pub lede: String,
    /// The glance line.
    pub glance: Vec<Glance>,
    /// The page before, those around, and the page after.
    pub pager: Option<Pager>,
    /// Whether it is the front page.
    pub front: bool,
}

/// Ways to the pages beside this one.
#[derive(Clone, Debug, Serialize)]
pub struct Pager {
    /// Name of the group for screen readers.
    pub label: String,
    /// The page before.
    pub previous: Option<Link>,
    /// Pages around.
    pub around: Vec<Link>,
    /// The page after.
    pub next: Option<Link>,
}

/// What stands beside the sections.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "rail", rename_all = "kebab-case")]
pub enum Rail {
    /// Nothing.
    None,
    /// The sections as a list of contents.
    Contents,
    /// Short fields of a record.
    Facts {
        /// Name of the panel.
        label: String,
        /// The fields.
        facts: Vec<Fact>,
    },
}

/// A page as data.
#[derive(Clone, Debug, Serialize)]
pub struct Page {
    /// Name of the template, without folder and ending: a theme may bring its own for one kind of page.
    pub template: &'static str,
    /// What surrounds it.
    pub frame: Frame,
    /// What opens it.
    pub head: Head,
    /// Blocks before the first section, such as notes.
    pub opening: Vec<super::block::Block>,
    /// What stands beside the sections.
    pub rail: Rail,
    /// The sections.
    pub sections: Vec<Section>,
    /// Pictures, tables and formulas, by number.
    #[serde(skip)]
    pub parts: Parts,
}
