//! One release of results: when, by whom, from which extracts.

use std::sync::OnceLock;

use serde::Deserialize;

use super::decode::check;
use super::node::Node;
use super::yaml;
use crate::diag::{Findings, SourceText};
use crate::model::{Id, RecordShape, Release, record_shape, schema_of};

/// A release with the tree it was read from.
#[derive(Clone, Debug)]
pub struct ReleaseRecord {
    /// Name of its folder.
    pub id: Id,
    /// What it says.
    pub release: Release,
    /// The file.
    pub source: SourceText,
    /// What was written, with places.
    pub node: Node,
}

/// The shape of `release.yaml`.
pub(super) fn release_shape() -> &'static RecordShape {
    static SHAPE: OnceLock<RecordShape> = OnceLock::new();
    SHAPE.get_or_init(|| record_shape(&schema_of::<Release>()))
}

/// Reads `release.yaml`; `None` where a finding says why it could not be read.
pub(super) fn read_release(id: &Id, source: SourceText, findings: &mut Findings) -> Option<ReleaseRecord> {
    let node = yaml::parse(&source, 0..source.text().len(), findings)?;
    let before = findings.len();
    check(&node, release_shape(), "this release", &source, findings);
    if findings.len() > before {
        return None;
    }
    let release = Release::deserialize(&node).ok()?;
    Some(ReleaseRecord { id: id.clone(), release, source, node })
}

/// Reads the `release.yaml` of another time; nothing where it does not fit what a release is today.
#[must_use]
pub fn parse_release(id: &Id, source: SourceText) -> Option<ReleaseRecord> {
    read_release(id, source, &mut Findings::new())
}
