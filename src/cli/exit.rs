//! Exit codes: 0 clean, 1 findings, 2 the work could not be done.

use crate::diag::{Finding, Level, codes};

/// Nothing at or above the threshold was found.
pub(super) const CLEAN: u8 = 0;
/// Something was found.
pub(super) const FINDINGS: u8 = 1;
/// The work could not be done.
pub(super) const FAILED: u8 = 2;

/// The exit code for findings that stopped a command: settings and files that cannot be read are no findings about the
/// project's contents.
pub(super) fn stopped(findings: &[Finding]) -> u8 {
    let could_not = |finding: &Finding| {
        finding.level == Level::Error
            && (finding.code == &codes::UNREADABLE || finding.code == &codes::SETTINGS || &*finding.place.path == "tickmark.yaml")
    };
    if findings.iter().any(could_not) { FAILED } else { FINDINGS }
}

/// The exit code for findings in a report that was written.
pub(super) fn written(findings: &[Finding], allowed: bool) -> u8 {
    let errors = findings.iter().any(|finding| finding.level == Level::Error);
    if errors && !allowed { FINDINGS } else { CLEAN }
}
