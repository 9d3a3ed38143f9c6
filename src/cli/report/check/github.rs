//! What checks found as workflow commands, which GitHub shows beside the lines of a pull request.
//!
//! GitHub shows ten errors and ten warnings of a step, so the worst come first and one notice counts the rest.

use std::fmt::Write;

use super::document::{Document, FindingEntry, Weight};
use crate::cli::report::escape::{annotation_property, annotation_text};

/// Annotations of one level that GitHub shows for a step.
const MOST: usize = 10;

/// Writes the commands.
pub(super) fn render(document: &Document) -> String {
    let mut out = String::new();
    let mut shown = 0;
    for (weight, command) in [(Weight::Error, "error"), (Weight::Warning, "warning")] {
        for finding in document.findings.iter().filter(|finding| finding.level == weight).take(MOST) {
            push(&mut out, command, document, finding);
            shown += 1;
        }
    }
    let left_out = document.findings.len() - shown;
    let rest = if left_out > 0 { format!("; {left_out} more stand in other formats") } else { String::new() };
    // Writing into a string cannot fail.
    let _ = writeln!(out, "::notice title=Tickmark::{}", annotation_text(&format!("{}{rest}", document.verdict.sentence)));
    out
}

fn push(out: &mut String, command: &str, document: &Document, finding: &FindingEntry) {
    let _ = write!(out, "::{command} file={}", annotation_property(&format!("{}{}", document.folder, finding.place.path)));
    if let Some(line) = finding.place.line {
        let _ = write!(out, ",line={line}");
    }
    if let Some(column) = finding.place.column {
        let _ = write!(out, ",col={column},endColumn={}", column + finding.place.width);
    }
    let help = finding.help.as_deref().map_or_else(String::new, |help| format!("\n{help}"));
    let title = annotation_property(&format!("{} {}", finding.code, finding.name));
    let _ = writeln!(out, ",title={title}::{}", annotation_text(&format!("{}{help}", finding.message)));
}
