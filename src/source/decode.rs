//! A tree of nodes is held against the shape of its kind, and then read into the typed struct.
//!
//! The first pass reports everything that does not fit. The second runs only after a clean first one.

use std::collections::BTreeSet;

use super::ambiguous::reads_as;
use super::node::{Entry, Node, NodeValue};
use super::scalar::check_scalar;
use crate::diag::{Code, Finding, Findings, SourceText, codes, did_you_mean};
use crate::model::reference::ReferenceError;
use crate::model::{FieldShape, Id, Kind, RecordShape, Shape, parse_reference};

/// Holds a mapping against a shape and reports all that does not fit.
///
/// `what` names the whole in messages, such as `this metric`.
pub(super) fn check(node: &Node, shape: &RecordShape, what: &str, source: &SourceText, findings: &mut Findings) {
    Checker { source, findings }.record(node, shape, what);
}

/// Fields that are listed in a message; more would hide it.
const LISTED: usize = 12;

struct Checker<'a> {
    source: &'a SourceText,
    findings: &'a mut Findings,
}

impl Checker<'_> {
    fn report(&mut self, code: &'static Code, node: &Node, message: String, help: impl Into<String>) {
        let place = self.source.place(node.span());
        self.findings.push(Finding::error(code, place, message).help(help));
    }

    fn record(&mut self, node: &Node, shape: &RecordShape, what: &str) {
        let NodeValue::Mapping(entries) = &node.value else {
            let message = format!("{what} is {}, expected a mapping of fields", node.describe());
            return self.report(&codes::WRONG_TYPE, node, message, "write `field: value` lines");
        };
        for entry in entries {
            match shape.field(&entry.key) {
                Some(field) => self.field(&entry.value, field),
                None => self.unknown_key(entry, shape, what),
            }
        }
        for field in shape.fields.iter().filter(|field| field.required) {
            if entries.iter().all(|entry| *entry.key != *field.name) {
                let message = format!("{what} has no `{}`", field.name);
                let place = self.source.place(entries.first().map_or_else(|| node.span(), Entry::key_span));
                let help = format!("add `{}:` — {}", field.name, lower_first(&field.description));
                self.findings.push(Finding::error(&codes::MISSING_KEY, place, message).help(help));
            }
        }
    }

    fn unknown_key(&mut self, entry: &Entry, shape: &RecordShape, what: &str) {
        let place = self.source.place(entry.key_span());
        let message = format!("{what} has no field `{}`", entry.key);
        let names = || shape.fields.iter().map(|field| field.name.as_str());
        let help = match did_you_mean(&entry.key, names()) {
            Some(name) => format!("did you mean `{name}`?"),
            None if entry.key.as_ref() == "<<" => "write the fields out; mappings are not merged here".to_owned(),
            None if shape.field("notes").is_some() => "remove the key, or move what it says into `notes`".to_owned(),
            None if shape.fields.len() <= LISTED => {
                format!("remove the key; the fields are `{}`", names().collect::<Vec<_>>().join("`, `"))
            }
            None => "remove the key".to_owned(),
        };
        self.findings.push(Finding::error(&codes::UNKNOWN_KEY, place, message).help(help));
    }

    fn field(&mut self, node: &Node, field: &FieldShape) {
        if matches!(&node.value, NodeValue::Scalar { text, plain: true } if matches!(&**text, "" | "~" | "null")) {
            let message = format!("`{}` has no value", field.name);
            return self.report(&codes::WRONG_TYPE, node, message, format!("give `{}` a value, or remove the key", field.name));
        }
        self.value(node, &field.shape, &format!("`{}`", field.name));
    }

    fn value(&mut self, node: &Node, shape: &Shape, what: &str) {
        match shape {
            Shape::Record(shape) => self.record(node, shape, what),
            Shape::List(inner) => self.list(node, inner, what),
            Shape::Map(inner) => self.map(node, inner, what),
            _ => {
                if let NodeValue::Scalar { text, plain } = &node.value {
                    self.scalar(node, text, *plain, shape, what);
                } else {
                    let message = format!("{what} is {}, expected {}", node.describe(), shape_in_words(shape));
                    self.report(&codes::WRONG_TYPE, node, message, "write one value after the colon");
                }
            }
        }
    }

    fn list(&mut self, node: &Node, inner: &Shape, what: &str) {
        let NodeValue::List(items) = &node.value else {
            let message = format!("{what} is {}, expected a list", node.describe());
            let help = node.text().map_or_else(|| "write one item after each `- `".to_owned(), |text| format!("write `[{text}]`"));
            return self.report(&codes::WRONG_TYPE, node, message, help);
        };
        for item in items {
            self.value(item, inner, &format!("an item of {what}"));
        }
        let mut seen = BTreeSet::new();
        for item in items {
            if let (Shape::Reference(_), Some(text)) = (inner, item.text())
                && !seen.insert(text)
            {
                self.report(&codes::DUPLICATE_KEY, item, format!("`{text}` stands twice in {what}"), "keep one of the two");
            }
        }
    }

    fn map(&mut self, node: &Node, inner: &Shape, what: &str) {
        let NodeValue::Mapping(entries) = &node.value else {
            let message = format!("{what} is {}, expected names with values", node.describe());
            return self.report(&codes::WRONG_TYPE, node, message, "write `name: value` lines");
        };
        for entry in entries {
            if let Some(read) = reads_as(&entry.key).filter(|_| entry.plain_key) {
                let place = self.source.place(entry.key_span());
                let message = format!("the key `{}` in {what} would be read as {read}", entry.key);
                self.findings.push(Finding::error(&codes::AMBIGUOUS_SCALAR, place, message).help(format!("write `\"{}\"`", entry.key)));
            }
            self.value(&entry.value, inner, &format!("`{}` in {what}", entry.key));
        }
    }

    fn scalar(&mut self, node: &Node, text: &str, plain: bool, shape: &Shape, what: &str) {
        match shape {
            Shape::Boolean if !(plain && matches!(text, "true" | "false")) => {
                let help = match text.to_ascii_lowercase().as_str() {
                    "yes" | "y" | "on" | "true" => "write `true`",
                    "no" | "n" | "off" | "false" => "write `false`",
                    _ => "write `true` or `false`",
                };
                self.report(&codes::WRONG_TYPE, node, format!("{what} is `{text}`, expected `true` or `false`"), help);
            }
            Shape::Integer { minimum, maximum } => self.integer(node, text, (*minimum, *maximum), what),
            Shape::Choice(choices) if !choices.iter().any(|choice| choice.value == text) => {
                let names: Vec<&str> = choices.iter().map(|choice| choice.value.as_str()).collect();
                let help = match did_you_mean(text, names.iter().copied()) {
                    Some(name) => format!("did you mean `{name}`?"),
                    None => format!("choose one of `{}`", names.join("`, `")),
                };
                self.report(&codes::BAD_VALUE, node, format!("{what} is `{text}`, which is not one of its values"), help);
            }
            Shape::Reference(kinds) => self.reference(node, text, plain, kinds, what),
            Shape::Text => self.text(node, text, plain, what),
            Shape::Scalar(scalar) => match check_scalar(*scalar, text) {
                Ok(()) if matches!(scalar, crate::model::Scalar::Prose | crate::model::Scalar::Id) => self.text(node, text, plain, what),
                Ok(()) => {}
                Err(problem) => {
                    let code = if *scalar == crate::model::Scalar::Expression { &codes::FORMULA } else { &codes::BAD_VALUE };
                    self.problem(node, plain, code, what, problem);
                }
            },
            _ => {}
        }
    }

    fn problem(&mut self, node: &Node, plain: bool, code: &'static Code, what: &str, problem: super::scalar::Problem) {
        let span = node.span();
        // Within quotes without escapes the text stands as it is, one byte further on.
        let raw = self.source.text().get(span.clone()).unwrap_or_default();
        let first = if plain { Some(span.start) } else { (raw.get(1..raw.len().max(2) - 1) == node.text()).then_some(span.start + 1) };
        let inside = problem.inside.zip(first).map(|(range, first)| first + range.start..first + range.end);
        let place = self.source.place(inside.unwrap_or(span));
        self.findings.push(Finding::error(code, place, format!("{what}: {}", problem.message)).help(problem.help));
    }

    fn text(&mut self, node: &Node, text: &str, plain: bool, what: &str) {
        if let Some(read) = reads_as(text).filter(|_| plain) {
            let message = format!("{what} is `{text}` without quotes, which would be read as {read}, expected text");
            self.report(&codes::AMBIGUOUS_SCALAR, node, message, format!("write `\"{text}\"`"));
        } else if text.trim().is_empty() {
            self.report(&codes::WRONG_TYPE, node, format!("{what} is empty, expected text"), "write the text, or remove the key");
        }
    }

    fn integer(&mut self, node: &Node, text: &str, (minimum, maximum): (Option<i64>, Option<i64>), what: &str) {
        let canonical = text == "0" || !text.trim_start_matches('-').starts_with('0');
        let Some(number) = text.parse::<i64>().ok().filter(|_| canonical && !text.starts_with('+')) else {
            let message = format!("{what} is `{text}`, expected a whole number");
            return self.report(&codes::WRONG_TYPE, node, message, "write digits only, without separators or leading zeros");
        };
        if minimum.is_some_and(|minimum| number < minimum) || maximum.is_some_and(|maximum| number > maximum) {
            let range = match (minimum, maximum) {
                (Some(minimum), Some(maximum)) => format!("from {minimum} to {maximum}"),
                (Some(minimum), None) => format!("of at least {minimum}"),
                (None, Some(maximum)) => format!("of at most {maximum}"),
                (None, None) => String::new(),
            };
            let message = format!("{what} is {number}, expected a whole number {range}");
            self.report(&codes::BAD_VALUE, node, message, format!("choose a number {range}"));
        }
    }

    fn reference(&mut self, node: &Node, text: &str, plain: bool, kinds: &[Kind], what: &str) {
        if reads_as(text).is_some() && plain {
            return self.text(node, text, plain, what);
        }
        if text.trim().is_empty() {
            return self.report(
                &codes::WRONG_TYPE,
                node,
                format!("{what} is empty, expected a reference"),
                "write the reference, or remove the key",
            );
        }
        if let Err(error) = parse_reference(text, kinds) {
            let help = reference_help(&error, text, kinds);
            self.report(&codes::BAD_VALUE, node, format!("{what}: {error}"), help);
        }
    }
}

/// One step that mends a reference.
fn reference_help(error: &ReferenceError, text: &str, kinds: &[Kind]) -> String {
    let example = || format!("write `kind/id`, such as `{}/some-id`", kinds.first().map_or("metric", |kind| kind.name()));
    match error {
        ReferenceError::Id(error) => match (error.mended(), kinds) {
            (Some(mended), _) => format!("write the id `{mended}`"),
            (None, [kind]) => format!("write the id of a {}, which is its file name without the ending", kind.words()),
            (None, _) => example(),
        },
        ReferenceError::Version(_) => "write all three numbers of the version, or remove what stands after `@`".to_owned(),
        ReferenceError::NoKind { .. } if kinds.len() <= 3 && Id::parse(text).is_ok() => {
            format!("write {}", kinds.iter().map(|kind| format!("`{}/{text}`", kind.name())).collect::<Vec<_>>().join(" or "))
        }
        ReferenceError::NoKind { .. } | ReferenceError::Kind { .. } => example(),
    }
}

fn shape_in_words(shape: &Shape) -> &'static str {
    match shape {
        Shape::Boolean => "`true` or `false`",
        Shape::Integer { .. } => "a whole number",
        Shape::Reference(_) => "a reference",
        Shape::Choice(_) => "one word",
        Shape::List(_) => "a list",
        Shape::Map(_) | Shape::Record(_) => "a mapping",
        Shape::Text | Shape::Scalar(_) => "a single value",
    }
}

fn lower_first(text: &str) -> String {
    let mut characters = text.trim_end_matches('.').chars();
    characters.next().map_or_else(String::new, |first| first.to_lowercase().chain(characters).collect())
}
