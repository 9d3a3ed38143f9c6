//! Reads the past of a project and prints how much there is of it, for benchmarks and trials:
//!
//! ```text
//! cargo run --release --example history -- DIR [--no-cache]
//! ```
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program for the terminal says what it did and what stopped it")]

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use mimalloc::MiMalloc;

use tickmark::app::RepositoryCache;
use tickmark::diag::Failure;
use tickmark::history::{EventCache, NoCache, Past, PastOptions, Until, read_past};

// The allocator of the program itself, so that time and memory are those of a build.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// Reads the past of a project.
#[derive(Debug, Parser)]
#[command(name = "history")]
struct Arguments {
    /// Folder of the project
    dir: PathBuf,
    /// Reads everything from the repository, and keeps nothing for the next time
    #[arg(long)]
    no_cache: bool,
    /// Leaves out what is not committed
    #[arg(long)]
    committed: bool,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match read(&arguments) {
        Ok(Some(past)) => {
            println!("{}", told(&past));
            ExitCode::SUCCESS
        }
        Ok(None) => {
            eprintln!("error: `{}` has no past", arguments.dir.display());
            ExitCode::from(2)
        }
        Err(failure) => {
            eprintln!("error: {failure}");
            if let Some(help) = failure.help() {
                eprintln!("help: {help}");
            }
            ExitCode::from(2)
        }
    }
}

fn read(arguments: &Arguments) -> Result<Option<Past>, Failure> {
    let until = if arguments.committed { Until::CheckedOut } else { Until::WorkTree };
    let options = PastOptions { until, ..PastOptions::default() };
    let kept = RepositoryCache::of_history(&arguments.dir);
    let cache: &dyn EventCache = if arguments.no_cache { &NoCache } else { &kept };
    read_past(&arguments.dir, &options, cache)
}

fn told(past: &Past) -> String {
    let entries: usize = past.logs.values().map(Vec::len).sum();
    let side: usize = past.logs.values().flatten().map(|entry| entry.side.len()).sum();
    format!("{} commits, {} parts, {entries} entries, {side} edits of side branches", past.commits.len(), past.logs.len())
}
