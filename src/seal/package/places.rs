//! Where each file of a project stands in a package, and the way back.

use crate::model::{Id, RecordRef};
use crate::source::{NamedPart, part_of};

/// The file of those who may sign, where the settings name no other.
pub(super) const USUAL_SIGNERS: &str = "content/signers";

/// The copy of that file in a package.
pub(super) const SIGNERS_COPY: &str = "data/signers";

const SETTINGS: &str = "data/settings/";
const RECORDS: &str = "data/records/";
const SNAPSHOTS: &str = "data/snapshots/";
const PROJECT_SNAPSHOTS: &str = "metrics/snapshots/";

/// What a file of a project is to a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum InputKind {
    /// The settings, or a part of the project's own theme.
    Settings,
    /// A record.
    Record(RecordRef),
    /// A page of prose.
    Prose,
    /// `release.yaml` of a release.
    Release(Id),
    /// Rows of a metric in a release.
    Results {
        /// The release.
        release: Id,
        /// The metric.
        metric: Id,
    },
    /// Those who may sign.
    Signers,
    /// Source data, which stays where it is.
    Extract,
}

/// What a file of a project is to a package, by its path alone.
#[must_use]
pub(super) fn input_kind(path: &str, signers: &str) -> InputKind {
    if path == signers {
        return InputKind::Signers;
    }
    match part_of(path) {
        Some(NamedPart::Settings) => InputKind::Settings,
        Some(NamedPart::Record { kind, id }) => InputKind::Record(RecordRef { kind, id }),
        Some(NamedPart::Release { release }) => InputKind::Release(release),
        Some(NamedPart::Results { release, metric }) => InputKind::Results { release, metric },
        None if path.starts_with("themes/") => InputKind::Settings,
        None if path.starts_with("content/") => InputKind::Prose,
        None => InputKind::Extract,
    }
}

/// The place of a file of a project; nothing for source data.
#[must_use]
pub fn packed_path(path: &str, signers: &str) -> Option<String> {
    match input_kind(path, signers) {
        InputKind::Signers => Some(SIGNERS_COPY.to_owned()),
        InputKind::Settings => Some(format!("{SETTINGS}{path}")),
        InputKind::Record(_) | InputKind::Prose => Some(format!("{RECORDS}{path}")),
        InputKind::Release(_) | InputKind::Results { .. } => {
            Some(format!("{SNAPSHOTS}{}", path.strip_prefix(PROJECT_SNAPSHOTS).unwrap_or(path)))
        }
        InputKind::Extract => None,
    }
}

/// The place of a record's JSON: beside the record.
#[must_use]
pub fn json_path(path: &str) -> String {
    let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    format!("{RECORDS}{stem}.json")
}

/// The path in its project of a file that a package holds; nothing for files that no project has.
#[must_use]
pub fn project_path(packed: &str) -> Option<String> {
    if packed == SIGNERS_COPY {
        return Some(USUAL_SIGNERS.to_owned());
    }
    let is_json = || packed.rsplit_once('.').is_some_and(|(_, ending)| ending == "json");
    if let Some(path) = packed.strip_prefix(RECORDS) {
        return (!is_json()).then(|| path.to_owned());
    }
    let snapshot = || Some(format!("{PROJECT_SNAPSHOTS}{}", packed.strip_prefix(SNAPSHOTS)?));
    packed.strip_prefix(SETTINGS).map(str::to_owned).or_else(snapshot)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn way_into_a_package_and_back_leads_to_the_same_file() {
        for path in [
            "tickmark.yaml",
            "themes/own/assets/a.css",
            "content/index.md",
            "content/people/ada.yaml",
            "metrics/definitions/deep/calls.md",
            "metrics/snapshots/2026-03/release.yaml",
            "metrics/snapshots/2026-03/calls.csv",
            "content/signers",
        ] {
            let packed = packed_path(path, USUAL_SIGNERS).expect("a place");
            assert_eq!(project_path(&packed).as_deref(), Some(path), "{packed}");
        }
        assert_eq!(packed_path("extracts/calls.csv", USUAL_SIGNERS), None);
        assert_eq!(project_path(&json_path("content/people/ada.yaml")), None);
        assert_eq!(project_path("data/report/index.html"), None);
    }
}
