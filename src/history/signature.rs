//! What the signature of a commit is worth.

use std::sync::Arc;

/// What is known of the signature of a commit.
///
/// "Signed" is not "signed by the author": a forge signs what is merged on its pages with a key of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignatureState {
    /// There is none.
    Unsigned,
    /// Made by a key that the project's signers name and that was valid when the commit was made.
    Good {
        /// Who the signers say holds the key, as they write it: names or patterns of names, separated by commas.
        principal: Arc<str>,
        /// Fingerprint of the key, as `ssh-keygen -l` prints it, or the id of the other kind of key.
        key: Arc<str>,
    },
    /// Sound, by a key that the signers do not name.
    UnknownKey {
        /// Fingerprint of the key.
        key: Arc<str>,
    },
    /// Sound, by a key that the signers name for another time.
    NotValidThen {
        /// Who the signers say holds the key.
        principal: Arc<str>,
        /// Fingerprint of the key.
        key: Arc<str>,
    },
    /// Made by the key of a forge, for whatever was merged there. Where the key is one of OpenPGP that is not at hand, the
    /// signature only says so: it proves nothing about who wrote the change, and nothing about who merged it.
    Forge {
        /// Name of the forge.
        forge: &'static str,
        /// Fingerprint or id of the key.
        key: Arc<str>,
    },
    /// Does not fit the commit.
    Bad {
        /// What does not fit.
        reason: Arc<str>,
    },
    /// Nobody could tell, such as where `gpg` is not installed.
    Unchecked {
        /// Why not.
        reason: Arc<str>,
    },
}
