//! Records that depend on themselves in a circle.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::references::Backlink;
use crate::diag::{Finding, Findings, Place, codes};
use crate::model::{Kind, RecordRef};
use crate::source::Project;

/// A relation that must not come back to where it began.
struct Relation {
    kind: Option<Kind>,
    fields: &'static [&'static str],
    says: &'static str,
}

const RELATIONS: [Relation; 5] = [
    Relation { kind: Some(Kind::Transform), fields: &["inputs"], says: "reads its own output" },
    Relation { kind: Some(Kind::Metric), fields: &["terms.metric"], says: "is computed from itself" },
    Relation { kind: Some(Kind::Metric), fields: &["variant_of"], says: "is a variant of itself" },
    Relation { kind: Some(Kind::Objective), fields: &["causes"], says: "is its own cause" },
    Relation { kind: None, fields: &["supersedes"], says: "takes its own place" },
];

/// Reports one finding for each circle of each relation.
pub(super) fn find_cycles(project: &Project, links: &[Vec<Arc<Backlink>>], findings: &mut Findings) {
    for relation in &RELATIONS {
        let mut edges: BTreeMap<RecordRef, Vec<RecordRef>> = BTreeMap::new();
        for (record, links) in project.records.iter().zip(links) {
            if relation.kind.is_some_and(|kind| kind != record.kind) {
                continue;
            }
            let targets = links.iter().filter(|link| relation.fields.contains(&link.field.as_str())).map(|link| link.to.clone());
            edges.entry(record.reference()).or_default().extend(targets);
        }
        for circle in circles(&edges) {
            report(project, relation, &circle, findings);
        }
    }
}

fn report(project: &Project, relation: &Relation, circle: &[RecordRef], findings: &mut Findings) {
    let Some(first) = circle.first() else { return };
    let place = |reference: &RecordRef| -> Option<Place> {
        let record = project.records.iter().find(|record| record.reference() == *reference)?;
        let key = relation.fields.first()?.split('.').next()?;
        Some(record.key_place(key))
    };
    let names: Vec<String> = circle.iter().chain([first]).map(|reference| format!("`{}`", reference.id)).collect();
    let message = format!("the {} `{}` {}: {}", first.kind.words(), first.id, relation.says, names.join(" → "));
    let Some(at) = place(first) else { return };
    let mut finding = Finding::error(&codes::CYCLE, at, message).help("break the circle at one of these records");
    for reference in &circle[1..] {
        if let Some(place) = place(reference) {
            finding = finding.related(place, "then here");
        }
    }
    findings.push(finding);
}

/// One circle for each set of records that reach each other, beginning with the least record of it.
fn circles(edges: &BTreeMap<RecordRef, Vec<RecordRef>>) -> Vec<Vec<RecordRef>> {
    #[derive(Clone, Copy, PartialEq)]
    enum Mark {
        Open,
        Done,
    }
    let mut marks: BTreeMap<&RecordRef, Mark> = BTreeMap::new();
    let mut found: Vec<Vec<RecordRef>> = Vec::new();
    for root in edges.keys() {
        if marks.contains_key(root) {
            continue;
        }
        let mut path: Vec<(&RecordRef, usize)> = vec![(root, 0)];
        marks.insert(root, Mark::Open);
        while let Some((node, next)) = path.last_mut() {
            let targets = edges.get(*node).map_or(&[][..], Vec::as_slice);
            let Some(target) = targets.get(*next) else {
                marks.insert(*node, Mark::Done);
                path.pop();
                continue;
            };
            *next += 1;
            match marks.get(target) {
                Some(Mark::Open) => {
                    let start = path.iter().position(|(node, _)| *node == target).unwrap_or(0);
                    found.push(turned(path[start..].iter().map(|(node, _)| (*node).clone()).collect()));
                }
                None if edges.contains_key(target) => {
                    marks.insert(target, Mark::Open);
                    path.push((target, 0));
                }
                Some(Mark::Done) | None => {}
            }
        }
    }
    found.sort();
    found.dedup();
    found
}

/// The same circle, beginning with its least record.
fn turned(mut circle: Vec<RecordRef>) -> Vec<RecordRef> {
    if let Some(least) = circle.iter().enumerate().min_by(|one, other| one.1.cmp(other.1)).map(|(index, _)| index) {
        circle.rotate_left(least);
    }
    circle
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Id;

    fn metric(id: &str) -> RecordRef {
        RecordRef { kind: Kind::Metric, id: Id::parse(id).expect("an id") }
    }

    fn graph(edges: &[(&str, &str)]) -> BTreeMap<RecordRef, Vec<RecordRef>> {
        let mut graph: BTreeMap<RecordRef, Vec<RecordRef>> = BTreeMap::new();
        for (from, to) in edges {
            graph.entry(metric(from)).or_default().push(metric(to));
            graph.entry(metric(to)).or_default();
        }
        graph
    }

    #[test]
    fn a_circle_is_told_once_from_its_least_record() {
        let found = circles(&graph(&[("b", "c"), ("c", "a"), ("a", "b"), ("d", "a")]));
        assert_eq!(found, [vec![metric("a"), metric("b"), metric("c")]]);
    }

    #[test]
    fn a_record_may_be_reached_on_two_ways() {
        assert!(circles(&graph(&[("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")])).is_empty());
    }

    #[test]
    fn a_record_that_names_itself_is_a_circle() {
        assert_eq!(circles(&graph(&[("a", "a")])), [vec![metric("a")]]);
    }
}
