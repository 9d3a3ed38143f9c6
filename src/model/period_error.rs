//! What is said about a text that should be a period.

use crate::model::date::Date;
use crate::model::date_error::DateError;
use crate::model::period::Period;
use crate::model::text::{explained, quote};

/// A text that is no period.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PeriodError {
    /// The text has none of the forms of a period.
    #[error("expected a period such as `2026-09`, `2026-Q3`, `2026`, `2026-W37`, `2026-09-14` or `FY2026-Q1`, found {}", quote(found))]
    Shape {
        /// The text that was found.
        found: String,
    },
    /// The year is out of range, or there is no such month or day.
    #[error(transparent)]
    Date(#[from] DateError),
    /// There is no such quarter.
    #[error("expected a quarter from `Q1` to `Q4`, found `Q{quarter}`")]
    Quarter {
        /// The quarter that was found.
        quarter: u32,
    },
    /// The year has no such week.
    #[error("expected a week from `W01` to `W{weeks}`, found `W{week:02}`; {year} has {weeks} ISO weeks")]
    Week {
        /// The week-numbering year.
        year: i32,
        /// The week that was found.
        week: u32,
        /// How many weeks the year has, 52 or 53.
        weeks: u32,
    },
    /// There is no such month of a fiscal year.
    #[error("expected a fiscal month from `M01` to `M12`, found `M{month:02}`")]
    FiscalMonth {
        /// The month that was found.
        month: u32,
    },
}

impl PeriodError {
    /// Gives one step, in the imperative, that mends the text.
    #[must_use]
    pub fn help(&self) -> String {
        match self {
            Self::Shape { found } => match mend(found) {
                Some(period) => format!("write `{period}`"),
                None => "write the year first, then the month, quarter, week or date".to_owned(),
            },
            Self::Date(error) => error.help(),
            Self::Quarter { .. } => "correct the quarter".to_owned(),
            Self::Week { year, week, .. } if *week > 0 => {
                format!("write `{}-W{:02}` if the first week of the next year is meant", year + 1, 1)
            }
            Self::Week { .. } => "count weeks from `W01`".to_owned(),
            Self::FiscalMonth { .. } => "count the months of the fiscal year from `M01`".to_owned(),
        }
    }
}

explained!(PeriodError);

/// Makes a period of a text that only varies separators, case, zeros before a number or the letter before a month.
fn mend(found: &str) -> Option<Period> {
    let text = found.trim().to_ascii_uppercase().replace(['/', '.', '_', ' '], "-");
    if let Some(date) = text.get(..10).and_then(|start| Date::parse(start).ok()) {
        return Period::parse(&date.to_string()).ok();
    }
    let (prefix, rest) = text.strip_prefix("FY").map_or(("", text.as_str()), |rest| ("FY", rest.trim_start_matches('-')));
    let (first, last) = (rest.split_at_checked(4), rest.len().checked_sub(4).and_then(|at| rest.split_at_checked(at)));
    let year_first = first.filter(|(year, _)| is_number(year));
    let (year, part) = year_first.or(last.map(|(part, year)| (year, part)).filter(|(year, _)| is_number(year)))?;
    let part = part.trim_matches('-');
    let letters = part.find(|character: char| !character.is_ascii_alphabetic())?;
    let (letter, number) = part.split_at(letters);
    let number = number.trim_start_matches('-');
    let part = match (letter, prefix) {
        ("Q", _) => format!("Q{}", number.trim_start_matches('0')),
        ("W" | "M", "FY") | ("W", _) => format!("{letter}{number:0>2}"),
        ("M" | "", _) => format!("{number:0>2}"),
        _ => return None,
    };
    Period::parse(&format!("{prefix}{year}-{part}")).ok()
}

/// Tells whether a text is digits only.
fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(text: &str) -> PeriodError {
        Period::parse(text).expect_err("the text is no period")
    }

    #[test]
    fn shape_is_shown_with_every_form() {
        for text in [
            "",
            "26",
            "2026-9",
            " 2026-09",
            "2026-09 ",
            "2026-Q03",
            "2026-w37",
            "2026-W7",
            "FY26",
            "fy2026",
            "2026-H1",
            "2026-M09",
            "2026-09-14-1",
        ] {
            let expected =
                format!("expected a period such as `2026-09`, `2026-Q3`, `2026`, `2026-W37`, `2026-09-14` or `FY2026-Q1`, found `{text}`");
            assert_eq!(error(text).to_string(), expected);
        }
    }

    #[test]
    fn part_out_of_range_is_named() {
        for (text, message) in [
            ("2026-13", "expected a month from `01` to `12`, found `13`"),
            ("2026-00", "expected a month from `01` to `12`, found `00`"),
            ("2026-Q5", "expected a quarter from `Q1` to `Q4`, found `Q5`"),
            ("FY2026-Q0", "expected a quarter from `Q1` to `Q4`, found `Q0`"),
            ("2025-W53", "expected a week from `W01` to `W52`, found `W53`; 2025 has 52 ISO weeks"),
            ("2026-W54", "expected a week from `W01` to `W53`, found `W54`; 2026 has 53 ISO weeks"),
            ("2026-W00", "expected a week from `W01` to `W53`, found `W00`; 2026 has 53 ISO weeks"),
            ("FY2026-M13", "expected a fiscal month from `M01` to `M12`, found `M13`"),
            ("2026-02-29", "expected a day that exists, found day `29` of February 2026, which has 28 days"),
            ("0026", "expected a year from `1900` to `9999`, found `0026`"),
            ("FY1899", "expected a year from `1900` to `9999`, found `1899`"),
        ] {
            assert_eq!(error(text).to_string(), message);
        }
    }

    #[test]
    fn help_mends_what_is_plain() {
        for (text, mended) in [
            ("2026-9", "2026-09"),
            (" 2026-09", "2026-09"),
            ("2026/09", "2026-09"),
            ("09/2026", "2026-09"),
            ("2026-M09", "2026-09"),
            ("2026m9", "2026-09"),
            ("202609", "2026-09"),
            ("2026q3", "2026-Q3"),
            ("Q3 2026", "2026-Q3"),
            ("2026-Q03", "2026-Q3"),
            ("2026W7", "2026-W07"),
            ("fy2026-q1", "FY2026-Q1"),
            ("FY2026 M3", "FY2026-M03"),
            ("2026-09-14T00:00:00Z", "2026-09-14"),
        ] {
            assert_eq!(error(text).help(), format!("write `{mended}`"), "{text}");
        }
    }

    #[test]
    fn help_guesses_nothing_where_nothing_is_plain() {
        for text in ["", "last month", "2026-H1", "1/2", "September"] {
            assert_eq!(error(text).help(), "write the year first, then the month, quarter, week or date", "{text}");
        }
    }
}
