//! One metric as a row of the list.

use crate::model::{AnyRecord, Id, Metric, Unit};
use crate::site::chart::{Judgement, Picture, Sparkline};
use crate::site::summary::{LatestValue, Summary};
use crate::site::view::places::record_cell;
use crate::site::view::words::short_status;
use crate::site::view::{Cell, Part, PartNumber, Parts, Row};
use crate::site::writer::Writer;
use crate::source::Record;
use crate::stats::spc::{Assurance, Variation};

/// The icons of a page; each is one part of it, however often it is shown.
#[derive(Debug, Default)]
pub(in crate::site::view) struct Icons {
    variations: Vec<(Variation, PartNumber)>,
    assurances: Vec<(Assurance, PartNumber)>,
}

impl Icons {
    /// The icons of a value: variation first, then assurance.
    pub(in crate::site::view) fn parts(&mut self, parts: &mut Parts, latest: &LatestValue) -> Vec<PartNumber> {
        let variation = latest.variation.map(|shown| once(&mut self.variations, shown, || parts.add(Part::Variation(shown))));
        let assurance = latest.assurance.map(|shown| once(&mut self.assurances, shown, || parts.add(Part::Assurance(shown))));
        variation.into_iter().chain(assurance).collect()
    }
}

/// Makes rows.
pub(super) struct Rows<'w, 'a> {
    writer: &'w mut Writer<'a>,
    icons: Icons,
    /// Whether any row so far has a value.
    pub(super) any_value: bool,
}

impl<'w, 'a> Rows<'w, 'a> {
    /// Begins without an icon.
    pub(super) fn new(writer: &'w mut Writer<'a>) -> Self {
        Self { writer, icons: Icons::default(), any_value: false }
    }

    /// The row of a metric.
    pub(super) fn row(&mut self, record: &Record) -> Row {
        let site = self.writer.site;
        let AnyRecord::Metric(metric) = &record.fields else {
            return Row::default();
        };
        let summary = site.summary(&record.id);
        let mut cells = vec![record_cell(self.writer, record), self.course(summary)];
        match summary.and_then(|summary| summary.latest.as_ref()) {
            Some(latest) => cells.extend(self.latest_cells(&record.id, latest, metric.unit)),
            None => {
                cells.extend([
                    Cell::Absent(self.writer.say("no-period")),
                    Cell::Empty,
                    Cell::Empty,
                    Cell::Empty,
                    Cell::Empty,
                    Cell::Status(short_status(self.writer.language(), None)),
                    Cell::Empty,
                ]);
            }
        }
        cells.extend([self.owner(metric), Cell::Text(self.writer.language().code(metric.state.code())), documented(summary)]);
        Row { cells, ..Row::default() }
    }

    fn latest_cells(&mut self, id: &Id, latest: &LatestValue, unit: Unit) -> [Cell; 7] {
        self.any_value |= latest.published.is_some();
        let language = self.writer.language();
        let number = |number: crate::model::Decimal| Cell::number(language.with_unit(number, unit), number.to_string());
        [
            Cell::Time { iso: latest.period.to_string(), label: language.short_period(latest.period) },
            latest.published.map_or_else(|| Cell::Absent(language.say("no-value").to_owned()), number),
            Cell::Marks(self.writer.newest_marks(id)),
            Cell::Empty,
            latest.target.map_or(Cell::Empty, number),
            Cell::Status(short_status(language, latest.status)),
            self.icons(latest),
        ]
    }

    fn course(&mut self, summary: Option<&Summary>) -> Cell {
        summary.and_then(course).map_or(Cell::Empty, |line| Cell::Picture(self.writer.picture(Picture::Spark(line))))
    }

    fn icons(&mut self, latest: &LatestValue) -> Cell {
        let icons = self.icons.parts(&mut self.writer.parts, latest);
        if icons.is_empty() { Cell::Empty } else { Cell::Icons(icons) }
    }

    fn owner(&self, metric: &Metric) -> Cell {
        let Some(owner) = &metric.accountable else {
            return Cell::Absent(self.writer.say("metrics-owner-not-named"));
        };
        Cell::Link { href: self.writer.record_href(owner.record()), label: self.writer.title_of(owner.record()), note: String::new() }
    }
}

fn once<T: PartialEq + Copy>(known: &mut Vec<(T, PartNumber)>, wanted: T, make: impl FnOnce() -> PartNumber) -> PartNumber {
    if let Some((_, part)) = known.iter().find(|(shown, _)| *shown == wanted) {
        return *part;
    }
    let part = make();
    known.push((wanted, part));
    part
}

/// The course of a metric with its target, and the judgement of its newest point.
pub(in crate::site::view) fn course(summary: &Summary) -> Option<Sparkline> {
    let line = summary.sparkline.as_ref()?;
    let latest = summary.latest.as_ref();
    let judgement = latest.and_then(|latest| latest.variation).and_then(|variation| match variation {
        Variation::CommonCause => None,
        Variation::Improving(_) => Some(Judgement::Improving),
        Variation::Concerning(_) => Some(Judgement::Concerning),
        Variation::Neutral(_) => Some(Judgement::Neutral),
    });
    let target = latest.and_then(|latest| latest.target).map(|target| target.to_f64());
    Some(Sparkline { target, judgement, ..line.clone() })
}

/// How much of what the profile demands is written.
fn documented(summary: Option<&Summary>) -> Cell {
    let (written, demanded) = summary.map_or((0, 0), |summary| summary.completeness);
    match (written * 100).checked_div(demanded) {
        Some(percent) => Cell::Share { percent: u8::try_from(percent).unwrap_or(100), text: format!("{written}/{demanded}") },
        None => Cell::Empty,
    }
}
