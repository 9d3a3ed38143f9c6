//! A first record of a kind, with every field explained.

use std::fmt::Write;

use crate::model::{FieldShape, Kind, RecordShape, Scalar, Shape};

/// A commented YAML record: required fields with an example, all others as comments.
#[must_use]
pub fn template(kind: Kind) -> String {
    let mut text = String::new();
    // Writing into a string cannot fail.
    let _ = writeln!(text, "# {}", kind.row().summary);
    for field in &kind.shape().fields {
        push_field(&mut text, field);
    }
    text
}

fn push_field(text: &mut String, field: &FieldShape) {
    let mut notes = vec![field.description.clone()];
    if let Some(default) = &field.default {
        notes.push(format!("Default: {default}."));
    }
    if let Shape::Choice(choices) = &field.shape {
        let words: Vec<&str> = choices.iter().map(|choice| choice.value.as_str()).collect();
        notes.push(format!("One of: {}.", words.join(", ")));
    }
    let _ = writeln!(text, "\n# {}", notes.join(" "));
    let mut lines = String::new();
    push_entry(&mut lines, &field.name, &field.shape, 0, !field.required);
    for line in lines.lines() {
        let _ = if field.required { writeln!(text, "{line}") } else { writeln!(text, "# {line}") };
    }
}

/// A key with an example value. In examples of optional fields everything is shown; in required ones only what is required.
fn push_entry(text: &mut String, name: &str, shape: &Shape, depth: usize, everything: bool) {
    let indent = "  ".repeat(depth);
    match shape {
        Shape::List(inner) => {
            let _ = writeln!(text, "{indent}{name}:");
            push_item(text, inner, depth + 1, everything);
        }
        Shape::Map(inner) => {
            let _ = writeln!(text, "{indent}{name}:");
            push_entry(text, "some-name", inner, depth + 1, everything);
        }
        Shape::Record(fields) => {
            let _ = writeln!(text, "{indent}{name}:");
            push_fields(text, fields, depth + 1, everything);
        }
        scalar => {
            let _ = writeln!(text, "{indent}{name}: {}", example(scalar));
        }
    }
}

fn push_fields(text: &mut String, shape: &RecordShape, depth: usize, everything: bool) {
    let all_optional = shape.fields.iter().all(|field| !field.required);
    for field in shape.fields.iter().filter(|field| everything || all_optional || field.required) {
        push_entry(text, &field.name, &field.shape, depth, everything);
    }
}

fn push_item(text: &mut String, shape: &Shape, depth: usize, everything: bool) {
    let indent = "  ".repeat(depth);
    match shape {
        Shape::Record(fields) => {
            let mut inside = String::new();
            push_fields(&mut inside, fields, 0, everything);
            for (index, line) in inside.lines().enumerate() {
                let mark = if index == 0 { "- " } else { "  " };
                let _ = writeln!(text, "{indent}{mark}{line}");
            }
        }
        scalar => {
            let _ = writeln!(text, "{indent}- {}", example(scalar));
        }
    }
}

fn example(shape: &Shape) -> String {
    match shape {
        Shape::Boolean => "false".to_owned(),
        Shape::Integer { minimum, .. } => minimum.unwrap_or(1).max(1).to_string(),
        Shape::Choice(choices) => choices.first().map_or_else(String::new, |choice| choice.value.clone()),
        Shape::Reference(kinds) => match kinds.as_slice() {
            [kind] => format!("some-{kind}"),
            [kind, ..] => format!("{kind}/some-{kind}"),
            [] => String::new(),
        },
        Shape::Scalar(scalar) => scalar_example(*scalar).to_owned(),
        Shape::Text | Shape::List(_) | Shape::Map(_) | Shape::Record(_) => "Some words".to_owned(),
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
