//! The outlines that tell special causes apart.

use crate::render::svg::{Esc, Px, put};
use crate::site::chart::{Judgement, Signal, rule_letter};
use crate::stats::spc::Rule;

/// The class of a judgement.
pub(crate) const fn judgement_class(judgement: Judgement) -> &'static str {
    match judgement {
        Judgement::Improving => "is-improving",
        Judgement::Concerning => "is-concerning",
        Judgement::Neutral => "is-neutral",
    }
}

/// Corners of a shape, as steps from its centre for a radius of one. Sizes are balanced so that all look alike in
/// weight.
const fn corners(rule: Rule) -> &'static [(f64, f64)] {
    match rule {
        Rule::Outside => &[(0.0, -1.18), (1.18, 0.0), (0.0, 1.18), (-1.18, 0.0)],
        Rule::Trend => &[(0.0, -1.3), (1.25, 0.87), (-1.25, 0.87)],
        Rule::TwoOfThree => &[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
        Rule::Shift => &[(0.0, -1.1), (0.95, -0.55), (0.95, 0.55), (0.0, 1.1), (-0.95, 0.55), (-0.95, -0.55)],
    }
}

/// Draws the mark of a special cause, with its letter when it is large enough to be read.
pub(crate) fn signal(out: &mut String, signal: Signal, provisional: bool, place: (f64, f64), radius: f64, title: &str) {
    let provisional = if provisional { " is-provisional" } else { "" };
    put!(out, r#"<g class="chart-signal {}{provisional}"><title>{}</title>"#, judgement_class(signal.judgement), Esc(title));
    lettered(out, signal.rule, place, radius, "");
    out.push_str("</g>");
}

/// Draws the mark of a rule as the key shows it, without a judgement.
pub(crate) fn sample(out: &mut String, rule: Rule, place: (f64, f64)) {
    out.push_str(r#"<g class="chart-signal">"#);
    // Hollow by attribute, because no judgement colours it.
    lettered(out, rule, place, 7.0, r#" fill="none" stroke="currentColor""#);
    out.push_str("</g>");
}

fn lettered(out: &mut String, rule: Rule, (x, y): (f64, f64), radius: f64, attributes: &str) {
    put!(out, "<path{attributes} d=\"");
    outline(out, rule, (x, y), radius);
    if radius >= 6.0 {
        // The triangle's weight lies low.
        let base = if rule == Rule::Trend { y + 4.4 } else { y + 3.3 };
        put!(out, r#"<text x="{}" y="{}" font-size="9" text-anchor="middle">{}</text>"#, Px(x), Px(base), rule_letter(rule));
    }
}

/// Writes the outline alone.
fn outline(out: &mut String, rule: Rule, (x, y): (f64, f64), radius: f64) {
    for (at, (dx, dy)) in corners(rule).iter().enumerate() {
        put!(out, "{}{} {}", if at == 0 { 'M' } else { 'L' }, Px(x + dx * radius), Px(y + dy * radius));
    }
    out.push_str(r#"Z"/>"#);
}
