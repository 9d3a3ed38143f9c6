//! Boxes in lanes, one lane above the other, with arrows from causes to what they bring about.

use crate::stats::TargetStatus;

/// A map of causes and effects; effects stand above their causes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lanes {
    /// Makes the picture's ids unique on its page.
    pub id_prefix: String,
    /// What the picture shows, in a few words.
    pub title: String,
    /// What can be seen, in a sentence or two.
    pub description: String,
    /// The lanes, the uppermost first.
    pub lanes: Vec<Lane>,
    /// Cause and effect, as positions among the boxes of all lanes counted through.
    pub edges: Vec<(usize, usize)>,
}

/// One lane.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lane {
    /// Name of the lane; may be empty.
    pub label: String,
    /// Its boxes, from left to right.
    pub boxes: Vec<LaneBox>,
}

/// One box.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaneBox {
    /// What the box stands for.
    pub label: String,
    /// How it stands, in a few words; may be empty.
    pub note: String,
    /// How the box is marked; nothing for no mark.
    pub mark: Option<Option<TargetStatus>>,
    /// Its page.
    pub href: Option<String>,
}

impl Lanes {
    /// The same map with the boxes of each lane in an order that keeps arrows short: each box near what it brings about.
    #[must_use]
    pub fn arranged(mut self) -> Self {
        let starts: Vec<usize> = self.starts();
        let total: usize = self.lanes.iter().map(|lane| lane.boxes.len()).sum();
        let mut place: Vec<f64> = vec![0.5; total];
        let mut moved: Vec<usize> = (0..total).collect();
        for (lane, start) in self.lanes.iter_mut().zip(&starts) {
            let count = lane.boxes.len();
            let weight = |index: usize| {
                let above: Vec<f64> =
                    self.edges.iter().filter(|(from, to)| *from == index && *to < *start).map(|(_, to)| place[*to]).collect();
                if above.is_empty() { None } else { Some(above.iter().sum::<f64>() / real(above.len())) }
            };
            let mut order: Vec<(f64, usize)> =
                (0..count).map(|index| (weight(start + index).unwrap_or((real(index) + 0.5) / real(count)), index)).collect();
            order.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
            let boxes = std::mem::take(&mut lane.boxes);
            let mut boxes: Vec<Option<LaneBox>> = boxes.into_iter().map(Some).collect();
            for (position, (_, index)) in order.iter().enumerate() {
                place[start + index] = (real(position) + 0.5) / real(count);
                moved[start + index] = start + position;
                lane.boxes.extend(boxes[*index].take());
            }
        }
        self.edges = self.edges.iter().map(|(from, to)| (moved[*from], moved[*to])).collect();
        self.edges.sort_unstable();
        self
    }

    /// The position of the first box of each lane among all boxes.
    #[must_use]
    pub fn starts(&self) -> Vec<usize> {
        let mut start = 0;
        self.lanes
            .iter()
            .map(|lane| {
                let first = start;
                start += lane.boxes.len();
                first
            })
            .collect()
    }
}

fn real(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lane(labels: &[&str]) -> Lane {
        Lane { boxes: labels.iter().map(|label| LaneBox { label: (*label).to_owned(), ..LaneBox::default() }).collect(), ..Lane::default() }
    }

    #[test]
    fn a_cause_stands_below_what_it_brings_about() {
        let map = Lanes {
            lanes: vec![lane(&["left", "right"]), lane(&["of right", "of left"])],
            edges: vec![(2, 1), (3, 0)],
            ..Lanes::default()
        };
        let map = map.arranged();
        let labels: Vec<&str> = map.lanes[1].boxes.iter().map(|cell| cell.label.as_str()).collect();
        assert_eq!(labels, ["of left", "of right"]);
        assert_eq!(map.edges, [(2, 0), (3, 1)]);
    }
}
