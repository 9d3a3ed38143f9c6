//! Edits of a project as text.
//!
//! An edit is a list of commands with the lines that belong to them. `add PATH` and `remove PATH` put a file there and take it away,
//! `move PATH TO` moves it, and `edit PATH` replaces lines (`-`) by others (`+`), or adds them at the end; `~` parts two edits of one file. A command
//! behind `both` is done to the state before as well.

use std::collections::BTreeMap;

/// The files of a project.
pub(crate) type Files = BTreeMap<String, String>;

/// Does what the commands say to the files; `wanted` is told whether a command stands behind `both`.
pub(crate) fn apply(text: &str, files: &mut Files, wanted: impl Fn(bool) -> bool) {
    let mut lines = text.lines().filter(|line| !line.starts_with('#')).peekable();
    while let Some(command) = lines.next() {
        let mut body = Vec::new();
        while let Some(line) = lines.next_if(|line| line.starts_with(['|', '-', '+', '~'])) {
            body.push(line);
        }
        let (both, words) = match command.strip_prefix("both ") {
            Some(rest) => (true, rest),
            None => (false, command),
        };
        let words: Vec<&str> = words.split_whitespace().collect();
        match words.as_slice() {
            [] => {}
            _ if !wanted(both) => {}
            ["add", path] => {
                let content: String = body.iter().flat_map(|line| [line.strip_prefix("| ").unwrap_or(&line[1..]), "\n"]).collect();
                files.insert((*path).to_owned(), content);
            }
            ["remove", path] => assert!(files.remove(*path).is_some(), "no file `{path}`"),
            ["move", path, to] => {
                let content = files.remove(*path).unwrap_or_else(|| panic!("no file `{path}`"));
                files.insert((*to).to_owned(), content);
            }
            ["edit", path] => {
                let content = files.get_mut(*path).unwrap_or_else(|| panic!("no file `{path}`"));
                for hunk in body.split(|line| *line == "~") {
                    replace(content, hunk, path);
                }
            }
            _ => panic!("`{command}` is no command"),
        }
    }
}

fn replace(content: &mut String, hunk: &[&str], path: &str) {
    let side = |mark: char| -> String {
        let lines = hunk.iter().filter_map(|line| line.strip_prefix(mark));
        lines.flat_map(|line| [line.strip_prefix(' ').unwrap_or(line), "\n"]).collect()
    };
    let (old, new) = (side('-'), side('+'));
    if old.is_empty() {
        content.push_str(&new);
        return;
    }
    // Lines are matched whole.
    let text = format!("\n{content}");
    assert_eq!(text.matches(&format!("\n{old}")).count(), 1, "`{path}` should have these lines once:\n{old}");
    *content = text.replacen(&format!("\n{old}"), &format!("\n{new}"), 1).split_off(1);
}
