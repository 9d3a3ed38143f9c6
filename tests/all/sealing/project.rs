//! A committed project with a built report, and keys that may sign it.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::repositories::Repository;
use crate::sandbox::{AS_OF, Outcome, run};

/// The namespace in which reports are signed.
pub(crate) const NAMESPACE: &str = "tickmark-report";

/// The minimal project under git with a report beside it, and the key of its lead, who may sign.
pub(crate) struct Sealed {
    pub(crate) repository: Repository,
    pub(crate) key: PathBuf,
}

impl Sealed {
    /// A committed project whose signers name `lead@example.org`, with its report.
    pub(crate) fn built() -> Self {
        let repository = Repository::minimal();
        let key = repository.ssh_key("lead");
        repository.write("content/signers", signer("lead@example.org", "", &key));
        repository.commit("Say who may sign");
        let sealed = Self { repository, key };
        let outcome = sealed.build("report", &[]);
        assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
        sealed
    }

    /// The same, signed by OpenSSH itself.
    pub(crate) fn signed() -> Self {
        let sealed = Self::built();
        sign(&sealed.report(), &sealed.key, NAMESPACE);
        sealed
    }

    /// Where the report is.
    pub(crate) fn report(&self) -> PathBuf {
        self.repository.beside("report")
    }

    /// The file of those who may sign.
    pub(crate) fn signers(&self) -> PathBuf {
        self.repository.folder().join("content/signers")
    }

    /// Builds into a folder beside the repository.
    pub(crate) fn build(&self, name: &str, options: &[&str]) -> Outcome {
        let folder = self.repository.folder().to_str().expect("UTF-8").to_owned();
        let output = self.repository.beside(name).to_str().expect("UTF-8").to_owned();
        let first = ["-C", &folder, "build", "--as-of", AS_OF, "--output", &output];
        run(first.iter().chain(options).copied())
    }
}

/// A line of a file of allowed signers; `options` as `ssh-keygen` reads them, or nothing.
pub(crate) fn signer(principal: &str, options: &str, key: &Path) -> String {
    let public = std::fs::read_to_string(key.with_extension("pub")).expect("a public key");
    let space = if options.is_empty() { "" } else { " " };
    format!("{principal} {options}{space}{public}")
}

/// Signs the manifest of a report by `ssh-keygen`.
pub(crate) fn sign(report: &Path, key: &Path, namespace: &str) {
    let manifest = report.join("manifest-sha256.txt");
    let made = Command::new("ssh-keygen").args(["-q", "-Y", "sign", "-n", namespace, "-f"]).arg(key).arg(&manifest).output();
    let made = made.expect("ssh-keygen is installed");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
}
