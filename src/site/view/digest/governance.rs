//! What was promised, decided, undertaken and changed, as far as an audience may see it.

use super::short_list;
use super::sight::Sight;
use crate::catalog::{DueReason, due_of};
use crate::model::change::ChangeState;
use crate::model::commitment::CommitmentState;
use crate::model::decision::DecisionState;
use crate::model::{AnyRecord, Date, Kind};
use crate::site::view::promise::{PromiseStory, promise_word};
use crate::site::view::{Block, Fact, Span, StatusWord};
use crate::site::writer::Writer;
use crate::source::Record;

/// Lines of each list.
const MOST_LINES: usize = 4;

/// How each promise was kept.
pub(super) fn promises(writer: &Writer<'_>, sight: Sight<'_>) -> Vec<Block> {
    let seen = writer.site.catalog().commitments().filter(|(record, commitment)| {
        commitment.state == CommitmentState::Published && sight.sees(record) && sight.sees_reference(commitment.metric.record())
    });
    let stories: Vec<PromiseStory<'_>> = seen.filter_map(|(record, commitment)| PromiseStory::of(writer, record, commitment)).collect();
    let mut facts: Vec<(bool, Fact)> = stories
        .iter()
        .map(|story| {
            let status = story.newest().and_then(|window| window.status);
            let kept = writer.fill("digest-kept", &[("kept", story.kept_words(writer).into())]);
            let values = vec![
                Span::Link { href: writer.record_href(&story.record.reference()), label: story.promised(writer) },
                Span::Status(promise_word(writer, status)),
                Span::Remark { text: kept },
            ];
            (status != Some(crate::stats::PromiseStatus::Broken), Fact { label: story.record.envelope.title.clone(), values })
        })
        .collect();
    // Broken promises first; the order within is that of the register.
    facts.sort_by_key(|(kept, _)| *kept);
    let all = facts.len();
    let facts = facts.into_iter().map(|(_, fact)| fact).collect();
    short_list(writer, facts, MOST_LINES, all, Some(writer.register_href(Kind::Commitment)))
}

/// The newest decisions.
pub(super) fn decisions(writer: &Writer<'_>, sight: Sight<'_>) -> Vec<Block> {
    let dated = |record: &Record| match &record.fields {
        AnyRecord::Decision(decision) if decision.state == DecisionState::Decided => Some(decision.date),
        _ => None,
    };
    newest(writer, sight, Kind::Decision, dated)
}

/// The newest records of a kind that have a day.
fn newest(writer: &Writer<'_>, sight: Sight<'_>, kind: Kind, dated: impl Fn(&Record) -> Option<Date>) -> Vec<Block> {
    let today = writer.site.report().as_of;
    let seen = writer.site.catalog().of_kind(kind).filter(|record| sight.sees(record));
    let mut found: Vec<(Date, &Record)> =
        seen.filter_map(|record| Some((dated(record)?, record))).filter(|(date, _)| *date <= today).collect();
    found.sort_by(|one, other| (other.0, &one.1.id).cmp(&(one.0, &other.1.id)));
    let facts = found.iter().take(MOST_LINES).map(|(date, record)| line(writer, *date, record, Vec::new())).collect();
    short_list(writer, facts, MOST_LINES, found.len(), Some(writer.register_href(kind)))
}

/// A day with the record that belongs to it.
fn line(writer: &Writer<'_>, date: Date, record: &Record, more: Vec<Span>) -> Fact {
    let mut values = vec![Span::Link { href: writer.record_href(&record.reference()), label: record.envelope.title.clone() }];
    values.extend(more);
    Fact { label: writer.language().short_date(date), values }
}

/// The actions that are not finished, those due first at the head.
pub(super) fn actions(writer: &Writer<'_>, sight: Sight<'_>) -> Vec<Block> {
    let catalog = writer.site.catalog();
    let today = writer.site.report().as_of;
    let seen = catalog.of_kind(Kind::Action).filter(|record| sight.sees(record));
    let mut found: Vec<(Date, &Record)> =
        seen.filter_map(|record| due_of(record).filter(|due| due.reason == DueReason::Action).map(|due| (due.date, record))).collect();
    found.sort_by(|one, other| (one.0, &one.1.id).cmp(&(other.0, &other.1.id)));
    let facts = found.iter().take(MOST_LINES).map(|(date, record)| {
        let mut more = Vec::new();
        if *date < today {
            more.push(Span::Status(StatusWord { class: "is-misses", word: writer.say("digest-overdue") }));
        }
        if let Some(owner) = record.envelope.owner.as_ref().filter(|owner| sight.sees_reference(owner.record())) {
            more.push(Span::Remark { text: writer.title_of(owner.record()) });
        }
        line(writer, *date, record, more)
    });
    let facts = facts.collect();
    short_list(writer, facts, MOST_LINES, found.len(), Some(writer.register_href(Kind::Action)))
}

/// The changes of definitions in force and the restatements made known after a day.
pub(super) fn changes(writer: &Writer<'_>, sight: Sight<'_>, since: Date) -> Vec<Block> {
    let catalog = writer.site.catalog();
    let today = writer.site.report().as_of;
    let dated = |record: &Record| match &record.fields {
        AnyRecord::Change(change) if matches!(change.state, ChangeState::Effective | ChangeState::Reviewed) => Some(change.effective),
        AnyRecord::Restatement(restatement) => Some(restatement.announced_on),
        _ => None,
    };
    let both = catalog.of_kind(Kind::Change).chain(catalog.of_kind(Kind::Restatement));
    let mut found: Vec<(Date, &Record)> = both
        .filter(|record| sight.sees(record))
        .filter_map(|record| Some((dated(record)?, record)))
        .filter(|(date, _)| *date > since && *date <= today)
        .collect();
    found.sort_by(|one, other| (other.0, one.1.kind, &one.1.id).cmp(&(one.0, other.1.kind, &other.1.id)));
    if found.is_empty() {
        return vec![Block::Intro { text: writer.say("digest-no-changes") }];
    }
    let kind = |record: &Record| vec![Span::Remark { text: writer.language().kind(record.kind) }];
    let facts = found.iter().take(MOST_LINES).map(|(date, record)| line(writer, *date, record, kind(record))).collect();
    short_list(writer, facts, MOST_LINES, found.len(), Some(writer.href("records/index.html")))
}
