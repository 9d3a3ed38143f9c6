//! The `tickmark` program: hands arguments and streams to the library and ends with its exit code.
#![expect(clippy::disallowed_methods, reason = "the program hands the arguments and streams of its process to the library")]

use std::io::{self, IsTerminal};
use std::process::ExitCode;

/// Pages are made of very many small strings on all threads at once, which the system's allocator serves slowly.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // A terminal that cannot move its cursor would show every step of a bar on a line of its own.
    let terminal = io::stderr().is_terminal() && std::env::var_os("TERM").is_none_or(|name| name != "dumb");
    let mut out = anstream::stdout();
    let mut err = anstream::stderr();
    ExitCode::from(tickmark::cli::run(std::env::args_os(), &mut out, &mut err, terminal))
}
