//! How wide a text will be, guessed without the font.
//!
//! The page decides the font, so widths are estimates for a common sans serif, a little on the wide side: a label
//! that fits here fits on the page.

use std::borrow::Cow;

/// Estimates the width of a text at a size, in the unit of the size.
pub(crate) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(advance).sum::<f64>() * size
}

/// The advance of one character, as a share of the size.
fn advance(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.31,
        'f' | 't' | 'r' | 'I' | '(' | ')' | '[' | ']' | '/' | '-' | ' ' | '"' | '`' => 0.4,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '—' | '…' => 0.95,
        'A'..='Z' => 0.72,
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' => 0.0,
        '\u{2009}' | '\u{202f}' => 0.2,
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{1f300}'..='\u{1faff}' => 1.05,
        _ => 0.62,
    }
}

/// Shortens a text with an ellipsis until it fits.
pub(crate) fn fit(text: &str, room: f64, size: f64) -> Cow<'_, str> {
    if width(text, size) <= room {
        return Cow::Borrowed(text);
    }
    let ellipsis = width("…", size);
    let mut used = 0.0;
    let mut end = 0;
    for (at, c) in text.char_indices() {
        used += advance(c) * size;
        if used + ellipsis > room {
            break;
        }
        end = at + c.len_utf8();
    }
    Cow::Owned(format!("{}…", text[..end].trim_end()))
}

/// Breaks a text into at most `lines` lines of at most `room`, at spaces, hyphens and underscores where it can; what
/// is left over is cut with an ellipsis.
pub(crate) fn wrap(text: &str, room: f64, size: f64, lines: usize) -> Vec<String> {
    let mut done: Vec<String> = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        if done.len() + 1 >= lines || width(rest, size) <= room {
            done.push(fit(rest, room, size).into_owned());
            break;
        }
        let cut = break_before(rest, room, size);
        done.push(rest[..cut].trim_end().to_owned());
        rest = rest[cut..].trim_start();
    }
    done
}

/// The byte at which the next line starts: after the last separator that fits, else after as many characters as fit,
/// at least one.
fn break_before(text: &str, room: f64, size: f64) -> usize {
    let mut used = 0.0;
    let mut fits = 0;
    let mut separator = None;
    for (at, c) in text.char_indices() {
        used += advance(c) * size;
        if used > room && fits > 0 {
            break;
        }
        fits = at + c.len_utf8();
        if matches!(c, ' ' | '-' | '_' | '/') {
            separator = Some(fits);
        }
    }
    separator.filter(|&at| at * 3 > fits).unwrap_or(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_fits_is_kept_whole() {
        assert_eq!(fit("short", 100.0, 12.0), "short");
    }

    #[test]
    fn a_long_text_ends_in_an_ellipsis_within_the_room() {
        let cut = fit("a very long label that cannot fit", 80.0, 12.0).into_owned();
        assert!(cut.ends_with('…') && width(&cut, 12.0) <= 80.0, "{cut}");
    }

    #[test]
    fn lines_break_at_words_and_the_last_is_cut() {
        let lines = wrap("attendances within four hours of arrival at all departments", 120.0, 12.0, 2);
        assert_eq!(lines.len(), 2);
        assert_eq!(lines[0], "attendances");
        assert!(lines[1].ends_with('…'));
    }

    #[test]
    fn one_endless_word_is_broken_anywhere() {
        assert!(wrap(&"x".repeat(500), 60.0, 12.0, 3).iter().all(|line| width(line, 12.0) <= 60.0));
    }
}
