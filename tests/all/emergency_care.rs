//! The example with real figures: what its README states of England stands in the pages and in the data.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::read_to_string;
use std::path::Path;
use std::sync::OnceLock;

struct Report {
    folder: tempfile::TempDir,
    code: u8,
    err: String,
}

/// The example, built once for all tests.
fn report() -> &'static Report {
    static REPORT: OnceLock<Report> = OnceLock::new();
    REPORT.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a folder for the report");
        let output = folder.path().join("report");
        let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/emergency-care");
        let args = [
            "tickmark".into(),
            "-C".into(),
            project.into_os_string(),
            "build".into(),
            "--as-of".into(),
            "2019-04-11".into(),
            "--output".into(),
            output.into_os_string(),
        ];
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let code = tickmark::cli::run(args.into_iter().collect::<Vec<OsString>>(), &mut out, &mut err, false);
        Report { folder, code, err: String::from_utf8_lossy(&err).into_owned() }
    })
}

fn file(path: &str) -> String {
    read_to_string(report().folder.path().join("report").join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The figures of a metric and segment by period: numerator, denominator and value as they are written.
fn figures(metric: &str, segment: &str) -> BTreeMap<String, [String; 3]> {
    let text = file("data/figures.csv");
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    let header = rows.headers().expect("a header").clone();
    let position = |name: &str| header.iter().position(|heading| heading == name).expect("the column");
    let columns = ["metric", "segment", "period", "numerator", "denominator", "value"].map(position);
    rows.records()
        .map(|row| row.expect("a row"))
        .filter(|row| &row[columns[0]] == metric && &row[columns[1]] == segment)
        .map(|row| (row[columns[2]].to_owned(), [&row[columns[3]], &row[columns[4]], &row[columns[5]]].map(str::to_owned)))
        .collect()
}

fn number(text: &str) -> f64 {
    text.parse().expect("a number")
}

#[test]
fn the_example_is_written_with_what_it_lacks() {
    assert_eq!(report().code, 1);
    assert!(report().err.contains("metric `attendances` is active and no agreed change brought it there"));
}

#[test]
fn the_totals_of_england_are_those_that_were_published() {
    let figures = figures("within-four-hours", "total");
    assert_eq!(figures.len(), 36);
    // Attendances less breaches, attendances, per cent within four hours.
    assert_eq!(figures["2016-04"], [(1_867_781 - 186_122).to_string(), "1867781".to_owned(), "90.04".to_owned()]);
    assert_eq!(figures["2019-03"], [(2_167_550 - 290_359).to_string(), "2167550".to_owned(), "86.60".to_owned()]);
}

#[test]
fn the_best_and_the_worst_month_are_those_that_were_published() {
    let figures = figures("within-four-hours", "total");
    let mut months: Vec<(&String, f64)> = figures.iter().map(|(period, figure)| (period, number(&figure[2]))).collect();
    months.sort_by(|one, other| one.1.total_cmp(&other.1));
    assert_eq!((months[0].0.as_str(), figures[months[0].0][2].as_str()), ("2019-02", "84.23"));
    assert_eq!((months[35].0.as_str(), figures[months[35].0][2].as_str()), ("2016-08", "90.98"));
}

#[test]
fn mean_and_process_limits_of_the_unrounded_percentages_agree() {
    let figures = figures("within-four-hours", "total");
    let values: Vec<f64> = figures.values().map(|figure| 100.0 * number(&figure[0]) / number(&figure[1])).collect();
    let mean = values.iter().sum::<f64>() / 36.0;
    let range = values.windows(2).map(|pair| (pair[1] - pair[0]).abs()).sum::<f64>() / 35.0;
    let near = |found: f64, expected: f64| (found - expected).abs() < 5e-7;
    assert!(near(mean, 88.470_568) && near(range, 1.080_797), "{mean} {range}");
    assert!(near(mean - 2.66 * range, 85.595_649) && near(mean + 2.66 * range, 91.345_487), "{mean} {range}");
}

#[test]
fn the_page_shows_the_limits_that_the_chart_was_drawn_with() {
    let page = file("metrics/within-four-hours.html");
    for text in ["86.60", "88.471%", "91.345%", "85.596%", "1,877,191", "2,167,550"] {
        assert!(page.contains(text), "{text} is not on the page");
    }
}

#[test]
fn department_type_1_alone_has_its_published_value() {
    let figures = figures("within-four-hours", "department-type=1");
    assert_eq!(figures["2019-02"][2], "75.76");
}

#[test]
fn counts_of_england_agree_over_all_metrics() {
    let within = figures("within-four-hours", "total");
    let attendances = figures("attendances", "total");
    let breaches = figures("breaches", "total");
    for (period, figure) in &within {
        assert_eq!(attendances[period][2], figure[1], "attendances of {period}");
        let expected = number(&figure[1]) - number(&figure[0]);
        assert!((number(&breaches[period][2]) - expected).abs() < 0.5, "breaches of {period}");
    }
}

#[test]
fn every_figure_stands_at_the_anchor_that_the_data_names() {
    let text = file("data/figures.csv");
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    let mut pages: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in rows.records().map(|row| row.expect("a row")) {
        pages.entry(row[0].to_owned()).or_default().push(row[1].to_owned());
    }
    let mut missing = Vec::new();
    for (page, anchors) in pages {
        let html = file(&page);
        let ids: std::collections::BTreeSet<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        missing.extend(anchors.into_iter().filter(|anchor| !ids.contains(anchor.as_str())).map(|anchor| format!("{page}#{anchor}")));
    }
    missing.sort();
    missing.dedup();
    assert!(missing.is_empty(), "{} anchors are missing, first {:?}", missing.len(), &missing[..missing.len().min(5)]);
}
