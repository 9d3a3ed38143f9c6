//! S12: a figure that was published as final changed without a new release.

use crate::catalog::Catalog;
use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::diag::Place;
use crate::history::SilentRevision;

check! {
    /// A figure that was published as final changed without a new release.
    ///
    /// # What it does
    ///
    /// Reads every commit that changed the files of a release after it was final, and reports each row that was edited or removed; what is not committed yet
    /// counts as well.
    ///
    /// # Why it matters to an auditor
    ///
    /// A figure that changes without notice makes two reports of one period disagree, and nobody can say which one was published. Restatements are for
    /// that: a new release with a reason.
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
    /// `history.since` in `tickmark.yaml` says from which commit on changes count. A project without a repository cannot be tested.
    "S12" "silent-revision" {
        severity: Severity::Error,
        supports: &[Assertion::Integrity, Assertion::Comparability],
        mark: None,
        inputs: "every commit that changed the files of a release",
        expects: "no final release was changed",
        looks: Looks::Project(test),
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
