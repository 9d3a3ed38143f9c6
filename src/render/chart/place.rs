//! Keeping labels apart.

use crate::render::svg::real;

/// Moves wished places apart until neighbours are `gap` away from each other, within `low..=high`, moving each as
/// little as it can.
///
/// The order of the wishes is kept; equal wishes keep the order in which they came. When there is not room for all,
/// they share what there is evenly.
pub(crate) fn spread(wishes: &[f64], gap: f64, low: f64, high: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    order.sort_by(|&a, &b| wishes[a].total_cmp(&wishes[b]).then(a.cmp(&b)));
    let high = high.max(low);
    let room = high - low;
    let between = real(wishes.len().saturating_sub(1));
    let gap = if between * gap > room { room / between } else { gap };
    // Blocks of labels that touch; each sits at the mean of what its members wish for.
    let mut blocks: Vec<Block> = Vec::new();
    for &at in &order {
        blocks.push(Block { sum: wishes[at].clamp(low, high), count: 1.0 });
        while let [.., first, second] = blocks.as_slice() {
            if first.centre() + first.half(gap) + gap + second.half(gap) <= second.centre() {
                break;
            }
            let merged = Block { sum: first.sum + second.sum, count: first.count + second.count };
            blocks.truncate(blocks.len() - 2);
            blocks.push(merged.within(gap, low, high));
        }
    }
    let mut places = vec![0.0; wishes.len()];
    let mut members = order.into_iter();
    for block in blocks {
        let mut place = block.centre() - block.half(gap);
        let mut left = block.count;
        while left > 0.5 {
            if let Some(at) = members.next() {
                places[at] = place;
            }
            place += gap;
            left -= 1.0;
        }
    }
    places
}

/// Labels that touch each other.
#[derive(Clone, Copy, Debug)]
struct Block {
    sum: f64,
    count: f64,
}

impl Block {
    fn centre(self) -> f64 {
        self.sum / self.count
    }

    /// From the centre to the first or last label.
    fn half(self, gap: f64) -> f64 {
        (self.count - 1.0) * gap / 2.0
    }

    fn within(self, gap: f64, low: f64, high: f64) -> Self {
        let (least, most) = (low + self.half(gap), high - self.half(gap));
        let centre = if least > most { f64::midpoint(low, high) } else { self.centre().clamp(least, most) };
        Self { sum: centre * self.count, ..self }
    }
}

/// Groups neighbours that would overlap: each item is a centre and a width, in ascending order of centre. Gives the
/// ranges of the groups.
pub(crate) fn cluster(items: &[(f64, f64)]) -> Vec<std::ops::Range<usize>> {
    let mut groups: Vec<std::ops::Range<usize>> = Vec::new();
    let mut end = f64::NEG_INFINITY;
    for (at, &(centre, width)) in items.iter().enumerate() {
        match groups.last_mut() {
            Some(group) if centre - width / 2.0 < end => group.end = at + 1,
            _ => groups.push(at..at + 1),
        }
        end = centre + width / 2.0;
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_with_room_stay_where_they_are() {
        assert_eq!(spread(&[10.0, 50.0, 30.0], 12.0, 0.0, 100.0), [10.0, 50.0, 30.0]);
    }

    #[test]
    fn crowded_labels_part_around_their_middle() {
        assert_eq!(
            spread(&[50.0, 50.0, 51.0], 10.0, 0.0, 100.0).iter().map(|p| (p * 3.0).round()).collect::<Vec<_>>(),
            [121.0, 151.0, 181.0]
        );
    }

    #[test]
    fn labels_stay_within_the_plot() {
        let placed = spread(&[99.0, 98.0, 100.0, 2.0], 12.0, 0.0, 100.0);
        assert!(placed.iter().all(|&p| (0.0..=100.0).contains(&p)));
        let mut sorted = placed;
        sorted.sort_by(f64::total_cmp);
        assert!(sorted.windows(2).all(|pair| pair[1] - pair[0] > 11.9));
    }

    #[test]
    fn too_many_labels_share_the_room() {
        let placed = spread(&[5.0; 11], 12.0, 0.0, 100.0);
        assert!(placed.windows(2).all(|pair| (pair[1] - pair[0] - 10.0).abs() < 1e-9), "{placed:?}");
    }

    #[test]
    fn neighbours_that_overlap_form_one_group() {
        assert_eq!(cluster(&[(10.0, 16.0), (20.0, 16.0), (60.0, 16.0)]), [0..2, 2..3]);
    }
}
