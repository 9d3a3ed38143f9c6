//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Parser, Subcommand};

/// Turns a repository of metric definitions and results into a report site in which every figure can be traced.
#[derive(Debug, Parser)]
#[command(name = "tickmark", version, propagate_version = true, max_term_width = 100)]
pub(super) struct Arguments {
    /// Work on the project in DIR, as if started there.
    #[arg(short = 'C', value_name = "DIR", global = true)]
    pub(super) directory: Option<PathBuf>,
    /// What to do.
    #[command(subcommand)]
    pub(super) command: Command,
}

/// What is said instead of doing something: help, version, or what is wrong with the arguments.
#[derive(Debug)]
pub(super) struct Told {
    /// The text, with colours.
    pub(super) text: String,
    /// Whether something is wrong.
    pub(super) is_error: bool,
}

/// Reads the command line.
pub(super) fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Arguments, Told> {
    Arguments::try_parse_from(args).map_err(|error| Told { text: error.render().ansi().to_string(), is_error: error.use_stderr() })
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Render the report site.
    ///
    /// Reads the project, computes and tests every figure and writes the site. The output folder is replaced only by a
    /// complete report.
    #[command(
        after_help = "Examples:\n  tickmark build\n  tickmark -C examples/emergency-care build --output /tmp/report --as-of 2019-04-11"
    )]
    Build(BuildArguments),
    /// Print the JSON Schema of a kind of record, or of all.
    #[command(after_help = "Examples:\n  tickmark schema metric\n  tickmark schema > schemas.json")]
    Schema {
        /// Kind of record, such as `metric`; all kinds where it is left out.
        kind: Option<String>,
    },
}

/// How to build.
#[derive(Debug, clap::Args)]
pub(super) struct BuildArguments {
    /// Folder of the report, relative to the project.
    #[arg(long, value_name = "DIR", default_value = "output")]
    pub(super) output: PathBuf,
    /// Day as of which the report speaks; from `SOURCE_DATE_EPOCH`, the commit or the newest release where it is left out.
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<String>,
    /// End with exit code 0 although checks found errors; they stay in the report.
    #[arg(long)]
    pub(super) allow_findings: bool,
    /// Say how long each stage took.
    #[arg(long)]
    pub(super) timings: bool,
}
