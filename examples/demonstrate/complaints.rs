//! Measures of complaints: how many, and how long they take.

use crate::arithmetic::{decimal, split, split_by, value};
use crate::contacts::{REASONS, REGIONS};
use crate::course::{APRIL_2026, DROUGHT};
use crate::month::Month;
use crate::random::Random;
use crate::table::{Heading, Tables};

const RECEIVED: Heading = Heading { metric: "complaints", columns: "region,numerator,denominator,value" };
const DAYS: Heading = Heading { metric: "complaint-resolution-days", columns: "contact-reason,numerator,denominator,n,sd,value" };
const STEPS: [Heading; 3] = [
    Heading { metric: "complaint-triage-days", columns: "numerator,denominator,n,sd,value" },
    Heading { metric: "complaint-investigation-days", columns: "numerator,denominator,n,sd,value" },
    Heading { metric: "complaint-reply-days", columns: "numerator,denominator,n,sd,value" },
];
/// Properties in October 2024, and what each month adds.
const PROPERTIES: [(u64, u64); 4] = [(168_420, 21), (142_310, 14), (201_880, 33), (135_390, 17)];
const NORTHFELL_PROPERTIES: u64 = 41_180;
/// Complaints in Northfell from April 2026.
const NORTHFELL: [u64; 7] = [19, 21, 18, 17, 20, 22, 18];
/// Complaints in Northfell of which the release of June 2026 knew.
const NORTHFELL_KNOWN: [u64; 3] = [11, 12, 10];
/// Days for triage, investigation and reply in hundredths, where they are not the usual ones.
const SLOW: [(usize, [u64; 3]); 9] = [
    (13, [146, 436, 168]),
    (14, [152, 452, 170]),
    (15, [168, 486, 175]),
    (16, [158, 462, 172]),
    (17, [149, 431, 166]),
    (21, [147, 428, 168]),
    (22, [186, 561, 181]),
    (23, [228, 596, 206]),
    (24, [198, 538, 182]),
];
/// Of a hundred complaints that would usually be closed, those that were.
const CLOSED: [(usize, u64); 4] = [(15, 96), (22, 84), (23, 90), (24, 113)];

/// Writes the tables of complaints.
pub(crate) fn write(tables: &mut Tables, months: &[Month]) {
    let mut random = Random::new(303);
    let mut before: Option<[u64; 3]> = None;
    for month in months {
        let [billing, supply, account] = month.complaints;
        let reasons = [billing, supply + DROUGHT[month.position], account];
        received(tables, &mut random, month.position, reasons.iter().sum());
        days(tables, &mut random, month.position, before.unwrap_or(reasons), reasons);
        before = Some(reasons);
    }
}

fn received(tables: &mut Tables, random: &mut Random, month: usize, ours: u64) {
    let dry = DROUGHT[month] * 4;
    let shares = random.around([250, 230 + dry, 300, 208 + dry / 3], 60);
    let counts = split(ours, shares);
    let elapsed = u64::try_from(month).unwrap_or_default();
    let properties = PROPERTIES.map(|(first, more)| first + more * elapsed);
    let row = |region: &str, count: u64, properties: u64| format!("{region},{count},{properties},{}", value(count, properties, 10_000, 2));
    let later = month.checked_sub(APRIL_2026);
    let of_northfell = later.and_then(|since| NORTHFELL.get(since).copied());
    let known = later.and_then(|since| NORTHFELL_KNOWN.get(since).copied());
    let total = |northfell: Option<u64>| {
        let all: u64 = properties.iter().sum();
        row("", ours + northfell.unwrap_or_default(), all + northfell.map_or(0, |_| NORTHFELL_PROPERTIES))
    };
    let first = known.or(of_northfell);
    tables.month(RECEIVED, month, &total(first));
    for (position, region) in REGIONS.iter().enumerate() {
        tables.month(RECEIVED, month, &row(region, counts[position], properties[position]));
    }
    if let Some(northfell) = first {
        tables.month(RECEIVED, month, &row("northfell", northfell, NORTHFELL_PROPERTIES));
    }
    if let (Some(_), Some(northfell)) = (known, of_northfell) {
        tables.restated(RECEIVED, "2026-09", month, &total(Some(northfell)));
        tables.restated(RECEIVED, "2026-09", month, &row("northfell", northfell, NORTHFELL_PROPERTIES));
    }
}

fn days(tables: &mut Tables, random: &mut Random, month: usize, before: [u64; 3], now: [u64; 3]) {
    let pace = CLOSED.iter().find(|(position, _)| *position == month).map_or(100, |(_, pace)| *pace);
    let closed: [u64; 3] = std::array::from_fn(|reason| (before[reason] * 3 + now[reason]) * pace * random.near(100, 3) / 40_000);
    let all: u64 = closed.iter().sum();
    let usual = SLOW.iter().find(|(position, _)| *position == month).map_or([132, 391, 155], |(_, days)| *days);
    let steps = usual.map(|hundredths| all * (hundredths + random.near(13, 13)) / 100);
    for (heading, sum) in STEPS.into_iter().zip(steps) {
        let deviation = random.near(62, 4);
        tables.month(heading, month, &mean(sum, all, deviation));
    }
    let sum: u64 = steps.iter().sum();
    tables.month(DAYS, month, &format!(",{}", mean(sum, all, random.near(48, 3))));
    let rates = random.around([960, 1160, 830], 30);
    let parts = split_by(sum, closed, rates);
    for (position, reason) in REASONS.iter().enumerate() {
        tables.month(DAYS, month, &format!("{reason},{}", mean(parts[position], closed[position], random.near(46, 4))));
    }
}

/// Sum, number, number of observations, standard deviation (so many per cent of the mean) and mean.
fn mean(sum: u64, count: u64, deviation: u64) -> String {
    format!("{sum},{count},{count},{},{}", decimal(sum * deviation / count, 2), value(sum, count, 1, 1))
}
