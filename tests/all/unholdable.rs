//! Broken projects that a repository cannot hold: bytes that git or an editor would change, links, special files, sizes.
//!
//! Each is made in a sandbox that has a report already, and is told exactly as `tests/unholdable/<case>.txt` says;
//! `UPDATE_EXPECTED=1` writes these files anew. What cannot be made on every system is in `unreadable.rs`, in memory.

use std::fmt::Write as _;
use std::fs;
use std::time::{Duration, Instant};

use crate::invalid::{compare, told};
use crate::sandbox::Sandbox;
use crate::tree::root;

const METRIC: &str = "metrics/definitions/calls-offered.yaml";
const TABLE: &str = "metrics/snapshots/2026-03/answered-in-time.csv";
const SEGMENT: &str = "metrics/segments/site.yaml";

type Case = (&'static str, fn(&Sandbox));

/// Cases that every system can hold.
const CASES: &[Case] = &[
    ("byte-order-mark", |sandbox| {
        sandbox.write(METRIC, format!("\u{feff}{}", sandbox.read(METRIC)));
    }),
    ("carriage-returns", |sandbox| {
        for path in [METRIC, TABLE, "content/index.md", "tickmark.yaml"] {
            sandbox.write(path, sandbox.read(path).replace('\n', "\r\n"));
        }
    }),
    ("bytes-that-are-no-utf-8", |sandbox| {
        sandbox.write(METRIC, b"title: Caf\xe9 calls\nstate: active\n");
        sandbox.write(TABLE, b"period,site,numerator\n2026-01,\xff\xff,1\n");
    }),
    ("utf-16", |sandbox| {
        let units = "title: x\n".encode_utf16().flat_map(u16::to_le_bytes);
        let bytes: Vec<u8> = [0xff, 0xfe].into_iter().chain(units).collect();
        sandbox.write(METRIC, bytes);
    }),
    ("tabs", |sandbox| {
        let text = sandbox.read(SEGMENT);
        sandbox.write(SEGMENT, text.replace("    label: North", "\tlabel: North"));
        sandbox.write(METRIC, "title: Calls\nspc:\n\tscreening: true\n");
    }),
    ("control-characters", |sandbox| {
        let text = sandbox.read(METRIC);
        sandbox.write(METRIC, text.replace("All calls", "All\u{1b}[31m calls"));
        sandbox.write("content/index.md", [0_u8; 40]);
        let text = sandbox.read(SEGMENT);
        sandbox.write(SEGMENT, text.replace("label: North", "label: North\u{2028}side"));
    }),
    ("hidden-characters-in-values", |sandbox| {
        let text = sandbox.read(METRIC);
        let text = text.replace("unit: count", "unit: \"\\e[31mcount\\u202E\"");
        sandbox.write(METRIC, text + "\"a\\nerror[R99]: b\": 1\nc\u{202e}d: 2\n");
    }),
    ("very-long-lines", |sandbox| {
        sandbox.write(TABLE, format!("period,{}\n2026-01,1\n", "h".repeat(4_000_000)));
        let text = sandbox.read(METRIC);
        sandbox.write(METRIC, format!("{text}? {}\n: x\n", "k".repeat(90_000)));
        sandbox.write(SEGMENT, sandbox.read(SEGMENT) + &"tags: [no, no] ".repeat(9_000));
    }),
    ("folder-named-like-a-record", |sandbox| {
        for path in [METRIC, "metrics/snapshots/2026-03/release.yaml", "content/index.md"] {
            sandbox.remove(path);
            fs::create_dir(sandbox.path(path)).expect("a folder");
        }
    }),
    ("huge-files", |sandbox| {
        for path in ["content/index.md", SEGMENT, TABLE] {
            set_length(sandbox, path, 200 << 20);
        }
    }),
];

/// Makes a file of that many bytes without writing them.
#[expect(clippy::disallowed_types, reason = "the test makes a sparse file")]
fn set_length(sandbox: &Sandbox, path: &str, length: u64) {
    let file = fs::File::create(sandbox.path(path)).expect("a file");
    file.set_len(length).expect("a sparse file");
}

#[cfg(unix)]
const UNIX_CASES: &[Case] = &[
    ("links-in-a-circle", |sandbox| {
        link("loop", sandbox, "metrics/definitions/loop");
        link("..", sandbox, "content/up");
    }),
    ("link-out-of-the-project", |sandbox| {
        sandbox.write("outside/secret.yaml", "title: Secret\n");
        sandbox.remove(METRIC);
        link("../../outside/secret.yaml", sandbox, METRIC);
    }),
    ("folder-that-is-a-link", |sandbox| {
        sandbox.write("outside/definitions/Secret.yaml", "title: Secret\n");
        sandbox.remove("metrics");
        link("outside", sandbox, "metrics");
    }),
    ("settings-that-are-a-link", |sandbox| {
        sandbox.write("other.yaml", sandbox.read("tickmark.yaml"));
        sandbox.remove("tickmark.yaml");
        link("other.yaml", sandbox, "tickmark.yaml");
    }),
    ("socket", |sandbox| {
        let path = sandbox.path("content/socket.md");
        std::os::unix::net::UnixListener::bind(path).expect("a socket");
    }),
    ("name-with-a-line-break", |sandbox| {
        let name = "metrics/definitions/a\nerror: b\u{1b}[31m.yaml";
        sandbox.write(name, "title: x\n");
    }),
];
#[cfg(not(unix))]
const UNIX_CASES: &[Case] = &[];

/// Cases that only some file systems can hold.
const LINUX_CASES: &[Case] = &[
    ("names-that-differ-by-case-only", |sandbox| {
        let text = sandbox.read("content/glossary/offered.md");
        sandbox.write("content/glossary/Offered.md", text);
        sandbox.write("metrics/Definitions/calls-offered.yaml", sandbox.read(METRIC));
    }),
    ("name-that-is-no-utf-8", |sandbox| {
        #[cfg(target_os = "linux")]
        {
            use std::ffi::OsStr;
            use std::os::unix::ffi::OsStrExt;
            let name = OsStr::from_bytes(b"caf\xe9.yaml");
            let path = sandbox.path("metrics/definitions").join(name);
            fs::write(path, "title: x\n").expect("a file");
        }
        #[cfg(not(target_os = "linux"))]
        let _ = sandbox;
    }),
];

#[cfg(unix)]
fn link(to: &str, sandbox: &Sandbox, path: &str) {
    std::os::unix::fs::symlink(to, sandbox.path(path)).expect("a link");
}

#[test]
fn every_project_that_git_cannot_hold_is_told_exactly() {
    let linux: &[Case] = if cfg!(target_os = "linux") { LINUX_CASES } else { &[] };
    let mut wrong = String::new();
    for (name, make) in CASES.iter().chain(UNIX_CASES).chain(linux) {
        let sandbox = Sandbox::with_report();
        make(&sandbox);
        let path = root().join(format!("tests/unholdable/{name}.txt"));
        let start = Instant::now();
        let outcome = told(&sandbox).and_then(|told| compare(&path, &told));
        let took = start.elapsed();
        if let Err(difference) = outcome {
            let _ = writeln!(wrong, "=== {name}\n{difference}");
        }
        if took > Duration::from_secs(20) {
            let _ = writeln!(wrong, "=== {name}\ntook {took:?}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_expected_text_has_its_case() {
    let cases = || CASES.iter().chain(UNIX_CASES).chain(LINUX_CASES);
    for entry in fs::read_dir(root().join("tests/unholdable")).expect("tests/unholdable") {
        let name = entry.expect("a readable folder entry").file_name();
        let name = name.to_string_lossy();
        let known = cases().any(|(case, _)| name.strip_suffix(".txt") == Some(case));
        assert!(known || cfg!(not(target_os = "linux")), "nothing makes `{name}`");
    }
}
