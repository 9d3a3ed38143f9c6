//! What was read of a project before, so that a file which did not change is not read again.
//!
//! What is kept of a file is what reading it gives: it depends on the path, on the bytes, and for tables on the records that say what their columns
//! mean. Each of these is held against what it was; a workspace that cannot tell about bytes makes every file be read.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::extract::ExtractFile;
use super::project::Slotted;
use super::prose_page::ProsePage;
use super::record::Record;
use super::release::ReleaseRecord;
use super::results::ResultTable;
use super::workspace::{Stamp, Workspace};
use crate::diag::Findings;
use crate::model::Id;

/// Files that a thread takes at once. Left alone, the last share is thousands of files, and if those are long ones all other threads wait for it.
const AT_ONCE: usize = 64;

/// What was read of a project before.
#[derive(Debug, Default)]
pub struct ReadBefore {
    pub(super) records: Kept<Arc<Record>>,
    pub(super) releases: Kept<ReleaseRecord>,
    pub(super) pages: Kept<ProsePage>,
    pub(super) tables: Kept<TableRead>,
    pub(super) extracts: Kept<ExtractFile>,
}

/// What reading the files of one sort gave, by path.
pub(super) type Kept<T> = BTreeMap<String, KeptFile<T>>;

/// What reading a file gave.
#[derive(Clone, Debug)]
pub(super) struct KeptFile<T> {
    /// The bytes that were read.
    pub(super) stamp: Stamp,
    pub(super) outcome: Option<T>,
    pub(super) findings: Findings,
}

/// A table with what its columns were held against.
#[derive(Clone, Debug)]
pub(super) struct TableRead {
    pub(super) table: Arc<ResultTable>,
    pub(super) against: Against,
}

/// The records that say what the columns of a table mean.
#[derive(Clone, Debug)]
pub(super) struct Against {
    pub(super) metric: Arc<Record>,
    /// The segments that the metric names, where they could be read.
    pub(super) segments: Vec<Arc<Record>>,
    /// Every exclusion.
    pub(super) exclusions: Arc<BTreeSet<Id>>,
}

impl Against {
    /// Whether these are the very same records.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.metric, &other.metric)
            && self.segments.len() == other.segments.len()
            && self.segments.iter().zip(&other.segments).all(|(one, other)| Arc::ptr_eq(one, other))
            && (Arc::ptr_eq(&self.exclusions, &other.exclusions) || self.exclusions == other.exclusions)
    }
}

/// Reads files on all threads, but for those that were read before and are the same still; in the order of the files.
pub(super) fn read_all<T: Sync, R: Clone + Send + Sync>(
    workspace: &dyn Workspace,
    files: &[Slotted<T>],
    before: &mut Kept<R>,
    findings: &mut Findings,
    one: impl Fn(&Slotted<T>, &mut Findings) -> Option<R> + Sync,
) -> Vec<R> {
    read_all_if(workspace, files, before, findings, |_, _| true, one)
}

/// The same, where what was read before must be current by another measure too.
pub(super) fn read_all_if<T: Sync, R: Clone + Send + Sync>(
    workspace: &dyn Workspace,
    files: &[Slotted<T>],
    before: &mut Kept<R>,
    findings: &mut Findings,
    is_current: impl Fn(&Slotted<T>, Option<&R>) -> bool + Sync,
    one: impl Fn(&Slotted<T>, &mut Findings) -> Option<R> + Sync,
) -> Vec<R> {
    let kept = &*before;
    let read = |file: &Slotted<T>| {
        let same = |kept: &&KeptFile<R>| workspace.stamp(&file.path) == Some(kept.stamp) && is_current(file, kept.outcome.as_ref());
        if let Some(kept) = kept.get(&file.path).filter(same) {
            return (kept.outcome.clone(), kept.findings.clone(), None);
        }
        let mut findings = Findings::new();
        let outcome = one(file, &mut findings);
        (outcome, findings, workspace.stamp(&file.path))
    };
    let outcomes: Vec<(Option<R>, Findings, Option<Stamp>)> = files.par_iter().with_max_len(AT_ONCE).map(read).collect();
    let mut all = Vec::with_capacity(files.len());
    for (file, (outcome, found, stamp)) in files.iter().zip(outcomes) {
        if let Some(stamp) = stamp {
            before.insert(file.path.clone(), KeptFile { stamp, outcome: outcome.clone(), findings: found.clone() });
        }
        findings.append(found);
        all.extend(outcome);
    }
    if before.len() > files.len() {
        let there: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
        before.retain(|path, _| there.contains(path.as_str()));
    }
    // These lists stay for the whole run.
    all.shrink_to_fit();
    all
}
