//! The verification for people: the verdict first, then what it rests on, what was found, what was not covered, and one step.

use std::fmt::Write as _;

use super::document::{Document, FaultEntry};
use crate::cli::report::shown;
use crate::diag::plural;

/// Faults of one name that are told one by one.
const TOLD: usize = 20;

/// Writes the document. Every text of the report is foreign, and is made fit to be shown.
pub(super) fn render(document: &Document) -> String {
    let mut out = String::new();
    // Writing into memory cannot fail.
    let _ = write(document, &mut out);
    out
}

fn write(document: &Document, out: &mut String) -> std::fmt::Result {
    writeln!(out, "{}: {}", document.verdict, document.meaning)?;
    let failed: Vec<&str> = document.checks.iter().filter(|check| check.verdict == "fail").map(|check| check.code).collect();
    if document.verdict == "intact" && !failed.is_empty() {
        writeln!(out, "but it fails {}", failed.join(", "))?;
    }
    write_report(document, out)?;
    if !document.signatures.is_empty() {
        writeln!(out, "\nsignatures")?;
    }
    for signature in &document.signatures {
        writeln!(out, "  {}: {}", signature.path, signature.verdict)?;
        writeln!(out, "    {}", shown::text(&signature.message))?;
        if let Some(key) = &signature.key {
            writeln!(out, "    key {key}")?;
        }
        writeln!(out, "    judged at {}: {}", signature.judged_at, signature.time_meaning)?;
        if let Some(time) = &signature.trusted_time {
            writeln!(out, "    it existed at {}, says {}", time.time, shown::text(&time.authority))?;
        }
    }
    writeln!(out, "\nchecks")?;
    for check in &document.checks {
        writeln!(out, "  {} {:<12}  {}: {}", check.code, check.verdict, check.asks, shown::text(&check.says))?;
    }
    if !document.faults.is_empty() {
        writeln!(out, "\nfound")?;
        write_faults(&document.faults, out)?;
    }
    writeln!(out, "\nnot covered")?;
    for uncovered in &document.not_covered {
        writeln!(out, "  {}", shown::text(&uncovered.message))?;
    }
    writeln!(out, "\nnext: {}", document.next)
}

fn write_report(document: &Document, out: &mut String) -> std::fmt::Result {
    if let Some(report) = &document.report {
        writeln!(out, "\nreport, as it says itself")?;
        writeln!(out, "  {}, {}", shown::text(&report.organisation), shown::text(&report.title))?;
        writeln!(out, "  as of {}, made by {}", shown::text(&report.as_of), shown::text(&report.made_by))?;
        match &report.commit {
            Some(commit) => writeln!(out, "  from commit {}", shown::text(commit))?,
            None => writeln!(out, "  from no commit")?,
        }
    }
    if let Some(digest) = &document.manifest_sha256 {
        writeln!(out, "\nlist of files")?;
        writeln!(out, "  {}, sha256 {digest}", plural(document.listed_files, "file"))?;
    }
    Ok(())
}

fn write_faults(faults: &[FaultEntry], out: &mut String) -> std::fmt::Result {
    for of_name in faults.chunk_by(|one, other| one.name == other.name) {
        for fault in of_name.iter().take(TOLD) {
            let at = if fault.path.is_empty() { String::new() } else { format!(" `{}`", shown::text(&fault.path)) };
            writeln!(out, "  {}{at}: {}", fault.name, shown::text(&fault.message))?;
            if let (Some(expected), Some(found)) = (&fault.expected, &fault.found) {
                writeln!(out, "    expected {}", shown::text(expected))?;
                writeln!(out, "    found    {}", shown::text(found))?;
            }
        }
        if let (Some(rest @ 1..), Some(first)) = (of_name.len().checked_sub(TOLD), of_name.first()) {
            writeln!(out, "  {}: {rest} more; `--format json` has all of them", first.name)?;
        }
    }
    Ok(())
}
