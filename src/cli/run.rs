//! Does what was typed.

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;

use super::args::{BuildArguments, Command, Told, parse};
use super::progress::TerminalProgress;
use super::report::text;
use super::{check, completions, diff, exit, explain, init, man, new, package, past, schema, serve, sign, verify};
use crate::app::{BuildOptions, BuildOutcome, ShowOptions, build};
use crate::diag::{Failure, plural};
use crate::model::Date;
use crate::seal::Allowed;

/// Why a command ended before its end.
pub(super) enum Stop {
    /// The work could not be done.
    Failed(Failure),
    /// Nobody reads any more what is written.
    Output(io::Error),
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// Does what the arguments say and gives the exit code: 0 clean, 1 findings, 2 the work could not be done.
///
/// `terminal` says whether people watch `err`; only then is progress shown.
pub fn run(args: impl IntoIterator<Item = OsString>, out: &mut dyn Write, err: &mut dyn Write, terminal: bool) -> u8 {
    let arguments = match parse(args) {
        Ok(arguments) => arguments,
        Err(Told { text, is_error }) => {
            let told = if is_error { write!(err, "{text}") } else { write!(out, "{text}") };
            let code = if is_error { exit::FAILED } else { exit::CLEAN };
            return end(told.map(|()| code).map_err(Stop::from), out, err);
        }
    };
    let project = arguments.directory.unwrap_or_else(|| PathBuf::from("."));
    let outcome = match arguments.command {
        Command::Build(arguments) => run_build(project, &arguments, out, err, terminal),
        Command::Check(arguments) => check::run(&project, &arguments, out, terminal),
        Command::Completions { shell } => completions::run(&shell, out),
        Command::Diff(arguments) => diff::run(&project, &arguments, out, err),
        Command::Explain { name } => explain::run(name.as_deref(), out),
        Command::Init(arguments) => init::run(project, &arguments, out),
        Command::New(arguments) => new::run(project, &arguments, out),
        Command::Package(arguments) => package::run(&project, &arguments, out, err, terminal),
        Command::Log { record } => past::run_log(project, record, out, err, terminal),
        Command::Man { output } => man::run(output.map(|folder| project.join(folder)).as_deref(), out),
        Command::Show { record, period, cell } => {
            past::run_show(&ShowOptions { project, target: record, period, cell }, out, err, terminal)
        }
        Command::Serve(arguments) => serve::run(project, &arguments, out, err, terminal),
        Command::Sign(arguments) => sign::run(project, &arguments, out),
        Command::Verify(arguments) => verify::run(&project, &arguments, out, terminal),
        Command::Schema(arguments) => schema::run(&project, &arguments, out),
    };
    end(outcome, out, err)
}

/// Says what is wrong with a command line, without doing what it says; nothing where it can be understood.
pub fn misunderstood(args: impl IntoIterator<Item = OsString>) -> Option<String> {
    parse(args).err().filter(|told| told.is_error).map(|told| anstream::adapter::strip_str(&told.text).to_string())
}

/// Ends a command: tells what went wrong, and gives the exit code.
fn end(outcome: Result<u8, Stop>, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    // What a stream still holds would be lost in silence when the process ends.
    let outcome = outcome.and_then(|code| out.flush().map(|()| code).map_err(Stop::from));
    match outcome {
        Ok(code) => code,
        // Whoever closed the pipe has seen enough; any other trouble with the streams is told.
        Err(Stop::Output(error)) => {
            if error.kind() != io::ErrorKind::BrokenPipe {
                let _ = writeln!(err, "error: the output could not be written: {error}");
            }
            exit::FAILED
        }
        Err(Stop::Failed(failure)) => {
            let _ = write_failure(&failure, err);
            exit::FAILED
        }
    }
}

fn run_build(project: PathBuf, arguments: &BuildArguments, out: &mut dyn Write, err: &mut dyn Write, terminal: bool) -> Result<u8, Stop> {
    let as_of = arguments.as_of.as_deref().map(date).transpose()?;
    let allowed = Allowed { dirty: arguments.allow_dirty, findings: arguments.allow_findings };
    let BuildArguments { output, since, previous, .. } = arguments;
    let options = BuildOptions {
        project,
        output: output.clone(),
        as_of,
        since: since.clone(),
        previous: previous.clone(),
        allowed,
        sign: sign::of_build(&arguments.signing),
    };
    let BuildOutcome { findings, written, replaced_signatures, signed, timings } = build(&options, &TerminalProgress::new(terminal))?;
    text::write(&findings, err)?;
    if arguments.timings {
        for timing in &timings {
            writeln!(err, "timing: {} {} ms", timing.stage, timing.microseconds.div_ceil(1000))?;
        }
    }
    let signed = signed.transpose();
    let Some(written) = written else {
        writeln!(err, "no report was written, and none was replaced")?;
        signed?;
        return Ok(exit::stopped(&findings));
    };
    if replaced_signatures > 0 {
        writeln!(err, "note: the report that was replaced bore {}, gone with it", plural(replaced_signatures, "signature"))?;
    }
    let (pages, others) = (plural(written.pages, "page"), plural(written.others, "other file"));
    writeln!(out, "wrote {pages} and {others}, {} bytes, to `{}`", written.bytes, options.output.display())?;
    if let Some(signed) = signed? {
        sign::tell(&signed, &options.output, out)?;
    }
    Ok(exit::written(&findings, arguments.allow_findings))
}

/// Reads a day that was typed.
pub(super) fn date(text: &str) -> Result<Date, Failure> {
    Date::parse(text).map_err(|error| Failure::Usage { message: format!("`--as-of`: {error}") })
}

/// Writes why the work could not be done.
pub(super) fn write_failure(failure: &Failure, err: &mut dyn Write) -> io::Result<()> {
    writeln!(err, "error: {failure}")?;
    let mut cause = std::error::Error::source(failure);
    while let Some(error) = cause {
        writeln!(err, "  because: {error}")?;
        cause = error.source();
    }
    match failure.help() {
        Some(help) => writeln!(err, "  help: {help}"),
        None => Ok(()),
    }
}
