//! What a verifier brings along: whom they trust, for when, and nothing that comes with the report itself.

use super::verification::TimeFrom;
use crate::model::Instant;
use crate::seal::Authorities;
use crate::trust::{Revoked, Signers};

/// Whom a verifier trusts, and for which time.
#[derive(Clone, Copy, Debug)]
pub struct Trust<'a> {
    /// Who may sign; nothing where nobody said.
    pub signers: Option<&'a Signers>,
    /// Keys that do not count any more.
    pub revoked: Option<&'a Revoked>,
    /// Who is to have signed; anybody among the signers where it is left out.
    pub identity: Option<&'a str>,
    /// The time for which signers are judged where no trusted time says better.
    pub at: Instant,
    /// Where that time comes from.
    pub at_from: TimeFrom,
    /// Authorities that count for the time; none where nobody named any.
    pub authorities: &'a Authorities,
}
