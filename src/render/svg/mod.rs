//! Writing SVG: escaping, coordinates and the frame of every picture.
//!
//! Invariants: text and attribute values pass through `Esc`, coordinates through `Px`; no style, no width or
//! height, and no id but the
//! two that name and describe the picture. Coordinates are the only floats that reach a page, rounded to a tenth here
//! and nowhere else.

mod measure;
#[cfg(test)]
pub(crate) mod well_formed;

pub(crate) use measure::{fit, width, wrap};

use std::fmt::{self, Write as _};

/// Appends formatted text to a string.
macro_rules! put {
    ($out:expr, $($arg:tt)*) => {
        $crate::render::svg::append($out, ::std::format_args!($($arg)*))
    };
}
pub(crate) use put;

/// Appends to a string, which cannot fail.
pub(crate) fn append(out: &mut String, args: fmt::Arguments<'_>) {
    let written = out.write_fmt(args);
    debug_assert!(written.is_ok(), "writing into a string does not fail");
}

/// A text made safe for SVG content and for attribute values in double quotes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Esc<'a>(pub(crate) &'a str);

impl fmt::Display for Esc<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut plain = 0;
        for (at, c) in self.0.char_indices() {
            let safe = match c {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                '\t' | '\n' | '\r' => " ",
                '\u{fffe}' | '\u{ffff}' => "\u{fffd}",
                c if c.is_control() => "\u{fffd}",
                _ => continue,
            };
            f.write_str(&self.0[plain..at])?;
            f.write_str(safe)?;
            plain = at + c.len_utf8();
        }
        f.write_str(&self.0[plain..])
    }
}

/// A coordinate, written with at most one decimal. What is not finite becomes 0, so that a picture is never malformed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Px(pub(crate) f64);

impl fmt::Display for Px {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenths = self.tenths();
        let (whole, rest) = (tenths.abs() / 10, tenths.abs() % 10);
        if tenths < 0 {
            f.write_char('-')?;
        }
        if rest == 0 { write!(f, "{whole}") } else { write!(f, "{whole}.{rest}") }
    }
}

impl Px {
    #[expect(clippy::cast_possible_truncation, reason = "clamped to a range that i64 holds; NaN was replaced")]
    fn tenths(self) -> i64 {
        let value = if self.0.is_finite() { self.0.clamp(-1e6, 1e6) } else { 0.0 };
        (value * 10.0).round() as i64
    }
}

/// Turns a count into geometry.
pub(crate) fn real(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// An id prefix reduced to letters, digits, `-` and `_`, so that references to it hold.
#[derive(Clone, Copy, Debug)]
struct IdPart<'a>(&'a str);

impl fmt::Display for IdPart<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|c| f.write_char(if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' }))
    }
}

/// The outermost element of a picture.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame<'a> {
    /// The class that tells what picture this is.
    pub(crate) class: &'a str,
    /// Width of the view box.
    pub(crate) width: f64,
    /// Height of the view box.
    pub(crate) height: f64,
    /// Makes ids unique on the page.
    pub(crate) id_prefix: &'a str,
    /// Accessible name.
    pub(crate) title: &'a str,
    /// Accessible description; empty for none.
    pub(crate) description: &'a str,
    /// Claims that the picture holds links, which an image would hide from screen readers.
    pub(crate) links: bool,
}

impl Frame<'_> {
    /// Opens the picture with its name and description.
    pub(crate) fn open(&self, out: &mut String) {
        let id = IdPart(self.id_prefix);
        let role = if self.links { "group" } else { "img" };
        put!(
            out,
            r#"<svg class="chart {}" viewBox="0 0 {} {}" role="{role}" aria-labelledby="{id}-t""#,
            self.class,
            Px(self.width),
            Px(self.height)
        );
        if !self.description.is_empty() {
            put!(out, r#" aria-describedby="{id}-d""#);
        }
        put!(out, r#"><title id="{id}-t">{}</title>"#, Esc(self.title));
        if !self.description.is_empty() {
            put!(out, r#"<desc id="{id}-d">{}</desc>"#, Esc(self.description));
        }
    }
}

/// Closes a picture.
pub(crate) fn close(out: &mut String) {
    out.push_str("</svg>");
}

/// Where a text starts from its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    /// Left of the text.
    Start,
    /// Its middle.
    Middle,
    /// Right of the text.
    End,
}

/// One line of text in a picture.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line<'a> {
    /// Place along the width.
    pub(crate) x: f64,
    /// The base line.
    pub(crate) y: f64,
    /// Size in units of the view box.
    pub(crate) size: f64,
    /// Classes besides `chart-text`, separated by spaces.
    pub(crate) class: &'a str,
    /// Where the text starts from its place.
    pub(crate) anchor: Anchor,
    /// The text, not yet escaped.
    pub(crate) text: &'a str,
}

impl Line<'_> {
    /// Writes the text.
    pub(crate) fn write(&self, out: &mut String) {
        let space = if self.class.is_empty() { "" } else { " " };
        put!(out, r#"<text class="chart-text{space}{}" x="{}" y="{}" font-size="{}""#, self.class, Px(self.x), Px(self.y), Px(self.size));
        out.push_str(match self.anchor {
            Anchor::Start => ">",
            Anchor::Middle => r#" text-anchor="middle">"#,
            Anchor::End => r#" text-anchor="end">"#,
        });
        put!(out, "{}</text>", Esc(self.text));
    }
}

/// Opens a link when there is somewhere to go, and tells whether it did. Links to script and data addresses are
/// refused.
pub(crate) fn open_link(out: &mut String, href: Option<&str>, attributes: &str) -> bool {
    match href.filter(|href| leads_to_a_page(href)) {
        Some(href) => {
            put!(out, r#"<a href="{}"{attributes}>"#, Esc(href));
            true
        }
        None => false,
    }
}

/// Claims that an address is relative or one of the web, not one that runs or carries something.
fn leads_to_a_page(href: &str) -> bool {
    let scheme_end = href.find(':');
    let path_start = href.find(['/', '?', '#']);
    match (scheme_end, path_start) {
        (None, _) => !href.starts_with("//") && !href.is_empty(),
        (Some(colon), Some(path)) if path < colon => !href.starts_with("//"),
        (Some(colon), _) => matches!(&href[..colon], "http" | "https"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_loses_its_force() {
        assert_eq!(Esc("<b a='1' c=\"2\">&\u{0}\n").to_string(), "&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;\u{fffd} ");
    }

    #[test]
    fn coordinates_keep_one_decimal_at_most() {
        let written: Vec<String> = [1.0, 1.25, -0.04, -3.96, 99.96, f64::NAN, f64::INFINITY].map(|v| Px(v).to_string()).into();
        assert_eq!(written, ["1", "1.3", "0", "-4", "100", "0", "0"]);
    }

    #[test]
    fn ids_hold_no_character_that_breaks_a_reference() {
        let mut out = String::new();
        Frame { class: "c", width: 1.0, height: 1.0, id_prefix: "a b\"é", title: "t", description: "d", links: false }.open(&mut out);
        assert!(out.contains(r#"aria-labelledby="a-b---t" aria-describedby="a-b---d""#), "{out}");
    }

    #[test]
    fn links_that_run_something_are_dropped() {
        let kept: Vec<&str> =
            ["a.html", "../b.html#x:y", "#c", "https://e.org/", "javascript:alert(1)", "data:x", "//e.org", "", "JavaScript:x"]
                .into_iter()
                .filter(|href| open_link(&mut String::new(), Some(href), ""))
                .collect();
        assert_eq!(kept, ["a.html", "../b.html#x:y", "#c", "https://e.org/"]);
    }
}
