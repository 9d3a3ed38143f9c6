//! What the codes of a partition did to the change of the total: their rates, and their weight in it.

use super::chart::rounded;
use super::context::MetricContext;
use super::segments::key;
use crate::model::{Exact, Frequency, Period, Rounding, Unit};
use crate::site::view::{Block, Cell, Column, ColumnKind, Row, RowGroup, Section, Table};
use crate::site::writer::Writer;
use crate::stats::{Effects, Part, Split, rate_and_mix};

/// Decimal places of effects behind those of the metric.
const MORE_DECIMALS: u32 = 2;

/// A code with its counts in both periods.
struct Counted {
    label: String,
    part: Part,
}

/// The section of the split; nothing where the metric is no share of counts, or the codes do not add up to the total.
pub(super) fn section(writer: &mut Writer<'_>, context: &MetricContext<'_>, position: usize, codes: &[u16]) -> Option<Section> {
    let (_, segment) = context.segment(position)?;
    if !segment.partition || !context.is_plain_share() {
        return None;
    }
    let (before, after) = periods(context)?;
    let counted: Vec<Counted> = codes.iter().filter_map(|code| counted(context, position, *code, before, after)).collect();
    if counted.len() < 2 {
        return None;
    }
    let parts: Vec<Part> = counted.iter().map(|code| code.part).collect();
    let split = rate_and_mix(&parts)?;
    let left_out = codes.len() - counted.len();
    let language = writer.language();
    let (from, to) = (language.period(before), language.period(after));
    let mut blocks = vec![Block::Intro { text: summary(writer, context, &split, &from, &to) }];
    let table = table(writer, context, position, &counted, &split, (before, after));
    blocks.push(writer.table(table));
    blocks.push(Block::Intro { text: writer.say("split-method") });
    if left_out > 0 {
        blocks.push(Block::Intro { text: writer.fill("split-left-out", &[("count", left_out.into())]) });
    }
    Some(Section::new("rate-and-mix", writer.say("split-title"), blocks))
}

/// The newest period with a total and the same one a year before; else the period right before it.
fn periods(context: &MetricContext<'_>) -> Option<(Period, Period)> {
    let points = context.series.total()?;
    let (newest, _) = points.iter().rev().find(|(_, point)| point.latest.published.is_some())?;
    let year = context.periods_a_year();
    let steps_back = |steps: usize| (0..steps).fold(*newest, |period, _| period.previous());
    let usable = |period: &Period| points.get(period).is_some_and(|point| point.latest.published.is_some());
    [steps_back(year), steps_back(1)].into_iter().find(usable).map(|before| (before, *newest))
}

fn counted(context: &MetricContext<'_>, position: usize, code: u16, before: Period, after: Period) -> Option<Counted> {
    let points = context.series.cell(&key(context, position, code))?;
    let counts = |period: &Period| {
        let figure = &points.get(period)?.latest;
        let count = |name: &str| context.number(figure, name).map(|number| number.exact());
        let (numerator, denominator) = (count("numerator")?, count("denominator")?);
        (!denominator.is_zero()).then_some((numerator, denominator))
    };
    let (_, segment) = context.segment(position)?;
    let label = segment.codes.get(usize::from(code).checked_sub(1)?)?.label.clone();
    Some(Counted { label, part: Part { before: counts(&before)?, after: counts(&after)? } })
}

fn summary(writer: &Writer<'_>, context: &MetricContext<'_>, split: &Split, from: &str, to: &str) -> String {
    let value = |value: f64| context.effect(writer, value);
    writer.fill(
        "split-summary",
        &[
            ("from", from.into()),
            ("to", to.into()),
            ("change", value(split.after - split.before).0.into()),
            ("rate", value(split.together.rate).0.into()),
            ("mix", value(split.together.mix).0.into()),
        ],
    )
}

/// Writes the figures of the split as cells.
struct Cells<'a, 'w> {
    writer: &'a Writer<'w>,
    context: &'a MetricContext<'a>,
}

impl Cells<'_, '_> {
    /// A count as a share of all, in per cent.
    fn share(&self, count: Exact, total: Option<Exact>) -> Cell {
        let share = total.and_then(|total| count.checked_div(total)).and_then(|share| share.checked_mul(Exact::from_integer(100)));
        let language = self.writer.language();
        share.and_then(|share| share.round(1, Rounding::HalfEven)).map_or(Cell::Empty, |share| {
            let text = Unit::parse("percent").map_or_else(|_| language.number(share), |percent| language.with_unit(share, percent));
            Cell::number(text, share.to_string())
        })
    }

    /// A rate at published precision.
    fn rate(&self, (numerator, denominator): (Exact, Exact)) -> Cell {
        let factor = Exact::from_integer(self.context.metric.unit.factor().into());
        let value = numerator.checked_div(denominator).and_then(|rate| rate.checked_mul(factor));
        let value = value.and_then(|value| self.context.series.calculation.publish(value));
        value.map_or(Cell::Empty, |value| Cell::number(self.context.value(value), value.to_string()))
    }

    fn effect(&self, effect: f64) -> Cell {
        let (text, key) = self.context.effect(self.writer, effect);
        Cell::number(text, key)
    }
}

fn table(
    writer: &Writer<'_>,
    context: &MetricContext<'_>,
    position: usize,
    counted: &[Counted],
    split: &Split,
    (before, after): (Period, Period),
) -> Table {
    let cells = Cells { writer, context };
    let sum = |of: fn(&Part) -> Exact| counted.iter().try_fold(Exact::from_integer(0), |sum, code| sum.checked_add(of(&code.part)));
    let denominators = (sum(|part| part.before.1), sum(|part| part.after.1));
    let numerators = (sum(|part| part.before.0), sum(|part| part.after.0));
    let row = |(code, effects): (&Counted, &Effects)| Row {
        cells: vec![
            Cell::Text(code.label.clone()),
            cells.share(code.part.before.1, denominators.0),
            cells.share(code.part.after.1, denominators.1),
            cells.rate(code.part.before),
            cells.rate(code.part.after),
            cells.effect(effects.rate),
            cells.effect(effects.mix),
        ],
        ..Row::default()
    };
    let mut rows: Vec<Row> = counted.iter().zip(&split.parts).map(row).collect();
    let total = |pair: Option<(Exact, Exact)>| pair.map_or(Cell::Empty, |pair| cells.rate(pair));
    let together = vec![
        Cell::Text(writer.say("split-together")),
        Cell::Empty,
        Cell::Empty,
        total(numerators.0.zip(denominators.0)),
        total(numerators.1.zip(denominators.1)),
        cells.effect(split.together.rate),
        cells.effect(split.together.mix),
    ];
    rows.push(Row { is_total: true, cells: together, ..Row::default() });
    Table {
        id: format!("t-split-{position}"),
        caption: writer.say("split-caption"),
        columns: columns(writer, before, after),
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    }
}

fn columns(writer: &Writer<'_>, before: Period, after: Period) -> Vec<Column> {
    let language = writer.language();
    let named = |key: &'static str, period: Period| language.fill(key, &[("period", language.short_period(period).into())]);
    vec![
        Column::new(writer.say("split-code"), ColumnKind::Text),
        Column::new(named("split-weight", before), ColumnKind::Number),
        Column::new(named("split-weight", after), ColumnKind::Number),
        Column::new(named("split-rate", before), ColumnKind::Number),
        Column::new(named("split-rate", after), ColumnKind::Number),
        Column::new(writer.say("split-rate-effect"), ColumnKind::Number),
        Column::new(writer.say("split-mix-effect"), ColumnKind::Number),
    ]
}

impl MetricContext<'_> {
    /// Whether the metric is the plain share of two counts.
    pub(super) fn is_plain_share(&self) -> bool {
        self.has("numerator") && self.has("denominator") && self.series.calculation.formula().to_string() == "numerator / denominator"
    }

    /// Periods of the metric's frequency in a year.
    pub(super) fn periods_a_year(&self) -> usize {
        match self.metric.frequency {
            Frequency::Day => 364,
            Frequency::Week => 52,
            Frequency::Month | Frequency::FiscalMonth => 12,
            Frequency::Quarter | Frequency::FiscalQuarter => 4,
            Frequency::Year | Frequency::FiscalYear => 1,
        }
    }

    /// A change of a rate in the unit of differences, with its sign, and the same as machines read it.
    pub(super) fn effect(&self, writer: &Writer<'_>, change: f64) -> (String, String) {
        let unit = self.metric.unit.of_difference();
        let factor = i32::try_from(self.metric.unit.factor()).map_or(1.0, f64::from);
        let decimals = self.metric.decimals.saturating_add(MORE_DECIMALS).min(9);
        let Some(value) = rounded(change * factor, decimals) else {
            return (String::new(), String::new());
        };
        let text = writer.language().with_unit(value, unit);
        let signed = if value.is_negative() || value.mantissa() == 0 { text } else { format!("+{text}") };
        (signed, value.to_string())
    }
}
