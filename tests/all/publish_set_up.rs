//! The files that check, build and publish in continuous integration, and the manifest of hooks: run on a real repository.

use std::path::Path;

use serde_yaml::Value;

use crate::diff_repository::{Repository, git_in, shell};
use crate::shell_words::{command_lines, misunderstood};
use crate::tree::read;

const FILES: [&str; 5] =
    ["ci/github-publish.yml", "ci/github-review.yml", "ci/gitlab-publish.yml", "ci/gitlab-review.yml", ".pre-commit-hooks.yaml"];

fn parsed(file: &str) -> Value {
    serde_yaml::from_str(&read(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// Every text below a key of one of these names, in order.
fn below<'a>(value: &'a Value, names: &[&str], found: &mut Vec<&'a str>) {
    match value {
        Value::Mapping(fields) => {
            for (key, value) in fields {
                let wanted = key.as_str().is_some_and(|key| names.contains(&key));
                match value {
                    Value::String(text) if wanted => found.push(text),
                    Value::Sequence(texts) if wanted => found.extend(texts.iter().filter_map(Value::as_str)),
                    value => below(value, names, found),
                }
            }
        }
        Value::Sequence(values) => values.iter().for_each(|value| below(value, names, found)),
        _ => {}
    }
}

/// The commands of a file in their order.
fn commands(file: &str) -> Vec<String> {
    let value = parsed(file);
    let mut found = Vec::new();
    below(&value, &["run", "script", "before_script", "entry"], &mut found);
    found.into_iter().map(str::to_owned).collect()
}

#[test]
fn every_command_of_every_file_is_understood() {
    for file in FILES {
        let lines: Vec<String> = commands(file).iter().flat_map(|command| command_lines(command)).collect();
        assert!(!lines.is_empty(), "{file} calls nothing");
        for line in lines {
            assert_eq!(misunderstood(&line), None, "{file}");
        }
    }
}

#[test]
fn workflows_put_no_text_of_others_into_a_command() {
    for file in ["ci/github-publish.yml", "ci/github-review.yml"] {
        for command in commands(file) {
            assert!(!command.contains("${{"), "{file}: {command}");
        }
    }
}

#[test]
fn actions_are_pinned_and_check_out_the_whole_history_without_keeping_the_token() {
    for file in ["ci/github-publish.yml", "ci/github-review.yml"] {
        let value = parsed(file);
        let mut used = Vec::new();
        below(&value, &["uses"], &mut used);
        assert!(used.iter().all(|action| action.split_once("@v").is_some_and(|(_, major)| major.parse::<u8>().is_ok())), "{used:?}");
        let text = read(file);
        let checkouts = text.matches("uses: actions/checkout@").count();
        let counts = ["fetch-depth: 0", "persist-credentials: false"].map(|setting| text.matches(setting).count());
        assert_eq!(counts, [checkouts; 2], "{file}");
    }
}

#[test]
fn jobs_that_publish_may_do_nothing_else() {
    let workflow = parsed("ci/github-publish.yml");
    let rights = |value: &Value| serde_yaml::to_string(value).expect("YAML");
    assert_eq!(rights(&workflow["permissions"]), "contents: read\n");
    assert_eq!(rights(&workflow["jobs"]["check"]["permissions"]), "contents: read\nsecurity-events: write\n");
    assert!(workflow["jobs"]["build"].get("permissions").is_none());
    assert_eq!(rights(&workflow["jobs"]["publish"]["permissions"]), "pages: write\nid-token: write\n");
}

/// Runs the commands that call Tickmark in a clone, and gives how each ended.
fn run(file: &str, repository: &Repository) -> (tempfile::TempDir, Vec<Option<i32>>) {
    let folder = tempfile::TempDir::new().expect("a folder");
    let from = format!("file://{}", repository.sandbox.folder().display());
    git_in(repository.sandbox.folder(), &["clone", "--quiet", &from, &folder.path().join("work").display().to_string()]);
    let those = commands(file).into_iter().filter(|command| command.starts_with("tickmark "));
    let codes = those.map(|command| {
        let output = shell(&command).current_dir(folder.path().join("work")).output().expect("a shell");
        output.status.code()
    });
    let codes = codes.collect();
    (folder, codes)
}

fn assert_written(folder: &Path, files: &[&str]) {
    for file in files {
        assert!(folder.join("work").join(file).is_file(), "{file}");
    }
}

#[test]
fn clean_project_is_checked_built_and_let_pass() {
    let repository = Repository::new();
    let (folder, codes) = run("ci/github-publish.yml", &repository);
    assert_eq!(codes, [Some(0); 4]);
    assert_written(folder.path(), &["tickmark.sarif", "output/index.html"]);
    let (folder, codes) = run("ci/gitlab-publish.yml", &repository);
    assert_eq!(codes, [Some(0); 4]);
    assert_written(folder.path(), &["gl-code-quality-report.json", "tickmark.xml", "output/index.html"]);
}

#[test]
fn errors_are_shown_and_held_back() {
    let repository = Repository::new();
    repository.replace("metrics/snapshots/2026-03/answered-in-time.csv", "352,88.0", "352,88.1");
    repository.commit("Publish a wrong value");
    let (folder, codes) = run("ci/github-publish.yml", &repository);
    assert_eq!(codes, [Some(0), Some(0), Some(1), Some(0)]);
    assert_written(folder.path(), &["tickmark.sarif", "output/index.html"]);
    let (_folder, codes) = run("ci/gitlab-publish.yml", &repository);
    assert_eq!(codes, [Some(0), Some(0), Some(1), Some(0)]);
}

#[test]
fn project_that_cannot_be_read_still_leaves_what_is_to_be_shown() {
    let repository = Repository::new();
    repository.sandbox.write("metrics/definitions/calls-offered.yaml", "title: x\n");
    repository.commit("Break it");
    let (folder, codes) = run("ci/github-publish.yml", &repository);
    assert_eq!(codes, [Some(0), Some(0), Some(1), Some(1)]);
    assert_written(folder.path(), &["tickmark.sarif"]);
}

#[test]
fn hooks_of_the_framework_hold_back_what_is_not_ready() {
    let repository = Repository::new();
    let ends = |repository: &Repository| -> Vec<Option<i32>> {
        let entries = commands(".pre-commit-hooks.yaml");
        let run = |entry: &String| shell(entry).current_dir(repository.sandbox.folder()).output().expect("a shell").status.code();
        entries.iter().map(run).collect()
    };
    assert_eq!(ends(&repository), [Some(0), Some(0)]);
    repository.count_within("30");
    assert_eq!(ends(&repository)[0], Some(1));
}

#[test]
fn hooks_of_the_framework_are_named_after_what_they_run() {
    for hook in parsed(".pre-commit-hooks.yaml").as_sequence().expect("a list") {
        let text = |field: &str| hook[field].as_str().unwrap_or_default().to_owned();
        assert!(text("entry").starts_with(&text("id").replace('-', " ")), "{hook:?}");
        assert_eq!((text("language"), hook["pass_filenames"].as_bool()), ("rust".to_owned(), Some(false)));
    }
}
