//! A target: all levels that it has, how the periods for which it held turned out, and how each code of its scope stands.

use super::level;
use crate::model::{Decimal, Target};
use crate::site::MetricAddresses;
use crate::site::view::attainment::standing_word;
use crate::site::view::governance::cell_words;
use crate::site::view::words::short_status;
use crate::site::view::{Block, Cell, Column, ColumnKind, Row, RowGroup, Section, Table};
use crate::site::writer::Writer;
use crate::source::Record;
use crate::stats::{LevelBasis, MetricTargets, StandingCount, StandingPeriod, cell_key, judge, standings};

/// Periods that are listed, the newest first.
const MOST_PERIODS: usize = 60;

/// The sections before the fields.
pub(super) fn sections(writer: &mut Writer<'_>, record: &Record, target: &Target) -> Vec<Section> {
    let mut sections: Vec<Section> = level::of_target(writer, record, target).into_iter().collect();
    if target.is_late(writer.site.catalog().calendar()) {
        let language = writer.language();
        let dates = [("agreed", language.date(target.agreed_at).into()), ("period", language.period(target.from).into())];
        let note = Block::Note { class: "is-misses", text: writer.fill("targets-late", &dates), links: Vec::new() };
        sections.insert(0, Section::new("agreed-late", writer.say("targets-section-late"), vec![note]));
    }
    if target.scope.is_empty() {
        sections.extend(attainment(writer, record, target));
    }
    sections.extend(each_code(writer, record, target));
    sections
}

/// The periods in which this target held, with the level of each.
fn attainment(writer: &mut Writer<'_>, record: &Record, target: &Target) -> Option<Section> {
    let catalog = writer.site.catalog();
    let (measure, metric) = catalog.metric(target.metric.id())?;
    let series = writer.site.series(&measure.id)?;
    let held: Vec<StandingPeriod> = standings(catalog, &measure.id, metric, &series)
        .into_iter()
        .filter(|standing| standing.target.as_ref() == Some(&record.id) && standing.value.is_some())
        .collect();
    let count = StandingCount::of(held.iter().map(|standing| standing.standing));
    if held.is_empty() {
        return None;
    }
    let total = vec![0; metric.segments.len()];
    let cell = MetricAddresses::of(catalog, &measure.id, metric).of_cell(&total);
    let language = writer.language();
    let number = |value: Decimal| Cell::number(language.with_unit(value, metric.unit), value.to_string());
    let row = |standing: &StandingPeriod| {
        let label = language.short_period(standing.period);
        let basis = match standing.basis {
            Some(LevelBasis::Seasonal) => Cell::Text(writer.say("targets-basis-seasonal")),
            Some(LevelBasis::Tolerance) => Cell::Text(writer.say("targets-basis-tolerance")),
            Some(LevelBasis::Agreed) | None => Cell::Text(writer.say("targets-basis-agreed")),
        };
        let href = cell.as_ref().map(|cell| writer.href(&format!("{}#{}", cell.page, cell.anchor(standing.period))));
        Row {
            cells: vec![
                Cell::Link { href: href.unwrap_or_default(), label, note: String::new() },
                standing.value.map_or(Cell::Empty, number).ticked(writer.figure_marks(&measure.id, &total, standing.period)),
                standing.level.map_or(Cell::Empty, number),
                basis,
                Cell::Status(standing_word(writer, standing.standing)),
            ],
            ..Row::default()
        }
    };
    let columns = [
        ("targets-column-period", ColumnKind::Text),
        ("targets-column-value", ColumnKind::Number),
        ("targets-column-level", ColumnKind::Number),
        ("targets-column-which-level", ColumnKind::Text),
        ("targets-column-status", ColumnKind::Text),
    ];
    let table = Table {
        id: "t-attainment".to_owned(),
        caption: writer.say("targets-held-caption"),
        note: if held.len() > MOST_PERIODS { writer.fill("targets-held-cut", &[("count", held.len().into())]) } else { String::new() },
        long: held.len() > 20,
        columns: columns.into_iter().map(|(key, kind)| Column::new(language.say(key), kind)).collect(),
        groups: vec![RowGroup { rows: held.iter().rev().take(MOST_PERIODS).map(row).collect(), ..RowGroup::default() }],
        ..Table::default()
    };
    let text = writer.fill("targets-held", &[("met", count.met.into()), ("count", count.judged().into())]);
    let blocks = vec![Block::Intro { text }, writer.table(table)];
    Some(Section::new("attainment", writer.say("targets-section-attainment"), blocks))
}

/// The newest value of each code, where the target holds for the codes of one segment each by itself.
fn each_code(writer: &mut Writer<'_>, record: &Record, target: &Target) -> Option<Section> {
    let catalog = writer.site.catalog();
    let (measure, metric) = catalog.metric(target.metric.id())?;
    let (open, _) = target.scope.iter().find(|(_, code)| *code == "*")?;
    let reference = metric.segments.iter().find(|reference| reference.id().as_str() == open)?;
    let (_, segment) = catalog.segment(reference.id())?;
    let series = writer.site.series(&measure.id)?;
    let targets = MetricTargets::of(catalog, &measure.id, metric);
    let addresses = MetricAddresses::of(catalog, &measure.id, metric);
    let language = writer.language();
    let number = |value: Decimal| Cell::number(language.with_unit(value, metric.unit), value.to_string());
    let row = |code: &str| {
        let mut scope = target.scope.clone();
        scope.insert(open.clone(), code.to_owned());
        let key = cell_key(catalog, metric, &scope)?;
        let (period, value) = series.cell(&key)?.iter().rev().find_map(|(period, point)| Some((*period, point.latest.published?)))?;
        let level = targets.level(&key, period).filter(|level| level.record.id == record.id);
        let status = level.as_ref().and_then(|level| judge(value, level, metric.direction));
        let place = addresses.of_cell(&key).filter(|cell| writer.site.file(&cell.page).is_some());
        let href = place.map(|cell| writer.href(&format!("{}#{}", cell.page, cell.anchor(period))));
        Some(Row {
            cells: vec![
                Cell::Link { href: href.unwrap_or_default(), label: cell_words(writer, metric, &key), note: String::new() },
                Cell::Time { iso: period.to_string(), label: language.short_period(period) },
                number(value).ticked(writer.figure_marks(&measure.id, &key, period)),
                level.map_or(Cell::Empty, |level| number(level.level)),
                Cell::Status(short_status(language, status)),
            ],
            ..Row::default()
        })
    };
    let rows: Vec<Row> = segment.codes.iter().filter_map(|code| row(&code.code)).collect();
    if rows.is_empty() {
        return None;
    }
    let columns = [
        ("record-level-part", ColumnKind::Text),
        ("targets-column-period", ColumnKind::Text),
        ("targets-column-value", ColumnKind::Number),
        ("targets-column-level", ColumnKind::Number),
        ("targets-column-status", ColumnKind::Text),
    ];
    let title = writer.say("record-level");
    let table = Table {
        id: "t-each-code".to_owned(),
        caption: title.clone(),
        caption_hidden: true,
        long: rows.len() > 20,
        columns: columns.into_iter().map(|(key, kind)| Column::new(language.say(key), kind)).collect(),
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    };
    Some(Section::new("latest-value", title, vec![writer.table(table)]))
}
