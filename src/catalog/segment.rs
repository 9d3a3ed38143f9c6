//! What is wrong with segments themselves: codes that stand twice, parents that are no codes, names that a column has already.

use std::collections::BTreeMap;

use crate::diag::{Finding, Findings, codes, did_you_mean};
use crate::model::{AnyRecord, Segment};
use crate::source::{Project, Record, is_common_column};

/// Reports segments that no table of results could be read against without doubt.
pub(super) fn find_bad_segments(project: &Project, findings: &mut Findings) {
    for record in &project.records {
        if let AnyRecord::Segment(segment) = &record.fields {
            find_repeated_codes(record, segment, findings);
            find_unknown_parents(record, segment, findings);
            if is_common_column(record.id.as_str()) {
                let message = format!("the segment `{}` has the name of a column that any table of results may have", record.id);
                let finding = Finding::error(&codes::BAD_ID, record.key_place("title"), message);
                findings.push(finding.help("give the segment another id, and rename its file"));
            }
        }
    }
}

fn find_repeated_codes(record: &Record, segment: &Segment, findings: &mut Findings) {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, code) in segment.codes.iter().enumerate() {
        let place = |index: usize| record.place(&format!("codes.{index}.code"));
        if let Some(first) = seen.get(code.code.as_str()) {
            let message = format!("the segment `{}` has the code `{}` twice", record.id, code.code);
            let finding = Finding::error(&codes::DUPLICATE_KEY, place(index), message).related(place(*first), "first here");
            findings.push(finding.help("keep one of the two"));
        } else {
            seen.insert(&code.code, index);
        }
    }
}

fn find_unknown_parents(record: &Record, segment: &Segment, findings: &mut Findings) {
    let known = || segment.codes.iter().map(|code| code.code.as_str());
    for (index, code) in segment.codes.iter().enumerate() {
        let Some(parent) = code.parent.as_deref().filter(|parent| known().all(|code| code != *parent)) else {
            continue;
        };
        let message = format!("the segment `{}` has no code `{parent}` that could be the parent of `{}`", record.id, code.code);
        let help = did_you_mean(parent, known())
            .map_or_else(|| "add the code, or remove `parent`".to_owned(), |name| format!("did you mean `{name}`?"));
        findings.push(Finding::error(&codes::UNKNOWN_REFERENCE, record.place(&format!("codes.{index}.parent")), message).help(help));
    }
}
