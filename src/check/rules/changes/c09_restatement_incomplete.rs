//! C09: a restatement is not made as one has to be.

use crate::check::context::Context;
use crate::check::facts::changes::Restating;
use crate::check::result::Failed;
use crate::check::review::is_same_person;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::reference::Reference;
use crate::model::restatement::{Restatement, RestatementReason, RestatementState};
use crate::model::{AnyRecord, Kind};
use crate::source::{Record, ReleaseRecord};

check! {
    /// A restatement has no effect, no change behind it, no independent approver, or was announced after its figures.
    ///
    /// # What it does
    ///
    /// Of a restatement that is `published` it asks that a release names it under `restatement` and that this release changes a final figure of an
    /// earlier one. It compares `announced_on` with the day on which the first such release was published, and `approved_by` with those who prepared these
    /// releases. A restatement for a change of method (`R3`) has to name that change.
    ///
    /// # Why it matters to an auditor
    ///
    /// Figures that were published are what people acted on. When they are corrected, readers have to be told why, by how much and by whose word, no
    /// later than they see the new figures.
    ///
    /// # Example
    ///
    /// ```yaml
    /// # content/restatements/2026-07-02-promised-calls.yaml
    /// state: published
    /// announced_on: 2026-07-20
    /// # metrics/snapshots/2026-06/release.yaml
    /// released: 2026-07-16T09:30:00+01:00
    /// restatement: 2026-07-02-promised-calls
    /// ```
    ///
    /// # Instead
    ///
    /// Announce first, then publish: `announced_on` is the day of the release or an earlier one, and the release names the restatement.
    ///
    /// # Configuration
    ///
    /// Reason, approver and day of announcement are demanded of every restatement when it is read. A figure that was marked as provisional may change without
    /// one and is no effect. One that is only `announced` is tested once its figures are published.
    "C09" "restatement-incomplete" {
        severity: Severity::Error,
        supports: &[Assertion::Presentation, Assertion::Comparability],
        mark: None,
        inputs: "the restatement, the releases that name it and the figures that they change",
        expects: "announced in time, approved by somebody else, with figures that change",
        looks: Looks::Records(&[Kind::Restatement], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Restatement(restatement) = &record.fields else {
        return;
    };
    if restatement.reason_code == RestatementReason::Method {
        sheet.test(restatement.change.is_none().then(|| without_change(record)));
    }
    let restating = context.changes().restating(&record.reference());
    if restating.is_none() && restatement.state == RestatementState::Announced {
        return sheet.not_applicable("its figures are not published yet");
    }
    sheet.test(without_effect(record, restating));
    let Some(restating) = restating else {
        return;
    };
    let releases = || restating.releases.iter().filter_map(|position| context.catalog.releases().get(*position));
    for release in releases() {
        sheet.used(format!("release/{}", release.id));
        sheet.test(own_work(context, record, restatement, release));
    }
    if let Some(first) = releases().min_by_key(|release| release.release.released) {
        sheet.test(announced_late(context, record, restatement, first));
    }
}

fn without_change(record: &Record) -> Failed {
    let message = format!("expected `{}`, a restatement for a change of method, to name that change, found none", record.reference());
    Failed::new(record.place("reason_code"), message, "name the change under `change`")
}

fn without_effect(record: &Record, restating: Option<&Restating>) -> Option<Failed> {
    let name = record.reference();
    let found = match restating {
        None => "no release that names it",
        Some(restating) if restating.metrics.is_empty() => "none in the releases that name it",
        Some(_) => return None,
    };
    let message = format!("expected a final figure that `{name}` changes, found {found}");
    let help = "name the restatement under `restatement` in the release with the new figures";
    Some(Failed::new(record.place("state"), message, help))
}

fn own_work(context: &Context<'_>, record: &Record, restatement: &Restatement, release: &ReleaseRecord) -> Option<Failed> {
    let preparer = release.release.prepared_by.as_ref().map(Reference::record)?;
    let approver = restatement.approved_by.record();
    if !is_same_person(context.catalog, approver, preparer) {
        return None;
    }
    let name = record.reference();
    let message =
        format!("expected somebody other than `{preparer}`, who prepared `{}`, to agree to `{name}`, found `{approver}`", release.id);
    Some(Failed::new(record.place("approved_by"), message, "have somebody agree who did not prepare the figures"))
}

fn announced_late(context: &Context<'_>, record: &Record, restatement: &Restatement, first: &ReleaseRecord) -> Option<Failed> {
    let published = first.release.released.date_in(context.catalog.settings().timezone);
    let announced = restatement.announced_on;
    (announced > published).then(|| {
        let name = record.reference();
        let message = format!("expected `{name}` to be announced by `{published}`, when `{}` was published, found `{announced}`", first.id);
        let help = "announce a restatement before its figures are published, and say in a note what went wrong";
        Failed::new(record.place("announced_on"), message, help).values(format!("{published} or earlier"), announced.to_string())
    })
}
