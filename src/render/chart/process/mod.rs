//! The process behaviour chart: a series with its centre, limits, special causes, targets, suspensions, events and
//! breaks.
//!
//! Special causes differ by shape and letter before they differ by colour, so the picture also works in black and
//! white.
//! From the top down: the measure, events, phases, the plot, the periods and the key.

mod head;
mod key;
mod limits;
mod margin;
mod marks;
mod shapes;

pub(super) use shapes::judgement_class;

use super::axes::{self, Period};
use super::levels::{self, COMMITMENT, Stroke, TARGET};
use super::plot::Plot;
use super::scale::Scale;
use crate::language::Language;
use crate::render::svg::{self, Anchor, Frame, Line, Px, put};
use crate::site::chart::{ProcessChart, StepLine};

const WIDTH: f64 = 960.0;
const PLOT_HEIGHT: f64 = 290.0;

/// Draws a process behaviour chart, or a plain trend when it has no phases.
#[must_use]
pub fn process_chart(language: &Language, chart: &ProcessChart) -> String {
    let periods = chart.points.iter().map(|point| Period { label: &point.label, group: &point.group });
    let periods: Vec<Period<'_>> = periods.collect();
    let margin_labels = margin::labels(language, chart);
    let plot = lay_out(language, chart, margin::room(&margin_labels));
    let key = key::items(chart);
    let key_top = plot.bottom + axes::period_axis_height(&periods) + 10.0;

    let mut out = String::with_capacity(4096 + chart.points.len() * 160);
    frame(chart, key_top + key::height(language, &key, plot.left, WIDTH)).open(&mut out);
    let measure = axes::head(language, &chart.y_label, &plot.scale);
    axes::write_head(&mut out, &measure, WIDTH);
    axes::value_axis(&mut out, &plot);
    suspensions(&mut out, chart, &plot);
    head::events(&mut out, &chart.events, &plot, EVENTS_TOP);
    head::phases(&mut out, language, &chart.phases, &plot);
    axes::period_axis(&mut out, &plot, &periods);
    limits::draw(&mut out, &chart.phases, &plot);
    breaks(&mut out, chart, &plot);
    named_levels(chart, |level, stroke| {
        levels::step_line(&mut out, &plot, level, stroke);
    });
    marks::line(&mut out, chart, &plot);
    let occupied = marks::occupied(chart, &plot);
    named_levels(chart, |level, stroke| {
        levels::inner_labels(&mut out, language, &plot, level, stroke, &occupied);
    });
    marks::points(&mut out, language, chart, &plot);
    margin::draw(&mut out, &margin_labels, &plot);
    if !has_values(chart) {
        let (x, y) = (f64::midpoint(plot.left, plot.right), f64::midpoint(plot.top, plot.bottom));
        Line { x, y, size: 14.0, class: "is-muted has-halo", anchor: Anchor::Middle, text: language.say("charts-no-value") }
            .write(&mut out);
    }
    key::draw(&mut out, language, &key, plot.left, WIDTH, key_top);
    svg::close(&mut out);
    out
}

fn frame(chart: &ProcessChart, height: f64) -> Frame<'_> {
    let class = if chart.phases.is_empty() { "chart-trend" } else { "chart-process" };
    let links = chart.points.iter().any(|point| point.href.is_some()) || chart.events.iter().any(|event| event.href.is_some());
    Frame { class, width: WIDTH, height, id_prefix: &chart.id_prefix, title: &chart.title, description: &chart.description, links }
}

/// Does something with each named level, in the order in which they are drawn.
fn named_levels(chart: &ProcessChart, mut each: impl FnMut(&StepLine, Stroke)) {
    for (level, stroke) in [(&chart.target, TARGET), (&chart.commitment, COMMITMENT)] {
        if let Some(level) = level {
            each(level, stroke);
        }
    }
}

/// Where the row of events starts.
const EVENTS_TOP: f64 = 22.0;

fn lay_out(language: &Language, chart: &ProcessChart, margin: f64) -> Plot {
    let scale = Scale::around(shown_values(chart), chart.bounds, language).unwrap_or_else(|| empty_scale(language, chart));
    let left = axes::tick_room(&scale);
    let mut top = EVENTS_TOP;
    if !chart.events.is_empty() {
        top += head::EVENT_ROW;
    }
    if head::shows_phases(&chart.phases) {
        top += head::PHASE_ROW;
    }
    let top = top + 6.0;
    Plot { left, right: WIDTH - margin, top, bottom: top + PLOT_HEIGHT, slots: chart.points.len(), scale }
}

/// The scale of a chart without a value: that of its bounds when they are known, else one without ticks.
fn empty_scale(language: &Language, chart: &ProcessChart) -> Scale {
    let known = chart.bounds.floor.zip(chart.bounds.ceiling);
    known.and_then(|(floor, ceiling)| Scale::around([floor, ceiling], chart.bounds, language)).unwrap_or_else(Scale::blank)
}

/// Everything that must lie within the plot.
fn shown_values(chart: &ProcessChart) -> impl Iterator<Item = f64> {
    let points = chart.points.iter().filter_map(|point| point.value);
    let limits = chart.phases.iter().flat_map(|phase| [phase.limits.centre, phase.limits.upper, phase.limits.lower]);
    let count = chart.points.len();
    let levels = [&chart.target, &chart.commitment]
        .into_iter()
        .flatten()
        .flat_map(move |level: &StepLine| level.segments.iter().filter(move |segment| segment.first < count).map(|segment| segment.value));
    points.chain(limits).chain(levels)
}

fn has_values(chart: &ProcessChart) -> bool {
    chart.points.iter().any(|point| point.value.is_some_and(f64::is_finite))
}

/// Shades the stretches during which the metric was suspended, and names them where the line leaves room.
fn suspensions(out: &mut String, chart: &ProcessChart, plot: &Plot) {
    for suspension in &chart.suspensions {
        let Some((first, last)) = plot.span(suspension.first, suspension.last) else {
            continue;
        };
        let (from, to) = (plot.edge(first), plot.edge(last + 1));
        put!(
            out,
            r#"<g class="chart-suspended" fill="currentColor"><title>{}</title><rect x="{}" y="{}" width="{}" height="{}" fill-opacity=".16"/></g>"#,
            svg::Esc(&suspension.title),
            Px(from),
            Px(plot.top),
            Px(to - from),
            Px(plot.bottom - plot.top)
        );
        let text_width = svg::width(&suspension.label, 11.0);
        let middle = f64::midpoint(from, to);
        let values = chart.points[first..=last].iter().filter_map(|point| point.value);
        let (sum, count) = values.fold((0.0, 0.0), |(sum, count), value| (sum + plot.y(value), count + 1.0));
        let at_top = count == 0.0 || sum / count > f64::midpoint(plot.top, plot.bottom);
        if text_width + 4.0 <= to - from {
            let y = if at_top { plot.top + 13.0 } else { plot.bottom - 6.0 };
            Line { x: middle, y, size: 11.0, class: "is-muted has-halo", anchor: Anchor::Middle, text: &suspension.label }.write(out);
        } else if to - from >= 12.0 {
            let (y, anchor) = if at_top { (plot.top + 5.0, "end") } else { (plot.bottom - 5.0, "start") };
            let text = svg::fit(&suspension.label, plot.bottom - plot.top - 10.0, 11.0);
            put!(
                out,
                r#"<text class="chart-text is-muted has-halo" transform="translate({} {})rotate(-90)" font-size="11" text-anchor="{anchor}">{}</text>"#,
                Px(middle + 4.0),
                Px(y),
                svg::Esc(&text)
            );
        }
    }
}

/// Marks the breaks of the series: an upright with the two strokes of a broken axis.
fn breaks(out: &mut String, chart: &ProcessChart, plot: &Plot) {
    for cut in chart.breaks.iter().filter(|cut| cut.before > 0 && cut.before < plot.slots) {
        let (x, foot) = (Px(plot.edge(cut.before)), Px(plot.bottom));
        put!(
            out,
            r#"<g class="chart-break" fill="none" stroke="currentColor"><title>{}</title><path stroke-width="1.5" stroke-dasharray="2 3" d="M{x} {}V{}"/><path stroke-width="1.5" d="M{x} {foot}m-5 0l4 -10m2 10l4 -10"/></g>"#,
            svg::Esc(&cut.title),
            Px(plot.top),
            Px(plot.bottom - 11.0)
        );
    }
}

#[cfg(test)]
mod tests;
