//! The signatures of those commits that changed a part of the project; nobody looks at any other.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::gpg::Gpg;
use super::judge::{OpenPgp, judge};
use super::objects::{ObjectKind, ObjectStore};
use super::past::{LogEntry, Part};
use super::raw_commit::signature_of;
use super::signature::SignatureState;
use super::walk::Walk;
use crate::diag::Failure;
use crate::trust::Signers;

/// Fewest commits for which a store is opened once more.
const SMALLEST_CHUNK: usize = 32;

/// Judges the signature of each commit that a log names.
///
/// Fails when a commit that was read before cannot be read again.
pub(super) fn verify(
    store: &dyn ObjectStore,
    walk: &mut Walk,
    logs: &BTreeMap<Part, Vec<LogEntry>>,
    signers: Option<&Signers>,
    gpg: Option<&Gpg>,
) -> Result<(), Failure> {
    let edits = logs.values().flatten().flat_map(|entry| std::iter::once(&entry.edit).chain(&entry.side));
    let named: BTreeSet<usize> = edits.filter_map(|edit| edit.commit).collect();
    let signed = |position: &usize| walk.commits.get(*position).is_some_and(|commit| commit.signature != SignatureState::Unsigned);
    let signed: Vec<usize> = named.into_iter().filter(signed).collect();
    let openpgp = gpg.map_or(OpenPgp::Unasked, OpenPgp::Gpg);
    let length = signed.len().div_ceil(4 * rayon::current_num_threads().max(1)).max(SMALLEST_CHUNK);
    let chunks: Vec<Result<Vec<SignatureState>, Failure>> = signed
        .par_chunks(length)
        .map(|chunk| {
            let objects = store.open()?;
            let state = |position: &usize| {
                let bytes = objects.object(ObjectKind::Commit, walk.nodes[*position].id)?;
                Ok(match signature_of(&bytes) {
                    Some((signature, payload)) => {
                        let at = walk.commits[*position].committer.at;
                        judge(&String::from_utf8_lossy(&signature), &payload, at, signers, openpgp)
                    }
                    None => SignatureState::Unchecked { reason: "the commit carries more than one signature".into() },
                })
            };
            chunk.iter().map(state).collect()
        })
        .collect();
    let mut states = Vec::with_capacity(signed.len());
    for chunk in chunks {
        states.extend(chunk?);
    }
    for (position, state) in signed.into_iter().zip(states) {
        walk.commits[position].signature = state;
    }
    Ok(())
}
