//! Who made a commit, when, and where it can be looked at.

use super::signature;
use crate::history::{Commit, CommitId, Stamp};
use crate::language::Language;
use crate::model::visible;
use crate::site::view::{Fact, Span};
use crate::site::writer::Writer;

/// The address of a commit outside the report, where the settings say how it is made.
pub(super) fn address(writer: &Writer<'_>, id: &CommitId) -> Option<String> {
    let template = writer.site.catalog().settings().links.commit.as_deref()?;
    let known = template.starts_with("https://") || template.starts_with("http://");
    known.then(|| template.replace("{commit}", id.as_str()))
}

/// The id of a commit, linked where it can be looked at.
pub(in crate::site::view) fn id_span(writer: &Writer<'_>, id: &CommitId) -> Span {
    match address(writer, id) {
        Some(href) => Span::Link { href, label: id.short().to_owned() },
        None => Span::Code { text: id.short().to_owned() },
    }
}

/// The first line of a message; a word where the message is empty.
pub(in crate::site::view) fn subject(language: &Language, commit: &Commit) -> String {
    let subject = visible(commit.subject());
    if subject.is_empty() { language.say("history-no-subject").to_owned() } else { subject }
}

/// Author, committer and signature.
pub(super) fn facts(language: &Language, commit: &Commit) -> Vec<Fact> {
    let fact = |key: &str, values: Vec<Span>| Fact { label: key.to_owned(), values };
    vec![
        fact(language.say("history-author"), stamp(language, &commit.author)),
        fact(language.say("history-committer"), stamp(language, &commit.committer)),
        fact(language.say("history-signature"), signature::spans(language, &commit.signature)),
    ]
}

/// A name and an instant, on the clock of that person and in universal time.
fn stamp(language: &Language, stamp: &Stamp) -> Vec<Span> {
    let mut spans = vec![Span::Text { text: visible(&stamp.name) }];
    spans.push(Span::Time { iso: stamp.at.to_string(), label: language.instant(stamp.at) });
    if stamp.at.offset_minutes() != 0 {
        spans.push(Span::Remark { text: stamp.at.utc_text().replace('T', " ").replace('Z', "\u{a0}UTC") });
    }
    spans
}
