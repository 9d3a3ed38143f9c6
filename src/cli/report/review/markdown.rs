//! A review as the comment of a pull request.
//!
//! The comment opens with a hidden marker, by which it is found and edited again. It stays below the length that GitHub accepts: details go
//! first, then values, and what was found is named to the last.

use std::fmt::Write;

use super::document::{Document, Edit, Missing, RecordEntry, Weight};
use super::markdown_text::{cell_code, cell_ticks, code, fenced, html_code, plain as escaped, ticks};
use super::text::{approvers, gate, standing};
use super::words::{are_prose, differences, is_long, plain};
use crate::diag::plural;
use crate::diff::Piece;

/// By this the comment is found again.
pub(in crate::cli) const MARKER: &str = "<!-- tickmark-review -->";
/// Characters that GitHub accepts, with some room for what others add.
const LONGEST: usize = 65_000;
/// Records that are named as reached, beyond which they are counted.
const MOST_REACHED: usize = 12;
/// Characters of a value in a table.
const LONGEST_VALUE: usize = 120;

/// How much a comment tells, from the most to the least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Telling {
    /// Everything.
    Whole,
    /// Without whole values and what is reached.
    WithoutDetails,
    /// One line for each finding.
    Lines,
    /// The names of records and rules.
    Names,
}

/// Writes the comment.
pub(in crate::cli) fn render(document: &Document) -> String {
    let mut comment = String::new();
    for telling in [Telling::Whole, Telling::WithoutDetails, Telling::Lines, Telling::Names] {
        comment = told(document, telling);
        if comment.chars().count() <= LONGEST {
            return comment;
        }
    }
    let end = "\n\n**This list is cut: not everything that was found fits into a comment.** `tickmark diff` prints all of it.\n";
    let kept: String = comment.chars().take(LONGEST - end.chars().count()).collect();
    let whole = kept.rsplit_once('\n').map_or("", |(whole, _)| whole);
    format!("{whole}{end}")
}

fn told(document: &Document, telling: Telling) -> String {
    let mut out = format!("{MARKER}\n## {}\n\n{}\n", heading(document), sentence(&document.verdict.sentence));
    let (before, after) = (code(&document.before.label), code(&document.after.label));
    let _ = writeln!(out, "\n{before} → {after}, {}", ticks(&gate(document)));
    for note in &document.notes {
        let _ = writeln!(out, "\n> {}", ticks(note));
    }
    match telling {
        Telling::Names => push_names(&mut out, document),
        Telling::Lines => push_lines(&mut out, document),
        Telling::Whole | Telling::WithoutDetails => {
            push_table(&mut out, document);
            push_missing_list(&mut out, document);
            for record in &document.records {
                push_details(&mut out, document, record, telling);
            }
            for (name, edits) in document.other_groups() {
                let _ = writeln!(out, "\n<details><summary>{}</summary>\n", html_code(name));
                for edit in edits {
                    push_edit(&mut out, document, edit, telling);
                }
                out.push_str("\n</details>\n");
            }
        }
    }
    if document.left_out > 0 {
        let _ = writeln!(out, "\n{} not shown at this depth.", plural(document.left_out, "edit"));
    }
    if telling > Telling::Whole {
        out.push_str("\nDetails were left out to fit into a comment; `tickmark diff` prints them.\n");
    }
    out
}

fn heading(document: &Document) -> String {
    let class = document.class.map(|class| class.name().to_owned());
    let what = match (&class, document.records.is_empty() && document.other_groups().is_empty() && document.left_out == 0) {
        (_, true) => return "No change to metrics".to_owned(),
        (Some(class), _) => format!("{}{} change", class[..1].to_uppercase(), &class[1..]),
        (None, _) => "Changes without a class".to_owned(),
    };
    let rest = match (document.verdict.fails, document.complete) {
        (true, false) => ": not ready, something is missing",
        (true, true) => ": held back",
        (false, false) => ": let through, something is missing",
        (false, true) => ": carries what it needs",
    };
    what + rest
}

/// A sentence begins with a capital and ends with a full stop.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters.next().map_or_else(String::new, |first| first.to_uppercase().collect());
    format!("{}.", ticks(&format!("{first}{}", letters.as_str())))
}

fn push_table(out: &mut String, document: &Document) {
    let others = document.other_groups();
    if document.records.is_empty() && others.is_empty() {
        return;
    }
    out.push_str("\n| Record | Rule | Class | Before → after | Approved by |\n|---|---|---|---|---|\n");
    for record in &document.records {
        let by = approved_by(record);
        for edit in &record.edits {
            push_line(out, &record.record, edit, &by);
        }
        if record.edits.is_empty() {
            let _ =
                writeln!(out, "| {} | | {} | | {by} |", cell_code(&record.record), record.class.map_or("", super::document::Class::name));
        }
    }
    for (name, edits) in others {
        for edit in edits {
            push_line(out, name, edit, "");
        }
    }
}

fn push_line(out: &mut String, subject: &str, edit: &Edit, by: &str) {
    let _ = writeln!(
        out,
        "| {} | {} {} | {} | {} | {by} |",
        cell_code(subject),
        sign(edit.level),
        cell_code(&edit.rule),
        edit.class.map_or("", super::document::Class::name),
        short_values(edit),
    );
}

fn approved_by(record: &RecordEntry) -> String {
    if !record.approved_by.is_empty() {
        return escaped(&approvers(record).join(", "));
    }
    match (&record.change, record.class) {
        (Some(change), _) => format!("nobody yet, {}", cell_code(change)),
        (None, Some(class)) if class > super::document::Class::Minor => "nobody".to_owned(),
        (None, _) => String::new(),
    }
}

/// The values in a cell, cut where they are long.
fn short_values(edit: &Edit) -> String {
    let short = |value: &serde_json::Value| {
        let text = plain(value);
        let cut: String = text.chars().take(LONGEST_VALUE).collect();
        cell_code(&if cut.len() < text.len() { format!("{cut}…") } else { text })
    };
    // A row says which it is in its message only.
    let is_row = [&edit.before, &edit.after].into_iter().flatten().any(|value| edit.field.is_empty() && value.is_object());
    match (&edit.before, &edit.after) {
        _ if is_row => cell_ticks(&edit.message),
        (Some(before), Some(after)) => format!("{} → {}", short(before), short(after)),
        (Some(before), None) => format!("{} → nothing", short(before)),
        (None, Some(after)) => format!("nothing → {}", short(after)),
        (None, None) => cell_ticks(&edit.message),
    }
}

fn push_missing_list(out: &mut String, document: &Document) {
    let mut all = document.records.iter().flat_map(|record| record.missing.iter().map(move |missing| (record, missing))).peekable();
    if all.peek().is_none() {
        return;
    }
    out.push_str("\n### What is missing\n\n");
    for (record, missing) in all {
        push_missing(out, record, missing);
    }
}

fn push_missing(out: &mut String, record: &RecordEntry, missing: &Missing) {
    let _ = writeln!(
        out,
        "- {} {}, {}: {}. {}",
        sign(missing.level),
        code(&record.record),
        code(&missing.rule),
        ticks(&missing.message),
        sentence(&missing.help)
    );
}

fn push_details(out: &mut String, document: &Document, record: &RecordEntry, telling: Telling) {
    let _ = writeln!(out, "\n<details><summary>{} {}</summary>\n", html_code(&record.record), escaped(&record.title));
    let standing = standing(record);
    if !standing.is_empty() {
        let _ = writeln!(out, "{}\n", sentence(&standing.join("; ")));
    }
    for edit in &record.edits {
        push_edit(out, document, edit, telling);
    }
    if !record.reached.is_empty() && telling == Telling::Whole {
        out.push_str("\nReaches\n\n");
        for reached in record.reached.iter().take(MOST_REACHED) {
            let steps: Vec<String> = reached.path.iter().map(|step| format!("{} ({})", code(&step.record), code(&step.field))).collect();
            let _ = writeln!(out, "- {}", steps.join(" → "));
        }
        if record.reached.len() > MOST_REACHED {
            let _ = writeln!(out, "- and {} more", record.reached.len() - MOST_REACHED);
        }
    }
    out.push_str("\n</details>\n");
}

fn push_edit(out: &mut String, document: &Document, edit: &Edit, telling: Telling) {
    let place = edit.after_place.as_ref().map_or_else(
        || edit.before_place.as_ref().map(|spot| (document.before.prefix.as_str(), spot)),
        |spot| Some((document.after.prefix.as_str(), spot)),
    );
    let place = place.map_or_else(String::new, |(prefix, spot)| {
        let line = spot.line.map_or_else(String::new, |line| format!(":{line}"));
        format!(" — {}", code(&format!("{prefix}{}{line}", spot.path)))
    });
    let pieces = match telling {
        Telling::Whole => are_prose(edit.before.as_ref(), edit.after.as_ref()).and_then(|(before, after)| differences(before, after)),
        _ => None,
    };
    // Marked words say what the message says, and where.
    let says = if pieces.is_some() { code(&edit.field) } else { ticks(&edit.message) };
    let _ = writeln!(out, "- {} {}: {says}{place}", sign(edit.level), code(&edit.rule));
    if let Some(pieces) = pieces {
        let words: Vec<String> = pieces
            .iter()
            .map(|piece| match piece {
                Piece::Same(text) => escaped(text),
                Piece::Removed(text) => format!("<del>{}</del>", escaped(text)),
                Piece::Added(text) => format!("<ins>{}</ins>", escaped(text)),
            })
            .collect();
        let _ = writeln!(out, "\n  > {}\n", words.concat().replace("</del><ins>", "</del> <ins>"));
        return;
    }
    if telling > Telling::Whole || !is_long(edit.before.as_ref()) && !is_long(edit.after.as_ref()) {
        return;
    }
    let lines = |sign: &'static str, value: &Option<serde_json::Value>| {
        value.as_ref().map_or_else(String::new, |value| plain(value).lines().flat_map(|line| [sign, " ", line, "\n"]).collect())
    };
    let text = format!("{}{}", lines("-", &edit.before), lines("+", &edit.after));
    if !text.is_empty() {
        let _ = writeln!(out, "\n{}\n", fenced(&text, "diff", "  "));
    }
}

fn push_lines(out: &mut String, document: &Document) {
    out.push('\n');
    for record in &document.records {
        for missing in &record.missing {
            let _ =
                writeln!(out, "- {} {}, {}: {}", sign(missing.level), code(&record.record), code(&missing.rule), ticks(&missing.message));
        }
        for edit in &record.edits {
            let _ = writeln!(out, "- {} {}, {}: {}", sign(edit.level), code(&record.record), code(&edit.rule), ticks(&edit.message));
        }
    }
    for (name, edits) in document.other_groups() {
        for edit in edits {
            let _ = writeln!(out, "- {} {}, {}: {}", sign(edit.level), code(name), code(&edit.rule), ticks(&edit.message));
        }
    }
}

fn push_names(out: &mut String, document: &Document) {
    out.push('\n');
    let line = |out: &mut String, subject: &str, rules: Vec<&str>| {
        let mut counted: Vec<(&str, usize)> = Vec::new();
        for rule in rules {
            match counted.iter_mut().find(|(known, _)| *known == rule) {
                Some((_, count)) => *count += 1,
                None => counted.push((rule, 1)),
            }
        }
        let rules: Vec<String> =
            counted.into_iter().map(|(rule, count)| if count == 1 { rule.to_owned() } else { format!("{rule} ×{count}") }).collect();
        let _ = writeln!(out, "- {}: {}", code(subject), rules.join(", "));
    };
    // The weightiest first, so that they stay where even this has to be cut.
    let mut records: Vec<&RecordEntry> = document.records.iter().collect();
    records.sort_by_key(|record| std::cmp::Reverse((record.class, record.lacks())));
    for record in records {
        let rules = record.missing.iter().map(|missing| missing.rule.as_str()).chain(record.edits.iter().map(|edit| edit.rule.as_str()));
        line(out, &record.record, rules.collect());
    }
    for (name, edits) in document.other_groups() {
        line(out, name, edits.iter().map(|edit| edit.rule.as_str()).collect());
    }
}

const fn sign(weight: Weight) -> &'static str {
    match weight {
        Weight::Error => "❌",
        Weight::Warning => "⚠️",
        Weight::Information => "ℹ️",
    }
}
