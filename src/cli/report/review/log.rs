//! What changed in one file, as an entry of a change log: what `git log -p` shows in the place of lines.

use std::fmt::Write;

use super::compose::value;
use super::words::{are_prose, differences, is_long, marked, plain};
use crate::cli::report::shown;
use crate::diff::{FieldEdit, RecordChange};

/// Writes the entry, without colours: git pages it as it is.
pub(in crate::cli) fn render(path: &str, change: Option<&RecordChange>) -> String {
    let mut out = format!("tickmark {}\n", shown::text(path));
    let Some(change) = change else {
        out.push_str("  nothing that the record says: spelling of values, order or comments\n");
        return out;
    };
    let versions = match change.versions() {
        (Some(before), Some(after)) if before != after => format!(", version {before} → {after}"),
        (Some(version), Some(_)) => format!(", still version {version}"),
        (None, Some(version)) | (Some(version), None) => format!(", version {version}"),
        (None, None) => String::new(),
    };
    let class = change.class.map_or_else(String::new, |class| format!(": {}", class.name()));
    let _ = writeln!(out, "{} · {}{class}{versions}", change.record, shown::text(&change.title));
    for edit in &change.edits {
        push_edit(&mut out, edit);
    }
    out
}

fn push_edit(out: &mut String, edit: &FieldEdit) {
    let class = edit.class.map_or("", crate::model::ChangeClass::name);
    let (before, after) = (edit.before.as_ref().map(value), edit.after.as_ref().map(value));
    let pieces = are_prose(before.as_ref(), after.as_ref()).and_then(|(before, after)| differences(before, after));
    // Marked words say what the message says, and where.
    let says = pieces.as_ref().map_or_else(|| edit.message(), |pieces| format!("`{}` {}", edit.field, marked(pieces)));
    let _ = writeln!(out, "  {class:<9} {}: {}", edit.rule.id, shown::text(&says));
    if pieces.is_some() {
        return;
    }
    if !is_long(before.as_ref()) && !is_long(after.as_ref()) {
        return;
    }
    for (sign, value) in [('-', before), ('+', after)] {
        if let Some(value) = value {
            let _ = writeln!(out, "          {sign} {}", shown::text(&plain(&value)));
        }
    }
}
