//! S12: a published figure changed without a new release.

use crate::catalog::Catalog;
use crate::check::context::Context;
use crate::check::figures::Figures;
use crate::check::mark::Mark;
use crate::check::published::{Published, PublishedCell, PublishedFigure};
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::rules::place::{described, place};
use crate::check::sheet::Sheet;
use crate::diag::Place;
use crate::history::SilentRevision;
use crate::model::Decimal;
use crate::stats::{Basis, CellKey, Point, cell_name};

check! {
    /// A published figure changed without a new release.
    ///
    /// # What it does
    ///
    /// Reads every commit that changed the files of a release after it was final, and reports each row that was edited or removed; what is not committed yet
    /// counts as well.
    ///
    /// Where the report before this one is given, each of its figures is compared with the one of the same metric, cell and period. A figure that is the
    /// same, number for number, gets the mark `Ag`. One that differs has to stand in a later release, with the earlier value as its earlier vintage: whether that
    /// release says enough is for S09 and C09. Where nobody who may sign has signed the earlier report, nothing can be compared. A figure that is no longer
    /// there is for S06.
    ///
    /// # Why it matters to an auditor
    ///
    /// A figure that changes without notice makes two reports of one period disagree, and nobody can say which one was published. Restatements are for
    /// that: a new release with a reason. A history can be rewritten; a signed report that somebody kept cannot.
    ///
    /// # Example
    ///
    /// A commit changes `82.4` to `84.2` in `metrics/snapshots/2026-01/calls.csv`, a release of which `release.yaml` says `status: final`.
    ///
    /// # Instead
    ///
    /// Put back what was published. Report the right figure in a new release whose `restatement` names a restatement with its reason.
    ///
    /// # Configuration
    ///
    /// `history.since` in `tickmark.yaml` says from which commit on changes count. A project without a repository cannot be tested. `--previous` of `tickmark build`
    /// names the report before this one; its signature is judged by the signers of the project.
    "S12" "silent-revision" {
        severity: Severity::Error,
        supports: &[Assertion::Integrity, Assertion::Comparability],
        mark: Some(Mark::Agrees),
        inputs: "every commit that changed the files of a release, and the figures of the report before this one",
        expects: "no final release was changed, and no published figure but by a new release",
        looks: Looks::ProjectAndFigures(test, test_figures),
    }
}

/// Columns that a message names one by one.
const TOLD: usize = 4;

fn test(context: &Context<'_>, sheet: &mut Sheet) {
    let catalog = context.catalog;
    for revision in catalog.silent_revisions() {
        sheet.fail(failed(catalog, revision));
    }
    if catalog.past().commits.is_empty() {
        sheet.untestable("the project has no history");
    } else if catalog.silent_revisions().is_empty() {
        sheet.pass();
    }
}

fn failed(catalog: &Catalog, revision: &SilentRevision) -> Failed {
    let by = match revision.commit.and_then(|position| catalog.past().commits.get(position)) {
        Some(commit) => format!("by commit `{}` of {}", commit.id.short(), commit.committer.at),
        None => "by an edit that is not committed yet".to_owned(),
    };
    let what = match (&revision.metric, revision.columns.is_empty()) {
        (None, true) => "it was removed".to_owned(),
        (None, false) => format!("its `release.yaml` was changed: {}", changes(revision)),
        (Some(_), true) => format!("the row `{}` was removed", revision.row),
        (Some(_), false) => format!("the row `{}` was changed: {}", revision.row, changes(revision)),
    };
    let message = format!("the release `{}` was final when {what}, {by}", revision.release);
    let help = "put back what was published, and publish the correction in a new release that names a restatement";
    Failed::new(Place::file(revision.path.clone()), message, help)
}

fn changes(revision: &SilentRevision) -> String {
    let shown = |text: &Option<String>| text.as_deref().map_or_else(|| "nothing".to_owned(), |text| format!("`{}`", text.escape_debug()));
    let told = revision.columns.iter().take(TOLD);
    let mut words: Vec<String> =
        told.map(|(name, before, after)| format!("`{}` from {} to {}", name.escape_debug(), shown(before), shown(after))).collect();
    if revision.columns.len() > TOLD {
        words.push(format!("{} more", revision.columns.len() - TOLD));
    }
    words.join(", ")
}

/// Compares the figures of a metric with those of the report before this one.
fn test_figures(context: &Context<'_>, figures: &Figures<'_>, sheet: &mut Sheet) {
    let Some(previous) = context.facts.previous.as_deref() else {
        return sheet.not_applicable("no report before this one was given");
    };
    let metric = figures.record.id.as_str();
    let mut current: Option<(&CellKey, Option<&PublishedCell>)> = None;
    let mut compared = 0_usize;
    for (at, key, point) in figures.each() {
        let cell = match current {
            Some((same, cell)) if std::ptr::eq(same, key) => cell,
            _ => previous.figures.cell(metric, &cell_name(context.catalog, figures.metric, key)),
        };
        current = Some((key, cell));
        let Some(before) = cell.and_then(|cell| cell.figure(point.period())) else {
            continue;
        };
        compared += 1;
        if let Some(doubt) = &previous.doubt {
            sheet.untestable_figure(at, doubt);
        } else if before.value == point.latest.published {
            sheet.pass_figure(at);
        } else if is_announced(context.catalog, previous, before, point) {
            // Not silent, and yet no figure that agrees.
            sheet.pass();
        } else {
            sheet.fail_figure(at, revised(context.catalog, figures, (key, point), previous, before));
        }
    }
    if compared == 0 {
        sheet.not_applicable("the report before this one has none of its figures");
    } else {
        sheet.used(format!("the report before this one, as of {}", previous.as_of));
    }
}

/// Whether the records say that a figure took the place of the one that was published: as an earlier vintage, or, where it was computed from others, by a release
/// that came after the one it rested on.
fn is_announced(catalog: &Catalog, previous: &Published, before: &PublishedFigure, point: &Point) -> bool {
    if point.earlier.iter().any(|earlier| earlier.published == before.value) {
        return true;
    }
    let rested = previous.figures.release(before);
    let known = catalog.releases().iter().position(|release| release.id.as_str() == rested);
    !matches!(point.latest.basis, Basis::Row { .. }) && known.is_some_and(|known| known < point.latest.release)
}

fn revised(
    catalog: &Catalog,
    figures: &Figures<'_>,
    (key, point): (&CellKey, &Point),
    previous: &Published,
    before: &PublishedFigure,
) -> Failed {
    let shown = |value: Option<Decimal>| value.map_or_else(|| "no value".to_owned(), |value| format!("`{value}`"));
    let what = described(catalog, figures, key, &point.latest);
    let (then, now) = (shown(before.value), shown(point.latest.published));
    let message = format!("{what} is {now}, the report before this one, as of {}, had {then}, and no new release says so", previous.as_of);
    let help = "put back what was published, and publish the correction in a new release that names a restatement";
    Failed::new(place(catalog, figures, &point.latest), message, help).values(then, now)
}
