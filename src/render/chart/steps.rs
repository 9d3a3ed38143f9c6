//! From one figure to another: both as firm lines across, what is added as bars that begin where the one before ended.
//!
//! The scale need not begin at zero, so that small items can be seen; figures are therefore marks and never bars.

use super::scale::Scale;
use crate::language::Language;
use crate::render::svg::{self, Anchor, Esc, Frame, Line, Px, put, real, width, wrap};
use crate::site::chart::{Bounds, Steps, StepsEnd, StepsItem};

const WIDTH: f64 = 760.0;
const NAMES: f64 = 250.0;
const ROW: f64 = 36.0;
const BAR: f64 = 16.0;
const TEXT: f64 = 12.0;
const TOP: f64 = 4.0;
const FOOT: f64 = 26.0;

/// Draws the way from one figure to another.
#[must_use]
pub(super) fn steps(language: &Language, picture: &Steps) -> String {
    let mut shown = vec![picture.from.value, picture.to.value];
    let mut at = picture.from.value;
    for step in &picture.steps {
        at += step.value;
        shown.push(at);
    }
    if let Some((reach, _)) = &picture.tolerance {
        shown.extend([picture.to.value - reach, picture.to.value + reach]);
    }
    let way = Way {
        scale: Scale::around(shown, Bounds::default(), language).unwrap_or_else(Scale::blank),
        bottom: TOP + real(picture.steps.len() + 2) * ROW,
    };
    let mut out = String::with_capacity(2048 + picture.steps.len() * 700);
    Frame {
        class: "chart-steps",
        width: WIDTH,
        height: way.bottom + FOOT,
        id_prefix: &picture.id_prefix,
        title: &picture.title,
        description: &picture.description,
        links: false,
    }
    .open(&mut out);
    way.tolerance(&mut out, picture);
    way.axis(&mut out);
    way.end(&mut out, &picture.from, 0, "is-from");
    let mut at = picture.from.value;
    for (row, step) in picture.steps.iter().enumerate() {
        way.step(&mut out, step, row + 1, at);
        at += step.value;
    }
    way.end(&mut out, &picture.to, picture.steps.len() + 1, "is-to");
    svg::close(&mut out);
    out
}

/// Where rows and values lie.
struct Way {
    scale: Scale,
    bottom: f64,
}

impl Way {
    fn x(&self, value: f64) -> f64 {
        NAMES + 10.0 + self.scale.share(value) * (WIDTH - NAMES - 20.0)
    }

    fn axis(&self, out: &mut String) {
        if self.scale.ticks.is_empty() {
            return;
        }
        out.push_str(r#"<path class="chart-grid" fill="none" stroke="currentColor" stroke-width="1" d=""#);
        for tick in &self.scale.ticks {
            put!(out, "M{} {}V{}", Px(self.x(tick.value)), Px(TOP), Px(self.bottom));
        }
        out.push_str(r#""/>"#);
        let widest = self.scale.ticks.iter().map(|tick| width(&tick.text, TEXT)).fold(0.0, f64::max) + 6.0;
        let apart = self.scale.ticks.windows(2).map(|pair| self.x(pair[1].value) - self.x(pair[0].value)).fold(f64::INFINITY, f64::min);
        let stride = [1, 2, 4].into_iter().find(|&stride| real(stride) * apart >= widest).unwrap_or(8);
        for tick in self.scale.ticks.iter().step_by(stride) {
            let half = width(&tick.text, TEXT) / 2.0;
            let x = self.x(tick.value).min(WIDTH - half);
            Line { x, y: self.bottom + 17.0, size: TEXT, class: "is-muted", anchor: Anchor::Middle, text: &tick.text }.write(out);
        }
    }

    /// Shades where the way may end for the rest to be within tolerance.
    fn tolerance(&self, out: &mut String, picture: &Steps) {
        let Some((reach, words)) = &picture.tolerance else {
            return;
        };
        let (from, to) = (self.x(picture.to.value - reach), self.x(picture.to.value + reach));
        put!(
            out,
            r#"<rect class="chart-band" fill-opacity="0.14" x="{}" y="{}" width="{}" height="{}"><title>{}</title></rect>"#,
            Px(from),
            Px(TOP),
            Px((to - from).max(1.0)),
            Px(self.bottom - TOP),
            Esc(words)
        );
    }

    fn name(out: &mut String, label: &str, row: usize, class: &str) {
        let lines = wrap(label, NAMES - 14.0, TEXT, 2);
        let first = TOP + real(row) * ROW + ROW / 2.0 + 4.0 - (real(lines.len()) - 1.0) * 7.0;
        for (at, line) in lines.iter().enumerate() {
            Line { x: NAMES - 8.0, y: first + real(at) * 14.0, size: TEXT, class, anchor: Anchor::End, text: line }.write(out);
        }
    }

    /// Writes a figure beside what it belongs to, on the side where there is room.
    fn figure(out: &mut String, text: &str, (from, to): (f64, f64), row: usize, class: &str) {
        let y = TOP + real(row) * ROW + ROW / 2.0 + 4.0;
        let (x, anchor) = if to + 8.0 + width(text, TEXT) < WIDTH { (to + 8.0, Anchor::Start) } else { (from - 8.0, Anchor::End) };
        Line { x, y, size: TEXT, class, anchor, text }.write(out);
    }

    fn end(&self, out: &mut String, end: &StepsEnd, row: usize, class: &str) {
        Self::name(out, &end.label, row, "is-strong");
        let (x, top) = (self.x(end.value), TOP + real(row) * ROW + 5.0);
        put!(
            out,
            r#"<path class="chart-end {class}" fill="none" stroke="currentColor" stroke-width="4" d="M{} {}v{}"><title>{}: {}</title></path>"#,
            Px(x),
            Px(top),
            Px(ROW - 10.0),
            Esc(&end.label),
            Esc(&end.text)
        );
        Self::figure(out, &end.text, (x - 2.0, x + 2.0), row, "is-strong has-halo");
    }

    fn step(&self, out: &mut String, step: &StepsItem, row: usize, before: f64) {
        Self::name(out, &step.label, row, "");
        let (first, last) = (self.x(before), self.x(before + step.value));
        let (from, to) = (first.min(last), first.max(last));
        let top = TOP + real(row) * ROW + (ROW - BAR) / 2.0;
        put!(
            out,
            r#"<path class="chart-connector" fill="none" stroke="currentColor" stroke-width="1" d="M{} {}V{}M{} {}V{}"/>"#,
            Px(first),
            Px(top - (ROW - BAR) / 2.0 - 4.0),
            Px(top),
            Px(last),
            Px(top + BAR),
            Px(top + ROW - 5.0)
        );
        let class = if step.unexplained { "is-unexplained" } else { "is-explained" };
        put!(
            out,
            r#"<rect class="chart-bar {class}" x="{}" y="{}" width="{}" height="{BAR}"><title>{}: {}</title></rect>"#,
            Px(from),
            Px(top),
            Px((to - from).max(1.0)),
            Esc(&step.label),
            Esc(&step.text)
        );
        Self::figure(out, &step.text, (from, to), row, "has-halo");
    }
}
