//! Reports that follow each other: the chain between them, and figures that changed or went without a word.

use tickmark::seal::MemoryReport;

use super::project::Sealed;
use super::verify_memory::{SIGNATURE, digest, faults, lead, load, seal, sign_memory, verified};

const FIGURES: &str = "data/figures.csv";

/// A published report, and what a later one says against it after an edit of its files.
fn later(named: bool, edit: impl FnOnce(&mut MemoryReport)) -> Vec<String> {
    let sealed = Sealed::signed();
    let earlier = load(&sealed.report());
    let mut report = earlier.clone();
    edit(&mut report);
    seal(&mut report, |statement| {
        "2026-05-10".clone_into(&mut statement.predicate.options.as_of);
        let previous = tickmark::seal::Previous { manifest_sha256: digest(&earlier), as_of: "2026-04-10".to_owned(), commit: None };
        statement.predicate.previous = named.then_some(previous);
    });
    sign_memory(&mut report, &sealed.key);
    let verification = verified(&report, &lead(&sealed.key), Some(&earlier));
    assert_eq!(verification.verdict.word(), "intact");
    let of_the_chain = |fault: &&tickmark::seal::verify::Fault| fault.name.check() == "I03";
    verification.faults.iter().filter(of_the_chain).map(|fault| format!("{}: {}", fault.name.name(), fault.message)).collect()
}

fn rewrite(report: &mut MemoryReport, edit: impl Fn(&str) -> Option<String>) {
    let text = String::from_utf8(report.0[FIGURES].clone()).expect("text");
    let lines: Vec<String> = text.lines().filter_map(edit).collect();
    report.0.insert(FIGURES.to_owned(), (lines.join("\n") + "\n").into_bytes());
}

#[test]
fn report_that_follows_the_earlier_one_passes() {
    assert_eq!(later(true, |_| ()), Vec::<String>::new());
}

#[test]
fn report_that_names_no_earlier_one_breaks_the_chain() {
    assert_eq!(
        later(false, |_| ()),
        ["chain-broken: the report names no report before it, although one was published: it was built without `--previous`"]
    );
}

#[test]
fn figure_that_changed_without_a_word_is_a_silent_revision() {
    let told = later(true, |report| {
        rewrite(report, |line| {
            Some(if line.starts_with("metrics/answered-in-time.html,p-2026-02,") {
                line.replace(",90.0,", ",91.0,")
            } else {
                line.to_owned()
            })
        });
    });
    assert_eq!(
        told,
        [
            "silent-revision: the figure `answered-in-time` for 2026-02, total was published as 90.0 (378 of 420) and is now 91.0 (378 of 420); the report \
         names neither a revision nor another version of the definition"
        ]
    );
}

#[test]
fn figures_and_metrics_that_went_are_named() {
    let told = later(true, |report| {
        rewrite(report, |line| (!line.contains(",p-2026-02,") && !line.contains(",calls-offered,")).then(|| line.to_owned()));
    });
    assert!(told[0].starts_with("figure-dropped: the figure `answered-in-time` for 2026-02, total was published before"), "{told:?}");
    assert!(told[1].starts_with("metric-dropped: the metric `calls-offered` was published before with "), "{told:?}");
    assert_eq!(told.len(), 2);
}

#[test]
fn report_that_names_another_one_breaks_the_chain() {
    let sealed = Sealed::signed();
    let earlier = load(&sealed.report());
    let mut report = earlier.clone();
    seal(&mut report, |statement| {
        "2026-05-10".clone_into(&mut statement.predicate.options.as_of);
        let manifest_sha256 = tickmark::seal::Sha256Digest::of(b"another list");
        statement.predicate.previous = Some(tickmark::seal::Previous { manifest_sha256, as_of: "2026-04-30".to_owned(), commit: None });
    });
    sign_memory(&mut report, &sealed.key);
    assert_eq!(faults(&verified(&report, &lead(&sealed.key), Some(&earlier))), ["chain-broken provenance.json"]);
}

#[test]
fn earlier_report_that_was_tampered_with_is_told_and_an_unsigned_one_proves_less() {
    let sealed = Sealed::signed();
    let earlier = load(&sealed.report());
    let mut report = earlier.clone();
    seal(&mut report, |statement| {
        statement.predicate.previous =
            Some(tickmark::seal::Previous { manifest_sha256: digest(&earlier), as_of: "2026-04-10".to_owned(), commit: None });
    });
    sign_memory(&mut report, &sealed.key);
    let mut tampered = earlier.clone();
    tampered.0.insert("added.html".to_owned(), vec![]);
    assert_eq!(faults(&verified(&report, &lead(&sealed.key), Some(&tampered))), ["previous-altered"]);
    let mut unsigned = earlier;
    unsigned.0.remove(SIGNATURE);
    let verification = verified(&report, &lead(&sealed.key), Some(&unsigned));
    assert!(verification.is_clean());
    assert!(verification.uncovered.iter().any(|uncovered| uncovered.name == "previous-not-intact"));
}
