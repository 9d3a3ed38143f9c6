//! The vocabulary of pages: a page is a head and sections, a section is a list of blocks.
//!
//! Blocks say what is shown, never how. Text is plain unless a field says that it is Markdown. Pictures and tables are
//! kept beside the blocks in [`Parts`] and named by their number, because they are drawn and not put through templates.

use serde::Serialize;

use super::past::{CommitBlock, EditBlock};
use super::table::Table;
use super::tick::{LegendEntry, TickMark};
use crate::model::Formula;
use crate::site::chart::Picture;
use crate::stats::spc::{Assurance, Variation};

/// A picture, table or formula of a page.
#[derive(Clone, Debug)]
pub enum Part {
    /// A picture.
    Picture(Picture),
    /// What the newest point of a series says, as an icon.
    Variation(Variation),
    /// Whether a process can be expected to meet its target, as an icon.
    Assurance(Assurance),
    /// A table.
    Table(Table),
    /// A formula, set as mathematics.
    Formula {
        /// What stands left of the equals sign.
        name: String,
        /// What stands right of it.
        formula: Formula,
        /// Factor of the unit: 100 for per cent.
        factor: i64,
    },
}

/// The number of a part among those of its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct PartNumber(usize);

impl PartNumber {
    /// The position among the parts of the page.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0
    }
}

/// The parts of a page, in the order in which they were made.
#[derive(Clone, Debug, Default)]
pub struct Parts(Vec<Part>);

impl Parts {
    /// Keeps a part and gives its number.
    pub fn add(&mut self, part: Part) -> PartNumber {
        self.0.push(part);
        PartNumber(self.0.len() - 1)
    }

    /// Keeps a picture and gives its number.
    pub fn picture(&mut self, picture: Picture) -> PartNumber {
        self.add(Part::Picture(picture))
    }

    /// The number that the next part will have; makes ids in pictures differ.
    #[must_use]
    pub fn next(&self) -> usize {
        self.0.len()
    }

    /// All parts.
    #[must_use]
    pub fn all(&self) -> &[Part] {
        &self.0
    }
}

/// A link with what should be known before it is followed.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Link {
    /// Address relative to the page.
    pub href: String,
    /// Words of the link.
    pub label: String,
    /// Words beside it: kind, state, role; may be empty.
    pub note: String,
}

/// Whether a target is met, in a class of the theme and a word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StatusWord {
    /// `is-meets`, `is-misses`, `is-within` or `is-unknown`.
    pub class: &'static str,
    /// The word.
    pub word: String,
}

/// A state with the weight that it should have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Badge {
    /// Empty, `is-ended` or `is-alert`.
    pub class: &'static str,
    /// The word.
    pub word: String,
}

/// A piece of a line.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "span", rename_all = "kebab-case")]
pub enum Span {
    /// Plain words.
    Text {
        /// The words.
        text: String,
    },
    /// A figure, set in numerals of one width.
    Number {
        /// The figure with its unit.
        text: String,
    },
    /// An id, path or code.
    Code {
        /// The text.
        text: String,
    },
    /// A link.
    Link {
        /// Address relative to the page.
        href: String,
        /// Words of the link.
        label: String,
    },
    /// A day, period or instant.
    Time {
        /// As machines read it.
        iso: String,
        /// As people read it.
        label: String,
    },
    /// Whether a target is met.
    Status(StatusWord),
    /// A state.
    Badge(Badge),
    /// Markdown of any length.
    Prose {
        /// Markdown.
        markdown: String,
    },
    /// A remark in a quieter voice, such as `default`.
    Remark {
        /// The words.
        text: String,
    },
    /// Nothing was written.
    Absent {
        /// The word that says so.
        text: String,
    },
    /// The marks of the figure before them.
    Marks {
        /// The marks.
        marks: Vec<TickMark>,
    },
}

impl Span {
    /// Plain words.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text { text: text.into() }
    }
}

/// A label with what belongs to it.
#[derive(Clone, Debug, Serialize)]
pub struct Fact {
    /// The label.
    pub label: String,
    /// What belongs to it; several stand one below the other.
    pub values: Vec<Span>,
}

/// One cell of the glance line.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Glance {
    /// What the cell is about.
    pub label: String,
    /// The figure of the main cell, without its unit; may be empty.
    pub figure: String,
    /// Unit of the figure; may be empty.
    pub unit: String,
    /// The marks of the figure.
    pub marks: Vec<TickMark>,
    /// A short answer; may be empty.
    pub word: String,
    /// Whether a target is met.
    pub status: Option<StatusWord>,
    /// An icon, beside the words that say the same.
    pub icon: Option<PartNumber>,
    /// The words of the icon; may be empty.
    pub icon_words: String,
    /// Small print, one line each.
    pub notes: Vec<String>,
    /// Links below the small print.
    pub links: Vec<Link>,
}

/// A numbered event below a chart.
#[derive(Clone, Debug, Serialize)]
pub struct Event {
    /// Its number in the chart.
    pub number: usize,
    /// What it is.
    pub label: String,
    /// Its page.
    pub href: String,
}

/// An exception on the index, or another thing worth a card.
#[derive(Clone, Debug, Serialize)]
pub struct Card {
    /// Heading and its page.
    pub link: Link,
    /// The figure with its unit.
    pub figure: String,
    /// The marks of the figure.
    pub marks: Vec<TickMark>,
    /// A sparkline beside the figure.
    pub sparkline: Option<PartNumber>,
    /// Whether the target is met.
    pub status: Option<StatusWord>,
    /// Icons.
    pub icons: Vec<PartNumber>,
    /// Words below.
    pub note: String,
}

/// A word of the glossary.
#[derive(Clone, Debug, Serialize)]
pub struct GlossaryEntry {
    /// Anchor on the page.
    pub id: String,
    /// The word and its page.
    pub link: Link,
    /// What it means, in Markdown.
    pub markdown: String,
    /// Words below: synonyms, words not to use.
    pub note: String,
}

/// A finding with its place.
#[derive(Clone, Debug, Serialize)]
pub struct FindingBlock {
    /// Anchor on the page.
    pub id: String,
    /// Code and name.
    pub code: String,
    /// How much it weighs, in a word.
    pub level: String,
    /// Language of the message, its place and its help, where it is another than that of the page; empty else.
    pub language: &'static str,
    /// Class of the badge: empty or `is-alert`.
    pub class: &'static str,
    /// What is wrong.
    pub message: String,
    /// Path, line and column.
    pub place: String,
    /// Line number and text of the line, where it is known.
    pub excerpt: Option<Excerpt>,
    /// One step that mends it; may be empty.
    pub help: String,
}

/// A line of a file with the part that is meant.
#[derive(Clone, Debug, Serialize)]
pub struct Excerpt {
    /// Number of the line.
    pub line: usize,
    /// Text before the part.
    pub before: String,
    /// The part.
    pub marked: String,
    /// Text after it.
    pub after: String,
}

/// One block of a section.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "block", rename_all = "kebab-case")]
pub enum Block {
    /// Markdown.
    Prose {
        /// Markdown.
        markdown: String,
        /// Whether it opens the section and is set larger.
        lede: bool,
    },
    /// The page of a check: Markdown that is English in a report of any other language.
    Explanation {
        /// Markdown.
        markdown: String,
    },
    /// A paragraph of plain words before a table or figure.
    Intro {
        /// The words.
        text: String,
    },
    /// A paragraph that is English in a report of any other language.
    English {
        /// The words.
        text: String,
    },
    /// A heading inside a section.
    Heading {
        /// The words.
        text: String,
    },
    /// Short fields.
    Facts {
        /// The fields.
        facts: Vec<Fact>,
    },
    /// Fields of prose: label left, text right.
    Terms {
        /// The fields.
        facts: Vec<Fact>,
    },
    /// References.
    Links {
        /// The references.
        links: Vec<Link>,
        /// Whether a long list runs in columns.
        columns: bool,
    },
    /// A picture with title and notes.
    Figure {
        /// What is seen.
        title: String,
        /// Measure, place, time and unit; may be empty.
        subtitle: String,
        /// Name of the region in which it can be scrolled.
        label: String,
        /// The picture.
        part: PartNumber,
        /// Method and what else has to be known.
        notes: Vec<String>,
        /// The events that are numbered in it.
        events: Vec<Event>,
    },
    /// A table.
    Table {
        /// The table.
        part: PartNumber,
    },
    /// Blocks that can be folded away.
    Details {
        /// What is inside.
        summary: String,
        /// Whether they are shown at first.
        open: bool,
        /// The blocks.
        blocks: Vec<Block>,
    },
    /// Links to what can be fetched or seen next.
    Actions {
        /// The links.
        links: Vec<Link>,
    },
    /// Something that must be known before the rest is read.
    Note {
        /// Empty, `is-misses` or `is-within`.
        class: &'static str,
        /// The words.
        text: String,
        /// Links behind the words.
        links: Vec<Link>,
    },
    /// A formula with its twin in plain text.
    Formula {
        /// The formula.
        part: PartNumber,
        /// The same in plain text.
        plain: String,
    },
    /// An exclusion on the page of a metric.
    Exclusion {
        /// Anchor on the page.
        id: String,
        /// Heading and its page.
        link: Link,
        /// Id, version and state.
        byline: Vec<Span>,
        /// Rationale in Markdown.
        markdown: String,
        /// Short fields.
        facts: Vec<Fact>,
    },
    /// Two lists side by side.
    Beside {
        /// Left.
        left: Vec<Block>,
        /// Right.
        right: Vec<Block>,
    },
    /// Cards.
    Cards {
        /// The cards.
        cards: Vec<Card>,
    },
    /// Counts in large figures.
    Tallies {
        /// Count, words and page of each; the page may be empty.
        tallies: Vec<Tally>,
    },
    /// Letters that lead to words of a glossary.
    Letters {
        /// The letters.
        links: Vec<Link>,
    },
    /// Words of a glossary.
    Glossary {
        /// The words.
        entries: Vec<GlossaryEntry>,
    },
    /// What the marks of a page mean.
    Legend {
        /// The marks.
        entries: Vec<LegendEntry>,
    },
    /// A finding.
    Finding(FindingBlock),
    /// A commit of a history.
    Commit(Box<CommitBlock>),
    /// An edit of a field.
    Edit(EditBlock),
}

/// A count in large figures.
#[derive(Clone, Debug, Serialize)]
pub struct Tally {
    /// The count.
    pub count: String,
    /// What is counted.
    pub words: String,
    /// Page with more about it; may be empty.
    pub href: String,
}

/// A section with a heading.
#[derive(Clone, Debug, Serialize)]
pub struct Section {
    /// Anchor on the page.
    pub id: String,
    /// Heading.
    pub title: String,
    /// A link in the heading's line; none in most sections.
    pub link: Option<Link>,
    /// The blocks.
    pub blocks: Vec<Block>,
}

impl Section {
    /// A section without a link in its heading.
    #[must_use]
    pub fn new(id: impl Into<String>, title: impl Into<String>, blocks: Vec<Block>) -> Self {
        Self { id: id.into(), title: title.into(), link: None, blocks }
    }
}
