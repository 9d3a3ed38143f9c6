//! Attainment of many metrics over many periods: a grid of cells in status classes, each with an inner mark so that
//! it reads without colour.

use crate::render::svg::{self, Anchor, Esc, Frame, Line, Px, fit, put, real, width};
use crate::site::chart::{HeatCell, HeatMap, HeatRow};
use crate::stats::{Standing, TargetStatus};

const WIDTH: f64 = 960.0;
const ROW: f64 = 24.0;
const TEXT: f64 = 12.0;
const HEAD: f64 = 38.0;
const MOST_CELL: f64 = 40.0;
const KEY: f64 = 34.0;

/// Draws attainment over periods.
#[must_use]
pub fn heat_map(map: &HeatMap) -> String {
    let names = map.rows.iter().map(|row| width(&row.label, TEXT)).fold(60.0, f64::max).min(260.0) + 12.0;
    let cell = ((WIDTH - names - 4.0) / real(map.columns.len().max(1))).min(MOST_CELL);
    let grid = Grid { left: names, cell };
    let rows = real(map.rows.len()) * ROW;
    let mut out = String::with_capacity(2048 + map.rows.len() * map.columns.len() * 100);
    let links = map.rows.iter().any(|row| row.href.is_some() || row.cells.iter().any(|cell| cell.href.is_some()));
    Frame {
        class: "chart-heat",
        width: WIDTH,
        height: HEAD + rows + KEY,
        id_prefix: &map.id_prefix,
        title: &map.title,
        description: &map.description,
        links,
    }
    .open(&mut out);
    columns(&mut out, map, &grid);
    for (at, row) in map.rows.iter().enumerate() {
        draw_row(&mut out, map, row, &grid, HEAD + real(at) * ROW);
    }
    key(&mut out, map, names, HEAD + rows + 12.0);
    svg::close(&mut out);
    out
}

/// Where columns lie.
struct Grid {
    left: f64,
    cell: f64,
}

impl Grid {
    fn x(&self, column: usize) -> f64 {
        self.left + real(column) * self.cell
    }
}

fn columns(out: &mut String, map: &HeatMap, grid: &Grid) {
    let widest = map.columns.iter().map(|column| width(&column.label, 11.0)).fold(0.0, f64::max) + 4.0;
    let stride = [1, 2, 3, 4, 6, 12, 24].into_iter().find(|&stride| real(stride) * grid.cell >= widest).unwrap_or(map.columns.len().max(1));
    let mut group = None;
    let mut start = 0;
    for (at, column) in map.columns.iter().enumerate() {
        if group != Some(column.group.as_str()) {
            group = Some(column.group.as_str());
            start = at;
            if !column.group.is_empty() {
                let run = map.columns[at..].iter().take_while(|other| other.group == column.group).count();
                let text = if width(&column.group, 11.0) * 1.1 <= real(run) * grid.cell { column.group.as_str() } else { "" };
                Line { x: grid.x(at) + 1.0, y: 14.0, size: 11.0, class: "is-muted is-strong", anchor: Anchor::Start, text }.write(out);
            }
        }
        if (at - start).is_multiple_of(stride) {
            Line { x: grid.x(at) + grid.cell / 2.0, y: 31.0, size: 11.0, class: "is-muted", anchor: Anchor::Middle, text: &column.label }
                .write(out);
        }
    }
}

fn draw_row(out: &mut String, map: &HeatMap, row: &HeatRow, grid: &Grid, top: f64) {
    let linked = svg::open_link(out, row.href.as_deref(), "");
    let name = fit(&row.label, grid.left - 12.0, TEXT);
    if linked && name != row.label {
        put!(out, "<title>{}</title>", Esc(&row.label));
    }
    Line { x: grid.left - 8.0, y: top + 16.0, size: TEXT, class: "", anchor: Anchor::End, text: &name }.write(out);
    if linked {
        out.push_str("</a>");
    }
    let (side, height) = (grid.cell - 2.0, ROW - 2.0);
    let mut marks = Marks::default();
    for (at, column) in map.columns.iter().enumerate() {
        let missing = HeatCell::default();
        let cell = row.cells.get(at).unwrap_or(&missing);
        let x = grid.x(at) + 1.0;
        // The name of the metric leads to its page by keyboard; the table beside the picture has every figure as a link.
        let linked = svg::open_link(out, cell.href.as_deref(), r#" tabindex="-1""#);
        put!(
            out,
            r#"<rect class="chart-cell {}" x="{}" y="{}" width="{}" height="{}"><title>{}: {}{}{}</title></rect>"#,
            standing_class(cell.standing),
            Px(x),
            Px(top + 1.0),
            Px(side),
            Px(height),
            Esc(&column.full_label),
            Esc(&cell.text),
            if cell.text.is_empty() { "" } else { ", " },
            Esc(map.word(cell.standing))
        );
        if linked {
            out.push_str("</a>");
        }
        marks.add(cell.standing, (x + side / 2.0, top + ROW / 2.0));
    }
    marks.write(out);
}

const fn standing_class(standing: Standing) -> &'static str {
    match standing {
        Standing::Judged(TargetStatus::Met) => "is-met",
        Standing::Judged(TargetStatus::Close) => "is-close",
        Standing::Judged(TargetStatus::Missed) => "is-missed",
        Standing::Suspended => "is-suspended",
        Standing::NotJudged => "is-none",
    }
}

/// The marks within cells: a dash for tolerance, a cross for missed, two upright strokes for a pause; a met target needs none,
/// and an empty cell is pale.
#[derive(Default)]
struct Marks {
    dashes: String,
    crosses: String,
    pauses: String,
}

impl Marks {
    fn add(&mut self, standing: Standing, (x, y): (f64, f64)) {
        match standing {
            Standing::Judged(TargetStatus::Close) => put!(&mut self.dashes, "M{} {}h7", Px(x - 3.5), Px(y)),
            Standing::Judged(TargetStatus::Missed) => put!(&mut self.crosses, "M{} {}l7 7m0 -7l-7 7", Px(x - 3.5), Px(y - 3.5)),
            Standing::Suspended => put!(&mut self.pauses, "M{} {}v7m4 -7v7", Px(x - 2.0), Px(y - 3.5)),
            Standing::Judged(TargetStatus::Met) | Standing::NotJudged => {}
        }
    }

    fn write(&self, out: &mut String) {
        for (class, path) in [("is-close", &self.dashes), ("is-missed", &self.crosses), ("is-suspended", &self.pauses)] {
            if !path.is_empty() {
                put!(out, r#"<path class="chart-cell-mark {class}" fill="none" stroke="currentColor" stroke-width="1.5" d="{path}"/>"#);
            }
        }
    }
}

fn key(out: &mut String, map: &HeatMap, left: f64, top: f64) {
    let mut x = left;
    out.push_str(r#"<g class="chart-key">"#);
    for (standing, word) in &map.key {
        put!(out, r#"<rect class="chart-cell {}" x="{}" y="{}" width="16" height="14"/>"#, standing_class(*standing), Px(x), Px(top));
        let mut marks = Marks::default();
        marks.add(*standing, (x + 8.0, top + 7.0));
        marks.write(out);
        Line { x: x + 22.0, y: top + 11.0, size: 11.0, class: "is-muted", anchor: Anchor::Start, text: word }.write(out);
        x += 44.0 + width(word, 11.0);
    }
    out.push_str("</g>");
}
