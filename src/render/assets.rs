//! The style sheet, the script and whatever else a report loads from its own folder.
//!
//! Style sheets are joined in the order of their names into one file, scripts likewise. Scripts stand in one function
//! together, so that they know each other and leave no name in the page. Both files are named after their bytes, so that a
//! browser never shows a page with the style of an earlier one.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use sha2::{Digest, Sha256};

macro_rules! embedded {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_str!(concat!("../../themes/default/assets/", $name)))),+]
    };
}

/// The assets of the built-in theme.
const BUILT_IN: &[(&str, &str)] = embedded![
    "10-base.css",
    "20-layout.css",
    "30-parts.css",
    "40-tables.css",
    "50-charts.css",
    "60-pages.css",
    "70-search.css",
    "90-print.css",
    "10-theme.js",
    "20-words.js",
    "30-fragment.js",
    "40-sort.js",
    "50-filter.js",
    "60-tables.js",
    "70-index.js",
    "75-search.js",
    "80-disclosure.js",
    "90-start.js",
];

/// A file of the report that is no page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Path in the report.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// All assets of a report, and the two that every page loads.
#[derive(Clone, Debug)]
pub(super) struct Assets {
    /// Path of the style sheet.
    pub(super) stylesheet: String,
    /// Path of the script.
    pub(super) script: String,
    /// Every file, sorted by path.
    pub(super) files: Vec<Asset>,
}

impl Assets {
    /// Lays a project's own files, by name below `assets/`, over those of the built-in theme.
    pub(super) fn new<'a>(own: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut sources: BTreeMap<&str, &str> = BUILT_IN.iter().copied().collect();
        sources.extend(own);
        let stylesheet = asset("css", joined(&sources, "css"));
        let script = asset("js", format!("(function () {{\n\"use strict\";\n{}}})();\n", joined(&sources, "js")));
        let others = sources.iter().filter(|(name, _)| !is_joined(name));
        let others = others.map(|(name, text)| Asset { path: format!("assets/{name}"), bytes: text.as_bytes().to_vec() });
        let (style_path, script_path) = (stylesheet.path.clone(), script.path.clone());
        let mut files: Vec<Asset> = [stylesheet, script].into_iter().chain(others).collect();
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Self { stylesheet: style_path, script: script_path, files }
    }
}

/// The first brace of a style sheet that has no partner: a rule left open swallows the files that are joined after it.
pub(super) fn lone_brace(css: &str) -> Option<usize> {
    let mut open = Vec::new();
    let mut rest = css.char_indices();
    while let Some((at, letter)) = rest.next() {
        match letter {
            '{' => open.push(at),
            '}' if open.pop().is_none() => return Some(at),
            '\\' => drop(rest.next()),
            '"' | '\'' => {
                while let Some((_, inside)) = rest.next() {
                    match inside {
                        '\\' => drop(rest.next()),
                        '\n' => break,
                        _ if inside == letter => break,
                        _ => {}
                    }
                }
            }
            '/' if css[at..].starts_with("/*") => {
                let end = css[at + 2..].find("*/").map_or(css.len(), |length| at + 2 + length + 2);
                while rest.offset() < end && rest.next().is_some() {}
            }
            _ => {}
        }
    }
    open.first().copied()
}

/// Whether a file becomes part of the style sheet or the script.
fn is_joined(name: &str) -> bool {
    has_ending(name, "css") || has_ending(name, "js")
}

fn has_ending(name: &str, ending: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, found)| found == ending)
}

fn joined(sources: &BTreeMap<&str, &str>, ending: &str) -> String {
    let mut text = String::new();
    for (_, source) in sources.iter().filter(|(name, _)| has_ending(name, ending)) {
        text.push_str(source);
        if !source.ends_with('\n') {
            text.push('\n');
        }
    }
    text
}

/// A file of the report that is named after its bytes.
fn asset(ending: &str, text: String) -> Asset {
    let mut path = String::from("assets/report-");
    for byte in Sha256::digest(text.as_bytes()).iter().take(6) {
        let written = write!(path, "{byte:02x}");
        debug_assert!(written.is_ok(), "writing into a string does not fail");
    }
    path.push('.');
    path.push_str(ending);
    Asset { path, bytes: text.into_bytes() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text<'a>(assets: &'a Assets, path: &str) -> &'a str {
        let file = assets.files.iter().find(|file| file.path == path).expect("present");
        std::str::from_utf8(&file.bytes).expect("utf-8")
    }

    #[test]
    fn names_tell_the_bytes_and_nothing_else() {
        let (first, second) = (Assets::new([]), Assets::new([]));
        assert_eq!(first.files, second.files);
        let hash =
            first.stylesheet.strip_prefix("assets/report-").and_then(|rest| rest.strip_suffix(".css")).expect("named after its bytes");
        assert!(hash.len() == 12 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()), "{hash}");
        assert_ne!(Assets::new([("99-own.css", "p{}")]).stylesheet, first.stylesheet);
        assert_eq!(Assets::new([("99-own.css", "p{}")]).script, first.script);
    }

    #[test]
    fn an_own_style_sheet_comes_last_and_an_own_file_of_the_same_name_takes_its_place() {
        let assets = Assets::new([("99-own.css", "p{color:red}"), ("10-base.css", "html{}")]);
        let style = text(&assets, &assets.stylesheet);
        assert!(style.starts_with("html{}\n") && style.ends_with("p{color:red}\n"), "{style}");
    }

    #[test]
    fn scripts_stand_in_one_function_in_the_order_of_their_names() {
        let assets = Assets::new([("99-own.js", "own();")]);
        let script = text(&assets, &assets.script);
        assert!(script.starts_with("(function () {\n\"use strict\";\n/* The choice between"), "{script}");
        assert!(script.ends_with("own();\n})();\n"), "{script}");
    }

    #[test]
    fn a_lone_brace_is_found_outside_of_comments_and_strings() {
        assert_eq!(lone_brace("a{b:c}"), None);
        assert_eq!(lone_brace("a{b:c"), Some(1));
        assert_eq!(lone_brace("a{b:c}}"), Some(6));
        assert_eq!(lone_brace("/* { é */ a{content:\"}\\\"\"}"), None);
        assert_eq!(lone_brace("a{ /* open"), Some(1));
    }

    #[test]
    fn no_brace_of_the_built_in_theme_is_lone() {
        for (name, text) in BUILT_IN.iter().filter(|(name, _)| has_ending(name, "css")) {
            assert_eq!(lone_brace(text), None, "{name}");
        }
    }

    #[test]
    fn other_files_keep_their_name() {
        let assets = Assets::new([("logo.svg", "<svg/>")]);
        assert_eq!(text(&assets, "assets/logo.svg"), "<svg/>");
        assert_eq!(assets.files.len(), 3);
    }
}
