//! `search-index.js`: which words lead to which entries, as a classic script, so that pages can load it from disk.
//!
//! The script leaves the index on its own element and no name in the page. What it holds:
//!
//! - `format`: 1. A page that knows another format says that it cannot search.
//! - `kinds`: what kinds of things there are, each as its words and the folder of its pages.
//! - `states`: the states, each as its words and 1 where it is an end, else 0; the first one stands for none.
//! - `entries`: a line for each entry: position of its kind, position of its state, title, id, path, parted by tabs; the
//!   path is left out where it is the folder of the kind, the id and `.html`, and tabs at the end are left out.
//! - `terms`: the words in the order of their UTF-16 units, each as a digit of base 62 that says how many units it shares
//!   with the one before, and the rest of it; parted by spaces.
//! - `postings`: for each word how many bytes follow, and for each of its entries in order `3 × distance + weight`, the
//!   distance counted from the entry after the one before; all as groups of seven bits, the lowest first; in base 64.

mod base64;
mod lists;
mod terms;

use serde_json::json;

use self::lists::Lists;
use self::terms::Terms;
use crate::site::{SearchEntry, Site, words};

/// The index of everything that can be searched for in a report.
#[must_use]
pub fn search_index(site: &Site) -> Vec<u8> {
    let mut index = Index::default();
    site.search_entries(&mut |entry| index.add(entry));
    index.script()
}

/// An index in the making.
#[derive(Default)]
struct Index {
    lists: Lists,
    terms: Terms,
}

impl Index {
    fn add(&mut self, entry: &SearchEntry<'_>) {
        self.lists.add(entry);
        for (weight, text) in entry.weighed() {
            words(text, &mut |word| self.terms.add(word, weight));
        }
        self.terms.end_entry();
    }

    fn script(self) -> Vec<u8> {
        let (terms, postings) = self.terms.finish();
        let Lists { kinds, states, entries, .. } = self.lists;
        let states: Vec<_> = states.into_iter().map(|(words, ended)| json!([words, u8::from(ended)])).collect();
        let index = json!({
            "format": 1,
            "kinds": kinds,
            "states": states,
            "entries": entries,
            "terms": terms,
            "postings": base64::encode(&postings),
        });
        format!("document.currentScript.searchIndex={index};\n").into_bytes()
    }
}

#[cfg(test)]
mod tests;
