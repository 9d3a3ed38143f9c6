//! What customers said: satisfaction, effort and readiness to recommend.

use crate::arithmetic::{decimal, split, value};
use crate::contacts::REGIONS;
use crate::course::{AUGUST_2026, COURSE, JUNE_2026, MONTHS};
use crate::month::Contacts;
use crate::random::Random;
use crate::table::{Heading, Tables};

const SATISFACTION: Heading = Heading {
    metric: "customer-satisfaction",
    columns: "region,invited,delivered,completes,partials,numerator,denominator,n,weighted_top,weighted_all,sum_w,sum_w2,value,status,comment",
};
const EFFORT: Heading = Heading { metric: "customer-effort", columns: "region,numerator,denominator,n,sd,value,status,comment" };
const PROMOTER: Heading = Heading { metric: "net-promoter", columns: "invited,delivered,completes,partials,promoters,detractors,n,value" };
/// Promoters and detractors of a thousand, by quarter from the fourth of 2024.
const RECOMMEND: [[u64; 2]; 8] = [[361, 246], [366, 241], [381, 233], [388, 228], [352, 259], [331, 281], [372, 240], [379, 239]];

/// Writes the tables of surveys.
pub(crate) fn write(tables: &mut Tables, contacts: &[[Contacts; 4]]) {
    let mut random = Random::new(304);
    for (month, regions) in contacts.iter().enumerate() {
        satisfaction(tables, &mut random, month, regions);
        if month >= JUNE_2026 {
            effort(tables, &mut random, month);
        }
    }
    for (quarter, permille) in RECOMMEND.into_iter().enumerate() {
        recommend(tables, &mut random, quarter, permille);
    }
}

/// Answers to the question on satisfaction; weights in thousandths.
#[derive(Clone, Copy, Default)]
struct Answers {
    invited: u64,
    delivered: u64,
    completes: u64,
    partials: u64,
    top: u64,
    weighted_top: u64,
    weighted_all: u64,
    squares: u64,
}

impl Answers {
    fn weighted(self, weight: u64) -> Self {
        Self { weighted_top: self.top * weight, weighted_all: self.completes * weight, squares: self.completes * weight * weight, ..self }
    }

    fn add(self, other: Self) -> Self {
        Self {
            invited: self.invited + other.invited,
            delivered: self.delivered + other.delivered,
            completes: self.completes + other.completes,
            partials: self.partials + other.partials,
            top: self.top + other.top,
            weighted_top: self.weighted_top + other.weighted_top,
            weighted_all: self.weighted_all + other.weighted_all,
            squares: self.squares + other.squares,
        }
    }

    fn row(self) -> String {
        let Self { invited, delivered, completes, partials, top, .. } = self;
        let weights = decimal(self.weighted_all, 3);
        format!(
            "{invited},{delivered},{completes},{partials},{top},{completes},{completes},{},{weights},{weights},{},{}",
            decimal(self.weighted_top, 3),
            decimal(self.squares, 6),
            value(self.weighted_top, self.weighted_all, 100, 1)
        )
    }
}

fn satisfaction(tables: &mut Tables, random: &mut Random, month: usize, contacts: &[Contacts; 4]) {
    let mut answers = [Answers::default(); 4];
    for (position, levels) in [826, 806, 819, 812].into_iter().enumerate() {
        let failed = month == AUGUST_2026 && REGIONS[position] == "west";
        let invited = contacts[position].net() * random.near(180, 3) / 1000;
        let delivered = invited * if failed { random.near(668, 4) } else { random.near(962, 5) } / 1000;
        let completes = delivered * random.near(141, 7) / 1000;
        let partials = delivered * random.near(17, 3) / 1000;
        let dry = if month >= AUGUST_2026 { 14 } else { 0 };
        // Those whose invitation failed had called about the dry summer's bursts less often than those who were reached.
        let rate = levels + COURSE[month] / 2 - 67 - dry - if failed { 46 } else { 0 };
        let top = completes * (rate * 10 + random.near(160, 160)) / 10_000;
        answers[position] = Answers { invited, delivered, completes, partials, top, ..Answers::default() };
    }
    let everybody: u64 = contacts.iter().map(|part| part.net()).sum();
    let all: u64 = answers.iter().map(|part| part.completes).sum();
    for (part, contacts) in answers.iter_mut().zip(contacts) {
        let sampled = everybody * part.completes;
        *part = part.weighted((contacts.net() * all * 1000 + sampled / 2) / sampled);
    }
    let total = answers.iter().fold(Answers::default(), |sum, part| sum.add(*part));
    let disputed = month == AUGUST_2026;
    let of_total = if disputed { ",Disputed: invitations failed in the west for nine days" } else { "," };
    tables.month(SATISFACTION, month, &format!(",{},{of_total}", total.row()));
    for (region, part) in REGIONS.iter().zip(answers) {
        let remark = if disputed && *region == "west" { "U,Text-message invitations failed from 8 to 16 August 2026" } else { "," };
        tables.month(SATISFACTION, month, &format!("{region},{},{remark}", part.row()));
    }
}

fn effort(tables: &mut Tables, random: &mut Random, month: usize) {
    let counts = [random.near(262, 14), random.near(318, 16)];
    let level = 262 - 8 * u64::try_from((month - JUNE_2026).min(MONTHS)).unwrap_or_default();
    let sum: u64 = counts.iter().map(|count| count * (level + random.near(5, 5)) / 100).sum();
    let parts = split(sum, [counts[0] * 98, counts[1] * 101]);
    let mut push = |region: &str, sum: u64, count: u64, deviation: u64| {
        let cells = format!("{region},{sum},{count},{count},{},{},G,", decimal(deviation, 2), value(sum, count, 1, 2));
        tables.month(EFFORT, month, &cells);
    };
    push("", sum, counts.iter().sum(), random.near(109, 3));
    push("north", parts[0], counts[0], random.near(108, 4));
    push("east", parts[1], counts[1], random.near(110, 4));
}

fn recommend(tables: &mut Tables, random: &mut Random, quarter: usize, [promoters, detractors]: [u64; 2]) {
    let invited = 12_000;
    let delivered = invited - random.near(310, 60);
    let completes = delivered * random.near(158, 5) / 1000;
    let partials = delivered * random.near(9, 2) / 1000;
    let [promoters, detractors] = [promoters, detractors].map(|permille| completes * (permille * 10 + random.near(40, 40)) / 10_000);
    let score = value(promoters - detractors, completes, 100, 1);
    tables.quarter(
        PROMOTER,
        quarter,
        &format!("{invited},{delivered},{completes},{partials},{promoters},{detractors},{completes},{score}"),
    );
}
