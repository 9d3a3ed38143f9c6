//! The figures of the report before this one, as far as checks compare with them.
//!
//! A report may hold millions of figures: they are held in sorted rows, and each name once.

use std::collections::BTreeMap;

use thiserror::Error;

use crate::model::{Decimal, Period};

/// A figure as it was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublishedFigure {
    /// The period.
    pub period: Period,
    /// The value; nothing where none was shown.
    pub value: Option<Decimal>,
    release: u32,
}

/// The figures of one cell, by period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedCell {
    /// The cell: `total`, or `dimension=code;dimension=code`.
    pub name: Box<str>,
    /// Its figures, the oldest first.
    pub figures: Vec<PublishedFigure>,
}

impl PublishedCell {
    /// The figure of a period.
    #[must_use]
    pub fn figure(&self, period: Period) -> Option<&PublishedFigure> {
        let position = self.figures.binary_search_by_key(&period, |figure| figure.period).ok()?;
        self.figures.get(position)
    }
}

/// The figures of a report by metric, cell and period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PublishedFigures {
    metrics: BTreeMap<Box<str>, Vec<PublishedCell>>,
    releases: Vec<Box<str>>,
}

/// A figure stands twice.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("`{metric}` has two figures for {period} of {cell}")]
pub struct FigureTwice {
    metric: String,
    cell: String,
    period: Period,
}

impl PublishedFigures {
    /// Takes a figure; those of one metric and cell are best given one after another.
    pub fn add(&mut self, metric: &str, cell: &str, release: &str, period: Period, value: Option<Decimal>) {
        let release = self.release_number(release);
        if !self.metrics.contains_key(metric) {
            self.metrics.insert(metric.into(), Vec::new());
        }
        let Some(cells) = self.metrics.get_mut(metric) else {
            return;
        };
        let figure = PublishedFigure { period, value, release };
        // Nearly always the last one: figures stand by cell.
        let known = match cells.last() {
            Some(last) if *last.name == *cell => Some(cells.len() - 1),
            _ => cells.iter().position(|known| *known.name == *cell),
        };
        match known.and_then(|position| cells.get_mut(position)) {
            Some(known) => known.figures.push(figure),
            None => cells.push(PublishedCell { name: cell.into(), figures: vec![figure] }),
        }
    }

    /// Sorts what was given, and gives back what was taken and not needed.
    ///
    /// Fails where a figure stands twice.
    pub fn sort(&mut self) -> Result<(), FigureTwice> {
        for (metric, cells) in &mut self.metrics {
            cells.sort_by(|one, other| one.name.cmp(&other.name));
            cells.shrink_to_fit();
            for cell in cells {
                cell.figures.sort_by_key(|figure| figure.period);
                cell.figures.shrink_to_fit();
                let twice = cell.figures.windows(2).find(|pair| matches!(pair, [one, other] if one.period == other.period));
                if let Some([figure, _]) = twice {
                    return Err(FigureTwice { metric: metric.to_string(), cell: cell.name.to_string(), period: figure.period });
                }
            }
        }
        Ok(())
    }

    /// The metrics that have figures, by id, with how many.
    pub fn metrics(&self) -> impl Iterator<Item = (&str, usize)> {
        self.metrics.iter().map(|(metric, cells)| (&**metric, cells.iter().map(|cell| cell.figures.len()).sum()))
    }

    /// The cells of a metric by name; none where it has no figures.
    #[must_use]
    pub fn cells(&self, metric: &str) -> &[PublishedCell] {
        self.metrics.get(metric).map_or(&[], Vec::as_slice)
    }

    /// A cell of a metric.
    #[must_use]
    pub fn cell(&self, metric: &str, name: &str) -> Option<&PublishedCell> {
        let cells = self.cells(metric);
        let position = cells.binary_search_by(|cell| (*cell.name).cmp(name)).ok()?;
        cells.get(position)
    }

    /// The release from which a figure came; empty where the report named none.
    #[must_use]
    pub fn release(&self, figure: &PublishedFigure) -> &str {
        self.releases.get(figure.release as usize).map_or("", |release| release)
    }

    /// Releases are few, and figures of one stand together.
    fn release_number(&mut self, release: &str) -> u32 {
        let position = self.releases.iter().rposition(|known| **known == *release).unwrap_or_else(|| {
            self.releases.push(release.into());
            self.releases.len() - 1
        });
        u32::try_from(position).unwrap_or(u32::MAX)
    }
}

/// The report before this one, as far as checks ask.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// The day as of which it speaks.
    pub as_of: String,
    /// Why nobody can rely on its being the one that was signed; nothing where a signer of the project signed it.
    pub doubt: Option<String>,
    /// Its figures.
    pub figures: PublishedFigures,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(text: &str) -> Period {
        Period::parse(text).expect("a period")
    }

    fn number(text: &str) -> Option<Decimal> {
        Decimal::parse(text).ok()
    }

    #[test]
    fn figures_are_found_in_whatever_order_they_were_given() {
        let mut figures = PublishedFigures::default();
        figures.add("calls", "shift=night", "2026-03", period("2026-02"), number("3"));
        figures.add("calls", "total", "2026-03", period("2026-02"), number("2"));
        figures.add("calls", "shift=night", "2026-02", period("2026-01"), None);
        figures.sort().expect("no figure stands twice");
        let cell = figures.cell("calls", "shift=night").expect("the cell");
        assert_eq!(cell.figure(period("2026-02")).and_then(|figure| figure.value), number("3.0"));
        assert_eq!(cell.figure(period("2026-01")).map(|figure| figures.release(figure)), Some("2026-02"));
        assert_eq!(cell.figure(period("2026-03")), None);
        assert_eq!(figures.metrics().collect::<Vec<_>>(), [("calls", 3)]);
    }

    #[test]
    fn figure_that_stands_twice_is_refused() {
        let mut figures = PublishedFigures::default();
        for value in ["1", "2"] {
            figures.add("calls", "total", "", period("2026-01"), number(value));
        }
        assert_eq!(figures.sort().map_err(|error| error.to_string()), Err("`calls` has two figures for 2026-01 of total".to_owned()));
    }

    #[test]
    fn a_figure_takes_few_bytes() {
        assert!(size_of::<PublishedFigure>() <= 32);
    }
}
