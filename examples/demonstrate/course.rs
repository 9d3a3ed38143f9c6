//! The story, month by month: how much work there was and how well it went.
//!
//! Invariant: one entry for each month from October 2024. Must not know how counts are made of it.

/// How many months there are.
pub(crate) const MONTHS: usize = 25;
/// First month of the second year, from which on the figures were drawn anew.
pub(crate) const APRIL_2025: usize = 6;
/// Billing moves to a new system.
pub(crate) const OCTOBER_2025: usize = 12;
/// The telephone outage.
pub(crate) const JANUARY_2026: usize = 15;
/// Repeat contacts are counted within seven days.
pub(crate) const APRIL_2026: usize = 18;
/// First month of the trial of customer effort.
pub(crate) const JUNE_2026: usize = 20;
/// Promised calls are no longer recorded reliably.
pub(crate) const AUGUST_2026: usize = 22;

/// Calls answered, in tens.
pub(crate) const CALLS: [u64; MONTHS] = [
    2760, 2810, 2560, 2890, 2700, 2960, 2790, 2520, 2460, 2410, 2380, 2490, 2840, 2960, 2510, 3120, 2780, 2990, 2830, 2500, 2420, 2390,
    2310, 2430, 2590,
];
/// What the months add to first contact resolution, in permille, with 100 as nothing.
pub(crate) const COURSE: [u64; MONTHS] =
    [88, 90, 87, 93, 91, 95, 100, 104, 102, 106, 105, 108, 72, 58, 61, 44, 50, 66, 84, 102, 113, 119, 124, 122, 118];
/// Callers who gave up, of a thousand.
pub(crate) const LOST: [u64; MONTHS] =
    [54, 57, 50, 59, 53, 56, 52, 46, 44, 43, 41, 45, 63, 66, 51, 121, 57, 60, 54, 46, 43, 41, 39, 42, 47];
/// Articles of guidance in use.
pub(crate) const ARTICLES: [u64; MONTHS] =
    [398, 401, 401, 404, 406, 409, 412, 412, 415, 418, 418, 421, 447, 452, 452, 455, 455, 458, 461, 464, 464, 466, 467, 470, 471];
/// Of a thousand articles, those within their review date.
pub(crate) const IN_DATE: [u64; MONTHS] =
    [863, 868, 861, 872, 877, 884, 881, 874, 882, 879, 870, 862, 655, 624, 631, 620, 648, 712, 846, 931, 953, 957, 964, 951, 947];
/// Complaints about supply that the dry summer of 2026 adds.
pub(crate) const DROUGHT: [u64; MONTHS] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 24, 96, 141, 58];

/// The month as results name it.
pub(crate) fn month_name(month: usize) -> String {
    let (year, month) = (2024 + (month + 9) / 12, (month + 9) % 12 + 1);
    format!("{year}-{month:02}")
}

/// How far resolution lies under its level of September 2025, in permille.
pub(crate) fn slump(month: usize) -> u64 {
    108 - COURSE[month].min(108)
}

/// How far resolution lies above its level of September 2025, in permille.
pub(crate) fn gain(month: usize) -> u64 {
    COURSE[month].max(108) - 108
}
