//! The process behaviour chart, and the plain trend, which is the same without limits.
//!
//! Indices count the points from 0; a span includes both its ends. Spans and indices beyond the points are left out
//! when drawn.
//! All values are in the unit that the texts show (92.4 beside "92.4 %", not 0.924).

use super::mark::Signal;
use super::scale::Bounds;

/// A series over time with everything that a reader needs to judge it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProcessChart {
    /// Makes the picture's ids unique on its page.
    pub id_prefix: String,
    /// What the picture shows, in a few words.
    pub title: String,
    /// What can be seen, in a sentence or two, for those who do not see it.
    pub description: String,
    /// The measure and its unit, written at the head of the value axis.
    pub y_label: String,
    /// Values that cannot be passed.
    pub bounds: Bounds,
    /// The periods in order, with or without a value.
    pub points: Vec<ProcessPoint>,
    /// Stretches with limits of their own, in order; empty for a plain trend.
    pub phases: Vec<Phase>,
    /// Targets and other named levels; the first one is drawn as the target, others as commitments.
    pub target: Option<StepLine>,
    /// A second named level, such as a public promise.
    pub commitment: Option<StepLine>,
    /// Stretches during which the metric was suspended.
    pub suspensions: Vec<Suspension>,
    /// Events of the calendar, numbered as in the list beside the chart.
    pub events: Vec<Event>,
    /// Where values before and after cannot be compared.
    pub breaks: Vec<SeriesBreak>,
}

/// One period of the series.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProcessPoint {
    /// The period, as short as it is clear within its group ("Apr").
    pub label: String,
    /// What several periods share ("2024"), written once below them; empty for none.
    pub group: String,
    /// The period in full ("April 2024").
    pub full_label: String,
    /// Where the value lies; nothing when it is missing.
    pub value: Option<f64>,
    /// The value exactly as published, with its unit.
    pub text: String,
    /// The special cause at this point.
    pub signal: Option<Signal>,
    /// Claims that the value is not final.
    pub provisional: bool,
    /// Further things to say about the point, each a short sentence without full stop.
    pub notes: Vec<String>,
    /// Where the evidence of this value stands.
    pub href: Option<String>,
}

/// A stretch of periods with one set of limits.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Phase {
    /// Index of the first point.
    pub first: usize,
    /// Index of the last point.
    pub last: usize,
    /// What the stretch is called; empty for none.
    pub name: String,
    /// The centre and limits.
    pub limits: Limits,
    /// Claims that the limits rest on too few points to stand.
    pub trial: bool,
}

/// Centre and limits of a phase, with their exact texts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Limits {
    /// The centre line.
    pub centre: f64,
    /// The upper process limit.
    pub upper: f64,
    /// The lower process limit.
    pub lower: f64,
    /// Two thirds of the way to the upper limit.
    pub near_upper: f64,
    /// Two thirds of the way to the lower limit.
    pub near_lower: f64,
    /// The centre as published.
    pub centre_text: String,
    /// The upper limit as published.
    pub upper_text: String,
    /// The lower limit as published.
    pub lower_text: String,
}

/// A named level that may change over time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StepLine {
    /// What the level is called ("Target").
    pub label: String,
    /// Its values, in order and without overlap.
    pub segments: Vec<StepSegment>,
}

/// One value of a level that may change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StepSegment {
    /// Index of the first point.
    pub first: usize,
    /// Index of the last point.
    pub last: usize,
    /// Where the level lies.
    pub value: f64,
    /// The level exactly as declared, with its unit.
    pub text: String,
}

/// A stretch during which the metric was suspended.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Suspension {
    /// Index of the first point.
    pub first: usize,
    /// Index of the last point.
    pub last: usize,
    /// A word or two that are written in the stretch ("suspended").
    pub label: String,
    /// Why, in full.
    pub title: String,
}

/// An event of the calendar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Event {
    /// Index of the point during whose period it happened.
    pub index: usize,
    /// Its number in the list beside the chart.
    pub number: u32,
    /// What happened, and when.
    pub title: String,
    /// Where it is told.
    pub href: Option<String>,
}

/// A place where values before and after cannot be compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SeriesBreak {
    /// Index of the first point after the break.
    pub before: usize,
    /// What changed.
    pub title: String,
}
