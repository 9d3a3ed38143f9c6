//! The findings of one stage.

use super::{Finding, Level};

/// A collection of findings that is always shown in one total order: by path, line, column and code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    items: Vec<Finding>,
}

impl Findings {
    /// No findings.
    #[must_use]
    pub const fn new() -> Self {
        Self { items: Vec::new() }
    }

    /// Adds one.
    pub fn push(&mut self, finding: Finding) {
        self.items.push(finding);
    }

    /// Adds all of another collection.
    pub fn append(&mut self, mut other: Self) {
        self.items.append(&mut other.items);
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// How many have this level.
    #[must_use]
    pub fn count(&self, level: Level) -> usize {
        self.items.iter().filter(|finding| finding.level == level).count()
    }

    /// Whether any is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.items.iter().any(|finding| finding.level == Level::Error)
    }

    /// The findings in their total order, equal ones once.
    #[must_use]
    pub fn sorted(mut self) -> Vec<Finding> {
        self.items.sort();
        self.items.dedup();
        self.items
    }
}

impl FromIterator<Finding> for Findings {
    fn from_iter<T: IntoIterator<Item = Finding>>(iter: T) -> Self {
        Self { items: iter.into_iter().collect() }
    }
}

impl Extend<Finding> for Findings {
    fn extend<T: IntoIterator<Item = Finding>>(&mut self, iter: T) {
        self.items.extend(iter);
    }
}

impl IntoIterator for Findings {
    type Item = Finding;
    type IntoIter = std::vec::IntoIter<Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.sorted().into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Place, SourceText, codes};
    use super::*;

    #[test]
    fn findings_come_out_by_place_whatever_the_order_they_went_in() {
        let source = SourceText::new("b.yaml", "x\ny\n");
        let first = Finding::error(&codes::UNKNOWN_KEY, Place::file("a.yaml"), "one");
        let second = Finding::error(&codes::UNKNOWN_KEY, source.line(1), "two");
        let third = Finding::error(&codes::UNKNOWN_KEY, source.line(2), "three");
        let findings: Findings = [third.clone(), first.clone(), second.clone(), second.clone()].into_iter().collect();
        assert_eq!(findings.sorted(), [first, second, third]);
    }
}
