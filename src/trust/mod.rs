//! Keys, who may sign with them, and whether a signature fits.
//!
//! Knows neither repositories nor reports: whoever signs a commit or a report is looked up by key, namespace and time.

pub(crate) mod base64;
mod pattern;
mod public_key;
mod signer_line;
mod signers;
mod ssh;

pub use signers::{Holder, Signer, Signers};
pub use ssh::{Soundness, check_signature};
