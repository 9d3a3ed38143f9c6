//! The exclusion waterfall: from the raw count, down by each exclusion, to the net count. Rows lie, so that names
//! have room;
//! counts are exact and lengths start at zero.

use crate::render::svg::{self, Anchor, Esc, Frame, Line, Px, fit, put, real, width};
use crate::site::chart::{Deduction, Total, Waterfall};

const WIDTH: f64 = 720.0;
const ROW: f64 = 28.0;
const BAR: f64 = 16.0;
const TEXT: f64 = 12.0;

/// Draws a waterfall.
#[must_use]
pub fn waterfall(picture: &Waterfall) -> String {
    let rows = lay_out(picture);
    let last = picture.deductions.len() + 1;
    let bottom = real(last + 1) * ROW + 2.0;
    let mut out = String::with_capacity(1024 + picture.deductions.len() * 420);
    Frame {
        class: "chart-waterfall",
        width: WIDTH,
        height: bottom + 2.0,
        id_prefix: &picture.id_prefix,
        title: &picture.title,
        description: &picture.description,
        links: picture.deductions.iter().any(|deduction| deduction.href.is_some()),
    }
    .open(&mut out);
    rows.total(&mut out, &picture.raw, 0, "is-raw");
    let mut left = finite(picture.raw.value);
    for (at, deduction) in picture.deductions.iter().enumerate() {
        rows.connector(&mut out, left, at);
        let after = left - finite(deduction.value);
        rows.deduction(&mut out, deduction, at + 1, (left, after));
        left = after;
    }
    rows.connector(&mut out, left, last - 1);
    rows.total(&mut out, &picture.net, last, "is-net");
    put!(&mut out, r#"<path class="chart-axis" fill="none" stroke="currentColor" d="M{} 2V{}"/>"#, Px(rows.names), Px(bottom));
    svg::close(&mut out);
    out
}

fn lay_out(picture: &Waterfall) -> Rows {
    let totals = [&picture.raw, &picture.net];
    let names = picture.deductions.iter().map(|deduction| &deduction.label).chain(totals.map(|total| &total.label));
    let names = names.map(|name| width(name, TEXT)).fold(60.0, f64::max).min(250.0) + 14.0;
    let values = picture.deductions.iter().map(value_text).chain(totals.map(|total| total.text.clone()));
    let values = values.map(|value| width(&value, TEXT)).fold(40.0, f64::max).min(170.0) + 12.0;
    let most = running(picture).chain(totals.map(|total| finite(total.value))).fold(0.0, f64::max);
    Rows { names, bars: WIDTH - names - values, most: if most > 0.0 { most } else { 1.0 } }
}

/// What is left after each exclusion.
fn running(picture: &Waterfall) -> impl Iterator<Item = f64> {
    picture.deductions.iter().scan(finite(picture.raw.value), |left, deduction| {
        *left -= finite(deduction.value);
        Some(*left)
    })
}

fn finite(value: f64) -> f64 {
    if value.is_finite() { value } else { 0.0 }
}

/// A deduction as written beside its bar: with a sign and its share.
fn value_text(deduction: &Deduction) -> String {
    let sign = if deduction.value < 0.0 { '+' } else { '\u{2212}' };
    let share = if deduction.share.is_empty() { String::new() } else { format!(" ({})", deduction.share) };
    format!("{sign}{}{share}", deduction.text)
}

/// Where rows and bars lie.
struct Rows {
    names: f64,
    bars: f64,
    most: f64,
}

impl Rows {
    fn x(&self, value: f64) -> f64 {
        self.names + (value / self.most).clamp(0.0, 1.0) * self.bars
    }

    fn top(row: usize) -> f64 {
        2.0 + real(row) * ROW + (ROW - BAR) / 2.0
    }

    fn total(&self, out: &mut String, total: &Total, row: usize, class: &str) {
        let top = Self::top(row);
        let end = self.x(finite(total.value));
        Line {
            x: self.names - 8.0,
            y: top + 12.0,
            size: TEXT,
            class: "is-strong",
            anchor: Anchor::End,
            text: &fit(&total.label, self.names - 12.0, TEXT),
        }
        .write(out);
        put!(
            out,
            r#"<rect class="chart-bar {class}" x="{}" y="{}" width="{}" height="{BAR}"><title>{}: {}</title></rect>"#,
            Px(self.names),
            Px(top),
            Px(end - self.names),
            Esc(&total.label),
            Esc(&total.text)
        );
        Line { x: end + 7.0, y: top + 12.0, size: TEXT, class: "is-strong", anchor: Anchor::Start, text: &total.text }.write(out);
    }

    fn deduction(&self, out: &mut String, deduction: &Deduction, row: usize, (before, after): (f64, f64)) {
        let top = Self::top(row);
        let (from, to) = (self.x(before.min(after)), self.x(before.max(after)));
        let text = value_text(deduction);
        let linked = svg::open_link(out, deduction.href.as_deref(), "");
        Line {
            x: self.names - 8.0,
            y: top + 12.0,
            size: TEXT,
            class: "",
            anchor: Anchor::End,
            text: &fit(&deduction.label, self.names - 12.0, TEXT),
        }
        .write(out);
        // An exclusion too small to see still shows as a hair.
        let wide = (to - from).max(1.0);
        put!(
            out,
            r#"<rect class="chart-bar is-removed" x="{}" y="{}" width="{}" height="{BAR}"><title>{}: {}</title></rect>"#,
            Px((to - wide).max(self.names)),
            Px(top),
            Px(wide),
            Esc(&deduction.label),
            Esc(&text)
        );
        if linked {
            out.push_str("</a>");
        }
        Line { x: to + 7.0, y: top + 12.0, size: TEXT, class: "", anchor: Anchor::Start, text: &text }.write(out);
    }

    /// Draws the thread from one row to the next, at what is left.
    fn connector(&self, out: &mut String, left: f64, row: usize) {
        put!(
            out,
            r#"<path class="chart-connector" fill="none" stroke="currentColor" stroke-width="1" d="M{} {}v{}"/>"#,
            Px(self.x(left)),
            Px(Self::top(row) + BAR),
            Px(ROW - BAR)
        );
    }
}
