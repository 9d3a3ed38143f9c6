//! `tickmark check`: what it says, in each format, and how it ends.

use serde_json::Value;

use crate::diff_formats::{ATTACK, faults, value, xmllint};
use crate::diff_repository::Repository;
use crate::invalid::compare;
use crate::sandbox::{AS_OF, Outcome, Sandbox, run};
use crate::tree::{read, root};

const RESULTS: &str = "metrics/snapshots/2026-03/answered-in-time.csv";

fn check(sandbox: &Sandbox, args: &[&str]) -> Outcome {
    sandbox.run(&[&["check", "--as-of", AS_OF], args].concat())
}

/// The minimal project with a value that its counts do not give.
fn mistyped() -> Sandbox {
    let sandbox = Sandbox::minimal();
    sandbox.write(RESULTS, sandbox.read(RESULTS).replace("352,88.0", "352,80.0"));
    sandbox
}

/// The same with a text that attacks its reader.
fn hostile() -> Sandbox {
    let sandbox = mistyped();
    let metric = "metrics/definitions/answered-in-time.yaml";
    sandbox.write(
        metric,
        sandbox.read(metric)
            + &format!("formula: numerator / denominator\nterms: {{? '{}' : {{meaning: x}}}}\n", ATTACK.replace('\'', "''")),
    );
    sandbox
}

#[test]
fn clean_project_ends_with_0() {
    let outcome = check(&Sandbox::minimal(), &["--fail-on", "information"]);
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""), "{}", outcome.out);
    assert!(outcome.out.contains("0 findings"), "{}", outcome.out);
}

#[test]
fn error_ends_with_1_unless_nothing_may_fail() {
    let sandbox = mistyped();
    assert_eq!(check(&sandbox, &[]).code, 1);
    assert_eq!(check(&sandbox, &["--fail-on", "never"]).code, 0);
    assert!(check(&sandbox, &[]).out.contains("S01"));
}

#[test]
fn level_of_the_settings_decides_at_which_threshold_a_run_fails() {
    let sandbox = mistyped();
    sandbox.write("tickmark.yaml", sandbox.read("tickmark.yaml") + "checks: {S01: warn}\n");
    assert_eq!(check(&sandbox, &[]).code, 0);
    assert_eq!(check(&sandbox, &["--fail-on", "warning"]).code, 1);
}

#[test]
fn project_that_cannot_be_read_is_told_in_every_format() {
    for format in ["text", "json", "github", "sarif", "junit", "gitlab"] {
        let sandbox = Sandbox::minimal();
        sandbox.write("metrics/definitions/broken.yaml", "title: [\n");
        let outcome = check(&sandbox, &["--format", format]);
        assert_eq!(outcome.code, 1, "{format}");
        assert!(outcome.out.contains("R10"), "{format}: {}", outcome.out);
    }
}

#[test]
fn build_and_check_say_the_same() {
    let sandbox = mistyped();
    let checked = check(&sandbox, &[]).out;
    let built = sandbox.build(&[]).err;
    let findings =
        |text: &str| text.lines().filter(|line| line.contains("S01") || line.starts_with("error")).map(str::to_owned).collect::<Vec<_>>();
    assert!(!findings(&checked).is_empty());
    assert_eq!(findings(&checked), findings(&built));
}

#[test]
fn formats_fit_their_schemas() {
    let mut sarif = value(&read("tests/schemas/sarif-2.1.0.json"));
    // The published pattern has a bracket too many to be one; nothing here names a language.
    for part in ["run", "toolComponent"] {
        let language = &mut sarif["definitions"][part]["properties"]["language"];
        assert!(language.as_object_mut().expect("the language").remove("pattern").is_some());
    }
    let gitlab = value(&read("tests/schemas/gitlab-codequality.json"));
    let published = root().join("docs/schemas/check.schema.json");
    assert_eq!(compare(&published, &run(["schema", "check"]).out), Ok(()));
    let own = value(&read("docs/schemas/check.schema.json"));
    for sandbox in [Sandbox::minimal(), mistyped(), hostile()] {
        let written = |format: &str| check(&sandbox, &["--format", format, "--fail-on", "never"]).out;
        let log = value(&written("sarif"));
        assert_eq!(faults(&sarif, &log), Vec::<String>::new());
        for result in log["runs"][0]["results"].as_array().expect("results") {
            let index = usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("small");
            assert_eq!(log["runs"][0]["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
        }
        for issue in value(&written("gitlab")).as_array().expect("a list") {
            assert_eq!(faults(&gitlab, issue), Vec::<String>::new());
        }
        assert_eq!(faults(&own, &value(&written("json"))), Vec::<String>::new());
        if let Some(said) = xmllint(&written("junit")) {
            assert_eq!(said, "");
        }
        for line in written("github").lines() {
            assert!(["::error ", "::warning ", "::notice "].iter().any(|command| line.starts_with(command)), "{line}");
        }
    }
}

#[test]
fn json_names_checks_results_and_findings() {
    let document = value(&check(&mistyped(), &["--format", "json"]).out);
    let codes: Vec<&str> = document["checks"].as_array().expect("checks").iter().filter_map(|check| check["code"].as_str()).collect();
    assert!(codes.windows(2).all(|pair| pair[0] < pair[1]), "{codes:?}");
    let recalculation = document["checks"].as_array().expect("checks").iter().find(|check| check["code"] == "S01").expect("S01");
    assert_eq!(recalculation["fail"], Value::from(1));
    assert_eq!(recalculation["results"][0]["subject"], "metric/answered-in-time");
    assert!(document["findings"][0]["fingerprint"].as_str().is_some_and(|digits| digits.len() == 12));
}

#[test]
fn fingerprint_stays_when_lines_move() {
    let fingerprint = |sandbox: &Sandbox| value(&check(sandbox, &["--format", "json"]).out)["findings"][0]["fingerprint"].clone();
    let sandbox = mistyped();
    let before = fingerprint(&sandbox);
    let (head, rows) = sandbox.read(RESULTS).split_once('\n').map(|(head, rows)| (head.to_owned(), rows.to_owned())).expect("a header");
    let mut lines: Vec<&str> = rows.lines().collect();
    lines.reverse();
    sandbox.write(RESULTS, format!("{head}\n{}\n", lines.join("\n")));
    assert_eq!(fingerprint(&sandbox), before);
}

#[test]
fn project_can_be_checked_as_it_stood_in_a_revision() {
    let repository = Repository::new();
    let sandbox = &repository.sandbox;
    sandbox.write(RESULTS, sandbox.read(RESULTS).replace("352,88.0", "352,80.0"));
    assert_eq!(check(sandbox, &[]).code, 1);
    let outcome = check(sandbox, &["--at", "HEAD"]);
    assert!(!outcome.out.contains("S01"), "{}", outcome.out);
    assert!(outcome.out.contains("HEAD ("), "{}", outcome.out);
    let unknown = check(sandbox, &["--at", "nowhere"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("nowhere"), "{}", unknown.err);
}
