//! Places the nodes of a graph and leads its edges, with layout-rs.
//!
//! The crate is handed bare boxes and gives coordinates back through its render backend; it draws nothing. Nodes and
//! edges carry
//! their index as a property, so that what comes back is told apart whatever its order. Edges that it cannot take (to
//! a node that
//! does not exist, to the node itself, twice) are left out beforehand, so that none of its assertions can fail. No
//! other file names the crate.

use layout::core::base::Orientation;
use layout::core::format::{ClipHandle, RenderBackend};
use layout::core::geometry::{Point, Position};
use layout::core::style::StyleAttr;
use layout::std_shapes::shapes::{Arrow, Element, ShapeKind};
use layout::topo::layout::VisualGraph;
use std::collections::BTreeSet;

/// Room between two columns and between two rows.
const HALO: Point = Point { x: 46.0, y: 18.0 };

/// With more nodes and edges than this together, edges are not untangled.
const MOST_TO_UNTANGLE: usize = 100;

/// Where everything lies.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Layout {
    /// Width of the whole.
    pub(super) width: f64,
    /// Height of the whole.
    pub(super) height: f64,
    /// Upper left corner of each node.
    pub(super) corners: Vec<(f64, f64)>,
    /// The edges that are drawn, in their own order.
    pub(super) routes: Vec<Route>,
}

/// The way of one edge between its nodes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Route {
    /// Index of the edge.
    pub(super) edge: usize,
    /// Left edge of every column that it passes on the way, and the height at which it does, from left to right.
    pub(super) stops: Vec<(f64, f64)>,
    /// Claims that the edge closes a cycle and runs from right to left.
    pub(super) backwards: bool,
}

/// Places nodes of the given sizes from left to right along the edges.
pub(super) fn lay_out(sizes: &[(f64, f64)], edges: &[(usize, usize)]) -> Layout {
    if sizes.is_empty() {
        return Layout::default();
    }
    let direction = Orientation::LeftToRight;
    let look = StyleAttr::simple();
    let mut graph = VisualGraph::new(direction);
    let handles: Vec<_> = sizes
        .iter()
        .enumerate()
        .map(|(at, &(width, height))| {
            let size = Point::new(width, height);
            let mut node = Element::create_with_properties(ShapeKind::new_box(""), look.clone(), direction, size, at.to_string());
            node.pos = Position::new(Point::zero(), size, Point::zero(), HALO);
            graph.add_node(node)
        })
        .collect();
    let mut known = BTreeSet::new();
    for (at, &(from, to)) in edges.iter().enumerate() {
        if from != to && from < sizes.len() && to < sizes.len() && known.insert((from, to)) && !known.contains(&(to, from)) {
            graph.add_edge(Arrow::simple_with_properties("", at.to_string()), handles[from], handles[to]);
        }
    }
    let mut pen = Pen { corners: vec![(0.0, 0.0); sizes.len()], routes: Vec::new() };
    // Untangling takes longer than it is worth in a picture that nobody can read anyway.
    let tangled = sizes.len() + edges.len() > MOST_TO_UNTANGLE;
    graph.do_it(false, tangled, false, &mut pen);
    pen.into_layout(sizes, edges)
}

/// Takes down what the crate would draw.
#[derive(Debug)]
struct Pen {
    corners: Vec<(f64, f64)>,
    routes: Vec<Route>,
}

impl Pen {
    /// Moves everything to the upper left and measures it.
    fn into_layout(mut self, sizes: &[(f64, f64)], edges: &[(usize, usize)]) -> Layout {
        let stops = self.routes.iter().flat_map(|route| route.stops.iter().copied());
        let boxes = self.corners.iter().zip(sizes);
        let boxes = boxes.flat_map(|(&(x, y), &(width, height))| [(x, y), (x + width, y + height)]);
        let (mut low, mut high) = ((f64::INFINITY, f64::INFINITY), (f64::NEG_INFINITY, f64::NEG_INFINITY));
        for (x, y) in boxes.chain(stops) {
            low = (low.0.min(x), low.1.min(y));
            high = (high.0.max(x), high.1.max(y));
        }
        let shift = |(x, y): &mut (f64, f64)| (*x, *y) = (*x - low.0, *y - low.1);
        self.corners.iter_mut().for_each(shift);
        self.routes.iter_mut().flat_map(|route| &mut route.stops).for_each(shift);
        self.routes.sort_by_key(|route| route.edge);
        align(&mut self.routes, &self.corners, edges);
        Layout { width: high.0 - low.0, height: high.1 - low.1, corners: self.corners, routes: self.routes }
    }
}

/// Puts every stop into the column that it passes. The crate keeps its height clear of the nodes there, but now and
/// then moves it sideways.
fn align(routes: &mut [Route], corners: &[(f64, f64)], edges: &[(usize, usize)]) {
    let mut columns: Vec<f64> = corners.iter().map(|corner| corner.0).collect();
    columns.sort_by(f64::total_cmp);
    columns.dedup_by(|right, left| *right - *left < 1.0);
    for route in routes {
        let (from, to) = edges[route.edge];
        let (left, right) = if route.backwards { (to, from) } else { (from, to) };
        let between = columns.iter().filter(|&&column| column > corners[left].0 + 1.0 && column < corners[right].0 - 1.0);
        route.stops = route.stops.iter().zip(between).map(|(stop, &column)| (column, stop.1)).collect();
    }
}

fn index(properties: Option<String>) -> Option<usize> {
    properties?.parse().ok()
}

const fn pair(point: Point) -> (f64, f64) {
    (point.x, point.y)
}

impl RenderBackend for Pen {
    fn draw_rect(&mut self, xy: Point, _: Point, _: &StyleAttr, properties: Option<String>, _: Option<ClipHandle>) {
        if let Some(corner) = index(properties).and_then(|at| self.corners.get_mut(at)) {
            *corner = pair(xy);
        }
    }

    fn draw_arrow(
        &mut self,
        path: &[(Point, Point)],
        _: bool,
        (at_start, _): (bool, bool),
        _: &StyleAttr,
        properties: Option<String>,
        _: &str,
    ) {
        // The ends lie at the nodes; what is between them are the columns that the edge passes.
        let (Some(edge), [_, stops @ .., _]) = (index(properties), path) else {
            return;
        };
        let stops = stops.iter().map(|&(_, stop)| pair(stop)).collect();
        self.routes.push(Route { edge, stops, backwards: at_start });
    }

    fn draw_line(&mut self, _: Point, _: Point, _: &StyleAttr, _: Option<String>) {}

    fn draw_circle(&mut self, _: Point, _: Point, _: &StyleAttr, _: Option<String>) {}

    fn draw_text(&mut self, _: Point, _: &str, _: &StyleAttr) {}

    fn create_clip(&mut self, _: Point, _: Point, _: usize) -> ClipHandle {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A small generator of numbers that look random and are the same every time.
    struct Dice(u64);

    impl Dice {
        fn below(&mut self, limit: u64) -> u64 {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            self.0 % limit
        }

        fn index(&mut self, limit: usize) -> usize {
            usize::try_from(self.below(limit as u64)).expect("small")
        }
    }

    #[test]
    fn boxes_never_overlap_and_no_graph_breaks_the_layout() {
        let mut dice = Dice(0x5eed);
        for _ in 0..60 {
            let count = 1 + dice.index(40);
            let sizes: Vec<(f64, f64)> =
                (0..count).map(|_| (60.0 + f64::from(u32::try_from(dice.below(120)).expect("small")), 40.0)).collect();
            // Cycles, loops, repeated edges and edges to nowhere included.
            let edges: Vec<(usize, usize)> =
                (0..dice.index(2 * count + 1)).map(|_| (dice.index(count + 1), dice.index(count + 1))).collect();
            let layout = lay_out(&sizes, &edges);
            for (a, &(ax, ay)) in layout.corners.iter().enumerate() {
                assert!(ax >= 0.0 && ay >= 0.0 && ax + sizes[a].0 <= layout.width + 0.01);
                for (b, &(bx, by)) in layout.corners.iter().enumerate().skip(a + 1) {
                    let apart = ax + sizes[a].0 <= bx || bx + sizes[b].0 <= ax || ay + sizes[a].1 <= by || by + sizes[b].1 <= ay;
                    assert!(apart, "nodes {a} and {b} overlap: {sizes:?} {edges:?}");
                }
            }
        }
    }

    #[test]
    fn edges_run_from_left_to_right() {
        let layout = lay_out(&[(80.0, 40.0); 3], &[(0, 1), (1, 2), (0, 2)]);
        assert!(layout.corners[0].0 < layout.corners[1].0 && layout.corners[1].0 < layout.corners[2].0);
        assert_eq!(layout.routes.len(), 3);
    }

    #[test]
    fn an_edge_passes_a_column_beside_its_nodes() {
        let edges: Vec<(usize, usize)> =
            (0..30).map(|at| (at, 10 * (at / 10 + 1) + (at * 7) % 10)).chain((0..12).map(|at| (at, 20 + (at * 3) % 20))).collect();
        let layout = lay_out(&[(164.0, 44.0); 40], &edges);
        for route in &layout.routes {
            for &(column, height) in &route.stops {
                for &(x, y) in &layout.corners {
                    let beside = (x - column).abs() > 1.0 || height < y || height > y + 44.0;
                    assert!(beside, "edge {:?} runs through a node", edges[route.edge]);
                }
            }
        }
        assert!(layout.routes.iter().any(|route| !route.stops.is_empty()));
    }

    #[test]
    fn the_same_graph_is_placed_the_same_way() {
        let edges = [(0, 3), (1, 3), (2, 3), (3, 4), (3, 5), (0, 5)];
        assert_eq!(lay_out(&[(90.0, 40.0); 6], &edges), lay_out(&[(90.0, 40.0); 6], &edges));
    }
}
