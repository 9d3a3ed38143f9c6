//! How far two rounds of the same questions to the same people agree.

/// What two rounds of answers say about each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TestRetest {
    /// People who answered both times.
    pub pairs: usize,
    /// Pearson's correlation; nothing where all gave one answer in a round. Blind to a shift of everybody by the same amount.
    pub correlation: Option<f64>,
    /// Intraclass correlation for absolute agreement of single answers, two-way random effects: ICC(2,1).
    pub agreement: Option<f64>,
    /// Mean of the second round less that of the first.
    pub shift: f64,
}

/// Compares the first answers with the second ones, pair by pair.
///
/// Source of ICC(2,1): P. E. Shrout and J. L. Fleiss, Psychological Bulletin 86 (1979) 420-428: (BMS − EMS) / (BMS + EMS + 2(JMS − EMS)/n) for two rounds,
/// with the mean squares between people, between rounds and of the rest. Nothing for fewer than two pairs.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "numbers of people are far below 2^53")]
pub fn test_retest(pairs: &[(f64, f64)]) -> Option<TestRetest> {
    if pairs.len() < 2 || pairs.iter().any(|(one, other)| !one.is_finite() || !other.is_finite()) {
        return None;
    }
    let n = pairs.len() as f64;
    let mean = |side: fn(&(f64, f64)) -> f64| pairs.iter().map(side).sum::<f64>() / n;
    let (first, second) = (mean(|pair| pair.0), mean(|pair| pair.1));
    let sum = |product: &dyn Fn(f64, f64) -> f64| pairs.iter().map(|pair| product(pair.0 - first, pair.1 - second)).sum::<f64>();
    let (of_first, of_second, together) = (sum(&|a, _| a * a), sum(&|_, b| b * b), sum(&|a, b| a * b));
    let spread = (of_first * of_second).sqrt();
    Some(TestRetest {
        pairs: pairs.len(),
        correlation: (spread > 0.0).then(|| together / spread),
        agreement: agreement(pairs, first, second),
        shift: second - first,
    })
}

#[expect(clippy::cast_precision_loss, reason = "numbers of people are far below 2^53")]
fn agreement(pairs: &[(f64, f64)], first: f64, second: f64) -> Option<f64> {
    let n = pairs.len() as f64;
    let grand = f64::midpoint(first, second);
    let square = |value: f64| value * value;
    let total: f64 = pairs.iter().map(|(a, b)| square(a - grand) + square(b - grand)).sum();
    let between_people: f64 = pairs.iter().map(|(a, b)| 2.0 * square(f64::midpoint(*a, *b) - grand)).sum();
    let between_rounds = n * (square(first - grand) + square(second - grand));
    let rest = total - between_people - between_rounds;
    let (people, rounds, error) = (between_people / (n - 1.0), between_rounds, rest / (n - 1.0));
    let divisor = people + error + 2.0 * (rounds - error) / n;
    (divisor > 0.0).then(|| (people - error) / divisor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worked_example_is_reproduced() {
        let first = [4, 5, 3, 5, 2, 4, 5, 3, 4, 1].map(f64::from);
        let second = [4, 4, 3, 5, 2, 5, 5, 3, 4, 2].map(f64::from);
        let pairs: Vec<(f64, f64)> = first.into_iter().zip(second).collect();
        let found = test_retest(&pairs).expect("a comparison");
        assert_eq!(found.correlation.map(|value| format!("{value:.6}")).as_deref(), Some("0.908647"));
        assert_eq!(found.agreement.map(|value| format!("{value:.6}")).as_deref(), Some("0.904594"));
        assert_eq!(format!("{:+.2}", found.shift), "+0.10");
    }

    #[test]
    fn a_shift_of_everybody_lowers_the_agreement_and_not_the_correlation() {
        let pairs: Vec<(f64, f64)> = (1..=5).map(|value| (f64::from(value), f64::from(value) + 1.0)).collect();
        let found = test_retest(&pairs).expect("a comparison");
        assert!(found.correlation.is_some_and(|value| (value - 1.0).abs() < 1e-12));
        assert!(found.agreement.is_some_and(|value| value < 0.9));
    }

    #[test]
    fn one_answer_for_all_has_no_correlation() {
        let found = test_retest(&[(3.0, 3.0), (3.0, 3.0)]).expect("a comparison");
        assert_eq!((found.correlation, found.agreement), (None, None));
        assert_eq!(test_retest(&[(1.0, 2.0)]), None);
    }
}
