//! The sparkline: a line the size of a word, with its target, its limits as a band and its last value as a dot.

use super::plain;
use super::process::judgement_class;
use crate::render::svg::{self, Frame, Px, put, real};
use crate::site::chart::{Judgement, Sparkline};

const WIDTH: f64 = 120.0;
const HEIGHT: f64 = 28.0;
/// Room for the last dot and for the width of the line.
const MARGIN: f64 = 4.0;
const INNER: (f64, f64) = (WIDTH - 2.0 * MARGIN, HEIGHT - 2.0 * MARGIN);
/// More values than this are drawn every other (or third, …) one, the last always; a word has no room for more.
const MOST_VALUES: usize = 60;

/// Draws a sparkline.
#[must_use]
pub fn sparkline(spark: &Sparkline) -> String {
    let mut out = String::with_capacity(700);
    match &spark.title {
        Some((title, id_prefix)) => {
            Frame { class: "chart-spark", width: WIDTH, height: HEIGHT, id_prefix, title, description: "", links: false }.open(&mut out);
        }
        None => put!(&mut out, r#"<svg class="chart chart-spark" viewBox="0 0 {} {}" aria-hidden="true">"#, Px(WIDTH), Px(HEIGHT)),
    }
    draw(&mut out, spark);
    svg::close(&mut out);
    out
}

fn draw(out: &mut String, spark: &Sparkline) {
    let values = thinned(&spark.values);
    let limits = spark.limits.filter(|(lower, upper)| lower.is_finite() && upper.is_finite());
    let levels = limits.into_iter().flat_map(|(lower, upper)| [lower, upper]);
    let Some(range) = range(values.iter().copied().flatten().chain(spark.target).chain(levels)) else {
        return;
    };
    if let Some((lower, upper)) = limits {
        let (top, bottom) = (range.y(lower.max(upper)), range.y(lower.min(upper)));
        put!(
            out,
            r#"<rect class="chart-band" x="{}" y="{}" width="{}" height="{}" fill="currentColor" fill-opacity=".12"/>"#,
            Px(MARGIN),
            Px(top),
            Px(INNER.0),
            Px(bottom - top)
        );
    }
    if let Some(target) = spark.target.filter(|target| target.is_finite()) {
        put!(
            out,
            r#"<path class="chart-target" fill="none" stroke="currentColor" stroke-dasharray="3 2" d="M{} {}h{}"/>"#,
            Px(MARGIN),
            Px(range.y(target)),
            Px(INNER.0)
        );
    }
    let shares: Vec<Option<f64>> = values.iter().map(|value| value.map(|value| range.share(value))).collect();
    let path = plain::line(&shares, INNER);
    if !path.is_empty() {
        put!(
            out,
            r#"<path class="chart-spark-line" transform="translate({MARGIN} {MARGIN})" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round" d="{path}"/>"#
        );
    }
    last_value(out, &values, &range, spark.judgement);
}

fn last_value(out: &mut String, values: &[Option<f64>], range: &Range, judgement: Option<Judgement>) {
    let Some((at, value)) = values.iter().enumerate().rev().find_map(|(at, value)| value.map(|value| (at, value))) else {
        return;
    };
    let x = MARGIN + real(at) / real(values.len() - 1).max(1.0) * INNER.0;
    let class = judgement.map_or("", judgement_class);
    let space = if class.is_empty() { "" } else { " " };
    put!(out, r#"<circle class="chart-spark-end{space}{class}" cx="{}" cy="{}" r="3"/>"#, Px(x), Px(range.y(value)));
}

/// What the height of the picture stands for.
#[derive(Clone, Copy, Debug)]
struct Range {
    low: f64,
    high: f64,
}

impl Range {
    fn share(&self, value: f64) -> f64 {
        if self.high > self.low { (value - self.low) / (self.high - self.low) } else { 0.5 }
    }

    fn y(&self, value: f64) -> f64 {
        MARGIN + (1.0 - self.share(value)) * INNER.1
    }
}

/// At most as many values as have room, the last one among them; what is not finite counts as missing.
fn thinned(values: &[Option<f64>]) -> Vec<Option<f64>> {
    let every = values.len().div_ceil(MOST_VALUES).max(1);
    let mut kept: Vec<Option<f64>> = values.iter().rev().step_by(every).map(|value| value.filter(|value| value.is_finite())).collect();
    kept.reverse();
    kept
}

fn range(values: impl Iterator<Item = f64>) -> Option<Range> {
    let values = values.filter(|value| value.is_finite()).map(|value| value.clamp(-1e300, 1e300));
    values.fold(None, |range, value| {
        let known = range.unwrap_or(Range { low: value, high: value });
        Some(Range { low: known.low.min(value), high: known.high.max(value) })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wave(count: u32) -> Vec<Option<f64>> {
        (0..count).map(|n| Some(f64::from(n % 7) + f64::from(n) / 3.0)).collect()
    }

    #[test]
    fn three_years_of_months_stay_below_the_size_of_a_paragraph() {
        let spark = Sparkline {
            values: wave(36),
            target: Some(6.0),
            limits: Some((2.0, 12.0)),
            judgement: Some(Judgement::Improving),
            title: None,
        };
        let drawn = sparkline(&spark);
        assert!(drawn.len() < 1200, "{} bytes", drawn.len());
        assert!(drawn.contains("aria-hidden"));
    }

    #[test]
    fn daily_values_are_thinned_and_keep_the_last() {
        let mut values = wave(400);
        values.push(Some(0.0));
        let drawn = sparkline(&Sparkline { values, ..Sparkline::default() });
        assert!(drawn.len() < 1200, "{} bytes", drawn.len());
        assert!(drawn.contains(r#"cx="116" cy="24""#), "{drawn}");
    }

    #[test]
    fn a_flat_line_lies_in_the_middle() {
        let drawn = sparkline(&Sparkline { values: vec![Some(3.0); 5], ..Sparkline::default() });
        assert!(drawn.contains("M0 10L28 10"), "{drawn}");
    }

    #[test]
    fn nothing_to_show_is_an_empty_picture() {
        for values in [vec![], vec![None, None], vec![Some(f64::NAN)]] {
            let drawn = sparkline(&Sparkline { values, ..Sparkline::default() });
            assert!(drawn.ends_with(r#"aria-hidden="true"></svg>"#), "{drawn}");
        }
    }

    #[test]
    fn one_value_is_a_dot() {
        let drawn =
            sparkline(&Sparkline { values: vec![Some(3.0)], title: Some(("<x>".to_owned(), "p".to_owned())), ..Sparkline::default() });
        assert!(drawn.contains("<circle") && drawn.contains("&lt;x&gt;"), "{drawn}");
    }
}
