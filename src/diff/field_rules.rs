//! Which rule an edit of a field meets.

use super::rule::ChangeRule;
use super::rules::{disclosure, exclusions, existence, governance, lineage, meaning, segments, targets, version_and_time};
use crate::model::Kind;

/// The rules of a field: where its value differs, where it came and where it went.
#[derive(Clone, Copy, Debug)]
pub(super) struct FieldRules {
    pub(super) changed: &'static ChangeRule,
    pub(super) added: &'static ChangeRule,
    pub(super) removed: &'static ChangeRule,
}

const fn one(rule: &'static ChangeRule) -> FieldRules {
    FieldRules { changed: rule, added: rule, removed: rule }
}

const fn three(changed: &'static ChangeRule, added: &'static ChangeRule, removed: &'static ChangeRule) -> FieldRules {
    FieldRules { changed, added, removed }
}

/// The rules of a field by its path without keys; a part of a field meets the rules of the field unless it has its own.
pub(super) fn rules_of_field(kind: Kind, field: &str) -> FieldRules {
    let mut path = field;
    loop {
        if let Some(rules) = own(kind, path).or_else(|| shared(path)) {
            return rules;
        }
        match path.rsplit_once('.') {
            Some((above, _)) => path = above,
            None => return one(fallback(kind)),
        }
    }
}

/// Fields that any record may have.
fn shared(field: &str) -> Option<FieldRules> {
    Some(match field {
        "owner" | "accountable" => three(&governance::OWNER_CHANGED, &governance::OWNER_ADDED, &governance::OWNER_REMOVED),
        "audience" => one(&disclosure::AUDIENCE_NARROWED),
        "version" => one(&version_and_time::VERSION_RAISED),
        "effective_from" => one(&version_and_time::EFFECTIVE_DATE_MOVED),
        "state" => one(&existence::STATE_CHANGED),
        "title" | "tags" | "notes" | "evidence" | "supersedes" => one(&meaning::DESCRIPTION_CHANGED),
        _ => return None,
    })
}

fn fallback(kind: Kind) -> &'static ChangeRule {
    match kind {
        Kind::Survey => &meaning::SURVEY_CHANGED,
        Kind::Target => &targets::TARGET_CHANGED,
        Kind::Policy => &governance::POLICY_CHANGED,
        Kind::Commitment => &targets::PROMISE_CHANGED,
        Kind::Scorecard => &targets::SCORE_RULE_CHANGED,
        Kind::Metric | Kind::Exclusion | Kind::Segment | Kind::Source | Kind::Transform | Kind::Baseline => &meaning::DESCRIPTION_CHANGED,
        _ => &governance::RECORD_CHANGED,
    }
}

fn own(kind: Kind, field: &str) -> Option<FieldRules> {
    match kind {
        Kind::Metric => metric(field),
        Kind::Exclusion => exclusion(field),
        Kind::Segment => segment(field),
        Kind::Source => source(field),
        Kind::Transform => transform(field),
        Kind::Target => target(field),
        Kind::Baseline => baseline(field),
        Kind::Scorecard => scorecard(field),
        Kind::Commitment => commitment(field),
        Kind::Survey => survey(field),
        Kind::Policy => policy(field),
        _ => None,
    }
}

fn metric(field: &str) -> Option<FieldRules> {
    Some(match field {
        "definition" | "terms.meaning" => one(&meaning::NORMATIVE_TEXT_CHANGED),
        "numerator" => one(&meaning::NUMERATOR_CHANGED),
        "denominator" => one(&meaning::DENOMINATOR_CHANGED),
        "population" | "unit_of_count" => one(&meaning::POPULATION_CHANGED),
        "formula" | "terms" | "scoring" => one(&meaning::FORMULA_CHANGED),
        "unit" => one(&meaning::UNIT_CHANGED),
        "direction" => one(&meaning::DIRECTION_CHANGED),
        "aggregate" | "rollup" => one(&meaning::AGGREGATION_CHANGED),
        "window" | "settle_lag" => one(&meaning::WINDOW_CHANGED),
        "frequency" => one(&meaning::FREQUENCY_CHANGED),
        "timezone" | "day_boundary" | "calendar" => one(&meaning::ZONE_CHANGED),
        "missing_policy" => one(&meaning::MISSING_POLICY_CHANGED),
        "survey" => one(&meaning::SURVEY_CHANGED),
        "variant_of" | "deviations" => one(&meaning::VARIANT_CHANGED),
        "decimals" | "rounding" => one(&meaning::ROUNDING_CHANGED),
        "valid_range" => one(&meaning::VALID_RANGE_CHANGED),
        "spc" | "interval" | "precision_target" => one(&meaning::JUDGEMENT_CHANGED),
        "exclusions" => three(&exclusions::EXCLUSION_RULE_CHANGED, &exclusions::EXCLUSION_ADDED, &exclusions::EXCLUSION_REMOVED),
        "segments" => three(&segments::MAPPING_CHANGED, &segments::SEGMENT_ADDED, &segments::SEGMENT_REMOVED),
        "required_segments" => one(&segments::REQUIRED_CODES_CHANGED),
        "sources" => three(&lineage::SOURCE_CHANGED, &lineage::SOURCE_ADDED, &lineage::SOURCE_REMOVED),
        "collection_mode" => one(&lineage::SOURCE_CHANGED),
        "transforms" => one(&lineage::TRANSFORM_CHANGED),
        "min_n" | "suppression" => {
            three(&disclosure::SUPPRESSION_CHANGED, &disclosure::SUPPRESSION_TIGHTENED, &disclosure::SUPPRESSION_RELAXED)
        }
        "revision_policy" => one(&disclosure::REVISION_POLICY_CHANGED),
        "counter_metrics" => three(&governance::GUARDRAIL_REMOVED, &governance::GUARDRAIL_ADDED, &governance::GUARDRAIL_REMOVED),
        "responsible" | "consulted" | "informed" | "preparer" | "reviewer" => one(&governance::RESPONSIBILITY_CHANGED),
        "review_cadence" | "last_reviewed" | "latency_sla" | "retention" => one(&governance::REVIEW_SCHEDULE_CHANGED),
        "incentive_linked" | "gaming_risk" => one(&governance::INCENTIVE_CHANGED),
        "retired" => one(&existence::METRIC_RETIRED),
        _ => return None,
    })
}

fn exclusion(field: &str) -> Option<FieldRules> {
    Some(match field {
        "type" | "rule" | "expression" | "detection" => one(&exclusions::EXCLUSION_RULE_CHANGED),
        "order" => one(&exclusions::EXCLUSION_ORDER_CHANGED),
        "rationale" => three(&exclusions::RATIONALE_CHANGED, &exclusions::RATIONALE_ADDED, &exclusions::RATIONALE_MISSING),
        "limit_share" => three(&exclusions::LIMIT_RELAXED, &exclusions::LIMIT_TIGHTENED, &exclusions::LIMIT_RELAXED),
        "expected_share" => one(&exclusions::EXPECTATION_CHANGED),
        "approved_by" => one(&governance::RESPONSIBILITY_CHANGED),
        "review_by" => one(&governance::REVIEW_SCHEDULE_CHANGED),
        _ => return None,
    })
}

fn segment(field: &str) -> Option<FieldRules> {
    Some(match field {
        "partition" => one(&segments::PARTITION_CHANGED),
        "codes" => three(&segments::CODE_REGROUPED, &segments::CODE_ADDED, &segments::CODE_REMOVED),
        "codes.label" => one(&segments::CODE_RELABELLED),
        "codes.owner" => one(&governance::RESPONSIBILITY_CHANGED),
        "codes.parent" | "codes.from" | "codes.to" => one(&segments::CODE_REGROUPED),
        "mapping" => one(&segments::MAPPING_CHANGED),
        _ => return None,
    })
}

fn source(field: &str) -> Option<FieldRules> {
    Some(match field {
        "system" | "extraction_method" | "query" | "clock" | "key_fields" => one(&lineage::SOURCE_CHANGED),
        "pinned_settings" => one(&lineage::PINNED_SETTING_CHANGED),
        "personal_data" | "legal_basis" | "dpia" | "residency" | "contract" | "retention" | "access_review" => {
            one(&lineage::DATA_PROTECTION_CHANGED)
        }
        "system_owner" => one(&governance::RESPONSIBILITY_CHANGED),
        _ => return None,
    })
}

fn transform(field: &str) -> Option<FieldRules> {
    Some(match field {
        "inputs" | "operation" | "code" | "settings" | "tz_conversion" | "key_map" | "null_rule" => one(&lineage::TRANSFORM_CHANGED),
        "manual_reviewer" => one(&governance::RESPONSIBILITY_CHANGED),
        _ => return None,
    })
}

fn target(field: &str) -> Option<FieldRules> {
    Some(match field {
        "tolerance_windows" => one(&targets::TOLERANCE_CHANGED),
        "basis" | "basis_ref" | "proposed_by" | "agreed_by" | "agreed_at" | "plan_ref" => one(&targets::TARGET_BASIS_CHANGED),
        _ => return None,
    })
}

fn baseline(field: &str) -> Option<FieldRules> {
    Some(match field {
        "metric" | "periods" | "method" | "value" => one(&targets::BASELINE_RESET),
        "approved_by" => one(&governance::RESPONSIBILITY_CHANGED),
        _ => return None,
    })
}

fn scorecard(field: &str) -> Option<FieldRules> {
    Some(match field {
        "items" => three(&targets::SCORE_RULE_CHANGED, &targets::SCORECARD_ITEM_ADDED, &targets::SCORECARD_ITEM_REMOVED),
        "items.weight" | "perspectives.weight" => one(&targets::WEIGHT_CHANGED),
        "items.floor" | "items.cap" | "items.scope" => one(&targets::SCORE_RULE_CHANGED),
        "items.perspective" | "perspectives" | "bands" | "min_coverage" => one(&targets::BAND_CHANGED),
        "level" => one(&meaning::DESCRIPTION_CHANGED),
        _ => return None,
    })
}

fn commitment(field: &str) -> Option<FieldRules> {
    Some(match field {
        "remedy" | "warn_level" => one(&targets::REMEDY_CHANGED),
        "source" | "supports" => one(&meaning::DESCRIPTION_CHANGED),
        _ => return None,
    })
}

fn survey(field: &str) -> Option<FieldRules> {
    Some(match field {
        "nonresponse_analysis" | "stability_tests" => one(&meaning::DESCRIPTION_CHANGED),
        "response_rate" | "taxonomy" => one(&meaning::JUDGEMENT_CHANGED),
        _ => return None,
    })
}

fn policy(field: &str) -> Option<FieldRules> {
    Some(match field {
        "approved_by" => one(&governance::RESPONSIBILITY_CHANGED),
        "review_by" => one(&governance::REVIEW_SCHEDULE_CHANGED),
        _ => return None,
    })
}
