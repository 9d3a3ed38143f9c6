//! Measures of telephone calls.

use crate::arithmetic::{decimal, split, split_by, value};
use crate::contacts::REGIONS;
use crate::course::{APRIL_2026, AUGUST_2026, JANUARY_2026, LOST, OCTOBER_2025};
use crate::month::Month;
use crate::random::Random;
use crate::table::{Heading, Tables};

pub(crate) const SHIFTS: [&str; 4] = ["early", "day", "late", "night"];

const GIVEN_UP: Heading = Heading {
    metric: "abandonment",
    columns: "region,shift,denominator_raw,excluded:test-contacts,excluded:short-abandons,excluded:telephone-outage,numerator,denominator,value,status,comment",
};
const NORTHFELL: Heading =
    Heading { metric: "abandonment-northfell", columns: "denominator_raw,excluded:test-contacts,numerator,denominator,value" };
const PROMPT: Heading = Heading { metric: "answered-in-20-seconds", columns: "numerator,denominator,value" };
const WAIT: Heading = Heading {
    metric: "speed-of-answer",
    columns: "shift,denominator_raw,excluded:test-contacts,excluded:telephone-outage,numerator,denominator,n,sd,value,status,comment",
};
const TIME: Heading = Heading { metric: "average-handle-time", columns: "numerator,denominator,value" };
const PROMISED: Heading =
    Heading { metric: "callbacks-kept", columns: "denominator_raw,excluded:test-contacts,numerator,denominator,value,status,comment" };
/// Calls in the outage that the carrier broke off, and those answered whose wait was not stamped.
const OUTAGE: (u64, u64) = (1306, 1214);
/// Of a thousand promised calls, those made in time.
const KEPT: [u64; AUGUST_2026] =
    [921, 919, 926, 914, 922, 924, 929, 931, 934, 936, 932, 935, 923, 917, 928, 842, 899, 921, 930, 937, 933, 906];

/// Writes the tables of telephone calls.
pub(crate) fn write(tables: &mut Tables, months: &[Month]) {
    let mut random = Random::new(302);
    for month in months {
        given_up(tables, &mut random, month);
        wait(tables, &mut random, month);
        promised(tables, &mut random, month);
        let (calls, position) = (&month.calls, month.position);
        tables.month(TIME, position, &format!("{},{},{}", calls.seconds, calls.taken, value(calls.seconds, calls.taken, 1, 0)));
        if position < APRIL_2026 {
            tables.month(PROMPT, position, &format!("{},{},{}", calls.prompt, calls.taken, value(calls.prompt, calls.taken, 100, 1)));
        }
        if position >= OCTOBER_2025 {
            northfell(tables, &mut random, position);
        }
    }
}

/// Counts behind the share of callers who gave up.
#[derive(Clone, Copy)]
struct Queue {
    tests: u64,
    short: u64,
    outage: u64,
    lost: u64,
    offered: u64,
}

impl Queue {
    fn row(self) -> String {
        let Self { tests, short, outage, lost, offered } = self;
        format!("{},{tests},{short},{outage},{lost},{offered},{}", offered + tests + short + outage, value(lost, offered, 100, 1))
    }

    fn divide(self, shares: [u64; 4], rates: [u64; 4]) -> [Self; 4] {
        let offered = split(self.offered, shares);
        let (tests, short, outage) = (split(self.tests, shares), split(self.short, shares), split(self.outage, shares));
        let lost = split_by(self.lost, offered, rates);
        std::array::from_fn(|part| Self {
            tests: tests[part],
            short: short[part],
            outage: outage[part],
            lost: lost[part],
            offered: offered[part],
        })
    }
}

fn given_up(tables: &mut Tables, random: &mut Random, month: &Month) {
    let calls = &month.calls;
    let out = month.position == JANUARY_2026;
    let all = Queue {
        tests: month.channels[0].tests,
        short: calls.short,
        outage: if out { OUTAGE.0 } else { 0 },
        lost: calls.lost,
        offered: calls.taken + calls.lost,
    };
    let remark = if out { "S,Telephone outage on 13 and 14 January 2026" } else { "," };
    let mut push = |cell: &str, part: Queue| tables.month(GIVEN_UP, month.position, &format!("{cell},{},{remark}", part.row()));
    push(",", all);
    let dry = if month.position >= AUGUST_2026 { 180 } else { 0 };
    let regions = all.divide(random.around([262, 219, 311, 208], 20), random.around([980, 1040 + dry, 1000, 985], 40));
    for (region, part) in REGIONS.iter().zip(regions) {
        push(&format!("{region},"), part);
    }
    let shifts = all.divide(random.around([236, 452, 251, 61], 20), random.around([860, 960, 1130, 1560], 50));
    for (shift, part) in SHIFTS.iter().zip(shifts) {
        push(&format!(",{shift}"), part);
    }
}

fn wait(tables: &mut Tables, random: &mut Random, month: &Month) {
    let out = month.position == JANUARY_2026;
    let outage = if out { OUTAGE.1 } else { 0 };
    let (tests, answered) = (month.channels[0].tests, month.calls.taken - outage);
    // Most of what January lost is in the hours that are left out.
    let pressure = LOST[month.position].min(77);
    let seconds = answered * (pressure * 21 - 470 + random.near(20, 20)) / 10;
    let remark = if out { "S,Calls of the telephone outage without a stamp of their wait are left out" } else { "," };
    let mut push = |shift: &str, counts: [u64; 4], deviation: u64| {
        let [tests, outage, seconds, answered] = counts;
        let mean = value(seconds, answered, 1, 1);
        let spread = decimal(seconds * deviation / (answered * 100), 1);
        let raw = answered + tests + outage;
        let cells = format!("{shift},{raw},{tests},{outage},{seconds},{answered},{answered},{spread},{mean},{remark}");
        tables.month(WAIT, month.position, &cells);
    };
    push("", [tests, outage, seconds, answered], random.near(1370, 40));
    let shares = random.around([236, 455, 250, 59], 20);
    let (tests, outage, calls) = (split(tests, shares), split(outage, shares), split(answered, shares));
    let rates = random.around([840, 940, 1150, 1560], 50);
    let seconds = split_by(seconds, calls, rates);
    for (position, shift) in SHIFTS.iter().enumerate() {
        push(shift, [tests[position], outage[position], seconds[position], calls[position]], random.near(1340, 60));
    }
}

fn northfell(tables: &mut Tables, random: &mut Random, month: usize) {
    let winter = if matches!(month % 12, 2..=4) { 260 } else { 0 };
    let raw = random.near(2360 + winter, 120);
    let tests = random.near(14, 4);
    let offered = raw - tests;
    let lost = offered * (random.near(71, 5) + winter / 26) / 1000;
    tables.month(NORTHFELL, month, &format!("{raw},{tests},{lost},{offered},{}", value(lost, offered, 100, 1)));
}

fn promised(tables: &mut Tables, random: &mut Random, month: &Month) {
    let raw = month.all().raw * random.near(61, 3) / 1000;
    let tests = raw * random.near(4, 1) / 1000;
    let due = raw - tests;
    let cells = match KEPT.get(month.position) {
        Some(permille) => {
            let kept = due * (permille * 10 + random.near(25, 25)) / 10_000;
            format!("{raw},{tests},{kept},{due},{},,", value(kept, due, 100, 1))
        }
        None => ",,,,,L,Suspended: the callback platform marks calls as made that were not".to_owned(),
    };
    tables.month(PROMISED, month.position, &cells);
}
