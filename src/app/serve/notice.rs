//! What stands where a page of the report cannot: that it is being read, what has to be mended first, or that there is no such page; and what
//! is said over a page that may not be what is so.
//!
//! These pages are whole without their script, and everything in them is escaped.

use super::bulletin::{Item, Trouble};
use crate::render::{push_text, ticks};

/// Why something stands where a page of the report was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    /// The project is being read for the first time.
    Reading,
    /// The same, and what an earlier preview showed last stands there meanwhile.
    LastShown,
    /// There was never a report to show.
    NoReport,
    /// The report has no such file.
    Missing,
    /// The page could not be made.
    Unmade,
}

impl Reason {
    /// How the script of the page knows it.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::LastShown => "last-shown",
            Self::NoReport => "no-report",
            Self::Missing => "missing",
            Self::Unmade => "unmade",
        }
    }
}

/// That a project is being read.
pub(super) fn reading(stage: &str) -> String {
    let mut body = String::from("<h1>Preparing the report</h1>\n<p class=\"tickmark-stage\" role=\"status\">");
    push_text(&mut body, stage);
    body.push_str(" …</p>\n<p class=\"tickmark-muted\">The page comes up by itself.</p>\n");
    page("Preparing the report", &body)
}

/// That a page is as it was shown last, while its project is being read.
pub(super) fn last_shown(stage: &str) -> String {
    let mut note = String::from(
        "<div class=\"tickmark-live tickmark-last\" lang=\"en\"><div class=\"tickmark-note\" role=\"status\"><p>This page is as it was last shown. \
         <span class=\"tickmark-muted tickmark-stage\">",
    );
    push_text(&mut note, stage);
    note.push_str(" …</span></p></div></div>\n");
    note
}

/// That the report has no such file.
pub(super) fn missing(path: &str) -> String {
    let mut body = String::from("<h1>No such page</h1>\n<p>The report has no <code>");
    push_text(&mut body, path);
    body.push_str("</code>. The page comes up by itself once it has.</p>\n<p><a href=\"/\">Go to the first page</a></p>\n");
    page("No such page", &body)
}

/// What has to be mended.
pub(super) fn trouble(trouble: &Trouble, reason: Reason) -> String {
    let mut body = String::from("<h1>");
    push_text(&mut body, &capitalised(&trouble.title));
    body.push_str("</h1>\n");
    let lead = match reason {
        Reason::NoReport => "The report comes up by itself once this is mended.",
        _ => "The page comes up by itself once this is mended. <a href=\"/\">Go to the first page</a>",
    };
    body.push_str("<p class=\"tickmark-muted\">");
    body.push_str(lead);
    body.push_str("</p>\n<ol class=\"tickmark-items\">\n");
    for one in &trouble.items {
        item(one, &mut body);
    }
    body.push_str("</ol>\n");
    if trouble.more > 0 {
        body.push_str("<p class=\"tickmark-muted\">");
        push_text(&mut body, &format!("And {} more, which the terminal has.", trouble.more));
        body.push_str("</p>\n");
    }
    page(&trouble.title, &body)
}

fn item(item: &Item, out: &mut String) {
    out.push_str("<li class=\"tickmark-item\">");
    for spot in &item.places {
        out.push_str("<p class=\"tickmark-place\">");
        if !spot.says.is_empty() {
            push_text(out, &spot.says);
            out.push_str(": ");
        }
        out.push_str("<code>");
        push_text(out, &spot.at);
        out.push_str("</code></p>");
        if spot.says.is_empty() {
            message(item, out);
        }
        if let Some([before, meant, after]) = &spot.excerpt {
            out.push_str("<pre class=\"tickmark-excerpt\"><span>");
            push_text(out, &spot.line.to_string());
            out.push_str("</span>");
            push_text(out, before);
            out.push_str("<mark>");
            push_text(out, meant);
            out.push_str("</mark>");
            push_text(out, after);
            out.push_str("</pre>");
        }
    }
    if item.places.is_empty() {
        message(item, out);
    }
    for cause in &item.causes {
        out.push_str("<p>because: ");
        out.push_str(&ticks(cause));
        out.push_str("</p>");
    }
    if let Some(help) = &item.help {
        out.push_str("<p class=\"tickmark-help\"><b>help:</b> ");
        out.push_str(&ticks(help));
        out.push_str("</p>");
    }
    out.push_str("</li>\n");
}

fn message(item: &Item, out: &mut String) {
    out.push_str("<p class=\"tickmark-message\"><b>");
    push_text(out, item.level);
    if !item.code.is_empty() {
        out.push(' ');
        out.push_str(item.code);
    }
    out.push_str("</b> ");
    out.push_str(&ticks(&item.message));
    out.push_str("</p>");
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

fn page(title: &str, body: &str) -> String {
    let mut out = String::from(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>",
    );
    push_text(&mut out, title);
    out.push_str("</title>\n</head>\n<body class=\"tickmark-page\">\n<main>\n");
    out.push_str(body);
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::preview::Problem;
    use crate::diag::{Finding, Place, codes};

    #[test]
    fn a_list_of_mistakes_escapes_what_people_wrote() {
        let place = Place { path: "<a>".into(), line: 1, column: 2, width: 1, excerpt: Some("a<b>".into()) };
        let finding = Finding::error(&codes::STRAY_FILE, place, "no `<b>` here").help("take out `&`");
        let html = trouble(&Trouble::of(&Problem::Mistakes(vec![finding])), Reason::NoReport);
        assert!(html.contains("<code>&lt;a&gt;:1:2</code>") && html.contains("no <code>&lt;b&gt;</code> here"), "{html}");
        assert!(html.contains("<span>1</span>a<mark>&lt;</mark>b&gt;</pre>") && html.contains("take out <code>&amp;</code>"), "{html}");
        assert!(html.contains("<h1>1 mistake</h1>"), "{html}");
    }

    #[test]
    fn an_address_that_names_no_page_is_escaped() {
        assert!(missing("<script>.html").contains("<code>&lt;script&gt;.html</code>"));
    }
}
