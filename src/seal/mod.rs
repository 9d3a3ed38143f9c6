//! Evidence: what a report consists of, from what it was made, and whether a report that somebody was handed is still that report.
//!
//! Knows bytes, digests, keys and times that it is given; never where they lie or what time it is.

pub mod bag;
pub mod package;

mod archive;
mod below;
mod cells;
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
pub use cells::take_cells;
pub use digest::{Hashing, Sha256Digest};
pub use files::{MemoryReport, SealedFiles};
pub use manifest::{Manifest, ManifestError};
pub use names::{
    MANIFEST, NAMESPACE, OF_REPOSITORY, PROVENANCE, SealFile, is_of_seal, seal_file, signature_name, signature_numbers, token_name,
};
pub use provenance::{Allowed, Checks, Definition, Input, Options, Previous, Provenance, Source, Tool};
pub use signable::{Signable, Unsignable};
pub use statement::{DigestSet, PREDICATE_TYPE, STATEMENT_TYPE, Statement, StatementError, Subject};
pub use trusted_time::{Authorities, AuthoritiesError, TokenFault, TokenStanding, TrustedTime, check_token};
