//! Draws the lineage neighbourhood: what feeds what, from left to right.
//!
//! Each node shows its kind in words and in its outline, its name in at most two lines, and leads to its page. The
//! list beside the picture is its twin.

mod layout;
mod shape;

use self::layout::{Layout, Route, lay_out};
use crate::render::svg::{self, Anchor, Esc, Frame, Line, Px, put, real, wrap};
use crate::site::graph::{Graph, Node};

const LABEL: f64 = 12.5;
const KIND: f64 = 10.0;
/// Every node is equally wide, so that columns are straight and edges pass between them.
const NODE_WIDTH: f64 = 150.0;
/// Room for about 24 letters in two lines.
const LABEL_ROOM: f64 = NODE_WIDTH - 22.0;
const MARGIN: f64 = 4.0;
/// The least width of the picture, so that a small graph is not blown up to the width of the page.
const LEAST_WIDTH: f64 = 960.0;
/// Distance of two edges at a node.
const PORTS: f64 = 8.0;

/// A node with its label cut into lines and its height.
struct Plate<'a> {
    node: &'a Node,
    lines: Vec<String>,
    height: f64,
}

/// Draws a graph.
#[must_use]
pub fn graph(graph: &Graph) -> String {
    let plates: Vec<Plate<'_>> = graph.nodes.iter().map(plate).collect();
    let sizes: Vec<(f64, f64)> = plates.iter().map(|plate| (NODE_WIDTH, plate.height)).collect();
    let layout = lay_out(&sizes, &graph.edges);
    let width = (layout.width + 2.0 * MARGIN).max(LEAST_WIDTH);
    let left = (width - layout.width) / 2.0;
    let mut out = String::with_capacity(1024 + plates.len() * 700 + graph.edges.len() * 120);
    let links = graph.nodes.iter().any(|node| node.href.is_some());
    Frame {
        class: "chart-graph",
        width,
        height: layout.height + 2.0 * MARGIN,
        id_prefix: &graph.id_prefix,
        title: &graph.title,
        description: &graph.description,
        links,
    }
    .open(&mut out);
    put!(&mut out, r#"<g transform="translate({} {MARGIN})">"#, Px(left));
    edges(&mut out, graph, &plates, &layout);
    for (plate, &corner) in plates.iter().zip(&layout.corners) {
        draw(&mut out, plate, corner);
    }
    out.push_str("</g>");
    svg::close(&mut out);
    out
}

fn plate(node: &Node) -> Plate<'_> {
    let lines = wrap(&node.label, LABEL_ROOM, LABEL, 2);
    let height = (if lines.len() > 1 { 58.0 } else { 44.0 }) + shape::headroom(node.kind);
    Plate { node, lines, height }
}

fn draw(out: &mut String, plate: &Plate<'_>, (x, y): (f64, f64)) {
    let node = plate.node;
    let kind = node.name.as_str();
    let current = if node.current { " is-current" } else { "" };
    let attributes = format!(r#" class="chart-node {}{current}""#, shape::class(node.kind));
    let linked = svg::open_link(out, node.href.as_deref(), &attributes);
    if !linked {
        put!(out, "<g{attributes}>");
    }
    put!(out, "<title>{}: {}</title>", Esc(kind), Esc(&node.label));
    shape::outline(out, node.kind, (x, y), (NODE_WIDTH, plate.height));
    let middle = x + NODE_WIDTH / 2.0;
    let y = y + shape::headroom(node.kind);
    Line { x: middle, y: y + 17.5, size: KIND, class: "is-muted", anchor: Anchor::Middle, text: kind }.write(out);
    let mut base = y + 33.0;
    for line in &plate.lines {
        let class = if node.current { "is-strong" } else { "" };
        Line { x: middle, y: base, size: LABEL, class, anchor: Anchor::Middle, text: line }.write(out);
        base += 14.5;
    }
    out.push_str(if linked { "</a>" } else { "</g>" });
}

/// Draws all edges as one path and all their heads as another; the list beside the picture tells which is which.
fn edges(out: &mut String, graph: &Graph, plates: &[Plate<'_>], layout: &Layout) {
    let ways = ways(graph, plates, layout);
    if ways.is_empty() {
        return;
    }
    out.push_str(r#"<path class="chart-edge" fill="none" stroke="currentColor" stroke-width="1.2" d=""#);
    for way in &ways {
        course(out, way);
    }
    out.push_str(r#""/><path class="chart-arrow" fill="currentColor" d=""#);
    for way in &ways {
        head(out, way);
    }
    out.push_str(r#""/>"#);
}

/// The way of an edge with the places where it leaves the left node and reaches the right one.
struct Way<'a> {
    route: &'a Route,
    from: (f64, f64),
    to: (f64, f64),
}

/// Gives every edge a place of its own on the sides of its nodes, ordered by where it comes from or goes to, so that
/// edges do not cross at a node.
fn ways<'a>(graph: &Graph, plates: &[Plate<'_>], layout: &'a Layout) -> Vec<Way<'a>> {
    let middle = |node: usize| layout.corners[node].1 + plates[node].height / 2.0;
    let ends: Vec<(usize, usize)> = layout
        .routes
        .iter()
        .map(|route| {
            let (from, to) = graph.edges[route.edge];
            if route.backwards { (to, from) } else { (from, to) }
        })
        .collect();
    let leaving = |at: usize| layout.routes[at].stops.first().map_or_else(|| middle(ends[at].1), |stop| stop.1);
    let arriving = |at: usize| layout.routes[at].stops.last().map_or_else(|| middle(ends[at].0), |stop| stop.1);
    let mut from = vec![0.0; ends.len()];
    let mut to = vec![0.0; ends.len()];
    for (node, plate) in plates.iter().enumerate() {
        let out: Vec<usize> = (0..ends.len()).filter(|&at| ends[at].0 == node).collect();
        share_side(&mut from, out, leaving, middle(node), plate.height);
        let into: Vec<usize> = (0..ends.len()).filter(|&at| ends[at].1 == node).collect();
        share_side(&mut to, into, arriving, middle(node), plate.height);
    }
    layout
        .routes
        .iter()
        .enumerate()
        .map(|(at, route)| Way {
            route,
            from: (layout.corners[ends[at].0].0 + NODE_WIDTH, from[at]),
            to: (layout.corners[ends[at].1].0, to[at]),
        })
        .collect()
}

/// Spreads edges over one side of a node.
fn share_side(places: &mut [f64], mut edges: Vec<usize>, height_of: impl Fn(usize) -> f64, middle: f64, height: f64) {
    edges.sort_by(|&a, &b| height_of(a).total_cmp(&height_of(b)).then(a.cmp(&b)));
    let between = real(edges.len().saturating_sub(1));
    let gap = if between > 0.0 { PORTS.min((height - 16.0) / between) } else { 0.0 };
    for (rank, at) in edges.into_iter().enumerate() {
        places[at] = middle + (real(rank) - between / 2.0) * gap;
    }
}

/// Length of the head of an edge.
const HEAD: f64 = 7.0;

fn course(out: &mut String, way: &Way<'_>) {
    let (tail, tip) = if way.route.backwards { (HEAD - 1.0, 0.0) } else { (0.0, HEAD - 1.0) };
    let mut at = (way.from.0 + tail, way.from.1);
    put!(out, "M{} {}", Px(at.0), Px(at.1));
    // A column is passed on the level, beside its nodes.
    for &(column, height) in &way.route.stops {
        bend(out, at, (column, height));
        put!(out, "h{NODE_WIDTH}");
        at = (column + NODE_WIDTH, height);
    }
    bend(out, at, (way.to.0 - tip, way.to.1));
}

/// Leads an edge from one column to the next, level at both ends.
fn bend(out: &mut String, from: (f64, f64), to: (f64, f64)) {
    let half = f64::midpoint(from.0, to.0);
    put!(out, "C{} {} {} {} {} {}", Px(half), Px(from.1), Px(half), Px(to.1), Px(to.0), Px(to.1));
}

/// A small triangle where the edge ends.
fn head(out: &mut String, way: &Way<'_>) {
    let ((x, y), back) = if way.route.backwards { (way.from, HEAD) } else { (way.to, -HEAD) };
    put!(out, "M{} {}l{} -3.3v6.6Z", Px(x), Px(y), Px(back));
}

#[cfg(test)]
mod tests;
