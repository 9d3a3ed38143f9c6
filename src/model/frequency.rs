//! How often a metric is reported.

use crate::model::coded::{Coded, coded_text};

/// The length of a metric's reporting period; ordered as listed, calendar lengths from short to long, then fiscal ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Frequency {
    /// A business day.
    Day,
    /// An ISO 8601 week, Monday to Sunday.
    Week,
    /// A calendar month.
    Month,
    /// A calendar quarter.
    Quarter,
    /// A calendar year.
    Year,
    /// A month of the fiscal year.
    FiscalMonth,
    /// Three months of the fiscal year.
    FiscalQuarter,
    /// A fiscal year.
    FiscalYear,
}

impl Frequency {
    /// Every frequency, in order.
    pub const ALL: [Self; 8] =
        [Self::Day, Self::Week, Self::Month, Self::Quarter, Self::Year, Self::FiscalMonth, Self::FiscalQuarter, Self::FiscalYear];

    /// Tells whether the period depends on when the fiscal year begins.
    #[must_use]
    pub const fn is_fiscal(self) -> bool {
        matches!(self, Self::FiscalMonth | Self::FiscalQuarter | Self::FiscalYear)
    }

    /// Names one period of this length: "month", "fiscal quarter".
    #[must_use]
    pub const fn noun(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::FiscalMonth => "fiscal month",
            Self::FiscalQuarter => "fiscal quarter",
            Self::FiscalYear => "fiscal year",
        }
    }

    /// Names one period of this length with its article: "a month", "a fiscal quarter".
    #[must_use]
    pub fn describe(self) -> String {
        format!("a {}", self.noun())
    }

    /// Shows how a period of this length is written in records.
    #[must_use]
    pub const fn example(self) -> &'static str {
        match self {
            Self::Day => "2026-09-14",
            Self::Week => "2026-W37",
            Self::Month => "2026-09",
            Self::Quarter => "2026-Q3",
            Self::Year => "2026",
            Self::FiscalMonth => "FY2026-M06",
            Self::FiscalQuarter => "FY2026-Q2",
            Self::FiscalYear => "FY2026",
        }
    }
}

impl Coded for Frequency {
    const WHAT: &'static str = "a frequency such as `P1M`";

    fn all() -> &'static [Self] {
        &Self::ALL
    }

    fn code(self) -> &'static str {
        match self {
            Self::Day => "P1D",
            Self::Week => "P1W",
            Self::Month => "P1M",
            Self::Quarter => "P3M",
            Self::Year => "P1Y",
            Self::FiscalMonth => "fiscal-month",
            Self::FiscalQuarter => "fiscal-quarter",
            Self::FiscalYear => "fiscal-year",
        }
    }

    fn meaning(self) -> &'static str {
        match self {
            Self::Day => "every business day",
            Self::Week => "every ISO 8601 week, Monday to Sunday",
            Self::Month => "every calendar month",
            Self::Quarter => "every calendar quarter",
            Self::Year => "every calendar year",
            Self::FiscalMonth => "every month of the fiscal year",
            Self::FiscalQuarter => "every three months of the fiscal year",
            Self::FiscalYear => "every fiscal year",
        }
    }
}

coded_text!(Frequency, "Length of the reporting period: an ISO 8601 duration, or a period of the fiscal year.", "x-type": "frequency");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::period::Period;

    #[test]
    fn every_frequency_reads_back_as_written() {
        for frequency in Frequency::ALL {
            assert_eq!(frequency.to_string().parse(), Ok(frequency));
        }
    }

    #[test]
    fn example_is_a_period_of_the_frequency() {
        for frequency in Frequency::ALL {
            assert_eq!(Period::parse(frequency.example()).map(Period::frequency), Ok(frequency));
        }
    }

    #[test]
    fn unknown_frequency_lists_or_suggests() {
        let suggest = |text: &str| text.parse::<Frequency>().expect_err("the text is no frequency").help();
        assert_eq!(suggest("p1m"), "did you mean `P1M`?");
        assert_eq!(suggest("fiscal_quarter"), "did you mean `fiscal-quarter`?");
        assert_eq!(suggest("monthly"), "use one of `P1D`, `P1W`, `P1M`, `P3M`, `P1Y`, `fiscal-month`, `fiscal-quarter`, `fiscal-year`");
    }

    #[test]
    fn schema_lists_the_codes() {
        let schema = schemars::schema_for!(Frequency);
        assert_eq!(schema.get("oneOf").and_then(|codes| codes.as_array()).map(Vec::len), Some(8));
    }
}
