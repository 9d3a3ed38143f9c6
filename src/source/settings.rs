//! The settings file.

use std::sync::OnceLock;

use serde::Deserialize;

use super::decode::check;
use super::yaml;
use crate::diag::{Finding, Findings, SourceText, codes};
use crate::model::{RecordShape, Settings, record_shape, schema_of};

use super::node::Node;

/// The settings with the tree they were read from.
#[derive(Clone, Debug)]
pub struct SettingsFile {
    /// The typed settings.
    pub settings: Settings,
    /// The file.
    pub source: SourceText,
    /// What was written, with places.
    pub node: Node,
}

fn shape() -> &'static RecordShape {
    static SHAPE: OnceLock<RecordShape> = OnceLock::new();
    SHAPE.get_or_init(|| record_shape(&schema_of::<Settings>()))
}

/// The settings that a text says; `None` where it cannot be read.
#[must_use]
pub fn settings_of(text: &str) -> Option<Settings> {
    let source = SourceText::new("tickmark.yaml", text);
    read_settings(source, &mut Findings::new()).map(|file| file.settings)
}

/// Reads the settings; `None` where a finding says why they could not be read.
pub(super) fn read_settings(source: SourceText, findings: &mut Findings) -> Option<SettingsFile> {
    let node = yaml::parse(&source, 0..source.text().len(), findings)?;
    let before = findings.len();
    check(&node, shape(), "the settings file", &source, findings);
    if findings.len() > before {
        return None;
    }
    match Settings::deserialize(&node) {
        Ok(settings) => Some(SettingsFile { settings, source, node }),
        Err(error) => {
            findings.push(Finding::error(&codes::WRONG_TYPE, source.line(1), format!("the settings cannot be read: {error}")));
            None
        }
    }
}
