//! The figures, month by month: counts from a course that tells the story, with small differences drawn from one seed.
//!
//! Invariant: whole numbers only, and the same draws in the same order. Must not know releases or files.

/// Metrics by the names of their result files.
pub(crate) const RESOLUTION: &str = "first-contact-resolution";
pub(crate) const REPEATS: &str = "repeat-contacts";
pub(crate) const GIVEN_UP: &str = "abandonment";
pub(crate) const PROMPT: &str = "answered-in-20-seconds";
pub(crate) const TIME: &str = "average-handle-time";
pub(crate) const COST: &str = "cost-per-contact";
pub(crate) const COMPLAINTS: &str = "complaints";
pub(crate) const GUIDANCE: &str = "guidance-in-date";
/// Months, counted from April 2025, that are restated in the second release; the first release counts more repeats in them.
const RESTATED: [(usize, u64); 2] = [(9, 412), (10, 187)];
/// How many months there are, from April 2025.
pub(crate) const MONTHS: usize = 18;
/// Calls answered, in tens.
const CALLS: [u64; MONTHS] = [2790, 2520, 2460, 2410, 2380, 2490, 2840, 2960, 2510, 3120, 2780, 2990, 2830, 2500, 2420, 2390, 2310, 2430];
/// What the months add to first contact resolution, in permille, with 100 as nothing.
const COURSE: [u64; MONTHS] = [100, 104, 102, 106, 105, 108, 72, 58, 61, 44, 50, 66, 84, 102, 113, 119, 124, 122];
/// Callers who gave up, of a thousand.
const LOST: [u64; MONTHS] = [52, 46, 44, 43, 41, 45, 63, 66, 51, 121, 57, 60, 54, 46, 43, 41, 39, 42];
/// Articles of guidance in use.
const ARTICLES: [u64; MONTHS] = [412, 412, 415, 418, 418, 421, 447, 452, 452, 455, 455, 458, 461, 464, 464, 466, 467, 470];
/// Of a thousand articles, those within their review date.
const IN_DATE: [u64; MONTHS] = [881, 874, 882, 879, 870, 862, 655, 624, 631, 620, 648, 712, 846, 931, 953, 957, 964, 951];

/// A stream of whole numbers that look random (splitmix64: Steele, Lea and Flood, 2014).
struct Random(u64);

impl Random {
    /// A number within `spread` above or below `middle`.
    fn near(&mut self, middle: u64, spread: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        middle - spread + (mixed ^ (mixed >> 31)) % (2 * spread + 1)
    }
}

/// Contacts by one channel, or by all of them, in one month.
#[derive(Clone, Copy, Default)]
struct Contacts {
    raw: u64,
    tests: u64,
    duplicates: u64,
    resolved: u64,
}

impl Contacts {
    fn net(self) -> u64 {
        self.raw - self.tests - self.duplicates
    }

    /// Counts and share of the contacts of which `numerator` have something in common.
    fn row(self, numerator: u64) -> String {
        let share = value(numerator, self.net(), 100, 1);
        format!("{},{},{},{numerator},{},{share}", self.raw, self.tests, self.duplicates, self.net())
    }
}

/// `numerator / denominator × factor` with `decimals` places, exactly half to even.
fn value(numerator: u64, denominator: u64, factor: u64, decimals: u32) -> String {
    let scale = 10_u64.pow(decimals);
    let (quotient, rest) = (numerator * factor * scale / denominator, numerator * factor * scale % denominator);
    let up = 2 * rest > denominator || (2 * rest == denominator && quotient % 2 == 1);
    let digits = quotient + u64::from(up);
    let whole = digits / scale;
    if decimals == 0 { whole.to_string() } else { format!("{whole}.{:0width$}", digits % scale, width = decimals as usize) }
}

/// One row of a result file.
pub(crate) struct Row {
    pub(crate) metric: &'static str,
    pub(crate) month: usize,
    /// Whether it takes the place of a row of an earlier release.
    pub(crate) restated: bool,
    text: String,
}

impl Row {
    /// The line of the file, which begins with the period.
    pub(crate) fn line(&self) -> String {
        let (year, month) = (2025 + (self.month + 3) / 12, (self.month + 3) % 12 + 1);
        format!("{year}-{month:02},{}", self.text)
    }
}

/// The contacts of a month by telephone, web chat and e-mail.
fn contacts(random: &mut Random, month: usize) -> [Contacts; 3] {
    let calls = CALLS[month] * 10 + random.near(20, 20);
    let migration = if matches!(month, 6..=8) { 11 } else { 0 };
    [(1000, 650), (365, 600), (238, 565)].map(|(share, rate)| {
        let raw = calls * share / 1000 + random.near(90, 90);
        let (tests, duplicates) = (raw * random.near(4, 1) / 1000, raw * random.near(14 + migration, 2) / 1000);
        let resolved = (raw - tests - duplicates) * (10 * (rate + COURSE[month]) + random.near(60, 60)) / 10_000;
        Contacts { raw, tests, duplicates, resolved }
    })
}

fn sum(parts: &[Contacts]) -> Contacts {
    parts.iter().fold(Contacts::default(), |sum, part| Contacts {
        raw: sum.raw + part.raw,
        tests: sum.tests + part.tests,
        duplicates: sum.duplicates + part.duplicates,
        resolved: sum.resolved + part.resolved,
    })
}

/// All rows, month by month.
pub(crate) fn all() -> Vec<Row> {
    let mut random = Random(2025);
    (0..MONTHS).flat_map(|month| rows(&mut random, month)).collect()
}

fn rows(random: &mut Random, month: usize) -> Vec<Row> {
    let parts = contacts(random, month);
    let all = sum(&parts);
    let mut rows = Vec::new();
    let mut push = |metric, text| {
        rows.push(Row { metric, month, restated: false, text });
    };
    for (channel, part) in ["", "phone", "webchat", "email"].iter().zip([all].iter().chain(&parts)) {
        push(RESOLUTION, format!("{channel},{}", part.row(part.resolved)));
    }
    let slump = 108 - COURSE[month].min(108);
    let gain = COURSE[month].max(108) - 108;
    let again = all.net() * (1330 + 9 * slump - 8 * gain + random.near(30, 30)) / 10_000;
    let excess = RESTATED.iter().find(|(restated, _)| *restated == month).map(|(_, excess)| *excess);
    push(REPEATS, all.row(again + excess.unwrap_or_default()));
    for (metric, text) in calls(random, month, parts[0], slump) {
        push(metric, text);
    }
    let handled = all.raw - all.tests;
    let overtime = if matches!(month, 6..=11) { 13_500 } else { 0 };
    let pounds = 128_000 + handled * 272 / 100 + overtime + random.near(2_400, 2_400);
    push(COST, format!("{pounds},{handled},{}", value(pounds, handled, 1, 2)));
    for text in complaints(random, month, slump) {
        push(COMPLAINTS, text);
    }
    let articles = ARTICLES[month];
    let current = articles * IN_DATE[month] / 1000;
    push(GUIDANCE, format!("{current},{articles},{}", value(current, articles, 100, 1)));
    if excess.is_some() {
        rows.push(Row { metric: REPEATS, month, restated: true, text: all.row(again) });
    }
    rows
}

/// The counts of complaints in one month: all, and by reason for contact.
fn complaints(random: &mut Random, month: usize, slump: u64) -> [String; 4] {
    let outage = if month == 9 { 70 } else { 0 };
    let billing = random.near(126, 9) + 2 * slump;
    let supply = random.near(97, 9) + outage;
    let account = random.near(58, 6) + slump / 2;
    [("", billing + supply + account), ("billing", billing), ("supply", supply), ("account", account)]
        .map(|(reason, count)| format!("{reason},{count},{count}"))
}

/// The rows about telephone calls in one month.
fn calls(random: &mut Random, month: usize, phone: Contacts, slump: u64) -> [(&'static str, String); 3] {
    let taken = phone.raw - phone.tests;
    let lost = taken * LOST[month] / (1000 - LOST[month]) + random.near(25, 25);
    let offered = taken + lost;
    let short = offered * random.near(21, 3) / 1000;
    let remark = if month == 9 { "S,Telephone outage on 13 and 14 January 2026" } else { "," };
    let (raw, share) = (offered + short + phone.tests, value(lost, offered, 100, 1));
    let prompt = taken * (random.near(779, 8) - LOST[month]) / 1000;
    let seconds = taken * (384 + slump * 13 / 10) + random.near(taken * 4, taken * 4);
    [
        (GIVEN_UP, format!("{raw},{},{short},{lost},{offered},{share},{remark}", phone.tests)),
        (PROMPT, format!("{prompt},{taken},{}", value(prompt, taken, 100, 1))),
        (TIME, format!("{seconds},{taken},{}", value(seconds, taken, 1, 0))),
    ]
}
