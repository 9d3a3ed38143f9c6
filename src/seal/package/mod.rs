//! Evidence packages: a report with all that somebody needs who has to test it, whole or narrowed to some metrics and periods.
//!
//! A package is planned in full before a byte of it is written: each file with its size, its digest, and where its bytes come from. The report
//! goes in as it is; records and results go in only where they are what the report was made from. Knows no disk and no archive.

mod chain;
mod changes;
mod check;
mod left_out;
mod lists;
mod narrowing;
mod opening;
mod places;
mod plan;
mod sample;
mod scope;
mod seals;
mod steps;
mod words;

use std::fmt;
use std::io;

use thiserror::Error;

pub use chain::{Earlier, earlier_reports};
pub use check::{PackageFault, check_package, check_report_files, read_description};
pub use narrowing::{Asked, Narrowing};
pub use places::{json_path, packed_path, project_path};
pub use plan::{Evidence, Origin, Package, PackageDescription, Piece, plan_package};
pub use scope::Scope;

/// The folder of the report in a package.
pub const REPORT_FOLDER: &str = "data/report";
/// What a package says of itself, for programs.
pub const DESCRIPTION: &str = "data/package.json";
/// The page with which people begin.
pub const OPENING: &str = "START-HERE.html";

/// Why a package cannot be made.
#[derive(Debug, Error)]
pub enum PackageError {
    /// What was asked for is not there.
    #[error("{message}")]
    Asked {
        /// What was asked for.
        message: String,
        /// One step that mends it, where one is known.
        help: Option<String>,
    },
    /// A file of the report cannot be read, although the report is intact.
    #[error("`{path}` of the report cannot be read: {reason}")]
    Report {
        /// The file.
        path: String,
        /// Why not.
        reason: String,
    },
    /// A file cannot be read.
    #[error("`{path}` cannot be read")]
    Read {
        /// The file.
        path: String,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// A file of the project is not the one from which the report was made.
    #[error("`{0}` is not the file from which the report was made")]
    Moved(String),
    /// A path cannot be listed in a bag.
    #[error("`{path}` cannot stand in a package: {reason}")]
    Path {
        /// The path.
        path: String,
        /// Why not.
        reason: &'static str,
    },
}

impl PackageError {
    fn asked(message: String, help: Option<String>) -> Self {
        Self::Asked { message, help }
    }

    fn report(path: &str, reason: &dyn fmt::Display) -> Self {
        Self::Report { path: path.to_owned(), reason: reason.to_string() }
    }
}
