//! A page of prose: Markdown with a title.

use schemars::{JsonSchema, Schema};
use serde::Deserialize;

use super::decode::check;
use super::front_matter::split;
use super::yaml;
use crate::diag::{Findings, SourceText};
use crate::model::{Id, record_shape, schema_of};

/// The front matter of a page of prose.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
struct Header {
    /// Heading of the page.
    title: String,
    /// Place among the pages, the least first; pages without one follow by title.
    #[serde(default)]
    #[schemars(range(min = 0))]
    order: Option<u32>,
}

/// The schema of the front matter of a page of prose.
#[must_use]
pub fn page_schema() -> Schema {
    schema_of::<Header>()
}

/// A page of prose.
#[derive(Clone, Debug)]
pub struct ProsePage {
    /// Its id, from the file name.
    pub id: Id,
    /// Heading.
    pub title: String,
    /// Place among the pages.
    pub order: Option<u32>,
    /// Markdown.
    pub body: String,
    /// The file.
    pub source: SourceText,
}

/// Reads a page of prose; `None` where a finding says why it could not be read.
pub(super) fn read_prose_page(id: &Id, source: SourceText, findings: &mut Findings) -> Option<ProsePage> {
    let parts = split(&source, findings)?;
    let node = yaml::parse(&source, parts.header, findings)?;
    let before = findings.len();
    check(&node, &record_shape(&page_schema()), "this page", &source, findings);
    if findings.len() > before {
        return None;
    }
    let header = Header::deserialize(&node).ok()?;
    let body = source.text().get(parts.body).unwrap_or_default().to_owned();
    Some(ProsePage { id: id.clone(), title: header.title, order: header.order, body, source })
}
