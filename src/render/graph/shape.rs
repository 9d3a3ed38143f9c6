//! The outline of each kind of node, so that kinds are told apart without colour.

use crate::render::svg::{Px, put};
use crate::site::graph::NodeKind;

/// The class of a kind.
pub(super) const fn class(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Source => "is-source",
        NodeKind::Transform => "is-transform",
        NodeKind::Metric => "is-metric",
        NodeKind::Exclusion => "is-exclusion",
        NodeKind::QualityRule => "is-quality-rule",
        NodeKind::Target => "is-target",
        NodeKind::Scorecard => "is-scorecard",
        NodeKind::Survey | NodeKind::Other => "is-other",
    }
}

/// The room that an outline takes above the text.
pub(super) const fn headroom(kind: NodeKind) -> f64 {
    match kind {
        NodeKind::Source => 4.0,
        NodeKind::Scorecard => 1.5,
        _ => 0.0,
    }
}

/// Draws the outline of a kind around a box.
pub(super) fn outline(out: &mut String, kind: NodeKind, (x, y): (f64, f64), (width, height): (f64, f64)) {
    out.push_str(r#"<path class="chart-node-shape" fill="none" stroke="currentColor" d=""#);
    let (w, h, half) = (Px(width), Px(height), Px(height / 2.0));
    // The sides without what the corners take.
    let side = |cut: f64| (Px(width - cut), Px(height - cut));
    match kind {
        // A drum.
        NodeKind::Source => {
            let (_, side) = side(8.0);
            put!(out, "M{} {}v{side}c0 5.3 {w} 5.3 {w} 0", Px(x), Px(y + 4.0));
            put!(out, "v-{side}c0 -5.3 -{w} -5.3 -{w} 0c0 5.3 {w} 5.3 {w} 0");
        }
        // An arrow-shaped plate.
        NodeKind::Transform => {
            let (side, _) = side(8.0);
            put!(out, "M{} {}h{side}l8 {half}l-8 {half}h-{side}l6 -{half}Z", Px(x), Px(y));
        }
        // A rounded box.
        NodeKind::Metric => {
            let (across, down) = side(18.0);
            put!(out, "M{} {}h{across}q9 0 9 9v{down}q0 9 -9 9", Px(x + 9.0), Px(y));
            put!(out, "h-{across}q-9 0 -9 -9v-{down}q0 -9 9 -9Z");
        }
        // A box with all its corners cut off.
        NodeKind::Exclusion => {
            let (across, down) = side(14.0);
            put!(out, "M{} {}h{across}l7 7v{down}l-7 7h-{across}l-7 -7v-{down}Z", Px(x + 7.0), Px(y));
        }
        // A hexagon.
        NodeKind::QualityRule => {
            let (across, _) = side(16.0);
            put!(out, "M{} {}h{across}l8 {half}l-8 {half}h-{across}l-8 -{half}Z", Px(x + 8.0), Px(y));
        }
        // A tag.
        NodeKind::Target => {
            let (across, _) = side(9.0);
            put!(out, "M{} {}h{across}v{h}h-{across}l-9 -{half}Z", Px(x + 9.0), Px(y));
        }
        // A card with a header rule.
        NodeKind::Scorecard => put!(out, "M{} {}h{w}v{h}h-{w}Zm0 3.5h{w}", Px(x), Px(y)),
        NodeKind::Survey | NodeKind::Other => put!(out, "M{} {}h{w}v{h}h-{w}Z", Px(x), Px(y)),
    }
    out.push_str(r#""/>"#);
}
