//! The words and signs of a formula.
//!
//! A token keeps its place in bytes. Only what the grammar knows becomes a token; the first thing that it does not know
//! ends the list and has its error written here, so that the parser meets no unknown character.

use std::ops::Range;

use super::ExpressionError;
use crate::model::Decimal;

/// One word or sign.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind<'a> {
    Number(Decimal),
    Name(&'a str),
    Plus,
    Minus,
    Times,
    Over,
    Open,
    Close,
    Comma,
    End,
    Unreadable,
}

/// A word or sign with its place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token<'a> {
    pub(super) kind: Kind<'a>,
    pub(super) span: Range<usize>,
}

impl Token<'_> {
    /// Names the token for a message; `text` is the whole formula.
    pub(super) fn described(&self, text: &str) -> String {
        match self.kind {
            Kind::End => "the end of the formula".to_owned(),
            _ => format!("`{}`", text.get(self.span.clone()).unwrap_or_default()),
        }
    }
}

/// Splits a text into tokens; the last one is the end, or the unreadable part with its error.
///
/// The error is kept until the parser comes to its place, because something before it may be wrong as well.
pub(super) fn tokens(text: &str) -> (Vec<Token<'_>>, Option<ExpressionError>) {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let Some(first) = rest.chars().next() else {
            break;
        };
        if matches!(first, ' ' | '\t' | '\n' | '\r') {
            at += 1;
            continue;
        }
        match word(at, rest, first) {
            Ok(token) => {
                at = token.span.end;
                found.push(token);
            }
            Err(error) => {
                let span = error.offset..error.offset + error.length;
                found.push(Token { kind: Kind::Unreadable, span });
                return (found, Some(error));
            }
        }
    }
    found.push(Token { kind: Kind::End, span: text.len()..text.len() });
    (found, None)
}

/// Reads the token that starts with `first` at the byte `at`.
fn word(at: usize, rest: &str, first: char) -> Result<Token<'_>, ExpressionError> {
    let kind = match first {
        '+' => Kind::Plus,
        '-' | '\u{2212}' => Kind::Minus,
        '*' | '×' => Kind::Times,
        '/' | '÷' => Kind::Over,
        '(' => Kind::Open,
        ')' => Kind::Close,
        ',' => Kind::Comma,
        '0'..='9' | '.' => return number(at, rest),
        'a'..='z' | 'A'..='Z' | '_' => return name(at, rest),
        unknown => return Err(unknown_character(at, unknown)),
    };
    Ok(Token { kind, span: at..at + first.len_utf8() })
}

/// Reads a run of digits, letters and points as one number, so that `1e5` and `2x` are refused as they were meant.
fn number(at: usize, rest: &str) -> Result<Token<'_>, ExpressionError> {
    let written = run(rest, |c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_'));
    let span = at..at + written.len();
    match Decimal::parse(written) {
        Ok(value) => Ok(Token { kind: Kind::Number(value), span }),
        Err(error) => Err(ExpressionError::at(span, error.to_string(), error.help())),
    }
}

/// Reads the name of a term or a function.
fn name(at: usize, rest: &str) -> Result<Token<'_>, ExpressionError> {
    let written = run(rest, |c| c.is_ascii_alphanumeric() || c == '_');
    let span = at..at + written.len();
    if written.starts_with('_') {
        let message = format!("expected a name that begins with a letter, found `{written}`");
        return Err(ExpressionError::at(span, message, "begin the name with a letter from a to z"));
    }
    if written.bytes().any(|byte| byte.is_ascii_uppercase()) {
        let message = format!("expected a name in lower case, found `{written}`");
        return Err(ExpressionError::at(span, message, format!("write `{}`", written.to_ascii_lowercase())));
    }
    Ok(Token { kind: Kind::Name(written), span })
}

/// Takes the longest start of a text whose characters all belong.
fn run(rest: &str, belongs: impl Fn(char) -> bool) -> &str {
    let end = rest.find(|c| !belongs(c)).unwrap_or(rest.len());
    rest.get(..end).unwrap_or(rest)
}

fn unknown_character(at: usize, character: char) -> ExpressionError {
    let help = match character {
        '^' => "write a power as a product, as in `a * a`",
        '%' => "remove it: the unit carries the percent, and a share is a quotient",
        '·' | '∙' | '⋅' => "write `*` for a product",
        ':' => "write `/` for a quotient",
        '[' | '{' | ']' | '}' => "write round parentheses",
        '=' => "write only the right side: the formula is the value of the metric",
        '–' | '—' | '‐' | '‑' => "write a minus as `-`, the hyphen of the keyboard",
        '"' | '\'' | '`' | '“' | '”' | '‘' | '’' => "write term names without quotation marks",
        blank if blank.is_whitespace() => "write a plain space",
        _ => "use names in a to z, 0 to 9 and `_`, numbers, and the signs `+ - * / ( ) ,`",
    };
    let shown = if character.is_control() || character.is_whitespace() {
        format!("the character U+{:04X}", u32::from(character))
    } else {
        format!("`{character}`")
    };
    let message = format!("expected a term, a number or a sign of arithmetic, found {shown}");
    ExpressionError::at(at..at + character.len_utf8(), message, help)
}
