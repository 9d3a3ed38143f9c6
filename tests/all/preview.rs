//! A report that is made file by file is the report that is built.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use tickmark::app::{Preview, PreviewOptions, Progress, Served, Touched};
use tickmark::catalog::link;
use tickmark::diag::Findings;
use tickmark::language::Language;
use tickmark::model::Date;
use tickmark::site::{Report, Site};
use tickmark::source::read_project;

use crate::repositories::Repository;
use crate::sandbox::{AS_OF, Sandbox, files_below, run};
use crate::tree::root;

/// Tells nobody.
pub(crate) struct Silent;

impl Progress for Silent {
    fn begin(&self, _: &'static str, _: usize) {}
    fn advance(&self) {}
    fn end(&self) {}
}

fn site(folder: &Path, as_of: &str) -> Site {
    let workspace = tickmark::app::DiskWorkspace::open(folder).expect("a project");
    let catalog = link(read_project(&workspace).project.expect("a readable project")).catalog.expect("a linked project");
    let report = Report::new(Date::parse(as_of).expect("a day"));
    Site::plan(catalog, report, Arc::new(Language::built_in("en")), Findings::new())
}

fn preview(sandbox: &Sandbox) -> Preview {
    let as_of = Some(Date::parse(AS_OF).expect("a day"));
    Preview::open(PreviewOptions { project: sandbox.path(""), as_of, since: None, previous: None }).expect("a project")
}

fn served(preview: &Preview, path: &str) -> Option<Vec<u8>> {
    match preview.file(path) {
        Served::File(bytes) => Some(bytes),
        Served::NotFound => None,
        other => panic!("{path}: {other:?}"),
    }
}

#[test]
fn every_planned_file_is_found_by_its_path_alone() {
    let all = site(&root(), "2026-10-15");
    let alone = site(&root(), "2026-10-15");
    for file in all.files() {
        assert_eq!(alone.file(&file.path), Some(file), "{}", file.path);
    }
}

#[test]
fn paths_that_nobody_planned_are_not_found() {
    let site = site(&root().join("tests/projects/minimal"), AS_OF);
    let unknown = [
        "",
        "index",
        "metrics",
        "metrics/nobody.html",
        "metrics/../index.html",
        "audit/nothing.html",
        "audit/checks/D01.9.html",
        "data/records/metric/nobody.json",
    ];
    let found: Vec<&str> = unknown.into_iter().filter(|path| site.file(path).is_some()).collect();
    assert_eq!(found, Vec::<&str>::new());
}

#[test]
fn a_preview_serves_the_bytes_of_a_build() {
    let sandbox = Sandbox::minimal();
    let preview = preview(&sandbox);
    assert!(preview.refresh(&Touched::Everything, &Silent).problem.is_none());
    assert_eq!(sandbox.build(&[]).code, 0);
    let built: BTreeMap<String, Vec<u8>> =
        files_below(&sandbox.path("output")).into_iter().filter(|(path, _)| !path.ends_with('/')).collect();
    let differ: Vec<&String> =
        built.iter().filter(|(path, bytes)| served(&preview, path).as_ref() != Some(bytes)).map(|(path, _)| path).collect();
    assert_eq!(differ, Vec::<&String>::new());
}

#[test]
fn a_preview_follows_edits_commits_and_branches_as_a_build_tells_them() {
    const METRIC: &str = "metrics/definitions/answered-in-time.yaml";
    let repository = Repository::minimal();
    let text = String::from_utf8(repository.git(&["show", &format!("HEAD:{METRIC}")])).expect("text");
    let titled = |title: &str| text.replacen("Calls answered in time", title, 1);
    let options = PreviewOptions {
        project: repository.folder().to_owned(),
        as_of: Some(Date::parse(AS_OF).expect("a day")),
        since: None,
        previous: None,
    };
    let preview = Preview::open(options).expect("a project");
    let hold = |step: &str, touched: &Touched| {
        let refreshed = preview.refresh(touched, &Silent);
        assert!(refreshed.problem.is_none() && refreshed.is_new, "{step}: {refreshed:?}");
        let output = repository.beside(step);
        let (project, report) = (repository.folder().to_str().expect("text"), output.to_str().expect("text"));
        run(["-C", project, "build", "--as-of", AS_OF, "--output", report]);
        let built = files_below(&output);
        assert!(built.contains_key("index.html"), "{step}: nothing was built");
        let files = built.iter().filter(|(path, _)| !path.ends_with('/'));
        let differ: Vec<&String> =
            files.filter(|(path, bytes)| served(&preview, path).as_ref() != Some(bytes)).map(|(path, _)| path).collect();
        assert_eq!(differ, Vec::<&String>::new(), "{step}");
    };
    let edited = Touched::Paths(BTreeSet::from([METRIC.to_owned()]));
    hold("first", &Touched::Everything);
    repository.write(METRIC, titled("Calls answered at once"));
    hold("edited", &edited);
    repository.commit("Say it better");
    hold("committed", &Touched::Head);
    repository.branch("other").write(METRIC, titled("Calls answered early"));
    repository.commit("Say it otherwise");
    hold("on-a-branch", &Touched::Everything);
    repository.checkout("main").write(METRIC, titled("Calls answered soon"));
    repository.commit_with(&["--amend"], "Say it best");
    hold("amended", &Touched::Everything);
    repository.git(&["checkout", "-q", "HEAD~1"]);
    hold("back", &Touched::Everything);
}

#[test]
fn what_checks_find_is_told_when_nothing_else_happens() {
    let sandbox = Sandbox::minimal();
    let preview = preview(&sandbox);
    preview.refresh(&Touched::Everything, &Silent);
    let site = site(sandbox.folder(), AS_OF);
    assert!(!site.test_while(&|| false), "nobody wanted it");
    assert_eq!(preview.findings().as_deref(), Some(site.findings()));
}

#[test]
fn a_file_that_holds_what_it_held_is_no_change() {
    let sandbox = Sandbox::minimal();
    let preview = preview(&sandbox);
    preview.refresh(&Touched::Everything, &Silent);
    let touched = Touched::Paths(BTreeSet::from(["metrics".to_owned(), "content/nothing.md".to_owned()]));
    let refreshed = [&touched, &Touched::Everything, &Touched::Head].map(|touched| preview.refresh(touched, &Silent));
    let news: Vec<bool> = refreshed.iter().map(|refreshed| refreshed.is_new || !refreshed.changes.is_empty()).collect();
    assert_eq!(news, [false, false, false]);
}

#[test]
fn a_project_that_is_gone_is_told_once_and_comes_back() {
    let sandbox = Sandbox::minimal();
    let preview = preview(&sandbox);
    preview.refresh(&Touched::Everything, &Silent);
    let (settings, away) = (sandbox.path("tickmark.yaml"), sandbox.path("away.yaml"));
    std::fs::rename(&settings, &away).expect("a file");
    let told = [(); 2].map(|()| preview.refresh(&Touched::Everything, &Silent));
    assert_eq!((told[0].is_new, told[1].is_new, told[1].problem.is_some()), (true, false, true));
    assert!(served(&preview, "index.html").is_some(), "the last good state stays");
    std::fs::rename(&away, &settings).expect("a file");
    let back = preview.refresh(&Touched::Everything, &Silent);
    assert_eq!((back.is_new, back.problem.is_none()), (true, true));
}
