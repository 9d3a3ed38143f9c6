//! Why a reported figure differs from an earlier one: the definition, the data, or the performance.
//!
//! Each effect is the step between two figures that differ in one thing only, so that the effects sum to the whole exactly. Knows numbers
//! and nothing of where they come from.

use crate::model::Exact;

/// The figures between an earlier and a later report; what is not known is left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EffectFigures {
    /// The earlier period as it was reported: old definition, data of that day.
    pub reported: Option<Exact>,
    /// The earlier period by the old definition, from the data as it is known now; the reported figure where nothing came late.
    pub settled: Option<Exact>,
    /// The earlier period by the new definition, from the same data; the settled figure where the definition did not change.
    pub redefined: Option<Exact>,
    /// The later period by the new definition.
    pub later: Option<Exact>,
}

/// What cannot be told apart, for want of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnknownEffect {
    /// The earlier figure was not reported, so that there is no whole.
    Reported,
    /// Nobody knows what the old definition gives from today's data: data and definition are one step.
    Settled,
    /// Nobody knows what the new definition gives for the earlier period: definition and performance are one step.
    Redefined,
    /// There is no later figure yet.
    Later,
}

/// A difference in its parts, in the unit of the metric.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EffectSplit {
    /// New less old definition, on the same records.
    pub definition: Option<Exact>,
    /// Late or corrected records, by the old definition.
    pub data: Option<Exact>,
    /// The later period less the earlier one, by the new definition.
    pub performance: Option<Exact>,
    /// The later figure less the one reported earlier: the sum of the parts wherever all are known.
    pub total: Option<Exact>,
    /// What is unknown, and why a part is missing.
    pub unknown: Vec<UnknownEffect>,
}

/// Splits the difference of two reported figures.
///
/// Data = settled − reported, definition = redefined − settled, performance = later − redefined; all exact. A part is missing where one of its
/// two figures is, or where a number has more digits than can be held.
#[must_use]
pub fn effect(figures: &EffectFigures) -> EffectSplit {
    let step = |from: Option<Exact>, to: Option<Exact>| to?.checked_sub(from?).map(Exact::reduced);
    let unknown = [
        (figures.reported.is_none(), UnknownEffect::Reported),
        (figures.settled.is_none(), UnknownEffect::Settled),
        (figures.redefined.is_none(), UnknownEffect::Redefined),
        (figures.later.is_none(), UnknownEffect::Later),
    ];
    EffectSplit {
        definition: step(figures.settled, figures.redefined),
        data: step(figures.reported, figures.settled),
        performance: step(figures.redefined, figures.later),
        total: step(figures.reported, figures.later),
        unknown: unknown.into_iter().filter(|(missing, _)| *missing).map(|(_, what)| what).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tenths(value: i64) -> Option<Exact> {
        Exact::new(value.into(), 10)
    }

    #[test]
    fn each_part_is_the_step_that_bears_its_name() {
        let figures = EffectFigures { reported: tenths(174), settled: tenths(171), redefined: tenths(193), later: tenths(180) };
        let split = effect(&figures);
        assert_eq!((split.data, split.definition, split.performance, split.total), (tenths(-3), tenths(22), tenths(-13), tenths(6)));
        assert!(split.unknown.is_empty());
    }

    #[test]
    fn without_a_figure_by_the_new_definition_two_parts_are_unknown() {
        let split = effect(&EffectFigures { reported: tenths(174), settled: tenths(174), redefined: None, later: tenths(180) });
        assert_eq!((split.definition, split.performance, split.data, split.total), (None, None, tenths(0), tenths(6)));
        assert_eq!(split.unknown, [UnknownEffect::Redefined]);
    }

    proptest! {
        #[test]
        fn the_parts_sum_to_the_whole(values in proptest::array::uniform4((-10_000_i64..10_000, 1_i64..500))) {
            let exact = |(top, bottom): (i64, i64)| Exact::new(top.into(), bottom.into());
            let [reported, settled, redefined, later] = values.map(exact);
            let split = effect(&EffectFigures { reported, settled, redefined, later });
            let parts = [split.definition, split.data, split.performance].into_iter().map(|part| part.expect("known"));
            let sum = parts.fold(Exact::from_integer(0), |sum, part| sum.checked_add(part).expect("small"));
            prop_assert_eq!(Some(sum), split.total);
        }
    }
}
