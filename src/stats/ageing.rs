//! How old something is, in bands of days.

/// The bands: first and last day of each, both included; the last one has no end.
pub const AGE_BANDS: [(i32, Option<i32>); 4] = [(0, Some(30)), (31, Some(90)), (91, Some(180)), (181, None)];

/// Counts ages in days by band; what lies in the future is as old as what begins today.
#[must_use]
pub fn count_by_age(ages: impl IntoIterator<Item = i32>) -> [usize; AGE_BANDS.len()] {
    let mut counts = [0; AGE_BANDS.len()];
    for age in ages {
        let band = AGE_BANDS.iter().rposition(|(first, _)| age.max(0) >= *first).unwrap_or_default();
        counts[band] += 1;
    }
    counts
}

/// The median of whole days: the middle one, or the lower of the two in the middle; nothing of nothing.
#[must_use]
pub fn median_days(days: impl IntoIterator<Item = i32>) -> Option<i32> {
    let mut days: Vec<i32> = days.into_iter().collect();
    days.sort_unstable();
    days.get(days.len().checked_sub(1)? / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ends_of_a_band_belong_to_it() {
        assert_eq!(count_by_age([-1, 0, 30, 31, 90, 91, 180, 181, 4000]), [3, 2, 2, 2]);
    }

    #[test]
    fn the_median_of_an_even_number_is_the_lower_of_the_middle_two() {
        assert_eq!(
            [median_days([]), median_days([7]), median_days([9, 1, 5]), median_days([9, 1, 5, 6])],
            [None, Some(7), Some(5), Some(5)]
        );
    }
}
