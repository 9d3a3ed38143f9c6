//! One pass over a repository makes the past of a project.

use std::collections::BTreeMap;
use std::path::Path;

use super::cache::{EventCache, KnownEvents, name_of, write};
use super::chain::Chain;
use super::commit::CommitId;
use super::compare::PathEvent;
use super::events::{comparison, events};
use super::git::Place;
use super::gpg::Gpg;
use super::log::Logs;
use super::objects::{ObjectId, ObjectStore};
use super::past::Past;
use super::verify::verify;
use super::walk::{Walk, walk};
use crate::diag::Failure;
use crate::trust::Signers;

/// Where a project keeps the keys of those who may sign.
const SIGNERS: &str = "content/signers";

/// How the past is read.
#[derive(Clone, Debug)]
pub struct PastOptions {
    /// The text of the file of allowed signers, where the project has one. What is wrong with it is told by whoever reads the file;
    /// here a line that cannot be read counts for nobody.
    pub signers: Option<String>,
    /// Who checks signatures of OpenPGP. Nobody unless said otherwise: the answer depends on the keyring of the machine.
    pub gpg: Option<Gpg>,
    /// Whether what is not committed yet is the newest entry of each log; on unless said otherwise.
    pub uncommitted: bool,
    /// The commit up to which the past is read; the one that is checked out where it is not given.
    pub at: Option<CommitId>,
}

impl Default for PastOptions {
    fn default() -> Self {
        Self { signers: None, gpg: None, uncommitted: true, at: None }
    }
}

/// Reads the past of a project; `None` where the folder is in no repository, or in one without commits.
///
/// Fails when there is a repository that cannot be read; what is missing of its files is no failure.
pub fn read_past(project: &Path, options: &PastOptions, cache: &dyn EventCache) -> Result<Option<Past>, Failure> {
    let Some((place, repository)) = Place::find(project)? else {
        return Ok(None);
    };
    let head = match &options.at {
        Some(commit) => ObjectId::from_hex(commit.as_str().as_bytes()),
        None => place.head(&repository)?,
    };
    let Some(head) = head else {
        return Ok(None);
    };
    let mut walk = walk(&*place.open()?, head, &place.grafts)?;
    let chain = Chain::of(&walk.nodes);
    let events = with_cache(&place, &walk, &chain, cache)?;
    let mut logs = Logs::of(&chain, &events, |position| walk.commits[position].truncated);
    if let (true, Some(newest)) = (options.uncommitted, walk.nodes.first()) {
        logs.add(None, &place.uncommitted(&repository, newest.tree)?, BTreeMap::new());
    }
    let logs = logs.finish();
    let signers = options.signers.as_ref().map(|text| Signers::parse(text, SIGNERS).0);
    verify(&place, &mut walk, &logs, signers.as_ref(), options.gpg.as_ref())?;
    Ok(Some(Past { commits: walk.commits, logs, shallow: place.shallow }))
}

/// The events of all commits; those that had to be found are kept for the next time.
fn with_cache(place: &Place, walk: &Walk, chain: &Chain, cache: &dyn EventCache) -> Result<Vec<Vec<PathEvent>>, Failure> {
    let name = name_of(&place.folder);
    let mut known = cache.load(&name).and_then(|bytes| KnownEvents::read(&bytes)).unwrap_or_default();
    // What a graft says may be another thing tomorrow.
    let is_sure = |position: usize| !place.grafts.contains_key(&walk.nodes[position].id);
    let before = known.len();
    let events =
        events(place, &walk.nodes, chain, &place.folder, |id, with, position| if is_sure(position) { known.take(id, with) } else { None })?;
    let sure = (0..events.len()).filter(|position| is_sure(*position)).count();
    if before - known.len() < sure {
        let found = events.iter().enumerate().filter(|(position, _)| is_sure(*position));
        let found = found.map(|(position, events)| (walk.nodes[position].id, comparison(chain, position), events.as_slice()));
        // Other branches are asked for again; what nobody can reach any more must not pile up.
        if known.len() <= sure { cache.store(&name, &write(found.chain(known.iter()))) } else { cache.store(&name, &write(found)) }
    }
    Ok(events)
}
