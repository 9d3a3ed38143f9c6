//! S08: a figure is measured by a version that was not in force for the whole period.

use std::collections::BTreeMap;

use crate::check::context::Context;
use crate::check::figures::Figures;
use crate::check::mark::Mark;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::rules::place::{described, place};
use crate::check::sheet::Sheet;
use crate::model::restatement::RestatementReason;
use crate::model::{AnyRecord, Date, Kind, ObservationStatus, Period, Version};
use crate::stats::{Basis, Figure};

check! {
    /// A figure is measured by a version that was not in force for the whole period.
    ///
    /// # What it does
    ///
    /// For each row: the version that it is pinned to, or else the one in force on the first day of its period, has to be in force from the first day to the
    /// last. Versions that differ in their third number only measure alike and count as one. Two cases are allowed: the row's status is `D` (it follows
    /// another definition, and says so), or its release names a restatement with reason `R3`, by which earlier periods are computed again by a new method.
    ///
    /// Earlier versions are known from the history of the repository; a figure that none of the known versions governs is not tested.
    ///
    /// # Why it matters to an auditor
    ///
    /// A figure is judged by the criteria that were agreed for its period (ISAE 3000). One that is measured by a definition of another time is neither comparable
    /// nor agreed.
    ///
    /// # Example
    ///
    /// ```csv
    /// period,version,numerator,denominator
    /// 2026-03,2.0.0,4912,39114
    /// ```
    ///
    /// Version 2.0.0 of the definition is in force from 1 April 2026.
    ///
    /// # Instead
    ///
    /// ```csv
    /// period,version,numerator,denominator
    /// 2026-03,1.0.0,5218,39114
    /// ```
    ///
    /// # Configuration
    ///
    /// Let a new version come into force on the first day of a period: `effective_from` of the definition.
    "S08" "version-not-in-force" {
        severity: Severity::Error,
        supports: &[Assertion::Comparability, Assertion::Classification],
        mark: Some(Mark::Defined),
        inputs: "the pinned version of each row, and every known version of the definition with its first day",
        expects: "one version is in force from the first to the last day of the period",
        looks: Looks::Figures(test),
    }
}

/// What is known of the version of a figure.
#[derive(Clone)]
enum Force {
    Whole,
    Unknown,
    /// Something is wrong, in words that follow the name of the figure.
    Not(String),
}

fn test(context: &Context<'_>, figures: &Figures<'_>, sheet: &mut Sheet) {
    let Some(versions) = Versions::of(context, figures) else {
        return sheet.not_applicable("the definition has no version");
    };
    let mut known: BTreeMap<(Period, Option<Version>), Force> = BTreeMap::new();
    for (at, key, point) in figures.each() {
        let figure = &point.latest;
        if !matches!(figure.basis, Basis::Row { .. }) {
            continue;
        }
        let period = figure.period;
        let force = known.entry((period, figure.pinned)).or_insert_with(|| {
            let calendar = context.catalog.calendar();
            versions.force(figure.pinned, period.first_day(calendar), period.last_day(calendar))
        });
        match force {
            Force::Whole => sheet.pass_figure(at),
            Force::Not(_) if is_said(context, figure) => sheet.pass_figure(at),
            Force::Not(what) => {
                let message = format!("{} {what}", described(context.catalog, figures, key, figure));
                let help = "measure the period by the version in force, or write status `D` with a comment that says why not";
                sheet.fail_figure(at, Failed::new(place(context.catalog, figures, figure), message, help));
            }
            Force::Unknown => sheet.untestable_figure(at, "the version that was in force is not known from the history"),
        }
    }
    sheet.not_applicable("the metric has no rows");
}

/// Whether the row or its release says that another version than the one in force is used.
fn is_said(context: &Context<'_>, figure: &Figure) -> bool {
    let restatement = || {
        let release = context.catalog.releases().get(figure.release)?;
        let record = context.catalog.find(Kind::Restatement, release.release.restatement.as_ref()?.id())?;
        if let AnyRecord::Restatement(restatement) = &record.fields { Some(restatement.reason_code) } else { None }
    };
    figure.status == ObservationStatus::DefinitionDiffers || restatement() == Some(RestatementReason::Method)
}

/// The known versions of a definition with their first days, the oldest first.
struct Versions {
    known: Vec<(Version, Date)>,
    /// Whether nothing can have been in force before the oldest of them.
    is_whole: bool,
}

impl Versions {
    fn of(context: &Context<'_>, figures: &Figures<'_>) -> Option<Self> {
        let texts = context.catalog.texts(figures.record);
        let known: Vec<(Version, Date)> =
            texts.iter().filter_map(|text| text.versioning.map(|version| (version.version, version.effective_from))).collect();
        let (first, _) = known.first()?;
        // The first version of all has no predecessor; of a trial before it the history would know.
        let is_whole = *first == Version::new(1, 0, 0) && !context.catalog.past().commits.is_empty();
        Some(Self { known, is_whole })
    }

    /// Whether a version, or the one in force on the first day, was in force up to the last.
    fn force(&self, pinned: Option<Version>, first: Date, last: Date) -> Force {
        let governs = |day: Date| self.known.iter().rev().find(|(_, from)| *from <= day).copied();
        let (begins, ends) = (governs(first), governs(last));
        let Some(wanted) = pinned.or(begins.map(|(version, _)| version)) else {
            return match self.known.first() {
                Some((version, from)) if self.is_whole => {
                    Force::Not(format!("is older than the definition, whose version {version} begins on {from}"))
                }
                _ => Force::Unknown,
            };
        };
        let start = self.known.iter().find(|(version, _)| *version == wanted).map(|(_, from)| *from);
        match (start, begins, ends) {
            (_, Some((version, _)), Some((end, _))) if alike(version, wanted) && alike(end, wanted) => Force::Whole,
            (Some(start), ..) if start > first => {
                Force::Not(format!("is measured by version {wanted}, which is in force only from {start} on"))
            }
            (_, _, Some((version, from))) if version > wanted && !alike(version, wanted) && from <= last => {
                Force::Not(format!("is measured by version {wanted}, but version {version} is in force from {from} on"))
            }
            _ => Force::Unknown,
        }
    }
}

/// Whether two versions measure alike: only a minor change, such as of an owner, lies between them.
fn alike(one: Version, other: Version) -> bool {
    (one.major(), one.minor()) == (other.major(), other.minor())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).expect("a date")
    }

    fn verdict(known: &[(u32, u32, u32, &str)], pinned: Option<(u32, u32, u32)>, first: &str, last: &str) -> &'static str {
        let known = known.iter().map(|(major, minor, patch, from)| (Version::new(*major, *minor, *patch), date(from))).collect();
        let pinned = pinned.map(|(major, minor, patch)| Version::new(major, minor, patch));
        match (Versions { known, is_whole: false }).force(pinned, date(first), date(last)) {
            Force::Whole => "whole",
            Force::Unknown => "unknown",
            Force::Not(_) => "not",
        }
    }

    const KNOWN: [(u32, u32, u32, &str); 3] = [(1, 0, 0, "2025-01-01"), (1, 0, 1, "2025-03-15"), (2, 0, 0, "2026-04-01")];

    #[test]
    fn a_minor_change_in_the_middle_of_a_period_changes_no_measure() {
        assert_eq!(verdict(&KNOWN, None, "2025-03-01", "2025-03-31"), "whole");
        assert_eq!(verdict(&KNOWN, Some((1, 0, 0)), "2025-06-01", "2025-06-30"), "whole");
    }

    #[test]
    fn a_version_that_begins_in_the_middle_of_a_period_does_not_govern_it() {
        assert_eq!(verdict(&KNOWN, None, "2026-01-01", "2026-12-31"), "not");
        assert_eq!(verdict(&KNOWN, Some((2, 0, 0)), "2026-01-01", "2026-12-31"), "not");
    }

    #[test]
    fn a_version_that_has_been_replaced_governs_no_later_period() {
        assert_eq!(verdict(&KNOWN, Some((1, 0, 0)), "2026-05-01", "2026-05-31"), "not");
        assert_eq!(verdict(&KNOWN[2..], Some((1, 4, 0)), "2026-05-01", "2026-05-31"), "not");
    }

    #[test]
    fn a_period_before_every_known_version_is_not_judged() {
        assert_eq!(verdict(&KNOWN, None, "2024-12-01", "2024-12-31"), "unknown");
        assert_eq!(verdict(&KNOWN[2..], Some((1, 4, 0)), "2025-05-01", "2025-05-31"), "unknown");
    }
}
