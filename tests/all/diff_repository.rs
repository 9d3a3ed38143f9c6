//! A git repository with the minimal project in it, made by the `git` program with fixed people and days.

use std::process::Command;

use crate::command::program;
use crate::sandbox::{Outcome, Sandbox};

/// A repository that a test may change at will.
pub(crate) struct Repository {
    pub(crate) sandbox: Sandbox,
}

impl Repository {
    /// The minimal project, committed on `main` and tagged `v1`.
    pub(crate) fn new() -> Self {
        let repository = Self { sandbox: Sandbox::minimal() };
        repository.git(&["init", "--quiet", "--initial-branch=main"]);
        repository.commit("Begin");
        repository.git(&["tag", "v1"]);
        repository
    }

    /// The same with a branch `feature` that changes what a metric counts, and a `main` that has moved on since.
    pub(crate) fn with_branch() -> Self {
        let repository = Self::new();
        repository.git(&["checkout", "--quiet", "-b", "feature"]);
        repository.count_within("30");
        repository.replace("metrics/definitions/answered-in-time.yaml", "version: 1.0.0", "version: 2.0.0");
        repository.commit("Count calls answered within 30 seconds");
        repository.git(&["checkout", "--quiet", "main"]);
        repository.replace("metrics/definitions/calls-offered.yaml", "title: Calls offered", "title: Calls that were offered");
        repository.commit("Name a metric anew");
        repository.git(&["checkout", "--quiet", "feature"]);
        repository
    }

    /// Changes what the numerator counts.
    pub(crate) fn count_within(&self, seconds: &str) {
        let path = "metrics/definitions/answered-in-time.yaml";
        self.replace(path, "numerator: Calls answered within 20 seconds.", &format!("numerator: Calls answered within {seconds} seconds."));
    }

    /// Replaces a text that must be there.
    pub(crate) fn replace(&self, path: &str, before: &str, after: &str) {
        let text = self.sandbox.read(path);
        assert!(text.contains(before), "`{before}` is not in {path}");
        self.sandbox.write(path, text.replace(before, after));
    }

    /// Commits everything.
    pub(crate) fn commit(&self, message: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--allow-empty", "--message", message]);
    }

    /// Runs git, which must not fail, and gives what it wrote.
    pub(crate) fn git(&self, args: &[&str]) -> String {
        git_in(self.sandbox.folder(), args)
    }

    /// Runs `tickmark diff` within this process.
    pub(crate) fn diff(&self, args: &[&str]) -> Outcome {
        self.sandbox.run(&[&["diff"], args].concat())
    }

    /// The first twelve digits of a commit.
    pub(crate) fn short(&self, revision: &str) -> String {
        self.git(&["rev-parse", revision]).chars().take(12).collect()
    }
}

/// Runs git in a folder; it must not fail.
pub(crate) fn git_in(folder: &std::path::Path, args: &[&str]) -> String {
    let output = hermetic(Command::new("git")).arg("-C").arg(folder).args(args).output().expect("git runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "git {args:?}: {said}");
    String::from_utf8(output.stdout).expect("UTF-8").trim_end().to_owned()
}

/// A command that sees nothing of the machine but its programs, and whose commits are always the same.
pub(crate) fn hermetic(mut command: Command) -> Command {
    let path = std::env::var_os("PATH").unwrap_or_default();
    command.env_clear().env("PATH", path).env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_SYSTEM", "/dev/null");
    command.env("LC_ALL", "C.UTF-8").env("TZ", "UTC").env("GIT_ALLOW_PROTOCOL", "file");
    for (who, name) in [("AUTHOR", "Ann Author"), ("COMMITTER", "Carl Committer")] {
        command.env(format!("GIT_{who}_NAME"), name).env(format!("GIT_{who}_EMAIL"), "someone@example.org");
        command.env(format!("GIT_{who}_DATE"), "2026-04-10T09:00:00+00:00");
    }
    command
}

/// The built program in an environment in which `tickmark` is found by its name.
pub(crate) fn shell(script: &str) -> Command {
    let built = program([""; 0]);
    let folder = std::path::Path::new(built.get_program()).parent().expect("a folder").to_owned();
    let mut command = hermetic(Command::new("sh"));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let all = std::iter::once(folder).chain(std::env::split_paths(&path));
    command.env("PATH", std::env::join_paths(all).expect("folders")).args(["-euc", script]);
    command
}
