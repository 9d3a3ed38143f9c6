//! Writes the figures of the demonstration project, whose records stand at the root of this repository:
//!
//! ```text
//! cargo run --example demonstrate -- .
//! ```
//!
//! All figures are made up, in whole numbers and from one seed: the same program gives the same bytes. It writes only beside the
//! `release.yaml` of a release that it knows, and refuses a folder that is not the demonstration project.
#![expect(clippy::disallowed_methods, reason = "a program of its own: it reads its argument and writes files")]
#![expect(clippy::print_stderr, reason = "a program for the terminal says what it did and what stopped it")]

mod figures;

use std::path::Path;
use std::process::ExitCode;
use std::{fs, io};

use figures::{COMPLAINTS, COST, GIVEN_UP, GUIDANCE, MONTHS, PROMPT, REPEATS, RESOLUTION, Row, TIME};

/// Line of the settings by which the project is known.
const MARK: &str = "title: Larkhaven Water, customer service measures";
/// The releases, each with its first month and the one after its last.
const RELEASES: [(&str, usize, usize); 3] = [("2026-03", 0, 12), ("2026-06", 12, 15), ("2026-09", 15, MONTHS)];
/// The result files: metric and heading.
const TABLES: [(&str, &str); 8] = [
    (RESOLUTION, "period,channel,denominator_raw,excluded:test-contacts,excluded:duplicate-contacts,numerator,denominator,value"),
    (REPEATS, "period,denominator_raw,excluded:test-contacts,excluded:duplicate-contacts,numerator,denominator,value"),
    (GIVEN_UP, "period,denominator_raw,excluded:test-contacts,excluded:short-abandons,numerator,denominator,value,status,comment"),
    (PROMPT, "period,numerator,denominator,value"),
    (TIME, "period,numerator,denominator,value"),
    (COST, "period,numerator,denominator,value"),
    (COMPLAINTS, "period,contact-reason,numerator,value"),
    (GUIDANCE, "period,numerator,denominator,value"),
];

/// Writes the files of every release.
fn write(project: &Path) -> io::Result<()> {
    if !fs::read_to_string(project.join("tickmark.yaml"))?.lines().any(|line| line == MARK) {
        return Err(io::Error::other("this is not the demonstration project, and nothing was written"));
    }
    let rows = figures::all();
    for (position, (release, from, to)) in RELEASES.into_iter().enumerate() {
        let folder = project.join("metrics/snapshots").join(release);
        fs::metadata(folder.join("release.yaml"))?;
        for (metric, heading) in TABLES {
            let due = |row: &&Row| {
                let fresh = (from..to).contains(&row.month) && !row.restated;
                row.metric == metric && (fresh || (row.restated && position == 1)) && !(metric == PROMPT && row.month >= 12)
            };
            let lines: Vec<String> = rows.iter().filter(due).map(Row::line).collect();
            if !lines.is_empty() {
                fs::write(folder.join(format!("{metric}.csv")), format!("{heading}\n{}\n", lines.join("\n")))?;
            }
        }
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
