//! Lines of comma-separated values (RFC 4180, with line feeds).

/// Adds a line; cells with a comma, quote or line break are quoted.
pub fn push_line<'a>(text: &mut String, cells: impl IntoIterator<Item = &'a str>) {
    for (index, cell) in cells.into_iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        if cell.contains([',', '"', '\n', '\r']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(cell);
        }
    }
    text.push('\n');
}

/// Free text for a cell: a spreadsheet must not take it for a formula.
#[must_use]
pub fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t']) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_need_quotes_get_them() {
        let mut text = String::new();
        push_line(&mut text, ["a", "b,c", "d\"e", ""]);
        assert_eq!(text, "a,\"b,c\",\"d\"\"e\",\n");
    }

    #[test]
    fn a_comment_never_becomes_a_formula() {
        assert_eq!(harmless("=1+1"), "'=1+1");
        assert_eq!(harmless("late data"), "late data");
    }
}
