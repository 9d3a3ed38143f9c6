//! Finds test files that no test run would ever open.
//!
//! A Rust file under `tests/` must be declared by the module above it, up to `tests/all/main.rs`; a script under
//! `tests/browser/` with tests in it must bear a name that the runner picks up.

use std::collections::BTreeSet;
use std::fs;

use crate::rust_tokens::tokens;
use crate::tree::{TreeFile, root, rust_files};

/// What `tests/fuzz/Cargo.toml` builds, a package of its own; what it calls is part of the run.
const FUZZ_TARGET: &str = "fuzz/target.rs";

/// Paths of `files` (below `tests/`) that are reached from `all/main.rs` by no `mod`.
fn unreached(files: &[TreeFile]) -> Vec<String> {
    let mut reached = BTreeSet::new();
    let mut waiting = vec!["all/main.rs".to_owned()];
    while let Some(path) = waiting.pop() {
        if let Some(file) = files.iter().find(|file| file.path == path) {
            waiting.extend(declared(file).into_iter().filter(|next| !reached.contains(next)));
            reached.insert(path);
        }
    }
    let all = files.iter().map(|file| file.path.clone());
    all.filter(|path| !reached.contains(path) && path != FUZZ_TARGET).collect()
}

/// Paths that the `mod` lines of a file may stand for.
fn declared(file: &TreeFile) -> Vec<String> {
    let (folder, name) = file.path.rsplit_once('/').unwrap_or(("", &file.path));
    let stem = name.strip_suffix(".rs").unwrap_or(name);
    let own = match stem {
        "main" | "mod" => folder.to_owned(),
        _ => format!("{folder}/{stem}"),
    };
    let all = tokens(&file.text);
    let mut paths: Vec<String> = all
        .windows(3)
        .filter(|three| three[0].text == "mod" && three[1].is_name() && three[2].text == ";")
        .flat_map(|three| {
            let name = &three[1].text;
            [format!("{own}/{name}.rs"), format!("{own}/{name}/mod.rs")]
        })
        .collect();
    let given = file.text.lines().filter_map(|line| {
        let path = line.trim().strip_prefix("#[path = \"")?.strip_suffix("\"]")?;
        Some(path.strip_prefix("../").map_or_else(|| format!("{own}/{path}"), str::to_owned))
    });
    paths.extend(given);
    paths
}

#[test]
fn every_test_file_is_part_of_the_run() {
    let forgotten = unreached(&rust_files("tests"));
    assert!(forgotten.is_empty(), "declare these in tests/all/main.rs: {forgotten:?}");
}

#[test]
fn every_browser_script_with_tests_is_part_of_the_run() {
    let folder = root().join("tests/browser");
    for entry in fs::read_dir(folder).expect("tests/browser") {
        let path = entry.expect("a readable folder entry").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.extension().is_some_and(|extension| extension == "mjs") && !name.ends_with(".test.mjs") {
            let text = fs::read_to_string(&path).expect("a readable script");
            assert!(!text.contains("'node:test'"), "{name} has tests: name it *.test.mjs");
        }
    }
}

#[test]
fn undeclared_file_is_found() {
    let files = [
        TreeFile::new("all/main.rs", "#[path = \"../layers.rs\"]\nmod layers;\nmod a;\n// mod c;\n"),
        TreeFile::new("all/a.rs", "mod b;"),
        TreeFile::new("all/a/b.rs", ""),
        TreeFile::new("all/c.rs", ""),
        TreeFile::new("layers.rs", ""),
        TreeFile::new("stray.rs", ""),
    ];
    assert_eq!(unreached(&files), ["all/c.rs", "stray.rs"]);
}
