//! L04: nobody answers for a source, or nobody has said how long its data is kept.

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::source::{ExtractionMethod, SourceState};
use crate::model::{AnyRecord, Kind};
use crate::source::Record;

check! {
    /// A source has no owner, no stated way of extraction or no time for which its data is kept.
    ///
    /// # What it does
    ///
    /// Looks at each source in use for `owner`, for `retention`, and for `query` where a program or the supplier's report takes the data out: without it the
    /// extraction cannot be repeated. `extraction_method` itself is demanded when the project is read.
    ///
    /// # Why it matters to an auditor
    ///
    /// To test that data exists, somebody has to be asked for it, it has to be taken out in the same way again, and it must still be there.
    ///
    /// # Example
    ///
    /// ```yaml
    /// title: Contact platform
    /// extraction_method: api
    /// # no `owner`, no `query`, no `retention`
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// title: Contact platform
    /// owner: team/contact-centre
    /// extraction_method: api
    /// query: contacts by closing day, all fields but content
    /// retention: P25M
    /// ```
    ///
    /// # Configuration
    ///
    /// Sources that are retired are left aside. `checks: {L04: warn}` in `tickmark.yaml` gives it another level.
    "L04" "source-undescribed" {
        severity: Severity::Error,
        supports: &[Assertion::Existence],
        mark: None,
        inputs: "the fields of the source",
        expects: "each source in use says who answers for it, how its data is taken out and how long it is kept",
        looks: Looks::Records(&[Kind::Source], test),
    }
}

fn test(_: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Source(source) = &record.fields else {
        return;
    };
    if source.state == SourceState::Retired {
        return sheet.not_applicable("the source is retired");
    }
    let mut demand = |is_there: bool, what: &str, help: &str| {
        let message = || format!("the source `{}` does not say {what}", record.id);
        sheet.test((!is_there).then(|| Failed::new(record.key_place("title"), message(), help)));
    };
    demand(record.envelope.owner.is_some(), "who answers for it", "add `owner:` with one person or team");
    demand(source.retention.is_some(), "how long its data is kept", "add `retention:`, such as `P25M`");
    if matches!(source.extraction_method, ExtractionMethod::Api | ExtractionMethod::VendorReport) {
        demand(
            source.query.is_some(),
            "with which query or report its data is taken out",
            "add `query:` with the query or the name of the report",
        );
    }
}
