//! Experiments by where they stand, with their results, and actions that were to move a metric.

use crate::model::experiment::{Experiment, ExperimentState};
use crate::model::{AnyRecord, Kind};
use crate::site::view::inquiry::{day, effect, effect_columns, guardrail_word, intervention, written};
use crate::site::view::record::{observations, result_text};
use crate::site::view::{Block, Cell, Column, ColumnKind, Row, RowGroup, Section, Table};
use crate::site::writer::Writer;
use crate::source::Record;

/// The order in which experiments stand.
const STATES: [(ExperimentState, &str); 4] = [
    (ExperimentState::Running, "experiment-running"),
    (ExperimentState::Planned, "experiment-planned"),
    (ExperimentState::Concluded, "experiment-concluded"),
    (ExperimentState::Stopped, "experiment-stopped"),
];

/// The sections; each only where there is something to show.
pub(super) fn sections(writer: &mut Writer<'_>, records: &[&Record]) -> Vec<Section> {
    by_state(writer, records).into_iter().chain(interventions(writer)).collect()
}

fn by_state(writer: &mut Writer<'_>, records: &[&Record]) -> Option<Section> {
    let all: Vec<(&Record, &Experiment)> = records
        .iter()
        .filter_map(|record| if let AnyRecord::Experiment(experiment) = &record.fields { Some((*record, &**experiment)) } else { None })
        .collect();
    let mut groups: Vec<RowGroup> = Vec::new();
    for (state, heading) in STATES {
        let rows: Vec<Row> = all
            .iter()
            .filter(|(_, experiment)| experiment.state == state)
            .map(|(record, experiment)| row(writer, record, experiment))
            .collect();
        if !rows.is_empty() {
            groups.push(RowGroup { heading: writer.say(heading), note: writer.language().count(rows.len()), rows });
        }
    }
    if groups.is_empty() {
        return None;
    }
    let headings = [
        "experiment-name",
        "experiment-type",
        "experiment-start",
        "experiment-end",
        "experiment-observations",
        "experiment-result",
        "inquiry-reading",
    ];
    let columns = headings.map(|key| Column::new(writer.say(key), ColumnKind::Text)).to_vec();
    let title = writer.say("experiment-register-results");
    let table = writer.table(Table {
        id: "experiment-results-table".to_owned(),
        caption: title.clone(),
        caption_hidden: true,
        columns,
        groups,
        ..Table::default()
    });
    Some(Section::new("experiment-results", title, vec![table]))
}

fn row(writer: &Writer<'_>, record: &Record, experiment: &Experiment) -> Row {
    let language = writer.language();
    let metric = experiment.metrics.first().and_then(|metric| writer.site.catalog().metric(metric.id())).map(|(_, metric)| metric);
    let result = experiment.result.as_ref().zip(metric);
    let reading =
        result.map(|(result, metric)| guardrail_word(writer, metric.direction, Some((result.lower.to_f64(), result.upper.to_f64()))));
    let cells = vec![
        Cell::Link { href: writer.record_href(&record.reference()), label: record.envelope.title.clone(), note: String::new() },
        written(record, "type").map_or(Cell::Empty, |word| Cell::Text(language.code(word))),
        day(language, experiment.start),
        experiment.end.map_or(Cell::Empty, |end| day(language, end)),
        observations(writer, experiment).map_or_else(|| Cell::Absent(writer.say("inquiry-not-said")), Cell::Text),
        result.map_or_else(
            || Cell::Absent(writer.say("experiment-none-yet")),
            |(result, metric)| Cell::Text(result_text(writer, metric, result)),
        ),
        reading.map_or(Cell::Empty, Cell::Status),
    ];
    Row { cells, ..Row::default() }
}

/// Actions that are done and name the metric that they were to move.
fn interventions(writer: &mut Writer<'_>) -> Option<Section> {
    let actions: Vec<&Record> = writer.site.catalog().of_kind(Kind::Action).collect();
    let mut rows = Vec::new();
    for record in actions {
        let AnyRecord::Action(action) = &record.fields else {
            continue;
        };
        let Some((metric, change)) = action.effect_metric.as_ref().zip(intervention(record, action)) else {
            continue;
        };
        if let Some(effect) = effect(writer, metric.id(), change) {
            let name =
                Cell::Link { href: writer.record_href(&record.reference()), label: record.envelope.title.clone(), note: String::new() };
            let mut cells = vec![name, day(writer.language(), change.done)];
            cells.extend(effect.cells(writer));
            rows.push(Row { cells, ..Row::default() });
        }
    }
    if rows.is_empty() {
        return None;
    }
    let mut columns = ["inquiry-action", "inquiry-done"].map(|key| Column::new(writer.say(key), ColumnKind::Text)).to_vec();
    columns.extend(effect_columns(writer));
    let intro = Block::Intro { text: writer.fill("experiment-interventions-intro", &[("count", rows.len().into())]) };
    let title = writer.say("experiment-interventions");
    let table = writer.table(Table {
        id: "interventions-table".to_owned(),
        caption: title.clone(),
        caption_hidden: true,
        sortable: rows.len() > 5,
        columns,
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    });
    let note = Block::Note { class: "", text: writer.say("inquiry-no-cause"), links: Vec::new() };
    Some(Section::new("interventions", title, vec![intro, table, note]))
}
