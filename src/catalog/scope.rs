//! Segments and their codes, where records other than the segment name them.

use std::collections::BTreeMap;

use crate::diag::{Finding, Findings, codes, did_you_mean};
use crate::model::{AnyRecord, Id, Kind, RecordRef, Segment};
use crate::source::{Project, Record};

/// A scope as written in a record: segment id and code, or `*` for each code of the segment by itself.
pub type CellScope = BTreeMap<String, String>;

/// Reports scopes that name a segment or code that the metric does not have.
pub(super) fn find_bad_scopes(project: &Project, positions: &BTreeMap<RecordRef, usize>, findings: &mut Findings) {
    let find = |kind: Kind, id: &Id| positions.get(&RecordRef { kind, id: id.clone() }).map(|position| &*project.records[*position]);
    for record in &project.records {
        match &record.fields {
            AnyRecord::Target(target) => check(record, "scope", target.metric.id(), &target.scope, &find, findings),
            AnyRecord::Metric(metric) => {
                for (segment, codes) in &metric.required_segments {
                    let path = format!("required_segments.{segment}");
                    for (index, code) in codes.iter().enumerate() {
                        let at = Named { record, key: &path, value: &format!("{path}.{index}"), segment, code };
                        check_code(&at, &record.id, &find, findings);
                    }
                }
            }
            AnyRecord::Scorecard(scorecard) => {
                for (index, item) in scorecard.items.iter().enumerate() {
                    check(record, &format!("items.{index}.scope"), item.metric.id(), &item.scope, &find, findings);
                }
            }
            _ => {}
        }
    }
}

fn check<'a>(
    record: &Record,
    path: &str,
    metric: &Id,
    scope: &CellScope,
    find: &impl Fn(Kind, &Id) -> Option<&'a Record>,
    findings: &mut Findings,
) {
    for (segment, code) in scope {
        let path = format!("{path}.{segment}");
        let at = Named { record, key: &path, value: &path, segment, code };
        check_code(&at, metric, find, findings);
    }
}

/// A segment and a code that a record names, with the paths at which it does.
struct Named<'a> {
    record: &'a Record,
    key: &'a str,
    value: &'a str,
    segment: &'a str,
    code: &'a str,
}

fn check_code<'a>(at: &Named<'_>, metric: &Id, find: &impl Fn(Kind, &Id) -> Option<&'a Record>, findings: &mut Findings) {
    let Named { record, segment, code, .. } = *at;
    let Some(AnyRecord::Metric(definition)) = find(Kind::Metric, metric).map(|record| &record.fields) else {
        return;
    };
    let Some(reference) = definition.segments.iter().find(|reference| reference.id().as_str() == segment) else {
        let message = format!("the metric `{metric}` is not broken down by `{segment}`");
        let known = definition.segments.iter().map(|reference| reference.id().as_str());
        let help = did_you_mean(segment, known)
            .map_or_else(|| format!("remove it, or name it under the `segments` of `{metric}`"), |name| format!("did you mean `{name}`?"));
        findings.push(Finding::error(&codes::UNKNOWN_REFERENCE, record.key_place(at.key), message).help(help));
        return;
    };
    let Some(AnyRecord::Segment(fields)) = find(Kind::Segment, reference.id()).map(|record| &record.fields) else {
        return;
    };
    if code != "*" && !has_code(fields, code) {
        let known = fields.codes.iter().map(|known| known.code.as_str());
        let help = did_you_mean(code, known)
            .map_or_else(|| "choose a code of the segment, or add the code to it".to_owned(), |name| format!("did you mean `{name}`?"));
        let message = format!("the segment `{segment}` has no code `{code}`");
        findings.push(Finding::error(&codes::UNKNOWN_REFERENCE, record.place(at.value), message).help(help));
    }
}

fn has_code(segment: &Segment, code: &str) -> bool {
    segment.codes.iter().any(|known| known.code == code)
}
