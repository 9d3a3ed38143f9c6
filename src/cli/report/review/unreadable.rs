//! States that cannot be read, in the formats that people look at in a pull request.

use std::fmt::Write;

use super::format::Format;
use super::github;
use super::markdown::MARKER;
use super::markdown_text::{code, ticks};
use crate::app::{DiffOutcome, Unreadable};

/// Findings that a comment names, beyond which they are counted.
const MOST: usize = 50;

/// What is written to standard output, or into the file, although there is nothing to compare; `None` where the format has no words for it.
pub(in crate::cli) fn render(format: Format, outcome: &DiffOutcome, states: &[Unreadable]) -> Option<String> {
    match format {
        Format::Markdown => Some(comment(outcome, states)),
        Format::Github => {
            let all = states.iter().flat_map(|unreadable| unreadable.findings.iter().map(move |finding| (unreadable, finding)));
            Some(github::unreadable(&outcome.folder, &all.collect::<Vec<_>>()))
        }
        _ => None,
    }
}

fn comment(outcome: &DiffOutcome, states: &[Unreadable]) -> String {
    let mut out = format!("{MARKER}\n## Could not compare\n\n{} → {}\n", code(&outcome.before.label), code(&outcome.after.label));
    for unreadable in states {
        let _ = writeln!(out, "\n{} cannot be read:\n", code(&unreadable.state.label));
        for finding in unreadable.findings.iter().take(MOST) {
            let place = code(&format!("{}{}", unreadable.state.prefix, finding.place));
            let _ = writeln!(out, "- {place}: {} ({})", ticks(&finding.message), finding.code.id);
        }
        if unreadable.findings.len() > MOST {
            let _ = writeln!(out, "- and {} more", unreadable.findings.len() - MOST);
        }
    }
    out
}
