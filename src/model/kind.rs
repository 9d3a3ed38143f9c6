//! The table of kinds: what records there are, where they live and how they are called.

use std::fmt;
use std::sync::OnceLock;

use schemars::Schema;

use super::schema::{record_schema, record_shape};
use super::{Envelope, RecordShape};

/// How one kind is named and where its records stand.
#[derive(Debug)]
pub struct KindRow {
    /// Singular name, as it stands in `kind/id` references.
    pub name: &'static str,
    /// Plural name, as a heading.
    pub plural: &'static str,
    /// Folder of the records in a project.
    pub folder: &'static str,
    /// Folder of the pages in a report.
    pub pages: &'static str,
    /// Whether records carry a version and a date from which it holds.
    pub versioned: bool,
    /// The field that the text below the front matter of a Markdown record fills.
    pub body: &'static str,
    /// One sentence: what a record of this kind is.
    pub summary: &'static str,
}

macro_rules! kinds {
    ($($variant:ident $module:ident $name:literal $plural:literal $folder:literal $pages:literal $versioned:literal $body:literal $summary:literal;)*) => {
        /// A kind of record.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $(#[doc = $summary] $variant,)*
        }

        impl Kind {
            /// All kinds, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The row of the table.
            #[must_use]
            pub const fn row(self) -> &'static KindRow {
                match self {
                    $(Self::$variant => &KindRow {
                        name: $name, plural: $plural, folder: $folder, pages: $pages, versioned: $versioned, body: $body, summary: $summary,
                    },)*
                }
            }

            /// The JSON Schema of a record of this kind: the source of its reference page, its template, its field classes
            /// and its generic page.
            #[must_use]
            pub fn schema(self) -> Schema {
                match self {
                    $(Self::$variant => record_schema::<Envelope, super::$module::$variant>(self.row()),)*
                }
            }
        }

        /// A record of any kind, as the typed struct of its kind.
        #[derive(Clone, Debug)]
        #[expect(missing_docs, reason = "each variant is documented by the struct that it holds")]
        pub enum AnyRecord {
            $($variant(Box<super::$module::$variant>),)*
        }

        impl AnyRecord {
            /// Reads the typed struct of a kind.
            ///
            /// # Errors
            ///
            /// When a value does not fit its field.
            pub fn deserialize<'de, D: serde::Deserializer<'de>>(kind: Kind, deserializer: D) -> Result<Self, D::Error> {
                match kind {
                    $(Kind::$variant => serde::Deserialize::deserialize(deserializer).map(|record| Self::$variant(Box::new(record))),)*
                }
            }

            /// The kind of the record.
            #[must_use]
            pub const fn kind(&self) -> Kind {
                match self {
                    $(Self::$variant(_) => Kind::$variant,)*
                }
            }
        }
    };
}

kinds! {
    Metric metric "metric" "Metrics" "metrics/definitions" "metrics" true "definition" "What is measured, and how.";
    Exclusion exclusion "exclusion" "Exclusions" "metrics/exclusions" "exclusions" true "notes" "What is left out of a metric, and why.";
    Segment segment "segment" "Segments" "metrics/segments" "segments" true "notes" "How results are broken down.";
    Source source "source" "Sources" "metrics/sources" "sources" false "notes" "Where data comes from.";
    Transform transform "transform" "Transforms" "metrics/transforms" "transforms" false "notes" "What happens to data on the way.";
    QualityRule quality_rule "quality-rule" "Data-quality rules" "metrics/quality-rules" "quality-rules" false "notes" "A test of the data, and its results.";
    Baseline baseline "baseline" "Baselines" "metrics/baselines" "baselines" false "notes" "The level from which change is judged.";
    Target target "target" "Targets" "metrics/targets" "targets" false "notes" "The level to be reached, agreed before the period.";
    Objective objective "objective" "Objectives" "metrics/objectives" "objectives" false "notes" "What the organisation wants to bring about.";
    Scorecard scorecard "scorecard" "Scorecards" "metrics/scorecards" "scorecards" true "notes" "Metrics judged together, with weights.";
    Commitment commitment "commitment" "Commitments" "metrics/commitments" "commitments" true "notes" "A promise, and the measure it is held to.";
    Survey survey "survey" "Surveys" "metrics/surveys" "surveys" true "notes" "An instrument with which people are asked.";
    Review review "review" "Reviews" "content/reviews" "governance/reviews" false "notes" "A meeting that looks at results or methods.";
    Decision decision "decision" "Decisions" "content/decisions" "governance/decisions" false "notes" "What was decided, by whom and why.";
    Action action "action" "Actions" "content/actions" "governance/actions" false "notes" "What somebody undertook to do.";
    RootCause root_cause "root-cause" "Root causes" "content/root-causes" "governance/root-causes" false "notes" "Why something went wrong.";
    Deviation deviation "deviation" "Deviations" "content/deviations" "governance/deviations" false "notes" "An event that distorts or suspends results.";
    Experiment experiment "experiment" "Experiments" "content/experiments" "governance/experiments" false "notes" "A change that was tried and measured.";
    Change change "change" "Changes" "content/changes" "governance/changes" false "notes" "A change to a definition, with its approval.";
    Restatement restatement "restatement" "Restatements" "content/restatements" "governance/restatements" false "notes" "A correction of published figures.";
    Reconciliation reconciliation "reconciliation" "Reconciliations" "content/reconciliations" "governance/reconciliations" false "notes" "A figure compared with another source.";
    Insight insight "insight" "Insights" "content/insights" "governance/insights" false "notes" "What people said, in themes.";
    AuditFinding audit_finding "finding" "Findings" "content/findings" "governance/findings" false "notes" "What an auditor found.";
    Evidence evidence "evidence" "Evidence" "content/evidence" "governance/evidence" false "notes" "A document that supports a record.";
    CalendarEvent calendar_event "calendar-event" "Calendar" "content/calendar" "governance/calendar" false "notes" "A known event that may move results.";
    Policy policy "policy" "Policies" "content/policies" "policies" true "rules" "A rule that binds the programme.";
    Waiver waiver "waiver" "Waivers" "content/waivers" "governance/waivers" false "notes" "A check that is set aside, by whom and until when.";
    Risk risk "risk" "Risks" "content/risks" "governance/risks" false "notes" "A risk and the metrics that watch it.";
    Term term "term" "Glossary" "content/glossary" "glossary" false "definition" "A word and what it means here.";
    Person person "person" "People" "content/people" "people" false "notes" "Somebody with a role.";
    Team team "team" "Teams" "content/teams" "teams" false "notes" "People who work together.";
    Committee committee "committee" "Committees" "content/committees" "committees" false "notes" "A body that decides.";
}

impl Kind {
    /// Singular name, as it stands in `kind/id` references.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.row().name
    }

    /// The kind of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }

    /// The kind whose records stand in a folder.
    #[must_use]
    pub fn from_folder(folder: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.row().folder == folder)
    }

    /// The shape of a record of this kind, made once from its schema.
    #[must_use]
    pub fn shape(self) -> &'static RecordShape {
        static SHAPES: OnceLock<Vec<RecordShape>> = OnceLock::new();
        let shapes = SHAPES.get_or_init(|| Self::ALL.iter().map(|kind| record_shape(&kind.schema())).collect());
        &shapes[self as usize]
    }

    /// The name as it stands in a sentence: `root cause` for `root-cause`.
    #[must_use]
    pub fn words(self) -> String {
        self.name().replace('-', " ")
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}
