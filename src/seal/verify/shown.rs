//! Whether pages show what the list of figures says: check I08.
//!
//! A page is read once. The row of a figure is the element with its anchor; the value is the cell before the marks, or, where one row shows
//! several parts of the results, the cells of the row in the order of the list.

use std::collections::BTreeMap;

use super::fault::{Fault, FaultName};
use super::figures::FigureLine;
use super::markup::{entities_read, tags};
use crate::language::Language;

/// The figures of each page, by anchor, in the order of the list.
pub(super) type Wanted<'a> = BTreeMap<&'a str, BTreeMap<&'a str, Vec<&'a str>>>;

/// Sorts the lines of a list of figures by page and anchor.
pub(super) fn by_page<'a>(lines: &'a [FigureLine<'a>]) -> Wanted<'a> {
    let mut wanted = Wanted::new();
    for line in lines {
        wanted.entry(&line.page).or_default().entry(&line.anchor).or_default().push(&line.value);
    }
    wanted
}

/// Holds a page against the figures that should stand on it.
pub(super) fn hold(path: &str, page: &str, wanted: &BTreeMap<&str, Vec<&str>>) -> Vec<Fault> {
    let mut faults = Vec::new();
    let numbers = Numbers::of(page);
    let mut left: BTreeMap<&str, &Vec<&str>> = wanted.iter().map(|(anchor, values)| (*anchor, values)).collect();
    for row in rows(page) {
        let Some(values) = wanted.get(row.anchor) else {
            continue;
        };
        let place = format!("{path}#{}", row.anchor);
        if left.remove(row.anchor).is_none() {
            faults.push(Fault::new(
                FaultName::FigureNotFound,
                place,
                "the anchor stands twice on the page, so that a link to it proves nothing",
            ));
            continue;
        }
        let shown = row.shown();
        if shown.len() != values.len() {
            let message = format!("the list has {} figures in this row, and the page shows {}", values.len(), shown.len());
            faults.push(Fault::new(FaultName::FigureDiffers, place, message).values(values.len(), shown.len()));
            continue;
        }
        for (value, shown) in values.iter().zip(shown) {
            if !numbers.shows(&shown, value) {
                let expected = if value.is_empty() { "no figure".to_owned() } else { numbers.written(value) };
                let found = if shown.is_empty() { "no figure" } else { shown.as_str() };
                let message = format!("the list of figures has {expected}, and the page shows {found}");
                faults.push(Fault::new(FaultName::FigureDiffers, place.as_str(), message).values(&expected, found));
            }
        }
    }
    for anchor in left.keys() {
        let message = "the list of figures has a figure here, and the page has no such place";
        faults.push(Fault::new(FaultName::FigureNotFound, format!("{path}#{anchor}"), message));
    }
    faults
}

/// A row of a table with its anchor.
struct Row<'a> {
    anchor: &'a str,
    inside: &'a str,
}

/// The rows of a page that have an anchor.
fn rows(page: &str) -> impl Iterator<Item = Row<'_>> {
    const BEGIN: &str = "<tr id=\"";
    let mut rest = page;
    std::iter::from_fn(move || {
        let (_, after) = rest.split_once(BEGIN)?;
        let (anchor, after) = after.split_once('"')?;
        let (inside, after) = after.split_once("</tr>")?;
        rest = after;
        Some(Row { anchor, inside })
    })
}

impl Row<'_> {
    /// The figures that the row shows; empty text where it says that there is none.
    fn shown(&self) -> Vec<String> {
        let cells: Vec<(&str, &str)> =
            self.inside.split("<td").skip(1).filter_map(|cell| cell.split_once("</td>")?.0.split_once('>')).collect();
        match cells.iter().position(|(attributes, _)| attributes.contains("class=\"marks\"")) {
            Some(marks) => {
                marks.checked_sub(1).and_then(|before| cells.get(before)).map(|(_, content)| text(content)).into_iter().collect()
            }
            None => cells.iter().filter(|(_, content)| !content.is_empty()).map(|(_, content)| text(content)).collect(),
        }
    }
}

/// The figure of a cell: its text up to what stands beside it.
fn text(content: &str) -> String {
    entities_read(content.split('<').next().unwrap_or_default().trim()).into_owned()
}

/// How the page writes numbers.
struct Numbers(Option<Language>);

impl Numbers {
    fn of(page: &str) -> Self {
        let html = tags(page).find(|tag| tag.name == "html");
        let tag = html.and_then(|html| html.attributes().find(|(name, _)| *name == "lang")).map(|(_, value)| value.into_owned());
        let known = |tag: &String| matches!(tag.split('-').next(), Some("en" | "de"));
        Self(tag.filter(known).map(|tag| Language::built_in(&tag)))
    }

    /// A value as the page should write it.
    fn written(&self, value: &str) -> String {
        self.0.as_ref().map_or_else(|| value.to_owned(), |language| language.plain_number(value))
    }

    fn shows(&self, shown: &str, value: &str) -> bool {
        if let Some(language) = &self.0 {
            return shown == language.plain_number(value);
        }
        // A language of the project itself: its signs stand in no page, so the digits and the sign have to do.
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let negative = |text: &str| text.starts_with(['-', '\u{2212}']);
        digits(shown) == digits(value) && negative(shown) == negative(value) && shown.is_empty() == value.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(language: &str, rows: &str) -> String {
        format!("<html lang=\"{language}\"><table>{rows}</table></html>\n")
    }

    fn row(anchor: &str, value: &str) -> String {
        format!(
            "<tr id=\"{anchor}\"><th>x</th><td class=\"num\">9</td><td class=\"num\" data-value=\"1\">{value}</td><td class=\"marks\">Rx</td><td></td></tr>"
        )
    }

    fn names(page: &str, wanted: &[(&str, &[&str])]) -> Vec<&'static str> {
        let wanted = wanted.iter().map(|(anchor, values)| (*anchor, values.to_vec())).collect();
        hold("p.html", page, &wanted).iter().map(|fault| fault.name.name()).collect()
    }

    #[test]
    fn value_is_read_as_the_language_writes_it() {
        for (language, shown) in [("en-GB", "1,234.50"), ("de", "1.234,50"), ("fr", "1\u{202f}234,50")] {
            assert!(names(&page(language, &row("p-2026", shown)), &[("p-2026", &["1234.50"])]).is_empty(), "{language}");
        }
        for (language, shown) in
            [("en-GB", "1,234.5"), ("en-GB", "1.234,50"), ("de", "1,234.50"), ("en", "1,234.51"), ("fr", "1234,51"), ("en", "")]
        {
            assert_eq!(names(&page(language, &row("p-2026", shown)), &[("p-2026", &["1234.50"])]), ["figure-differs"], "{shown}");
        }
    }

    #[test]
    fn letters_and_marks_beside_a_value_are_no_part_of_it() {
        let flagged = row("p", "5 <abbr class=\"flag\" title=\"provisional\">p</abbr>");
        assert!(names(&page("en", &flagged), &[("p", &["5"])]).is_empty());
        let crossed = "<tr id=\"p\"><th>x</th><td class=\"num\">5 <span class=\"ticks\"></span></td><td></td><td><span class=\"none\">withheld</span></td></tr>";
        assert!(names(&page("en", crossed), &[("p", &["5", ""])]).is_empty());
        assert_eq!(names(&page("en", crossed), &[("p", &["5", "6"])]), ["figure-differs"]);
    }

    #[test]
    fn place_that_is_missing_or_stands_twice_is_told() {
        assert_eq!(names(&page("en", &row("p", "5")), &[("q", &["5"])]), ["figure-not-found"]);
        assert_eq!(names(&page("en", &[row("p", "5"), row("p", "5")].concat()), &[("p", &["5"])]), ["figure-not-found"]);
    }
}
