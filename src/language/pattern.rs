//! A message, ready to be said: text with gaps and choices.

use std::collections::BTreeSet;

use super::fill::Fill;
use super::plural::Plural;

/// A piece of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Text.
    Text(String),
    /// The value of a variable.
    Gap(String),
    /// One of several patterns, by the value of a variable.
    Choice {
        /// Name of the variable.
        variable: String,
        /// The value, or the plural category of a count, with the pattern for it.
        cases: Vec<(String, Pattern)>,
        /// The pattern for every other value.
        otherwise: Pattern,
    },
}

/// A message: pieces that are said one after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Pattern(pub(super) Vec<Piece>);

/// How counts are written and which plural they take.
pub(super) struct Counting<'a> {
    pub(super) plural: &'a Plural,
    pub(super) write: &'a dyn Fn(u64) -> String,
}

impl Pattern {
    /// The whole message, where it has neither gaps nor choices.
    pub(super) fn plain(&self) -> Option<&str> {
        match self.0.as_slice() {
            [] => Some(""),
            [Piece::Text(text)] => Some(text),
            _ => None,
        }
    }

    /// Says the message; a gap without a value stays empty, which the tests of the catalogues rule out.
    pub(super) fn say(&self, fills: &[(&str, Fill<'_>)], counting: &Counting<'_>, out: &mut String) {
        let value = |name: &str| fills.iter().find(|(other, _)| *other == name).map(|(_, fill)| fill);
        for piece in &self.0 {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Gap(name) => match value(name) {
                    Some(Fill::Text(text)) => out.push_str(text),
                    Some(Fill::Count(count)) => out.push_str(&(counting.write)(*count)),
                    None => {}
                },
                Piece::Choice { variable, cases, otherwise } => {
                    let chosen = match value(variable) {
                        Some(Fill::Text(text)) => cases.iter().find(|(case, _)| case == text),
                        Some(Fill::Count(count)) => {
                            let exact = cases.iter().find(|(case, _)| *case == count.to_string());
                            exact.or_else(|| cases.iter().find(|(case, _)| case == counting.plural.category(*count)))
                        }
                        None => None,
                    };
                    chosen.map_or(otherwise, |(_, pattern)| pattern).say(fills, counting, out);
                }
            }
        }
    }

    /// The names of all variables.
    pub(super) fn variables(&self) -> BTreeSet<&str> {
        let mut names = BTreeSet::new();
        self.collect(&mut names);
        names
    }

    fn collect<'a>(&'a self, names: &mut BTreeSet<&'a str>) {
        for piece in &self.0 {
            match piece {
                Piece::Text(_) => {}
                Piece::Gap(name) => {
                    names.insert(name);
                }
                Piece::Choice { variable, cases, otherwise } => {
                    names.insert(variable);
                    for (_, pattern) in cases {
                        pattern.collect(names);
                    }
                    otherwise.collect(names);
                }
            }
        }
    }
}
