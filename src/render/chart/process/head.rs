//! What stands above the plot: events of the calendar, and the phases with their centre and limits.

use crate::language::Language;
use crate::render::chart::place::cluster;
use crate::render::chart::plot::Plot;
use crate::render::svg::{self, Anchor, Esc, Line, Px, put, width};
use crate::site::chart::{Event, Phase};

/// Height of the row of events.
pub(super) const EVENT_ROW: f64 = 24.0;
/// Height of the row of phases.
pub(super) const PHASE_ROW: f64 = 22.0;

/// Draws numbered markers above the plot, with an upright down to the periods axis. Events too close for a marker
/// each share one.
pub(super) fn events(out: &mut String, events: &[Event], plot: &Plot, top: f64) {
    let mut events: Vec<&Event> = events.iter().filter(|event| event.index < plot.slots).collect();
    events.sort_by_key(|event| (event.index, event.number));
    let extents: Vec<(f64, f64)> = events.iter().map(|event| (plot.x(event.index), 20.0)).collect();
    for group in cluster(&extents) {
        let (first, last) = (extents[group.start].0, extents[group.end - 1].0);
        marker(out, &events[group], (first, last), plot, top + EVENT_ROW / 2.0 - 2.0);
    }
}

fn marker(out: &mut String, events: &[&Event], (first, last): (f64, f64), plot: &Plot, y: f64) {
    let (Some(event), Some(final_event)) = (events.first(), events.last()) else {
        return;
    };
    let text = if events.len() == 1 { event.number.to_string() } else { format!("{}–{}", event.number, final_event.number) };
    let x = f64::midpoint(first, last);
    let half = (width(&text, 11.0) / 2.0 + 5.0).max(9.0);
    let x = x.clamp(plot.left + half, (plot.right - half).max(plot.left + half));
    let linked = svg::open_link(out, event.href.as_deref(), r#" class="chart-event""#);
    if !linked {
        out.push_str(r#"<g class="chart-event">"#);
    }
    out.push_str("<title>");
    for (at, event) in events.iter().enumerate() {
        put!(out, "{}{}: {}", if at == 0 { "" } else { "; " }, event.number, Esc(&event.title));
    }
    out.push_str(r#"</title><path fill="none" stroke="currentColor" stroke-width="1" stroke-dasharray="1 3" d=""#);
    let mut drawn = None;
    for event in events {
        let at = plot.x(event.index);
        if drawn != Some(event.index) {
            put!(out, "M{} {}V{}", Px(at), Px(y + 9.0), Px(plot.bottom));
        }
        drawn = Some(event.index);
    }
    put!(
        out,
        r#""/><rect x="{}" y="{}" width="{}" height="18" rx="9"/><text x="{}" y="{}" font-size="11" text-anchor="middle">{text}</text>"#,
        Px(x - half),
        Px(y - 9.0),
        Px(half * 2.0),
        Px(x),
        Px(y + 4.0)
    );
    out.push_str(if linked { "</a>" } else { "</g>" });
}

/// Claims that phases must be told apart: there are several, or one needs a word.
pub(super) fn shows_phases(phases: &[Phase]) -> bool {
    phases.len() > 1 || phases.iter().any(|phase| phase.trial || !phase.name.is_empty())
}

/// Draws a bracket above each phase with as much of its name, centre and limits as fits.
pub(super) fn phases(out: &mut String, language: &Language, phases: &[Phase], plot: &Plot) {
    if !shows_phases(phases) {
        return;
    }
    let y = plot.top - 6.0;
    for phase in phases {
        let Some((first, last)) = plot.span(phase.first, phase.last) else {
            continue;
        };
        let (from, to) = (plot.edge(first) + 1.5, plot.edge(last + 1) - 1.5);
        let wordings = wordings(language, phase);
        put!(
            out,
            r#"<path class="chart-phase" fill="none" stroke="currentColor" stroke-width="1" d="M{} {}v-4H{}v4"><title>{}</title></path>"#,
            Px(from),
            Px(y),
            Px(to),
            Esc(&wordings[0])
        );
        if let Some(text) = wordings.into_iter().find(|text| width(text, 11.0) <= to - from - 2.0) {
            Line { x: f64::midpoint(from, to), y: y - 8.0, size: 11.0, class: "is-muted", anchor: Anchor::Middle, text: &text }.write(out);
        }
    }
}

/// What can be said of a phase, the fullest first.
fn wordings(language: &Language, phase: &Phase) -> Vec<String> {
    let limits = &phase.limits;
    let mean = language.fill("charts-mean", &[("value", (&limits.centre_text).into())]);
    let named = if phase.name.is_empty() {
        mean.clone()
    } else {
        language.fill("charts-phase-named", &[("name", (&phase.name).into()), ("mean", (&mean).into())])
    };
    let with_limits = |key: &'static str, mean: &String| {
        let (lower, upper) = (&limits.lower_text, &limits.upper_text);
        language.fill(key, &[("mean", mean.into()), ("lower", lower.into()), ("upper", upper.into())])
    };
    if phase.trial {
        let trial = |mean: &String| language.fill("charts-phase-trial", &[("mean", mean.into())]);
        return vec![
            with_limits("charts-phase-trial-limits", &named),
            with_limits("charts-phase-trial-limits", &mean),
            trial(&named),
            trial(&mean),
            language.say("charts-trial-limits").to_owned(),
            language.say("charts-trial").to_owned(),
        ];
    }
    vec![with_limits("charts-phase-limits", &named), with_limits("charts-phase-limits", &mean), named, mean, limits.centre_text.clone()]
}
