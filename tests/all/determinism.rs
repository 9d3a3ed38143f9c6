//! The same project gives the same bytes: on another day, in another folder, whatever the order of its files, the
//! threads, the zone and the language.

use std::sync::atomic::{AtomicU64, Ordering};

use tickmark::diag::Finding;
use tickmark::source::{EntryKind, ListedEntry, MemoryWorkspace, Workspace, read_project};

use crate::command::program;
use crate::sandbox::{AS_OF, Files, Sandbox, differing, files_below};
use crate::tree::root;
use crate::unreadable::in_memory;

/// A project large enough for pages to be made on several threads at once, with findings of checks.
fn project() -> Sandbox {
    let sandbox = Sandbox::minimal();
    let definition = sandbox.read("metrics/definitions/answered-in-time.yaml");
    let table = sandbox.read("metrics/snapshots/2026-03/answered-in-time.csv").replace("352,88.0", "352,88.1");
    for copy in 0..12 {
        let title = format!("title: Copy {copy}");
        let text = definition.replace("title: Calls answered in time", &title);
        sandbox.write(&format!("metrics/definitions/copy-{copy}.yaml"), text);
        sandbox.write(&format!("metrics/snapshots/2026-03/copy-{copy}.csv"), &table);
    }
    sandbox
}

/// Builds in a process and gives what it said and the report.
fn built(sandbox: &Sandbox, environment: &[(&str, &str)]) -> (String, Files) {
    let mut command = program(["build", "--as-of", AS_OF]);
    command.current_dir(sandbox.folder()).envs(environment.iter().copied());
    let output = command.output().expect("the program runs");
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8(said).expect("UTF-8");
    assert_eq!(output.status.code(), Some(1), "{said}");
    (said, files_below(&sandbox.path("output")))
}

#[track_caller]
fn same(one: &(String, Files), other: &(String, Files)) {
    assert_eq!(differing(&one.1, &other.1), [""; 0]);
    assert_eq!(one.0, other.0);
}

#[test]
fn report_is_the_same_when_built_again() {
    let sandbox = project();
    let first = built(&sandbox, &[]);
    same(&first, &built(&sandbox, &[]));
    sandbox.remove("output");
    same(&first, &built(&sandbox, &[]));
}

#[test]
fn report_is_the_same_from_another_folder() {
    let (one, other) = (project(), project());
    assert_ne!(one.folder(), other.folder());
    same(&built(&one, &[]), &built(&other, &[]));
}

#[test]
fn report_is_the_same_with_one_thread_and_many() {
    let sandbox = project();
    let one = built(&sandbox, &[("RAYON_NUM_THREADS", "1")]);
    for threads in ["2", "4", "16"] {
        same(&one, &built(&sandbox, &[("RAYON_NUM_THREADS", threads)]));
    }
}

#[test]
fn report_is_the_same_in_another_zone_and_language() {
    let sandbox = project();
    let here = built(&sandbox, &[("TZ", "UTC"), ("LANG", "C")]);
    for (zone, language) in [("Pacific/Kiritimati", "de_DE.UTF-8"), ("America/New_York", "tr_TR.UTF-8")] {
        let environment = [("TZ", zone), ("LANG", language), ("LC_ALL", language), ("HOME", "/nowhere"), ("USER", "x")];
        same(&here, &built(&sandbox, &environment));
    }
}

/// A project whose files are listed in another order each time.
struct Shuffled(MemoryWorkspace, AtomicU64);

impl Workspace for Shuffled {
    fn list(&self) -> Vec<ListedEntry> {
        let mut entries = self.0.list();
        let mut seed = self.1.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::Relaxed);
        for last in (1..entries.len()).rev() {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            let other = usize::try_from(seed % (last as u64 + 1)).expect("a small number");
            entries.swap(last, other);
        }
        entries
    }

    fn read(&self, path: &str) -> std::io::Result<Vec<u8>> {
        self.0.read(path)
    }

    fn look(&self, path: &str) -> Option<EntryKind> {
        self.0.look(path)
    }
}

/// What is read from a project: its parts in their order, and the findings.
fn read(workspace: &dyn Workspace) -> (String, Vec<Finding>) {
    let reading = read_project(workspace);
    (format!("{:?}", reading.project), reading.findings.sorted())
}

#[test]
fn order_in_which_files_are_listed_changes_nothing() {
    let sound = in_memory();
    let expected = read(&sound);
    assert!(expected.0.starts_with("Some"));
    let shuffled = Shuffled(sound, AtomicU64::new(1));
    for _ in 0..40 {
        let found = read(&shuffled);
        assert!(found == expected, "the project was read in another order");
    }
}

#[test]
fn order_in_which_files_are_listed_changes_no_finding() {
    let mut broken = in_memory();
    let mut cases: Vec<_> = std::fs::read_dir(root().join("tests/invalid"))
        .expect("tests/invalid")
        .map(|entry| entry.expect("a readable folder entry").path())
        .collect();
    cases.sort();
    for case in cases {
        for (path, bytes) in files_below(&case) {
            if !path.ends_with('/') && path != "expected.txt" {
                broken = broken.with(&path, bytes);
            }
        }
    }
    let broken = broken.with("content/glossary/Offered.md", "x").with("content/teams/operations.md", "---\ntitle: x\n---\n");
    let expected = read(&broken);
    assert!(expected.1.len() > 30, "{} findings", expected.1.len());
    let shuffled = Shuffled(broken, AtomicU64::new(7));
    for _ in 0..20 {
        assert_eq!(read(&shuffled).1, expected.1);
    }
}
