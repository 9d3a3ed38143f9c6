//! `tickmark completions`: scripts that let a shell complete the command line.
//!
//! The scripts come from the command line itself, so that they know what it knows. They are the same on every machine.

use std::io::Write;

use clap_complete::{Shell, generate};

use super::args::{Grammar, grammar, offering};
use super::run::Stop;
use super::{exit, schema};
use crate::app::codes;
use crate::diff::rules;
use crate::model::Kind;

/// The shells that there are scripts for.
pub(super) const SHELLS: [&str; 5] = ["bash", "elvish", "fish", "powershell", "zsh"];

/// Prints the script of a shell.
pub(super) fn run(shell: &str, out: &mut dyn Write) -> Result<u8, Stop> {
    // The command line knows no other names.
    let shell = match shell {
        "elvish" => Shell::Elvish,
        "fish" => Shell::Fish,
        "powershell" => Shell::PowerShell,
        "zsh" => Shell::Zsh,
        _ => Shell::Bash,
    };
    let mut script = Vec::new();
    generate(shell, &mut with_names(), "tickmark", &mut script);
    out.write_all(&script)?;
    Ok(exit::CLEAN)
}

/// The command line with the names that it checks by itself, to say more than that a name is unknown.
fn with_names() -> Grammar {
    let owned = |name: &str| name.to_owned();
    let kinds = Kind::ALL.iter().map(|kind| kind.name()).chain(["release"]).map(owned).collect();
    let schemas = schema::names().chain([owned("all")]).collect();
    let names = codes().map(|code| code.id).chain(rules().iter().map(|rule| rule.id)).map(owned).collect();
    let grammar = offering(grammar(), "schema", "name", schemas);
    let grammar = offering(grammar, "new", "kind", kinds);
    offering(grammar, "explain", "name", names)
}
