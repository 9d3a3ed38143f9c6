//! The whole report on one page: the pages that it holds, put one behind the other.
//!
//! Ids of a page get the address of the page before them, links to pages that are here lead to these ids, and headings
//! move down by one. Nothing is decided here; which pages there are says [`crate::site::Site::whole`].

mod chapter;
mod tags;

use std::collections::BTreeSet;
use std::io::{self, Write};

use rayon::prelude::*;

use super::renderer::{RenderError, Renderer};
use crate::site::view::{Page, chapter_id};
use crate::site::{PlannedFile, Site};

/// What stands in the template where the pages come.
const MARK: &str = "<!--pages-->";

/// Pages that are rendered at once, so that memory does not grow with their number.
const AT_ONCE: usize = 32;

/// Writes the page with the whole report; `cover` is the page without those that it holds.
pub fn write_whole(site: &Site, renderer: &Renderer, cover: &Page, sink: &mut dyn Write) -> Result<(), WholeError> {
    let cover = String::from_utf8_lossy(&renderer.render(cover)?).into_owned();
    let (before, after) = cover.split_once(MARK).unwrap_or((&cover, ""));
    sink.write_all(before.as_bytes())?;
    let files: Vec<&PlannedFile> = site.whole().into_iter().map(|(_, file)| file).collect();
    let held: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    for some in files.chunks(AT_ONCE) {
        let chapters: Vec<Result<String, RenderError>> = some
            .par_iter()
            .filter_map(|file| site.page(file).map(|page| (file, page)))
            .map(|(file, page)| {
                let bytes = renderer.render(&page)?;
                Ok(chapter::of(&String::from_utf8_lossy(&bytes), &file.path, chapter_id(&file.path), &held))
            })
            .collect();
        for chapter in chapters {
            sink.write_all(chapter?.as_bytes())?;
        }
    }
    sink.write_all(after.as_bytes())?;
    Ok(())
}

/// Why the whole report could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WholeError {
    /// A page could not be rendered.
    #[error(transparent)]
    Render(#[from] RenderError),
    /// The file could not be written.
    #[error(transparent)]
    Write(#[from] io::Error),
}
