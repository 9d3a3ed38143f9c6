//! The chain of whys: one box below the other, each a little further in, down to the root causes.
//!
//! A long answer is cut in its box; the list beside the picture has it whole.

use crate::render::svg::{self, Anchor, Esc, Frame, Line, Px, put, real, wrap};
use crate::site::chart::{Chain, ChainStep};

const WIDTH: f64 = 760.0;
const BOX: f64 = 560.0;
const PAD: f64 = 14.0;
const HEAD: f64 = 12.0;
const TEXT: f64 = 13.0;
const LEADING: f64 = 17.0;
const GAP: f64 = 22.0;
/// How much further in each box stands, at most.
const STEP_IN: f64 = 30.0;
const MOST_LINES: usize = 6;

/// A box with its texts cut into lines.
struct Plate<'a> {
    step: &'a ChainStep,
    head: Vec<String>,
    text: Vec<String>,
    class: &'static str,
}

impl<'a> Plate<'a> {
    fn new(step: &'a ChainStep, class: &'static str) -> Self {
        let room = BOX - 2.0 * PAD;
        Self { step, head: wrap(&step.head, room, HEAD * 1.06, 2), text: wrap(&step.text, room, TEXT, MOST_LINES), class }
    }

    fn height(&self) -> f64 {
        real(self.head.len()) * LEADING + real(self.text.len()) * LEADING + 2.0 * PAD - 6.0
    }
}

/// Draws a chain.
#[must_use]
pub(super) fn chain(chain: &Chain) -> String {
    let mut plates = vec![Plate::new(&chain.effect, "is-effect")];
    plates.extend(chain.steps.iter().map(|step| Plate::new(step, "is-why")));
    plates.extend(chain.causes.iter().map(|step| Plate::new(step, "is-cause")));
    let depth = chain.steps.len() + 1;
    let inwards = if depth > 0 { ((WIDTH - BOX - 4.0) / real(depth)).min(STEP_IN) } else { 0.0 };
    let height = plates.iter().map(Plate::height).sum::<f64>() + GAP * real(plates.len().saturating_sub(1)) + 4.0;
    let mut out = String::with_capacity(1024 + plates.len() * 900);
    Frame {
        class: "chart-chain",
        width: WIDTH,
        height,
        id_prefix: &chain.id_prefix,
        title: &chain.title,
        description: &chain.description,
        links: false,
    }
    .open(&mut out);
    let mut top = 2.0;
    for (at, plate) in plates.iter().enumerate() {
        // Several causes stand side by side in depth: none follows from the other.
        let left = 2.0 + real(at.min(depth)) * inwards;
        let tall = plate.height();
        draw(&mut out, plate, (left, top), tall);
        if at + 1 < plates.len() {
            arrow(&mut out, 2.0 + real((at + 1).min(depth)) * inwards + 22.0, top + tall, at + 1 > depth);
        }
        top += tall + GAP;
    }
    svg::close(&mut out);
    out
}

fn draw(out: &mut String, plate: &Plate<'_>, (left, top): (f64, f64), tall: f64) {
    put!(
        out,
        r#"<g class="chart-box {}"><title>{}: {}</title><rect class="chart-box-shape" fill="none" stroke="currentColor" x="{}" y="{}" width="{BOX}" height="{}" rx="4"/>"#,
        plate.class,
        Esc(&plate.step.head),
        Esc(&plate.step.text),
        Px(left),
        Px(top),
        Px(tall)
    );
    let mut base = top + PAD + 9.0;
    for line in &plate.head {
        Line { x: left + PAD, y: base, size: HEAD, class: "is-muted is-strong", anchor: Anchor::Start, text: line }.write(out);
        base += LEADING;
    }
    for line in &plate.text {
        Line { x: left + PAD, y: base, size: TEXT, class: "", anchor: Anchor::Start, text: line }.write(out);
        base += LEADING;
    }
    out.push_str("</g>");
}

/// Leads from a box down to the next one; between two causes there is only a thread, no arrow.
fn arrow(out: &mut String, x: f64, y: f64, beside: bool) {
    let reach = if beside { GAP } else { GAP - 6.0 };
    put!(out, r#"<path class="chart-edge" fill="none" stroke="currentColor" stroke-width="1.2" d="M{} {}v{}"/>"#, Px(x), Px(y), Px(reach));
    if !beside {
        put!(out, r#"<path class="chart-arrow" fill="currentColor" d="M{} {}h8l-4 7Z"/>"#, Px(x - 4.0), Px(y + GAP - 7.0));
    }
}
