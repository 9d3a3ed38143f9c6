//! Which rule a difference meets, and what class it has: by its field, by whether something came or went, and by which way it moved.

use std::cmp::Ordering;

use super::classify::{class_of_field, is_classified};
use super::difference::Difference;
use super::field_rules::rules_of_field;
use super::rule::{Area, ChangeRule};
use super::rules::{disclosure, exclusions, existence, lineage, meaning, segments, targets, version_and_time};
use super::subject::Subject;
use crate::model::commitment::{CommitmentState, Counterparty};
use crate::model::policy::PolicyType;
use crate::model::{AnyRecord, ChangeClass, Decimal, Kind, Version};

/// What a difference means.
pub(super) type Meaning = (&'static ChangeRule, Option<ChangeClass>);

/// Says what a difference between two records means.
pub(super) fn judge(difference: &Difference, subject: &Subject<'_>) -> Meaning {
    let kind = subject.after.kind;
    let rules = rules_of_field(kind, &difference.field);
    let rule = if difference.is_added() {
        rules.added
    } else if difference.is_removed() {
        rules.removed
    } else {
        rules.changed
    };
    let class = class_of_field(kind, &difference.field);
    let (rule, class) = refine(difference, subject, rule, class);
    let class = class.filter(|_| is_classified(kind));
    let about_meaning = matches!(rule.area, Area::Meaning | Area::Exclusions | Area::Segments | Area::Lineage);
    if subject.is_proposed() && about_meaning && *rule != meaning::DESCRIPTION_CHANGED {
        return (&meaning::PROPOSAL_CHANGED, None);
    }
    (rule, class)
}

fn refine(difference: &Difference, subject: &Subject<'_>, rule: &'static ChangeRule, class: Option<ChangeClass>) -> Meaning {
    match (subject.after.kind, difference.field.as_str()) {
        (_, "version") => (version_rule(difference), None),
        (_, "audience") => (subject.audience_rule(), class),
        (Kind::Metric, _) => metric(difference, rule, class),
        (Kind::Exclusion, _) => exclusion(difference, rule, class),
        (Kind::Segment, _) => segment(difference, subject, rule, class),
        (Kind::Source | Kind::Transform, "state") => (lineage_state(difference, subject.after.kind), class),
        (Kind::Target, "target" | "threshold" | "stretch" | "action_level" | "seasonal" | "tiers" | "tiers.value" | "scope" | "metric") => {
            if subject.target_has_started(difference) {
                (&targets::TARGET_CHANGED_FOR_STARTED_PERIOD, class)
            } else {
                (rule, class)
            }
        }
        (Kind::Scorecard, "items.weight" | "perspectives.weight") => {
            let rule = if subject.version_has_started() { &targets::WEIGHT_CHANGED_FOR_STARTED_PERIOD } else { rule };
            (rule, class)
        }
        (Kind::Scorecard, "items") if !difference.is_added() && !difference.is_removed() => (rule, class),
        (Kind::Commitment, "title") => (rule, class.max(subject_is_public(subject).then_some(ChangeClass::Minor))),
        (Kind::Commitment, "state") => promise_state(difference, rule, class),
        (Kind::Survey, "wording") => wording(difference, subject, rule, class),
        (Kind::Policy, "rules" | "type") => (policy_rule(subject, rule), class),
        _ => (rule, class),
    }
}

fn version_rule(difference: &Difference) -> &'static ChangeRule {
    let version = |text: Option<&str>| text.and_then(|text| Version::parse(text).ok());
    if version(difference.text_after()) < version(difference.text_before()) {
        &version_and_time::VERSION_DECREASED
    } else {
        &version_and_time::VERSION_RAISED
    }
}

/// How the number after lies to the one before.
fn direction(difference: &Difference) -> Option<Ordering> {
    let number = |text: Option<&str>| text.and_then(|text| Decimal::parse(text).ok());
    Some(number(difference.text_after())?.cmp(&number(difference.text_before())?))
}

fn metric(difference: &Difference, rule: &'static ChangeRule, class: Option<ChangeClass>) -> Meaning {
    match difference.field.as_str() {
        "counter_metrics" if difference.is_added() => (rule, Some(ChangeClass::Minor)),
        "segments" if difference.is_removed() => (rule, Some(ChangeClass::Breaking)),
        "decimals" if direction(difference) == Some(Ordering::Greater) => (rule, Some(ChangeClass::Minor)),
        "min_n" => match direction(difference) {
            Some(Ordering::Greater) => (&disclosure::SUPPRESSION_TIGHTENED, class),
            Some(Ordering::Less) => (&disclosure::SUPPRESSION_RELAXED, class),
            _ => (rule, class),
        },
        "deviations" => (rule, difference.key.as_deref().and_then(|field| class_of_field(Kind::Metric, field)).or(class)),
        _ => (rule, class),
    }
}

fn exclusion(difference: &Difference, rule: &'static ChangeRule, class: Option<ChangeClass>) -> Meaning {
    match (difference.field.as_str(), difference.text_before(), difference.text_after()) {
        ("state", _, Some("active")) => (&exclusions::EXCLUSION_ADDED, class),
        ("state", Some("active"), _) => (&exclusions::EXCLUSION_REMOVED, class),
        ("state", ..) => (rule, Some(ChangeClass::Minor)),
        // A dash in the place of a reason is none.
        ("rationale", _, after) if !says_anything(after) => (&exclusions::RATIONALE_MISSING, class),
        ("rationale", before, _) if !says_anything(before) => (&exclusions::RATIONALE_ADDED, class),
        ("limit_share", ..) if direction(difference) == Some(Ordering::Less) => (&exclusions::LIMIT_TIGHTENED, class),
        _ => (rule, class),
    }
}

fn says_anything(text: Option<&str>) -> bool {
    text.is_some_and(|text| text.chars().any(char::is_alphanumeric))
}

fn segment(difference: &Difference, subject: &Subject<'_>, rule: &'static ChangeRule, class: Option<ChangeClass>) -> Meaning {
    let adds_up = |record: &AnyRecord| matches!(record, AnyRecord::Segment(segment) if segment.partition);
    let partition = adds_up(&subject.after.fields) || adds_up(&subject.before.fields);
    let of_added = Some(if partition { ChangeClass::Material } else { ChangeClass::Minor });
    match difference.field.as_str() {
        "codes" if difference.is_added() => (rule, of_added),
        "codes.to" if difference.is_added() => (&segments::CODE_REMOVED, class),
        "codes.to" if difference.is_removed() => (&segments::CODE_ADDED, of_added),
        _ => (rule, class),
    }
}

fn lineage_state(difference: &Difference, kind: Kind) -> &'static ChangeRule {
    match (kind, difference.text_after()) {
        (Kind::Transform, _) => &lineage::TRANSFORM_CHANGED,
        (_, Some("retired")) => &lineage::SOURCE_REMOVED,
        _ => &lineage::SOURCE_ADDED,
    }
}

fn subject_is_public(subject: &Subject<'_>) -> bool {
    matches!(&subject.after.fields, AnyRecord::Commitment(promise) if promise.counterparty == Counterparty::Public)
        || matches!(&subject.before.fields, AnyRecord::Commitment(promise) if promise.counterparty == Counterparty::Public)
}

fn promise_state(difference: &Difference, rule: &'static ChangeRule, class: Option<ChangeClass>) -> Meaning {
    let state = |text: &str| match text {
        "published" => Some(CommitmentState::Published),
        "withdrawn" => Some(CommitmentState::Withdrawn),
        _ => None,
    };
    match (difference.text_before().and_then(state), difference.text_after().and_then(state)) {
        (_, Some(CommitmentState::Published)) => (&targets::PROMISE_PUBLISHED, class),
        (Some(CommitmentState::Published), _) => (&targets::PROMISE_WITHDRAWN, Some(ChangeClass::Material)),
        _ => (rule, class),
    }
}

/// The first language that is written is the one in which the question was made; all others are translations of it.
fn wording(difference: &Difference, subject: &Subject<'_>, rule: &'static ChangeRule, class: Option<ChangeClass>) -> Meaning {
    let first = |record: &crate::source::Record| {
        let wording = &record.node.entry("wording")?.value;
        wording.entries().first().map(|entry| entry.key.to_string())
    };
    let original = [first(subject.before), first(subject.after)];
    if original.contains(&difference.key) { (rule, class) } else { (&meaning::TRANSLATION_CHANGED, Some(ChangeClass::Material)) }
}

fn policy_rule(subject: &Subject<'_>, rule: &'static ChangeRule) -> &'static ChangeRule {
    match &subject.after.fields {
        AnyRecord::Policy(policy) if policy.kind == PolicyType::Suppression => &disclosure::SUPPRESSION_CHANGED,
        AnyRecord::Policy(policy) if policy.kind == PolicyType::Revision => &disclosure::REVISION_POLICY_CHANGED,
        _ => rule,
    }
}

/// What it means that a whole record came.
pub(super) fn judge_added(kind: Kind) -> Meaning {
    match kind {
        Kind::Metric => (&existence::METRIC_ADDED, None),
        Kind::Source => (&lineage::SOURCE_ADDED, None),
        Kind::Target => (&targets::TARGET_ADDED, Some(ChangeClass::Minor)),
        _ => (&super::rules::governance::RECORD_ADDED, None),
    }
}

/// What it means that a whole record went.
pub(super) fn judge_removed(kind: Kind) -> Meaning {
    let rule = match kind {
        Kind::Metric => &existence::METRIC_REMOVED,
        Kind::Source => &lineage::SOURCE_REMOVED,
        Kind::Target => &targets::TARGET_REMOVED,
        _ => &super::rules::governance::RECORD_REMOVED,
    };
    let class = match kind {
        Kind::Policy | Kind::Target | Kind::Baseline | Kind::Source | Kind::Transform => Some(ChangeClass::Material),
        _ if kind.row().versioned => Some(ChangeClass::Breaking),
        _ => None,
    };
    (rule, class)
}
