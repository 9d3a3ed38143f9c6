//! What the words of the command line mean.

use super::ShowOptions;
use crate::catalog::{Catalog, CellScope};
use crate::diag::{Failure, did_you_mean};
use crate::model::{Kind, Metric, Period, RecordRef, Version, parse_reference};
use crate::source::Record;
use crate::stats::cell_key;

/// What is meant.
pub(super) enum Wanted<'a> {
    /// A record, in one version where it is pinned.
    Record {
        /// The record as it stands.
        record: &'a Record,
        /// The text of the version that is meant.
        pinned: Option<&'a Record>,
    },
    /// A figure.
    Figure {
        /// The metric's record.
        record: &'a Record,
        /// The metric.
        metric: &'a Metric,
        /// The period.
        period: Period,
        /// The cell.
        key: Box<[u16]>,
    },
}

fn usage<T>(message: String) -> Result<T, Failure> {
    Err(Failure::Usage { message })
}

/// Finds what is meant; fails with what would have been known.
pub(super) fn wanted<'a>(catalog: &'a Catalog, options: &ShowOptions) -> Result<Wanted<'a>, Failure> {
    let (reference, version) = reference(&options.target)?;
    let Some(record) = catalog.record(&reference) else {
        let near = did_you_mean(reference.id.as_str(), catalog.of_kind(reference.kind).map(|record| record.id.as_str()));
        let help = near.map_or_else(String::new, |near| format!("; did you mean `{}/{near}`?", reference.kind));
        return usage(format!("there is no `{reference}`{help}"));
    };
    let Some(period) = &options.period else {
        if !options.cell.is_empty() {
            return usage("`--cell` is a part of a figure, and no period is named".to_owned());
        }
        let pinned = version.map(|version| at_version(catalog, record, version)).transpose()?;
        return Ok(Wanted::Record { record, pinned });
    };
    if let Some(version) = version {
        return usage(format!("a figure has the version that governs its period: leave out `@{version}`"));
    }
    let Some((record, metric)) = catalog.metric(&record.id).filter(|_| record.kind == Kind::Metric) else {
        return usage(format!("`{reference}` is no metric, so it has no figures"));
    };
    let period = Period::parse(period).map_err(|error| Failure::Usage { message: error.to_string() })?;
    Ok(Wanted::Figure { record, metric, period, key: cell(catalog, metric, &options.cell)? })
}

fn reference(text: &str) -> Result<(RecordRef, Option<Version>), Failure> {
    let kinds: &[Kind] = if text.contains('/') { Kind::ALL } else { &[Kind::Metric] };
    parse_reference(text, kinds).map_err(|error| Failure::Usage { message: error.to_string() })
}

fn at_version<'a>(catalog: &'a Catalog, record: &'a Record, version: Version) -> Result<&'a Record, Failure> {
    let unknown = || {
        let known: Vec<String> = catalog.texts(record).iter().filter_map(|text| Some(format!("`{}`", text.versioning?.version))).collect();
        let known = if known.is_empty() { "its kind has no versions".to_owned() } else { format!("known are {}", known.join(", ")) };
        Failure::Usage { message: format!("`{}` has no version `{version}`: {known}", record.reference()) }
    };
    catalog.at_version(record, version).ok_or_else(unknown)
}

fn cell(catalog: &Catalog, metric: &Metric, words: &[String]) -> Result<Box<[u16]>, Failure> {
    let mut scope = CellScope::new();
    for word in words {
        let Some((segment, code)) = word.split_once('=') else {
            return usage(format!("`{word}` names no cell, expected `segment=code`"));
        };
        scope.insert(segment.to_owned(), code.to_owned());
    }
    cell_key(catalog, metric, &scope).map_or_else(
        || {
            let known: Vec<String> = metric.segments.iter().map(|reference| format!("`{}`", reference.id())).collect();
            let known = if known.is_empty() { "it has no segments".to_owned() } else { format!("its segments are {}", known.join(", ")) };
            usage(format!("the metric has no cell `{}`: {known}", words.join(" ")))
        },
        Ok,
    )
}
