//! L05: a file of source data is not the one that was registered.

use crate::check::context::Context;
use crate::check::extracts::{ExtractTest, extract_test};
use crate::check::mark::Mark;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::source::{Node, ReleaseRecord};

check! {
    /// A file of source data differs from the one that the release registers.
    ///
    /// # What it does
    ///
    /// Reads each file that a release names under `extracts` and compares its SHA-256 digest and, for comma-separated values, its number of records below
    /// the heading with those that are registered. An extract that is kept elsewhere, under `location`, cannot be tested here. A figure bears the mark H
    /// when all extracts of its release that were taken from the sources of its metric agree; one that could not be tested is enough to withhold it.
    ///
    /// # Why it matters to an auditor
    ///
    /// The digest fixes what the figures were made from. A file that differs was changed, cut off or mixed up after the release, and a recalculation from it
    /// proves nothing about what was published.
    ///
    /// # Example
    ///
    /// ```yaml
    /// extracts:
    ///   - source: contact-platform
    ///     file: extracts/2026-09/contacts.csv    # 4,811 records
    ///     rows: 4818
    /// ```
    ///
    /// # Instead
    ///
    /// Put back the file that was registered. Where the registration is wrong, find out which file the figures were made from before its digest is written anew.
    ///
    /// # Configuration
    ///
    /// Files are read below the folder `extracts` of the project, and below `metrics` and `content`, up to 128 MiB each; symbolic links are not followed.
    "L05" "extract-differs" {
        severity: Severity::Error,
        supports: &[Assertion::Existence, Assertion::Completeness, Assertion::Integrity],
        mark: Some(Mark::Extract),
        inputs: "the files that the release names under `extracts`, their digests and numbers of records",
        expects: "each file has the digest and the number of records that are registered",
        looks: Looks::Releases(test),
    }
}

fn test(context: &Context<'_>, release: &ReleaseRecord, sheet: &mut Sheet) {
    for (index, extract) in release.release.extracts.iter().enumerate() {
        if let Some(file) = &extract.file {
            sheet.used(file);
        }
        match extract_test(context.catalog, extract) {
            ExtractTest::Agrees => sheet.pass(),
            ExtractTest::Untestable(reason) => sheet.untestable(format!("the extract of `{}`: {reason}", extract.source.id())),
            ExtractTest::Differs { field, expected, found, message, help } => {
                let span = release.node.at(&format!("extracts.{index}.{field}")).map_or(0..0, Node::span);
                sheet.fail(Failed::new(release.source.place(span), message, help).values(expected, found));
            }
        }
    }
    if release.release.extracts.is_empty() {
        sheet.untestable("the release registers no extract");
    }
}
