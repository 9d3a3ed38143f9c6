//! Scalars with a grammar of their own: does the text follow it?

use std::fmt::Display;
use std::ops::Range;

use super::expression::parse_expression;
use crate::diag::did_you_mean;
use crate::model::{Date, Decimal, Duration, FiscalStart, Frequency, Id, Instant, Period, Scalar, TimeOfDay, Unit, Version, Zone};

/// Why a text does not follow its grammar.
pub(super) struct Problem {
    /// What was expected and found.
    pub(super) message: String,
    /// One step that mends it.
    pub(super) help: String,
    /// The part of the text that is wrong, where it can be told.
    pub(super) inside: Option<Range<usize>>,
}

impl Problem {
    fn new(message: impl Display, help: impl Into<String>) -> Self {
        Self { message: message.to_string(), help: help.into(), inside: None }
    }
}

/// Holds a text against the grammar of a scalar.
pub(super) fn check_scalar(scalar: Scalar, text: &str) -> Result<(), Problem> {
    match scalar {
        Scalar::Prose => Ok(()),
        Scalar::Sha256 => check_digest(text),
        Scalar::Decimal => Decimal::parse(text).map(drop).map_err(|error| Problem::new(&error, error.help())),
        Scalar::Date => text.parse::<Date>().map(drop).map_err(|error| Problem::new(&error, error.help())),
        Scalar::Instant => text.parse::<Instant>().map(drop).map_err(|error| Problem::new(&error, error.help())),
        Scalar::TimeOfDay => text.parse::<TimeOfDay>().map(drop).map_err(|error| Problem::new(&error, error.help())),
        Scalar::Duration => text.parse::<Duration>().map(drop).map_err(|error| Problem::new(&error, error.help())),
        Scalar::Period => text.parse::<Period>().map(drop).map_err(|error| Problem::new(&error, error.help())),
        Scalar::Frequency => text.parse::<Frequency>().map(drop).map_err(|error| Problem::new(&error, error.help())),
        Scalar::FiscalStart => text.parse::<FiscalStart>().map(drop).map_err(|error| Problem::new(&error, error.help())),
        Scalar::Version => text.parse::<Version>().map(drop).map_err(|error| Problem::new(&error, error.help())),
        Scalar::Id => text.parse::<Id>().map(drop).map_err(|error| Problem::new(&error, error.help())),
        Scalar::Unit => text.parse::<Unit>().map(drop).map_err(|error| {
            let help = did_you_mean(text, Unit::codes()).map_or_else(|| error.help(), |name| format!("did you mean `{name}`?"));
            Problem::new(error, help)
        }),
        Scalar::Zone => text.parse::<Zone>().map(drop).map_err(|error| {
            let help = did_you_mean(text, Zone::names()).map_or_else(|| error.help(), |name| format!("did you mean `{name}`?"));
            Problem::new(error, help)
        }),
        Scalar::Expression => parse_expression(text).map(drop).map_err(|error| Problem {
            message: error.message.clone(),
            help: error.help.clone(),
            inside: Some(error.offset..error.offset + error.length),
        }),
    }
}

fn check_digest(text: &str) -> Result<(), Problem> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
    if digits && text.len() == 64 {
        return Ok(());
    }
    let message =
        format!("expected a SHA-256 digest of 64 digits from `0` to `9` and `a` to `f`, found {} characters", text.chars().count());
    Err(Problem::new(message, "write the first column that `sha256sum FILE` prints"))
}
