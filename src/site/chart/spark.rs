//! A line the size of a word.

use super::mark::Judgement;

/// The course of a series without axes or numbers, to stand beside its latest value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sparkline {
    /// The values in order; nothing where one is missing.
    pub values: Vec<Option<f64>>,
    /// Level of the target, if there is one.
    pub target: Option<f64>,
    /// Lower and upper limit of the process, shown as a band.
    pub limits: Option<(f64, f64)>,
    /// Judgement of a special cause at the last value.
    pub judgement: Option<Judgement>,
    /// What the line shows, and a prefix for its id; without it the line is hidden from screen readers, because the
    /// text beside it says the same.
    pub title: Option<(String, String)>,
}
