//! Markdown becomes HTML under one policy.
//!
//! Raw HTML is shown as the text that it is. Links lead to the web, to an address of mail, to a place on the same page or
//! to a record of the report; any other link is shown as its words. Pictures are not loaded: they are shown as links.
//! Headings begin below those of the page. No attribute of an author reaches the page, and no id is given twice.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{Alignment, CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html};
use pulldown_cmark_escape::{escape_href, escape_html_body_text};

use super::escape::{push_attribute, push_text};
use crate::language::Language;

/// The pages of the report by `kind/id`, as paths from its root.
pub type LinkTable = BTreeMap<String, String>;

/// The prose of one page: renders its blocks in order and keeps their ids apart.
#[derive(Debug)]
pub(super) struct PageProse<'a> {
    language: &'a Language,
    links: &'a LinkTable,
    root: &'a str,
    ids: BTreeSet<String>,
    blocks: usize,
    tables: usize,
    /// Level of the highest heading of a block.
    top: u8,
}

impl<'a> PageProse<'a> {
    /// Begins a page from which `root` leads to the root of the report.
    pub(super) fn new(language: &'a Language, links: &'a LinkTable, root: &'a str) -> Self {
        Self { language, links, root, ids: BTreeSet::new(), blocks: 0, tables: 0, top: 3 }
    }

    /// From here on the highest heading of a block has this level.
    pub(super) fn begin_at(&mut self, level: u8) {
        self.top = level;
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
            Event::Start(Tag::Link { link_type: LinkType::Email, .. }) => None,
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
    let Some(first) = text.bytes().next() else {
        return false;
    };
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
struct Policy<'a> {
    language: &'a Language,
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
    /// Tables of the page so far.
    tables: usize,
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

impl<'a> Policy<'a> {
    fn new(page: &mut PageProse<'a>, events: &[Event<'_>]) -> Self {
        let headings = heading_ids(page, events);
        let own: Vec<(String, String)> = headings.iter().map(|(words, id, _)| (slug(words), id.clone())).collect();
        let mut addresses = Vec::new();
        for event in events {
            match event {
                Event::Start(Tag::Link { link_type: LinkType::Email, dest_url, .. }) => {
                    addresses.push(address_of(page, &own, &format!("mailto:{dest_url}")));
                }
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => addresses.push(address_of(page, &own, dest_url)),
                _ => {}
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
        let tables = page.tables;
        page.tables += events.iter().filter(|event| matches!(event, Event::Start(Tag::Table(_)))).count();
        Self {
            language: page.language,
            headings: headings.into_iter().rev().map(|(_, id, level)| (id, level)).collect(),
            open_heading: 3,
            open_links: Vec::new(),
            addresses,
            notes,
            block: page.blocks,
            tables,
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
            Event::End(TagEnd::Link | TagEnd::Image) => {
                self.open_links.pop().filter(|written| *written).and_then(|_| markup("</a>".to_owned()))
            }
            Event::FootnoteReference(label) => markup(self.note_reference(&label)),
            Event::Start(Tag::FootnoteDefinition(label)) => markup(self.note_start(&label)),
            Event::End(TagEnd::FootnoteDefinition) => markup("</div>\n".to_owned()),
            Event::TaskListMarker(done) => markup(self.task(done)),
            Event::Start(Tag::Table(alignments)) => self.open_table(alignments),
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

    fn open_table<'e>(&mut self, alignments: Vec<Alignment>) -> Option<Event<'e>> {
        self.alignments = alignments;
        self.has_body = false;
        self.tables += 1;
        let mut out = "<div class=\"table-scroll\" role=\"group\" tabindex=\"0\"".to_owned();
        push_attribute(&mut out, "aria-label", &self.language.fill("prose-table", &[("number", self.tables.into())]));
        out.push_str("><table>");
        markup(out)
    }

    fn task(&self, done: bool) -> String {
        let (words, mark) = if done { ("prose-task-done", '\u{2611}') } else { ("prose-task-open", '\u{2610}') };
        let mut out = "<span role=\"img\"".to_owned();
        push_attribute(&mut out, "aria-label", self.language.say(words));
        out.push('>');
        out.push(mark);
        out.push_str("</span> ");
        out
    }

    fn open_row<'e>(&mut self, head: bool) -> Option<Event<'e>> {
        self.column = 0;
        self.in_head = head;
        let first = !head && !std::mem::replace(&mut self.has_body, !head);
        markup(
            if head {
                "<thead><tr>"
            } else if first {
                "<tbody><tr>"
            } else {
                "<tr>"
            }
            .to_owned(),
        )
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

/// Words, id and level of each heading of a block; the highest of them gets the level that the page gives it.
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
    let mut before = page.top - 1;
    found
        .into_iter()
        .map(|(words, level)| {
            let id = page.heading_id(&words);
            // A step that an author left out is closed, so that no heading follows one two levels above it.
            before = (level as u8 - highest + page.top).min(before + 1).min(6);
            (words, id, before)
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rendered(markdown: &str) -> String {
        let links: LinkTable = [("metric/rate", "metrics/rate.html"), ("page/methods", "pages/methods.html")]
            .map(|(name, path)| (name.to_owned(), path.to_owned()))
            .into();
        let english = Language::built_in("en");
        PageProse::new(&english, &links, "../").render(markdown)
    }

    /// Markdown as hostile as it comes, with what it becomes.
    const HOSTILE: &[(&str, &str)] = &[
        ("[a](javascript:alert(1))", "<p>a</p>\n"),
        ("[a](JaVaScRiPt:alert(1))", "<p>a</p>\n"),
        ("[a](&#106;avascript:alert(1))", "<p>a</p>\n"),
        ("[a](java&Tab;script:alert(1))", "<p>a</p>\n"),
        ("[a](<java\tscript:alert(1)>)", "<p>a</p>\n"),
        ("[a](&#1;javascript:alert(1))", "<p>a</p>\n"),
        ("[a](data:text/html;base64,PHNjcmlwdD4=)", "<p>a</p>\n"),
        ("[a](vbscript:msgbox)", "<p>a</p>\n"),
        ("[a](file:///etc/passwd)", "<p>a</p>\n"),
        ("[a](//host/x)", "<p>a</p>\n"),
        ("[a](\\\\\\\\host\\\\x)", "<p>a</p>\n"),
        ("[a](https:///x)", "<p>a</p>\n"),
        ("[a](/absolute)", "<p>a</p>\n"),
        ("[a](../../../x.html)", "<p>a</p>\n"),
        ("[a](metric/unknown)", "<p>a</p>\n"),
        ("[a][x]\n\n[x]: javascript:alert(1)", "<p>a</p>\n"),
        ("<javascript:alert(1)>", "<p>javascript:alert(1)</p>\n"),
        ("[a](https://x/\" onclick=\"b)", "<p>[a](https://x/\" onclick=\"b)</p>\n"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
        ("a <img src=x onerror=alert(1)> b", "<p>a &lt;img src=x onerror=alert(1)&gt; b</p>\n"),
        ("<!-- a -->", "<p>&lt;!-- a --&gt;</p>\n"),
        ("<div onclick=\"x\">\n\n*b*\n\n</div>", "<p>&lt;div onclick=\"x\"&gt;\n</p>\n<p><em>b</em></p>\n<p>&lt;/div&gt;</p>\n"),
        ("# a {#b .c onclick=d}", "<h3 id=\"text-a\">a</h3>\n"),
        ("# \"><script>", "<h3 id=\"text-heading\">\"&gt;&lt;script&gt;</h3>\n"),
        ("```\"><script>\nx\n```", "<pre><code>x\n</code></pre>\n"),
        ("![a\"><b>](javascript:x)", "<p>a\"&gt;&lt;b&gt;</p>\n"),
        ("[a](https://x \"title\\\" onclick\")", "<p><a href=\"https://x\" rel=\"noopener noreferrer external\">a</a></p>\n"),
        ("[![a](https://x/i.png)](javascript:y)", "<p><a href=\"https://x/i.png\" rel=\"noopener noreferrer external\">a</a></p>\n"),
        ("[![a](https://x/i.png)](https://y)", "<p><a href=\"https://y\" rel=\"noopener noreferrer external\">a</a></p>\n"),
        ("[a](#\"onclick=x)", "<p><a href=\"#%22onclick=x\">a</a></p>\n"),
        (
            "x[^\"><b>]\n\n[^\"><b>]: y",
            "<p>x<sup class=\"footnote-mark\"><a href=\"#footnote-1-1\">1</a></sup></p>\n<div class=\"footnote\" id=\"footnote-1-1\"><sup>1</sup>\n<p>y</p>\n</div>\n",
        ),
    ];

    #[test]
    fn nothing_hostile_survives() {
        for (markdown, expected) in HOSTILE {
            assert_eq!(rendered(markdown).replace('\'', "&#39;"), *expected, "{markdown}");
        }
    }

    #[test]
    fn links_lead_to_the_web_to_mail_to_the_page_and_to_records() {
        let outside = "<p><a href=\"https://x.org/?a=1&amp;b\" rel=\"noopener noreferrer external\">a</a></p>\n";
        assert_eq!(rendered("[a](https://x.org/?a=1&b)"), outside);
        assert_eq!(rendered("<a@b.org>"), "<p><a href=\"mailto:a@b.org\">a@b.org</a></p>\n");
        assert_eq!(rendered("[a](metric/rate)"), "<p><a href=\"../metrics/rate.html\">a</a></p>\n");
        assert_eq!(rendered("[a](metric/rate#formula)"), "<p><a href=\"../metrics/rate.html#formula\">a</a></p>\n");
        assert_eq!(rendered("[a](#result)"), "<p><a href=\"#result\">a</a></p>\n");
        assert_eq!(rendered("# My part\n[a](#my-part)"), "<h3 id=\"text-my-part\">My part</h3>\n<p><a href=\"#text-my-part\">a</a></p>\n");
    }

    #[test]
    fn headings_begin_at_the_third_level_and_their_ids_differ_over_the_page() {
        let links = LinkTable::new();
        let english = Language::built_in("en");
        let mut page = PageProse::new(&english, &links, "");
        assert_eq!(page.render("## A\n#### B"), "<h3 id=\"text-a\">A</h3>\n<h4 id=\"text-b\">B</h4>\n");
        assert_eq!(page.render("# A\n# A"), "<h3 id=\"text-a-2\">A</h3>\n<h3 id=\"text-a-3\">A</h3>\n");
    }

    #[test]
    fn footnotes_of_two_blocks_have_different_ids() {
        let links = LinkTable::new();
        let english = Language::built_in("en");
        let mut page = PageProse::new(&english, &links, "");
        assert!(page.render("x[^1]\n\n[^1]: y").contains("id=\"footnote-1-1\""));
        assert!(page.render("x[^1]\n\n[^1]: y").contains("id=\"footnote-2-1\""));
    }

    #[test]
    fn tables_have_heads_and_classes_and_no_style() {
        let table = rendered("| a | b |\n|---|--:|\n| 1 | 2 |\n| 3 | 4 |\n");
        assert_eq!(
            table,
            "<div class=\"table-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"Table 1 in the text\"><table><thead><tr><th scope=\"col\">a</th>\
             <th scope=\"col\" class=\"align-right\">b</th></tr></thead>\n<tbody><tr><td>1</td><td class=\"align-right\">2</td></tr>\n\
             <tr><td>3</td><td class=\"align-right\">4</td></tr>\n</tbody></table></div>\n"
        );
    }

    #[test]
    fn tasks_say_whether_they_are_done() {
        assert_eq!(rendered("- [x] a"), "<ul>\n<li><span role=\"img\" aria-label=\"done\">\u{2611}</span> a</li>\n</ul>\n");
    }

    #[test]
    fn relative_links_are_listed_with_their_place_and_outside_ones_are_not() {
        let text = "a [b](metric/x#y) [c](https://d) [e](#f) ![g](javascript:h)";
        let found = relative_links(text);
        let told: Vec<(&str, &str)> = found.iter().map(|(address, range)| (address.as_str(), &text[range.clone()])).collect();
        assert_eq!(told, [("metric/x", "metric/x#y"), ("javascript:h", "javascript:h")]);
    }

    /// Rendered the long way, whatever the text.
    fn parsed(markdown: &str) -> String {
        let mut out = String::new();
        html::push_html(&mut out, Parser::new_ext(markdown, options()));
        out
    }

    proptest! {
        #[test]
        fn plain_text_is_what_the_parser_makes_of_it(text in "[ -~é\u{a0}\u{2028}]{0,40}") {
            if is_plain(&text) {
                prop_assert_eq!(rendered(&text), parsed(&text));
            }
        }

        #[test]
        fn no_text_brings_an_element_that_the_policy_does_not_write(text in r#"[-a-c<>"'&`*_\[\]()#!|~^:/\\ \n{}.=+0-9x]{0,80}"#) {
            let html = rendered(&text);
            let mut rest = html.as_str();
            while let Some(start) = rest.find('<') {
                let tag = &rest[start..rest[start..].find('>').map_or(rest.len(), |end| start + end + 1)];
                let name = tag.trim_start_matches(['<', '/']).split([' ', '>', '/']).next().unwrap_or_default();
                prop_assert!(
                    ["a", "p", "h3", "h4", "h5", "h6", "em", "strong", "del", "code", "pre", "ul", "ol", "li", "blockquote", "hr", "br", "sup", "div", "span", "table", "thead", "tbody", "tr", "th", "td"].contains(&name),
                    "{} in {}", tag, html
                );
                for handler in [" on", " style"] {
                    prop_assert!(!tag.contains(handler), "{} in {}", tag, html);
                }
                rest = &rest[start + tag.len()..];
            }
        }
    }
}
