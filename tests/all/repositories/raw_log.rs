//! What `git log --raw` says, taken apart: the witness against which the pass over a repository is held.

use crate::repositories::Repository;

/// The folders and files that a project consists of.
const PATHS: [&str; 3] = ["metrics", "content", "tickmark.yaml"];

/// One path in one commit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Raw {
    pub(crate) commit: String,
    pub(crate) path: String,
    /// The blob in each of the states that the commit is compared with.
    pub(crate) before: Vec<Option<String>>,
    /// The blob in the commit.
    pub(crate) after: Option<String>,
}

/// Every commit against its parent, and merges where they differ from all parents.
pub(crate) fn combined(repository: &Repository) -> Vec<Raw> {
    log(repository, &["--full-history", "-c"])
}

/// The main line, each commit against what stood there before.
pub(crate) fn first_parent(repository: &Repository) -> Vec<Raw> {
    log(repository, &["--first-parent", "--diff-merges=first-parent"])
}

/// Every commit with its parents, in git's own order: each before its parents, of several the youngest first.
pub(crate) fn graph(repository: &Repository) -> Vec<(String, Vec<String>)> {
    let said = repository.git(&["log", "--date-order", "--format=%H %P"]);
    let said = String::from_utf8(said).expect("ids are text");
    let ids = said.lines().map(|line| line.split(' ').map(str::to_owned).filter(|id| !id.is_empty()));
    ids.map(|mut ids| (ids.next().expect("an id"), ids.collect())).collect()
}

fn log(repository: &Repository, options: &[&str]) -> Vec<Raw> {
    let fixed = ["log", "--raw", "--no-renames", "--no-abbrev", "--root", "--format=commit %H"];
    let said = repository.git(&[&fixed, options, &["--"], &PATHS].concat());
    let said = String::from_utf8(said).expect("these paths are text");
    let mut commit = String::new();
    let mut all = Vec::new();
    for line in said.lines() {
        if let Some(id) = line.strip_prefix("commit ") {
            id.clone_into(&mut commit);
        } else if line.starts_with(':') {
            all.push(raw(&commit, line));
        }
    }
    all
}

/// Reads `:100644 100644 old new M<tab>path`, with one more colon, mode and id for each further parent.
fn raw(commit: &str, line: &str) -> Raw {
    let (head, path) = line.split_once('\t').expect("a path");
    let parents = head.len() - head.trim_start_matches(':').len();
    let ids: Vec<&str> = head.split(' ').skip(parents + 1).take(parents + 1).collect();
    let mut ids: Vec<Option<String>> = ids.iter().map(|id| id.bytes().any(|digit| digit != b'0').then(|| (*id).to_owned())).collect();
    let after = ids.pop().expect("the id after the change");
    Raw { commit: commit.to_owned(), path: path.to_owned(), before: ids, after }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_against_one_parent_is_read() {
        let read = raw("c", &format!(":100644 000000 {} {} D\ta b.yaml", "1".repeat(40), "0".repeat(40)));
        assert_eq!((read.path.as_str(), read.before, read.after), ("a b.yaml", vec![Some("1".repeat(40))], None));
    }

    #[test]
    fn a_change_against_two_parents_is_read() {
        let read = raw("c", "::100644 000000 100644 1a 00 3c MA\tx");
        assert_eq!((read.before, read.after), (vec![Some("1a".to_owned()), None], Some("3c".to_owned())));
    }
}
