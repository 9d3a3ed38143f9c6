//! Which side of a level is better.

use crate::model::{Decimal, Direction};

/// Whether a level is at least as good as another; nothing where neither side is better.
pub(super) fn as_good(level: Decimal, other: Decimal, direction: Option<Direction>) -> Option<bool> {
    match direction? {
        Direction::Increase => Some(level.exact() >= other.exact()),
        Direction::Decrease => Some(level.exact() <= other.exact()),
        Direction::InRange | Direction::Neutral => None,
    }
}

/// The direction in words.
pub(super) const fn in_words(direction: Option<Direction>) -> &'static str {
    match direction {
        Some(Direction::Increase) => "more is better",
        Some(Direction::Decrease) => "less is better",
        Some(Direction::InRange) => "better means within a range",
        Some(Direction::Neutral) | None => "neither side is better",
    }
}
