//! What `--help` teaches.

use std::ffi::OsString;

use super::commands;
use crate::sandbox::run;
use crate::shell_words::{command_lines, misunderstood};

/// The help of a command; that of the program where the name is empty.
fn help(command: &str) -> String {
    let args: Vec<&str> = [command, "--help"].into_iter().filter(|arg| !arg.is_empty()).collect();
    run(args).out
}

#[test]
fn every_command_stands_in_the_order_in_which_a_project_meets_them() {
    let known = ["check", "build", "diff", "log", "show", "explain", "sign", "verify", "package", "schema", "completions", "man"];
    let found = commands();
    let those: Vec<&str> = found.iter().map(String::as_str).filter(|name| known.contains(name)).collect();
    assert_eq!(those, known);
    assert_eq!(found.last().map(String::as_str), Some("man"), "a command is missing from the order: {found:?}");
}

#[test]
fn every_command_has_a_summary_examples_exit_codes_and_where_to_read_on() {
    let mut lacking = Vec::new();
    for command in commands() {
        let help = help(&command);
        let first = help.lines().next().unwrap_or_default();
        if !first.starts_with(|letter: char| letter.is_ascii_uppercase()) || !first.ends_with('.') && first.len() > 100 {
            lacking.push(format!("{command}: summary"));
        }
        for part in ["\nExamples:\n", "\nExit codes:\n  0  ", "docs/"] {
            if !help.contains(part) {
                lacking.push(format!("{command}: {}", part.trim()));
            }
        }
    }
    assert!(lacking.is_empty(), "{lacking:#?}");
}

#[test]
fn every_example_is_understood() {
    let mut wrong = Vec::new();
    for command in commands().iter().map(String::as_str).chain([""]) {
        let help = help(command);
        let lines = command_lines(&help);
        assert!(!lines.is_empty(), "`{command}` has no example");
        wrong.extend(lines.iter().filter_map(|line| misunderstood(line)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_document_that_help_names_is_there() {
    let mut missing = Vec::new();
    for command in commands().iter().map(String::as_str).chain([""]) {
        let help = help(command);
        let names = help.split(|letter: char| letter.is_whitespace() || letter == ',').filter(|word| word.starts_with("docs/"));
        let names = names.map(|word| word.trim_end_matches(['.', ';', ':']));
        missing.extend(names.filter(|name| !crate::tree::root().join(name).exists()).map(str::to_owned));
    }
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn options_are_grouped_by_what_they_decide() {
    for (command, headings) in [
        ("build", ["What to build:", "What to let pass:", "With what to sign:"]),
        ("check", ["What to check:", "How to show it:", "When to fail:"]),
        ("diff", ["What to compare:", "How to show it:", "When to fail:"]),
        ("verify", ["Whom to trust:", "What to compare with:", "How to show it:"]),
    ] {
        let help = help(command);
        for heading in headings {
            assert!(help.contains(&format!("\n{heading}\n")), "`{command}` lacks `{heading}`: {help}");
        }
    }
}

#[test]
fn help_without_a_command_shows_first_steps() {
    let outcome = run(Vec::<OsString>::new());
    assert!(outcome.err.contains("\nFirst steps:\n  tickmark "), "{}", outcome.err);
}

#[test]
fn shell_that_is_none_is_a_usage_error_with_those_that_are() {
    let outcome = run(["completions", "fsh"]);
    assert_eq!(outcome.code, 2);
    assert!(outcome.err.contains("'fish'"), "{}", outcome.err);
}
