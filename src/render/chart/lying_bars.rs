//! Lying bars: long names on the left, exact values on the right, measured from zero.

use super::axes;
use super::bars::draw_bar;
use super::levels;
use super::plain;
use super::scale::Scale;
use crate::language::Language;
use crate::render::svg::{self, Anchor, Esc, Frame, Line, Px, fit, put, real, width};
use crate::site::chart::{Bar, BarChart, StepLine};

const WIDTH: f64 = 640.0;
const ROW: f64 = 24.0;
const TEXT: f64 = 12.0;

/// Draws lying bars, the first at the top. A level of the chart is drawn across all rows, at its last value.
#[must_use]
pub fn lying_bars(language: &Language, chart: &BarChart) -> String {
    let level = chart.level.as_ref().and_then(|level| last_level(language, level));
    let rows = lay_out(language, chart, level.as_ref());
    let mut out = String::with_capacity(1024 + chart.bars.len() * 360);
    Frame {
        class: "chart-hbars",
        width: WIDTH,
        height: rows.bottom() + 6.0,
        id_prefix: &chart.id_prefix,
        title: &chart.title,
        description: &chart.description,
        links: chart.bars.iter().any(|bar| bar.href.is_some()),
    }
    .open(&mut out);
    axes::write_head(&mut out, &chart.y_label, WIDTH);
    let finite = |bar: &Bar| bar.value.filter(|value| value.is_finite());
    let shares: Vec<Option<f64>> = chart.bars.iter().map(|bar| finite(bar).map(|value| rows.scale.share(value))).collect();
    let rectangles = plain::lying(&shares, rows.scale.share(0.0), (rows.width, rows.bottom() - rows.top));
    put!(&mut out, r#"<g transform="translate({} {})">"#, Px(rows.left), Px(rows.top));
    for (bar, rectangle) in chart.bars.iter().zip(&rectangles) {
        if let Some(rectangle) = rectangle {
            draw_bar(&mut out, bar, rectangle);
        }
    }
    out.push_str("</g>");
    put!(
        &mut out,
        r#"<path class="chart-axis" fill="none" stroke="currentColor" d="M{} {}V{}"/>"#,
        Px(rows.x(0.0)),
        Px(rows.top),
        Px(rows.bottom())
    );
    if let Some((value, text)) = &level {
        draw_level(&mut out, &rows, *value, text);
    }
    for (at, (bar, rectangle)) in chart.bars.iter().zip(&rectangles).enumerate() {
        texts(&mut out, bar, rectangle.as_ref(), (rows.left, rows.top + (real(at) + 0.5) * ROW + 4.0));
    }
    svg::close(&mut out);
    out
}

/// Where bars lie.
struct Rows {
    left: f64,
    top: f64,
    width: f64,
    count: usize,
    scale: Scale,
}

impl Rows {
    fn bottom(&self) -> f64 {
        self.top + real(self.count) * ROW
    }

    fn x(&self, value: f64) -> f64 {
        self.left + self.scale.share(value) * self.width
    }
}

fn lay_out(language: &Language, chart: &BarChart, level: Option<&(f64, String)>) -> Rows {
    let names = chart.bars.iter().map(|bar| width(&bar.label, TEXT)).fold(40.0, f64::max).min(220.0) + 10.0;
    let values = chart.bars.iter().map(|bar| width(&bar.text, TEXT)).fold(20.0, f64::max).min(120.0) + 10.0;
    let shown = chart.bars.iter().filter_map(|bar| bar.value).chain(level.map(|(value, _)| *value));
    Rows {
        left: names,
        top: if chart.y_label.is_empty() && level.is_none() { 4.0 } else { 24.0 },
        width: WIDTH - names - values,
        count: chart.bars.len(),
        scale: Scale::from_zero(shown, chart.bounds, language).unwrap_or_else(Scale::blank),
    }
}

fn draw_level(out: &mut String, rows: &Rows, value: f64, text: &str) {
    let x = rows.x(value);
    put!(
        out,
        r#"<path class="chart-target" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="6 3" d="M{} {}V{}"/>"#,
        Px(x),
        Px(rows.top - 4.0),
        Px(rows.bottom())
    );
    let half = width(text, TEXT) / 2.0;
    let x = x.min(WIDTH - half).max(half);
    Line { x, y: rows.top - 9.0, size: TEXT, class: "is-target has-halo", anchor: Anchor::Middle, text }.write(out);
}

fn last_level(language: &Language, level: &StepLine) -> Option<(f64, String)> {
    let segment = level.segments.iter().rfind(|segment| segment.value.is_finite())?;
    Some((segment.value, levels::label(language, level, &segment.text)))
}

/// Writes the name left of a bar and its value right of it.
fn texts(out: &mut String, bar: &Bar, shape: Option<&plain::Rectangle>, (left, y): (f64, f64)) {
    let name = fit(&bar.label, left - 10.0, TEXT);
    let linked = svg::open_link(out, bar.href.as_deref(), "");
    if linked && name != bar.label {
        put!(out, "<title>{}</title>", Esc(&bar.full_label));
    }
    Line { x: left - 8.0, y, size: TEXT, class: "", anchor: Anchor::End, text: &name }.write(out);
    if linked {
        out.push_str("</a>");
    }
    let end = shape.and_then(|shape| Some(shape.x.parse::<f64>().ok()? + shape.width.parse::<f64>().ok()?)).unwrap_or(0.0);
    let class = if shape.is_some() { "has-halo" } else { "is-muted" };
    Line { x: left + end + 6.0, y, size: TEXT, class, anchor: Anchor::Start, text: &bar.text }.write(out);
}
