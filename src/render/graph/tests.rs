//! What a lineage picture must show and withstand.

use super::graph as draw;
use crate::render::svg::well_formed::{assert_well_formed, texts};
use crate::site::graph::{Graph, Node, NodeKind};

fn graph(picture: &Graph) -> String {
    draw(picture)
}

const KINDS: [NodeKind; 8] = [
    NodeKind::Source,
    NodeKind::Transform,
    NodeKind::Metric,
    NodeKind::Exclusion,
    NodeKind::QualityRule,
    NodeKind::Target,
    NodeKind::Scorecard,
    NodeKind::Other,
];

fn picture(labels: &[&str], edges: &[(usize, usize)]) -> Graph {
    let nodes = labels.iter().enumerate().map(|(at, label)| Node {
        key: format!("n{at}"),
        label: (*label).to_owned(),
        name: format!("kind {}", at % KINDS.len()),
        kind: KINDS[at % KINDS.len()],
        href: (at % 2 == 0).then(|| format!("n{at}.html")),
        current: at == 2,
    });
    Graph {
        id_prefix: "g".to_owned(),
        title: "Lineage".to_owned(),
        description: "What feeds what".to_owned(),
        nodes: nodes.collect(),
        edges: edges.to_vec(),
    }
}

#[test]
fn every_kind_is_drawn_with_its_name_and_link() {
    let drawn = graph(&picture(&["a"; 8], &[(0, 1), (1, 2), (2, 6), (3, 2), (4, 2), (5, 2), (6, 7)]));
    assert_well_formed(&drawn);
    for kind in 0..KINDS.len() {
        assert!(texts(&drawn).contains(&format!("kind {kind}: a")), "{drawn}");
    }
    assert!(drawn.contains(r#"<a href="n2.html" class="chart-node is-metric is-current">"#));
}

#[test]
fn outlines_differ_from_kind_to_kind() {
    let outlines: std::collections::BTreeSet<String> = KINDS
        .into_iter()
        .map(|kind| {
            let mut out = String::new();
            super::shape::outline(&mut out, kind, (0.0, 0.0), (100.0, 40.0));
            out
        })
        .collect();
    assert_eq!(outlines.len(), KINDS.len());
}

#[test]
fn hostile_labels_stay_labels() {
    let mut hostile = picture(&["<b>\"&'", "</svg>", "\u{1}", ""], &[(0, 1), (1, 2)]);
    hostile.nodes[0].href = Some("javascript:alert(1)".to_owned());
    assert_well_formed(&graph(&hostile));
}

#[test]
fn a_long_label_is_shortened_and_kept_in_full_in_its_title() {
    let long = "Attendances at all accident and emergency departments within four hours of arrival";
    let read = texts(&graph(&picture(&[long], &[])));
    assert!(read.contains(&format!("kind 0: {long}")) && read.contains('…'), "{read}");
}

#[test]
fn loops_cycles_repeated_and_dangling_edges_do_no_harm() {
    let drawn = graph(&picture(&["a", "b", "c"], &[(0, 0), (0, 1), (0, 1), (1, 2), (2, 0), (7, 1), (1, 9), (1, 0)]));
    assert_well_formed(&drawn);
}

#[test]
fn a_small_graph_keeps_the_size_of_its_text() {
    assert!(graph(&picture(&["alone"], &[])).contains(r#"viewBox="0 0 960 "#));
}

#[test]
fn an_empty_graph_is_an_empty_picture() {
    assert_well_formed(&graph(&picture(&[], &[])));
}
