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

use crate::sandbox::{AS_OF, Sandbox, files_below};
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
