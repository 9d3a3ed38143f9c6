//! What a check is: its code and page, its weight, what it supports, and where it looks.

use super::context::Context;
use super::figures::Figures;
use super::mark::Mark;
use super::result::Verdict;
use super::sheet::Sheet;
use crate::diag::{Code, Level};
use crate::model::waiver::Waiver;
use crate::model::{Kind, Profile};
use crate::source::{Record, ReleaseRecord};

/// What an auditor may conclude with the help of a check (ISA 315 assertions, and objectives of control).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Assertion {
    /// What is reported exists and took place.
    Existence,
    /// Nothing that belongs in is left out.
    Completeness,
    /// Numbers are what they should be.
    Accuracy,
    /// What is reported belongs to the period.
    CutOff,
    /// What is reported stands under the right heading.
    Classification,
    /// Readers can understand what is shown.
    Presentation,
    /// Figures of different periods and places can be compared.
    Comparability,
    /// Somebody who may do so has agreed.
    Authorisation,
    /// No one person does what two should do.
    Segregation,
    /// Nothing was changed unseen.
    Integrity,
    /// Nobody sees what they should not.
    Confidentiality,
}

impl Assertion {
    /// Two letters, as the list of checks has them.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Existence => "EO",
            Self::Completeness => "CO",
            Self::Accuracy => "AC",
            Self::CutOff => "CU",
            Self::Classification => "CL",
            Self::Presentation => "PR",
            Self::Comparability => "CM",
            Self::Authorisation => "AU",
            Self::Segregation => "SD",
            Self::Integrity => "IN",
            Self::Confidentiality => "CF",
        }
    }
}

/// How much what a check finds weighs, where the settings do not say otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// An error.
    Error,
    /// A warning.
    Warning,
    /// Worth knowing.
    Information,
    /// An error under the profile `assured`, a warning under any other.
    ErrorIfAssured,
    /// A warning under the profile `assured`, worth knowing under any other.
    WarningIfAssured,
}

impl Severity {
    /// The level under a profile.
    #[must_use]
    pub const fn level(self, profile: Profile) -> Level {
        match (self, profile) {
            (Self::Error, _) | (Self::ErrorIfAssured, Profile::Assured) => Level::Error,
            (Self::Warning | Self::ErrorIfAssured, _) | (Self::WarningIfAssured, Profile::Assured) => Level::Warning,
            (Self::Information | Self::WarningIfAssured, _) => Level::Information,
        }
    }
}

/// Where a check looks. Each of these gives one subject, and so one result, a time.
#[derive(Clone, Copy)]
pub enum Looks {
    /// At each record of some kinds.
    Records(&'static [Kind], fn(&Context<'_>, &Record, &mut Sheet)),
    /// At each record of some kinds; at a metric together with its figures, so that each of them bears what holds for its version.
    Definitions(&'static [Kind], fn(&Context<'_>, &Record, Option<&Figures<'_>>, &mut Sheet)),
    /// At the figures of each metric; the metric is the subject.
    Figures(fn(&Context<'_>, &Figures<'_>, &mut Sheet)),
    /// At each release.
    Releases(fn(&Context<'_>, &ReleaseRecord, &mut Sheet)),
    /// At the project as a whole.
    Project(fn(&Context<'_>, &mut Sheet)),
    /// At the project as a whole, and by itself at the figures of each metric.
    ProjectAndFigures(fn(&Context<'_>, &mut Sheet), fn(&Context<'_>, &Figures<'_>, &mut Sheet)),
    /// At the finished report as it was handed over, which nothing that makes a report can see: `tickmark verify` makes the test, and until then
    /// the project has one result, which is not testable for this reason.
    Sealed(&'static str),
    /// At each waiver, when all else was tested; told what its check says of its subject, where that is not a plain pass, and where another waiver does not cover it.
    Waivers(fn(&Context<'_>, &Record, &Waiver, Option<Verdict>, &mut Sheet)),
}

/// A check: one rule, one file.
pub struct Check {
    /// Code, name, summary and page.
    pub code: Code,
    /// How much what it finds weighs.
    pub severity: Severity,
    /// What it supports.
    pub supports: &'static [Assertion],
    /// The mark that it gives to figures, if it does; of several checks with one mark, all have to agree.
    pub mark: Option<Mark>,
    /// What it uses: lower case, no full stop.
    pub inputs: &'static str,
    /// What is so where nothing is wrong: lower case, no full stop.
    pub expects: &'static str,
    /// Where it looks.
    pub looks: Looks,
}

impl Check {
    /// The letter of its family.
    #[must_use]
    pub fn family(&self) -> char {
        self.code.id.chars().next().unwrap_or_default()
    }
}

impl std::fmt::Debug for Check {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.code.id)
    }
}

impl PartialEq for Check {
    fn eq(&self, other: &Self) -> bool {
        self.code.id == other.code.id
    }
}

impl Eq for Check {}

/// Makes the check of a file; its comment is its page, the first line its summary.
macro_rules! check {
    (#[doc = $summary:literal] $(#[doc = $line:literal])* $id:literal $name:literal { $($field:ident: $value:expr),+ $(,)? }) => {
        #[doc = $summary]
        $(#[doc = $line])*
        pub(in crate::check) static CHECK: $crate::check::Check = $crate::check::Check {
            code: $crate::diag::Code { id: $id, name: $name, summary: $summary.trim_ascii_start(), page: &[$summary, $($line),*] },
            $($field: $value),+
        };
    };
}
pub(in crate::check) use check;
