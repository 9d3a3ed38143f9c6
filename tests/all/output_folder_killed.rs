//! A build that is killed, at any moment.
//!
//! Whatever the moment, the output folder is the old report or the new one, byte for byte, nothing around it changed, and the next build
//! succeeds and leaves nothing behind.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use crate::command::program;
use crate::sandbox::{AS_OF, Files, Sandbox, differing, files_below};

/// Kills that must have met a running build, for each way to choose the moment.
const BY_TIME: u32 = 16;
const BY_FILES: usize = 14;
const AFTER_THE_SWAP: u32 = 12;

/// The folder beside the output folder, in which a report is made.
const WORKING: &str = ".output.tickmark-new";

/// A project whose report is old, the old report, and the one that a build makes of it.
struct Case {
    sandbox: Sandbox,
    old: Files,
    new: Files,
    around: Files,
}

impl Case {
    fn new() -> Self {
        let sandbox = Sandbox::with_report();
        let page = sandbox.read("content/index.md") + "\nMore was written since.\n";
        let old = files_below(&sandbox.path("output"));
        sandbox.write("content/index.md", page);
        let built = Sandbox::empty();
        for (path, bytes) in sandbox.files().iter().filter(|(path, _)| !path.ends_with('/')) {
            built.write(path, bytes);
        }
        let outcome = built.build(&[]);
        assert_eq!(outcome.code, 0, "{}", outcome.err);
        let new = files_below(&built.path("output"));
        assert_ne!(old, new);
        let around = around(&sandbox);
        Self { sandbox, old, new, around }
    }

    fn start(&self) -> Child {
        let mut command = program(["build", "--as-of", AS_OF]);
        command.current_dir(self.sandbox.folder()).stdout(Stdio::null()).stderr(Stdio::null());
        command.spawn().expect("the program runs")
    }

    /// Kills a build when `now` says so; false when the build was over before.
    fn kill(&self, mut now: impl FnMut(&Path) -> bool) -> bool {
        self.put_old_report();
        let mut child = self.start();
        while !now(self.sandbox.folder()) {
            if child.try_wait().expect("a child").is_some() {
                return false;
            }
        }
        child.kill().expect("a child");
        let status = child.wait().expect("a child");
        self.holds();
        std::os::unix::process::ExitStatusExt::signal(&status).is_some()
    }

    fn put_old_report(&self) {
        if files_below(&self.sandbox.path("output")) == self.old {
            return;
        }
        self.sandbox.remove("output");
        for (path, bytes) in self.old.iter().filter(|(path, _)| !path.ends_with('/')) {
            self.sandbox.write(&format!("output/{path}"), bytes);
        }
    }

    /// What must be so after a kill, and after the build that follows it.
    fn holds(&self) {
        let stands = files_below(&self.sandbox.path("output"));
        assert!(stands == self.old || stands == self.new, "differs from the new report in {:?}", differing(&self.new, &stands));
        assert_eq!(differing(&self.around, &around(&self.sandbox)), [""; 0]);
        let outcome = self.sandbox.build(&[]);
        assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
        assert_eq!(differing(&self.new, &files_below(&self.sandbox.path("output"))), [""; 0]);
        assert!(!self.sandbox.path(WORKING).exists(), "the next build leaves the folder beside the output folder");
    }
}

/// Everything but the output folder and the one beside it.
fn around(sandbox: &Sandbox) -> Files {
    let inside = |path: &str| [WORKING, "output"].iter().any(|folder| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')));
    sandbox.files().into_iter().filter(|(path, _)| !inside(path)).collect()
}

/// How many files stand below a folder that is being filled.
fn count(folder: &Path) -> usize {
    let Ok(entries) = fs::read_dir(folder) else { return 0 };
    entries.flatten().map(|entry| if entry.file_type().is_ok_and(|kind| kind.is_dir()) { count(&entry.path()) } else { 1 }).sum()
}

#[test]
fn build_that_is_killed_after_any_time_leaves_a_whole_report() {
    let case = Case::new();
    let begun = Instant::now();
    assert!(case.start().wait().expect("a child").success());
    let (whole, mut killed) = (begun.elapsed(), 0);
    for attempt in 0..4 * BY_TIME {
        let begun = Instant::now();
        // Spread over the time that a build takes, ever finer.
        let wait = whole.mul_f64(f64::from((attempt * 7) % BY_TIME) / f64::from(BY_TIME));
        killed += u32::from(case.kill(|_| begun.elapsed() >= wait.max(Duration::from_millis(1))));
        if killed == BY_TIME {
            return;
        }
    }
    panic!("only {killed} builds were still running when they were to be killed");
}

#[test]
fn build_that_is_killed_after_any_number_of_files_leaves_a_whole_report() {
    let case = Case::new();
    let (total, mut killed) = (case.new.keys().filter(|path| !path.ends_with('/')).count(), 0);
    for attempt in 0..2 * BY_FILES {
        let least = attempt % BY_FILES * total / BY_FILES;
        let staged = |folder: &Path| count(&folder.join(WORKING)) > least;
        killed += usize::from(case.kill(staged));
        if killed == BY_FILES {
            return;
        }
    }
    panic!("only {killed} builds were still running when they were to be killed");
}

#[test]
fn build_that_is_killed_after_the_swap_leaves_the_new_report_and_no_debris() {
    let case = Case::new();
    let (mut killed, mut half_removed) = (0, false);
    for attempt in 0..8 * AFTER_THE_SWAP {
        case.put_old_report();
        let old = fs::metadata(case.sandbox.path("output")).expect("a folder").ino();
        let (mut swapped, wait) = (None, Duration::from_micros(u64::from(attempt % AFTER_THE_SWAP) * 300));
        let met = case.kill(|folder| {
            if swapped.is_none() && fs::metadata(folder.join("output")).is_ok_and(|output| output.ino() != old) {
                swapped = Some(Instant::now());
            }
            let now = swapped.is_some_and(|swapped| swapped.elapsed() >= wait);
            half_removed |= now && count(&folder.join(WORKING)) > 0;
            now
        });
        killed += u32::from(met);
        if killed == AFTER_THE_SWAP {
            assert!(half_removed, "no build was killed while the report before was there still");
            return;
        }
    }
    panic!("only {killed} builds were still running when they were to be killed");
}
