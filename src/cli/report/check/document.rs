//! What checks found as every renderer sees it: plain values, in their final order. The JSON output is this, and its schema is made from it.

use schemars::JsonSchema;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use crate::app::CheckOutcome;
use crate::check::{CHECKS, CheckResult, Verdict as Outcome};
use crate::diag::{Finding, Level, Place, plural};

/// What the checks of a project found.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Tickmark checks")]
pub(in crate::cli) struct Document {
    /// Version of this format; a greater number means that fields went or changed their meaning.
    pub(in crate::cli) format: u32,
    /// The program and its version.
    pub(in crate::cli) tool: String,
    /// What was checked.
    pub(in crate::cli) state: String,
    /// The day as of which the checks speak; nothing where the project could not be read.
    pub(in crate::cli) as_of: Option<String>,
    /// Folder of the project in its repository, `/` at its end; empty at the root. Paths of places are relative to the project.
    pub(in crate::cli) folder: String,
    /// Whether something is at or above the threshold.
    pub(in crate::cli) verdict: Verdict,
    /// Everything that was found, in order.
    pub(in crate::cli) findings: Vec<FindingEntry>,
    /// Each check with its results, by code; none where the project could not be read.
    pub(in crate::cli) checks: Vec<CheckEntry>,
}

/// What the gate says.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::cli) struct Verdict {
    /// Whether something is at or above the threshold; the program then ends with exit code 1.
    pub(in crate::cli) fails: bool,
    /// The threshold, as `--fail-on` names it.
    pub(in crate::cli) threshold: &'static str,
    /// One sentence.
    pub(in crate::cli) sentence: String,
}

/// One finding.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::cli) struct FindingEntry {
    /// Its code.
    pub(in crate::cli) code: &'static str,
    /// The name of what is found.
    pub(in crate::cli) name: &'static str,
    /// How much it weighs.
    pub(in crate::cli) level: Weight,
    /// What is wrong.
    pub(in crate::cli) message: String,
    /// Where it stands.
    pub(in crate::cli) place: Spot,
    /// Other places that matter.
    pub(in crate::cli) related: Vec<Related>,
    /// One step that mends it.
    pub(in crate::cli) help: Option<String>,
    /// Stays the same while the finding does, wherever its line moves.
    pub(in crate::cli) fingerprint: String,
    /// One sentence: what the code means.
    #[serde(skip)]
    pub(in crate::cli) summary: &'static str,
}

/// How much something weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(in crate::cli) enum Weight {
    /// Worth knowing.
    Information,
    /// Printed on the report.
    Warning,
    /// Stops a signed report.
    Error,
}

/// A place in a file of the project.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::cli) struct Spot {
    /// Path relative to the project.
    pub(in crate::cli) path: String,
    /// Line, counted from 1; nothing where the file as a whole is meant.
    pub(in crate::cli) line: Option<usize>,
    /// Column in characters, counted from 1.
    pub(in crate::cli) column: Option<usize>,
    /// Characters that are meant.
    pub(in crate::cli) width: usize,
}

/// Another place with what it shows.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::cli) struct Related {
    /// The place.
    pub(in crate::cli) place: Spot,
    /// What it shows.
    pub(in crate::cli) says: String,
}

/// A check with its results.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::cli) struct CheckEntry {
    /// Its code.
    pub(in crate::cli) code: &'static str,
    /// The name of what it finds.
    pub(in crate::cli) name: &'static str,
    /// Subjects that failed.
    pub(in crate::cli) fail: usize,
    /// Subjects whose failure is waived.
    pub(in crate::cli) waived: usize,
    /// Subjects that could not be tested.
    pub(in crate::cli) not_testable: usize,
    /// Subjects that passed.
    pub(in crate::cli) pass: usize,
    /// Subjects of which it has nothing to say.
    pub(in crate::cli) not_applicable: usize,
    /// The results that are no plain pass.
    pub(in crate::cli) results: Vec<ResultEntry>,
}

/// A result that failed, was waived or could not be made.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::cli) struct ResultEntry {
    /// What was tested: a record, a release or the project.
    pub(in crate::cli) subject: String,
    /// What came of it: `fail`, `waived` or `not-testable`.
    pub(in crate::cli) verdict: &'static str,
    /// Things that were tested.
    pub(in crate::cli) tested: usize,
    /// Things that could not be tested.
    pub(in crate::cli) untested: usize,
    /// Why not; may be empty.
    pub(in crate::cli) reason: String,
    /// What is wrong.
    pub(in crate::cli) failed: Vec<String>,
    /// The waiver that covers it.
    pub(in crate::cli) waiver: Option<String>,
}

/// From where on a run ends with exit code 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum FailOn {
    /// Errors.
    Error,
    /// Warnings and errors.
    Warning,
    /// Everything.
    Information,
    /// Nothing.
    Never,
}

impl FailOn {
    /// Every name.
    pub(in crate::cli) const NAMES: [&'static str; 4] = ["error", "warning", "information", "never"];

    /// The threshold of a name.
    pub(in crate::cli) fn from_name(name: &str) -> Option<Self> {
        const ALL: [FailOn; 4] = [FailOn::Error, FailOn::Warning, FailOn::Information, FailOn::Never];
        Self::NAMES.iter().position(|known| *known == name).map(|position| ALL[position])
    }

    const fn name(self) -> &'static str {
        Self::NAMES[self as usize]
    }

    fn is_reached(self, level: Level) -> bool {
        match self {
            Self::Error => level == Level::Error,
            Self::Warning => level >= Level::Warning,
            Self::Information => true,
            Self::Never => false,
        }
    }
}

/// Puts together what every format says.
pub(in crate::cli) fn compose(outcome: &CheckOutcome, fail_on: FailOn) -> Document {
    let reached = outcome.findings.iter().filter(|finding| fail_on.is_reached(finding.level)).count();
    Document {
        format: 1,
        tool: format!("Tickmark {}", env!("CARGO_PKG_VERSION")),
        state: outcome.state.clone(),
        as_of: outcome.made.as_ref().map(|made| made.as_of.to_string()),
        folder: outcome.folder.clone(),
        verdict: Verdict { fails: reached > 0, threshold: fail_on.name(), sentence: sentence(outcome, fail_on, reached) },
        findings: outcome.findings.iter().map(finding).collect(),
        checks: checks(outcome),
    }
}

fn sentence(outcome: &CheckOutcome, fail_on: FailOn, reached: usize) -> String {
    let what = format!("{}: {}", outcome.state, plural(outcome.findings.len(), "finding"));
    let threshold = match fail_on {
        FailOn::Never => "none of which can fail the run".to_owned(),
        FailOn::Information => format!("{reached} of which fail the run"),
        _ => format!("{reached} at or above `{}`", fail_on.name()),
    };
    match &outcome.made {
        None => format!("{what}; the project could not be checked"),
        Some(made) if outcome.findings.is_empty() => format!("{what} as of {}", made.as_of),
        Some(made) => format!("{what} as of {}, {threshold}", made.as_of),
    }
}

fn finding(finding: &Finding) -> FindingEntry {
    FindingEntry {
        code: finding.code.id,
        name: finding.code.name,
        level: match finding.level {
            Level::Information => Weight::Information,
            Level::Warning => Weight::Warning,
            Level::Error => Weight::Error,
        },
        message: finding.message.clone(),
        place: spot(&finding.place),
        related: finding.related.iter().map(|(place, says)| Related { place: spot(place), says: says.clone() }).collect(),
        help: finding.help.clone(),
        fingerprint: fingerprint(finding),
        summary: finding.code.summary,
    }
}

fn spot(place: &Place) -> Spot {
    let known = |number: usize| (number > 0).then_some(number);
    Spot { path: place.path.to_string(), line: known(place.line), column: known(place.column), width: place.width }
}

/// The first twelve hexadecimal digits of SHA-256 over code, file and message; never the line, which moves.
fn fingerprint(finding: &Finding) -> String {
    let mut digest = Sha256::new();
    for part in [finding.code.id, &finding.place.path, &finding.message] {
        digest.update(part);
        digest.update([0]);
    }
    let bytes: [u8; 32] = digest.finalize().into();
    bytes[..6].iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

fn checks(outcome: &CheckOutcome) -> Vec<CheckEntry> {
    let Some(made) = &outcome.made else {
        return Vec::new();
    };
    let ledger = &made.ledger;
    // What is told stands in the order of codes, and so do the checks.
    let mut told = ledger.told().iter().peekable();
    let entry = |check: &&'static crate::check::Check| {
        let count = ledger.count(check.code.id);
        let mut results = Vec::new();
        while let Some(of_check) = told.next_if(|next| next.check.code.id <= check.code.id) {
            results.push(result(of_check));
        }
        CheckEntry {
            code: check.code.id,
            name: check.code.name,
            fail: count.of(Outcome::Fail),
            waived: count.of(Outcome::Waived),
            not_testable: count.of(Outcome::NotTestable),
            pass: count.of(Outcome::Pass),
            not_applicable: count.of(Outcome::NotApplicable),
            results,
        }
    };
    CHECKS.iter().map(entry).collect()
}

fn result(result: &CheckResult) -> ResultEntry {
    ResultEntry {
        subject: result.subject.to_string(),
        verdict: result.verdict.word(),
        tested: result.tested,
        untested: result.untested,
        reason: result.reason.clone(),
        failed: result.failed.iter().map(|failed| failed.message.clone()).collect(),
        waiver: result.waiver.as_ref().map(ToString::to_string),
    }
}
