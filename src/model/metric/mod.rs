//! The metric definition: what is measured, how it is computed, and who answers for it.

mod calculation;
mod governance;
mod meaning;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use calculation::{
    Aggregate, IntervalMethod, MissingMethod, MissingPolicy, PrecisionTarget, Rebase, RuleSet, Scoring, SpcOptions, TermMeaning,
};
pub use governance::{Criteria, DeclaredDeviation, Retirement};
pub use meaning::{CollectionMode, GamingRisk, IndicatorRole, MeasureType, OutcomeLink, RoleKind};

use super::reference::{
    CalendarEventRef, ExclusionRef, MetricRef, OwnerRef, PartyRef, PolicyRef, SegmentRef, SourceRef, SurveyRef, TransformRef,
};
use super::{
    Date, Decimal, Direction, Duration, ExpressionText, Frequency, Profile, Prose, Rollup, Rounding, State, TimeOfDay, Unit, Zone,
};
use std::collections::BTreeMap;

/// A metric definition.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Metric {
    /// Where the metric stands in its life.
    #[schemars(extend("x-class" = "minor", "x-from" = "essential"))]
    pub state: State,
    /// Profile that the definition is held to; the project's settings say it where the metric does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "minor"))]
    pub profile: Option<Profile>,
    /// What counts and what does not, in plain words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "breaking", "x-from" = "essential"))]
    pub definition: Option<Prose>,
    /// The decision that the metric supports.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "minor", "x-from" = "standard"))]
    pub purpose: Option<Prose>,
    /// The same for the people whose work it is: what they can do about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "editorial"))]
    pub how_work_moves_it: Option<Prose>,
    /// What one unit of the count is: contact, case, customer, response, hour.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "breaking", "x-from" = "standard"))]
    pub unit_of_count: Option<String>,
    /// How the value is computed.
    #[schemars(extend("x-class" = "breaking", "x-from" = "essential"))]
    pub scoring: Scoring,
    /// Everything that is eligible, before exclusions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "breaking", "x-from" = "assured"))]
    pub population: Option<Prose>,
    /// What succeeds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "breaking"))]
    pub numerator: Option<Prose>,
    /// Out of what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "breaking"))]
    pub denominator: Option<Prose>,
    /// Further columns that the formula uses, each with its meaning.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("x-class" = "breaking"))]
    pub terms: BTreeMap<String, TermMeaning>,
    /// Formula over `numerator`, `denominator` and the declared terms, before the factor of the unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "breaking"))]
    pub formula: Option<ExpressionText>,
    /// How single observations become one value, where the scoring is a mean.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "breaking"))]
    pub aggregate: Option<Aggregate>,
    /// How values combine over segments and periods.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "breaking", "x-from" = "standard"))]
    pub rollup: Option<Rollup>,
    /// Unit of measure.
    #[schemars(extend("x-class" = "breaking", "x-from" = "essential"))]
    pub unit: Unit,
    /// Decimal places of the published value.
    #[schemars(range(min = 0, max = 9), extend("x-class" = "material", "x-from" = "essential"))]
    pub decimals: u32,
    /// How a value half-way between two published ones is rounded.
    #[serde(default)]
    #[schemars(extend("x-class" = "material"))]
    pub rounding: Rounding,
    /// The least and the greatest possible value, in the unit of measure.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-class" = "material"))]
    pub valid_range: Vec<Decimal>,
    /// Which way is better.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "breaking", "x-from" = "essential"))]
    pub direction: Option<Direction>,
    /// What kind of thing is measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "minor", "x-from" = "standard"))]
    pub measure_type: Option<MeasureType>,
    /// Whether the metric moves before or after the outcome, and which outcome.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "minor", "x-from" = "standard"))]
    pub indicator_role: Option<IndicatorRole>,
    /// How often a new period begins.
    #[schemars(extend("x-class" = "breaking", "x-from" = "essential"))]
    pub frequency: Frequency,
    /// Time over which one event is followed, such as seven days for a repeated contact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "breaking"))]
    pub window: Option<Duration>,
    /// Time to wait after a period before its figures can be final.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "breaking", "x-from" = "assured"))]
    pub settle_lag: Option<Duration>,
    /// Time zone in which days begin; the project's settings say it where the metric does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "breaking"))]
    pub timezone: Option<Zone>,
    /// Time at which a day begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "breaking"))]
    pub day_boundary: Option<TimeOfDay>,
    /// Calendar event that describes the working calendar.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "breaking"))]
    pub calendar: Option<CalendarEventRef>,
    /// What is left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-class" = "breaking"))]
    pub exclusions: Vec<ExclusionRef>,
    /// How results are broken down; each is a column of the result files.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-class" = "minor"))]
    pub segments: Vec<SegmentRef>,
    /// Codes that must be present in each period, by segment.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("x-class" = "minor"))]
    pub required_segments: BTreeMap<String, Vec<String>>,
    /// Where the data comes from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-class" = "material", "x-from" = "standard"))]
    pub sources: Vec<SourceRef>,
    /// The transforms whose output the metric reads.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-class" = "material"))]
    pub transforms: Vec<TransformRef>,
    /// How the data is collected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "material", "x-from" = "standard"))]
    pub collection_mode: Option<CollectionMode>,
    /// What happens to incomplete records.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "breaking", "x-from" = "assured"))]
    pub missing_policy: Option<MissingPolicy>,
    /// The instrument that is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "breaking"))]
    pub survey: Option<SurveyRef>,
    /// Fewest observations for which a value is published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1), extend("x-class" = "material"))]
    pub min_n: Option<u32>,
    /// Method of the interval that is shown beside the value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "minor"))]
    pub interval: Option<IntervalMethod>,
    /// How narrow the interval has to be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "minor"))]
    pub precision_target: Option<PrecisionTarget>,
    /// How variation is judged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "material"))]
    pub spc: Option<SpcOptions>,
    /// Metrics that would show harm done while this one improves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-class" = "material"))]
    pub counter_metrics: Vec<MetricRef>,
    /// Metrics that move this one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-class" = "minor"))]
    pub drivers: Vec<MetricRef>,
    /// Causes outside the organisation that move it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-class" = "minor"))]
    pub external_drivers: Vec<String>,
    /// What the metric is claimed to bring about, with the proof.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-class" = "minor", "x-from" = "standard"))]
    pub outcome_links: Vec<OutcomeLink>,
    /// The one person or team that answers for the metric.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "minor", "x-from" = "essential"))]
    pub accountable: Option<OwnerRef>,
    /// Those who do the work.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-class" = "minor", "x-from" = "standard"))]
    pub responsible: Vec<PartyRef>,
    /// Those who are asked before something changes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-class" = "minor", "x-from" = "standard"))]
    pub consulted: Vec<PartyRef>,
    /// Those who are told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-class" = "minor", "x-from" = "standard"))]
    pub informed: Vec<PartyRef>,
    /// Who prepares the figures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "minor", "x-from" = "assured"))]
    pub preparer: Option<OwnerRef>,
    /// Who reviews them; not the preparer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "minor", "x-from" = "assured"))]
    pub reviewer: Option<OwnerRef>,
    /// Time between two reviews of the definition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "minor", "x-from" = "standard"))]
    pub review_cadence: Option<Duration>,
    /// Day of the last review.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "minor", "x-from" = "standard"))]
    pub last_reviewed: Option<Date>,
    /// Whether pay or ranking depends on the metric.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "minor", "x-from" = "standard"))]
    pub incentive_linked: Option<bool>,
    /// How easily the metric is moved without moving what it stands for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "minor", "x-from" = "standard"))]
    pub gaming_risk: Option<GamingRisk>,
    /// The metric of which this one is a local variant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "breaking"))]
    pub variant_of: Option<MetricRef>,
    /// Where the variant departs from its base, on purpose.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-class" = "breaking"))]
    pub deviations: Vec<DeclaredDeviation>,
    /// Why the definition is a suitable criterion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "minor", "x-from" = "assured"))]
    pub criteria: Option<Criteria>,
    /// Known weaknesses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "minor", "x-from" = "standard"))]
    pub limitations: Option<Prose>,
    /// Policy by which small counts are withheld.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "material", "x-from" = "assured"))]
    pub suppression: Option<PolicyRef>,
    /// Policy by which published figures are revised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "material", "x-from" = "assured"))]
    pub revision_policy: Option<PolicyRef>,
    /// Longest time from the end of a period to its publication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "minor", "x-from" = "assured"))]
    pub latency_sla: Option<Duration>,
    /// How long the figures and what they rest on are kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "minor", "x-from" = "assured"))]
    pub retention: Option<Duration>,
    /// Why and how the metric ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-class" = "breaking"))]
    pub retired: Option<Retirement>,
}
