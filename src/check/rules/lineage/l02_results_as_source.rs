//! L02: results of this project are registered as the data from which results were made.

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::source::ReleaseRecord;

check! {
    /// Results of the project are registered as the source data from which results were made.
    ///
    /// # What it does
    ///
    /// Looks at each file that a release registers as an extract and finds those that are themselves results of this project, below `metrics/snapshots`.
    /// Transforms that read their own output and metrics that are computed from themselves are refused when the project is read (R31); this is the circle
    /// that is left.
    ///
    /// # Why it matters to an auditor
    ///
    /// A figure that rests on itself always agrees with its evidence. Its digest and its row count prove nothing.
    ///
    /// # Example
    ///
    /// ```yaml
    /// extracts:
    ///   - source: contact-platform
    ///     file: metrics/snapshots/2026-09/calls-answered.csv
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// extracts:
    ///   - source: contact-platform
    ///     file: extracts/2026-09/contacts.csv
    /// ```
    ///
    /// # Configuration
    ///
    /// There is nothing to configure but the level: `checks: {L02: warn}` in `tickmark.yaml`.
    "L02" "results-as-source" {
        severity: Severity::Error,
        supports: &[Assertion::Accuracy],
        mark: None,
        inputs: "the files and places of the extracts that the release names",
        expects: "source data comes from outside the results",
        looks: Looks::Releases(test),
    }
}

/// Where results stand.
const RESULTS: &str = "metrics/snapshots/";

fn test(_: &Context<'_>, release: &ReleaseRecord, sheet: &mut Sheet) {
    for (index, extract) in release.release.extracts.iter().enumerate() {
        let places = [("file", &extract.file), ("location", &extract.location)];
        let own = places.into_iter().find(|(_, path)| path.as_ref().is_some_and(|path| path.trim_start_matches("./").starts_with(RESULTS)));
        sheet.test(own.map(|(field, path)| {
            let source = extract.source.id();
            let path = path.as_deref().unwrap_or_default();
            let message = format!("the release `{}` registers the results `{path}` as data of the source `{source}`", release.id);
            let place = release.node.at(&format!("extracts.{index}.{field}")).map_or(0..0, crate::source::Node::span);
            Failed::new(release.source.place(place), message, "name the file that was taken out of the source")
        }));
    }
    sheet.not_applicable("the release registers no extract");
}
