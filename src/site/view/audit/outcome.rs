//! Results of checks in words: verdicts, levels, what they were made on, what was expected and what was found.

use crate::check::{Assertion, Check, CheckResult, Failed, Severity, Subject, Verdict};
use crate::diag::Level;
use crate::language::Language;
use crate::model::settings::CheckLevel;
use crate::model::{Kind, Profile};
use crate::site::view::places::release_href;
use crate::site::view::{Cell, StatusWord};
use crate::site::writer::Writer;
use crate::site::{AuditPage, Site};

/// A verdict, as people read it.
pub(super) fn verdict_word(language: &Language, verdict: Verdict) -> String {
    let key = match verdict {
        Verdict::Fail => "audit-verdict-fail",
        Verdict::Waived => "audit-verdict-waived",
        Verdict::NotTestable => "audit-verdict-not-testable",
        Verdict::Pass => "audit-verdict-pass",
        Verdict::NotApplicable => "audit-verdict-not-applicable",
    };
    language.say(key).to_owned()
}

/// A verdict as a sign and a word. What could not be tested never looks like a pass.
pub(super) fn verdict_status(language: &Language, verdict: Verdict) -> StatusWord {
    let class = match verdict {
        Verdict::Fail => "is-misses",
        Verdict::Waived => "is-within",
        Verdict::NotTestable | Verdict::NotApplicable => "is-unknown",
        Verdict::Pass => "is-meets",
    };
    StatusWord { class, word: verdict_word(language, verdict) }
}

/// What came of a check over all subjects: the weightiest verdict of any.
pub(super) fn outcome(site: &Site, check: &Check) -> Option<Verdict> {
    let count = site.ledger().count(check.code.id);
    Verdict::ALL.iter().copied().find(|verdict| count.of(*verdict) > 0)
}

/// How much a check weighs in this project; nothing where it is switched off.
pub(super) fn level_in_project(site: &Site, check: &Check) -> Option<Level> {
    level_under(site, check, site.catalog().settings().profile)
}

/// How much a check weighs in this project under a profile; nothing where it is switched off.
pub(super) fn level_under(site: &Site, check: &Check, profile: Profile) -> Option<Level> {
    match site.catalog().settings().checks.get(check.code.id) {
        Some(CheckLevel::Off) => None,
        Some(CheckLevel::Info) => Some(Level::Information),
        Some(CheckLevel::Warn) => Some(Level::Warning),
        Some(CheckLevel::Error) => Some(Level::Error),
        None => Some(check.severity.level(profile)),
    }
}

/// Whether the level of a check depends on the profile.
pub(super) const fn depends_on_profile(check: &Check) -> bool {
    matches!(check.severity, Severity::ErrorIfAssured | Severity::WarningIfAssured)
}

/// A level in words.
pub(super) fn level_word(language: &Language, level: Option<Level>) -> String {
    let key = match level {
        Some(Level::Error) => "level-error",
        Some(Level::Warning) => "level-warning",
        Some(Level::Information) => "level-information",
        None => "audit-level-off",
    };
    language.say(key).to_owned()
}

/// What an assertion is called.
pub(super) fn assertion_word(language: &Language, assertion: Assertion) -> String {
    let key = match assertion {
        Assertion::Existence => "audit-assertion-existence",
        Assertion::Completeness => "audit-assertion-completeness",
        Assertion::Accuracy => "audit-assertion-accuracy",
        Assertion::CutOff => "audit-assertion-cut-off",
        Assertion::Classification => "audit-assertion-classification",
        Assertion::Presentation => "audit-assertion-presentation",
        Assertion::Comparability => "audit-assertion-comparability",
        Assertion::Authorisation => "audit-assertion-authorisation",
        Assertion::Segregation => "audit-assertion-segregation",
        Assertion::Integrity => "audit-assertion-integrity",
        Assertion::Confidentiality => "audit-assertion-confidentiality",
    };
    language.say(key).to_owned()
}

/// What a family of checks is about.
pub(super) fn family_word(language: &Language, family: char) -> String {
    let key = match family {
        'D' => "audit-family-definitions",
        'L' => "audit-family-lineage",
        'S' => "audit-family-results",
        'C' => "audit-family-changes",
        'T' => "audit-family-targets",
        'G' => "audit-family-governance",
        'V' => "audit-family-surveys",
        'M' => "audit-family-commitments",
        'I' => "audit-family-integrity",
        _ => return family.to_string(),
    };
    language.say(key).to_owned()
}

/// The name of a check with spaces for its hyphens; English in any language.
pub(super) fn name_of(check: &Check) -> String {
    check.code.name.replace('-', " ")
}

/// A check with its name below, and the way to its page.
pub(super) fn check_cell(writer: &Writer<'_>, check: &'static Check) -> Cell {
    Cell::Link { href: writer.href(&AuditPage::Check(check.code.id).path(0)), label: check.code.id.to_owned(), note: name_of(check) }
}

/// What a check was made on, with the way to it; to its result on the page with the checks of a metric where it was made on one.
pub(super) fn subject_cell(writer: &Writer<'_>, result: &CheckResult) -> Cell {
    let subject = &result.subject;
    match subject {
        Subject::Project => {
            Cell::Noted { text: writer.site.catalog().settings().title.clone(), note: writer.say("audit-subject-project"), alert: false }
        }
        Subject::Record(record) => Cell::Link {
            href: match record.kind {
                Kind::Metric => writer.check_href(&record.id, &result.check.code.id.to_lowercase()),
                _ => writer.record_href(record),
            },
            label: writer.title_of(record),
            note: record.to_string(),
        },
        Subject::Release(id) => {
            let release = writer.site.catalog().releases().iter().find(|release| release.id == *id);
            let label = release.map_or_else(|| id.to_string(), |release| release.release.title.clone());
            Cell::Link { href: release_href(writer, id), label, note: subject.to_string() }
        }
    }
}

/// What was expected of one thing that is wrong: its own words, else those of the check.
pub(super) fn expected(result: &CheckResult, failed: &Failed) -> String {
    failed.expected.clone().unwrap_or_else(|| result.check.expects.to_owned())
}
