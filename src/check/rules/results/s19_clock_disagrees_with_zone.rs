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
    /// Where the `cutoff` of a release is written as the end of a day by a clock whose offset the time zone of its metrics does not have at that time, looks
    /// whether it is the end of a day in that zone all the same; days of 23 and 25 hours, on which clocks are put forward or back, are taken as they are. Then
    /// compares the order of the instants: nothing is collected before its cutoff, reviewed before it is collected, or released before it is reviewed.
    ///
    /// A cutoff at any other time of day says nothing about days and is not compared with them. That it reaches to the end of a period, at the day boundary of
    /// the metric, is tested by S07.
    ///
    /// # Why it matters to an auditor
    ///
    /// A day that ends an hour too early or too late puts records into the wrong period. Most such mistakes come with the change to or from summer time.
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
        for (zone, boundary) in context.release_days().of_release(&release.id) {
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

/// What is wrong with a cutoff that is the end of a day by its own clock only.
fn other_day(release: &ReleaseRecord, cutoff: Instant, zone: Zone, boundary: TimeOfDay) -> Option<Failed> {
    let local = cutoff.in_zone(zone);
    // The day of the cutoff, and the one that begins within the last minute.
    let begins = [cutoff, cutoff.add_seconds(LAST_MINUTE)].into_iter().flat_map(|near| {
        let day = near.date_in(zone);
        [start_of_day(day, zone, TimeOfDay::MIDNIGHT), start_of_day(day, zone, boundary)]
    });
    let mut distances = begins.map(|begin| begin.unix() - cutoff.unix());
    if local.offset_minutes() == cutoff.offset_minutes() || distances.any(|distance| (0..=LAST_MINUTE).contains(&distance)) {
        return None;
    }
    let message =
        format!("the cutoff of the release `{}` is {cutoff}, which is {local} in {zone} and not the end of a day there", release.id);
    let help = format!("write the end of the day on the clock of {zone}, with the offset that it has on that day");
    Some(Failed::new(release_place(release, "cutoff"), message, help))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn instant(text: &str) -> Instant {
        Instant::parse(text).expect("an instant")
    }

    #[test]
    fn the_last_minute_and_midnight_are_the_end_of_a_day_by_the_clock_that_wrote_them() {
        let is = |text: &str| is_end_of_day(instant(text));
        assert!(is("2026-10-11T23:59:59+01:00") && is("2026-10-11T23:59:00Z") && is("2026-10-12T00:00:00-05:00"));
        assert!(!is("2026-10-11T22:59:59+01:00") && !is("2026-10-12T06:00:00Z"));
    }
}
