//! `figures.csv`: one line for each published figure, with the page and anchor where it stands.

use std::io::{self, Write};

use rayon::prelude::*;

use super::csv_line::push_line;
use crate::check::{FigureAt, Figures, MetricTests};
use crate::model::Id;
use crate::site::{MetricAddresses, Site, Ticked};
use crate::stats::{Basis, Figure, MetricSeries, MetricTargets, cell_name, column, judge};

/// The columns, in order; later versions add and never rename.
const COLUMNS: [&str; 19] = [
    "page",
    "anchor",
    "metric",
    "version",
    "period",
    "segment",
    "vintage",
    "status",
    "conf",
    "numerator",
    "denominator",
    "value",
    "unit",
    "target",
    "target_status",
    "marks",
    "release",
    "row",
    "auditor",
];

/// Metrics whose lines are held at once: enough for all cores, few enough for memory not to grow with the project.
const AT_ONCE: usize = 64;

/// Writes all figures, by metric, cell and period.
///
/// Fails when the sink does.
pub fn write_figures(site: &Site, sink: &mut dyn Write) -> io::Result<()> {
    let mut header = String::new();
    push_line(&mut header, COLUMNS);
    sink.write_all(header.as_bytes())?;
    let metrics: Vec<&Id> = site.catalog().metrics().map(|(record, _)| &record.id).collect();
    for some in metrics.chunks(AT_ONCE) {
        let texts: Vec<String> = some.par_iter().map(|metric| lines(site, metric)).collect();
        for text in texts {
            sink.write_all(text.as_bytes())?;
        }
    }
    Ok(())
}

fn lines(site: &Site, id: &Id) -> String {
    let catalog = site.catalog();
    let mut text = String::new();
    let Some(((record, metric), series)) = catalog.metric(id).zip(site.series(id)) else {
        return text;
    };
    let Some(tests) = site.tests(id) else {
        return text;
    };
    let figures = Figures::of(record, metric, &series);
    let targets = MetricTargets::of(catalog, id, metric);
    let addresses = MetricAddresses::of(catalog, id, metric);
    for (key, points) in &series.cells {
        let Some(address) = addresses.of_cell(key) else {
            continue;
        };
        let cell = cell_name(catalog, metric, key);
        for (period, point) in points {
            let figure = &point.latest;
            let governing = figure.pinned.or_else(|| catalog.governs(record, period.first_day(catalog.calendar())));
            let version = governing.map_or_else(String::new, |version| version.to_string());
            let level = targets.level(key, *period);
            let status = figure.published.zip(level.as_ref()).and_then(|(value, level)| judge(value, level, metric.direction));
            let number = |name| column(&series.columns, &figure.numbers, name).map_or_else(String::new, |number| number.to_string());
            push_line(
                &mut text,
                [
                    address.page.as_str(),
                    &address.anchor(*period),
                    id.as_str(),
                    &version,
                    &period.to_string(),
                    &cell,
                    &point.revisions().to_string(),
                    figure.status.code(),
                    figure.confidentiality.map_or("", |status| status.code()),
                    &number("numerator"),
                    &number("denominator"),
                    &figure.published.map_or_else(String::new, |value| value.to_string()),
                    metric.unit.code(),
                    &level.as_ref().map_or_else(String::new, |level| level.level.to_string()),
                    status.map_or("", crate::stats::TargetStatus::word),
                    &marks(&tests, figures.at(key, *period)),
                    catalog.releases().get(figure.release).map_or("", |release| release.id.as_str()),
                    &row(catalog, &series, figure),
                    // Empty for the marks of an auditor.
                    "",
                ],
            );
        }
    }
    text
}

/// The marks of a figure: `Rx Ft Ex Df`.
pub(super) fn marks(tests: &MetricTests, at: Option<FigureAt>) -> String {
    Ticked::beside(tests, at).iter().map(|ticked| ticked.tick.letters()).collect::<Vec<_>>().join(" ")
}

/// The line of the row in its release; empty where the figure was rolled up.
fn row(catalog: &crate::catalog::Catalog, series: &MetricSeries, figure: &Figure) -> String {
    let Basis::Row { table, row } = figure.basis else {
        return String::new();
    };
    let line = catalog.results(&series.metric).get(table as usize).and_then(|table| table.rows.get(row as usize)).map(|row| row.line);
    line.map_or_else(String::new, |line| line.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::link;
    use crate::diag::Findings;
    use crate::language::Language;
    use crate::model::Date;
    use crate::render::data::metric_csv;
    use crate::site::Report;
    use crate::source::{MemoryWorkspace, read_project};

    const METRIC: &str = "title: Answered in time\nversion: 1.0.0\neffective_from: 2026-01-01\nstate: active\nscoring: proportion\n\
unit: percent\ndecimals: 1\ndirection: increase\nfrequency: P1M\ndefinition: Calls answered in time.\n";
    const ROWS: &str = "period,numerator,denominator,value\n2026-01,700,1000,70.0\n2026-02,600,1200,55.0\n";

    fn site() -> Site {
        let workspace = MemoryWorkspace::new()
            .with("tickmark.yaml", "title: A report\norganisation: An organisation\ntimezone: Europe/London\n")
            .with("metrics/definitions/answered.yaml", METRIC)
            .with("metrics/snapshots/2026-03/release.yaml", "title: February\nstatus: final\nreleased: 2026-03-02T09:00:00Z\n")
            .with("metrics/snapshots/2026-03/answered.csv", ROWS);
        let project = read_project(&workspace).project.expect("a project that can be read");
        let catalog = link(project).catalog.expect("a project that can be linked");
        let as_of = Date::new(2026, 3, 31).expect("a day");
        let report = Report::new(as_of);
        Site::plan(catalog, report, std::sync::Arc::new(Language::built_in("en")), Findings::new())
    }

    fn column(text: &str, name: &str) -> Vec<String> {
        let at = text.lines().next().and_then(|head| head.split(',').position(|column| column == name)).expect("the column");
        text.lines().skip(1).map(|line| line.split(',').nth(at).unwrap_or_default().to_owned()).collect()
    }

    #[test]
    fn both_data_files_have_the_marks_and_an_empty_last_column_for_the_auditor() {
        let site = site();
        let mut figures = Vec::new();
        write_figures(&site, &mut figures).expect("a text takes everything");
        let figures = String::from_utf8(figures).expect("text");
        let of_metric = metric_csv(&site, &Id::parse("answered").expect("an id"));
        for text in [figures, of_metric] {
            let marks = column(&text, "marks");
            assert!(marks[0].split(' ').any(|mark| mark == "Rx"), "{text}");
            assert!(marks[1].split(' ').any(|mark| mark.starts_with('X')), "{text}");
            assert!(text.lines().next().is_some_and(|head| head.ends_with(",auditor")), "{text}");
            assert_eq!(column(&text, "auditor"), ["", ""]);
        }
    }
}
