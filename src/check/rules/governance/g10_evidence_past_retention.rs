//! G10: evidence is kept for longer than was agreed, or was destroyed while something rests on it.

use crate::catalog::Origin;
use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::evidence::{Evidence, EvidenceState};
use crate::model::{AnyRecord, Kind};
use crate::source::Record;

check! {
    /// Evidence is kept for longer than was agreed, or was destroyed while records still rest on it.
    ///
    /// # What it does
    ///
    /// Adds `retention` to `obtained_on` of each evidence record. Evidence whose time is over and that is still `current` is reported, and so is evidence
    /// that is `disposed` while a record or a release still refers to it.
    ///
    /// # Why it matters to an auditor
    ///
    /// Evidence that should be gone is a risk, above all where people can be recognised in it. A claim whose evidence is gone can no longer be tested, and
    /// has to say so.
    ///
    /// # Example
    ///
    /// ```yaml
    /// # on 23 November 2026
    /// state: current
    /// obtained_on: 2023-02-10
    /// retention: P3Y
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// state: disposed
    /// obtained_on: 2023-02-10
    /// retention: P3Y
    /// ```
    ///
    /// Take it out of the records that cite it as well, or keep it longer and say so in `retention`.
    ///
    /// # Configuration
    ///
    /// `retention` of the evidence record. Evidence without one has no time that could be over, and is tested for the second fault alone.
    "G10" "evidence-past-retention" {
        severity: Severity::Warning,
        supports: &[Assertion::Confidentiality, Assertion::Completeness],
        mark: None,
        inputs: "the state of the evidence, the day on which it was obtained, how long it is kept, and what refers to it",
        expects: "evidence is kept until its time is over and no longer, and nothing rests on evidence that is gone",
        looks: Looks::Records(&[Kind::Evidence], test),
    }
}

/// Citing records that a message names one by one.
const TOLD: usize = 3;

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Evidence(evidence) = &record.fields else {
        return;
    };
    match evidence.state {
        EvidenceState::Current => kept_too_long(context, record, evidence, sheet),
        EvidenceState::Disposed => sheet.test(still_cited(context, record)),
    }
}

fn kept_too_long(context: &Context<'_>, record: &Record, evidence: &Evidence, sheet: &mut Sheet) {
    let Some(retention) = evidence.retention else {
        return sheet.not_applicable("it does not say how long it is kept");
    };
    let (until, day) = (retention.after_date(evidence.obtained_on), context.as_of());
    sheet.test((until < day).then(|| {
        let message =
            format!("the evidence `{}` was to be kept until `{until}`, and still is {} days later", record.id, until.days_until(day));
        Failed::new(
            record.place("retention"),
            message,
            "destroy it and write `state: disposed`, or say in `retention` that it is kept longer",
        )
        .values(format!("kept until {until}"), "kept")
    }));
}

fn still_cited(context: &Context<'_>, record: &Record) -> Option<Failed> {
    let mut citing: Vec<String> = context
        .catalog
        .backlinks(&record.reference())
        .iter()
        .map(|link| match &link.from {
            Origin::Record(from) => format!("`{from}`"),
            Origin::Release(id) => format!("`release/{id}`"),
            Origin::Settings => "`tickmark.yaml`".to_owned(),
        })
        .collect();
    citing.dedup();
    let count = citing.len();
    if count == 0 {
        return None;
    }
    citing.truncate(TOLD);
    let more = if count > TOLD { format!(" and {} more", count - TOLD) } else { String::new() };
    let message = format!("the evidence `{}` was disposed of and is still cited by {}{more}", record.id, citing.join(", "));
    Some(
        Failed::new(record.place("state"), message, "name other evidence there, or say that it is gone")
            .values("cited by nothing", citing.join(", ")),
    )
}
