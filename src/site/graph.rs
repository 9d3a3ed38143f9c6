//! A small directed picture of what feeds what, as plain data.
//!
//! Nodes and edges only; where they are drawn is decided by `render`. The caller keeps a picture within
//! [`MOST_NODES`] nodes and says in words what it left out.

/// How many nodes a picture may hold.
pub const MOST_NODES: usize = 40;

/// A neighbourhood of the lineage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Graph {
    /// Makes the picture's ids unique on its page.
    pub id_prefix: String,
    /// What the picture shows, in a few words.
    pub title: String,
    /// What can be seen, in a sentence or two.
    pub description: String,
    /// The records, in an order that does not change.
    pub nodes: Vec<Node>,
    /// From and to, as indices into the nodes.
    pub edges: Vec<(usize, usize)>,
}

impl Graph {
    /// The same graph without edges that a longer way between the same two nodes says as well.
    ///
    /// A metric names its sources beside the transforms that lead to them; drawn, those edges would only cross the others.
    #[must_use]
    pub fn without_shortcuts(mut self) -> Self {
        let edges = std::mem::take(&mut self.edges);
        let reaches = |from: usize, to: usize| {
            let mut seen = vec![false; self.nodes.len()];
            let mut open: Vec<usize> = edges.iter().filter(|(start, end)| *start == from && *end != to).map(|(_, end)| *end).collect();
            while let Some(node) = open.pop() {
                if node == to {
                    return true;
                }
                if node != from && seen.get(node) == Some(&false) {
                    seen[node] = true;
                    open.extend(edges.iter().filter(|(start, _)| *start == node).map(|(_, end)| *end));
                }
            }
            false
        };
        self.edges = edges.iter().copied().filter(|(from, to)| !reaches(*from, *to)).collect();
        self
    }
}

/// One record in the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Its reference, unique in the picture.
    pub key: String,
    /// Its name.
    pub label: String,
    /// The name of its kind, written above the label.
    pub name: String,
    /// Its kind, which decides its outline.
    pub kind: NodeKind,
    /// Its page.
    pub href: Option<String>,
    /// Claims that the picture stands on this record's own page.
    pub current: bool,
}

/// The kinds of record that have an outline of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NodeKind {
    /// Where data comes from.
    Source,
    /// What happens to it on the way.
    Transform,
    /// A metric.
    Metric,
    /// What is left out.
    Exclusion,
    /// A data-quality rule.
    QualityRule,
    /// A target.
    Target,
    /// A scorecard.
    Scorecard,
    /// A survey.
    Survey,
    /// Anything else.
    Other,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edge_that_a_longer_way_repeats_is_left_out() {
        let node = |key: &str| Node {
            key: key.to_owned(),
            label: key.to_owned(),
            name: String::new(),
            kind: NodeKind::Source,
            href: None,
            current: false,
        };
        let graph = Graph { nodes: ["a", "b", "c"].map(node).to_vec(), edges: vec![(0, 1), (0, 2), (1, 2)], ..Graph::default() };
        assert_eq!(graph.without_shortcuts().edges, [(0, 1), (1, 2)]);
    }
}
