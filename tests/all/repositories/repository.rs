//! The builder: one method for each thing that people do in a repository.

use std::cell::Cell;
use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::sandbox::Sandbox;

/// When the first commit is written: 1 January 2026, 08:00 UTC.
const BEGIN: i64 = 1_767_254_400;
/// Between two commits.
const STEP: i64 = 3_600;
/// Between writing a change and committing it.
const LATER: i64 = 60;

/// A repository that a test may change at will. Each commit is an hour younger than the one before.
pub(crate) struct Repository {
    sandbox: Sandbox,
    folder: PathBuf,
    clock: Cell<i64>,
    author: Cell<(&'static str, &'static str)>,
}

impl Repository {
    /// An empty repository with a work tree, on the branch `main`.
    pub(crate) fn new() -> Self {
        Self::with(&[])
    }

    /// An empty repository, made with options of `git init`.
    pub(crate) fn with(options: &[&str]) -> Self {
        let sandbox = Sandbox::empty();
        fs::create_dir(sandbox.path("home")).expect("a home");
        let folder = sandbox.path("repository");
        let repository = Self { sandbox, folder, clock: Cell::new(BEGIN), author: Cell::new(("Ann Archer", "ann@example.org")) };
        let folder = repository.folder.to_str().expect("a path that is text");
        repository.git_at(repository.sandbox.folder(), &[&["init", "-q", "-b", "main"], options, &[folder]].concat());
        repository
    }

    /// A repository with the minimal project, committed.
    pub(crate) fn minimal() -> Self {
        let repository = Self::new();
        let files = crate::sandbox::files_below(&crate::tree::root().join("tests/projects/minimal"));
        for (path, bytes) in files.iter().filter(|(path, _)| !path.ends_with('/')) {
            repository.write(path, bytes);
        }
        repository.commit("Begin");
        repository
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// A path beside the repository.
    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        self.sandbox.path(name)
    }

    /// Writes a file of the work tree and the folders around it.
    pub(crate) fn write(&self, path: impl AsRef<Path>, bytes: impl AsRef<[u8]>) -> &Self {
        let path = self.folder.join(path);
        fs::create_dir_all(path.parent().expect("a path below the repository")).expect("folders");
        fs::write(&path, bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        self
    }

    pub(crate) fn remove(&self, path: &str) -> &Self {
        fs::remove_file(self.folder.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        self
    }

    /// Moves a file of the work tree, and makes the folders around it.
    pub(crate) fn rename(&self, from: &str, to: &str) -> &Self {
        let bytes = fs::read(self.folder.join(from)).unwrap_or_else(|error| panic!("{from}: {error}"));
        self.remove(from).write(to, bytes)
    }

    /// Whoever writes and commits from here on.
    pub(crate) fn by(&self, name: &'static str, email: &'static str) -> &Self {
        self.author.set((name, email));
        self
    }

    /// Sets the clock of the next commit: seconds since 1970.
    pub(crate) fn at(&self, seconds: i64) -> &Self {
        self.clock.set(seconds);
        self
    }

    /// Commits all of the work tree; gives the id.
    pub(crate) fn commit(&self, message: impl AsRef<[u8]>) -> String {
        self.commit_with(&[], message)
    }

    /// Commits all of the work tree with further options of `git commit`.
    pub(crate) fn commit_with(&self, options: &[&str], message: impl AsRef<[u8]>) -> String {
        self.git(&["add", "--all"]);
        let commit = ["commit", "-q", "--allow-empty", "--allow-empty-message", "--cleanup=verbatim", "-F", "-"];
        self.feed(&[&commit, options].concat(), message.as_ref());
        self.clock.set(self.clock.get() + STEP);
        self.head()
    }

    /// Commits all of the work tree, signed with a key that [`Self::ssh_key`] made.
    pub(crate) fn commit_signed(&self, key: &Path, message: &str) -> String {
        let key = format!("user.signingkey={}", key.display());
        self.git(&["config", "gpg.format", "ssh"]);
        self.git(&["add", "--all"]);
        self.git(&["-c", &key, "commit", "-q", "--allow-empty", "-S", "-m", message]);
        self.clock.set(self.clock.get() + STEP);
        self.head()
    }

    /// Makes a key without a passphrase; gives the path of its secret half, the public half stands beside it under `.pub`.
    pub(crate) fn ssh_key(&self, name: &str) -> PathBuf {
        let path = self.beside(name);
        let made = Command::new("ssh-keygen").args(["-q", "-t", "ed25519", "-N", "", "-C", name, "-f"]).arg(&path).status();
        assert!(made.expect("ssh-keygen is installed").success());
        path
    }

    /// Makes a branch here and goes on there.
    pub(crate) fn branch(&self, name: &str) -> &Self {
        self.git(&["checkout", "-q", "-b", name]);
        self
    }

    /// Begins a branch without a past and without files.
    pub(crate) fn orphan(&self, name: &str) -> &Self {
        self.git(&["checkout", "-q", "--orphan", name]);
        self.git(&["rm", "-rfq", "--ignore-unmatch", "."]);
        self
    }

    pub(crate) fn checkout(&self, name: &str) -> &Self {
        self.git(&["checkout", "-q", name]);
        self
    }

    /// Merges branches with a commit of its own; gives its id.
    pub(crate) fn merge(&self, branches: &[&str], message: &str) -> String {
        self.merge_edited(branches, &[], message)
    }

    /// Merges branches and edits files in the merge itself; an edit also settles a conflict. Gives the id.
    pub(crate) fn merge_edited(&self, branches: &[&str], edits: &[(&str, &str)], message: &str) -> String {
        let merge = ["merge", "-q", "--no-ff", "--no-commit", "--allow-unrelated-histories"];
        self.tries(&[&merge, branches].concat());
        for (path, text) in edits {
            self.write(path, text);
        }
        self.commit(message)
    }

    /// Merges a branch and takes nothing of what it says; gives the id.
    pub(crate) fn merge_ours(&self, branch: &str, message: &str) -> String {
        self.git(&["merge", "-q", "--no-ff", "-s", "ours", "-m", message, branch]);
        self.clock.set(self.clock.get() + STEP);
        self.head()
    }

    /// The commit that is checked out.
    pub(crate) fn head(&self) -> String {
        self.text(&["rev-parse", "HEAD"])
    }

    /// The id of what stands at a path of a commit.
    pub(crate) fn blob(&self, commit: &str, path: &str) -> String {
        self.text(&["rev-parse", &format!("{commit}:{path}")])
    }

    /// Clones the repository as over a network; gives the folder.
    pub(crate) fn clone_to(&self, name: &str, options: &[&str]) -> PathBuf {
        let folder = self.beside(name);
        let from = format!("file://{}", self.folder.display());
        let to = folder.to_str().expect("a path that is text");
        self.git(&["config", "uploadpack.allowFilter", "true"]);
        self.git_at(self.sandbox.folder(), &[&["clone", "-q"], options, &[&from, to]].concat());
        folder
    }

    /// The first line that a command of git says.
    pub(crate) fn text(&self, args: &[&str]) -> String {
        let said = String::from_utf8(self.git(args)).expect("git says text here");
        said.lines().next().unwrap_or_default().to_owned()
    }

    /// What a command of git says; it must end well.
    pub(crate) fn git(&self, args: &[&str]) -> Vec<u8> {
        self.feed(args, b"")
    }

    /// A command of git that reads its input.
    pub(crate) fn feed(&self, args: &[&str], input: &[u8]) -> Vec<u8> {
        let (ended, out, err) = self.start(&self.folder, args, input);
        assert!(ended, "git {args:?}: {err}");
        out
    }

    /// A command of git in another folder of the sandbox.
    pub(crate) fn git_at(&self, folder: &Path, args: &[&str]) -> Vec<u8> {
        let (ended, out, err) = self.start(folder, args, b"");
        assert!(ended, "git {args:?}: {err}");
        out
    }

    /// A command of git that may fail, such as a merge with a conflict.
    pub(crate) fn tries(&self, args: &[&str]) -> bool {
        self.start(&self.folder, args, b"").0
    }

    fn start(&self, folder: &Path, args: &[&str], input: &[u8]) -> (bool, Vec<u8>, String) {
        let (name, email) = self.author.get();
        let (written, committed) = (self.clock.get(), self.clock.get() + LATER);
        let mut git = git_in(folder);
        git.args(args).env("HOME", self.sandbox.path("home"));
        git.env("GIT_AUTHOR_NAME", name).env("GIT_AUTHOR_EMAIL", email);
        git.env("GIT_COMMITTER_NAME", "Carl Committer").env("GIT_COMMITTER_EMAIL", "carl@example.org");
        git.env("GIT_AUTHOR_DATE", format!("{written} +0100")).env("GIT_COMMITTER_DATE", format!("{committed} +0000"));
        let mut child = git.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("git is installed");
        let mut stdin = child.stdin.take().expect("a pipe");
        let input = input.to_owned();
        // Written beside the reading, so that neither side waits for the other.
        let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
        let output = child.wait_with_output().expect("git ends");
        writer.join().expect("the input is written");
        (output.status.success(), output.stdout, String::from_utf8_lossy(&output.stderr).into_owned())
    }
}

/// A command of git in a folder that sees nothing of the machine's settings.
pub(crate) fn git_in(folder: &Path) -> Command {
    let mut git = Command::new("git");
    git.current_dir(folder).env_clear();
    for name in ["PATH", "TMPDIR"] {
        if let Some(value) = std::env::var_os(name) {
            git.env(name, value);
        }
    }
    git.env("GIT_CONFIG_GLOBAL", OsStr::new("/dev/null")).env("GIT_CONFIG_NOSYSTEM", "1").env("HOME", folder);
    git.env("GIT_TERMINAL_PROMPT", "0").env("TZ", "UTC").env("LC_ALL", "C.UTF-8");
    // Paths as they are, and clones of what lies beside.
    git.args(["-c", "core.quotePath=false", "-c", "protocol.file.allow=always", "-c", "core.autocrlf=false", "-c", "gc.auto=0"]);
    git
}

/// The path of a loose object below a git folder.
pub(crate) fn bytes_of_id(git_folder: &Path, id: &str) -> PathBuf {
    git_folder.join("objects").join(&id[..2]).join(&id[2..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_script_gives_the_same_commits() {
        let repository = Repository::new();
        let first = repository.write("tickmark.yaml", "title: Sample\n").commit("Begin");
        repository.branch("side").write("metrics/definitions/a.yaml", "title: A\n").commit("Add a metric");
        repository.checkout("main").write("content/index.md", "# Hello\n").commit("Add a page");
        let merge = repository.merge(&["side"], "Take the metric");
        assert_eq!(
            [first.as_str(), merge.as_str()],
            ["ffdbfdb0c656156c45052e8b5cfa8ad645c4a281", "2ff3f77d112a72df66254d336d52699b8a2e0fdc"]
        );
    }
}
