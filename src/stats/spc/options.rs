//! What may be chosen about an XmR chart.

/// The choices that change the limits of an XmR chart.
///
/// The default computes the limits of one phase from all its points, without screening, as the national tool does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// How many points of each phase the limits are computed from, the first ones; all where nothing is given.
    ///
    /// Missing points do not count, so the limits rest on as many values as are named.
    pub baseline: Option<usize>,
    /// Whether moving ranges at or above 3.267 times their mean are left out of it, once.
    pub screening: bool,
    /// Places of points at which a new phase begins, counted from 0.
    ///
    /// Their order does not matter. The first point begins a phase anyway, and places past the last begin none.
    pub phase_starts: Vec<usize>,
}

impl Options {
    /// Lists the starts of all phases but the first, each once and in order.
    #[must_use]
    pub fn later_starts(&self) -> Vec<usize> {
        let mut starts: Vec<usize> = self.phase_starts.iter().copied().filter(|start| *start > 0).collect();
        starts.sort_unstable();
        starts.dedup();
        starts
    }
}
