//! Finds every path that a Rust file names, and says what it leads to: a place in the crate, or another crate.
//!
//! `use` trees are spread out; names brought in by `use` are followed within the file. Macros' arguments count
//! too. A one-word name without `::` is no path.

use std::collections::{BTreeMap, BTreeSet};

use crate::rust_tokens::{Token, tokens};

/// A path as written, and what it leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NamedPath {
    pub(crate) line: usize,
    /// The steps as written, `*` for a glob.
    pub(crate) written: Vec<String>,
    pub(crate) leads: Leads,
}

/// What a path leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Leads {
    /// Into this crate: the steps below its root.
    Inside(Vec<String>),
    /// Into another crate: the steps with the crate's name first.
    Outside(Vec<String>),
    /// To something declared in the same file.
    Here,
}

struct Raw {
    line: usize,
    steps: Vec<String>,
    /// The name that a `use` binds.
    binds: Option<String>,
    /// It began with `::`.
    global: bool,
    /// How many inline modules stand around it.
    inline: usize,
}

/// Every path in `source`, the text of the module `module` (its steps below the crate's root).
pub(crate) fn paths(module: &[&str], source: &str) -> Vec<NamedPath> {
    let reader = read(&tokens(source));
    let bound: BTreeMap<&str, &Raw> = reader.raws.iter().filter_map(|raw| Some((raw.binds.as_deref()?, raw))).collect();
    let mut found: Vec<NamedPath> = reader
        .raws
        .iter()
        .map(|raw| NamedPath { line: raw.line, written: raw.steps.clone(), leads: resolve(module, raw, &bound, &reader.declared, 0) })
        .collect();
    found.sort_by_key(|path| path.line);
    found
}

fn resolve(module: &[&str], raw: &Raw, bound: &BTreeMap<&str, &Raw>, declared: &BTreeSet<String>, depth: usize) -> Leads {
    let first = raw.steps.first().map_or("", String::as_str);
    match first {
        "crate" => return Leads::Inside(raw.steps[1..].to_vec()),
        "self" | "super" => return Leads::Inside(relative(module, raw)),
        "Self" => return Leads::Here,
        _ => {}
    }
    if !raw.global {
        let import = bound.get(first).filter(|import| !std::ptr::eq(**import, raw) && import.steps != raw.steps);
        if let Some(import) = import.filter(|_| depth < 8) {
            let beyond = raw.steps[1..].iter().cloned();
            return match resolve(module, import, bound, declared, depth + 1) {
                Leads::Inside(steps) => Leads::Inside(steps.into_iter().chain(beyond).collect()),
                Leads::Outside(steps) => Leads::Outside(steps.into_iter().chain(beyond).collect()),
                Leads::Here => Leads::Here,
            };
        }
        if declared.contains(first) {
            return Leads::Here;
        }
    }
    Leads::Outside(raw.steps.clone())
}

/// Steps below the root of a path that begins with `self` or `super`; inline modules stand as `{}`.
fn relative(module: &[&str], raw: &Raw) -> Vec<String> {
    let mut at: Vec<String> = module.iter().map(|&step| step.to_owned()).collect();
    at.extend(std::iter::repeat_n("{}".to_owned(), raw.inline));
    let mut steps = raw.steps.iter().peekable();
    while let Some(step) = steps.next_if(|step| matches!(step.as_str(), "self" | "super")) {
        if step == "super" {
            at.pop();
        }
    }
    at.extend(steps.cloned());
    at
}

#[derive(Default)]
struct Reader {
    raws: Vec<Raw>,
    /// Names declared in this file that a path may begin with.
    declared: BTreeSet<String>,
}

fn read(all: &[Token]) -> Reader {
    let mut reader = Reader::default();
    let mut braces: Vec<bool> = Vec::new();
    let mut at = 0;
    while at < all.len() {
        let text = all[at].text.as_str();
        let next = all.get(at + 1).map_or("", |token| token.text.as_str());
        let inline = braces.iter().filter(|&&is_module| is_module).count();
        at += 1;
        match text {
            "{" => {
                let is_module = at >= 3 && all[at - 3].text == "mod" && all[at - 2].is_name();
                braces.push(is_module);
            }
            "}" => {
                braces.pop();
            }
            "use" if next != "<" => at = reader.read_use(all, at, inline),
            "mod" | "struct" | "enum" | "trait" | "type" | "union" if all.get(at).is_some_and(Token::is_name) => {
                reader.declared.insert(next.to_owned());
                at += 1;
            }
            "::" if all.get(at).is_some_and(Token::is_name) => {
                let before = at.checked_sub(2).map(|index| &all[index]);
                let continues = before.is_some_and(|token| token.is_name() || token.text == ">");
                at = reader.read_path(all, at, inline, !continues, continues);
            }
            _ if all[at - 1].is_name() => {
                let before = at.checked_sub(2).map_or("", |index| all[index].text.as_str());
                at = reader.read_path(all, at - 1, inline, false, before == ".");
            }
            _ => {}
        }
    }
    reader
}

impl Reader {
    /// Reads the path whose first name stands at `at`; returns where it ends.
    fn read_path(&mut self, all: &[Token], at: usize, inline: usize, global: bool, skip: bool) -> usize {
        let line = all[at].line;
        let mut steps = vec![all[at].text.clone()];
        let mut end = at + 1;
        while end + 1 < all.len() && all[end].text == "::" && all[end + 1].is_name() {
            steps.push(all[end + 1].text.clone());
            end += 2;
        }
        let external = at > 1 && all[at - 1].text == "crate" && all[at - 2].text == "extern";
        if !skip && (steps.len() > 1 || external) {
            self.raws.push(Raw { line, steps, binds: None, global, inline });
        }
        end
    }

    /// Reads a `use` tree after its keyword; returns where it ends.
    fn read_use(&mut self, all: &[Token], mut at: usize, inline: usize) -> usize {
        let global = all.get(at).is_some_and(|token| token.text == "::");
        if global {
            at += 1;
        }
        let mut leaves = Vec::new();
        let end = use_tree(all, at, &[], &mut leaves);
        for (line, steps, binds) in leaves {
            self.raws.push(Raw { line, steps, binds, global, inline });
        }
        end
    }
}

type Leaf = (usize, Vec<String>, Option<String>);

fn use_tree(all: &[Token], mut at: usize, before: &[String], leaves: &mut Vec<Leaf>) -> usize {
    let mut steps = before.to_vec();
    let line = all.get(at).map_or(0, |token| token.line);
    while let Some(token) = all.get(at) {
        match token.text.as_str() {
            "{" => {
                at += 1;
                while all.get(at).is_some_and(|token| token.text != "}") {
                    at = use_tree(all, at, &steps, leaves);
                    match all.get(at).map_or("", |token| token.text.as_str()) {
                        "," => at += 1,
                        "}" => {}
                        _ => return at,
                    }
                }
                return at + 1;
            }
            "as" => {
                let alias = all.get(at + 1).map(|token| token.text.clone());
                leaves.push((line, steps, alias));
                return at + 2;
            }
            "self" if !steps.is_empty() => {}
            "::" => {}
            "*" => steps.push("*".to_owned()),
            text if token.is_name() => steps.push(text.to_owned()),
            _ => break,
        }
        at += 1;
    }
    let binds = steps.last().filter(|name| *name != "*").cloned();
    leaves.push((line, steps, binds));
    at
}

#[cfg(test)]
mod tests {
    use super::{Leads, paths};

    fn leads(module: &[&str], source: &str) -> Vec<String> {
        paths(module, source)
            .into_iter()
            .map(|path| match path.leads {
                Leads::Inside(steps) => format!("crate::{}", steps.join("::")),
                Leads::Outside(steps) => steps.join("::"),
                Leads::Here => "here".to_owned(),
            })
            .collect()
    }

    #[test]
    fn use_trees_are_spread_out() {
        assert_eq!(leads(&[], "use std::{fs, io::{self, Write as _}, time::*};"), ["std::fs", "std::io", "std::io::Write", "std::time::*"]);
    }

    #[test]
    fn imports_are_followed() {
        assert_eq!(leads(&[], "use std::io; fn f() { io::stdout(); }"), ["std::io", "std::io::stdout"]);
        assert_eq!(leads(&[], "use tera as engine; fn f() { engine::Tera::new(); }"), ["tera", "tera::Tera::new"]);
    }

    #[test]
    fn modules_of_the_same_file_are_not_crates() {
        assert_eq!(leads(&["source"], "mod csv; pub use csv::Row; fn f() { csv::x(); ::csv::y(); }"), ["here", "here", "csv::y"]);
        assert_eq!(leads(&["source", "project"], "use super::csv; fn f() { csv::x() }"), ["crate::source::csv", "crate::source::csv::x"]);
    }

    #[test]
    fn super_is_counted_through_inline_modules() {
        assert_eq!(leads(&["a", "b"], "use super::super::c::d;"), ["crate::c::d"]);
        assert_eq!(leads(&["a"], "mod tests { use super::*; }"), ["crate::a::*"]);
        assert_eq!(leads(&["a"], "mod t { } use super::b::x; fn f() { crate::c::y(); }"), ["crate::b::x", "crate::c::y"]);
    }

    #[test]
    fn paths_in_macros_attributes_and_bounds_count() {
        assert_eq!(
            leads(&[], "#[derive(clap::Parser)] struct A; fn f<T: csv::X>() { format!(\"{}\", tera::y()); }"),
            ["clap::Parser", "csv::X", "tera::y"]
        );
        assert_eq!(leads(&[], "fn f() { a.b::<tera::X>(); <A as tera::Y>::z(); }"), ["tera::X", "tera::Y"]);
    }

    #[test]
    fn precise_capturing_is_no_import() {
        assert_eq!(leads(&[], "fn f<'a>(x: &'a u8) -> impl Sized + use<'a> { x }"), [""; 0]);
    }

    #[test]
    fn unfinished_code_ends_quietly() {
        assert_eq!(leads(&[], "use std::{fs, "), ["std::fs"]);
    }
}
