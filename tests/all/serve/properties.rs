//! After any edits, what a preview shows is what a build writes.

use std::collections::BTreeSet;

use proptest::prelude::*;
use tickmark::app::{Preview, PreviewOptions, Problem, Progress, Served, Touched};
use tickmark::model::Date;

use crate::sandbox::{AS_OF, Files, Sandbox, files_below};

/// Tells nobody.
struct Silent;

impl Progress for Silent {
    fn begin(&self, _: &'static str, _: usize) {}
    fn advance(&self) {}
    fn end(&self) {}
}

/// One edit: a file and what it says then; nothing where it is removed.
type Edit = (&'static str, Option<String>);

const METRIC: &str = "metrics/definitions/answered-in-time.yaml";
const ROWS: &str = "metrics/snapshots/2026-03/answered-in-time.csv";
const PROSE: &str = "content/index.md";
const DECISION: &str = "content/decisions/2026-04-09-keep-the-target.md";
const TERM: &str = "content/glossary/offered.md";
const STYLE: &str = "themes/own/assets/95-own.css";
const TEMPLATE: &str = "themes/own/templates/prose.html";
const TEAM: &str = "content/teams/night.yaml";

fn original(path: &str) -> String {
    Sandbox::minimal().read(path)
}

fn edit() -> impl Strategy<Value = Edit> {
    let number = || 0..4_u8;
    prop_oneof![
        number().prop_map(|n| (METRIC, Some(original(METRIC).replace("Calls answered in time", &format!("Calls answered {n}"))))),
        Just((METRIC, Some("title: [broken\n".to_owned()))),
        Just((METRIC, Some(original(METRIC)))),
        number().prop_map(|n| (ROWS, Some(original(ROWS).replacen('9', &n.to_string(), 1)))),
        Just((ROWS, Some(original(ROWS)))),
        number().prop_map(|n| (PROSE, Some(format!("---\ntitle: Overview {n}\n---\n\nText *{n}*.\n")))),
        Just((DECISION, None)),
        Just((DECISION, Some(original(DECISION)))),
        number().prop_map(|n| (TERM, Some(original(TERM) + &format!("\nMore of {n}.\n")))),
        number().prop_map(|n| (TEAM, Some(format!("title: Night shift {n}\n")))),
        Just((TEAM, None)),
        any::<bool>().prop_map(|own| {
            let settings = original("tickmark.yaml");
            ("tickmark.yaml", Some(if own { settings + "theme: own\n" } else { settings }))
        }),
        number().prop_map(|n| (STYLE, Some(format!("h1 {{ letter-spacing: 0.0{n}em; }}\n")))),
        number().prop_map(|n| (
            TEMPLATE,
            Some(format!("{{% extends \"page.html\" %}}{{% block extra %}}<!-- {n} -->{{% endblock extra %}}\n"))
        )),
        Just((TEMPLATE, Some("{% extends \"page.html\" %}{% block".to_owned()))),
        Just((TEMPLATE, None)),
    ]
}

fn options(sandbox: &Sandbox) -> PreviewOptions {
    let as_of = Date::parse(AS_OF).expect("a day");
    PreviewOptions { project: sandbox.folder().to_owned(), as_of: Some(as_of), since: None, previous: None }
}

fn mistakes(preview: &Preview) -> Vec<String> {
    match preview.problem().as_deref() {
        Some(Problem::Mistakes(findings)) => findings.iter().map(|finding| format!("{}: {}", finding.place, finding.message)).collect(),
        Some(Problem::Failed(failure)) => vec![failure.to_string()],
        None => Vec::new(),
    }
}

/// Holds every file that a preview gives against a build's, and asks for those that it had before.
fn hold(preview: &Preview, built: &Files, ever: &mut BTreeSet<String>) -> Result<(), TestCaseError> {
    ever.extend(built.keys().filter(|path| !path.ends_with('/')).cloned());
    for path in &*ever {
        match (preview.file(path), built.get(path)) {
            (Served::File(bytes), Some(expected)) => prop_assert!(bytes == *expected, "{path} is not that of a build"),
            (Served::NotFound, None) => {}
            (served, expected) => prop_assert!(false, "{path}: {served:?}, built: {}", expected.is_some()),
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, max_shrink_iters: 30, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn after_any_edits_every_file_is_that_of_a_build(edits in prop::collection::vec((edit(), any::<bool>()), 1..8)) {
        let sandbox = Sandbox::minimal();
        let preview = Preview::open(options(&sandbox)).expect("a project");
        preview.refresh(&Touched::Everything, &Silent);
        let mut ever = BTreeSet::new();
        let mut last = Files::new();
        for (round, ((path, says), precisely)) in edits.iter().enumerate() {
            match says {
                Some(says) => sandbox.write(path, says),
                None if sandbox.path(path).exists() => sandbox.remove(path),
                None => {}
            }
            let touched = if *precisely { Touched::Paths(BTreeSet::from([(*path).to_owned()])) } else { Touched::Everything };
            preview.refresh(&touched, &Silent);
            // A build of every state would take long; the states in between count by what they leave behind.
            if round + 1 != edits.len() && round != edits.len() / 2 {
                if preview.problem().is_none() {
                    last.clear();
                }
                continue;
            }
            let built = Sandbox::empty();
            let output = built.path("report");
            let outcome = sandbox.build(&["--output", output.to_str().expect("text")]);
            let is_written = output.is_dir();
            prop_assert_eq!(is_written, preview.problem().is_none(), "{} {:?}", outcome.err, preview.problem());
            if is_written {
                last = files_below(&output);
                hold(&preview, &last, &mut ever)?;
            } else {
                let clean = Preview::open(options(&sandbox)).expect("a project");
                clean.refresh(&Touched::Everything, &Silent);
                prop_assert_eq!(mistakes(&preview), mistakes(&clean));
                if !last.is_empty() {
                    hold(&preview, &last, &mut ever)?;
                }
            }
        }
    }
}
