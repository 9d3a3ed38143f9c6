//! Who may sign a report: the file of signers of the project, or one that was named.

use std::path::Path;

use super::disk::{DiskWorkspace, from, read_file};
use super::past::SIGNERS;
use crate::diag::{Failure, Finding};
use crate::source::{Workspace as _, settings_of};
use crate::trust::Signers;

/// Who may sign, and where that stands.
#[derive(Debug)]
pub(super) struct MaySign {
    /// The lines that are understood.
    pub(super) signers: Signers,
    /// The file, as messages name it.
    pub(super) path: String,
    /// The first line that is not understood and counts for nobody.
    pub(super) wrong_line: Option<Finding>,
}

impl MaySign {
    /// Reads the file that was named, else that of the project.
    ///
    /// Fails where there is none.
    pub(super) fn read(project: &Path, named: Option<&Path>) -> Result<Self, Failure> {
        if let Some(named) = named {
            return Ok(Self::of(&read_file(&from(project, named))?, named.display().to_string()));
        }
        let none = |message: String| Failure::Signing {
            message,
            help: Some("name the file of those who may sign with `--signers FILE`, or the project's folder with `-C DIR`".to_owned()),
        };
        let workspace = DiskWorkspace::open(project)
            .map_err(|_| none(format!("nothing says who may sign: `{}` is not a Tickmark project", project.display())))?;
        let settings = workspace.read("tickmark.yaml").ok().and_then(|bytes| settings_of(&String::from_utf8_lossy(&bytes)));
        let Some(settings) = settings else {
            return Err(none("nothing says who may sign: the settings in `tickmark.yaml` cannot be read".to_owned()));
        };
        let path = settings.signers.as_deref().unwrap_or(SIGNERS);
        let bytes = workspace.read(path).map_err(|error| none(format!("nothing says who may sign: could not read `{path}`: {error}")))?;
        Ok(Self::of(&bytes, path.to_owned()))
    }

    fn of(bytes: &[u8], path: String) -> Self {
        let (signers, findings) = Signers::parse(&String::from_utf8_lossy(bytes), &path);
        Self { signers, path, wrong_line: findings.sorted().into_iter().next() }
    }
}
