//! A log, told in a terminal.

use std::io::{self, Write};

use crate::app::{Log, LoggedPart, signature_words};
use crate::history::{Commit, Part};
use crate::model::visible;

/// Writes the commits, the newest first; each with both of its dates and what it did.
pub(in crate::cli) fn write(log: &Log, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "first-parent history: what was in force here, and since when; the newest first")?;
    for entry in &log.commits {
        writeln!(out)?;
        match &entry.commit {
            Some(commit) => write_commit(commit, out)?,
            None => writeln!(out, "not committed")?,
        }
        for part in &entry.parts {
            write_part(part, out)?;
        }
    }
    if log.shallow {
        writeln!(out, "\nthe history ends here because the clone is shallow: `git fetch --unshallow` fetches the rest")?;
    }
    Ok(())
}

fn write_commit(commit: &Commit, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "commit {}  {}", commit.id.short(), visible(commit.subject()))?;
    writeln!(out, "  written    {}  {}", commit.author.at, visible(&commit.author.name))?;
    writeln!(out, "  committed  {}  {}", commit.committer.at, visible(&commit.committer.name))?;
    writeln!(out, "  {}", visible(&signature_words(&commit.signature)))
}

fn write_part(part: &LoggedPart, out: &mut dyn Write) -> io::Result<()> {
    let class = part.class.map_or_else(String::new, |class| format!(", {}", class.name()));
    let merge = if part.in_merge { ", edited in the merge itself" } else { "" };
    writeln!(out, "  {} {}{class}{merge}", name(&part.part), part.deed.word())?;
    for edit in &part.edits {
        writeln!(out, "    {}", visible(edit).replace('\n', " "))?;
    }
    for (commit, in_merge) in &part.side {
        let merge = if *in_merge { " (edited in a merge)" } else { "" };
        writeln!(out, "    brought in {}  {}  {}{merge}", commit.id.short(), visible(&commit.author.name), visible(commit.subject()))?;
    }
    Ok(())
}

fn name(part: &Part) -> String {
    match part {
        Part::Settings => "settings".to_owned(),
        Part::Record(reference) => reference.to_string(),
        Part::Release(id) => format!("release {id}"),
        Part::Results { release, metric } => format!("release {release}, rows of metric/{metric}"),
    }
}
