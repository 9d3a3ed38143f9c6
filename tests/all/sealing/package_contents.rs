//! What stands in a package: records held to the report, narrowing, the sample, the histories, and a first page whose commands work.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tickmark::app::open_handed_over;
use tickmark::seal::package::check_package;

use super::package::{pack, packed};
use super::project::{Sealed, signer};
use crate::sandbox::{files_below, run};

fn paths(package: &Path) -> BTreeSet<String> {
    files_below(package).into_keys().filter(|path| !path.ends_with('/')).collect()
}

fn faults(package: &Path) -> Vec<String> {
    let handed = open_handed_over(package).expect("a package");
    check_package(&handed.files()).expect("a package").iter().map(|fault| format!("{} {}", fault.name, fault.path)).collect()
}

fn rows(package: &Path, table: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(package.join(table)).expect("a table");
    text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

#[test]
fn whole_package_holds_every_file_that_was_read_as_it_was_read() {
    let sealed = Sealed::signed();
    let package = packed(&sealed, "evidence", &[]);
    let there = paths(&package);
    for path in [
        "START-HERE.html",
        "data/changes/approvals.csv",
        "data/changes/bridges.csv",
        "data/changes/changes.csv",
        "data/changes/metric/answered-in-time.json",
        "data/checks.json",
        "data/findings.csv",
        "data/left-out.csv",
        "data/package.json",
        "data/recalc/answered-in-time.xlsx",
        "data/records/content/index.md",
        "data/records/content/teams/operations.json",
        "data/records/content/teams/operations.yaml",
        "data/sample.csv",
        "data/settings/tickmark.yaml",
        "data/signers",
        "data/snapshots/2026-03/answered-in-time.csv",
        "data/snapshots/2026-03/release.yaml",
        "data/waivers.csv",
    ] {
        assert!(there.contains(path), "{path} is not in {there:?}");
    }
    let kept = String::from_utf8(sealed.repository.git(&["ls-files"])).expect("UTF-8");
    for path in kept.lines() {
        let bytes = fs::read(sealed.repository.folder().join(path)).expect("a file");
        assert!(files_below(&package.join("data")).values().any(|found| *found == bytes), "{path} is not in the package");
    }
    assert_eq!(faults(&package), Vec::<String>::new());
}

#[test]
fn record_that_differs_from_what_the_report_was_made_from_is_found_and_named() {
    let sealed = Sealed::built();
    let package = packed(&sealed, "evidence", &[]);
    let data = package.join("data");
    fs::write(data.join("records/content/index.md"), "# Other\n").expect("a file");
    fs::remove_file(data.join("snapshots/2026-03/calls-offered.csv")).expect("a file");
    fs::write(data.join("snapshots/2026-03/invented.csv"), "period\n").expect("a file");
    fs::write(data.join("records/content/teams/operations.json"), "{}").expect("a file");
    assert_eq!(
        faults(&package),
        [
            "record-changed data/records/content/index.md",
            "record-data-changed data/records/content/teams/operations.json",
            "record-missing data/snapshots/2026-03/calls-offered.csv",
            "record-added data/snapshots/2026-03/invented.csv",
        ]
    );
}

#[test]
fn package_of_one_metric_holds_what_it_rests_on_and_lists_what_is_left_out() {
    let sealed = Sealed::built();
    let package = packed(&sealed, "part", &["--metric", "calls-offered"]);
    let there = paths(&package);
    for path in ["metrics/definitions/calls-offered.yaml", "metrics/segments/site.yaml", "metrics/sources/call-log.yaml"] {
        assert!(there.contains(&format!("data/records/{path}")), "{path} is not in {there:?}");
    }
    let gone = ["metrics/definitions/answered-in-time.yaml", "metrics/exclusions/test-calls.yaml", "metrics/targets/answered-in-time.yaml"];
    let list = fs::read_to_string(package.join("data/left-out.csv")).expect("a table");
    for path in gone {
        assert!(!there.contains(&format!("data/records/{path}")), "{path} is in {there:?}");
        assert!(list.contains(&format!("record,{path},")), "{list}");
    }
    assert!(there.contains("data/snapshots/2026-03/calls-offered.csv") && !there.contains("data/snapshots/2026-03/answered-in-time.csv"));
    assert!(list.contains("results,metrics/snapshots/2026-03/answered-in-time.csv,"), "{list}");
    let checks = fs::read_to_string(package.join("data/checks.json")).expect("checks");
    assert!(checks.contains("\"subject\": \"metric/calls-offered\"") && !checks.contains("\"subject\": \"metric/answered-in-time\""));
    // The report is signed whole, so that it stays whole.
    assert!(there.contains("data/report/metrics/answered-in-time.html"));
    let page = fs::read_to_string(package.join("START-HERE.html")).expect("a page");
    assert!(page.contains("This package holds a part") && page.contains("<code>calls-offered</code>"), "{page}");
    assert_eq!(faults(&package), Vec::<String>::new());
}

#[test]
fn package_of_periods_leaves_releases_without_them_out() {
    let sealed = Sealed::built();
    let read = |path: &str| fs::read_to_string(sealed.repository.folder().join(path)).expect("a file");
    let release = read("metrics/snapshots/2026-03/release.yaml").replace("2026-04-08", "2026-04-09").replace("First quarter", "April");
    sealed.repository.write("metrics/snapshots/2026-04/release.yaml", release);
    sealed.repository.write("metrics/snapshots/2026-04/calls-offered.csv", "period,site,numerator\n2026-04,north,1\n2026-04,south,2\n");
    sealed.repository.commit("Release April");
    assert_eq!(sealed.build("report", &["--allow-findings"]).code, 0);
    let there = paths(&packed(&sealed, "april", &["--period", "2026-04"]));
    assert!(there.contains("data/snapshots/2026-04/release.yaml") && !there.contains("data/snapshots/2026-03/release.yaml"));
    let there = paths(&packed(&sealed, "quarter", &["--from", "2026-01", "--to", "2026-Q1"]));
    assert!(!there.contains("data/snapshots/2026-04/release.yaml") && there.contains("data/snapshots/2026-03/release.yaml"));
}

#[test]
fn unknown_metric_and_period_are_told_with_the_nearest() {
    let sealed = Sealed::built();
    let told = |options: &[&str]| {
        let outcome = pack(&sealed, "none", options);
        assert_eq!(outcome.code, 2);
        outcome.err
    };
    assert_eq!(
        told(&["--metric", "calls-ofered"]),
        "error: `--metric`: there is no metric `calls-ofered`\n  help: did you mean `calls-offered`?\n"
    );
    let said = told(&["--period", "2025-01"]);
    assert!(said.starts_with("error: no result is for the period `2025-01`\n  help: "), "{said}");
    assert!(told(&["--period", "yesterday"]).starts_with("error: `--period`: "));
    assert!(told(&["--from", "2026-03", "--to", "2026-01"]).contains("swap the two"));
    assert!(!sealed.repository.beside("none").exists());
}

#[test]
fn anybody_draws_the_same_sample_by_the_rule_of_the_first_page() {
    let sealed = Sealed::built();
    let package = packed(&sealed, "evidence", &["--sample", "3"]);
    let program = r#"
import csv, hashlib, sys
seed = hashlib.sha256(open('data/report/manifest-sha256.txt', 'rb').read()).hexdigest()
figures = [row for row in csv.DictReader(open('data/report/data/figures.csv', encoding='utf-8')) if row['value']]
rank = lambda row: hashlib.sha256(f"{seed} {row['page']}#{row['anchor']}".encode()).hexdigest()
for row in sorted(figures, key=rank)[:3]:
    print(rank(row), row['page'], row['anchor'])
"#;
    let ran = Command::new("python3").args(["-c", program]).current_dir(&package).output().expect("python3 is installed");
    let drawn: Vec<String> = rows(&package, "data/sample.csv").iter().skip(1).map(|row| row[1..4].join(" ")).collect();
    assert_eq!(drawn.len(), 3);
    assert_eq!(String::from_utf8_lossy(&ran.stdout).lines().collect::<Vec<_>>(), drawn);
    for row in rows(&package, "data/sample.csv").iter().skip(1) {
        assert!(row[13].is_empty() || package.join(&row[13]).is_file(), "{row:?}");
        assert!(package.join(&row[15]).is_file(), "{row:?}");
    }
}

#[test]
fn edits_between_versions_stand_with_their_class_commit_and_signature() {
    let sealed = Sealed::built();
    let path = "metrics/definitions/answered-in-time.yaml";
    let text = fs::read_to_string(sealed.repository.folder().join(path)).expect("a record");
    sealed.repository.write(path, text.replace("decimals: 1", "decimals: 2").replace("version: 1.0.0", "version: 1.1.0"));
    let commit = sealed.repository.commit_signed(&sealed.key, "Give more decimals");
    assert_eq!(sealed.build("report", &["--allow-findings"]).code, 0);
    let package = packed(&sealed, "evidence", &[]);
    let edits = rows(&package, "data/changes/changes.csv");
    let edit = edits.iter().find(|row| row[10] == "decimals").expect("the edit");
    assert_eq!((&*edit[1], &*edit[2], &*edit[4], &*edit[11], &*edit[12]), ("1.0.0", "1.1.0", commit.as_str(), "1", "2"));
    assert!(edit[7].starts_with("good: lead@example.org"), "{edit:?}");
    let history = fs::read(package.join("data/changes/metric/answered-in-time.json")).expect("a history");
    let history: serde_json::Value = serde_json::from_slice(&history).expect("JSON");
    assert_eq!(history["versions"][1]["version"], "1.1.0");
    assert_eq!(history["versions"][1]["brought_in_by"]["id"], commit.as_str());
    assert_eq!(history["commits"][0]["commit"]["signature"]["state"], "good");
}

#[test]
fn package_is_verified_in_a_folder_and_in_one_file_and_whatever_is_changed_in_it_is_named() {
    let sealed = Sealed::signed();
    let folder = packed(&sealed, "evidence", &[]);
    let archive = packed(&sealed, "evidence.zip", &[]);
    let signers = sealed.signers().display().to_string();
    let verified = |path: &Path| run(["verify", path.to_str().expect("UTF-8"), "--signers", &signers]);
    for path in [&folder, &archive] {
        let outcome = verified(path);
        assert!(outcome.code == 0 && outcome.out.contains("intact"), "{}{}", outcome.out, outcome.err);
    }
    let data = folder.join("data");
    fs::write(data.join("records/content/index.md"), "# Other\n").expect("a file");
    fs::write(data.join("report/index.html"), "other").expect("a file");
    fs::write(folder.join("letter.txt"), "more").expect("a file");
    let outcome = verified(&folder);
    assert_eq!(outcome.code, 1, "{}", outcome.out);
    for fault in ["record-changed", "file-changed", "bag-file-changed", "bag-file-added"] {
        assert!(outcome.out.contains(fault), "{fault}: {}", outcome.out);
    }
    assert!(!outcome.out.contains("data/report/index.html"), "{}", outcome.out);
}

/// What stands in the boxes of commands of the first page.
fn commands(page: &str) -> Vec<String> {
    let boxes = page.split("<pre tabindex=\"0\"><code>").skip(1).filter_map(|rest| rest.split("</code></pre>").next());
    let plain =
        |text: &str| text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
    boxes.flat_map(|text| plain(text).lines().map(str::to_owned).collect::<Vec<_>>()).collect()
}

#[test]
fn commands_of_the_first_page_work_in_their_order() {
    let sealed = Sealed::signed();
    fs::create_dir(sealed.repository.beside("audit")).expect("a folder");
    let package = packed(&sealed, "audit/evidence", &["--history"]).canonicalize();
    let package: PathBuf = package.expect("a package");
    fs::write(package.join("../allowed_signers"), signer("lead@example.org", "", &sealed.key)).expect("a file");
    let page = fs::read_to_string(package.join("START-HERE.html")).expect("a page");
    let tickmark = Path::new(env!("CARGO_BIN_EXE_tickmark")).parent().expect("a folder").display().to_string();
    let bagit = super::package::bagit().parent().expect("a folder").display().to_string();
    let way = format!("{tickmark}:{bagit}:{}", std::env::var("PATH").unwrap_or_default());
    let mut ran = 0;
    for command in commands(&page) {
        // The minimal project signs no commits.
        if command.contains("verify-commit") {
            continue;
        }
        let output = Command::new("sh").args(["-c", &command]).current_dir(&package).env("PATH", &way).output().expect("a shell");
        let said = [output.stdout, output.stderr].concat();
        assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&said));
        ran += 1;
    }
    assert!(ran > 10, "{ran} commands");
    assert!(page.contains("-I lead@example.org -n tickmark-report"), "{page}");
    assert_eq!(faults(&package), Vec::<String>::new());
}
