//! Disks that are full, cannot be written to, or are mounted where the report should stand.
//!
//! Each case runs in a mount namespace of its own, so that it leaves nothing behind and concerns nobody else: `unshare --mount` for root, and
//! `unshare --map-root-user --mount` for others. Systems that allow neither cannot run these tests, and are told so by their failure.
#![cfg(target_os = "linux")]

use std::path::Path;
use std::process::{Command, Output};

use crate::sandbox::{AS_OF, Sandbox};

/// Runs a script in which `build` builds the project, within mounts of its own; gives what it said.
pub(crate) fn mounted(folder: &Path, script: &str) -> String {
    let preamble = format!(
        "set -eu\nbuild() {{ code=0; '{}' build --as-of {AS_OF} \"$@\" 2>&1 || code=$?; echo \"exit $code\"; }}\n\
         whole() {{ (cd \"$1\" && sha256sum --strict --quiet -c manifest-sha256.txt && echo whole); }}\n\
         beside() {{ ls -A \"$1\" | tr '\\n' ' '; echo; }}\n",
        env!("CARGO_BIN_EXE_tickmark")
    );
    let run = |options: &[&str]| -> Output {
        let mut command = Command::new("unshare");
        command.args(options).args(["sh", "-c", &format!("{preamble}{script}")]).current_dir(folder).env("LC_ALL", "C");
        command.output().expect("unshare is installed (util-linux)")
    };
    let can = |options: &[&str]| Command::new("unshare").args(options).arg("true").output().is_ok_and(|output| output.status.success());
    let ways: [&[&str]; 2] = [&["--mount"], &["--map-root-user", "--mount"]];
    let way = ways.into_iter().find(|way| can(way)).expect("this system lets nobody mount in a namespace; run it where it does");
    let output = run(way);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    said
}

/// The lines that must be said, in this order.
#[track_caller]
fn says(said: &str, expected: &[&str]) {
    let mut rest = said;
    for line in expected {
        let at = rest.find(line).unwrap_or_else(|| panic!("`{line}` is not said, or not there:\n{said}"));
        rest = &rest[at + line.len()..];
    }
}

#[test]
fn full_disk_leaves_the_old_report_and_says_which_file_had_no_room() {
    let sandbox = Sandbox::minimal();
    std::fs::create_dir(sandbox.path("disk")).expect("a folder");
    let script = "
        mount -t tmpfs -o size=6m none disk
        build --output disk/report; whole disk/report
        before=$(find disk/report -exec ls -ld --time-style=+ {} + | sort)
        for room in 1600 1200 800 300 64 8 4 0; do
            rm -f disk/filler
            free=$(df --output=avail -k disk | tail -1)
            head -c $(( (free - room) * 1024 )) /dev/zero > disk/filler || true
            echo \"room $room\"; build --output disk/report; whole disk/report; beside disk
            test \"$before\" = \"$(find disk/report -exec ls -ld --time-style=+ {} + | sort)\" && echo unchanged
        done
        rm disk/filler; build --output disk/report; whole disk/report; beside disk
    ";
    let said = mounted(sandbox.folder(), script);
    says(&said, &["exit 0", "whole"]);
    for room in ["1600", "1200", "800", "300", "64", "8", "4", "0"] {
        let case = said.split(&format!("room {room}\n")).nth(1).unwrap_or_default();
        says(
            case.split("room ").next().unwrap_or_default(),
            &[
                "error: could not write `",
                "disk/",
                "because: No space left on device",
                "help: free some space, or choose another place with `--output`",
                "exit 2\nwhole\nfiller report \nunchanged",
            ],
        );
    }
    assert!(said.ends_with("exit 0\nwhole\nreport \n"), "{said}");
}

#[test]
fn disk_without_room_for_more_names_leaves_the_old_report() {
    let sandbox = Sandbox::minimal();
    std::fs::create_dir(sandbox.path("disk")).expect("a folder");
    let script = "
        mount -t tmpfs -o size=64m,nr_inodes=260 none disk
        build --output disk/report; build --output disk/report; whole disk/report; beside disk
    ";
    let said = mounted(sandbox.folder(), script);
    says(&said, &["exit 0", "error: could not write `", "because: No space left on device", "exit 2\nwhole\nreport \n"]);
}

#[test]
fn disk_that_cannot_be_written_to_is_told_and_left() {
    let sandbox = Sandbox::minimal();
    std::fs::create_dir(sandbox.path("disk")).expect("a folder");
    let script = "
        mount -t tmpfs -o size=6m none disk
        build --output disk/report
        mount -o remount,ro disk
        build --output disk/report; whole disk/report; build --output disk/other; beside disk
    ";
    let error = ["error: could not write `", "because: Read-only file system", "help: choose another place with `--output`", "exit 2\n"];
    let said = mounted(sandbox.folder(), script);
    says(&said, &[&["exit 0"][..], &error, &["whole"], &error, &["report \n"]].concat());
}

#[test]
fn folder_that_may_not_be_written_to_is_told_and_left() {
    let sandbox = Sandbox::minimal();
    // Root may write everywhere, unless it gives its powers away; it still owns the folders.
    let program = env!("CARGO_BIN_EXE_tickmark");
    let script = format!(
        "
        without() {{ code=0; setpriv --bounding-set=-all '{program}' build --as-of {AS_OF} --output \"$@\" 2>&1 || code=$?; echo \"exit $code\"; }}
        mkdir around; build --output around/report
        chmod 555 around; without around/report; without around/other; chmod 755 around; beside around
        chmod 555 around/report; without around/report; chmod 755 around/report; whole around/report; beside around
        chmod 555 around/report/data; without around/report; chmod -R u+w around; beside around
        without around/report; whole around/report; beside around
    "
    );
    let said = mounted(sandbox.folder(), &script);
    let error = ["error: could not write `", "because: Permission denied", "help: choose another place with `--output`", "exit 2\n"];
    let first = [&["exit 0"][..], &error, &error, &["report \n"]].concat();
    let second = [&error[..], &["whole\nreport \n"]].concat();
    says(&said, &[first, second].concat());
    assert!(said.ends_with("exit 0\nwhole\nreport \n"), "{said}");
}

#[test]
fn folder_where_a_file_system_is_mounted_is_refused_with_a_way_out() {
    let sandbox = Sandbox::minimal();
    for folder in ["disk", "bound", "elsewhere"] {
        std::fs::create_dir(sandbox.path(folder)).expect("a folder");
    }
    let script = "
        mount -t tmpfs -o size=6m none disk
        mount --bind elsewhere bound
        build --output disk; build --output bound; beside disk; beside bound
        build --output disk/report; whole disk/report
        ls -A | grep tickmark-new || echo nothing beside
    ";
    let said = mounted(sandbox.folder(), script);
    let refused = "is where a file system is mounted, so that no other folder can take its place; name one inside it";
    says(&said, &[refused, "exit 2", refused, "exit 2\n\n\n", "exit 0\nwhole\nnothing beside"]);
}
