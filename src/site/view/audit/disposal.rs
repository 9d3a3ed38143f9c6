//! What has been kept long enough: evidence, extracts of sources and figures, by the day on which their time is over.
//!
//! The page lists; it disposes of nothing, and says where a retention is missing rather than take one for granted.

use std::collections::BTreeMap;

use super::framing::{Said, finish, list, part_of, tally};
use crate::catalog::Origin;
use crate::language::capitalised;
use crate::model::evidence::{Evidence, EvidenceState};
use crate::model::{AnyRecord, Date, Duration, Id, Metric, Period};
use crate::site::view::governance::{count_cell, day_cell};
use crate::site::view::party::when;
use crate::site::view::places::record_cell;
use crate::site::view::{Block, Cell, Column, ColumnKind, Page, Row, Section, StatusWord};
use crate::site::writer::Writer;
use crate::site::{AuditPage, Site};
use crate::source::Record;

/// Days within which an end is soon.
const SOON: i32 = 365;

/// Something that is kept for a time.
struct Kept<'a> {
    record: &'a Record,
    retention: Option<Duration>,
    /// The day from which the time runs, with what began on it.
    from: Option<(Date, Beginning)>,
    /// The day on which the time is over.
    due: Option<Date>,
    /// Whether it is gone.
    disposed: bool,
}

/// What the time of something runs from.
#[derive(Clone, Copy)]
enum Beginning {
    /// The day on which a document was obtained.
    Obtained,
    /// The day on which the oldest registered extract was taken.
    Extract,
    /// The end of the oldest period with figures.
    Figures(Period),
}

/// Makes a part of the page.
pub(super) fn page(site: &Site, path: &str, part: usize) -> Page {
    let mut writer = Writer::new(site, path);
    let all = kept(site);
    let as_of = site.report().as_of;
    let days = |kept: &Kept<'_>| kept.due.filter(|_| !kept.disposed).map(|due| as_of.days_until(due));
    let of = |is: &dyn Fn(&Kept<'_>) -> bool| all.iter().filter(|kept| is(kept)).count();
    let tallies = vec![
        tally(&writer, of(&|kept| days(kept).is_some_and(|days| days < 0)), "audit-disposal-tally-over"),
        tally(&writer, of(&|kept| days(kept).is_some_and(|days| (0..=SOON).contains(&days))), "audit-disposal-tally-soon"),
        tally(&writer, of(&|kept| kept.retention.is_none()), "audit-disposal-tally-unsaid"),
        tally(&writer, of(&|kept| kept.disposed), "audit-disposal-tally-disposed"),
    ];
    let rows: Vec<Row> = part_of(&all, part).iter().map(|kept| row(&writer, kept)).collect();
    let columns = vec![
        Column::new(writer.say("audit-disposal-what"), ColumnKind::Text),
        Column::new(writer.say("audit-basis-kind"), ColumnKind::Text).filtered(),
        Column::new(writer.say("audit-disposal-retention"), ColumnKind::Text).filtered(),
        Column::new(writer.say("audit-disposal-from"), ColumnKind::Text),
        Column::new(writer.say("audit-disposal-due"), ColumnKind::Text),
        Column::new(writer.say("governance-when"), ColumnKind::Text),
        Column::new(writer.say("audit-disposal-named-by"), ColumnKind::Number),
    ];
    let title = writer.say("audit-disposal-section");
    let table = list(&mut writer, "disposal", title.clone(), columns, rows);
    let note = Block::Intro { text: writer.say("audit-disposal-note") };
    let sections = vec![Section::new("disposal", title, vec![note, table])];
    let lede = writer.say("audit-disposal-lede");
    finish(writer, AuditPage::Disposal, part, Said { lede, tallies, sections })
}

/// All that is kept, the earliest end first, then what has none.
fn kept<'a>(site: &'a Site) -> Vec<Kept<'a>> {
    let extracts = oldest_extracts(site);
    let of = |record: &'a Record| match &record.fields {
        AnyRecord::Evidence(evidence) => Some(document(record, evidence)),
        AnyRecord::Source(source) => {
            let from = extracts.get(&record.id).map(|day| (*day, Beginning::Extract));
            Some(over(record, source.retention, from))
        }
        AnyRecord::Metric(metric) => Some(figures(site, record, metric)),
        _ => None,
    };
    let mut all: Vec<Kept<'a>> = site.catalog().records().iter().filter_map(|record| of(record)).collect();
    all.sort_by_key(|kept| (kept.disposed, kept.due.is_none(), kept.due, kept.record.kind, &kept.record.id));
    all
}

/// What is over when its time has run.
fn over(record: &Record, retention: Option<Duration>, from: Option<(Date, Beginning)>) -> Kept<'_> {
    let due = retention.zip(from).map(|(retention, (day, _))| retention.after_date(day));
    Kept { record, retention, from, due, disposed: false }
}

fn document<'a>(record: &'a Record, evidence: &Evidence) -> Kept<'a> {
    let kept = over(record, evidence.retention, Some((evidence.obtained_on, Beginning::Obtained)));
    Kept { disposed: evidence.state == EvidenceState::Disposed, ..kept }
}

fn figures<'a>(site: &Site, record: &'a Record, metric: &Metric) -> Kept<'a> {
    let oldest = site.summary(&record.id).and_then(|summary| summary.span).map(|(first, _)| first);
    let from = oldest.map(|period| (period.last_day(site.catalog().calendar()), Beginning::Figures(period)));
    over(record, metric.retention, from)
}

/// The day on which the oldest registered extract of each source was taken; that of the release where nothing else is said.
fn oldest_extracts(site: &Site) -> BTreeMap<Id, Date> {
    let zone = site.catalog().settings().timezone;
    let mut oldest: BTreeMap<Id, Date> = BTreeMap::new();
    for record in site.catalog().releases() {
        let day = record.release.collected_at.unwrap_or(record.release.released).date_in(zone);
        for extract in &record.release.extracts {
            let known = oldest.entry(extract.source.id().clone()).or_insert(day);
            *known = day.min(*known);
        }
    }
    oldest
}

fn row(writer: &Writer<'_>, kept: &Kept<'_>) -> Row {
    let as_of = writer.site.report().as_of;
    let language = writer.language();
    let cited = cited(writer, kept.record);
    let cells = vec![
        record_cell(writer, kept.record),
        Cell::Text(capitalised(&language.kind(kept.record.kind))),
        kept.retention.map_or_else(|| Cell::Absent(writer.say("audit-disposal-unsaid")), |time| Cell::Text(language.duration(time))),
        match kept.from {
            Some((day, beginning)) => {
                Cell::Noted { text: language.short_date(day), note: beginning_words(writer, beginning), alert: false }
            }
            None => Cell::Absent(writer.say("audit-disposal-no-beginning")),
        },
        kept.due.map_or(Cell::Empty, |due| day_cell(writer, due)),
        match (kept.disposed, kept.due) {
            (true, _) if cited > 0 => Cell::Status(StatusWord { class: "is-misses", word: writer.say("audit-disposal-disposed-cited") }),
            (true, _) => Cell::Text(writer.say("audit-disposal-disposed")),
            (false, Some(due)) => when(writer, due, as_of),
            (false, None) => Cell::Empty,
        },
        count_cell(writer, cited),
    ];
    Row { cells, ..Row::default() }
}

fn beginning_words(writer: &Writer<'_>, beginning: Beginning) -> String {
    match beginning {
        Beginning::Obtained => writer.say("audit-disposal-obtained"),
        Beginning::Extract => writer.say("audit-disposal-extract"),
        Beginning::Figures(period) => writer.fill("audit-disposal-figures", &[("period", writer.language().short_period(period).into())]),
    }
}

/// How many records and releases name something.
fn cited(writer: &Writer<'_>, record: &Record) -> usize {
    let links = writer.site.catalog().backlinks(&record.reference());
    let from: std::collections::BTreeSet<&Origin> = links.iter().map(|link| &link.from).collect();
    from.len()
}

#[cfg(test)]
mod tests {
    use crate::model::Kind;

    #[test]
    fn only_kinds_with_a_retention_are_listed() {
        let with: Vec<Kind> = Kind::ALL.iter().copied().filter(|kind| kind.shape().field("retention").is_some()).collect();
        assert_eq!(with, [Kind::Metric, Kind::Source, Kind::Evidence]);
    }
}
