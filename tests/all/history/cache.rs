//! The cache of events: whatever becomes of it, the past is the same.

use super::*;
use crate::repositories::generate;

/// Something that befalls what is kept.
type Change<'c> = &'c dyn Fn(&mut Vec<u8>);

/// A cache in memory that counts what was asked of it.
#[derive(Default)]
pub(super) struct Kept {
    bytes: Mutex<BTreeMap<String, Vec<u8>>>,
    stored: Mutex<usize>,
}

impl EventCache for Kept {
    fn load(&self, name: &str) -> Option<Vec<u8>> {
        self.bytes.lock().expect("one thread").get(name).cloned()
    }

    fn store(&self, name: &str, bytes: &[u8]) {
        *self.stored.lock().expect("one thread") += 1;
        self.bytes.lock().expect("one thread").insert(name.to_owned(), bytes.to_owned());
    }
}

impl Kept {
    /// Does something to everything that is kept.
    fn each(&self, change: impl Fn(&mut Vec<u8>)) {
        self.bytes.lock().expect("one thread").values_mut().for_each(change);
    }

    fn stored(&self) -> usize {
        *self.stored.lock().expect("one thread")
    }
}

fn with(repository: &Repository, cache: &Kept) -> Past {
    read_past(repository.folder(), &PastOptions::default(), cache).expect("no failure").expect("a past")
}

#[test]
fn a_warm_run_gives_the_past_of_a_cold_one_and_writes_nothing() {
    let repository = generate(1, 120);
    let cache = Kept::default();
    let cold = with(&repository, &cache);
    assert!(cache.stored() > 0);
    let stored = cache.stored();
    assert_eq!(with(&repository, &cache), cold);
    assert_eq!(cache.stored(), stored);
    assert_eq!(cold, past(repository.folder()));
}

#[test]
fn a_cache_may_be_lost_cut_or_changed() {
    let repository = generate(2, 60);
    let cache = Kept::default();
    let cold = with(&repository, &cache);
    let changes: [Change; 6] = [
        &Vec::clear,
        &|bytes| bytes.truncate(bytes.len() / 2),
        &|bytes| bytes.truncate(bytes.len() - 1),
        &|bytes| bytes.iter_mut().step_by(7).for_each(|byte| *byte ^= 0x55),
        &|bytes| {
            let middle = bytes.len() / 2;
            bytes[middle] ^= 1;
        },
        &|bytes| *bytes = b"something else altogether".to_vec(),
    ];
    for (number, change) in changes.iter().enumerate() {
        cache.each(change);
        assert_eq!(with(&repository, &cache), cold, "change {number}");
    }
    cache.bytes.lock().expect("one thread").clear();
    assert_eq!(with(&repository, &cache), cold);
}

#[test]
fn new_commits_are_added_to_what_is_known() {
    let repository = generate(3, 60);
    let cache = Kept::default();
    with(&repository, &cache);
    repository.write(WAIT, text("New")).commit("Later");
    assert_eq!(with(&repository, &cache), past(repository.folder()));
}

#[test]
fn a_rewritten_history_is_read_as_it_is_now() {
    let repository = generate(4, 60);
    let cache = Kept::default();
    with(&repository, &cache);
    repository.git(&["reset", "-q", "--hard", "HEAD~1"]);
    repository.write(WAIT, text("Another way")).commit("Instead");
    assert_eq!(with(&repository, &cache), past(repository.folder()));
}

#[test]
fn a_commit_is_read_anew_where_it_moved_from_a_side_branch_into_the_main_line() {
    let repository = generate(5, 90);
    let cache = Kept::default();
    with(&repository, &cache);
    let second = repository.text(&["rev-list", "--min-parents=2", "--first-parent", "HEAD"]);
    repository.git(&["checkout", "-q", "--detach", &format!("{second}^2")]);
    assert_eq!(with(&repository, &cache), past(repository.folder()));
}

#[test]
fn projects_of_one_repository_share_no_events() {
    let repository = Repository::new();
    repository.write(format!("one/{WAIT}"), text("One")).write(format!("two/{WAIT}"), text("Two")).commit("Begin");
    repository.write(format!("two/{WAIT}"), text("Three")).commit("Edit");
    let cache = Kept::default();
    for project in ["one", "two", "one"] {
        let folder = repository.folder().join(project);
        let read = read_past(&folder, &PastOptions::default(), &cache).expect("no failure").expect("a past");
        assert_eq!(read, past(&folder), "{project}");
    }
}

#[test]
fn what_is_not_committed_is_never_kept() {
    let repository = generate(6, 30);
    let cache = Kept::default();
    repository.write(WAIT, text("Not committed"));
    with(&repository, &cache);
    repository.remove(WAIT);
    assert_eq!(with(&repository, &cache), past(repository.folder()));
}
