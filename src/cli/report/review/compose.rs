//! Makes the document of a review: what is shown at a depth, in which order, and how much it weighs.

use serde_json::Value;

use super::document::{Approver, Class, Document, Edit, Missing, ReachedEntry, RecordEntry, ReleaseEntry, Spot, State, Step, Weight};
use super::verdict::{FailOn, verdict};
use crate::app::{Compared, DiffOutcome, StateName};
use crate::catalog::Catalog;
use crate::check::review::{Lowering, Reviewed};
use crate::diff::{Canonical, FieldEdit, RecordChange, ReleaseChange, RowEdit};
use crate::model::{AnyRecord, ChangeClass, RecordRef};

/// How much is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::cli) enum Depth {
    /// What is breaking, and what changes lack.
    Breaking,
    /// All but wording.
    Changelog,
    /// Everything.
    Full,
}

impl Depth {
    /// Every name.
    pub(in crate::cli) const NAMES: [&'static str; 3] = ["breaking", "changelog", "full"];

    /// The depth of a name.
    pub(in crate::cli) fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "breaking" => Self::Breaking,
            "changelog" => Self::Changelog,
            "full" => Self::Full,
            _ => return None,
        })
    }
}

/// Makes the document.
pub(in crate::cli) fn compose(outcome: &DiffOutcome, compared: &Compared, depth: Depth, fail_on: FailOn) -> Document {
    let composer = Composer { compared, before_lines: outcome.before.has_lines, after_lines: outcome.after.has_lines };
    let review = &compared.review;
    let mut records: Vec<RecordEntry> =
        review.comparison.records.iter().zip(&review.reviewed).map(|(change, said)| composer.record(change, said)).collect();
    let mut releases: Vec<ReleaseEntry> = review.comparison.releases.iter().map(|change| composer.release(change)).collect();
    // Nothing can agree to a change of settings, so that their rules weigh what they weigh.
    let mut settings: Vec<Edit> = review.comparison.settings.iter().map(|edit| composer.field(edit, true)).collect();
    let verdict = verdict(&records, &settings, &releases, fail_on);
    let mut left_out = keep(&mut settings, depth);
    for record in &mut records {
        left_out += keep(&mut record.edits, depth);
    }
    for release in &mut releases {
        left_out += keep(&mut release.edits, depth);
    }
    records.retain(|record| !record.edits.is_empty() || !record.missing.is_empty());
    releases.retain(|release| !release.edits.is_empty());
    Document {
        format: 1,
        tool: format!("Tickmark {}", env!("CARGO_PKG_VERSION")),
        before: state(&outcome.before),
        after: state(&outcome.after),
        folder: outcome.folder.clone(),
        notes: outcome.notes.clone(),
        verdict,
        class: review.class().map(Class::from),
        complete: review.is_complete(),
        records,
        settings,
        releases,
        left_out,
    }
}

fn state(name: &StateName) -> State {
    State { label: name.label.clone(), commit: name.commit.clone(), prefix: name.prefix.clone() }
}

/// Keeps what a depth shows; gives how many it leaves out.
fn keep(edits: &mut Vec<Edit>, depth: Depth) -> usize {
    let before = edits.len();
    edits.retain(|edit| match depth {
        Depth::Full => true,
        Depth::Changelog => edit.class != Some(Class::Editorial) || edit.level > Weight::Information,
        Depth::Breaking => edit.class == Some(Class::Breaking) || (edit.class.is_none() && edit.level == Weight::Error),
    });
    before - edits.len()
}

struct Composer<'a> {
    compared: &'a Compared,
    before_lines: bool,
    after_lines: bool,
}

impl Composer<'_> {
    fn record(&self, change: &RecordChange, said: &Reviewed) -> RecordEntry {
        let missing: Vec<Missing> = said
            .shortfalls
            .iter()
            .map(|shortfall| Missing {
                rule: shortfall.rule.id.to_owned(),
                level: shortfall.rule.level.into(),
                message: shortfall.message.clone(),
                help: shortfall.help.clone(),
                place: Spot::new(&shortfall.place, self.after_lines),
                fingerprint: shortfall.fingerprint.clone(),
            })
            .collect();
        let lacks = missing.iter().any(|missing| missing.level > Weight::Information);
        let (before, after) = change.versions();
        let (proposed_by, approved_by) = said.change.as_ref().map_or((None, Vec::new()), |change| self.agreement(change));
        RecordEntry {
            record: change.record.to_string(),
            renamed_from: change.renamed_from.as_ref().map(ToString::to_string),
            title: change.title.clone(),
            class: said.class.map(Class::from),
            class_by_fields: change.class.map(Class::from),
            lowered: said.lowered.as_ref().map(|lowering| self.lowering(lowering)),
            version_before: before.map(|version| version.to_string()),
            version_after: after.map(|version| version.to_string()),
            change: said.change.as_ref().map(ToString::to_string),
            proposed_by,
            approved_by,
            edits: change.edits.iter().map(|edit| self.field(edit, lacks)).collect(),
            missing,
            reached: change
                .impact
                .iter()
                .map(|reached| ReachedEntry {
                    record: reached.record.to_string(),
                    path: reached.path.iter().map(|(record, field)| Step { record: record.to_string(), field: field.clone() }).collect(),
                })
                .collect(),
        }
    }

    fn release(&self, change: &ReleaseChange) -> ReleaseEntry {
        // Nothing can agree to an edit of results, so that their rules weigh what they weigh.
        let edits = change.edits.iter().map(|edit| self.field(edit, true));
        let mut edits: Vec<Edit> = edits.chain(change.rows.iter().map(|row| self.row(row))).collect();
        edits.sort_by_key(|edit| std::cmp::Reverse(edit.level));
        ReleaseEntry { release: format!("release/{}", change.release), edits }
    }

    fn field(&self, edit: &FieldEdit, lacks: bool) -> Edit {
        let level = Weight::from(edit.rule.level);
        Edit {
            rule: edit.rule.id.to_owned(),
            level: if lacks { level } else { level.min(Weight::Warning) },
            class: edit.class.map(Class::from),
            message: edit.message(),
            field: edit.field.clone(),
            before: edit.before.as_ref().map(value),
            after: edit.after.as_ref().map(value),
            before_place: edit.before_place.as_ref().map(|place| Spot::new(place, self.before_lines)),
            after_place: edit.after_place.as_ref().map(|place| Spot::new(place, self.after_lines)),
            fingerprint: edit.fingerprint.clone(),
        }
    }

    fn row(&self, edit: &RowEdit) -> Edit {
        let columns = |texts: Vec<(&String, &Option<String>)>| {
            let named = texts.into_iter().filter_map(|(name, text)| Some((name.clone(), Value::String(text.clone()?))));
            let columns: serde_json::Map<String, Value> = named.collect();
            (!columns.is_empty()).then_some(Value::Object(columns))
        };
        Edit {
            rule: edit.rule.id.to_owned(),
            level: edit.rule.level.into(),
            class: None,
            message: edit.message(),
            field: String::new(),
            before: columns(edit.columns.iter().map(|(name, before, _)| (name, before)).collect()),
            after: columns(edit.columns.iter().map(|(name, _, after)| (name, after)).collect()),
            before_place: edit.before_place.as_ref().map(|place| Spot::new(place, self.before_lines)),
            after_place: edit.after_place.as_ref().map(|place| Spot::new(place, self.after_lines)),
            fingerprint: edit.fingerprint.clone(),
        }
    }

    fn agreement(&self, change: &RecordRef) -> (Option<String>, Vec<Approver>) {
        let after = &self.compared.after;
        let Some(AnyRecord::Change(change)) = after.record(change).map(|record| &record.fields) else {
            return (None, Vec::new());
        };
        let approvals = change.approvals.iter().map(|approval| Approver {
            who: approval.who.to_string(),
            name: name(after, approval.who.record()),
            role: approval.role.clone(),
            date: approval.date.to_string(),
        });
        (Some(name(after, change.proposer.record())), approvals.collect())
    }

    fn lowering(&self, lowering: &Lowering) -> String {
        let lowest = |class: ChangeClass| class.name();
        match lowering {
            Lowering::Bridge { change, rows } => format!(
                "{}, since {} of the bridge in `{change}` stay below materiality",
                lowest(ChangeClass::Material),
                crate::diag::plural(*rows, "row")
            ),
            Lowering::MeaningUnchanged { change, stated_by } => {
                let names: Vec<String> = stated_by.iter().map(|record| name(&self.compared.after, record)).collect();
                format!("{} on the word of {} in `{change}`", lowest(ChangeClass::Editorial), names.join(" and "))
            }
        }
    }
}

/// The title of a person or body.
fn name(catalog: &Catalog, record: &RecordRef) -> String {
    catalog.record(record).map_or_else(|| record.to_string(), |record| record.envelope.title.clone())
}

/// A value as JSON.
pub(super) fn value(canonical: &Canonical) -> Value {
    match canonical {
        Canonical::Text(text) => Value::String(text.clone()),
        Canonical::List(items) => items.iter().map(value).collect(),
        Canonical::Map(entries) => Value::Object(entries.iter().map(|(key, inner)| (key.clone(), value(inner))).collect()),
    }
}
