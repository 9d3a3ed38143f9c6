//! Metrics that move themselves by way of others: the circles of drivers and of the parts of composites.
//!
//! Found in one walk over all metrics, without recursion, so that no project is too deep for it.

use std::collections::BTreeMap;

use crate::catalog::Catalog;
use crate::model::reference::Reference;
use crate::model::{Id, Metric};

/// The circles, each by its metrics.
#[derive(Debug)]
pub(in crate::check) struct MetricCircles {
    circles: Vec<Vec<Id>>,
    of_metric: BTreeMap<Id, usize>,
}

impl MetricCircles {
    /// Finds the circles of a project.
    #[must_use]
    pub(in crate::check) fn of(catalog: &Catalog) -> Self {
        let metrics: Vec<(&Id, &Metric)> = catalog.metrics().map(|(record, metric)| (&record.id, metric)).collect();
        let positions: BTreeMap<&Id, usize> = metrics.iter().enumerate().map(|(position, (id, _))| (*id, position)).collect();
        let moved_by = |metric: &Metric| movers(metric).filter_map(|id| positions.get(id).copied()).collect();
        let edges: Vec<Vec<usize>> = metrics.iter().map(|(_, metric)| moved_by(metric)).collect();
        let circles: Vec<Vec<Id>> = Walk::over(&edges)
            .into_iter()
            .filter(|group| group.len() > 1 || group.iter().any(|one| edges[*one].contains(one)))
            .map(|group| group.into_iter().map(|position| metrics[position].0.clone()).collect())
            .collect();
        let of_metric = circles.iter().enumerate().flat_map(|(circle, ids)| ids.iter().map(move |id| (id.clone(), circle))).collect();
        Self { circles, of_metric }
    }

    /// The circle in which one metric stands behind the other; nothing where there is none.
    #[must_use]
    pub(in crate::check) fn joining(&self, one: &Id, other: &Id) -> Option<&[Id]> {
        let circle = self.of_metric.get(one)?;
        (self.of_metric.get(other)? == circle).then(|| self.circles[*circle].as_slice())
    }
}

/// The metrics that move a metric: its drivers, and the parts that it is made of.
fn movers(metric: &Metric) -> impl Iterator<Item = &Id> {
    let parts = metric.terms.values().filter_map(|term| term.metric.as_ref());
    metric.drivers.iter().chain(parts).map(Reference::id)
}

/// The walk of Tarjan (1972) for the strongly connected parts of a graph.
struct Walk<'a> {
    edges: &'a [Vec<usize>],
    /// Number of each node in the order of the walk, from 1; 0 where it was not reached yet.
    number: Vec<usize>,
    low: Vec<usize>,
    open: Vec<usize>,
    is_open: Vec<bool>,
    reached: usize,
    groups: Vec<Vec<usize>>,
}

impl<'a> Walk<'a> {
    fn over(edges: &'a [Vec<usize>]) -> Vec<Vec<usize>> {
        let nodes = edges.len();
        let mut walk = Self {
            edges,
            number: vec![0; nodes],
            low: vec![0; nodes],
            open: Vec::new(),
            is_open: vec![false; nodes],
            reached: 0,
            groups: Vec::new(),
        };
        for node in 0..nodes {
            if walk.number[node] == 0 {
                walk.from(node);
            }
        }
        walk.groups
    }

    fn from(&mut self, start: usize) {
        let mut path = vec![(start, 0)];
        self.reach(start);
        while let Some((node, edge)) = path.pop() {
            if let Some(&next) = self.edges[node].get(edge) {
                path.push((node, edge + 1));
                if self.number[next] == 0 {
                    self.reach(next);
                    path.push((next, 0));
                } else if self.is_open[next] {
                    self.low[node] = self.low[node].min(self.number[next]);
                }
                continue;
            }
            if let Some((before, _)) = path.last() {
                self.low[*before] = self.low[*before].min(self.low[node]);
            }
            if self.low[node] == self.number[node] {
                self.close(node);
            }
        }
    }

    fn reach(&mut self, node: usize) {
        self.reached += 1;
        self.number[node] = self.reached;
        self.low[node] = self.reached;
        self.open.push(node);
        self.is_open[node] = true;
    }

    fn close(&mut self, root: usize) {
        let from = self.open.iter().rposition(|node| *node == root).unwrap_or_default();
        let mut group = self.open.split_off(from);
        for node in &group {
            self.is_open[*node] = false;
        }
        group.sort_unstable();
        self.groups.push(group);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn circles(edges: &[&[usize]]) -> Vec<Vec<usize>> {
        let edges: Vec<Vec<usize>> = edges.iter().map(|list| list.to_vec()).collect();
        let mut groups: Vec<Vec<usize>> = Walk::over(&edges).into_iter().filter(|group| group.len() > 1).collect();
        groups.sort();
        groups
    }

    #[test]
    fn two_circles_that_do_not_meet_are_told_apart() {
        assert_eq!(circles(&[&[1], &[0, 2], &[3], &[4], &[2]]), [vec![0, 1], vec![2, 3, 4]]);
    }

    #[test]
    fn ways_that_meet_again_are_no_circle() {
        assert!(circles(&[&[1, 2], &[3], &[3], &[]]).is_empty());
    }

    #[test]
    fn a_very_long_chain_is_walked_to_its_end() {
        let edges: Vec<Vec<usize>> = (0..100_000).map(|node| if node < 99_999 { vec![node + 1] } else { vec![0] }).collect();
        assert_eq!(Walk::over(&edges).len(), 1);
    }
}
