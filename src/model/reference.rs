//! References from one record to another, as they are written.

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{Id, IdError, Kind, Version};

/// What is wrong with the text of a reference.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ReferenceError {
    /// The id part is no id.
    #[error("{0}")]
    Id(#[from] IdError),
    /// The part before `/` names no kind that may stand here.
    #[error("`{found}` is not a kind that may stand here, expected {expected}")]
    Kind {
        /// What was written.
        found: String,
        /// The kinds that may stand here, as a list in words.
        expected: String,
    },
    /// Several kinds may stand here and none is named.
    #[error("`{found}` does not say which kind of record it is, expected {expected} before a `/`")]
    NoKind {
        /// What was written.
        found: String,
        /// The kinds that may stand here, as a list in words.
        expected: String,
    },
    /// The part after `@` is no version.
    #[error("`{0}` after `@` is not a version, expected three numbers such as `1.4.0`")]
    Version(String),
}

/// A reference whose text was read: which record, and which version where one is pinned.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordRef {
    /// Kind of the record.
    pub kind: Kind,
    /// Its id within the kind.
    pub id: Id,
}

impl fmt::Display for RecordRef {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}", self.kind.name(), self.id)
    }
}

/// Reads `id`, `kind/id` or either with `@version`, where the given kinds may stand.
///
/// # Errors
///
/// When a part is malformed, or when no kind is named although several may stand here.
pub fn parse_reference(text: &str, kinds: &[Kind]) -> Result<(RecordRef, Option<Version>), ReferenceError> {
    let (path, pinned) = match text.split_once('@') {
        None => (text, None),
        Some((path, version)) => {
            let version = version.parse().map_err(|_| ReferenceError::Version(version.to_owned()))?;
            (path, Some(version))
        }
    };
    let expected = || list_in_words(kinds);
    let (kind, id) = match path.split_once('/') {
        Some((name, id)) => match Kind::from_name(name).filter(|kind| kinds.contains(kind)) {
            Some(kind) => (kind, id),
            None => {
                return Err(ReferenceError::Kind { found: name.to_owned(), expected: expected() });
            }
        },
        None => match kinds {
            [kind] => (*kind, path),
            _ => {
                return Err(ReferenceError::NoKind { found: text.to_owned(), expected: expected() });
            }
        },
    };
    Ok((RecordRef { kind, id: Id::from_str(id)? }, pinned))
}

fn list_in_words(kinds: &[Kind]) -> String {
    if kinds.len() == Kind::ALL.len() {
        return "the name of a kind, such as `metric`,".to_owned();
    }
    let names: Vec<String> = kinds.iter().map(|kind| format!("`{}`", kind.name())).collect();
    match names.as_slice() {
        [one] => one.clone(),
        [head @ .., last] => format!("{} or {last}", head.join(", ")),
        [] => String::new(),
    }
}

/// The kinds to which a reference may lead.
pub trait Target {
    /// The kinds, in the order in which they are named to people.
    const KINDS: &'static [Kind];
}

/// A reference to a record of one of the kinds of `T`.
pub struct Reference<T> {
    record: RecordRef,
    pinned: Option<Version>,
    target: PhantomData<fn() -> T>,
}

impl<T> Reference<T> {
    /// The record it leads to.
    #[must_use]
    pub const fn record(&self) -> &RecordRef {
        &self.record
    }

    /// Its id within the kind.
    #[must_use]
    pub const fn id(&self) -> &Id {
        &self.record.id
    }

    /// The version that is pinned, if one is.
    #[must_use]
    pub const fn pinned(&self) -> Option<Version> {
        self.pinned
    }
}

impl<T> Clone for Reference<T> {
    fn clone(&self) -> Self {
        Self { record: self.record.clone(), pinned: self.pinned, target: PhantomData }
    }
}

impl<T> fmt::Debug for Reference<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

impl<T> fmt::Display for Reference<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.record.fmt(formatter)?;
        self.pinned.map_or(Ok(()), |version| write!(formatter, "@{version}"))
    }
}

impl<T> PartialEq for Reference<T> {
    fn eq(&self, other: &Self) -> bool {
        self.record == other.record && self.pinned == other.pinned
    }
}

impl<T> Eq for Reference<T> {}

impl<T> Serialize for Reference<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de, T: Target> Deserialize<'de> for Reference<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let (record, pinned) = parse_reference(&text, T::KINDS).map_err(serde::de::Error::custom)?;
        Ok(Self { record, pinned, target: PhantomData })
    }
}

impl<T: Target> JsonSchema for Reference<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("Reference to {}", list_in_words(T::KINDS)).into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let names: Vec<&str> = T::KINDS.iter().map(|kind| kind.name()).collect();
        json_schema!({ "type": "string", "x-type": "reference", "x-kinds": names })
    }
}

macro_rules! references {
    ($($(#[$doc:meta])* $alias:ident $target:ident [$($kind:ident),+];)*) => {
        $(
            #[doc = concat!("The kinds that [`", stringify!($alias), "`] may lead to.")]
            #[derive(Debug)]
            pub enum $target {}
            impl Target for $target {
                const KINDS: &'static [Kind] = &[$(Kind::$kind),+];
            }
            $(#[$doc])*
            pub type $alias = Reference<$target>;
        )*
    };
}

references! {
    /// A reference to a metric.
    MetricRef ToMetric [Metric];
    /// A reference to an exclusion.
    ExclusionRef ToExclusion [Exclusion];
    /// A reference to a segment.
    SegmentRef ToSegment [Segment];
    /// A reference to a source.
    SourceRef ToSource [Source];
    /// A reference to a transform.
    TransformRef ToTransform [Transform];
    /// A reference to a source or a transform.
    LineageRef ToLineage [Source, Transform];
    /// A reference to a data-quality rule.
    QualityRuleRef ToQualityRule [QualityRule];
    /// A reference to a source, a transform or a metric: whatever holds data that can be tested.
    DataRef ToHolderOfData [Source, Transform, Metric];
    /// A reference to a survey.
    SurveyRef ToSurvey [Survey];
    /// A reference to an objective.
    ObjectiveRef ToObjective [Objective];
    /// A reference to an objective or a metric.
    OutcomeRef ToOutcome [Objective, Metric];
    /// A reference to a commitment.
    CommitmentRef ToCommitment [Commitment];
    /// A reference to a decision.
    DecisionRef ToDecision [Decision];
    /// A reference to an action.
    ActionRef ToAction [Action];
    /// A reference to a root cause.
    RootCauseRef ToRootCause [RootCause];
    /// A reference to a deviation.
    DeviationRef ToDeviation [Deviation];
    /// A reference to a change.
    ChangeRef ToChange [Change];
    /// A reference to a restatement.
    RestatementRef ToRestatement [Restatement];
    /// A reference to evidence.
    EvidenceRef ToEvidence [Evidence];
    /// A reference to a policy.
    PolicyRef ToPolicy [Policy];
    /// A reference to a calendar event.
    CalendarEventRef ToCalendarEvent [CalendarEvent];
    /// A reference to a person.
    PersonRef ToPerson [Person];
    /// A reference to a committee.
    CommitteeRef ToCommittee [Committee];
    /// A reference to a person or a team.
    OwnerRef ToOwner [Person, Team];
    /// A reference to a person, a team or a committee.
    PartyRef ToParty [Person, Team, Committee];
    /// A reference to a change, a deviation or a root cause: what may justify new process limits.
    RebaseRef ToRebase [Change, Deviation, RootCause];
}

/// The kinds that [`AnyRef`] may lead to.
#[derive(Debug)]
pub enum ToAny {}

impl Target for ToAny {
    const KINDS: &'static [Kind] = Kind::ALL;
}

/// A reference to a record of any kind.
pub type AnyRef = Reference<ToAny>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_known_kind_needs_no_name() {
        let (record, pinned) = parse_reference("calls@1.4.0", &[Kind::Metric]).expect("readable");
        assert_eq!((record.to_string(), pinned.map(|version| version.to_string())), ("metric/calls".into(), Some("1.4.0".into())));
    }

    #[test]
    fn several_kinds_need_a_name() {
        let message = parse_reference("ann", &[Kind::Person, Kind::Team]).expect_err("ambiguous").to_string();
        assert_eq!(message, "`ann` does not say which kind of record it is, expected `person` or `team` before a `/`");
    }

    #[test]
    fn a_kind_that_may_not_stand_here_is_named() {
        let message = parse_reference("policy/x", &[Kind::Person, Kind::Team]).expect_err("wrong kind").to_string();
        assert_eq!(message, "`policy` is not a kind that may stand here, expected `person` or `team`");
    }
}
