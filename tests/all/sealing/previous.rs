//! A report that follows another: what is held of the one before, which figures agree with it, and what it had that is gone.

use std::fs;
use std::path::PathBuf;

use tickmark::app::{Progress, SealedFolder, rebuild};
use tickmark::seal::{Manifest, Statement};

use super::package::packed;
use super::project::{NAMESPACE, Sealed, sign, signer};
use crate::sandbox::Outcome;

const ROWS: &str = "metrics/snapshots/2026-03/answered-in-time.csv";

struct Silent;

impl Progress for Silent {
    fn begin(&self, _: &'static str, _: usize) {}
    fn advance(&self) {}
    fn end(&self) {}
}

/// Builds the report that follows the first one; gives what came of it, and its folder.
fn follow(sealed: &Sealed) -> (Outcome, PathBuf) {
    let previous = sealed.report();
    let outcome = sealed.build("next", &["--previous", previous.to_str().expect("UTF-8")]);
    (outcome, sealed.repository.beside("next"))
}

/// Edits a file of the project and commits it.
fn edit(sealed: &Sealed, path: &str, from: &str, to: &str) {
    let text = fs::read_to_string(sealed.repository.folder().join(path)).expect("a file");
    assert!(text.contains(from), "{path} holds no {from}");
    sealed.repository.write(path, text.replace(from, to));
    sealed.repository.commit("Edit");
}

/// The marks of the figures of a metric, by period and cell.
fn marks(report: &std::path::Path, metric: &str) -> Vec<(String, String)> {
    let text = fs::read_to_string(report.join("data/figures.csv")).expect("figures");
    let head: Vec<&str> = text.lines().next().expect("a heading").split(',').collect();
    let column = |name: &str| head.iter().position(|known| *known == name).expect("the column");
    let (of, period, segment, marks) = (column("metric"), column("period"), column("segment"), column("marks"));
    let lines = text.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>()).filter(|cells| cells[of] == metric);
    lines.map(|cells| (format!("{} {}", cells[period], cells[segment]), cells[marks].to_owned())).collect()
}

fn bears(marks: &str, mark: &str) -> bool {
    marks.split(' ').any(|one| one == mark)
}

/// The lines of a finding.
fn findings<'o>(outcome: &'o Outcome, code: &str) -> Vec<&'o str> {
    outcome.err.lines().filter(|line| line.contains(&format!("[{code}]"))).collect()
}

fn statement(report: &std::path::Path) -> Statement {
    Statement::parse(&fs::read(report.join("provenance.json")).expect("a provenance")).expect("a statement")
}

#[test]
fn figures_that_are_what_the_signed_report_before_had_bear_its_mark() {
    let sealed = Sealed::signed();
    let (outcome, next) = follow(&sealed);
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
    let found = marks(&next, "answered-in-time");
    assert!(found.len() > 3 && found.iter().all(|(_, marks)| bears(marks, "Ag")), "{found:?}");
    let list = fs::read(sealed.report().join("manifest-sha256.txt")).expect("a list");
    let previous = statement(&next).predicate.previous.expect("the report before");
    assert_eq!(previous.manifest_sha256, tickmark::seal::Sha256Digest::of(&list));
    let page = fs::read_to_string(next.join("audit/provenance.html")).expect("a page");
    assert!(page.contains("lead@example.org"), "the page says who signed the report before");
}

#[test]
fn no_figure_of_a_report_that_follows_none_bears_that_mark_or_lacks_a_test_for_it() {
    let sealed = Sealed::built();
    let found = marks(&sealed.report(), "answered-in-time");
    assert!(found.iter().all(|(_, marks)| !bears(marks, "Ag")), "{found:?}");
    let checks = fs::read_to_string(sealed.report().join("data/checks.json")).expect("the checks");
    assert!(checks.contains("no report before this one was given"), "it is said why");
}

#[test]
fn figure_that_changed_without_a_release_is_a_silent_revision_at_its_row() {
    let sealed = Sealed::signed();
    edit(&sealed, ROWS, "2026-02,,420,0,420,378,90.0", "2026-02,,420,0,420,399,95.0");
    let (outcome, next) = follow(&sealed);
    let told = findings(&outcome, "S12");
    let expected = "the value for 2026-02 of total is `95.0`, the report before this one, as of ";
    assert!(told.iter().any(|line| line.contains(expected) && line.contains("had `90.0`")), "{}", outcome.err);
    assert!(outcome.err.contains(&format!("--> {ROWS}:5:")), "{}", outcome.err);
    let found = marks(&next, "answered-in-time");
    let of = |name: &str| found.iter().find(|(of, _)| of == name).map(|(_, marks)| marks.clone()).expect("the figure");
    assert!(!bears(&of("2026-02 total"), "Ag") && of("2026-02 total").contains('X'), "{found:?}");
    assert!(bears(&of("2026-01 total"), "Ag"), "{found:?}");
}

#[test]
fn figure_that_a_later_release_changed_is_not_silent_and_yet_does_not_agree() {
    let sealed = Sealed::signed();
    let later = "title: Late records\nstatus: final\nreleased: 2026-04-20T09:30:00+01:00\n";
    sealed.repository.write("metrics/snapshots/2026-04/release.yaml", later);
    let rows = "period,site,denominator_raw,excluded:test-calls,denominator,numerator,value,comment\n2026-02,,420,0,420,399,95.0,\n";
    sealed.repository.write("metrics/snapshots/2026-04/answered-in-time.csv", rows);
    sealed.repository.commit("Publish late records");
    let (outcome, next) = follow(&sealed);
    assert_eq!(findings(&outcome, "S12"), Vec::<&str>::new(), "{}", outcome.err);
    let found = marks(&next, "answered-in-time");
    let (_, revised) = found.iter().find(|(of, _)| of == "2026-02 total").expect("the figure");
    assert!(!bears(revised, "Ag"), "{found:?}");
}

#[test]
fn period_that_the_report_before_had_and_this_one_has_not_is_found() {
    let sealed = Sealed::signed();
    // All rows of the period, since a total is made of its segments where it has no row.
    let text = fs::read_to_string(sealed.repository.folder().join(ROWS)).expect("rows");
    let kept: String = text.split_inclusive('\n').filter(|line| !line.starts_with("2026-02,")).collect();
    assert_ne!(kept, text);
    sealed.repository.write(ROWS, kept);
    sealed.repository.commit("Drop a period");
    let (outcome, _) = follow(&sealed);
    let told = findings(&outcome, "S06");
    let expected = "`answered-in-time` has no figure for 2026-02 of total, which the report before this one";
    assert_eq!(told.iter().filter(|line| line.contains(expected)).count(), 1, "{}", outcome.err);
    assert_eq!(told.iter().filter(|line| line.contains("no row for 2026-02")).count(), 0, "told once: {}", outcome.err);
}

#[test]
fn metric_that_was_dropped_without_retirement_is_found() {
    let sealed = Sealed::signed();
    sealed.repository.remove("metrics/definitions/calls-offered.yaml").remove("metrics/snapshots/2026-03/calls-offered.csv");
    let scorecard = fs::read_to_string(sealed.repository.folder().join("metrics/scorecards/service.yaml")).expect("a scorecard");
    assert!(!scorecard.contains("calls-offered"), "the scorecard can still be read");
    sealed.repository.commit("Drop a metric");
    let (outcome, _) = follow(&sealed);
    let told = findings(&outcome, "S06");
    let is_told = |line: &&str| line.contains("`calls-offered` had ") && line.ends_with("and is defined no longer");
    assert!(told.iter().any(is_told), "{}", outcome.err);
}

#[test]
fn report_before_that_nobody_who_may_has_signed_cannot_be_agreed_with() {
    let unsigned = Sealed::built();
    let strange = Sealed::built();
    sign(&strange.report(), &strange.repository.ssh_key("stranger"), NAMESPACE);
    let other = Sealed::built();
    sign(&other.report(), &other.key, "git");
    let moved = Sealed::signed();
    let signature = moved.report().join("manifest-sha256.txt.sig");
    fs::copy(Sealed::signed().report().join("manifest-sha256.txt.sig"), &signature).expect("copied");
    let ended = Sealed::signed();
    ended.repository.write("content/signers", signer("lead@example.org", "valid-before=\"20200101\"", &ended.key));
    ended.repository.commit("End a key");
    for (sealed, reason) in [
        (unsigned, "the report before this one is not signed"),
        (strange, "the project's signers do not name the key"),
        (other, "does not hold: it was made for `git`, not for a report"),
        (moved, "does not hold: it was made for another list of files"),
        (ended, "the key of `lead@example.org` was not valid when it was made"),
    ] {
        let (outcome, next) = follow(&sealed);
        assert_eq!(findings(&outcome, "S12"), Vec::<&str>::new(), "{}", outcome.err);
        let found = marks(&next, "answered-in-time");
        assert!(found.iter().all(|(_, marks)| !bears(marks, "Ag") && bears(marks, "N")), "{reason}: {found:?}");
        let checks = fs::read_to_string(next.join("data/checks.json")).expect("the checks");
        assert!(checks.contains(reason), "{reason}");
    }
}

#[test]
fn report_before_that_is_not_what_its_list_names_is_refused() {
    let append = |sealed: &Sealed, path: &str, more: &str| {
        let file = sealed.report().join(path);
        let text = fs::read_to_string(&file).expect("a file");
        fs::write(&file, text + more).expect("written");
    };
    let figures = Sealed::signed();
    append(&figures, "data/figures.csv", "x\n");
    let provenance = Sealed::signed();
    append(&provenance, "provenance.json", " ");
    let list = Sealed::signed();
    append(&list, "manifest-sha256.txt", "x");
    let none = Sealed::built();
    fs::remove_file(none.report().join("manifest-sha256.txt")).expect("removed");
    for (sealed, reason) in [
        (figures, "its `data/figures.csv` is not the one that its `manifest-sha256.txt` lists"),
        (provenance, "its `provenance.json` is not the one"),
        (list, "its `manifest-sha256.txt` cannot be read: its last line is cut off"),
        (none, "its `manifest-sha256.txt` cannot be read"),
    ] {
        let (outcome, next) = follow(&sealed);
        assert_eq!(outcome.code, 2, "{reason}: {}", outcome.err);
        assert!(outcome.err.contains(reason), "{reason}: {}", outcome.err);
        assert!(!next.exists(), "nothing is written");
    }
}

#[test]
fn report_cannot_follow_one_that_speaks_of_a_later_day() {
    let sealed = Sealed::signed();
    let previous = sealed.report();
    let outcome = sealed.build("next", &["--previous", previous.to_str().expect("UTF-8"), "--as-of", "2026-01-31"]);
    assert_eq!(outcome.code, 2, "{}", outcome.err);
}

#[test]
fn report_that_follows_another_is_made_again_with_that_one_alone() {
    let sealed = Sealed::signed();
    let (_, next) = follow(&sealed);
    let manifest = Manifest::parse(&fs::read(next.join("manifest-sha256.txt")).expect("a list")).expect("a list");
    let provenance = statement(&next).predicate;
    let previous = SealedFolder::open(&sealed.report()).expect("the report before");
    let again = rebuild(sealed.repository.folder(), &provenance, Some(&previous), &Silent).expect("made").expect("a report");
    assert_eq!(again, manifest);
    let message = |given| rebuild(sealed.repository.folder(), &provenance, given, &Silent).expect_err("refused").to_string();
    assert!(message(None).contains("that one was not given"));
    let itself = SealedFolder::open(&next).expect("a report");
    assert!(message(Some(&itself)).contains("the one given is another"));
}

#[test]
fn report_before_may_be_given_as_the_package_it_came_in() {
    let sealed = Sealed::signed();
    let package = packed(&sealed, "evidence.zip", &[]);
    let outcome = sealed.build("next", &["--previous", package.to_str().expect("UTF-8")]);
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
    let (_, from_folder) = follow(&sealed);
    let list = |report: &std::path::Path| fs::read(report.join("manifest-sha256.txt")).expect("a list");
    assert_eq!(list(&sealed.repository.beside("next")), list(&from_folder));
}
