//! Findings as a person reads them in a terminal.

use std::io::{self, Write};

use annotate_snippets::{AnnotationKind, Group, Level as Heading, Origin, Renderer, Snippet};

use super::shown;
use crate::diag::{Finding, Level, Place};

/// Writes findings one after the other, and a line that counts them.
pub(in crate::cli) fn write(findings: &[Finding], out: &mut dyn Write) -> io::Result<()> {
    let renderer = Renderer::styled();
    for finding in findings {
        let shown = shown::fit(finding);
        writeln!(out, "{}\n", renderer.render(&[group(&shown)]))?;
    }
    if !findings.is_empty() {
        writeln!(out, "{}", count(findings))?;
    }
    Ok(())
}

fn count(findings: &[Finding]) -> String {
    let of = |level| findings.iter().filter(|finding| finding.level == level).count();
    let counts = [(Level::Error, "error"), (Level::Warning, "warning"), (Level::Information, "remark")];
    let words: Vec<String> = counts
        .into_iter()
        .map(|(level, word)| (of(level), word))
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| crate::diag::plural(count, word))
        .collect();
    words.join(", ")
}

fn group(finding: &Finding) -> Group<'_> {
    let level = match finding.level {
        Level::Error => Heading::ERROR,
        Level::Warning => Heading::WARNING,
        Level::Information => Heading::INFO,
    };
    let mut group = place(level.primary_title(&finding.message).id(finding.code.id), &finding.place, None);
    for (at, says) in &finding.related {
        group = match snippet(at, AnnotationKind::Context, Some(says)) {
            Some(snippet) => group.element(snippet),
            None => group.element(Heading::NOTE.message(format!("{says}: {at}"))),
        };
    }
    match &finding.help {
        Some(help) => group.element(Heading::HELP.message(help.as_str())),
        None => group,
    }
}

fn place<'a>(title: annotate_snippets::Title<'a>, at: &'a Place, label: Option<&'a str>) -> Group<'a> {
    match snippet(at, AnnotationKind::Primary, label) {
        Some(snippet) => title.element(snippet),
        None if at.line == 0 => title.element(Origin::path(&*at.path)),
        None => title.element(Origin::path(&*at.path).line(at.line).char_column(at.column)),
    }
}

fn snippet<'a>(at: &'a Place, kind: AnnotationKind, label: Option<&'a str>) -> Option<Snippet<'a, annotate_snippets::Annotation<'a>>> {
    let excerpt = at.excerpt.as_deref()?;
    let offset = |column: usize| excerpt.char_indices().nth(column).map_or(excerpt.len(), |(offset, _)| offset);
    let start = offset(at.column.saturating_sub(1));
    let end = offset(at.column.saturating_sub(1) + at.width).max(start);
    let annotation = kind.span(start..end);
    let annotation = match label {
        Some(label) => annotation.label(label),
        None => annotation,
    };
    Some(Snippet::source(excerpt).line_start(at.line).path(&*at.path).annotation(annotation))
}
