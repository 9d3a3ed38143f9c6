//! What a comparison looks like in each format: exact texts, the schemas of others, and texts that attack their reader.

use std::io::Write as _;
use std::process::{Command, Stdio};

use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::Value;

use crate::diff_repository::Repository;
use crate::invalid::compare;
use crate::sandbox::{Outcome, run};
use crate::tree::{read, root};

/// Written into every text that a person can choose.
pub(crate) const ATTACK: &str = "<img src=x onerror=alert(1)> %0A::error::owned </details> ]]> | `x` ``` @someone #1 https://evil.example www.evil.example *b* _i_ [l](j) \
                      & ' and so on";

/// A change of some weight: what a metric counts and is called, a row, a record that is gone, a branch that has moved on.
fn representative() -> Repository {
    let repository = Repository::with_branch();
    let metric = "metrics/definitions/answered-in-time.yaml";
    repository.replace(metric, "title: Calls answered in time", "title: Calls answered soon");
    repository.replace(metric, "decimals: 1", "decimals: 0");
    repository.replace("metrics/snapshots/2026-03/answered-in-time.csv", "352,88.0", "356,89.0");
    repository.sandbox.remove("content/glossary/offered.md");
    repository.commit("Change more");
    repository
}

/// The same for every commit: ids are replaced by names.
fn told(repository: &Repository, args: &[&str]) -> String {
    let Outcome { out, err, code } = repository.diff(args);
    assert_eq!(err, "");
    let ids = [("<base>", repository.short("v1")), ("<main>", repository.short("main")), ("<feature>", repository.short("feature"))];
    let named = ids.iter().fold(out, |text, (name, id)| text.replace(id.as_str(), name));
    format!("{named}exit {code}\n")
}

#[test]
fn text_of_a_representative_change_is_as_expected() {
    let repository = representative();
    let text = told(&repository, &["main", "feature", "--depth", "full"]);
    assert_eq!(compare(&root().join("tests/diff/representative.txt"), &text), Ok(()));
}

#[test]
fn comment_of_a_representative_change_is_as_expected() {
    let repository = representative();
    let text = told(&repository, &["main", "feature", "--format", "markdown"]);
    assert_eq!(compare(&root().join("tests/diff/representative.md"), &text), Ok(()));
}

pub(crate) fn value(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

/// What a schema says against a value.
pub(crate) fn faults(schema: &Value, value: &Value) -> Vec<String> {
    let validator = jsonschema::validator_for(schema).expect("a schema");
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// The repositories on which every format is tried: an ordinary change, a hostile one, and none.
fn all() -> [Repository; 3] {
    [representative(), hostile(), Repository::new()]
}

fn written(repository: &Repository, format: &str) -> String {
    let outcome = repository.diff(&["v1", "--no-merge-base", "--depth", "full", "--format", format]);
    assert_eq!(outcome.err, "", "{format}");
    outcome.out
}

/// A project in which every text is an attack, changed into other attacks.
fn hostile() -> Repository {
    let repository = Repository::new();
    let quoted = |text: &str| format!("'{}'", text.replace('\'', "''"));
    let metric = "metrics/definitions/answered-in-time.yaml";
    repository.replace(metric, "Calls answered in time", &quoted(&format!("A {ATTACK}")));
    repository.replace(metric, "numerator: Calls answered within 20 seconds.", &format!("numerator: {}", quoted(ATTACK)));
    repository.replace(metric, "denominator: Calls offered.", &format!("denominator: {}", quoted(&format!("{ATTACK} {ATTACK}"))));
    repository.replace("content/teams/operations.yaml", "title: ", "title: '<b>|`' #");
    repository.replace("tickmark.yaml", "organisation: Example Services", &format!("organisation: {}", quoted(ATTACK)));
    repository.git(&["branch", "--quiet", "evil|<img>`@ann`"]);
    repository
}

#[test]
fn sarif_fits_its_schema() {
    let mut schema = value(&read("tests/schemas/sarif-2.1.0.json"));
    // The published pattern has a bracket too many to be one; nothing here names a language.
    for part in ["run", "toolComponent"] {
        let language = &mut schema["definitions"][part]["properties"]["language"];
        assert!(language.as_object_mut().expect("the language").remove("pattern").is_some());
    }
    for repository in all() {
        let log = value(&written(&repository, "sarif"));
        assert_eq!(faults(&schema, &log), Vec::<String>::new());
        for result in log["runs"][0]["results"].as_array().expect("results") {
            assert!(result["partialFingerprints"]["tickmark/v1"].is_string() && result["level"].is_string(), "{result}");
            assert!(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].is_string(), "{result}");
            let index = usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("small");
            assert_eq!(log["runs"][0]["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
        }
    }
}

#[test]
fn gitlab_report_fits_its_schema() {
    let schema = value(&read("tests/schemas/gitlab-codequality.json"));
    for repository in all() {
        let report = value(&written(&repository, "gitlab"));
        let mut fingerprints = Vec::new();
        for issue in report.as_array().expect("a list") {
            assert_eq!(faults(&schema, issue), Vec::<String>::new());
            let severity = issue["severity"].as_str().expect("text");
            assert!(["info", "minor", "major", "critical", "blocker"].contains(&severity), "{severity}");
            fingerprints.push(issue["fingerprint"].as_str().expect("text").to_owned());
        }
        let count = fingerprints.len();
        fingerprints.sort();
        fingerprints.dedup();
        assert_eq!(fingerprints.len(), count, "GitLab shows one issue for each fingerprint");
    }
}

#[test]
fn json_fits_the_published_schema() {
    let published = root().join("docs/schemas/diff.schema.json");
    assert_eq!(compare(&published, &run(["schema", "diff"]).out), Ok(()));
    let schema = value(&std::fs::read_to_string(published).expect("the schema"));
    for repository in all() {
        assert_eq!(faults(&schema, &value(&written(&repository, "json"))), Vec::<String>::new());
    }
}

/// Holds a text against a schema with `xmllint`; nothing where that is not installed.
pub(crate) fn xmllint(text: &str) -> Option<String> {
    let mut command = Command::new("xmllint");
    command.args(["--noout", "--nonet", "--schema"]).arg(root().join("tests/schemas/junit-10.xsd")).arg("-");
    let mut child = command.stdin(Stdio::piped()).stderr(Stdio::piped()).stdout(Stdio::null()).spawn().ok()?;
    child.stdin.take()?.write_all(text.as_bytes()).ok()?;
    let output = child.wait_with_output().ok()?;
    Some(if output.status.success() { String::new() } else { String::from_utf8_lossy(&output.stderr).into_owned() })
}

#[test]
fn junit_report_fits_its_schema() {
    for repository in all() {
        let report = written(&repository, "junit");
        if let Some(faults) = xmllint(&report) {
            assert_eq!(faults, "", "{report}");
        }
        // Whatever is installed: every bracket belongs to one of the elements that are written.
        let known = ["?xml", "testsuites", "testsuite", "testcase", "failure", "system-out"];
        for element in report.split('<').skip(1) {
            let name = element.trim_start_matches('/').split([' ', '>']).next().unwrap_or_default();
            assert!(known.contains(&name), "{name}");
        }
    }
}

/// HTML and links that a reader of Markdown would follow.
fn markup(comment: &str) -> Vec<String> {
    let allowed = ["<!-- tickmark-review -->", "<!-- -->", "<details>", "</details>", "<summary>", "</summary>", "<code>", "</code>"];
    let allowed = allowed.iter().chain(&["<del>", "</del>", "<ins>", "</ins>"]);
    let allowed: Vec<&str> = allowed.copied().collect();
    let mut found = Vec::new();
    for event in Parser::new_ext(comment, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::InlineHtml(html) if !allowed.contains(&&*html) => found.push(html.to_string()),
            Event::Html(html) => {
                let rest = allowed.iter().fold(html.to_string(), |text, tag| text.replace(tag, ""));
                found.extend(rest.contains('<').then_some(rest));
            }
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => found.push(dest_url.to_string()),
            Event::Start(Tag::Emphasis | Tag::Strikethrough) => found.push("emphasis".to_owned()),
            _ => {}
        }
    }
    found
}

#[test]
fn hostile_texts_are_no_markup_in_a_comment() {
    let repository = hostile();
    for depth in ["breaking", "changelog", "full"] {
        let outcome = repository.diff(&["evil|<img>`@ann`", "--no-merge-base", "--depth", depth, "--format", "markdown"]);
        assert_eq!(markup(&outcome.out), Vec::<String>::new(), "{}", outcome.out);
        let columns = |line: &str| line.replace("\\|", "").matches('|').count();
        assert!(outcome.out.lines().filter(|line| line.starts_with("| ")).all(|line| columns(line) == 6), "{}", outcome.out);
        let lines = |tag: &str| outcome.out.lines().filter(|line| line.starts_with(tag)).count();
        assert_eq!(lines("<details>"), lines("</details>"), "{}", outcome.out);
    }
}

#[test]
fn hostile_texts_call_nobody_and_link_nowhere() {
    let comment = written(&hostile(), "markdown");
    let mut code = false;
    for event in Parser::new_ext(&comment, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => code = true,
            Event::End(pulldown_cmark::TagEnd::CodeBlock) => code = false,
            // One text is what stands between two marks; GitHub looks for mentions and addresses within it.
            Event::Text(text) if !code => {
                assert!(!text.contains("@someone") && !text.contains("https://") && !text.contains("#1"), "{text}");
            }
            _ => {}
        }
    }
}

#[test]
fn hostile_texts_begin_no_command_of_github() {
    let outcome = written(&hostile(), "github");
    let known = ["::error ", "::warning ", "::notice "];
    assert!(outcome.lines().all(|line| known.iter().any(|command| line.starts_with(command))), "{outcome}");
    assert!(outcome.contains("%250A::error::owned"), "{outcome}");
}

#[test]
fn hostile_texts_are_no_elements_of_a_page() {
    let page = written(&hostile(), "html");
    assert!(page.contains("default-src 'none'") && !page.contains("<img") && !page.contains("<script"), "{page}");
    assert!(page.contains("&lt;img src=x onerror=alert(1)&gt;"), "{page}");
}

#[test]
fn terminal_is_shown_no_character_that_moves_others() {
    let repository = Repository::new();
    repository.git(&["branch", "--quiet", "a\u{202e}b"]);
    let outcome = repository.diff(&["a\u{202e}b", "--no-merge-base"]);
    assert!(outcome.out.contains("a\\u{202e}b") && !outcome.out.contains('\u{202e}'), "{}", outcome.out);
}

#[test]
fn annotations_stay_within_what_github_shows() {
    let repository = many(30);
    let out = repository.diff(&["--format", "github"]).out;
    let count = |command: &str| out.lines().filter(|line| line.starts_with(command)).count();
    assert_eq!(count("::error "), 10, "{out}");
    assert!(count("::warning ") <= 10);
    assert_eq!(count("::notice "), 1);
    assert!(out.contains("more stand in the summary"), "{out}");
}

#[test]
fn annotation_of_what_is_gone_names_no_file() {
    let repository = Repository::new();
    repository.sandbox.remove("metrics/snapshots/2026-03/answered-in-time.csv");
    let out = repository.diff(&["--format", "github"]).out;
    assert!(out.contains("::error title="), "{out}");
}

/// A project with many metrics more, each of which counts something else now, at length.
fn many(count: usize) -> Repository {
    let repository = Repository::new();
    let text = repository.sandbox.read("metrics/definitions/calls-offered.yaml");
    for number in 0..count {
        repository.sandbox.write(&format!("metrics/definitions/calls-of-line-{number}.yaml"), &text);
    }
    repository.commit("Add metrics");
    let long = "Calls offered, of which each is counted once, whatever it was about and whoever took it. ".repeat(20);
    for number in 0..count {
        let path = format!("metrics/definitions/calls-of-line-{number}.yaml");
        repository.replace(&path, "numerator: Calls offered.", &format!("numerator: {}", long.trim()));
    }
    repository
}

#[test]
fn comment_stays_below_the_length_that_github_accepts_and_names_everything() {
    for count in [30, 120, 400] {
        let comment = many(count).diff(&["--format", "markdown"]).out;
        let length = comment.chars().count();
        assert!(length < 65_536, "{count}: {length}");
        for number in 0..count {
            assert!(comment.contains(&format!("`metric/calls-of-line-{number}`")), "{count}: {number}");
        }
    }
}
