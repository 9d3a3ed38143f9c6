//! One value on its scale, small enough for a table cell: a bar against a target, or a mark between its bounds.
//!
//! Status is told by shape as well: the target is a tall stroke, the value a bar or a diamond, the bounds a bracket.

use super::bars::bar_class;
use super::place::spread;
use crate::render::svg::{self, Anchor, Frame, Line, Px, fit, put, width};
use crate::site::chart::{Bullet, BulletForm, Tone};

const WIDTH: f64 = 240.0;
const HEIGHT: f64 = 28.0;
const LABELS: f64 = 18.0;
const MARGIN: f64 = 8.0;
const MIDDLE: f64 = HEIGHT / 2.0;
const TEXT: f64 = 11.0;

/// Draws one value on its scale.
#[must_use]
pub fn bullet(bullet: &Bullet) -> String {
    let class = match bullet.form {
        BulletForm::Bar => "chart-bullet",
        BulletForm::Mark => "chart-interval",
    };
    let height = if bullet.labelled { HEIGHT + LABELS } else { HEIGHT };
    let mut out = String::with_capacity(900);
    Frame {
        class,
        width: WIDTH,
        height,
        id_prefix: &bullet.id_prefix,
        title: &bullet.title,
        description: &bullet.description,
        links: false,
    }
    .open(&mut out);
    put!(
        &mut out,
        r#"<rect class="chart-track" x="{MARGIN}" y="{}" width="{}" height="12" fill="none"/>"#,
        Px(MIDDLE - 6.0),
        Px(WIDTH - 2.0 * MARGIN)
    );
    bounds(&mut out, bullet);
    value(&mut out, bullet);
    if let Some(x) = bullet.target.as_ref().and_then(|(target, _)| place(bullet, *target)) {
        put!(
            &mut out,
            r#"<path class="chart-target" fill="none" stroke="currentColor" stroke-width="2.5" d="M{} {}v20"/>"#,
            Px(x),
            Px(MIDDLE - 10.0)
        );
    }
    if bullet.labelled {
        labels(&mut out, bullet);
    }
    svg::close(&mut out);
    out
}

/// Where a value lies along the picture; values beyond the scale lie at its end.
fn place(bullet: &Bullet, value: f64) -> Option<f64> {
    let span = bullet.to - bullet.from;
    let share = (value - bullet.from) / span;
    (share.is_finite() && span != 0.0).then(|| MARGIN + share.clamp(0.0, 1.0) * (WIDTH - 2.0 * MARGIN))
}

fn bounds(out: &mut String, bullet: &Bullet) {
    let Some([lower, upper]) = &bullet.bounds else {
        return;
    };
    let (Some(from), Some(to)) = (place(bullet, lower.0), place(bullet, upper.0)) else {
        return;
    };
    let (from, to) = (from.min(to), from.max(to));
    put!(out, r#"<rect class="chart-range" x="{}" y="{}" width="{}" height="12" fill="none"/>"#, Px(from), Px(MIDDLE - 6.0), Px(to - from));
    put!(
        out,
        r#"<path class="chart-whisker" fill="none" stroke="currentColor" stroke-width="1.5" d="M{} {y}h-3v12h3M{} {y}h3v12h-3"/>"#,
        Px(from + 3.0),
        Px(to - 3.0),
        y = Px(MIDDLE - 6.0)
    );
}

fn value(out: &mut String, bullet: &Bullet) {
    let Some(x) = bullet.value.and_then(|value| place(bullet, value)) else {
        return;
    };
    let status = bar_class(Tone::Status(bullet.status)).trim_start_matches("chart-bar");
    match bullet.form {
        BulletForm::Bar => {
            put!(out, r#"<rect class="chart-bar{status}" x="{MARGIN}" y="{}" width="{}" height="6"/>"#, Px(MIDDLE - 3.0), Px(x - MARGIN));
        }
        BulletForm::Mark => put!(out, r#"<path class="chart-marker{status}" d="M{} {}l6 7l-6 7l-6 -7Z"/>"#, Px(x), Px(MIDDLE - 7.0)),
    }
}

/// Writes bounds and value below the scale, apart from each other.
fn labels(out: &mut String, bullet: &Bullet) {
    let lower_upper = bullet.bounds.iter().flatten().map(|(value, text)| (*value, text, "is-muted"));
    let value = bullet.value.map(|value| (value, &bullet.text, "is-strong"));
    let mut labels: Vec<(f64, &String, &str)> =
        lower_upper.chain(value).filter_map(|(value, text, class)| place(bullet, value).map(|x| (x, text, class))).collect();
    labels.sort_by(|a, b| a.0.total_cmp(&b.0));
    // Strong text is wider than the estimate, which is of ordinary text.
    let widest = labels.iter().map(|(_, text, _)| 1.2 * width(text, TEXT)).fold(0.0, f64::max).min(WIDTH / 3.2);
    let wishes: Vec<f64> = labels.iter().map(|(x, ..)| *x).collect();
    for ((_, text, class), x) in labels.iter().zip(spread(&wishes, widest + 6.0, widest / 2.0, WIDTH - widest / 2.0)) {
        Line { x, y: HEIGHT + 10.0, size: TEXT, class, anchor: Anchor::Middle, text: &fit(text, WIDTH / 3.2, TEXT) }.write(out);
    }
}
