//! Scripts for shells, the one for bash in a real bash.

use std::fmt::Write as _;
use std::process::Command;

use super::commands;
use crate::sandbox::run;

const SHELLS: [&str; 5] = ["bash", "elvish", "fish", "powershell", "zsh"];

fn script(shell: &str) -> String {
    let outcome = run(["completions", shell]);
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""), "{shell}");
    outcome.out
}

/// What bash offers behind each of these lines, of which the last word is completed.
fn offered(lines: &[&str]) -> Vec<Vec<String>> {
    let folder = tempfile::TempDir::new().expect("a folder");
    let path = folder.path().join("tickmark.bash");
    std::fs::write(&path, script("bash")).expect("the script");
    let mut program = format!("set -eu\nsource '{}'\n", path.display());
    program.push_str("function_of() { complete -p tickmark | sed 's/.*-F \\([^ ]*\\).*/\\1/'; }\nfill=$(function_of)\n");
    for line in lines {
        let words: Vec<&str> = line.split(' ').collect();
        let quoted: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
        let last = words.len() - 1;
        let before = words[last.saturating_sub(1)];
        let _ = writeln!(program, "COMP_WORDS=({}); COMP_CWORD={last}; COMPREPLY=()", quoted.join(" "));
        let _ = write!(program, "\"$fill\" tickmark '{}' '{before}' || true\necho \"${{COMPREPLY[*]-}}\"\n", words[last]);
    }
    // The script asks for options of a completion in progress, of which there is none here.
    let program = program.replace("fill=$(function_of)", "fill=$(function_of); compopt() { :; }");
    let output = Command::new("bash").args(["--noprofile", "--norc", "-c", &program]).output().expect("bash runs");
    assert!(output.status.success() && output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    said.lines().map(|line| line.split_whitespace().map(str::to_owned).collect()).collect()
}

#[test]
fn bash_completes_commands_options_and_their_values() {
    let lines = [
        "tickmark ",
        "tickmark dif",
        "tickmark build --al",
        "tickmark check --format ",
        "tickmark check --fail-on ",
        "tickmark completions z",
    ];
    let found = offered(&lines);
    for command in commands() {
        assert!(found[0].contains(&command), "{command}: {:?}", found[0]);
    }
    assert_eq!(found[1], ["diff"]);
    assert_eq!(found[2], ["--allow-findings", "--allow-dirty"]);
    for format in ["text", "json", "github", "sarif", "junit", "gitlab"] {
        assert!(found[3].iter().any(|name| name == format), "{format}: {:?}", found[3]);
    }
    assert!(found[4].iter().any(|name| name == "warning"), "{:?}", found[4]);
    assert_eq!(found[5], ["zsh"]);
}

#[test]
fn bash_completes_kinds_and_codes() {
    let found = offered(&["tickmark schema met", "tickmark explain numerator-c", "tickmark explain R3"]);
    assert!(found[0].iter().any(|kind| kind == "metric"), "{:?}", found[0]);
    assert_eq!(found[1], ["numerator-changed"]);
    assert!(found[2].iter().any(|code| code == "R30"), "{:?}", found[2]);
}

#[test]
fn script_of_every_shell_names_every_command() {
    for shell in SHELLS {
        let script = script(shell);
        for command in commands() {
            assert!(script.contains(&command), "{shell}: {command}");
        }
    }
}

#[test]
fn scripts_are_the_same_each_time() {
    for shell in SHELLS {
        assert!(script(shell) == script(shell), "{shell}");
    }
}
