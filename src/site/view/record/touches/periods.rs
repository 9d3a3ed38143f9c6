//! The periods of each metric that a record touches, from the periods and days that it names.

use std::collections::BTreeSet;

use super::metrics::Touched;
use crate::model::{AnyRecord, Date, Id, Kind, Period};
use crate::site::view::Cell;
use crate::site::view::governance::{period_range, restated_rows, short};
use crate::site::writer::Writer;
use crate::source::Record;

/// Periods that are linked one by one; more are named by the first and last.
const MOST_LINKED: usize = 4;

/// Metrics whose figures are looked up, so that periods lead to them.
const MOST_LOOKED_UP: usize = 12;

/// What a record says of time.
enum Time {
    Nothing,
    /// Periods of any length.
    Periods(Vec<Period>),
    /// Days; without a last one it goes on.
    Days(Date, Option<Date>),
    /// Periods by metric.
    Restated(Vec<(Id, Period)>),
}

fn time(writer: &Writer<'_>, record: &Record) -> Time {
    match &record.fields {
        AnyRecord::Deviation(deviation) => Time::Days(deviation.from, deviation.to),
        AnyRecord::CalendarEvent(event) => Time::Days(event.from, Some(event.to)),
        AnyRecord::Experiment(experiment) => Time::Days(experiment.start, experiment.end),
        AnyRecord::RootCause(cause) => Time::Periods(cause.periods.clone()),
        AnyRecord::Reconciliation(reconciliation) => Time::Periods(vec![reconciliation.period]),
        AnyRecord::Insight(insight) => Time::Periods(vec![insight.period]),
        AnyRecord::Baseline(baseline) => {
            let calendar = writer.site.catalog().calendar();
            Time::Days(baseline.periods.from.first_day(calendar), Some(baseline.periods.to.last_day(calendar)))
        }
        AnyRecord::Change(change) => Time::Periods(change.bridge.iter().map(|row| row.period).collect()),
        AnyRecord::Restatement(_) => {
            Time::Restated(restated_rows(writer.site, &record.id).into_iter().map(|row| (row.metric, row.period)).collect())
        }
        _ => Time::Nothing,
    }
}

/// A cell for each metric; empty where the record says nothing of time or touches the metric by a step only.
pub(super) fn periods(writer: &Writer<'_>, record: &Record, touched: &[Touched]) -> Vec<Cell> {
    let time = time(writer, record);
    let anchored = touched.len() <= MOST_LOOKED_UP && !matches!(record.kind, Kind::Baseline);
    let cell = |touched: &Touched| {
        if !touched.direct {
            return Cell::Empty;
        }
        let periods = of_metric(writer, &time, &touched.metric.id);
        cell(writer, touched, &periods, anchored)
    };
    touched.iter().map(cell).collect()
}

/// The periods of a metric, in its own frequency and between its first and last figure.
fn of_metric(writer: &Writer<'_>, time: &Time, metric: &Id) -> Vec<Period> {
    let catalog = writer.site.catalog();
    let calendar = catalog.calendar();
    let span = writer.site.summary(metric).and_then(|summary| summary.span);
    let Some(((_, fields), (first, last))) = catalog.metric(metric).zip(span) else {
        return Vec::new();
    };
    let own = || Period::iter(first, last).filter(|period| period.frequency() == fields.frequency);
    let touches = |period: Period, from: Date, to: Option<Date>| {
        from <= period.last_day(calendar) && to.is_none_or(|to| to >= period.first_day(calendar))
    };
    let found: BTreeSet<Period> = match time {
        Time::Nothing => BTreeSet::new(),
        Time::Days(from, to) => own().filter(|period| touches(*period, *from, *to)).collect(),
        Time::Periods(named) => own()
            .filter(|period| named.iter().any(|named| touches(*period, named.first_day(calendar), Some(named.last_day(calendar)))))
            .collect(),
        Time::Restated(rows) => rows.iter().filter(|(id, _)| id == metric).map(|(_, period)| *period).collect(),
    };
    found.into_iter().collect()
}

fn cell(writer: &Writer<'_>, touched: &Touched, periods: &[Period], anchored: bool) -> Cell {
    let (Some(first), Some(last)) = (periods.first(), periods.last()) else {
        return Cell::Empty;
    };
    let contiguous = Period::distance(*first, *last).and_then(|steps| usize::try_from(steps + 1).ok()) == Some(periods.len());
    if periods.len() > MOST_LINKED && contiguous {
        return Cell::Text(period_range(writer, *first, *last));
    }
    if periods.len() > MOST_LINKED {
        let range = period_range(writer, *first, *last);
        return Cell::Text(writer.fill("touch-periods-within", &[("count", periods.len().into()), ("range", range.into())]));
    }
    let series = if anchored { writer.site.series(&touched.metric.id) } else { None };
    let page = writer.record_href(&touched.metric);
    let link = |period: &Period| {
        let shown = series.as_ref().and_then(|series| series.total()).is_some_and(|points| points.contains_key(period));
        let anchor = if shown { format!("#p-{}", period.to_string().to_lowercase()) } else { String::new() };
        (format!("{page}{anchor}"), short(writer, *period))
    };
    Cell::Links(periods.iter().map(link).collect())
}
