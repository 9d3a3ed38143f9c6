//! The files of a project's own theme.

use crate::diag::SourceText;

/// A file that takes the place of one of the built-in theme.
#[derive(Clone, Debug)]
pub struct ThemeFile {
    /// Path below the theme's folder, such as `templates/metric.html`.
    pub name: String,
    /// Its text.
    pub source: SourceText,
}
