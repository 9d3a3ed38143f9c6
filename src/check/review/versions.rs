//! Whether the version and its first day follow the change.
//!
//! A breaking change raises the first part of a version, a material one the second, a minor one the third; more is always allowed.

use super::case::{Case, Spoken};
use super::meaning::OF_THE_VERSION;
use super::verdict::Shortfall;
use crate::diff::rules::version_and_time as rules;
use crate::model::{ChangeClass, Date, Version};

/// What is wrong with the version of a record, by the class of its change.
pub(super) fn shortfalls(case: &Case<'_>, spoken: Option<&Spoken<'_>>, class: Option<ChangeClass>) -> Vec<Shortfall> {
    let (Some(before), Some(after)) = (&case.edited.before, &case.edited.after) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    if let (Some(before), Some(after)) = (before.versioning, after.versioning) {
        let needed = class.filter(|_| is_edited_otherwise(case));
        found.extend(of_number(case, before.version, after.version, needed));
        found.extend(of_start(case, (before.version, before.effective_from), (after.version, after.effective_from)));
    }
    if let Some(spoken) = spoken {
        found.extend(of_agreed_start(case, spoken));
        found.extend(of_declared_class(case, spoken, class));
    }
    found
}

/// Whether anything but the version and its first day decides something otherwise.
fn is_edited_otherwise(case: &Case<'_>) -> bool {
    let decides = |edit: &&crate::diff::FieldEdit| edit.class > Some(ChangeClass::Editorial);
    case.edited.edits.iter().filter(decides).any(|edit| !OF_THE_VERSION.contains(&edit.field.as_str()))
}

fn of_number(case: &Case<'_>, before: Version, after: Version, class: Option<ChangeClass>) -> Option<Shortfall> {
    let name = case.name();
    let place = case.place("version");
    if after < before {
        let message = format!("expected {name} to have a version above `{before}`, found `{after}`");
        let help = "raise `version` above every version that ever was".to_owned();
        return Some(case.shortfall(&rules::VERSION_DECREASED, "version", place, message, help));
    }
    let class = class.filter(|class| *class > ChangeClass::Editorial)?;
    let next = raised(before, class);
    let help = format!("set `version` to `{next}`");
    if after == before {
        let message = format!("expected {name} to have version `{next}` or above for a {} change, found `{after}` as before", class.name());
        return Some(case.shortfall(&rules::VERSION_NOT_RAISED, "version", place, message, help));
    }
    if step(before, after) >= class {
        return None;
    }
    let message = format!(
        "expected {name} to have version `{next}` or above for a {} change, found `{after}`, the step of a {} one",
        class.name(),
        step(before, after).name()
    );
    Some(case.shortfall(&rules::CLASS_UNDERSTATED, "version", place, message, help))
}

/// The class whose step leads from one version to a higher one.
pub(in crate::check) fn step(before: Version, after: Version) -> ChangeClass {
    if after.major() > before.major() {
        ChangeClass::Breaking
    } else if after.minor() > before.minor() {
        ChangeClass::Material
    } else {
        ChangeClass::Minor
    }
}

/// The least version that a class demands after another one.
fn raised(before: Version, class: ChangeClass) -> Version {
    match class {
        ChangeClass::Breaking => Version::new(before.major().saturating_add(1), 0, 0),
        ChangeClass::Material => Version::new(before.major(), before.minor().saturating_add(1), 0),
        ChangeClass::Minor | ChangeClass::Editorial => Version::new(before.major(), before.minor(), before.patch().saturating_add(1)),
    }
}

fn of_start(case: &Case<'_>, before: (Version, Date), after: (Version, Date)) -> Option<Shortfall> {
    let name = case.name();
    let place = case.place("effective_from");
    let ((old_version, old), (version, new)) = (before, after);
    if version == old_version {
        return (new != old).then(|| {
            let message = format!("expected {name} `{version}` to hold from `{old}` as before, found `{new}`");
            let help = format!("set `effective_from` back to `{old}`, or raise the version");
            case.shortfall(&rules::EFFECTIVE_DATE_MOVED, "effective_from", place, message, help)
        });
    }
    if version < old_version {
        return None;
    }
    let help = format!("set `effective_from` to the first day of `{version}`");
    if new == old {
        let message = format!("expected {name} `{version}` to hold from a day of its own, found `{new}`, the first day of `{old_version}`");
        return Some(case.shortfall(&rules::EFFECTIVE_DATE_MISSING, "effective_from", place, message, help));
    }
    (new < old).then(|| {
        let message =
            format!("expected {name} `{version}` to hold from a day after `{old}`, the first day of `{old_version}`, found `{new}`");
        case.shortfall(&rules::EFFECTIVE_DATE_BACKDATED, "effective_from", place, message, help)
    })
}

/// The day in the record of the change and the one in the changed record are one.
fn of_agreed_start(case: &Case<'_>, spoken: &Spoken<'_>) -> Option<Shortfall> {
    let agreed = spoken.change.effective;
    let is_meant = spoken.target.to == case.edited.versions().1;
    let start = case.new_start().filter(|start| is_meant && *start != agreed)?;
    let change = spoken.record.reference();
    let message = format!("expected {} to hold from `{agreed}`, the day in `{change}`, found `{start}`", case.name());
    let help = format!("set `effective_from` to `{agreed}`, or have the other day agreed in `{change}`");
    Some(case.shortfall(&rules::EFFECTIVE_DATE_MOVED, "effective_from", case.place("effective_from"), message, help))
}

fn of_declared_class(case: &Case<'_>, spoken: &Spoken<'_>, class: Option<ChangeClass>) -> Option<Shortfall> {
    let declared = spoken.change.declared_class.class();
    let class = class.filter(|class| declared < *class)?;
    let change = spoken.record.reference();
    let message = format!("expected `{change}` to declare a {} change of {}, found a {} one", class.name(), case.name(), declared.name());
    let help = format!("set `declared_class` to `{}`, or lower the class with a bridge", class.name());
    Some(case.shortfall(&rules::CLASS_UNDERSTATED, "declared_class", spoken.record.place("declared_class"), message, help))
}
