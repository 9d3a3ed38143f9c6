//! Runs the checks on one subject, at the levels that the settings give them.

use super::context::Context;
use super::figures::{FigureAt, Figures};
use super::registry::CHECKS;
use super::result::{CheckResult, Subject, Verdict};
use super::rule::{Check, Looks};
use super::sheet::{Seen, Sheet};
use super::waivers::Waivers;
use crate::diag::Level;
use crate::model::settings::CheckLevel;
use crate::model::waiver::Waiver;
use crate::model::{Kind, Profile};
use crate::source::{Record, ReleaseRecord};

/// What each check says of a record, by code; of the checks that look at figures nothing, and so of those that look at a metric with its figures.
#[must_use]
pub fn test_record(context: &Context<'_>, waivers: &Waivers, record: &Record) -> Vec<CheckResult> {
    let subject = Subject::Record(record.reference());
    let profile = context.profile(Some(record));
    let test = |check: &'static Check| match check.looks {
        Looks::Records(kinds, test) if kinds.contains(&record.kind) => {
            one(context, waivers, check, &subject, profile, |sheet| test(context, record, sheet))
        }
        Looks::Definitions(kinds, test) if kinds.contains(&record.kind) && record.kind != Kind::Metric => {
            one(context, waivers, check, &subject, profile, |sheet| test(context, record, None, sheet))
        }
        _ => None,
    };
    CHECKS.iter().filter_map(|check| test(check)).map(|(result, _)| result).collect()
}

/// What each check says of a release, by code.
#[must_use]
pub fn test_release(context: &Context<'_>, waivers: &Waivers, release: &ReleaseRecord) -> Vec<CheckResult> {
    let subject = Subject::Release(release.id.clone());
    let profile = context.profile(None);
    let test = |check: &'static Check| match check.looks {
        Looks::Releases(test) => one(context, waivers, check, &subject, profile, |sheet| test(context, release, sheet)),
        _ => None,
    };
    CHECKS.iter().filter_map(|check| test(check)).map(|(result, _)| result).collect()
}

/// What each check says of the project as a whole, by code.
#[must_use]
pub fn test_project(context: &Context<'_>, waivers: &Waivers) -> Vec<CheckResult> {
    let profile = context.profile(None);
    let test = |check: &'static Check| match check.looks {
        Looks::Project(test) | Looks::ProjectAndFigures(test, _) => {
            one(context, waivers, check, &Subject::Project, profile, |sheet| test(context, sheet))
        }
        Looks::Sealed(reason) => one(context, waivers, check, &Subject::Project, profile, |sheet| sheet.untestable(reason)),
        _ => None,
    };
    CHECKS.iter().filter_map(|check| test(check)).map(|(result, _)| result).collect()
}

/// What each check says of a waiver, told what its check says of its subject.
#[must_use]
pub(super) fn test_waiver(context: &Context<'_>, record: &Record, waiver: &Waiver, said: Option<Verdict>) -> Vec<CheckResult> {
    let subject = Subject::Record(record.reference());
    let none = Waivers::default();
    let test = |check: &'static Check| match check.looks {
        Looks::Waivers(test) => {
            one(context, &none, check, &subject, context.profile(None), |sheet| test(context, record, waiver, said, sheet))
        }
        _ => None,
    };
    CHECKS.iter().filter_map(|check| test(check)).map(|(result, _)| result).collect()
}

/// A result with what was seen of each figure.
pub(super) type Seeing = (CheckResult, Vec<(FigureAt, Seen)>);

/// What each check says of the figures of a metric, by code, with what it saw of each of them.
pub(super) fn look_at_figures(context: &Context<'_>, waivers: &Waivers, figures: &Figures<'_>) -> Vec<Seeing> {
    let subject = Subject::Record(figures.record.reference());
    let profile = context.profile(Some(figures.record));
    let test = |check: &'static Check| match check.looks {
        Looks::Figures(test) | Looks::ProjectAndFigures(_, test) => {
            one(context, waivers, check, &subject, profile, |sheet| test(context, figures, sheet))
        }
        Looks::Definitions(kinds, test) if kinds.contains(&Kind::Metric) => {
            one(context, waivers, check, &subject, profile, |sheet| test(context, figures.record, Some(figures), sheet))
        }
        _ => None,
    };
    CHECKS.iter().filter_map(|check| test(check)).collect()
}

/// Makes one test; nothing where the settings switch it off.
fn one(
    context: &Context<'_>,
    waivers: &Waivers,
    check: &'static Check,
    subject: &Subject,
    profile: Profile,
    test: impl FnOnce(&mut Sheet),
) -> Option<Seeing> {
    let set = context.catalog.settings().checks.get(check.code.id);
    let level = match set {
        Some(CheckLevel::Off) => return None,
        Some(CheckLevel::Info) => Level::Information,
        Some(CheckLevel::Warn) => Level::Warning,
        Some(CheckLevel::Error) => Level::Error,
        None => check.severity.level(profile),
    };
    let mut sheet = Sheet::default();
    test(&mut sheet);
    let verdict = sheet.verdict();
    let Sheet { tested, untested, mut failed, reason, inputs, figures } = sheet;
    if set.is_some() {
        for failed in &mut failed {
            failed.level = None;
        }
    }
    let mut result =
        CheckResult { check, subject: subject.clone(), verdict, level, tested, untested, reason, inputs, failed, waiver: None };
    waivers.apply(&mut result);
    debug_assert!(result.verdict != Verdict::Fail || !result.failed.is_empty(), "a failure says what is wrong");
    Some((result, figures))
}
