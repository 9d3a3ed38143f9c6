//! What the pages of governance records say of a small project, as of 31 March 2026.

use std::sync::Arc;

use crate::catalog::link;
use crate::diag::Findings;
use crate::language::Language;
use crate::model::Date;
use crate::site::view::{Cell, Page, Part, Row};
use crate::site::{Report, Site};
use crate::source::{MemoryWorkspace, read_project};

const METRIC: &str = "title: Answered in time\nversion: 1.0.0\neffective_from: 2026-01-01\nstate: active\nscoring: proportion\nunit: percent\n\
decimals: 1\ndirection: increase\nfrequency: P1M\naccountable: person/kim\ndefinition: Calls answered in time.\n";

const FILES: &[(&str, &str)] = &[
    ("tickmark.yaml", "title: A report\norganisation: An organisation\ntimezone: Europe/London\n"),
    ("content/index.md", "---\ntitle: About\n---\nRead [why](decision/2026-02-10-hire).\n"),
    ("content/people/kim.yaml", "title: Kim\nname: Kim\n"),
    ("content/committees/board.yaml", "title: Board\n"),
    ("metrics/definitions/answered.yaml", METRIC),
    (
        "metrics/targets/answered.yaml",
        "title: Four in five\nstate: agreed\nmetric: answered\nfrom: \"2026-01\"\ntarget: 80\nbasis: history\nbasis_ref: Before.\n\
         agreed_by: [person/kim]\nagreed_at: 2025-12-01\n",
    ),
    (
        "metrics/scorecards/service.yaml",
        "title: Service\nversion: 1.0.0\neffective_from: 2026-01-01\nitems:\n  - {metric: answered, weight: 100, floor: 50}\n\
         missing_rule: bounds\nmin_coverage: 0.5\nbands: [{name: good, from: 0.8}]\n",
    ),
    ("metrics/snapshots/2026-01/release.yaml", "title: January\nstatus: final\nreleased: 2026-02-05T09:00:00Z\n"),
    ("metrics/snapshots/2026-01/answered.csv", "period,numerator,denominator\n2025-12,700,1000\n2026-01,700,1000\n"),
    (
        "metrics/snapshots/2026-02/release.yaml",
        "title: February\nstatus: final\nreleased: 2026-03-05T09:00:00Z\nrestatement: 2026-02-20-late-calls\n",
    ),
    ("metrics/snapshots/2026-02/answered.csv", "period,numerator,denominator\n2025-12,700,1000\n2026-01,720,1000\n2026-02,710,1000\n"),
    (
        "content/restatements/2026-02-20-late-calls.yaml",
        "title: Late calls\nstate: published\nreason_code: R1\nscheduled: false\nreason: Late.\nmaterial: true\napproved_by: committee/board\n\
         announced_on: 2026-02-20\n",
    ),
    (
        "content/reviews/2026-02-10-review.yaml",
        "title: February review\nstate: held\ntype: performance\nbody: board\nscheduled: 2026-02-10\nheld: 2026-02-12\n\
         decisions: [2026-02-10-hire]\n",
    ),
    (
        "content/reviews/2026-04-10-review.yaml",
        "title: April review\nstate: planned\ntype: performance\nbody: board\nscheduled: 2026-04-10\n",
    ),
    (
        "content/reviews/2026-05-10-review.yaml",
        "title: May review\nstate: planned\ntype: performance\nbody: board\nscheduled: 2026-05-10\n",
    ),
    (
        "content/decisions/2026-02-10-hire.yaml",
        "title: Hire ten\nstate: decided\ntype: performance\nquestion: Hire?\ndecision: Yes.\nreason: Calls wait.\n\
         decided_by: [committee/board]\ndate: 2026-02-10\naffects: [metric/answered]\nrevisit_by: 2026-03-01\n",
    ),
    (
        "content/actions/2026-02-12-hire.yaml",
        "title: Hire them\nowner: person/kim\nstate: in-progress\ntype: corrective\ncause: decision/2026-02-10-hire\ndue: 2026-03-21\n",
    ),
    (
        "content/actions/rota.yaml",
        "title: Mend the rota\nowner: person/kim\nstate: verified\ntype: corrective\nopened: 2026-01-05\ndue: 2026-02-01\nclosed_on: 2026-01-25\n",
    ),
    (
        "content/deviations/outage.yaml",
        "title: Outage\nstate: contained\nwhat: No calls.\nfrom: 2026-01-30\nmetrics: [answered]\neffect: suspended\napproved_by: committee/board\n",
    ),
    (
        "content/changes/2026-03-02-count-chats.yaml",
        "title: Count chats\nstate: submitted\ntargets: [{record: metric/answered, from: 1.0.0, to: 2.0.0}]\ndeclared_class: breaking\n\
         reason: Chats.\nproposer: person/kim\napprovals: [{who: person/kim, role: Author, date: 2026-03-09}]\neffective: 2026-05-01\nbridge:\n\
         \x20 - {period: \"2026-01\", old: 70.0, new: 74.2}\n  - {period: \"2026-02\", old: 71.0, new: 75.5}\n",
    ),
];

fn site() -> Site {
    let workspace = FILES.iter().fold(MemoryWorkspace::new(), |workspace, (path, text)| workspace.with(path, *text));
    let reading = read_project(&workspace);
    let mut findings = reading.findings;
    let Some(project) = reading.project else { panic!("{:#?}", findings.sorted()) };
    let linking = link(project);
    findings.append(linking.findings);
    let Some(catalog) = linking.catalog else { panic!("{:#?}", findings.sorted()) };
    let report = Report::new(Date::new(2026, 3, 31).expect("a day"));
    Site::plan(catalog, report, Arc::new(Language::built_in("en")), Findings::new())
}

fn page(path: &str) -> Page {
    let site = site();
    let file = site.file(path).unwrap_or_else(|| panic!("{path} is not planned"));
    site.page(file).unwrap_or_else(|| panic!("{path} is no page"))
}

fn words(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Absent(text) | Cell::Text(text) | Cell::Code(text) | Cell::Number { text, .. } => text.clone(),
        Cell::Time { label, .. } | Cell::Link { label, .. } => label.clone(),
        Cell::Links(links) => links.iter().map(|(_, label)| label.as_str()).collect::<Vec<_>>().join(" + "),
        Cell::Status(status) => status.word.clone(),
        Cell::Ticked { figure, .. } => words(figure),
        _ => "?".to_owned(),
    }
}

/// The rows of a table of a page, in words.
fn rows(page: &Page, table: &str) -> Vec<String> {
    let found = page.parts.all().iter().find_map(|part| match part {
        Part::Table(found) if found.id == table => Some(found),
        _ => None,
    });
    let found = found.unwrap_or_else(|| panic!("there is no table {table}"));
    let line = |row: &Row| row.cells.iter().map(words).collect::<Vec<_>>().join(" | ").replace('\u{a0}', " ");
    found.groups.iter().flat_map(|group| &group.rows).map(line).collect()
}

fn text(page: &Page) -> String {
    serde_json::to_string(page).expect("a page is data").replace('\u{a0}', " ")
}

fn has_section(page: &Page, id: &str) -> bool {
    page.sections.iter().any(|section| section.id == id)
}

#[test]
fn only_the_next_planned_review_of_a_body_has_an_agenda_pack() {
    let has_pack = |path: &str| has_section(&page(path), "agenda-pack");
    assert!(has_pack("governance/reviews/2026-04-10-review.html"));
    assert!(!has_pack("governance/reviews/2026-05-10-review.html"));
    assert!(!has_pack("governance/reviews/2026-02-10-review.html"));
}

#[test]
fn an_agenda_pack_holds_what_was_decided_what_is_due_and_what_misses() {
    let page = page("governance/reviews/2026-04-10-review.html");
    assert_eq!(rows(&page, "last-decisions-table"), ["Hire ten | decided | 10 Feb 2026 | 1 Mar 2026"]);
    assert_eq!(rows(&page, "last-actions-table"), ["Hire them | in progress | Kim | 21 Mar 2026"]);
    assert_eq!(rows(&page, "pack-actions-table"), ["Hire them | in progress | Kim | 21 Mar 2026 | 10 days ago"]);
    assert_eq!(rows(&page, "pack-changes-table"), ["Count chats | breaking | submitted | 1 | 1 May 2026"]);
    assert_eq!(rows(&page, "pack-metrics-table").len(), 1);
    assert!(text(&page).contains("Nothing to report under: Audit findings due by then, Waivers that end by then."), "{}", text(&page));
}

#[test]
fn a_restatement_shows_each_figure_before_and_after() {
    let page = page("governance/restatements/2026-02-20-late-calls.html");
    assert_eq!(rows(&page, "restated-table"), ["Answered in time | total | Jan 2026 | 70.0% | 72.0% | +2.0 pp"]);
}

#[test]
fn open_actions_are_aged_to_the_day_of_the_report_from_the_day_in_their_id() {
    let page = page("governance/actions/index.html");
    assert_eq!(rows(&page, "ageing-table"), ["Hire them | Kim | in progress | 12 Feb 2026 | 47 | 21 Mar 2026 | 10"]);
    assert_eq!(rows(&page, "closure-table"), ["Mar 2026 | 0 | 0 | 1", "Feb 2026 | 1 | 0 | 1", "Jan 2026 | 1 | 1 | 0", "Total | 2 | 1 | 1"]);
}

#[test]
fn a_deviation_names_the_periods_with_figures_that_it_shades() {
    let page = page("governance/deviations/outage.html");
    assert_eq!(rows(&page, "shaded-table"), ["Answered in time | 2 | Jan 2026 + Feb 2026"]);
    assert!(text(&page).contains("It has lasted 61 days since 30 January 2026"), "{}", text(&page));
}

#[test]
fn a_change_shows_its_bridge_and_the_agreement_it_lacks() {
    let page = page("governance/changes/2026-03-02-count-chats.html");
    assert_eq!(
        rows(&page, "bridge-1-table"),
        ["Jan 2026 | 70.0% | 74.2% | +4.2 pp | 1.060000", "Feb 2026 | 71.0% | 75.5% | +4.5 pp | 1.063380"]
    );
    let text = text(&page);
    assert!(text.contains("Over 2 periods, mean of new − old: +4.350 pp; sum of new ÷ sum of old: 1.061702."), "{text}");
    assert!(text.contains("needs the agreement of a body, and there is none"), "{text}");
    assert!(text.contains("it took 7 days"), "{text}");
}

#[test]
fn a_record_names_what_it_touches_by_itself_and_by_a_step() {
    let decision = page("governance/decisions/2026-02-10-hire.html");
    assert_eq!(rows(&decision, "touches-table"), ["Answered in time | named here under “Affects”"]);
    let said = text(&decision);
    assert!(said.contains("scores Answered in time") && said.contains("\"About\""), "{said}");
    let action = page("governance/actions/2026-02-12-hire.html");
    assert_eq!(rows(&action, "touches-table"), ["Answered in time | through “Hire ten” (decision)"]);
}
