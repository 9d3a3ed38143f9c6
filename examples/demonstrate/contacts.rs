//! Measures of contacts: settled at once, repeated, passed on, and how many there were.

use crate::arithmetic::{split, split_by, value};
use crate::course::{APRIL_2026, COURSE, JANUARY_2026, OCTOBER_2025, gain, slump};
use crate::month::{Contacts, Month, sum};
use crate::random::Random;
use crate::table::{Heading, Tables};

pub(crate) const CHANNELS: [&str; 3] = ["phone", "webchat", "email"];
pub(crate) const REGIONS: [&str; 4] = ["north", "west", "east", "south"];
pub(crate) const REASONS: [&str; 3] = ["billing", "supply", "account"];
const TENURES: [&str; 4] = ["under-1", "1-to-4", "5-to-14", "15-plus"];
const PRODUCTS: [&str; 4] = ["household-both", "household-water", "household-sewerage", "business"];

const RESOLUTION: Heading = Heading {
    metric: "first-contact-resolution",
    columns: "channel,region,tenure,denominator_raw,excluded:test-contacts,excluded:duplicate-contacts,numerator,denominator,value",
};
const BUSINESS: Heading = Heading {
    metric: "first-contact-resolution-business",
    columns: "denominator_raw,excluded:test-contacts,excluded:duplicate-contacts,numerator,denominator,value",
};
const REPEATS: Heading = Heading {
    metric: "repeat-contacts",
    columns: "contact-reason,version,denominator_raw,excluded:test-contacts,excluded:duplicate-contacts,numerator,denominator,value,status,comment",
};
const ESCALATIONS: Heading = Heading {
    metric: "escalations",
    columns: "contact-reason,denominator_raw,excluded:test-contacts,excluded:duplicate-contacts,numerator,denominator,value",
};
const VOLUME: Heading = Heading {
    metric: "contact-volume",
    columns: "channel,product,population,excluded:test-contacts,excluded:duplicate-contacts,excluded:outbound-campaigns,excluded:automated-messages,numerator,value",
};
/// Months that were restated in the release of June 2026, with the promised calls that had been counted as repeats.
const RESTATED: [(usize, u64); 2] = [(JANUARY_2026, 412), (JANUARY_2026 + 1, 187)];
/// Contacts that followed a campaign of calls or letters, by month.
const CAMPAIGNS: [(usize, u64); 5] = [(1, 610), (7, 830), (11, 540), (16, 1210), (20, 930)];

/// Writes the tables of contacts, and gives back the contacts of each month by region.
pub(crate) fn write(tables: &mut Tables, months: &[Month]) -> Vec<[Contacts; 4]> {
    let mut random = Random::new(301);
    let mut by_region = Vec::new();
    for month in months {
        by_region.push(resolution(tables, &mut random, month));
        business(tables, &mut random, month);
        let reasons = reasons(&mut random, month);
        repeats(tables, &mut random, month, reasons);
        escalations(tables, &mut random, month, reasons);
        volume(tables, &mut random, month);
    }
    by_region
}

/// Divides contacts into parts that add up; `rates` says how much more or less often each is settled, with 1000 as nothing.
fn divide<const N: usize>(all: Contacts, shares: [u64; N], rates: [u64; N]) -> [Contacts; N] {
    let raw = split(all.raw, shares);
    let (tests, duplicates) = (split(all.tests, raw), split(all.duplicates, raw));
    let parts = std::array::from_fn(|part| Contacts { raw: raw[part], tests: tests[part], duplicates: duplicates[part], resolved: 0 });
    let resolved = split_by(all.resolved, parts.map(Contacts::net), rates);
    std::array::from_fn(|part| Contacts { resolved: resolved[part], ..parts[part] })
}

fn resolution(tables: &mut Tables, random: &mut Random, month: &Month) -> [Contacts; 4] {
    let mut push = |cell: &str, part: Contacts| tables.month(RESOLUTION, month.position, &format!("{cell},{}", part.row(part.resolved)));
    let all = month.all();
    push(",,", all);
    for (channel, part) in CHANNELS.iter().zip(month.channels) {
        push(&format!("{channel},,"), part);
    }
    let crossed = month.channels.map(|part| {
        let shares = random.around([260, 220, 312, 208], 25);
        divide(part, shares, random.around([1006, 984, 1003, 1000], 8))
    });
    let regions: [Contacts; 4] = std::array::from_fn(|region| sum(&crossed.map(|regions| regions[region])));
    for (region, part) in REGIONS.iter().zip(regions) {
        push(&format!(",{region},"), part);
    }
    for (channel, parts) in CHANNELS.iter().zip(crossed) {
        for (region, part) in REGIONS.iter().zip(parts) {
            push(&format!("{channel},{region},"), part);
        }
    }
    let shares = random.around([145, 262, 331, 262], 20);
    let tenures = divide(all, shares, random.around([936, 994, 1012, 1026], 6));
    for (tenure, part) in TENURES.iter().zip(tenures) {
        push(&format!(",,{tenure}"), part);
    }
    regions
}

fn business(tables: &mut Tables, random: &mut Random, month: &Month) {
    let raw = month.all().raw * random.near(72, 2) / 1000;
    let (tests, duplicates) = (raw * random.near(3, 1) / 1000, raw * random.near(9, 2) / 1000);
    let net = raw - tests - duplicates;
    let resolved = net * (6900 + 9 * COURSE[month.position] + random.near(70, 70)) / 10_000;
    let part = Contacts { raw, tests, duplicates, resolved };
    tables.month(BUSINESS, month.position, &part.row(resolved));
}

/// The contacts of a month by reason.
fn reasons(random: &mut Random, month: &Month) -> [Contacts; 3] {
    let billing = if (OCTOBER_2025..OCTOBER_2025 + 6).contains(&month.position) { 600 } else { 560 };
    let all = Contacts { resolved: 0, ..month.all() };
    divide(all, random.around([billing, 262, 178], 30), [1000; 3])
}

fn repeats(tables: &mut Tables, random: &mut Random, month: &Month, reasons: [Contacts; 3]) {
    let all = month.all();
    let within_five = month.repeated * random.near(898, 4) / 1000;
    let (version, repeated) = if month.position < APRIL_2026 { ("1.0.0", within_five) } else { ("2.0.0", month.repeated) };
    let rates = random.around([1060, 1010, 800], 20);
    let parts = split_by(repeated, reasons.map(Contacts::net), rates);
    let excess = RESTATED.iter().find(|(restated, _)| *restated == month.position).map_or(0, |(_, excess)| *excess);
    let too_many = split(excess, [180, 690, 130]);
    let remark = if month.position == APRIL_2026 { "B,Counted within seven days instead of five from here on" } else { "," };
    let cells = |reason: &str, part: Contacts, count: u64| format!("{reason},{version},{},{remark}", part.row(count));
    tables.month(REPEATS, month.position, &cells("", all, repeated + excess));
    for (position, reason) in REASONS.iter().enumerate() {
        tables.month(REPEATS, month.position, &cells(reason, reasons[position], parts[position] + too_many[position]));
    }
    if excess > 0 {
        tables.restated(REPEATS, "2026-06", month.position, &cells("", all, repeated));
        for (position, reason) in REASONS.iter().enumerate() {
            tables.restated(REPEATS, "2026-06", month.position, &cells(reason, reasons[position], parts[position]));
        }
    }
}

fn escalations(tables: &mut Tables, random: &mut Random, month: &Month, reasons: [Contacts; 3]) {
    let all = month.all();
    let rate = 415 + 4 * slump(month.position) - 3 * gain(month.position) + random.near(12, 12);
    let passed_on = all.net() * rate / 10_000;
    let rates = random.around([980, 1290, 640], 40);
    let parts = split_by(passed_on, reasons.map(Contacts::net), rates);
    tables.month(ESCALATIONS, month.position, &format!(",{}", all.row(passed_on)));
    for (position, reason) in REASONS.iter().enumerate() {
        tables.month(ESCALATIONS, month.position, &format!("{reason},{}", reasons[position].row(parts[position])));
    }
}

/// What was left out of the volume, and what is left of it.
#[derive(Clone, Copy)]
struct Volume {
    part: Contacts,
    campaigns: u64,
    automated: u64,
}

impl Volume {
    fn row(self) -> String {
        let Self { part, campaigns, automated } = self;
        let net = part.net();
        format!(
            "{},{},{},{campaigns},{automated},{net},{}",
            part.raw + campaigns + automated,
            part.tests,
            part.duplicates,
            value(net, 1, 1, 0)
        )
    }
}

fn volume(tables: &mut Tables, random: &mut Random, month: &Month) {
    let all = month.all();
    let campaign = CAMPAIGNS.iter().find(|(position, _)| *position == month.position).map_or(0, |(_, count)| *count);
    let campaigns = campaign + random.near(46, 20);
    let automated = all.raw * random.near(19, 2) / 1000;
    let mut push = |cell: &str, volume: Volume| tables.month(VOLUME, month.position, &format!("{cell},{}", volume.row()));
    push(",", Volume { part: all, campaigns, automated });
    let (of_campaigns, of_automated) = (split(campaigns, [610, 90, 300]), split(automated, [0, 240, 760]));
    for (position, channel) in CHANNELS.iter().enumerate() {
        let part = month.channels[position];
        push(&format!("{channel},"), Volume { part, campaigns: of_campaigns[position], automated: of_automated[position] });
    }
    let parts = divide(all, random.around([640, 185, 98, 77], 25), [1000; 4]);
    let (of_campaigns, of_automated) = (split(campaigns, [700, 200, 100, 0]), split(automated, [560, 190, 90, 160]));
    for (position, product) in PRODUCTS.iter().enumerate() {
        push(
            &format!(",{product}"),
            Volume { part: parts[position], campaigns: of_campaigns[position], automated: of_automated[position] },
        );
    }
}
