//! The output folder: written beside its place, and put there whole.
//!
//! A report is written into a working folder next to the output folder and swapped in when all of it is on the disk. Whatever happens before
//! that, the previous report stays as it is; whatever is left behind by a run that was killed, the next run clears away or puts back.
#![expect(clippy::disallowed_methods, clippy::disallowed_types, reason = "this file is the door to the output folder")]

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use super::held_folder::{HeldFolder, Identity, Standing, settle_file};
use super::report_folder::{Contents, contents};
use super::sealed_folder::SealedFolder;
use super::sink::{Pieces, Sink};
use super::working_folder::{NEW, OLD, WorkingFolder};
use crate::diag::Failure;
use crate::seal::OF_REPOSITORY;

/// A report that is being written.
#[derive(Debug)]
pub(super) struct Staging {
    target: PathBuf,
    name: OsString,
    parent: HeldFolder,
    working: WorkingFolder,
    stage: HeldFolder,
    // The folder that is to be replaced; nothing where there is none.
    was: Option<Identity>,
}

/// What a report took the place of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Replaced {
    /// How many signatures the report before bore.
    pub(super) signatures: usize,
}

impl Staging {
    /// Looks at the output folder and makes the working folder beside it.
    pub(super) fn begin(project: &Path, target: &Path) -> Result<Self, Failure> {
        let target = project.join(target);
        let (parent, name) = check_place(project, &target)?;
        WorkingFolder::recover(&parent, &target, &name)?;
        check_contents(&target, &target)?;
        let standing = parent.look(&name).map_err(|source| failed("read", &target, source))?;
        let working = WorkingFolder::claim(&parent, &target, &name)?;
        let stage = working.begin().map_err(|source| failed("write", working.path(), source))?;
        Ok(Self { target, name, parent, working, stage, was: standing.map(|standing| standing.identity) })
    }

    /// The folder in which the report stands until then.
    pub(super) fn folder(&self) -> PathBuf {
        self.working.path().join(NEW)
    }

    /// Puts the report in its place; from one moment to the next, where the system can.
    pub(super) fn finish(mut self) -> Result<Replaced, Failure> {
        if self.was.is_some() {
            self.keep_files()?;
        }
        self.stage.settle().map_err(|source| self.failed("write", source))?;
        let made = self.working.folder().look(NEW).map_err(|source| self.failed("read", source))?;
        if !made.is_some_and(|made| made.is_folder && self.stage.identity().is_ok_and(|stage| stage == made.identity)) {
            return Err(self.meddled());
        }
        let replaced = match self.was {
            None => self.put().map(|()| Replaced::default()),
            Some(was) => self.swap(was),
        }?;
        self.parent.settle_names().map_err(|source| self.failed("write", source))?;
        Ok(replaced)
        // What is now in the working folder is the previous report, and goes when `self` does.
    }

    /// Takes over the files of the folder that belong to the repository.
    fn keep_files(&self) -> Result<(), Failure> {
        let Ok(old) = self.parent.enter(&self.name) else {
            return Err(self.meddled());
        };
        for name in OF_REPOSITORY {
            let failed = |action| move |source| failed(action, &self.target.join(name), source);
            let Some(mut file) = old.open_file(name).map_err(failed("read"))? else { continue };
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).map_err(failed("read"))?;
            self.write(name, &bytes)?;
        }
        Ok(())
    }

    /// Puts the report where nothing stands.
    fn put(&self) -> Result<(), Failure> {
        self.working.folder().rename(NEW, &self.parent, &self.name).map_err(|source| match source.kind() {
            io::ErrorKind::AlreadyExists | io::ErrorKind::DirectoryNotEmpty | io::ErrorKind::NotADirectory => self.meddled(),
            _ => self.failed("write", source),
        })
    }

    /// Puts the report in the place of the one before.
    fn swap(&mut self, was: Identity) -> Result<Replaced, Failure> {
        let working = self.working.folder();
        if !working.exchange(NEW, &self.parent, &self.name).map_err(|source| self.failed("write", source))? {
            return self.swap_by_two_renames(was);
        }
        // Only now nobody else reaches it by its name, so that what is seen here is what will be removed.
        let refused = match self.check_old(NEW, was) {
            Ok(replaced) => return Ok(replaced),
            Err(refused) => refused,
        };
        if !working.exchange(NEW, &self.parent, &self.name).unwrap_or(false) {
            self.working.leave();
        }
        Err(refused)
    }

    /// Not every file system can exchange; two renames leave a moment without a report, and never half of one.
    fn swap_by_two_renames(&mut self, was: Identity) -> Result<Replaced, Failure> {
        let working = self.working.folder();
        self.parent.rename(&self.name, working, OLD).map_err(|source| self.failed("write", source))?;
        let swapped = self.check_old(OLD, was).and_then(|replaced| {
            working.rename(NEW, &self.parent, &self.name).map_err(|source| self.failed("write", source))?;
            Ok(replaced)
        });
        if swapped.is_err() && working.rename(OLD, &self.parent, &self.name).is_err() {
            self.working.leave();
        }
        swapped
    }

    /// Looks at the folder that was moved out: it must be the one that was seen before, with nothing of anybody else in it.
    fn check_old(&self, place: &str, was: Identity) -> Result<Replaced, Failure> {
        let is_it = |standing: &Standing| standing.is_folder && standing.identity == was;
        let standing = self.working.folder().look(place).map_err(|source| self.failed("read", source))?;
        if !standing.as_ref().is_some_and(is_it) {
            return Err(self.meddled());
        }
        check_contents(&self.working.path().join(place), &self.target)
    }

    fn meddled(&self) -> Failure {
        Failure::BadOutput { path: self.target.display().to_string(), reason: "was replaced by something else while the report was made" }
    }

    fn failed(&self, action: &'static str, source: io::Error) -> Failure {
        // A folder that is the root of a mounted file system, which is what containers are often given.
        if matches!(source.kind(), io::ErrorKind::ResourceBusy | io::ErrorKind::CrossesDevices) {
            let reason = "is where a file system is mounted, so that no other folder can take its place; name one inside it";
            return Failure::BadOutput { path: self.target.display().to_string(), reason };
        }
        failed(action, &self.target, source)
    }
}

impl Sink for Staging {
    fn make_folders(&self, folders: &BTreeSet<&str>) -> Result<(), Failure> {
        folders
            .iter()
            .try_for_each(|folder| self.stage.make_all(folder).map_err(|source| failed("write", &self.target.join(folder), source)))
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        let written = self.stage.create(path).and_then(|mut file| file.write_all(bytes).and_then(|()| settle_file(&file)));
        written.map_err(|source| failed("write", &self.target.join(path), source))
    }

    fn stream(&self, path: &str, pieces: Pieces<'_>) -> Result<u64, Failure> {
        let failed = |source| failed("write", &self.target.join(path), source);
        let mut file: io::BufWriter<File> = io::BufWriter::with_capacity(1 << 20, self.stage.create(path).map_err(failed)?);
        pieces(&mut file).map_err(failed)?;
        let file = file.into_inner().map_err(|error| failed(error.into_error()))?;
        settle_file(&file).map_err(failed)?;
        Ok(file.metadata().map_err(failed)?.len())
    }
}

/// Puts back, or clears away, what a run that was killed left beside the output folder.
pub(super) fn recover(project: &Path, target: &Path) -> Result<(), Failure> {
    let target = project.join(target);
    let (parent, name) = check_place(project, &target)?;
    WorkingFolder::recover(&parent, &target, &name)
}

/// A failure at a path of the output folder.
fn failed(action: &'static str, path: &Path, source: io::Error) -> Failure {
    Failure::Io { action, path: path.display().to_string(), source }
}

/// Refuses places where a report would take the place of something else; gives the folder around it, and the name there.
fn check_place(project: &Path, target: &Path) -> Result<(HeldFolder, OsString), Failure> {
    let refuse = |reason| Err(Failure::BadOutput { path: target.display().to_string(), reason });
    let parent = target.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let Ok(parent) = fs::canonicalize(parent) else {
        return refuse("lies in a folder that does not exist");
    };
    let Some(name) = target.file_name() else {
        return refuse("has no name of its own");
    };
    let real = parent.join(name);
    let project = fs::canonicalize(project).map_err(|source| failed("read", project, source))?;
    if project.starts_with(&real) {
        return refuse("holds the project itself");
    }
    let inside = ["metrics", "content", "themes", "src", ".git"].iter().any(|folder| real.starts_with(project.join(folder)));
    if inside {
        return refuse("lies among the files of the project");
    }
    match fs::symlink_metadata(target) {
        Ok(metadata) if metadata.is_symlink() => return refuse("is a symbolic link"),
        Ok(metadata) if !metadata.is_dir() => return refuse("is a file"),
        _ => {}
    }
    let held = HeldFolder::open(&parent).map_err(|source| failed("read", &parent, source))?;
    Ok((held, name.to_owned()))
}

/// Refuses a folder that holds anything but a report; `told` is what it is called towards people.
fn check_contents(folder: &Path, told: &Path) -> Result<Replaced, Failure> {
    if fs::symlink_metadata(folder).is_err() {
        return Ok(Replaced::default());
    }
    match contents(&SealedFolder::open(folder)?).map_err(|source| failed("read", told, source))? {
        Contents::Ours { signatures } => Ok(Replaced { signatures }),
        Contents::Foreign(paths) => {
            Err(Failure::ForeignOutput { paths: paths.iter().map(|path| told.join(path).display().to_string()).collect() })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A project with an output folder in which an old page stands.
    fn project() -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        build(folder.path(), "old");
        folder
    }

    /// Writes a report of one page.
    fn staged(project: &Path, page: &str) -> Staging {
        let staging = Staging::begin(project, Path::new("output")).expect("a place");
        staging.make_folders(&BTreeSet::from(["data", "metrics/deep"])).expect("folders");
        for path in ["index.html", "data/figures.csv", "metrics/deep/a.html"] {
            let text = format!("page,anchor,metric,version,period,segment,{page}");
            staging.write(path, text.as_bytes()).expect("a file");
        }
        staging
    }

    fn build(project: &Path, page: &str) {
        staged(project, page).finish().expect("a report");
    }

    #[track_caller]
    fn holds(project: &Path, page: &str) {
        let text = fs::read_to_string(project.join("output/index.html")).expect("a page");
        assert!(text.ends_with(page), "{text}");
        assert_eq!(names(project), ["output"]);
    }

    fn names(folder: &Path) -> Vec<OsString> {
        HeldFolder::open(folder).and_then(|folder| folder.names()).expect("a folder")
    }

    #[test]
    fn report_that_is_not_finished_leaves_the_old_one_and_nothing_else() {
        let project = project();
        drop(staged(project.path(), "new"));
        holds(project.path(), "old");
    }

    #[test]
    fn two_renames_put_the_report_in_its_place_and_leave_nothing() {
        let project = project();
        let mut staging = staged(project.path(), "new");
        let was = staging.was.expect("an old report");
        staging.swap_by_two_renames(was).expect("a report");
        drop(staging);
        holds(project.path(), "new");
    }

    #[test]
    fn two_renames_put_the_old_report_back_where_it_holds_something_else_by_now() {
        let project = project();
        let mut staging = staged(project.path(), "new");
        let was = staging.was.expect("an old report");
        fs::write(project.path().join("output/letter.docx"), "mine").expect("a file");
        assert!(matches!(staging.swap_by_two_renames(was), Err(Failure::ForeignOutput { .. })));
        drop(staging);
        holds(project.path(), "old");
        assert_eq!(fs::read(project.path().join("output/letter.docx")).expect("a file"), b"mine");
    }

    #[test]
    fn file_that_came_while_the_report_was_made_keeps_the_old_folder() {
        let project = project();
        let staging = staged(project.path(), "new");
        fs::write(project.path().join("output/letter.docx"), "mine").expect("a file");
        assert!(matches!(staging.finish(), Err(Failure::ForeignOutput { .. })));
        holds(project.path(), "old");
        assert_eq!(fs::read(project.path().join("output/letter.docx")).expect("a file"), b"mine");
    }

    #[cfg(unix)]
    #[test]
    fn link_that_took_the_place_of_the_folder_meanwhile_is_neither_followed_nor_replaced() {
        let project = project();
        let staging = staged(project.path(), "new");
        let (output, away) = (project.path().join("output"), project.path().join("away"));
        fs::rename(&output, &away).expect("a folder");
        std::os::unix::fs::symlink("away", &output).expect("a link");
        assert!(matches!(staging.finish(), Err(Failure::BadOutput { .. })));
        assert_eq!(fs::read_link(&output).expect("a link"), Path::new("away"));
        assert_eq!(names(project.path()), ["away", "output"]);
        assert_eq!(names(&away), ["data", "index.html", "metrics"]);
    }

    #[cfg(unix)]
    #[test]
    fn link_that_took_the_place_of_the_new_report_is_not_written_through() {
        let project = project();
        let staging = staged(project.path(), "new");
        let victim = project.path().join("victim");
        fs::create_dir(&victim).expect("a folder");
        let made = project.path().join(".output.tickmark-new/report");
        fs::rename(&made, made.with_file_name("previous")).expect("a folder");
        std::os::unix::fs::symlink(&victim, &made).expect("a link");
        staging.write("more.html", b"page").expect("a file, in the folder that is held");
        assert!(matches!(staging.finish(), Err(Failure::BadOutput { .. })));
        assert!(names(&victim).is_empty());
        fs::remove_dir(victim).expect("nothing in it");
        holds(project.path(), "old");
    }

    #[cfg(unix)]
    #[test]
    fn link_inside_the_new_report_is_not_written_through() {
        let project = project();
        let staging = staged(project.path(), "new");
        let deep = project.path().join(".output.tickmark-new/report/metrics");
        fs::rename(&deep, deep.with_file_name("away")).expect("a folder");
        std::os::unix::fs::symlink(project.path(), &deep).expect("a link");
        assert!(matches!(staging.write("metrics/a.html", b"page"), Err(Failure::Io { .. })));
        drop(staging);
        holds(project.path(), "old");
    }
}
