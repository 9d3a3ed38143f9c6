//! One value on its scale: against a target, between bounds, or both.

use crate::stats::TargetStatus;

/// One value on its scale, small enough for a table cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Bullet {
    /// Makes the picture's ids unique on its page.
    pub id_prefix: String,
    /// What the picture shows, in a few words, exact value included.
    pub title: String,
    /// Target and bounds in words.
    pub description: String,
    /// The start of the scale.
    pub from: f64,
    /// The end of the scale.
    pub to: f64,
    /// Where the value lies; nothing when it is missing or withheld.
    pub value: Option<f64>,
    /// The value as published.
    pub text: String,
    /// The target, if there is one, with its text.
    pub target: Option<(f64, String)>,
    /// Least and greatest possible value, with their texts.
    pub bounds: Option<[(f64, String); 2]>,
    /// How the value stands to its target; nothing when it is not judged.
    pub status: Option<TargetStatus>,
    /// Whether the value is a length or a place.
    pub form: BulletForm,
    /// Claims that the exact texts are written below; otherwise they must stand beside the picture.
    pub labelled: bool,
}

/// Whether a value is shown as a length or as a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BulletForm {
    /// A bar from the start of the scale.
    Bar,
    /// A mark within its bounds.
    Mark,
}
