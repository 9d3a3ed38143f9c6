//! The template engine, behind a door: no other file knows which one it is.
//!
//! Templates of a project come before those of the built-in theme, which stay reachable as `default/…`; a component of
//! a project comes before the built-in one of the same name. Every template escapes what it prints. Only drawn parts
//! and rendered Markdown are taken as HTML.

use std::io::Write;
use std::ops::Range;
use std::sync::Arc;

use tera::{Context, ErrorKind, Kwargs, Map, ReportError, State, Tera, Value};

use super::escape::ticks;
use super::markdown::PageProse;
use crate::language::Language;
use crate::site::view::Page;

/// The prefix under which the built-in templates are known.
const BUILT_IN_PREFIX: &str = "default/";

macro_rules! embedded {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_str!(concat!("../../themes/default/templates/", $name)))),+]
    };
}

/// The templates of the built-in theme.
pub(super) const BUILT_IN: &[(&str, &str)] = embedded!["base.html", "blocks.html", "head.html", "page.html", "spans.html", "whole.html"];

/// A mistake in a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mistake {
    /// Name of the template; that of a built-in one where the mistake shows only there.
    pub(super) template: String,
    /// What the engine says, in our manner.
    pub(super) message: String,
    /// Bytes of the template's text, where they are known.
    pub(super) range: Option<Range<usize>>,
}

/// What a page is shown with beside its own data.
#[derive(Clone, Copy, Debug)]
pub(super) struct Surroundings<'a> {
    /// Path of the style sheet.
    pub(super) stylesheet: &'a str,
    /// Path of the script.
    pub(super) script: &'a str,
    /// The drawn parts.
    pub(super) parts: &'a [String],
}

/// A piece of a built-in template; empty where there is none.
pub(super) fn built_in_excerpt(template: &str, range: Option<Range<usize>>) -> &'static str {
    let name = template.strip_prefix(BUILT_IN_PREFIX);
    let text = BUILT_IN.iter().find(|(other, _)| Some(*other) == name).map(|(_, text)| *text);
    text.zip(range).and_then(|(text, range)| text.get(range)).unwrap_or_default().trim()
}

/// All templates, ready to render.
#[derive(Debug)]
pub(super) struct Engine {
    tera: Tera,
}

impl Engine {
    /// Reads a project's own templates, by name below `templates/`, over those of the built-in theme.
    pub(super) fn new(own: &[(&str, &str)], language: &Arc<Language>) -> Result<Self, Vec<Mistake>> {
        let broken: Vec<Mistake> = own.iter().filter_map(|(name, text)| syntax_mistake(name, text, language)).collect();
        if !broken.is_empty() {
            return Err(broken);
        }
        let mut tera = empty(language).map_err(|error| mistakes(&error, own))?;
        let built_in = BUILT_IN.iter().map(|(name, text)| (format!("{BUILT_IN_PREFIX}{name}"), *text));
        let own_templates = own.iter().map(|(name, text)| ((*name).to_owned(), *text));
        tera.add_raw_templates(built_in.chain(own_templates)).map_err(|error| mistakes(&error, own))?;
        Ok(Self { tera })
    }

    /// Renders a page with the template of its kind, or with `page.html` where its kind has none.
    pub(super) fn render(&self, page: &Page, with: Surroundings<'_>, prose: &mut PageProse<'_>, out: impl Write) -> Result<(), Mistake> {
        self.render_with(&self.template_of(page.template), page, with, prose, out).map_err(|error| mistake(&error))
    }

    fn template_of(&self, kind: &str) -> String {
        let name = format!("{kind}.html");
        if self.tera.contains_template(&name) { name } else { "page.html".to_owned() }
    }

    fn render_with(
        &self,
        template: &str,
        page: &Page,
        with: Surroundings<'_>,
        prose: &mut PageProse<'_>,
        out: impl Write,
    ) -> Result<(), tera::Error> {
        let data = Value::try_from_serializable(page)?;
        let data = with_prose(&data, prose).unwrap_or(data);
        let mut context = Context::new();
        for (key, value) in data.as_map().into_iter().flatten() {
            if let Some(key) = key.as_str() {
                context.insert_value(key.to_owned(), value.clone());
            }
        }
        context.insert_value("parts", with.parts.iter().map(|part| Value::safe_string(part)).collect::<Vec<Value>>().into());
        context.insert_value("stylesheet", with.stylesheet.into());
        context.insert_value("script", with.script.into());
        self.tera.render_to(template, &context, out)
    }
}

/// An engine with our filters and no templates; `say(key="…")` gives a message of the catalogue.
fn empty(language: &Arc<Language>) -> Result<Tera, tera::Error> {
    let mut tera = Tera::default();
    tera.set_fallback_prefixes([BUILT_IN_PREFIX])?;
    tera.register_filter("ticks", |text: &str, _: Kwargs, _: &State<'_>| Value::safe_string(&ticks(text)));
    let language = Arc::clone(language);
    tera.register_function("say", move |kwargs: Kwargs, _: &State<'_>| -> Result<Value, tera::Error> {
        let key: &str = kwargs.must_get("key")?;
        match language.say_dynamic(key) {
            Some(words) => Ok(words.into()),
            None => Err(tera::Error::message(format!("the catalogue has no message `{key}` without gaps"))),
        }
    });
    Ok(tera)
}

/// The value with every field named `markdown` rendered, in the order of the page; `None` where it has no such field.
fn with_prose(value: &Value, prose: &mut PageProse<'_>) -> Option<Value> {
    if let Some(map) = value.as_map() {
        let mut changed: Option<Map> = None;
        for (key, inner) in map {
            // What opens a page stands below its first heading, all else below the heading of a section.
            match key.as_str() {
                Some("opening") => prose.begin_at(2),
                Some("rail" | "sections") => prose.begin_at(3),
                _ => {}
            }
            let rendered = match (key.as_str(), inner.as_str()) {
                (Some("markdown"), Some(text)) => Some(Value::safe_string(&prose.render(text))),
                _ => with_prose(inner, prose),
            };
            if let Some(rendered) = rendered {
                changed.get_or_insert_with(|| map.clone()).insert(key.clone(), rendered);
            }
        }
        return changed.map(Value::from);
    }
    let items = value.as_array()?;
    let mut changed: Option<Vec<Value>> = None;
    for (position, inner) in items.iter().enumerate() {
        if let Some(rendered) = with_prose(inner, prose) {
            changed.get_or_insert_with(|| items.to_vec())[position] = rendered;
        }
    }
    changed.map(Value::from)
}

/// What cannot be read in one template alone.
fn syntax_mistake(name: &str, text: &str, language: &Arc<Language>) -> Option<Mistake> {
    match empty(language).and_then(|mut tera| tera.add_raw_template(name, text)) {
        Err(error) if matches!(error.kind(), ErrorKind::SyntaxError(_)) => Some(mistake(&error)),
        _ => None,
    }
}

/// The mistakes of templates that can be read, but do not fit each other.
fn mistakes(error: &tera::Error, own: &[(&str, &str)]) -> Vec<Mistake> {
    match error.kind() {
        ErrorKind::Msg(reports) if reports.starts_with("error: ") => {
            reports.split("\n\n").filter_map(|report| reported(report, own)).collect()
        }
        _ => vec![mistake(error)],
    }
}

/// Reads one report of the engine, the only form in which it tells these mistakes:
/// `error: MESSAGE`, `--> NAME:LINE:COLUMN`, `|`, `LINE | TEXT`, `| ^^^`.
fn reported(report: &str, own: &[(&str, &str)]) -> Option<Mistake> {
    let mut lines = report.lines();
    let message = lines.next()?.strip_prefix("error: ")?;
    let (rest, column) = lines.next()?.split_once("--> ")?.1.rsplit_once(':')?;
    let (template, line) = rest.rsplit_once(':')?;
    let width = report.lines().last().map_or(0, |underline| underline.matches('^').count());
    let text = own.iter().find(|(name, _)| *name == template).map(|(_, text)| *text);
    let range = text.and_then(|text| range_at(text, line.parse().ok()?, column.parse().ok()?, width));
    Some(Mistake { template: template.to_owned(), message: sentence(message), range })
}

/// The bytes at a line and a column, both counted from 1, and so many characters wide.
fn range_at(text: &str, line: usize, column: usize, width: usize) -> Option<Range<usize>> {
    let before: usize = text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
    let rest = text.get(before..)?;
    let lengths = || rest.chars().map(char::len_utf8);
    let start: usize = before + lengths().take(column.checked_sub(1)?).sum::<usize>();
    Some(start..start + lengths().skip(column - 1).take(width).sum::<usize>())
}

fn mistake(error: &tera::Error) -> Mistake {
    let plain = |template: &str, message: String| Mistake { template: template.to_owned(), message, range: None };
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => placed(report),
        ErrorKind::MissingParent { current, parent } => plain(current, format!("`{current}` extends `{parent}`, which does not exist")),
        ErrorKind::CircularExtend { tpl, .. } => plain(tpl, format!("`{tpl}` extends itself; extend `{BUILT_IN_PREFIX}{tpl}` instead")),
        ErrorKind::CircularInclude { tpl, .. } => plain(tpl, format!("`{tpl}` includes itself")),
        other => plain("", sentence(&other.to_string())),
    }
}

fn placed(report: &ReportError) -> Mistake {
    Mistake { template: report.filename().to_owned(), message: sentence(report.message()), range: Some(report.span().range.clone()) }
}

/// A message of the engine in our manner: lower case, no full stop.
fn sentence(message: &str) -> String {
    let message = message.trim().trim_end_matches('.');
    let mut letters = message.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
