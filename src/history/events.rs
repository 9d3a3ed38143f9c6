//! What every commit of a walk did to the files of a project, found in parallel.
//!
//! The events of a commit depend on the commit, on the folder of the project and on what a merge is compared with, and on nothing else.

use rayon::prelude::*;

use super::chain::Chain;
use super::compare::{Comparison, PathEvent, Watched, compare, watched};
use super::objects::{ObjectId, ObjectStore};
use super::tree::Trees;
use super::walk::Node;
use crate::diag::Failure;

/// Bytes of trees that all threads together keep.
const KEPT_TREES: usize = 24 << 20;
/// Fewest commits for which a store is opened once more.
const SMALLEST_CHUNK: usize = 64;

/// With what a commit is compared: those of the main line with what stood there before.
pub(super) fn comparison(chain: &Chain, position: usize) -> Comparison {
    if chain.is_main(position) { Comparison::FirstParent } else { Comparison::AllParents }
}

/// The events of each commit, in the order of the walk; those that are known already are taken over.
pub(super) fn events(
    store: &dyn ObjectStore,
    nodes: &[Node],
    chain: &Chain,
    folder: &[Vec<u8>],
    mut known: impl FnMut(ObjectId, Comparison, usize) -> Option<Vec<PathEvent>>,
) -> Result<Vec<Vec<PathEvent>>, Failure> {
    let mut events: Vec<Option<Vec<PathEvent>>> =
        nodes.iter().enumerate().map(|(position, node)| known(node.id, comparison(chain, position), position)).collect();
    let unknown: Vec<usize> = (0..nodes.len()).filter(|position| events[*position].is_none()).collect();
    let mut needed = vec![false; nodes.len()];
    for position in &unknown {
        needed[*position] = true;
        nodes[*position].parents.iter().for_each(|parent| needed[*parent] = true);
    }
    let needed: Vec<usize> = (0..nodes.len()).filter(|position| needed[*position]).collect();
    let seen = in_chunks(store, &needed, |trees, position| watched(trees, nodes[position].tree, folder))?;
    let mut states: Vec<Watched> = vec![Watched::default(); nodes.len()];
    for (position, state) in needed.iter().zip(seen) {
        states[*position] = state;
    }
    let found = in_chunks(store, &unknown, |trees, position| {
        let parents: Vec<Watched> = nodes[position].parents.iter().map(|parent| states[*parent]).collect();
        compare(trees, &states[position], &parents, comparison(chain, position))
    })?;
    for (position, found) in unknown.iter().zip(found) {
        events[*position] = Some(found);
    }
    Ok(events.into_iter().map(Option::unwrap_or_default).collect())
}

/// Does one thing for each commit, runs of neighbours in one thread, and gives the outcomes in the order that was asked for.
fn in_chunks<R: Send>(
    store: &dyn ObjectStore,
    positions: &[usize],
    one: impl Fn(&mut Trees<'_>, usize) -> Result<R, Failure> + Sync,
) -> Result<Vec<R>, Failure> {
    let threads = rayon::current_num_threads().max(1);
    let length = positions.len().div_ceil(4 * threads).max(SMALLEST_CHUNK);
    let chunks: Vec<Result<Vec<R>, Failure>> = positions
        .par_chunks(length)
        .map(|chunk| {
            let objects = store.open()?;
            let mut trees = Trees::new(&*objects, KEPT_TREES / threads);
            chunk.iter().map(|position| one(&mut trees, *position)).collect()
        })
        .collect();
    // Of several failures the first one in order is told, on every run.
    let mut all = Vec::with_capacity(positions.len());
    for chunk in chunks {
        all.extend(chunk?);
    }
    Ok(all)
}
