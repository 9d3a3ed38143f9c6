//! Centre and limits of every phase: one path for each kind of line, so that each kind is styled once.

use crate::render::chart::plot::Plot;
use crate::render::svg::{Px, put};
use crate::site::chart::{Limits, Phase};

/// Draws the lines of all phases.
pub(super) fn draw(out: &mut String, phases: &[Phase], plot: &Plot) {
    if phases.is_empty() {
        return;
    }
    lines(out, phases, plot, "chart-near", "1", "1 5", |limits| vec![limits.near_upper, limits.near_lower]);
    lines(out, phases, plot, "chart-limit", "1.3", "6 4", |limits| vec![limits.upper, limits.lower]);
    lines(out, phases, plot, "chart-centre", "1.3", "", |limits| vec![limits.centre]);
}

fn lines(out: &mut String, phases: &[Phase], plot: &Plot, class: &str, width: &str, dashes: &str, levels: impl Fn(&Limits) -> Vec<f64>) {
    put!(out, r#"<path class="{class}" fill="none" stroke="currentColor" stroke-width="{width}""#);
    if !dashes.is_empty() {
        put!(out, r#" stroke-dasharray="{dashes}""#);
    }
    out.push_str(r#" d=""#);
    for phase in phases {
        let Some((first, last)) = plot.span(phase.first, phase.last) else {
            continue;
        };
        for level in levels(&phase.limits).into_iter().filter(|level| level.is_finite()) {
            put!(out, "M{} {}H{}", Px(plot.edge(first)), Px(plot.y(level)), Px(plot.edge(last + 1)));
        }
    }
    out.push_str(r#""/>"#);
}
