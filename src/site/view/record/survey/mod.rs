//! A survey: its scale, its versions, who answered, and what weighting does to the metrics that use it.

mod response;
mod retest;
mod weighted;

use crate::catalog::Origin;
use crate::model::survey::Survey;
use crate::model::{AnyRecord, Kind, Metric, Version};
use crate::site::chart::{Answer, Answers, Picture};
use crate::site::view::inquiry::{code_cell, day, link_cell, table, ungrouped};
use crate::site::view::{Block, Cell, ColumnKind, Row, Section};
use crate::site::writer::Writer;
use crate::source::Record;

/// The sections before the fields of the survey.
pub(super) fn sections(writer: &mut Writer<'_>, record: &Record, survey: &Survey) -> Vec<Section> {
    let metrics = metrics(writer, record);
    let mut sections = vec![scale(writer, survey)];
    sections.extend(response::section(writer, survey, &metrics));
    sections.extend(metrics.iter().filter_map(|(metric, fields)| weighted::section(writer, metric, fields)).collect::<Vec<_>>());
    sections.extend(retest::section(writer, survey));
    sections.push(asked_with(writer, &metrics));
    sections.push(versions(writer, record));
    sections
}

/// The metrics that are asked with the survey.
fn metrics<'a>(writer: &Writer<'a>, record: &Record) -> Vec<(&'a Record, &'a Metric)> {
    let links = writer.site.catalog().backlinks(&record.reference()).iter().filter(|link| link.field == "survey");
    links.filter_map(|link| if let Origin::Record(from) = &link.from { writer.site.catalog().metric(&from.id) } else { None }).collect()
}

/// The answers in a row. They count from 1, or from 0 where the record names an answer 0.
fn scale(writer: &mut Writer<'_>, survey: &Survey) -> Section {
    let scale = &survey.scale;
    let first = u32::from(!(scale.labels.contains_key("0") || scale.top_box.contains(&0)));
    let answers: Vec<Answer> = (first..first + scale.points)
        .map(|number| Answer {
            number: number.to_string(),
            label: scale.labels.get(&number.to_string()).cloned().unwrap_or_default(),
            marked: i32::try_from(number).is_ok_and(|number| scale.top_box.contains(&number)),
        })
        .collect();
    let title = writer.say("survey-scale");
    let marked = writer.say("survey-top-box");
    let rows = answers.iter().map(|answer| {
        let words = if answer.label.is_empty() { Cell::Absent(writer.say("survey-no-label")) } else { Cell::Text(answer.label.clone()) };
        let counts = if answer.marked { Cell::Text(marked.clone()) } else { Cell::Empty };
        Row { cells: vec![Cell::Text(answer.number.clone()), words, counts], ..Row::default() }
    });
    let rows: Vec<Row> = rows.collect();
    let picture = Answers {
        id_prefix: writer.prefix(),
        title: title.clone(),
        description: writer.fill("survey-scale-description", &[("count", answers.len().into()), ("marked", scale.top_box.len().into())]),
        marked,
        answers,
    };
    let part = writer.picture(Picture::Answers(picture));
    let headings = ["survey-answer", "survey-label", "survey-counts"].map(|key| (key, ColumnKind::Text));
    let caption = writer.say("survey-scale-table");
    let twin = table(writer, "scale", caption.clone(), &headings, ungrouped(rows));
    let folded = Block::Details { summary: caption, open: false, blocks: vec![twin] };
    // The heading of the section says what the picture is.
    let (empty, notes, events) = (String::new(), Vec::new(), Vec::new());
    let drawn = Block::Figure { title: empty.clone(), subtitle: empty, label: title.clone(), part, notes, events };
    Section::new("scale-drawn", title.clone(), vec![drawn, folded])
}

fn asked_with(writer: &mut Writer<'_>, metrics: &[(&Record, &Metric)]) -> Section {
    let language = writer.language();
    let rows: Vec<Row> = metrics
        .iter()
        .map(|(record, metric)| {
            let latest = writer.site.summary(&record.id).and_then(|summary| summary.latest.as_ref());
            let value = latest.and_then(|latest| latest.published);
            let cells = vec![
                link_cell(writer, &record.reference()),
                code_cell(writer, record, "state"),
                latest.map_or(Cell::Empty, |latest| crate::site::view::inquiry::period(language, latest.period)),
                value.map_or_else(
                    || Cell::Absent(writer.say("inquiry-no-value")),
                    |value| Cell::number(language.with_unit(value, metric.unit), value.to_string()).ticked(writer.newest_marks(&record.id)),
                ),
            ];
            Row { cells, ..Row::default() }
        })
        .collect();
    let title = writer.say("survey-metrics");
    let block = if rows.is_empty() {
        Block::Intro { text: writer.say("survey-no-metric") }
    } else {
        let headings = [
            ("inquiry-metric", ColumnKind::Text),
            ("inquiry-state", ColumnKind::Text),
            ("inquiry-latest-period", ColumnKind::Text),
            ("inquiry-latest-value", ColumnKind::Number),
        ];
        table(writer, "survey-metrics", title.clone(), &headings, ungrouped(rows))
    };
    Section::new("asked-with", title, vec![block])
}

/// The version in force, and the changes that led from one version to the next.
fn versions(writer: &mut Writer<'_>, record: &Record) -> Section {
    let here = record.reference();
    let version = |version: Option<Version>| version.map_or(Cell::Empty, |version| Cell::Text(version.to_string()));
    let changes = writer.site.catalog().backlinks(&here).iter().filter_map(|link| match &link.from {
        Origin::Record(from) if from.kind == Kind::Change => writer.site.catalog().record(from),
        _ => None,
    });
    let mut rows: Vec<(crate::model::Date, Row)> = Vec::new();
    for change in changes {
        let AnyRecord::Change(fields) = &change.fields else {
            continue;
        };
        for target in fields.targets.iter().filter(|target| *target.record.record() == here) {
            let state = code_cell(writer, change, "state");
            let effective = day(writer.language(), fields.effective);
            let cells = vec![link_cell(writer, &change.reference()), version(target.from), version(target.to), effective, state];
            rows.push((fields.effective, Row { cells, ..Row::default() }));
        }
    }
    rows.sort_by_key(|(effective, _)| *effective);
    rows.dedup_by_key(|(effective, _)| *effective);
    let mut blocks: Vec<Block> = Vec::new();
    if let Some(now) = record.versioning {
        let since = writer.language().date(now.effective_from);
        blocks.push(Block::Intro {
            text: writer.fill("survey-version-now", &[("version", now.version.to_string().into()), ("since", since.into())]),
        });
    }
    let title = writer.say("survey-versions");
    if rows.is_empty() {
        blocks.push(Block::Intro { text: writer.say("survey-no-change") });
    } else {
        let headings =
            ["survey-change", "survey-from", "survey-to", "survey-effective", "inquiry-state"].map(|key| (key, ColumnKind::Text));
        let rows = rows.into_iter().map(|(_, row)| row).collect();
        blocks.push(table(writer, "survey-versions", title.clone(), &headings, ungrouped(rows)));
    }
    Section::new("instrument-versions", title, blocks)
}
