//! What was published of the metrics that governance records speak of, and when committees met.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::Catalog;
use crate::diag::Place;
use crate::model::deviation::DeviationEffect;
use crate::model::reconciliation::Reconciliation;
use crate::model::{AnyRecord, Date, Decimal, Id, Kind, Period, RecordRef};
use crate::stats::{Basis, Figure, MetricSeries};

/// The newest figure of a metric's total in a period.
#[derive(Debug)]
pub(in crate::check) struct Total {
    /// The value as published.
    pub(in crate::check) published: Option<Decimal>,
    /// Whether a status or a comment stands beside it.
    pub(in crate::check) is_marked: bool,
    /// Its row.
    pub(in crate::check) place: Place,
}

/// What governance records lean on.
#[derive(Debug, Default)]
pub(in crate::check) struct Governance {
    held: BTreeMap<RecordRef, Date>,
    totals: BTreeMap<Id, BTreeMap<Period, Total>>,
    coarser: BTreeMap<(Id, Period), Decimal>,
}

impl Governance {
    /// Gathers what the governance records of a project lean on.
    pub(super) fn of(catalog: &Catalog) -> Self {
        let mut facts = Self::default();
        for (_, review) in catalog.reviews() {
            if let Some(day) = review.held {
                let last = facts.held.entry(review.body.record().clone()).or_insert(day);
                *last = day.max(*last);
            }
        }
        let mut spoken_of: BTreeMap<&Id, BTreeSet<Period>> = BTreeMap::new();
        for fields in reconciliations(catalog) {
            spoken_of.entry(fields.metric.id()).or_default().insert(fields.period);
        }
        for (_, deviation) in catalog.deviations().filter(|(_, deviation)| deviation.effect != DeviationEffect::None) {
            for metric in &deviation.metrics {
                spoken_of.entry(metric.id()).or_default();
            }
        }
        for (id, periods) in spoken_of {
            if let Some(series) = MetricSeries::build(catalog, id) {
                facts.add(catalog, id, &series, periods);
            }
        }
        facts
    }

    /// The last day on which a committee met.
    pub(in crate::check) fn last_held(&self, body: &RecordRef) -> Option<Date> {
        self.held.get(body).copied()
    }

    /// The totals of a metric that a deviation or a reconciliation names, by period.
    pub(in crate::check) fn totals(&self, metric: &Id) -> impl Iterator<Item = (&Period, &Total)> {
        self.totals.get(metric).into_iter().flatten()
    }

    /// The published total of a metric in a period for which it is reconciled; rolled up where the period is longer than the metric's own.
    pub(in crate::check) fn published(&self, metric: &Id, period: Period) -> Option<Decimal> {
        let own = self.totals.get(metric).and_then(|totals| totals.get(&period));
        match own {
            Some(total) => total.published,
            None => self.coarser.get(&(metric.clone(), period)).copied(),
        }
    }

    fn add(&mut self, catalog: &Catalog, id: &Id, series: &MetricSeries, periods: BTreeSet<Period>) {
        let Some((key, points)) = series.total_key().zip(series.total()) else {
            return;
        };
        for period in periods.into_iter().filter(|period| !points.contains_key(period)) {
            let rolled = series.coarser(catalog, key, period.frequency());
            let published = rolled.into_iter().find(|figure| figure.period == period).and_then(|figure| figure.published);
            self.coarser.extend(published.map(|published| ((id.clone(), period), published)));
        }
        let totals = points.iter().map(|(period, point)| (*period, total(catalog, id, &point.latest)));
        self.totals.insert(id.clone(), totals.collect());
    }
}

fn total(catalog: &Catalog, id: &Id, figure: &Figure) -> Total {
    let tables = catalog.results(id);
    let place = match figure.basis {
        Basis::Row { table, row } => tables.get(table as usize).map(|table| table.place(row as usize)),
        Basis::Cells(_) | Basis::Periods(_) => tables.last().map(|table| Place::file(table.path.clone())),
    };
    let is_marked = figure.status.is_flagged() || figure.comment.is_some();
    Total { published: figure.published, is_marked, place: place.unwrap_or_else(|| Place::file("metrics/snapshots")) }
}

fn reconciliations(catalog: &Catalog) -> impl Iterator<Item = &Reconciliation> {
    let records = catalog.of_kind(Kind::Reconciliation);
    records.filter_map(|record| if let AnyRecord::Reconciliation(fields) = &record.fields { Some(&**fields) } else { None })
}
