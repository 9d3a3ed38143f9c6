//! The main log of each part of a project, from what the commits did to its files.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::chain::Chain;
use super::commit::BlobId;
use super::compare::PathEvent;
use super::past::{Edit, FileState, LogEntry, Part};
use super::tree::Pointer;
use crate::source::part_of;

/// The files of a part by path. There should be one; of several the first by name counts, as everywhere.
type Files = BTreeMap<Arc<str>, BlobId>;

/// Writes logs entry by entry, the oldest first.
#[derive(Clone, Debug, Default)]
pub(super) struct Logs {
    files: BTreeMap<Part, Files>,
    entries: BTreeMap<Part, Vec<LogEntry>>,
    paths: Paths,
}

/// Paths and what they mean, each worked out once.
#[derive(Clone, Debug, Default)]
struct Paths(BTreeMap<Box<[u8]>, Meaning>);

/// The part that a path belongs to, if any, and the path as text.
type Meaning = Option<(Part, Arc<str>)>;

impl Paths {
    fn part(&mut self, path: &[u8]) -> Option<&(Part, Arc<str>)> {
        if !self.0.contains_key(path) {
            let meaning = str::from_utf8(path).ok().and_then(|text| Some((Part::from(part_of(text)?), Arc::from(text))));
            self.0.insert(path.into(), meaning);
        }
        self.0.get(path).and_then(Option::as_ref)
    }

    /// What one commit did, by part.
    fn by_part(&mut self, events: &[PathEvent]) -> BTreeMap<Part, Vec<Change>> {
        let mut parts: BTreeMap<Part, Vec<Change>> = BTreeMap::new();
        for event in events {
            if let Some((part, path)) = self.part(&event.path) {
                let state = |pointer: Option<Pointer>| {
                    let pointer = pointer.filter(|pointer| pointer.is_file())?;
                    Some(FileState { path: Arc::clone(path), blob: BlobId::new(&pointer.id.to_string()) })
                };
                let change =
                    Change { path: Arc::clone(path), before: state(event.before), after: state(event.after), in_merge: event.in_merge };
                if change.before != change.after {
                    parts.entry(part.clone()).or_default().push(change);
                }
            }
        }
        parts
    }
}

/// What one commit did to one path of a part.
struct Change {
    path: Arc<str>,
    before: Option<FileState>,
    after: Option<FileState>,
    in_merge: bool,
}

impl Logs {
    /// Writes the logs of a chain from the events of all its commits.
    pub(super) fn of(chain: &Chain, events: &[Vec<PathEvent>], truncated: impl Fn(usize) -> bool) -> Self {
        let mut sides: Vec<Vec<usize>> = vec![Vec::new(); chain.main.len()];
        for (position, place) in chain.brought_by.iter().enumerate() {
            // Where the history of a side branch ends, everything looks new, and nothing is known of who wrote it.
            if !chain.is_main(position) && !events[position].is_empty() && !truncated(position) {
                sides[*place].push(position);
            }
        }
        let mut logs = Self::default();
        for (place, position) in chain.main.iter().enumerate().rev() {
            let side = if events[*position].is_empty() { BTreeMap::new() } else { logs.side(&sides[place], events) };
            logs.add(Some(*position), &events[*position], side);
        }
        logs
    }

    /// Adds what one commit of the main line did, or what is not committed yet.
    pub(super) fn add(&mut self, commit: Option<usize>, events: &[PathEvent], mut side: BTreeMap<Part, Vec<Edit>>) {
        for (part, changes) in self.paths.by_part(events) {
            let files = self.files.entry(part.clone()).or_default();
            let before = first_of(files);
            let in_merge = changes.iter().any(|change| change.in_merge);
            for change in changes {
                match change.after {
                    Some(after) => files.insert(change.path, after.blob),
                    None => files.remove(&change.path),
                };
            }
            let after = first_of(files);
            if before != after {
                let side = side.remove(&part).unwrap_or_default();
                let edit = Edit { commit, before, after, in_merge };
                self.entries.entry(part).or_default().push(LogEntry { edit, side });
            }
        }
    }

    /// What the commits of side branches did, the newest first.
    fn side(&mut self, positions: &[usize], events: &[Vec<PathEvent>]) -> BTreeMap<Part, Vec<Edit>> {
        let mut parts: BTreeMap<Part, Vec<Edit>> = BTreeMap::new();
        for position in positions {
            for (part, changes) in self.paths.by_part(&events[*position]) {
                let in_merge = changes.iter().any(|change| change.in_merge);
                let before = changes.iter().find_map(|change| change.before.clone());
                let after = changes.iter().find_map(|change| change.after.clone());
                parts.entry(part).or_default().push(Edit { commit: Some(*position), before, after, in_merge });
            }
        }
        parts
    }

    /// The logs, the newest entry first.
    pub(super) fn finish(mut self) -> BTreeMap<Part, Vec<LogEntry>> {
        self.entries.values_mut().for_each(|log| log.reverse());
        self.entries
    }
}

fn first_of(files: &Files) -> Option<FileState> {
    files.first_key_value().map(|(path, blob)| FileState { path: Arc::clone(path), blob: blob.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::memory::id_of;
    use crate::history::walk::Node;

    const OLD: &str = "metrics/definitions/wait.yaml";
    const NEW: &str = "metrics/definitions/voice/wait.yaml";

    fn event(path: &str, before: u8, after: u8) -> PathEvent {
        let pointer = |seed: u8| (seed > 0).then(|| Pointer { mode: 0o100_644, id: id_of(seed) });
        PathEvent { path: path.as_bytes().into(), before: pointer(before), after: pointer(after), in_merge: false }
    }

    fn node(parents: &[usize]) -> Node {
        Node { id: id_of(1), tree: id_of(1), parents: parents.to_vec() }
    }

    fn told(edit: &Edit) -> String {
        let state = |state: &Option<FileState>| {
            state.as_ref().map_or("-".to_owned(), |state| {
                format!("{} {}", state.path.rsplit_once("definitions/").map_or("", |p| p.1), &state.blob.as_str()[..2])
            })
        };
        let commit = edit.commit.map_or("now".to_owned(), |commit| commit.to_string());
        format!("{commit}: {} > {}{}", state(&edit.before), state(&edit.after), if edit.in_merge { " in merge" } else { "" })
    }

    fn log(nodes: &[Node], events: &[Vec<PathEvent>]) -> Vec<String> {
        let logs = Logs::of(&Chain::of(nodes), events, |_| false).finish();
        assert!(logs.len() <= 1, "one part");
        let entries = logs.values().flatten();
        entries
            .flat_map(|entry| std::iter::once(told(&entry.edit)).chain(entry.side.iter().map(|edit| format!("  {}", told(edit)))))
            .collect()
    }

    #[test]
    fn a_file_that_goes_and_comes_elsewhere_was_moved() {
        let events = [vec![event(NEW, 0, 2), event(OLD, 1, 0)], vec![event(OLD, 0, 1)]];
        assert_eq!(log(&[node(&[1]), node(&[])], &events), ["0: wait.yaml 01 > voice/wait.yaml 02", "1: - > wait.yaml 01"]);
    }

    #[test]
    fn a_second_file_of_a_record_changes_nothing_until_the_first_goes() {
        let second = "metrics/definitions/zoo/wait.yaml";
        let events = [vec![event(OLD, 1, 0)], vec![event(second, 0, 2)], vec![event(OLD, 0, 1)]];
        let nodes = [node(&[1]), node(&[2]), node(&[])];
        assert_eq!(log(&nodes, &events), ["0: wait.yaml 01 > zoo/wait.yaml 02", "2: - > wait.yaml 01"]);
    }

    #[test]
    fn a_change_of_permissions_alone_is_no_edit() {
        let mut event = event(OLD, 1, 1);
        event.after = Some(Pointer { mode: 0o100_755, id: id_of(1) });
        assert_eq!(log(&[node(&[])], &[vec![event]]), [""; 0]);
    }

    #[test]
    fn a_link_in_place_of_a_record_removes_it() {
        let mut linked = event(OLD, 1, 2);
        linked.after = Some(Pointer { mode: 0o120_000, id: id_of(2) });
        let events = [vec![linked], vec![event(OLD, 0, 1)]];
        assert_eq!(log(&[node(&[1]), node(&[])], &events), ["0: wait.yaml 01 > -", "1: - > wait.yaml 01"]);
    }

    #[test]
    fn a_merge_unfolds_to_what_it_brought_in() {
        let events = [vec![event(OLD, 1, 3)], vec![], vec![event(OLD, 2, 3)], vec![event(OLD, 1, 2)], vec![event(OLD, 0, 1)]];
        let nodes = [node(&[1, 2]), node(&[4]), node(&[3]), node(&[4]), node(&[])];
        let expected = [
            "0: wait.yaml 01 > wait.yaml 03",
            "  2: wait.yaml 02 > wait.yaml 03",
            "  3: wait.yaml 01 > wait.yaml 02",
            "4: - > wait.yaml 01",
        ];
        assert_eq!(log(&nodes, &events), expected);
    }

    #[test]
    fn what_is_not_committed_comes_first() {
        let events = [vec![event(OLD, 0, 1)]];
        let mut logs = Logs::of(&Chain::of(&[node(&[])]), &events, |_| false);
        logs.add(None, &[event(OLD, 1, 5)], BTreeMap::new());
        let logs = logs.finish();
        let log: Vec<String> = logs.values().flatten().map(|entry| told(&entry.edit)).collect();
        assert_eq!(log, ["now: wait.yaml 01 > wait.yaml 05", "0: - > wait.yaml 01"]);
    }

    #[test]
    fn paths_that_mean_nothing_are_left_out() {
        let mut odd = event("metrics/definitions/Bad Name.yaml", 0, 1);
        assert_eq!(log(&[node(&[])], &[vec![odd.clone()]]), [""; 0]);
        odd.path = b"metrics/definitions/\xff.yaml".as_slice().into();
        assert_eq!(log(&[node(&[])], &[vec![odd]]), [""; 0]);
    }
}
