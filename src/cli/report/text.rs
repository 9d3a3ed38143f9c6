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

/// How many there are of each level; empty where there are none.
pub(in crate::cli) fn count(findings: &[Finding]) -> String {
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

/// A message with the places that it speaks of.
pub(in crate::cli) struct Told<'a> {
    /// How much it weighs.
    pub(in crate::cli) level: Level,
    /// Name of the rule.
    pub(in crate::cli) id: &'a str,
    /// What is said.
    pub(in crate::cli) message: &'a str,
    /// The places, each with a word for what it shows.
    pub(in crate::cli) excerpts: Vec<Excerpt<'a>>,
    /// More lines.
    pub(in crate::cli) notes: Vec<String>,
    /// One step that mends it.
    pub(in crate::cli) help: Option<&'a str>,
}

/// A place with a word for what it shows.
pub(in crate::cli) struct Excerpt<'a> {
    /// The place.
    pub(in crate::cli) place: Place,
    /// What it shows; may be empty.
    pub(in crate::cli) says: &'a str,
    /// Whether the message is about this place.
    pub(in crate::cli) is_first: bool,
}

/// A message as it is written in a terminal, without a line break at its end.
pub(in crate::cli) fn tell(told: &Told<'_>) -> String {
    let message = shown::text(told.message).into_owned();
    let id = shown::text(told.id).into_owned();
    let places: Vec<(Place, &Excerpt<'_>)> = told.excerpts.iter().map(|excerpt| (shown::place(&excerpt.place), excerpt)).collect();
    let mut group = Group::with_title(heading(told.level).primary_title(&message).id(&id));
    for (at, excerpt) in &places {
        let kind = if excerpt.is_first { AnnotationKind::Primary } else { AnnotationKind::Context };
        let label = (!excerpt.says.is_empty()).then_some(excerpt.says);
        group = match snippet(at, kind, label) {
            Some(snippet) => group.element(snippet),
            None if at.line == 0 => group.element(Origin::path(&*at.path)),
            None => group.element(Origin::path(&*at.path).line(at.line).char_column(at.column)),
        };
    }
    for note in &told.notes {
        group = group.element(Heading::NOTE.message(shown::text(note).into_owned()));
    }
    if let Some(help) = told.help {
        group = group.element(Heading::HELP.message(shown::text(help).into_owned()));
    }
    Renderer::styled().render(&[group])
}

const fn heading(level: Level) -> Heading<'static> {
    match level {
        Level::Error => Heading::ERROR,
        Level::Warning => Heading::WARNING,
        Level::Information => Heading::INFO,
    }
}

fn group(finding: &Finding) -> Group<'_> {
    let mut group = place(heading(finding.level).primary_title(&finding.message).id(finding.code.id), &finding.place, None);
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
