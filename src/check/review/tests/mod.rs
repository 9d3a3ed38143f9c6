//! Small projects before and after a change, in which everything that the class demands is there; each test takes one thing away.

mod approvals;
mod bridge;
mod demands;
mod meaning;
mod records_of_change;
mod versions;

use std::collections::BTreeMap;

use super::{Review, Reviewed, review};
use crate::catalog::{Catalog, link};
use crate::diff::compare;
use crate::model::ChangeClass;
use crate::source::{MemoryWorkspace, read_project};

const METRIC: &str = "metrics/definitions/calls.yaml";
const CHANGE: &str = "content/changes/2026-04-10-count.yaml";
const BOARD: &str = "content/committees/board.yaml";
const TARGET: &str = "metrics/targets/calls.yaml";
const RESULTS: &str = "metrics/snapshots/2026-05/calls.csv";

const FILES: [(&str, &str); 11] = [
    ("tickmark.yaml", "title: A report\norganisation: An organisation\ntimezone: Europe/London\n"),
    (
        METRIC,
        "title: Calls\nversion: 1.0.0\neffective_from: 2025-01-01\nstate: active\nscoring: proportion\nunit: percent\ndecimals: 1\n\
direction: increase\nfrequency: P1M\ndefinition: Calls.\nnumerator: Calls that were answered.\ndenominator: All calls.\n\
accountable: person/ann\nsources: [desk]\nlimitations: None.\n",
    ),
    ("metrics/sources/desk.yaml", "title: Desk\nstate: active\nsystem: S\nsystem_owner: O\nextraction_method: file\npersonal_data: none\n"),
    ("metrics/snapshots/2026-05/release.yaml", "title: May\nstatus: final\nreleased: 2026-05-05T09:00:00Z\n"),
    (RESULTS, "period,numerator,denominator\n2026-01,7000,10000\n2026-02,7100,10000\n2026-03,7200,10000\n2026-04,7300,10000\n"),
    (
        TARGET,
        "title: T\nstate: agreed\nmetric: calls\nfrom: 2026-01\nthreshold: 60\ntarget: 65\nbasis: history\nbasis_ref: B\n\
agreed_by: [committee/board]\nagreed_at: 2025-12-01\n",
    ),
    ("content/people/ann.yaml", "title: Ann\nroles: [{role: Desk, from: 2020-01-01}]\nemails: [ann@example.org]\n"),
    ("content/people/bob.yaml", "title: Bob\nroles: [{role: Method, from: 2020-01-01}]\n"),
    ("content/people/cyd.yaml", "title: Cyd\nroles: [{role: Method, from: 2020-01-01, to: 2026-12-31}]\n"),
    ("content/people/dee.yaml", "title: Dee\n"),
    (
        BOARD,
        "title: Board\nquorum: 2\nmembers: [{person: ann, from: 2020-01-01}, {person: bob, from: 2020-01-01}, {person: cyd, from: 2020-01-01}]\n",
    ),
];

const BREAKING: &str = "title: Count otherwise\nstate: approved\ntargets: [{record: metric/calls, from: 1.0.0, to: 2.0.0}]\n\
declared_class: breaking\nreason: R\nproposer: person/ann\napprovals: [{who: committee/board, role: Board, date: 2026-05-02}]\n\
impact: I\nbridge_impracticable: P\neffective: 2026-06-01\ncommunications: [{to: All, at: 2026-05-20}]\n\
gates: [{name: Trained, met_on: 2026-05-25}]\n";

const DECISION: &str = "title: D\nstate: decided\nquestion: Q\ndecision: D\nreason: R\ndecided_by: [committee/board]\ndate: 2026-05-02\n\
affects: [metric/calls]\n";

const BRIDGE: &str = "bridge: [{period: 2026-01, old: 70.0, new: 70.04}, {period: 2026-02, old: 71.0, new: 71.04}, {period: 2026-03, old: 72.0, new: 72.04}]\n";

/// The files of a project.
#[derive(Clone)]
struct Files(BTreeMap<String, String>);

impl Files {
    fn before() -> Self {
        Self(FILES.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect())
    }

    /// A breaking change of what counts, with everything that it demands.
    fn breaking() -> Self {
        Self::before()
            .swap(METRIC, "Calls that were answered.", "Calls that were answered or rung back.")
            .swap(METRIC, "version: 1.0.0\neffective_from: 2025-01-01", "version: 2.0.0\neffective_from: 2026-06-01")
            .swap(METRIC, "limitations", "spc: {rebase: [{from: 2026-06, because: change/2026-04-10-count}]}\nlimitations")
            .with(CHANGE, BREAKING)
            .with("content/decisions/2026-05-02-levels.yaml", DECISION)
    }

    /// The same change, lowered to a material one by its bridge.
    fn bridged() -> Self {
        Self::breaking()
            .swap(METRIC, "version: 2.0.0", "version: 1.1.0")
            .swap(CHANGE, "to: 2.0.0", "to: 1.1.0")
            .swap(CHANGE, "declared_class: breaking", "declared_class: material")
            .swap(CHANGE, "{who: committee/board, role: Board,", "{who: person/bob, role: Method,")
            .swap(CHANGE, "impact: I\nbridge_impracticable: P\n", BRIDGE)
    }

    /// A minor change with everything that it demands.
    fn minor() -> Self {
        Self::before()
            .swap(METRIC, "limitations: None.", "limitations: Some.")
            .swap(METRIC, "version: 1.0.0\neffective_from: 2025-01-01", "version: 1.0.1\neffective_from: 2026-06-01")
            .with(CHANGE, BREAKING)
            .swap(CHANGE, "to: 2.0.0", "to: 1.0.1")
            .swap(CHANGE, "declared_class: breaking", "declared_class: minor")
            .swap(CHANGE, "{who: committee/board, role: Board,", "{who: person/dee, role: Reader,")
    }

    fn with(mut self, path: &str, text: &str) -> Self {
        self.0.insert(path.to_owned(), text.to_owned());
        self
    }

    fn without(mut self, path: &str) -> Self {
        assert!(self.0.remove(path).is_some(), "{path}");
        self
    }

    fn swap(mut self, path: &str, from: &str, to: &str) -> Self {
        let text = self.0.get_mut(path).expect("a file");
        assert!(text.contains(from), "{path}: {from}");
        *text = text.replace(from, to);
        self
    }

    fn catalog(&self) -> Catalog {
        let workspace = self.0.iter().fold(MemoryWorkspace::new(), |workspace, (path, text)| workspace.with(path, text.clone()));
        let reading = read_project(&workspace);
        let mut findings = reading.findings;
        let linking = reading.project.map(link);
        let catalog = linking.and_then(|linking| {
            findings.append(linking.findings);
            linking.catalog
        });
        catalog.unwrap_or_else(|| panic!("{:#?}", findings.sorted()))
    }

    fn reviewed_from(&self, before: &Self) -> Review {
        let (before, after) = (before.catalog(), self.catalog());
        let comparison = compare(&before, &after);
        review(&before, &after, comparison)
    }

    /// What is said of the metric.
    fn reviewed(&self) -> Reviewed {
        self.metric_from(&Self::before())
    }

    fn metric_from(&self, before: &Self) -> Reviewed {
        let review = self.reviewed_from(before);
        let position = review.comparison.records.iter().position(|change| change.record.to_string() == "metric/calls").expect("a change");
        review.reviewed[position].clone()
    }

    fn class(&self) -> Option<ChangeClass> {
        self.reviewed().class
    }

    /// The rules that speak of the metric.
    fn rules(&self) -> Vec<&'static str> {
        rules(&self.reviewed())
    }
}

fn rules(reviewed: &Reviewed) -> Vec<&'static str> {
    reviewed.shortfalls.iter().map(|shortfall| shortfall.rule.id).collect()
}

const NOTHING: [&str; 0] = [];

#[test]
fn a_change_with_all_that_its_class_demands_falls_short_of_nothing() {
    for (files, class) in
        [(Files::breaking(), ChangeClass::Breaking), (Files::bridged(), ChangeClass::Material), (Files::minor(), ChangeClass::Minor)]
    {
        let reviewed = files.reviewed();
        assert_eq!((reviewed.class, rules(&reviewed)), (Some(class), Vec::new()), "{:#?}", reviewed.shortfalls);
    }
}

#[test]
fn every_message_is_one_line_in_lower_case_without_a_full_stop() {
    let bare = Files::before().swap(METRIC, "Calls that were answered.", "Other calls.");
    let empty = Files::breaking()
        .swap(CHANGE, "impact: I\nbridge_impracticable: P\n", "")
        .swap(CHANGE, "[{to: All, at: 2026-05-20}]", "[]")
        .swap(CHANGE, "[{who: committee/board, role: Board, date: 2026-05-02}]", "[]");
    for shortfall in [bare.reviewed(), empty.reviewed()].iter().flat_map(|reviewed| &reviewed.shortfalls) {
        for text in [&shortfall.message, &shortfall.help] {
            assert!(text.starts_with(char::is_lowercase) && !text.ends_with('.') && !text.contains('\n'), "{text}");
        }
        assert_eq!(shortfall.fingerprint.len(), 12);
    }
}

#[test]
fn a_fingerprint_stays_while_the_edits_stay() {
    let missing = Files::breaking().swap(CHANGE, "impact: I\n", "");
    let print = |files: &Files| files.reviewed().shortfalls[0].fingerprint.clone();
    assert_eq!(print(&missing), print(&missing.clone().swap(CHANGE, "title: Count otherwise", "# A remark.\ntitle: Counted otherwise")));
    assert_ne!(print(&missing), print(&missing.clone().swap(METRIC, "rung back", "written to")));
}
