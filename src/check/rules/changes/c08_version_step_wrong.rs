//! C08: a version was not raised, or by the wrong part.

use super::c01_unapproved_change::is_unapproved;
use super::naming::naming;
use crate::catalog::NamingChange;
use crate::check::context::Context;
use crate::check::facts::changes::CountedChange;
use crate::check::result::Failed;
use crate::check::review::step;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::diff::rules::version_and_time as rules;
use crate::model::ChangeClass;
use crate::source::Record;

check! {
    /// A version was not raised with a change, or by a smaller step than its class demands.
    ///
    /// # What it does
    ///
    /// Of every change in the history that counts it compares the step of the version with the class of the edits: a breaking change raises the first
    /// part of the version, a material one the second, a minor one the third; more is always allowed. Of every record of a change it compares the
    /// step from `from` to `to` with the declared class, and asks that a change which is in force has arrived in the record that it names.
    ///
    /// # Why it matters to an auditor
    ///
    /// The version ties a figure to the text by which it was made. Two texts under one version leave nobody able to say which of them was meant.
    ///
    /// # Example
    ///
    /// ```yaml
    /// declared_class: breaking
    /// targets:
    ///   - {record: metric/repeat-contacts, from: 1.0.0, to: 1.1.0}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// targets:
    ///   - {record: metric/repeat-contacts, from: 1.0.0, to: 2.0.0}
    /// ```
    ///
    /// # Configuration
    ///
    /// `history.since` in `tickmark.yaml` says from which commit on changes count. A change that nobody agreed to is told by C01 alone, and a
    /// version that has fallen and not risen again by D07. Where a record stands in its life and when it was or will be reviewed (`state`, `last_reviewed`,
    /// `review_by`) may be written without a new version, unless the field decides a figure.
    "C08" "version-step-wrong" {
        severity: Severity::Error,
        supports: &[Assertion::Integrity],
        mark: None,
        inputs: "every commit that changed the definition, and the records of changes that name it",
        expects: "the version rises with every change, by the part that its class demands",
        looks: Looks::Records(super::VERSIONED, test),
    }
}

/// Fields that say how a record stands and not what it means; an edit of them makes no second text under one version.
const STANDING: [&str; 3] = ["last_reviewed", "review_by", "state"];

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let (catalog, changes) = (context.catalog, context.changes());
    let reference = record.reference();
    for counted in changes.counted(&reference).iter().filter(|counted| counted.is_bound() && is_versioned(counted)) {
        if !is_unapproved(catalog, record, counted) && !has_fallen(record, counted) {
            sheet.test(wrong_step(record, counted));
        }
    }
    for naming in naming(catalog, &reference) {
        test_step(context, record, &naming, sheet);
    }
    if changes.is_unread(&reference) {
        sheet.untestable("an earlier text of it cannot be read");
    } else if !changes.has_history {
        sheet.untestable("there is no history that counts");
    } else if sheet.tested == 0 {
        sheet.not_applicable("nothing in the history that counts changed it, and no record of a change names its versions");
    }
}

/// Whether a change has to raise the version, or did alter it.
fn is_versioned(counted: &CountedChange) -> bool {
    let (before, after) = counted.edited.versions();
    let standing = |field: &str| STANDING.contains(&field);
    let mut weighty = counted.edited.edits.iter().filter(|edit| edit.class > Some(ChangeClass::Editorial));
    let means = weighty.any(|edit| edit.class > Some(ChangeClass::Minor) || !standing(&edit.field));
    before != after || (means && counted.reviewed.class > Some(ChangeClass::Editorial))
}

/// Whether the record still stands below the version that a change found, which D07 tells.
fn has_fallen(record: &Record, counted: &CountedChange) -> bool {
    let (before, after) = counted.edited.versions();
    let today = record.versioning.map(|versioning| versioning.version);
    after.is_some() && after < before && today < before
}

/// What the review says of the version that a change left behind.
fn wrong_step(record: &Record, counted: &CountedChange) -> Option<Failed> {
    let about_version = [&rules::VERSION_NOT_RAISED, &rules::VERSION_DECREASED, &rules::CLASS_UNDERSTATED];
    let mut found = counted.reviewed.shortfalls.iter().filter(|shortfall| {
        let of_record = counted.edited.after.as_ref().is_some_and(|text| shortfall.place.path.as_ref() == text.source.path());
        of_record && about_version.contains(&shortfall.rule)
    });
    // Said at the line as it stands today; the text of then is not at hand.
    found.next().map(|shortfall| {
        let message = format!("{}, in the change made {}", shortfall.message, counted.when());
        Failed::new(record.place("version"), message, &shortfall.help)
    })
}

fn test_step(context: &Context<'_>, record: &Record, naming: &NamingChange<'_>, sheet: &mut Sheet) {
    let name = naming.record.reference();
    let declared = naming.change.declared_class.class();
    let (Some(to), Some(versioning)) = (naming.target.to, record.versioning) else {
        return;
    };
    if let Some(from) = naming.target.from {
        let place = naming.record.place(&format!("targets.{}.to", naming.position));
        let rises = to > from && step(from, to) >= declared.min(ChangeClass::Breaking);
        let needed = declared.max(ChangeClass::Minor);
        sheet.test((!rises && declared > ChangeClass::Editorial).then(|| {
            let part = match needed {
                ChangeClass::Breaking => "first",
                ChangeClass::Material => "second",
                ChangeClass::Minor | ChangeClass::Editorial => "third",
            };
            let message =
                format!("expected `{name}`, a {} change, to raise the {part} part of version `{from}`, found `{to}`", declared.name());
            Failed::new(place, message, format!("raise the {part} part of the version, or declare another class"))
        }));
    }
    if naming.change.is_agreed() && naming.change.effective <= context.as_of() {
        sheet.test((versioning.version < to).then(|| {
            let reference = record.reference();
            let message = format!(
                "expected `{reference}` in version `{to}`, as `{name}` says since `{}`, found `{}`",
                naming.change.effective, versioning.version
            );
            Failed::new(record.place("version"), message, format!("make the change that `{name}` speaks of, or end that change"))
                .values(to.to_string(), versioning.version.to_string())
        }));
    }
}
