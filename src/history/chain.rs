//! The main line of a history, and which of its merges first brought in each other commit.

use super::walk::Node;

/// The main line, and what came in with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chain {
    /// Positions of the commits that follow first parents from the newest one, the newest first.
    pub(super) main: Vec<usize>,
    /// For each commit the place in `main` of the commit that brought it in: its own for one of the main line.
    pub(super) brought_by: Vec<usize>,
}

impl Chain {
    /// Follows first parents from the first commit, and shares out all others among the merges, the oldest merge first.
    pub(super) fn of(nodes: &[Node]) -> Self {
        let mut main = Vec::new();
        let mut next = (!nodes.is_empty()).then_some(0);
        while let Some(position) = next {
            main.push(position);
            next = nodes[position].parents.first().copied();
        }
        let mut owner: Vec<Option<usize>> = vec![None; nodes.len()];
        for (place, position) in main.iter().enumerate() {
            owner[*position] = Some(place);
        }
        for (place, position) in main.iter().enumerate().rev() {
            let mut open: Vec<usize> = nodes[*position].parents.iter().skip(1).copied().collect();
            while let Some(position) = open.pop() {
                if owner[position].is_none() {
                    owner[position] = Some(place);
                    open.extend(&nodes[position].parents);
                }
            }
        }
        // Every commit was reached from the first one, so none is left without an owner.
        Self { main, brought_by: owner.into_iter().map(Option::unwrap_or_default).collect() }
    }

    /// Whether a commit stands in the main line.
    pub(super) fn is_main(&self, position: usize) -> bool {
        self.main.get(self.brought_by[position]) == Some(&position)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::memory::id_of;

    fn nodes(parents: &[&[usize]]) -> Vec<Node> {
        parents.iter().map(|parents| Node { id: id_of(1), tree: id_of(1), parents: parents.to_vec() }).collect()
    }

    #[test]
    fn a_side_branch_belongs_to_the_oldest_merge_that_holds_it() {
        // 0 merges 2 into 1; 1 merges 3 into 4; 2 follows 3.
        let chain = Chain::of(&nodes(&[&[1, 2], &[4, 3], &[3], &[5], &[5], &[]]));
        assert_eq!(chain.main, [0, 1, 4, 5]);
        assert_eq!(chain.brought_by, [0, 1, 0, 1, 2, 3]);
        assert!(chain.is_main(4) && !chain.is_main(3));
    }

    #[test]
    fn an_octopus_brings_in_all_its_arms() {
        let chain = Chain::of(&nodes(&[&[1, 2, 3], &[4], &[4], &[4], &[]]));
        assert_eq!(chain.brought_by, [0, 1, 0, 0, 2]);
    }

    #[test]
    fn a_second_root_comes_in_with_its_merge() {
        let chain = Chain::of(&nodes(&[&[1, 2], &[], &[]]));
        assert_eq!((chain.main, chain.brought_by), (vec![0, 1], vec![0, 1, 0]));
    }

    #[test]
    fn no_commits_make_no_chain() {
        assert_eq!(Chain::of(&[]), Chain { main: vec![], brought_by: vec![] });
    }
}
