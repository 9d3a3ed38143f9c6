//! Manual pages, held against the program that shows them.

use std::process::Command;

use super::commands;
use crate::sandbox::{Sandbox, run};

/// Every page by its name.
fn pages() -> Vec<(String, String)> {
    let sandbox = Sandbox::empty();
    let outcome = sandbox.run(&["man", "--output", "share/man1"]);
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
    let files = sandbox.files().into_iter().filter(|(name, _)| !name.ends_with('/'));
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    files.map(|(name, bytes)| (name.trim_start_matches("share/man1/").to_owned(), text(bytes))).collect()
}

#[test]
fn there_is_one_page_for_the_program_and_one_for_each_command() {
    let mut expected: Vec<String> = commands().iter().map(|name| format!("tickmark-{name}.1")).chain(["tickmark.1".to_owned()]).collect();
    expected.sort();
    let found: Vec<String> = pages().into_iter().map(|(name, _)| name).collect();
    assert_eq!(found, expected);
}

#[test]
fn page_of_the_program_goes_to_standard_output() {
    let outcome = run(["man"]);
    let page = pages().into_iter().find(|(name, _)| name == "tickmark.1").expect("the page").1;
    assert_eq!((outcome.code, outcome.out), (0, page));
}

#[test]
fn groff_takes_every_page_without_a_warning() {
    let sandbox = Sandbox::empty();
    sandbox.run(&["man", "--output", "."]);
    let files: Vec<String> = sandbox.files().into_keys().collect();
    let output = Command::new("groff").args(["-man", "-ww", "-z"]).args(&files).current_dir(sandbox.folder()).output().expect("groff runs");
    assert!(output.status.success() && output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn every_option_has_an_entry_and_says_something() {
    let mut wrong = Vec::new();
    for (name, page) in pages() {
        let command = name.trim_start_matches("tickmark-").trim_end_matches(".1");
        let args: Vec<&str> = [command, "--help"].into_iter().filter(|word| *word != "tickmark").collect();
        let help = run(args).out;
        let options = help.lines().map(str::trim_start).filter(|line| line.starts_with("--") || line.starts_with("-C"));
        for option in options.filter_map(|line| line.split([' ', ',']).next()) {
            let written = option.replace('-', "\\-");
            let entry = page.split("\n.TP\n").find(|entry| entry.lines().next().is_some_and(|line| line.contains(&written)));
            match entry.map(|entry| entry.lines().nth(1).unwrap_or_default()) {
                Some(says) if says.len() > 10 => {}
                _ => wrong.push(format!("{name}: {option}")),
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn examples_stay_as_they_are() {
    let page = pages().into_iter().find(|(name, _)| name == "tickmark-diff.1").expect("the page").1;
    assert!(page.contains(".SH \"EXAMPLES\"\n.nf\ntickmark diff "), "{page}");
}
