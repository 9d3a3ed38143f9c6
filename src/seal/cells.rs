//! The cells of lines that a report was written with: commas between them, quotation marks around those that hold one.
//!
//! Cells are borrowed where nothing stood in quotation marks, since a report has millions of them.

use std::borrow::Cow;

/// Takes the cells of one line (RFC 4180, with line feeds); nothing where a quote does not end.
pub fn take_cells<'a>(rest: &mut &'a str) -> Option<Vec<Cow<'a, str>>> {
    let line = rest.split('\n').next().unwrap_or_default();
    if !line.contains('"') {
        *rest = rest.get(line.len() + 1..).unwrap_or("");
        return Some(line.split(',').map(Cow::Borrowed).collect());
    }
    let mut cells = Vec::new();
    loop {
        let (cell, after) = if let Some(quoted) = rest.strip_prefix('"') {
            quoted_cell(quoted)?
        } else {
            let (cell, after) = rest.split_at(rest.find([',', '\n']).unwrap_or(rest.len()));
            (Cow::Borrowed(cell), after)
        };
        cells.push(cell);
        match after.strip_prefix(',') {
            Some(after) => *rest = after,
            None if after.is_empty() => {
                *rest = "";
                return Some(cells);
            }
            None => {
                *rest = after.strip_prefix('\n')?;
                return Some(cells);
            }
        }
    }
}

/// The cell whose opening quote was taken, and what stands behind its closing one.
fn quoted_cell(quoted: &str) -> Option<(Cow<'_, str>, &str)> {
    let mut from = 0;
    loop {
        let place = from + quoted.get(from..)?.find('"')?;
        let after = quoted.get(place + 1..)?;
        if !after.starts_with('"') {
            return Some((Cow::Owned(quoted.get(..place)?.replace("\"\"", "\"")), after));
        }
        from = place + 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use proptest::prelude::*;

    #[test]
    fn lines_are_taken_one_by_one() {
        let mut rest = "a,,\"b,\"\"c\"\n\"d\"";
        assert_eq!(take_cells(&mut rest), Some(vec!["a".into(), "".into(), "b,\"c".into()]));
        assert_eq!(take_cells(&mut rest), Some(vec!["d".into()]));
        assert_eq!(rest, "");
    }

    #[test]
    fn quotation_mark_that_is_not_closed_or_has_text_behind_it_is_refused() {
        for line in ["\"a", "\"a\"b,c", "a,\"b\n"] {
            assert_eq!(take_cells(&mut &*line), None, "{line}");
        }
    }

    proptest! {
        #[test]
        fn any_line_is_split_without_a_panic(line in "[a,\"é]{0,30}") {
            let _ = take_cells(&mut line.as_str());
        }
    }
}
