//! The formats of a review, by name.

use super::document::Document;
use super::{github, gitlab, html, json, junit, markdown, sarif, text};

/// A format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Format {
    /// For a terminal.
    Text,
    /// For the comment of a pull request.
    Markdown,
    /// Workflow annotations.
    Github,
    /// SARIF 2.1.0.
    Sarif,
    /// JUnit.
    Junit,
    /// GitLab code quality.
    Gitlab,
    /// JSON.
    Json,
    /// One page.
    Html,
}

impl Format {
    /// Every name.
    pub(in crate::cli) const NAMES: [&'static str; 8] = ["text", "markdown", "github", "sarif", "junit", "gitlab", "json", "html"];

    /// The format of a name.
    pub(in crate::cli) fn from_name(name: &str) -> Option<Self> {
        const ALL: [Format; 8] =
            [Format::Text, Format::Markdown, Format::Github, Format::Sarif, Format::Junit, Format::Gitlab, Format::Json, Format::Html];
        Self::NAMES.iter().position(|known| *known == name).map(|position| ALL[position])
    }

    /// Writes a document.
    pub(in crate::cli) fn render(self, document: &Document) -> String {
        match self {
            Self::Text => text::render(document),
            Self::Markdown => markdown::render(document),
            Self::Github => github::render(document),
            Self::Sarif => sarif::render(document),
            Self::Junit => junit::render(document),
            Self::Gitlab => gitlab::render(document),
            Self::Json => json::render(document),
            Self::Html => html::render(document),
        }
    }
}
