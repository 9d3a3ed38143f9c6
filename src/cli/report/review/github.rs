//! A review as workflow commands, which GitHub shows beside the lines of a pull request.
//!
//! GitHub shows ten errors and ten warnings of a step, so the worst come first and one notice counts the rest.

use std::fmt::Write;

use super::document::{Document, Weight};
use super::statement::{Statement, statements};
use crate::app::Unreadable;
use crate::cli::report::escape::{annotation_property, annotation_text};
use crate::diag::Finding;

/// Annotations of one level that GitHub shows for a step.
const MOST: usize = 10;

/// Writes the commands.
pub(in crate::cli) fn render(document: &Document) -> String {
    let all = statements(document);
    let mut out = String::new();
    let mut left_out = 0;
    for (weight, command) in [(Weight::Error, "error"), (Weight::Warning, "warning")] {
        let those: Vec<&Statement<'_>> = all.iter().filter(|statement| statement.level == weight).collect();
        for statement in those.iter().take(MOST) {
            push(&mut out, command, document, statement);
        }
        left_out += those.len().saturating_sub(MOST);
    }
    left_out += all.iter().filter(|statement| statement.level == Weight::Information).count();
    let rest = if left_out > 0 { format!("; {left_out} more stand in the summary and in other formats") } else { String::new() };
    let _ = writeln!(out, "::notice title=Tickmark::{}", annotation_text(&format!("{}{rest}", document.verdict.sentence)));
    out
}

/// Annotations for what is wrong with states that cannot be read.
pub(super) fn unreadable(folder: &str, findings: &[(&Unreadable, &Finding)]) -> String {
    let mut out = String::new();
    for (unreadable, finding) in findings.iter().take(MOST) {
        // Only what stands in the files as they are now has a line to be shown at.
        let place = if unreadable.state.prefix.is_empty() && finding.place.line > 0 {
            format!("file={},line={},", annotation_property(&format!("{folder}{}", finding.place.path)), finding.place.line)
        } else {
            String::new()
        };
        let text = format!("{}{}: {}", unreadable.state.prefix, finding.place, finding.message);
        let _ = writeln!(out, "::error {place}title={}::{}", annotation_property(finding.code.id), annotation_text(&text));
    }
    let count = crate::diag::plural(findings.len(), "finding");
    let _ = writeln!(out, "::notice title=Tickmark::{}", annotation_text(&format!("the states could not be compared: {count}")));
    out
}

fn push(out: &mut String, command: &str, document: &Document, statement: &Statement<'_>) {
    let _ = write!(out, "::{command} ");
    // A file that is gone cannot carry an annotation.
    if let Some(place) = statement.place.filter(|_| !statement.is_gone) {
        let _ = write!(out, "file={}", annotation_property(&format!("{}{}", document.folder, place.path)));
        if let Some(line) = place.line {
            let _ = write!(out, ",line={line}");
        }
        if let Some(column) = place.column {
            let _ = write!(out, ",col={column},endColumn={}", column + place.width);
        }
        out.push(',');
    }
    let _ = write!(out, "title={}", annotation_property(statement.rule));
    let help = statement.help.map_or_else(String::new, |help| format!("\n{help}"));
    let _ = writeln!(out, "::{}", annotation_text(&format!("{}{help}", statement.line())));
}
