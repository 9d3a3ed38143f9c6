//! Files that are written where there were none.
//!
//! All of them or none: nothing is overwritten, no link below the folder is followed, and what was begun is taken away again where it cannot be ended.
#![expect(clippy::disallowed_methods, clippy::disallowed_types, reason = "this file is the door to the folder of a new project")]

use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use crate::diag::{Failure, listed};

/// Folders that a project reads whole, so that what stands in them already would be part of it.
const READ_WHOLE: [&str; 3] = ["content", "metrics", "themes"];

/// The file that makes a folder a project.
const SETTINGS: &str = "tickmark.yaml";

/// The folder of a new project.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'a>(pub(super) &'a Path);

impl Place<'_> {
    /// Refuses a folder in which anything stands.
    pub(super) fn must_be_empty(&self) -> Result<(), Failure> {
        let found = self.entries("")?;
        if found.is_empty() {
            return Ok(());
        }
        Err(self.taken(&found, "is not empty: it holds", "name a folder that is empty or not there yet"))
    }

    /// Refuses a folder in which one of the files stands already, or something else that would become part of the project.
    pub(super) fn must_be_free_for(&self, files: &BTreeMap<String, Vec<u8>>) -> Result<(), Failure> {
        self.entries("")?;
        let mut found: Vec<String> = Vec::new();
        for folder in READ_WHOLE {
            found.extend(self.entries(folder)?);
        }
        for path in files.keys() {
            found.extend(self.in_the_way(path)?);
        }
        found.sort_by(|one, other| (one != SETTINGS, one).cmp(&(other != SETTINGS, other)));
        found.dedup();
        match found.first() {
            None => Ok(()),
            Some(first) if first == SETTINGS => Err(self.taken(&found, "is a Tickmark project already: it holds", "name another folder")),
            Some(_) => Err(self.taken(&found, "has no room for a new project: it holds", "name another folder, or move these away")),
        }
    }

    /// What stands directly in a folder of the project; nothing where that is no folder.
    fn entries(&self, inside: &str) -> Result<Vec<String>, Failure> {
        let folder = self.below(inside);
        // A link below the folder is in the way itself.
        if !inside.is_empty() && fs::symlink_metadata(&folder).is_ok_and(|found| !found.is_dir()) {
            return Ok(vec![inside.to_owned()]);
        }
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            Err(source) => return Err(self.failed("look into", inside, source)),
        };
        let below = |name: &str| if inside.is_empty() { name.to_owned() } else { format!("{inside}/{name}") };
        let names = entries.map(|entry| entry.map(|entry| below(&entry.file_name().to_string_lossy())));
        let mut names: Vec<String> = names.collect::<io::Result<_>>().map_err(|source| self.failed("look into", inside, source))?;
        names.sort();
        Ok(names)
    }

    /// The first part of a path that is there and is no folder to write it in.
    fn in_the_way(&self, path: &str) -> Result<Option<String>, Failure> {
        let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
        for end in ends {
            let part = &path[..end];
            match fs::symlink_metadata(self.0.join(part)) {
                Ok(found) if end < path.len() && found.is_dir() => {}
                Ok(_) => return Ok(Some(part.to_owned())),
                Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
                Err(source) => return Err(self.failed("look at", part, source)),
            }
        }
        Ok(None)
    }

    /// A path below the folder; the folder itself where there is none.
    fn below(&self, path: &str) -> PathBuf {
        if path.is_empty() { self.0.to_owned() } else { self.0.join(path) }
    }

    fn taken(&self, found: &[String], message: &str, help: &str) -> Failure {
        Failure::Taken { message: format!("`{}` {message} {}", self.0.display(), listed(found)), help: help.to_owned() }
    }

    fn failed(&self, action: &'static str, path: &str, source: io::Error) -> Failure {
        let path = self.below(path);
        Failure::Io { action, path: path.display().to_string(), source }
    }
}

/// Writes files; those that are `secret` can be read by nobody else.
pub(super) fn write_new(place: &Place<'_>, files: &BTreeMap<String, Vec<u8>>, secret: &[&str]) -> Result<(), Failure> {
    let mut begun = Begun::default();
    let written = begun.folder(place.0).map_err(|source| place.failed("make the folder", "", source)).and_then(|()| {
        files.iter().try_for_each(|(path, bytes)| {
            begun.file(&place.0.join(path), bytes, secret.contains(&path.as_str())).map_err(|source| place.failed("create", path, source))
        })
    });
    if written.is_err() {
        begun.take_away();
    }
    written
}

/// What was made so far, in the order in which it was made.
#[derive(Debug, Default)]
struct Begun(Vec<(PathBuf, Made)>);

#[derive(Clone, Copy, Debug)]
enum Made {
    Folder,
    File,
}

impl Begun {
    /// Makes a folder and those around it.
    fn folder(&mut self, folder: &Path) -> io::Result<()> {
        if folder.as_os_str().is_empty() || fs::metadata(folder).is_ok_and(|found| found.is_dir()) {
            return Ok(());
        }
        if let Some(around) = folder.parent() {
            self.folder(around)?;
        }
        fs::create_dir(folder)?;
        self.0.push((folder.to_owned(), Made::Folder));
        Ok(())
    }

    fn file(&mut self, path: &Path, bytes: &[u8], secret: bool) -> io::Result<()> {
        if let Some(folder) = path.parent() {
            self.folder(folder)?;
        }
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        if secret {
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        }
        #[cfg(not(unix))]
        let _ = secret;
        let mut file = options.open(path)?;
        self.0.push((path.to_owned(), Made::File));
        file.write_all(bytes)
    }

    /// Removes what was made, the newest first; a folder in which somebody else has put something stays.
    fn take_away(&self) {
        for (path, made) in self.0.iter().rev() {
            let _ = match made {
                Made::Folder => fs::remove_dir(path),
                Made::File => fs::remove_file(path),
            };
        }
    }
}
