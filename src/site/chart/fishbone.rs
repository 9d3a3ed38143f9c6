//! Possible causes of one effect, sorted into groups.

/// An effect with its possible causes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fishbone {
    /// Makes the picture's ids unique on its page.
    pub id_prefix: String,
    /// What the picture shows, in a few words.
    pub title: String,
    /// What can be seen, in a sentence or two.
    pub description: String,
    /// What the head is ("Effect").
    pub head: String,
    /// What happened.
    pub effect: String,
    /// The groups of causes, in order.
    pub bones: Vec<Bone>,
}

/// One group of causes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bone {
    /// Name of the group.
    pub label: String,
    /// The causes in it.
    pub causes: Vec<String>,
}
