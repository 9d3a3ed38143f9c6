//! I08: a figure on a page is not that of its row of data.

use crate::check::rule::{Assertion, Looks, Severity, check};

check! {
    /// A figure on a page is not that of its row in `data/figures.csv`, or has none.
    ///
    /// # What it does
    ///
    /// Opens, for each line of `data/figures.csv`, the page that it names, looks for the anchor, and compares what is shown there with the value of the line. A line
    /// whose page or anchor is not there, and a value that is shown otherwise, are failures.
    ///
    /// # Why it matters to an auditor
    ///
    /// Readers quote pages, auditors recalculate data. If the two could differ, whatever was tested would not be what was read.
    ///
    /// # Example
    ///
    /// ```csv
    /// page,anchor,metric,version,period,segment,…,value
    /// metrics/calls.html,p-2026-01,calls,1.0.0,2026-01,total,…,82.4
    /// ```
    ///
    /// # Instead
    ///
    /// Make the report again: pages and data come from the same figures. Where a theme changes how a value is written, let it show the value as it is given.
    ///
    /// # Configuration
    ///
    /// Nothing is configured. Values are compared as numbers, so that separators of a language do not matter.
    "I08" "figure-without-row" {
        severity: Severity::Error,
        supports: &[Assertion::Accuracy, Assertion::Presentation],
        mark: None,
        inputs: "each line of `data/figures.csv`, and the page and anchor that it names",
        expects: "the page shows at that anchor the value of the line",
        looks: Looks::Sealed("figures are compared on the finished pages; `tickmark verify` does so"),
    }
}
