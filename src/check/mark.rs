//! The marks that a figure may bear beside it, and what they mean.
//!
//! A mark of the tool says that a test was made and that the figure passed it. The marks `V`, `T` and `A` (vouched, traced, agreed) are the
//! auditor's; nothing here can make one.

/// A mark of the tool.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// Recalculated from its counts.
    Recalculated,
    /// The segments sum to it.
    Foots,
    /// The two-way table in which it stands sums up both ways.
    CrossFoots,
    /// The exclusions account for the whole difference between raw and net counts.
    Excludes,
    /// The definition was in force for the whole period, and agreed.
    Defined,
    /// Taken after the period and its settle lag were over.
    CutOff,
    /// All due periods and segments are there.
    Complete,
    /// Has the digest and the row count of the registered extract.
    Extract,
    /// Agrees with the signed report before this one.
    Agrees,
    /// Reconciled with a third party within tolerance.
    Reconciled,
    /// Agreed by somebody independent who may do so.
    Approved,
}

impl Mark {
    /// All of them, in the order in which they stand beside a figure.
    pub const ALL: &'static [Self] = &[
        Self::Recalculated,
        Self::Foots,
        Self::CrossFoots,
        Self::Excludes,
        Self::Defined,
        Self::CutOff,
        Self::Complete,
        Self::Extract,
        Self::Agrees,
        Self::Reconciled,
        Self::Approved,
    ];

    /// The letters that stand beside a figure.
    #[must_use]
    pub const fn letters(self) -> &'static str {
        match self {
            Self::Recalculated => "Rx",
            Self::Foots => "Ft",
            Self::CrossFoots => "Cf",
            Self::Excludes => "Ex",
            Self::Defined => "Df",
            Self::CutOff => "Co",
            Self::Complete => "Cm",
            Self::Extract => "H",
            Self::Agrees => "Ag",
            Self::Reconciled => "Rc",
            Self::Approved => "Ap",
        }
    }

    /// The bit that stands for it in a set.
    #[must_use]
    pub(in crate::check) const fn bit(self) -> u16 {
        1 << self as u16
    }
}
