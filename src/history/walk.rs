//! All commits that can be reached from one, each read once and put in order.
//!
//! The order is total: each commit before what it follows, of several the newest committer's date first, then the greater id.

use std::collections::{BTreeMap, BinaryHeap};
use std::sync::Arc;

use super::commit::{Commit, CommitId, Stamp};
use super::objects::{ObjectId, ObjectKind, Objects};
use super::raw_commit::{RawCommit, RawStamp};
use super::signature::SignatureState;
use crate::diag::Failure;
use crate::model::Instant;

/// Commits of which the repository says that they follow something else than their bytes say, or nothing.
pub(super) type Grafts = BTreeMap<ObjectId, Vec<ObjectId>>;

/// Commits in order, with what people do not see of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Walk {
    pub(super) commits: Vec<Commit>,
    pub(super) nodes: Vec<Node>,
}

/// A commit as a place in the graph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Node {
    pub(super) id: ObjectId,
    pub(super) tree: ObjectId,
    /// Positions of what it follows.
    pub(super) parents: Vec<usize>,
}

/// Reads the lines of a file of grafts: a commit, and what it is to follow.
pub(super) fn read_grafts(text: &[u8], grafts: &mut Grafts) {
    for line in text.split(|byte| *byte == b'\n') {
        let mut ids = line.trim_ascii().split(|byte| *byte == b' ').map(ObjectId::from_hex);
        if let Some(Some(id)) = ids.next() {
            grafts.insert(id, ids.flatten().collect());
        }
    }
}

struct Found {
    commit: Commit,
    tree: ObjectId,
    parents: Vec<ObjectId>,
}

/// Reads every commit that can be reached from `head`.
pub(super) fn walk(objects: &dyn Objects, head: ObjectId, grafts: &Grafts) -> Result<Walk, Failure> {
    let mut names = Names::default();
    let mut found: BTreeMap<ObjectId, Found> = BTreeMap::new();
    let mut open = vec![head];
    while let Some(id) = open.pop() {
        if found.contains_key(&id) {
            continue;
        }
        let bytes = objects.object(ObjectKind::Commit, id)?;
        let raw = RawCommit::parse(&bytes).map_err(|what| objects.damaged(ObjectKind::Commit, id, what))?;
        let parents = grafts.get(&id).unwrap_or(&raw.parents).clone();
        let truncated = parents.is_empty() && !raw.parents.is_empty();
        open.extend(parents.iter().rev().filter(|parent| !found.contains_key(parent)));
        let commit = Commit {
            id: CommitId::new(&id.to_string()),
            parents: parents.iter().map(|parent| CommitId::new(&parent.to_string())).collect(),
            author: names.stamp(raw.author),
            committer: names.stamp(raw.committer),
            message: text(raw.message, raw.latin).into(),
            signature: if raw.signed { unchecked() } else { SignatureState::Unsigned },
            truncated,
        };
        found.insert(id, Found { commit, tree: raw.tree, parents });
    }
    Ok(in_order(head, found))
}

/// What is said of a signature at which nobody has looked.
fn unchecked() -> SignatureState {
    SignatureState::Unchecked { reason: "the commit changes no part of the project".into() }
}

fn in_order(head: ObjectId, mut found: BTreeMap<ObjectId, Found>) -> Walk {
    let mut followers: BTreeMap<ObjectId, usize> = BTreeMap::new();
    for parent in found.values().flat_map(|commit| &commit.parents) {
        *followers.entry(*parent).or_default() += 1;
    }
    let mut places: BTreeMap<ObjectId, usize> = BTreeMap::new();
    let mut ready = BinaryHeap::from([(i64::MAX, head)]);
    let mut ordered: Vec<(ObjectId, Found)> = Vec::with_capacity(found.len());
    while let Some((_, id)) = ready.pop() {
        let Some(commit) = found.remove(&id) else {
            continue;
        };
        for parent in &commit.parents {
            let left = followers.entry(*parent).or_default();
            *left = left.saturating_sub(1);
            if let (0, Some(next)) = (*left, found.get(parent)) {
                ready.push((next.commit.committer.at.unix(), *parent));
            }
        }
        places.insert(id, ordered.len());
        ordered.push((id, commit));
    }
    let mut walk = Walk::default();
    for (id, commit) in ordered {
        let parents = commit.parents.iter().filter_map(|parent| places.get(parent).copied()).collect();
        walk.nodes.push(Node { id, tree: commit.tree, parents });
        walk.commits.push(commit.commit);
    }
    walk
}

/// Names and addresses, each kept once however often it stands.
#[derive(Default)]
struct Names(BTreeMap<Box<[u8]>, Arc<str>>);

impl Names {
    fn stamp(&mut self, raw: RawStamp<'_>) -> Stamp {
        Stamp { name: self.name(raw.name), email: self.name(raw.email), at: instant(raw) }
    }

    fn name(&mut self, bytes: &[u8]) -> Arc<str> {
        if let Some(name) = self.0.get(bytes) {
            return Arc::clone(name);
        }
        let name: Arc<str> = String::from_utf8_lossy(bytes).into();
        self.0.insert(bytes.into(), Arc::clone(&name));
        name
    }
}

/// A date that no calendar holds is moved to the nearest that can be written, so that an odd commit does not hide all others.
pub(super) fn instant(raw: RawStamp<'_>) -> Instant {
    const EARLIEST: i64 = -2_208_902_400; // 1900-01-02T00:00:00Z
    const LATEST: i64 = 253_402_214_400; // 9999-12-31T00:00:00Z
    let seconds = raw.seconds.clamp(EARLIEST, LATEST);
    let at = Instant::from_unix(seconds, raw.offset).or_else(|_| Instant::from_unix(seconds, 0));
    at.expect("the seconds lie within the years that can be written")
}

/// Bytes as text; each byte is a letter where the commit says so and the bytes are no UTF-8.
fn text(bytes: &[u8], latin: bool) -> String {
    match str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) if latin => bytes.iter().map(|byte| char::from(*byte)).collect(),
        Err(_) => String::from_utf8_lossy(bytes).into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::memory::{MemoryObjects, id_of};

    fn order(walk: &Walk) -> Vec<u8> {
        walk.nodes.iter().map(|node| node.id.as_bytes()[0]).collect()
    }

    #[test]
    fn each_commit_stands_before_what_it_follows_and_the_newest_of_several_first() {
        let mut objects = MemoryObjects::default();
        let root = objects.commit(1, &[], 100);
        // Clocks go wrong: this one is older than what it follows.
        let left = objects.commit(1, &[root], 50);
        let right = objects.commit(1, &[root], 70);
        let twin = objects.commit(1, &[root], 70);
        let merge = objects.commit(1, &[left, right, twin], 60);
        let walk = walk(&objects, id_of(merge), &Grafts::new()).expect("all commits are there");
        assert_eq!(order(&walk), [merge, right, twin, left, root]);
        assert_eq!(walk.nodes[0].parents, [3, 1, 2]);
    }

    #[test]
    fn a_grafted_commit_ends_the_history_and_says_so() {
        let mut objects = MemoryObjects::default();
        let lost = objects.commit(1, &[], 1);
        let edge = objects.commit(1, &[lost], 2);
        let head = objects.commit(1, &[edge], 3);
        let mut grafts = Grafts::new();
        read_grafts(format!("{}\n\nno id\n", id_of(edge)).as_bytes(), &mut grafts);
        let walk = walk(&objects, id_of(head), &grafts).expect("all commits are there");
        assert_eq!(order(&walk), [head, edge]);
        assert_eq!(walk.commits.iter().map(|commit| commit.truncated).collect::<Vec<_>>(), [false, true]);
    }

    #[test]
    fn a_missing_parent_is_a_failure() {
        let mut objects = MemoryObjects::default();
        let head = objects.commit(1, &[9], 3);
        let failure = walk(&objects, id_of(head), &Grafts::new()).expect_err("the parent is not there");
        assert!(failure.to_string().contains(&format!("commit {}", id_of(9))), "{failure}");
    }

    #[test]
    fn impossible_dates_are_moved_to_possible_ones() {
        let raw = |seconds, offset| RawStamp { seconds, offset, ..RawStamp::default() };
        assert_eq!(instant(raw(i64::MAX, 0)).utc_text(), "9999-12-31T00:00:00Z");
        assert_eq!(instant(raw(i64::MIN, -720)).utc_text(), "1900-01-02T00:00:00Z");
        assert_eq!(instant(raw(0, 5999)).to_string(), "1970-01-01T00:00:00Z");
    }

    #[test]
    fn latin_messages_are_read_where_the_commit_says_so() {
        assert_eq!(text(b"Ma\xdfnahme", true), "Maßnahme");
        assert_eq!(text(b"Ma\xdfnahme", false), "Ma\u{fffd}nahme");
        assert_eq!(text("Maßnahme".as_bytes(), true), "Maßnahme");
    }
}
