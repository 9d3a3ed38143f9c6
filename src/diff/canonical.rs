//! Values without their spelling: two texts that mean the same have one canonical form.

use std::collections::BTreeMap;

/// A value after defaults are filled in, numbers are taken by value, and white space and Unicode are normalised.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Canonical {
    /// A scalar. Prose has its runs of white space made one space; paragraphs stay apart.
    Text(String),
    /// A list whose order means something, or one without a key to its items.
    List(Vec<Canonical>),
    /// A mapping, or a list of items with keys.
    Map(BTreeMap<String, Canonical>),
}
