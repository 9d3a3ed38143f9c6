//! How long a deviation lasted, and the periods of each metric that it shades.

use crate::model::{Deviation, Period};
use crate::site::view::governance::{
    count_cell, days_between, link_cell, number, period_range, shaded_periods, shades, short, table, text,
};
use crate::site::view::{Block, Cell, Row, Section};
use crate::site::writer::Writer;

/// Periods that are named one by one; more are named by the first and last.
const MOST_NAMED: usize = 6;

/// The section.
pub(super) fn section(writer: &mut Writer<'_>, deviation: &Deviation) -> Section {
    let mut blocks = vec![Block::Intro { text: length(writer, deviation) }];
    if shades(deviation) {
        let rows: Vec<Row> = deviation.metrics.iter().map(|metric| row(writer, deviation, metric)).collect();
        let columns =
            vec![text(writer.say("governance-metric")), number(writer.say("deviation-periods")), text(writer.say("deviation-shaded"))];
        let caption = writer.say("deviation-shaded-caption");
        blocks.push(Block::Intro { text: writer.say("deviation-rule") });
        blocks.push(table(writer, "shaded", caption, columns, rows));
    } else {
        blocks.push(Block::Intro { text: writer.say("deviation-shades-nothing") });
    }
    Section::new("shaded", writer.say("deviation-shaded-title"), blocks)
}

/// How long it lasted, or has lasted so far.
fn length(writer: &Writer<'_>, deviation: &Deviation) -> String {
    let language = writer.language();
    let as_of = writer.site.report().as_of;
    let from = language.date(deviation.from);
    let days = |last: crate::model::Date| days_between(deviation.from, last.max(deviation.from)).unsigned_abs();
    if let Some(to) = deviation.to {
        let fills = [("count", days(to).into()), ("from", from.into()), ("to", language.date(to).into())];
        writer.fill("deviation-lasted", &fills)
    } else {
        let fills = [("count", days(as_of).into()), ("from", from.into()), ("date", language.date(as_of).into())];
        writer.fill("deviation-lasts", &fills)
    }
}

fn row(writer: &Writer<'_>, deviation: &Deviation, metric: &crate::model::reference::MetricRef) -> Row {
    let periods = shaded_periods(writer.site, deviation, metric.id());
    let page = writer.record_href(metric.record());
    let series = writer.site.series(metric.id());
    let has_figure = |period: &Period| series.as_ref().and_then(|series| series.total()).is_some_and(|points| points.contains_key(period));
    let link = |period: &Period| {
        let anchor = if has_figure(period) { format!("#p-{}", period.to_string().to_lowercase()) } else { String::new() };
        (format!("{page}{anchor}"), short(writer, *period))
    };
    let named = match (periods.first(), periods.last()) {
        (Some(first), Some(last)) if periods.len() > MOST_NAMED => Cell::Text(period_range(writer, *first, *last)),
        (Some(_), _) => Cell::Links(periods.iter().map(link).collect()),
        _ => Cell::Absent(writer.say("deviation-no-figures")),
    };
    Row { cells: vec![link_cell(writer, metric.record()), count_cell(writer, periods.len()), named], ..Row::default() }
}
