//! Whether a change is let through.

use super::document::{Class, RecordEntry, ReleaseEntry, Verdict, Weight};
use crate::diag::plural;

/// From where on the command ends with exit code 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum FailOn {
    /// Never.
    Never,
    /// Any change of this class or above, whether agreed or not.
    Class(Class),
    /// Any change that lacks what its class demands.
    Incomplete,
    /// A breaking change that lacks what its class demands.
    BreakingIncomplete,
}

impl FailOn {
    /// Every name, in the order in which they are told.
    pub(in crate::cli) const NAMES: [&'static str; 7] =
        ["never", "editorial", "minor", "material", "breaking", "incomplete", "breaking-incomplete"];

    /// The threshold of a name.
    pub(in crate::cli) fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "never" => Self::Never,
            "editorial" => Self::Class(Class::Editorial),
            "minor" => Self::Class(Class::Minor),
            "material" => Self::Class(Class::Material),
            "breaking" => Self::Class(Class::Breaking),
            "incomplete" => Self::Incomplete,
            "breaking-incomplete" => Self::BreakingIncomplete,
            _ => return None,
        })
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::Class(class) => class.name(),
            Self::Incomplete => "incomplete",
            Self::BreakingIncomplete => "breaking-incomplete",
        }
    }

    fn holds_back(self, record: &RecordEntry) -> bool {
        match self {
            Self::Never => false,
            Self::Class(least) => record.class >= Some(least),
            Self::Incomplete => record.lacks(),
            Self::BreakingIncomplete => record.class == Some(Class::Breaking) && record.lacks(),
        }
    }
}

/// Judges records and releases. Published results have no record of a change that could agree to an edit, so an error among them counts as a
/// breaking change that lacks what it needs.
pub(super) fn verdict(records: &[RecordEntry], releases: &[ReleaseEntry], fail_on: FailOn) -> Verdict {
    let held = records.iter().filter(|record| fail_on.holds_back(record)).count();
    let edited = match fail_on {
        FailOn::Never => 0,
        _ => releases.iter().filter(|release| release.edits.iter().any(|edit| edit.level == Weight::Error)).count(),
    };
    let mut parts = Vec::new();
    for class in [Class::Breaking, Class::Material, Class::Minor, Class::Editorial] {
        let count = records.iter().filter(|record| record.class == Some(class)).count();
        if count > 0 {
            parts.push(format!("{count} {}", class.name()));
        }
    }
    let rest = records.iter().filter(|record| record.class.is_none()).count();
    if rest > 0 {
        parts.push(format!("{rest} without a class"));
    }
    let mut sentence = match (records.len(), releases.len()) {
        (0, 0) => "nothing changed".to_owned(),
        (0, _) => format!("{} changed", plural(releases.len(), "release")),
        (count, 0) => format!("{} changed: {}", plural(count, "record"), parts.join(", ")),
        (count, more) => format!("{} ({}) and {} changed", plural(count, "record"), parts.join(", "), plural(more, "release")),
    };
    let lacking = records.iter().filter(|record| record.lacks()).count();
    if lacking > 0 {
        let verb = if lacking == 1 { "lacks what its class demands" } else { "lack what their class demands" };
        sentence = format!("{sentence}; {lacking} {verb}");
    }
    if edited > 0 {
        sentence = format!(
            "{sentence}; {} against the rules of results",
            if edited == 1 { "1 release was edited".to_owned() } else { format!("{edited} releases were edited") }
        );
    }
    Verdict { fails: held + edited > 0, threshold: fail_on.name().to_owned(), sentence }
}
