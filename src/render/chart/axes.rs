//! The two axes of a plot: grid lines with tick texts, and periods with what they share.

use super::plot::Plot;
use super::scale::Scale;
use crate::language::Language;
use crate::render::svg::{Anchor, Line, Px, fit, put, real, width};

/// Size of axis text.
pub(crate) const AXIS_TEXT: f64 = 12.0;
/// Room below a plot for the labels of periods.
pub(crate) const LABEL_ROW: f64 = 20.0;
/// Room for what several periods share.
pub(crate) const GROUP_ROW: f64 = 17.0;

/// The room that tick texts need left of a plot.
pub(crate) fn tick_room(scale: &Scale) -> f64 {
    scale.ticks.iter().map(|tick| width(&tick.text, AXIS_TEXT)).fold(24.0, f64::max) + 12.0
}

/// What stands at the head of a value axis: the measure, and what its ticks count.
pub(crate) fn head(language: &Language, y_label: &str, scale: &Scale) -> String {
    match (y_label.is_empty(), scale.counted_in.as_str()) {
        (_, "") => y_label.to_owned(),
        (true, unit) => language.fill("charts-axis-counted", &[("unit", unit.into())]),
        (false, unit) => language.fill("charts-axis-measure-counted", &[("measure", y_label.into()), ("unit", unit.into())]),
    }
}

/// Writes the head of a value axis at the upper left corner.
pub(crate) fn write_head(out: &mut String, head: &str, room: f64) {
    if !head.is_empty() {
        let text = fit(head, room, AXIS_TEXT);
        Line { x: 0.0, y: 13.0, size: AXIS_TEXT, class: "is-muted", anchor: Anchor::Start, text: &text }.write(out);
    }
}

/// Draws grid lines and tick texts.
pub(crate) fn value_axis(out: &mut String, plot: &Plot) {
    if plot.scale.ticks.is_empty() {
        return;
    }
    out.push_str(r#"<path class="chart-grid" fill="none" stroke="currentColor" stroke-width="1" d=""#);
    for tick in &plot.scale.ticks {
        put!(out, "M{} {}H{}", Px(plot.left), Px(plot.y(tick.value)), Px(plot.right));
    }
    out.push_str(r#""/>"#);
    for tick in &plot.scale.ticks {
        Line { x: plot.left - 8.0, y: plot.y(tick.value) + 4.0, size: AXIS_TEXT, class: "is-muted", anchor: Anchor::End, text: &tick.text }
            .write(out);
    }
}

/// A period as an axis shows it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Period<'a> {
    /// The period within its group.
    pub(crate) label: &'a str,
    /// What several periods share.
    pub(crate) group: &'a str,
}

/// The height that a period axis takes.
pub(crate) fn period_axis_height(periods: &[Period<'_>]) -> f64 {
    let groups = periods.iter().any(|period| !period.group.is_empty());
    LABEL_ROW + if groups { GROUP_ROW } else { 0.0 }
}

/// Draws the period axis below a plot; labels that would collide are thinned evenly, from the first period of a group
/// on.
pub(crate) fn period_axis(out: &mut String, plot: &Plot, periods: &[Period<'_>]) {
    let groups = groups(periods);
    let shown = shown(plot, periods, &groups);
    put!(
        out,
        r#"<path class="chart-axis" fill="none" stroke="currentColor" stroke-width="1" d="M{} {}H{}"#,
        Px(plot.left),
        Px(plot.bottom),
        Px(plot.right)
    );
    for &at in &shown {
        put!(out, "M{} {}v4", Px(plot.x(at)), Px(plot.bottom));
    }
    for group in groups.iter().skip(1) {
        put!(out, "M{} {}v{}", Px(plot.edge(group.first)), Px(plot.bottom), Px(LABEL_ROW + GROUP_ROW - 4.0));
    }
    out.push_str(r#""/>"#);
    for at in shown {
        Line { x: plot.x(at), y: plot.bottom + 16.0, size: AXIS_TEXT, class: "is-muted", anchor: Anchor::Middle, text: periods[at].label }
            .write(out);
    }
    write_groups(out, plot, &groups);
}

/// Writes the name of every group below its periods; where that is too narrow, from its start on, as far as the name
/// before leaves room.
fn write_groups(out: &mut String, plot: &Plot, groups: &[Group<'_>]) {
    let mut taken = f64::NEG_INFINITY;
    for group in groups.iter().filter(|group| !group.name.is_empty()) {
        let (from, to) = (plot.edge(group.first), plot.edge(group.last + 1));
        // Strong text is a little wider.
        let wide = width(group.name, AXIS_TEXT) * 1.1;
        let within = wide + 6.0 <= to - from;
        let start = if within { f64::midpoint(from, to) - wide / 2.0 } else { from + 4.0 };
        if start < taken || (!within && start + wide > plot.right) {
            continue;
        }
        taken = start + wide + 8.0;
        let (x, anchor) = if within { (f64::midpoint(from, to), Anchor::Middle) } else { (start, Anchor::Start) };
        Line { x, y: plot.bottom + 33.0, size: AXIS_TEXT, class: "is-muted is-strong", anchor, text: group.name }.write(out);
    }
}

/// Neighbouring periods that share a name.
struct Group<'a> {
    first: usize,
    last: usize,
    name: &'a str,
}

impl Group<'_> {
    const fn len(&self) -> usize {
        self.last + 1 - self.first
    }
}

fn groups<'a>(periods: &[Period<'a>]) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for (at, period) in periods.iter().enumerate() {
        match groups.last_mut() {
            Some(group) if group.name == period.group => group.last = at,
            _ => groups.push(Group { first: at, last: at, name: period.group }),
        }
    }
    groups
}

/// The periods whose labels are shown: evenly thinned within each group, from its first period on, and none that
/// would touch the first of the next.
fn shown(plot: &Plot, periods: &[Period<'_>], groups: &[Group<'_>]) -> Vec<usize> {
    const STRIDES: [usize; 16] = [1, 2, 3, 4, 6, 7, 12, 13, 14, 26, 52, 91, 120, 182, 365, 730];
    let widest = periods.iter().map(|period| width(period.label, AXIS_TEXT)).fold(0.0, f64::max) + 8.0;
    let stride = STRIDES.into_iter().find(|&stride| real(stride) * plot.slot() >= widest);
    let stride = stride.unwrap_or(periods.len().max(1));
    let mut shown: Vec<usize> = Vec::new();
    for (rank, group) in groups.iter().enumerate() {
        // The first group may start in its midst; then it is counted back from the second.
        let offset = match groups.get(rank + 1) {
            Some(next) if rank == 0 && group.len() < next.len() => group.len() % stride,
            _ => 0,
        };
        for at in (group.first + offset..=group.last).step_by(stride) {
            let clear = groups.get(rank + 1).is_none_or(|next| real(next.first - at) * plot.slot() >= widest);
            let free = shown.last().is_none_or(|&last| real(at - last) * plot.slot() >= widest);
            if clear && free {
                shown.push(at);
            }
        }
    }
    shown
}
