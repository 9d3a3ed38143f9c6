//! What can be compared, and how a comparison ends.

use crate::diff_repository::{Repository, git_in, hermetic};
use crate::sandbox::Sandbox;
use tempfile::TempDir;

/// The first line says what is compared.
fn compared(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

#[test]
fn nothing_changed_ends_with_zero() {
    let outcome = Repository::new().diff(&[]);
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
    assert!(outcome.out.ends_with("\nnothing changed\nlet through by `--fail-on breaking-incomplete`\n"), "{}", outcome.out);
}

#[test]
fn working_tree_is_compared_with_what_is_checked_out() {
    let repository = Repository::new();
    repository.count_within("30");
    let outcome = repository.diff(&[]);
    assert_eq!((outcome.code, outcome.err.as_str()), (1, ""));
    assert_eq!(compared(&outcome.out), format!("HEAD ({}) → the working tree", repository.short("HEAD")));
    assert!(outcome.out.contains("error[numerator-changed]"), "{}", outcome.out);
}

#[test]
fn branch_alone_stands_for_where_the_working_tree_left_it() {
    let repository = Repository::with_branch();
    let outcome = repository.diff(&["main"]);
    assert_eq!(compared(&outcome.out), format!("main as of {} → the working tree", repository.short("v1")));
    assert!(!outcome.out.contains("calls-offered ·"), "{}", outcome.out);
    assert_eq!(repository.diff(&["main", "."]).out, outcome.out);
}

#[test]
fn two_branches_are_compared_from_where_they_part() {
    let repository = Repository::with_branch();
    let outcome = repository.diff(&["main", "feature"]);
    let expected = format!("main as of {} → feature ({})", repository.short("v1"), repository.short("feature"));
    assert_eq!(compared(&outcome.out), expected);
    assert_eq!(repository.diff(&["main...feature"]).out, outcome.out);
}

#[test]
fn branch_itself_is_compared_where_it_is_asked_for() {
    let repository = Repository::with_branch();
    let expected = format!("main ({}) → feature ({})", repository.short("main"), repository.short("feature"));
    for args in [&["main", "feature", "--no-merge-base", "--depth", "full"][..], &["main..feature", "--depth", "full"]] {
        let outcome = repository.diff(args);
        assert_eq!(compared(&outcome.out), expected, "{args:?}");
        assert!(outcome.out.contains("calls-offered ·"), "{}", outcome.out);
    }
}

#[test]
fn end_of_a_range_that_is_left_out_is_what_is_checked_out() {
    let repository = Repository::with_branch();
    let expected = format!("v1 ({}) → HEAD ({})", repository.short("v1"), repository.short("HEAD"));
    assert_eq!(compared(&repository.diff(&["v1.."]).out), expected);
}

#[test]
fn tags_and_commits_are_compared_as_they_are() {
    let repository = Repository::with_branch();
    let (one, two) = (repository.short("feature"), repository.short("v1"));
    assert_eq!(compared(&repository.diff(&["feature~0", "v1"]).out), format!("feature~0 ({one}) → v1 ({two})"));
}

#[test]
fn folder_is_compared_with_the_working_tree() {
    let (old, new) = (Sandbox::minimal(), Sandbox::minimal());
    let path = "metrics/definitions/answered-in-time.yaml";
    new.write(path, new.read(path).replace("within 20", "within 30"));
    let outcome = new.run(&["diff", &old.folder().display().to_string()]);
    assert_eq!((outcome.code, outcome.err.as_str()), (1, ""));
    assert_eq!(compared(&outcome.out), format!("the folder {} → the working tree", old.folder().display()));
}

#[test]
fn built_report_is_compared_by_its_records() {
    let (old, new) = (Sandbox::with_report(), Repository::new());
    new.count_within("30");
    let report = old.path("output").display().to_string();
    let outcome = new.diff(&[&report, "."]);
    assert_eq!((outcome.code, outcome.err.as_str()), (1, ""));
    assert!(outcome.out.contains("error[numerator-changed]") && outcome.out.contains("note: the report"), "{}", outcome.out);
    assert!(outcome.out.contains("1 record (1 breaking) changed"), "{}", outcome.out);
}

#[test]
fn two_reports_of_one_state_do_not_differ() {
    let (one, two) = (Sandbox::with_report(), Sandbox::with_report());
    let reports = [one.path("output").display().to_string(), two.path("output").display().to_string()];
    let outcome = Repository::new().diff(&[&reports[0], &reports[1]]);
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
    assert!(outcome.out.contains("\nnothing changed\n"), "{}", outcome.out);
}

#[test]
fn file_that_is_no_archive_is_refused() {
    let repository = Repository::new();
    repository.sandbox.write("report.zip", "PK");
    let outcome = repository.diff(&["report.zip"]);
    assert_eq!((outcome.code, outcome.out.as_str()), (2, ""));
    assert!(outcome.err.contains("error: could not read `") && outcome.err.contains("it is no zip archive"), "{}", outcome.err);
}

#[test]
fn folder_that_is_neither_project_nor_report_is_refused() {
    let repository = Repository::new();
    let outcome = repository.diff(&["./metrics"]);
    assert_eq!(outcome.code, 2);
    assert!(outcome.err.contains("is neither a project"), "{}", outcome.err);
    let outcome = repository.diff(&["./nowhere"]);
    assert_eq!((outcome.code, outcome.err.as_str()), (2, "error: there is no folder `./nowhere`\n"));
}

#[test]
fn unknown_revision_is_told_with_the_nearest_name() {
    let repository = Repository::with_branch();
    let outcome = repository.diff(&["featrue"]);
    let expected = "error: `featrue` is no revision of this repository, and no folder\n  help: did you mean `feature`?\n";
    assert_eq!((outcome.code, outcome.err.as_str(), outcome.out.as_str()), (2, expected, ""));
}

#[test]
fn name_that_leads_to_no_commit_is_told() {
    let outcome = Repository::new().diff(&["HEAD:tickmark.yaml"]);
    assert_eq!(outcome.code, 2);
    assert!(outcome.err.contains("is no commit: it names a blob"), "{}", outcome.err);
}

#[test]
fn project_outside_any_repository_says_so() {
    let outcome = Sandbox::minimal().run(&["diff"]);
    assert_eq!(outcome.code, 2);
    assert!(outcome.err.contains("is in no git repository, so there are no revisions to compare"), "{}", outcome.err);
}

#[test]
fn histories_without_a_common_commit_are_told() {
    let repository = Repository::new();
    repository.git(&["checkout", "--quiet", "--orphan", "other"]);
    repository.commit("Begin elsewhere");
    let outcome = repository.diff(&["main", "other"]);
    let expected = "error: `main` and `other` have no commit in common\n  help: compare them as they are with `--no-merge-base`\n";
    assert_eq!((outcome.code, outcome.err.as_str()), (2, expected));
    assert_eq!(repository.diff(&["main", "other", "--no-merge-base"]).code, 0);
}

#[test]
fn commit_without_a_project_is_told() {
    let repository = Repository::new();
    repository.git(&["checkout", "--quiet", "--orphan", "empty"]);
    repository.git(&["rm", "-r", "--quiet", "--force", "."]);
    repository.commit("Nothing");
    let outcome = repository.diff(&["empty", "main", "--no-merge-base"]);
    assert_eq!(outcome.code, 2);
    assert!(outcome.err.contains("holds no Tickmark project: it has no `tickmark.yaml`"), "{}", outcome.err);
}

#[test]
fn project_in_a_sub_folder_is_found_in_every_revision() {
    let repository = Repository { sandbox: Sandbox::empty() };
    repository.sandbox.overlay_at("deep/project", "tests/projects/minimal");
    repository.git(&["init", "--quiet", "--initial-branch=main"]);
    repository.commit("Begin");
    let path = "deep/project/metrics/definitions/answered-in-time.yaml";
    repository.replace(path, "within 20", "within 30");
    let outcome = crate::sandbox::run(["-C", &repository.sandbox.path("deep/project").display().to_string(), "diff", "--format", "github"]);
    assert_eq!((outcome.code, outcome.err.as_str()), (1, ""));
    assert!(outcome.out.contains("::error file=deep/project/metrics/definitions/answered-in-time.yaml,line="), "{}", outcome.out);
}

#[test]
fn bare_repository_is_compared_by_its_revisions() {
    let repository = Repository::with_branch();
    let bare = TempDir::new().expect("a folder");
    let (from, to) = (repository.sandbox.folder().display().to_string(), bare.path().display().to_string());
    repository.git(&["clone", "--quiet", "--bare", &from, &format!("{to}/bare.git")]);
    let outcome = crate::sandbox::run(["-C", &format!("{to}/bare.git"), "diff", "main", "feature"]);
    assert_eq!((outcome.code, outcome.err.as_str()), (1, ""));
}

/// A clone of a repository, one commit deep.
fn shallow(repository: &Repository) -> (TempDir, String) {
    let folder = TempDir::new().expect("a folder");
    let to = folder.path().join("clone").display().to_string();
    let from = format!("file://{}", repository.sandbox.folder().display());
    repository.git(&["clone", "--quiet", "--depth", "1", "--branch", "feature", &from, &to]);
    (folder, to)
}

#[test]
fn shallow_clone_says_what_to_fetch_and_the_command_works() {
    let repository = Repository::with_branch();
    let (_folder, clone) = shallow(&repository);
    let outcome = crate::sandbox::run(["-C", &clone, "diff", "origin/main", "HEAD"]);
    let command = "git fetch --unshallow origin +refs/heads/main:refs/remotes/origin/main";
    let expected = format!("error: this clone is shallow and does not hold `origin/main`\n  help: run `{command}`\n");
    assert_eq!((outcome.code, outcome.err.as_str(), outcome.out.as_str()), (2, expected.as_str(), ""));
    let words: Vec<&str> = command.split(' ').skip(1).collect();
    git_in(clone.as_ref(), &words);
    let outcome = crate::sandbox::run(["-C", &clone, "diff", "origin/main", "HEAD"]);
    assert_eq!((outcome.code, outcome.err.as_str()), (1, ""));
}

#[test]
fn shallow_clone_without_the_common_commit_says_what_to_fetch() {
    let repository = Repository::with_branch();
    let (_folder, clone) = shallow(&repository);
    git_in(clone.as_ref(), &["fetch", "--quiet", "--depth", "1", "origin", "+refs/heads/main:refs/remotes/origin/main"]);
    let outcome = crate::sandbox::run(["-C", &clone, "diff", "origin/main", "HEAD"]);
    assert_eq!(outcome.code, 2);
    assert!(outcome.err.contains("does not hold the commit from which `origin/main` and `HEAD` both descend"), "{}", outcome.err);
    assert!(outcome.err.contains("git fetch --unshallow origin +refs/heads/main:refs/remotes/origin/main"), "{}", outcome.err);
}

#[test]
fn state_that_cannot_be_read_ends_with_two_and_is_named() {
    let repository = Repository::new();
    repository.sandbox.write("metrics/definitions/calls-offered.yaml", "title: x\n");
    repository.commit("Break it");
    let broken = repository.short("HEAD");
    repository.git(&["revert", "--no-edit", "HEAD"]);
    let outcome = repository.diff(&["HEAD~1", "--no-merge-base"]);
    assert_eq!((outcome.code, outcome.out.as_str()), (2, ""));
    assert!(outcome.err.contains(&format!("{broken}:metrics/definitions/calls-offered.yaml")), "{}", outcome.err);
    assert!(outcome.err.contains(&format!("HEAD~1 ({broken}) cannot be read\n")), "{}", outcome.err);
    let outcome = repository.diff(&["HEAD~1", "--no-merge-base", "--format", "markdown"]);
    assert!(outcome.out.starts_with("<!-- tickmark-review -->\n## Could not compare\n"), "{}", outcome.out);
}

#[test]
fn link_and_submodule_in_a_commit_are_found() {
    let repository = Repository::new();
    let commit = repository.git(&["rev-parse", "HEAD"]);
    repository.git(&["update-index", "--add", "--cacheinfo", &format!("160000,{commit},metrics/vendor")]);
    repository.git(&["commit", "--quiet", "--message", "Add a submodule"]);
    let outcome = repository.diff(&["HEAD", "v1", "--no-merge-base"]);
    assert_eq!(outcome.code, 2);
    assert!(outcome.err.contains("it is a submodule, whose files this repository does not hold"), "{}", outcome.err);
}

#[test]
fn one_record_can_be_looked_at_alone() {
    let repository = Repository::with_branch();
    let outcome = repository.diff(&["main..feature", "--only", "metric/calls-offered", "--depth", "full"]);
    assert!(outcome.out.contains("metric/calls-offered ·") && !outcome.out.contains("metric/answered-in-time ·"), "{}", outcome.out);
    assert_eq!(outcome.code, 0);
    let outcome = repository.diff(&["--only", "metric/calls-ofered"]);
    let expected = "error: `--only`: there is no `metric/calls-ofered` in either state\n  help: did you mean `metric/calls-offered`?\n";
    assert_eq!((outcome.code, outcome.err.as_str()), (2, expected));
}

#[test]
fn threshold_decides_how_it_ends() {
    let repository = Repository::new();
    repository.replace("metrics/definitions/calls-offered.yaml", "title: Calls offered", "title: Calls that were offered");
    for (threshold, code) in [("never", 0), ("editorial", 1), ("minor", 0), ("breaking", 0), ("incomplete", 0)] {
        assert_eq!(repository.diff(&["--fail-on", threshold]).code, code, "{threshold}");
    }
    repository.count_within("30");
    for (threshold, code) in [("never", 0), ("minor", 1), ("breaking", 1), ("incomplete", 1), ("breaking-incomplete", 1)] {
        assert_eq!(repository.diff(&["--fail-on", threshold]).code, code, "{threshold}");
    }
}

#[test]
fn depth_decides_what_is_shown_and_not_how_it_ends() {
    let repository = Repository::new();
    repository.count_within("30");
    repository.replace("metrics/definitions/calls-offered.yaml", "title: Calls offered", "title: Calls that were offered");
    let at = |depth| repository.diff(&["--depth", depth]);
    let (breaking, changelog, full) = (at("breaking"), at("changelog"), at("full"));
    assert_eq!((breaking.code, changelog.code, full.code), (1, 1, 1));
    assert!(full.out.contains("calls-offered ·") && !full.out.contains("not shown"), "{}", full.out);
    assert!(!changelog.out.contains("calls-offered ·") && changelog.out.contains("1 edit not shown"), "{}", changelog.out);
    assert!(breaking.out.contains("numerator-changed"), "{}", breaking.out);
}

#[test]
fn output_goes_to_a_file_without_colours() {
    let repository = Repository::new();
    repository.count_within("30");
    let outcome = repository.diff(&["--output", "review.txt"]);
    assert!(outcome.out.ends_with("; wrote `review.txt`\n"), "{}", outcome.out);
    let written = repository.sandbox.read("review.txt");
    assert!(written.contains("error[numerator-changed]") && !written.contains('\u{1b}'), "{written}");
}

#[test]
fn comment_is_added_to_the_summary_of_the_step() {
    let repository = Repository::new();
    repository.count_within("30");
    repository.sandbox.write("summary.md", "before\n");
    let mut command = hermetic(crate::command::program(["diff", "--format", "markdown"]));
    command.current_dir(repository.sandbox.folder()).env("GITHUB_STEP_SUMMARY", repository.sandbox.path("summary.md"));
    let output = command.output().expect("the program runs");
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    assert_eq!(repository.sandbox.read("summary.md"), format!("before\n{said}"));
    assert!(said.starts_with("<!-- tickmark-review -->\n"), "{said}");
}

#[test]
fn explanation_is_given_for_rules_and_codes() {
    let outcome = crate::sandbox::run(["explain", "numerator-changed"]);
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
    for word in ["level", "area", "breaks", "mirror", "Why it matters", "What to do"] {
        assert!(outcome.out.contains(word), "{word}: {}", outcome.out);
    }
    assert!(crate::sandbox::run(["explain", "R30"]).out.starts_with("R30 unknown-reference · a finding of the reader\n"));
    assert_eq!(crate::sandbox::run(["explain", "unknown-reference"]).out, crate::sandbox::run(["explain", "r30"]).out);
    let list = crate::sandbox::run(["explain"]).out;
    assert!(list.contains("numerator-changed") && list.contains("R30"), "{list}");
    let outcome = crate::sandbox::run(["explain", "numerator-chnged"]);
    let expected = "error: `numerator-chnged` is neither a rule of change nor a code of a finding\n  help: did you mean \
                    `numerator-changed`?\n";
    assert_eq!((outcome.code, outcome.err.as_str()), (2, expected));
}
