//! A figure with all its evidence.

use super::record::signature_words;
use super::{Shown, ShownPart};
use crate::catalog::Catalog;
use crate::diag::Failure;
use crate::diff::normative_digest;
use crate::history::Part;
use crate::model::reference::Reference;
use crate::model::{AnyRecord, Metric, Period};
use crate::source::{NumberColumn, Record};
use crate::stats::{Basis, Figure, MetricSeries, MetricTargets, Point, Side, cell_name, judge, waterfall};

/// The figure of a metric for a period and cell, and everything that it rests on.
pub(super) fn figure(catalog: &Catalog, record: &Record, metric: &Metric, period: Period, key: &[u16]) -> Result<Shown, Failure> {
    let name = format!("{} {period} {}", record.reference(), cell_name(catalog, metric, key));
    let missing = || Failure::Usage { message: format!("there is no figure `{name}`") };
    let series = MetricSeries::build(catalog, &record.id).ok_or_else(missing)?;
    let point = series.cell(key).and_then(|points| points.get(&period)).ok_or_else(missing)?;
    let figure = &point.latest;
    let governing = governing(catalog, record, figure);
    let mut parts = vec![value(catalog, record, metric, &series, figure, key), definition(catalog, record, governing, figure)];
    parts.push(counts(&series, figure));
    parts.extend([Side::Denominator, Side::Numerator].into_iter().filter_map(|side| exclusions(catalog, &series, figure, side)));
    parts.push(vintages(catalog, point));
    parts.push(evidence(catalog, record, &series, figure));
    parts.push(lineage(catalog, governing));
    parts.retain(|part| !part.rows.is_empty());
    Ok(Shown { title: format!("{name}: {}", record.envelope.title), parts })
}

fn governing<'a>(catalog: &'a Catalog, record: &'a Record, figure: &Figure) -> &'a Record {
    let pinned = figure.pinned.and_then(|version| catalog.at_version(record, version));
    pinned.unwrap_or_else(|| catalog.in_force(record, figure.period.first_day(catalog.calendar())))
}

fn value(catalog: &Catalog, record: &Record, metric: &Metric, series: &MetricSeries, figure: &Figure, key: &[u16]) -> ShownPart {
    let mut part = ShownPart::new("");
    let unit = metric.unit.code();
    part.push("published", figure.published.map_or_else(|| "no value".to_owned(), |value| format!("{value} {unit}")));
    if let Ok(exact) = figure.value {
        let exact = exact.reduced();
        if exact.denominator() != 1 {
            part.push("exact", format!("{}/{} {unit}", exact.numerator(), exact.denominator()));
        }
    }
    part.push("formula", series.calculation_of(figure.period, figure.pinned).formula().to_string());
    if let Some(reported) = figure.reported {
        part.push("reported by the producer", reported.to_string());
    }
    if !figure.status.code().is_empty() {
        part.push("status of the observation", figure.status.code());
    }
    if let Some(comment) = &figure.comment {
        part.push("comment", &**comment);
    }
    let targets = MetricTargets::of(catalog, &record.id, metric);
    if let Some(level) = targets.level(key, figure.period) {
        let verdict =
            figure.published.and_then(|value| judge(value, &level, metric.direction)).map_or("not judged", |status| status.word());
        part.push("target", format!("{} {unit}, {verdict} (target/{})", level.level, level.record.id));
    }
    part
}

fn definition(catalog: &Catalog, record: &Record, governing: &Record, figure: &Figure) -> ShownPart {
    let mut part = ShownPart::new("definition");
    let first_day = figure.period.first_day(catalog.calendar());
    if let Some(versioning) = governing.versioning {
        let why = match figure.pinned {
            Some(_) => "the row is pinned to it".to_owned(),
            None if versioning.effective_from <= first_day => format!("in force from {}", versioning.effective_from),
            None => format!("no earlier one is known; in force from {} only", versioning.effective_from),
        };
        part.push("version", format!("{} ({why})", versioning.version));
    }
    part.push("file", record.source.path());
    if let Some(digest) = normative_digest(governing) {
        part.push("normative digest", digest);
    }
    part
}

fn counts(series: &MetricSeries, figure: &Figure) -> ShownPart {
    let mut part = ShownPart::new("numbers");
    for (column, number) in series.columns.iter().zip(&figure.numbers) {
        let name = match column {
            NumberColumn::Named(name) => name.to_string(),
            NumberColumn::Excluded(id) => format!("excluded:{id}"),
        };
        if let Some(number) = number {
            part.push(name, number.to_string());
        }
    }
    part
}

fn exclusions(catalog: &Catalog, series: &MetricSeries, figure: &Figure, side: Side) -> Option<ShownPart> {
    let waterfall = waterfall(catalog, series, figure, side)?;
    let mut part =
        ShownPart::new(if side == Side::Denominator { "exclusions from the denominator" } else { "exclusions from the numerator" });
    part.push("before", waterfall.raw.to_string());
    for step in &waterfall.steps {
        part.push(format!("exclusion/{}", step.exclusion), format!("-{}", step.removed));
    }
    part.push("after", format!("{} ({})", waterfall.net, if waterfall.closes() { "closes" } else { "does not close" }));
    Some(part)
}

fn vintages(catalog: &Catalog, point: &Point) -> ShownPart {
    let mut part = ShownPart::new("vintages");
    for (_, figure) in point.vintages() {
        let Some(release) = catalog.releases().get(figure.release) else {
            continue;
        };
        let restated = release.release.restatement.as_ref();
        let says = format!(
            "{}, release {} ({}){}",
            figure.published.map_or_else(|| "no value".to_owned(), |value| value.to_string()),
            release.id,
            if release.release.status == crate::model::release::ReleaseStatus::Final { "final" } else { "provisional" },
            restated.map_or_else(String::new, |reference| format!(", restatement/{}", reference.record().id)),
        );
        part.push(release.release.released.to_string(), says);
    }
    part
}

/// The row, the release, the extracts and the commit.
fn evidence(catalog: &Catalog, record: &Record, series: &MetricSeries, figure: &Figure) -> ShownPart {
    let mut part = ShownPart::new("evidence");
    match figure.basis {
        Basis::Row { table, row } => {
            if let Some(table) = catalog.results(&series.metric).get(table as usize) {
                part.push("row", table.place(row as usize).to_string());
            }
        }
        Basis::Cells(count) => part.push("rolled up", format!("from {count} cells")),
        Basis::Periods(count) => part.push("rolled up", format!("from {count} periods")),
    }
    let Some(release) = catalog.releases().get(figure.release) else {
        return part;
    };
    let facts = &release.release;
    part.push("release", format!("{} ({})", facts.title, release.source.path()));
    let people = [("prepared by", &facts.prepared_by), ("reviewed by", &facts.reviewed_by)];
    for (name, who) in people {
        if let Some(who) = who {
            part.push(name, who.record().to_string());
        }
    }
    for extract in &facts.extracts {
        let at = extract.file.as_deref().or(extract.location.as_deref()).unwrap_or("no place given");
        let digest = extract.sha256.as_deref().map_or_else(String::new, |digest| format!(", SHA-256 {digest}"));
        part.push(format!("extract of source/{}", extract.source.id()), format!("{at}{digest}"));
    }
    let history = catalog.past();
    let rows = history.log(&Part::Results { release: release.id.clone(), metric: record.id.clone() });
    for entry in rows {
        if let Some(commit) = history.commit(&entry.edit) {
            let says =
                format!("{} {}: {} ({})", commit.committer.at, commit.author.name, commit.subject(), signature_words(&commit.signature));
            part.push(format!("commit {}", commit.id.short()), says);
        }
    }
    part
}

fn lineage(catalog: &Catalog, governing: &Record) -> ShownPart {
    let mut part = ShownPart::new("lineage");
    let AnyRecord::Metric(metric) = &governing.fields else {
        return part;
    };
    let records = metric.sources.iter().map(Reference::record).chain(metric.transforms.iter().map(Reference::record));
    for reference in records {
        let title = catalog.record(reference).map_or("no longer there", |record| record.envelope.title.as_str());
        part.push(reference.to_string(), title);
    }
    part
}
