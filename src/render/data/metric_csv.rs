//! Every period, cell and vintage of one metric, with all that was reported.

use super::csv_line::{harmless, push_line};
use super::figures::marks;
use crate::catalog::Catalog;
use crate::check::Figures;
use crate::model::{Id, Metric};
use crate::site::Site;
use crate::stats::{Basis, Figure, MetricSeries, MetricTargets, TargetStatus, judge};

/// The table as text; empty where there is no such metric.
#[must_use]
pub fn metric_csv(site: &Site, id: &Id) -> String {
    let catalog = site.catalog();
    let mut text = String::new();
    let Some(((record, metric), series)) = catalog.metric(id).zip(site.series(id)) else {
        return text;
    };
    let Some(tests) = site.tests(id) else {
        return text;
    };
    let figures = Figures::of(record, metric, &series);
    push_line(&mut text, header(metric, &series).iter().map(String::as_str));
    let targets = MetricTargets::of(catalog, id, metric);
    for (key, points) in &series.cells {
        let codes = codes(catalog, metric, key);
        for point in points.values() {
            for (vintage, figure) in point.vintages() {
                let level = targets.level(key, figure.period);
                let status = figure.published.zip(level.as_ref()).and_then(|(value, level)| judge(value, level, metric.direction));
                let mut cells = vec![figure.period.to_string()];
                cells.extend(codes.iter().map(|code| (*code).to_owned()));
                cells.push(vintage.to_string());
                cells.extend(provenance(catalog, &series, figure));
                cells.extend(figure.numbers.iter().map(|number| number.map_or_else(String::new, |number| number.to_string())));
                cells.push(figure.published.map_or_else(String::new, |value| value.to_string()));
                cells.push(metric.unit.code().to_owned());
                cells.push(level.map_or_else(String::new, |level| level.level.to_string()));
                cells.push(status.map_or("", TargetStatus::word).to_owned());
                cells.push(figure.comment.as_deref().map_or_else(String::new, harmless));
                // Marks belong to the newest vintage; the last column is empty for those of an auditor.
                let is_newest = vintage == point.revisions();
                cells.push(if is_newest { marks(&tests, figures.at(key, figure.period)) } else { String::new() });
                cells.push(String::new());
                push_line(&mut text, cells.iter().map(String::as_str));
            }
        }
    }
    text
}

fn header(metric: &Metric, series: &MetricSeries) -> Vec<String> {
    let mut header = vec!["period".to_owned()];
    header.extend(metric.segments.iter().map(|reference| reference.id().to_string()));
    header.extend(["vintage", "release", "row", "basis", "version", "status", "conf"].map(str::to_owned));
    // The value as reported keeps apart from the value as published.
    header.extend(series.columns.iter().map(|column| match column.heading().as_str() {
        "value" => "reported_value".to_owned(),
        heading => heading.to_owned(),
    }));
    header.extend(["value", "unit", "target", "target_status", "comment", "marks", "auditor"].map(str::to_owned));
    header
}

fn codes<'a>(catalog: &'a Catalog, metric: &Metric, key: &[u16]) -> Vec<&'a str> {
    let code = |(reference, code): (&crate::model::reference::SegmentRef, &u16)| {
        let (_, segment) = catalog.segment(reference.id())?;
        segment.codes.get(usize::from(*code).checked_sub(1)?).map(|code| code.code.as_str())
    };
    metric.segments.iter().zip(key).map(|pair| code(pair).unwrap_or_default()).collect()
}

fn provenance(catalog: &Catalog, series: &MetricSeries, figure: &Figure) -> [String; 6] {
    let release = catalog.releases().get(figure.release).map_or_else(String::new, |release| release.id.to_string());
    let (row, basis) = match figure.basis {
        Basis::Row { table, row } => {
            let table = catalog.results(&series.metric).get(table as usize);
            let line = table.and_then(|table| table.rows.get(row as usize)).map_or_else(String::new, |row| row.line.to_string());
            (line, "row".to_owned())
        }
        Basis::Cells(count) => (String::new(), format!("rolled up from {count} cells")),
        Basis::Periods(count) => (String::new(), format!("rolled up from {count} periods")),
    };
    let version = figure.pinned.map_or_else(String::new, |version| version.to_string());
    let confidentiality = figure.confidentiality.map_or("", |status| status.code()).to_owned();
    [release, row, basis, version, figure.status.code().to_owned(), confidentiality]
}
