//! Whole numbers that look random and are the same on every machine.
//!
//! Each thing that is drawn for has a stream of its own, named by what it is and its position, so that a larger project holds
//! the smaller one of the same seed. Must not know what is drawn.

/// A stream of numbers (splitmix64: Steele, Lea and Flood, 2014).
#[derive(Clone, Debug)]
pub(crate) struct Random {
    state: u64,
}

/// The increment of splitmix64: 2^64 divided by the golden ratio.
const STEP: u64 = 0x9E37_79B9_7F4A_7C15;

impl Random {
    /// Opens the stream of one thing.
    pub(crate) fn stream(seed: u64, what: &str, position: u32) -> Self {
        let mut stream = Self { state: seed };
        for byte in what.bytes() {
            stream.state = stream.next() ^ u64::from(byte);
        }
        stream.state = stream.next() ^ u64::from(position);
        stream
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(STEP);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Draws a number from 0 up to, and without, `limit`; 0 where the limit is 0.
    pub(crate) fn below(&mut self, limit: u32) -> u32 {
        let scaled = (self.next() >> 32) * u64::from(limit);
        u32::try_from(scaled >> 32).unwrap_or_default()
    }

    /// Draws a number between two bounds, both included.
    pub(crate) fn between(&mut self, (least, greatest): (i64, i64)) -> i64 {
        let width = u32::try_from(greatest - least + 1).unwrap_or(u32::MAX);
        least + i64::from(self.below(width))
    }

    /// Draws a number from `-spread` to `spread`, those near 0 more often (the sum of two even draws).
    pub(crate) fn around_zero(&mut self, spread: i64) -> i64 {
        let half = spread / 2;
        self.between((-half, half)) + self.between((-half, half))
    }

    /// Draws one of several.
    pub(crate) fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        let position = self.below(u32::try_from(from.len()).unwrap_or(u32::MAX));
        from[position as usize]
    }

    /// Draws several different ones; all of them, in another order, where there are no more.
    pub(crate) fn pick_some<'a, T: ?Sized>(&mut self, from: &[&'a T], count: usize) -> Vec<&'a T> {
        let mut left = from.to_vec();
        let mut drawn = Vec::with_capacity(count);
        while drawn.len() < count && !left.is_empty() {
            let position = self.below(u32::try_from(left.len()).unwrap_or(u32::MAX));
            drawn.push(left.remove(position as usize));
        }
        drawn
    }
}

#[cfg(test)]
mod tests {
    use super::Random;

    #[test]
    fn first_numbers_are_those_of_the_reference() {
        // The reference implementation, started at 1234567, gives these.
        let mut random = Random { state: 1_234_567 };
        assert_eq!([random.next(), random.next()], [6_457_827_717_110_365_317, 3_203_168_211_198_807_973]);
    }

    #[test]
    fn draws_stay_between_their_bounds_and_reach_both() {
        let mut random = Random::stream(1, "dice", 0);
        let drawn: Vec<i64> = (0..500).map(|_| random.between((1, 6))).collect();
        assert_eq!((drawn.iter().min(), drawn.iter().max()), (Some(&1), Some(&6)));
    }

    #[test]
    fn streams_of_different_things_differ() {
        let first = |what, position| Random::stream(1, what, position).next();
        assert!(first("a", 0) != first("b", 0) && first("a", 0) != first("a", 1));
    }
}
