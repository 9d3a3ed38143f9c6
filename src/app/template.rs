//! A first record of a kind, with every field explained.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::model::{FieldShape, Id, Kind, Profile, RecordShape, Scalar, Shape};

/// The records that a template may point to, by kind.
pub(super) type Candidates = BTreeMap<Kind, Vec<Id>>;

/// What a template says that depends on where it is used.
#[derive(Clone, Debug, Default)]
pub(super) struct Filling {
    /// The records that are there.
    pub(super) candidates: Candidates,
    /// Values of fields, as they are written.
    pub(super) values: BTreeMap<&'static str, String>,
    /// The field that stands below the front matter, and not in it.
    pub(super) body: Option<&'static str>,
    /// Fields that are needed although the reader does not ask for them one by one.
    pub(super) needed: &'static [&'static str],
}

/// What goes with the examples of a kind: the parts of its first scoring, or one of two fields of which one has to be there.
pub(super) const fn needed_beside(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Metric => &["numerator", "denominator"],
        Kind::Waiver => &["subject"],
        _ => &[],
    }
}

/// A commented YAML record: needed fields with an example, all others as comments.
#[must_use]
pub fn template(kind: Kind) -> String {
    let filling = Filling { needed: needed_beside(kind), ..Filling::default() };
    format!("# {}\n{}", kind.row().summary, fields_template(kind.shape(), &filling))
}

/// The commented fields of a shape.
pub(super) fn fields_template(shape: &RecordShape, filling: &Filling) -> String {
    let mut text = String::new();
    for field in shape.fields.iter().filter(|field| filling.body != Some(field.name.as_str())) {
        push_field(&mut text, field, filling);
    }
    text
}

/// The reader needs it, or a report by the easiest profile does.
fn is_needed(field: &FieldShape, filling: &Filling) -> bool {
    field.required || field.demanded_from == Some(Profile::Essential) || filling.needed.contains(&field.name.as_str())
}

fn push_field(text: &mut String, field: &FieldShape, filling: &Filling) {
    let mut notes = vec![field.description.clone()];
    if let Some(default) = &field.default {
        notes.push(format!("Default: {default}."));
    }
    if let Shape::Choice(choices) = &field.shape {
        let words: Vec<&str> = choices.iter().map(|choice| choice.value.as_str()).collect();
        notes.push(format!("One of: {}.", words.join(", ")));
    }
    // Writing into a string cannot fail.
    let _ = writeln!(text, "\n# {}", notes.join(" "));
    let needed = is_needed(field, filling);
    let mut lines = String::new();
    match filling.values.get(field.name.as_str()) {
        Some(value) => {
            let _ = writeln!(lines, "{}: {value}", field.name);
        }
        None => Example { filling, everything: !needed, text: &mut lines }.entry(&field.name, &field.shape, 0),
    }
    for line in lines.lines() {
        let _ = if needed { writeln!(text, "{line}") } else { writeln!(text, "# {line}") };
    }
}

/// Examples of optional fields show everything; those of needed fields only what the reader needs.
struct Example<'a> {
    filling: &'a Filling,
    everything: bool,
    text: &'a mut String,
}

impl Example<'_> {
    fn line(&mut self, depth: usize, line: &str) {
        // Writing into a string cannot fail.
        let _ = writeln!(self.text, "{}{line}", "  ".repeat(depth));
    }

    /// A key with an example value.
    fn entry(&mut self, name: &str, shape: &Shape, depth: usize) {
        match shape {
            Shape::List(inner) => {
                self.line(depth, &format!("{name}:"));
                self.item(name, inner, depth + 1);
            }
            Shape::Map(inner) => {
                self.line(depth, &format!("{name}:"));
                self.entry("some-name", inner, depth + 1);
            }
            Shape::Record(fields) => {
                self.line(depth, &format!("{name}:"));
                self.fields(fields, depth + 1);
            }
            scalar => {
                let value = self.scalar(name, scalar);
                self.line(depth, &format!("{name}: {value}"));
            }
        }
    }

    fn fields(&mut self, shape: &RecordShape, depth: usize) {
        let all_optional = shape.fields.iter().all(|field| !field.required);
        let everything = self.everything || all_optional;
        for field in shape.fields.iter().filter(|field| everything || field.required) {
            self.entry(&field.name, &field.shape, depth);
        }
    }

    fn item(&mut self, name: &str, shape: &Shape, depth: usize) {
        match shape {
            Shape::Record(fields) => {
                let mut inside = String::new();
                Example { filling: self.filling, everything: self.everything, text: &mut inside }.fields(fields, 0);
                for (index, line) in inside.lines().enumerate() {
                    self.line(depth, &format!("{}{line}", if index == 0 { "- " } else { "  " }));
                }
            }
            scalar => {
                let value = self.scalar(name, scalar);
                self.line(depth, &format!("- {value}"));
            }
        }
    }

    fn scalar(&self, name: &str, shape: &Shape) -> String {
        match shape {
            Shape::Boolean => "false".to_owned(),
            Shape::Integer { minimum, .. } => minimum.unwrap_or(1).max(1).to_string(),
            Shape::Choice(choices) => choices.first().map_or_else(String::new, |choice| choice.value.clone()),
            Shape::Reference(kinds) => self.reference(name, kinds),
            Shape::Scalar(scalar) => scalar_example(*scalar).to_owned(),
            Shape::Text | Shape::List(_) | Shape::Map(_) | Shape::Record(_) => "Some words".to_owned(),
        }
    }

    /// The first record that is there, of the kind that most likely is meant; else a name that leads nowhere, which is told when the project is
    /// linked.
    fn reference(&self, name: &str, kinds: &[Kind]) -> String {
        // Answers for things are usually given by teams, and what may be anything is usually a metric.
        let mut order: Vec<Kind> = [Kind::Team, Kind::Metric].into_iter().filter(|kind| kinds.len() > 1 && kinds.contains(kind)).collect();
        order.extend(kinds);
        let written = |kind: Kind, id: &str| if kinds.len() == 1 { id.to_owned() } else { format!("{kind}/{id}") };
        for kind in &order {
            if let Some(id) = self.filling.candidates.get(kind).and_then(|ids| ids.first()) {
                return written(*kind, id.as_str());
            }
        }
        let Some(first) = order.first() else { return String::new() };
        let placeholder = written(*first, &format!("some-{first}"));
        if self.everything {
            return placeholder;
        }
        format!("{placeholder} # a placeholder for `{name}`: make one with `tickmark new {first} ID`, and write its id here")
    }
}

const fn scalar_example(scalar: Scalar) -> &'static str {
    match scalar {
        Scalar::Prose => "Some sentences, in Markdown.",
        Scalar::Decimal => "0.5",
        Scalar::Date => "2026-01-31",
        Scalar::Instant => "2026-01-31T09:30:00+00:00",
        Scalar::TimeOfDay => "\"00:00\"",
        Scalar::Zone => "Europe/London",
        Scalar::Duration => "P7D",
        Scalar::Period => "2026-01",
        Scalar::Frequency => "P1M",
        Scalar::FiscalStart => "\"04\"",
        Scalar::Unit => "percent",
        Scalar::Version => "1.0.0",
        Scalar::Id => "some-id",
        Scalar::Sha256 => "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        Scalar::Expression => "numerator / denominator",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{MemoryWorkspace, read_project};

    /// The text with its commented fields taken in.
    fn in_full(template: &str) -> String {
        let field = |line: &&str| !line.starts_with("# ") || line[2..].starts_with([' ', '-']) || is_key(&line[2..]);
        template
            .lines()
            .filter(field)
            .map(|line| line.strip_prefix("# ").unwrap_or(line))
            .fold(String::new(), |text, line| text + line + "\n")
    }

    fn is_key(line: &str) -> bool {
        line.split_once(':').is_some_and(|(key, _)| {
            !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_' || byte.is_ascii_digit())
        })
    }

    fn problems(kind: Kind, text: &str) -> Vec<String> {
        let workspace = MemoryWorkspace::new()
            .with("tickmark.yaml", "title: x\norganisation: Us\ntimezone: Europe/London\n")
            .with(&format!("{}/some-record.yaml", kind.row().folder), text);
        let findings = read_project(&workspace).findings.sorted();
        findings.into_iter().map(|finding| format!("{kind}: {}: {}", finding.place, finding.message)).collect()
    }

    #[test]
    fn every_template_is_a_record_as_it_is() {
        let found: Vec<String> = Kind::ALL.iter().flat_map(|kind| problems(*kind, &template(*kind))).collect();
        assert_eq!(found, Vec::<String>::new());
    }

    #[test]
    fn every_template_is_a_record_with_all_its_fields() {
        let found: Vec<String> = Kind::ALL.iter().flat_map(|kind| problems(*kind, &in_full(&template(*kind)))).collect();
        assert_eq!(found, Vec::<String>::new());
    }
}
