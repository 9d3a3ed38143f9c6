//! `tickmark sign`: a signature beside a built report.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::args::{BuildSigning, SignArguments};
use super::exit;
use super::run::Stop;
use crate::app::{PassphraseFrom, SignOptions, SignWith, Signed, sign};

/// Signs, and says who signed what.
pub(super) fn run(project: PathBuf, arguments: &SignArguments, out: &mut dyn Write) -> Result<u8, Stop> {
    let key = arguments.key.as_deref();
    let Some(with) = with(key, arguments.agent, arguments.passphrase_fd) else {
        // The command line asks for one of the two.
        return Ok(exit::FAILED);
    };
    let options = SignOptions { project, report: arguments.report.clone(), with, signers: arguments.signers.clone() };
    let signed = sign(&options)?;
    tell(&signed, &arguments.report, out)?;
    Ok(exit::CLEAN)
}

/// With what a report is to be signed as it is built; nothing where it is not.
pub(super) fn of_build(arguments: &BuildSigning) -> Option<SignWith> {
    with(arguments.sign.as_deref(), arguments.sign_agent, arguments.passphrase_fd)
}

fn with(key: Option<&Path>, agent: bool, descriptor: Option<u32>) -> Option<SignWith> {
    if agent {
        return Some(SignWith::Agent { public: key.map(Path::to_owned) });
    }
    let passphrase = descriptor.map_or(PassphraseFrom::Terminal, PassphraseFrom::Descriptor);
    key.map(|key| SignWith::File { path: key.to_owned(), passphrase })
}

/// Says who signed what.
pub(super) fn tell(signed: &Signed, report: &Path, out: &mut dyn Write) -> Result<(), Stop> {
    let Signed { file, kind, fingerprint, principals, line: (signers, line), at } = signed;
    writeln!(out, "signed `{}` as `{}`: wrote `{file}`", report.display(), principals.escape_debug())?;
    writeln!(out, "  key      {fingerprint} ({kind})")?;
    writeln!(out, "  signers  `{signers}`, line {line}, at {at}")?;
    Ok(())
}
