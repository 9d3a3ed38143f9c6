//! Evidence: what a report consists of, from what it was made, and whether a report that somebody was handed is still that report.
//!
//! Knows bytes, digests, keys and times that it is given; never where they lie or what time it is.

pub mod bag;
pub mod package;

mod archive;
mod below;
mod digest;
mod files;
mod manifest;
mod names;
mod provenance;
mod signable;
mod statement;
mod trusted_time;
pub mod verify;

pub use archive::{ArchiveError, ArchiveWriter, SealedArchive, open_archive, top_folder};
pub use below::Below;
pub use digest::{Hashing, Sha256Digest};
pub use files::{MemoryReport, SealedFiles};
pub use manifest::{Manifest, ManifestError};
pub use names::{MANIFEST, NAMESPACE, PROVENANCE, SealFile, seal_file, signature_name, token_name};
pub use provenance::{Allowed, Checks, Definition, Input, Options, Previous, Provenance, Source, Tool};
pub use signable::{Signable, Unsignable};
pub use statement::{DigestSet, PREDICATE_TYPE, STATEMENT_TYPE, Statement, StatementError, Subject};
pub use trusted_time::{Authorities, AuthoritiesError, TokenFault, TokenStanding, TrustedTime, check_token};
