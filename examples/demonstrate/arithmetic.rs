//! Exact arithmetic on counts: parts that add up, and quotients as they are printed.
//!
//! Invariant: whole numbers only. Must not know any measure.

/// Divides `total` in proportion to `weights`; what is left over goes to the largest remainders, so that the parts add up.
pub(crate) fn split<const N: usize>(total: u64, weights: [u64; N]) -> [u64; N] {
    let sum: u64 = weights.iter().sum();
    if sum == 0 {
        return [0; N];
    }
    let mut parts = weights.map(|weight| total * weight / sum);
    let remainders = weights.map(|weight| total * weight % sum);
    let mut order: Vec<usize> = (0..N).collect();
    order.sort_by_key(|position| std::cmp::Reverse(remainders[*position]));
    let mut left = total - parts.iter().sum::<u64>();
    for position in order {
        let more = left.min(1);
        parts[position] += more;
        left -= more;
    }
    parts
}

/// Divides `total` in proportion to counts, each of which has its own rate.
pub(crate) fn split_by<const N: usize>(total: u64, counts: [u64; N], rates: [u64; N]) -> [u64; N] {
    let mut weights = counts;
    for (weight, rate) in weights.iter_mut().zip(rates) {
        *weight *= rate;
    }
    split(total, weights)
}

/// `numerator / denominator × factor` with `decimals` places, exactly half to even.
pub(crate) fn value(numerator: u64, denominator: u64, factor: u64, decimals: u32) -> String {
    let scale = 10_u64.pow(decimals);
    let (quotient, rest) = (numerator * factor * scale / denominator, numerator * factor * scale % denominator);
    let up = 2 * rest > denominator || (2 * rest == denominator && quotient % 2 == 1);
    decimal(quotient + u64::from(up), decimals)
}

/// A number given in units of its last decimal place.
pub(crate) fn decimal(number: u64, decimals: u32) -> String {
    let scale = 10_u64.pow(decimals);
    let whole = number / scale;
    if decimals == 0 { whole.to_string() } else { format!("{whole}.{:0width$}", number % scale, width = decimals as usize) }
}

#[cfg(test)]
mod tests {
    use super::{split, value};

    #[test]
    fn parts_add_up_to_the_total() {
        assert_eq!(split(100, [1, 1, 1]), [34, 33, 33]);
        assert_eq!(split(7, [0, 5, 0]), [0, 7, 0]);
    }

    #[test]
    fn half_goes_to_the_even_digit() {
        assert_eq!((value(1, 8, 100, 0), value(3, 8, 100, 0), value(1, 8, 1, 2)), ("12".into(), "38".into(), "0.12".into()));
    }
}
