//! `tickmark init`: a new project, and what to do with it next.

use std::io::Write;
use std::path::PathBuf;

use super::args::InitArguments;
use super::exit;
use super::run::Stop;
use crate::app::{InitOptions, Initialised, init};
use crate::diag::plural;

pub(super) fn run(working_folder: PathBuf, arguments: &InitArguments, out: &mut dyn Write) -> Result<u8, Stop> {
    let options = InitOptions { working_folder, folder: arguments.folder.clone(), demonstration: arguments.demo };
    let Initialised { folder, files } = init(&options)?;
    let at = folder.display();
    if arguments.demo {
        writeln!(out, "wrote the demonstration, {} in a git repository with two years of history, to `{at}`", plural(files.len(), "file"))?;
    } else {
        writeln!(out, "wrote a first project to `{at}`:")?;
        for file in &files {
            writeln!(out, "  {file}")?;
        }
    }
    let here = if folder.as_os_str() == "." { String::new() } else { format!("-C {} ", quoted(&at.to_string())) };
    let second = if arguments.demo { "log repeat-contacts" } else { "check" };
    writeln!(out, "\nnext:\n  tickmark {here}build      # then open {} in a browser", folder.join("output/index.html").display())?;
    writeln!(out, "  tickmark {here}{second}")?;
    Ok(exit::CLEAN)
}

/// A path as a shell takes it for one word.
fn quoted(path: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || "/._-+~:\\".contains(letter);
    if !path.is_empty() && path.chars().all(is_plain) { path.to_owned() } else { format!("'{}'", path.replace('\'', "'\\''")) }
}
