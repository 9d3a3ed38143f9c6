//! Writes a Tickmark project of any size, for benchmarks and trials:
//!
//! ```text
//! cargo run --release --example generate -- DIR --metrics 1000 --periods 36 --segments 5 --seed 1
//! ```
//!
//! The same numbers give the same bytes. Everything in the project is made up.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program for the terminal says what it did and what stopped it")]

mod course;
mod definitions;
mod folder;
mod goals;
mod lineage;
mod measures;
mod month;
mod plan;
mod prose;
mod random;
mod records;
mod results;
mod yaml;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, value_parser};

use folder::{Folder, FolderError};
use plan::{Area, Plan, PlannedMetric};

/// Writes a Tickmark project of any size.
#[derive(Debug, Parser)]
#[command(name = "generate")]
struct Arguments {
    /// Folder to write to; it has to be new or empty
    dir: PathBuf,
    /// Number of metrics
    #[arg(long, value_name = "N", default_value_t = 100, value_parser = value_parser!(u32).range(1..=100_000))]
    metrics: u32,
    /// Number of months with figures, the last of which is September 2026
    #[arg(long, value_name = "P", default_value_t = 36, value_parser = value_parser!(u32).range(1..=1_200))]
    periods: u32,
    /// Number of cells of each month, the total included
    #[arg(long, value_name = "S", default_value_t = 5, value_parser = value_parser!(u32).range(1..=1_000))]
    segments: u32,
    /// Number that decides what is drawn
    #[arg(long, value_name = "X", default_value_t = 1)]
    seed: u64,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let plan = Plan { metrics: arguments.metrics, periods: arguments.periods, cells: arguments.segments, seed: arguments.seed };
    let written = Folder::open(&arguments.dir).and_then(|mut folder| {
        write_project(&mut folder, plan)?;
        Ok(folder.written())
    });
    match written {
        Ok((files, bytes)) => {
            println!("wrote {files} files with {bytes} bytes to `{}`", arguments.dir.display());
            println!("{} metrics, {} periods, {} cells a period, seed {}", plan.metrics, plan.periods, plan.cells, plan.seed);
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

fn write_project(folder: &mut Folder, plan: Plan) -> Result<(), FolderError> {
    folder.write("tickmark.yaml", &records::settings(plan))?;
    folder.write("content/teams/metrics-board.yaml", &records::board())?;
    for breakdown in plan.breakdowns() {
        folder.write(&format!("metrics/segments/{}.yaml", breakdown.id), &records::segment(plan, breakdown))?;
    }
    write_releases(folder, plan)?;
    for area in plan.areas() {
        write_area(folder, area)?;
        for metric in area.metrics() {
            write_metric(folder, metric)?;
        }
    }
    Ok(())
}

/// The name of the folder of a release: the newest period in it.
fn release_folder(plan: Plan, period: u32) -> String {
    format!("metrics/snapshots/{}", plan.month(period))
}

fn write_releases(folder: &mut Folder, plan: Plan) -> Result<(), FolderError> {
    let newest = plan.periods - 1;
    if plan.has_second_release() {
        folder.write(&format!("{}/release.yaml", release_folder(plan, newest - 1)), &records::release(plan, newest - 1))?;
        let restatement = format!("content/restatements/{}.yaml", records::restatement_id());
        folder.write(&restatement, &records::restatement())?;
    }
    folder.write(&format!("{}/release.yaml", release_folder(plan, newest)), &records::release(plan, newest))
}

fn write_area(folder: &mut Folder, area: Area) -> Result<(), FolderError> {
    let id = area.id();
    folder.write(&format!("content/teams/{id}.yaml"), &records::area_team(area))?;
    folder.write(&format!("content/changes/{}.yaml", records::beginning_id(area)), &records::beginning(area))?;
    folder.write(&format!("content/evidence/{}.yaml", records::study_id(area)), &records::study(area))?;
    folder.write(&format!("metrics/sources/{}.yaml", lineage::source_id(area)), &lineage::source(area))?;
    for step in 0..2 {
        folder.write(&format!("metrics/transforms/{}.yaml", lineage::transform_id(area, step)), &lineage::transform(area, step))?;
    }
    for position in 0..area.exclusions() {
        folder.write(&format!("metrics/exclusions/{}.yaml", lineage::exclusion_id(area, position)), &lineage::exclusion(area, position))?;
    }
    folder.write(&format!("metrics/objectives/{id}.yaml"), &goals::objective(area))?;
    folder.write(&format!("metrics/scorecards/{id}.yaml"), &goals::scorecard(area))
}

fn write_metric(folder: &mut Folder, metric: PlannedMetric) -> Result<(), FolderError> {
    let plan = metric.area.plan;
    let id = metric.id();
    folder.write(&format!("metrics/definitions/{id}.yaml"), &definitions::definition(metric))?;
    if metric.has_target() {
        folder.write(&format!("metrics/targets/{id}.yaml"), &goals::target(metric))?;
    }
    let Some(tables) = results::tables(metric) else {
        return Ok(());
    };
    let newest = plan.periods - 1;
    if let Some(second) = &tables.second {
        folder.write(&format!("{}/{id}.csv", release_folder(plan, newest - 1)), &tables.first)?;
        return folder.write(&format!("{}/{id}.csv", release_folder(plan, newest)), second);
    }
    folder.write(&format!("{}/{id}.csv", release_folder(plan, newest)), &tables.first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_generated_project_is_checked_without_an_error() {
        let place = tempfile::tempdir().expect("a folder");
        let plan = Plan { metrics: 30, periods: 14, cells: 3, seed: 7 };
        write_project(&mut Folder::open(place.path()).expect("an empty folder"), plan).expect("a project");
        let project = place.path().to_str().expect("text");
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let arguments = ["tickmark", "-C", project, "check", "--as-of", "2026-10-15"].map(Into::into);
        let code = tickmark::cli::run(arguments, &mut out, &mut err, false);
        assert_eq!(code, 0, "{}{}", String::from_utf8_lossy(&out), String::from_utf8_lossy(&err));
    }
}
