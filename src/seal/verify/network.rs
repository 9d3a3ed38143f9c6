//! What a browser would fetch from outside of a report: check I07.
//!
//! Links that people follow are no requests; everything that a page, a style sheet or a script asks for by itself is one.

use super::markup::tags;

/// Something that a file asks for from outside of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reach {
    /// Where in the file, in words.
    pub(super) by: String,
    /// What is asked for.
    pub(super) wants: String,
}

/// Whether a file is of a kind that can ask for others.
pub(super) fn can_ask(path: &str) -> bool {
    matches!(path.rsplit_once('.').map(|(_, ending)| ending), Some("html" | "htm" | "css" | "js" | "mjs" | "svg" | "xml" | "xhtml"))
}

/// Everything that a file asks for from outside of the report.
pub(super) fn reaches(path: &str, text: &str) -> Vec<Reach> {
    let mut found = Vec::new();
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => of_style(path, text, &mut found),
        Some("js" | "mjs") => of_script(text, &mut found),
        _ => of_page(path, text, &mut found),
    }
    found
}

fn of_page(path: &str, page: &str, found: &mut Vec<Reach>) {
    for tag in tags(page) {
        let name = tag.name.to_ascii_lowercase();
        let mut refreshes = false;
        for (attribute, value) in tag.attributes() {
            let attribute = attribute.to_ascii_lowercase();
            let place = || format!("`{attribute}` of `<{name}>`");
            match attribute.as_str() {
                "style" => of_style(path, &value, found),
                "srcset" | "imagesrcset" => {
                    for candidate in value.split(',').filter_map(|candidate| candidate.split_ascii_whitespace().next()) {
                        push_outside(path, candidate, place(), found);
                    }
                }
                "http-equiv" => refreshes = value.eq_ignore_ascii_case("refresh"),
                "content" if refreshes => {
                    if let Some((_, target)) = value.split_once('=') {
                        push_outside(path, target, place(), found);
                    }
                }
                "href" if matches!(name.as_str(), "a" | "area") => {}
                "src" | "href" | "xlink:href" | "poster" | "data" | "background" | "action" | "formaction" | "ping" | "manifest" => {
                    push_outside(path, &value, place(), found);
                }
                event if event.starts_with("on") => of_script(&value, found),
                _ => {}
            }
        }
        match name.as_str() {
            "style" => of_style(path, tag.raw, found),
            "script" => of_script(tag.raw, found),
            _ => {}
        }
    }
}

fn of_style(path: &str, style: &str, found: &mut Vec<Reach>) {
    let lower = style.to_ascii_lowercase();
    for (place, _) in lower.match_indices("url(") {
        let address = style.get(place + 4..).unwrap_or_default().split(')').next().unwrap_or_default();
        push_outside(path, address.trim().trim_matches(['"', '\'']), "`url()` of a style".to_owned(), found);
    }
    for (place, _) in lower.match_indices("@import") {
        let after = style.get(place + 7..).unwrap_or_default().trim_start();
        if let Some(quote @ ('"' | '\'')) = after.chars().next() {
            let address = after.get(1..).unwrap_or_default().split(quote).next().unwrap_or_default();
            push_outside(path, address, "`@import` of a style".to_owned(), found);
        }
    }
}

/// Names by which a script asks for something over a network.
const CALLS: [&str; 9] =
    ["fetch", "XMLHttpRequest", "WebSocket", "WebTransport", "EventSource", "sendBeacon", "importScripts", "RTCPeerConnection", "import("];

/// Looks for calls in the code of a script; texts and comments call nothing.
fn of_script(script: &str, found: &mut Vec<Reach>) {
    let code = code_of(script);
    for call in CALLS {
        let name = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '$');
        let is_call = |place: usize| {
            let before = code.get(..place).and_then(|before| before.chars().next_back());
            let after = code.get(place + call.len()..).unwrap_or_default();
            let ends = call.ends_with('(') || !after.starts_with(name);
            !before.is_some_and(name) && ends && (call != "fetch" || after.trim_start().starts_with('('))
        };
        if code.match_indices(call).any(|(place, _)| is_call(place)) {
            found.push(Reach { by: "a script".to_owned(), wants: call.trim_end_matches('(').to_owned() });
        }
    }
}

/// The script without its texts and comments; each becomes a space.
fn code_of(script: &str) -> String {
    let mut code = String::with_capacity(script.len() / 2);
    let mut rest = script;
    while let Some(place) = rest.find(['"', '\'', '/']) {
        let (before, after) = rest.split_at(place);
        code.push_str(before);
        rest = if let Some(comment) = after.strip_prefix("//") {
            comment.find('\n').and_then(|end| comment.get(end..)).unwrap_or("")
        } else if let Some(comment) = after.strip_prefix("/*") {
            comment.split_once("*/").map_or("", |(_, rest)| rest)
        } else if after.starts_with('/') {
            code.push('/');
            after.get(1..).unwrap_or("")
        } else {
            after.get(end_of_text(after)..).unwrap_or("")
        };
        code.push(' ');
    }
    code.push_str(rest);
    code
}

/// Bytes of the text that begins here with its quote; a text ends with its line at the latest.
fn end_of_text(after: &str) -> usize {
    let bytes = after.as_bytes();
    let mut place = 1;
    while let Some(byte) = bytes.get(place) {
        match byte {
            b'\\' => place += 1,
            b'\n' => return place,
            quote if Some(quote) == bytes.first() => return place + 1,
            _ => {}
        }
        place += 1;
    }
    bytes.len()
}

fn push_outside(path: &str, address: &str, by: String, found: &mut Vec<Reach>) {
    if is_outside(path, address) {
        found.push(Reach { by, wants: address.chars().take(200).collect() });
    }
}

/// Whether an address on a page leads out of the report.
fn is_outside(path: &str, address: &str) -> bool {
    let address: String =
        address.trim().chars().filter(|letter| !letter.is_control()).map(|letter| if letter == '\\' { '/' } else { letter }).collect();
    if let Some((scheme, _)) = address.split_once(':')
        && scheme.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && scheme.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '+' | '-' | '.'))
    {
        return !scheme.eq_ignore_ascii_case("data");
    }
    if address.starts_with('/') {
        return true;
    }
    let mut depth = path.matches('/').count();
    for part in address.split(['?', '#']).next().unwrap_or_default().split('/') {
        match part {
            ".." => match depth.checked_sub(1) {
                Some(above) => depth = above,
                None => return true,
            },
            "" | "." => {}
            _ => depth += 1,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(path: &str, text: &str) -> Vec<String> {
        reaches(path, text).into_iter().map(|reach| reach.wants).collect()
    }

    #[test]
    fn what_a_browser_would_fetch_from_elsewhere_is_found() {
        for (path, text, wants) in [
            ("a.html", r#"<img src="https://example.org/x.png">"#, "https://example.org/x.png"),
            ("a.html", "<IMG SRC=//example.org/x>", "//example.org/x"),
            ("a.html", r#"<img srcset="a.png 1x, http://example.org/b 2x">"#, "http://example.org/b"),
            ("a.html", r#"<link rel="preconnect" href="&#104;ttps://example.org">"#, "https://example.org"),
            ("a.html", r#"<p style="background: url('http://example.org/')">"#, "http://example.org/"),
            ("a.html", r#"<meta http-equiv="refresh" content="0; url=https://example.org/">"#, "https://example.org/"),
            ("a.html", "<script>new WebSocket(x)</script>", "WebSocket"),
            ("a/b.html", r#"<script src="../../x.js"></script>"#, "../../x.js"),
            ("a.svg", r#"<use xlink:href="http://example.org/#a"/>"#, "http://example.org/#a"),
            ("a.css", "@import 'https://example.org/a.css';", "https://example.org/a.css"),
            ("a.css", "a { src: URL( //example.org/f ) }", "//example.org/f"),
            ("a.js", "var a = '//' + \"'\"; fetch (a)", "fetch"),
        ] {
            assert_eq!(wanted(path, text), [wants], "{text}");
        }
    }

    #[test]
    fn what_stays_in_the_report_or_waits_for_a_reader_is_no_request() {
        for (path, text) in [
            ("a.html", r#"<a href="https://example.org/">elsewhere</a><img src="data:image/png;base64,AA=="><p>https://example.org</p>"#),
            ("a/b.html", r##"<link rel="stylesheet" href="../assets/a.css?x=../../.."><use href="#a"/><img src="">"##),
            ("a.html", r#"<!-- <img src="http://example.org/x"> --><a href="mailto:a@example.org">a</a>"#),
            ("a.css", "a { fill: url(#b); background: url(data:image/png;base64,AA==) }"),
            ("a.js", "// fetch('x')\nvar a = \"https://example.org/ fetch(x)\"; /* new WebSocket() */ prefetch(a); b.fetchAll()"),
        ] {
            assert_eq!(wanted(path, text), Vec::<String>::new(), "{text}");
        }
    }
}
