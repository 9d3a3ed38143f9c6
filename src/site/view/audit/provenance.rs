//! From what, with what and how the report was made: what `provenance.json` says, for people.

use super::framing::{Said, finish, list, part_of, parted, tally};
use crate::history::Head;
use crate::site::view::inquiry::fact;
use crate::site::view::places::{date_span, instant_span};
use crate::site::view::{Block, Cell, Column, ColumnKind, Fact, Link, Page, Row, Section, Span};
use crate::site::writer::Writer;
use crate::site::{AuditPage, Exceptions, InputFile, PreviousReport, Site};

/// Files beside the pages, which seal the report; none of them is planned, since they come after the last page.
pub(super) const PROVENANCE: &str = "provenance.json";
/// The list of all files with their digests.
pub(super) const MANIFEST: &str = "manifest-sha256.txt";

/// How the digest of the program is made of its sources.
const SOURCES: &str = "find Cargo.lock Cargo.toml build.rs src themes -type f \\\n  | LC_ALL=C sort | xargs sha256sum | sha256sum";

/// Makes a part of the page.
pub(super) fn page(site: &Site, path: &str, part: usize) -> Page {
    let mut writer = Writer::new(site, path);
    let report = site.report();
    let mut sections = Vec::new();
    if part == 0 {
        sections.push(Section::new("exceptions", writer.say("provenance-exceptions"), exceptions(&writer)));
        sections.push(Section::new("source", writer.say("provenance-source"), source(&writer)));
        sections.push(Section::new("program", writer.say("provenance-program"), program(&writer)));
        sections.push(Section::new("options", writer.say("provenance-options"), vec![Block::Facts { facts: options(&writer) }]));
        sections.push(Section::new("previous", writer.say("provenance-previous"), vec![previous(&writer)]));
        sections.push(Section::new("data", writer.say("provenance-data"), vec![data(&writer)]));
    }
    let blocks = inputs(&mut writer, part_of(&report.inputs, part));
    sections.push(Section::new("inputs", writer.say("provenance-inputs"), blocks));
    let tallies = vec![tally(&writer, report.inputs.len(), "provenance-tally-inputs")];
    let lede = writer.say("provenance-lede");
    finish(writer, AuditPage::Provenance, part, Said { lede, tallies, sections })
}

/// Exceptions that somebody made on purpose, and what keeps the source from being whole; that there is none is said as well.
fn exceptions(writer: &Writer<'_>) -> Vec<Block> {
    let report = writer.site.report();
    let Exceptions { dirty, findings } = report.exceptions;
    let head = report.commit.as_ref();
    let told = [
        (head.is_none(), "provenance-no-commit"),
        (head.is_some_and(|head| head.changed), "provenance-not-clean"),
        (head.is_some_and(|head| head.shallow), "provenance-is-shallow"),
        (head.is_some_and(|head| head.grafted), "provenance-is-grafted"),
        (dirty, "provenance-allowed-dirty"),
        (findings, "provenance-allowed-findings"),
    ];
    let note = |key: &'static str| Block::Note { class: "is-misses", text: writer.language().say(key).to_owned(), links: Vec::new() };
    let notes: Vec<Block> = told.into_iter().filter(|(is_told, _)| *is_told).map(|(_, key)| note(key)).collect();
    if notes.is_empty() { vec![Block::Intro { text: writer.say("provenance-no-exceptions") }] } else { notes }
}

fn source(writer: &Writer<'_>) -> Vec<Block> {
    let Some(head) = &writer.site.report().commit else {
        return vec![Block::Intro { text: writer.say("provenance-no-commit") }];
    };
    vec![Block::Facts { facts: commit(writer, head) }, Block::Intro { text: writer.say("provenance-source-note") }]
}

fn commit(writer: &Writer<'_>, head: &Head) -> Vec<Fact> {
    let code = |text: &str| Span::Code { text: text.to_owned() };
    let yes_no = |yes: bool| Span::text(if yes { writer.say("yes") } else { writer.say("no") });
    let folder = if head.folder.is_empty() { Span::text(writer.say("provenance-folder-root")) } else { code(&head.folder) };
    vec![
        fact(writer.say("identity-commit"), code(&head.id)),
        fact(writer.say("provenance-tree"), code(&head.tree)),
        fact(writer.say("provenance-committed"), instant_span(writer.language(), head.committed)),
        fact(writer.say("provenance-folder"), folder),
        fact(writer.say("provenance-clean"), yes_no(!head.changed)),
        fact(writer.say("provenance-shallow"), yes_no(head.shallow)),
        fact(writer.say("provenance-grafted"), yes_no(head.grafted)),
    ]
}

fn program(writer: &Writer<'_>) -> Vec<Block> {
    let report = writer.site.report();
    let facts = vec![
        fact(writer.say("audit-basis-tool"), Span::text(report.tool.clone())),
        fact(writer.say("provenance-tool-sources"), Span::Code { text: parted(report.tool_sources) }),
    ];
    vec![Block::Facts { facts }, Block::Intro { text: writer.say("provenance-tool-how") }, commands(&[SOURCES])]
}

/// Commands to be typed; a long one goes on behind a `\`, so that it can be read off paper.
pub(super) fn commands(lines: &[&str]) -> Block {
    Block::Prose { markdown: format!("```sh\n{}\n```", lines.join("\n")), lede: false }
}

fn options(writer: &Writer<'_>) -> Vec<Fact> {
    let (report, language) = (writer.site.report(), writer.language());
    let option = |name: &str| Span::Code { text: name.to_owned() };
    let since = match &report.last {
        None => vec![Span::Absent { text: writer.say("provenance-not-given") }],
        Some(last) => {
            let commit = last.commit.as_ref().map(|commit| Span::Code { text: commit.as_str().to_owned() });
            commit.into_iter().chain([date_span(language, last.day)]).collect()
        }
    };
    let given = |given: bool, name: &str| if given { option(name) } else { Span::Absent { text: writer.say("provenance-not-given") } };
    vec![
        fact(writer.say("identity-as-of"), date_span(language, report.as_of)),
        Fact { label: writer.say("provenance-since"), values: since },
        fact(writer.say("provenance-option-dirty"), given(report.exceptions.dirty, "--allow-dirty")),
        fact(writer.say("provenance-option-findings"), given(report.exceptions.findings, "--allow-findings")),
    ]
}

/// The report before this one, as far as this one knows it.
pub(super) fn previous(writer: &Writer<'_>) -> Block {
    let Some(previous) = &writer.site.report().previous else {
        return Block::Intro { text: writer.say("provenance-previous-none") };
    };
    let PreviousReport { manifest, as_of, commit, signed_by, published } = previous;
    let code = |text: String| Span::Code { text };
    let commit = commit.clone().map_or_else(|| Span::Absent { text: writer.say("commit-none") }, code);
    let signed = match &published.doubt {
        None => signed_by.iter().cloned().map(code).collect(),
        Some(doubt) => vec![Span::text(writer.say("provenance-previous-doubt")), Span::Prose { markdown: doubt.clone() }],
    };
    let facts = vec![
        fact(writer.say("provenance-previous-digest"), code(parted(manifest))),
        fact(writer.say("identity-as-of"), code(as_of.clone())),
        fact(writer.say("identity-commit"), commit),
        Fact { label: writer.say("provenance-previous-signed"), values: signed },
    ];
    Block::Facts { facts }
}

fn data(writer: &Writer<'_>) -> Block {
    let link = |path: &str, note: &'static str| Link {
        href: writer.href(path),
        label: path.to_owned(),
        note: writer.language().say(note).to_owned(),
    };
    let links = vec![link(PROVENANCE, "provenance-file-note"), link(MANIFEST, "provenance-manifest-note")];
    Block::Links { links, columns: false }
}

fn inputs(writer: &mut Writer<'_>, files: &[InputFile]) -> Vec<Block> {
    if files.is_empty() {
        return vec![Block::Intro { text: writer.say("provenance-no-inputs") }];
    }
    let row = |file: &InputFile| Row { cells: vec![Cell::Code(file.path.clone()), Cell::Code(parted(&file.sha256))], ..Row::default() };
    let rows = files.iter().map(row).collect();
    let columns = vec![
        Column::new(writer.say("audit-basis-file-name"), ColumnKind::Text),
        Column::new(writer.say("provenance-sha256"), ColumnKind::Text),
    ];
    let table = list(writer, "inputs", writer.say("provenance-inputs"), columns, rows);
    vec![Block::Intro { text: writer.say("provenance-inputs-note") }, table]
}
