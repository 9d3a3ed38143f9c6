//! The fishbone: the effect at the head on the right, groups of causes as bones above and below the spine, causes on them.
//!
//! A long cause is cut; the list beside the picture has it whole.

use crate::render::svg::{self, Anchor, Esc, Frame, Line, Px, put, real, width, wrap};
use crate::site::chart::{Bone, Fishbone};

const LEAST_WIDTH: f64 = 804.0;
const COLUMN: f64 = 190.0;
/// Room for the text of a cause between two bones.
const ROOM: f64 = COLUMN - 38.0;
/// How far a bone leans.
const LEAN: f64 = 40.0;
const HEAD: f64 = 170.0;
const TEXT: f64 = 12.0;
const LEADING: f64 = 15.0;
/// Room between two causes.
const APART: f64 = 10.0;
const LABEL: f64 = 13.0;
const LABEL_ROW: f64 = 30.0;
const MOST_LINES: usize = 6;

/// A group with its causes cut into lines.
struct Limb<'a> {
    bone: &'a Bone,
    causes: Vec<Vec<String>>,
}

impl Limb<'_> {
    /// Length of the bone between label and spine, measured down the page.
    fn length(&self) -> f64 {
        let causes = self.causes.iter().map(|lines| real(lines.len()) * LEADING + APART).sum::<f64>();
        causes.max(40.0) + 14.0
    }
}

/// Draws a fishbone.
#[must_use]
pub(super) fn fishbone(picture: &Fishbone) -> String {
    let limbs: Vec<Limb<'_>> = picture.bones.iter().map(limb).collect();
    let columns = limbs.len().div_ceil(2);
    let above = limbs.iter().step_by(2).map(Limb::length).fold(30.0, f64::max);
    let below = limbs.iter().skip(1).step_by(2).map(Limb::length).fold(30.0, f64::max);
    let spine = above + LABEL_ROW;
    let body = LEAN + real(columns) * COLUMN + 20.0;
    let wide = (body + HEAD).max(LEAST_WIDTH);
    let left = wide - body - HEAD;
    let mut out = String::with_capacity(2048 + limbs.len() * 1500);
    Frame {
        class: "chart-fishbone",
        width: wide,
        height: spine + below + LABEL_ROW,
        id_prefix: &picture.id_prefix,
        title: &picture.title,
        description: &picture.description,
        links: false,
    }
    .open(&mut out);
    put!(
        &mut out,
        r#"<path class="chart-spine" fill="none" stroke="currentColor" stroke-width="2.5" d="M{} {}H{}"/>"#,
        Px(left + 8.0),
        Px(spine),
        Px(wide - HEAD)
    );
    for (at, limb) in limbs.iter().enumerate() {
        let foot = left + LEAN + real(at / 2 + 1) * COLUMN;
        draw(&mut out, limb, foot, spine, if at % 2 == 0 { -1.0 } else { 1.0 }, if at % 2 == 0 { above } else { below });
    }
    head(&mut out, picture, (wide - HEAD, spine), spine.min(below + LABEL_ROW));
    svg::close(&mut out);
    out
}

fn limb(bone: &Bone) -> Limb<'_> {
    let causes = bone.causes.iter().map(|cause| wrap(cause, ROOM, TEXT, MOST_LINES)).collect();
    Limb { bone, causes }
}

/// Draws one bone with its label at the outer end; `way` is −1 above the spine and 1 below.
fn draw(out: &mut String, limb: &Limb<'_>, foot: f64, spine: f64, way: f64, length: f64) {
    let end = (foot - LEAN, spine + way * length);
    put!(
        out,
        r#"<path class="chart-bone" fill="none" stroke="currentColor" stroke-width="1.75" d="M{} {}L{} {}"/>"#,
        Px(end.0),
        Px(end.1),
        Px(foot),
        Px(spine)
    );
    label(out, &limb.bone.label, (end.0, if way < 0.0 { end.1 - 8.0 } else { end.1 + 18.0 }));
    // Causes begin at the outer end, under the label, above the spine; below it they begin at the spine.
    let mut y = if way < 0.0 { end.1 + 4.0 } else { spine + 10.0 };
    for (cause, lines) in limb.bone.causes.iter().zip(&limb.causes) {
        let bottom = y + real(lines.len()) * LEADING;
        let bone = |y: f64| foot - LEAN * ((y - spine).abs() / length).min(1.0);
        let (x, text_end) = (bone(bottom), bone(y).min(bone(bottom)) - 8.0);
        put!(out, "<g><title>{}: {}</title>", Esc(&limb.bone.label), Esc(cause));
        for (row, line) in lines.iter().enumerate() {
            Line { x: text_end, y: y + (real(row) + 1.0) * LEADING - 4.0, size: TEXT, class: "", anchor: Anchor::End, text: line }
                .write(out);
        }
        let longest = lines.iter().map(|line| width(line, TEXT)).fold(0.0, f64::max).min(ROOM);
        put!(
            out,
            r#"<path class="chart-twig" fill="none" stroke="currentColor" d="M{} {}H{}"/></g>"#,
            Px(text_end - longest),
            Px(bottom),
            Px(x)
        );
        y = bottom + APART;
    }
}

fn label(out: &mut String, text: &str, (x, y): (f64, f64)) {
    for (row, line) in wrap(text, COLUMN - 20.0, LABEL * 1.06, 1).iter().enumerate() {
        let y = y + real(row) * LEADING;
        Line { x, y, size: LABEL, class: "is-strong", anchor: Anchor::Middle, text: line }.write(out);
    }
}

fn head(out: &mut String, picture: &Fishbone, (x, spine): (f64, f64), room: f64) {
    let most = ((2.0 * room - 40.0) / 17.0).clamp(1.0, 9.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between one and nine")]
    let lines = wrap(&picture.effect, HEAD - 34.0, 13.0, most as usize);
    let tall = real(lines.len()) * 17.0 + 34.0;
    let top = (spine - tall / 2.0).max(1.0);
    put!(
        out,
        r#"<g class="chart-box is-effect"><title>{}: {}</title><rect class="chart-box-shape" fill="none" stroke="currentColor" x="{}" y="{}" width="{}" height="{}" rx="4"/>"#,
        Esc(&picture.head),
        Esc(&picture.effect),
        Px(x),
        Px(top),
        Px(HEAD - 2.0),
        Px(tall)
    );
    Line { x: x + 14.0, y: top + 20.0, size: 12.0, class: "is-muted is-strong", anchor: Anchor::Start, text: &picture.head }.write(out);
    for (row, line) in lines.iter().enumerate() {
        let y = top + 38.0 + real(row) * 17.0;
        Line { x: x + 14.0, y, size: 13.0, class: "", anchor: Anchor::Start, text: line }.write(out);
    }
    out.push_str("</g>");
}
