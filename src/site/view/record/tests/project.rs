//! A small project with a record of every kind, made from the shape of each.

use crate::catalog::link;
use crate::diag::Findings;
use crate::model::{Date, FieldShape, Kind, RecordShape, Scalar, Shape};
use crate::site::{Report, Site};
use crate::source::{MemoryWorkspace, read_project};

/// Fields that would make a circle, or that have to fit results of their own.
pub(super) const LEFT_OUT: &[&str] = &["supersedes", "causes", "recurrence_of", "scope", "mapping", "parent", "sha256", "release"];

const SETTINGS: &str = "title: A report\norganisation: An organisation\ntimezone: Europe/London\npolicies:\n  revision: sample\n";

const ACTIVE: &str = "title: Answered in time\nversion: 1.0.0\neffective_from: 2026-01-01\nstate: active\nscoring: proportion\nunit: percent\n\
decimals: 1\ndirection: increase\nfrequency: P1M\nexclusions: [sample]\nsegments: [sample]\nsources: [sample]\ntransforms: [sample]\n\
accountable: person/sample\ndefinition: Calls answered in time.\n";

const RETIRED: &str = "title: Calls <b>\nversion: 1.0.0\neffective_from: 2026-01-01\nstate: retired\nscoring: count\nunit: count\ndecimals: 0\n\
direction: increase\nfrequency: P1M\ndefinition: Calls.\nretired:\n  reason: Nobody used it.\n  last_period: 2026-01\n";

const RESULTS: &str = "period,sample,denominator_raw,numerator,denominator,excluded:sample\n\
2026-01,,1000,700,990,10\n2026-01,code,1000,700,990,10\n2026-02,,1250,600,1200,50\n2026-02,code,1250,600,1200,50\n";

const RELEASE: &str = "title: February 2026\nstatus: final\nreleased: 2026-03-10T09:00:00Z\nnotes: All of it. More.\nextracts:\n  - source: sample\n    file: extracts/a.csv\n    rows: 1250\n";

const AGREED: &str = "title: Four in five\nstate: agreed\nmetric: active\nfrom: \"2026-01\"\ntarget: 80\nbasis: history\nbasis_ref: Last year.\n\
agreed_by: [person/sample]\nagreed_at: 2025-12-01\n";

/// What is written for a scalar of a shape.
fn written(name: &str, shape: &Shape, full: bool) -> String {
    match shape {
        Shape::Text if name == "code" => "\"code\"".to_owned(),
        Shape::Text => "\"Words\"".to_owned(),
        Shape::Boolean => "true".to_owned(),
        Shape::Integer { minimum, .. } => minimum.unwrap_or(1).max(1).to_string(),
        Shape::Scalar(scalar) => scalar_text(*scalar).to_owned(),
        Shape::Reference(kinds) => {
            let kind = kinds.iter().find(|kind| **kind != Kind::Metric || kinds.len() == 1).copied().unwrap_or(Kind::Metric);
            let id = if kind == Kind::Metric { "active" } else { "sample" };
            format!("\"{kind}/{id}\"")
        }
        Shape::Choice(choices) => format!("\"{}\"", choices.first().map_or("", |choice| choice.value.as_str())),
        Shape::List(inner) => format!("[{}]", written(name, inner, full)),
        Shape::Map(inner) => format!("{{\"2026-02\": {}}}", written(name, inner, full)),
        Shape::Record(shape) => format!("{{{}}}", entries(shape, full).join(", ")),
    }
}

const fn scalar_text(scalar: Scalar) -> &'static str {
    match scalar {
        Scalar::Prose => "\"Words with **weight**.\"",
        Scalar::Decimal => "95",
        Scalar::Date => "2026-01-05",
        Scalar::Instant => "\"2026-01-05T09:00:00Z\"",
        Scalar::TimeOfDay => "\"06:00\"",
        Scalar::Zone => "Europe/London",
        Scalar::Duration => "P7D",
        Scalar::Period => "\"2026-02\"",
        Scalar::Frequency => "P1M",
        Scalar::FiscalStart => "\"04-01\"",
        Scalar::Unit => "percent",
        Scalar::Version => "1.0.0",
        Scalar::Id => "an-id",
        Scalar::Sha256 => "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"",
        Scalar::Expression => "\"numerator / denominator\"",
    }
}

fn entries(shape: &RecordShape, full: bool) -> Vec<String> {
    let shown = |field: &&FieldShape| field.required || full && !LEFT_OUT.contains(&field.name.as_str());
    shape.fields.iter().filter(shown).map(|field| format!("{}: {}", field.name, written(&field.name, &field.shape, full))).collect()
}

/// A record with what its kind demands, or with every field.
fn record(kind: Kind, full: bool) -> String {
    let mut lines = entries(kind.shape(), full);
    lines.push(String::new());
    lines.join("\n")
}

/// A project with a metric that has results, one that is retired, and a record of every kind.
pub(super) fn workspace() -> MemoryWorkspace {
    let mut workspace = MemoryWorkspace::new()
        .with("tickmark.yaml", SETTINGS)
        .with("content/index.md", "---\ntitle: About\n---\nRead [the source](source/sample).\n")
        .with("content/methods.md", "---\ntitle: Methods\norder: 1\n---\nHow it is done.\n")
        .with("metrics/definitions/active.yaml", ACTIVE)
        .with("metrics/definitions/retired.yaml", RETIRED)
        .with("metrics/targets/agreed.yaml", AGREED)
        .with("metrics/snapshots/2026-03/release.yaml", RELEASE)
        .with("metrics/snapshots/2026-03/active.csv", RESULTS);
    for kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Metric) {
        let folder = kind.row().folder;
        workspace = workspace.with(&format!("{folder}/sample.yaml"), record(*kind, true));
        if !matches!(kind, Kind::Segment | Kind::Exclusion | Kind::Source | Kind::Transform | Kind::Survey) {
            // A waiver is for a record or for a release; neither alone is demanded.
            let subject = if *kind == Kind::Waiver { "subject: metric/active\n" } else { "" };
            workspace = workspace.with(&format!("{folder}/least.yaml"), record(*kind, false) + subject);
        }
    }
    workspace.with("content/decisions/newer.yaml", format!("{}supersedes: decision/sample\n", record(Kind::Decision, false)))
}

/// The site of a project without an error.
pub(super) fn site(workspace: &MemoryWorkspace) -> Site {
    let reading = read_project(workspace);
    let mut findings = reading.findings;
    let Some(project) = reading.project else { panic!("{:#?}", findings.sorted()) };
    let linking = link(project);
    findings.append(linking.findings);
    let Some(catalog) = linking.catalog else { panic!("{:#?}", findings.sorted()) };
    let as_of = Date::new(2026, 3, 31).expect("a day");
    Site::plan(catalog, Report::new(as_of), std::sync::Arc::new(crate::language::Language::built_in("en")), Findings::new())
}
