//! Text of others in Markdown: it stays on its line and in its cell, is no markup, no HTML, no link, and calls nobody.

use std::fmt::Write;

use crate::cli::report::shown;

/// Text outside code. Letters, digits, spaces and harmless signs stay; everything else becomes a character reference, and what GitHub would
/// make a mention or a link of is parted by an empty comment.
pub(super) fn plain(text: &str) -> String {
    let text = on_one_line(text);
    let text = shown::whole(&text);
    let mut out = String::with_capacity(text.len() + 16);
    let mut before = None;
    let mut letters = text.chars().peekable();
    while let Some(character) = letters.next() {
        let ends = letters.peek().is_none_or(|next| next.is_whitespace());
        match character {
            '@' | '#' => {
                let _ = write!(out, "&#{};<!-- -->", u32::from(character));
            }
            // Before anything but a space these make an address of what stands around them, or a list of a number.
            ':' if ends => out.push(':'),
            '.' if ends && before.is_none_or(|before: char| !before.is_ascii_digit()) => out.push('.'),
            '-' | '+' | '=' if before.is_some() => out.push(character),
            ' ' | ',' | ';' | '(' | ')' | '?' | '%' | '/' | '"' | '\'' => out.push(character),
            ':' => out.push_str("&#58;<!-- -->"),
            other if other.is_ascii_punctuation() => {
                let _ = write!(out, "&#{};", u32::from(other));
            }
            other => out.push(other),
        }
        before = Some(character);
    }
    out
}

/// Text as code in a cell of a table, whose bars nothing but a character reference hides for certain.
pub(super) fn cell_code(text: &str) -> String {
    if text.contains(['|', '\\']) { html_code(text) } else { code(text) }
}

/// Text as code inside raw HTML.
pub(super) fn html_code(text: &str) -> String {
    format!("<code>{}</code>", plain(text))
}

/// Text as code, outside tables. Nothing inside code is read, so that only its own marks matter.
pub(super) fn code(text: &str) -> String {
    let text = on_one_line(text);
    let text = shown::whole(&text);
    let longest = text.split(|character| character != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let space = if text.starts_with('`') || text.ends_with('`') || text.trim().is_empty() { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}

/// A message, with names in backticks as code and all else as text.
pub(super) fn ticks(message: &str) -> String {
    ticks_as(message, code)
}

/// The same for a cell of a table.
pub(super) fn cell_ticks(message: &str) -> String {
    ticks_as(message, cell_code)
}

fn ticks_as(message: &str, code: fn(&str) -> String) -> String {
    let mut out = String::new();
    let mut rest = message;
    while let Some((before, after)) = rest.split_once('`') {
        let Some((name, remainder)) = after.split_once('`') else {
            break;
        };
        out.push_str(&plain(before));
        out.push_str(&code(name));
        rest = remainder;
    }
    out + &plain(rest)
}

/// Lines as a block of code, each after an indentation.
pub(super) fn fenced(text: &str, language: &str, indent: &str) -> String {
    let longest = text.split(|character| character != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    let mut out = format!("{indent}{fence}{language}\n");
    for line in text.lines() {
        let _ = writeln!(out, "{indent}{}", shown::whole(line));
    }
    out + indent + &fence
}

fn on_one_line(text: &str) -> String {
    text.replace(['\n', '\r'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_calls_nobody_and_links_nowhere() {
        assert_eq!(plain("@ann #1 https://x.org"), "&#64;<!-- -->ann &#35;<!-- -->1 https&#58;<!-- -->//x&#46;org");
    }

    #[test]
    fn text_is_no_markup() {
        assert_eq!(plain("<b>|*_`~[x]\\\n"), "&#60;b&#62;&#124;&#42;&#95;&#96;&#126;&#91;x&#93;&#92; ");
    }

    #[test]
    fn code_outlasts_the_backticks_and_bars_inside_it() {
        assert_eq!(code("a``b"), "```a``b```");
        assert_eq!(cell_code("a\\|c"), "<code>a&#92;&#124;c</code>");
        assert_eq!(code("`"), "`` ` ``");
    }

    #[test]
    fn block_outlasts_the_fences_inside_it() {
        assert_eq!(fenced("```\nx\n", "diff", ""), "````diff\n```\nx\n````");
    }
}
