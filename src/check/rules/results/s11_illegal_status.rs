//! S11: the status of a figure contradicts what it was before, or says something that cannot be.

use crate::check::context::Context;
use crate::check::figures::Figures;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::rules::place::{described, place};
use crate::check::sheet::Sheet;
use crate::model::ObservationStatus;
use crate::model::release::ReleaseStatus;
use crate::source::ReleaseRecord;
use crate::stats::{Basis, Figure};

check! {
    /// The status of a figure goes back on what was said before, or says what cannot be.
    ///
    /// # What it does
    ///
    /// Looks at the status of each row, earlier vintages included: a value beside a code that says there is none; a forecast of a period that was over when it was
    /// released; an unvalidated value (`V`) in a final release; a code `L`, `O` or `X` without a comment. Then at each pair of vintages: a final figure may
    /// not become provisional again, be withdrawn without a comment, or lose the mark of a break (`B`) without a comment. Comments for `B`, `D`, `E`, `I`, `S`
    /// and `U` are demanded when the results are read (R46).
    ///
    /// # Why it matters to an auditor
    ///
    /// The status says how far a figure can be relied on. One that was final and is provisional again takes back an assurance on which others have acted.
    ///
    /// # Example
    ///
    /// ```csv
    /// period,numerator,denominator,value,status,comment
    /// 2026-08,,,,L,
    /// ```
    ///
    /// # Instead
    ///
    /// ```csv
    /// period,numerator,denominator,value,status,comment
    /// 2026-08,,,,L,The platform was out of order
    /// ```
    ///
    /// # Configuration
    ///
    /// The codes are those of the SDMX list `CL_OBS_STATUS`. `checks: {S11: warn}` in `tickmark.yaml` gives the check another level.
    "S11" "illegal-status" {
        severity: Severity::Error,
        supports: &[Assertion::Classification],
        mark: None,
        inputs: "the status and comment of each row in all its vintages, and the status of its release",
        expects: "a status fits its row and release, and no later vintage goes back on an earlier one",
        looks: Looks::Figures(test),
    }
}

/// What is wrong, in words that follow the name of the figure, and the step that mends it.
type Problem = (String, &'static str);

fn test(context: &Context<'_>, figures: &Figures<'_>, sheet: &mut Sheet) {
    for (at, key, point) in figures.each() {
        let mut before: Option<(&Figure, &ReleaseRecord)> = None;
        for (position, figure) in point.vintages() {
            let Some(release) = context.catalog.releases().get(figure.release) else {
                continue;
            };
            if !matches!(figure.basis, Basis::Row { .. }) {
                continue;
            }
            let problem = before
                .and_then(|(old, earlier)| transition((old, earlier), (figure, release)))
                .or_else(|| state(context, figures, figure, release));
            let failed = problem.map(|(problem, help)| {
                let message = format!("{} {problem}", described(context.catalog, figures, key, figure));
                Failed::new(place(context.catalog, figures, figure), message, help)
            });
            if position == point.revisions() {
                sheet.test_figure(at, failed);
            } else {
                sheet.test(failed);
            }
            before = Some((figure, release));
        }
    }
    sheet.not_applicable("the metric has no rows");
}

fn is_final(figure: &Figure, release: &ReleaseRecord) -> bool {
    release.release.status == ReleaseStatus::Final && figure.status != ObservationStatus::Provisional
}

/// What is wrong with the status of a row, whatever it was before.
fn state(context: &Context<'_>, figures: &Figures<'_>, figure: &Figure, release: &ReleaseRecord) -> Option<Problem> {
    use ObservationStatus::{Forecast, Missing, MissingNotCollected, Other, Unvalidated};
    let status = figure.status;
    let code = status.code();
    if status.is_missing() && figure.reported.is_some() {
        return Some((format!("has a value beside the status `{code}` ({})", status.label()), "remove the value, or the status"));
    }
    if matches!(status, MissingNotCollected | Missing | Other) && figure.comment.is_none() {
        return Some((format!("has the status `{code}` ({}) without a comment", status.label()), "say why in the column `comment`"));
    }
    if status == Unvalidated && is_final(figure, release) {
        let problem = format!("has the status `{code}` ({}) in the final release `{}`", status.label(), release.id);
        return Some((problem, "check the value before the release is final"));
    }
    let (zone, boundary) = context.catalog.day(figures.metric);
    let is_over = || figure.period.bounds(zone, boundary, context.catalog.calendar()).1 <= release.release.released;
    (status == Forecast && is_over()).then(|| {
        let problem = format!("has the status `{code}` ({}), but its period was over when it was released", status.label());
        (problem, "report what was measured, or write the status `E` with a comment that says how it was estimated")
    })
}

/// What is wrong with a status after the one before it.
fn transition((old, earlier): (&Figure, &ReleaseRecord), (new, later): (&Figure, &ReleaseRecord)) -> Option<Problem> {
    if !is_final(old, earlier) {
        return None;
    }
    if !is_final(new, later) {
        let problem = format!("was final in the release `{}` and is provisional in `{}`", earlier.id, later.id);
        return Some((problem, "leave the final figure as it is until a final release with a restatement replaces it"));
    }
    if new.comment.is_some() {
        return None;
    }
    if new.status.is_missing() && old.value.is_ok() {
        let problem = format!("was final in the release `{}` and is withdrawn in `{}` without a comment", earlier.id, later.id);
        return Some((problem, "say in the column `comment` why the figure is withdrawn"));
    }
    (old.status == ObservationStatus::Break && new.status != ObservationStatus::Break).then(|| {
        let problem = format!("was marked as a break (`B`) in the release `{}` and no longer is in `{}`", earlier.id, later.id);
        (problem, "write the status `B` again, or say in the column `comment` why there is no break")
    })
}
