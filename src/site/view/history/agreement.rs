//! Who agreed to a step, and whether the agreement is complete.

use super::step::Step;
use crate::language::capitalised;
use crate::model::ChangeClass;
use crate::model::change::Change;
use crate::site::view::governance::{Need, missing};
use crate::site::view::{Badge, Fact, Span};
use crate::site::writer::Writer;

/// The class of a change as a badge.
pub(in crate::site::view) fn class_badge(writer: &Writer<'_>, class: ChangeClass) -> Badge {
    let class_name = if class == ChangeClass::Breaking { "is-alert" } else { "" };
    Badge { class: class_name, word: writer.language().code(class.name()) }
}

/// The class, the change that speaks for a step, and who agreed; nothing where the step has no class and no change.
pub(super) fn facts(writer: &Writer<'_>, step: &Step<'_>) -> Vec<Fact> {
    let mut facts = Vec::new();
    if let Some(class) = step.class() {
        let mut values = vec![Span::Badge(class_badge(writer, class))];
        if let Some(computed) = step.computed().filter(|computed| *computed != class) {
            let fields = writer.language().code(computed.name());
            values.push(Span::Remark { text: writer.fill("history-class-lowered", &[("class", fields.into())]) });
        }
        facts.push(Fact { label: writer.say("history-class"), values });
    }
    let Some((record, change)) = step.agreed else {
        return facts;
    };
    facts.push(Fact { label: capitalised(&writer.language().kind(record.kind)), values: vec![writer.span(&record.reference())] });
    let mut values: Vec<Span> = Vec::new();
    for approval in &change.approvals {
        values.push(writer.span(approval.who.record()));
        let day = writer.language().short_date(approval.date);
        values.push(Span::Remark { text: writer.fill("history-approval", &[("role", (&approval.role).into()), ("date", day.into())]) });
    }
    values.push(Span::Text { text: completeness(writer, change) });
    facts.push(Fact { label: writer.say("history-agreed-by"), values });
    facts
}

/// Whether everybody has agreed whose agreement the declared class demands.
pub(super) fn completeness(writer: &Writer<'_>, change: &Change) -> String {
    match (missing(change), change.is_waiting()) {
        (Some(Need::Committee), _) => writer.say("change-needs-committee"),
        (Some(Need::SomebodyElse), _) => writer.say("change-needs-somebody"),
        (None, true) => writer.say("change-waits"),
        (None, false) => writer.say("history-agreement-complete"),
    }
}
