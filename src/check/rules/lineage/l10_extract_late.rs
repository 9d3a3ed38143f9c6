//! L10: source data arrived later than it should.

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::release::Extract;
use crate::model::{AnyRecord, Duration, Kind};
use crate::source::{Node, ReleaseRecord};

check! {
    /// Source data arrived later than the source promises.
    ///
    /// # What it does
    ///
    /// For each extract of a release: adds the `latency_sla` of its source to the `cutoff` of the release, by the clock of the source's zone, and compares the
    /// sum with `received_at` of the extract. Without `received_at` an extract is known to be in time only if all data was collected by then
    /// (`collected_at`); otherwise it cannot be tested.
    ///
    /// # Why it matters to an auditor
    ///
    /// Data that comes late is data that was not complete when the figures were made, or figures that were made in haste.
    ///
    /// # Example
    ///
    /// ```yaml
    /// cutoff: 2026-10-11T23:59:59+01:00
    /// extracts:
    ///   - source: contact-platform           # latency_sla: P1D
    ///     received_at: 2026-10-14T09:00:00+01:00
    /// ```
    ///
    /// # Instead
    ///
    /// Tell the owner of the source and record a deviation where a figure suffered. Where the time that is promised can never be kept, agree on another `latency_sla`.
    ///
    /// # Configuration
    ///
    /// `latency_sla` of the source says how late its data may be; sources without one are left aside.
    "L10" "extract-late" {
        severity: Severity::Warning,
        supports: &[Assertion::CutOff],
        mark: None,
        inputs: "the cut-off of the release, when its extracts arrived or were collected, and the time that each source promises",
        expects: "each extract arrived within the time that its source promises",
        looks: Looks::Releases(test),
    }
}

fn test(context: &Context<'_>, release: &ReleaseRecord, sheet: &mut Sheet) {
    for (index, extract) in release.release.extracts.iter().enumerate() {
        let Some(sla) = sla(context, extract) else {
            continue;
        };
        let Some(cutoff) = release.release.cutoff else {
            sheet.untestable("the release does not say up to which moment data was taken in");
            continue;
        };
        let due = sla.after(cutoff, zone(context, extract));
        match (extract.received_at, release.release.collected_at) {
            (Some(received), _) if received.unix() > due.unix() => {
                let span = release.node.at(&format!("extracts.{index}.received_at")).map_or(0..0, Node::span);
                let source = extract.source.id();
                let message =
                    format!("data of `{source}` up to {cutoff} arrived on {received}; the source promises it within `{}`", sla.code());
                let help = "ask the owner of the source what held it up, and record a deviation if a figure suffered";
                sheet.fail(
                    Failed::new(release.source.place(span), message, help).values(format!("{due} at the latest"), received.to_string()),
                );
            }
            (Some(_), _) => sheet.pass(),
            (None, Some(collected)) if collected.unix() <= due.unix() => sheet.pass(),
            (None, _) => sheet.untestable("the release does not say when its extracts arrived"),
        }
    }
    sheet.not_applicable("no source of its extracts promises when its data is there");
}

fn sla(context: &Context<'_>, extract: &Extract) -> Option<Duration> {
    match &context.catalog.find(Kind::Source, extract.source.id())?.fields {
        AnyRecord::Source(source) => source.latency_sla,
        _ => None,
    }
}

/// The zone of the source's clock; that of the project where it has none.
fn zone(context: &Context<'_>, extract: &Extract) -> crate::model::Zone {
    let clock = match context.catalog.find(Kind::Source, extract.source.id()).map(|record| &record.fields) {
        Some(AnyRecord::Source(source)) => source.clock.as_ref(),
        _ => None,
    };
    clock.map_or(context.catalog.settings().timezone, |clock| clock.zone)
}
