//! One page as a chapter of the whole report.

use std::collections::BTreeSet;

use super::tags::{Token, push_tag, tokens};

/// What surrounds the contents of every page.
const MAIN: (&str, &str) = ("<main id=\"main\" tabindex=\"-1\">", "</main>");

/// Attributes that name ids of the same page, several with spaces between.
const NAMING: &[&str] = &["aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details", "for", "headers"];

/// The contents of a page with its ids, links and headings fit for their place.
///
/// `path` is the address of the page in the report, `id` its anchor in the whole, `held` the pages that the whole holds.
pub(super) fn of(html: &str, path: &str, id: &str, held: &BTreeSet<&str>) -> String {
    let contents = html.split_once(MAIN.0).and_then(|(_, rest)| rest.rsplit_once(MAIN.1)).map_or("", |(contents, _)| contents);
    let chapter = Chapter { folder: path.rsplit_once('/').map_or("", |(folder, _)| folder), path, id, held };
    let mut out = String::with_capacity(contents.len() + contents.len() / 8);
    out.push_str("<article class=\"chapter\" id=\"");
    out.push_str(id);
    out.push_str("\">\n");
    let mut skipped: usize = 0;
    for token in tokens(contents) {
        match token {
            // Ways around in a page make no sense between two others.
            Token::Open { name: "nav", .. } => skipped += 1,
            Token::Close { name: "nav", .. } => skipped = skipped.saturating_sub(1),
            _ if skipped > 0 => {}
            Token::Text(text) => out.push_str(text),
            Token::Open { name, tag } => {
                let mut opened = String::with_capacity(tag.len() + 32);
                push_tag(&mut opened, tag, |attribute, value| chapter.changed(attribute, value));
                let lowered = lowered(name);
                out.push('<');
                out.push_str(lowered);
                if name == "section" {
                    // Named sections of many pages would be landmarks that nobody can tell apart.
                    out.push_str(" role=\"group\"");
                }
                out.push_str(&opened[1 + name.len()..]);
            }
            Token::Close { name, .. } => {
                out.push_str("</");
                out.push_str(lowered(name));
                out.push('>');
            }
        }
    }
    out.push_str("\n</article>\n");
    out
}

/// The element that takes the place of another: a heading one level down, a plain box for what would be one landmark of many.
fn lowered(name: &str) -> &str {
    match name {
        "h1" => "h2",
        "h2" => "h3",
        "h3" => "h4",
        "h4" => "h5",
        "h5" => "h6",
        "aside" => "div",
        _ => name,
    }
}

struct Chapter<'a> {
    path: &'a str,
    folder: &'a str,
    id: &'a str,
    held: &'a BTreeSet<&'a str>,
}

impl Chapter<'_> {
    fn changed(&self, attribute: &str, value: &str) -> Option<String> {
        match attribute {
            "id" => Some(self.own(value)),
            "href" => Some(self.link(value)),
            _ if NAMING.contains(&attribute) => Some(value.split(' ').map(|id| self.own(id)).collect::<Vec<_>>().join(" ")),
            _ => value.contains("url(#").then(|| value.replace("url(#", &format!("url(#{}:", self.id))),
        }
    }

    fn own(&self, id: &str) -> String {
        format!("{}:{id}", self.id)
    }

    /// The same link from the whole report.
    fn link(&self, href: &str) -> String {
        if let Some(anchor) = href.strip_prefix('#') {
            return if anchor.is_empty() { format!("#{}", self.id) } else { format!("#{}", self.own(anchor)) };
        }
        if href.contains(':') {
            return href.to_owned();
        }
        let (page, anchor) = href.split_once('#').unwrap_or((href, ""));
        let target = if page.is_empty() { self.path.to_owned() } else { resolved(self.folder, page) };
        if self.held.contains(target.as_str()) {
            let id = target.strip_suffix(".html").unwrap_or(&target);
            return if anchor.is_empty() { format!("#{id}") } else { format!("#{id}:{anchor}") };
        }
        if anchor.is_empty() { target } else { format!("{target}#{anchor}") }
    }
}

/// A path relative to a folder, as a path of the report.
fn resolved(folder: &str, path: &str) -> String {
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chapter(contents: &str) -> String {
        let held = BTreeSet::from(["index.html", "metrics/a.html", "metrics/b.html"]);
        let html = format!("<nav>out</nav>{}{contents}{}", MAIN.0, MAIN.1);
        let text = of(&html, "metrics/a.html", "metrics/a", &held);
        let inner =
            text.strip_prefix("<article class=\"chapter\" id=\"metrics/a\">\n").and_then(|text| text.strip_suffix("\n</article>\n"));
        inner.expect("an article").to_owned()
    }

    #[test]
    fn ids_and_what_names_them_move_together() {
        assert_eq!(
            chapter("<p id=\"x\" aria-labelledby=\"x y\">t</p>"),
            "<p id=\"metrics/a:x\" aria-labelledby=\"metrics/a:x metrics/a:y\">t</p>"
        );
    }

    #[test]
    fn links_lead_to_places_of_the_whole_where_it_holds_the_page() {
        for (href, expected) in [
            ("#p-2026", "#metrics/a:p-2026"),
            ("../metrics/b.html", "#metrics/b"),
            ("../metrics/b.html#x", "#metrics/b:x"),
            ("../index.html", "#index"),
            ("../data/figures.csv", "data/figures.csv"),
            ("../metrics/a/region/one.html#x", "metrics/a/region/one.html#x"),
            ("mailto:a@b.org", "mailto:a@b.org"),
            ("https://a.org/b#c", "https://a.org/b#c"),
        ] {
            assert_eq!(chapter(&format!("<a href=\"{href}\">t</a>")), format!("<a href=\"{expected}\">t</a>"));
        }
    }

    #[test]
    fn headings_move_down_and_ways_around_are_left_out() {
        assert_eq!(chapter("<h1>a</h1><nav><ol><li>b</li></ol></nav><aside><h2>c</h2></aside>"), "<h2>a</h2><div><h3>c</h3></div>");
    }

    #[test]
    fn named_sections_are_no_landmarks() {
        let section = chapter("<section aria-labelledby=\"x\"><p>a</p></section>");
        assert_eq!(section, "<section role=\"group\" aria-labelledby=\"metrics/a:x\"><p>a</p></section>");
    }
}
