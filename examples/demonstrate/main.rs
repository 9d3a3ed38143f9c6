//! Writes the figures of the demonstration project, whose records stand at the root of this repository:
//!
//! ```text
//! cargo run --example demonstrate -- .
//! ```
//!
//! All figures are made up, in whole numbers and from fixed seeds: the same program gives the same bytes. It writes only beside the
//! `release.yaml` of a release that it knows, and refuses a folder that is not the demonstration project.
#![expect(clippy::disallowed_methods, reason = "a program of its own: it reads its argument and writes files")]
#![expect(clippy::print_stderr, reason = "a program for the terminal says what it did and what stopped it")]

mod arithmetic;
mod complaints;
mod contacts;
mod course;
mod month;
mod random;
mod resources;
mod surveys;
mod table;
mod telephone;

use std::path::Path;
use std::process::ExitCode;
use std::{fs, io};

use table::{RELEASES, Tables};

/// Line of the settings by which the project is known.
const MARK: &str = "title: Larkhaven Water, customer service measures";

/// All tables of the project.
fn tables() -> Tables {
    let months = month::months();
    let mut tables = Tables::default();
    let contacts = contacts::write(&mut tables, &months);
    telephone::write(&mut tables, &months);
    complaints::write(&mut tables, &months);
    surveys::write(&mut tables, &contacts);
    resources::write(&mut tables, &months);
    tables
}

/// Writes the files of every release.
fn write(project: &Path) -> io::Result<()> {
    if !fs::read_to_string(project.join("tickmark.yaml"))?.lines().any(|line| line == MARK) {
        return Err(io::Error::other("this is not the demonstration project, and nothing was written"));
    }
    let folder = |release: &str| project.join("metrics/snapshots").join(release);
    for (release, _) in RELEASES {
        fs::metadata(folder(release).join("release.yaml"))?;
    }
    for (release, metric, text) in tables().files() {
        fs::write(folder(release).join(format!("{metric}.csv")), text)?;
    }
    Ok(())
}

fn main() -> ExitCode {
    let Some(project) = std::env::args_os().nth(1) else {
        eprintln!("expected the folder of the demonstration project, such as `.`");
        return ExitCode::from(2);
    };
    match write(Path::new(&project)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("the figures could not be written to `{}`: {error}", Path::new(&project).display());
            ExitCode::from(2)
        }
    }
}
