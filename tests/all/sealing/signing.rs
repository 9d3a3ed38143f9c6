//! A built report in a folder with keys, where the program and those of OpenSSH sign and hold it.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::OnceLock;

use tempfile::TempDir;

use super::project::{NAMESPACE, Sealed};
use crate::sandbox::{Files, files_below};

/// The name of the list of files.
pub(crate) const MANIFEST: &str = "manifest-sha256.txt";

/// A folder with a report, keys, and a file `signers`; the only home that the programs know.
pub(crate) struct Signing {
    folder: TempDir,
    agent: Option<Child>,
}

/// The files of a report, built once for all tests.
fn report() -> &'static Files {
    static REPORT: OnceLock<Files> = OnceLock::new();
    REPORT.get_or_init(|| files_below(&Sealed::built().report()))
}

impl Signing {
    /// A folder with a report that can be signed.
    pub(crate) fn new() -> Self {
        let signing = Self { folder: tempfile::Builder::new().prefix("tm-sign-").tempdir().expect("a temporary folder"), agent: None };
        for (path, bytes) in report().iter().filter(|(path, _)| !path.ends_with('/')) {
            let path = signing.report().join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
            fs::write(path, bytes).expect("the file is written");
        }
        signing
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn report(&self) -> PathBuf {
        self.path("report")
    }

    /// The bytes that are signed.
    pub(crate) fn payload(&self) -> Vec<u8> {
        fs::read(self.report().join(MANIFEST)).expect("a list")
    }

    /// The text of a signature.
    pub(crate) fn signature(&self, name: &str) -> Vec<u8> {
        fs::read(self.report().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Writes a file of the folder.
    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.path(name), bytes).expect("the file is written");
    }

    /// Runs a program in the folder, in universal time and with nothing of this machine's settings.
    pub(crate) fn run(&self, program: impl AsRef<Path>, args: &[&str], input: &[u8]) -> Output {
        self.run_at(None, program, args, input)
    }

    /// The same at a time, in seconds since 1970.
    pub(crate) fn run_at(&self, at: Option<&str>, program: impl AsRef<Path>, args: &[&str], input: &[u8]) -> Output {
        let mut command = Command::new(program.as_ref());
        command.args(args).current_dir(self.folder.path()).env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("HOME", self.folder.path()).env("TZ", "UTC");
        if self.agent.is_some() {
            command.env("SSH_AUTH_SOCK", self.path("agent"));
        }
        if let Some(at) = at {
            command.env("SOURCE_DATE_EPOCH", at);
        }
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
        let _ = child.stdin.take().expect("a pipe").write_all(input);
        child.wait_with_output().expect("the program ends")
    }

    /// The same, where it must end well; gives what it says.
    pub(crate) fn done(&self, program: &str, args: &[&str], input: &[u8]) -> String {
        let output = self.run(program, args, input);
        assert!(output.status.success(), "{program} {args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("text")
    }

    /// Makes a key and gives its public line: type and Base64.
    pub(crate) fn key(&self, name: &str, kind: &[&str], passphrase: &str) -> String {
        self.done("ssh-keygen", &[&["-q", "-N", passphrase, "-C", "", "-f", name, "-t"], kind].concat(), b"");
        self.public(name)
    }

    /// The public line of a key.
    pub(crate) fn public(&self, name: &str) -> String {
        fs::read_to_string(self.path(&format!("{name}.pub"))).expect("a public key").trim().to_owned()
    }

    /// Runs `tickmark sign report` with further arguments.
    pub(crate) fn sign(&self, args: &[&str]) -> Output {
        self.sign_with(args, b"")
    }

    /// The same with something on standard input.
    pub(crate) fn sign_with(&self, args: &[&str], input: &[u8]) -> Output {
        self.run(env!("CARGO_BIN_EXE_tickmark"), &[&["sign", "report", "--signers", "signers"], args].concat(), input)
    }

    /// What is said when a signature is refused; nothing of the report may have changed.
    pub(crate) fn refused(&self, args: &[&str], input: &[u8]) -> String {
        let before = files_below(&self.report());
        let output = self.sign_with(args, input);
        assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(2), &b""[..]), "{}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(files_below(&self.report()), before);
        String::from_utf8(output.stderr).expect("text")
    }

    /// Whether `ssh-keygen` holds a signature over the list of files to be that of somebody, with further options.
    pub(crate) fn holds(&self, signature: &str, principal: &str, options: &[&str]) -> bool {
        let signature = format!("report/{signature}");
        let args = ["-q", "-Y", "verify", "-n", NAMESPACE, "-f", "signers", "-s", &signature, "-I", principal];
        self.run("ssh-keygen", &[&args, options].concat(), &self.payload()).status.success()
    }

    /// Starts an agent that holds keys.
    pub(crate) fn start_agent(&mut self, keys: &[&str]) {
        let socket = self.path("agent");
        let agent =
            Command::new("ssh-agent").arg("-D").arg("-a").arg(&socket).stdout(Stdio::null()).spawn().expect("ssh-agent is installed");
        self.agent = Some(agent);
        for _ in 0..200 {
            if socket.exists() {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        for key in keys {
            self.done("ssh-add", &["-q", key], b"");
        }
    }
}

impl Drop for Signing {
    fn drop(&mut self) {
        if let Some(agent) = &mut self.agent {
            let _ = agent.kill();
            let _ = agent.wait();
        }
    }
}
