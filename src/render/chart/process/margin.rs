//! Labels in the right margin: the latest value and every line that reaches the right edge, each at the height of its
//! line as far as there is room.

use crate::language::Language;
use crate::render::chart::levels::{self, LABEL_TEXT};
use crate::render::chart::place::spread;
use crate::render::chart::plot::Plot;
use crate::render::svg::{Anchor, Line, Px, fit, put, width};
use crate::site::chart::{ProcessChart, StepLine};

/// Distance of two labels.
const GAP: f64 = 15.0;
/// From the plot to the labels.
const OFFSET: f64 = 14.0;
/// The widest a label may be.
const MOST_ROOM: f64 = 190.0;

/// A label of something that ends at the right edge.
#[derive(Clone, Debug)]
pub(super) struct MarginLabel {
    value: f64,
    text: String,
    class: &'static str,
}

/// Collects the labels, highest line first.
pub(super) fn labels(language: &Language, chart: &ProcessChart) -> Vec<MarginLabel> {
    let mut labels = Vec::new();
    let Some(end) = chart.points.len().checked_sub(1) else {
        return labels;
    };
    let mut add = |value: f64, text: String, class: &'static str| {
        if value.is_finite() {
            labels.push(MarginLabel { value, text, class });
        }
    };
    if let Some(phase) = chart.phases.last().filter(|phase| phase.first <= end && phase.last >= end) {
        let limits = &phase.limits;
        let line = |key: &'static str, value: &String| language.fill(key, &[("value", value.into())]);
        add(limits.upper, line("charts-upper-limit", &limits.upper_text), "is-limit");
        add(limits.centre, line("charts-mean", &limits.centre_text), "is-centre");
        add(limits.lower, line("charts-lower-limit", &limits.lower_text), "is-limit");
    }
    for (level, class) in [(&chart.target, "is-target"), (&chart.commitment, "is-commitment")] {
        if let Some((level, segment)) = level.as_ref().and_then(|level| at_end(level, end)) {
            add(segment.0, levels::label(language, level, segment.1), class);
        }
    }
    if let Some((value, text)) = chart.points.last().and_then(|point| point.value.map(|value| (value, &point.text))) {
        add(value, text.clone(), "is-strong");
    }
    labels.sort_by(|a, b| b.value.total_cmp(&a.value));
    labels
}

fn at_end(level: &StepLine, end: usize) -> Option<(&StepLine, (f64, &str))> {
    let segment = level.segments.iter().rev().find(|segment| segment.first <= end && segment.last >= end)?;
    Some((level, (segment.value, segment.text.as_str())))
}

/// The room that the labels need right of the plot.
pub(super) fn room(labels: &[MarginLabel]) -> f64 {
    if labels.is_empty() {
        return 12.0;
    }
    labels.iter().map(|label| width(&label.text, LABEL_TEXT)).fold(0.0, f64::max).min(MOST_ROOM) + OFFSET + 6.0
}

/// Writes the labels, with a thin line to those that had to move.
pub(super) fn draw(out: &mut String, labels: &[MarginLabel], plot: &Plot) {
    let wishes: Vec<f64> = labels.iter().map(|label| plot.y(label.value)).collect();
    let places = spread(&wishes, GAP, plot.top + 2.0, plot.bottom - 2.0);
    let leaders: Vec<(f64, f64)> =
        wishes.iter().copied().zip(places.iter().copied()).filter(|(wish, place)| (wish - place).abs() > 1.5).collect();
    if !leaders.is_empty() {
        out.push_str(r#"<path class="chart-leader" fill="none" stroke="currentColor" stroke-width=".7" d=""#);
        for (wish, place) in leaders {
            put!(out, "M{} {}L{} {}", Px(plot.right + 1.0), Px(wish), Px(plot.right + OFFSET - 2.0), Px(place));
        }
        out.push_str(r#""/>"#);
    }
    for (label, place) in labels.iter().zip(places) {
        let text = fit(&label.text, MOST_ROOM, LABEL_TEXT);
        Line { x: plot.right + OFFSET, y: place + 4.0, size: LABEL_TEXT, class: label.class, anchor: Anchor::Start, text: &text }
            .write(out);
    }
}
