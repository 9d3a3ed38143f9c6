//! What has to hold for every page that is made from records.

mod project;

use std::collections::BTreeSet;

use self::project::{LEFT_OUT, site, workspace};
use crate::model::{Id, Kind, RecordRef};
use crate::site::chart::Picture;
use crate::site::view::{Block, Cell, Page, Part, Rail, Span, Table};
use crate::site::{PlannedFile, Site, Subject};

/// The pages of this folder's siblings; those of metrics are tested where they are made.
fn pages(site: &Site) -> Vec<(&PlannedFile, Page)> {
    let known = |subject: &Subject| {
        !matches!(subject, Subject::Metric(_) | Subject::Segment { .. } | Subject::Code { .. } | Subject::ScorecardPeriod { .. })
    };
    site.files().iter().filter(|file| known(&file.subject)).filter_map(|file| Some((file, site.page(file)?))).collect()
}

fn page_of(site: &Site, path: &str) -> Page {
    let file = site.file(path).unwrap_or_else(|| panic!("{path} is not planned"));
    site.page(file).unwrap_or_else(|| panic!("{path} is no page"))
}

fn tables(page: &Page) -> Vec<&Table> {
    page.parts.all().iter().filter_map(|part| if let Part::Table(table) = part { Some(table) } else { None }).collect()
}

fn cells(page: &Page) -> Vec<&Cell> {
    tables(page).into_iter().flat_map(|table| &table.groups).flat_map(|group| &group.rows).flat_map(|row| &row.cells).collect()
}

/// Every string under a key of the page as data.
fn strings_under(page: &Page, key: &str) -> Vec<String> {
    fn walk(value: &serde_json::Value, key: &str, found: &mut Vec<String>) {
        match value {
            serde_json::Value::Object(map) => {
                for (name, value) in map {
                    if let (true, Some(text)) = (name == key, value.as_str()) {
                        found.push(text.to_owned());
                    }
                    walk(value, key, found);
                }
            }
            serde_json::Value::Array(items) => items.iter().for_each(|item| walk(item, key, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(&serde_json::to_value(page).expect("a page is data"), key, &mut found);
    found
}

fn addresses(page: &Page) -> Vec<String> {
    let mut found: Vec<String> = strings_under(page, "href").into_iter().filter(|href| !href.is_empty()).collect();
    for cell in cells(page) {
        match cell {
            Cell::Link { href, .. } => found.push(href.clone()),
            Cell::Links(links) => found.extend(links.iter().map(|(href, _)| href.clone())),
            _ => {}
        }
    }
    for part in page.parts.all() {
        if let Part::Picture(Picture::Graph(graph)) = part {
            found.extend(graph.nodes.iter().filter_map(|node| node.href.clone()));
        }
    }
    found
}

fn anchors(page: &Page) -> Vec<String> {
    let mut ids: Vec<String> = page.sections.iter().map(|section| section.id.clone()).collect();
    for table in tables(page) {
        ids.push(table.id.clone());
        ids.extend(table.groups.iter().flat_map(|group| &group.rows).map(|row| row.id.clone()).filter(|id| !id.is_empty()));
    }
    for block in page.sections.iter().flat_map(|section| &section.blocks) {
        match block {
            Block::Glossary { entries } => ids.extend(entries.iter().map(|entry| entry.id.clone())),
            Block::Finding(finding) => ids.push(finding.id.clone()),
            _ => {}
        }
    }
    ids
}

fn facts(page: &Page) -> Vec<(&str, &[Span])> {
    match &page.rail {
        Rail::Facts { facts, .. } => facts.iter().map(|fact| (fact.label.as_str(), fact.values.as_slice())).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn every_file_that_is_no_metric_and_no_data_is_a_page() {
    let site = site(&workspace());
    let missing: Vec<&str> = site
        .files()
        .iter()
        .filter(|file| {
            let own = matches!(
                file.subject,
                Subject::Record(_) | Subject::Register(_) | Subject::Prose(_) | Subject::Index | Subject::Metrics(_)
            );
            let listed = matches!(file.subject, Subject::Records | Subject::Scorecards | Subject::Lineage | Subject::Findings);
            (own || listed) && site.page(file).is_none()
        })
        .map(|file| file.path.as_str())
        .collect();
    assert_eq!(missing, Vec::<&str>::new());
}

#[test]
fn every_kind_has_a_page_for_a_record_with_every_field() {
    let site = site(&workspace());
    for kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Metric) {
        let page = page_of(&site, &format!("{}/sample.html", kind.row().pages));
        let shown: BTreeSet<String> = page
            .sections
            .iter()
            .map(|section| section.title.clone())
            .chain(facts(&page).iter().map(|(label, _)| (*label).to_owned()))
            .collect();
        let elsewhere = |name: &str| name == "title" || LEFT_OUT.contains(&name) || super::shown_otherwise(*kind).contains(&name);
        for field in kind.shape().fields.iter().filter(|field| !elsewhere(&field.name)) {
            let title = crate::site::view::naming::top_field_title(site.language(), *kind, &field.name);
            assert!(shown.contains(&title), "{kind} does not show {title}: {shown:?}");
        }
    }
}

#[test]
fn every_link_leads_to_a_file_of_the_report() {
    let site = site(&workspace());
    for (file, page) in pages(&site) {
        let own = anchors(&page);
        for href in addresses(&page) {
            let (path, fragment) = href.split_once('#').map_or((href.as_str(), None), |(path, fragment)| (path, Some(fragment)));
            if path.is_empty() {
                // Of the whole report only the cover is data; the tests in a browser follow its links.
                let held = || fragment.is_some_and(|fragment| site.file(&format!("{fragment}.html")).is_some());
                assert!(
                    (file.subject == Subject::Whole && held()) || fragment.is_some_and(|fragment| own.iter().any(|id| id == fragment)),
                    "{}: {href}",
                    file.path
                );
                continue;
            }
            let target = path.strip_prefix(page.frame.root.as_str()).unwrap_or_else(|| panic!("{}: {href}", file.path));
            // These are written when all others are.
            let is_seal = matches!(target, "provenance.json" | "manifest-sha256.txt");
            assert!(is_seal || site.file(target).is_some(), "{}: {href}", file.path);
        }
    }
}

#[test]
fn links_to_a_release_lead_to_its_row() {
    let site = site(&workspace());
    assert!(addresses(&page_of(&site, "sources/sample.html")).contains(&"../index.html#release-2026-03".to_owned()));
    assert!(anchors(&page_of(&site, "index.html")).contains(&"release-2026-03".to_owned()));
}

#[test]
fn no_anchor_stands_twice_on_a_page() {
    let site = site(&workspace());
    for (file, page) in pages(&site) {
        let mut ids = anchors(&page);
        ids.sort();
        let before = ids.clone();
        ids.dedup();
        assert_eq!(ids, before, "{}", file.path);
    }
}

#[test]
fn no_section_is_empty_and_no_two_pages_share_a_title() {
    let site = site(&workspace());
    let mut titles = BTreeSet::new();
    for (file, page) in pages(&site) {
        assert!(titles.insert(page.frame.title.clone()), "{}: {}", file.path, page.frame.title);
        for section in &page.sections {
            assert!(!section.blocks.is_empty() && !section.title.is_empty(), "{}: {}", file.path, section.id);
        }
    }
}

#[test]
fn every_row_of_a_table_has_one_cell_for_each_column() {
    let site = site(&workspace());
    for (file, page) in pages(&site) {
        for table in tables(&page) {
            for row in table.groups.iter().flat_map(|group| &group.rows) {
                assert_eq!(row.cells.len(), table.columns.len(), "{}: {}", file.path, table.id);
            }
        }
    }
}

#[test]
fn a_retired_metric_stays_in_the_plan_and_in_the_list_but_is_no_exception() {
    let site = site(&workspace());
    assert!(site.file("metrics/retired.html").is_some());
    let listed = addresses(&page_of(&site, "metrics/index.html"));
    assert!(listed.contains(&"../metrics/retired.html".to_owned()), "{listed:?}");
    let cards = page_of(&site, "index.html").sections.into_iter().filter(|section| section.id == "exceptions");
    let shown = format!("{:?}", cards.collect::<Vec<_>>());
    assert!(shown.contains("metrics/active.html") && !shown.contains("metrics/retired.html"), "{shown}");
}

#[test]
fn an_exclusion_shows_what_it_leaves_out_of_the_latest_total() {
    let site = site(&workspace());
    let page = page_of(&site, "exclusions/sample.html");
    let table = tables(&page).into_iter().find(|table| table.id == "left-out-table").expect("a metric uses it");
    let row = format!("{:?}", table.groups[0].rows[0].cells);
    for text in ["1,250", "\"50\"", "4.00%", "within 95%"] {
        assert!(row.contains(text), "{text} in {row}");
    }
}

#[test]
fn the_codes_of_a_segment_lead_to_the_results_of_each_metric() {
    let site = site(&workspace());
    assert!(addresses(&page_of(&site, "segments/sample.html")).contains(&"../metrics/active/sample.html#code".to_owned()));
}

#[test]
fn a_superseded_record_names_its_successor() {
    let site = site(&workspace());
    let page = page_of(&site, "governance/decisions/sample.html");
    assert!(facts(&page).iter().any(|(label, _)| *label == "Superseded by"));
    assert!(matches!(page.opening.as_slice(), [Block::Note { .. }]));
}

#[test]
fn a_default_is_marked_and_never_silent() {
    let site = site(&workspace());
    let page = page_of(&site, "governance/changes/least.html");
    let (_, values) = facts(&page).into_iter().find(|(label, _)| *label == "Emergency").expect("the default is shown");
    assert!(matches!(values, [Span::Text { text }, Span::Remark { text: remark }] if text == "no" && remark == "default"), "{values:?}");
}

#[test]
fn a_commitment_and_a_target_stand_beside_the_latest_value() {
    let site = site(&workspace());
    let sections =
        [("commitments/sample.html", "promise"), ("targets/agreed.html", "latest-value"), ("baselines/sample.html", "latest-value")];
    for (path, id) in sections {
        let page = page_of(&site, path);
        let section = page.sections.iter().find(|section| section.id == id);
        assert!(format!("{section:?}").contains("50.0%"), "{path}: {section:?}");
    }
}

#[test]
fn a_policy_of_the_settings_says_so() {
    let site = site(&workspace());
    let section = page_of(&site, "policies/sample.html").sections.into_iter().find(|section| section.id == "referenced-by");
    assert!(format!("{section:?}").contains("in the settings of the project"), "{section:?}");
}

#[test]
fn the_lineage_runs_from_source_to_metric() {
    let site = site(&workspace());
    let page = page_of(&site, "transforms/sample.html");
    let graph = page.parts.all().iter().find_map(|part| if let Part::Picture(Picture::Graph(graph)) = part { Some(graph) } else { None });
    let graph = graph.expect("it has a neighbourhood");
    let index = |key: &str| graph.nodes.iter().position(|node| node.key == key).unwrap_or_else(|| panic!("{key}: {:?}", graph.nodes));
    let current = index("transform/sample");
    assert!(graph.nodes[current].current && graph.nodes[current].href.is_none());
    assert!(graph.edges.contains(&(index("source/sample"), current)) && graph.edges.contains(&(current, index("metric/active"))));
}

#[test]
fn a_record_page_names_its_file_and_its_way_back() {
    let site = site(&workspace());
    let page = page_of(&site, "governance/reviews/sample.html");
    assert_eq!(page.frame.source, "content/reviews/sample.yaml");
    let way: Vec<(&str, &str)> = page.frame.crumbs.iter().map(|crumb| (crumb.label.as_str(), crumb.href.as_str())).collect();
    assert_eq!(
        &way[..3],
        &[("Overview", "../../index.html"), ("Records", "../../records/index.html"), ("Reviews", "../../governance/reviews/index.html")]
    );
}

#[test]
fn a_page_of_no_record_is_none() {
    let site = site(&workspace());
    let nobody = RecordRef { kind: Kind::Person, id: Id::parse("nobody").expect("an id") };
    assert!(super::page(&site, "people/nobody.html", &nobody).is_none());
}

#[test]
fn the_first_sentence_loses_its_marks() {
    assert_eq!(super::first_sentence("Training calls are **no** service.\nThey are made up.\n\nMore."), "Training calls are no service.");
    assert_eq!(super::first_sentence("No full stop"), "No full stop");
}
