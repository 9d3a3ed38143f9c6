//! S12: a figure that was published as final changed without a new release.

use crate::catalog::Catalog;
use crate::diag::{Finding, Place, codes};
use crate::history::SilentRevision;

/// Columns that a message names one by one.
const TOLD: usize = 4;

/// Reports what commits did to releases that were final.
pub(in crate::check) fn find(catalog: &Catalog) -> Vec<Finding> {
    catalog.silent_revisions().iter().map(|revision| finding(catalog, revision)).collect()
}

fn finding(catalog: &Catalog, revision: &SilentRevision) -> Finding {
    let by = match revision.commit.and_then(|position| catalog.past().commits.get(position)) {
        Some(commit) => format!("by commit `{}` of {}", commit.id.short(), commit.committer.at),
        None => "by an edit that is not committed yet".to_owned(),
    };
    let what = match (&revision.metric, revision.columns.is_empty()) {
        (None, true) => "it was removed".to_owned(),
        (None, false) => changes(revision),
        (Some(_), true) => format!("the row `{}` was removed", revision.row),
        (Some(_), false) => format!("the row `{}` was changed: {}", revision.row, changes(revision)),
    };
    let message = format!("the release `{}` was final when {what}, {by}", revision.release);
    let help = "put back what was published, and publish the correction in a new release that names a restatement";
    Finding::error(&codes::SILENT_REVISION, Place::file(revision.path.clone()), message).help(help)
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
