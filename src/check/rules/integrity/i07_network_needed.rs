//! I07: a report needs the network to be read.

use crate::check::rule::{Assertion, Looks, Severity, check};

check! {
    /// A report needs the network to be read or verified.
    ///
    /// # What it does
    ///
    /// Goes through the finished pages, styles and scripts, and names everything that a browser would fetch by itself from elsewhere: pictures, styles, scripts, fonts, frames and
    /// requests. Links that people may follow are no such thing.
    ///
    /// # Why it matters to an auditor
    ///
    /// Papers are kept for years. A page that fetches something shows tomorrow what somebody else chooses to send, tells that somebody who reads it and when, and is blank
    /// on the day on which the address is gone.
    ///
    /// # Example
    ///
    /// ```html
    /// <img src="https://example.org/logo.svg">
    /// ```
    ///
    /// # Instead
    ///
    /// ```html
    /// <img src="assets/logo.svg">
    /// ```
    ///
    /// # Configuration
    ///
    /// Nothing is configured. A theme of the project may bring files of its own in `assets`; they become part of the report.
    "I07" "network-needed" {
        severity: Severity::Error,
        supports: &[Assertion::Integrity],
        mark: None,
        inputs: "every page, style and script of the report",
        expects: "no page asks for anything outside the report",
        looks: Looks::Sealed("pages are looked through when they are all there; `tickmark verify` does so"),
    }
}
