//! What a change does to the figures, and what it still needs before it may come into force.

use super::change_effect;
use crate::catalog::CellScope;
use crate::model::change::{BridgeRow, Change, ChangeState};
use crate::model::{Decimal, Exact, Id, Kind, Metric, Rounding};
use crate::site::view::governance::{Need, missing, number, table, text};
use crate::site::view::{Block, Cell, Column, Row, Section};
use crate::site::writer::Writer;
use crate::source::Record;
use crate::stats::bridge;

/// Places of a ratio.
const RATIO_PLACES: u32 = 6;

/// Places of a mean difference beyond those of the values.
const MORE_PLACES: u32 = 2;

/// The sections.
pub(super) fn sections(writer: &mut Writer<'_>, record: &Record, change: &Change) -> Vec<Section> {
    let mut sections = bridges(writer, change);
    sections.extend(approval(writer, record, change));
    sections
}

/// What is missing, and how long the agreement took.
fn approval(writer: &Writer<'_>, record: &Record, change: &Change) -> Option<Section> {
    if matches!(change.state, ChangeState::Draft | ChangeState::Rejected) {
        return None;
    }
    let mut blocks = vec![Block::Intro {
        text: match missing(change) {
            Some(Need::Committee) => writer.say("change-lacks-committee"),
            Some(Need::SomebodyElse) => writer.say("change-lacks-somebody"),
            None => writer.say("change-lacks-nothing"),
        },
    }];
    let open = change.gates.iter().filter(|gate| gate.met_on.is_none()).count();
    if !change.gates.is_empty() {
        blocks.push(Block::Intro { text: writer.fill("change-gates", &[("count", change.gates.len().into()), ("open", open.into())]) });
    }
    let last = change.approvals.iter().map(|approval| approval.date).max();
    if let Some((submitted, last)) = change.submitted_on(&record.id).zip(last) {
        let days = submitted.days_until(last).max(0).unsigned_abs();
        let language = writer.language();
        let fills = [("count", days.into()), ("from", language.date(submitted).into()), ("to", language.date(last).into())];
        blocks.push(Block::Intro { text: writer.fill("change-approval-took", &fills) });
    }
    Some(Section::new("agreement", writer.say("change-agreement-title"), blocks))
}

/// The rows of one metric and part of its results.
pub(super) struct Stretch<'a> {
    pub(super) metric: Option<&'a Id>,
    pub(super) scope: &'a CellScope,
    /// By period.
    pub(super) rows: Vec<&'a BridgeRow>,
}

fn stretches(change: &Change) -> Vec<Stretch<'_>> {
    let only = || {
        let mut metrics = change.targets.iter().map(|target| target.record.record()).filter(|target| target.kind == Kind::Metric);
        metrics.next().filter(|_| metrics.next().is_none()).map(|metric| &metric.id)
    };
    let mut stretches: Vec<Stretch<'_>> = Vec::new();
    for row in &change.bridge {
        let metric = row.metric.as_ref().map(crate::model::reference::Reference::id).or_else(only);
        match stretches.iter_mut().find(|stretch| stretch.metric == metric && *stretch.scope == row.scope) {
            Some(stretch) => stretch.rows.push(row),
            None => stretches.push(Stretch { metric, scope: &row.scope, rows: vec![row] }),
        }
    }
    for stretch in &mut stretches {
        stretch.rows.sort_by_key(|row| row.period);
    }
    stretches
}

fn bridges(writer: &mut Writer<'_>, change: &Change) -> Vec<Section> {
    let (mut blocks, mut effects) = (Vec::new(), Vec::new());
    for (position, stretch) in stretches(change).iter().enumerate() {
        bridge_blocks(writer, position, stretch, &mut blocks);
        effects.extend(change_effect::blocks(writer, position, change, stretch));
    }
    if blocks.is_empty() {
        return Vec::new();
    }
    blocks.push(Block::Intro { text: writer.say("change-bridge-method") });
    let mut sections = vec![Section::new("bridge", writer.language().field("bridge"), blocks)];
    if !effects.is_empty() {
        sections.push(Section::new("effect", writer.say("change-effect-title"), effects));
    }
    sections
}

fn bridge_blocks(writer: &mut Writer<'_>, position: usize, stretch: &Stretch<'_>, blocks: &mut Vec<Block>) {
    let site = writer.site;
    let metric = stretch.metric.and_then(|id| site.catalog().metric(id));
    let fields = metric.map(|(_, metric)| metric);
    let name = metric.map_or_else(|| writer.say("governance-value"), |(record, _)| record.envelope.title.clone());
    let codes: Vec<String> = stretch.scope.iter().map(|(segment, code)| format!("{segment} {code}")).collect();
    let caption = if codes.is_empty() { name } else { format!("{name}, {}", codes.join(", ")) };
    let pairs: Vec<(Decimal, Decimal)> = stretch.rows.iter().map(|row| (row.old, row.new)).collect();
    let rows = stretch.rows.iter().map(|row| bridge_row(writer, fields, row)).collect();
    let columns: Vec<Column> = vec![
        text(writer.say("governance-period")),
        number(writer.say("change-old")),
        number(writer.say("change-new")),
        number(writer.say("change-difference")),
        number(writer.say("change-ratio")),
    ];
    blocks.push(table(writer, &format!("bridge-{}", position + 1), caption, columns, rows));
    if let Some(bridge) = bridge(&pairs) {
        let places = pairs.iter().map(|(old, new)| old.scale().max(new.scale())).max().unwrap_or_default() + MORE_PLACES;
        let mean = bridge.mean_difference.round(places, Rounding::HalfEven).map(|mean| difference(writer, fields, mean));
        let ratio = bridge.ratio.and_then(|ratio| ratio.round(RATIO_PLACES, Rounding::HalfEven));
        let none = || writer.say("governance-none");
        let fills = [
            ("count", bridge.periods.into()),
            ("mean", mean.unwrap_or_else(none).into()),
            ("ratio", ratio.map_or_else(none, |ratio| writer.language().number(ratio)).into()),
        ];
        blocks.push(Block::Intro { text: writer.fill("change-bridge-result", &fills) });
    }
}

fn bridge_row(writer: &Writer<'_>, metric: Option<&Metric>, row: &BridgeRow) -> Row {
    let language = writer.language();
    let value = |value: Decimal| {
        let text = metric.map_or_else(|| language.number(value), |metric| language.with_unit(value, metric.unit));
        Cell::number(text, value.to_string())
    };
    let (old, new) = (row.old.exact(), row.new.exact());
    let places = row.old.scale().max(row.new.scale());
    let between = new.checked_sub(old).and_then(|exact| exact.round(places, Rounding::HalfEven));
    let ratio =
        if old.is_zero() { None } else { new.checked_div(old).and_then(|exact: Exact| exact.round(RATIO_PLACES, Rounding::HalfEven)) };
    Row {
        cells: vec![
            Cell::Time { iso: row.period.to_string(), label: language.short_period(row.period) },
            value(row.old),
            value(row.new),
            between.map_or(Cell::Empty, |between| Cell::number(difference(writer, metric, between), between.to_string())),
            ratio.map_or(Cell::Empty, |ratio| Cell::number(language.number(ratio), ratio.to_string())),
        ],
        ..Row::default()
    }
}

/// A difference with its sign, also where it is above zero.
pub(super) fn difference(writer: &Writer<'_>, metric: Option<&Metric>, value: Decimal) -> String {
    let language = writer.language();
    let sign = if value > Decimal::from_integer(0) { "+" } else { "" };
    let text = metric.map_or_else(|| language.number(value), |metric| language.with_unit(value, metric.unit.of_difference()));
    format!("{sign}{text}")
}
