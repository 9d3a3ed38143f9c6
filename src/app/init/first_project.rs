//! The small project with which a newcomer begins.

use std::collections::BTreeMap;

use super::OUTPUT_IGNORED;

/// Names a file of `project/` and its text.
macro_rules! file {
    ($path:literal) => {
        ($path, include_str!(concat!("project/", $path)))
    };
}

const FILES: [(&str, &str); 12] = [
    file!("content/index.md"),
    file!("content/teams/help-desk.yaml"),
    file!("metrics/definitions/answered-within-a-day.yaml"),
    file!("metrics/definitions/requests.yaml"),
    file!("metrics/exclusions/test-requests.yaml"),
    file!("metrics/snapshots/2026-06/answered-within-a-day.csv"),
    file!("metrics/snapshots/2026-06/release.yaml"),
    file!("metrics/snapshots/2026-06/requests.csv"),
    file!("metrics/sources/ticket-system.yaml"),
    file!("metrics/targets/answered-within-a-day.yaml"),
    ("output/.gitignore", OUTPUT_IGNORED),
    file!("tickmark.yaml"),
];

/// Every file of it by its path.
pub(super) fn first_project() -> BTreeMap<String, Vec<u8>> {
    FILES.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
}
