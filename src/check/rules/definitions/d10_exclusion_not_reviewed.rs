//! D10: an exclusion whose ground is not written, or was not looked at again in time.

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::exclusion::{Exclusion, ExclusionState};
use crate::model::{AnyRecord, Kind};
use crate::source::Record;

check! {
    /// An exclusion gives no ground, or the day by which it had to be looked at again has passed.
    ///
    /// # What it does
    ///
    /// Looks at every exclusion that is not expired: that its `rule` and its `rationale` say something, that the rationale is more than the rule or the title
    /// again, and that `review_by` does not lie before the day of the report. Approver, direction of the bias and day of review cannot be left out: the record is not read
    /// without them.
    ///
    /// # Why it matters to an auditor
    ///
    /// What is left out decides the figure as much as what is counted. An exclusion that nobody looks at any more stays after its ground has gone, and its share
    /// grows unseen.
    ///
    /// # Example
    ///
    /// ```yaml
    /// title: Calls that ended within five seconds
    /// rationale: Calls that ended within five seconds.
    /// review_by: 2024-03-31
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// title: Calls that ended within five seconds
    /// rationale: Nobody gives up waiting in five seconds. These are wrong numbers and pocket calls.
    /// review_by: 2027-03-31
    /// ```
    ///
    /// # Configuration
    ///
    /// It has no settings of its own: `review_by` of the exclusion is the day, and the day of the report is `report.as_of`.
    "D10" "exclusion-not-reviewed" {
        severity: Severity::ErrorIfAssured,
        supports: &[Assertion::Authorisation, Assertion::Presentation],
        mark: None,
        inputs: "the rule, the rationale and the day of review of the exclusion, and the day of the report",
        expects: "a rule and a ground of its own, and a day of review that has not passed",
        looks: Looks::Records(&[Kind::Exclusion], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Exclusion(exclusion) = &record.fields else {
        return;
    };
    if exclusion.state == ExclusionState::Expired {
        return sheet.not_applicable("the exclusion has expired");
    }
    sheet.test(plain(exclusion.rule.as_str()).is_empty().then(|| empty(record, "rule", "what is left out")));
    sheet.test(groundless(record, exclusion));
    let overdue = exclusion.review_by < context.as_of();
    sheet.test(overdue.then(|| past_review(context, record, exclusion)));
}

fn groundless(record: &Record, exclusion: &Exclusion) -> Option<Failed> {
    let rationale = plain(exclusion.rationale.as_str());
    if rationale.is_empty() {
        return Some(empty(record, "rationale", "why it is left out"));
    }
    let same = [("title", plain(&record.envelope.title)), ("rule", plain(exclusion.rule.as_str()))];
    let (field, _) = same.into_iter().find(|(_, text)| *text == rationale)?;
    let message = format!("the rationale of the exclusion `{}` says what its {field} says, and not why", record.id);
    Some(Failed::new(record.place("rationale"), message, "say what would be wrong with the figure if these cases were counted"))
}

fn empty(record: &Record, field: &str, meaning: &str) -> Failed {
    let message = format!("the exclusion `{}` has an empty `{field}`", record.id);
    Failed::new(record.key_place(field), message, format!("write under `{field}` {meaning}"))
}

fn past_review(context: &Context<'_>, record: &Record, exclusion: &Exclusion) -> Failed {
    let (by, today) = (exclusion.review_by, context.as_of());
    let message = format!("the exclusion `{}` had to be looked at again by {by}, which is {} days ago", record.id, by.days_until(today));
    let help = "look at its share and its ground with those who approved it, and set the next day";
    Failed::new(record.place("review_by"), message, help).values(format!("{today} or later"), by.to_string())
}

/// Words in small letters with one space between them, without the marks at their ends.
fn plain(text: &str) -> String {
    let words = text.split_whitespace().map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
