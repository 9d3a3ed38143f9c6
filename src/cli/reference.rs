//! The reference of the command line, as Markdown: made from the command line itself, so that it cannot drift.

use std::fmt::Write;

use super::args::{Grammar, GrammarArgument, grammar};

/// The whole reference.
#[must_use]
pub fn command_reference() -> String {
    let mut grammar = grammar().disable_help_subcommand(true);
    grammar.build();
    let commands: Vec<&Grammar> = grammar.get_subcommands().filter(|command| !command.is_hide_set()).collect();
    let mut text = String::from(
        "# Command line\n\nEvery command and every option. This page is made from the program; a test keeps it current \
         (`UPDATE_EXPECTED=1 cargo test` writes it anew).\n\n`tickmark COMMAND --help` says the same on the terminal, and `tickmark man` \
         writes it as manual pages. How to install both, and completions for shells: [install.md](install.md).\n\n| Command | Does |\n|---|---|\n",
    );
    for command in &commands {
        let name = command.get_name();
        // Writing into a string cannot fail.
        let _ = writeln!(text, "| [`tickmark {name}`](#tickmark-{name}) | {} |", cell(&about(command)));
    }
    push_command(&mut text, &grammar, "tickmark");
    for command in commands {
        push_command(&mut text, command, &format!("tickmark {}", command.get_name()));
    }
    text.push_str(
        "\n## Everywhere\n\n- Colours are shown on terminals only, and not where `NO_COLOR` is set or `TERM` is `dumb`; `CLICOLOR_FORCE` shows them \
         elsewhere. Progress is shown where standard error is a terminal.\n- A reader that goes away, as in `tickmark log | head`, ends the \
         command without a message and with exit code 2. A full disk is told.\n- `SOURCE_DATE_EPOCH` gives the day as of which a report speaks where \
         neither `--as-of` nor the settings do, and the day of a signature. `GITHUB_STEP_SUMMARY` names a file to which `tickmark diff --format markdown` appends.\n",
    );
    text
}

fn push_command(text: &mut String, command: &Grammar, name: &str) {
    let long = command.get_long_about().or_else(|| command.get_about()).map(ToString::to_string).unwrap_or_default();
    let usage = command.clone().render_usage().to_string();
    let usage = usage.trim_start_matches("Usage: ");
    let _ = writeln!(text, "\n## {name}\n\n{long}\n\n```text\n{usage}\n```");
    let mut headings: Vec<Option<&str>> = vec![None];
    for argument in shown(command) {
        if !headings.contains(&argument.get_help_heading()) {
            headings.push(argument.get_help_heading());
        }
    }
    for heading in headings {
        let mut those = shown(command).filter(|argument| argument.get_help_heading() == heading).peekable();
        if those.peek().is_none() {
            continue;
        }
        let _ = writeln!(text, "\n| {} | Meaning |\n|---|---|", heading.unwrap_or("Arguments and options"));
        for argument in those {
            let _ = writeln!(text, "| `{}` | {} |", synopsis(argument).replace('|', "\\|"), meaning(argument));
        }
    }
    push_after(text, &command.get_after_help().map(ToString::to_string).unwrap_or_default());
}

/// The arguments of a command that are its own: help, version and folder are told once, with the program.
fn shown(command: &Grammar) -> impl Iterator<Item = &GrammarArgument> {
    let program = command.has_subcommands();
    let everywhere = |argument: &GrammarArgument| ["help", "version", "directory"].contains(&argument.get_id().as_str());
    command.get_arguments().filter(move |argument| !argument.is_hide_set() && (program || !everywhere(argument)))
}

fn synopsis(argument: &GrammarArgument) -> String {
    let names = argument.get_value_names().map(|names| names.join(" ")).unwrap_or_default();
    let takes = argument.get_num_args().is_some_and(|range| range.takes_values());
    let short = argument.get_short().map(|letter| format!("-{letter}"));
    let long = argument.get_long().map(|name| format!("--{name}"));
    let switches: Vec<String> = short.into_iter().chain(long).collect();
    match (switches.is_empty(), takes) {
        (true, _) => names,
        (false, true) => format!("{} {names}", switches.join(", ")),
        (false, false) => switches.join(", "),
    }
}

fn meaning(argument: &GrammarArgument) -> String {
    let mut text = argument.get_long_help().or_else(|| argument.get_help()).map(ToString::to_string).unwrap_or_default();
    if !text.ends_with('.') {
        text.push('.');
    }
    let values = argument.get_possible_values();
    let takes = argument.get_num_args().is_some_and(|range| range.takes_values());
    if takes && !values.is_empty() {
        let names: Vec<String> = values.iter().map(|value| format!("`{}`", value.get_name())).collect();
        let _ = write!(text, " One of {}.", names.join(", "));
    }
    let defaults: Vec<String> = argument.get_default_values().iter().map(|value| format!("`{}`", value.to_string_lossy())).collect();
    if takes && !defaults.is_empty() {
        let _ = write!(text, " Default: {}.", defaults.join(", "));
    }
    if argument.is_required_set() {
        text.push_str(" Needed.");
    }
    cell(&text)
}

/// Writes what follows the help of a command: what belongs to a heading stays as it is.
fn push_after(text: &mut String, after: &str) {
    for part in after.split("\n\n").filter(|part| !part.is_empty()) {
        match part.split_once(":\n").filter(|(heading, _)| !heading.contains(['\n', ' ']) || heading.len() < 30) {
            Some((heading, lines)) => {
                let _ = writeln!(text, "\n{heading}:\n\n```text");
                for line in lines.lines() {
                    let _ = writeln!(text, "{}", line.strip_prefix("  ").unwrap_or(line));
                }
                text.push_str("```\n");
            }
            None => {
                let _ = writeln!(text, "\n{part}");
            }
        }
    }
}

fn about(command: &Grammar) -> String {
    command.get_about().map(ToString::to_string).unwrap_or_default()
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace("\n\n", " ").replace('\n', " ").replace('<', "&lt;")
}
