//! Writes a new project: a small one to begin with, or the demonstration with its history.
//!
//! Asks nothing, and reads neither the clock nor anybody's settings: the same program writes the same bytes.

mod demonstration;
mod first_project;
mod new_folder;

use std::path::{Path, PathBuf};

use self::demonstration::demonstration;
use self::first_project::first_project;
use self::new_folder::{Place, write_new};
use super::disk::from;
use crate::diag::Failure;

/// What the report's folder keeps out of the repository: everything but this.
const OUTPUT_IGNORED: &str = "*\n!.gitignore\n";

/// Where to write a project, and which.
#[derive(Clone, Debug)]
pub struct InitOptions {
    /// The folder to which `folder` is relative.
    pub working_folder: PathBuf,
    /// The folder of the new project; made where it is not there.
    pub folder: Option<PathBuf>,
    /// Whether it is to be the demonstration.
    pub demonstration: bool,
}

/// A project that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Initialised {
    /// Its folder, as it was named.
    pub folder: PathBuf,
    /// What was written, without what git keeps for itself; in order.
    pub files: Vec<String>,
}

/// Writes a project where there is none: all of it, or nothing.
///
/// Fails where something stands in its way, and where it cannot be written.
pub fn init(options: &InitOptions) -> Result<Initialised, Failure> {
    let folder = options.folder.as_deref().map_or_else(|| options.working_folder.clone(), |folder| from(&options.working_folder, folder));
    let place = Place(&folder);
    let files = if options.demonstration {
        place.must_be_empty()?;
        demonstration().ok_or_else(broken)?
    } else {
        let files = first_project();
        place.must_be_free_for(&files)?;
        files
    };
    write_new(&place, &files, &[demonstration::KEY])?;
    let files = files.into_keys().filter(|path| !Path::new(path).starts_with(".git")).collect();
    Ok(Initialised { folder, files })
}

fn broken() -> Failure {
    Failure::Usage { message: "this program was built without its demonstration project".to_owned() }
}
