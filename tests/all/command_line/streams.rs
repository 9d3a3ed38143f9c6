//! Streams that end early, are closed or full, and terminals of every sort, with the real program.
#![cfg(unix)]

use std::process::{Command, Output, Stdio};

use crate::command::program;
use crate::diff_repository::{Repository, shell};
use crate::sandbox::{AS_OF, Sandbox};

/// A project with a commit, and a finding of the checks.
fn repository() -> Repository {
    let repository = Repository::new();
    let path = "metrics/snapshots/2026-03/answered-in-time.csv";
    repository.replace(path, "352,88.0", "352,88.1");
    repository
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Commands that write much, or anything, to standard output.
const SPEAKING: [&[&str]; 13] = [
    &["build"],
    &["check"],
    &["check", "--format", "json"],
    &["diff"],
    &["log"],
    &["show", "answered-in-time"],
    &["explain"],
    &["schema"],
    &["completions", "bash"],
    &["man"],
    &["help"],
    &["--version"],
    &["verify", "."],
];

#[test]
fn reader_that_goes_away_ends_every_command_without_a_word() {
    let repository = repository();
    for args in SPEAKING {
        let mut command = program(args);
        command.current_dir(repository.sandbox.folder()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program runs");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("the program ends");
        let said = said(&output);
        assert!(output.status.code().is_some(), "{args:?} was ended by a signal");
        assert!(args == ["build"] || said.is_empty(), "{args:?}: {said}");
        assert!(!said.contains("panicked") && !said.contains("pipe"), "{args:?}: {said}");
    }
}

#[test]
fn one_line_can_be_taken_from_long_output() {
    let repository = repository();
    for command in ["tickmark log", "tickmark schema", "tickmark explain", "tickmark completions zsh", "tickmark man", "tickmark diff"] {
        let output = shell(&format!("{command} | head -n 1")).current_dir(repository.sandbox.folder()).output().expect("a shell");
        assert_eq!((output.status.code(), said(&output).as_str()), (Some(0), ""), "{command}");
        assert!(!output.stdout.is_empty(), "{command}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn full_disk_behind_standard_output_is_told() {
    let repository = repository();
    for args in SPEAKING {
        let line = format!("tickmark {} > /dev/full", args.join(" "));
        let output = shell(&line).current_dir(repository.sandbox.folder()).output().expect("a shell");
        let said = said(&output);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {said}");
        assert!(said.contains("error: the output could not be written: "), "{args:?}: {said}");
    }
}

#[test]
fn closed_streams_are_no_trouble() {
    let repository = repository();
    for closed in ["<&-", "2>&-", "<&- >&- 2>&-"] {
        let output =
            shell(&format!("tickmark build --allow-findings --as-of {AS_OF} {closed}")).current_dir(repository.sandbox.folder()).output();
        assert_eq!(output.expect("a shell").status.code(), Some(0), "{closed}");
        assert!(repository.sandbox.path("output/index.html").is_file(), "{closed}");
        repository.sandbox.remove("output");
    }
}

/// What a command shows on a terminal of its own.
#[cfg(target_os = "linux")]
fn on_a_terminal(sandbox: &Sandbox, environment: &[(&str, &str)]) -> String {
    let built = program([""; 0]);
    let line = format!("{} build --as-of {AS_OF}", built.get_program().display());
    let mut command = Command::new("script");
    command.args(["--quiet", "--return", "--command", &line, "/dev/null"]).current_dir(sandbox.folder()).stdin(Stdio::null());
    // Nothing of the environment around may ask for colours, as continuous integration does.
    command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command.env("TERM", "xterm-256color").envs(environment.iter().copied());
    let output = command.output().expect("`script` runs");
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[cfg(target_os = "linux")]
#[test]
fn colours_are_for_terminals_that_want_them() {
    let repository = repository();
    let coloured = |environment: &[(&str, &str)]| on_a_terminal(&repository.sandbox, environment).contains("\u{1b}[1m");
    assert!(coloured(&[]));
    assert!(!coloured(&[("NO_COLOR", "1")]));
    assert!(!coloured(&[("CLICOLOR", "0")]));
    assert!(!coloured(&[("TERM", "dumb")]));
}

#[cfg(target_os = "linux")]
#[test]
fn dumb_terminal_sees_neither_colours_nor_progress() {
    let said = on_a_terminal(&repository().sandbox, &[("TERM", "dumb")]);
    assert!(!said.contains('\u{1b}') && said.contains("error[S01]"), "{said:?}");
}
