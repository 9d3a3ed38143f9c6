//! What a commit did to the files of a project, from the trees before and after it.
//!
//! A merge is compared with all that it merges at once, so that content which stands in none of it is told apart.

use std::sync::Arc;

use super::objects::ObjectId;
use super::tree::{Entries, Pointer, TreeEntry, Trees};
use crate::diag::Failure;

/// The entries of a project's folder that hold its records and results.
pub(super) const WATCHED: [&[u8]; 3] = [b"content", b"metrics", b"tickmark.yaml"];

/// What the watched entries point at in one commit.
pub(super) type Watched = [Option<Pointer>; WATCHED.len()];

/// What one commit did to one path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PathEvent {
    /// Path relative to the project.
    pub(super) path: Box<[u8]>,
    /// What stood there in the first parent.
    pub(super) before: Option<Pointer>,
    /// What stands there now.
    pub(super) after: Option<Pointer>,
    /// Whether a merge differs here from all that it merges.
    pub(super) in_merge: bool,
}

/// What stands in a work tree and in no commit.
#[derive(Clone, Debug, Default)]
pub(super) struct Uncommitted {
    /// Whether any file that decides what a report says differs from what is committed.
    pub(super) changed: bool,
    /// What became of the files of records and results.
    pub(super) events: Vec<PathEvent>,
}

/// With what a merge is compared; for any other commit the two are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Comparison {
    /// With its first parent: what changed on this line of history.
    FirstParent,
    /// With all parents: only what differs from each of them.
    AllParents,
}

/// Finds the watched entries of a project below the root of a commit.
pub(super) fn watched(trees: &mut Trees<'_>, root: ObjectId, folder: &[Vec<u8>]) -> Result<Watched, Failure> {
    let mut tree = root;
    for part in folder {
        match trees.entry(tree, part)? {
            Some(pointer) if pointer.is_tree() => tree = pointer.id,
            _ => return Ok(Watched::default()),
        }
    }
    let bytes = trees.read(tree)?;
    let mut found = Watched::default();
    for entry in Entries::of(&bytes) {
        if let Some(place) = WATCHED.iter().position(|name| *name == entry.name) {
            found[place] = Some(entry.pointer);
        }
    }
    Ok(found)
}

/// Compares a commit with what it follows; without parents everything is new. Events come in the order of git.
pub(super) fn compare(trees: &mut Trees<'_>, now: &Watched, parents: &[Watched], with: Comparison) -> Result<Vec<PathEvent>, Failure> {
    let mut walk = Walk { trees, with, merge: parents.len() > 1, path: Vec::new(), events: Vec::new() };
    for (place, name) in WATCHED.iter().enumerate() {
        let first = parents.first().and_then(|parent| parent[place]);
        let others: Vec<Option<Pointer>> = parents.iter().skip(1).map(|parent| parent[place]).collect();
        // An entry that became a folder, or was one, is two things at one name.
        for folder in [false, true] {
            let of_kind = |pointer: Option<Pointer>| pointer.filter(|pointer| pointer.is_tree() == folder);
            let others: Vec<Option<Pointer>> = others.iter().map(|other| of_kind(*other)).collect();
            walk.entry(name, of_kind(now[place]), of_kind(first), &others)?;
        }
    }
    Ok(walk.events)
}

struct Walk<'t, 'o> {
    trees: &'t mut Trees<'o>,
    with: Comparison,
    merge: bool,
    path: Vec<u8>,
    events: Vec<PathEvent>,
}

impl Walk<'_, '_> {
    /// Looks at one name, either as a folder in all places or as something else in all.
    fn entry(&mut self, name: &[u8], now: Option<Pointer>, first: Option<Pointer>, others: &[Option<Pointer>]) -> Result<(), Failure> {
        if now == first {
            return Ok(());
        }
        let in_merge = self.merge && others.iter().all(|other| *other != now);
        if self.merge && !in_merge && self.with == Comparison::AllParents {
            return Ok(());
        }
        let length = self.path.len();
        self.path.extend_from_slice(name);
        if now.or(first).is_some_and(Pointer::is_tree) {
            self.path.push(b'/');
            self.folder(now, first, others)?;
        } else {
            self.events.push(PathEvent { path: self.path.as_slice().into(), before: first, after: now, in_merge });
        }
        self.path.truncate(length);
        Ok(())
    }

    fn folder(&mut self, now: Option<Pointer>, first: Option<Pointer>, others: &[Option<Pointer>]) -> Result<(), Failure> {
        let (now, first) = (self.bytes(now)?, self.bytes(first)?);
        let others = others.iter().map(|other| self.bytes(*other)).collect::<Result<Vec<_>, _>>()?;
        let (mut now, mut first) = (Entries::of(&now).peekable(), Entries::of(&first).peekable());
        let mut others: Vec<_> = others.iter().map(|bytes| Entries::of(bytes).peekable()).collect();
        let mut pointers = vec![None; others.len()];
        loop {
            let entry = match (now.peek(), first.peek()) {
                (Some(new), Some(old)) if old.order(new).is_lt() => *old,
                (Some(new), _) => *new,
                (None, Some(old)) => *old,
                (None, None) => return Ok(()),
            };
            let new = take(&mut now, &entry);
            let old = take(&mut first, &entry);
            if new == old {
                continue;
            }
            for (pointer, other) in pointers.iter_mut().zip(&mut others) {
                *pointer = take(other, &entry);
            }
            self.entry(entry.name, new, old, &pointers)?;
        }
    }

    fn bytes(&mut self, pointer: Option<Pointer>) -> Result<Arc<[u8]>, Failure> {
        pointer.map_or_else(|| Ok(Arc::default()), |pointer| self.trees.read(pointer.id))
    }
}

/// What the entries hold at the place of `entry`; all before it is passed over.
fn take(entries: &mut std::iter::Peekable<Entries<'_>>, entry: &TreeEntry<'_>) -> Option<Pointer> {
    while entries.next_if(|next| next.order(entry).is_lt()).is_some() {}
    entries.next_if(|next| next.order(entry).is_eq()).map(|next| next.pointer)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::memory::{MemoryObjects, id_of};

    const FILE: u32 = 0o100_644;
    const FOLDER: u32 = 0o040_000;

    /// Commits as the files of `metrics`.
    fn project(objects: &mut MemoryObjects, files: &[(&str, u32, u8)]) -> Watched {
        let metrics = objects.tree(files);
        [None, Some(Pointer { mode: FOLDER, id: id_of(metrics) }), None]
    }

    fn told(objects: &MemoryObjects, now: &Watched, parents: &[Watched], with: Comparison) -> Vec<String> {
        let mut trees = Trees::new(objects, 10_000);
        let events = compare(&mut trees, now, parents, with).expect("all trees are there");
        let seed = |pointer: Option<Pointer>| pointer.map_or("-".to_owned(), |pointer| pointer.id.as_bytes()[0].to_string());
        let line = |event: &PathEvent| {
            let path = String::from_utf8_lossy(&event.path).into_owned();
            format!("{path} {} {}{}", seed(event.before), seed(event.after), if event.in_merge { " in merge" } else { "" })
        };
        events.iter().map(line).collect()
    }

    #[test]
    fn a_commit_shows_what_differs_from_its_parent() {
        let mut objects = MemoryObjects::default();
        let before = project(&mut objects, &[("a", FILE, 1), ("b", FILE, 2), ("c", FILE, 3)]);
        let after = project(&mut objects, &[("a", FILE, 1), ("b", FILE, 4), ("d", FILE, 5)]);
        let told = told(&objects, &after, &[before], Comparison::AllParents);
        assert_eq!(told, ["metrics/b 2 4", "metrics/c 3 -", "metrics/d - 5"]);
    }

    #[test]
    fn a_root_shows_everything() {
        let mut objects = MemoryObjects::default();
        let inner = objects.tree(&[("x", FILE, 1)]);
        let after = project(&mut objects, &[("a", FILE, 2), ("f", FOLDER, inner)]);
        assert_eq!(told(&objects, &after, &[], Comparison::FirstParent), ["metrics/a - 2", "metrics/f/x - 1"]);
    }

    #[test]
    fn a_file_that_becomes_a_folder_goes_and_comes() {
        let mut objects = MemoryObjects::default();
        let inner = objects.tree(&[("x", FILE, 1)]);
        let before = project(&mut objects, &[("a", FILE, 2), ("a.b", FILE, 3)]);
        let after = project(&mut objects, &[("a.b", FILE, 3), ("a", FOLDER, inner)]);
        assert_eq!(told(&objects, &after, &[before], Comparison::FirstParent), ["metrics/a 2 -", "metrics/a/x - 1"]);
    }

    #[test]
    fn a_merge_tells_what_stands_in_none_of_its_parents() {
        let mut objects = MemoryObjects::default();
        let ours = project(&mut objects, &[("a", FILE, 1), ("b", FILE, 2), ("gone", FILE, 9)]);
        let theirs = project(&mut objects, &[("a", FILE, 3), ("b", FILE, 2), ("gone", FILE, 9)]);
        let merge = project(&mut objects, &[("a", FILE, 3), ("b", FILE, 7), ("new", FILE, 8)]);
        assert_eq!(
            told(&objects, &merge, &[ours, theirs], Comparison::FirstParent),
            ["metrics/a 1 3", "metrics/b 2 7 in merge", "metrics/gone 9 - in merge", "metrics/new - 8 in merge"]
        );
        assert_eq!(
            told(&objects, &merge, &[ours, theirs], Comparison::AllParents),
            ["metrics/b 2 7 in merge", "metrics/gone 9 - in merge", "metrics/new - 8 in merge"]
        );
    }

    #[test]
    fn a_merge_that_takes_each_file_from_one_side_holds_nothing_of_its_own() {
        let mut objects = MemoryObjects::default();
        let sides = [[("a", FILE, 1), ("b", FILE, 1)], [("a", FILE, 2), ("b", FILE, 1)], [("a", FILE, 1), ("b", FILE, 3)]];
        let parents = sides.map(|files| project(&mut objects, &files));
        let merge = project(&mut objects, &[("a", FILE, 2), ("b", FILE, 3)]);
        assert_eq!(told(&objects, &merge, &parents, Comparison::AllParents), [""; 0]);
        assert_eq!(told(&objects, &merge, &parents, Comparison::FirstParent), ["metrics/a 1 2", "metrics/b 1 3"]);
    }

    #[test]
    fn a_project_in_a_sub_folder_is_found() {
        let mut objects = MemoryObjects::default();
        let metrics = objects.tree(&[("a", FILE, 1)]);
        let project = objects.tree(&[("metrics", FOLDER, metrics), ("tickmark.yaml", FILE, 2)]);
        let root = objects.tree(&[("quality", FOLDER, project), ("README", FILE, 3)]);
        let mut trees = Trees::new(&objects, 10_000);
        let found = watched(&mut trees, id_of(root), &[b"quality".to_vec()]).expect("all trees are there");
        assert_eq!(found.map(|entry| entry.map(|pointer| pointer.id)), [None, Some(id_of(metrics)), Some(id_of(2))]);
        let elsewhere = watched(&mut trees, id_of(root), &[b"README".to_vec()]).expect("all trees are there");
        assert_eq!(elsewhere, Watched::default());
    }
}
