//! What happened in one month: contacts, calls, costs and complaints, with small differences drawn from a seed.
//!
//! Invariant: a count after exclusions is the raw count less what was taken out. Must not know tables or releases.

use crate::arithmetic::value;
use crate::course::{APRIL_2025, CALLS, COURSE, LOST, MONTHS, OCTOBER_2025, gain, slump};
use crate::random::Random;

/// Contacts of one kind in one month.
#[derive(Clone, Copy, Default)]
pub(crate) struct Contacts {
    pub(crate) raw: u64,
    pub(crate) tests: u64,
    pub(crate) duplicates: u64,
    pub(crate) resolved: u64,
}

impl Contacts {
    /// What is left after exclusions.
    pub(crate) fn net(self) -> u64 {
        self.raw - self.tests - self.duplicates
    }

    /// Counts and share of the contacts of which `numerator` have something in common.
    pub(crate) fn row(self, numerator: u64) -> String {
        let share = value(numerator, self.net(), 100, 1);
        format!("{},{},{},{numerator},{},{share}", self.raw, self.tests, self.duplicates, self.net())
    }
}

/// The sum of several kinds.
pub(crate) fn sum(parts: &[Contacts]) -> Contacts {
    parts.iter().fold(Contacts::default(), |sum, part| Contacts {
        raw: sum.raw + part.raw,
        tests: sum.tests + part.tests,
        duplicates: sum.duplicates + part.duplicates,
        resolved: sum.resolved + part.resolved,
    })
}

/// Telephone calls in one month.
pub(crate) struct Calls {
    /// Answered, less test calls.
    pub(crate) taken: u64,
    pub(crate) lost: u64,
    /// Ended within five seconds.
    pub(crate) short: u64,
    /// Answered within twenty seconds.
    pub(crate) prompt: u64,
    /// Spent on those answered.
    pub(crate) seconds: u64,
}

/// One month.
pub(crate) struct Month {
    pub(crate) position: usize,
    /// By telephone, web chat and e-mail.
    pub(crate) channels: [Contacts; 3],
    /// Contacts followed by another within seven days.
    pub(crate) repeated: u64,
    pub(crate) calls: Calls,
    pub(crate) pounds: u64,
    /// Complaints about billing, supply and account, in an ordinary summer.
    pub(crate) complaints: [u64; 3],
}

impl Month {
    /// Contacts by all channels.
    pub(crate) fn all(&self) -> Contacts {
        sum(&self.channels)
    }

    fn draw(random: &mut Random, position: usize) -> Self {
        let channels = contacts(random, position);
        let all = sum(&channels);
        let (slump, gain) = (slump(position), gain(position));
        let repeated = all.net() * (1330 + 9 * slump - 8 * gain + random.near(30, 30)) / 10_000;
        let calls = calls(random, position, channels[0]);
        let handled = all.raw - all.tests;
        let overtime = if (OCTOBER_2025..OCTOBER_2025 + 6).contains(&position) { 13_500 } else { 0 };
        let pounds = 128_000 + handled * 272 / 100 + overtime + random.near(2_400, 2_400);
        let outage = if LOST[position] > 100 { 70 } else { 0 };
        let billing = random.near(126, 9) + 2 * slump;
        let supply = random.near(97, 9) + outage;
        let account = random.near(58, 6) + slump / 2;
        Self { position, channels, repeated, calls, pounds, complaints: [billing, supply, account] }
    }
}

/// All months, from October 2024.
pub(crate) fn months() -> Vec<Month> {
    let (mut first, mut later) = (Random::new(2024), Random::new(2025));
    let stream = |position| if position < APRIL_2025 { Month::draw(&mut first, position) } else { Month::draw(&mut later, position) };
    (0..MONTHS).map(stream).collect()
}

/// The contacts of a month by telephone, web chat and e-mail.
fn contacts(random: &mut Random, month: usize) -> [Contacts; 3] {
    let calls = CALLS[month] * 10 + random.near(20, 20);
    let migration = if (OCTOBER_2025..OCTOBER_2025 + 3).contains(&month) { 11 } else { 0 };
    [(1000, 650), (365, 600), (238, 565)].map(|(share, rate)| {
        let raw = calls * share / 1000 + random.near(90, 90);
        let (tests, duplicates) = (raw * random.near(4, 1) / 1000, raw * random.near(14 + migration, 2) / 1000);
        let resolved = (raw - tests - duplicates) * (10 * (rate + COURSE[month]) + random.near(60, 60)) / 10_000;
        Contacts { raw, tests, duplicates, resolved }
    })
}

fn calls(random: &mut Random, month: usize, phone: Contacts) -> Calls {
    let taken = phone.raw - phone.tests;
    let lost = taken * LOST[month] / (1000 - LOST[month]) + random.near(25, 25);
    let short = (taken + lost) * random.near(21, 3) / 1000;
    let prompt = taken * (random.near(779, 8) - LOST[month]) / 1000;
    let seconds = taken * (384 + slump(month) * 13 / 10) + random.near(taken * 4, taken * 4);
    Calls { taken, lost, short, prompt, seconds }
}
