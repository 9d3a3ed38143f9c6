//! Several things that happened at once, as one thing to be looked at.

use std::collections::BTreeSet;

use super::places::Touch;
use crate::app::preview::Touched;

/// What has to be looked at again.
#[derive(Clone, Debug, Default)]
pub(super) struct Batch {
    paths: BTreeSet<String>,
    head: bool,
    repository: bool,
    everything: bool,
}

/// More paths than this are looked at like a whole project.
const MANY: usize = 20_000;

impl Batch {
    /// Something more happened.
    pub(super) fn add(&mut self, touch: Touch) {
        match touch {
            Touch::Path(path) => drop(self.paths.insert(path)),
            Touch::Head => self.head = true,
            Touch::Repository => self.repository = true,
            Touch::Everything => self.everything = true,
        }
    }

    /// Whether nothing happened.
    pub(super) fn is_empty(&self) -> bool {
        self.paths.is_empty() && !self.head && !self.repository && !self.everything
    }

    /// Whether this is among what happened, for all but paths.
    pub(super) fn has(&self, touch: &Touch) -> bool {
        match touch {
            Touch::Path(path) => self.paths.contains(path),
            Touch::Head => self.head,
            Touch::Repository => self.repository,
            Touch::Everything => self.everything,
        }
    }

    /// What a preview has to look at again.
    pub(super) fn touched(self) -> Touched {
        if self.everything || self.repository || self.paths.len() > MANY {
            Touched::Everything
        } else if self.head {
            Touched::Head
        } else {
            Touched::Paths(self.paths)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn touched(touches: &[Touch]) -> Touched {
        let mut batch = Batch::default();
        for touch in touches {
            batch.add(touch.clone());
        }
        batch.touched()
    }

    #[test]
    fn the_widest_of_what_happened_is_looked_at() {
        let path = || Touch::Path("content/a.md".to_owned());
        assert_eq!(touched(&[path(), path()]), Touched::Paths(BTreeSet::from(["content/a.md".to_owned()])));
        assert_eq!(touched(&[path(), Touch::Head]), Touched::Head);
        assert_eq!(touched(&[Touch::Head, Touch::Repository]), Touched::Everything);
        assert_eq!(touched(&[Touch::Everything, path()]), Touched::Everything);
    }
}
