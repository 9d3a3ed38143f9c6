//! How a cell is called.

use crate::catalog::Catalog;
use crate::model::Metric;

/// The codes of a cell, with the id of their segment, sorted by segment.
#[must_use]
pub fn cell_codes<'a>(catalog: &'a Catalog, metric: &'a Metric, key: &[u16]) -> Vec<(&'a str, &'a str)> {
    let mut codes: Vec<(&str, &str)> = metric
        .segments
        .iter()
        .zip(key)
        .filter(|(_, code)| **code != 0)
        .filter_map(|(reference, code)| {
            let (record, segment) = catalog.segment(reference.id())?;
            Some((record.id.as_str(), segment.codes.get(usize::from(*code) - 1)?.code.as_str()))
        })
        .collect();
    codes.sort_unstable();
    codes
}

/// The name in data files: `total`, or `dimension=code;dimension=code` sorted by dimension.
#[must_use]
pub fn cell_name(catalog: &Catalog, metric: &Metric, key: &[u16]) -> String {
    let codes = cell_codes(catalog, metric, key);
    if codes.is_empty() {
        return "total".to_owned();
    }
    codes.iter().map(|(segment, code)| format!("{segment}={code}")).collect::<Vec<_>>().join(";")
}

/// The key of the cell that a scope names; `None` where it names a segment or code that the metric does not have.
#[must_use]
pub fn cell_key(catalog: &Catalog, metric: &Metric, scope: &crate::catalog::CellScope) -> Option<Box<[u16]>> {
    let mut key = vec![0_u16; metric.segments.len()];
    for (segment, code) in scope {
        let position = metric.segments.iter().position(|reference| reference.id().as_str() == segment)?;
        let (_, record) = catalog.segment(metric.segments[position].id())?;
        let index = record.codes.iter().position(|known| known.code == *code)?;
        key[position] = u16::try_from(index + 1).ok()?;
    }
    Some(key.into())
}
