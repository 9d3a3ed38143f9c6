//! Levels that may change over time, such as targets: a line in steps, with its values written where they change.

use super::plot::Plot;
use crate::language::Language;
use crate::render::svg::{Anchor, Line, Px, put, width};
use crate::site::chart::{StepLine, StepSegment};

/// Size of labels of lines.
pub(crate) const LABEL_TEXT: f64 = 12.0;

/// How a level is drawn.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stroke {
    /// Class of the line.
    pub(crate) class: &'static str,
    /// Class of its labels.
    pub(crate) label_class: &'static str,
    /// Dashes; empty for a solid line.
    pub(crate) dashes: &'static str,
}

/// A target.
pub(crate) const TARGET: Stroke = Stroke { class: "chart-target", label_class: "has-halo is-target", dashes: "10 4" };
/// A second level.
pub(crate) const COMMITMENT: Stroke = Stroke { class: "chart-commitment", label_class: "has-halo is-commitment", dashes: "10 3 2 3" };

/// The segments of a level that lie within a plot, cut to it.
pub(crate) fn within<'a>(plot: &Plot, line: &'a StepLine) -> Vec<(usize, usize, &'a StepSegment)> {
    line.segments
        .iter()
        .filter(|segment| segment.value.is_finite())
        .filter_map(|segment| plot.span(segment.first, segment.last).map(|(first, last)| (first, last, segment)))
        .collect()
}

/// Draws the line of a level; neighbouring segments are joined by an upright.
pub(crate) fn step_line(out: &mut String, plot: &Plot, line: &StepLine, stroke: Stroke) {
    let segments = within(plot, line);
    if segments.is_empty() {
        return;
    }
    put!(out, r#"<path class="{}" fill="none" stroke="currentColor" stroke-width="1.5""#, stroke.class);
    if !stroke.dashes.is_empty() {
        put!(out, r#" stroke-dasharray="{}""#, stroke.dashes);
    }
    out.push_str(r#" d=""#);
    let mut joined = None;
    for (first, last, segment) in segments {
        let y = Px(plot.y(segment.value));
        if joined == Some(first) {
            put!(out, "V{y}");
        } else {
            put!(out, "M{} {y}", Px(plot.edge(first)));
        }
        put!(out, "H{}", Px(plot.edge(last + 1)));
        joined = Some(last + 1);
    }
    out.push_str(r#""/>"#);
}

/// A level with its value: `Target 95%`.
pub(crate) fn label(language: &Language, level: &StepLine, value: &str) -> String {
    language.fill("charts-level", &[("name", (&level.label).into()), ("value", value.into())])
}

/// How much of what is drawn a label may cover, in units of height times slots: next to nothing.
const MOST_COVERED: f64 = 0.5;

/// The heights that a picture occupies in each slot, least first; nothing where a slot is free.
pub(crate) type Occupied = Vec<Option<(f64, f64)>>;

/// Writes the values of a level along its line, wherever they do not reach the right edge, where they are labelled in
/// the margin.
/// Each stands above or below its line where it covers least of what is drawn there.
pub(crate) fn inner_labels(out: &mut String, language: &Language, plot: &Plot, line: &StepLine, stroke: Stroke, occupied: &Occupied) {
    for (first, last, segment) in within(plot, line) {
        if last + 1 == plot.slots {
            continue;
        }
        let text = label(language, line, &segment.text);
        let room = plot.edge(last + 1) - plot.edge(first) - 6.0;
        let text = if width(&text, LABEL_TEXT) <= room { text } else { segment.text.clone() };
        let wide = width(&text, LABEL_TEXT);
        if wide > room {
            continue;
        }
        let level = plot.y(segment.value);
        // A dozen or two places are enough to find a free one.
        let places =
            (first..=last).step_by((last - first) / 24 + 1).map(|at| plot.edge(at) + 3.0).take_while(|x| x + wide <= plot.edge(last + 1));
        let places = places.flat_map(|x| [(x, level - 5.0), (x, level + 14.0)]);
        let places = places.filter(|&(_, y)| y - 11.0 > plot.top && y < plot.bottom - 2.0);
        let covered = |(x, y): (f64, f64)| covered(plot, occupied, (x, x + wide), (y - 11.0, y + 3.0));
        // The first of the best, so that ties are decided by place and not by chance.
        // Where none is free, the line stands without a label; the table beside the chart has its value.
        if let Some((x, y)) = places.min_by(|&a, &b| covered(a).total_cmp(&covered(b))).filter(|place| covered(*place) <= MOST_COVERED) {
            Line { x, y, size: LABEL_TEXT, class: stroke.label_class, anchor: Anchor::Start, text: &text }.write(out);
        }
    }
}

/// How much of what is drawn a rectangle covers, in units of height times slots.
fn covered(plot: &Plot, occupied: &Occupied, (left, right): (f64, f64), (top, bottom): (f64, f64)) -> f64 {
    let slots = occupied.iter().enumerate().filter(|&(at, _)| plot.edge(at + 1) > left && plot.edge(at) < right);
    slots.filter_map(|(_, range)| *range).map(|(low, high)| (high.min(bottom) - low.max(top)).max(0.0)).sum()
}
