//! Pages become bytes.
//!
//! A page comes as data ([`crate::site::view::Page`]) and leaves as HTML. Pictures, tables and formulas are drawn here;
//! everything around them goes through the templates of the theme. The same page gives the same bytes. Nothing here
//! decides what a page says, and nothing an author wrote becomes markup.

pub mod chart;
pub mod data;
pub mod graph;
pub mod leaflet;
pub mod mathml;
pub mod recalc;
pub mod whole;

mod assets;
mod engine;
mod escape;
mod markdown;
mod parts;
mod renderer;
mod sample;
mod svg;
mod table;
mod theme;

pub use assets::Asset;
pub(crate) use escape::{push_text, ticks};
pub use markdown::{LinkTable, relative_links};
pub use renderer::{RenderError, Renderer};
