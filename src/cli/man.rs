//! `tickmark man`: manual pages, one for the program and one for each command.
//!
//! The pages come from the command line itself and bear no day, so that they are the same wherever they are made.

use std::io::{self, Write};
use std::path::Path;

use clap_mangen::Man;

use super::args::{Grammar, grammar};
use super::exit;
use super::run::Stop;
use crate::app::write_files;
use crate::diag::plural;

/// Prints the page of the program, or writes all pages into a folder.
pub(super) fn run(folder: Option<&Path>, out: &mut dyn Write) -> Result<u8, Stop> {
    let pages = pages()?;
    match folder {
        Some(folder) => {
            write_files(folder, &pages)?;
            writeln!(out, "wrote {} to `{}`", plural(pages.len(), "page"), folder.display())?;
        }
        None => {
            if let Some((_, page)) = pages.first() {
                write!(out, "{page}")?;
            }
        }
    }
    Ok(exit::CLEAN)
}

/// The name and the text of every page, that of the program first.
fn pages() -> io::Result<Vec<(String, String)>> {
    let mut grammar = grammar().disable_help_subcommand(true);
    grammar.build();
    let commands: Vec<&Grammar> = grammar.get_subcommands().filter(|command| !command.is_hide_set()).collect();
    let names: Vec<String> = commands.iter().map(|command| format!("tickmark-{}", command.get_name())).collect();
    let mut pages = vec![("tickmark.1".to_owned(), page(&grammar, "tickmark", &names)?)];
    for (command, name) in commands.into_iter().zip(&names) {
        pages.push((format!("{name}.1"), page(command, name, &["tickmark".to_owned()])?));
    }
    Ok(pages)
}

fn page(command: &Grammar, name: &str, related: &[String]) -> io::Result<String> {
    let version = command.get_version().unwrap_or_default();
    let man = Man::new(command.clone()).title(name.to_uppercase()).source(format!("tickmark {version}")).manual("Tickmark");
    let mut bytes = Vec::new();
    man.render_title(&mut bytes)?;
    man.render_name_section(&mut bytes)?;
    man.render_synopsis_section(&mut bytes)?;
    man.render_description_section(&mut bytes)?;
    man.render_options_section(&mut bytes)?;
    if command.has_subcommands() {
        man.render_subcommands_section(&mut bytes)?;
    }
    let mut text = String::from_utf8(bytes).map_err(io::Error::other)?;
    let after = command.get_after_long_help().or_else(|| command.get_after_help());
    push_sections(&after.map(ToString::to_string).unwrap_or_default(), &mut text);
    text.push_str(".SH \"SEE ALSO\"\n");
    let related: Vec<String> = related.iter().map(|name| format!("\\fB{}\\fR(1)", escaped(name))).collect();
    text.push_str(&related.join(",\n"));
    text.push('\n');
    Ok(text)
}

/// Writes what follows the help of a command: each heading begins a section, in which lines stay as they are.
fn push_sections(after: &str, text: &mut String) {
    for part in after.split("\n\n") {
        let heading = part.lines().next().and_then(|line| line.strip_suffix(':')).filter(|line| !line.starts_with(' '));
        let lines = part.lines().skip(usize::from(heading.is_some()));
        match heading {
            Some(heading) => {
                let heading = escaped(&heading.to_uppercase());
                text.extend([".SH \"", heading.as_str(), "\"\n.nf\n"]);
            }
            None => text.push_str(".SH NOTES\n"),
        }
        for line in lines {
            text.push_str(&escaped(line.strip_prefix("  ").unwrap_or(line)));
            text.push('\n');
        }
        if heading.is_some() {
            text.push_str(".fi\n");
        }
    }
}

/// A line of text in which nothing is a request, and every hyphen is one that can be copied.
fn escaped(line: &str) -> String {
    let text = line.replace('\\', "\\e").replace('-', "\\-").replace('~', "\\(ti").replace('^', "\\(ha").replace('`', "\\(ga");
    let text = text.replace('\'', "\\(aq");
    if text.starts_with('.') { format!("\\&{text}") } else { text }
}
