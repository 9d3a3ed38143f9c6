//! What the pages of a past say, from a past made by hand.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::catalog::{Catalog, link};
use crate::diag::Findings;
use crate::history::{
    BlobId, Commit, CommitId, Edit, FileState, Head, LogEntry, Part, Past, RecordVersion, SignatureState, Stamp, Text, Texts,
};
use crate::language::Language;
use crate::model::{Date, Id, Instant, Kind, RecordRef, Version};
use crate::site::view::{Block, CommitBlock, EditBlock, Marked, Page, Part as PagePart};
use crate::site::{Report, Site};
use crate::source::{MemoryWorkspace, Record, read_project};

const SETTINGS: &str =
    "title: A report\norganisation: An organisation\ntimezone: Europe/London\nlinks:\n  commit: https://example.org/c/{commit}\n";
const ANN: &str = "title: Ann\nname: Ann\nroles: []\n";

fn metric(version: &str, from: &str, formula: &str, definition: &str) -> String {
    format!(
        "title: Answered in time\nversion: {version}\neffective_from: {from}\nstate: active\nscoring: proportion\nunit: percent\ndecimals: 1\n\
         direction: increase\nfrequency: P1M\naccountable: person/ann\nformula: {formula}\ndefinition: {definition}\n"
    )
}

const RESULTS: &str = "period,numerator,denominator\n2026-01,700,990\n2026-02,600,1200\n2026-03,600,1200\n";

fn workspace(definition: &str) -> MemoryWorkspace {
    MemoryWorkspace::new()
        .with("tickmark.yaml", SETTINGS)
        .with("content/people/ann.yaml", ANN)
        .with("metrics/definitions/answered.yaml", definition)
        .with("metrics/snapshots/2026-04/release.yaml", "title: March\nstatus: final\nreleased: 2026-04-02T09:00:00Z\n")
        .with("metrics/snapshots/2026-04/answered.csv", RESULTS)
}

fn catalog(definition: &str) -> Catalog {
    let reading = read_project(&workspace(definition));
    let mut findings = reading.findings;
    let Some(project) = reading.project else { panic!("{:#?}", findings.sorted()) };
    let linking = link(project);
    findings.append(linking.findings);
    let Some(catalog) = linking.catalog else { panic!("{:#?}", findings.sorted()) };
    catalog
}

fn answered() -> RecordRef {
    RecordRef { kind: Kind::Metric, id: Id::parse("answered").expect("an id") }
}

fn record(definition: &str) -> Arc<Record> {
    Arc::new(catalog(definition).record(&answered()).expect("the metric").clone())
}

fn state(blob: &str) -> FileState {
    FileState { path: "metrics/definitions/answered.yaml".into(), blob: BlobId::new(blob) }
}

fn commit(id: &str, parents: &[&str], author: &str, message: &str, signature: SignatureState) -> Commit {
    let at = Instant::parse("2026-02-20T23:30:00+02:00").expect("an instant");
    let stamp = |name: &str| Stamp { name: name.into(), email: "a@example.org".into(), at };
    Commit {
        id: CommitId::new(&id.repeat(20)),
        parents: parents.iter().map(|id| CommitId::new(&id.repeat(20))).collect(),
        author: stamp(author),
        committer: stamp("The forge"),
        message: message.into(),
        signature,
        truncated: false,
    }
}

fn edit(commit: Option<usize>, before: Option<&str>, after: Option<&str>) -> Edit {
    Edit { commit, before: before.map(state), after: after.map(state), in_merge: false }
}

const OLD: (&str, &str, &str, &str) = ("1.0.0", "2026-01-01", "numerator / denominator", "Calls answered within 30 seconds.");
const NEW: (&str, &str, &str, &str) = ("2.0.0", "2026-03-01", "1 - numerator / denominator", "Calls answered within 20 seconds.");

fn text((version, from, formula, definition): (&str, &str, &str, &str)) -> String {
    metric(version, from, formula, definition)
}

/// Written, then changed by a merge from a side branch, then changed again without a commit.
fn past() -> (Past, BTreeMap<RecordRef, Vec<RecordVersion>>, Texts) {
    let hostile = "Raise \u{202e}it\u{1b}[2J <script>alert(1)</script>";
    let commits = vec![
        commit("33", &["11", "22"], "Merger", hostile, SignatureState::Good { principal: "ann".into(), key: "SHA256:k".into() }),
        commit(
            "22",
            &["11"],
            "Eve \u{202e}<b>",
            "Side work\n\nWhy it is done.\r\nMore.",
            SignatureState::Bad { reason: "it does not fit".into() },
        ),
        commit("11", &[], "Ann", "Begin", SignatureState::Unsigned),
    ];
    let log = vec![
        LogEntry { edit: edit(None, Some("b2"), Some("b3")), side: Vec::new() },
        LogEntry { edit: edit(Some(0), Some("b1"), Some("b2")), side: vec![edit(Some(1), Some("b1"), Some("b2"))] },
        LogEntry { edit: edit(Some(2), None, Some("b1")), side: Vec::new() },
    ];
    let (old, new) = (record(&text(OLD)), record(&text(NEW)));
    let mut texts = Texts::default();
    texts.insert(answered(), BlobId::new("b1"), Text::Read(Arc::clone(&old)));
    texts.insert(answered(), BlobId::new("b2"), Text::Read(Arc::clone(&new)));
    texts.insert(answered(), BlobId::new("b3"), Text::Missing);
    let day = |text: &str| Date::parse(text).expect("a day");
    let version = |record: Arc<Record>, from: &str, to: Option<&str>, first: usize, last: usize| RecordVersion {
        version: record.versioning.expect("versioned").version,
        from: day(from),
        to: to.map(day),
        record,
        first: Some(first),
        last: Some(last),
    };
    let versions = vec![version(old, "2026-01-01", Some("2026-02-28"), 2, 2), version(new, "2026-03-01", None, 1, 0)];
    let gone = RecordRef { kind: Kind::Exclusion, id: Id::parse("gone").expect("an id") };
    let logs = BTreeMap::from([
        (Part::Record(answered()), log),
        (Part::Record(gone), vec![LogEntry { edit: edit(Some(0), Some("e1"), None), side: Vec::new() }]),
    ]);
    (Past { commits, logs, shallow: false }, BTreeMap::from([(answered(), versions)]), texts)
}

fn site_of(catalog: Catalog, commit: Option<Head>) -> Site {
    let report = Report { commit, ..Report::new(Date::new(2026, 3, 31).expect("a day")) };
    Site::plan(catalog, report, Arc::new(Language::built_in("en")), Findings::new())
}

fn site() -> Site {
    let (past, versions, texts) = past();
    site_of(catalog(&text(NEW)).with_past(past, versions).with_texts(texts), None)
}

fn page_of(site: &Site, path: &str) -> Page {
    let file = site.file(path).unwrap_or_else(|| panic!("{path} is not planned: {:#?}", site.files()));
    site.page(file).unwrap_or_else(|| panic!("{path} is no page"))
}

fn commits(blocks: &[Block]) -> Vec<&CommitBlock> {
    blocks.iter().filter_map(|block| if let Block::Commit(commit) = block { Some(&**commit) } else { None }).collect()
}

fn edits(commit: &CommitBlock) -> Vec<&EditBlock> {
    commit.blocks.iter().filter_map(|block| if let Block::Edit(edit) = block { Some(edit) } else { None }).collect()
}

#[test]
fn the_history_tells_what_is_not_committed_first_and_the_beginning_last() {
    let page = page_of(&site(), "metrics/answered/history.html");
    let found = commits(&page.sections[0].blocks);
    let subjects: Vec<&str> = found.iter().map(|commit| commit.subject.as_str()).collect();
    assert_eq!(subjects, ["Changes that are not committed yet", "Raise \\u{202e}it\\u{1b}[2J <script>alert(1)</script>", "Begin"]);
    assert!(format!("{:?}", page.opening).contains("First-parent"));
    assert!(format!("{:?}", found[0].blocks).contains("does not have the bytes"));
}

#[test]
fn a_merge_unfolds_to_the_commits_that_it_brought_in() {
    let page = page_of(&site(), "metrics/answered/history.html");
    let merge = commits(&page.sections[0].blocks)[1];
    let Some(Block::Details { summary, blocks, .. }) = merge.blocks.last() else { panic!("{:?}", merge.blocks) };
    assert_eq!(summary, "One commit brought in by the merge");
    let side = commits(blocks);
    assert_eq!((side[0].subject.as_str(), side[0].message.as_str()), ("Side work", "Why it is done.\nMore."));
    assert!(format!("{:?}", side[0].byline).contains(r"Eve \\u{202e}<b>"), "{:?}", side[0].byline);
    assert_eq!(merge.badges[0].word, "merge");
}

#[test]
fn both_dates_the_signature_and_the_version_are_told() {
    let page = page_of(&site(), "metrics/answered/history.html");
    let told = format!("{:?}", commits(&page.sections[0].blocks)[1].facts);
    for words in ["Author", "Committer", "2026-02-20 21:30:00\\u{a0}UTC", "good signature", "by ann", "SHA256:k", "1.0.0 → 2.0.0"] {
        assert!(told.contains(words), "{words} in {told}");
    }
}

#[test]
fn a_commit_leads_to_where_the_settings_say_it_can_be_seen() {
    let page = page_of(&site(), "metrics/answered/history.html");
    let byline = format!("{:?}", commits(&page.sections[0].blocks)[2].byline);
    assert!(byline.contains(&format!("https://example.org/c/{}", "11".repeat(20))), "{byline}");
}

#[test]
fn prose_is_marked_word_by_word_and_a_formula_stands_as_two_trees() {
    let page = page_of(&site(), "metrics/answered/history.html");
    let merge = commits(&page.sections[0].blocks)[1];
    let edits = edits(merge);
    let prose = edits.iter().find(|edit| edit.label == "Definition").unwrap_or_else(|| panic!("{edits:?}"));
    let changed: Vec<(Marked, &str)> =
        prose.flow.iter().filter(|mark| mark.mark != Marked::Same).map(|mark| (mark.mark, mark.text.trim())).collect();
    assert_eq!(changed, [(Marked::Removed, "30"), (Marked::Added, "20")]);
    assert!(merge.blocks.iter().any(|block| matches!(block, Block::Beside { .. })), "{:?}", merge.blocks);
    let drawn = page.parts.all().iter().filter(|part| matches!(part, PagePart::Formula { .. })).count();
    assert_eq!(drawn, 4, "the merge and its side commit draw two trees each");
}

#[test]
fn a_version_says_when_it_was_in_force_who_wrote_it_and_which_figures_it_governs() {
    let page = page_of(&site(), "metrics/answered/v1.0.0.html");
    let told = format!("{page:?}");
    for words in [
        "1 January 2026",
        "28 February 2026",
        "no longer in force",
        "Version 2.0.0 is in force",
        "2 periods",
        "Normative digest",
        "within 30 seconds",
    ] {
        assert!(told.contains(words), "{words} in {told}");
    }
    let commits = page.sections.iter().find(|section| section.id == "wrote-it").expect("it has commits");
    assert!(format!("{commits:?}").contains("../../metrics/answered/history.html#c-111111111111"), "{commits:?}");
}

#[test]
fn a_metric_lists_its_versions_and_marks_the_break_that_a_change_made() {
    let page = page_of(&site(), "metrics/answered.html");
    assert!(page.sections.iter().any(|section| section.id == "all-versions" && format!("{section:?}").contains("answered/history.html")));
    let told = format!("{page:?}");
    assert!(told.contains("SeriesBreak { before: 2") && told.contains("Break: version 2.0.0"), "{told}");
}

#[test]
fn one_commit_needs_no_page_and_is_told_on_the_page_of_the_record() {
    let (mut past, mut versions, texts) = past();
    let key = Part::Record(answered());
    let first = past.logs.get_mut(&key).and_then(Vec::pop).expect("it was begun");
    past.logs.insert(key, vec![first]);
    if let Some(versions) = versions.get_mut(&answered()) {
        versions.truncate(1);
        versions[0] = RecordVersion { to: None, first: Some(0), last: Some(0), ..versions[0].clone() };
    }
    let site = site_of(catalog(&text(OLD)).with_past(past, versions).with_texts(texts), None);
    assert!(site.file("metrics/answered/history.html").is_none() && site.file("metrics/answered/v1.0.0.html").is_none());
    let page = page_of(&site, "metrics/answered.html");
    let section = page.sections.iter().find(|section| section.id == "all-versions").expect("it has a version");
    assert!(format!("{section:?}").contains("Begin"), "{section:?}");
}

#[test]
fn a_removed_record_keeps_its_history_and_stands_in_the_register_of_changes() {
    let site = site();
    assert!(site.file("exclusions/gone/history.html").is_some());
    let register = page_of(&site, "governance/changes/index.html");
    assert!(register.sections.iter().any(|section| section.id == "removed"), "{:?}", register.sections);
    let page = page_of(&site, "exclusions/gone/history.html");
    assert!(format!("{:?}", page.opening).contains("has been removed"));
}

#[test]
fn a_change_for_which_no_record_speaks_stands_in_the_register() {
    let register = page_of(&site(), "governance/changes/index.html");
    assert!(register.sections.iter().any(|section| section.id == "alone"), "{:?}", register.sections);
}

#[test]
fn the_front_page_says_what_changed_since_the_period_before() {
    let section = page_of(&site(), "index.html").sections.into_iter().find(|section| section.id == "since").expect("it has a history");
    let told = format!("{section:?}");
    assert!(told.contains("February 2026"), "{told}");
}

#[test]
fn a_folder_without_a_repository_says_that_no_history_is_available() {
    let bare = site_of(catalog(&text(NEW)), None);
    let page = page_of(&bare, "metrics/answered.html");
    let section = page.sections.iter().find(|section| section.id == "all-versions").expect("it says so");
    assert!(format!("{section:?}").contains("No history is available"));
    assert!(bare.file("metrics/answered/history.html").is_none());
}

#[test]
fn a_shallow_clone_says_where_its_history_ends() {
    let (mut past, versions, texts) = past();
    past.commits[2].truncated = true;
    let site = site_of(catalog(&text(NEW)).with_past(past, versions).with_texts(texts), None);
    let page = page_of(&site, "metrics/answered/history.html");
    assert!(format!("{:?}", page.sections.last()).contains("truncated here"));
}

#[test]
fn a_segment_called_history_does_not_take_the_page_of_the_history() {
    use crate::site::plan::{history_path, version_path};
    assert_eq!(history_path(&catalog(&text(NEW)), &answered(), 1), "metrics/answered/history.2.html");
    assert_eq!(version_path(&answered(), Version::new(1, 2, 3)), "metrics/answered/v1.2.3.html");
}

#[test]
fn a_record_that_one_commit_began_counts_as_new_although_its_text_was_never_read() {
    let (mut past, _, _) = past();
    let at = Instant::parse("2026-03-20T09:00:00Z").expect("an instant");
    for commit in &mut past.commits {
        commit.committer.at = at;
    }
    let ann = RecordRef { kind: Kind::Person, id: Id::parse("ann").expect("an id") };
    past.logs = BTreeMap::from([(Part::Record(ann), vec![LogEntry { edit: edit(Some(2), None, Some("p1")), side: Vec::new() }])]);
    let site = site_of(catalog(&text(NEW)).with_past(past, BTreeMap::new()), None);
    let page = page_of(&site, "index.html");
    let tables = page.parts.all().iter().filter_map(|part| if let PagePart::Table(table) = part { Some(table) } else { None });
    let table = tables.into_iter().find(|table| table.id == "since-table").expect("something changed");
    let row = format!("{:?}", table.groups[0].rows[0].cells);
    assert!(row.contains("people/ann.html") && row.contains("added"), "{row}");
    let own = page_of(&site, "people/ann.html");
    assert!(own.sections.iter().any(|section| section.id == "past"), "{:?}", own.sections);
}
