//! Whether a change is let through.

use super::document::{Class, Edit, RecordEntry, ReleaseEntry, Verdict, Weight};
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

/// Judges what changed. Settings and published results have no record of a change that could agree to an edit, so an error among them counts
/// as a breaking change that lacks what it needs.
pub(super) fn verdict(records: &[RecordEntry], settings: &[Edit], releases: &[ReleaseEntry], fail_on: FailOn) -> Verdict {
    let held = records.iter().filter(|record| fail_on.holds_back(record)).count();
    let is_wrong = |edits: &[Edit]| edits.iter().any(|edit| edit.level == Weight::Error);
    let others = usize::from(is_wrong(settings)) + releases.iter().filter(|release| is_wrong(&release.edits)).count();
    let at_class = |edit: &&Edit| matches!(fail_on, FailOn::Class(least) if edit.class >= Some(least));
    let held = held + settings.iter().filter(at_class).count() + if fail_on == FailOn::Never { 0 } else { others };
    let mut parts = Vec::new();
    if !records.is_empty() {
        parts.push(format!("{} ({})", plural(records.len(), "record"), classes(records)));
    }
    if !settings.is_empty() {
        parts.push(plural(settings.len(), "setting"));
    }
    if !releases.is_empty() {
        parts.push(plural(releases.len(), "release"));
    }
    let mut sentence = match parts.as_slice() {
        [] => "nothing changed".to_owned(),
        [first @ .., last] if !first.is_empty() => format!("{} and {last} changed", first.join(", ")),
        all => format!("{} changed", all.concat()),
    };
    let lacking = records.iter().filter(|record| record.lacks()).count();
    if lacking > 0 {
        let verb = if lacking == 1 { "lacks what its class demands" } else { "lack what their class demands" };
        sentence = format!("{sentence}; {lacking} {verb}");
    }
    Verdict { fails: held > 0, threshold: fail_on.name().to_owned(), sentence }
}

/// How many records there are of each class.
fn classes(records: &[RecordEntry]) -> String {
    let count = |class: Option<Class>| records.iter().filter(|record| record.class == class).count();
    let all = [Class::Breaking, Class::Material, Class::Minor, Class::Editorial];
    let known = all.into_iter().map(|class| (count(Some(class)), class.name()));
    let parts = known.chain([(count(None), "without a class")]).filter(|(count, _)| *count > 0);
    parts.map(|(count, name)| format!("{count} {name}")).collect::<Vec<_>>().join(", ")
}
