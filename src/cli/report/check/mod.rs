//! What checks found, for people and machines: one format, one file. All of them say the same findings in the same order.

mod document;
mod github;
mod gitlab;
mod json;
mod junit;
mod sarif;

pub(in crate::cli) use document::{Document, FailOn, compose};
pub(in crate::cli) use json::schema;

use crate::diag::Finding;

/// A format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Format {
    /// For a terminal.
    Text,
    /// JSON.
    Json,
    /// Workflow annotations.
    Github,
    /// SARIF 2.1.0.
    Sarif,
    /// JUnit.
    Junit,
    /// GitLab code quality.
    Gitlab,
}

impl Format {
    /// Every name.
    pub(in crate::cli) const NAMES: [&'static str; 6] = ["text", "json", "github", "sarif", "junit", "gitlab"];

    /// The format of a name.
    pub(in crate::cli) fn from_name(name: &str) -> Option<Self> {
        const ALL: [Format; 6] = [Format::Text, Format::Json, Format::Github, Format::Sarif, Format::Junit, Format::Gitlab];
        Self::NAMES.iter().position(|known| *known == name).map(|position| ALL[position])
    }

    /// Writes a document; that for a terminal is written from the findings themselves.
    pub(in crate::cli) fn render(self, document: &Document, findings: &[Finding]) -> String {
        match self {
            Self::Text => text(document, findings),
            Self::Json => json::render(document),
            Self::Github => github::render(document),
            Self::Sarif => sarif::render(document),
            Self::Junit => junit::render(document),
            Self::Gitlab => gitlab::render(document),
        }
    }
}

fn text(document: &Document, findings: &[Finding]) -> String {
    let mut bytes = Vec::new();
    // Writing into memory cannot fail.
    let _ = super::text::write(findings, &mut bytes);
    format!("{}{}\n", String::from_utf8_lossy(&bytes), document.verdict.sentence)
}
