//! One thing, told in a terminal.

use std::io::{self, Write};

use crate::app::Shown;

/// Writes what is known of a record or figure: names in a column, values beside them.
pub(in crate::cli) fn write(shown: &Shown, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", escaped(&shown.title))?;
    for part in &shown.parts {
        writeln!(out)?;
        if !part.heading.is_empty() {
            writeln!(out, "{}", part.heading)?;
        }
        let width = part.rows.iter().map(|(name, _)| name.chars().count()).max().unwrap_or_default().min(WIDEST_NAME);
        for (name, value) in &part.rows {
            let name = escaped(name);
            let mut lines = value.lines();
            let first = lines.next().unwrap_or_default();
            writeln!(out, "{}", format!("  {name:width$}  {}", escaped(first)).trim_end())?;
            for line in lines {
                writeln!(out, "{}", format!("  {:width$}  {}", "", escaped(line)).trim_end())?;
            }
        }
    }
    Ok(())
}

/// Names longer than this many characters do not push the values of all others to the right.
const WIDEST_NAME: usize = 40;

/// What people wrote, without what would move the cursor or turn the reading direction.
fn escaped(text: &str) -> String {
    crate::model::visible(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::ShownPart;

    #[test]
    fn values_stand_in_a_column_and_keep_their_lines() {
        let rows = vec![("file".to_owned(), "a.yaml".to_owned()), ("definition".to_owned(), "one\ntwo".to_owned())];
        let shown = Shown { title: "metric/a: A".to_owned(), parts: vec![ShownPart { heading: "fields".to_owned(), rows }] };
        let mut out = Vec::new();
        write(&shown, &mut out).expect("memory can be written");
        assert_eq!(String::from_utf8_lossy(&out), "metric/a: A\n\nfields\n  file        a.yaml\n  definition  one\n              two\n");
    }

    #[test]
    fn control_characters_of_values_are_shown_and_not_obeyed() {
        let shown = Shown {
            title: "a".to_owned(),
            parts: vec![ShownPart { heading: String::new(), rows: vec![("by".to_owned(), "\u{1b}[2J\u{202e}eve".to_owned())] }],
        };
        let mut out = Vec::new();
        write(&shown, &mut out).expect("memory can be written");
        assert!(String::from_utf8_lossy(&out).ends_with("  by  \\u{1b}[2J\\u{202e}eve\n"));
    }
}
