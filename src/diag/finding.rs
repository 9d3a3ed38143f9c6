//! One observation about the project, as data.

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use super::Code;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Worth knowing; changes no exit code.
    Information,
    /// Printed on the report; changes no exit code.
    Warning,
    /// The command ends with exit code 1.
    Error,
}

impl Level {
    /// The word that opens a diagnostic.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Information => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.word())
    }
}

/// Where something stands: a file of the project, and a stretch of one line in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Path relative to the project, `/` between its parts.
    pub path: Arc<str>,
    /// Line, counted from 1; 0 where the file as a whole is meant.
    pub line: usize,
    /// Column in characters, counted from 1; 0 where the file as a whole is meant.
    pub column: usize,
    /// Characters covered on this line.
    pub width: usize,
    /// The line as it stands in the file; none where it cannot be shown.
    pub excerpt: Option<Arc<str>>,
}

impl Place {
    /// A whole file, where no line can be named.
    #[must_use]
    pub fn file(path: impl Into<Arc<str>>) -> Self {
        Self { path: path.into(), line: 0, column: 0, width: 0, excerpt: None }
    }

    fn key(&self) -> (&str, usize, usize) {
        (&self.path, self.line, self.column)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line == 0 { formatter.write_str(&self.path) } else { write!(formatter, "{}:{}:{}", self.path, self.line, self.column) }
    }
}

/// One coded observation: what is wrong, where, and one step to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which rule speaks.
    pub code: &'static Code,
    /// How much it weighs.
    pub level: Level,
    /// Complete in itself: lower case, no full stop, names in backticks, expected and found.
    pub message: String,
    /// Where it stands.
    pub place: Place,
    /// Other places that matter, each with what it shows.
    pub related: Vec<(Place, String)>,
    /// One step that mends it, in the imperative.
    pub help: Option<String>,
}

impl Finding {
    /// An error-level finding.
    #[must_use]
    pub fn error(code: &'static Code, place: Place, message: impl Into<String>) -> Self {
        Self { code, level: Level::Error, message: message.into(), place, related: Vec::new(), help: None }
    }

    /// A warning.
    #[must_use]
    pub fn warning(code: &'static Code, place: Place, message: impl Into<String>) -> Self {
        Self { level: Level::Warning, ..Self::error(code, place, message) }
    }

    /// The same finding with a step that mends it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same finding with another place that matters.
    #[must_use]
    pub fn related(mut self, place: Place, says: impl Into<String>) -> Self {
        self.related.push((place, says.into()));
        self
    }
}

impl Ord for Finding {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.place.key(), self.code.id, &self.message, self.level)
            .cmp(&(other.place.key(), other.code.id, &other.message, other.level))
            .then_with(|| self.help.cmp(&other.help))
            .then_with(|| self.place.width.cmp(&other.place.width))
            .then_with(|| self.related.len().cmp(&other.related.len()))
    }
}

impl PartialOrd for Finding {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
