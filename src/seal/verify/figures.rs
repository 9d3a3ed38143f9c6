//! The lines of `data/figures.csv`, as they stand in a report that was handed over.

use std::borrow::Cow;

use thiserror::Error;

use crate::seal::cells::take_cells;

/// The list of figures of a report.
pub(super) const FIGURES: &str = "data/figures.csv";

/// The columns that are read, in the order of [`FigureLine`].
const COLUMNS: [&str; 10] = ["page", "anchor", "metric", "version", "period", "segment", "vintage", "numerator", "denominator", "value"];

/// One published figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FigureLine<'a> {
    /// The page on which it stands.
    pub(super) page: Cow<'a, str>,
    /// The element of that page.
    pub(super) anchor: Cow<'a, str>,
    /// The metric.
    pub(super) metric: Cow<'a, str>,
    /// The version of the definition behind it.
    pub(super) version: Cow<'a, str>,
    /// The period.
    pub(super) period: Cow<'a, str>,
    /// The part of the results, or the total.
    pub(super) segment: Cow<'a, str>,
    /// How often it was revised.
    pub(super) vintage: Cow<'a, str>,
    /// The count above the line; may be empty.
    pub(super) numerator: Cow<'a, str>,
    /// The count below the line; may be empty.
    pub(super) denominator: Cow<'a, str>,
    /// The value; empty where none is published.
    pub(super) value: Cow<'a, str>,
}

/// Why a list of figures cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub(super) enum FiguresError {
    /// The bytes are no text.
    #[error("it is no text in UTF-8")]
    NoText,
    /// A column is missing.
    #[error("it has no column `{0}`")]
    Column(&'static str),
    /// A line is malformed.
    #[error("line {0} has not as many cells as the first line, or a quote that does not end")]
    Line(usize),
}

/// Reads a list of figures.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<FigureLine<'_>>, FiguresError> {
    let text = std::str::from_utf8(bytes).map_err(|_| FiguresError::NoText)?;
    let mut rest = text;
    let head = take_cells(&mut rest).ok_or(FiguresError::Line(1))?;
    let mut places = [0; COLUMNS.len()];
    for (place, name) in places.iter_mut().zip(COLUMNS) {
        *place = head.iter().position(|cell| cell == name).ok_or(FiguresError::Column(name))?;
    }
    let mut lines = Vec::new();
    while !rest.is_empty() {
        let number = lines.len() + 2;
        let mut row = take_cells(&mut rest).filter(|row| row.len() == head.len()).ok_or(FiguresError::Line(number))?;
        let mut cell = |index: usize| places.get(index).and_then(|place| row.get_mut(*place)).map(std::mem::take).unwrap_or_default();
        lines.push(FigureLine {
            page: cell(0),
            anchor: cell(1),
            metric: cell(2),
            version: cell(3),
            period: cell(4),
            segment: cell(5),
            vintage: cell(6),
            numerator: cell(7),
            denominator: cell(8),
            value: cell(9),
        });
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    use proptest::prelude::*;

    const HEAD: &str = "page,anchor,metric,version,period,segment,vintage,numerator,denominator,value,note\n";

    #[test]
    fn quoted_cells_are_read() {
        let text = format!("{HEAD}p,a,m,1,2026,\"x=\"\"1,2\"\"\n\",0,,,1.5,\n");
        let lines = read(text.as_bytes()).expect("a list");
        assert_eq!((&*lines[0].segment, &*lines[0].value), ("x=\"1,2\"\n", "1.5"));
    }

    #[test]
    fn list_of_another_shape_is_refused() {
        assert_eq!(read(b"page,anchor\n"), Err(FiguresError::Column("metric")));
        assert_eq!(read(format!("{HEAD}a,b\n").as_bytes()), Err(FiguresError::Line(2)));
        assert_eq!(read(format!("{HEAD}\"a").as_bytes()), Err(FiguresError::Line(2)));
        assert_eq!(read(b"\xff"), Err(FiguresError::NoText));
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_a_panic(text in "[a,\"\n]{0,60}") {
            let _ = read(format!("{HEAD}{text}").as_bytes());
        }
    }
}
