//! Whether a report follows the one that was published before it, and says so where figures changed: check I03.

use super::fault::{Fault, FaultName, Weight};
use super::figures::{self, FIGURES};
use super::opened::Opened;
use super::revisions;
use super::trust::Trust;
use super::uncovered::previous_not_intact;
use super::verification::{Uncovered, Verdict};

/// Faults of an earlier report that are told by name.
const TOLD: usize = 3;

/// Bytes of the largest record that is read for its state.
const LARGEST_RECORD: u64 = 1 << 24;

/// Holds a report against an earlier one.
pub(super) fn hold(report: &Opened<'_>, earlier: &Opened<'_>, trust: &Trust<'_>, faults: &mut Vec<Fault>, uncovered: &mut Vec<Uncovered>) {
    let (verdict, wrong) = earlier.weigh(trust);
    match verdict {
        Verdict::Intact => {}
        Verdict::Altered | Verdict::CouldNotCheck if wrong.iter().any(matters) => faults.push(previous_altered(&wrong)),
        other => uncovered.push(previous_not_intact(other.word())),
    }
    if let Some(fault) = link(report, earlier) {
        let replayed = fault.name == FaultName::Replayed;
        faults.push(fault);
        if replayed {
            return;
        }
    }
    compare_figures(report, earlier, faults);
}

fn matters(fault: &Fault) -> bool {
    fault.name.weight() == Weight::Altered || matches!(fault.name, FaultName::NotAReport | FaultName::FileUnreadable)
}

fn previous_altered(wrong: &[Fault]) -> Fault {
    let wrong: Vec<&Fault> = wrong.iter().filter(|fault| matters(fault)).collect();
    let mut told: Vec<String> = wrong.iter().take(TOLD).map(|fault| format!("{} `{}`", fault.name.name(), fault.path)).collect();
    if wrong.len() > TOLD {
        told.push(format!("{} more", wrong.len() - TOLD));
    }
    let message =
        format!("the earlier report is itself not what was sealed ({}), so that it proves nothing; verify it by itself", told.join(", "));
    Fault::new(FaultName::PreviousAltered, "", message)
}

/// How a report stands to an earlier one; nothing where it follows it.
fn link(report: &Opened<'_>, earlier: &Opened<'_>) -> Option<Fault> {
    let stated = |opened: &Opened<'_>| opened.statement.as_ref().map(|statement| statement.predicate.clone());
    let (Some(own), Some(before), Some(says)) = (report.digest(), earlier.digest(), stated(report)) else {
        let message = "one of the two reports has no list of files or no provenance that can be read, so that nobody can say whether one follows the other";
        return Some(Fault::new(FaultName::ChainBroken, "", message));
    };
    let said = stated(earlier);
    let named = says.previous.as_ref().map(|previous| previous.manifest_sha256);
    if own == before {
        let message = "this is the earlier report itself, handed over as if it were a newer one";
        return Some(Fault::new(FaultName::Replayed, "", message));
    }
    if said.as_ref().and_then(|said| said.previous.as_ref()).is_some_and(|previous| previous.manifest_sha256 == own) {
        let message = "the report that was given as the earlier one names this one as the report before it: this is an old report";
        return Some(Fault::new(FaultName::Replayed, "", message));
    }
    if named == Some(before) {
        return None;
    }
    if let Some(said) = said.filter(|said| says.options.as_of < said.options.as_of) {
        let message = format!(
            "this report speaks as of {}, and the earlier one as of {}: this is an old report",
            says.options.as_of, said.options.as_of
        );
        return Some(Fault::new(FaultName::Replayed, "", message).values(said.options.as_of, says.options.as_of));
    }
    Some(if let Some(named) = named {
        let message = "the report names another report as the one before it than the one that was given: a report between them is missing, or one of the two \
                       is not what was published";
        Fault::new(FaultName::ChainBroken, "provenance.json", message).values(before, named)
    } else {
        let message = "the report names no report before it, although one was published: it was built without `--previous`";
        Fault::new(FaultName::ChainBroken, "provenance.json", message).values(before, "none")
    })
}

fn compare_figures(report: &Opened<'_>, earlier: &Opened<'_>, faults: &mut Vec<Fault>) {
    let read = |opened: &Opened<'_>| opened.files.read(FIGURES).ok();
    let (Some(before), Some(now)) = (read(earlier), read(report)) else {
        let message = "one of the two reports has no list of figures that can be read, so that nobody can say whether figures changed";
        faults.push(Fault::new(FaultName::ChainBroken, FIGURES, message));
        return;
    };
    match (figures::read(&before), figures::read(&now)) {
        (Ok(before), Ok(now)) => faults.extend(revisions::compare(&before, &now, &|metric| is_retired(report, metric))),
        (before, now) => {
            let whose = if before.is_err() { "of the earlier report" } else { "of this report" };
            let reason = before.err().or(now.err()).map_or_else(String::new, |error| error.to_string());
            let message = format!("the list of figures {whose} cannot be read, so that nobody can say whether figures changed: {reason}");
            faults.push(Fault::new(FaultName::ChainBroken, FIGURES, message));
        }
    }
}

/// Whether the report has the metric as a retired one.
fn is_retired(report: &Opened<'_>, metric: &str) -> bool {
    let path = format!("data/records/metric/{metric}.json");
    let Some(crate::source::EntryKind::File(..=LARGEST_RECORD)) = report.entries.get(&path) else {
        return false;
    };
    let record: Option<serde_json::Value> = report.files.read(&path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
    record.is_some_and(|record| record["record"]["state"] == "retired")
}
