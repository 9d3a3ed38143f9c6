//! Whether the actions that were done helped.

use super::Known;
use crate::language::capitalised;
use crate::model::Kind;
use crate::model::action::ActionState;
use crate::site::view::governance::{count_cell, day_cell, link_cell, number, owner_cell, state_cell, table, text};
use crate::site::view::{Block, Cell, Row, Section};
use crate::site::writer::Writer;

/// What is known of the effect of an action that was done.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Effect {
    Verified,
    Ineffective,
    NotYetTested,
    NoTest,
}

/// Actions that are still to be done or were given up have no effect to speak of.
fn effect(known: &Known<'_>) -> Option<Effect> {
    match known.action.state {
        ActionState::Verified => Some(Effect::Verified),
        ActionState::Ineffective => Some(Effect::Ineffective),
        ActionState::Implemented | ActionState::Closed if known.action.effectiveness_test.is_some() => Some(Effect::NotYetTested),
        ActionState::Implemented | ActionState::Closed => Some(Effect::NoTest),
        ActionState::Open | ActionState::InProgress | ActionState::Cancelled => None,
    }
}

/// The section.
pub(super) fn section(writer: &mut Writer<'_>, actions: &[Known<'_>]) -> Section {
    let title = writer.say("action-effect-title");
    let done: Vec<(&Known<'_>, Effect)> = actions.iter().filter_map(|known| Some((known, effect(known)?))).collect();
    if done.is_empty() {
        return Section::new("effect", title, vec![Block::Intro { text: writer.say("action-none-done") }]);
    }
    let count = |wanted: Effect| done.iter().filter(|(_, effect)| *effect == wanted).count();
    let (verified, ineffective) = (count(Effect::Verified), count(Effect::Ineffective));
    let tested = verified + ineffective;
    let mut blocks = vec![Block::Intro {
        text: writer.fill("action-effect-basis", &[("count", tested.into()), ("verified", verified.into()), ("done", done.len().into())]),
    }];
    let row = |words: String, count: usize, meaning: String| Row {
        cells: vec![Cell::Text(words), count_cell(writer, count), Cell::Text(meaning)],
        ..Row::default()
    };
    let rows = vec![
        row(writer.say("action-verified"), verified, writer.say("action-verified-meaning")),
        row(writer.say("action-ineffective"), ineffective, writer.say("action-ineffective-meaning")),
        row(writer.say("action-not-tested"), count(Effect::NotYetTested), writer.say("action-not-tested-meaning")),
        row(writer.say("action-no-test"), count(Effect::NoTest), writer.say("action-no-test-meaning")),
    ];
    let columns = vec![text(writer.say("action-effect")), number(writer.say("governance-actions")), text(writer.say("governance-meaning"))];
    let caption = writer.say("action-effect-caption");
    blocks.push(table(writer, "effect", caption, columns, rows));
    blocks.extend(listed(writer, &done));
    Section::new("effect", title, blocks)
}

/// The actions that did not help or whose effect is not yet known.
fn listed(writer: &mut Writer<'_>, done: &[(&Known<'_>, Effect)]) -> Option<Block> {
    let row = |known: &Known<'_>| Row {
        cells: vec![
            link_cell(writer, &known.record.reference()),
            state_cell(writer, known.record),
            owner_cell(writer, known.record),
            known.action.effect_metric.as_ref().map_or(Cell::Empty, |metric| link_cell(writer, metric.record())),
            day_cell(writer, known.action.due),
        ],
        ..Row::default()
    };
    let open = |effect: Effect| matches!(effect, Effect::Ineffective | Effect::NotYetTested);
    let rows: Vec<Row> = done.iter().filter(|(_, effect)| open(*effect)).map(|(known, _)| row(known)).collect();
    if rows.is_empty() {
        return None;
    }
    let columns = vec![
        text(capitalised(&writer.language().kind(Kind::Action))),
        text(writer.say("governance-state")),
        text(writer.say("governance-owner")),
        text(writer.say("action-effect-metric")),
        text(writer.say("governance-due")),
    ];
    let caption = writer.say("action-effect-listed");
    Some(table(writer, "effect-listed", caption, columns, rows))
}
