//! Differences on one line: a mark for each, a whisker for its interval, and a firm line at zero.

use super::scale::Scale;
use crate::language::Language;
use crate::render::svg::{self, Anchor, Esc, Frame, Line, Px, fit, put, real, width};
use crate::site::chart::{Bounds, Difference, Differences};

const WIDTH: f64 = 760.0;
const ROW: f64 = 44.0;
const TOP: f64 = 26.0;
const FOOT: f64 = 26.0;
const TEXT: f64 = 12.0;
/// How much wider a strong word may come out than a plain one, its margin included.
const STRONG: f64 = 1.15;

/// Draws differences.
#[must_use]
pub(super) fn differences(language: &Language, picture: &Differences) -> String {
    let ends = picture.rows.iter().flat_map(|row| {
        let (low, high) = row.interval.unwrap_or((row.value, row.value));
        [row.value, low, high]
    });
    let scale = Scale::around(ends.chain([0.0]), Bounds::default(), language).unwrap_or_else(Scale::blank);
    let bottom = TOP + real(picture.rows.len()) * ROW;
    let mut out = String::with_capacity(1024 + picture.rows.len() * 700);
    Frame {
        class: "chart-differences",
        width: WIDTH,
        height: bottom + FOOT,
        id_prefix: &picture.id_prefix,
        title: &picture.title,
        description: &picture.description,
        links: false,
    }
    .open(&mut out);
    let x = |value: f64| 8.0 + scale.share(value) * (WIDTH - 16.0);
    axis(&mut out, &scale, &x, bottom);
    zero(&mut out, &picture.zero, x(0.0), bottom);
    for (at, row) in picture.rows.iter().enumerate() {
        draw(&mut out, row, &x, TOP + real(at) * ROW);
    }
    svg::close(&mut out);
    out
}

fn axis(out: &mut String, scale: &Scale, x: &impl Fn(f64) -> f64, bottom: f64) {
    if scale.ticks.is_empty() {
        return;
    }
    out.push_str(r#"<path class="chart-grid" fill="none" stroke="currentColor" stroke-width="1" d=""#);
    for tick in &scale.ticks {
        put!(out, "M{} {}V{}", Px(x(tick.value)), Px(TOP), Px(bottom));
    }
    out.push_str(r#""/>"#);
    for tick in &scale.ticks {
        let half = width(&tick.text, TEXT) / 2.0;
        let x = x(tick.value).clamp(half, WIDTH - half);
        Line { x, y: bottom + 17.0, size: TEXT, class: "is-muted", anchor: Anchor::Middle, text: &tick.text }.write(out);
    }
}

fn zero(out: &mut String, words: &str, x: f64, bottom: f64) {
    put!(
        out,
        r#"<path class="chart-zero" fill="none" stroke="currentColor" stroke-width="1.5" d="M{} {}V{}"/>"#,
        Px(x),
        Px(TOP - 6.0),
        Px(bottom)
    );
    let half = width(words, TEXT) * STRONG / 2.0;
    let x = x.min(WIDTH - half).max(half);
    Line { x, y: TOP - 11.0, size: TEXT, class: "is-strong", anchor: Anchor::Middle, text: words }.write(out);
}

/// Where the middle of words so wide stands: over its mark, within the picture, and beside the line at zero where there is room.
fn clear_of(zero: f64, middle: f64, half: f64) -> f64 {
    let place = middle.clamp(half + 2.0, (WIDTH - half - 2.0).max(half + 2.0));
    if (place - zero).abs() >= half + 4.0 {
        return place;
    }
    let beside = if middle < zero { zero - half - 5.0 } else { zero + half + 5.0 };
    if beside - half >= 2.0 && beside + half <= WIDTH - 2.0 { beside } else { place }
}

/// Draws one row: its words above, whisker and mark below.
fn draw(out: &mut String, row: &Difference, x: &impl Fn(f64) -> f64, top: f64) {
    let words = if row.label.is_empty() { row.text.clone() } else { format!("{}: {}", row.label, row.text) };
    let words = fit(&words, WIDTH - 16.0, TEXT);
    let middle = x(row.value);
    let half = width(&words, TEXT) / 2.0;
    let place = clear_of(x(0.0), middle, half);
    Line { x: place, y: top + 15.0, size: TEXT, class: "has-halo", anchor: Anchor::Middle, text: &words }.write(out);
    let y = top + 29.0;
    put!(out, "<g><title>{}: {}</title>", Esc(&row.label), Esc(&row.text));
    if let Some((low, high)) = row.interval {
        let (low, high) = (x(low), x(high));
        put!(
            out,
            r#"<path class="chart-whisker" fill="none" stroke="currentColor" d="M{} {}H{}M{} {}v10M{} {}v10"/>"#,
            Px(low),
            Px(y),
            Px(high),
            Px(low),
            Px(y - 5.0),
            Px(high),
            Px(y - 5.0)
        );
    }
    put!(out, r#"<path class="chart-marker" fill="currentColor" d="M{} {}l6 6l-6 6l-6 -6Z"/></g>"#, Px(middle), Px(y - 6.0));
}
