//! Markdown becomes HTML under one policy.
//!
//! Raw HTML is shown as the text that it is. Links lead to the web, to an address of mail, to a place on the same page or
//! to a record of the report; any other link is shown as its words. Pictures are not loaded: they are shown as links.
//! Headings begin below those of the page. No attribute of an author reaches the page, and no id is given twice.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{Alignment, CodeBlockKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};
use pulldown_cmark_escape::{escape_href, escape_html_body_text};

use super::escape::push_text;

/// The pages of the report by `kind/id`, as paths from its root.
pub type LinkTable = BTreeMap<String, String>;

/// The prose of one page: renders its blocks in order and keeps their ids apart.
#[derive(Debug)]
pub(super) struct PageProse<'a> {
    links: &'a LinkTable,
    root: &'a str,
    ids: BTreeSet<String>,
    blocks: usize,
}

impl<'a> PageProse<'a> {
    /// Begins a page from which `root` leads to the root of the report.
    pub(super) fn new(links: &'a LinkTable, root: &'a str) -> Self {
        Self { links, root, ids: BTreeSet::new(), blocks: 0 }
    }

    /// Renders the next block of the page.
    pub(super) fn render(&mut self, markdown: &str) -> String {
        if is_plain(markdown) {
            let mut out = String::with_capacity(markdown.len() + 16);
            out.push_str("<p>");
            let written = escape_html_body_text(&mut out, markdown);
            debug_assert!(written.is_ok(), "writing into a string does not fail");
            out.push_str("</p>\n");
            return out;
        }
        self.blocks += 1;
        let events: Vec<Event<'_>> = Parser::new_ext(markdown, options()).collect();
        let mut out = String::with_capacity(markdown.len() * 3 / 2);
        let policy = Policy::new(self, &events);
        html::push_html(&mut out, events.into_iter().scan(policy, |policy, event| Some(policy.apply(event))).flatten());
        out
    }

    /// An id for a heading, unlike any other of the page.
    fn heading_id(&mut self, words: &str) -> String {
        let slug = slug(words);
        let mut id = format!("text-{slug}");
        let mut number = 2;
        while !self.ids.insert(id.clone()) {
            id = format!("text-{slug}-{number}");
            number += 1;
        }
        id
    }
}

/// Every link of a text that leads neither to the web nor to a place on its own page, with its place in the text: the
/// address without what follows `#`, which is `kind/id` where it is right.
pub fn relative_links(markdown: &str) -> Vec<(String, Range<usize>)> {
    Parser::new_ext(markdown, options())
        .into_offset_iter()
        .filter_map(|(event, range)| match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => Some((dest_url, range)),
            _ => None,
        })
        .filter(|(address, _)| !is_outside(address) && !address.starts_with('#'))
        .map(|(address, range)| {
            let within = markdown[range.clone()].rfind(&*address);
            let place = within.map_or(range.clone(), |start| range.start + start..range.start + start + address.len());
            (address.split('#').next().unwrap_or_default().to_owned(), place)
        })
        .collect()
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
}

/// Whether a text is one paragraph of plain words: no letter of it means anything in Markdown.
fn is_plain(text: &str) -> bool {
    let marks = |byte: u8| byte < b' ' || b"\\`*_{}[]<>&#!|~^".contains(&byte);
    let Some(first) = text.bytes().next() else { return false };
    !first.is_ascii_digit() && !b" +-=:".contains(&first) && !text.ends_with(' ') && !text.bytes().any(marks)
}

/// Whether an address leads to the web or to an address of mail.
fn is_outside(address: &str) -> bool {
    let clean = !address.chars().any(|letter| letter.is_control() || letter.is_whitespace() || letter == '\\');
    let leads = |scheme: &str| {
        address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)) && !address[scheme.len()..].starts_with('/')
    };
    clean && ["https://", "http://", "mailto:"].iter().any(|scheme| leads(scheme) && address.len() > scheme.len())
}

/// Words as part of an id: letters and digits, joined by hyphens.
fn slug(words: &str) -> String {
    let mut slug = String::with_capacity(words.len());
    for letter in words.chars() {
        if letter.is_alphanumeric() {
            slug.extend(letter.to_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    if slug.is_empty() { "heading".to_owned() } else { slug }
}

/// Applies the policy to the events of one block.
struct Policy {
    /// Ids of the headings, last one first.
    headings: Vec<(String, u8)>,
    /// Level of the heading that is open.
    open_heading: u8,
    /// For each open link: whether it is written.
    open_links: Vec<bool>,
    /// Address on the page of each link, in order, last one first.
    addresses: Vec<Option<Address>>,
    /// Numbers of footnotes by their labels.
    notes: BTreeMap<String, usize>,
    /// Number of the block on its page.
    block: usize,
    /// Alignment of the columns of the open table.
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
    has_body: bool,
}

/// Where a link leads.
enum Address {
    /// To the web or to an address of mail.
    Outside(String),
    /// Within the report.
    Inside(String),
}

impl Policy {
    fn new(page: &mut PageProse<'_>, events: &[Event<'_>]) -> Self {
        let headings = heading_ids(page, events);
        let own: Vec<(String, String)> = headings.iter().map(|(words, id, _)| (slug(words), id.clone())).collect();
        let mut addresses = Vec::new();
        for event in events {
            if let Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) = event {
                addresses.push(address_of(page, &own, dest_url));
            }
        }
        addresses.reverse();
        let mut notes = BTreeMap::new();
        for event in events {
            if let Event::FootnoteReference(label) | Event::Start(Tag::FootnoteDefinition(label)) = event {
                let number = notes.len() + 1;
                notes.entry(label.to_string()).or_insert(number);
            }
        }
        Self {
            headings: headings.into_iter().rev().map(|(_, id, level)| (id, level)).collect(),
            open_heading: 3,
            open_links: Vec::new(),
            addresses,
            notes,
            block: page.blocks,
            alignments: Vec::new(),
            column: 0,
            in_head: false,
            has_body: false,
        }
    }

    fn apply<'e>(&mut self, event: Event<'e>) -> Option<Event<'e>> {
        match event {
            Event::Html(text) | Event::InlineHtml(text) => Some(Event::Text(text)),
            Event::Start(Tag::HtmlBlock) => Some(Event::Start(Tag::Paragraph)),
            Event::End(TagEnd::HtmlBlock) => Some(Event::End(TagEnd::Paragraph)),
            Event::Start(Tag::CodeBlock(_)) => Some(Event::Start(Tag::CodeBlock(CodeBlockKind::Indented))),
            Event::Start(Tag::BlockQuote(_)) => Some(Event::Start(Tag::BlockQuote(None))),
            Event::Start(Tag::Heading { .. }) => Some(self.open_heading()),
            Event::End(TagEnd::Heading(_)) => markup(format!("</h{}>\n", self.open_heading)),
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => self.open_link(),
            Event::End(TagEnd::Link | TagEnd::Image) => self.open_links.pop().filter(|written| *written).and_then(|_| markup("</a>".to_owned())),
            Event::FootnoteReference(label) => markup(self.note_reference(&label)),
            Event::Start(Tag::FootnoteDefinition(label)) => markup(self.note_start(&label)),
            Event::End(TagEnd::FootnoteDefinition) => markup("</div>\n".to_owned()),
            Event::TaskListMarker(done) => markup(task(done).to_owned()),
            Event::Start(Tag::Table(alignments)) => {
                self.alignments = alignments;
                self.has_body = false;
                markup("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table\"><table>".to_owned())
            }
            Event::End(TagEnd::Table) => markup(if self.has_body { "</tbody></table></div>\n" } else { "</table></div>\n" }.to_owned()),
            Event::Start(Tag::TableHead | Tag::TableRow) => self.open_row(matches!(event, Event::Start(Tag::TableHead))),
            Event::End(TagEnd::TableHead) => {
                self.in_head = false;
                markup("</tr></thead>\n".to_owned())
            }
            Event::End(TagEnd::TableRow) => markup("</tr>\n".to_owned()),
            Event::Start(Tag::TableCell) => self.open_cell(),
            Event::End(TagEnd::TableCell) => markup(if self.in_head { "</th>" } else { "</td>" }.to_owned()),
            other => Some(other),
        }
    }

    fn open_heading<'e>(&mut self) -> Event<'e> {
        let (id, level) = self.headings.pop().unwrap_or_else(|| ("text-heading".to_owned(), 3));
        self.open_heading = level;
        let mut start = format!("<h{level} id=\"");
        push_text(&mut start, &id);
        start.push_str("\">");
        Event::Html(start.into())
    }

    fn open_link<'e>(&mut self) -> Option<Event<'e>> {
        let inside_another = self.open_links.contains(&true);
        let address = self.addresses.pop().flatten().filter(|_| !inside_another);
        self.open_links.push(address.is_some());
        let (address, rest) = match address? {
            Address::Outside(address) if address.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("mailto:")) => (address, "\">"),
            Address::Outside(address) => (address, "\" rel=\"noopener noreferrer external\">"),
            Address::Inside(address) => (address, "\">"),
        };
        let mut start = String::from("<a href=\"");
        let written = escape_href(&mut start, &address);
        debug_assert!(written.is_ok(), "writing into a string does not fail");
        start.push_str(rest);
        markup(start)
    }

    fn note_id(&self, label: &str) -> (usize, String) {
        let number = self.notes.get(label).copied().unwrap_or_default();
        (number, format!("footnote-{}-{number}", self.block))
    }

    fn note_reference(&self, label: &str) -> String {
        let (number, id) = self.note_id(label);
        format!("<sup class=\"footnote-mark\"><a href=\"#{id}\">{number}</a></sup>")
    }

    fn note_start(&self, label: &str) -> String {
        let (number, id) = self.note_id(label);
        format!("<div class=\"footnote\" id=\"{id}\"><sup>{number}</sup>\n")
    }

    fn open_row<'e>(&mut self, head: bool) -> Option<Event<'e>> {
        self.column = 0;
        self.in_head = head;
        let first = !head && !std::mem::replace(&mut self.has_body, !head);
        markup(if head { "<thead><tr>" } else if first { "<tbody><tr>" } else { "<tr>" }.to_owned())
    }

    fn open_cell<'e>(&mut self) -> Option<Event<'e>> {
        let class = match self.alignments.get(self.column) {
            Some(Alignment::Right) => " class=\"align-right\"",
            Some(Alignment::Center) => " class=\"align-center\"",
            _ => "",
        };
        self.column += 1;
        markup(if self.in_head { format!("<th scope=\"col\"{class}>") } else { format!("<td{class}>") })
    }
}

#[expect(clippy::unnecessary_wraps, reason = "stands among arms that may drop an event")]
fn markup<'e>(html: String) -> Option<Event<'e>> {
    Some(Event::InlineHtml(CowStr::from(html)))
}

const fn task(done: bool) -> &'static str {
    if done { "<span role=\"img\" aria-label=\"done\">\u{2611}</span> " } else { "<span role=\"img\" aria-label=\"to do\">\u{2610}</span> " }
}

/// Words, id and level of each heading of a block; the highest of them becomes the third.
fn heading_ids(page: &mut PageProse<'_>, events: &[Event<'_>]) -> Vec<(String, String, u8)> {
    let mut found: Vec<(String, HeadingLevel)> = Vec::new();
    let mut open = false;
    for event in events {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                open = true;
                found.push((String::new(), *level));
            }
            Event::End(TagEnd::Heading(_)) => open = false,
            Event::Text(text) | Event::Code(text) if open => {
                if let Some((words, _)) = found.last_mut() {
                    words.push_str(text);
                }
            }
            _ => {}
        }
    }
    let highest = found.iter().map(|(_, level)| *level as u8).min().unwrap_or(1);
    found
        .into_iter()
        .map(|(words, level)| {
            let id = page.heading_id(&words);
            (words, id, (level as u8 - highest + 3).min(6))
        })
        .collect()
}

/// Where an address of an author leads; `None` where it may lead nowhere.
fn address_of(page: &PageProse<'_>, headings: &[(String, String)], address: &str) -> Option<Address> {
    if is_outside(address) {
        return Some(Address::Outside(address.to_owned()));
    }
    let (path, fragment) = address.split_once('#').map_or((address, None), |(path, fragment)| (path, Some(fragment)));
    if path.is_empty() {
        let fragment = fragment?;
        let heading = headings.iter().find(|(words, _)| words == fragment);
        return Some(Address::Inside(format!("#{}", heading.map_or(fragment, |(_, id)| id))));
    }
    let target = page.links.get(path)?;
    let place = fragment.map_or_else(String::new, |fragment| format!("#{fragment}"));
    Some(Address::Inside(format!("{}{target}{place}", page.root)))
}
