//! The confidence interval of a count of events.

use super::interval::{Interval, Z_95};

/// Computes Byar's 95 per cent interval of a count of events.
///
/// Source: N. E. Breslow and N. E. Day, Statistical Methods in Cancer Research II (1987), 69: x(1 − 1/9x − z/3√x)³ and
/// (x + 1)(1 − 1/9(x + 1) + z/3√(x + 1))³, close to the exact limits of a Poisson count. The lower limit of no event is 0. Limits of a rate are these divided by
/// what the events are counted over.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "counts above 2^53 shift the limits by less than one part in 10^15")]
pub fn byar(events: u64) -> Interval {
    let x = events as f64;
    let cube = |value: f64| value * value * value;
    let limit = |x: f64, z: f64| x * cube(1.0 - 1.0 / (9.0 * x) + z / (3.0 * x.sqrt()));
    let lower = if events == 0 { 0.0 } else { limit(x, -Z_95) };
    Interval { estimate: x, lower, upper: limit(x + 1.0, Z_95) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worked_examples_are_reproduced() {
        let limits = |events| {
            let interval = byar(events);
            (format!("{:.6}", interval.lower), format!("{:.6}", interval.upper))
        };
        assert_eq!(limits(65), ("50.163188".to_owned(), "82.849139".to_owned()));
        assert_eq!(limits(10), ("4.787450".to_owned(), "18.391459".to_owned()));
    }

    #[test]
    fn no_event_has_no_lower_limit() {
        assert!(byar(0).lower.abs() < f64::EPSILON);
        assert!(byar(0).upper > 3.0 && byar(0).upper < 3.8);
    }
}
