//! What waivers are for: a record or a release, and one that exists.

use std::collections::BTreeSet;

use crate::diag::{Finding, Findings, codes, did_you_mean};
use crate::model::{AnyRecord, Id};
use crate::source::Project;

/// Reports waivers of nothing, of two things at once, and of releases that do not exist; unknown records are told with all references.
pub(super) fn find_bad_waivers(project: &Project, findings: &mut Findings) {
    let releases: BTreeSet<&Id> = project.releases.iter().map(|release| &release.id).collect();
    for record in &project.records {
        let AnyRecord::Waiver(waiver) = &record.fields else { continue };
        let id = &record.id;
        match (&waiver.subject, &waiver.release) {
            (None, None) => {
                let message = format!("the waiver `{id}` names neither a `subject` nor a `release`");
                let finding = Finding::error(&codes::MISSING_KEY, record.key_place("title"), message);
                findings
                    .push(finding.help("add `subject:` with the record for which the check is set aside, or `release:` with the release"));
            }
            (Some(_), Some(_)) => {
                let message = format!("the waiver `{id}` names a `subject` and a `release`, expected one of them");
                let finding = Finding::error(&codes::BAD_VALUE, record.key_place("release"), message);
                findings.push(finding.help("write a waiver for each"));
            }
            (None, Some(release)) if !releases.contains(release) => {
                let message = format!("`release` leads to no release: there is no `{release}`");
                let known = releases.iter().map(|known| known.as_str());
                let help = did_you_mean(release.as_str(), known).map_or_else(
                    || format!("add `metrics/snapshots/{release}/release.yaml`, or mend the id"),
                    |name| format!("did you mean `{name}`?"),
                );
                findings.push(Finding::error(&codes::UNKNOWN_REFERENCE, record.place("release"), message).help(help));
            }
            _ => {}
        }
    }
}
