//! The references of all records and of the settings, as Markdown: made from the same place as the reader, so that they cannot drift.

use std::fmt::Write;

use crate::model::{FieldShape, Kind, RecordShape, Settings, Shape, record_shape, schema_of};

/// The whole reference.
#[must_use]
pub fn record_reference() -> String {
    let mut text = String::from(
        "# Records\n\nEvery kind of record and every field. This page is made from the program; a test keeps it current \
         (`UPDATE_EXPECTED=1 cargo test` writes it anew).\n\n*Needed*: `yes` means that the reader needs the field; a profile means that \
         the check D01 demands it from that profile on.\n*Change*: what a change of the field means for the figures, for kinds that \
         carry a version.\n\n",
    );
    for kind in Kind::ALL {
        // Writing into a string cannot fail.
        let _ = writeln!(text, "- [{}](#{}) — `{}/`", kind.row().plural, kind.name(), kind.row().folder);
    }
    for kind in Kind::ALL {
        push_kind(&mut text, *kind);
    }
    text
}

/// The reference of the settings.
#[must_use]
pub fn settings_reference() -> String {
    let mut text = String::from(
        "# Settings\n\nEvery field of `tickmark.yaml`, the file that makes a folder a project. This page is made from the program; a test \
         keeps it current (`UPDATE_EXPECTED=1 cargo test` writes it anew).\n\nThe smallest settings:\n\n```yaml\ntitle: Customer service\n\
         organisation: Example Ltd\ntimezone: Europe/Berlin\n```\n\n| Field | Holds | Needed | Change | Meaning |\n|---|---|---|---|---|\n",
    );
    push_fields(&mut text, &record_shape(&schema_of::<Settings>()), "");
    text.push_str(
        "\nRead on: profiles and levels of checks in [checks](checks/README.md), `theme` in [themes.md](themes.md), `language` in \
         [languages.md](languages.md), `signers` in [verify.md](verify.md), kinds of records in [records.md](records.md).\n",
    );
    text
}

fn push_kind(text: &mut String, kind: Kind) {
    let row = kind.row();
    let _ = writeln!(
        text,
        "\n## {}\n\n{} Folder `{}/`; the text of a Markdown record is its `{}`.\n",
        kind.name(),
        row.summary,
        row.folder,
        row.body
    );
    let _ = writeln!(text, "| Field | Holds | Needed | Change | Meaning |\n|---|---|---|---|---|");
    push_fields(text, kind.shape(), "");
}

fn push_fields(text: &mut String, shape: &RecordShape, prefix: &str) {
    for field in &shape.fields {
        let name = format!("{prefix}{}", field.name);
        let meaning = match (&field.default, &field.shape) {
            (Some(default), Shape::Record(_) | Shape::List(_) | Shape::Map(_)) if default.starts_with(['{', '[']) => {
                field.description.clone()
            }
            (Some(default), _) => format!("{} Default: `{default}`.", field.description),
            (None, _) => field.description.clone(),
        };
        let class = field.class.map_or("", crate::model::ChangeClass::name);
        let _ = writeln!(text, "| `{name}` | {} | {} | {class} | {} |", holds(&field.shape), needed(field), escaped(&meaning));
        match &field.shape {
            Shape::Record(inner) => push_fields(text, inner, &format!("{name}.")),
            Shape::List(inner) => push_inner(text, inner, &format!("{name}[].")),
            Shape::Map(inner) => push_inner(text, inner, &format!("{name}.<name>.")),
            _ => {}
        }
    }
}

fn push_inner(text: &mut String, shape: &Shape, prefix: &str) {
    if let Shape::Record(inner) = shape {
        push_fields(text, inner, prefix);
    }
}

fn needed(field: &FieldShape) -> &'static str {
    match (field.required, field.demanded_from) {
        (true, _) => "yes",
        (false, Some(profile)) => profile.name(),
        (false, None) => "",
    }
}

fn holds(shape: &Shape) -> String {
    match shape {
        Shape::Text => "text".to_owned(),
        Shape::Boolean => "`true` or `false`".to_owned(),
        Shape::Integer { minimum, maximum } => match (minimum, maximum) {
            (Some(least), Some(most)) => format!("whole number, {least} to {most}"),
            (Some(least), None) => format!("whole number, at least {least}"),
            _ => "whole number".to_owned(),
        },
        Shape::Scalar(scalar) => scalar.name().replace('-', " "),
        Shape::Reference(kinds) if kinds.len() == Kind::ALL.len() => "reference".to_owned(),
        Shape::Reference(kinds) => format!("reference to {}", kinds.iter().map(|kind| kind.words()).collect::<Vec<_>>().join(", ")),
        Shape::Choice(choices) => choices.iter().map(|choice| format!("`{}`", choice.value)).collect::<Vec<_>>().join(", "),
        Shape::List(inner) => match &**inner {
            Shape::Record(_) => "list".to_owned(),
            inner => format!("list of: {}", holds(inner)),
        },
        Shape::Map(inner) => match &**inner {
            Shape::Record(_) => "names with fields".to_owned(),
            inner => format!("names with: {}", holds(inner)),
        },
        Shape::Record(_) => "fields".to_owned(),
    }
}

fn escaped(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}
