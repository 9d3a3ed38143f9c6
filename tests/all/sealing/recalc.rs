//! Workbooks of recalculation: LibreOffice computes every published figure again and finds the published value.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Arc, LazyLock};

use tickmark::app::DiskWorkspace;
use tickmark::catalog::link;
use tickmark::diag::Findings;
use tickmark::language::Language;
use tickmark::model::{Date, Id};
use tickmark::render::data::write_figures;
use tickmark::render::recalc::recalculation;
use tickmark::site::{Report, Site};
use tickmark::source::{Workspace, read_project};

use super::spreadsheet::{Computed, altered, compute, part};
use crate::tree::root;

fn site(workspace: &dyn Workspace, language: &str, as_of: &str) -> Site {
    let reading = read_project(workspace);
    let project = reading.project.unwrap_or_else(|| panic!("{:?}", reading.findings.sorted()));
    let linking = link(project);
    let catalog = linking.catalog.unwrap_or_else(|| panic!("{:?}", linking.findings.sorted()));
    let report = Report::new(Date::parse(as_of).expect("a day"));
    Site::plan(catalog, report, Arc::new(Language::built_in(language)), Findings::new())
}

fn on_disk(folder: &Path, as_of: &str) -> Site {
    site(&DiskWorkspace::open(folder).expect("a project"), "en", as_of)
}

/// Halves of both signs, long numbers, gaps, parts that were revised, weighted means, and texts that look like formulas.
fn hard_cases(language: &str) -> Site {
    let folder = root().join("tests/projects/hard-to-recalculate");
    site(&DiskWorkspace::open(&folder).expect("a project"), language, "2026-07-31")
}

fn workbook(site: &Site, metric: &Id) -> Vec<u8> {
    recalculation(site, metric, &|_| true).expect("a workbook").expect("a metric")
}

fn metrics(site: &Site) -> Vec<Id> {
    site.catalog().metrics().map(|(record, _)| record.id.clone()).collect()
}

fn id(text: &str) -> Id {
    Id::parse(text).expect("an id")
}

/// The projects, and what LibreOffice makes of the workbooks of all their metrics.
struct Proof {
    sites: BTreeMap<&'static str, Site>,
    sheets: BTreeMap<String, Computed>,
}

static PROOF: LazyLock<Proof> = LazyLock::new(|| {
    let sites = BTreeMap::from([
        ("root", on_disk(&root(), "2026-10-31")),
        ("care", on_disk(&root().join("examples/emergency-care"), "2019-04-11")),
        ("hard", hard_cases("en")),
        ("hart", hard_cases("de")),
    ]);
    let mut workbooks = BTreeMap::new();
    for (project, site) in &sites {
        for metric in metrics(site) {
            workbooks.insert(format!("{project}-{metric}"), workbook(site, &metric));
        }
    }
    let rows = part(&workbooks["hard-calls"], "xl/worksheets/sheet3.xml");
    assert!(rows.contains("<v>240</v>"), "{rows}");
    let other = altered(&workbooks["hard-calls"], "xl/worksheets/sheet3.xml", |text| text.replacen("<v>240</v>", "<v>241</v>", 1));
    workbooks.insert("altered-calls".to_owned(), other);
    let sheets = compute(&workbooks);
    Proof { sites, sheets }
});

fn sheet(name: &str) -> &'static Computed {
    PROOF.sheets.get(name).unwrap_or_else(|| panic!("no sheet {name} among {:?}", PROOF.sheets.keys()))
}

/// The published values by metric, period and cell.
fn published(site: &Site) -> BTreeMap<[String; 3], String> {
    let mut text = Vec::new();
    write_figures(site, &mut text).expect("memory takes bytes");
    let mut rows = csv::Reader::from_reader(text.as_slice());
    let headings = rows.headers().expect("headings").clone();
    let at = |name: &str| headings.iter().position(|heading| heading == name).expect("the column");
    let places = ["metric", "period", "segment", "value"].map(at);
    let cells = |row: csv::StringRecord| places.map(|place| row[place].to_owned());
    rows.records().map(|row| cells(row.expect("a row"))).map(|[metric, period, cell, value]| ([metric, period, cell], value)).collect()
}

/// The name of a line's cell, as data files say it.
fn cell(site: &Site, metric: &Id, line: &BTreeMap<String, String>) -> String {
    let (_, fields) = site.catalog().metric(metric).expect("a metric");
    let segments: BTreeSet<&str> = fields.segments.iter().map(|reference| reference.id().as_str()).collect();
    let codes = segments.iter().filter(|segment| !line[**segment].is_empty()).map(|segment| format!("{segment}={}", line[*segment]));
    let codes: Vec<String> = codes.collect();
    if codes.is_empty() { "total".to_owned() } else { codes.join(";") }
}

/// Holds the recalculated values of a project's newest figures against `figures.csv`; gives how many have a value.
fn hold(project: &str) -> usize {
    let site = &PROOF.sites[project];
    let mut expected = published(site);
    let mut held = 0;
    for metric in metrics(site) {
        for line in &sheet(&format!("{project}-{metric}-Figures")).lines {
            let place = [metric.to_string(), line["Period"].clone(), cell(site, &metric, line)];
            let (agrees, value) = (&line["Agrees"], &line["Value, recalculated"]);
            assert_ne!(agrees, "FALSE", "{place:?} {line:?}");
            if line["Newest or earlier"] != "newest" {
                continue;
            }
            let published = expected.remove(&place).unwrap_or_else(|| panic!("{place:?} is not published"));
            if agrees == "TRUE" {
                assert_eq!(value.parse::<f64>().ok(), published.parse::<f64>().ok(), "{place:?} {line:?}");
            } else if project != "hard" {
                assert_eq!((agrees.as_str(), published.as_str()), ("not tested", ""), "{place:?} {line:?}");
            }
            held += usize::from(agrees == "TRUE" && !published.is_empty());
        }
    }
    assert_eq!(expected.keys().next(), None, "a published figure stands in no workbook");
    held
}

#[test]
fn every_figure_of_the_demonstration_is_recalculated() {
    assert!(hold("root") > 500, "{}", hold("root"));
}

#[test]
fn every_figure_of_the_example_with_real_data_is_recalculated() {
    assert!(hold("care") > 50_000, "{}", hold("care"));
}

#[test]
fn hard_cases_are_recalculated_or_said_not_to_be() {
    assert!(hold("hard") > 0);
}

/// The lines of a metric of the hard cases: period, recalculated, published, agrees.
fn hard(metric: &str) -> Vec<[&'static str; 4]> {
    let headings = ["Period", "Value, recalculated", "Value, published", "Agrees"];
    sheet(&format!("hard-{metric}-Figures")).lines.iter().map(|line| headings.map(|heading| line[heading].as_str())).collect()
}

#[test]
fn halves_are_rounded_as_the_definition_says() {
    let even = [["2026-01", "0.12", "0.12", "TRUE"], ["2026-02", "0.38", "0.38", "TRUE"], ["2026-03", "-0.12", "-0.12", "TRUE"]];
    assert_eq!(hard("half-even"), even);
    let up = [["2026-01", "0.13", "0.13", "TRUE"], ["2026-02", "0.38", "0.38", "TRUE"], ["2026-03", "-0.13", "-0.13", "TRUE"]];
    assert_eq!(hard("half-up"), up);
}

#[test]
fn number_with_more_digits_than_a_spreadsheet_keeps_is_never_shown_as_agreeing() {
    let lines = hard("long");
    assert_eq!(lines[0][2..], ["1234567890123456", "not tested"]);
    assert_eq!(lines[1][2..], ["123456789012345", "TRUE"]);
}

#[test]
fn figure_without_a_value_has_none_when_recalculated() {
    let lines = hard("gaps");
    assert_eq!(lines.iter().map(|line| line[3]).collect::<Vec<_>>(), ["TRUE", "TRUE", "not tested", "TRUE"]);
    assert!(lines[..3].iter().all(|line| line[1].is_empty() && line[2].is_empty()), "{lines:?}");
    assert_eq!(lines[3][1..3], ["50", "50"]);
}

#[test]
fn revised_rows_sum_to_the_total_as_it_was_and_as_it_is() {
    let totals: Vec<[&str; 4]> = sheet("hard-calls-Figures")
        .lines
        .iter()
        .filter(|line| line["Broken down by"] == "total")
        .map(|line| ["Period", "Vintage", "Value, recalculated", "Made from"].map(|heading| line[heading].as_str()))
        .collect();
    assert_eq!(totals, [["2026-04", "0", "500", "2 rows"], ["2026-04", "1", "505", "2 rows"]]);
}

#[test]
fn count_altered_by_one_no_longer_agrees() {
    let agrees = |name: &str| sheet(name).lines.iter().map(|line| line["Agrees"].clone()).collect::<Vec<_>>();
    assert!(agrees("hard-calls-Figures").iter().all(|verdict| verdict == "TRUE"));
    // The totals of both releases, and the row itself.
    assert_eq!(agrees("altered-calls-Figures"), ["FALSE", "FALSE", "FALSE", "TRUE", "TRUE"]);
}

#[test]
fn segments_foot_and_ways_through_exclusions_close_or_are_shown_not_to() {
    let verdicts = |name: &str, heading: &str| sheet(name).lines.iter().map(|line| line[heading].clone()).collect::<Vec<_>>();
    assert_eq!(verdicts("hard-calls-Footing", "Foots"), ["TRUE"]);
    assert_eq!(verdicts("hard-left-out-Exclusions", "Agrees"), ["TRUE", "FALSE"]);
}

#[test]
fn text_that_looks_like_a_formula_stays_text() {
    let comments: Vec<&str> = sheet("hard-left-out-Rows").lines.iter().map(|line| line["Comment of the producer"].as_str()).collect();
    assert_eq!(comments, ["=1+1", "@SUM(1)"]);
    assert!(sheet("hard-left-out-Exclusions").headings.iter().any(|heading| heading == "=2*3"));
}

#[test]
fn segments_of_the_demonstration_foot_and_its_ways_through_exclusions_close() {
    let verdicts = |sheet: &str, heading: &str| -> Vec<&str> {
        let is_asked = |name: &&String| name.starts_with("root-") && name.ends_with(sheet);
        let lines = PROOF.sheets.keys().filter(is_asked).flat_map(|name| &PROOF.sheets[name].lines);
        lines.filter_map(|line| line.get(heading).map(String::as_str)).filter(|verdict| !verdict.is_empty()).collect()
    };
    for (sheet, heading) in [("-Footing", "Foots"), ("-Exclusions", "Agrees")] {
        let all = verdicts(sheet, heading);
        assert!(all.len() > 50 && all.iter().all(|verdict| *verdict == "TRUE"), "{sheet}: {all:?}");
    }
}

#[test]
fn german_workbook_speaks_german_and_agrees() {
    let lines = &sheet("hart-calls-Werte").lines;
    assert!(!lines.is_empty() && lines.iter().all(|line| line["Stimmt überein"] == "TRUE"));
    assert!(PROOF.sheets.contains_key("hart-calls-Lies mich"));
}

#[test]
fn workbook_is_the_same_bytes_every_time_and_names_nobody() {
    let site = hard_cases("en");
    let (one, other) = (workbook(&site, &id("calls")), workbook(&site, &id("calls")));
    assert_eq!(one, other);
    let core = part(&one, "docProps/core.xml");
    assert!(core.contains("2000-01-01T00:00:00Z") && core.contains("<dc:creator></dc:creator>"), "{core}");
}

#[test]
fn workbook_holds_only_the_periods_that_are_asked_for() {
    let site = hard_cases("en");
    let asked = recalculation(&site, &id("half-up"), &|period| period.to_string() == "2026-02").expect("written").expect("a metric");
    let strings = part(&asked, "xl/sharedStrings.xml");
    assert!(strings.contains("2026-02") && !strings.contains("2026-01"), "{strings}");
    assert!(recalculation(&site, &id("unknown"), &|_| true).expect("written").is_none());
}
