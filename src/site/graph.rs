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

/// One record in the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Its reference, unique in the picture.
    pub key: String,
    /// Its name.
    pub label: String,
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
    /// Anything else, called by this name.
    Other(&'static str),
}

impl NodeKind {
    /// Names the kind as written above the label of a node.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Transform => "transform",
            Self::Metric => "metric",
            Self::Exclusion => "exclusion",
            Self::QualityRule => "quality rule",
            Self::Target => "target",
            Self::Scorecard => "scorecard",
            Self::Other(name) => name,
        }
    }
}
