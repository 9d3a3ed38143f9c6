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

impl ThemeFile {
    /// The language of a catalogue of words: `fr` for `languages/fr.ftl` and for `languages/fr/charts.ftl`; none for other files.
    #[must_use]
    pub fn language(&self) -> Option<&str> {
        let name = self.name.strip_prefix("languages/")?.strip_suffix(".ftl")?;
        Some(name.split_once('/').map_or(name, |(tag, _)| tag))
    }
}
