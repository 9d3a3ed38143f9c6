//! L06: a setting on which figures depend is not pinned, or was changed without anybody's agreement.

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::history::{LogEntry, Part};
use crate::model::change::Change;
use crate::model::source::{ExtractionMethod, Source, SourceState};
use crate::model::{AnyRecord, Date, Kind};
use crate::source::Record;

check! {
    /// A setting of a supplier's system is not pinned, or a pinned one was changed without an agreed change.
    ///
    /// # What it does
    ///
    /// Demands `pinned_settings` of each source in use whose figures a supplier's system computes: its data is taken from a report of the supplier, or
    /// supplied under a contract. Then it reads the history of every source and finds a pinned setting that was added, changed or removed in a commit, where
    /// no agreed change names the source and took effect since the release before that commit.
    ///
    /// # Why it matters to an auditor
    ///
    /// A threshold in a system can move every figure at once, with no definition changed. Periods before and after it cannot be compared, and nobody
    /// was asked.
    ///
    /// # Example
    ///
    /// ```yaml
    /// extraction_method: vendor-report
    /// pinned_settings:
    ///   short abandon threshold: 10 seconds    # was 5 seconds until last week
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// # content/changes/2026-09-24-short-abandon-threshold.yaml
    /// state: approved
    /// targets:
    ///   - record: source/contact-platform
    /// effective: 2026-10-01
    /// ```
    ///
    /// # Configuration
    ///
    /// `history.since` in `tickmark.yaml` says from which commit on changes count.
    "L06" "setting-not-held" {
        severity: Severity::ErrorIfAssured,
        supports: &[Assertion::Accuracy, Assertion::Comparability],
        mark: None,
        inputs: "the pinned settings of the source, what its file said before, the releases, and the agreed changes that name it",
        expects: "settings that figures depend on are pinned, and change by agreement only",
        looks: Looks::Records(&[Kind::Source], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Source(source) = &record.fields else {
        return;
    };
    if source.state == SourceState::Active && (source.extraction_method == ExtractionMethod::VendorReport || source.contract.is_some()) {
        sheet.test(source.pinned_settings.is_empty().then(|| {
            let message = format!("the system behind `{}` belongs to a supplier, and none of its settings is pinned", record.id);
            Failed::new(
                record.key_place("title"),
                message,
                "add `pinned_settings:` with each setting on which figures depend and its value",
            )
        }));
    }
    for entry in context.catalog.past().log(&Part::Record(record.reference())) {
        if context.catalog.counts(entry.edit.commit) {
            compare(context, record, source, entry, sheet);
        }
    }
    sheet.not_applicable("no supplier computes its figures, and no pinned setting has changed");
}

/// Tests one state of the file against the one before it.
fn compare(context: &Context<'_>, record: &Record, current: &Source, entry: &LogEntry, sheet: &mut Sheet) {
    let reference = record.reference();
    let at = |state| match &context.catalog.past_texts().record(&reference, state)?.fields {
        AnyRecord::Source(source) => Some(source.pinned_settings.clone()),
        _ => None,
    };
    if entry.edit.before.is_none() {
        return;
    }
    let (Some(before), Some(after)) = (at(entry.edit.before.as_ref()), at(entry.edit.after.as_ref())) else {
        return;
    };
    let day = day_of(context, entry);
    let names: std::collections::BTreeSet<&String> =
        before.keys().chain(after.keys()).filter(|name| before.get(*name) != after.get(*name)).collect();
    for name in names {
        let shown = |value: Option<&String>| value.map_or_else(|| "not pinned".to_owned(), |value| format!("`{value}`"));
        let (old, new) = (shown(before.get(name)), shown(after.get(name)));
        sheet.test((!is_agreed(context, record, day)).then(|| {
            let key =
                if current.pinned_settings.contains_key(name) { format!("pinned_settings.{name}") } else { "pinned_settings".to_owned() };
            let message =
                format!("the setting `{name}` of `{}` was changed on {day} from {old} to {new}, and no agreed change says so", record.id);
            let help = "put back the value, or record the change that was agreed and name the source under its `targets`";
            Failed::new(record.key_place(&key), message, help).values(old, new)
        }));
    }
}

/// The day of a commit; the day of the report for what is not committed yet.
fn day_of(context: &Context<'_>, entry: &LogEntry) -> Date {
    let commit = entry.edit.commit.and_then(|position| context.catalog.past().commits.get(position));
    commit.map_or_else(|| context.as_of(), |commit| commit.committer.at.date_in(context.catalog.settings().timezone))
}

/// Whether an agreed change that names the source took effect since the last release before a day.
fn is_agreed(context: &Context<'_>, record: &Record, day: Date) -> bool {
    let catalog = context.catalog;
    let zone = catalog.settings().timezone;
    let last = catalog.releases().iter().map(|release| release.release.released.date_in(zone)).rfind(|released| *released <= day);
    let holds = |change: &Change| change.is_agreed() && last.is_none_or(|last| change.effective >= last);
    catalog.changes_naming(&record.reference()).any(|naming| holds(naming.change))
}
