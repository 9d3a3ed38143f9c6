//! What the service runs on: money, guidance and hours.

use crate::arithmetic::{split, split_by, value};
use crate::course::{ARTICLES, CALLS, IN_DATE};
use crate::month::Month;
use crate::random::Random;
use crate::table::{Heading, Tables};
use crate::telephone::SHIFTS;

const COST: Heading = Heading { metric: "cost-per-contact", columns: "numerator,denominator,value" };
const GUIDANCE: Heading = Heading { metric: "guidance-in-date", columns: "numerator,denominator,value" };
const COVER: Heading = Heading { metric: "shift-cover", columns: "shift,numerator,denominator,value" };
/// Of a thousand hours that the forecast asks for, those that advisers worked, in the months that were not usual.
const SHORT: [(usize, u64); 8] = [(2, 963), (5, 971), (13, 957), (14, 946), (15, 938), (17, 962), (22, 951), (23, 968)];

/// Writes the tables of money, guidance and hours.
pub(crate) fn write(tables: &mut Tables, months: &[Month]) {
    let mut random = Random::new(305);
    for month in months {
        let all = month.all();
        let handled = all.raw - all.tests;
        tables.month(COST, month.position, &format!("{},{handled},{}", month.pounds, value(month.pounds, handled, 1, 2)));
        let articles = ARTICLES[month.position];
        let current = articles * IN_DATE[month.position] / 1000;
        tables.month(GUIDANCE, month.position, &format!("{current},{articles},{}", value(current, articles, 100, 1)));
        cover(tables, &mut random, month.position);
    }
}

fn cover(tables: &mut Tables, random: &mut Random, month: usize) {
    let needed = 9_400 + CALLS[month] * 64 / 10 + random.near(150, 150);
    let permille = SHORT.iter().find(|(short, _)| *short == month).map_or(987, |(_, permille)| *permille);
    let worked = needed * (permille * 10 + random.near(80, 80)) / 10_000;
    let needed_in = split(needed, random.around([262, 421, 246, 71], 12));
    let rates = random.around([1008, 1003, 988, 972], 12);
    let worked_in = split_by(worked, needed_in, rates);
    let row = |shift: &str, worked: u64, needed: u64| format!("{shift},{worked},{needed},{}", value(worked, needed, 100, 1));
    tables.month(COVER, month, &row("", worked, needed));
    for (position, shift) in SHIFTS.iter().enumerate() {
        tables.month(COVER, month, &row(shift, worked_in[position], needed_in[position]));
    }
}
