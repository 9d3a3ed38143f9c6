//! `tickmark verify`: what a report that was handed over is worth.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::args::VerifyArguments;
use super::exit;
use super::progress::TerminalProgress;
use super::report::verify::{Format, compose};
use super::run::Stop;
use crate::app::{VerifyOptions, verify, write_file};
use crate::diag::Failure;
use crate::model::{Date, Instant};
use crate::seal::verify::Verdict;

/// Verifies, and writes what came of it.
pub(super) fn run(folder: &Path, arguments: &VerifyArguments, out: &mut dyn Write, terminal: bool) -> Result<u8, Stop> {
    // The command line knows no other names.
    let format = Format::from_name(&arguments.format).unwrap_or(Format::Text);
    let from_here = |path: &PathBuf| folder.join(path);
    let options = VerifyOptions {
        path: folder.join(&arguments.path),
        signers: arguments.signers.as_ref().map(from_here),
        revoked: arguments.revoked.as_ref().map(from_here),
        identity: arguments.identity.clone(),
        at: arguments.at.as_deref().map(instant).transpose()?,
        authorities: arguments.time_authority.iter().map(from_here).collect(),
        previous: arguments.previous.as_ref().map(from_here),
        rebuild: arguments.rebuild.as_ref().map(from_here),
    };
    let verification = verify(&options, &TerminalProgress::new(terminal))?;
    let document = compose(&verification, &arguments.path.display().to_string());
    let written = format.render(&document);
    match &arguments.output {
        Some(path) => {
            write_file(&folder.join(path), &written)?;
            writeln!(out, "{}: {}; wrote `{}`", document.verdict, document.meaning, path.display())?;
        }
        None => write!(out, "{written}")?,
    }
    Ok(match verification.verdict {
        Verdict::CouldNotCheck => exit::FAILED,
        _ if verification.is_clean() => exit::CLEAN,
        _ => exit::FINDINGS,
    })
}

/// Reads a time that was typed: an instant, or a day, which begins in universal time.
fn instant(text: &str) -> Result<Instant, Failure> {
    let written = if Date::parse(text).is_ok() { format!("{text}T00:00:00Z") } else { text.to_owned() };
    Instant::parse(&written).map_err(|error| Failure::Usage {
        message: format!("`--at`: {error}; expected a time such as `2026-11-23T09:00:00Z`, or a day such as `2026-11-23`"),
    })
}
