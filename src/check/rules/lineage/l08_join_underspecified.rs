//! L08: data of several systems is put together, and it is not said by which clocks or keys.

use std::collections::BTreeSet;

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::diag::Place;
use crate::model::transform::{Operation, TransformState};
use crate::model::{AnyRecord, Id, Kind, Transform};
use crate::source::Record;

check! {
    /// Sources are joined, and a zone, a clock precision or the way in which records are matched is missing.
    ///
    /// # What it does
    ///
    /// Looks at each transform in use whose `operation` is `join` and behind which two sources or more stand. The transform needs a `key_map`. Each source
    /// needs a `clock` with its zone and its `precision`. Where the zones differ, the transform needs `tz_conversion`.
    ///
    /// # Why it matters to an auditor
    ///
    /// Two systems that stamp the same contact in different zones, or to the minute and to the second, put it into different periods. Records that are
    /// matched by guesswork are lost, or counted twice.
    ///
    /// # Example
    ///
    /// ```yaml
    /// operation: join
    /// inputs: [source/survey-platform, source/contact-platform]
    /// # no `key_map`; one source stamps universal time, the other local time
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// key_map: The invitation carries the `contact_id`.
    /// tz_conversion: An answer belongs to the day on which its contact was closed by the clock in London.
    /// ```
    ///
    /// # Configuration
    ///
    /// There is nothing to configure but the level: `checks: {L08: error}` in `tickmark.yaml`.
    "L08" "join-underspecified" {
        severity: Severity::Warning,
        supports: &[Assertion::CutOff, Assertion::Accuracy],
        mark: None,
        inputs: "the operation, the key map and the zone rule of the transform, and the clocks of the sources behind it",
        expects: "clocks and keys of what is joined are declared",
        looks: Looks::Records(&[Kind::Transform], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Transform(transform) = &record.fields else {
        return;
    };
    if transform.operation != Operation::Join || transform.state == TransformState::Retired {
        return sheet.not_applicable("nothing is joined");
    }
    let Some(sources) = context.lineage().sources_of(&record.id).filter(|sources| sources.len() > 1) else {
        return sheet.not_applicable("all that is joined comes from one source");
    };
    sheet.test(transform.key_map.is_none().then(|| {
        let message = format!("`{}` joins {} sources and does not say how their records are matched", record.id, sources.len());
        Failed::new(record.place("operation"), message, "add `key_map:` with the fields by which records of the inputs are matched")
    }));
    let mut zones = BTreeSet::new();
    for id in sources {
        let clock = match context.catalog.find(Kind::Source, id).map(|source| &source.fields) {
            Some(AnyRecord::Source(source)) => source.clock.as_ref(),
            _ => None,
        };
        zones.extend(clock.map(|clock| clock.zone.name()));
        let lacking = match clock {
            None => Some("the zone and the precision of its clock"),
            Some(clock) if clock.precision.is_none() => Some("the precision of its clock"),
            Some(_) => None,
        };
        sheet.test(lacking.map(|lacking| without_clock(context, record, transform, id, lacking)));
    }
    if zones.len() > 1 {
        sheet.test(transform.tz_conversion.is_none().then(|| {
            let zones: Vec<String> = zones.iter().map(|zone| format!("`{zone}`")).collect();
            let message =
                format!("`{}` joins sources that stamp in {}, and does not say how times are carried over", record.id, zones.join(" and "));
            Failed::new(record.place("operation"), message, "add `tz_conversion:` with the zone in which times are compared")
        }));
    }
}

fn without_clock(context: &Context<'_>, record: &Record, transform: &Transform, source: &Id, lacking: &str) -> Failed {
    let leads_there = |input: &crate::model::reference::LineageRef| match input.record().kind {
        Kind::Source => input.id() == source,
        _ => context.lineage().sources_of(input.id()).is_some_and(|sources| sources.contains(source)),
    };
    let place: Place = transform
        .inputs
        .iter()
        .position(leads_there)
        .map_or_else(|| record.place("inputs"), |index| record.place(&format!("inputs.{index}")));
    let message = format!("`{}` joins data of the source `{source}`, which does not say {lacking}", record.id);
    let failed = Failed::new(place, message, "add `clock:` with `zone` and `precision` to the source");
    match context.catalog.find(Kind::Source, source) {
        Some(source) => failed.related(source.key_place("clock"), "the source"),
        None => failed,
    }
}
