//! What people type, what they are told, and how the command ends.

use std::ffi::OsStr;
use std::io::{self, Write};
use std::process::{Command, Output, Stdio};

use crate::sandbox::{AS_OF, Sandbox, differing, run};

/// The built program with an environment of its own.
pub(crate) fn program(args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tickmark"));
    command.args(args).env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
    if let Some(root) = std::env::var_os("SystemRoot") {
        command.env("SystemRoot", root); // Without it, no program starts on Windows.
    }
    command.stdin(Stdio::null());
    command
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

fn code(output: &Output) -> Option<i32> {
    output.status.code()
}

#[test]
fn nothing_to_do_is_a_usage_error() {
    let outcome = run([""; 0]);
    assert_eq!(outcome.code, 2);
    assert!(outcome.err.contains("Usage: tickmark"), "{}", outcome.err);
    assert_eq!(outcome.out, "");
}

#[test]
fn unknown_command_is_a_usage_error_with_a_suggestion() {
    let outcome = run(["biuld"]);
    assert_eq!(outcome.code, 2);
    assert!(outcome.err.contains("'build'"), "{}", outcome.err);
    assert_eq!(outcome.out, "");
}

#[test]
fn unknown_option_is_a_usage_error_with_a_suggestion() {
    let outcome = run(["build", "--ouput", "x"]);
    assert_eq!(outcome.code, 2);
    assert!(outcome.err.contains("'--output'"), "{}", outcome.err);
}

#[test]
fn help_goes_to_standard_output() {
    for args in [&["--help"][..], &["-h"], &["build", "--help"], &["help", "schema"]] {
        let outcome = run(args.iter().copied());
        assert_eq!((outcome.code, outcome.err.as_str()), (0, ""), "{args:?}");
        assert!(outcome.out.contains("Usage: tickmark"), "{args:?}: {}", outcome.out);
    }
}

#[test]
fn help_names_every_command_and_option() {
    let outcome = run(["--help"]);
    for word in ["build", "diff", "explain", "schema", "-C", "--help", "--version"] {
        assert!(outcome.out.contains(word), "{word} is missing: {}", outcome.out);
    }
    let outcome = run(["build", "--help"]);
    for word in ["--output", "--as-of", "--allow-findings", "--timings", "Examples:"] {
        assert!(outcome.out.contains(word), "{word} is missing: {}", outcome.out);
    }
}

#[test]
fn help_of_a_comparison_teaches_by_examples() {
    let outcome = run(["diff", "--help"]);
    let options = ["--no-merge-base", "--only", "--format", "--depth", "--fail-on", "--output", "--driver"];
    let formats = ["text", "markdown", "github", "sarif", "junit", "gitlab", "json", "html"];
    for word in options.iter().chain(&formats).chain(&["Examples:", "tickmark diff main feature", "Exit codes:"]) {
        assert!(outcome.out.contains(word), "{word} is missing: {}", outcome.out);
    }
}

#[test]
fn version_is_that_of_the_package() {
    let outcome = run(["--version"]);
    let expected = format!("tickmark {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!((outcome.code, outcome.out), (0, expected));
}

#[test]
fn folder_without_settings_is_no_project() {
    let sandbox = Sandbox::empty();
    let outcome = sandbox.run(&["build"]);
    let folder = sandbox.folder().display();
    let expected = format!(
        "error: `{folder}` is not a Tickmark project: it has no `tickmark.yaml`\n  help: name the project's folder with `-C DIR`\n"
    );
    assert_eq!((outcome.code, outcome.err, outcome.out.as_str()), (2, expected, ""));
    assert!(sandbox.files().is_empty());
}

#[test]
fn folder_that_is_missing_is_no_project() {
    let sandbox = Sandbox::empty();
    let folder = sandbox.path("nowhere");
    let outcome = run([OsStr::new("-C"), folder.as_os_str(), OsStr::new("build")]);
    assert_eq!(outcome.code, 2);
    assert!(outcome.err.contains("is not a Tickmark project"), "{}", outcome.err);
    assert!(!folder.exists());
}

#[test]
fn folder_option_may_follow_the_command() {
    let sandbox = Sandbox::minimal();
    let folder = sandbox.folder().as_os_str();
    let args = ["build", "--as-of", AS_OF, "-C"].map(OsStr::new);
    let outcome = run(args.into_iter().chain([folder]));
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
    assert!(sandbox.path("output/index.html").is_file());
}

#[test]
fn project_is_the_working_folder_where_none_is_named() {
    let sandbox = Sandbox::minimal();
    let output = program(["build", "--as-of", AS_OF]).current_dir(sandbox.folder()).output().expect("the program runs");
    assert_eq!((code(&output), text(&output.stderr)), (Some(0), String::new()));
    assert!(sandbox.path("output/index.html").is_file());
}

#[test]
fn build_says_what_it_wrote() {
    let sandbox = Sandbox::minimal();
    let outcome = sandbox.build(&[]);
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
    let count = sandbox.files().keys().filter(|path| path.starts_with("output/")).count();
    let folders = sandbox.files().keys().filter(|path| path.starts_with("output/") && path.ends_with('/')).count();
    let words: Vec<&str> = outcome.out.split_whitespace().collect();
    assert_eq!((words[0], words[2], words[3], words[5]), ("wrote", "pages", "and", "other"));
    let number = |word: &str| word.parse::<usize>().expect("a count");
    assert_eq!(number(words[1]) + number(words[4]), count - folders, "{}", outcome.out);
    assert!(outcome.out.ends_with("to `output`\n"), "{}", outcome.out);
}

#[test]
fn timings_name_every_stage() {
    let outcome = Sandbox::minimal().build(&["--timings"]);
    for stage in ["read", "link", "compute", "pages", "large files", "finish"] {
        assert!(outcome.err.contains(&format!("timing: {stage} ")), "{stage}: {}", outcome.err);
    }
    assert_eq!(outcome.code, 0);
}

#[test]
fn day_that_is_none_is_a_usage_error() {
    for (day, expected) in [
        ("2026-02-30", "error: `--as-of`: expected a day that exists, found day `30` of February 2026, which has 28 days\n"),
        ("yesterday", "error: `--as-of`: expected a date such as `2026-09-14`, found `yesterday`\n"),
        ("", "error: `--as-of`: expected a date such as `2026-09-14`, found ``\n"),
    ] {
        let sandbox = Sandbox::with_report();
        let before = sandbox.files();
        let outcome = sandbox.run(&["build", "--as-of", day]);
        assert_eq!((outcome.code, outcome.err.as_str()), (2, expected));
        assert_eq!(differing(&before, &sandbox.files()), [""; 0]);
    }
}

/// Builds in a process with `SOURCE_DATE_EPOCH` and gives the day that the first page names, or what was said.
fn day_of_report(epoch: Option<&str>, args: &[&str]) -> Result<String, String> {
    let sandbox = Sandbox::minimal();
    let mut command = program(["build"]);
    command.args(args).current_dir(sandbox.folder());
    if let Some(epoch) = epoch {
        command.env("SOURCE_DATE_EPOCH", epoch);
    }
    let output = command.output().expect("the program runs");
    if code(&output) != Some(0) {
        assert_eq!(code(&output), Some(2));
        assert!(!sandbox.path("output").exists());
        return Err(text(&output.stderr));
    }
    let page = sandbox.read("output/index.html");
    let days = ["2026-04-08", "2026-04-09", "2026-04-10", "2026-07-01"];
    let shown = days.into_iter().find(|day| page.contains(&format!("datetime=\"{day}\"")));
    Ok(shown.unwrap_or("another day").to_owned())
}

#[test]
fn day_of_a_report_is_that_of_the_option_before_all_others() {
    assert_eq!(day_of_report(Some("1782000000"), &["--as-of", "2026-04-10"]).as_deref(), Ok("2026-04-10"));
}

#[test]
fn day_of_a_report_is_that_of_the_environment_in_the_zone_of_the_project() {
    // 2026-06-30T23:30:00Z is after midnight in London.
    assert_eq!(day_of_report(Some("1782862200"), &[]).as_deref(), Ok("2026-07-01"));
}

#[test]
fn day_of_a_report_without_commit_is_that_of_the_newest_release() {
    assert_eq!(day_of_report(None, &[]).as_deref(), Ok("2026-04-08"));
}

#[test]
fn epoch_that_is_no_number_is_a_usage_error() {
    for epoch in ["", "soon", "1.5", "99999999999999999999", "9223372036854775807"] {
        let expected = format!("error: `SOURCE_DATE_EPOCH` is `{epoch}`, expected seconds since 1970 as a whole number\n");
        assert_eq!(day_of_report(Some(epoch), &[]), Err(expected));
    }
}

#[test]
fn project_without_commit_and_release_needs_a_day() {
    let sandbox = Sandbox::minimal();
    sandbox.remove("metrics/snapshots");
    let output = program(["build"]).current_dir(sandbox.folder()).output().expect("the program runs");
    assert_eq!(code(&output), Some(2));
    assert!(text(&output.stderr).contains("give `--as-of`"), "{}", text(&output.stderr));
    assert_eq!(sandbox.build(&[]).code, 0);
}

/// A value that its counts do not give: a finding of a check, which hides no report.
fn sandbox_with_a_finding() -> Sandbox {
    let sandbox = Sandbox::minimal();
    let path = "metrics/snapshots/2026-03/answered-in-time.csv";
    sandbox.write(path, sandbox.read(path).replace("352,88.0", "352,88.1"));
    sandbox
}

#[test]
fn findings_of_checks_end_with_one_and_a_report() {
    let sandbox = sandbox_with_a_finding();
    let outcome = sandbox.build(&[]);
    assert_eq!(outcome.code, 1);
    assert!(outcome.err.contains("error[S01]"), "{}", outcome.err);
    assert!(outcome.out.starts_with("wrote "), "{}", outcome.out);
}

#[test]
fn allowed_findings_end_with_zero_and_are_told_all_the_same() {
    let sandbox = sandbox_with_a_finding();
    let outcome = sandbox.build(&["--allow-findings"]);
    assert_eq!(outcome.code, 0);
    assert!(outcome.err.contains("error[S01]"), "{}", outcome.err);
}

#[test]
fn mistakes_of_reading_are_never_allowed() {
    let sandbox = Sandbox::with_report();
    sandbox.write("metrics/definitions/calls-offered.yaml", "title: x\n");
    let before = sandbox.files();
    let outcome = sandbox.build(&["--allow-findings"]);
    assert_eq!((outcome.code, outcome.out.as_str()), (1, ""));
    assert_eq!(differing(&before, &sandbox.files()), [""; 0]);
}

#[test]
fn settings_that_cannot_be_used_end_with_two() {
    let sandbox = Sandbox::with_report();
    sandbox.write("tickmark.yaml", "title: x\n");
    assert_eq!(sandbox.build(&[]).code, 2);
}

#[test]
fn plain_output_has_no_colour_and_no_progress() {
    let sandbox = sandbox_with_a_finding();
    let output = program(["build", "--as-of", AS_OF]).current_dir(sandbox.folder()).output().expect("the program runs");
    let said = [output.stdout, output.stderr].concat();
    assert!(!said.contains(&0x1b) && !said.contains(&b'\r'), "{}", text(&said));
}

#[test]
fn schema_of_every_kind_is_json_that_names_it() {
    for kind in tickmark::model::Kind::ALL {
        let outcome = run(["schema", kind.name()]);
        assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
        let schema: serde_json::Value = serde_json::from_str(&outcome.out).expect("JSON");
        assert_eq!(schema["title"], kind.name());
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert_eq!(schema["additionalProperties"], false);
        assert!(schema["properties"]["title"].is_object());
        let described = schema["properties"].as_object().expect("properties").iter();
        for (name, field) in described {
            assert!(field["description"].is_string(), "`{name}` of {kind} says nothing");
        }
    }
}

#[test]
fn schema_of_all_kinds_is_json_by_name() {
    let outcome = run(["schema"]);
    let all: serde_json::Value = serde_json::from_str(&outcome.out).expect("JSON");
    let names: Vec<&str> = all.as_object().expect("an object").keys().map(String::as_str).collect();
    let kinds: Vec<&str> = tickmark::model::Kind::ALL.iter().map(|kind| kind.name()).collect();
    assert!(kinds.iter().all(|kind| names.contains(kind)), "{names:?}");
}

#[test]
fn schema_of_no_kind_is_a_usage_error_with_a_suggestion() {
    let outcome = run(["schema", "metrc"]);
    let expected = "error: `metrc` is no kind of record; did you mean `metric`?\n";
    assert_eq!((outcome.code, outcome.err.as_str(), outcome.out.as_str()), (2, expected, ""));
}

/// A pipe that nobody reads from.
struct Closed;

impl Write for Closed {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn closed_pipe_is_quiet() {
    let mut err = Vec::new();
    let args = ["tickmark", "schema"].map(Into::into);
    let code = tickmark::cli::run(args, &mut Closed, &mut err, false);
    assert_eq!((code, err), (2, Vec::new()));
}

#[cfg(unix)]
#[test]
fn reader_that_goes_away_is_no_crash() {
    let mut child = program(["schema"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!(text(&output.stderr), "");
    assert_ne!(code(&output), Some(0));
}
