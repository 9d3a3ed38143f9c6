//! The index is read back by a reader of its own, which knows nothing but the description of the format.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::Value;

use super::Index;
use crate::site::{SearchEntry, Weight};

fn entry<'a>(title: &'a str, id: &'a str, path: &'a str, texts: &[(Weight, &'a str)]) -> SearchEntry<'a> {
    SearchEntry {
        title: title.into(),
        id,
        path,
        kind: "action".into(),
        state: String::new(),
        ended: false,
        texts: texts.iter().map(|(weight, text)| (*weight, Cow::Borrowed(*text))).collect(),
    }
}

fn written(entries: &[SearchEntry<'_>]) -> Value {
    let mut index = Index::default();
    for entry in entries {
        index.add(entry);
    }
    let script = String::from_utf8(index.script()).expect("utf-8");
    let json = script.strip_prefix("document.currentScript.searchIndex=").and_then(|rest| rest.strip_suffix(";\n"));
    serde_json::from_str(json.expect("one assignment")).expect("an object")
}

fn text<'a>(index: &'a Value, name: &str) -> &'a str {
    index[name].as_str().expect("a text")
}

fn unpacked(text: &str) -> Vec<u8> {
    let value = |letter: u8| match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'+' => 62,
        _ => 63,
    };
    let bits: Vec<bool> = text
        .bytes()
        .filter(|letter| *letter != b'=')
        .flat_map(|letter| (0..6).rev().map(move |bit| value(letter) >> bit & 1 == 1))
        .collect();
    bits.chunks_exact(8).map(|eight| eight.iter().fold(0, |byte, bit| byte << 1 | u8::from(*bit))).collect()
}

fn number(bytes: &mut impl Iterator<Item = u8>) -> u32 {
    let (mut number, mut shift) = (0, 0);
    loop {
        let byte = bytes.next().expect("a byte");
        number |= u32::from(byte & 0x7f) << shift;
        shift += 7;
        if byte < 0x80 {
            return number;
        }
    }
}

/// Each word with its entries and weights.
fn decoded(index: &Value) -> BTreeMap<String, Vec<(u32, u32)>> {
    let mut bytes = unpacked(text(index, "postings")).into_iter();
    let mut before: Vec<u16> = Vec::new();
    let mut found = BTreeMap::new();
    for term in text(index, "terms").split(' ').filter(|term| !term.is_empty()) {
        let first = term.chars().next().expect("a digit");
        let shared = match first {
            '0'..='9' | 'a'..='z' => first.to_digit(36).expect("a digit") as usize,
            _ => first as usize - 'A' as usize + 36,
        };
        before.truncate(shared);
        before.extend(term[1..].encode_utf16());
        let length = number(&mut bytes) as usize;
        let mut own = bytes.by_ref().take(length).collect::<Vec<u8>>().into_iter().peekable();
        let (mut next, mut entries) = (0, Vec::new());
        while own.peek().is_some() {
            let posting = number(&mut own);
            let position = next + posting / 3;
            entries.push((position, posting % 3));
            next = position + 1;
        }
        found.insert(String::from_utf16(&before).expect("a word"), entries);
    }
    assert_eq!(bytes.next(), None, "nothing follows the last word");
    found
}

#[test]
fn an_index_gives_back_every_word_with_its_entries_and_weights() {
    let entries = [
        entry("Refund backlog", "refund-backlog", "a/refund-backlog.html", &[(Weight::Text, "Clear the backlog by May.")]),
        entry("Été", "", "b.html", &[(Weight::Keyword, "refund"), (Weight::Text, "refunds 𝒳 \u{ffdc}")]),
    ];
    let found = decoded(&written(&entries));
    let of = |word: &str| found.get(word).map(Vec::as_slice);
    assert_eq!(of("refund"), Some(&[(0, 2), (1, 1)][..]));
    assert_eq!(of("backlog"), Some(&[(0, 2)][..]));
    assert_eq!(of("refunds"), Some(&[(1, 0)][..]));
    assert_eq!(of("ete"), Some(&[(1, 2)][..]));
    assert_eq!(of("action"), Some(&[(0, 1), (1, 1)][..]));
    assert_eq!(found.len(), 11, "{found:?}");
}

#[test]
fn words_stand_in_the_order_in_which_a_script_compares_them() {
    let entries = [entry("𝒳 \u{ffdc} zz Z a ab abc", "", "a.html", &[])];
    let index = written(&entries);
    let terms: Vec<&str> = text(&index, "terms").split(' ').collect();
    // U+1D4B3 is written as a pair that begins with D835, before FFDC.
    assert_eq!(terms, ["0a", "1b", "2c", "1ction", "0z", "1z", "0𝒳", "0\u{ffdc}"]);
}

#[test]
fn distances_that_need_several_bytes_come_back() {
    let common: Vec<SearchEntry<'_>> =
        (0..20_000).map(|position| entry(if position % 9_999 == 7 { "rare" } else { "common" }, "", "a.html", &[])).collect();
    let found = decoded(&written(&common));
    assert_eq!(found.get("rare").map(Vec::as_slice), Some(&[(7, 2), (10_006, 2)][..]));
    assert_eq!(found.get("common").map(Vec::len), Some(19_998));
}

#[test]
fn an_entry_names_its_path_only_where_its_id_does_not_say_it() {
    let retired = SearchEntry { state: "retired".to_owned(), ended: true, ..entry("Two\n words\t", "b", "x/b.html", &[]) };
    let index = written(&[entry("One", "a", "x/a.html", &[]), retired, entry("Three", "", "x/index.html", &[])]);
    assert_eq!(text(&index, "entries"), "0\t0\tOne\ta\n0\t1\tTwo words\tb\n1\t0\tThree\t\tx/index.html");
    assert_eq!(index["kinds"], serde_json::json!([["action", "x"], ["action", ""]]));
    assert_eq!(index["states"], serde_json::json!([["", 0], ["retired", 1]]));
}

#[test]
fn an_index_of_nothing_is_an_index() {
    assert!(decoded(&written(&[])).is_empty());
}
