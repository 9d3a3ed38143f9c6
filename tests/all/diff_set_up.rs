//! The files that people paste: workflows, the hook and git's own diff, run on a real repository.

use std::path::Path;
use std::process::Output;

use serde_yaml::Value;

use crate::diff_repository::{Repository, git_in, hermetic, shell};
use crate::tree::{read, root};

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// A clone with `origin`, as continuous integration has one, on the branch that is to be merged.
fn checked_out(repository: &Repository) -> (tempfile::TempDir, String) {
    let folder = tempfile::TempDir::new().expect("a folder");
    let to = folder.path().join("work").display().to_string();
    let from = format!("file://{}", repository.sandbox.folder().display());
    repository.git(&["clone", "--quiet", "--branch", "feature", &from, &to]);
    (folder, to)
}

/// The commands of a workflow in their order.
fn commands(file: &str) -> Vec<String> {
    let workflow: Value = serde_yaml::from_str(&read(file)).expect("YAML");
    let texts: Vec<&Value> = match workflow.get("jobs") {
        Some(jobs) => jobs["review"]["steps"].as_sequence().expect("steps").iter().filter_map(|step| step.get("run")).collect(),
        None => workflow["tickmark"]["script"].as_sequence().expect("a script").iter().collect(),
    };
    texts.into_iter().map(|text| text.as_str().expect("text").to_owned()).collect()
}

/// Runs the commands that call Tickmark, and gives how each ended.
fn run(file: &str, folder: &Path) -> Vec<(String, Option<i32>)> {
    let those = commands(file).into_iter().filter(|command| command.starts_with("tickmark "));
    those
        .map(|command| {
            let output = shell(&command).current_dir(folder).env("BASE", "origin/main").output().expect("a shell");
            (command, output.status.code())
        })
        .collect()
}

#[test]
fn commands_of_the_github_workflow_run_and_the_last_holds_back() {
    let repository = Repository::with_branch();
    let (_folder, clone) = checked_out(&repository);
    let ends = run("ci/github-review.yml", clone.as_ref());
    let codes: Vec<Option<i32>> = ends.iter().map(|(_, code)| *code).collect();
    assert_eq!(codes, [Some(0), Some(0), Some(1)], "{ends:?}");
    let comment = std::fs::read_to_string(Path::new(&clone).join("review.md")).expect("a comment");
    assert!(comment.starts_with("<!-- tickmark-review -->\n## Breaking change"), "{comment}");
}

#[test]
fn commands_of_the_gitlab_job_run_and_the_last_holds_back() {
    let repository = Repository::with_branch();
    let (_folder, clone) = checked_out(&repository);
    let ends = run("ci/gitlab-review.yml", clone.as_ref());
    let codes: Vec<Option<i32>> = ends.iter().map(|(_, code)| *code).collect();
    assert_eq!(codes, [Some(0), Some(0), Some(0), Some(1)], "{ends:?}");
    for file in ["gl-code-quality-report.json", "tickmark.xml", "review.md"] {
        assert!(Path::new(&clone).join(file).is_file(), "{file}");
    }
}

#[test]
fn workflows_look_for_the_marker_that_a_comment_bears() {
    for file in ["ci/github-review.yml", "ci/gitlab-review.yml"] {
        assert!(read(file).contains("startswith(\"<!-- tickmark-review -->\")"), "{file}");
    }
}

#[test]
fn workflow_never_puts_names_of_others_into_a_command() {
    for command in commands("ci/github-review.yml") {
        assert!(!command.contains("${{"), "{command}");
    }
}

#[test]
fn comment_is_written_where_the_change_cannot_be_read() {
    let repository = Repository::with_branch();
    repository.sandbox.write("metrics/definitions/calls-offered.yaml", "title: x\n");
    repository.commit("Break it");
    let (_folder, clone) = checked_out(&repository);
    let codes: Vec<Option<i32>> = run("ci/github-review.yml", clone.as_ref()).into_iter().map(|(_, code)| code).collect();
    assert_eq!(codes, [Some(0), Some(0), Some(2)]);
    let comment = std::fs::read_to_string(Path::new(&clone).join("review.md")).expect("a comment");
    assert!(comment.contains("## Could not compare"), "{comment}");
}

/// Runs `git log -p --ext-diff` with the driver set up as docs/review.md says.
fn log(repository: &Repository) -> String {
    let driver = format!("{} diff --driver", env!("CARGO_BIN_EXE_tickmark"));
    repository.git(&["config", "diff.tickmark.command", &driver]);
    let attributes = read("docs/review.md");
    let attributes = attributes.split("```gitattributes\n").nth(1).and_then(|rest| rest.split("```").next()).expect("the attributes");
    repository.sandbox.write(".git/info/attributes", attributes);
    let mut command = hermetic(std::process::Command::new("git"));
    command.args(["--no-pager", "log", "-p", "--ext-diff", "--format=%s"]).current_dir(repository.sandbox.folder());
    let output = command.output().expect("git runs");
    assert!(output.status.success(), "{}", said(&output));
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn log_of_git_reads_as_a_change_log() {
    let repository = Repository::new();
    repository.count_within("30");
    repository.commit("Count calls answered within 30 seconds");
    let log = log(&repository);
    let newest = log.split("\nBegin\n").next().unwrap_or_default();
    let expected = "Count calls answered within 30 seconds\n\ntickmark metrics/definitions/answered-in-time.yaml\n\
                    metric/answered-in-time · Calls answered in time: breaking, still version 1.0.0\n  \
                    breaking  numerator-changed: `numerator` Calls answered within [-20-]{+30+} seconds.";
    assert_eq!(newest, expected);
}

#[test]
fn log_of_git_shows_lines_of_what_is_no_record() {
    let repository = Repository::new();
    repository.replace("tickmark.yaml", "title: Minimal", "title: Smallest");
    repository.sandbox.write("metrics/definitions/calls-offered.yaml", "title: [\n");
    repository.sandbox.remove("content/glossary/offered.md");
    repository.commit("Change what cannot be read");
    let log = log(&repository);
    assert!(log.contains("\n+title: ["), "{log}");
    assert!(log.contains("tickmark content/glossary/offered.md\nterm/offered ·"), "{log}");
}

#[test]
fn moved_record_is_shown_by_its_new_name() {
    let repository = Repository::new();
    repository.git(&["mv", "metrics/definitions/calls-offered.yaml", "metrics/definitions/voice-calls-offered.yaml"]);
    repository.commit("Move a record");
    assert!(log(&repository).contains("tickmark metrics/definitions/voice-calls-offered.yaml\n"));
}

#[cfg(unix)]
#[test]
fn hook_holds_back_what_is_staged_and_not_ready() {
    let repository = Repository::new();
    let hook = repository.sandbox.path(".git/hooks/pre-commit");
    std::fs::create_dir_all(hook.parent().expect("a folder")).expect("hooks");
    std::fs::copy(root().join("ci/pre-commit"), &hook).expect("the hook");
    let commit = |args: &str| {
        let script = format!("git -c core.hooksPath=.git/hooks commit --quiet --message x {args}");
        shell(&script).current_dir(repository.sandbox.folder()).output().expect("git runs")
    };
    repository.count_within("30");
    // What is not staged is not looked at.
    repository.sandbox.write("note.txt", "x");
    git_in(repository.sandbox.folder(), &["add", "note.txt"]);
    let output = commit("");
    assert!(output.status.success(), "{}", said(&output));
    let output = commit("--all");
    assert!(!output.status.success() && said(&output).contains("numerator-changed"), "{}", said(&output));
    assert!(commit("--all --no-verify").status.success());
}
