//! The data line and its points.

use super::shapes;
use crate::language::Language;
use crate::render::chart::levels::Occupied;
use crate::render::chart::plot::Plot;
use crate::render::svg::{self, Esc, Px, put};
use crate::site::chart::{ProcessChart, ProcessPoint, signal_words};

/// Draws the line through the values, broken where a value is missing and where the series breaks.
pub(super) fn line(out: &mut String, chart: &ProcessChart, plot: &Plot) {
    let mut path = String::with_capacity(chart.points.len() * 12);
    let mut pen_down = false;
    for (at, point) in chart.points.iter().enumerate() {
        let Some(value) = finite(point) else {
            pen_down = false;
            continue;
        };
        if chart.breaks.iter().any(|cut| cut.before == at) {
            pen_down = false;
        }
        put!(&mut path, "{}{} {}", if pen_down { 'L' } else { 'M' }, Px(plot.x(at)), Px(plot.y(value)));
        pen_down = true;
    }
    if !path.is_empty() {
        put!(
            out,
            r#"<path class="chart-line" fill="none" stroke="currentColor" stroke-width="{}" stroke-linejoin="round" d="{path}"/>"#,
            if plot.slot() < 6.0 { "1.2" } else { "1.8" }
        );
    }
}

/// The heights that line and points occupy in each slot: from the value half-way to its neighbours, and a mark's size
/// around it.
pub(super) fn occupied(chart: &ProcessChart, plot: &Plot) -> Occupied {
    let height = |at: usize| chart.points.get(at).and_then(finite).map(|value| plot.y(value));
    (0..chart.points.len())
        .map(|at| {
            let own = height(at)?;
            let before = at.checked_sub(1).and_then(height).map_or(own, |other| f64::midpoint(own, other));
            let after = height(at + 1).map_or(own, |other| f64::midpoint(own, other));
            let low = own.min(before).min(after) - 5.0;
            Some((low, own.max(before).max(after) + 5.0))
        })
        .collect()
}

/// Draws the points: small circles, and above them the marks of special causes. Where periods are too close for
/// circles the
/// line alone shows them, save for those that stand alone.
pub(super) fn points(out: &mut String, language: &Language, chart: &ProcessChart, plot: &Plot) {
    let slot = plot.slot();
    let radius = if slot >= 12.0 { 3.2 } else { (slot * 0.27).clamp(1.4, 3.2) };
    for (at, point) in chart.points.iter().enumerate() {
        let Some(value) = finite(point).filter(|_| point.signal.is_none()) else {
            continue;
        };
        if slot >= 5.0 || point.provisional || stands_alone(chart, at) {
            circle(out, language, point, (plot.x(at), plot.y(value)), radius);
        }
    }
    let radius = if slot >= 13.0 { 7.0 } else { (slot * 0.5).clamp(2.6, 6.0) };
    let mut last_letter = f64::NEG_INFINITY;
    for (at, point) in chart.points.iter().enumerate() {
        let (Some(value), Some(signal)) = (finite(point), point.signal) else {
            continue;
        };
        // Where marks crowd, one in a while is large enough for its letter.
        let x = plot.x(at);
        let radius = if radius < 6.0 && x - last_letter >= 22.0 { 6.5 } else { radius };
        if radius >= 6.0 {
            last_letter = x;
        }
        let linked = svg::open_link(out, point.href.as_deref(), r#" tabindex="-1""#);
        let place = (x, plot.y(value));
        shapes::signal(out, signal, point.provisional, place, radius, &words(language, point));
        close_link(out, linked);
    }
}

/// Claims that no line reaches a point.
fn stands_alone(chart: &ProcessChart, at: usize) -> bool {
    let has_value = |at: usize| chart.points.get(at).is_some_and(|point| finite(point).is_some());
    !at.checked_sub(1).is_some_and(has_value) && !has_value(at + 1)
}

fn circle(out: &mut String, language: &Language, point: &ProcessPoint, (x, y): (f64, f64), radius: f64) {
    let linked = svg::open_link(out, point.href.as_deref(), r#" tabindex="-1""#);
    let class = if point.provisional { "chart-point is-provisional" } else { "chart-point" };
    put!(
        out,
        r#"<circle class="{class}" cx="{}" cy="{}" r="{}"><title>{}</title></circle>"#,
        Px(x),
        Px(y),
        Px(radius),
        Esc(&words(language, point))
    );
    close_link(out, linked);
}

fn finite(point: &ProcessPoint) -> Option<f64> {
    point.value.filter(|value| value.is_finite())
}

fn close_link(out: &mut String, linked: bool) {
    if linked {
        out.push_str("</a>");
    }
}

/// Everything there is to say about a point, in one line.
fn words(language: &Language, point: &ProcessPoint) -> String {
    let mut words = format!("{}: {}", point.full_label, point.text);
    if let Some(signal) = point.signal {
        put!(&mut words, " – {}, {}", signal_words(language, signal), signal.judgement.words(language));
    }
    if point.provisional {
        put!(&mut words, " – {}", language.say("charts-provisional"));
    }
    for note in &point.notes {
        put!(&mut words, " – {note}");
    }
    words
}
