//! A scale of answers: a box for each, those that are marked firm and under a bracket.

use crate::render::svg::{self, Anchor, Esc, Frame, Line, Px, put, real, width, wrap};
use crate::site::chart::Answers;

const WIDTH: f64 = 760.0;
const TOP: f64 = 28.0;
const BOX: f64 = 40.0;
const TEXT: f64 = 12.0;
const LEADING: f64 = 15.0;

/// Draws a scale of answers.
#[must_use]
pub(super) fn answers(picture: &Answers) -> String {
    let slot = (WIDTH / real(picture.answers.len().max(1))).min(152.0);
    let labels: Vec<Vec<String>> = picture.answers.iter().map(|answer| wrap(&answer.label, slot - 8.0, TEXT, 4)).collect();
    let most = labels.iter().map(Vec::len).max().unwrap_or_default();
    let mut out = String::with_capacity(1024 + picture.answers.len() * 400);
    Frame {
        class: "chart-answers",
        width: WIDTH,
        height: TOP + BOX + 8.0 + real(most) * LEADING,
        id_prefix: &picture.id_prefix,
        title: &picture.title,
        description: &picture.description,
        links: false,
    }
    .open(&mut out);
    for (at, (answer, lines)) in picture.answers.iter().zip(&labels).enumerate() {
        let (left, middle) = (real(at) * slot + 2.0, (real(at) + 0.5) * slot);
        let class = if answer.marked { "is-marked" } else { "is-plain" };
        put!(
            &mut out,
            r#"<g><title>{} {}</title><rect class="chart-answer {class}" fill="none" stroke="currentColor" x="{}" y="{TOP}" width="{}" height="{BOX}"/>"#,
            Esc(&answer.number),
            Esc(&answer.label),
            Px(left),
            Px(slot - 4.0)
        );
        let strong = if answer.marked { "is-strong is-on-mark" } else { "" };
        Line { x: middle, y: TOP + 25.0, size: 15.0, class: strong, anchor: Anchor::Middle, text: &answer.number }.write(&mut out);
        for (row, line) in lines.iter().enumerate() {
            let y = TOP + BOX + 16.0 + real(row) * LEADING;
            Line { x: middle, y, size: TEXT, class: "is-muted", anchor: Anchor::Middle, text: line }.write(&mut out);
        }
        out.push_str("</g>");
    }
    brackets(&mut out, picture, slot);
    svg::close(&mut out);
    out
}

/// Draws a bracket over every run of marked answers, with the words over the first.
fn brackets(out: &mut String, picture: &Answers, slot: f64) {
    let mut at = 0;
    let mut said = false;
    while at < picture.answers.len() {
        let run = picture.answers[at..].iter().take_while(|answer| answer.marked).count();
        if run == 0 {
            at += 1;
            continue;
        }
        let (from, to) = (real(at) * slot + 2.0, real(at + run) * slot - 2.0);
        put!(
            out,
            r#"<path class="chart-bracket" fill="none" stroke="currentColor" stroke-width="1.5" d="M{} {}v-6H{}v6"/>"#,
            Px(from),
            Px(TOP - 3.0),
            Px(to)
        );
        if !said {
            let half = width(&picture.marked, TEXT) / 2.0;
            let x = f64::midpoint(from, to).min(WIDTH - half).max(half);
            Line { x, y: 13.0, size: TEXT, class: "is-strong", anchor: Anchor::Middle, text: &picture.marked }.write(out);
            said = true;
        }
        at += run;
    }
}
