//! Bars, standing or lying.

use super::process::StepLine;
use super::scale::Bounds;
use crate::stats::TargetStatus;

/// Values side by side, measured from zero.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BarChart {
    /// Makes the picture's ids unique on its page.
    pub id_prefix: String,
    /// What the picture shows, in a few words.
    pub title: String,
    /// What can be seen, in a sentence or two.
    pub description: String,
    /// The measure and its unit.
    pub y_label: String,
    /// Values that cannot be passed.
    pub bounds: Bounds,
    /// The bars in order.
    pub bars: Vec<Bar>,
    /// A level to measure against, such as a limit on an excluded share.
    pub level: Option<StepLine>,
}

/// One bar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bar {
    /// What the bar stands for, short.
    pub label: String,
    /// What several bars share, written once below them; empty for none.
    pub group: String,
    /// What the bar stands for, in full.
    pub full_label: String,
    /// How long it is; nothing when the value is missing.
    pub value: Option<f64>,
    /// The value exactly as published, with its unit.
    pub text: String,
    /// How it is toned.
    pub tone: Tone,
    /// Where the evidence of this value stands.
    pub href: Option<String>,
}

/// How a bar is toned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Like every other.
    #[default]
    Plain,
    /// Stepping back.
    Soft,
    /// By its standing to a target.
    Status(Option<TargetStatus>),
}
