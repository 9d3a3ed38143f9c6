//! Why a repository is not read, and the one step that mends it.

use std::path::Path;

use crate::diag::Failure;

/// What is said of a repository that git would not open; `owned` is its root where it belongs to somebody else.
pub(super) fn refusal(project: &str, message: &str, owned: Option<&Path>) -> Failure {
    let refused = |message: &str, help: String| Failure::GitRefused { path: project.to_owned(), message: message.to_owned(), help };
    if let Some(root) = owned {
        let root = root.display().to_string().replace('\'', "'\\''");
        let help = format!("if you trust its owner, run `git config --global --add safe.directory '{root}'`");
        return refused("it belongs to another user of this machine", help);
    }
    let said = message.to_lowercase().replace([' ', '_'], "");
    if said.contains("objectformat") {
        let help = "build from a clone whose objects are named by SHA-1".to_owned();
        return refused("its objects are named by SHA-256, which cannot be read yet", help);
    }
    if said.contains("refstorage") || said.contains("reftable") {
        let help = "run `git refs migrate --ref-format=files` in the repository".to_owned();
        return refused("its references are kept as a reftable, which cannot be read yet", help);
    }
    Failure::Git { path: project.to_owned(), message: message.to_owned() }
}

/// What is said of an object that is not there.
pub(super) fn lost(project: &str, object: &str, partial: bool, shallow: bool) -> Failure {
    let help = match (partial, shallow) {
        (true, _) => "run `git fetch --refetch --no-filter` to fetch what was left out when the repository was cloned",
        (_, true) => "run `git fetch --unshallow` to fetch the whole history",
        _ => "run `git fsck` to see what else is missing, and fetch or clone the repository anew",
    };
    Failure::ObjectMissing { path: project.to_owned(), object: object.to_owned(), help: help.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_quoted_for_the_shell() {
        let failure = refusal("p", "", Some(Path::new("/it's here")));
        assert_eq!(failure.help(), Some("if you trust its owner, run `git config --global --add safe.directory '/it'\\''s here'`"));
    }

    #[test]
    fn an_unknown_reason_is_passed_on() {
        assert_eq!(refusal("p", "odd", None).to_string(), "could not read the git repository of `p`: odd");
    }

    #[test]
    fn a_partial_clone_is_told_how_to_become_whole() {
        assert!(lost("p", "tree 1", true, true).help().is_some_and(|help| help.contains("--refetch --no-filter")));
        assert!(lost("p", "tree 1", false, true).help().is_some_and(|help| help.contains("--unshallow")));
    }
}
