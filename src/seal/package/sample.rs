//! A sample of figures that nobody chose: whoever has the report draws the same one.
//!
//! The seed is the digest of the report's manifest, which nobody knows before the report is finished. Figures are ranked by the SHA-256 of seed,
//! a space and their key, which is page, `#` and anchor; the first ranks are the sample.

use std::collections::BTreeMap;

use super::PackageError;
use super::narrowing::Narrowing;
use super::places::packed_path;
use super::scope::Scope;
use crate::catalog::Catalog;
use crate::model::{Id, Kind, Period};
use crate::render::data::push_line;
use crate::seal::Sha256Digest;
use crate::source::read_rows;

/// The columns; the last two are for whoever tests the figures.
const COLUMNS: [&str; 18] = [
    "rank",
    "sha256",
    "page",
    "anchor",
    "metric",
    "version",
    "period",
    "segment",
    "numerator",
    "denominator",
    "value",
    "unit",
    "release",
    "snapshot",
    "row",
    "definition",
    "outcome",
    "working_paper",
];

/// A sample, and from how many figures it was drawn.
pub(super) struct Sample {
    pub(super) text: String,
    pub(super) drawn: usize,
    pub(super) of: usize,
}

/// Draws a sample from the published figures of a report that were asked for.
pub(super) fn draw(
    catalog: &Catalog,
    (narrowing, scope): (&Narrowing, &Scope),
    figures: &[u8],
    seed: Sha256Digest,
    size: usize,
) -> Result<Sample, PackageError> {
    let text = std::str::from_utf8(figures).map_err(|error| PackageError::report("data/figures.csv", &error))?;
    let rows = read_rows(text);
    let cell = |row: &BTreeMap<String, String>, name: &str| row.get(name).cloned().unwrap_or_default();
    let is_asked_for = |row: &BTreeMap<String, String>| {
        let metric = Id::parse(&cell(row, "metric")).is_ok_and(|id| scope.metrics.contains(&id));
        let period = Period::parse(&cell(row, "period")).is_ok_and(|period| narrowing.covers(catalog, period));
        metric && period && !cell(row, "value").is_empty()
    };
    let mut ranked: Vec<(String, &BTreeMap<String, String>)> = rows
        .iter()
        .filter(|row| is_asked_for(row))
        .map(|row| (Sha256Digest::of(format!("{seed} {}#{}", cell(row, "page"), cell(row, "anchor")).as_bytes()).to_string(), row))
        .collect();
    ranked.sort_by(|one, other| one.0.cmp(&other.0));
    let of = ranked.len();
    ranked.truncate(size);
    let mut list = String::new();
    push_line(&mut list, COLUMNS);
    for (rank, (digest, row)) in (1..).zip(&ranked) {
        let (metric, release) = (cell(row, "metric"), cell(row, "release"));
        let snapshot = if release.is_empty() { String::new() } else { format!("data/snapshots/{release}/{metric}.csv") };
        let definition = Id::parse(&metric).ok().and_then(|id| catalog.find(Kind::Metric, &id));
        let definition = definition.and_then(|record| packed_path(record.source.path(), "")).unwrap_or_default();
        let mut cells = vec![rank.to_string(), digest.clone()];
        cells.extend(COLUMNS[2..12].iter().map(|name| cell(row, name)));
        cells.extend([release, snapshot, cell(row, "row"), definition, String::new(), String::new()]);
        push_line(&mut list, cells.iter().map(String::as_str));
    }
    Ok(Sample { text: list, drawn: ranked.len(), of })
}
