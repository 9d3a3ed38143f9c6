//! What a text could say on a day: what it says at the end, without what was not known then.
//!
//! Nothing is made up. Sentences, list entries and fields are left away that name a later day, a later month, or a record that was not there yet; a text
//! that names none of these stays as it is, byte for byte.

use std::collections::BTreeSet;
use std::path::Path;

use crate::model::Date;

/// Fields whose day may lie ahead.
const PLANNED: [&str; 7] = ["effective_from:", "due:", "review_by:", "expires:", "scheduled:", "effective:", "basis_ref:"];

/// Fields that say nothing without any one of their parts.
const WHOLE: [&str; 2] = ["criteria:", "nonresponse_analysis:"];

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// What is known on a day.
#[derive(Clone, Debug)]
pub(super) struct Known<'a> {
    /// The day.
    pub(super) day: Date,
    /// The day on which the demonstration ends: what lies behind it is planned.
    pub(super) end: Date,
    /// Ids of records that are not there yet.
    pub(super) missing: BTreeSet<&'a str>,
}

impl Known<'_> {
    /// The text as it could stand on the day.
    pub(super) fn of(&self, path: &str, text: &str) -> String {
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let mut sheet = Sheet { keep: vec![true; lines.len()], lines, edited: false };
        let body = if is_markdown(path) { sheet.end_of_front_matter() } else { sheet.lines.len() };
        self.fields(&mut sheet, body);
        self.prose(&mut sheet, body, text.lines().count());
        if sheet.edited { sheet.written(is_markdown(path).then_some(body)) } else { text.to_owned() }
    }

    /// Whether a line names what is not known yet.
    fn is_early(&self, line: &str) -> bool {
        let field = line.trim_start().trim_start_matches("- ");
        if PLANNED.iter().any(|planned| field.starts_with(planned)) {
            return false;
        }
        days_named(line).into_iter().any(|day| self.is_ahead(day)) || ids(line).any(|id| self.missing.contains(id)) || self.is_result(line)
    }

    fn is_ahead(&self, day: Date) -> bool {
        day > self.day && day <= self.end
    }

    /// Whether a line holds the result of a month that is not over.
    fn is_result(&self, line: &str) -> bool {
        let Some((_, month)) = line.split_once("period: ") else { return false };
        let first = month.get(..7).and_then(|month| Date::parse(&format!("{month}-01")).ok());
        first.is_some_and(|first| self.is_ahead(first.add_months(1)))
    }

    /// Leaves out fields and entries, and what of the prose in them is early.
    fn fields(&self, sheet: &mut Sheet, end: usize) {
        let (mut at, mut holders) = (0, Vec::new());
        while at < end {
            let line = sheet.lines[at].clone();
            if line.ends_with('|') {
                let after = sheet.end_of_block(at, end);
                self.prose(sheet, at + 1, after);
                if !(at + 1..after).any(|inside| sheet.keep[inside] && !sheet.lines[inside].trim().is_empty()) {
                    sheet.drop_field(at, end);
                }
                at = after;
                continue;
            }
            if line.ends_with(':') {
                holders.push(at);
            }
            if sheet.keep[at] && self.is_early(&line) {
                match self.shortened(&line) {
                    Some(short) => sheet.replace(at, short),
                    None if is_list_field(&line) => sheet.drop(at, at + 1),
                    None => sheet.drop_field(at, end),
                }
            }
            at += 1;
        }
        // From the inside out, since one that holds only empty ones is empty too.
        for holder in holders.into_iter().rev() {
            let after = sheet.end_of_block(holder, end);
            if sheet.keep[holder] && !(holder + 1..after).any(|inside| sheet.keep[inside]) {
                sheet.drop(holder, holder + 1);
            }
        }
    }

    /// A line with a list of ids, without those that are not there yet; nothing where none would be left, or where that is not all.
    fn shortened(&self, line: &str) -> Option<String> {
        let (before, rest) = line.split_once('[')?;
        let (list, after) = rest.split_once(']')?;
        let left: Vec<&str> = list.split(", ").filter(|entry| !self.is_early(entry)).collect();
        let short = format!("{before}[{}]{after}", left.join(", "));
        (!left.is_empty() && !self.is_early(&short)).then_some(short)
    }

    /// Leaves out paragraphs, points and rows of tables.
    fn prose(&self, sheet: &mut Sheet, start: usize, end: usize) {
        let mut at = start;
        while at < end {
            let mut after = at + 1;
            while after < end && !begins_anew(&sheet.lines[after]) && !sheet.lines[at].trim().is_empty() {
                after += 1;
            }
            let whole = sheet.lines[at..after].iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ");
            if self.is_early(&whole) {
                sheet.drop(at, after);
            }
            at = after;
        }
    }
}

/// Lines, each of them kept or left out.
struct Sheet {
    lines: Vec<String>,
    keep: Vec<bool>,
    edited: bool,
}

impl Sheet {
    fn drop(&mut self, start: usize, end: usize) {
        self.keep[start..end].fill(false);
        self.edited = true;
    }

    fn replace(&mut self, at: usize, line: String) {
        self.lines[at] = line;
        self.edited = true;
    }

    /// The line behind everything that belongs to a line.
    fn end_of_block(&self, at: usize, end: usize) -> usize {
        let depth = indent(&self.lines[at]);
        let is_over = |line: &&usize| !self.lines[**line].trim().is_empty() && indent(&self.lines[**line]) <= depth;
        let inside: Vec<usize> = (at + 1..end).collect();
        let mut after = inside.iter().find(is_over).copied().unwrap_or(end);
        while after > at + 1 && self.lines[after - 1].trim().is_empty() {
            after -= 1;
        }
        after
    }

    /// Where the entry of a list begins in which a line stands.
    fn entry_around(&self, at: usize) -> Option<usize> {
        let mut depth = indent(&self.lines[at]) + 1;
        for line in (0..=at).rev().filter(|line| !self.lines[*line].trim().is_empty()) {
            if indent(&self.lines[line]) < depth {
                depth = indent(&self.lines[line]);
                if self.lines[line].trim_start().starts_with("- ") {
                    return Some(line);
                }
            }
        }
        None
    }

    /// Leaves out a field, with the entry of a list in which it stands, and with whatever says nothing without it.
    fn drop_field(&mut self, at: usize, end: usize) {
        let depth = indent(&self.lines[at]);
        let holder = (0..at).rev().find(|line| !self.lines[*line].trim().is_empty() && indent(&self.lines[*line]) < depth);
        let whole = holder.filter(|holder| WHOLE.contains(&self.lines[*holder].trim()));
        let start = self.entry_around(at).or(whole).unwrap_or(at);
        self.drop(start, self.end_of_block(start, end));
    }

    fn end_of_front_matter(&self) -> usize {
        self.lines.iter().skip(1).position(|line| line == "---").map_or(0, |at| at + 2)
    }

    /// What is kept, without headings of nothing and without more than one empty line in a row.
    fn written(&self, body: Option<usize>) -> String {
        let mut kept: Vec<&str> = Vec::new();
        for (at, line) in self.lines.iter().enumerate().filter(|(at, _)| self.keep[*at]) {
            let is_body = body.is_some_and(|body| at >= body);
            if line.is_empty() && kept.last().is_some_and(|last| last.is_empty()) {
                continue;
            }
            if is_body && line.starts_with('#') {
                drop_bare_heading(&mut kept);
            }
            kept.push(line);
        }
        if body.is_some() {
            drop_bare_heading(&mut kept);
        }
        kept.join("\n").trim_end().to_owned() + "\n"
    }
}

fn drop_bare_heading(kept: &mut Vec<&str>) {
    let last = kept.iter().rposition(|line| !line.is_empty());
    if let Some(last) = last.filter(|last| kept[*last].starts_with("## ")) {
        kept.truncate(last);
    }
}

fn is_markdown(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|ending| ending == "md")
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// Whether a line is a field that holds nothing but a list.
fn is_list_field(line: &str) -> bool {
    let is_name = |name: &str| name.bytes().all(|letter| letter.is_ascii_lowercase() || letter == b'_');
    line.ends_with(']') && line.trim_start().split_once(": [").is_some_and(|(name, _)| is_name(name))
}

/// Whether a line of prose begins something of its own.
fn begins_anew(line: &str) -> bool {
    let line = line.trim_start();
    let number = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
    line.is_empty() || line.starts_with(['|', '#']) || line.starts_with("- ") || number.len() < line.len() && number.starts_with(". ")
}

/// The words of a line that may be ids or days.
pub(super) fn ids(line: &str) -> impl Iterator<Item = &str> {
    line.split(|letter: char| !(letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-')).filter(|word| word.len() > 3)
}

/// The days that a text names as `2026-04-01`.
pub(super) fn written_days(text: &str) -> impl Iterator<Item = Date> {
    ids(text).filter_map(|word| Date::parse(word.get(..10)?).ok())
}

/// The days that a text names, as `2026-04-01`, `1 April 2026` or `April 2026`.
pub(super) fn days_named(text: &str) -> Vec<Date> {
    let mut days: Vec<Date> = written_days(text).collect();
    let words: Vec<&str> = text.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    for (at, word) in words.iter().enumerate() {
        let month = MONTHS.iter().position(|month| month == word).and_then(|month| u32::try_from(month + 1).ok());
        let year = words.get(at + 1).filter(|year| year.len() == 4).and_then(|year| year.parse().ok());
        if let (Some(month), Some(year)) = (month, year) {
            let day = at.checked_sub(1).and_then(|before| words[before].parse().ok()).unwrap_or(1);
            days.extend(Date::new(year, month, day).or_else(|_| Date::new(year, month, 1)));
        }
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(missing: &[&'static str], path: &str, text: &str) -> String {
        let day = |text: &str| Date::parse(text).expect("a day");
        Known { day: day("2025-01-01"), end: day("2026-11-23"), missing: missing.iter().copied().collect() }.of(path, text)
    }

    #[test]
    fn text_that_names_nothing_later_stays_as_it_is() {
        let text = "title: A\n\nnotes: |\n  Since December 2024.\n\n\n  Until April 2027.\n";
        assert_eq!(known(&[], "a.yaml", text), text);
    }

    #[test]
    fn references_to_records_that_are_not_there_are_left_out() {
        let text = "a: [x-one, x-two]\nb: [x-two]\nlinks:\n  - to: x-one\n    evidence: [x-two]\n  - to: x-two\n    why: it\nmore:\n  - {to: x-two}\n";
        assert_eq!(known(&["x-two"], "a.yaml", text), "a: [x-one]\nlinks:\n  - to: x-one\n");
    }

    #[test]
    fn points_and_fields_of_later_days_are_left_out() {
        let text = "reviewed: 2025-03-01\nlimits: |\n  - One.\n  - Two, in\n    May 2025.\n  - Three.\nnotes: |\n  Since 2 May 2025.\ndue: 2025-09-01\n";
        assert_eq!(known(&[], "a.yaml", text), "limits: |\n  - One.\n  - Three.\ndue: 2025-09-01\n");
    }

    #[test]
    fn results_of_months_that_are_not_over_are_left_out() {
        let text = "results:\n  - {period: 2024-12, passed: true}\n  - {period: 2025-01, passed: true}\n";
        assert_eq!(known(&[], "a.yaml", text), "results:\n  - {period: 2024-12, passed: true}\n");
    }

    #[test]
    fn headings_of_a_page_go_with_what_stood_below_them() {
        let text = "---\ntitle: A\n---\nOne.\n\n## Then\n\nIn May 2025.\n\n## Now\n\n1. In May 2025.\n2. Two.\n";
        assert_eq!(known(&[], "a.md", text), "---\ntitle: A\n---\nOne.\n\n## Now\n\n2. Two.\n");
    }
}
