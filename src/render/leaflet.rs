//! A page that needs nothing besides itself: it loads nothing, runs nothing, and can be read wherever it lies.
//!
//! For what is read before anything else is trusted or unpacked. Its style stands in it, and its policy lets no other in.

use sha2::{Digest as _, Sha256};

use super::escape::{push_attribute, push_text, ticks};
use crate::trust::base64;

/// The style sheet; its digest stands in the policy of the page.
const STYLE: &str = include_str!("leaflet.css");

/// A page by itself.
#[derive(Clone, Debug, Default)]
pub struct Leaflet {
    /// Language, as in `lang`.
    pub language: String,
    /// What stands small above the title.
    pub kicker: String,
    /// Title.
    pub title: String,
    /// Opening words.
    pub lede: String,
    /// What stands below each other.
    pub pieces: Vec<LeafletPiece>,
    /// What stands at the foot.
    pub foot: String,
}

/// One piece of such a page. In all texts names in backticks are set as code.
#[derive(Clone, Debug)]
pub enum LeafletPiece {
    /// A heading.
    Heading(String),
    /// A heading with a number before it.
    Step {
        /// The number.
        number: usize,
        /// The heading.
        title: String,
    },
    /// A paragraph.
    Words(String),
    /// A paragraph that nobody may miss.
    Warning(String),
    /// Commands, one a line.
    Commands(Vec<String>),
    /// Names with what they stand for.
    Facts(Vec<(String, String)>),
    /// A table with its heads.
    Table {
        /// The heads.
        heads: Vec<String>,
        /// The rows.
        rows: Vec<Vec<String>>,
    },
    /// A link to a file beside the page.
    Link {
        /// The path.
        href: String,
        /// Its words.
        label: String,
    },
}

impl Leaflet {
    /// The page as HTML.
    #[must_use]
    pub fn html(&self) -> String {
        let mut out = String::from("<!DOCTYPE html>\n<html");
        push_attribute(&mut out, "lang", &self.language);
        // Base64 of 32 bytes has one sign of padding.
        let policy = format!(
            "default-src 'none'; style-src 'sha256-{}='; base-uri 'none'; form-action 'none'",
            base64::encode(&Sha256::digest(STYLE))
        );
        out.push_str(">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\"");
        push_attribute(&mut out, "content", &policy);
        out.push_str(">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
        push_text(&mut out, &self.title);
        out.push_str("</title>\n<style>");
        out.push_str(STYLE);
        out.push_str("</style>\n</head>\n<body>\n<main>\n<p class=\"kicker\">");
        out.push_str(&ticks(&self.kicker));
        out.push_str("</p>\n<h1>");
        push_text(&mut out, &self.title);
        out.push_str("</h1>\n<p class=\"lede\">");
        out.push_str(&ticks(&self.lede));
        out.push_str("</p>\n");
        for piece in &self.pieces {
            push_piece(&mut out, piece);
        }
        out.push_str("</main>\n<footer><p>");
        out.push_str(&ticks(&self.foot));
        out.push_str("</p></footer>\n</body>\n</html>\n");
        out
    }
}

fn push_piece(out: &mut String, piece: &LeafletPiece) {
    match piece {
        LeafletPiece::Heading(words) => push_tag(out, "h2", &ticks(words)),
        LeafletPiece::Step { number, title } => {
            push_tag(out, "h3", &format!("<span class=\"number\">{number}</span> {}", ticks(title)));
        }
        LeafletPiece::Words(words) => push_tag(out, "p", &ticks(words)),
        LeafletPiece::Warning(words) => {
            out.push_str("<p class=\"warn\">");
            out.push_str(&ticks(words));
            out.push_str("</p>\n");
        }
        LeafletPiece::Commands(lines) => {
            out.push_str("<pre tabindex=\"0\"><code>");
            push_text(out, &lines.join("\n"));
            out.push_str("</code></pre>\n");
        }
        LeafletPiece::Facts(facts) => {
            out.push_str("<dl>\n");
            for (name, words) in facts {
                push_tag(out, "dt", &ticks(name));
                push_tag(out, "dd", &ticks(words));
            }
            out.push_str("</dl>\n");
        }
        LeafletPiece::Table { heads, rows } => push_table(out, heads, rows),
        LeafletPiece::Link { href, label } => {
            out.push_str("<p><a");
            push_attribute(out, "href", href);
            out.push('>');
            push_text(out, label);
            out.push_str("</a></p>\n");
        }
    }
}

fn push_table(out: &mut String, heads: &[String], rows: &[Vec<String>]) {
    out.push_str("<div class=\"wide\" tabindex=\"0\"><table>\n<thead><tr>");
    for head in heads {
        out.push_str("<th scope=\"col\">");
        out.push_str(&ticks(head));
        out.push_str("</th>");
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in rows {
        out.push_str("<tr>");
        for cell in row {
            out.push_str("<td>");
            out.push_str(&ticks(cell));
            out.push_str("</td>");
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table></div>\n");
}

fn push_tag(out: &mut String, tag: &str, html: &str) {
    out.push('<');
    out.push_str(tag);
    out.push('>');
    out.push_str(html);
    out.push_str("</");
    out.push_str(tag);
    out.push_str(">\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_cannot_leave_their_places_and_nothing_is_loaded() {
        let hostile = "<script>alert(1)</script>\" onload=\"x `<b>`";
        let page = Leaflet {
            language: "en".to_owned(),
            kicker: hostile.to_owned(),
            title: hostile.to_owned(),
            lede: hostile.to_owned(),
            pieces: vec![
                LeafletPiece::Commands(vec![hostile.to_owned()]),
                LeafletPiece::Facts(vec![(hostile.to_owned(), hostile.to_owned())]),
                LeafletPiece::Link { href: hostile.to_owned(), label: hostile.to_owned() },
            ],
            foot: hostile.to_owned(),
        };
        let html = page.html();
        assert!(!html.contains("<script") && !html.contains("<b>") && !html.contains("\" onload"), "{html}");
        assert!(html.contains("default-src &#39;none&#39;") || html.contains("default-src 'none'"), "{html}");
    }
}
