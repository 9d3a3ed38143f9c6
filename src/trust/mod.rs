//! Keys, who may sign with them, and whether a signature fits.
//!
//! Knows neither repositories nor reports: whoever signs a commit or a report is looked up by key, namespace and time.

mod armour;
pub(crate) mod base64;
mod certificate;
mod envelope;
mod judge;
mod judgement;
mod key_file;
mod krl;
mod pattern;
mod public_key;
mod revoked;
mod signer_line;
mod signers;
mod ssh;

pub use judge::{Question, judge_embedded_signature, judge_key, judge_signature};
pub use judgement::{Judgement, SignedBy, SignerLine, Vouched};
pub use key_file::{KeyError, KeyFile, SecretKey, ThrowAwayKey, read_public, signature_file, to_be_signed};
pub use revoked::{Revoked, RevokedError};
pub use signers::{Signer, Signers};
