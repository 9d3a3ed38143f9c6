//! Marks beside figures, from a metric of which one figure does not agree with its counts and one is waived.

use std::collections::BTreeSet;

use crate::catalog::link;
use crate::check::{Mark, Tick};
use crate::diag::Findings;
use crate::language::Language;
use crate::model::Date;
use crate::site::view::{Block, Cell, LegendEntry, Page, Part, Table, TickMark};
use crate::site::{Report, Site};
use crate::source::{MemoryWorkspace, read_project};

const SETTINGS: &str = "title: A report\norganisation: An organisation\ntimezone: Europe/London\n";
const METRIC: &str = "title: Answered in time\nversion: 1.0.0\neffective_from: 2026-01-01\nstate: active\nscoring: proportion\nunit: percent\n\
decimals: 1\ndirection: increase\nfrequency: P1M\nsegments: [checks]\ndefinition: Calls answered in time.\n";
const SEGMENT: &str = "title: Checks\nversion: 1.0.0\neffective_from: 2026-01-01\nstate: active\ntype: channel\npartition: true\n\
codes:\n  - code: a\n    label: A\n  - code: b\n    label: B\n";
const ROWS: &str = "period,checks,numerator,denominator,value\n2026-01,,700,1000,70.0\n2026-02,,600,1200,55.0\n2026-03,,600,1200,50.0\n\
2026-03,a,300,600,50.0\n2026-03,b,300,600,50.0\n";
const WAIVER: &str = "title: Known\nowner: person/ann\nstate: active\ncheck: S01\nsubject: metric/answered\nreason: It is known.\n\
approved_by: person/ann\nexpires: 2026-12-31\n";

fn workspace() -> MemoryWorkspace {
    MemoryWorkspace::new()
        .with("tickmark.yaml", SETTINGS)
        .with("content/people/ann.yaml", "title: Ann\nname: Ann\nroles: []\n")
        .with("metrics/definitions/answered.yaml", METRIC)
        .with("metrics/segments/checks.yaml", SEGMENT)
        .with("metrics/snapshots/2026-04/release.yaml", "title: March\nstatus: final\nreleased: 2026-04-02T09:00:00Z\n")
        .with("metrics/snapshots/2026-04/answered.csv", ROWS)
}

fn site_in(tag: &str, workspace: &MemoryWorkspace) -> Site {
    let reading = read_project(workspace);
    let mut findings = reading.findings;
    let Some(project) = reading.project else { panic!("{:#?}", findings.sorted()) };
    let linking = link(project);
    findings.append(linking.findings);
    let Some(catalog) = linking.catalog else { panic!("{:#?}", findings.sorted()) };
    let as_of = Date::new(2026, 4, 30).expect("a day");
    let report = Report::new(as_of);
    Site::plan(catalog, report, std::sync::Arc::new(Language::built_in(tag)), Findings::new())
}

fn site() -> Site {
    site_in("en", &workspace())
}

fn page(site: &Site, path: &str) -> Page {
    let file = site.file(path).unwrap_or_else(|| panic!("{path} is not planned"));
    site.page(file).unwrap_or_else(|| panic!("{path} is no page"))
}

fn tables(page: &Page) -> Vec<&Table> {
    page.parts.all().iter().filter_map(|part| if let Part::Table(table) = part { Some(table) } else { None }).collect()
}

fn marks_in(cell: &Cell) -> Vec<TickMark> {
    match cell {
        Cell::Marks(marks) | Cell::Ticked { marks, .. } => marks.clone(),
        Cell::Stack(cells) => cells.iter().flat_map(marks_in).collect(),
        _ => Vec::new(),
    }
}

fn marks(page: &Page) -> Vec<TickMark> {
    let cells = tables(page).into_iter().flat_map(|table| &table.groups).flat_map(|group| &group.rows).flat_map(|row| &row.cells);
    cells.flat_map(marks_in).chain(page.head.glance.iter().flat_map(|cell| cell.marks.clone())).collect()
}

fn row_marks(page: &Page, id: &str) -> Vec<TickMark> {
    let rows = tables(page).into_iter().flat_map(|table| &table.groups).flat_map(|group| &group.rows);
    rows.filter(|row| row.id == id).flat_map(|row| &row.cells).flat_map(marks_in).collect()
}

fn letters(marks: &[TickMark]) -> Vec<&str> {
    marks.iter().map(|mark| mark.letters.as_str()).collect()
}

fn legend(page: &Page) -> Vec<LegendEntry> {
    let blocks = page.sections.iter().flat_map(|section| &section.blocks);
    blocks.filter_map(|block| if let Block::Legend { entries } = block { Some(entries.clone()) } else { None }).flatten().collect()
}

fn anchors(page: &Page) -> BTreeSet<String> {
    let rows = || tables(page).into_iter().flat_map(|table| &table.groups).flat_map(|group| &group.rows);
    let own = |cell: &Cell| if let Cell::Anchored { id, .. } = cell { Some(id.clone()) } else { None };
    rows().map(|row| row.id.clone()).chain(rows().flat_map(|row| &row.cells).filter_map(own)).collect()
}

#[test]
fn a_figure_that_agrees_bears_its_mark_and_one_that_does_not_its_exception() {
    let site = site();
    let page = page(&site, "metrics/answered.html");
    let agrees = row_marks(&page, "p-2026-01");
    let differs = row_marks(&page, "p-2026-02");
    assert!(letters(&agrees).contains(&"Rx"), "{agrees:?}");
    assert!(letters(&differs).iter().any(|letters| letters.starts_with('X')), "{differs:?}");
    assert!(!letters(&differs).contains(&"Rx"), "{differs:?}");
}

#[test]
fn a_waived_exception_has_a_number_of_its_own() {
    let site = site_in("en", &workspace().with("content/waivers/known.yaml", WAIVER));
    let marks = row_marks(&page(&site, "metrics/answered.html"), "p-2026-02");
    assert!(letters(&marks).contains(&"W1") && !letters(&marks).iter().any(|letters| letters.starts_with('X')), "{marks:?}");
}

#[test]
fn every_mark_says_what_it_means_and_leads_to_a_result_that_is_there() {
    let site = site();
    let checks = anchors(&page(&site, "metrics/answered/checks.1.html"));
    for file in site.files() {
        let Some(page) = site.page(file) else { continue };
        for mark in marks(&page) {
            let (path, anchor) = mark.href.split_once('#').unwrap_or((&mark.href, ""));
            assert!(path.ends_with("metrics/answered/checks.1.html"), "{}: {mark:?}", file.path);
            assert!(anchor.is_empty() || checks.contains(anchor), "{}: {mark:?}", file.path);
            assert!(mark.label.starts_with(&format!("{}: ", mark.letters)) && mark.label.len() > mark.letters.len() + 2, "{mark:?}");
        }
    }
}

#[test]
fn the_legend_has_the_marks_of_its_page_and_no_others() {
    let site = site();
    for path in ["metrics/answered.html", "metrics/answered/checks.html", "metrics/index.html"] {
        let page = page(&site, path);
        let plain = |letters: &str| !letters.starts_with(['X', 'W']);
        let shown: BTreeSet<String> = marks(&page).into_iter().map(|mark| mark.letters).filter(|letters| plain(letters)).collect();
        let told: BTreeSet<String> = legend(&page).into_iter().map(|entry| entry.letters).filter(|letters| plain(letters)).collect();
        assert_eq!(shown, told, "{path}");
    }
}

#[test]
fn the_legend_names_what_failed_and_why_something_could_not_be_tested() {
    let site = site();
    let legend = legend(&page(&site, "metrics/answered.html"));
    let entry =
        |letters: &str| legend.iter().find(|entry| entry.letters.starts_with(letters)).unwrap_or_else(|| panic!("{letters}: {legend:?}"));
    let exception = &entry("X").grounds[0];
    assert_eq!(exception.code, "S01");
    assert!(exception.href.starts_with("../metrics/answered/checks.1.html#x"), "{exception:?}");
    assert!(exception.text.contains("55.0"), "{exception:?}");
    assert!(!entry("N").grounds.is_empty(), "{legend:?}");
}

#[test]
fn every_page_with_a_mark_says_that_three_letters_are_the_auditors() {
    let site = site();
    for file in site.files() {
        let Some(page) = site.page(file) else { continue };
        let texts = page.sections.iter().filter(|section| section.id == "marks").flat_map(|section| &section.blocks);
        let said = texts.filter(|block| matches!(block, Block::Intro { text } if text.starts_with("V, T and A"))).count();
        assert_eq!(said, usize::from(!marks(&page).is_empty()), "{}", file.path);
    }
}

#[test]
fn the_letters_of_the_auditor_are_never_placed() {
    let of_tool = Mark::ALL.iter().map(|mark| Tick::Mark(*mark)).chain([Tick::Exception(1), Tick::Waived(1), Tick::NotTested]);
    let reserved = ["V", "T", "A"];
    assert_eq!(of_tool.map(Tick::letters).find(|letters| reserved.contains(&letters.as_str())), None);
    let site = site();
    let placed = site.files().iter().filter_map(|file| site.page(file)).flat_map(|page| marks(&page));
    assert_eq!(placed.map(|mark| mark.letters).find(|letters| reserved.contains(&letters.as_str())), None);
}

#[test]
fn the_column_of_the_auditor_stands_beside_the_marks_and_is_empty() {
    let site = site();
    let page = page(&site, "metrics/answered.html");
    let table = tables(&page).into_iter().find(|table| table.id == "t-p").expect("the periods");
    let column = |kind| table.columns.iter().position(|column| column.kind == kind).expect("the column");
    let auditor = column(crate::site::view::ColumnKind::Auditor);
    assert_eq!(auditor, column(crate::site::view::ColumnKind::Marks) + 1);
    assert!(table.groups.iter().flat_map(|group| &group.rows).all(|row| matches!(row.cells[auditor], Cell::Empty)));
}

#[test]
fn a_segment_called_checks_keeps_its_page_beside_the_page_of_the_checks() {
    let site = site();
    assert!(site.file("metrics/answered/checks.html").is_some() && site.file("metrics/answered/checks.1.html").is_some());
}

#[test]
fn a_list_of_metrics_shows_the_marks_of_the_newest_figures() {
    let site = site();
    let newest = row_marks(&page(&site, "metrics/answered.html"), "p-2026-03");
    let listed = marks(&page(&site, "metrics/index.html"));
    assert_eq!(letters(&listed), letters(&newest));
}

#[test]
fn german_pages_say_what_marks_mean_in_german() {
    let site = site_in("de", &workspace());
    let legend = legend(&page(&site, "metrics/answered.html"));
    let exception = legend.iter().find(|entry| entry.letters.starts_with('X')).expect("the exception");
    assert!(exception.meaning.starts_with("Beanstandung"), "{exception:?}");
    assert_eq!(exception.grounds[0].language, "en");
}
