//! The text of one file, and the way from byte offsets to lines and columns.

use std::ops::Range;
use std::sync::Arc;

use super::Place;

/// Bytes of the longest line that is given as an excerpt; a place may be kept for each of many findings.
const LONGEST_EXCERPT: usize = 4096;

/// The text of one file of the project, with its path as people know it.
///
/// Cheap to clone. The path is relative to the project, with `/` between its parts on every system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceText {
    path: Arc<str>,
    text: Arc<str>,
}

impl SourceText {
    /// Joins a path and its text.
    #[must_use]
    pub fn new(path: impl Into<Arc<str>>, text: impl Into<Arc<str>>) -> Self {
        Self { path: path.into(), text: text.into() }
    }

    /// The path, relative to the project.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The place of a range of bytes, with the line it starts on as an excerpt, unless the line is too long for anybody to read.
    ///
    /// A range that runs over several lines is shown up to the end of its first one. Offsets beyond the text or inside
    /// a character are moved back to the nearest boundary, so that a place can always be given.
    #[must_use]
    pub fn place(&self, range: Range<usize>) -> Place {
        let text = self.text();
        let start = boundary(text, range.start);
        let line_start = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |newline| start + newline);
        let end = boundary(text, range.end).clamp(start, line_end);
        let excerpt = text[line_start..line_end].trim_end_matches('\r');
        let column = text[line_start..start].chars().count() + 1;
        Place {
            path: Arc::clone(&self.path),
            line: text[..line_start].matches('\n').count() + 1,
            column,
            width: text[start..end].chars().count(),
            excerpt: (excerpt.len() <= LONGEST_EXCERPT).then(|| excerpt.into()),
        }
    }

    /// The place of a whole line, counted from 1.
    #[must_use]
    pub fn line(&self, line: usize) -> Place {
        let text = self.text();
        let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
        let end = text[start..].find('\n').map_or(text.len(), |newline| start + newline);
        self.place(start..end)
    }
}

fn boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let source = SourceText::new("a.yaml", "title: x\nname: Zoë b\n");
        let start = source.text().find(" b").expect("present") + 1;
        let place = source.place(start..start + 1);
        assert_eq!((place.line, place.column, place.width), (2, 11, 1));
        assert_eq!(place.excerpt.as_deref(), Some("name: Zoë b"));
    }

    #[test]
    fn a_place_beyond_the_text_is_its_end() {
        let source = SourceText::new("a.yaml", "ab\n");
        let place = source.place(90..99);
        assert_eq!((place.line, place.column, place.width), (2, 1, 0));
    }

    #[test]
    fn a_line_that_nobody_reads_is_no_excerpt() {
        let place = SourceText::new("a.csv", "x".repeat(LONGEST_EXCERPT + 1)).place(7..8);
        assert_eq!((place.line, place.column, place.excerpt), (1, 8, None));
    }

    #[test]
    fn a_line_is_placed_whole() {
        let source = SourceText::new("a.csv", "x\ny,z\n");
        let place = source.line(2);
        assert_eq!((place.line, place.column, place.width), (2, 1, 3));
    }
}
