//! The pictures of a report as plain data.
//!
//! A picture here says what is shown, never how: no colour, no size, no place on the page. Every number comes twice,
//! once as
//! geometry (`f64`) and once as the exact text that people read; drawing prints the text and never the geometry.
//! This folder knows nothing of records or SVG; of the statistics it knows only the words for what they found.

mod answers;
mod bars;
mod bullet;
mod chain;
mod differences;
mod fishbone;
mod heat;
mod lanes;
mod mark;
mod process;
mod scale;
mod spark;
mod steps;
mod timeline;
mod waterfall;

pub use answers::{Answer, Answers};
pub use bars::{Bar, BarChart, Tone};
pub use bullet::{Bullet, BulletForm};
pub use chain::{Chain, ChainStep};
pub use differences::{Difference, Differences};
pub use fishbone::{Bone, Fishbone};
pub use heat::{HeatCell, HeatColumn, HeatMap, HeatRow};
pub use lanes::{Lane, LaneBox, Lanes};
pub use mark::{Judgement, Signal, rule_letter, rule_words, signal_words, status_words};
pub use process::{Event, Limits, Phase, ProcessChart, ProcessPoint, SeriesBreak, StepLine, StepSegment, Suspension};
pub use scale::Bounds;
pub use spark::Sparkline;
pub use steps::{Steps, StepsEnd, StepsItem};
pub use timeline::{DayTick, TimeForm, TimeMark, TimeRow, Timeline};
pub use waterfall::{Deduction, Total, Waterfall};

use super::graph::Graph;

/// Any picture of a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Picture {
    /// A process behaviour chart, or a plain trend.
    Process(Box<ProcessChart>),
    /// Standing bars over periods.
    Bars(BarChart),
    /// Lying bars with long names.
    LyingBars(BarChart),
    /// One value on its scale.
    Bullet(Bullet),
    /// Attainment of many metrics over many periods.
    Heat(HeatMap),
    /// A line the size of a word.
    Spark(Sparkline),
    /// From a raw count to a net count.
    Waterfall(Waterfall),
    /// Causes and effects in lanes.
    Lanes(Lanes),
    /// What lasted how long, and what happened when.
    Timeline(Timeline),
    /// A neighbourhood of the lineage.
    Graph(Graph),
    /// The answers from which people choose.
    Answers(Answers),
    /// From an effect back to its cause.
    Chain(Chain),
    /// Differences with their intervals.
    Differences(Differences),
    /// Possible causes, sorted into groups.
    Fishbone(Fishbone),
    /// From one figure to another, item by item.
    Steps(Steps),
}
