//! A stream of whole numbers that look random.
//!
//! Invariant: the same seed gives the same numbers in the same order. Must not know what is drawn.

/// The stream (splitmix64: Steele, Lea and Flood, 2014).
pub(crate) struct Random(u64);

impl Random {
    /// Begins a stream.
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number within `spread` above or below `middle`, which must not be less than `spread`.
    pub(crate) fn near(&mut self, middle: u64, spread: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        middle - spread + (mixed ^ (mixed >> 31)) % (2 * spread + 1)
    }

    /// Each weight with up to `permille` of it more or less.
    pub(crate) fn around<const N: usize>(&mut self, weights: [u64; N], permille: u64) -> [u64; N] {
        weights.map(|weight| self.near(weight * 1000, weight * permille))
    }
}

#[cfg(test)]
mod tests {
    use super::Random;

    #[test]
    fn numbers_stay_within_the_spread() {
        let mut random = Random::new(7);
        assert!((0..1000).all(|_| (15..=25).contains(&random.near(20, 5))));
    }
}
