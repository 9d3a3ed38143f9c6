//! Standing bars over periods, measured from zero, with their exact values above them where there is room.

use super::axes::{self, AXIS_TEXT, Period};
use super::levels::{self, TARGET};
use super::place;
use super::plain;
use super::plot::Plot;
use super::scale::Scale;
use crate::language::Language;
use crate::render::svg::{self, Anchor, Esc, Frame, Line, put, width};
use crate::site::chart::{Bar, BarChart, Tone};
use crate::stats::TargetStatus;

const WIDTH: f64 = 640.0;
const PLOT_HEIGHT: f64 = 170.0;
const TOP: f64 = 30.0;
/// The widest slot of a bar, so that few bars do not look like blocks.
const MOST_SLOT: f64 = 56.0;
const VALUE_TEXT: f64 = 11.0;

/// Draws standing bars.
#[must_use]
pub fn bars(language: &Language, chart: &BarChart) -> String {
    let periods: Vec<Period<'_>> = chart.bars.iter().map(|bar| Period { label: &bar.label, group: &bar.group }).collect();
    let plot = lay_out(language, chart);
    let height = plot.bottom + axes::period_axis_height(&periods) + 2.0;
    let mut out = String::with_capacity(2048 + chart.bars.len() * 200);
    let links = chart.bars.iter().any(|bar| bar.href.is_some());
    Frame {
        class: "chart-bars",
        width: WIDTH,
        height,
        id_prefix: &chart.id_prefix,
        title: &chart.title,
        description: &chart.description,
        links,
    }
    .open(&mut out);
    axes::write_head(&mut out, &axes::head(language, &chart.y_label, &plot.scale), WIDTH);
    axes::value_axis(&mut out, &plot);
    draw_bars(&mut out, chart, &plot);
    axes::period_axis(&mut out, &plot, &periods);
    if let Some(level) = &chart.level {
        levels::step_line(&mut out, &plot, level, TARGET);
        let bars = chart.bars.iter().map(|bar| bar.value.map(|value| (plot.y(value).min(plot.y(0.0)), plot.bottom)));
        levels::inner_labels(&mut out, language, &plot, level, TARGET, &bars.collect());
        end_label(&mut out, language, chart, &plot);
    }
    svg::close(&mut out);
    out
}

fn lay_out(language: &Language, chart: &BarChart) -> Plot {
    let levels = chart.level.iter().flat_map(|level| level.segments.iter().map(|segment| segment.value));
    let values = chart.bars.iter().filter_map(|bar| bar.value).chain(levels);
    let scale = Scale::from_zero(values, chart.bounds, language).unwrap_or_else(Scale::blank);
    let left = axes::tick_room(&scale);
    let room = WIDTH - left - margin(language, chart);
    let right = left + room.min(svg::real(chart.bars.len().max(1)) * MOST_SLOT);
    Plot { left, right, top: TOP, bottom: TOP + PLOT_HEIGHT, slots: chart.bars.len(), scale }
}

/// The level that reaches the last bar, with its label.
fn level_at_end(language: &Language, chart: &BarChart) -> Option<(f64, String)> {
    let end = chart.bars.len().checked_sub(1)?;
    let level = chart.level.as_ref()?;
    let segment = level.segments.iter().find(|segment| segment.first <= end && segment.last >= end)?;
    Some((segment.value, levels::label(language, level, &segment.text)))
}

fn margin(language: &Language, chart: &BarChart) -> f64 {
    level_at_end(language, chart).map_or(8.0, |(_, text)| width(&text, AXIS_TEXT).min(170.0) + 12.0)
}

fn end_label(out: &mut String, language: &Language, chart: &BarChart, plot: &Plot) {
    if let Some((value, text)) = level_at_end(language, chart) {
        let text = svg::fit(&text, 170.0, AXIS_TEXT);
        Line { x: plot.right + 6.0, y: plot.y(value) + 4.0, size: AXIS_TEXT, class: "is-target", anchor: Anchor::Start, text: &text }
            .write(out);
    }
}

/// The classes of a bar.
pub(super) fn bar_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "chart-bar",
        Tone::Soft => "chart-bar is-soft",
        Tone::Status(Some(TargetStatus::Met)) => "chart-bar is-met",
        Tone::Status(Some(TargetStatus::Close)) => "chart-bar is-close",
        Tone::Status(Some(TargetStatus::Missed)) => "chart-bar is-missed",
        Tone::Status(None) => "chart-bar is-none",
    }
}

/// Writes one bar with its exact text.
pub(super) fn draw_bar(out: &mut String, bar: &Bar, shape: &plain::Rectangle) {
    let linked = svg::open_link(out, bar.href.as_deref(), r#" tabindex="-1""#);
    put!(
        out,
        r#"<rect class="{}" x="{}" y="{}" width="{}" height="{}"><title>{}: {}</title></rect>"#,
        bar_class(bar.tone),
        shape.x,
        shape.y,
        shape.width,
        shape.height,
        Esc(&bar.full_label),
        Esc(&bar.text)
    );
    if linked {
        out.push_str("</a>");
    }
}

fn draw_bars(out: &mut String, chart: &BarChart, plot: &Plot) {
    let finite = |bar: &Bar| bar.value.filter(|value| value.is_finite());
    let shares: Vec<Option<f64>> = chart.bars.iter().map(|bar| finite(bar).map(|value| plot.scale.share(value))).collect();
    let rectangles = plain::standing(&shares, plot.scale.share(0.0), (plot.right - plot.left, plot.bottom - plot.top));
    put!(out, r#"<g transform="translate({} {})">"#, svg::Px(plot.left), svg::Px(plot.top));
    for (bar, shape) in chart.bars.iter().zip(rectangles) {
        if let Some(shape) = shape {
            draw_bar(out, bar, &shape);
        }
    }
    out.push_str("</g>");
    let extents: Vec<(f64, f64)> =
        chart.bars.iter().enumerate().map(|(at, bar)| (plot.x(at), width(&bar.text, VALUE_TEXT) + 2.0)).collect();
    if place::cluster(&extents).len() == extents.len() {
        for (at, bar) in chart.bars.iter().enumerate() {
            let Some(value) = finite(bar) else { continue };
            let y = if value < 0.0 { plot.y(value) + 12.0 } else { plot.y(value) - 4.0 };
            Line { x: plot.x(at), y, size: VALUE_TEXT, class: "has-halo", anchor: Anchor::Middle, text: &bar.text }.write(out);
        }
    }
    if plot.scale.low < 0.0 {
        put!(
            out,
            r#"<path class="chart-axis" fill="none" stroke="currentColor" d="M{} {}H{}"/>"#,
            svg::Px(plot.left),
            svg::Px(plot.y(0.0)),
            svg::Px(plot.right)
        );
    }
}
