//! The door to `gpg`, which checks signatures of OpenPGP against the keyring of whoever builds.
//!
//! What it answers depends on the machine, so it is asked only where somebody wants that. It gets one stream that this program put together of
//! exactly one signature and the bytes it is for; it gets no file and no network, and nothing it prints reaches a report but names and ids of keys.
#![expect(clippy::disallowed_methods, reason = "OpenPGP is checked by the program that people trust with their keyring")]

use std::ffi::OsString;
use std::io::{ErrorKind, Write as _};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use super::openpgp::{Packet, signed_message};
use super::signature::SignatureState;
use crate::model::Instant;

/// The program `gpg`, and the keyring that it looks into.
#[derive(Clone, Debug)]
pub struct Gpg {
    program: OsString,
    home: Option<PathBuf>,
}

impl Default for Gpg {
    fn default() -> Self {
        Self::new("gpg")
    }
}

impl Gpg {
    /// Names the program; its keyring is the user's own.
    #[must_use]
    pub fn new(program: impl Into<OsString>) -> Self {
        Self { program: program.into(), home: None }
    }

    /// Looks into the keyring of another folder.
    #[must_use]
    pub fn with_home(self, home: impl Into<PathBuf>) -> Self {
        Self { home: Some(home.into()), ..self }
    }

    /// Checks a signature over a payload; whether its key was valid is judged at the time `at`, not today.
    pub(super) fn check(&self, signature: &Packet, payload: &[u8], at: Instant) -> SignatureState {
        if !signature.binary {
            return unchecked("the signature is not one over bytes as they are");
        }
        let Some(message) = signed_message(&signature.body, payload) else {
            return unchecked("the commit is too large for `gpg`");
        };
        match self.ask(&message) {
            Ok(status) => judge_status(&status, signature, at),
            Err(error) if error.kind() == ErrorKind::NotFound => unchecked("`gpg` is not installed"),
            Err(_) => unchecked("`gpg` could not be run"),
        }
    }

    /// What `gpg` says on its status channel of a message.
    fn ask(&self, message: &[u8]) -> std::io::Result<String> {
        let mut command = Command::new(&self.program);
        if let Some(home) = &self.home {
            command.arg("--homedir").arg(home);
        }
        command.args(["--batch", "--no-tty", "--no-auto-key-retrieve", "--disable-dirmngr", "--status-fd", "1", "--verify", "-"]);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        if let Some(mut input) = child.stdin.take() {
            // A program that stops reading has made up its mind; its status says how.
            let _ = input.write_all(message);
        }
        let output = child.wait_with_output()?;
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }
}

fn unchecked(reason: &str) -> SignatureState {
    SignatureState::Unchecked { reason: reason.into() }
}

/// Reads the status lines (`doc/DETAILS` of GnuPG).
///
/// A key that has expired since answers as it did before: what counts is whether the commit came before that. Anything but one clear
/// answer to one signature is no answer.
fn judge_status(status: &str, signature: &Packet, at: Instant) -> SignatureState {
    let lines = || status.lines().filter_map(|line| line.strip_prefix("[GNUPG:] ")).map(|line| line.split_once(' ').unwrap_or((line, "")));
    let verdicts = ["GOODSIG", "EXPSIG", "EXPKEYSIG", "REVKEYSIG", "BADSIG", "ERRSIG"];
    let mut answers = lines().filter(|(word, _)| verdicts.contains(word));
    let (Some((word, rest)), None) = (answers.next(), answers.next()) else {
        return unchecked("`gpg` gave no clear answer");
    };
    let (id, uid) = rest.split_once(' ').unwrap_or((rest, ""));
    let valid = lines().find(|(word, _)| *word == "VALIDSIG").and_then(|(_, rest)| Valid::read(rest));
    match (word, valid) {
        ("BADSIG", _) => SignatureState::Bad { reason: format!("the key `{id}` did not sign these bytes").into() },
        ("ERRSIG", _) if rest.split(' ').nth(5) == Some("9") || lines().any(|(word, _)| word == "NO_PUBKEY") => {
            SignatureState::UnknownKey { key: signature.issuer.as_deref().unwrap_or(id).into() }
        }
        ("REVKEYSIG", Some(_)) => SignatureState::Bad { reason: format!("the key `{id}` was revoked").into() },
        ("GOODSIG" | "EXPSIG" | "EXPKEYSIG", Some(valid)) => {
            if lines().any(|(word, _)| word == "TRUST_NEVER") {
                return SignatureState::UnknownKey { key: valid.fingerprint.into() };
            }
            let expiry = lines().filter(|(word, _)| *word == "KEYEXPIRED").filter_map(|(_, rest)| rest.trim().parse::<i64>().ok()).max();
            let expired = match word {
                "EXPKEYSIG" => expiry.is_none_or(|expiry| expiry <= at.unix()),
                _ => valid.expires.is_some_and(|expires| expires <= at.unix()),
            };
            let (principal, key) = (plain(uid).into(), valid.fingerprint.into());
            if expired { SignatureState::NotValidThen { principal, key } } else { SignatureState::Good { principal, key } }
        }
        _ => unchecked("`gpg` could not check it"),
    }
}

/// What `gpg` says of a signature that fits.
struct Valid<'a> {
    fingerprint: &'a str,
    expires: Option<i64>,
}

impl<'a> Valid<'a> {
    fn read(rest: &'a str) -> Option<Self> {
        let mut fields = rest.split(' ');
        let fingerprint = fields.next().filter(|digits| digits.len() >= 32 && digits.bytes().all(|digit| digit.is_ascii_hexdigit()))?;
        let expires = fields.nth(2)?.parse::<i64>().ok()?;
        Some(Self { fingerprint, expires: (expires != 0).then_some(expires) })
    }
}

/// A name without the percent signs that the status channel writes control characters with.
fn plain(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((byte, behind)) = rest.split_first() {
        let escaped = behind.split_at_checked(2).filter(|_| *byte == b'%').and_then(|(digits, behind)| {
            let digits = std::str::from_utf8(digits).ok().filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))?;
            Some((u8::from_str_radix(digits, 16).ok()?, behind))
        });
        let (byte, behind) = escaped.unwrap_or((*byte, behind));
        bytes.push(byte);
        rest = behind;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FINGERPRINT: &str = "0102030405060708090A0B0C0D0E0F1011121314";

    fn packet() -> Packet {
        Packet { body: Vec::new(), binary: true, issuer: Some(FINGERPRINT.to_owned()), key_id: Some(1) }
    }

    fn judged(lines: &[&str]) -> SignatureState {
        let status: String = lines.iter().flat_map(|line| ["[GNUPG:] ", line, "\n"]).collect();
        judge_status(&status, &packet(), Instant::from_unix(1_000, 0).expect("in range"))
    }

    fn valid(expires: &str) -> String {
        format!("VALIDSIG {FINGERPRINT} 1970-01-01 900 {expires} 4 0 1 8 00 {FINGERPRINT}")
    }

    #[test]
    fn a_good_signature_needs_both_lines() {
        let good = SignatureState::Good { principal: "Alice: x <a@example.org>".into(), key: FINGERPRINT.into() };
        assert_eq!(judged(&["GOODSIG 0D0E Alice%3A x <a@example.org>", &valid("0")]), good);
        assert!(matches!(judged(&["GOODSIG 0D0E Alice"]), SignatureState::Unchecked { .. }));
        assert!(matches!(judged(&[&valid("0")]), SignatureState::Unchecked { .. }));
    }

    #[test]
    fn two_answers_are_none() {
        assert!(matches!(judged(&["GOODSIG 0D0E A", &valid("0"), "GOODSIG 0D0E A", &valid("0")]), SignatureState::Unchecked { .. }));
    }

    #[test]
    fn an_expired_key_counts_for_what_came_before() {
        assert!(matches!(judged(&["KEYEXPIRED 1001", "EXPKEYSIG 0D0E A", &valid("0")]), SignatureState::Good { .. }));
        assert!(matches!(judged(&["KEYEXPIRED 1000", "EXPKEYSIG 0D0E A", &valid("0")]), SignatureState::NotValidThen { .. }));
        assert!(matches!(judged(&["EXPKEYSIG 0D0E A", &valid("0")]), SignatureState::NotValidThen { .. }));
    }

    #[test]
    fn an_expired_signature_counts_for_what_came_before() {
        assert!(matches!(judged(&["EXPSIG 0D0E A", &valid("1001")]), SignatureState::Good { .. }));
        assert!(matches!(judged(&["EXPSIG 0D0E A", &valid("999")]), SignatureState::NotValidThen { .. }));
    }

    #[test]
    fn a_revoked_or_wrong_signature_is_bad() {
        assert!(matches!(judged(&["REVKEYSIG 0D0E A", &valid("0")]), SignatureState::Bad { .. }));
        assert!(matches!(judged(&["BADSIG 0D0E A"]), SignatureState::Bad { .. }));
    }

    #[test]
    fn a_key_that_is_not_there_is_unknown() {
        let unknown = SignatureState::UnknownKey { key: FINGERPRINT.into() };
        assert_eq!(judged(&["ERRSIG 0D0E 1 8 00 900 9 -", "NO_PUBKEY 0D0E"]), unknown);
        assert_eq!(judged(&["GOODSIG 0D0E A", &valid("0"), "TRUST_NEVER 0 pgp"]), unknown);
    }

    #[test]
    fn what_is_no_status_is_no_answer() {
        assert!(matches!(
            judge_status("GOODSIG 0D0E A\n", &packet(), Instant::from_unix(0, 0).expect("in range")),
            SignatureState::Unchecked { .. }
        ));
    }
}
