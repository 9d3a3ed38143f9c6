//! Draws the pictures of [`crate::site::chart`] as inline SVG.
//!
//! Invariants: the same picture gives the same bytes; every number that people read is text that came with the
//! picture or a tick built from
//! integers, never a formatted float; words of its own come from the language; colour comes from classes alone. This folder decides nothing about what is shown.

mod answers;
mod axes;
mod bars;
mod bullet;
mod chain;
mod differences;
mod fishbone;
mod heat;
mod icon;
mod lanes;
mod levels;
mod lying_bars;
mod place;
mod plain;
mod plot;
mod process;
mod scale;
mod spark;
mod steps;
mod timeline;
mod waterfall;

pub use bars::bars;
pub use bullet::bullet;
pub use heat::heat_map;
pub use icon::{assurance_icon, variation_icon};
pub use lanes::lanes;
pub use lying_bars::lying_bars;
pub use process::process_chart;
pub use spark::sparkline;
pub use timeline::timeline;
pub use waterfall::waterfall;

use crate::language::Language;
use crate::render::graph::graph;
use crate::site::chart::Picture;

/// Draws any picture of a page.
#[must_use]
pub fn draw(language: &Language, picture: &Picture) -> String {
    match picture {
        Picture::Process(chart) => process_chart(language, chart),
        Picture::Bars(chart) => bars(language, chart),
        Picture::LyingBars(chart) => lying_bars(language, chart),
        Picture::Bullet(value) => bullet(value),
        Picture::Heat(map) => heat_map(map),
        Picture::Spark(spark) => sparkline(spark),
        Picture::Waterfall(steps) => waterfall(steps),
        Picture::Lanes(map) => lanes(map),
        Picture::Timeline(days) => timeline(days),
        Picture::Graph(neighbourhood) => graph(neighbourhood),
        Picture::Answers(row) => answers::answers(row),
        Picture::Chain(steps) => chain::chain(steps),
        Picture::Differences(rows) => differences::differences(language, rows),
        Picture::Fishbone(bones) => fishbone::fishbone(bones),
        Picture::Steps(way) => steps::steps(language, way),
    }
}

#[cfg(test)]
mod tests;
