//! Where on the pages a figure stands.

use super::plan::{CODES_ON_ONE_PAGE, segment_path};
use super::slug::slugs;
use crate::catalog::Catalog;
use crate::model::{Id, Metric, Period};

/// The page of a cell and what its anchors begin with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellAddress {
    /// Path of the page in the report.
    pub page: String,
    /// Beginning of the anchors of its figures.
    pub prefix: String,
}

impl CellAddress {
    /// The anchor of a period's figure.
    #[must_use]
    pub fn anchor(&self, period: Period) -> String {
        format!("{}-{}", self.prefix, period.to_string().to_lowercase())
    }
}

/// The addresses of all cells of one metric.
#[derive(Debug)]
pub struct MetricAddresses {
    metric: Id,
    segments: Vec<SegmentNames>,
}

#[derive(Debug)]
struct SegmentNames {
    id: Id,
    names: Vec<String>,
    large: bool,
}

impl MetricAddresses {
    /// Prepares the names of all codes.
    #[must_use]
    pub fn of(catalog: &Catalog, id: &Id, metric: &Metric) -> Self {
        let names = |reference: &crate::model::reference::SegmentRef| {
            let names = catalog.segment(reference.id()).map_or_else(Vec::new, |(_, segment)| slugs(segment));
            SegmentNames { id: reference.id().clone(), large: names.len() > CODES_ON_ONE_PAGE, names }
        };
        Self { metric: id.clone(), segments: metric.segments.iter().map(names).collect() }
    }

    /// The name of a code in addresses; the code is counted from 1.
    #[must_use]
    pub fn name(&self, position: usize, code: u16) -> Option<&str> {
        self.segments.get(position)?.names.get(usize::from(code).checked_sub(1)?).map(String::as_str)
    }

    /// Whether each code of a segment has a page of its own.
    #[must_use]
    pub fn is_large(&self, position: usize) -> bool {
        self.segments.get(position).is_some_and(|segment| segment.large)
    }

    /// Which of two segments has the pages on which their crossing is shown: the one with more codes, else the first.
    #[must_use]
    pub fn host(&self, one: usize, other: usize) -> (usize, usize) {
        let codes = |position: usize| self.segments.get(position).map_or(0, |segment| segment.names.len());
        if codes(other) > codes(one) { (other, one) } else { (one, other) }
    }

    /// Where a cell is shown; `None` for cells of three or more segments, which only the data files hold.
    #[must_use]
    pub fn of_cell(&self, key: &[u16]) -> Option<CellAddress> {
        let coded: Vec<usize> = (0..key.len()).filter(|position| key[*position] != 0).collect();
        match coded.as_slice() {
            [] => Some(CellAddress { page: format!("metrics/{}.html", self.metric), prefix: "p".to_owned() }),
            [position] => self.of_code(*position, key[*position]),
            [one, other] => {
                let (host, guest) = self.host(*one, *other);
                let address = self.of_code(host, key[host])?;
                let guest = &self.segments.get(guest)?.id;
                Some(CellAddress { prefix: format!("{}-by-{guest}", address.prefix), page: address.page })
            }
            _ => None,
        }
    }

    fn of_code(&self, position: usize, code: u16) -> Option<CellAddress> {
        let segment = self.segments.get(position)?;
        let name = self.name(position, code)?;
        Some(if segment.large {
            CellAddress { page: format!("metrics/{}/{}/{name}.html", self.metric, segment.id), prefix: "p".to_owned() }
        } else {
            CellAddress { page: segment_path(&self.metric, &segment.id), prefix: format!("c-{name}") }
        })
    }
}
