//! Where the passphrase of a key comes from: the terminal, without echo, or a file descriptor.
//!
//! What was typed is wiped from memory and stands in no message.
#![expect(clippy::disallowed_types, reason = "this file is the door to the terminal and to the descriptor that somebody handed over")]

use std::fs::File;
use std::io::Read as _;

use zeroize::Zeroizing;

use crate::diag::Failure;

/// Bytes of the longest passphrase.
const LONGEST: u64 = 4096;

/// Where the passphrase of a key comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassphraseFrom {
    /// The terminal, where it is asked for.
    Terminal,
    /// The first line of what stands behind a file descriptor of this process.
    Descriptor(u32),
}

/// Gets the passphrase of a key; `key` is the file, as it was named.
pub(super) fn passphrase(from: PassphraseFrom, key: &str) -> Result<Zeroizing<Vec<u8>>, Failure> {
    match from {
        PassphraseFrom::Terminal => ask(key),
        PassphraseFrom::Descriptor(number) => read(number),
    }
}

fn ask(key: &str) -> Result<Zeroizing<Vec<u8>>, Failure> {
    match rpassword::prompt_password(format!("passphrase of `{key}`: ")) {
        Ok(typed) => Ok(Zeroizing::new(typed.into_bytes())),
        Err(error) => Err(Failure::Signing {
            message: format!("`{key}` asks for a passphrase, and there is no terminal to ask for it: {error}"),
            help: Some("hand it over with `--passphrase-fd N`, or add the key with `ssh-add` and sign with `--agent`".to_owned()),
        }),
    }
}

fn read(number: u32) -> Result<Zeroizing<Vec<u8>>, Failure> {
    let path = format!("/dev/fd/{number}");
    let failed = |source| Failure::Io { action: "read", path: path.clone(), source };
    // Room for all of it at once, so that no copy of it stays behind.
    let mut bytes = Zeroizing::new(Vec::with_capacity(usize::try_from(LONGEST).unwrap_or(0) + 1));
    File::open(&path).map_err(failed)?.take(LONGEST).read_to_end(&mut bytes).map_err(failed)?;
    let end = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len());
    bytes.truncate(end);
    if bytes.last() == Some(&b'\r') {
        bytes.pop();
    }
    Ok(bytes)
}
