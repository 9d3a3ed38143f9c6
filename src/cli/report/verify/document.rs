//! What came of verifying a report as every renderer sees it: plain values, in their final order. The JSON output is this, and its schema is made from it.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::model::output_schema;
use crate::seal::verify::{Fault, SealCheck, SignatureVerdict, Verification};
use crate::seal::{Provenance, TrustedTime};

/// What a report that was handed over is worth.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Tickmark verification")]
pub(in crate::cli) struct Document {
    /// Version of this format; a greater number means that fields went or changed their meaning.
    pub(in crate::cli) format: u32,
    /// The program and its version.
    pub(in crate::cli) tool: String,
    /// What was verified, as it was named.
    pub(in crate::cli) path: String,
    /// Exactly one of `intact`, `altered`, `untrusted-signer`, `unsigned` and `could-not-check`.
    pub(in crate::cli) verdict: &'static str,
    /// One sentence on what that means.
    pub(in crate::cli) meaning: &'static str,
    /// Whether the report is intact and no check fails; the program then ends with exit code 0.
    pub(in crate::cli) clean: bool,
    /// Which report it is, as it says itself; nothing where that cannot be read.
    pub(in crate::cli) report: Option<ReportEntry>,
    /// SHA-256 digest of its list of files, by which one report is told from any other.
    pub(in crate::cli) manifest_sha256: Option<String>,
    /// Files that are listed.
    pub(in crate::cli) listed_files: usize,
    /// Each signature with its own verdict.
    pub(in crate::cli) signatures: Vec<SignatureEntry>,
    /// The checks I01 to I08.
    pub(in crate::cli) checks: Vec<CheckEntry>,
    /// All that is wrong, in order.
    pub(in crate::cli) faults: Vec<FaultEntry>,
    /// What the verdict does not rest on.
    pub(in crate::cli) not_covered: Vec<UncoveredEntry>,
    /// One step to take.
    pub(in crate::cli) next: String,
}

/// Which report it is; the report says all this of itself.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::cli) struct ReportEntry {
    /// The organisation that prepared it.
    pub(in crate::cli) organisation: String,
    /// Its title.
    pub(in crate::cli) title: String,
    /// The day as of which it speaks.
    pub(in crate::cli) as_of: String,
    /// The commit from which it was made; nothing where it was made from none.
    pub(in crate::cli) commit: Option<String>,
    /// The program that made it.
    pub(in crate::cli) made_by: String,
    /// SHA-256 digest of the list of files of the report before it; nothing where it names none.
    pub(in crate::cli) previous_manifest_sha256: Option<String>,
}

/// A signature with its verdict.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::cli) struct SignatureEntry {
    /// Its file.
    pub(in crate::cli) path: String,
    /// `trusted`, or the name of what is wrong with it.
    pub(in crate::cli) verdict: &'static str,
    /// Who may use the key, as the file of signers names them.
    pub(in crate::cli) signer: Option<String>,
    /// Fingerprint of the key, as `ssh-keygen -l` prints it.
    pub(in crate::cli) key: Option<String>,
    /// The time for which the signer was judged.
    pub(in crate::cli) judged_at: String,
    /// Where that time comes from: `trusted-time`, `named`, `environment` or `clock`.
    pub(in crate::cli) time_from: &'static str,
    /// The same for people.
    #[serde(skip)]
    pub(in crate::cli) time_meaning: &'static str,
    /// What a token of trusted time proves, where there is one that counts.
    pub(in crate::cli) trusted_time: Option<TimeEntry>,
    /// What is found, in words.
    pub(in crate::cli) message: String,
}

/// What a token of trusted time proves.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::cli) struct TimeEntry {
    /// When the signature existed at the latest.
    pub(in crate::cli) time: String,
    /// Who says so.
    pub(in crate::cli) authority: String,
    /// The number of the token with its authority.
    pub(in crate::cli) serial: String,
    /// The policy by which the authority gives the time.
    pub(in crate::cli) policy: String,
}

/// A check with its result.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::cli) struct CheckEntry {
    /// Its code.
    pub(in crate::cli) code: &'static str,
    /// What it asks for.
    pub(in crate::cli) asks: &'static str,
    /// What came of it: `pass`, `fail` or `not-testable`.
    pub(in crate::cli) verdict: &'static str,
    /// What was tested, or why it was not.
    pub(in crate::cli) says: String,
}

/// Something that is wrong.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::cli) struct FaultEntry {
    /// Its name.
    pub(in crate::cli) name: &'static str,
    /// The check that fails with it.
    pub(in crate::cli) check: &'static str,
    /// The file, relative to the report; empty where it is about no single file.
    pub(in crate::cli) path: String,
    /// What is wrong, in words.
    pub(in crate::cli) message: String,
    /// What was expected, where that is a value.
    pub(in crate::cli) expected: Option<String>,
    /// What was found instead.
    pub(in crate::cli) found: Option<String>,
}

/// Something on which the verdict does not rest.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::cli) struct UncoveredEntry {
    /// Its name.
    pub(in crate::cli) name: &'static str,
    /// What is not covered, in words.
    pub(in crate::cli) message: String,
}

/// Puts together what every format says.
pub(in crate::cli) fn compose(verification: &Verification, path: &str) -> Document {
    Document {
        format: 1,
        tool: format!("Tickmark {}", env!("CARGO_PKG_VERSION")),
        path: path.to_owned(),
        verdict: verification.verdict.word(),
        meaning: verification.verdict.meaning(),
        clean: verification.is_clean(),
        report: verification.provenance.as_ref().map(report),
        manifest_sha256: verification.manifest_sha256.map(|digest| digest.to_string()),
        listed_files: verification.listed,
        signatures: verification.signatures.iter().map(signature).collect(),
        checks: verification.checks.iter().map(check).collect(),
        faults: verification.faults.iter().map(fault).collect(),
        not_covered: verification
            .uncovered
            .iter()
            .map(|uncovered| UncoveredEntry { name: uncovered.name, message: uncovered.message.clone() })
            .collect(),
        next: verification.next_step(),
    }
}

fn report(provenance: &Provenance) -> ReportEntry {
    ReportEntry {
        organisation: provenance.organisation.clone(),
        title: provenance.title.clone(),
        as_of: provenance.options.as_of.clone(),
        commit: provenance.source.as_ref().map(|source| source.commit.clone()),
        made_by: format!("{} {}", provenance.tool.name, provenance.tool.version),
        previous_manifest_sha256: provenance.previous.as_ref().map(|previous| previous.manifest_sha256.to_string()),
    }
}

fn signature(signature: &SignatureVerdict) -> SignatureEntry {
    SignatureEntry {
        path: signature.path.clone(),
        verdict: signature.fault.map_or("trusted", |fault| fault.name()),
        signer: signature.signer.clone(),
        key: signature.key.clone(),
        judged_at: signature.judged_at.to_string(),
        time_from: signature.time_from.word(),
        time_meaning: signature.time_from.meaning(),
        trusted_time: signature.trusted_time.as_ref().map(time),
        message: signature.message.clone(),
    }
}

fn time(time: &TrustedTime) -> TimeEntry {
    TimeEntry { time: time.time.to_string(), authority: time.authority.clone(), serial: time.serial.clone(), policy: time.policy.clone() }
}

fn check(check: &SealCheck) -> CheckEntry {
    CheckEntry { code: check.code, asks: check.asks, verdict: check.verdict.word(), says: check.says.clone() }
}

fn fault(fault: &Fault) -> FaultEntry {
    FaultEntry {
        name: fault.name.name(),
        check: fault.name.check(),
        path: fault.path.clone(),
        message: fault.message.clone(),
        expected: fault.expected.clone(),
        found: fault.found.clone(),
    }
}

/// Writes the document as JSON, indented.
pub(super) fn json(document: &Document) -> String {
    serde_json::to_string_pretty(document).map_or_else(|_| String::new(), |text| text + "\n")
}

/// The JSON Schema of the document.
pub(in crate::cli) fn schema() -> Value {
    output_schema::<Document>()
}
