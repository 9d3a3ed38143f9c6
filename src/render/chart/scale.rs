//! The range of an axis and its ticks.
//!
//! A tick is an integer times a power of ten, so its text is built from digits and is exact. Powers of ten come from
//! repeated
//! multiplication, because the platform's own `log10` and `powi` may differ in the last bit from machine to machine.

use crate::language::Language;
use crate::site::chart::Bounds;

/// A value range, never empty, with its ticks.
#[derive(Clone, Debug)]
pub(crate) struct Scale {
    /// The least value shown.
    pub(crate) low: f64,
    /// The greatest value shown.
    pub(crate) high: f64,
    /// The ticks, from the least on.
    pub(crate) ticks: Vec<Tick>,
    /// What a tick counts ("millions"); empty for ones.
    pub(crate) counted_in: String,
}

/// One tick.
#[derive(Clone, Debug)]
pub(crate) struct Tick {
    /// Where it lies.
    pub(crate) value: f64,
    /// Its exact text.
    pub(crate) text: String,
}

impl Scale {
    /// Fits a scale around values, with some air; `None` when no value is finite.
    pub(crate) fn around(values: impl IntoIterator<Item = f64>, bounds: Bounds, language: &Language) -> Option<Self> {
        let (low, high) = extent(values)?;
        let (low, high) = widen(low, high);
        let air = (high - low) * 0.07;
        let low = bounds.floor.filter(|&floor| low >= floor).map_or(low - air, |floor| (low - air).max(floor));
        let high = bounds.ceiling.filter(|&ceiling| high <= ceiling).map_or(high + air, |ceiling| (high + air).min(ceiling));
        Some(Self::over(low, high, language))
    }

    /// Fits a scale from zero, for lengths.
    pub(crate) fn from_zero(values: impl IntoIterator<Item = f64>, bounds: Bounds, language: &Language) -> Option<Self> {
        let (low, high) = extent(values)?;
        let (low, high) = (low.min(0.0), high.max(0.0));
        let (low, high) = if low < high { (low, high) } else { (0.0, 1.0) };
        let air = (high - low) * 0.1;
        let high = if high > 0.0 { high + air } else { high };
        let high = bounds.ceiling.filter(|&ceiling| high - air <= ceiling).map_or(high, |ceiling| high.min(ceiling));
        Some(Self::over(if low < 0.0 { low - air } else { low }, high, language))
    }

    /// A scale without a tick, where nothing is known of the values.
    pub(crate) const fn blank() -> Self {
        Self { low: 0.0, high: 1.0, ticks: Vec::new(), counted_in: String::new() }
    }

    fn over(low: f64, high: f64, language: &Language) -> Self {
        let step = Step::for_span((high - low) / 7.0);
        let first = (low / step.size()).ceil();
        let last = (high / step.size()).floor();
        let counts: Vec<i128> = (0..20).map(|n| first + f64::from(n)).take_while(|&count| count <= last).map(integer).collect();
        let most = low.abs().max(high.abs());
        let (shift, counted_in) = step.unit_for(most, language);
        let ticks = counts.into_iter().map(|count| Tick { value: step.value(count), text: step.text(count, shift, language) }).collect();
        Self { low, high, ticks, counted_in: counted_in.to_owned() }
    }

    /// Where a value lies between the least (0) and the greatest (1).
    pub(crate) fn share(&self, value: f64) -> f64 {
        // Halved, so that the span of the largest floats does not overflow.
        ((value / 2.0 - self.low / 2.0) / (self.high / 2.0 - self.low / 2.0)).clamp(0.0, 1.0)
    }
}

/// The least and greatest of the finite values that a picture can hold.
fn extent(values: impl IntoIterator<Item = f64>) -> Option<(f64, f64)> {
    values.into_iter().filter(|value| value.is_finite()).map(tame).fold(None, |range, value| match range {
        None => Some((value, value)),
        Some((low, high)) => Some((low.min(value), high.max(value))),
    })
}

/// Keeps a value within what an axis can divide.
fn tame(value: f64) -> f64 {
    if value.abs() < 1e-30 { 0.0 } else { value.clamp(-1e30, 1e30) }
}

/// Gives a range some extent when all its values are (nearly) one.
fn widen(low: f64, high: f64) -> (f64, f64) {
    let magnitude = low.abs().max(high.abs());
    if high - low > magnitude * 1e-12 {
        return (low, high);
    }
    let half = if magnitude == 0.0 { 1.0 } else { magnitude * 0.05 };
    (low - half, high + half)
}

/// Rounds to an integer.
#[expect(
    clippy::cast_possible_truncation,
    reason = "values are clamped to 1e30 and steps are at least 1e-12 of them, so i128 holds the count"
)]
fn integer(value: f64) -> i128 {
    value as i128
}

/// The distance of two ticks: 1, 2 or 5 times a power of ten.
#[derive(Clone, Copy, Debug)]
struct Step {
    mantissa: i128,
    exponent: i32,
}

impl Step {
    /// The smallest step of at least `span`.
    fn for_span(span: f64) -> Self {
        let mut exponent = 0;
        let mut power = 1.0_f64;
        while power > span && exponent > -40 {
            power /= 10.0;
            exponent -= 1;
        }
        while power * 10.0 <= span {
            power *= 10.0;
            exponent += 1;
        }
        // A hair of tolerance, so that 0.2000…01 counts as 0.2.
        let wanted = span / power * (1.0 - 1e-9);
        match wanted {
            w if w <= 1.0 => Self { mantissa: 1, exponent },
            w if w <= 2.0 => Self { mantissa: 2, exponent },
            w if w <= 5.0 => Self { mantissa: 5, exponent },
            _ => Self { mantissa: 1, exponent: exponent + 1 },
        }
    }

    fn size(self) -> f64 {
        self.value(1)
    }

    /// The value of the n-th tick, as geometry.
    fn value(self, count: i128) -> f64 {
        let digits = self.mantissa * count;
        #[expect(clippy::cast_precision_loss, reason = "geometry: a tick may be off by one part in 2^53")]
        let start = digits as f64;
        (0..self.exponent.unsigned_abs()).fold(start, |value, _| if self.exponent < 0 { value / 10.0 } else { value * 10.0 })
    }

    /// The power of ten to count in, when ones would be too long to read and nothing is lost.
    fn unit_for(self, most: f64, language: &Language) -> (i32, &str) {
        let (shift, name) = match most {
            m if m >= 1e12 => (12, "charts-trillions"),
            m if m >= 1e9 => (9, "charts-billions"),
            m if m >= 1e6 => (6, "charts-millions"),
            _ => return (0, ""),
        };
        if shift - self.exponent <= 3 { (shift, language.say(name)) } else { (0, "") }
    }

    /// The exact text of the n-th tick, in units of ten to the `shift`.
    fn text(self, count: i128, shift: i32, language: &Language) -> String {
        let exponent = self.exponent - shift;
        let mut digits = (self.mantissa * count).unsigned_abs().to_string();
        let decimals = usize::try_from(-exponent).unwrap_or(0);
        if exponent > 0 && digits != "0" {
            digits.extend(std::iter::repeat_n('0', usize::try_from(exponent).unwrap_or(0)));
        }
        if digits.len() <= decimals {
            digits.insert_str(0, &"0".repeat(decimals + 1 - digits.len()));
        }
        let (whole, fraction) = digits.split_at(digits.len() - decimals);
        let sign = if count < 0 { "-" } else { "" };
        let point = if decimals > 0 { "." } else { "" };
        language.plain_number(&format!("{sign}{whole}{point}{fraction}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(low: f64, high: f64) -> Vec<String> {
        Scale::over(low, high, &Language::built_in("en")).ticks.into_iter().map(|tick| tick.text).collect()
    }

    #[test]
    fn ticks_are_round_and_exact() {
        assert_eq!(texts(0.0, 1.0), ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]);
        assert_eq!(texts(66.0, 79.0), ["66", "68", "70", "72", "74", "76", "78"]);
        assert_eq!(texts(-1.2, 0.3), ["\u{2212}1.0", "\u{2212}0.5", "0.0"]);
        assert_eq!(texts(0.0001, 0.0004), ["0.00010", "0.00015", "0.00020", "0.00025", "0.00030", "0.00035", "0.00040"]);
        assert_eq!(texts(1_000.0, 250_000.0), ["50,000", "100,000", "150,000", "200,000", "250,000"]);
    }

    #[test]
    fn large_numbers_are_counted_in_a_named_unit() {
        let scale = Scale::over(1_950_000.0, 2_600_000.0, &Language::built_in("en"));
        assert_eq!(scale.counted_in, "millions");
        assert_eq!(scale.ticks[0].text, "2.0");
    }

    #[test]
    fn large_numbers_close_together_stay_whole() {
        let scale = Scale::over(16_777_215.0, 16_777_220.0, &Language::built_in("en"));
        assert_eq!(scale.counted_in, "");
        assert_eq!(scale.ticks[0].text, "16,777,215");
    }

    #[test]
    fn ticks_are_written_as_the_language_writes_numbers() {
        let german = Language::built_in("de");
        assert_eq!(Scale::over(1_000.0, 1_002.0, &german).ticks[1].text, "1.000,5");
        assert_eq!(Scale::over(1_950_000.0, 2_600_000.0, &german).counted_in, "Millionen");
    }

    #[test]
    fn one_value_alone_gets_a_range() {
        let scale = Scale::around([5.0, 5.0], Bounds::default(), &Language::built_in("en")).expect("finite");
        assert!(scale.low < 5.0 && scale.high > 5.0 && scale.ticks.len() >= 2);
    }

    #[test]
    fn padding_stops_at_what_is_possible_unless_a_value_passes_it() {
        let bounds = Bounds { floor: Some(0.0), ceiling: Some(100.0) };
        let within = Scale::around([1.0, 99.0], bounds, &Language::built_in("en")).expect("finite");
        assert!(within.low >= 0.0 && within.high <= 100.0);
        let beyond = Scale::around([1.0, 103.0], bounds, &Language::built_in("en")).expect("finite");
        assert!(beyond.high > 103.0);
    }

    #[test]
    fn nothing_finite_gives_no_scale() {
        assert!(Scale::around([f64::NAN, f64::INFINITY], Bounds::default(), &Language::built_in("en")).is_none());
    }

    #[test]
    fn extreme_values_stay_finite() {
        for (low, high) in [(-1e308, 1e308), (1e27, 1.000_000_1e27), (0.0, 1e-12), (-5e-324, 5e-324), (1e30, 1e30)] {
            let scale = Scale::around([low, high], Bounds::default(), &Language::built_in("en")).expect("finite");
            assert!(scale.ticks.iter().all(|tick| tick.value.is_finite()) && scale.share(low).is_finite(), "{low} {high}");
        }
    }
}
