//! A check for tests: what a picture must be, whatever went into it.

use std::collections::BTreeSet;

/// Panics unless the markup is balanced, its attributes are quoted and safe, its ids are unique and it carries no
/// style of its own.
pub(crate) fn assert_well_formed(markup: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut ids = BTreeSet::new();
    let mut rest = markup;
    while let Some(start) = rest.find('<') {
        assert!(!rest[..start].contains('>'), "a bare `>` in text: {rest}");
        let end = tag_end(&rest[start..]) + start;
        let tag = &rest[start + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "closed out of turn in {markup}");
            continue;
        }
        let (name, attributes) = tag.trim_end_matches('/').split_once(' ').unwrap_or((tag.trim_end_matches('/'), ""));
        assert!(name.chars().all(|c| c.is_ascii_alphanumeric()), "an element called {name}");
        assert!(!matches!(name, "script" | "style" | "foreignObject" | "image" | "use"), "a {name} in a picture");
        check_attributes(attributes, &mut ids);
        if !tag.ends_with('/') {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "left open: {open:?} in {markup}");
}

fn tag_end(tag: &str) -> usize {
    let mut quoted = false;
    for (at, c) in tag.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '>' if !quoted => return at,
            '<' if at > 0 => panic!("`<` within a tag: {tag}"),
            _ => {}
        }
    }
    panic!("a tag that does not end: {tag}");
}

fn check_attributes(mut attributes: &str, ids: &mut BTreeSet<String>) {
    let mut names = BTreeSet::new();
    while let Some((name, after)) = attributes.trim_start().split_once("=\"") {
        assert!(name.chars().all(|c| c.is_ascii_alphabetic() || c == '-'), "an attribute called {name}");
        assert!(names.insert(name.to_owned()), "{name} twice in one element");
        assert!(name != "style" && !name.starts_with("on"), "{name} in a picture");
        let (value, rest) = after.split_once('"').expect("a closing quote");
        assert!(!value.contains("NaN") && !value.contains("inf"), "not a number: {name}={value}");
        if name == "id" {
            assert!(ids.insert(value.to_owned()), "id {value} twice");
        }
        if name == "href" {
            assert!(!value.to_ascii_lowercase().starts_with("javascript"), "a link to a script");
        }
        attributes = rest;
    }
    assert!(attributes.trim().is_empty(), "not an attribute: {attributes}");
}

/// The texts that people can read or hear in a picture, one after the other.
pub(crate) fn texts(markup: &str) -> String {
    let mut text = String::new();
    for piece in markup.split('<').skip(1) {
        if let Some((_, content)) = piece.split_once('>') {
            text.push_str(content);
            text.push('\n');
        }
    }
    text
}
