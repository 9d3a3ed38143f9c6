//! V05: people are asked otherwise than before, and the figures go on as if they were not.

use super::asked::metrics_of;
use crate::catalog::Catalog;
use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::change::Change;
use crate::model::survey::Survey;
use crate::model::{AnyRecord, Date, Kind, Metric, ObservationStatus, Period, Version};
use crate::source::Record;

check! {
    /// Wording, scale, mode or course of a survey changed, with no parallel run and no break in the figures.
    ///
    /// # What it does
    ///
    /// Compares each version of a survey with the one before it: `wording`, `scale`, `mode` and `mechanism`, which holds the order of the questions. Where one of
    /// them differs, every metric that rests on the survey needs one of two things: the status `B` (break) in its first period under the new version, or an
    /// agreed change with a `bridge`, in which both ways of asking ran side by side. Versions that raise only the third number, and those before the oldest one
    /// that is known, are left aside.
    ///
    /// # Why it matters to an auditor
    ///
    /// A new wording can move a result by more than a year of work. Without a parallel run nobody can tell the two apart.
    ///
    /// # Example
    ///
    /// ```yaml
    /// version: 2.0.0              # was 1.0.0, with five answers
    /// effective_from: 2026-10-01
    /// scale: {points: 7}
    /// ```
    ///
    /// # Instead
    ///
    /// ```csv
    /// period,n,value,status
    /// 2026-10,988,4.1,B
    /// ```
    ///
    /// # Configuration
    ///
    /// `history.since` in `tickmark.yaml` says from which commit on changes count. A change of order that the text of `mechanism` does not tell cannot be seen.
    "V05" "instrument-changed" {
        severity: Severity::Error,
        supports: &[Assertion::Comparability],
        mark: None,
        inputs: "the versions of the survey, the status of the first figures under each, and the agreed changes with their bridges",
        expects: "a changed instrument has a parallel run or a break",
        looks: Looks::Records(&[Kind::Survey], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let catalog = context.catalog;
    let texts = catalog.texts(record);
    for pair in texts.windows(2) {
        let ([before, after], true) = (pair, is_tested(context, record, pair)) else {
            continue;
        };
        let (AnyRecord::Survey(old), AnyRecord::Survey(new)) = (&before.fields, &after.fields) else {
            continue;
        };
        let changed = changed(old, new);
        if changed.is_empty() {
            sheet.pass();
            continue;
        }
        for (metric_record, metric) in metrics_of(catalog, record) {
            let Some(from) = after.versioning.map(|versioning| versioning.effective_from) else {
                continue;
            };
            match first_period(catalog, metric_record, metric, from) {
                None => sheet.untestable("no figures under the changed instrument yet"),
                Some((first, is_break)) => {
                    let right = is_break || has_parallel_run(catalog, record, metric_record, after);
                    sheet.test((!right).then(|| failed(record, after, metric_record, &changed, first)));
                }
            }
        }
    }
    let oldest = texts.first().and_then(|text| text.versioning).map(|versioning| versioning.version);
    if oldest.is_some_and(|oldest| oldest > Version::new(1, 0, 0)) {
        sheet.untestable(format!("what the survey said before version {} is not known", oldest.unwrap_or(Version::new(1, 0, 0))));
    } else if texts.len() == 1 {
        // Its first version is the only one there ever was.
        sheet.pass();
    }
    sheet.not_applicable("no version counts that may ask otherwise");
}

/// Whether the step from a version to the next counts, and may ask otherwise.
fn is_tested(context: &Context<'_>, record: &Record, pair: &[&Record]) -> bool {
    let [before, after] = pair else {
        return false;
    };
    let Some((old, new)) = before.versioning.zip(after.versioning) else {
        return false;
    };
    let version = context.catalog.versions(&record.reference()).iter().find(|version| version.version == new.version);
    let commit = version.and_then(|version| {
        let log = context.catalog.past().log(&crate::history::Part::Record(record.reference()));
        log.get(version.first?)?.edit.commit
    });
    (old.version.major(), old.version.minor()) != (new.version.major(), new.version.minor()) && context.catalog.counts(commit)
}

/// The fields in which two versions ask differently.
fn changed(old: &Survey, new: &Survey) -> Vec<&'static str> {
    let same = |one: &serde_json::Result<serde_json::Value>, other: &serde_json::Result<serde_json::Value>| match (one, other) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    };
    let fields = [
        ("wording", serde_json::to_value(&old.wording), serde_json::to_value(&new.wording)),
        ("scale", serde_json::to_value(&old.scale), serde_json::to_value(&new.scale)),
        ("mode", serde_json::to_value(old.mode), serde_json::to_value(new.mode)),
        ("mechanism", serde_json::to_value(&old.mechanism), serde_json::to_value(&new.mechanism)),
    ];
    fields.iter().filter(|(_, old, new)| !same(old, new)).map(|(name, ..)| *name).collect()
}

/// The first period with results that begins on a day or later, and whether a row of it says that the series breaks there.
fn first_period(catalog: &Catalog, record: &Record, metric: &Metric, from: Date) -> Option<(Period, bool)> {
    let calendar = catalog.calendar();
    let rows = || {
        catalog
            .results(&record.id)
            .iter()
            .flat_map(|table| table.rows.iter().enumerate().map(move |(index, row)| (table, index, row.period)))
    };
    let first = rows()
        .map(|(.., period)| period)
        .filter(|period| period.frequency() == metric.frequency && period.first_day(calendar) >= from)
        .min()?;
    let is_break = |(table, index, period): (&std::sync::Arc<crate::source::ResultTable>, usize, Period)| {
        period == first && table.note(index).is_some_and(|note| note.status == ObservationStatus::Break)
    };
    Some((first, rows().any(is_break)))
}

/// Whether an agreed change of the survey or of the metric, in force from that version on, has a bridge for the metric.
fn has_parallel_run(catalog: &Catalog, survey: &Record, metric: &Record, after: &Record) -> bool {
    let Some(versioning) = after.versioning else {
        return false;
    };
    let survey = survey.reference();
    let bridged = |change: &Change| change.bridge.iter().any(|row| row.metric.as_ref().is_none_or(|known| *known.id() == metric.id));
    catalog
        .changes_naming(&survey)
        .filter(|naming| naming.target.to.is_none_or(|to| to == versioning.version))
        .any(|naming| naming.change.is_agreed() && bridged(naming.change))
}

fn failed(record: &Record, after: &Record, metric: &Record, changed: &[&'static str], first: Period) -> Failed {
    let fields: Vec<String> = changed.iter().map(|field| format!("`{field}`")).collect();
    let version = after.versioning.map_or_else(String::new, |versioning| versioning.version.to_string());
    let message = format!(
        "version {version} of the survey `{}` changed {}, but `{}` goes on in {first} without a break or a parallel run",
        record.id,
        fields.join(", "),
        metric.id
    );
    let help = format!("give the rows of {first} the status `B`, or add a `bridge` to the change of the survey");
    let place = changed.first().map_or_else(|| record.key_place("version"), |field| record.key_place(field));
    Failed::new(place, message, help)
}
