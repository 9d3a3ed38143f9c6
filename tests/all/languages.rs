//! The built-in catalogues of words: each language says everything that English says, with the same gaps, and what the pages
//! ask for is what the catalogues have.

use std::collections::{BTreeMap, BTreeSet};

use tickmark::language::{Language, PARTS, TAGS, built_in_text};
use tickmark::model::{Kind, RecordShape, Shape};

use crate::rust_tokens::lines_before_tests;
use crate::tree::{files_below, rust_files};

/// Keys that are put together from names that the code or the records bring.
const MADE_UP: &[&str] = &["code-", "field-", "kind-", "kinds-", "mark-", "meaning-", "month-", "number-", "symbol-", "unit-"];

/// The keys of a catalogue with the variables of each.
fn messages(tag: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut messages = BTreeMap::new();
    for part in PARTS {
        let text = built_in_text(tag, part).expect("a part of a built-in language");
        let mut key = String::new();
        for line in text.lines() {
            if line.starts_with(|letter: char| letter.is_ascii_lowercase()) {
                key = line.split_once(" =").map(|(key, _)| key.to_owned()).expect("a key");
                let before = messages.insert(key.clone(), BTreeSet::new());
                assert!(before.is_none(), "{tag}: `{key}` stands in two parts");
            }
            let variables = line.split('$').skip(1).map(|rest| rest.split(|letter: char| !letter.is_ascii_alphanumeric()).next());
            messages.entry(key.clone()).or_default().extend(variables.flatten().map(str::to_owned));
        }
        messages.remove("");
    }
    messages
}

/// The sources that say words, without comments: code and templates.
fn sources() -> Vec<String> {
    let files = rust_files("src").into_iter().chain(files_below("themes/default/templates", "html"));
    let code = |text: String| text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    files.map(|file| code(file.text)).collect()
}

/// The literals behind a mark such as `say("`.
fn behind<'a>(text: &'a str, mark: &str) -> Vec<&'a str> {
    text.split(mark).skip(1).filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next()).collect()
}

#[test]
fn every_language_has_the_messages_of_english_with_the_same_variables() {
    let english = messages("en");
    for tag in TAGS {
        let other = messages(tag);
        let lacking: Vec<&String> = english.keys().filter(|key| !other.contains_key(*key)).collect();
        assert!(lacking.is_empty(), "{tag} lacks {lacking:?}");
        for (key, variables) in &english {
            let strange: Vec<&String> = other[key].difference(variables).collect();
            assert!(strange.is_empty(), "{tag}: `{key}` uses {strange:?}, which English does not");
        }
        let surplus = other.keys().filter(|key| !english.contains_key(*key) && !MADE_UP.iter().any(|start| key.starts_with(start)));
        assert_eq!(surplus.collect::<Vec<_>>(), Vec::<&String>::new(), "{tag} says what English does not");
    }
}

#[test]
fn every_catalogue_can_be_read() {
    for tag in TAGS {
        let language = Language::built_in(tag);
        for key in messages(tag).keys() {
            assert!(language.knows(key), "{tag}: `{key}` cannot be read");
        }
    }
}

#[test]
fn every_message_that_a_page_asks_for_is_in_the_catalogue() {
    let english = messages("en");
    let mut missing = BTreeSet::new();
    for text in sources() {
        for mark in [".say(", ".fill(", "say(key="] {
            let made_up = |key: &str| MADE_UP.iter().any(|start| key.starts_with(start));
            let lacking = |key: &&str| !english.contains_key(*key) && !made_up(key);
            missing.extend(behind(&text, mark).into_iter().filter(lacking).map(str::to_owned));
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn no_message_is_left_that_no_page_asks_for() {
    let sources = sources();
    let used =
        |key: &str| MADE_UP.iter().any(|start| key.starts_with(start)) || sources.iter().any(|text| text.contains(&format!("\"{key}\"")));
    let unused: Vec<String> = messages("en").into_keys().filter(|key| !used(key)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

/// Every field name and every coded word of a shape.
fn names(shape: &RecordShape, fields: &mut BTreeSet<String>, codes: &mut BTreeSet<String>) {
    for field in &shape.fields {
        fields.insert(field.name.clone());
        inner_names(&field.shape, fields, codes);
    }
}

fn inner_names(shape: &Shape, fields: &mut BTreeSet<String>, codes: &mut BTreeSet<String>) {
    match shape {
        Shape::Choice(choices) => codes.extend(choices.iter().map(|choice| choice.value.clone())),
        Shape::List(inner) | Shape::Map(inner) => inner_names(inner, fields, codes),
        Shape::Record(inner) => names(inner, fields, codes),
        _ => {}
    }
}

#[test]
fn german_names_every_kind_field_and_coded_word() {
    let german = messages("de");
    let (mut fields, mut codes) = (BTreeSet::new(), BTreeSet::new());
    let mut missing = BTreeSet::new();
    for kind in Kind::ALL {
        names(kind.shape(), &mut fields, &mut codes);
        missing.extend(["kind", "kinds", "kind-summary"].map(|start| format!("{start}-{kind}")));
    }
    missing.extend(fields.iter().map(|field| format!("field-{}", field.replace('_', "-"))));
    let plain = |code: &&String| !code.chars().any(|letter| letter.is_ascii_uppercase());
    missing.extend(codes.iter().filter(plain).map(|code| format!("code-{code}")));
    missing.retain(|key| !german.contains_key(key));
    assert!(missing.is_empty(), "{missing:?}");
}

/// Whether a literal reads as words for people: two small words in a row, or, where pages are written, a large letter first.
fn reads_as_words(literal: &str, on_pages: bool) -> bool {
    // Commands are typed alike in every language.
    if ["find ", "git ", "openssl ts ", "tickmark verify "].iter().any(|program| literal.starts_with(program)) {
        return false;
    }
    let small = |word: &&str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    let words: Vec<&str> = literal.split(' ').collect();
    let in_a_row = words.windows(2).any(|pair| pair.iter().all(&small));
    let mut letters = literal.chars();
    let titled = letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase);
    in_a_row || (on_pages && titled)
}

#[test]
fn pages_hold_no_words_of_one_language() {
    let mut found = Vec::new();
    for file in rust_files("src/site").into_iter().filter(|file| !file.path.contains("/tests")) {
        let on_pages = file.path.contains("/view/");
        let lines = file.text.lines().take(lines_before_tests(&file.text)).enumerate();
        // A field is recognised by words of its description; those are never shown.
        let code = lines.filter(|(_, line)| !line.trim_start().starts_with(['/', '#']) && !line.contains(".contains("));
        for (index, line) in code {
            let literals = line.split('"').skip(1).step_by(2).filter(|literal| reads_as_words(literal, on_pages));
            found.extend(literals.map(|literal| format!("{}:{}: {literal}", file.path, index + 1)));
        }
    }
    assert!(found.is_empty(), "say these through a catalogue: {found:#?}");
}
