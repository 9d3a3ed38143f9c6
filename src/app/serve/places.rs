//! What is watched for a project, and what it means that something happened at a path.
//!
//! Every event means "look again there": what it says of itself is not relied on. Knows nothing of how files are watched.

use std::path::{Component, Path, PathBuf};

use crate::source::is_working_file;

/// The folders of a project that are read.
const ROOTS: [&str; 4] = ["content", "extracts", "metrics", "themes"];
/// The settings of a project.
const SETTINGS: &str = "tickmark.yaml";

/// What has to be looked at again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Touch {
    /// A path of the project, and what lies below it.
    Path(String),
    /// The commit that is checked out.
    Head,
    /// A folder of the repository came or went.
    Repository,
    /// Everything.
    Everything,
}

/// Where a project and what belongs to it lie; all paths are without links.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    /// The project.
    pub(super) project: PathBuf,
    /// The folder in which its repository keeps what belongs to this work tree, and the one that all of them share.
    pub(super) repository: Option<(PathBuf, PathBuf)>,
    /// The report before this one.
    pub(super) previous: Option<PathBuf>,
}

/// A place to be watched.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// The file or folder.
    pub(super) path: PathBuf,
    /// Whether what lies below its folders counts, too.
    pub(super) deep: bool,
}

impl Places {
    /// Every place to be watched, whether something stands there or not.
    pub(super) fn all(&self) -> Vec<Place> {
        let flat = |path: &Path| Place { path: path.to_owned(), deep: false };
        let deep = |path: PathBuf| Place { path, deep: true };
        let mut all = vec![flat(&self.project)];
        all.extend(ROOTS.map(|root| deep(self.project.join(root))));
        if let Some((own, shared)) = &self.repository {
            all.extend([flat(own), flat(shared), deep(shared.join("refs"))]);
        }
        if let Some(previous) = &self.previous {
            all.push(flat(previous));
            all.extend(previous.parent().map(flat));
        }
        all.sort();
        all.dedup();
        all
    }

    /// The files and folders that decide what a report says, to be looked at one by one.
    pub(super) fn decisive(&self) -> Vec<PathBuf> {
        let mut all: Vec<PathBuf> = ROOTS.iter().chain(&[SETTINGS]).map(|root| self.project.join(root)).collect();
        if let Some((own, shared)) = &self.repository {
            all.extend([own.join("HEAD"), shared.join("packed-refs"), shared.join("shallow"), shared.join("refs")]);
        }
        all.extend(self.previous.clone());
        all
    }

    /// What has to be looked at again since something happened at a path; nothing where that does not matter.
    pub(super) fn touched(&self, path: &Path) -> Option<Touch> {
        // First, since a repository usually lies in the project.
        if let Some(touch) = self.in_repository(path) {
            return touch;
        }
        if let Some(previous) = &self.previous
            && path.starts_with(previous)
        {
            return Some(Touch::Everything);
        }
        let inside = path.strip_prefix(&self.project).ok()?;
        let names: Vec<_> = inside.components().filter_map(normal).collect();
        match names.first()? {
            first if first == ".git" => Some(Touch::Repository),
            first if first == SETTINGS || ROOTS.contains(&first.as_str()) => {
                (!names.iter().any(|name| is_working_file(name))).then(|| Touch::Path(names.join("/")))
            }
            _ => None,
        }
    }

    /// What an event in the repository touches; nothing at all for paths outside of it.
    #[expect(clippy::option_option, reason = "outside of the repository is another answer than inside and without meaning")]
    fn in_repository(&self, path: &Path) -> Option<Option<Touch>> {
        let (own, shared) = self.repository.as_ref()?;
        if path == own || path == shared {
            return Some(Some(Touch::Repository));
        }
        let inside = path.strip_prefix(own).or_else(|_| path.strip_prefix(shared)).ok()?;
        let is_lock = path.extension().is_some_and(|ending| ending == "lock");
        let matters = match inside.components().next().and_then(normal).as_deref() {
            Some("HEAD" | "packed-refs" | "shallow" | "refs") => !is_lock,
            _ => false,
        };
        Some(matters.then_some(Touch::Head))
    }
}

fn normal(component: Component<'_>) -> Option<String> {
    match component {
        Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places() -> Places {
        Places {
            project: PathBuf::from("/r/p"),
            repository: Some((PathBuf::from("/r/.git/worktrees/w"), PathBuf::from("/r/.git"))),
            previous: Some(PathBuf::from("/reports/last.zip")),
        }
    }

    fn touched(path: &str) -> Option<Touch> {
        places().touched(Path::new(path))
    }

    #[test]
    fn what_is_read_is_looked_at_again() {
        for path in ["tickmark.yaml", "content", "content/a.md", "metrics/definitions/a.yaml", "themes/own/templates", "extracts/a.csv"] {
            assert_eq!(touched(&format!("/r/p/{path}")), Some(Touch::Path(path.to_owned())));
        }
    }

    #[test]
    fn what_is_not_read_disturbs_nobody() {
        for path in
            ["/r/p", "/r/p/output/index.html", "/r/p/notes.md", "/r/p/content/.a.md.swp", "/r/p/content/a.md~", "/r/other", "/elsewhere"]
        {
            assert_eq!(touched(path), None, "{path}");
        }
    }

    #[test]
    fn of_the_repository_only_commits_and_their_names_count() {
        for path in ["/r/.git/worktrees/w/HEAD", "/r/.git/refs/heads/main", "/r/.git/packed-refs", "/r/.git/shallow"] {
            assert_eq!(touched(path), Some(Touch::Head), "{path}");
        }
        for path in
            ["/r/.git/index", "/r/.git/objects/ab", "/r/.git/worktrees/w/HEAD.lock", "/r/.git/refs/heads/main.lock", "/r/.git/tickmark/x"]
        {
            assert_eq!(touched(path), None, "{path}");
        }
    }

    #[test]
    fn a_repository_that_comes_or_goes_is_seen() {
        assert_eq!(touched("/r/p/.git"), Some(Touch::Repository));
        assert_eq!(touched("/r/.git"), Some(Touch::Repository));
    }

    #[test]
    fn another_report_before_this_one_touches_everything() {
        assert_eq!(touched("/reports/last.zip"), Some(Touch::Everything));
        assert_eq!(touched("/reports/other.zip"), None);
    }

    #[test]
    fn every_folder_is_watched_once() {
        let all = Places { repository: Some((PathBuf::from("/r/p/.git"), PathBuf::from("/r/p/.git"))), ..places() }.all();
        assert_eq!(all.iter().filter(|place| place.path == Path::new("/r/p/.git")).count(), 1);
        assert!(all.contains(&Place { path: PathBuf::from("/r/p/.git/refs"), deep: true }));
        assert!(all.contains(&Place { path: PathBuf::from("/r/p"), deep: false }));
    }
}
