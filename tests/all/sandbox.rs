//! A project in a folder of its own, and the command run on it within this process.
//!
//! Every sandbox starts from `tests/projects/minimal/`, which builds without a finding. What the command writes is
//! kept as text without colour, and the folder can be compared file by file before and after.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use tempfile::TempDir;

use crate::tree::root;

/// The day as of which the minimal project is reported.
pub(crate) const AS_OF: &str = "2026-04-10";

/// Every file of a folder by path; a symbolic link is given by where it leads.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// What a command said and how it ended.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) code: u8,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Runs the command within this process, without a terminal.
pub(crate) fn run<A: Into<OsString>>(args: impl IntoIterator<Item = A>) -> Outcome {
    let program = OsString::from("tickmark");
    let args = [program].into_iter().chain(args.into_iter().map(Into::into));
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = tickmark::cli::run(args, &mut out, &mut err, false);
    Outcome { code, out: plain(&out), err: plain(&err) }
}

/// The text as it is written to anything but a terminal.
fn plain(bytes: &[u8]) -> String {
    let mut stream = anstream::StripStream::new(Vec::new());
    stream.write_all(bytes).expect("memory takes bytes");
    String::from_utf8(stream.into_inner()).expect("the command writes UTF-8")
}

/// A project that a test may change at will.
pub(crate) struct Sandbox {
    folder: TempDir,
}

impl Sandbox {
    /// An empty folder; no project yet.
    pub(crate) fn empty() -> Self {
        let folder = tempfile::Builder::new().prefix("tickmark-test-").tempdir();
        Self { folder: folder.expect("a temporary folder") }
    }

    /// The minimal project.
    pub(crate) fn minimal() -> Self {
        let sandbox = Self::empty();
        sandbox.overlay(&root().join("tests/projects/minimal"));
        sandbox
    }

    /// The minimal project with a report that was built before, and the `.gitignore` that a repository keeps there.
    pub(crate) fn with_report() -> Self {
        static REPORT: OnceLock<Files> = OnceLock::new();
        let report = REPORT.get_or_init(|| {
            let sandbox = Self::minimal();
            let outcome = sandbox.build(&[]);
            assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
            files_below(&sandbox.path("output"))
        });
        let sandbox = Self::minimal();
        for (path, bytes) in report.iter().filter(|(path, _)| !path.ends_with('/')) {
            sandbox.write(&format!("output/{path}"), bytes);
        }
        sandbox.write("output/.gitignore", "*\n!.gitignore\n");
        sandbox
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder().join(path)
    }

    /// Writes a file and the folders around it.
    pub(crate) fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a path below the sandbox")).expect("folders");
        fs::write(&path, bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    pub(crate) fn remove(&self, path: &str) {
        let path = self.path(path);
        let gone = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        gone.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }

    /// Copies the files of a folder over the project.
    pub(crate) fn overlay(&self, folder: &Path) {
        for (path, bytes) in files_below(folder) {
            if !path.ends_with('/') {
                self.write(&path, bytes);
            }
        }
    }

    /// Copies the files of a folder of this repository into a folder of the sandbox.
    pub(crate) fn overlay_at(&self, inside: &str, folder: &str) {
        for (path, bytes) in files_below(&root().join(folder)) {
            if !path.ends_with('/') {
                self.write(&format!("{inside}/{path}"), bytes);
            }
        }
    }

    /// Runs a command on this project.
    pub(crate) fn run(&self, args: &[&str]) -> Outcome {
        let folder = self.folder().as_os_str().to_owned();
        let args = args.iter().map(OsString::from);
        run([OsString::from("-C"), folder].into_iter().chain(args))
    }

    /// Builds this project as of the usual day.
    pub(crate) fn build(&self, args: &[&str]) -> Outcome {
        self.run(&[&["build", "--as-of", AS_OF], args].concat())
    }

    pub(crate) fn files(&self) -> Files {
        files_below(self.folder())
    }
}

/// Reads every file below a folder, hidden ones included.
pub(crate) fn files_below(folder: &Path) -> Files {
    let mut files = Files::new();
    collect(folder, "", &mut files).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    files
}

fn collect(folder: &Path, prefix: &str, files: &mut Files) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        let kind = entry.file_type()?;
        if kind.is_dir() {
            files.insert(format!("{path}/"), Vec::new());
            collect(&entry.path(), &format!("{path}/"), files)?;
        } else if kind.is_symlink() {
            let leads = fs::read_link(entry.path())?;
            files.insert(path, format!("-> {}", leads.display()).into_bytes());
        } else if entry.metadata()?.len() > 64 << 20 {
            files.insert(path, b"large".to_vec());
        } else {
            // A file that nobody may read stays part of the comparison by its name.
            files.insert(path, fs::read(entry.path()).unwrap_or_default());
        }
    }
    Ok(())
}

/// The names of the files in which two folders differ.
pub(crate) fn differing(one: &Files, other: &Files) -> Vec<String> {
    let names = one.keys().chain(other.keys());
    let mut names: Vec<String> = names.filter(|name| one.get(*name) != other.get(*name)).cloned().collect();
    names.sort();
    names.dedup();
    names
}
