//! The settings of a project, as they stand in `tickmark.yaml`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::fiscal::{FiscalStart, NamedAfter};
use super::reference::PolicyRef;
use super::{Audience, Date, Period, Profile, TimeOfDay, Zone};

fn english() -> String {
    "en".to_owned()
}

const fn internal() -> Audience {
    Audience::Internal
}

/// Whether a group of settings says nothing, so that it need not be written.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// How much weight a check carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CheckLevel {
    /// It is not run.
    Off,
    /// What it finds is shown.
    Info,
    /// What it finds is shown as a warning.
    Warn,
    /// What it finds is an error.
    Error,
}

/// The policies that hold where a metric names no other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PolicySettings {
    /// Policy by which small counts are withheld.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suppression: Option<PolicyRef>,
    /// Policy that says how large an effect has to be to matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub materiality: Option<PolicyRef>,
    /// Policy by which published figures are revised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revision: Option<PolicyRef>,
}

/// From when on the history of the project counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct HistorySettings {
    /// First commit, tag or day from which changes count; earlier ones are shown, but no check speaks of them. All count where it is
    /// left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
}

/// Addresses outside the report, made from a template.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LinkTemplates {
    /// Address of a commit, with `{commit}` where its id stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commit: Option<String>,
    /// Address of a file, with `{commit}` and `{path}` where its commit and path stand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Address of an issue, with `{issue}` where its number stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issue: Option<String>,
}

/// Which report is made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReportSettings {
    /// Short name of the report, which stands in its file names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The period on which the report looks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// The day as of which the report speaks; that of the commit from which it is built where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
}

/// The settings of a project.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Settings {
    /// Title of the report.
    pub title: String,
    /// Name of the organisation that publishes it.
    pub organisation: String,
    /// Marks every page as demonstration data.
    #[serde(default)]
    pub demonstration: bool,
    /// Language of the report, as a code such as `en` or `en-GB`.
    #[serde(default = "english")]
    pub language: String,
    /// Time zone in which days begin, where a metric names no other.
    pub timezone: Zone,
    /// Time at which a day begins, where a metric names no other; midnight where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day_boundary: Option<TimeOfDay>,
    /// First month or day of the fiscal year, as `MM` or `MM-DD`; January where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fiscal_year_start: Option<FiscalStart>,
    /// Which calendar year gives a fiscal year its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fiscal_year_named_after: Option<NamedAfter>,
    /// How much is demanded of the definitions, where a metric names no other profile.
    #[serde(default)]
    pub profile: Profile,
    /// Who may see the records that do not say so themselves.
    #[serde(default = "internal")]
    pub audience: Audience,
    /// Name of the folder under `themes/` whose templates and styles take the place of the built-in ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// Checks that carry another weight than usual, by the code of the check.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub checks: BTreeMap<String, CheckLevel>,
    /// The policies that hold where a metric names no other.
    #[serde(default, skip_serializing_if = "is_default")]
    pub policies: PolicySettings,
    /// Path of the file with the keys of those who may sign.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signers: Option<String>,
    /// From when on the history of the project counts.
    #[serde(default, skip_serializing_if = "is_default")]
    pub history: HistorySettings,
    /// Addresses of commits, files and issues outside the report.
    #[serde(default, skip_serializing_if = "is_default")]
    pub links: LinkTemplates,
    /// Which report is made.
    #[serde(default, skip_serializing_if = "is_default")]
    pub report: ReportSettings,
}
