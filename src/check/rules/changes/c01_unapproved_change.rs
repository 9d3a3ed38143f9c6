//! C01: the text of a definition changed, or a new version holds, without an approved change.

use super::naming::{change, naming};
use crate::catalog::{Catalog, NamingChange};
use crate::check::context::Context;
use crate::check::facts::changes::CountedChange;
use crate::check::mark::Mark;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::{AnyRecord, ChangeClass, Kind, State};
use crate::source::Record;

check! {
    /// The text that decides a figure changed without an approved change.
    ///
    /// # What it does
    ///
    /// Compares the definition before and after every commit that counts, and what is not committed yet. Where a field differs that decides figures or
    /// their judgement, it looks for a record of the change that names the record and its versions, is in state `approved`, `effective` or
    /// `reviewed`, and holds an approval: of a committee where the change is breaking. The same is asked of the change that names the version now in force.
    /// White space, comments, the order of fields and written-out defaults are no change, and nor is prose of which two people state that its meaning
    /// is the same.
    ///
    /// # Why it matters to an auditor
    ///
    /// A definition is the criterion against which a figure is tested. If it can be edited unseen, a figure can be made right by changing what it means.
    ///
    /// # Example
    ///
    /// ```yaml
    /// # a commit turns this
    /// numerator: Calls answered within 30 seconds.
    /// # into this, and no record under `content/changes/` names the metric
    /// numerator: Calls answered within 60 seconds.
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// # content/changes/2026-03-02-answered-in-a-minute.yaml
    /// state: approved
    /// targets:
    ///   - {record: metric/answered-in-time, from: 1.0.0, to: 2.0.0}
    /// approvals:
    ///   - {who: committee/measures-board, role: Board for definitions, date: 2026-03-19}
    /// ```
    ///
    /// # Configuration
    ///
    /// `history.since` in `tickmark.yaml` says from which commit on changes count. Without a history only the change of the version in force is tested, and
    /// the rest is reported as not testable. Metrics in state `proposed` may be edited freely.
    "C01" "unapproved-change" {
        severity: Severity::Error,
        supports: &[Assertion::Authorisation],
        mark: Some(Mark::Defined),
        inputs: "every commit that changed the definition, and the records of changes",
        expects: "an approved change speaks for every change of the text that decides figures",
        looks: Looks::Records(super::VERSIONED, test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    if matches!(&record.fields, AnyRecord::Metric(metric) if metric.state == State::Proposed) {
        return sheet.not_applicable("it is only proposed");
    }
    let (catalog, changes) = (context.catalog, context.changes());
    let reference = record.reference();
    let mut spoken = Vec::new();
    for counted in changes.counted(&reference).iter().filter(|counted| decides(counted)) {
        spoken.extend(counted.reviewed.change.as_ref());
        sheet.test(unapproved(catalog, record, counted));
    }
    for naming in naming(catalog, &reference).filter(|naming| brought_in(record, naming)) {
        if !spoken.contains(&&naming.record.reference()) {
            sheet.used(naming.record.reference().to_string());
            sheet.test(in_force_without_agreement(context, record, &naming));
        }
    }
    if changes.is_unread(&reference) {
        sheet.untestable("an earlier text of it cannot be read");
    } else if !changes.has_history {
        sheet.untestable("there is no history that counts");
    } else if sheet.tested == 0 {
        // The whole history that counts was looked at, and nothing in it changed the text.
        sheet.pass();
    }
}

/// Whether a change needs an approval: it alters the text that decides figures, and something rested on that text.
fn decides(counted: &CountedChange) -> bool {
    counted.is_normative && counted.is_bound() && counted.reviewed.class > Some(ChangeClass::Editorial)
}

/// Whether a change decides figures and nobody who has to has agreed.
pub(super) fn is_unapproved(catalog: &Catalog, record: &Record, counted: &CountedChange) -> bool {
    decides(counted) && unapproved(catalog, record, counted).is_some()
}

fn unapproved(catalog: &Catalog, record: &Record, counted: &CountedChange) -> Option<Failed> {
    let reference = record.reference();
    let edits = counted.edited.edits.iter().filter(|edit| edit.class >= Some(ChangeClass::Material));
    let field = edits.map(|edit| edit.field.split(['[', '.']).next().unwrap_or_default()).find(|field| !field.is_empty());
    let field = field.unwrap_or("title");
    let class = counted.reviewed.class.unwrap_or(ChangeClass::Breaking);
    let spoken = counted.reviewed.change.as_ref();
    let found = match spoken.and_then(|spoken| catalog.record(spoken)) {
        None => "no record of the change speaks for it".to_owned(),
        Some(spoken) => lack(spoken, class)?,
    };
    let message = format!("`{field}` of `{reference}` was changed {}, and {found}", counted.when());
    let help = "put the text back, or have the change agreed in a record under `content/changes/` that names both versions";
    Some(Failed::new(record.key_place(field), message, help).values("an approved change", found))
}

/// Whether a change says that it brought the version in that is in force now.
fn brought_in(record: &Record, naming: &NamingChange<'_>) -> bool {
    naming.target.to.is_some() && naming.target.to == record.versioning.map(|versioning| versioning.version)
}

fn in_force_without_agreement(context: &Context<'_>, record: &Record, naming: &NamingChange<'_>) -> Option<Failed> {
    let versioning = record.versioning.filter(|versioning| versioning.effective_from <= context.as_of())?;
    let change = naming.record.reference();
    let lack = lack(naming.record, naming.change.declared_class.class())?;
    let message =
        format!("`{}` holds in version `{}` since {}, and {lack}", record.reference(), versioning.version, versioning.effective_from);
    let help = format!("have `{change}` agreed, or put back the version before it");
    Some(Failed::new(record.place("version"), message, help).values("an approved change", lack))
}

/// What a change lacks to be an approved one, as a clause. Who may approve is for other checks.
fn lack(record: &Record, class: ChangeClass) -> Option<String> {
    let (name, change) = (record.reference(), change(record)?);
    if !change.is_agreed() {
        let state = record.node.entry("state").and_then(|entry| entry.value.text()).unwrap_or("not agreed");
        return Some(format!("`{name}` is `{state}`"));
    }
    if change.approvals.is_empty() {
        return Some(format!("nobody has agreed to `{name}`"));
    }
    let boards = change.approvals.iter().any(|approval| approval.who.record().kind == Kind::Committee);
    (class == ChangeClass::Breaking && !boards).then(|| format!("no committee has agreed to `{name}`, as a breaking change demands"))
}
