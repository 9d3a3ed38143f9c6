//! The files of a project's own theme, and what is wrong with them.

use super::assets::lone_brace;
use super::engine::{self, Mistake};
use crate::diag::{Finding, Findings, Place, SourceText, codes, did_you_mean};
use crate::source::ThemeFile;

/// The kinds of page that may have a template of their own; one without it is rendered with `page.html`.
pub(super) const PAGE_TEMPLATES: &[&str] = &[
    "checks",
    "code",
    "digest",
    "drivers",
    "findings",
    "glossary",
    "index",
    "lineage",
    "metric",
    "metrics",
    "ownership",
    "page",
    "prose",
    "record",
    "records",
    "register",
    "scorecard",
    "scorecards",
    "segment",
    "strategy",
    "variants",
    "whole",
];

/// A project's own templates and assets, sorted by name.
pub(super) struct Theme<'a> {
    templates: Vec<(&'a str, &'a SourceText)>,
    assets: Vec<(&'a str, &'a SourceText)>,
}

impl<'a> Theme<'a> {
    /// Sorts the files, and finds those that the report would never use.
    pub(super) fn sort(files: &'a [ThemeFile]) -> (Self, Findings) {
        let below = |folder: &str| {
            let mut found: Vec<(&str, &SourceText)> =
                files.iter().filter_map(|file| file.name.strip_prefix(folder).map(|name| (name, &file.source))).collect();
            found.sort_by_key(|(name, _)| *name);
            found
        };
        let theme = Self { templates: below("templates/"), assets: below("assets/") };
        let strays = files
            .iter()
            .filter(|file| !file.name.starts_with("templates/") && !file.name.starts_with("assets/") && file.language().is_none())
            .map(|file| {
                Finding::error(&codes::THEME, Place::file(file.source.path()), format!("`{}` is no part of a theme", file.name))
                    .help("move it to `templates/`, `assets/` or `languages/`, or remove it")
            });
        let mut findings: Findings = strays.collect();
        findings.extend(theme.unused_templates());
        findings.extend(theme.open_style_sheets());
        (theme, findings)
    }

    /// The templates by name.
    pub(super) fn templates(&self) -> Vec<(&'a str, &'a str)> {
        self.templates.iter().map(|(name, source)| (*name, source.text())).collect()
    }

    /// The assets by name.
    pub(super) fn assets(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.assets.iter().map(|(name, source)| (*name, source.text()))
    }

    /// Whether there is any template to try.
    pub(super) fn has_templates(&self) -> bool {
        !self.templates.is_empty()
    }

    /// A mistake of the engine with its place in the project.
    ///
    /// One that shows only in a built-in template comes from a template of the project that does not fit it.
    pub(super) fn finding(&self, mistake: Mistake) -> Finding {
        let Mistake { template, message, range } = mistake;
        if let Some((_, source)) = self.templates.iter().find(|(name, _)| *name == template) {
            let place = range.map_or_else(|| Place::file(source.path()), |range| source.place(range));
            return Finding::error(&codes::THEME, place, message)
                .help("compare it with the built-in template, which is used again once the file is removed");
        }
        let call = engine::built_in_excerpt(&template, range);
        let suspects = self.templates.iter().filter(|(name, source)| message.contains(name) || defines_called(source.text(), call));
        let source = suspects.chain(&self.templates).next().map(|(_, source)| Place::file(source.path()));
        let place = source.unwrap_or_else(|| Place::file(template.as_str()));
        let message = match (template.is_empty(), call.is_empty()) {
            (true, _) => message,
            (false, true) => {
                format!("the built-in template `{template}` does not fit this theme: {message}")
            }
            (false, false) => format!("the built-in template `{template}` does not fit this theme at `{call}`: {message}"),
        };
        Finding::error(&codes::THEME, place, message)
            .help("keep the blocks, components and their arguments that the built-in templates use")
    }

    /// Templates that no page and no other template of the theme asks for.
    fn unused_templates(&self) -> Vec<Finding> {
        let known =
            || PAGE_TEMPLATES.iter().map(|kind| format!("{kind}.html")).chain(engine::BUILT_IN.iter().map(|(name, _)| (*name).to_owned()));
        let unused = self.templates.iter().filter(|(name, source)| {
            let named = |text: &str| text.contains(&format!("\"{name}\"")) || text.contains(&format!("'{name}'"));
            !known().any(|other| other == *name)
                && !defines_components(source.text())
                && !self.templates.iter().any(|(other, source)| other != name && named(source.text()))
        });
        let told = unused.map(|(name, source)| {
            let known: Vec<String> = known().collect();
            let help = did_you_mean(name, known.iter().map(String::as_str)).map_or_else(
                || format!("name it after a kind of page, such as `metric.html`, or include it as `{name}` from a template that is"),
                |near| format!("did you mean `{near}`?"),
            );
            Finding::error(&codes::THEME, Place::file(source.path()), format!("no page uses the template `{name}`")).help(help)
        });
        told.collect()
    }

    fn open_style_sheets(&self) -> Vec<Finding> {
        let sheets = self.assets.iter().filter(|(name, _)| name.rsplit_once('.').is_some_and(|(_, ending)| ending == "css"));
        let open = sheets.filter_map(|(_, source)| lone_brace(source.text()).map(|at| source.place(at..at + 1)));
        open.map(|place| {
            Finding::error(&codes::THEME, place, "this brace has no partner, so that rules of other style sheets are lost")
                .help("close the rule, or remove the brace")
        })
        .collect()
    }
}

fn defines_components(text: &str) -> bool {
    text.contains("{% component ") || text.contains("{%- component ")
}

/// Whether a template defines a component that stands in a piece of another template.
fn defines_called(text: &str, call: &str) -> bool {
    text.split("component ").skip(1).filter_map(|rest| rest.split('(').next()).any(|name| call.contains(&format!("<{} ", name.trim())))
}
