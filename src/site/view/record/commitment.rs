//! A promise against its measure: word for word, window by window, with the times that have to fit into it.

use crate::model::commitment::CommitmentState;
use crate::model::{Commitment, Decimal};
use crate::site::chart::{Bar, BarChart, Picture};
use crate::site::view::promise::{PromiseStory, axis_period, counterparty, figure_cell, promise_tone, promise_word, window_words};
use crate::site::view::{Block, Cell, Column, ColumnKind, Fact, Row, RowGroup, Section, Span, Table, Tally, budget};
use crate::site::writer::Writer;
use crate::source::Record;

/// Windows that the chart shows.
const MOST_BARS: usize = 36;

/// The sections before the fields.
pub(super) fn sections(writer: &mut Writer<'_>, record: &Record, commitment: &Commitment) -> Vec<Section> {
    // The record is read again from the catalogue, which outlives the page.
    let found = writer.site.catalog().commitments().find(|(other, _)| other.id == record.id);
    let Some(story) = found.and_then(|(record, commitment)| PromiseStory::of(writer, record, commitment)) else {
        return Vec::new();
    };
    let mut sections = vec![Section::new("promise", writer.say("promises-section-promise"), promise(writer, &story))];
    let gaps = gaps(writer, &story);
    if !gaps.is_empty() {
        sections.push(Section::new("gap-over-time", writer.say("promises-section-gap"), gaps));
    }
    let budget = budget::blocks(writer, record, commitment);
    if !budget.is_empty() {
        sections.push(Section::new("budget", writer.say("promises-section-budget"), budget));
    }
    sections
}

fn promise(writer: &Writer<'_>, story: &PromiseStory<'_>) -> Vec<Block> {
    let language = writer.language();
    let commitment = story.commitment;
    let fact = |key: &'static str, value: Span| Fact { label: writer.say(key), values: vec![value] };
    let quoted: Vec<String> = commitment.promise.as_str().lines().map(|line| format!("> {line}")).collect();
    let mut facts = vec![
        fact("promises-made-to", Span::text(counterparty(writer, commitment.counterparty))),
        fact("promises-measured-by", writer.span(&story.measure.reference())),
        fact("promises-promised", Span::Number { text: story.promised(writer) }),
        fact("promises-window", Span::text(window_words(writer, commitment.window))),
    ];
    if let Some(warn) = commitment.warn_level {
        facts.push(fact("promises-warn-level", Span::Number { text: story.value(writer, warn) }));
    }
    if let Some(window) = story.newest() {
        let value = window.value.map_or_else(String::new, |value| story.value(writer, value));
        facts.push(Fact {
            label: writer.say("promises-newest"),
            values: vec![
                Span::Link { href: story.figure_href(writer, window.period), label: language.period(window.period) },
                Span::Number { text: value },
                Span::Marks { marks: story.marks(writer, window) },
                Span::Status(promise_word(writer, window.status)),
            ],
        });
    }
    match &story.record.envelope.owner {
        Some(owner) => facts.push(fact("promises-column-owner", writer.span(owner.record()))),
        None => facts.push(fact("promises-column-owner", Span::Absent { text: writer.say("promises-nobody-owns") })),
    }
    let mut blocks = vec![Block::Prose { markdown: quoted.join("\n"), lede: true }, Block::Facts { facts }];
    if commitment.state != CommitmentState::Published {
        let key = if commitment.state == CommitmentState::Draft { "promises-is-draft" } else { "promises-is-withdrawn" };
        blocks.insert(0, Block::Note { class: "is-within", text: writer.fill(key, &[]), links: Vec::new() });
    }
    if let Some(remedy) = &commitment.remedy {
        blocks.push(Block::Terms { facts: vec![fact("promises-remedy", Span::Prose { markdown: remedy.to_string() })] });
    }
    if story.windows.is_empty() {
        blocks.push(Block::Note { class: "", text: writer.say("promises-no-window"), links: Vec::new() });
    }
    blocks
}

fn gaps(writer: &mut Writer<'_>, story: &PromiseStory<'_>) -> Vec<Block> {
    if story.count.judged() == 0 {
        return Vec::new();
    }
    let tally = |number: usize, words: String| Tally { count: writer.language().count(number), words, href: String::new() };
    let counts = [
        (story.count.kept, "promises-tally-kept"),
        (story.count.at_risk, "promises-tally-at-risk"),
        (story.count.broken, "promises-tally-broken"),
        (story.count.unjudged, "promises-tally-unjudged"),
    ];
    let tallies = counts
        .into_iter()
        .filter(|(number, key)| *number > 0 || matches!(*key, "promises-tally-kept" | "promises-tally-broken"))
        .map(|(number, key)| tally(number, writer.fill(key, &[("count", number.into())])))
        .collect();
    let mut blocks = vec![Block::Tallies { tallies }, chart(writer, story)];
    let table = table(writer, story);
    blocks.push(writer.table(table));
    blocks
}

fn chart(writer: &mut Writer<'_>, story: &PromiseStory<'_>) -> Block {
    let language = writer.language();
    let shown = story.windows.get(story.windows.len().saturating_sub(MOST_BARS)..).unwrap_or_default();
    let bars = shown
        .iter()
        .map(|window| {
            let (label, group) = axis_period(language, window.period);
            let text = window.gap.map_or_else(|| writer.say("promises-no-value"), |gap| story.gap(writer, gap));
            Bar {
                label,
                group,
                full_label: language.period(window.period),
                value: window.gap.map(|gap| gap.to_f64()),
                text: format!("{text}, {}", promise_word(writer, window.status).word),
                tone: promise_tone(window.status),
                href: Some(story.figure_href(writer, window.period)),
            }
        })
        .collect();
    let title = writer.fill("promises-gap-title", &[("kept", story.count.kept_at_all().into()), ("count", story.count.judged().into())]);
    let chart = BarChart {
        id_prefix: writer.prefix(),
        title: story.record.envelope.title.clone(),
        description: title.clone(),
        y_label: language.unit_name(story.metric.unit.of_difference()).to_owned(),
        bars,
        ..BarChart::default()
    };
    let part = writer.picture(Picture::Bars(chart));
    let note = writer.fill("promises-gap-reading", &[("promised", story.promised(writer).into())]);
    let subtitle = writer.fill("promises-gap-subtitle", &[("metric", story.measure.envelope.title.as_str().into())]);
    Block::Figure { title, subtitle, label: writer.say("promises-section-gap"), part, notes: vec![note], events: Vec::new() }
}

fn table(writer: &Writer<'_>, story: &PromiseStory<'_>) -> Table {
    let language = writer.language();
    let with = |value: Option<Decimal>, write: &dyn Fn(Decimal) -> String| figure_cell(writer, value.map(|value| (write(value), value)));
    let rows = story.windows.iter().rev().map(|window| Row {
        cells: vec![
            Cell::Link { href: story.figure_href(writer, window.period), label: language.short_period(window.period), note: String::new() },
            with(window.value, &|value| story.value(writer, value)).ticked(story.marks(writer, window)),
            Cell::number(story.value(writer, story.commitment.level), story.commitment.level.to_string()),
            with(window.gap, &|gap| story.gap(writer, gap)),
            Cell::Status(promise_word(writer, window.status)),
        ],
        ..Row::default()
    });
    let columns = [
        ("promises-window", ColumnKind::Text),
        ("promises-column-value", ColumnKind::Number),
        ("promises-promised", ColumnKind::Number),
        ("promises-column-gap", ColumnKind::Number),
        ("promises-column-status", ColumnKind::Text),
    ];
    Table {
        id: "t-promise-windows".to_owned(),
        caption: writer.say("promises-windows-caption"),
        note: writer.say("promises-windows-note"),
        long: story.windows.len() > 20,
        columns: columns.into_iter().map(|(key, kind)| Column::new(language.say(key), kind)).collect(),
        groups: vec![RowGroup { rows: rows.collect(), ..RowGroup::default() }],
        ..Table::default()
    }
}
