//! The one way from a page to its bytes.

use std::io::Write;
use std::sync::Arc;

use thiserror::Error;

use super::assets::{Asset, Assets};
use super::engine::{Engine, Mistake, Surroundings};
use super::markdown::{LinkTable, PageProse};
use super::theme::Theme;
use super::{parts, sample};
use crate::diag::Findings;
use crate::language::Language;
use crate::site::view::Page;
use crate::source::ThemeFile;

/// A page that could not be rendered, although its theme was tried before.
#[derive(Clone, Debug, Error)]
#[error("{message}")]
pub struct RenderError {
    message: String,
}

impl From<Mistake> for RenderError {
    fn from(mistake: Mistake) -> Self {
        Self { message: format!("{} (template `{}`)", mistake.message, mistake.template) }
    }
}

/// Renders pages with one theme.
#[derive(Debug)]
pub struct Renderer {
    engine: Engine,
    assets: Assets,
    links: LinkTable,
    language: Arc<Language>,
}

impl Renderer {
    /// Reads a theme: a project's own files over the built-in ones. `links` gives the pages that prose may name.
    ///
    /// Every template of the project is tried on pages that hold one of everything, so that a mistake in it is found
    /// here, with its place, and not while a report is written.
    pub fn new(files: &[ThemeFile], language: &Arc<Language>, links: LinkTable) -> Result<Self, Findings> {
        let (theme, mut findings) = Theme::sort(files);
        let engine = match Engine::new(&theme.templates(), language) {
            Ok(engine) => engine,
            Err(mistakes) => {
                findings.extend(mistakes.into_iter().map(|mistake| theme.finding(mistake)));
                return Err(findings);
            }
        };
        let renderer = Self { engine, assets: Assets::new(theme.assets()), links, language: Arc::clone(language) };
        if theme.has_templates() {
            let tried = sample::pages().into_iter().filter_map(|page| renderer.write(&page, &mut std::io::sink()).err());
            findings.extend(tried.map(|mistake| theme.finding(mistake)));
        }
        if findings.is_empty() { Ok(renderer) } else { Err(findings) }
    }

    /// Renders a page.
    pub fn render(&self, page: &Page) -> Result<Vec<u8>, RenderError> {
        let mut out = Vec::with_capacity(1 << 16);
        self.render_to(page, &mut out)?;
        Ok(out)
    }

    /// Renders a page into whatever takes bytes; best into memory, because they come in many small pieces.
    pub fn render_to(&self, page: &Page, out: &mut dyn Write) -> Result<(), RenderError> {
        Ok(self.write(page, out)?)
    }

    /// The files that pages load: style sheet, script and what else the theme brings, sorted by path.
    #[must_use]
    pub fn assets(&self) -> &[Asset] {
        &self.assets.files
    }

    fn write(&self, page: &Page, out: &mut dyn Write) -> Result<(), Mistake> {
        let drawn = parts::draw(&self.language, &page.parts);
        let with = Surroundings { stylesheet: &self.assets.stylesheet, script: &self.assets.script, parts: &drawn };
        self.engine.render(page, with, &mut PageProse::new(&self.language, &self.links, &page.frame.root), out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::SourceText;

    const HOSTILE: &str = "<script>alert('1')</script>\"'><img src=x onerror=alert(1)>&";

    fn english() -> Arc<Language> {
        Arc::new(Language::built_in("en"))
    }

    fn built_in() -> Renderer {
        Renderer::new(&[], &english(), LinkTable::new()).expect("the built-in theme is sound")
    }

    fn own(name: &str, text: &str) -> ThemeFile {
        ThemeFile { name: name.to_owned(), source: SourceText::new(format!("themes/own/{name}"), text) }
    }

    fn found(files: &[ThemeFile]) -> Vec<String> {
        let findings = Renderer::new(files, &english(), LinkTable::new()).expect_err("a mistake");
        findings.sorted().into_iter().map(|finding| format!("{}: {}", finding.place, finding.message)).collect()
    }

    fn html(renderer: &Renderer, page: &Page) -> String {
        String::from_utf8(renderer.render(page).expect("rendered")).expect("utf-8")
    }

    #[test]
    fn every_sample_page_is_rendered() {
        let renderer = built_in();
        for page in sample::pages() {
            let text = html(&renderer, &page);
            assert!(text.starts_with("<!DOCTYPE html>") && text.ends_with("</html>\n"), "{text}");
        }
    }

    #[test]
    fn no_text_becomes_markup_wherever_it_stands() {
        let text = html(&built_in(), &sample::filled("page", HOSTILE));
        for forbidden in ["<script>", "<img", "\"'>"] {
            assert!(!text.contains(forbidden), "{forbidden}: {}", &text[text.find(forbidden).unwrap_or_default().saturating_sub(200)..]);
        }
        assert!(text.contains("&lt;script&gt;"));
    }

    #[test]
    fn the_same_page_gives_the_same_bytes() {
        let page = sample::full("metric");
        let first = built_in().render(&page).expect("rendered");
        assert_eq!(first, built_in().render(&page).expect("rendered"));
    }

    #[test]
    fn no_style_or_handler_or_foreign_address_is_in_a_page() {
        let text = html(&built_in(), &sample::full("page"));
        for forbidden in [" style=", " onclick=", " onload=", "<style", "http://", "https://"] {
            assert!(!text.contains(forbidden), "{forbidden}");
        }
    }

    #[test]
    fn a_page_has_no_blank_line() {
        for page in [sample::full("page"), sample::bare("page")] {
            let text = html(&built_in(), &page);
            assert!(!text.contains("\n\n"), "{text}");
        }
    }

    #[test]
    fn demonstration_data_is_named_on_the_page() {
        assert!(html(&built_in(), &sample::full("page")).contains("Demonstration data:"));
        assert!(!html(&built_in(), &sample::bare("page")).contains("Demonstration data:"));
    }

    #[test]
    fn pages_name_the_assets_of_the_report() {
        let renderer = built_in();
        let text = html(&renderer, &sample::full("page"));
        for asset in renderer.assets() {
            assert!(text.contains(&format!("\"../{}\"", asset.path)), "{}", asset.path);
        }
    }

    #[test]
    fn a_project_replaces_one_component_and_keeps_the_rest() {
        let files = [own(
            "templates/blocks.html",
            "{% component block.intro(it: map) %}<p class=\"mine\">{{ it.text }}</p>{% endcomponent block.intro %}",
        )];
        let renderer = Renderer::new(&files, &english(), LinkTable::new()).expect("sound");
        let text = html(&renderer, &sample::full("page"));
        assert!(
            text.contains("<p class=\"mine\">words</p>") && text.contains("<dl class=\"facts\">") && !text.contains("<p class=\"intro\">")
        );
    }

    #[test]
    fn a_project_extends_the_built_in_template_of_the_same_name() {
        let files = [own("templates/metric.html", "{% extends \"page.html\" %}{% block contents %}mine{% endblock contents %}")];
        let renderer = Renderer::new(&files, &english(), LinkTable::new()).expect("sound");
        let page = Page { template: "metric", ..sample::bare("page") };
        assert!(html(&renderer, &page).contains("mine"));
        assert!(!html(&renderer, &sample::bare("record")).contains("mine"));
        let files = [own(
            "templates/base.html",
            "{% extends \"default/base.html\" %}{% block extra %}<meta name=\"x\" content=\"y\">{% endblock extra %}",
        )];
        let renderer = Renderer::new(&files, &english(), LinkTable::new()).expect("sound");
        assert!(html(&renderer, &sample::full("page")).contains("<meta name=\"x\""));
    }

    #[test]
    fn a_template_that_cannot_be_read_is_told_with_its_place_and_so_is_every_other() {
        let files = [own("templates/metric.html", "a\n  {% if x %}"), own("templates/page.html", "{{ x"), own("notes.txt", "")];
        let found = found(&files);
        assert_eq!(found.len(), 3, "{found:#?}");
        assert!(found[0].starts_with("themes/own/notes.txt: "), "{found:#?}");
        assert!(found[1].starts_with("themes/own/templates/metric.html:2:"), "{found:#?}");
        assert!(found[2].starts_with("themes/own/templates/page.html:1:"), "{found:#?}");
    }

    #[test]
    fn names_that_do_not_exist_are_all_told_with_their_places() {
        let files = [
            own(
                "templates/metric.html",
                "{% extends \"page.html\" %}\n{% block body %}é{{ head.title | shout }}{{ <nothing /> }}{% endblock %}",
            ),
            own("templates/page.html", "{% extends \"default/page.html\" %}{% block boddy %}{% endblock %}"),
        ];
        assert_eq!(
            found(&files),
            [
                "themes/own/templates/metric.html:2:34: unknown filter `shout`",
                "themes/own/templates/metric.html:2:45: unknown component `nothing`",
                "themes/own/templates/page.html:1:43: block `boddy` is not defined in any parent template",
            ]
        );
    }

    #[test]
    fn a_mistake_that_shows_only_on_a_page_is_found_before_any_page_is_written() {
        let files = [
            own("templates/metric.html", "{% extends \"page.html\" %}\n{% block body %}{{ head.titel }}{% endblock %}"),
            own(
                "templates/blocks.html",
                "{% component block.note(it: map) %}{{ it.txt }}{% endcomponent %}\n{% component block.intro(it: map) %}{{ it.text.x }}{{ it.y.z }}{% endcomponent %}",
            ),
        ];
        let found = found(&files);
        assert_eq!(found.len(), 3, "{found:#?}");
        assert!(found[0].starts_with("themes/own/templates/blocks.html:1:"), "{found:#?}");
        assert!(found[1].starts_with("themes/own/templates/blocks.html:2:"), "{found:#?}");
        assert!(found[2].starts_with("themes/own/templates/metric.html:2:"), "{found:#?}");
    }

    #[test]
    fn a_component_that_does_not_fit_its_callers_is_told_in_its_own_file() {
        let files = [
            own("templates/index.html", "{% extends \"page.html\" %}"),
            own("templates/spans.html", "{% component status(word: string) %}{{ word }}{% endcomponent %}"),
        ];
        let found = found(&files);
        assert!(!found.is_empty() && found.iter().all(|line| line.starts_with("themes/own/templates/spans.html: ")), "{found:#?}");
    }

    #[test]
    fn a_template_without_its_parent_is_told() {
        let found = found(&[own("templates/metric.html", "{% extends \"bass.html\" %}")]);
        assert_eq!(found, ["themes/own/templates/metric.html: `metric.html` extends `bass.html`, which does not exist"]);
    }

    #[test]
    fn a_template_that_no_page_uses_is_told() {
        let findings = Renderer::new(&[own("templates/metrik.html", "x")], &english(), LinkTable::new()).expect_err("a mistake").sorted();
        assert_eq!(findings[0].help.as_deref(), Some("did you mean `metric.html`?"));
    }

    #[test]
    fn an_open_rule_of_a_style_sheet_is_told() {
        assert_eq!(found(&[own("assets/99-own.css", "p {\n color: red\n")]).len(), 1);
    }
}
