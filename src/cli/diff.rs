//! `tickmark diff`: what changed between two states, for people and machines.

use std::ffi::OsString;
use std::io::Write;
use std::path::Path;

use super::args::DiffArguments;
use super::exit;
use super::report::review::{self, Depth, FailOn, Format};
use super::report::{shown, text};
use super::run::Stop;
use crate::app::{DiffOptions, DiffOutcome, FileDifference, Unreadable, append_to_step_summary, diff, diff_file, write_file};
use crate::diag::{Failure, Finding, Place};
use crate::model::{Kind, RecordRef, parse_reference};

/// Compares, and writes what came of it.
pub(super) fn run(project: &Path, arguments: &DiffArguments, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Stop> {
    if let Some(handed) = &arguments.driver {
        return drive(handed, out);
    }
    let only = arguments.only.iter().map(|text| record(text)).collect::<Result<_, _>>()?;
    // The command line knows no other names.
    let format = Format::from_name(&arguments.format).unwrap_or(Format::Text);
    let depth = Depth::from_name(&arguments.depth).unwrap_or(Depth::Changelog);
    let fail_on = FailOn::from_name(&arguments.fail_on).unwrap_or(FailOn::BreakingIncomplete);
    let options = DiffOptions {
        project: project.to_owned(),
        base: arguments.base.clone(),
        head: arguments.head.clone(),
        merge_base: !arguments.no_merge_base,
        only,
    };
    let outcome = diff(&options)?;
    let deliver = |written: &str, out: &mut dyn Write| -> Result<(), Stop> {
        if format == Format::Markdown {
            append_to_step_summary(written)?;
        }
        match &arguments.output {
            Some(path) => write_file(&project.join(path), &anstream::adapter::strip_str(written).to_string())?,
            None => write!(out, "{written}")?,
        }
        Ok(())
    };
    match &outcome.compared {
        Ok(compared) => {
            let document = review::compose(&outcome, compared, depth, fail_on);
            deliver(&format.render(&document), out)?;
            if let Some(path) = &arguments.output {
                writeln!(out, "{}; wrote `{}`", document.verdict.sentence, path.display())?;
            }
            Ok(if document.verdict.fails { exit::FINDINGS } else { exit::CLEAN })
        }
        Err(states) => {
            if let Some(written) = review::unreadable(format, &outcome, states) {
                deliver(&written, out)?;
            }
            tell_unreadable(&outcome, states, err)?;
            Ok(exit::FAILED)
        }
    }
}

/// Names each state that cannot be read, with its findings.
fn tell_unreadable(outcome: &DiffOutcome, states: &[Unreadable], err: &mut dyn Write) -> Result<(), Stop> {
    for unreadable in states {
        let prefix = &unreadable.state.prefix;
        let placed = |place: &Place| Place { path: format!("{prefix}{}", place.path).into(), ..place.clone() };
        let findings: Vec<Finding> = unreadable
            .findings
            .iter()
            .map(|finding| Finding {
                place: placed(&finding.place),
                related: finding.related.iter().map(|(place, says)| (placed(place), says.clone())).collect(),
                ..finding.clone()
            })
            .collect();
        text::write(&findings, err)?;
        writeln!(err, "{} cannot be read", shown::text(&unreadable.state.label))?;
    }
    let (before, after) = (shown::text(&outcome.before.label), shown::text(&outcome.after.label));
    writeln!(err, "{before} and {after} could not be compared")?;
    Ok(())
}

fn record(text: &str) -> Result<RecordRef, Failure> {
    let read = parse_reference(text, Kind::ALL).map_err(|error| Failure::Usage { message: format!("`--only`: {error}") })?;
    Ok(read.0)
}

/// Answers git, which hands over the path, then file, id and mode before and after, and more where the file was moved. An unmerged file has
/// its path alone. Git takes any exit code but 0 for a crash.
fn drive(handed: &[OsString], out: &mut dyn Write) -> Result<u8, Stop> {
    let path = |position: usize| handed.get(position).map(|text| text.to_string_lossy());
    let (Some(name), Some(before), Some(after)) = (path(0), handed.get(1), handed.get(4)) else {
        if let [only] = handed {
            writeln!(out, "tickmark {}\n  not merged yet", shown::text(&only.to_string_lossy()))?;
            return Ok(exit::CLEAN);
        }
        let message = format!("`--driver` takes what git hands to an external diff program: 1 or 7 arguments, found {}", handed.len());
        return Err(Failure::Usage { message }.into());
    };
    // A file that was moved has its new name after the seven.
    let name = path(7).unwrap_or(name);
    match diff_file(&name, Path::new(before), Path::new(after))? {
        FileDifference::Record(change) => write!(out, "{}", review::log(&name, change.as_deref()))?,
        FileDifference::Lines(lines) => {
            writeln!(out, "tickmark {}", shown::text(&name))?;
            for line in lines.lines() {
                writeln!(out, "{}", shown::whole(line))?;
            }
        }
    }
    Ok(exit::CLEAN)
}
