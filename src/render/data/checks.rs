//! `checks.json`: every check, and what came of it for every subject, passes and all.
//!
//! Results of metrics are made again, some metrics at a time, since a large project has more of them than memory should hold.

use std::io::{self, Write};

use rayon::prelude::*;
use serde_json::{Map, Value, json};

use crate::check::{CHECKS, Check, CheckResult, Failed, Subject, Verdict, test_project, test_record, test_release};
use crate::diag::{Level, Place};
use crate::model::settings::CheckLevel;
use crate::model::{AnyRecord, Kind};
use crate::site::Site;
use crate::source::Record;
use crate::stats::MetricSeries;

/// The version of the shape; later versions add and never rename.
const FORMAT: u32 = 1;

/// Records whose results are held at once: enough for all cores, few enough for memory not to grow with the project.
const AT_ONCE: usize = 64;

/// Writes all results: one line for each check, then one for each subject, the project first, then releases, then records.
///
/// Fails when the sink does.
pub fn write_checks(site: &Site, sink: &mut dyn Write) -> io::Result<()> {
    write_head(site, sink)?;
    let catalog = site.catalog();
    let context = site.context();
    let waivers = site.preliminary().waivers();
    let mut lines = Lines { sink, first: true };
    lines.write(subject(site, &Subject::Project, &test_project(&context, waivers)))?;
    for release in catalog.releases() {
        lines.write(subject(site, &Subject::Release(release.id.clone()), &test_release(&context, waivers, release)))?;
    }
    for some in catalog.records().chunks(AT_ONCE) {
        let of = |record: &Record| {
            let mut results = if record.kind == Kind::Metric { of_metric(site, record) } else { test_record(&context, waivers, record) };
            if let AnyRecord::Waiver(waiver) = &record.fields {
                results.extend(site.ledger().of_waiver(&context, record, waiver));
            }
            subject(site, &Subject::Record(record.reference()), &results)
        };
        let texts: Vec<Option<String>> = some.par_iter().map(|record| of(record)).collect();
        texts.into_iter().try_for_each(|text| lines.write(text))?;
    }
    sink.write_all(b"\n]}\n")
}

/// Lines of a list, parted by commas.
struct Lines<'s> {
    sink: &'s mut dyn Write,
    first: bool,
}

impl Lines<'_> {
    fn write(&mut self, text: Option<String>) -> io::Result<()> {
        let Some(text) = text else {
            return Ok(());
        };
        self.sink.write_all(if self.first { b"\n" } else { b",\n" })?;
        self.first = false;
        self.sink.write_all(text.as_bytes())
    }
}

/// What the file is, and the checks.
fn write_head(site: &Site, sink: &mut dyn Write) -> io::Result<()> {
    let report = site.report();
    let commit = report.commit.as_ref().map_or(Value::Null, |head| json!(head.id.clone()));
    let changed = report.commit.as_ref().is_some_and(|head| head.changed);
    writeln!(sink, "{{\"format\": {FORMAT},")?;
    writeln!(sink, "\"tool\": {},", Value::from(report.tool.as_str()))?;
    writeln!(sink, "\"as_of\": {},", Value::from(report.as_of.to_string()))?;
    writeln!(sink, "\"commit\": {commit},")?;
    writeln!(sink, "\"uncommitted_changes\": {changed},")?;
    writeln!(sink, "\"profile\": {},", Value::from(site.catalog().settings().profile.name()))?;
    sink.write_all(b"\"checks\": [")?;
    for (position, check) in CHECKS.iter().enumerate() {
        sink.write_all(if position == 0 { b"\n" } else { b",\n" })?;
        sink.write_all(described(site, check).to_string().as_bytes())?;
    }
    sink.write_all(b"\n],\n\"subjects\": [")
}

fn described(site: &Site, check: &Check) -> Value {
    let settings = site.catalog().settings();
    let level = match settings.checks.get(check.code.id) {
        Some(CheckLevel::Off) => "off",
        Some(CheckLevel::Info) => word(Level::Information),
        Some(CheckLevel::Warn) => word(Level::Warning),
        Some(CheckLevel::Error) => word(Level::Error),
        None => word(check.severity.level(settings.profile)),
    };
    let count = site.ledger().count(check.code.id);
    let counts: Map<String, Value> = Verdict::ALL.iter().map(|verdict| (verdict.word().to_owned(), json!(count.of(*verdict)))).collect();
    json!({
        "code": check.code.id,
        "name": check.code.name,
        "summary": check.code.summary,
        "level": level,
        "supports": check.supports.iter().map(|assertion| assertion.code()).collect::<Vec<_>>(),
        "mark": check.mark.map(crate::check::Mark::letters),
        "inputs": check.inputs,
        "expects": check.expects,
        "counts": counts,
    })
}

const fn word(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Information => "information",
    }
}

/// The results of a metric and its figures; those on releases and reconciliations stand with these.
fn of_metric(site: &Site, record: &Record) -> Vec<CheckResult> {
    let Some(series) = MetricSeries::build(site.catalog(), &record.id) else {
        return Vec::new();
    };
    let tests = site.preliminary().test(&site.context(), &series);
    let own = Subject::Record(record.reference());
    tests.results.into_iter().filter(|result| result.subject == own).collect()
}

/// A subject with its results; nothing where no check looks at it.
fn subject(site: &Site, subject: &Subject, results: &[CheckResult]) -> Option<String> {
    if results.is_empty() {
        return None;
    }
    let spoken = results.iter().filter(|result| result.verdict != Verdict::NotApplicable).map(told);
    let silent = results.iter().filter(|result| result.verdict == Verdict::NotApplicable);
    let silent: Map<String, Value> = silent.map(|result| (result.check.code.id.to_owned(), json!(result.reason))).collect();
    let mut value = json!({
        "subject": subject.to_string(),
        "place": placed(&subject.place(site.catalog())),
        "results": spoken.collect::<Vec<_>>(),
    });
    if !silent.is_empty() {
        value["not_applicable"] = Value::Object(silent);
    }
    Some(value.to_string())
}

/// A result; what has nothing to say is left out.
fn told(result: &CheckResult) -> Value {
    let mut value = Map::new();
    let mut put = |name: &str, is: bool, what: Value| {
        if is {
            value.insert(name.to_owned(), what);
        }
    };
    put("check", true, json!(result.check.code.id));
    put("verdict", true, json!(result.verdict.word()));
    put("level", result.verdict != Verdict::Pass, json!(word(result.level)));
    put("tested", true, json!(result.tested));
    put("untested", result.untested > 0, json!(result.untested));
    put("reason", !result.reason.is_empty(), json!(result.reason));
    put("inputs", !result.inputs.is_empty(), json!(result.inputs));
    put("failed", !result.failed.is_empty(), result.failed.iter().map(|failed| wrong(result, failed)).collect());
    put("waiver", result.waiver.is_some(), json!(result.waiver.as_ref().map(ToString::to_string)));
    Value::Object(value)
}

/// One thing that is wrong; what the check always expects stands with the check.
fn wrong(result: &CheckResult, failed: &Failed) -> Value {
    let mut value = json!({
        "message": failed.message,
        "expected": failed.expected.as_deref().unwrap_or(result.check.expects),
        "found": failed.found,
        "place": placed(&failed.place),
        "help": failed.help,
    });
    if let Some(level) = failed.level.filter(|level| *level != result.level) {
        value["level"] = json!(word(level));
    }
    if !failed.related.is_empty() {
        let related = failed.related.iter().map(|(place, says)| json!({ "place": placed(place), "says": says }));
        value["related"] = related.collect();
    }
    value
}

fn placed(place: &Place) -> Value {
    json!({ "path": &*place.path, "line": place.line, "column": place.column })
}
