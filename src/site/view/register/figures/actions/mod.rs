//! The actions as a whole: where they stand, how old the open ones are, how fast they are closed, and whether they helped.

mod ageing;
mod closing;
mod counts;
mod effect;

use crate::model::action::{Action, ActionState};
use crate::model::{Date, RecordRef};
use crate::site::view::Section;
use crate::site::view::governance::tallies;
use crate::site::writer::Writer;
use crate::source::Record;

/// An action with what its record says of time.
#[derive(Clone, Copy)]
struct Known<'a> {
    record: &'a Record,
    action: &'a Action,
    opened: Option<Date>,
}

impl Known<'_> {
    /// Whether it has still to be done although its day has gone by.
    fn is_overdue(&self, as_of: Date) -> bool {
        self.action.is_to_do() && self.action.due < as_of
    }

    fn owner(&self) -> Option<&RecordRef> {
        self.record.envelope.owner.as_ref().map(crate::model::reference::Reference::record)
    }
}

/// The sections; nothing where there is no action.
pub(super) fn sections(writer: &mut Writer<'_>) -> Vec<Section> {
    let actions: Vec<Known<'_>> =
        writer.site.catalog().actions().map(|(record, action)| Known { record, action, opened: action.opened_on(&record.id) }).collect();
    if actions.is_empty() {
        return Vec::new();
    }
    let mut sections = vec![standing(writer, &actions)];
    sections.extend(ageing::section(writer, &actions));
    sections.extend(closing::section(writer, &actions));
    sections.push(effect::section(writer, &actions));
    sections.push(counts::section(writer, &actions));
    sections
}

fn standing(writer: &Writer<'_>, actions: &[Known<'_>]) -> Section {
    let as_of = writer.site.report().as_of;
    let count = |test: &dyn Fn(&Known<'_>) -> bool| actions.iter().filter(|known| test(known)).count();
    let to_do = count(&|known| known.action.is_to_do());
    let overdue = count(&|known| known.is_overdue(as_of));
    let waiting = count(&|known| known.action.is_open() && !known.action.is_to_do());
    let ended = count(&|known| !known.action.is_open());
    let verified = count(&|known| known.action.state == ActionState::Verified);
    let blocks = vec![tallies(
        writer,
        vec![
            (to_do, writer.fill("action-tally-to-do", &[("count", to_do.into())])),
            (overdue, writer.fill("action-tally-overdue", &[("count", overdue.into())])),
            (waiting, writer.fill("action-tally-waiting", &[("count", waiting.into())])),
            (ended, writer.fill("action-tally-ended", &[("count", ended.into())])),
            (verified, writer.fill("action-tally-verified", &[("count", verified.into())])),
        ],
    )];
    Section::new("standing", writer.say("action-standing-title"), blocks)
}
