//! One pass over a repository makes the past of a project.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::cache::{EventCache, KnownEvents, name_of, write};
use super::chain::Chain;
use super::commit::CommitId;
use super::compare::PathEvent;
use super::events::{comparison, events};
use super::git::Place;
use super::gpg::Gpg;
use super::head::{Head, head_at};
use super::log::Logs;
use super::objects::{ObjectId, ObjectStore};
use super::past::{LogEntry, Part, Past};
use super::verify::verify;
use super::walk::{Grafts, Walk, walk};
use crate::diag::Failure;
use crate::trust::Signers;

/// Where a project keeps the keys of those who may sign.
const SIGNERS: &str = "content/signers";

/// Up to where the past is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Until {
    /// The commit that is checked out, and what is not committed yet as the newest entry of each log.
    #[default]
    WorkTree,
    /// The commit that is checked out, as if nothing were edited since.
    CheckedOut,
    /// Another commit, as if it were checked out and nothing were edited since.
    Commit(CommitId),
}

/// How the past is read.
#[derive(Clone, Debug, Default)]
pub struct PastOptions {
    /// The text of the file of allowed signers, where the project has one. What is wrong with it is told by whoever reads the file;
    /// here a line that cannot be read counts for nobody.
    pub signers: Option<String>,
    /// Who checks signatures of OpenPGP. Nobody unless said otherwise: the answer depends on the keyring of the machine.
    pub gpg: Option<Gpg>,
    /// Up to where it is read.
    pub until: Until,
}

/// Reads the past of a project; `None` where the folder is in no repository, or in one without commits.
///
/// Fails when there is a repository that cannot be read; what is missing of its files is no failure.
pub fn read_past(project: &Path, options: &PastOptions, cache: &dyn EventCache) -> Result<Option<Past>, Failure> {
    let history = read_history(project, &options.until, None, cache)?;
    history.map(|history| history.judged(options.signers.as_deref(), options.gpg.as_ref())).transpose()
}

/// What a repository tells of a project: the commit from which it is read, and everything before it. Nobody has looked at signatures.
#[derive(Debug)]
pub struct History {
    place: Place,
    head: Head,
    walk: Walk,
    logs: BTreeMap<Part, Vec<LogEntry>>,
}

/// What was read of a repository before, so that what was committed then is not read again.
#[derive(Debug, Default)]
pub struct HistoryBefore(Option<Committed>);

/// What is committed, with all that decides what is said of it.
#[derive(Debug)]
struct Committed {
    head: ObjectId,
    git: PathBuf,
    folder: Vec<Vec<u8>>,
    grafts: Grafts,
    walk: Walk,
    logs: Logs,
}

/// Reads the history of a project; `None` where the folder is in no repository, or in one without commits.
///
/// What is committed is kept for the next time where `before` is given. Fails when there is a repository that cannot be read.
pub fn read_history(
    project: &Path,
    until: &Until,
    mut before: Option<&mut HistoryBefore>,
    cache: &dyn EventCache,
) -> Result<Option<History>, Failure> {
    let Some((place, repository)) = Place::find(project)? else {
        return Ok(None);
    };
    let head = match until {
        Until::Commit(commit) => ObjectId::from_hex(commit.as_str().as_bytes()),
        Until::WorkTree | Until::CheckedOut => place.head(&repository)?,
    };
    let Some(head) = head else {
        return Ok(None);
    };
    let known = before.as_mut().and_then(|before| before.0.take());
    let committed = match known.filter(|known| known.is_of(&place, head)) {
        Some(known) => known,
        None => Committed::read(&place, head, cache)?,
    };
    let (walk, mut logs) = match before {
        Some(before) => {
            let kept = before.0.insert(committed);
            (kept.walk.clone(), kept.logs.clone())
        }
        None => (committed.walk, committed.logs),
    };
    let mut changed = false;
    if let (Until::WorkTree, Some(newest)) = (until, walk.nodes.first()) {
        let uncommitted = place.uncommitted(&repository, newest.tree)?;
        changed = uncommitted.changed;
        logs.add(None, &uncommitted.events, BTreeMap::new());
    }
    let head = head_at(&place, head, changed)?;
    Ok(Some(History { place, head, walk, logs: logs.finish() }))
}

impl Committed {
    fn read(place: &Place, head: ObjectId, cache: &dyn EventCache) -> Result<Self, Failure> {
        let walk = walk(&*place.open()?, head, &place.grafts)?;
        let chain = Chain::of(&walk.nodes);
        let events = with_cache(place, &walk, &chain, cache)?;
        let logs = Logs::of(&chain, &events, |position| walk.commits[position].truncated);
        Ok(Self { head, git: place.git.clone(), folder: place.folder.clone(), grafts: place.grafts.clone(), walk, logs })
    }

    /// Whether this is what a repository holds up to a commit.
    fn is_of(&self, place: &Place, head: ObjectId) -> bool {
        self.head == head && self.git == place.git && self.folder == place.folder && self.grafts == place.grafts
    }
}

impl History {
    /// The commit from which it is read.
    #[must_use]
    pub const fn head(&self) -> &Head {
        &self.head
    }

    /// The past, with the signatures of commits judged by the text of a file of allowed signers.
    ///
    /// Fails when a commit that was read before cannot be read again.
    pub fn judged(self, signers: Option<&str>, gpg: Option<&Gpg>) -> Result<Past, Failure> {
        let Self { place, mut walk, logs, .. } = self;
        let signers = signers.map(|text| Signers::parse(text, SIGNERS).0);
        verify(&place, &mut walk, &logs, signers.as_ref(), gpg)?;
        Ok(Past { commits: walk.commits, logs, shallow: place.shallow })
    }
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
