//! What the project holds: how many areas of work there are, what each measures, and what everything is called.
//!
//! Invariant: the name of a thing depends on its position alone, so that every reference can be written before the record that
//! it leads to. Must not know how anything is written.

use crate::measures::{MEASURES, Measure, Scoring};
use crate::month::Month;

/// The last month with figures.
const LAST: Month = Month::of(2026, 9);
/// Most metrics of one area; the scorecard of the area judges them together.
const AREA: u32 = 25;
/// One metric in so many has a revised row in the second release.
const REVISED_EVERY: u32 = 20;

const SERVICES: [&str; 20] = [
    "home insurance",
    "parcel delivery",
    "broadband",
    "water supply",
    "payroll",
    "car repair",
    "library loans",
    "school meals",
    "eye clinic",
    "rail tickets",
    "card payments",
    "council housing",
    "legal advice",
    "spare parts",
    "solar panels",
    "street lighting",
    "pension claims",
    "crop insurance",
    "blood donation",
    "hotel bookings",
];
const PLACES: [&str; 20] = [
    "north",
    "south",
    "east",
    "west",
    "coast",
    "harbour",
    "hills",
    "valley",
    "islands",
    "lakes",
    "old town",
    "new town",
    "border",
    "forest",
    "plain",
    "upper river",
    "lower river",
    "moor",
    "capital",
    "suburbs",
];

/// How results are broken down: id, title, type as records write it, and the first codes with their labels.
#[derive(Debug)]
pub(crate) struct Breakdown {
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    pub(crate) kind: &'static str,
    pub(crate) codes: [(&'static str, &'static str); 6],
}

pub(crate) const BREAKDOWNS: [Breakdown; 4] = [
    Breakdown {
        id: "channel",
        title: "Channel of the contact",
        kind: "channel",
        codes: [
            ("telephone", "Telephone"),
            ("e-mail", "E-mail"),
            ("chat", "Chat"),
            ("counter", "Counter"),
            ("letter", "Letter"),
            ("portal", "Portal"),
        ],
    },
    Breakdown {
        id: "customer-group",
        title: "Group of customers",
        kind: "tenure",
        codes: [
            ("new", "In the first year"),
            ("settled", "Second to fifth year"),
            ("long", "Longer than five years"),
            ("business", "Business customers"),
            ("public", "Public bodies"),
            ("returning", "Came back after leaving"),
        ],
    },
    Breakdown {
        id: "part-of-day",
        title: "Part of the day",
        kind: "shift",
        codes: [
            ("early", "Early shift"),
            ("late", "Late shift"),
            ("night", "Night shift"),
            ("weekend", "Weekend"),
            ("holiday", "Public holiday"),
            ("stand-by", "Stand-by"),
        ],
    },
    Breakdown {
        id: "product-line",
        title: "Line of products",
        kind: "product",
        codes: [
            ("basic", "Basic"),
            ("family", "Family"),
            ("premium", "Premium"),
            ("trade", "Trade"),
            ("seasonal", "Seasonal"),
            ("legacy", "No longer sold"),
        ],
    },
];

/// The size of a project.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan {
    pub(crate) metrics: u32,
    pub(crate) periods: u32,
    /// Cells of each period, the total included.
    pub(crate) cells: u32,
    pub(crate) seed: u64,
}

impl Plan {
    /// The areas of work, in order.
    pub(crate) fn areas(self) -> impl Iterator<Item = Area> {
        let count = self.metrics.div_ceil(AREA);
        (0..count).map(move |position| Area { plan: self, position, metrics: AREA.min(self.metrics - position * AREA) })
    }

    /// The breakdowns that the project has.
    pub(crate) fn breakdowns(self) -> &'static [Breakdown] {
        let areas = self.metrics.div_ceil(AREA) as usize;
        if self.cells > 1 { &BREAKDOWNS[..areas.min(BREAKDOWNS.len())] } else { &[] }
    }

    /// The code and label of each cell but the total.
    pub(crate) fn codes(self, breakdown: &Breakdown) -> Vec<(String, String)> {
        let named = |position: u32| match breakdown.codes.get(position as usize) {
            Some((code, label)) => ((*code).to_owned(), (*label).to_owned()),
            None => (format!("group-{}", position + 1), format!("Group {}", position + 1)),
        };
        (0..self.cells - 1).map(named).collect()
    }

    /// The month of a period, counted from 0.
    pub(crate) const fn month(self, period: u32) -> Month {
        LAST.earlier(self.periods - 1 - period)
    }

    /// The last month with figures.
    pub(crate) const fn last_month() -> Month {
        LAST
    }

    /// Whether there is a second release, which holds the newest period and the revisions.
    pub(crate) const fn has_second_release(self) -> bool {
        self.periods > 1
    }
}

/// An area of work, with a team, a source, an objective, a scorecard and metrics of its own.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Area {
    pub(crate) plan: Plan,
    pub(crate) position: u32,
    metrics: u32,
}

impl Area {
    /// Name for people, in lower case: "home insurance north".
    pub(crate) fn name(self) -> String {
        let services = SERVICES.len();
        let position = self.position as usize;
        let (service, place) = (position % services, position / services);
        let round = place / PLACES.len();
        let name = format!("{} {}", SERVICES[service], PLACES[(place + service) % PLACES.len()]);
        if round == 0 { name } else { format!("{name} {}", round + 1) }
    }

    /// The id of what belongs to the area, without a kind: team, objective, scorecard, source.
    pub(crate) fn id(self) -> String {
        self.name().replace(' ', "-")
    }

    /// The metrics of the area.
    pub(crate) fn metrics(self) -> impl Iterator<Item = PlannedMetric> {
        (0..self.metrics).map(move |place| PlannedMetric { area: self, place })
    }

    /// Whether the area has more metrics than one, so that they can be named beside each other.
    pub(crate) const fn has_several(self) -> bool {
        self.metrics > 1
    }

    /// How many exclusions the area has; each is used by a metric.
    pub(crate) const fn exclusions(self) -> u32 {
        if self.metrics > 1 { 3 } else { 2 }
    }

    /// The breakdown of the results of the area.
    pub(crate) fn breakdown(self) -> Option<&'static Breakdown> {
        let known = self.plan.breakdowns();
        known.get(self.position as usize % known.len().max(1))
    }
}

/// One metric of an area.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PlannedMetric {
    pub(crate) area: Area,
    /// Place in the area, from 0.
    pub(crate) place: u32,
}

impl PlannedMetric {
    /// Position in the project, from 0.
    pub(crate) const fn position(self) -> u32 {
        self.area.position * AREA + self.place
    }

    pub(crate) fn measure(self) -> &'static Measure {
        &MEASURES[self.place as usize]
    }

    pub(crate) fn id(self) -> String {
        format!("{}-{}", self.measure().slug, self.area.id())
    }

    pub(crate) fn title(self) -> String {
        format!("{}, {}", self.measure().name, self.area.name())
    }

    /// The metric at another place of the same area.
    pub(crate) const fn at(self, place: u32) -> Self {
        Self { area: self.area, place }
    }

    /// Positions of the area's exclusions that hold for the metric, in the order of the rules.
    pub(crate) fn exclusions(self) -> Vec<u32> {
        if self.measure().scoring != Scoring::Proportion {
            return Vec::new();
        }
        let count = self.area.exclusions();
        let mut both = vec![self.place % count, (self.place + 1) % count];
        both.sort_unstable();
        both
    }

    /// Whether a target is set.
    pub(crate) fn has_target(self) -> bool {
        !matches!(self.measure().scoring, Scoring::Count | Scoring::Index | Scoring::Composite)
    }

    /// Whether the second release revises a row.
    pub(crate) fn is_revised(self) -> bool {
        self.area.plan.has_second_release() && self.position().is_multiple_of(REVISED_EVERY)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Area, Plan, PlannedMetric};

    const LARGE: Plan = Plan { metrics: 30_000, periods: 36, cells: 5, seed: 1 };

    #[test]
    fn ids_are_short_enough_and_never_used_twice() {
        let ids: BTreeSet<String> = LARGE.areas().flat_map(Area::metrics).map(PlannedMetric::id).collect();
        assert_eq!(ids.len(), 30_000);
        assert!(ids.iter().all(|id| id.len() <= 64));
    }

    #[test]
    fn every_exclusion_of_an_area_is_used() {
        for metrics in 1..60 {
            for area in (Plan { metrics, ..LARGE }).areas() {
                let used: BTreeSet<u32> = area.metrics().flat_map(PlannedMetric::exclusions).collect();
                assert_eq!(used.len(), area.exclusions() as usize);
            }
        }
    }

    #[test]
    fn every_breakdown_is_used() {
        for metrics in [1, 26, 80, 400] {
            let plan = Plan { metrics, ..LARGE };
            let used: BTreeSet<&str> = plan.areas().filter_map(Area::breakdown).map(|breakdown| breakdown.id).collect();
            assert_eq!(used.len(), plan.breakdowns().len());
        }
    }
}
