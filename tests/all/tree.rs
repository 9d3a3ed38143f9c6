//! Reads the repository's own files for the tests that hold the house in order.
//!
//! Every listing is sorted by path, and paths are written with `/` on every system.

use std::fs;
use std::path::{Path, PathBuf};

/// One file of the repository: its path below the folder that was asked for, and its text.
#[derive(Debug, Clone)]
pub(crate) struct TreeFile {
    pub(crate) path: String,
    pub(crate) text: String,
}

impl TreeFile {
    /// Makes a file in memory, for tests of the tests.
    pub(crate) fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }
}

/// The folder that holds `Cargo.toml`.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Reads one file below the root.
pub(crate) fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Reads every `.rs` file below `folder`, sorted; paths are relative to `folder`.
pub(crate) fn rust_files(folder: &str) -> Vec<TreeFile> {
    files_below(folder, "rs")
}

/// Reads every file with an ending below `folder`, sorted; paths are relative to `folder`.
pub(crate) fn files_below(folder: &str, ending: &str) -> Vec<TreeFile> {
    let base = root().join(folder);
    let mut found = Vec::new();
    collect(&base, &base, ending, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!found.is_empty(), "no file with the ending .{ending} below {folder}");
    found
}

/// The names of the folders and of the single-file modules right below `src/`, sorted, without the crate roots.
pub(crate) fn layers_present() -> Vec<String> {
    let mut names: Vec<String> = rust_files("src")
        .iter()
        .map(|file| layer_of(&file.path).to_owned())
        .filter(|name| !matches!(name.as_str(), "lib" | "main"))
        .collect();
    names.sort();
    names.dedup();
    names
}

/// The first step of a path below `src/`, without `.rs`: `model` for `model/id.rs` and for `model.rs`.
pub(crate) fn layer_of(path: &str) -> &str {
    let first = path.split('/').next().unwrap_or(path);
    first.strip_suffix(".rs").unwrap_or(first)
}

fn collect(base: &Path, folder: &Path, ending: &str, found: &mut Vec<TreeFile>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries {
        let path = entry.expect("a readable folder entry").path();
        if path.is_dir() {
            collect(base, &path, ending, found);
        } else if path.extension().is_some_and(|extension| extension == ending) {
            let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let below = path.strip_prefix(base).expect("a path below its own base");
            let steps: Vec<_> = below.iter().map(|step| step.to_string_lossy()).collect();
            found.push(TreeFile { path: steps.join("/"), text });
        }
    }
}
