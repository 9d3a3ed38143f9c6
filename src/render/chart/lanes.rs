//! Boxes in lanes with arrows from causes up to effects: the strategy map, the tree of drivers.
//!
//! Every box shows its name, how it stands and a mark that reads without colour; the list beside the picture is its twin.

use crate::render::svg::{self, Anchor, Esc, Frame, Line, Px, fit, put, real, width, wrap};
use crate::site::chart::{LaneBox, Lanes};
use crate::stats::TargetStatus;

const WIDTH: f64 = 960.0;
const BOX_HEIGHT: f64 = 66.0;
const LEAST_BOX: f64 = 148.0;
const MOST_BOX: f64 = 210.0;
const GAP: f64 = 16.0;
/// Room between two rows, in which arrows run.
const RISE: f64 = 40.0;
const LANE_PADDING: f64 = 16.0;
const LABEL: f64 = 12.5;
const SMALL: f64 = 11.0;

/// Where a box lies.
#[derive(Clone, Copy, Debug)]
struct Place {
    x: f64,
    y: f64,
    width: f64,
}

/// Where a lane lies.
struct Band<'a> {
    label: &'a str,
    top: f64,
    height: f64,
}

/// Draws the map.
#[must_use]
pub fn lanes(map: &Lanes) -> String {
    let names = map.lanes.iter().map(|lane| width(&lane.label, SMALL) * 1.1).fold(0.0, f64::max);
    let left = if names > 0.0 { names + 20.0 } else { 0.0 };
    let (bands, places, height) = lay_out(map, left);
    let boxes: Vec<&LaneBox> = map.lanes.iter().flat_map(|lane| &lane.boxes).collect();
    let links = boxes.iter().any(|cell| cell.href.is_some());
    let mut out = String::with_capacity(1024 + boxes.len() * 700);
    Frame {
        class: "chart-lanes",
        width: WIDTH,
        height,
        id_prefix: &map.id_prefix,
        title: &map.title,
        description: &map.description,
        links,
    }
    .open(&mut out);
    for (number, band) in bands.iter().enumerate() {
        if number % 2 == 0 {
            put!(&mut out, r#"<rect class="chart-lane" x="0" y="{}" width="{}" height="{}"/>"#, Px(band.top), Px(WIDTH), Px(band.height));
        }
        let y = band.top + band.height / 2.0 + 4.0;
        Line { x: 10.0, y, size: SMALL, class: "is-muted is-strong", anchor: Anchor::Start, text: band.label }.write(&mut out);
    }
    arrows(&mut out, map, &places);
    for (cell, place) in boxes.iter().zip(&places) {
        draw(&mut out, cell, *place);
    }
    svg::close(&mut out);
    out
}

/// Puts every box in its place; a lane with more boxes than fit beside each other has several rows.
fn lay_out(map: &Lanes, left: f64) -> (Vec<Band<'_>>, Vec<Place>, f64) {
    let room = WIDTH - left - 10.0;
    let mut bands = Vec::new();
    let mut places = Vec::new();
    let mut top = 0.0;
    for lane in &map.lanes {
        let fit = fitting(room);
        let rows = lane.boxes.len().div_ceil(fit).max(1);
        let in_row = lane.boxes.len().div_ceil(rows).max(1);
        let wide = ((room + GAP) / real(in_row) - GAP).min(MOST_BOX);
        let height = real(rows) * BOX_HEIGHT + real(rows - 1) * RISE + 2.0 * LANE_PADDING;
        for (number, _) in lane.boxes.iter().enumerate() {
            let (row, column) = (number / in_row, number % in_row);
            let count = in_row.min(lane.boxes.len() - row * in_row);
            let used = real(count) * wide + real(count - 1) * GAP;
            let x = left + (room - used) / 2.0 + real(column) * (wide + GAP);
            places.push(Place { x, y: top + LANE_PADDING + real(row) * (BOX_HEIGHT + RISE), width: wide });
        }
        bands.push(Band { label: &lane.label, top, height });
        top += height;
    }
    (bands, places, top)
}

/// How many boxes of the least width fit beside each other.
fn fitting(room: f64) -> usize {
    (1..=20).rev().find(|count: &usize| real(*count) * (LEAST_BOX + GAP) - GAP <= room).unwrap_or(1)
}

/// Draws all arrows; each leaves the upper edge of its cause and reaches the lower edge of its effect.
fn arrows(out: &mut String, map: &Lanes, places: &[Place]) {
    let mut lines = String::new();
    let mut heads = String::new();
    for (number, (from, to)) in map.edges.iter().enumerate() {
        let (Some(cause), Some(effect)) = (places.get(*from), places.get(*to)) else { continue };
        let leaving = map.edges.iter().filter(|(other, _)| other == from).count();
        let reaching = map.edges.iter().filter(|(_, other)| other == to).count();
        let out_rank = map.edges[..number].iter().filter(|(other, _)| other == from).count();
        let in_rank = map.edges[..number].iter().filter(|(_, other)| other == to).count();
        let (x0, x1) = (port(cause, out_rank, leaving), port(effect, in_rank, reaching));
        if effect.y < cause.y {
            let (y0, y1) = (cause.y, effect.y + BOX_HEIGHT);
            let bend = ((y0 - y1) / 2.0).min(60.0);
            put!(
                &mut lines,
                "M{} {}C{} {} {} {} {} {}",
                Px(x0),
                Px(y0),
                Px(x0),
                Px(y0 - bend),
                Px(x1),
                Px(y1 + bend),
                Px(x1),
                Px(y1 + 7.0)
            );
            put!(&mut heads, "M{} {}l4.5 8h-9z", Px(x1), Px(y1));
        } else {
            let bend = RISE * 0.7;
            let (y0, y1) = (cause.y, effect.y);
            put!(
                &mut lines,
                "M{} {}C{} {} {} {} {} {}",
                Px(x0),
                Px(y0),
                Px(x0),
                Px(y0 - bend),
                Px(x1),
                Px(y1 - bend),
                Px(x1),
                Px(y1 - 7.0)
            );
            put!(&mut heads, "M{} {}l4.5 -8h-9z", Px(x1), Px(y1));
        }
    }
    if !lines.is_empty() {
        put!(
            out,
            r#"<path class="chart-edge" fill="none" stroke="currentColor" stroke-width="1.2" d="{lines}"/><path class="chart-arrow" fill="currentColor" d="{heads}"/>"#
        );
    }
}

/// The place of one of several arrows on the edge of a box.
fn port(place: &Place, rank: usize, count: usize) -> f64 {
    place.x + place.width * (real(rank) + 1.0) / (real(count) + 1.0)
}

fn draw(out: &mut String, cell: &LaneBox, place: Place) {
    let class = cell.mark.map_or("", status_class);
    let attributes = format!(r#" class="chart-lane-box {class}""#);
    let linked = svg::open_link(out, cell.href.as_deref(), &attributes);
    if !linked {
        put!(out, "<g{attributes}>");
    }
    put!(out, "<title>{}{}{}</title>", Esc(&cell.label), if cell.note.is_empty() { "" } else { ": " }, Esc(&cell.note));
    put!(out, r#"<rect x="{}" y="{}" width="{}" height="{}" rx="4"/>"#, Px(place.x), Px(place.y), Px(place.width), Px(BOX_HEIGHT));
    let room = place.width - 18.0;
    let lines = wrap(&cell.label, room, LABEL * 1.04, 2);
    let mut base = place.y + if lines.len() > 1 { 20.0 } else { 27.0 };
    for line in &lines {
        Line { x: place.x + 9.0, y: base, size: LABEL, class: "is-strong", anchor: Anchor::Start, text: line }.write(out);
        base += 15.0;
    }
    let mut x = place.x + 9.0;
    if let Some(status) = cell.mark {
        mark(out, status, (x + 4.5, place.y + BOX_HEIGHT - 14.0));
        x += 15.0;
    }
    let note = fit(&cell.note, place.x + place.width - 8.0 - x, SMALL);
    Line { x, y: place.y + BOX_HEIGHT - 10.0, size: SMALL, class: "is-muted", anchor: Anchor::Start, text: &note }.write(out);
    out.push_str(if linked { "</a>" } else { "</g>" });
}

const fn status_class(status: Option<TargetStatus>) -> &'static str {
    match status {
        Some(TargetStatus::Met) => "is-met",
        Some(TargetStatus::Close) => "is-close",
        Some(TargetStatus::Missed) => "is-missed",
        None => "is-none",
    }
}

/// A disc for met, a lozenge for close, a triangle for missed, a ring for what is not judged.
fn mark(out: &mut String, status: Option<TargetStatus>, (x, y): (f64, f64)) {
    let (left, right, top, bottom) = (x - 4.5, x + 4.5, y - 4.5, y + 4.5);
    let class = status_class(status);
    match status {
        Some(TargetStatus::Met) => put!(out, r#"<circle class="chart-mark {class}" cx="{}" cy="{}" r="4.5"/>"#, Px(x), Px(y)),
        Some(TargetStatus::Close) => {
            put!(
                out,
                r#"<path class="chart-mark {class}" d="M{} {}L{} {}L{} {}L{} {}z"/>"#,
                Px(x),
                Px(top),
                Px(right),
                Px(y),
                Px(x),
                Px(bottom),
                Px(left),
                Px(y)
            );
        }
        Some(TargetStatus::Missed) => {
            put!(
                out,
                r#"<path class="chart-mark {class}" d="M{} {}L{} {}L{} {}z"/>"#,
                Px(x),
                Px(top),
                Px(right),
                Px(bottom),
                Px(left),
                Px(bottom)
            );
        }
        None => put!(out, r#"<circle class="chart-mark {class}" cx="{}" cy="{}" r="3.75"/>"#, Px(x), Px(y)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::svg::well_formed::assert_well_formed;
    use crate::site::chart::Lane;

    fn map() -> Lanes {
        let cell = |label: &str| LaneBox {
            label: label.to_owned(),
            note: "<1 of 2>".to_owned(),
            mark: Some(None),
            href: Some("a.html".to_owned()),
        };
        let lane = |label: &str, boxes: usize| Lane {
            label: label.to_owned(),
            boxes: (0..boxes).map(|n| cell(&format!("box {n} & more"))).collect(),
        };
        Lanes { title: "t".to_owned(), lanes: vec![lane("above", 1), lane("below", 9)], edges: vec![(1, 0), (2, 3)], ..Lanes::default() }
    }

    #[test]
    fn the_picture_is_well_formed_and_links_every_box() {
        let svg = lanes(&map());
        assert_well_formed(&svg);
        assert_eq!(svg.matches("<a href=").count(), 10);
    }

    #[test]
    fn no_box_leaves_the_picture_or_covers_another() {
        let (_, places, height) = lay_out(&map(), 80.0);
        for (number, place) in places.iter().enumerate() {
            assert!(place.x >= 80.0 && place.x + place.width <= WIDTH && place.y + BOX_HEIGHT <= height);
            for other in &places[number + 1..] {
                assert!(place.y + BOX_HEIGHT <= other.y || place.x + place.width <= other.x || other.x + other.width <= place.x);
            }
        }
    }
}
