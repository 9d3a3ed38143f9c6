//! The change of a total split into what its parts did and how their weight moved.

use crate::model::Exact;

/// One part of a total in two periods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Numerator and denominator before.
    pub before: (Exact, Exact),
    /// Numerator and denominator after.
    pub after: (Exact, Exact),
}

/// What one part, or all of them, did to the change of the total rate; in the unit of the rate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effects {
    /// What the change of the part's own rate did, at the mean of its two weights.
    pub rate: f64,
    /// What the change of the part's weight did, at the mean of its two rates.
    pub mix: f64,
}

/// The change of a total rate, split.
#[derive(Clone, Debug, PartialEq)]
pub struct Split {
    /// The total rate before.
    pub before: f64,
    /// The total rate after.
    pub after: f64,
    /// What each part did, in the order given.
    pub parts: Vec<Effects>,
    /// What all parts did together.
    pub together: Effects,
}

/// Splits the change of a total rate into a rate effect and a mix effect, which add up to it without a rest.
///
/// Rate effect: sum of mean(w₀, w₁)·(r₁ − r₀); mix effect: sum of mean(r₀, r₁)·(w₁ − w₀), where r is the rate of a part and
/// w its share of the denominator. Each term is an exact quotient, turned into binary floating point once; the sums are
/// right to about fifteen digits. Source: the two-factor decomposition of E. M. Kitagawa, Journal of the American
/// Statistical Association 50 (1955) 1168–1194.
///
/// Nothing where a denominator is zero or a term is too large to be exact. A part that is new or has gone has to be left
/// out before, or given with its counts: without a denominator it has no rate.
#[must_use]
pub fn rate_and_mix(parts: &[Part]) -> Option<Split> {
    let sum = |of: fn(&Part) -> Exact| parts.iter().try_fold(Exact::from_integer(0), |sum, part| sum.checked_add(of(part)));
    let (numerator0, denominator0) = (sum(|part| part.before.0)?, sum(|part| part.before.1)?);
    let (numerator1, denominator1) = (sum(|part| part.after.0)?, sum(|part| part.after.1)?);
    let half = Exact::new(1, 2)?;
    let effects = |part: &Part| {
        let (rate0, rate1) = (part.before.0.checked_div(part.before.1)?, part.after.0.checked_div(part.after.1)?);
        let (weight0, weight1) = (part.before.1.checked_div(denominator0)?, part.after.1.checked_div(denominator1)?);
        let rate = weight0.checked_add(weight1)?.checked_mul(rate1.checked_sub(rate0)?)?.checked_mul(half)?;
        let mix = rate0.checked_add(rate1)?.checked_mul(weight1.checked_sub(weight0)?)?.checked_mul(half)?;
        Some(Effects { rate: rate.to_f64(), mix: mix.to_f64() })
    };
    let effects: Vec<Effects> = parts.iter().map(effects).collect::<Option<_>>()?;
    Some(Split {
        before: numerator0.checked_div(denominator0)?.to_f64(),
        after: numerator1.checked_div(denominator1)?.to_f64(),
        together: Effects { rate: effects.iter().map(|part| part.rate).sum(), mix: effects.iter().map(|part| part.mix).sum() },
        parts: effects,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(before: (i128, i128), after: (i128, i128)) -> Part {
        let pair = |(numerator, denominator)| (Exact::from_integer(numerator), Exact::from_integer(denominator));
        Part { before: pair(before), after: pair(after) }
    }

    #[test]
    fn the_total_can_fall_although_no_part_got_worse() {
        let split = rate_and_mix(&[part((600, 800), (540, 720)), part((120, 200), (252, 400))]).expect("a split");
        let percent = |value: f64| format!("{:.4}", value * 100.0);
        assert_eq!((percent(split.before), percent(split.after)), ("72.0000".to_owned(), "70.7143".to_owned()));
        assert_eq!((percent(split.together.rate), percent(split.together.mix)), ("0.8357".to_owned(), "-2.1214".to_owned()));
        assert_eq!(percent(split.after - split.before), "-1.2857");
    }

    #[test]
    fn the_effects_add_up_to_the_change() {
        let split = rate_and_mix(&[part((1, 3), (5, 7)), part((2, 9), (1, 11)), part((4, 5), (3, 13))]).expect("a split");
        assert!((split.together.rate + split.together.mix - (split.after - split.before)).abs() < 1e-12);
    }

    #[test]
    fn a_part_without_a_denominator_has_no_split() {
        assert_eq!(rate_and_mix(&[part((1, 2), (0, 0))]), None);
    }
}
