//! What a package is asked to hold: all metrics or some, all periods or some.

use std::collections::BTreeSet;

use super::PackageError;
use crate::catalog::Catalog;
use crate::diag::did_you_mean;
use crate::model::{Date, Id, Period};

/// What was asked for, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Ids of metrics; all where it is empty.
    pub metrics: Vec<String>,
    /// Periods; all where it is empty and no end of a range is given.
    pub periods: Vec<String>,
    /// The first and the last period of a range.
    pub range: Option<(String, String)>,
}

/// What a package is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Narrowing {
    /// Metrics; all where it is empty.
    pub metrics: BTreeSet<Id>,
    /// The periods as they were named, a range as its two ends; all where it is empty.
    pub periods: Vec<String>,
    /// Days from the first to the last of each; all where it is empty.
    days: Vec<(Date, Date)>,
}

impl Narrowing {
    /// Looks up what was asked for.
    ///
    /// Fails where there is no such metric, or where no result of the metrics is for such a period.
    pub fn of(catalog: &Catalog, asked: &Asked) -> Result<Self, PackageError> {
        let metrics = asked.metrics.iter().map(|name| metric(catalog, name)).collect::<Result<BTreeSet<Id>, _>>()?;
        let mut narrowing = Self { metrics, ..Self::default() };
        let calendar = catalog.calendar();
        let mut wanted: Vec<(String, Date, Date)> = Vec::new();
        for name in &asked.periods {
            let period = period("--period", name)?;
            wanted.push((period.to_string(), period.first_day(calendar), period.last_day(calendar)));
        }
        if let Some((from, to)) = &asked.range {
            let (first, last) = (period("--from", from)?, period("--to", to)?);
            let (start, end) = (first.first_day(calendar), last.last_day(calendar));
            if end < start {
                return Err(PackageError::asked(
                    format!("`--to {to}` ends before `--from {from}` begins"),
                    Some("swap the two".to_owned()),
                ));
            }
            wanted.push((format!("{first} – {last}"), start, end));
        }
        for (name, first, last) in wanted {
            narrowing.find_rows(catalog, &name, (first, last))?;
            narrowing.periods.push(name);
            narrowing.days.push((first, last));
        }
        Ok(narrowing)
    }

    /// Whether everything is asked for.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.metrics.is_empty() && self.days.is_empty()
    }

    /// Whether figures of a period are asked for: those of which at least a day is.
    #[must_use]
    pub fn covers(&self, catalog: &Catalog, period: Period) -> bool {
        let (first, last) = (period.first_day(catalog.calendar()), period.last_day(catalog.calendar()));
        self.days.is_empty() || self.days.iter().any(|(start, end)| first <= *end && *start <= last)
    }

    fn find_rows(&self, catalog: &Catalog, name: &str, (start, end): (Date, Date)) -> Result<(), PackageError> {
        let calendar = catalog.calendar();
        let mut known = BTreeSet::new();
        for (record, _) in catalog.metrics().filter(|(record, _)| self.metrics.is_empty() || self.metrics.contains(&record.id)) {
            for row in catalog.results(&record.id).iter().flat_map(|table| &table.rows) {
                if row.period.first_day(calendar) <= end && start <= row.period.last_day(calendar) {
                    return Ok(());
                }
                known.insert(row.period);
            }
        }
        let names: Vec<String> = known.iter().map(Period::to_string).collect();
        let help = did_you_mean(name, names.iter().map(String::as_str)).map(|near| format!("did you mean `{near}`?")).or_else(|| {
            let (first, last) = (names.first()?, names.last()?);
            Some(format!("results go from `{first}` to `{last}`"))
        });
        Err(PackageError::asked(format!("no result is for the period `{name}`"), help))
    }
}

fn metric(catalog: &Catalog, name: &str) -> Result<Id, PackageError> {
    let bare = name.strip_prefix("metric/").unwrap_or(name);
    let found = Id::parse(bare).ok().filter(|id| catalog.metric(id).is_some());
    found.ok_or_else(|| {
        let known = catalog.metrics().map(|(record, _)| record.id.as_str());
        let help = did_you_mean(bare, known).map(|near| format!("did you mean `{near}`?"));
        PackageError::asked(format!("`--metric`: there is no metric `{name}`"), help)
    })
}

fn period(option: &str, name: &str) -> Result<Period, PackageError> {
    Period::parse(name).map_err(|error| PackageError::asked(format!("`{option}`: {error}"), Some("write it like `2026-09`".to_owned())))
}
