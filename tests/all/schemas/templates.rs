//! What `tickmark new` writes passes its own schema and the reader, as it is and with everything in it.

use tickmark::model::{Id, Kind};
use tickmark::source::parse_record;

use super::faults_of_file;
use crate::sandbox::{Sandbox, differing};

/// The text with its commented fields taken in.
fn in_full(text: &str) -> String {
    let is_key = |line: &str| {
        line.split_once(':').is_some_and(|(key, _)| {
            !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_' || byte.is_ascii_digit())
        })
    };
    let taken = |line: &str| {
        let inside = line.strip_prefix("# ").filter(|inside| inside.starts_with([' ', '-']) || is_key(inside));
        inside.unwrap_or(line).to_owned() + "\n"
    };
    text.lines().map(taken).collect()
}

fn template(sandbox: &Sandbox, kind: Kind, markdown: bool) -> (String, String) {
    let id = format!("a-new-{kind}");
    let flag = ["--markdown"].into_iter().filter(|_| markdown);
    let args: Vec<&str> = ["new", kind.name(), &id].into_iter().chain(flag).collect();
    let outcome = sandbox.run(&args);
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""), "{kind}");
    let path = outcome.out.split('`').nth(1).expect("a path").to_owned();
    let text = sandbox.read(&path);
    sandbox.remove(&path);
    (path, text)
}

#[test]
fn every_template_passes_its_schema_and_the_reader_as_it_is_and_in_full() {
    let sandbox = Sandbox::minimal();
    let mut wrong = Vec::new();
    for (kind, markdown) in Kind::ALL.iter().flat_map(|kind| [(*kind, false), (*kind, true)]) {
        let (path, text) = template(&sandbox, kind, markdown);
        // Only one of the two may stand.
        let full = in_full(&text)
            .lines()
            .filter(|line| kind != Kind::Waiver || !line.starts_with("release:"))
            .fold(String::new(), |text, line| text + line + "\n");
        for text in [&text, &full] {
            let faults = faults_of_file(&path, text.as_bytes());
            if faults != Ok(Vec::new()) {
                wrong.push(format!("{path}: {faults:?}"));
            }
            let id = Id::parse(&format!("a-new-{kind}")).expect("an id");
            let (_, findings) = parse_record(kind, &id, &path, text.clone().into_bytes());
            wrong.extend(findings.sorted().into_iter().map(|finding| format!("{path}: {}", finding.message)));
        }
        assert!(full.lines().filter(|line| line.starts_with("# ")).count() < text.lines().filter(|line| line.starts_with("# ")).count());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn first_line_leads_editors_to_the_schema_where_it_is_written() {
    let sandbox = Sandbox::minimal();
    assert_eq!(sandbox.run(&["schema", "--output", ".tickmark/schemas"]).code, 0);
    for (kind, markdown) in [(Kind::Metric, false), (Kind::Decision, true), (Kind::Term, true)] {
        let (path, text) = template(&sandbox, kind, markdown);
        let modeline = text.lines().find_map(|line| line.strip_prefix("# yaml-language-server: $schema=")).expect("a modeline");
        let folder = sandbox.path(&path).parent().expect("a folder").to_owned();
        assert!(folder.join(modeline).is_file(), "{modeline}");
    }
}

#[test]
fn names_of_records_are_those_that_are_there() {
    let sandbox = Sandbox::minimal();
    let (_, text) = template(&sandbox, Kind::Metric, false);
    assert!(text.contains("\naccountable: team/operations\n"), "{text}");
    assert!(text.contains("\n#   - test-calls\n"), "{text}");
}

#[test]
fn placeholder_that_leads_nowhere_is_told_when_the_project_is_linked() {
    let sandbox = Sandbox::empty();
    sandbox.write("tickmark.yaml", "title: x\norganisation: Us\ntimezone: Europe/London\n");
    assert_eq!(sandbox.run(&["new", "metric", "calls"]).code, 0);
    let outcome = sandbox.run(&["check", "--as-of", "2026-04-01"]);
    assert!(outcome.out.contains("error[R30]: `accountable` leads to no record: there is no team `some-team`"), "{}", outcome.out);
}

#[test]
fn release_has_a_table_for_each_metric_that_is_reported_which_only_lacks_its_numbers() {
    let sandbox = Sandbox::minimal();
    let outcome = sandbox.run(&["new", "release", "2026-04"]);
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
    let path = |name: &str| format!("metrics/snapshots/2026-04/{name}");
    assert_eq!(faults_of_file(&path("release.yaml"), sandbox.read(&path("release.yaml")).as_bytes()), Ok(Vec::new()));
    assert_eq!(sandbox.read(&path("calls-offered.csv")), "period,site,numerator\n2026-04,,\n2026-04,north,\n2026-04,south,\n");
    sandbox.write(&path("calls-offered.csv"), "period,site,numerator\n2026-04,,7\n2026-04,north,3\n2026-04,south,4\n");
    let answered = "2026-04,,7,0,7,7,100.0,\n2026-04,north,3,0,3,3,100.0,\n2026-04,south,4,0,4,4,100.0,\n";
    let header = sandbox.read(&path("answered-in-time.csv")).lines().next().expect("a header").to_owned();
    assert_eq!(header, "period,site,denominator_raw,excluded:test-calls,denominator,numerator,value,comment");
    sandbox.write(&path("answered-in-time.csv"), format!("{header}\n{answered}"));
    let outcome = sandbox.run(&["check", "--as-of", "2026-05-10"]);
    assert_eq!(outcome.code, 0, "{}", outcome.out);
}

#[test]
fn release_without_a_period_in_its_name_has_no_tables_and_says_so() {
    let outcome = Sandbox::minimal().run(&["new", "release", "spring"]);
    assert!(outcome.code == 0 && outcome.out.contains("note: `spring` begins with no period"), "{}", outcome.out);
}

#[test]
fn what_is_shown_is_what_would_be_written() {
    let sandbox = Sandbox::minimal();
    let before = sandbox.files();
    let shown = sandbox.run(&["new", "team", "a-new-team", "--output", "-"]).out;
    assert_eq!(differing(&before, &sandbox.files()), Vec::<String>::new());
    assert_eq!(shown, template(&sandbox, Kind::Team, false).1);
}

#[test]
fn nothing_is_replaced_and_what_cannot_be_is_refused() {
    let sandbox = Sandbox::minimal();
    sandbox.write("metrics/definitions/calls/by-hour.md", "---\ntitle: broken\n");
    let before = sandbox.files();
    let long = "x".repeat(65);
    for (args, says) in [
        (["metric", "answered-in-time"], "the metric `answered-in-time` is there already, in `metrics/definitions/answered-in-time.yaml`"),
        (["metric", "by-hour"], "the metric `by-hour` is there already, in `metrics/definitions/calls/by-hour.md`"),
        (["metric", "Calls_Lost"], "did you mean `calls-lost`?"),
        (["metric", &long], "at most 64 characters, found 65"),
        (["metric", "../x"], "did you mean `x`?"),
        (["metric", "index"], "the id `index` is kept"),
        (["metrik", "calls"], "did you mean `metric`?"),
        (["glossary", "calls"], "did you mean `term`?"),
        (["release", "2026-03"], "the release `2026-03` is there already"),
    ] {
        let outcome = sandbox.run(&["new", args[0], args[1]]);
        assert!(outcome.code == 2 && outcome.err.contains(says), "{args:?}: {}", outcome.err);
    }
    assert_eq!(differing(&before, &sandbox.files()), Vec::<String>::new());
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    let sandbox = Sandbox::minimal();
    let outside = tempfile::tempdir().expect("a folder");
    std::fs::create_dir_all(sandbox.path("content")).expect("a folder");
    std::os::unix::fs::symlink(outside.path(), sandbox.path("content/experiments")).expect("a link");
    std::fs::create_dir_all(sandbox.path("content/actions")).expect("a folder");
    std::os::unix::fs::symlink(outside.path().join("x"), sandbox.path("content/actions/call-back.yaml")).expect("a link");
    for (kind, id) in [("experiment", "wait"), ("action", "call-back")] {
        let outcome = sandbox.run(&["new", kind, id]);
        assert!(outcome.code == 2 && outcome.out.is_empty(), "{}{}", outcome.out, outcome.err);
    }
    assert_eq!(std::fs::read_dir(outside.path()).expect("a folder").count(), 0);
}
