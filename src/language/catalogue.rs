//! Reads catalogues of words: the syntax of Project Fluent, of which messages, variables, literals and choices are used.

use std::collections::BTreeMap;
use std::ops::Range;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, PatternElement, VariantKey};
use fluent_syntax::parser::parse;
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::pattern::{Pattern, Piece};

/// A message with its place in the catalogue.
#[derive(Clone, Debug)]
pub(super) struct Message {
    /// What is said.
    pub(super) pattern: Pattern,
    /// The bytes of its key.
    pub(super) range: Range<usize>,
}

/// What cannot be read in a catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unreadable {
    /// What is wrong.
    pub(super) message: String,
    /// Where.
    pub(super) range: Range<usize>,
}

/// Reads a catalogue: its messages by key, and everything that cannot be read.
pub(super) fn read(text: &str) -> (BTreeMap<String, Message>, Vec<Unreadable>) {
    let (resource, errors) = match parse(text) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    let mut unreadable: Vec<Unreadable> =
        errors.into_iter().map(|error| Unreadable { message: error.kind.to_string(), range: error.pos }).collect();
    let mut messages = BTreeMap::new();
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let range = range_in(text, message.id.name);
                let Some(value) = &message.value else {
                    unreadable.push(Unreadable { message: format!("the message `{}` has no words", message.id.name), range });
                    continue;
                };
                match pattern(value) {
                    Ok(pattern) => {
                        if messages.insert(message.id.name.to_owned(), Message { pattern, range: range.clone() }).is_some() {
                            unreadable.push(Unreadable { message: format!("the message `{}` stands twice", message.id.name), range });
                        }
                    }
                    Err(message) => unreadable.push(Unreadable { message, range }),
                }
            }
            Entry::Term(term) => unreadable.push(Unreadable {
                message: "terms are not used in catalogues; write the words out".to_owned(),
                range: range_in(text, term.id.name),
            }),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => {}
        }
    }
    unreadable.sort_by_key(|found| found.range.start);
    (messages, unreadable)
}

/// The bytes of a piece of a text; both share one buffer.
fn range_in(text: &str, piece: &str) -> Range<usize> {
    let start = (piece.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    start..start + piece.len()
}

fn pattern(pattern: &fluent_syntax::ast::Pattern<&str>) -> Result<Pattern, String> {
    let mut pieces = Vec::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text(&mut pieces, value),
            PatternElement::Placeable { expression } => match expression {
                Expression::Inline(inline) => inlined(&mut pieces, inline)?,
                Expression::Select { selector, variants } => {
                    let InlineExpression::VariableReference { id } = selector else {
                        return Err("a choice goes by a variable such as `$count`".to_owned());
                    };
                    let mut cases = Vec::new();
                    let mut otherwise = Pattern::default();
                    for variant in variants {
                        let (VariantKey::Identifier { name } | VariantKey::NumberLiteral { value: name }) = variant.key;
                        let chosen = self::pattern(&variant.value)?;
                        if variant.default {
                            otherwise = chosen;
                        } else {
                            cases.push((name.to_owned(), chosen));
                        }
                    }
                    pieces.push(Piece::Choice { variable: id.name.to_owned(), cases, otherwise });
                }
            },
        }
    }
    Ok(Pattern(pieces))
}

fn inlined(pieces: &mut Vec<Piece>, inline: &InlineExpression<&str>) -> Result<(), String> {
    match inline {
        InlineExpression::StringLiteral { value } => text(pieces, &unescape_unicode_to_string(value)),
        InlineExpression::NumberLiteral { value } => text(pieces, value),
        InlineExpression::VariableReference { id } => pieces.push(Piece::Gap(id.name.to_owned())),
        _ => return Err("only variables, literals and choices by a variable are used in catalogues".to_owned()),
    }
    Ok(())
}

/// Adds text, joined with text before it.
fn text(pieces: &mut Vec<Piece>, more: &str) {
    match pieces.last_mut() {
        Some(Piece::Text(before)) => before.push_str(more),
        _ => pieces.push(Piece::Text(more.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_variables_literals_and_choices_are_read() {
        let (messages, unreadable) = read("a = one { $x }{ \" \" }two\nb = { $n ->\n    [one] a thing\n   *[other] { $n } things\n}\n");
        assert!(unreadable.is_empty(), "{unreadable:?}");
        let text = |text: &str| Piece::Text(text.to_owned());
        assert_eq!(messages["a"].pattern, Pattern(vec![text("one "), Piece::Gap("x".to_owned()), text(" two")]));
        assert_eq!(messages["b"].pattern.variables().into_iter().collect::<Vec<_>>(), ["n"]);
    }

    #[test]
    fn everything_unreadable_is_told_with_its_place() {
        let (messages, unreadable) = read("good = yes\n-term = x\nbad } = y\ngood = again\ncall = { NUMBER($x) }\n");
        assert_eq!(messages.len(), 1);
        assert_eq!(unreadable.len(), 4, "{unreadable:?}");
        assert_eq!(unreadable[0].range, 12..16);
    }
}
