//! What the results of a search say: the entries, their kinds and their states.

use std::fmt::Write as _;

use crate::site::SearchEntry;

/// The entries so far, and the kinds and states that they name.
pub(super) struct Lists {
    /// Kinds: words and folder of pages.
    pub(super) kinds: Vec<(String, String)>,
    /// States: words, and whether they are an end.
    pub(super) states: Vec<(String, bool)>,
    /// A line for each entry.
    pub(super) entries: String,
}

impl Default for Lists {
    fn default() -> Self {
        Self { kinds: Vec::new(), states: vec![(String::new(), false)], entries: String::new() }
    }
}

impl Lists {
    /// Adds the line of an entry.
    pub(super) fn add(&mut self, entry: &SearchEntry<'_>) {
        let named = format!("{}.html", entry.id);
        let folder = entry.path.rsplit_once('/').filter(|(_, file)| *file == named).map_or("", |(folder, _)| folder);
        let path = if folder.is_empty() { entry.path } else { "" };
        let kind = position(&mut self.kinds, (entry.kind.to_string(), folder.to_owned()));
        let state = position(&mut self.states, (entry.state.clone(), entry.ended));
        if !self.entries.is_empty() {
            self.entries.push('\n');
        }
        let written = write!(self.entries, "{kind}\t{state}\t{}\t{}\t{path}", one_line(&entry.title), entry.id);
        debug_assert!(written.is_ok(), "writing into a string does not fail");
        self.entries.truncate(self.entries.trim_end_matches('\t').len());
    }
}

/// The position of a value in a short list, to which it is added where it is new.
fn position<T: PartialEq>(list: &mut Vec<T>, value: T) -> usize {
    list.iter().position(|known| *known == value).unwrap_or_else(|| {
        list.push(value);
        list.len() - 1
    })
}

fn one_line(title: &str) -> String {
    title.split_whitespace().collect::<Vec<_>>().join(" ")
}
