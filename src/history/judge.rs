//! What the signature of a commit is worth, by its kind.
//!
//! Fails closed: whatever cannot be told apart or checked is [`SignatureState::Unchecked`] and says why, never good.

use super::gpg::Gpg;
use super::openpgp::{Packet, read_signature};
use super::signature::SignatureState;
use crate::model::Instant;
use crate::trust::base64;
use crate::trust::{Judgement, Question, Signers, judge_embedded_signature};

/// The namespace in which git signs.
const GIT: &str = "git";

/// Keys of OpenPGP with which GitHub signs what is done on its pages (`https://github.com/web-flow.gpg`).
const GITHUB: [u64; 2] = [0xB569_0EEE_BB95_2194, 0x4AEE_18F8_3AFD_EB23];

/// The key of OpenSSH with which GitLab.com signs what is done on its pages (GitLab's documentation, "Signed commits").
const GITLAB: &str = "AAAAC3NzaC1lZDI1NTE5AAAAIADOCCUoN3Q1UPQqUvp845fKy7haJH17qsSkVXzWXilW";

/// Who is asked about signatures of OpenPGP.
#[derive(Clone, Copy, Debug)]
pub enum OpenPgp<'a> {
    /// Nobody: the answer would depend on the keyring of the machine, and a report is to be the same everywhere.
    Unasked,
    /// `gpg`, with its keyring.
    Gpg(&'a Gpg),
}

/// Judges the armoured signature of a commit over its payload (the commit without its signature), made at `committed`.
///
/// Signatures of OpenSSH are checked in this process against `signers`; without signers every sound one is by an unknown key. Those of a forge are said to
/// be its own: GitLab.com's are checked, GitHub's name its key without proof, unless `gpg` is asked and holds that key.
#[must_use]
pub fn judge(signature: &str, payload: &[u8], committed: Instant, signers: Option<&Signers>, openpgp: OpenPgp<'_>) -> SignatureState {
    let armour = signature.trim();
    let first = armour.lines().next().unwrap_or_default().trim_end();
    match first {
        "-----BEGIN SSH SIGNATURE-----" => judge_ssh(armour, payload, committed, signers),
        "-----BEGIN PGP SIGNATURE-----" | "-----BEGIN PGP MESSAGE-----" => judge_openpgp(armour, payload, committed, openpgp),
        "-----BEGIN SIGNED MESSAGE-----" | "-----BEGIN PKCS7-----" | "-----BEGIN CMS-----" => unchecked("X.509 signatures are not checked"),
        _ => unchecked("the signature is of an unknown kind"),
    }
}

fn unchecked(reason: &str) -> SignatureState {
    SignatureState::Unchecked { reason: reason.into() }
}

fn judge_ssh(armour: &str, payload: &[u8], committed: Instant, signers: Option<&Signers>) -> SignatureState {
    let question = Question { payload, namespace: GIT, signers, identity: None, at: committed, revoked: None };
    let judgement = judge_embedded_signature(armour, &question);
    let by = judgement.signed_by();
    let key = by.map_or("", |by| by.fingerprint.as_str()).into();
    let of_gitlab = by.is_some_and(|by| by.certificate.is_none() && base64::encode(&by.key) == GITLAB);
    match judgement {
        Judgement::Malformed(reason) => SignatureState::Bad { reason: reason.into() },
        Judgement::Unchecked(_, reason) => SignatureState::Unchecked { reason: reason.into() },
        Judgement::OtherBytes(_) => SignatureState::Bad { reason: format!("the key `{key}` did not sign these bytes").into() },
        Judgement::WrongNamespace(_, found) => {
            SignatureState::Bad { reason: format!("the signature was made for `{found}`, not for `{GIT}`").into() }
        }
        _ if of_gitlab => SignatureState::Forge { forge: "GitLab", key },
        Judgement::Good(_, line) => SignatureState::Good { principal: line.principals, key },
        Judgement::NotYetValid(_, line) | Judgement::Expired(_, line) => SignatureState::NotValidThen { principal: line.principals, key },
        Judgement::Revoked(_)
        | Judgement::NoSigners(_)
        | Judgement::UnknownKey(_)
        | Judgement::AuthorityOnly(..)
        | Judgement::OtherIdentity(..)
        | Judgement::OtherNamespace(..)
        | Judgement::CertificateRefused(..) => SignatureState::UnknownKey { key },
    }
}

fn judge_openpgp(armour: &str, payload: &[u8], committed: Instant, openpgp: OpenPgp<'_>) -> SignatureState {
    let Some(packet) = read_signature(armour) else {
        return unchecked("the armour does not hold exactly one signature of OpenPGP");
    };
    let state = match openpgp {
        OpenPgp::Unasked => unchecked("OpenPGP signatures are checked only where asked"),
        OpenPgp::Gpg(gpg) => gpg.check(&packet, payload, committed),
    };
    match state {
        SignatureState::Bad { .. } => state,
        state => github(&packet).unwrap_or(state),
    }
}

fn github(packet: &Packet) -> Option<SignatureState> {
    let known = packet.key_id.is_some_and(|id| GITHUB.contains(&id));
    let key = packet.issuer.as_deref().filter(|_| known)?.into();
    Some(SignatureState::Forge { forge: "GitHub", key })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(signature: &str) -> SignatureState {
        judge(signature, b"payload", Instant::from_unix(0, 0).expect("in range"), None, OpenPgp::Unasked)
    }

    #[test]
    fn kinds_that_are_not_checked_say_so() {
        for (armour, reason) in [
            ("-----BEGIN SIGNED MESSAGE-----\nMII=\n-----END SIGNED MESSAGE-----\n", "X.509 signatures are not checked"),
            (
                "-----BEGIN PGP SIGNATURE-----\n\nMII=\n-----END PGP SIGNATURE-----\n",
                "the armour does not hold exactly one signature of OpenPGP",
            ),
            ("hello", "the signature is of an unknown kind"),
            ("", "the signature is of an unknown kind"),
        ] {
            assert_eq!(judged(armour), SignatureState::Unchecked { reason: reason.into() }, "{armour}");
        }
    }

    #[test]
    fn broken_armour_of_openssh_is_bad() {
        assert!(matches!(judged("-----BEGIN SSH SIGNATURE-----\n"), SignatureState::Bad { .. }));
    }
}
