//! What `tickmark log` and `tickmark show` tell of a project with a past, and what the report makes of it.

use std::fs;

use crate::repositories::Repository;
use crate::sandbox::{Outcome, run};

const DEFINITION: &str = "metrics/definitions/answered-in-time.yaml";
const ROWS: &str = "metrics/snapshots/2026-03/answered-in-time.csv";

fn told(repository: &Repository, args: &[&str]) -> Outcome {
    run(["-C", repository.folder().to_str().expect("a path that is text")].iter().chain(args))
}

fn edit(repository: &Repository, path: &str, from: &str, to: &str) {
    let text = fs::read_to_string(repository.folder().join(path)).expect("a file");
    assert!(text.contains(from), "`{path}` has no `{from}`");
    repository.write(path, text.replace(from, to));
}

/// The minimal project after its main metric was defined anew, from March on.
fn redefined() -> Repository {
    let repository = Repository::minimal();
    edit(&repository, DEFINITION, "version: 1.0.0\neffective_from: 2026-01-01", "version: 2.0.0\neffective_from: 2026-03-01");
    edit(&repository, DEFINITION, "scoring: proportion", "scoring: proportion\nformula: numerator / (denominator + 100)");
    repository.commit("Count a hundred more\n\nThe switch drops them.");
    repository
}

fn page(repository: &Repository, path: &str) -> String {
    let output = repository.beside("report");
    let outcome = told(repository, &["build", "--allow-findings", "--output", output.to_str().expect("a path that is text")]);
    assert!(outcome.out.starts_with("wrote "), "{}{}", outcome.out, outcome.err);
    fs::read_to_string(output.join(path)).unwrap_or_else(|_| panic!("no page `{path}`"))
}

#[test]
fn log_of_a_metric_names_commit_both_dates_class_and_edits() {
    let repository = redefined();
    let log = told(&repository, &["log", "answered-in-time"]);
    assert_eq!((log.code, log.err.as_str()), (0, ""));
    let short = repository.head()[..12].to_owned();
    for words in [
        &format!("commit {short}  Count a hundred more\n  written    ") as &str,
        "\n  committed  ",
        "\n  not signed\n  metric/answered-in-time changed, breaking\n    ",
        "\n  metric/answered-in-time added\n",
    ] {
        assert!(log.out.contains(words), "no `{words}` in\n{}", log.out);
    }
    assert!(!log.out.contains("calls-offered"), "{}", log.out);
}

#[test]
fn log_of_a_project_names_every_part_and_what_is_not_committed() {
    let repository = Repository::minimal();
    edit(&repository, ROWS, "435,87.0", "430,86.0");
    let log = told(&repository, &["log"]).out;
    assert!(log.contains("\nnot committed\n  release 2026-03, rows of metric/answered-in-time changed\n"), "{log}");
    assert!(log.contains("\n  settings added\n"), "{log}");
}

#[test]
fn log_goes_on_with_the_record_whose_place_another_took() {
    let repository = Repository::minimal();
    let earlier = fs::read_to_string(repository.folder().join("content/decisions/2026-04-09-keep-the-target.md")).expect("a decision");
    let later = earlier.replacen("title:", "supersedes: decision/2026-04-09-keep-the-target\ntitle:", 1);
    repository.write("content/decisions/2026-05-01-raise-the-target.md", later);
    repository.commit("Raise the target");
    let log = told(&repository, &["log", "decision/2026-05-01-raise-the-target"]);
    assert!(log.out.contains("decision/2026-05-01-raise-the-target added"), "{}{}", log.out, log.err);
    assert!(log.out.contains("decision/2026-04-09-keep-the-target added"), "{}", log.out);
}

#[test]
fn unknown_record_is_told_with_the_nearest_name() {
    let outcome = told(&Repository::minimal(), &["log", "answered-in-tome"]);
    assert_eq!((outcome.code, outcome.out.as_str()), (2, ""));
    assert!(
        outcome.err.contains("there is no `metric/answered-in-tome` and there never was one; did you mean `metric/answered-in-time`?"),
        "{}",
        outcome.err
    );
}

#[test]
fn version_of_the_past_is_shown_as_it_was() {
    let repository = redefined();
    let shown = told(&repository, &["show", "answered-in-time@1.0.0"]);
    assert_eq!((shown.code, shown.err.as_str()), (0, ""));
    assert!(shown.out.starts_with("metric/answered-in-time@1.0.0: Calls answered in time\n"), "{}", shown.out);
    assert!(!shown.out.contains("denominator + 100"), "{}", shown.out);
    let unknown = told(&repository, &["show", "answered-in-time@3.0.0"]);
    assert!(unknown.err.contains("has no version `3.0.0`: known are `1.0.0`, `2.0.0`"), "{}", unknown.err);
}

#[test]
fn figure_is_computed_and_shown_by_the_version_in_force_in_its_period() {
    let repository = redefined();
    let february = told(&repository, &["show", "answered-in-time", "2026-02"]).out;
    assert!(february.contains("  90.0 percent\n") && february.contains("numerator / denominator\n"), "{february}");
    assert!(february.contains("1.0.0 (in force from 2026-01-01)"), "{february}");
    let march = told(&repository, &["show", "answered-in-time", "2026-03", "--cell", "site=north"]).out;
    assert!(march.contains("  64.3 percent\n") && march.contains("numerator / (denominator + 100)"), "{march}");
    assert!(march.contains("2.0.0 (in force from 2026-03-01)"), "{march}");
    assert!(march.contains("metrics/snapshots/2026-03/answered-in-time.csv:9:1"), "{march}");
}

#[test]
fn figure_that_is_not_there_is_told() {
    let repository = Repository::minimal();
    for (args, message) in [
        (&["show", "answered-in-time", "2031-01"][..], "there is no figure `metric/answered-in-time 2031-01 total`"),
        (&["show", "answered-in-time", "2026-01", "--cell", "site=west"], "the metric has no cell `site=west`: its segments are `site`"),
        (&["show", "target/answered-in-time", "2026-01"], "is no metric, so it has no figures"),
    ] {
        let outcome = told(&repository, args);
        assert_eq!((outcome.code, outcome.out.as_str()), (2, ""), "{args:?}");
        assert!(outcome.err.contains(message), "{}", outcome.err);
    }
}

#[test]
fn final_row_that_a_later_commit_changed_is_a_finding_of_the_build() {
    let repository = Repository::minimal();
    edit(&repository, ROWS, "500,435,87.0", "500,430,86.0");
    repository.commit("Tidy");
    let commit = repository.head()[..12].to_owned();
    let output = repository.beside("report");
    let outcome = told(&repository, &["build", "--output", output.to_str().expect("a path that is text")]);
    assert_eq!(outcome.code, 1);
    let message = "error[S12]: the release `2026-03` was final when the row `2026-03` was changed: `numerator` from `435` to `430`, `value` from `87.0` to `86.0`, by commit";
    assert!(outcome.err.contains(&format!("{message} `{commit}`")), "{}", outcome.err);
}

#[test]
fn changes_before_the_day_from_which_they_count_are_no_findings() {
    let repository = Repository::minimal();
    edit(&repository, ROWS, "500,435,87.0", "500,430,86.0");
    repository.commit("Tidy");
    edit(&repository, "tickmark.yaml", "profile: essential", "profile: essential\nhistory:\n  since: \"2099-01-01\"");
    repository.commit("Begin in earnest");
    let output = repository.beside("report");
    let outcome = told(&repository, &["build", "--output", output.to_str().expect("a path that is text")]);
    assert!(!outcome.err.contains("S12"), "{}", outcome.err);
}

#[test]
fn pages_of_history_and_version_are_written_and_escaped() {
    let repository = redefined();
    edit(&repository, DEFINITION, "active", "active\npurpose: A reason");
    repository.by("<b>Eve</b>\u{202e}", "eve@example.org").commit("<script>alert(1)</script>");
    let history = page(&repository, "metrics/answered-in-time/history.html");
    assert!(
        history.contains("&lt;script&gt;alert(1)&lt;&#x2F;script&gt;") || history.contains("&lt;script&gt;alert(1)&lt;/script&gt;"),
        "{history}"
    );
    assert!(!history.contains("<script>alert") && !history.contains("<b>Eve") && !history.contains('\u{202e}'));
    let version = page(&repository, "metrics/answered-in-time/v1.0.0.html");
    assert!(version.contains("28 February 2026"), "the page does not say until when the version was in force");
}

#[test]
fn front_page_counts_from_the_report_that_was_named() {
    let repository = redefined();
    let output = repository.beside("report");
    let build = |since: &str| {
        let output = output.to_str().expect("a path that is text");
        let outcome = told(&repository, &["build", "--allow-findings", "--since", since, "--output", output]);
        (outcome.code, outcome.err, fs::read_to_string(repository.beside("report").join("index.html")).unwrap_or_default())
    };
    let (_, _, index) = build("HEAD~1");
    assert!(index.contains("metrics/answered-in-time"), "the change since the last report is not there");
    let (code, err, _) = build("nonsense");
    assert_eq!(code, 2);
    assert!(err.contains("`--since`"), "{err}");
}

#[test]
fn folder_that_is_no_repository_still_builds_and_says_that_no_history_is_known() {
    let sandbox = crate::sandbox::Sandbox::minimal();
    let outcome = sandbox.build(&[]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    assert!(sandbox.read("output/metrics/answered-in-time.html").contains("No history is available"));
}
