//! Whether trusted time comes after everything that was approved: check I06.

use rayon::prelude::*;

use super::fault::{Fault, FaultName};
use super::opened::Opened;
use crate::model::{Date, Instant, Zone};

/// Where the records of a report stand as data.
const RECORDS: &str = "data/records/";

/// The approvals of a report.
#[derive(Debug, Default)]
pub(super) struct Approvals {
    /// How many there are.
    pub(super) count: usize,
    /// Those dated after the time.
    pub(super) faults: Vec<Fault>,
}

/// Holds the day of every approval against a trusted time.
pub(super) fn hold(report: &Opened<'_>, time: Instant) -> Approvals {
    let records: Vec<&String> =
        report.manifest.iter().flat_map(|manifest| manifest.files().keys()).filter(|path| is_record(path)).collect();
    let days: Vec<(&String, Vec<Date>)> = records.into_par_iter().map(|path| (path, approved_on(report, path))).collect();
    // A day begins up to half a day earlier in the east than in universal time.
    let day = time.date_in(Zone::UTC).add_days(1);
    let mut approvals = Approvals::default();
    for (path, days) in days {
        approvals.count += days.len();
        for approved in days.into_iter().filter(|approved| *approved > day) {
            let message = format!(
                "an approval is dated {approved}, after the trusted time of the signature, {time}: it was not there yet when the report was signed"
            );
            approvals.faults.push(Fault::new(FaultName::ApprovalAfterTime, path, message).values(time, approved));
        }
    }
    approvals
}

fn is_record(path: &str) -> bool {
    path.starts_with(RECORDS) && path.rsplit_once('.').is_some_and(|(_, ending)| ending == "json")
}

/// The days of the approvals in a record.
fn approved_on(report: &Opened<'_>, path: &str) -> Vec<Date> {
    let record: Option<serde_json::Value> = report.files.read(path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let Some(record) = record else {
        return Vec::new();
    };
    let approvals = record["record"]["approvals"].as_array().map(Vec::as_slice).unwrap_or_default();
    approvals.iter().filter_map(|approval| Date::parse(approval["date"].as_str()?).ok()).collect()
}
