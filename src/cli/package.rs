//! `tickmark package`: what was packed, and what its readers have to know.

use std::io::Write;
use std::path::Path;

use super::args::PackageArguments;
use super::exit;
use super::progress::TerminalProgress;
use super::report::text;
use super::run::Stop;
use crate::app::{PackageOptions, Packed, package};
use crate::diag::plural;
use crate::seal::package::Asked;

/// Makes a package, and says what is in it.
pub(super) fn run(
    project: &Path,
    arguments: &PackageArguments,
    out: &mut dyn Write,
    err: &mut dyn Write,
    terminal: bool,
) -> Result<u8, Stop> {
    let range = arguments.from.clone().zip(arguments.to.clone());
    let options = PackageOptions {
        project: project.to_owned(),
        report: arguments.report.clone(),
        output: arguments.output.clone(),
        asked: Asked { metrics: arguments.metric.clone(), periods: arguments.period.clone(), range },
        history: arguments.history,
        previous: arguments.previous.clone(),
        sample: arguments.sample,
    };
    let packed = match package(&options, &TerminalProgress::new(terminal))? {
        Ok(packed) => packed,
        Err(findings) => {
            text::write(&findings, err)?;
            writeln!(err, "no package was written, and none was replaced")?;
            return Ok(exit::stopped(&findings));
        }
    };
    for note in &packed.notes {
        writeln!(err, "note: {note}")?;
    }
    let Packed { description, files, bytes, left_out, .. } = &packed;
    let scope = if description.whole { "the whole report" } else { "a part of the report" };
    writeln!(out, "wrote {}, {bytes} bytes, for {scope} to `{}`", plural(*files, "file"), arguments.output.display())?;
    writeln!(out, "report {} as of {}", description.report_manifest_sha256, description.as_of)?;
    writeln!(
        out,
        "drew {} of {} for testing; `data/left-out.csv` has {}",
        plural(description.sample_drawn, "figure"),
        description.sample_of,
        plural(*left_out, "entry").replace("entrys", "entries"),
    )?;
    Ok(exit::CLEAN)
}
