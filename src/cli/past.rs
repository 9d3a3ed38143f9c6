//! `tickmark log` and `tickmark show`: what became of a record, and everything about one.

use std::io::Write;
use std::path::PathBuf;

use super::exit;
use super::progress::TerminalProgress;
use super::report::{log as log_text, show as show_text, text};
use super::run::Stop;
use crate::app::{LogOptions, ShowOptions, log, show};
use crate::diag::Finding;

/// Prints the log of a record, or of the project.
pub(super) fn run_log(
    project: PathBuf,
    record: Option<String>,
    out: &mut dyn Write,
    err: &mut dyn Write,
    terminal: bool,
) -> Result<u8, Stop> {
    match log(&LogOptions { project, record }, &TerminalProgress::new(terminal))? {
        Ok(log) => log_text::write(&log, out)?,
        Err(findings) => return unreadable(&findings, err),
    }
    Ok(exit::CLEAN)
}

/// Prints everything about a record or a figure.
pub(super) fn run_show(options: &ShowOptions, out: &mut dyn Write, err: &mut dyn Write, terminal: bool) -> Result<u8, Stop> {
    match show(options, &TerminalProgress::new(terminal))? {
        Ok(shown) => show_text::write(&shown, out)?,
        Err(findings) => return unreadable(&findings, err),
    }
    Ok(exit::CLEAN)
}

fn unreadable(findings: &[Finding], err: &mut dyn Write) -> Result<u8, Stop> {
    text::write(findings, err)?;
    Ok(exit::stopped(findings))
}
