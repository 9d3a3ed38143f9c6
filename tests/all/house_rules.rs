//! The house rules as functions over sources in memory; the tables they go by stand in `tests/layers.rs`.
//!
//! A rule says what it found and where, and never stops at the first.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::layers::{Door, GUARDED, Heavy, LAYERS, RENAMED};
use crate::rust_paths::{Leads, NamedPath, paths};
use crate::rust_tokens::lines_before_tests;
use crate::tree::{TreeFile, layer_of};

const FILE_LIMIT: usize = 500;
const MAIN_LIMIT: usize = 30;

/// A rule that a file breaks.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Violation {
    file: String,
    line: usize,
    says: String,
}

pub(crate) struct House<'a> {
    pub(crate) doors: &'a [Door],
    pub(crate) heavy: &'a [Heavy],
    pub(crate) free: &'a [&'a str],
}

impl House<'_> {
    /// Every violation in `files` (paths below `src/`) and in the manifest, sorted.
    pub(crate) fn violations(&self, files: &[TreeFile], manifest: &str) -> Vec<Violation> {
        let mut all = self.stale_rows(files);
        all.extend(self.unplaced_crates(manifest));
        all.extend(lone_modules(files));
        for file in files {
            all.extend(shape(file));
            let mut seen = BTreeSet::new();
            for path in paths(&module_of(&file.path), &file.text) {
                let says = [direction(file, &path), self.door(file, &path), self.home(file, &path)];
                for says in says.into_iter().flatten() {
                    if seen.insert((path.line, says.clone())) {
                        all.push(violation(&file.path, path.line, says));
                    }
                }
            }
        }
        all.sort();
        all.dedup();
        all
    }

    /// A guarded name outside the doors that may use it.
    fn door(&self, file: &TreeFile, path: &NamedPath) -> Option<String> {
        let Leads::Outside(steps) = &path.leads else {
            return None;
        };
        let name = steps.join("::");
        if name == "std::process::ExitCode" {
            return None;
        }
        let guarded = GUARDED.iter().find(|guarded| covers(guarded, &name))?;
        let allowed = self.doors.iter().any(|door| door.file == file.path && door.names.iter().any(|allowed| covers(allowed, &name)));
        (!allowed).then(|| format!("`{guarded}` belongs to the † files; take a value or a trait instead"))
    }

    /// A heavy crate outside its home, or a crate that stands in no table.
    fn home(&self, file: &TreeFile, path: &NamedPath) -> Option<String> {
        let Leads::Outside(steps) = &path.leads else {
            return None;
        };
        let krate = steps.first()?;
        let row = self.heavy.iter().find(|row| row.krate == krate)?;
        (row.file != file.path).then(|| format!("the crate `{krate}` is named in `{}` only", row.file))
    }

    /// Table rows whose file is gone or no longer does what the row says.
    fn stale_rows(&self, files: &[TreeFile]) -> Vec<Violation> {
        let mut all = Vec::new();
        let names_used = |wanted: &str| {
            let file = files.iter().find(|file| file.path == wanted)?;
            let named = paths(&module_of(&file.path), &file.text);
            let outer = named.into_iter().filter_map(|path| match path.leads {
                Leads::Outside(steps) => Some(steps.join("::")),
                Leads::Inside(_) | Leads::Here => None,
            });
            Some(outer.collect::<Vec<_>>())
        };
        let rows = self.doors.iter().flat_map(|door| door.names.iter().map(|name| (door.file, *name)));
        for (file, name) in rows.chain(self.heavy.iter().map(|row| (row.file, row.krate))) {
            match names_used(file) {
                None => all.push(violation(file, 0, "stands in a table but does not exist".to_owned())),
                Some(used) if used.iter().any(|used| covers(name, used)) => {}
                Some(_) => {
                    all.push(violation(file, 0, format!("the table lets it use `{name}`, which it does not")));
                }
            }
        }
        all
    }

    /// Dependencies that stand neither among the heavy crates nor among the free ones.
    fn unplaced_crates(&self, manifest: &str) -> Vec<Violation> {
        let unplaced = dependencies(manifest)
            .into_iter()
            .filter(|(_, krate)| !self.free.contains(&krate.as_str()) && !self.heavy.iter().any(|row| row.krate == krate));
        unplaced
            .map(|(line, krate)| {
                let says = format!("the dependency `{krate}` has no row in tests/layers.rs");
                violation("../Cargo.toml", line, says)
            })
            .collect()
    }
}

/// An import against the order, or one that crosses layers by `super`.
fn direction(file: &TreeFile, path: &NamedPath) -> Option<String> {
    let from = layer_of(&file.path);
    if from == "main" {
        let Leads::Outside(steps) = &path.leads else {
            return None;
        };
        let other = steps.first()? == "tickmark" && steps.get(1).is_some_and(|step| step != "cli");
        return other.then(|| "main calls `tickmark::cli` and nothing else".to_owned());
    }
    let Leads::Inside(steps) = &path.leads else {
        return None;
    };
    if from == "lib" {
        return None;
    }
    let Some(from_rank) = rank(from) else {
        return Some(format!("`{from}` is no layer; the layers stand in tests/layers.rs"));
    };
    let to = steps.first().map_or("", String::as_str);
    if to == from {
        return None;
    }
    let Some(to_rank) = rank(to) else {
        return Some(format!("`crate::{to}` is no layer; name the layer that the item lives in"));
    };
    if to_rank >= from_rank {
        return Some(format!("`{from}` must not import `{to}`, which does not stand to its left"));
    }
    let by_super = path.written.first().is_some_and(|step| step == "super" || step == "self");
    by_super.then(|| format!("write the import of another layer as `use crate::{to}::…`"))
}

fn rank(layer: &str) -> Option<usize> {
    LAYERS.iter().position(|group| group.contains(&layer))
}

/// Size, head and folder rules of one file.
fn shape(file: &TreeFile) -> Vec<Violation> {
    let mut all = Vec::new();
    if !file.text.starts_with("//!") {
        all.push(violation(&file.path, 1, "opens with `//!`: what it is for, the invariant it keeps, what it must not know".to_owned()));
    }
    let limit = if file.path == "main.rs" { MAIN_LIMIT } else { FILE_LIMIT };
    let lines = lines_before_tests(&file.text);
    if lines > limit {
        let says = format!("{lines} lines before the tests, at most {limit}; split it by what it holds");
        all.push(violation(&file.path, limit + 1, says));
    }
    all
}

/// Folders that hold only their `mod.rs`.
fn lone_modules(files: &[TreeFile]) -> Vec<Violation> {
    let folders = files.iter().filter_map(|file| Some((file, file.path.strip_suffix("mod.rs")?)));
    folders
        .filter(|(_, folder)| files.iter().filter(|file| file.path.starts_with(folder)).count() == 1)
        .map(|(file, _)| violation(&file.path, 1, "a folder with one file is a file".to_owned()))
        .collect()
}

/// Names of the crates in `[dependencies]`, with their line.
fn dependencies(manifest: &str) -> Vec<(usize, String)> {
    let mut inside = false;
    let mut found = Vec::new();
    for (index, line) in manifest.lines().enumerate() {
        if line.starts_with('[') {
            let section = line.trim_matches(['[', ']']);
            inside = section.ends_with("dependencies") && !section.contains("dev-") && !section.contains("build-");
        } else if let Some((name, _)) = line.split_once('=').filter(|_| inside) {
            let package = name.trim();
            if !package.is_empty() && package.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c)) {
                let renamed = RENAMED.iter().find(|(from, _)| *from == package);
                let krate = renamed.map_or_else(|| package.replace('-', "_"), |(_, to)| (*to).to_owned());
                found.push((index + 1, krate));
            }
        }
    }
    found
}

/// The steps of the module that a file holds.
fn module_of(path: &str) -> Vec<&str> {
    let stem = path.strip_suffix(".rs").unwrap_or(path);
    let stem = stem.strip_suffix("/mod").unwrap_or(stem);
    match stem {
        "lib" | "main" => Vec::new(),
        _ => stem.split('/').collect(),
    }
}

/// Whether `name` is `outer` or lies below it.
fn covers(outer: &str, name: &str) -> bool {
    name.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

fn violation(file: &str, line: usize, says: String) -> Violation {
    let file = format!("src/{file}").replace("src/../", "");
    Violation { file, line, says }
}

pub(crate) fn listed(all: &[Violation]) -> String {
    all.iter().fold(String::new(), |mut text, one| {
        let _ = writeln!(text, "{}:{}: {}", one.file, one.line, one.says);
        text
    })
}

#[cfg(test)]
mod tests {
    //! The rules must be able to fail: each is shown a small source that breaks it.

    use super::{House, listed};
    use crate::layers::{Door, heavy};
    use crate::tree::TreeFile;

    const MANIFEST: &str = "[dependencies]\ntera = \"2\"\nserde = { version = \"1\" }\n[dev-dependencies]\ninsta = \"1\"\n";

    fn said(files: &[(&str, &str)]) -> String {
        said_with(files, MANIFEST)
    }

    fn said_with(files: &[(&str, &str)], manifest: &str) -> String {
        let mut tree: Vec<TreeFile> = vec![
            TreeFile::new("app/disk.rs", "//! Disk.\nuse std::fs;\n"),
            TreeFile::new("render/engine.rs", "//! Engine.\nuse tera::Tera;\n"),
        ];
        tree.retain(|file| files.iter().all(|(path, _)| *path != file.path));
        tree.extend(files.iter().map(|(path, text)| TreeFile::new(path, text)));
        let house = House {
            doors: &[Door { file: "app/disk.rs", touches: "files", names: &["std::fs"] }],
            heavy: &[heavy("tera", "render/engine.rs", "templates")],
            free: &["serde"],
        };
        listed(&house.violations(&tree, manifest))
    }

    #[test]
    fn clean_sources_are_let_pass() {
        let text = "//! Id.\nuse crate::diag::Span;\nuse std::io::Write;\nuse std::time::Duration;\nuse super::unit;\n";
        assert_eq!(said(&[("model/id.rs", text), ("model/mod.rs", "//! Model.\n")]), "");
    }

    #[test]
    fn import_to_the_right_is_found() {
        let expected = "src/model/id.rs:2: `model` must not import `source`, which does not stand to its left\n";
        assert_eq!(said(&[("model/id.rs", "//! Id.\nuse crate::{diag::Span, source::yaml};\n")]), expected);
        assert_eq!(said(&[("model/id.rs", "//! Id.\nfn f() { crate::source::yaml() }\n")]), expected);
        assert_eq!(said(&[("model.rs", "//! Id.\nuse crate::source;\n")]), expected.replace("/id", ""));
    }

    #[test]
    fn layers_of_one_group_do_not_import_each_other() {
        assert!(said(&[("diff.rs", "//! D.\nuse crate::stats::x;\n")]).contains("`diff` must not import `stats`"));
        assert!(said(&[("stats.rs", "//! S.\nuse crate::diff::x;\n")]).contains("`stats` must not import `diff`"));
    }

    #[test]
    fn import_of_another_layer_by_super_is_found() {
        assert!(said(&[("site/nav.rs", "//! N.\nuse super::super::model::Id;\n")]).contains("`use crate::model::…`"));
    }

    #[test]
    fn unknown_layers_are_found() {
        assert!(said(&[("utils.rs", "//! U.\nuse crate::model::Id;\n")]).contains("`utils` is no layer"));
        assert!(said(&[("model.rs", "//! M.\nuse crate::Id;\n")]).contains("`crate::Id` is no layer"));
    }

    #[test]
    fn guarded_name_outside_its_door_is_found() {
        for text in [
            "use std::{fs};",
            "fn f() { std::env::var(\"X\"); }",
            "use std::time::{Duration, Instant};",
            "use std::io; fn f() { io::stdout(); }",
            "use std::io::*;",
            "fn f() { std::process::exit(1) }",
            "use std::net::TcpStream;",
        ] {
            let text = format!("//! S.\n{text}\n");
            assert!(said(&[("site.rs", &text)]).contains("src/site.rs:2: `std::"), "{text}");
        }
        assert_eq!(said(&[("cli.rs", "//! C.\nuse std::process::ExitCode;\n")]), "");
    }

    #[test]
    fn heavy_crate_outside_its_file_is_found() {
        assert_eq!(
            said(&[("site.rs", "//! S.\nfn f() -> tera::Value { todo() }\n")]),
            "src/site.rs:2: the crate `tera` is named in `render/engine.rs` only\n"
        );
    }

    #[test]
    fn table_row_without_its_file_or_use_is_found() {
        assert!(said(&[("app/disk.rs", "//! Disk.\n")]).contains("lets it use `std::fs`, which it does not"));
        let house = House { doors: &[], heavy: &[heavy("tera", "render/engine.rs", "")], free: &[] };
        let gone = listed(&house.violations(&[], ""));
        assert_eq!(gone, "src/render/engine.rs:0: stands in a table but does not exist\n");
    }

    #[test]
    fn dependency_without_a_row_is_found() {
        let manifest = MANIFEST.replace("serde", "serde-saphyr");
        let expected = "Cargo.toml:3: the dependency `serde_saphyr` has no row in tests/layers.rs\n";
        assert_eq!(said_with(&[], &manifest), expected);
    }

    #[test]
    fn long_file_is_found_and_its_tests_are_not_counted() {
        let long = format!("//! L.\n{}", "fn x() {}\n".repeat(500));
        assert!(said(&[("site.rs", &long)]).contains("src/site.rs:501: 501 lines before the tests"));
        let tested = format!("//! L.\n#[cfg(test)]\nmod tests {{\n{}}}\n", "fn x() {}\n".repeat(500));
        assert_eq!(said(&[("site.rs", &tested)]), "");
        let main = format!("//! M.\n{}", "\n".repeat(30));
        assert!(said(&[("main.rs", &main)]).contains("at most 30"));
    }

    #[test]
    fn file_without_its_head_is_found() {
        assert!(said(&[("site.rs", "use std::fmt;\n")]).contains("src/site.rs:1: opens with `//!`"));
    }

    #[test]
    fn folder_with_one_file_is_found() {
        assert!(said(&[("site/mod.rs", "//! S.\n")]).contains("a folder with one file is a file"));
    }

    #[test]
    fn main_that_reaches_past_cli_is_found() {
        assert!(said(&[("main.rs", "//! M.\nuse tickmark::app::build;\n")]).contains("`tickmark::cli` and nothing else"));
        assert_eq!(said(&[("main.rs", "//! M.\nuse tickmark::cli;\n")]), "");
    }
}
