//! The work could not be done.

use std::io::ErrorKind;

use thiserror::Error;

/// One reason why a command could not do its work, with the path in the message.
#[derive(Debug, Error)]
pub enum Failure {
    /// The given folder holds no project.
    #[error("`{folder}` is not a Tickmark project: it has no `tickmark.yaml`")]
    NoProject {
        /// The folder, as given.
        folder: String,
    },
    /// A file or folder could not be read, written or removed.
    #[error("could not {action} `{path}`")]
    Io {
        /// What was tried: `read`, `write`, …
        action: &'static str,
        /// The path, as given or relative to the project.
        path: String,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// The output folder holds something that is not part of a report.
    #[error("{} {} not written by Tickmark, so the folder is left alone", listed(paths), if paths.len() == 1 { "was" } else { "were" })]
    ForeignOutput {
        /// The foreign files, relative to the working folder; never none.
        paths: Vec<String>,
    },
    /// The output folder cannot stand where it was asked for.
    #[error("the output folder `{path}` {reason}")]
    BadOutput {
        /// The folder.
        path: String,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// A new project would take the place of something.
    #[error("{message}")]
    Taken {
        /// Complete sentence fragment with the folder and what it holds.
        message: String,
        /// One step that mends it.
        help: String,
    },
    /// An option has a value that cannot be used.
    #[error("{message}")]
    Usage {
        /// Complete sentence fragment with option, expected and found.
        message: String,
    },
    /// A state of the project that was named cannot be found or compared.
    #[error("{message}")]
    Revision {
        /// Complete sentence fragment with the name.
        message: String,
        /// One step that mends it, where one is known.
        help: Option<String>,
    },
    /// A report cannot be signed, or not with this key.
    #[error("{message}")]
    Signing {
        /// Complete sentence fragment; holds nothing of a secret key.
        message: String,
        /// One step that mends it, where one is known.
        help: Option<String>,
    },
    /// The repository could not be read.
    #[error("could not read the git repository of `{path}`: {message}")]
    Git {
        /// The project folder.
        path: String,
        /// What git said.
        message: String,
    },
    /// The repository is of a kind that is not read, or may not be.
    #[error("could not read the git repository of `{path}`: {message}")]
    GitRefused {
        /// The project folder.
        path: String,
        /// Why not.
        message: String,
        /// One step that mends it.
        help: String,
    },
    /// Something that the history needs is not in the repository.
    #[error("the git repository of `{path}` lacks the {object}")]
    ObjectMissing {
        /// The project folder.
        path: String,
        /// Kind and id of what is missing.
        object: String,
        /// One step that mends it.
        help: String,
    },
    /// A report or a package is not what it has to be, or does not hold what was asked for.
    #[error("{message}")]
    Evidence {
        /// Complete sentence fragment with what was expected and found.
        message: String,
        /// One step that mends it, where one is known.
        help: Option<String>,
    },
    /// The preview cannot listen, or cannot watch the files of the project.
    #[error("{message}")]
    Preview {
        /// Complete sentence fragment.
        message: String,
        /// One step that mends it, where one is known.
        help: Option<String>,
    },
    /// A page could not be made from data that passed every test; a defect of the program.
    #[error("the page `{page}` could not be made: {message}")]
    Page {
        /// Path of the page in the report.
        page: String,
        /// What the template engine said.
        message: String,
    },
}

impl Failure {
    /// One step that mends it, where one is known.
    #[must_use]
    pub fn help(&self) -> Option<&str> {
        match self {
            Self::NoProject { .. } => Some("name the project's folder with `-C DIR`"),
            Self::ForeignOutput { .. } => Some("choose another folder with `--output`, or move the file away"),
            Self::BadOutput { .. } => Some("choose another folder with `--output`"),
            Self::Git { .. } => Some("run `git fsck` in the repository to see what is missing"),
            Self::GitRefused { help, .. } | Self::Taken { help, .. } | Self::ObjectMissing { help, .. } => Some(help),
            Self::Page { .. } => Some("check the templates in `themes/`; without a theme of your own, please report this"),
            Self::Revision { help, .. } | Self::Signing { help, .. } | Self::Evidence { help, .. } | Self::Preview { help, .. } => {
                help.as_deref()
            }
            Self::Io { action: "write", source, .. } => cannot_write(source.kind()),
            Self::Io { .. } | Self::Usage { .. } => None,
        }
    }
}

/// The first names of many, and how many there are beyond.
#[must_use]
pub fn listed(names: &[String]) -> String {
    const NAMED: usize = 10;
    let first = names.iter().take(NAMED).map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(NAMED) {
        0 => first,
        1 => format!("{first} and 1 other"),
        more => format!("{first} and {more} others"),
    }
}

/// One step after which a file can be written.
fn cannot_write(kind: ErrorKind) -> Option<&'static str> {
    match kind {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Some("free some space, or choose another place with `--output`"),
        ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => Some("choose another place with `--output`"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_foreign_files_are_named_and_the_rest_counted() {
        let told = |count: u32| Failure::ForeignOutput { paths: (0..count).map(|number| number.to_string()).collect() }.to_string();
        assert_eq!(told(1), "`0` was not written by Tickmark, so the folder is left alone");
        assert!(told(10).starts_with("`0`, `1`, `2`, `3`, `4`, `5`, `6`, `7`, `8`, `9` were not"));
        assert!(told(11).contains("`9` and 1 other were"));
        assert!(told(14).contains("`9` and 4 others were"));
    }
}
