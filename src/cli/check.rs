//! `tickmark check`: every check, for people and machines, and nothing written.

use std::io::Write;
use std::path::Path;

use super::args::CheckArguments;
use super::exit;
use super::progress::TerminalProgress;
use super::report::check::{FailOn, Format, compose};
use super::run::{Stop, date};
use crate::app::{CheckOptions, check, write_file};

/// Checks, and writes what came of it.
pub(super) fn run(project: &Path, arguments: &CheckArguments, out: &mut dyn Write, terminal: bool) -> Result<u8, Stop> {
    // The command line knows no other names.
    let format = Format::from_name(&arguments.format).unwrap_or(Format::Text);
    let fail_on = FailOn::from_name(&arguments.fail_on).unwrap_or(FailOn::Error);
    let as_of = arguments.as_of.as_deref().map(date).transpose()?;
    let options = CheckOptions { project: project.to_owned(), as_of, at: arguments.at.clone() };
    let outcome = check(&options, &TerminalProgress::new(terminal))?;
    let document = compose(&outcome, fail_on);
    let written = format.render(&document, &outcome.findings);
    match &arguments.output {
        Some(path) => {
            write_file(&project.join(path), &anstream::adapter::strip_str(&written).to_string())?;
            writeln!(out, "{}; wrote `{}`", document.verdict.sentence, path.display())?;
        }
        None => write!(out, "{written}")?,
    }
    Ok(match (&outcome.made, document.verdict.fails) {
        (None, _) => exit::stopped(&outcome.findings),
        (Some(_), true) => exit::FINDINGS,
        (Some(_), false) => exit::CLEAN,
    })
}
