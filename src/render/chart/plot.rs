//! The rectangle in which values are drawn, and how periods and values map into it.

use super::scale::Scale;
use crate::render::svg::real;

/// Where slots and values lie. Every slot is one period wide; its value lies in its middle.
#[derive(Clone, Debug)]
pub(crate) struct Plot {
    /// Left edge.
    pub(crate) left: f64,
    /// Right edge.
    pub(crate) right: f64,
    /// Upper edge.
    pub(crate) top: f64,
    /// Lower edge.
    pub(crate) bottom: f64,
    /// How many slots there are.
    pub(crate) slots: usize,
    /// The value axis.
    pub(crate) scale: Scale,
}

impl Plot {
    /// Width of one slot.
    pub(crate) fn slot(&self) -> f64 {
        (self.right - self.left) / real(self.slots.max(1))
    }

    /// The middle of a slot.
    pub(crate) fn x(&self, index: usize) -> f64 {
        self.left + (real(index) + 0.5) * self.slot()
    }

    /// The edge before a slot; that before slot `n` of `n` is the right edge.
    pub(crate) fn edge(&self, index: usize) -> f64 {
        self.left + real(index) * self.slot()
    }

    /// The place of a value.
    pub(crate) fn y(&self, value: f64) -> f64 {
        self.bottom - self.scale.share(value) * (self.bottom - self.top)
    }

    /// A span of slots cut to those that exist; nothing when none of them does.
    pub(crate) fn span(&self, first: usize, last: usize) -> Option<(usize, usize)> {
        let last = last.min(self.slots.checked_sub(1)?);
        (first <= last).then_some((first, last))
    }
}
