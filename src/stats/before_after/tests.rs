//! What a comparison before and after must hold to.

use super::*;
use crate::catalog::link;
use crate::model::Id;
use crate::source::{MemoryWorkspace, read_project};

const SETTINGS: &str = "title: A report\norganisation: An organisation\ntimezone: Europe/London\n";
const METRIC: &str = "title: T\nversion: 1.0.0\neffective_from: 2026-01-01\nstate: active\nunit: UNIT\ndecimals: 1\ndirection: increase\n\
frequency: P1M\ndefinition: D.\naccountable: person/someone\nscoring: ";
const RELEASE: &str = "title: R\nstatus: final\nreleased: 2026-12-10T09:00:00Z\n";
const DEVIATION: &str =
    "title: D\nstate: closed\nwhat: W\nfrom: 2026-02-10\nto: 2026-02-12\nmetrics: [a]\neffect: suspended\napproved_by: person/someone\n";

fn catalog(scoring: &str, unit: &str, rows: &str) -> Catalog {
    let workspace = MemoryWorkspace::new()
        .with("tickmark.yaml", SETTINGS)
        .with("metrics/definitions/a.yaml", format!("{}{scoring}\n", METRIC.replace("UNIT", unit)))
        .with("metrics/snapshots/2026-12/release.yaml", RELEASE)
        .with("metrics/snapshots/2026-12/a.csv", rows)
        .with("content/deviations/outage.yaml", DEVIATION)
        .with("content/people/someone.yaml", "title: Someone\nname: Someone\n");
    let reading = read_project(&workspace);
    let found = reading.findings.sorted();
    let linking = link(reading.project.unwrap_or_else(|| panic!("{found:#?}")));
    let found = linking.findings.sorted();
    linking.catalog.unwrap_or_else(|| panic!("{found:#?}"))
}

fn compared(catalog: &Catalog, begun: &str, done: &str) -> Result<BeforeAfter, NoComparison> {
    let id: Id = "a".parse().expect("an id");
    let (_, metric) = catalog.metric(&id).expect("the metric");
    let series = MetricSeries::build(catalog, &id).expect("figures");
    let day = |text: &str| Date::parse(text).expect("a day");
    before_after(catalog, metric, &series, Change { begun: day(begun), done: day(done), until: None })
}

const COUNTS: &str =
    "period,numerator,denominator\n2026-01,24,40\n2026-02,1,40\n2026-03,24,40\n2026-04,5,40\n2026-05,28,35\n2026-06,28,35\n";

fn text(value: Exact) -> String {
    value.round(4, Rounding::HalfEven).expect("a number").to_string()
}

#[test]
fn proportions_are_pooled_and_their_difference_is_the_published_one() {
    let catalog = catalog("proportion", "percent", COUNTS);
    let found = compared(&catalog, "2026-04-01", "2026-05-01").expect("a comparison");
    assert_eq!((text(found.before.value), text(found.after.value)), ("60.0000".to_owned(), "80.0000".to_owned()));
    let interval = found.interval.expect("an interval");
    assert_eq!((format!("{:.4}", interval.lower), format!("{:.4}", interval.upper)), ("5.2431".to_owned(), "33.3873".to_owned()));
    assert_eq!((found.method, text(found.difference)), (Method::Proportions, "20.0000".to_owned()));
}

#[test]
fn suspended_periods_and_those_of_the_change_itself_are_left_out() {
    let catalog = catalog("proportion", "percent", COUNTS);
    let found = compared(&catalog, "2026-04-07", "2026-04-20").expect("a comparison");
    let written = |periods: &[Period]| periods.iter().map(Period::to_string).collect::<Vec<_>>();
    assert_eq!(written(&found.before.periods), ["2026-01", "2026-03"]);
    assert_eq!(written(&found.after.periods), ["2026-05", "2026-06"]);
    assert_eq!(written(&found.suspended), ["2026-02"]);
}

#[test]
fn one_period_on_a_side_is_no_comparison() {
    let catalog = catalog("proportion", "percent", COUNTS);
    assert_eq!(compared(&catalog, "2026-06-01", "2026-06-01").err(), Some(NoComparison::TooFew { before: 4, after: 1 }));
}

#[test]
fn means_are_pooled_with_the_spread_between_their_periods() {
    let rows = "period,numerator,denominator,n,sd\n2026-01,200,50,50,1\n2026-03,300,50,50,1\n2026-05,300,50,50,1\n2026-06,300,50,50,1\n";
    let catalog = catalog("mean", "days", rows);
    let found = compared(&catalog, "2026-04-01", "2026-05-01").expect("a comparison");
    let interval = found.interval.expect("an interval");
    // Variances 198/99 before (two means one apart from theirs) and 98/99 after, both over 100.
    let half = Z_95 * (198.0_f64 / 99.0 / 100.0 + 98.0 / 99.0 / 100.0).sqrt();
    assert_eq!((found.method, text(found.difference)), (Method::Means, "1.0000".to_owned()));
    assert!((interval.lower - (1.0 - half)).abs() < 1e-12 && (interval.upper - (1.0 + half)).abs() < 1e-12);
}

#[test]
fn counts_are_compared_as_means_of_their_periods_without_an_interval() {
    let rows = "period,numerator\n2026-01,10\n2026-03,20\n2026-05,30\n2026-06,31\n";
    let catalog = catalog("count", "count", rows);
    let found = compared(&catalog, "2026-04-01", "2026-05-01").expect("a comparison");
    assert_eq!((found.method, text(found.difference), found.interval), (Method::PeriodMeans, "15.5000".to_owned(), None));
}
