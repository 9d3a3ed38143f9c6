//! A metric before and after something was done: one table, one picture for each unit, and how it was computed.

use super::text::{absent, points, signed};
use crate::model::action::{Action, ActionState};
use crate::model::metric::Scoring;
use crate::model::{Direction, Exact, Id, Metric, Period, Rounding, Unit};
use crate::site::chart::{Difference, Differences, Picture};
use crate::site::view::{Block, Cell, Column, ColumnKind, Row, RowGroup, StatusWord, Table};
use crate::site::writer::Writer;
use crate::source::Record;
use crate::stats::{BeforeAfter, Change, FEWEST_PERIODS, Interval, Method, NoComparison, Stretch, before_after};

/// What became of a metric.
pub(in crate::site::view) struct Effect<'a> {
    record: &'a Record,
    metric: &'a Metric,
    found: Result<BeforeAfter, NoComparison>,
}

/// Compares a metric before and after; nothing where there is no such metric or it has no figures.
pub(in crate::site::view) fn effect<'a>(writer: &Writer<'a>, metric: &Id, change: Change) -> Option<Effect<'a>> {
    let site = writer.site;
    let (record, definition) = site.catalog().metric(metric)?;
    let series = site.series(metric).filter(|series| series.total().is_some())?;
    Some(Effect { record, metric: definition, found: before_after(site.catalog(), definition, &series, change) })
}

/// When an action was brought in: between the day on which it was opened and the one from which it was in place, or else the day
/// on which it was closed. Nothing while it is not done, or where that day is not known.
pub(in crate::site::view) fn intervention(record: &Record, action: &Action) -> Option<Change> {
    let given_up = || matches!(action.state, ActionState::Open | ActionState::InProgress | ActionState::Cancelled);
    let done = action.in_place_from.or_else(|| action.closed_on.filter(|_| !given_up()))?;
    let opened = action.opened_on(&record.id);
    Some(Change { begun: opened.filter(|opened| *opened <= done).unwrap_or(done), done, until: None })
}

impl Effect<'_> {
    /// Decimal places of pooled values: one more than the metric publishes.
    const fn places(&self) -> u32 {
        self.metric.decimals + 1
    }

    fn value(&self, writer: &Writer<'_>, side: &Stretch) -> (String, String) {
        points(writer.language(), side.value, self.places(), self.metric.unit)
    }

    fn end(&self, writer: &Writer<'_>, value: f64) -> Option<String> {
        signed_float(writer, value, self.places(), self.metric.unit.of_difference())
    }

    fn difference(&self, writer: &Writer<'_>, found: &BeforeAfter) -> String {
        let rounded = found.difference.round(self.places(), Rounding::HalfEven);
        rounded.map_or_else(String::new, |number| signed(writer.language(), number, self.metric.unit.of_difference()))
    }

    fn interval(&self, writer: &Writer<'_>, interval: &Interval) -> Option<String> {
        let (lower, upper) = (self.end(writer, interval.lower)?, self.end(writer, interval.upper)?);
        Some(writer.fill("inquiry-from-to", &[("from", lower.into()), ("to", upper.into())]))
    }

    /// The metric, both sides, the difference with its interval, and how it reads.
    pub(in crate::site::view) fn cells(&self, writer: &Writer<'_>) -> Vec<Cell> {
        let name = Cell::Link {
            href: writer.record_href(&self.record.reference()),
            label: self.record.envelope.title.clone(),
            note: String::new(),
        };
        let found = match &self.found {
            Ok(found) => found,
            Err(reason) => return vec![name, Cell::Empty, Cell::Empty, Cell::Empty, absent(none(writer, *reason)), Cell::Empty],
        };
        let side = |side: &Stretch| {
            let (text, key) = self.value(writer, side);
            Cell::number(text, key)
        };
        let interval = found.interval.as_ref().and_then(|interval| self.interval(writer, interval));
        vec![
            name,
            side(&found.before),
            side(&found.after),
            Cell::number(self.difference(writer, found), found.difference.to_f64().to_string()),
            interval.map_or_else(|| absent(writer.say("inquiry-no-interval")), Cell::Text),
            Cell::Status(guardrail_word(writer, self.metric.direction, found.interval.map(|interval| (interval.lower, interval.upper)))),
        ]
    }
}

/// The columns that [`Effect::cells`] fills.
pub(in crate::site::view) fn columns(writer: &Writer<'_>) -> Vec<Column> {
    let headings = [
        ("inquiry-metric", ColumnKind::Text),
        ("inquiry-before", ColumnKind::Number),
        ("inquiry-after", ColumnKind::Number),
        ("inquiry-difference", ColumnKind::Number),
        ("inquiry-interval", ColumnKind::Text),
        ("inquiry-reading", ColumnKind::Text),
    ];
    headings.into_iter().map(|(key, kind)| Column::new(writer.say(key), kind)).collect()
}

/// How a difference reads: better, worse, moved, or not told apart from none.
pub(in crate::site::view) fn guardrail_word(writer: &Writer<'_>, direction: Option<Direction>, interval: Option<(f64, f64)>) -> StatusWord {
    let word = |class, key: &'static str| StatusWord { class, word: writer.say(key) };
    let Some((lower, upper)) = interval else {
        return word("is-unknown", "inquiry-not-judged");
    };
    if lower <= 0.0 && upper >= 0.0 {
        return word("is-unknown", "inquiry-no-difference");
    }
    match (direction, lower > 0.0) {
        (Some(Direction::Increase), true) | (Some(Direction::Decrease), false) => word("is-meets", "inquiry-better"),
        (Some(Direction::Increase), false) | (Some(Direction::Decrease), true) => word("is-misses", "inquiry-worse"),
        _ => word("is-within", "inquiry-moved"),
    }
}

/// Why there is no comparison.
fn none(writer: &Writer<'_>, reason: NoComparison) -> String {
    match reason {
        NoComparison::TooFew { before, after } => {
            writer.fill("inquiry-too-few", &[("before", before.into()), ("after", after.into()), ("fewest", FEWEST_PERIODS.into())])
        }
        NoComparison::Overflow => writer.say("inquiry-overflow"),
    }
}

/// Table, pictures and method of several comparisons; `id` makes the table unique on its page.
pub(in crate::site::view) fn blocks(writer: &mut Writer<'_>, id: &str, caption: String, effects: &[Effect<'_>]) -> Vec<Block> {
    let mut blocks = pictures(writer, &caption, effects);
    let rows = effects.iter().map(|effect| Row { cells: effect.cells(writer), ..Row::default() }).collect();
    let columns = columns(writer);
    blocks.push(writer.table(Table {
        id: format!("{id}-table"),
        caption,
        caption_hidden: true,
        columns,
        groups: vec![RowGroup { rows, ..RowGroup::default() }],
        ..Table::default()
    }));
    let basis: Vec<String> = effects.iter().filter_map(|effect| basis(writer, effect)).collect();
    blocks.push(Block::Details {
        summary: writer.say("inquiry-basis"),
        open: true,
        blocks: basis.into_iter().map(|text| Block::Intro { text }).collect(),
    });
    blocks.retain(|block| !matches!(block, Block::Details { blocks, .. } if blocks.is_empty()));
    blocks.push(Block::Note { class: "", text: writer.say("inquiry-no-cause"), links: Vec::new() });
    blocks
}

/// The differences that have one, in a picture for each unit.
fn pictures(writer: &mut Writer<'_>, title: &str, effects: &[Effect<'_>]) -> Vec<Block> {
    let mut units: Vec<Unit> = Vec::new();
    for effect in effects.iter().filter(|effect| effect.found.is_ok()) {
        let unit = effect.metric.unit.of_difference();
        if units.iter().all(|known| known.code() != unit.code()) {
            units.push(unit);
        }
    }
    let mut blocks = Vec::new();
    for unit in units {
        let rows: Vec<Difference> = effects
            .iter()
            .filter(|effect| effect.metric.unit.of_difference().code() == unit.code())
            .filter_map(|effect| row(writer, effect))
            .collect();
        let name = writer.language().unit_name(unit).to_owned();
        blocks.push(differences(writer, title.to_owned(), &name, rows));
    }
    blocks
}

fn row(writer: &Writer<'_>, effect: &Effect<'_>) -> Option<Difference> {
    let found = effect.found.as_ref().ok()?;
    let interval = found.interval.as_ref().and_then(|interval| effect.interval(writer, interval));
    let difference = effect.difference(writer, found);
    let text = match interval {
        Some(interval) => writer.fill("inquiry-with-interval", &[("difference", difference.into()), ("interval", interval.into())]),
        None => difference,
    };
    Some(Difference {
        label: effect.record.envelope.title.clone(),
        value: found.difference.to_f64(),
        interval: found.interval.map(|interval| (interval.lower, interval.upper)),
        text,
    })
}

/// A picture of differences in one unit.
pub(in crate::site::view) fn differences(writer: &mut Writer<'_>, title: String, unit: &str, rows: Vec<Difference>) -> Block {
    let said: Vec<String> = rows.iter().map(|row| format!("{}: {}", row.label, row.text)).collect();
    let picture = Differences {
        id_prefix: writer.prefix(),
        title: title.clone(),
        description: said.join("; "),
        zero: writer.say("inquiry-zero"),
        rows,
    };
    let part = writer.picture(Picture::Differences(picture));
    let subtitle = writer.fill("inquiry-difference-unit", &[("unit", unit.into())]);
    // The heading of the section says the same.
    Block::Figure { title: String::new(), subtitle, label: title, part, notes: Vec::new(), events: Vec::new() }
}

/// Which periods and counts stand behind a comparison, and by which method it was made.
fn basis(writer: &Writer<'_>, effect: &Effect<'_>) -> Option<String> {
    let found = effect.found.as_ref().ok()?;
    let title = effect.record.envelope.title.as_str();
    let proportion = effect.metric.scoring == Scoring::Proportion;
    let mut said = vec![writer.fill(
        "inquiry-periods",
        &[
            ("metric", title.into()),
            ("count", found.before.periods.len().into()),
            ("before", stretch(writer, &found.before, proportion).into()),
            ("after", stretch(writer, &found.after, proportion).into()),
        ],
    )];
    said.push(method(writer, found.method));
    if !found.suspended.is_empty() {
        let named: Vec<String> = found.suspended.iter().map(|period| writer.language().period(*period)).collect();
        said.push(writer.fill("inquiry-suspended", &[("periods", named.join(", ").into())]));
    }
    if found.crosses_definitions {
        said.push(writer.say("inquiry-crosses"));
    }
    Some(said.join(" "))
}

/// A side in words: its periods, and its counts where the value is their quotient.
fn stretch(writer: &Writer<'_>, side: &Stretch, proportion: bool) -> String {
    let language = writer.language();
    let ends = |first: &Period, last: &Period| {
        writer.fill("inquiry-span", &[("first", language.short_period(*first).into()), ("last", language.short_period(*last).into())])
    };
    let span = side.periods.first().zip(side.periods.last()).map_or_else(String::new, |(first, last)| ends(first, last));
    match side.counts {
        Some((part, whole)) => {
            let counts = [("span", span.into()), ("part", language.number(part).into()), ("whole", language.number(whole).into())];
            writer.fill(if proportion { "inquiry-span-counts" } else { "inquiry-span-quotient" }, &counts)
        }
        None => span,
    }
}

fn method(writer: &Writer<'_>, method: Method) -> String {
    writer.say(match method {
        Method::Proportions => "inquiry-method-proportions",
        Method::WeightedProportions => "inquiry-method-weighted",
        Method::Means => "inquiry-method-means",
        Method::Pooled => "inquiry-method-pooled",
        Method::PeriodMeans => "inquiry-method-periods",
    })
}

/// A computed limit at a number of places, with its sign and unit.
fn signed_float(writer: &Writer<'_>, value: f64, places: u32, unit: Unit) -> Option<String> {
    let digits = usize::try_from(places).ok()?;
    let number = crate::model::Decimal::parse(&format!("{value:.digits$}")).ok()?.with_scale(places, Rounding::HalfEven)?;
    let number = if number.mantissa() == 0 { Exact::from_integer(0).round(places, Rounding::HalfEven)? } else { number };
    Some(signed(writer.language(), number, unit))
}
