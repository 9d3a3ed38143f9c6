//! The past of a project as the pass over its repository finds it, held against what `git` itself says.

mod kinds_of_repositories;
mod same_as_git;
mod uncommitted;
mod what_is_missing;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Mutex;

use tickmark::diag::Failure;
use tickmark::history::{Edit, EventCache, FileState, NoCache, Part, Past, PastOptions, read_past};
use tickmark::model::{Id, Kind};

/// The file of a metric.
pub(crate) const WAIT: &str = "metrics/definitions/wait.yaml";

/// The past of what is committed.
fn past(folder: &Path) -> Past {
    tried(folder).unwrap_or_else(|failure| panic!("{failure}")).expect("a history")
}

fn tried(folder: &Path) -> Result<Option<Past>, Failure> {
    read_past(folder, &PastOptions::default(), &NoCache)
}

/// What reading says of a repository that it refuses: message and help.
fn refused(folder: &Path) -> (String, String) {
    let failure = tried(folder).expect_err("this repository cannot be read");
    (failure.to_string(), failure.help().unwrap_or_default().to_owned())
}

fn metric(id: &str) -> Part {
    Part::record(Kind::Metric, &Id::parse(id).expect("an id"))
}

/// The log of a metric, each entry as `subject: path before > path after`, with the entries of side branches below it.
fn told(past: &Past, id: &str) -> Vec<String> {
    let line = |edit: &Edit| {
        let subject = past.commit(edit).map_or("not committed", |commit| commit.subject());
        let path =
            |state: &Option<FileState>| state.as_ref().map_or("-".to_owned(), |state| state.path.replace("metrics/definitions/", ""));
        format!("{subject}: {} > {}{}", path(&edit.before), path(&edit.after), if edit.in_merge { ", in the merge" } else { "" })
    };
    let entries = past.log(&metric(id)).iter();
    entries.flat_map(|entry| std::iter::once(line(&entry.edit)).chain(entry.side.iter().map(|edit| format!("  {}", line(edit))))).collect()
}

/// A cache in memory.
#[derive(Default)]
struct MemoryCache(Mutex<BTreeMap<String, Vec<u8>>>);

impl EventCache for MemoryCache {
    fn load(&self, name: &str) -> Option<Vec<u8>> {
        self.0.lock().expect("one thread").get(name).cloned()
    }

    fn store(&self, name: &str, bytes: &[u8]) {
        self.0.lock().expect("one thread").insert(name.to_owned(), bytes.to_owned());
    }
}
