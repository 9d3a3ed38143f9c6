//! What may be chosen about an XmR chart, and how the choice is printed.

use std::fmt::Write as _;

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
    /// Says in words every choice that changes the limits; points are counted from 1.
    #[must_use]
    pub fn describe(&self) -> String {
        let phase = if self.later_starts().is_empty() { "the series" } else { "each phase" };
        let mut text = match self.baseline {
            Some(1) => format!("limits from the first point of {phase}"),
            Some(points) => format!("limits from the first {points} points of {phase}"),
            None => format!("limits from all points of {phase}"),
        };
        text.push_str(if self.screening {
            "; moving ranges at or above 3.267 × their mean are left out of it, once"
        } else {
            "; all moving ranges count"
        });
        match self.later_starts().as_slice() {
            [] => {}
            [only] => {
                let _ = write!(text, "; new limits from point {}", only + 1);
            }
            [first @ .., last] => {
                let listed: Vec<String> = first.iter().map(|start| (start + 1).to_string()).collect();
                let _ = write!(text, "; new limits from points {} and {}", listed.join(", "), last + 1);
            }
        }
        text
    }

    /// Lists the starts of all phases but the first, each once and in order.
    pub(super) fn later_starts(&self) -> Vec<usize> {
        let mut starts: Vec<usize> = self.phase_starts.iter().copied().filter(|start| *start > 0).collect();
        starts.sort_unstable();
        starts.dedup();
        starts
    }
}

#[cfg(test)]
mod tests {
    use super::Options;

    #[test]
    fn every_choice_is_said() {
        assert_eq!(Options::default().describe(), "limits from all points of the series; all moving ranges count");
        let options = Options { baseline: Some(12), screening: true, phase_starts: vec![30, 0, 12, 30] };
        assert_eq!(
            options.describe(),
            "limits from the first 12 points of each phase; moving ranges at or above 3.267 × their mean are left out \
             of it, once; new limits from points 13 and 31"
        );
    }

    #[test]
    fn options_that_differ_in_effect_differ_in_words() {
        let base = Options::default();
        let variants = [
            Options { baseline: Some(12), ..base.clone() },
            Options { screening: true, ..base.clone() },
            Options { phase_starts: vec![3], ..base.clone() },
            base,
        ];
        let words: std::collections::BTreeSet<String> = variants.iter().map(Options::describe).collect();
        assert_eq!(words.len(), variants.len());
    }
}
