//! The raw share beside the weighted one, with what weighting costs in precision.

use crate::model::metric::Scoring;
use crate::model::{Decimal, Exact, Metric, Rounding, Unit};
use crate::site::view::inquiry::{by_period, points, signed};
use crate::site::view::{Block, Cell, ColumnKind, Row, Section};
use crate::site::writer::Writer;
use crate::source::Record;
use crate::stats::{Figure, Interval, MetricSeries, WeightedSample, column};

/// Decimal places of an effective size and of a design effect.
const SIZE_PLACES: u32 = 1;
const EFFECT_PLACES: u32 = 3;

/// The section of a metric; nothing where its rows hold no counts before weighting or no sums of weights.
pub(super) fn section(writer: &mut Writer<'_>, record: &Record, metric: &Metric) -> Option<Section> {
    if metric.scoring != Scoring::Proportion {
        return None;
    }
    let series = writer.site.series(&record.id)?;
    let rows: Vec<Row> = series.total()?.values().rev().filter_map(|point| row(writer, metric, &series, &point.latest)).collect();
    if rows.is_empty() {
        return None;
    }
    let headings = [
        ("inquiry-period", ColumnKind::Text),
        ("survey-raw", ColumnKind::Number),
        ("survey-weighted", ColumnKind::Number),
        ("inquiry-difference", ColumnKind::Number),
        ("survey-n", ColumnKind::Number),
        ("survey-effective-size", ColumnKind::Number),
        ("survey-design-effect", ColumnKind::Number),
        ("inquiry-interval", ColumnKind::Text),
    ];
    let title = writer.fill("survey-weighting", &[("metric", record.envelope.title.as_str().into())]);
    let id = format!("weighting-{}", record.id);
    let mut blocks = by_period(writer, &id, &title, &headings, rows);
    blocks.push(Block::Intro { text: writer.say("survey-weighting-method") });
    Some(Section::new(id, title, blocks))
}

fn row(writer: &Writer<'_>, metric: &Metric, series: &MetricSeries, figure: &Figure) -> Option<Row> {
    let number = |name: &str| column(&series.columns, &figure.numbers, name).map(|number: Decimal| number.exact());
    let factor = Exact::from_integer(i128::from(metric.unit.factor()));
    let raw = number("numerator")?.checked_div(number("denominator")?)?.checked_mul(factor)?;
    let n = number("n").or_else(|| number("denominator"))?;
    let sample = WeightedSample::of(n, number("sum_w")?, number("sum_w2")?)?;
    let weighted = figure.value.ok()?;
    let language = writer.language();
    let cell = |value: Exact, unit: Unit| {
        let (text, key) = points(language, value, metric.decimals + 1, unit);
        Cell::number(text, key)
    };
    let plain = |value: Exact, places: u32| {
        value.round(places, Rounding::HalfEven).map_or(Cell::Empty, |value| Cell::number(language.number(value), value.to_string()))
    };
    let difference = weighted.checked_sub(raw)?.round(metric.decimals + 1, Rounding::HalfEven)?;
    let interval = sample.interval(weighted.checked_div(factor)?);
    Some(Row {
        cells: vec![
            Cell::Time { iso: figure.period.to_string(), label: language.short_period(figure.period) },
            cell(raw, metric.unit),
            cell(weighted, metric.unit),
            Cell::number(signed(language, difference, metric.unit.of_difference()), difference.to_string()),
            plain(n, 0),
            plain(sample.effective, SIZE_PLACES),
            plain(sample.design_effect, EFFECT_PLACES),
            interval.and_then(|interval| limits(writer, metric, &interval)).map_or(Cell::Empty, Cell::Text),
        ],
        ..Row::default()
    })
}

/// The ends of an interval, in the unit of the metric.
fn limits(writer: &Writer<'_>, metric: &Metric, interval: &Interval) -> Option<String> {
    let places = metric.decimals + 1;
    let digits = usize::try_from(places).ok()?;
    let factor = Exact::from_integer(i128::from(metric.unit.factor())).to_f64();
    let end = |value: f64| {
        let number = Decimal::parse(&format!("{:.digits$}", value * factor)).ok()?.with_scale(places, Rounding::HalfEven)?;
        Some(writer.language().with_unit(number, metric.unit))
    };
    Some(writer.fill("inquiry-from-to", &[("from", end(interval.lower)?.into()), ("to", end(interval.upper)?.into())]))
}
