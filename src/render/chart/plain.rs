//! Bars and plain lines, drawn by charts-rs.
//!
//! The crate lays out the marks; this file takes over their geometry and nothing else. Its labels, tooltips and
//! `data-` values are rounded to one
//! decimal and its colours are fixed, so axes, texts and classes are ours. Values are scaled to 0..=1 before they are
//! handed over, because the
//! crate calculates with `f32`. No other file names the crate.

use charts_rs::{BarChart, Box as Margin, HorizontalBarChart, LineChart, NIL_VALUE, Series};

/// A rectangle in the coordinates of its plot, as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rectangle {
    /// Left edge.
    pub(super) x: String,
    /// Upper edge.
    pub(super) y: String,
    /// Width.
    pub(super) width: String,
    /// Height.
    pub(super) height: String,
}

/// Lays out standing bars in a plot of the given size. Shares count from the lower edge (0) to the upper (1); `zero`
/// is where bars start.
/// Nothing for a missing value.
pub(super) fn standing(shares: &[Option<f64>], zero: f64, size: (f64, f64)) -> Vec<Option<Rectangle>> {
    let mut chart = BarChart::new(vec![series(shares, zero)], names(shares.len()));
    (chart.width, chart.height) = (single(size.0), single(size.1));
    chart.margin = Margin::default();
    chart.legend.show = Some(false);
    chart.x_axis.hidden = true;
    chart.y_axis_hidden = true;
    if let Some(axis) = chart.y_axis_configs.first_mut() {
        (axis.min, axis.max) = (Some(single(-zero)), Some(single(1.0 - zero)));
    }
    assign(shares, &chart.svg().unwrap_or_default())
}

/// Lays out lying bars in a plot of the given size, the first at the top. Shares count from the left (0) to the right
/// (1).
pub(super) fn lying(shares: &[Option<f64>], zero: f64, size: (f64, f64)) -> Vec<Option<Rectangle>> {
    // The crate stacks lying bars from the bottom up.
    let turned: Vec<Option<f64>> = shares.iter().rev().copied().collect();
    let mut chart = HorizontalBarChart::new(vec![series(&turned, zero)], names(shares.len()));
    (chart.width, chart.height) = (single(size.0), single(size.1));
    chart.margin = Margin::default();
    chart.legend.show = Some(false);
    chart.x_axis.hidden = true;
    chart.y_axis_hidden = true;
    if let Some(axis) = chart.y_axis_configs.first_mut() {
        (axis.min, axis.max) = (Some(single(-zero)), Some(single(1.0 - zero)));
    }
    let mut bars = assign(&turned, &chart.svg().unwrap_or_default());
    bars.reverse();
    bars
}

/// The path of a line over a plot of the given size, from edge to edge, with gaps where values are missing. Empty
/// when nothing can be drawn.
pub(super) fn line(shares: &[Option<f64>], size: (f64, f64)) -> String {
    let mut chart = LineChart::new(vec![series(shares, 0.0)], names(shares.len()));
    (chart.width, chart.height) = (single(size.0), single(size.1));
    chart.margin = Margin::default();
    chart.legend.show = Some(false);
    chart.x_axis.hidden = true;
    chart.x_axis.boundary_gap = Some(false);
    chart.y_axis_hidden = true;
    if let Some(axis) = chart.y_axis_configs.first_mut() {
        (axis.min, axis.max) = (Some(0.0), Some(1.0));
    }
    let svg = chart.svg().unwrap_or_default();
    let paths: Vec<&str> = svg.split("<path ").skip(1).filter_map(|element| attribute(element, "d")).collect();
    paths.join("").replace(" L ", "L").replace("M ", "M")
}

fn series(shares: &[Option<f64>], zero: f64) -> Series {
    Series::new("s".to_owned(), shares.iter().map(|share| share.map_or(NIL_VALUE, |share| single(share - zero))).collect())
}

fn names(count: usize) -> Vec<String> {
    vec![String::new(); count]
}

#[expect(clippy::cast_possible_truncation, reason = "shares and sizes are small; the crate draws in f32, to a tenth of a unit")]
fn single(value: f64) -> f32 {
    value as f32
}

/// Hands the bars that were drawn, in order, to the values that are there.
fn assign(shares: &[Option<f64>], svg: &str) -> Vec<Option<Rectangle>> {
    let mut drawn = svg.split("<rect ").skip(1).filter(|element| element.contains("data-value")).map(rectangle);
    shares.iter().map(|share| share.and_then(|_| drawn.next().flatten())).collect()
}

fn rectangle(element: &str) -> Option<Rectangle> {
    let [x, y, width, height] = ["x", "y", "width", "height"].map(|name| attribute(element, name).map(str::to_owned));
    Some(Rectangle { x: x?, y: y?, width: width?, height: height? })
}

/// The value of an attribute in the text of one element.
fn attribute<'a>(element: &'a str, name: &str) -> Option<&'a str> {
    let end = element.find('>').unwrap_or(element.len());
    let mut rest = &element[..end];
    while let Some(at) = rest.find(name) {
        let whole = at == 0 || rest[..at].ends_with(' ');
        let after = &rest[at + name.len()..];
        if let Some(value) = after.strip_prefix("=\"").filter(|_| whole) {
            return value.split('"').next();
        }
        rest = after;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edges(bar: &Rectangle) -> [f64; 4] {
        [&bar.x, &bar.y, &bar.width, &bar.height].map(|text| text.parse().expect("a number"))
    }

    #[test]
    fn standing_bars_reach_exactly_from_zero_to_their_value() {
        let bars = standing(&[Some(0.5), None, Some(1.0), Some(0.0)], 0.2, (400.0, 100.0));
        assert!(bars[1].is_none());
        let [x, y, width, height] = edges(bars[0].as_ref().expect("drawn"));
        assert!(x >= 0.0 && x + width <= 100.0, "{bars:?}");
        assert_eq!((y, height), (50.0, 30.0));
        let [x, y, _, height] = edges(bars[2].as_ref().expect("drawn"));
        assert!((200.0..300.0).contains(&x), "{bars:?}");
        assert_eq!((y, height), (0.0, 80.0));
        let [_, y, _, height] = edges(bars[3].as_ref().expect("drawn"));
        assert_eq!((y, height), (80.0, 20.0));
    }

    #[test]
    fn lying_bars_keep_their_order_from_the_top() {
        let bars = lying(&[Some(0.25), Some(1.0)], 0.0, (200.0, 60.0));
        let [x, y, width, _] = edges(bars[0].as_ref().expect("drawn"));
        assert_eq!((x, width), (0.0, 50.0));
        assert!(y < 30.0);
        let [x, y, width, _] = edges(bars[1].as_ref().expect("drawn"));
        assert_eq!((x, width), (0.0, 200.0));
        assert!(y >= 30.0);
    }

    #[test]
    fn a_line_runs_from_edge_to_edge_and_has_gaps() {
        assert_eq!(line(&[Some(0.0), Some(1.0), None, Some(0.5), Some(0.25)], (100.0, 20.0)), "M0 20L25 0M75 10L100 15");
    }

    #[test]
    fn nothing_is_drawn_for_no_values() {
        assert_eq!(line(&[], (100.0, 20.0)), "");
        assert_eq!(standing(&[None, None], 0.0, (10.0, 10.0)), [None, None]);
        assert!(lying(&[], 0.0, (10.0, 10.0)).is_empty());
    }
}
