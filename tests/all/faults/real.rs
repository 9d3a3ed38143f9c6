//! Real figures: what they show is found, and what the records lack is said and not made up.

use tickmark::catalog::{Catalog, link};
use tickmark::model::Id;
use tickmark::source::{MemoryWorkspace, read_project};
use tickmark::stats::spc::Side;
use tickmark::stats::{MetricSeries, MetricTargets, PromiseCount, judge_cell, promise_windows};

use super::fault::{in_memory, project};

const EXAMPLE: &str = "examples/emergency-care";

fn catalog() -> Catalog {
    let files = project(EXAMPLE);
    let workspace = files.iter().fold(MemoryWorkspace::new(), |workspace, (path, text)| workspace.with(path, text));
    link(read_project(&workspace).project.expect("it can be read")).catalog.expect("it can be linked")
}

fn id(text: &str) -> Id {
    text.parse().expect("an id")
}

#[test]
fn winters_are_special_causes_below_the_mean() {
    let catalog = catalog();
    let metric_id = id("within-four-hours");
    let (_, metric) = catalog.metric(&metric_id).expect("the metric");
    let series = MetricSeries::build(&catalog, &metric_id).expect("figures");
    let (key, points) = series.total_key().zip(series.total()).expect("a total");
    let judgement = judge_cell(&catalog, &metric_id, metric, key, points, &MetricTargets::of(&catalog, &metric_id, metric));
    let signals = judgement.chart.expect("a chart").signals;
    let marked: Vec<String> = judgement
        .periods
        .iter()
        .zip(signals)
        .filter(|(_, signal)| signal.is_some_and(|signal| signal.side == Side::Low))
        .map(|(period, _)| period.to_string())
        .collect();
    for winter in [["2017-12", "2018-01", "2018-02", "2018-03"], ["2018-12", "2019-01", "2019-02", "2019-03"]] {
        assert!(winter.iter().any(|month| marked.iter().any(|period| period == month)), "{winter:?}: {marked:?}");
    }
}

#[test]
fn the_commitment_was_missed_in_every_month() {
    let catalog = catalog();
    let metric_id = id("within-four-hours");
    let (_, metric) = catalog.metric(&metric_id).expect("the metric");
    let series = MetricSeries::build(&catalog, &metric_id).expect("figures");
    let (_, commitment) = catalog.commitments().next().expect("a commitment");
    let count = PromiseCount::of(&promise_windows(&catalog, metric, &series, commitment, None));
    assert_eq!(count, PromiseCount { broken: 36, ..PromiseCount::default() });
}

#[test]
fn governance_that_is_not_recorded_is_said_to_be_lacking() {
    let lines = in_memory(&project(EXAMPLE)).lines();
    let told = |code: &str, subject: &str| lines.iter().any(|line| line.starts_with(code) && line.contains(subject));
    assert!(told("D08", "within-four-hours"), "nobody is recorded to have agreed to the definition");
    assert!(told("G05", "within-four-hours"), "no record answers for the misses");
    assert!(told("T08", "within-four-hours"), "there is no baseline");
    assert!(told("L04", "nhs-england-ae-monthly"), "nothing says how long the data is kept");
}
