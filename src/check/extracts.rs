//! Whether a file of source data is the one that was registered, and what that says of the figures of a metric.

use crate::catalog::Catalog;
use crate::model::Metric;
use crate::model::release::{Extract, Release};
use crate::source::ExtractFile;

use super::sheet::Seen;

/// What came of holding a file against its registration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ExtractTest {
    /// It is the file that was registered.
    Agrees,
    /// It is not, or it is gone.
    Differs { field: &'static str, expected: String, found: String, message: String, help: &'static str },
    /// It could not be held against anything, and why.
    Untestable(&'static str),
}

/// Holds a file of source data against its registration.
pub(super) fn extract_test(catalog: &Catalog, extract: &Extract) -> ExtractTest {
    let Some(path) = &extract.file else {
        return ExtractTest::Untestable("it is kept outside the project");
    };
    let differs = |field, expected: String, found: String, message, help| ExtractTest::Differs { field, expected, found, message, help };
    match catalog.extract(path) {
        Some(ExtractFile::Measured { sha256, rows }) => {
            if let Some(expected) = extract.sha256.as_ref().filter(|expected| *expected != sha256) {
                let message = format!("the file `{path}` has another digest than the one that is registered");
                let help = "put back the file that was registered, or find out which one the figures were made from";
                return differs("sha256", expected.clone(), sha256.clone(), message, help);
            }
            if let Some((expected, found)) = extract.rows.zip(*rows).filter(|(expected, found)| expected != found) {
                let message = format!("the file `{path}` has {found} records, registered are {expected}");
                let help = "put back the file that was registered, or correct `rows`";
                return differs("rows", expected.to_string(), found.to_string(), message, help);
            }
            if extract.sha256.is_none() { ExtractTest::Untestable("its digest is not registered") } else { ExtractTest::Agrees }
        }
        Some(ExtractFile::Unread(reason)) => ExtractTest::Untestable(reason),
        Some(ExtractFile::Missing) | None => {
            let message = format!("the file `{path}` is registered and does not stand in the project");
            differs("file", path.clone(), "no file".to_owned(), message, "put the file back, or say under `location` where it is kept")
        }
    }
}

/// What the extracts of a release say of the figures of a metric: right where all that were taken from its sources agree. Nothing where none was.
pub(super) fn seen_of_metric(catalog: &Catalog, release: &Release, metric: &Metric) -> Option<Seen> {
    let mut seen = None;
    let is_read = |extract: &&Extract| metric.sources.iter().any(|source| source.id() == extract.source.id());
    for extract in release.extracts.iter().filter(is_read) {
        match extract_test(catalog, extract) {
            ExtractTest::Differs { .. } => return Some(Seen::Wrong),
            ExtractTest::Untestable(_) => seen = Some(Seen::Untested),
            ExtractTest::Agrees => seen = seen.or(Some(Seen::Right)),
        }
    }
    seen
}
