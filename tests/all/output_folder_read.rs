//! An output folder that is read while it is written.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read as _;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::sandbox::{Files, Sandbox, files_below};

/// The project, and the two reports that its page makes in turn.
fn two_reports() -> (Sandbox, [String; 2], [Files; 2]) {
    let sandbox = Sandbox::with_report();
    let page = sandbox.read("content/index.md");
    let pages = [page.clone(), page + "\nMore was written since.\n"];
    let reports = [0, 1].map(|which| {
        sandbox.write("content/index.md", &pages[which]);
        assert_eq!(sandbox.build(&[]).code, 0);
        files_below(&sandbox.path("output"))
    });
    assert_ne!(reports[0], reports[1]);
    (sandbox, pages, reports)
}

#[cfg(target_os = "linux")]
#[test]
fn whoever_reads_by_path_finds_every_file_whole_at_every_moment() {
    let (sandbox, pages, reports) = two_reports();
    let in_both: Vec<&String> = reports[0].keys().filter(|path| !path.ends_with('/') && reports[1].contains_key(*path)).collect();
    let (over, output) = (AtomicBool::new(false), sandbox.path("output"));
    std::thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut seen = BTreeSet::new();
            let mut rounds = 0_usize;
            while !over.load(Ordering::Relaxed) {
                for path in &in_both {
                    let read = fs::read(output.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
                    let which = reports.iter().position(|report| report[*path] == read).unwrap_or_else(|| panic!("half of {path}"));
                    if reports[0][*path] != reports[1][*path] {
                        seen.insert(which);
                    }
                }
                rounds += 1;
            }
            (seen, rounds)
        });
        for round in 0..6 {
            sandbox.write("content/index.md", &pages[round % 2]);
            assert_eq!(sandbox.build(&[]).code, 0);
        }
        over.store(true, Ordering::Relaxed);
        let (seen, rounds) = reader.join().expect("every file is there, whole");
        assert!(seen.len() == 2 && rounds > 6, "the reader saw {seen:?} in {rounds} rounds");
    });
}

#[cfg(unix)]
#[test]
fn whoever_has_a_file_open_reads_it_to_its_end() {
    let (sandbox, pages, reports) = two_reports();
    #[expect(clippy::disallowed_types, reason = "a reader has the file open")]
    let mut open = fs::File::open(sandbox.path("output/index.html")).expect("a page");
    sandbox.write("content/index.md", &pages[0]);
    assert_eq!(sandbox.build(&[]).code, 0);
    let mut read = Vec::new();
    open.read_to_end(&mut read).expect("the page as it was");
    assert!(read == reports[1]["index.html"]);
    assert!(fs::read(sandbox.path("output/index.html")).expect("a page") == reports[0]["index.html"]);
}
