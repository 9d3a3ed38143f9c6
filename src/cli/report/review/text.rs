//! A review for a terminal: every edit with both its places, what it was and what it is, what is missing and what is reached.

use std::fmt::Write;

use super::document::{Document, Edit, Missing, RecordEntry, Weight};
use super::words::{are_prose, differences, is_long, marked, plain};
use crate::cli::report::shown;
use crate::cli::report::text::{Excerpt, Told, tell};
use crate::diag::{Level, plural};

/// Records that are named as reached, beyond which they are counted.
const MOST_REACHED: usize = 8;

/// Writes the review.
pub(in crate::cli) fn render(document: &Document) -> String {
    let mut out = format!("{} → {}\n", shown::text(&document.before.label), shown::text(&document.after.label));
    for note in &document.notes {
        let _ = writeln!(out, "note: {}", shown::text(note));
    }
    out.push('\n');
    for record in &document.records {
        push_record(&mut out, document, record);
    }
    for (name, edits) in document.other_groups() {
        let _ = writeln!(out, "{}\n", shown::text(name));
        for edit in edits {
            push_edit(&mut out, document, edit);
        }
    }
    if document.left_out > 0 {
        let _ = writeln!(out, "{} not shown at this depth; `--depth full` shows all", plural(document.left_out, "edit"));
    }
    let _ = writeln!(out, "{}", document.verdict.sentence);
    let _ = writeln!(out, "{}", gate(document));
    out
}

/// What the gate says, in one line.
pub(super) fn gate(document: &Document) -> String {
    let says = if document.verdict.fails { "held back" } else { "let through" };
    format!("{says} by `--fail-on {}`", document.verdict.threshold)
}

/// The line below the name of a record: class, versions, agreement.
pub(super) fn standing(record: &RecordEntry) -> Vec<String> {
    let mut parts = Vec::new();
    match (&record.lowered, record.class) {
        (Some(lowered), _) => parts.push(lowered.clone()),
        (None, Some(class)) => parts.push(class.name().to_owned()),
        (None, None) => {}
    }
    match (&record.version_before, &record.version_after) {
        (Some(before), Some(after)) if before != after => parts.push(format!("version {before} → {after}")),
        (Some(version), Some(_)) => parts.push(format!("still version {version}")),
        (None, Some(version)) => parts.push(format!("new, version {version}")),
        (Some(version), None) => parts.push(format!("removed, was version {version}")),
        (None, None) => {}
    }
    if let Some(before) = &record.renamed_from {
        parts.push(format!("was `{before}`"));
    }
    if let Some(change) = &record.change {
        let proposed = record.proposed_by.as_ref().map_or_else(String::new, |who| format!(", proposed by {who}"));
        parts.push(format!("by `{change}`{proposed}"));
    }
    parts
}

/// Who agreed, in words; empty where nobody did.
pub(super) fn approvers(record: &RecordEntry) -> Vec<String> {
    record.approved_by.iter().map(|approver| format!("{} ({}, {})", approver.name, approver.role, approver.date)).collect()
}

fn push_record(out: &mut String, document: &Document, record: &RecordEntry) {
    let _ = writeln!(out, "{} · {}", shown::text(&record.record), shown::text(&record.title));
    let standing = standing(record);
    if !standing.is_empty() {
        let _ = writeln!(out, "  {}", shown::text(&standing.join("; ")));
    }
    let approvers = approvers(record);
    if !approvers.is_empty() {
        let _ = writeln!(out, "  approved by {}", shown::text(&approvers.join(", ")));
    }
    out.push('\n');
    for edit in &record.edits {
        push_edit(out, document, edit);
    }
    for missing in &record.missing {
        push_missing(out, document, missing);
    }
    if !record.reached.is_empty() {
        out.push_str("  reaches\n");
        for reached in record.reached.iter().take(MOST_REACHED) {
            let steps: Vec<String> = reached.path.iter().map(|step| format!("{} (`{}`)", step.record, step.field)).collect();
            let _ = writeln!(out, "    {}", shown::text(&steps.join(" → ")));
        }
        if record.reached.len() > MOST_REACHED {
            let _ = writeln!(out, "    and {} more", record.reached.len() - MOST_REACHED);
        }
        out.push('\n');
    }
}

fn push_edit(out: &mut String, document: &Document, edit: &Edit) {
    let excerpts = [
        edit.after_place.as_ref().map(|spot| Excerpt { place: spot.to_place(&document.after.prefix), says: "now", is_first: true }),
        edit.before_place.as_ref().map(|spot| Excerpt {
            place: spot.to_place(&document.before.prefix),
            says: "before",
            is_first: edit.after_place.is_none(),
        }),
    ];
    let class = edit.class.map_or_else(String::new, |class| format!(" ({})", class.name()));
    let told = Told {
        level: level(edit.level),
        id: &edit.rule,
        message: &format!("{}{class}", edit.message),
        excerpts: excerpts.into_iter().flatten().collect(),
        notes: values(edit),
        help: None,
    };
    out.push_str(&tell(&told));
    out.push_str("\n\n");
}

fn push_missing(out: &mut String, document: &Document, missing: &Missing) {
    let told = Told {
        level: level(missing.level),
        id: &missing.rule,
        message: &missing.message,
        excerpts: vec![Excerpt { place: missing.place.to_place(&document.after.prefix), says: "", is_first: true }],
        notes: Vec::new(),
        help: Some(&missing.help),
    };
    out.push_str(&tell(&told));
    out.push_str("\n\n");
}

/// The values, on lines of their own; prose with its words marked as `git diff --word-diff` marks them.
pub(super) fn values(edit: &Edit) -> Vec<String> {
    if let Some((before, after)) = are_prose(edit.before.as_ref(), edit.after.as_ref())
        && let Some(pieces) = differences(before, after)
    {
        return vec![marked(&pieces)];
    }
    if !is_long(edit.before.as_ref()) && !is_long(edit.after.as_ref()) {
        return Vec::new();
    }
    match (&edit.before, &edit.after) {
        (Some(before), Some(after)) => vec![format!("{} → {}", plain(before), plain(after))],
        (Some(before), None) => vec![format!("was {}", plain(before))],
        (None, Some(after)) => vec![format!("is {}", plain(after))],
        (None, None) => Vec::new(),
    }
}

const fn level(weight: Weight) -> Level {
    match weight {
        Weight::Information => Level::Information,
        Weight::Warning => Level::Warning,
        Weight::Error => Level::Error,
    }
}
