//! The same project gives the same bytes: on another day, in another folder or clone, whatever the order of its files, the threads, the
//! zone, the language and the umask. Bytes are those of every file, the list of digests and the provenance included.

use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use tickmark::diag::Finding;
use tickmark::source::{EntryKind, ListedEntry, MemoryWorkspace, Workspace, read_project};

use crate::command::program;
use crate::repositories::Repository;
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
    for proof in ["manifest-sha256.txt", "provenance.json"] {
        assert!(one.1.get(proof).is_some_and(|bytes| !bytes.is_empty()), "no {proof}");
    }
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

#[cfg(target_os = "linux")]
#[test]
fn report_is_the_same_whatever_the_order_of_its_files_on_the_disk() {
    let sandbox = project();
    std::fs::create_dir(sandbox.path("disk")).expect("a folder");
    // This kind of disk lists files by when they were made; most others do so in an order of their own.
    let script = "
        mount -t tmpfs none disk; mkdir disk/one disk/other
        find tickmark.yaml content metrics -type f | sort > list
        while read -r file; do mkdir -p \"$(dirname \"disk/one/$file\")\"; cp \"$file\" \"disk/one/$file\"; done < list
        sort -r list | while read -r file; do mkdir -p \"$(dirname \"disk/other/$file\")\"; cp \"$file\" \"disk/other/$file\"; done
        test \"$(cd disk/one; ls -RU)\" != \"$(cd disk/other; ls -RU)\" && echo listed otherwise
        (cd disk/one && build); (cd disk/other && build); diff -r disk/one disk/other && echo the same
    ";
    let said = crate::output_folder_disk::mounted(sandbox.folder(), script);
    assert!(said.contains("listed otherwise") && said.contains("exit 1") && said.ends_with("the same\n"), "{said}");
}

#[cfg(unix)]
#[test]
fn umask_decides_who_may_read_the_report_and_no_byte_of_it() {
    use std::os::unix::fs::MetadataExt as _;
    let (sandbox, mut reports) = (project(), Vec::new());
    for umask in [0o022_u32, 0o077, 0o002, 0o000] {
        let mut command = std::process::Command::new("sh");
        command.arg("-c").arg(format!("umask {umask:o}; exec '{}' build --as-of {AS_OF}", env!("CARGO_BIN_EXE_tickmark")));
        let output = command.current_dir(sandbox.folder()).output().expect("a shell");
        assert_eq!(output.status.code(), Some(1));
        for path in files_below(&sandbox.path("output")).into_keys() {
            let metadata = std::fs::symlink_metadata(sandbox.path("output").join(&path)).expect("a file");
            let widest = if metadata.is_dir() { 0o777 } else { 0o666 };
            assert_eq!(metadata.mode() & 0o777, widest & !umask, "{path} under {umask:o}");
        }
        assert_eq!(std::fs::metadata(sandbox.path("output")).expect("a folder").mode() & 0o777, 0o777 & !umask);
        let said = String::from_utf8([output.stdout, output.stderr].concat()).expect("UTF-8");
        reports.push((said, files_below(&sandbox.path("output"))));
    }
    for other in &reports[1..] {
        same(&reports[0], other);
    }
}

/// A repository with a past: signed commits, a merge, a signed tag.
fn with_past() -> Repository {
    let repository = Repository::minimal();
    let key = repository.ssh_key("lead");
    repository.write("content/signers", crate::sealing::signer("ann@example.org", "", &key));
    repository.commit_signed(&key, "Say who may sign");
    repository.branch("side");
    let page = std::fs::read_to_string(repository.folder().join("content/index.md")).expect("a page");
    repository.write("content/index.md", page + "\nMore.\n");
    repository.commit_signed(&key, "Say more");
    repository.checkout("main").write("content/glossary/answered.md", "---\ntitle: Answered\n---\n\nTaken by a person.\n");
    repository.commit("Explain a word");
    repository.merge(&["side"], "Take what was said");
    let signed =
        ["-c", "gpg.format=ssh", "-c", &format!("user.signingkey={}", key.display()), "tag", "-s", "-m", "First", "v1"].map(str::to_owned);
    repository.git(&signed.iter().map(String::as_str).collect::<Vec<_>>());
    repository
}

/// Builds the report of a repository as it would be published.
fn published(project: &Path, report: &Path, environment: &[(&str, &str)]) -> (String, Files) {
    let mut command = program(["build", "--as-of", AS_OF, "--since", "v1~1", "--output"]);
    command.arg(report).current_dir(project).envs(environment.iter().copied());
    let output = command.output().expect("the program runs");
    let said = String::from_utf8([output.stdout, output.stderr].concat()).expect("UTF-8");
    assert_eq!(output.status.code(), Some(0), "{said}");
    (said.replace(&report.display().to_string(), "report"), files_below(report))
}

#[test]
fn report_is_the_same_from_a_second_clone_on_another_machine() {
    let repository = with_past();
    let first = published(repository.folder(), &repository.beside("first"), &[]);
    let provenance = String::from_utf8(first.1["provenance.json"].clone()).expect("UTF-8");
    assert!(provenance.contains(&format!("\"commit\": \"{}\"", repository.head())), "{provenance}");
    // What was learnt of the history at the first time is used at the second.
    same(&first, &published(repository.folder(), &repository.beside("again"), &[]));
    let elsewhere = [("HOME", "/nowhere"), ("USER", "x"), ("TZ", "Asia/Kathmandu"), ("LC_ALL", "tr_TR.UTF-8"), ("RAYON_NUM_THREADS", "3")];
    let clone = repository.clone_to("a clone", &[]);
    same(&first, &published(&clone, &repository.beside("second"), &elsewhere));
    repository.git_at(&clone, &["gc", "-q", "--prune=now"]);
    repository.git_at(&clone, &["checkout", "-q", "--detach"]);
    same(&first, &published(&clone, &repository.beside("third"), &elsewhere));
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
