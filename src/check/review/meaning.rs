//! The statement of two people that a change of prose leaves its meaning as it was.

use super::case::{Case, Spoken, listed};
use super::parties::{Authors, holds_any_role, is_same_person};
use super::verdict::Shortfall;
use crate::diff::{FieldEdit, rules::governance};
use crate::model::{ChangeClass, Kind, RecordRef, Scalar, Shape};

/// People who have to state it.
const FEWEST_PEOPLE: usize = 2;

/// Fields that say which text is meant, not what it says.
pub(super) const OF_THE_VERSION: [&str; 2] = ["version", "effective_from"];

/// Those whose word the lower class rests on, or why the statement does not hold; nothing where nobody states it.
pub(super) fn stated(case: &Case<'_>, spoken: &Spoken<'_>) -> Option<Result<Vec<RecordRef>, Box<Shortfall>>> {
    let statement = spoken.change.meaning_unchanged.as_ref()?;
    let mut reasons: Vec<String> = case.edited.edits.iter().filter(|edit| is_more_than_prose(case, edit)).map(of_edit).collect();
    let authors = Authors::of(case, spoken);
    let day = spoken.change.submitted_on(&spoken.record.id).unwrap_or(spoken.change.effective);
    let mut people: Vec<&RecordRef> = Vec::new();
    for party in statement.stated_by.iter().map(crate::model::reference::Reference::record) {
        if !authors.leaves_free(party, day) {
            reasons.push(format!("`{party}`, who made the change"));
        } else if !holds_any_role(case.after, party, day) {
            reasons.push(format!("`{party}`, who has no role on `{day}`"));
        } else if !people.iter().any(|known| is_same_person(case.after, known, party)) {
            people.push(party);
        }
    }
    if reasons.is_empty() && people.len() < FEWEST_PEOPLE {
        reasons.push(if people.is_empty() {
            "nobody".to_owned()
        } else {
            listed(&people.iter().map(|party| format!("`{party}`")).collect::<Vec<_>>())
        });
    }
    if reasons.is_empty() {
        return Some(Ok(people.into_iter().cloned().collect()));
    }
    let message = format!(
        "expected prose alone and two people with a role who did not make the change to state in `{}` that its meaning is unchanged, found {}",
        spoken.record.reference(),
        listed(&reasons)
    );
    let help = "have two people with a role state it under `meaning_unchanged`, or give a bridge".to_owned();
    let place = spoken.record.key_place("meaning_unchanged");
    Some(Err(Box::new(case.shortfall(&governance::UNCHANGED_UNPROVEN, "meaning_unchanged", place, message, help))))
}

fn of_edit(edit: &FieldEdit) -> String {
    if edit.field.is_empty() { "an edit of the record as a whole".to_owned() } else { format!("an edit of `{}`", edit.field) }
}

/// Whether an edit does more than word a text otherwise.
fn is_more_than_prose(case: &Case<'_>, edit: &FieldEdit) -> bool {
    let decides = edit.class > Some(ChangeClass::Editorial) && !OF_THE_VERSION.contains(&edit.field.as_str());
    let reworded = edit.before.is_some() && edit.after.is_some() && is_prose(case.edited.record.kind, &edit.field);
    decides && !reworded
}

/// Whether a field holds prose; keys of list items in brackets are left out of its path.
fn is_prose(kind: Kind, path: &str) -> bool {
    let mut depth = 0_usize;
    let plain: String = path
        .chars()
        .filter(|letter| {
            depth += usize::from(*letter == '[');
            let outside = depth == 0;
            depth -= usize::from(*letter == ']' && depth > 0);
            outside
        })
        .collect();
    let mut shape = None;
    let mut fields = kind.shape();
    for step in plain.split('.') {
        let Some(field) = fields.field(step) else {
            return false;
        };
        let mut inner = &field.shape;
        while let Shape::List(item) | Shape::Map(item) = inner {
            inner = item;
        }
        if let Shape::Record(next) = inner {
            fields = next;
        }
        shape = Some(inner);
    }
    matches!(shape, Some(Shape::Scalar(Scalar::Prose)))
}
