//! The command line as a whole: its help, its scripts for shells, its manual pages, and how it behaves on streams that end early.

mod completions;
mod help;
mod manual;
mod streams;

use crate::sandbox::run;

/// The commands that the help lists, without `help` itself.
fn commands() -> Vec<String> {
    let help = run(["--help"]).out;
    let list = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let names = list.filter_map(|line| line.strip_prefix("  ")?.split(' ').next().filter(|name| !name.is_empty()));
    names.filter(|name| *name != "help").map(str::to_owned).collect()
}
