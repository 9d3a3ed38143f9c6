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
