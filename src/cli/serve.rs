//! `tickmark serve`: the report in a browser, following its project.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

use super::args::ServeArguments;
use super::exit;
use super::progress::TerminalProgress;
use super::report::{shown, text};
use super::run::{Stop, date, write_failure};
use crate::app::{FileDeed, PreviewOptions, Problem, Refreshed, ServeError, ServeOptions, ServeTeller, serve};
use crate::diag::{Failure, Finding, plural};

/// Files that are named when many changed at once.
const NAMED: usize = 5;

/// Serves until somebody asks the program to end.
pub(super) fn run(
    project: PathBuf,
    arguments: &ServeArguments,
    out: &mut dyn Write,
    err: &mut dyn Write,
    terminal: bool,
) -> Result<u8, Stop> {
    let as_of = arguments.as_of.as_deref().map(date).transpose()?;
    let preview = PreviewOptions { project, as_of, since: arguments.since.clone(), previous: arguments.previous.clone() };
    let ServeArguments { host, port, open, poll, .. } = arguments;
    let options = ServeOptions { preview, host: host.clone(), port: *port, open: *open, poll: *poll };
    let mut teller = Teller { out, err, was_stopped: false, is_first: true, known: BTreeSet::new() };
    match serve(&options, &mut teller, Arc::new(TerminalProgress::new(terminal))) {
        Ok(()) => Ok(exit::CLEAN),
        Err(ServeError::Failed(failure)) => Err(Stop::Failed(failure)),
        Err(ServeError::Teller(error)) => Err(Stop::Output(error)),
    }
}

/// Writes what happens: addresses and changes to one stream, what is wrong to the other.
struct Teller<'a> {
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
    /// Whether the newest files could not be shown.
    was_stopped: bool,
    is_first: bool,
    /// What checks found last.
    known: BTreeSet<Said>,
}

impl ServeTeller for Teller<'_> {
    fn serving(&mut self, url: &str, is_public: bool) -> io::Result<()> {
        if is_public {
            writeln!(self.err, "warning: whoever can reach this machine at that address can read the report, and what is wrong with it")?;
        }
        writeln!(self.out, "serving {url}")?;
        self.out.flush()
    }

    fn refreshed(&mut self, refreshed: &Refreshed) -> io::Result<()> {
        self.changes(refreshed)?;
        let stopped = refreshed.problem.is_some();
        match refreshed.problem.as_deref() {
            Some(Problem::Mistakes(findings)) => text::write(findings, self.err)?,
            Some(Problem::Failed(failure)) => write_failure(failure, self.err)?,
            None if self.is_first => writeln!(self.out, "ready")?,
            None if self.was_stopped => writeln!(self.out, "mended")?,
            None => {}
        }
        if stopped {
            let stays = if self.is_first { "nothing can be shown" } else { "pages stay as they were" };
            writeln!(self.err, "{stays} until this is mended")?;
        }
        self.was_stopped = stopped;
        self.is_first = self.is_first && stopped;
        self.flush()
    }

    fn findings(&mut self, findings: &[Finding]) -> io::Result<()> {
        let now: BTreeSet<Said> = findings.iter().map(said).collect();
        let new: Vec<Finding> = findings.iter().filter(|one| !self.known.contains(&said(one))).cloned().collect();
        let gone = self.known.difference(&now).count();
        text::write(&new, self.err)?;
        if gone > 0 {
            let left = text::count(findings);
            writeln!(self.out, "{} gone; {} left", plural(gone, "finding"), if left.is_empty() { "none" } else { &left })?;
        }
        self.known = now;
        self.flush()
    }

    fn trouble(&mut self, failure: &Failure) -> io::Result<()> {
        writeln!(self.err, "warning: {failure}")?;
        if let Some(help) = failure.help() {
            writeln!(self.err, "  help: {help}")?;
        }
        self.flush()
    }
}

impl Teller<'_> {
    fn changes(&mut self, refreshed: &Refreshed) -> io::Result<()> {
        let changes = &refreshed.changes;
        for change in changes.iter().take(if changes.len() > NAMED + 1 { NAMED } else { changes.len() }) {
            let deed = match change.deed {
                FileDeed::Added => "added",
                FileDeed::Changed => "changed",
                FileDeed::Removed => "removed",
            };
            writeln!(self.out, "{deed} {}", shown::text(&change.path))?;
        }
        if changes.len() > NAMED + 1 {
            writeln!(self.out, "and {} more files", changes.len() - NAMED)?;
        }
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()?;
        self.err.flush()
    }
}

/// What a finding says of which file, by the code of its rule. Its lines may move without news.
type Said = (&'static str, Arc<str>, String);

fn said(finding: &Finding) -> Said {
    (finding.code.id, Arc::clone(&finding.place.path), finding.message.clone())
}
