//! D07: a version or its start does not increase.

use std::collections::BTreeMap;

use crate::catalog::NamingChange;
use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::diag::Place;
use crate::history::Part;
use crate::model::{Date, Kind, RecordRef, Version};
use crate::source::Record;

check! {
    /// A version or the day from which it holds does not increase, or two versions claim the same day.
    ///
    /// # What it does
    ///
    /// Gathers the versions of a record: that of its file, those that its file had before, and those that agreed records of changes name. A higher version
    /// has to begin on a later day, a change has to lead to a higher version, and the file must not fall back below a version that it had. What was
    /// committed before `history.since` is taken as it is.
    ///
    /// # Why it matters to an auditor
    ///
    /// Each figure is judged by the version in force in its period. Where two versions claim one day, or the order of the numbers is not the order of
    /// the days, nobody can say which definition a figure was made by.
    ///
    /// # Example
    ///
    /// ```yaml
    /// # the file said before: version 2.0.0, effective_from 2026-04-01
    /// version: 2.1.0
    /// effective_from: 2026-04-01
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// version: 2.1.0
    /// effective_from: 2026-07-01
    /// ```
    ///
    /// # Configuration
    ///
    /// `history.since` in `tickmark.yaml` says from which commit on earlier texts count.
    "D07" "versions-out-of-order" {
        severity: Severity::Error,
        supports: &[Assertion::Comparability],
        mark: None,
        inputs: "the version and start of the file, of its earlier texts, and of the agreed changes that name the record",
        expects: "each higher version begins on a later day, and no version is taken back",
        looks: Looks::Records(VERSIONED, test),
    }
}

/// The kinds that have versions.
const VERSIONED: &[Kind] = &[Kind::Metric, Kind::Exclusion, Kind::Segment, Kind::Survey, Kind::Scorecard, Kind::Commitment, Kind::Policy];

/// A version that is known, and where its start is written.
struct Known {
    from: Date,
    place: Place,
    /// Whether it is recent enough to be tested.
    counts: bool,
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let Some(current) = record.versioning else {
        return;
    };
    let reference = record.reference();
    let agreed: Vec<NamingChange<'_>> = context.catalog.changes_naming(&reference).filter(|naming| naming.change.is_agreed()).collect();
    for naming in &agreed {
        if let (Some(from), Some(to)) = (naming.target.from, naming.target.to) {
            sheet.test((to <= from).then(|| leads_back(&reference, naming, from, to)));
        }
    }
    if let Some(highest) = highest_before(context, record) {
        let fault = (current.version < highest).then(|| falls_back(record, current.version, highest));
        sheet.test(fault);
    }
    let known = known(context, record, &agreed);
    for ((earlier, before), (later, after)) in known.iter().zip(known.iter().skip(1)).filter(|(_, (_, after))| after.counts) {
        sheet.test((after.from <= before.from).then(|| out_of_order(&reference, (*earlier, before), (*later, after))));
    }
    sheet.not_applicable("only one version of the record is known");
}

/// The versions of a record that are known, by number; what a file says goes before what a change says.
fn known(context: &Context<'_>, record: &Record, agreed: &[NamingChange<'_>]) -> BTreeMap<Version, Known> {
    let catalog = context.catalog;
    let reference = record.reference();
    let mut known = BTreeMap::new();
    for naming in agreed {
        if let Some(version) = naming.target.to {
            known.insert(version, Known { from: naming.change.effective, place: naming.record.place("effective"), counts: true });
        }
    }
    let log = catalog.past().log(&Part::Record(reference.clone()));
    for version in catalog.versions(&reference) {
        let first = version.first.and_then(|first| log.get(first));
        let counts = first.is_none_or(|entry| catalog.counts(entry.edit.commit));
        known.insert(version.version, Known { from: version.from, place: record.key_place("version"), counts });
    }
    if let Some(current) = record.versioning {
        let counts = known.get(&current.version).is_none_or(|known| known.counts);
        known.insert(current.version, Known { from: current.effective_from, place: record.place("effective_from"), counts });
    }
    known
}

/// The highest version of the file among its texts that count; nothing where it has only one.
fn highest_before(context: &Context<'_>, record: &Record) -> Option<Version> {
    let catalog = context.catalog;
    let reference = record.reference();
    let log = catalog.past().log(&Part::Record(reference.clone()));
    let counted = log.iter().filter(|entry| catalog.counts(entry.edit.commit));
    let states = counted.flat_map(|entry| [entry.edit.before.as_ref(), entry.edit.after.as_ref()]);
    let texts = states.filter_map(|state| catalog.past_texts().record(&reference, state));
    texts.filter_map(|text| Some(text.versioning?.version)).max()
}

fn leads_back(reference: &RecordRef, naming: &NamingChange<'_>, from: Version, to: Version) -> Failed {
    let place = naming.record.place(&format!("targets.{}.to", naming.position));
    let message = format!("the change `{}` leads `{reference}` from version {from} to {to}, expected a higher one", naming.record.id);
    Failed::new(place, message, "write the versions that the record had before and after the change")
        .values(format!("a version above {from}"), to.to_string())
}

fn falls_back(record: &Record, version: Version, highest: Version) -> Failed {
    let message = format!("`{}` falls back to version {version}; its file had version {highest} before", record.reference());
    let help = format!("give the text a version above {highest}, with the day from which it holds");
    Failed::new(record.place("version"), message, help).values(format!("{highest} or higher"), version.to_string())
}

fn out_of_order(reference: &RecordRef, (earlier, before): (Version, &Known), (later, after): (Version, &Known)) -> Failed {
    let message = if before.from == after.from {
        format!("versions {earlier} and {later} of `{reference}` both hold from {}", after.from)
    } else {
        format!("version {later} of `{reference}` holds from {}, before version {earlier}, which holds from {}", after.from, before.from)
    };
    Failed::new(after.place.clone(), message, "let each version begin on a later day than the one before")
        .values(format!("a day after {}", before.from), after.from.to_string())
        .related(before.place.clone(), format!("version {earlier} holds from {}", before.from))
}
