//! S19: the clock of a release disagrees with the zone in which its days begin.

use crate::check::context::Context;
use crate::check::mark::Mark;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::rules::place::release_place;
use crate::check::sheet::Sheet;
use crate::model::{Instant, TimeOfDay, Zone, start_of_day};
use crate::source::ReleaseRecord;

check! {
    /// A release's cutoff is the end of a day by another clock than that of its figures.
    ///
    /// # What it does
    ///
    /// Where the `cutoff` of a release is written as the end of a day, compares it with the end of that day in each time zone, and at each day boundary, of the
    /// metrics that the release reports; days of 23 and 25 hours, on which clocks are put forward or back, are taken as they are. An offset that the zone
    /// does not have at that time of the year is told as such. Then compares the order of the instants: nothing is collected before its cutoff, reviewed
    /// before it is collected, or released before it is reviewed.
    ///
    /// A cutoff at any other time of day says nothing about days and is not compared with them.
    ///
    /// # Why it matters to an auditor
    ///
    /// A day that ends an hour too early or too late puts records into the wrong period, on the busiest hour of the year's longest Sunday as on any other. Most such
    /// mistakes come with the change to or from summer time.
    ///
    /// # Example
    ///
    /// ```yaml
    /// # `timezone: Europe/London`, where clocks are at +00:00 in November
    /// cutoff: 2026-11-08T23:59:59+01:00
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// cutoff: 2026-11-08T23:59:59+00:00
    /// ```
    ///
    /// # Configuration
    ///
    /// `timezone` and `day_boundary` in `tickmark.yaml`, or of a metric, say when days begin.
    "S19" "clock-disagrees-with-zone" {
        severity: Severity::Error,
        supports: &[Assertion::CutOff],
        mark: Some(Mark::CutOff),
        inputs: "the instants of the release, and the zones and day boundaries of the metrics that it reports",
        expects: "a cutoff at the end of a day is the end of a day of each metric, and no step comes before the one it follows",
        looks: Looks::Releases(test),
    }
}

/// Seconds in a day of 24 hours.
const DAY: i64 = 86_400;
/// Seconds before midnight from which a cutoff is taken to be the end of a day: people write its last minute or its last second.
const LAST_MINUTE: i64 = 60;

fn test(context: &Context<'_>, release: &ReleaseRecord, sheet: &mut Sheet) {
    sheet.not_applicable("the release names no cutoff and no instant before its publication");
    if let Some(cutoff) = release.release.cutoff
        && is_end_of_day(cutoff)
    {
        for (zone, boundary) in context.facts.release_days.of_release(&release.id) {
            sheet.test(other_day(release, cutoff, zone, boundary));
        }
    }
    let instants = &release.release;
    let steps = [
        ("cutoff", instants.cutoff),
        ("collected_at", instants.collected_at),
        ("reviewed_at", instants.reviewed_at),
        ("released", Some(instants.released)),
    ];
    let known: Vec<(&str, Instant)> = steps.into_iter().filter_map(|(name, instant)| Some((name, instant?))).collect();
    for pair in known.windows(2) {
        let &[(first, before), (second, after)] = pair else { continue };
        sheet.test((after < before).then(|| {
            let message = format!("`{second}` of the release `{}` is {after}, before `{first}`, which is {before}", release.id);
            let failed = Failed::new(release_place(release, second), message, "correct the instant, its offset included");
            failed.values(format!("{before} or later"), after.to_string()).related(release_place(release, first), "the step before it")
        }));
    }
}

/// Whether an instant is written as midnight or the last minute before it.
fn is_end_of_day(instant: Instant) -> bool {
    let seconds = (instant.unix() + i64::from(instant.offset_minutes()) * 60).rem_euclid(DAY);
    seconds == 0 || seconds >= DAY - LAST_MINUTE
}

/// What is wrong with a cutoff that is no end of a day in a zone.
fn other_day(release: &ReleaseRecord, cutoff: Instant, zone: Zone, boundary: TimeOfDay) -> Option<Failed> {
    let near = |second: Instant| {
        let day = start_of_day(second.date_in(zone), zone, boundary);
        let distance = day.unix() - cutoff.unix();
        (0..=LAST_MINUTE).contains(&distance)
    };
    // A day of its own zone, or the one that begins within the last minute.
    if near(cutoff) || near(cutoff.add_seconds(LAST_MINUTE)) {
        return None;
    }
    let local = cutoff.in_zone(zone);
    let message = if local.offset_minutes() == cutoff.offset_minutes() {
        format!(
            "the cutoff of the release `{}` is {cutoff}, but days begin at {:02}:{:02} in {zone}",
            release.id,
            boundary.hour(),
            boundary.minute()
        )
    } else {
        format!("the cutoff of the release `{}` is {cutoff}, which is {local} in {zone} and not the end of a day there", release.id)
    };
    let help = format!("write the end of the day on the clock of {zone}, with the offset that it has on that day");
    Some(Failed::new(release_place(release, "cutoff"), message, help))
}
