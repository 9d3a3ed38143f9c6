//! ssh-agent: which keys it holds, and signatures by them (draft-miller-ssh-agent).
//!
//! Secrets stay with the agent. It is not trusted: whoever uses a signature checks it first.
#![expect(clippy::disallowed_methods, reason = "this file is the door to ssh-agent")]

use crate::diag::Failure;

const REQUEST_IDENTITIES: u8 = 11;
const IDENTITIES: u8 = 12;
const SIGN_REQUEST: u8 = 13;
const SIGN_RESPONSE: u8 = 14;

/// Asks for SHA-512 where the key is one of RSA; other keys take no notice.
const RSA_SHA2_512: u32 = 4;

/// Bytes of the largest answer; OpenSSH lets none be larger.
const LARGEST: usize = 256 * 1024;

/// A connection to the agent that the environment names.
#[derive(Debug)]
pub(super) struct Agent {
    #[cfg(unix)]
    socket: std::os::unix::net::UnixStream,
}

/// A key that the agent holds, or the certificate of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct HeldKey {
    /// Its bytes on the wire.
    pub(super) key: Vec<u8>,
    /// What its holder calls it.
    pub(super) comment: String,
}

fn failed(message: impl Into<String>, help: &str) -> Failure {
    Failure::Signing { message: message.into(), help: Some(help.to_owned()) }
}

fn broken() -> Failure {
    failed("ssh-agent gave an answer that is none", "see whether `ssh-add -l` works, and start the agent again")
}

impl Agent {
    /// Connects to the agent.
    #[cfg(unix)]
    pub(super) fn connect() -> Result<Self, Failure> {
        let help = "start it with `eval $(ssh-agent)` and add the key with `ssh-add`";
        let Some(path) = std::env::var_os("SSH_AUTH_SOCK").filter(|path| !path.is_empty()) else {
            return Err(failed("no ssh-agent is running: `SSH_AUTH_SOCK` is not set", help));
        };
        let socket = std::os::unix::net::UnixStream::connect(&path);
        socket.map(|socket| Self { socket }).map_err(|error| failed(format!("ssh-agent cannot be reached: {error}"), help))
    }

    /// Connects to the agent.
    #[cfg(not(unix))]
    pub(super) fn connect() -> Result<Self, Failure> {
        Err(failed("ssh-agent is reached on Unix only", "sign with `--key`"))
    }

    /// The keys that it holds, in its order.
    pub(super) fn keys(&mut self) -> Result<Vec<HeldKey>, Failure> {
        let answer = self.ask(&[REQUEST_IDENTITIES])?;
        read_keys(&answer).ok_or_else(broken)
    }

    /// Signs; gives the signature with the name of its algorithm in front.
    pub(super) fn sign(&mut self, key: &[u8], message: &[u8]) -> Result<Vec<u8>, Failure> {
        let mut request = vec![SIGN_REQUEST];
        for part in [key, message] {
            request.extend(length(part.len()));
            request.extend_from_slice(part);
        }
        request.extend_from_slice(&RSA_SHA2_512.to_be_bytes());
        let answer = self.ask(&request)?;
        let Some((&SIGN_RESPONSE, mut rest)) = answer.split_first() else {
            return Err(failed(
                "ssh-agent did not sign with this key",
                "see whether it was confirmed or touched, where the key asks for that",
            ));
        };
        take(&mut rest).filter(|_| rest.is_empty()).map(<[u8]>::to_vec).ok_or_else(broken)
    }

    #[cfg(unix)]
    fn ask(&mut self, request: &[u8]) -> Result<Vec<u8>, Failure> {
        use std::io::{Read as _, Write as _};
        let lost = |error| failed(format!("ssh-agent went away: {error}"), "see whether `ssh-add -l` works");
        self.socket.write_all(&length(request.len())).and_then(|()| self.socket.write_all(request)).map_err(lost)?;
        let mut size = [0; 4];
        self.socket.read_exact(&mut size).map_err(lost)?;
        let size = usize::try_from(u32::from_be_bytes(size)).ok().filter(|size| (1..=LARGEST).contains(size)).ok_or_else(broken)?;
        let mut answer = vec![0; size];
        self.socket.read_exact(&mut answer).map_err(lost)?;
        Ok(answer)
    }

    #[cfg(not(unix))]
    fn ask(&mut self, _: &[u8]) -> Result<Vec<u8>, Failure> {
        Err(broken())
    }
}

fn length(bytes: usize) -> [u8; 4] {
    u32::try_from(bytes).unwrap_or(u32::MAX).to_be_bytes()
}

fn read_keys(answer: &[u8]) -> Option<Vec<HeldKey>> {
    let (kind, rest) = answer.split_first()?;
    let (count, mut rest) = rest.split_first_chunk::<4>()?;
    let mut keys = Vec::new();
    for _ in 0..u32::from_be_bytes(*count) {
        let key = take(&mut rest)?.to_vec();
        keys.push(HeldKey { key, comment: String::from_utf8_lossy(take(&mut rest)?).into_owned() });
    }
    (*kind == IDENTITIES && rest.is_empty()).then_some(keys)
}

/// Takes a string off the front.
fn take<'a>(bytes: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (size, rest) = bytes.split_first_chunk::<4>()?;
    let (string, rest) = rest.split_at_checked(usize::try_from(u32::from_be_bytes(*size)).ok()?)?;
    *bytes = rest;
    Some(string)
}

#[cfg(test)]
mod tests {
    use super::*;

    use proptest::prelude::*;

    #[test]
    fn keys_are_read_with_their_comments() {
        let answer = [&[IDENTITIES, 0, 0, 0, 1][..], &[0, 0, 0, 2, 7, 8], &[0, 0, 0, 1, b'a']].concat();
        assert_eq!(read_keys(&answer), Some(vec![HeldKey { key: vec![7, 8], comment: "a".to_owned() }]));
        for length in 0..answer.len() {
            assert_eq!(read_keys(&answer[..length]), None, "{length}");
        }
    }

    proptest! {
        #[test]
        fn any_answer_is_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..100)) {
            let _ = read_keys(&bytes);
            let _ = read_keys(&[&[IDENTITIES, 0xFF, 0xFF, 0xFF, 0xFF], &*bytes].concat());
        }
    }
}
