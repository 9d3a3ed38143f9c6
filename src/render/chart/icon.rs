//! Icons of variation and assurance.
//!
//! Two frames tell the questions apart: variation stands in a square and shows how the line runs, assurance in a
//! circle and shows the line
//! against its target. The answer is told by shape before colour: hollow and `+` for improving, filled and `!` for
//! concerning, dashed for neither.
//! In assurance, above the dashes is the good side, whatever the direction of the metric.

use crate::language::Language;
use crate::render::svg::{Esc, put};
use crate::stats::spc::{Assurance, Side, Variation};

/// One icon: all of it but its name, which is said in the language of the report.
struct Icon {
    /// What it says, as a key of the catalogue.
    key: &'static str,
    /// Everything before the name as an attribute.
    head: &'static str,
    /// Everything after the name as an element.
    tail: &'static str,
}

impl Icon {
    fn draw(&self, language: &Language) -> String {
        let name = language.say(self.key);
        let mut out = String::with_capacity(self.head.len() + self.tail.len() + 2 * name.len() + 32);
        put!(&mut out, r#"{}{}"><title>{}{}"#, self.head, Esc(name), Esc(name), self.tail);
        out
    }
}

/// One icon as a constant: class, key of its name, frame and inner parts.
macro_rules! icon {
    ($kind:literal, $answer:literal, $key:literal, $($part:literal),+) => {
        Icon {
            key: $key,
            head: concat!(r#"<svg class="icon icon-"#, $kind, " is-", $answer, r#"" viewBox="0 0 32 32" role="img" aria-label=""#),
            tail: concat!(
                r#"</title><g fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">"#, $($part,)+ "</g></svg>"
            ),
        }
    };
}

/// A variation icon: a square around a line that runs within limits, rises out of them or falls out of them.
macro_rules! variation {
    ($answer:literal, $key:literal, $frame:literal, $($part:literal),+) => {
        icon!("variation", $answer, $key, r#"<rect class="icon-ring" x="3" y="3" width="26" height="26" rx="5""#, $frame, "/>", $($part),+)
    };
}

/// An assurance icon: a circle around a target and where the line runs.
macro_rules! assurance {
    ($answer:literal, $key:literal, $frame:literal, $($part:literal),+) => {
        icon!("assurance", $answer, $key, r#"<circle class="icon-ring" cx="16" cy="16" r="13.5""#, $frame, "/>", $($part),+)
    };
}

/// Gives the icon of a variation; without one it says that variation could not be determined.
#[must_use]
pub fn variation_icon(language: &Language, variation: Option<Variation>) -> String {
    let icon = match variation {
        Some(Variation::CommonCause) => COMMON,
        Some(Variation::Improving(Side::High)) => IMPROVING_HIGH,
        Some(Variation::Improving(Side::Low)) => IMPROVING_LOW,
        Some(Variation::Concerning(Side::High)) => CONCERNING_HIGH,
        Some(Variation::Concerning(Side::Low)) => CONCERNING_LOW,
        Some(Variation::Neutral(Side::High)) => NEUTRAL_HIGH,
        Some(Variation::Neutral(Side::Low)) => NEUTRAL_LOW,
        None => UNDETERMINED_VARIATION,
    };
    icon.draw(language)
}

/// Gives the icon of an assurance; without one it says that assurance could not be determined.
#[must_use]
pub fn assurance_icon(language: &Language, assurance: Option<Assurance>) -> String {
    let icon = match assurance {
        Some(Assurance::Passes) => PASSES,
        Some(Assurance::Fails) => FAILS,
        Some(Assurance::HitAndMiss) => HIT_AND_MISS,
        None => UNDETERMINED_ASSURANCE,
    };
    icon.draw(language)
}

const COMMON: Icon = variation!(
    "common",
    "charts-icon-common",
    "",
    r#"<path class="icon-limit" stroke-width="1.5" stroke-dasharray="1 3" d="M8 10h16M8 22h16"/>"#,
    r#"<path class="icon-line" d="M8 17l4-2.5 4 3.5 4-4 4 2.5"/>"#
);
const IMPROVING_HIGH: Icon = variation!(
    "improving",
    "charts-icon-improving-high",
    "",
    r#"<path class="icon-line" d="M8 22.5h6.5L22 10"/><circle class="icon-dot" cx="22.5" cy="9.5" r="2.5" fill="currentColor"/>"#,
    r#"<path class="icon-line" d="M10.5 8v6M7.5 11h6"/>"#
);
const IMPROVING_LOW: Icon = variation!(
    "improving",
    "charts-icon-improving-low",
    "",
    r#"<path class="icon-line" d="M8 9.5h6.5L22 22"/><circle class="icon-dot" cx="22.5" cy="22.5" r="2.5" fill="currentColor"/>"#,
    r#"<path class="icon-line" d="M10.5 18v6M7.5 21h6"/>"#
);
const CONCERNING_HIGH: Icon = variation!(
    "concerning",
    "charts-icon-concerning-high",
    "",
    r#"<path class="icon-line" d="M8 22.5h6.5L22 10"/><circle class="icon-dot" cx="22.5" cy="9.5" r="2.5" fill="currentColor"/>"#,
    r#"<path class="icon-line" stroke-width="2.5" d="M10.5 7.5v4.5M10.5 16v0"/>"#
);
const CONCERNING_LOW: Icon = variation!(
    "concerning",
    "charts-icon-concerning-low",
    "",
    r#"<path class="icon-line" d="M8 9.5h6.5L22 22"/><circle class="icon-dot" cx="22.5" cy="22.5" r="2.5" fill="currentColor"/>"#,
    r#"<path class="icon-line" stroke-width="2.5" d="M10.5 16v4.5M10.5 24.5v0"/>"#
);
const NEUTRAL_HIGH: Icon = variation!(
    "neutral",
    "charts-icon-neutral-high",
    r#" stroke-dasharray="4 3.2""#,
    r#"<path class="icon-line" d="M8 22.5h6.5L22 10"/><circle class="icon-dot" cx="22.5" cy="9.5" r="2.5" fill="currentColor"/>"#
);
const NEUTRAL_LOW: Icon = variation!(
    "neutral",
    "charts-icon-neutral-low",
    r#" stroke-dasharray="4 3.2""#,
    r#"<path class="icon-line" d="M8 9.5h6.5L22 22"/><circle class="icon-dot" cx="22.5" cy="22.5" r="2.5" fill="currentColor"/>"#
);
const UNDETERMINED_VARIATION: Icon = variation!(
    "undetermined",
    "charts-icon-variation-none",
    r#" stroke-dasharray="1 3.6""#,
    r#"<path class="icon-line" stroke-width="3" d="M10.5 16v0M16 16v0M21.5 16v0"/>"#
);
const PASSES: Icon = assurance!(
    "passes",
    "charts-icon-passes",
    "",
    r#"<path class="icon-target" stroke-width="1.8" stroke-dasharray="3 3" d="M5.5 18h21"/>"#,
    r#"<path class="icon-line" d="M8.5 12.5l3.5-2.5 4 3 4-3.5 3.5 2"/><path class="icon-line" d="M13 23.2l2.2 2.2 4-4.2"/>"#
);
const FAILS: Icon = assurance!(
    "fails",
    "charts-icon-fails",
    "",
    r#"<path class="icon-target" stroke-width="1.8" stroke-dasharray="3 3" d="M5.5 14h21"/>"#,
    r#"<path class="icon-line" d="M8.5 20.5l3.5-2 4 3.5 4-3.5 3.5 2"/><path class="icon-line" d="M13.8 6.6l4.4 4.4m0-4.4l-4.4 4.4"/>"#
);
const HIT_AND_MISS: Icon = assurance!(
    "varies",
    "charts-icon-hit-and-miss",
    "",
    r#"<path class="icon-target" stroke-width="1.8" stroke-dasharray="3 3" d="M4.5 16h23"/>"#,
    r#"<path class="icon-line" d="M7 20l4.5-9 4.5 11 4.5-11 4.5 9"/>"#
);
const UNDETERMINED_ASSURANCE: Icon =
    assurance!("undetermined", "charts-icon-assurance-none", r#" stroke-dasharray="1 3.6""#, r#"<path class="icon-line" d="M11 16h10"/>"#);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::svg::well_formed::assert_well_formed;
    use std::collections::BTreeSet;

    #[test]
    fn every_answer_has_an_icon_of_its_own() {
        let special = [Variation::Improving, Variation::Concerning, Variation::Neutral]
            .into_iter()
            .flat_map(|variation| [Side::High, Side::Low].map(variation));
        let variations = special.chain([Variation::CommonCause]).map(Some).chain([None]);
        let assurances = [Assurance::Passes, Assurance::Fails, Assurance::HitAndMiss];
        let english = Language::built_in("en");
        let mut icons: BTreeSet<String> = variations.map(|variation| variation_icon(&english, variation)).collect();
        icons.extend(assurances.map(Some).into_iter().chain([None]).map(|assurance| assurance_icon(&english, assurance)));
        assert_eq!(icons.len(), 12);
        for icon in &icons {
            assert_well_formed(icon);
        }
    }
}
