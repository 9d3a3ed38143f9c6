//! Months, counted.

use std::fmt;

/// A calendar month, as the number of months since the year 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Month(u32);

impl Month {
    /// The month of a year; January is 1.
    pub(crate) const fn of(year: u32, month: u32) -> Self {
        Self(year * 12 + month - 1)
    }

    /// The month so many months later.
    pub(crate) const fn later(self, months: u32) -> Self {
        Self(self.0 + months)
    }

    /// The month so many months before.
    pub(crate) const fn earlier(self, months: u32) -> Self {
        Self(self.0 - months)
    }

    /// Position of the month in its year, from 0 for January.
    pub(crate) const fn of_year(self) -> u32 {
        self.0 % 12
    }

    /// A day of the month, as records write it.
    pub(crate) fn day(self, day: u32) -> String {
        format!("{self}-{day:02}")
    }

    /// The month for people: "September 2026".
    pub(crate) fn label(self) -> String {
        const NAMES: [&str; 12] =
            ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
        format!("{} {}", NAMES[self.of_year() as usize], self.0 / 12)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}", self.0 / 12, self.of_year() + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::Month;

    #[test]
    fn counting_back_crosses_the_year() {
        let month = Month::of(2026, 2).earlier(3);
        assert_eq!(
            (month.to_string(), month.later(2).day(1), month.label()),
            ("2025-11".into(), "2026-01-01".into(), "November 2025".into())
        );
    }
}
