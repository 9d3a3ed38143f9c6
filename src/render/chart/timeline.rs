//! A line of days with rows of marks: names on the left, days below, a key at the foot.

use crate::render::svg::{self, Anchor, Esc, Frame, Line, Px, fit, put, real, width};
use crate::site::chart::{DayTick, TimeForm, TimeMark, TimeRow, Timeline};

const WIDTH: f64 = 720.0;
const ROW: f64 = 24.0;
const TEXT: f64 = 12.0;
const TOP: f64 = 22.0;
const AXIS: f64 = 24.0;
const KEY: f64 = 22.0;
/// Shortest drawn stretch, so that a day among years can be seen.
const LEAST: f64 = 5.0;
const RADIUS: f64 = 4.5;

/// Draws a line of days. What lies beyond its ends is drawn at them.
#[must_use]
pub fn timeline(chart: &Timeline) -> String {
    let plot = lay_out(chart);
    let mut out = String::with_capacity(1024 + chart.rows.len() * 300);
    Frame {
        class: "chart-timeline",
        width: WIDTH,
        height: plot.bottom() + AXIS + real(key_rows(chart).len()) * KEY,
        id_prefix: &chart.id_prefix,
        title: &chart.title,
        description: &chart.description,
        links: chart.rows.iter().any(|row| row.href.is_some() || row.marks.iter().any(|mark| mark.href.is_some())),
    }
    .open(&mut out);
    draw_days(&mut out, chart, &plot);
    for (at, row) in chart.rows.iter().enumerate() {
        let middle = TOP + (real(at) + 0.5) * ROW;
        draw_name(&mut out, row, &plot, middle);
        for mark in &row.marks {
            draw_mark(&mut out, mark, &plot, middle);
        }
    }
    draw_key(&mut out, chart, plot.bottom() + AXIS);
    svg::close(&mut out);
    out
}

/// Where the rows lie.
struct Plot {
    left: f64,
    rows: usize,
    span: (f64, f64),
}

impl Plot {
    fn bottom(&self) -> f64 {
        TOP + real(self.rows) * ROW
    }

    fn x(&self, day: f64) -> f64 {
        let length = self.span.1 - self.span.0;
        let share = if length > 0.0 { ((day - self.span.0) / length).clamp(0.0, 1.0) } else { 0.0 };
        self.left + share * (WIDTH - 10.0 - self.left)
    }
}

fn lay_out(chart: &Timeline) -> Plot {
    let names = chart.rows.iter().map(|row| width(&row.label, TEXT)).fold(40.0, f64::max).min(230.0);
    let finite = |day: f64| if day.is_finite() { day } else { 0.0 };
    Plot { left: names + 14.0, rows: chart.rows.len(), span: (finite(chart.span.0), finite(chart.span.1)) }
}

fn draw_days(out: &mut String, chart: &Timeline, plot: &Plot) {
    let ticks: Vec<&DayTick> = chart.ticks.iter().filter(|tick| tick.at >= plot.span.0 && tick.at <= plot.span.1).collect();
    let step = label_step(&ticks, plot);
    for (index, tick) in ticks.into_iter().enumerate() {
        let x = plot.x(tick.at);
        put!(out, r#"<path class="chart-grid" fill="none" stroke="currentColor" d="M{} {}V{}"/>"#, Px(x), Px(TOP), Px(plot.bottom() + 4.0));
        let half = width(&tick.label, TEXT) / 2.0;
        let middle = x.min(WIDTH - half).max(half);
        if index.is_multiple_of(step) {
            Line { x: middle, y: plot.bottom() + 18.0, size: TEXT, class: "is-muted", anchor: Anchor::Middle, text: &tick.label }
                .write(out);
        }
    }
    if let Some(as_of) = &chart.as_of {
        let x = plot.x(as_of.at);
        put!(
            out,
            r#"<path class="chart-target" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="6 3" d="M{} {}V{}"/>"#,
            Px(x),
            Px(TOP - 4.0),
            Px(plot.bottom())
        );
        let half = width(&as_of.label, TEXT) / 2.0;
        let x = x.min(WIDTH - half).max(half);
        Line { x, y: TOP - 9.0, size: TEXT, class: "is-target", anchor: Anchor::Middle, text: &as_of.label }.write(out);
    }
}

/// Of how many days each is named: so many that no name touches the next one, and all at the same distance.
fn label_step(ticks: &[&DayTick], plot: &Plot) -> usize {
    let ends = |tick: &DayTick| {
        let half = width(&tick.label, TEXT) / 2.0;
        let middle = plot.x(tick.at).min(WIDTH - half).max(half);
        (middle - half, middle + half + 8.0)
    };
    let fits = |step: &usize| {
        let named: Vec<(f64, f64)> = ticks.iter().step_by(*step).map(|tick| ends(tick)).collect();
        named.windows(2).all(|pair| if let [left, right] = pair { left.1 <= right.0 } else { true })
    };
    (1..=ticks.len()).find(fits).unwrap_or(1)
}

fn draw_name(out: &mut String, row: &TimeRow, plot: &Plot, middle: f64) {
    let name = fit(&row.label, plot.left - 14.0, TEXT);
    let linked = svg::open_link(out, row.href.as_deref(), "");
    if linked && name != row.label {
        put!(out, "<title>{}</title>", Esc(&row.label));
    }
    Line { x: plot.left - 10.0, y: middle + 4.0, size: TEXT, class: "", anchor: Anchor::End, text: &name }.write(out);
    if linked {
        out.push_str("</a>");
    }
}

fn draw_mark(out: &mut String, mark: &TimeMark, plot: &Plot, middle: f64) {
    let (from, to) = (plot.x(mark.from), plot.x(mark.to));
    let linked = svg::open_link(out, mark.href.as_deref(), r#" tabindex="-1""#);
    out.push_str(r#"<g class="chart-time">"#);
    put!(out, "<title>{}</title>", Esc(&mark.title));
    draw_form(out, mark.form, from, to, middle);
    out.push_str("</g>");
    if linked {
        out.push_str("</a>");
    }
}

fn draw_form(out: &mut String, form: TimeForm, from: f64, to: f64, middle: f64) {
    let length = (to - from).max(LEAST);
    let stretch = |out: &mut String, class: &str| {
        put!(out, r#"<rect class="{class}" x="{}" y="{}" width="{}" height="12"/>"#, Px(from), Px(middle - 6.0), Px(length));
    };
    match form {
        TimeForm::Stretch => stretch(out, "chart-bar"),
        TimeForm::HollowStretch => stretch(out, "chart-bar is-soft"),
        TimeForm::OpenStretch => {
            stretch(out, "chart-bar");
            let end = from + length;
            put!(
                out,
                r#"<path class="chart-time-open" fill="currentColor" d="M{} {}l7 8l-7 8z"/>"#,
                Px(end.min(WIDTH - 8.0)),
                Px(middle - 8.0)
            );
        }
        TimeForm::Disc => put!(out, r#"<circle class="chart-time-disc" cx="{}" cy="{}" r="{}"/>"#, Px(from), Px(middle), Px(RADIUS)),
        TimeForm::Ring => put!(
            out,
            r#"<circle class="chart-time-ring" fill="none" stroke="currentColor" cx="{}" cy="{}" r="{}"/>"#,
            Px(from),
            Px(middle),
            Px(RADIUS)
        ),
        TimeForm::Cross => put!(
            out,
            r#"<path class="chart-time-cross" fill="none" stroke="currentColor" d="M{} {}l9 9m0 -9l-9 9"/>"#,
            Px(from - 4.5),
            Px(middle - 4.5)
        ),
    }
}

/// The rows of the key, each with the entries that fit beside one another and their places.
fn key_rows(chart: &Timeline) -> Vec<Vec<(f64, &(TimeForm, String))>> {
    let mut rows: Vec<Vec<(f64, &(TimeForm, String))>> = Vec::new();
    let mut end = f64::MAX;
    for entry in &chart.key {
        let room = 26.0 + width(&entry.1, TEXT) + 18.0;
        if end + room > WIDTH {
            rows.push(Vec::new());
            end = 0.0;
        }
        if let Some(row) = rows.last_mut() {
            row.push((end, entry));
        }
        end += room;
    }
    rows
}

fn draw_key(out: &mut String, chart: &Timeline, top: f64) {
    out.push_str(r#"<g class="chart-key">"#);
    for (at, row) in key_rows(chart).into_iter().enumerate() {
        let middle = top + (real(at) + 0.5) * KEY;
        for (left, (form, words)) in row {
            let from = if matches!(form, TimeForm::Disc | TimeForm::Ring | TimeForm::Cross) { left + 9.0 } else { left };
            draw_form(out, *form, from, left + 14.0, middle);
            Line { x: left + 26.0, y: middle + 4.0, size: TEXT, class: "is-muted", anchor: Anchor::Start, text: words }.write(out);
        }
    }
    out.push_str("</g>");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::svg::well_formed::{assert_well_formed, texts};
    use crate::site::chart::DayTick;

    fn chart(days: &[(f64, f64)], text: &str) -> Timeline {
        let forms = [TimeForm::Stretch, TimeForm::HollowStretch, TimeForm::OpenStretch, TimeForm::Disc, TimeForm::Ring, TimeForm::Cross];
        let mark = |(at, (from, to)): (usize, &(f64, f64))| TimeMark {
            from: *from,
            to: *to,
            form: forms[at % 6],
            title: text.to_owned(),
            href: Some("a.html".to_owned()),
        };
        Timeline {
            id_prefix: "t".to_owned(),
            title: text.to_owned(),
            description: text.to_owned(),
            span: (0.0, 365.0),
            ticks: vec![DayTick { at: 0.0, label: text.to_owned() }, DayTick { at: 1.0, label: text.to_owned() }],
            as_of: Some(DayTick { at: 365.0, label: text.to_owned() }),
            rows: vec![TimeRow { label: text.to_owned(), href: None, marks: days.iter().enumerate().map(mark).collect() }],
            key: forms.map(|form| (form, text.to_owned())).to_vec(),
        }
    }

    #[test]
    fn lines_of_any_days_are_well_formed_and_print_no_geometry() {
        for days in [&[][..], &[(12.345, 12.345); 6], &[(f64::NAN, f64::INFINITY); 6], &[(-1e9, 1e9); 40]] {
            for text in ["7", "<x a=\"b\">&'"] {
                let drawn = timeline(&chart(days, text));
                assert_well_formed(&drawn);
                assert!(!texts(&drawn).contains("12.3"), "{drawn}");
            }
        }
    }

    #[test]
    fn names_of_days_that_would_collide_are_left_out() {
        assert_eq!(texts(&timeline(&chart(&[], "Jan 2026"))).matches("Jan 2026").count(), 11, "the second day is not named");
    }
}
