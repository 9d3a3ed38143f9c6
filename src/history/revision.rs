//! A commit that somebody named, as the start or the end of a comparison.

use super::commit::CommitId;

/// A commit that somebody named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// The name, as it was given.
    pub name: String,
    /// The commit that it leads to.
    pub commit: CommitId,
    /// Whether the name is that of a branch, here or as last fetched, or `HEAD`: then it moves on.
    pub is_branch: bool,
}

impl Revision {
    /// The name with the commit, as people quote it: `main (1a2b3c4d5e6f)`.
    #[must_use]
    pub fn label(&self) -> String {
        let short = self.commit.short();
        if self.commit.as_str().starts_with(&self.name) { short.to_owned() } else { format!("{} ({short})", self.name) }
    }
}

/// The command that fetches a revision which a shallow clone lacks.
///
/// A name such as `origin/main` is fetched to where it is looked for; anything else is asked of `origin` as it is.
#[must_use]
pub(super) fn fetch_command(name: &str, remotes: &[String]) -> String {
    let base = name.split(['~', '^', '@', ':']).next().unwrap_or(name);
    let known = remotes.iter().find_map(|remote| Some((remote, base.strip_prefix(remote.as_str())?.strip_prefix('/')?)));
    let is_commit = base.len() >= 7 && base.bytes().all(|byte| byte.is_ascii_hexdigit());
    let remote = remotes.first().map_or("origin", String::as_str);
    match known {
        Some((remote, branch)) => {
            format!("git fetch --unshallow {remote} {}", quoted(&format!("+refs/heads/{branch}:refs/remotes/{remote}/{branch}")))
        }
        None if is_commit || base == "HEAD" || base.is_empty() => format!("git fetch --unshallow {remote}"),
        None => format!("git fetch --unshallow {remote} {}", quoted(&format!("+{base}:{base}"))),
    }
}

/// A word for a shell: whatever is not plain goes between quotes.
fn quoted(word: &str) -> String {
    let is_plain = |character: char| character.is_ascii_alphanumeric() || "+/:._-".contains(character);
    if word.chars().all(is_plain) { word.to_owned() } else { format!("'{}'", word.replace('\'', "'\\''")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn command(name: &str) -> String {
        fetch_command(name, &["origin".to_owned()])
    }

    #[test]
    fn branch_of_a_remote_is_fetched_to_where_it_is_looked_for() {
        assert_eq!(command("origin/main"), "git fetch --unshallow origin +refs/heads/main:refs/remotes/origin/main");
        assert_eq!(command("origin/a/b~2"), "git fetch --unshallow origin +refs/heads/a/b:refs/remotes/origin/a/b");
    }

    #[test]
    fn commit_is_found_by_fetching_all() {
        assert_eq!(command("1a2b3c4d5e6f"), "git fetch --unshallow origin");
        assert_eq!(command("HEAD~40"), "git fetch --unshallow origin");
    }

    #[test]
    fn hostile_name_is_quoted_for_the_shell() {
        assert_eq!(command("a';rm x"), "git fetch --unshallow origin '+a'\\'';rm x:a'\\'';rm x'");
    }

    #[test]
    fn label_names_a_commit_once() {
        let revision = |name: &str| Revision { name: name.to_owned(), commit: CommitId::new("1a2b3c4d5e6f7890"), is_branch: false };
        assert_eq!(revision("main").label(), "main (1a2b3c4d5e6f)");
        assert_eq!(revision("1a2b3c4").label(), "1a2b3c4d5e6f");
    }
}
