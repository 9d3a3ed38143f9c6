//! L09: personal data is used, and it is not said what allows it.

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::source::PersonalData;
use crate::model::{AnyRecord, Kind};
use crate::source::Record;

check! {
    /// A source holds personal data without a legal basis, or without the assessment that such data needs.
    ///
    /// # What it does
    ///
    /// Looks at each source whose `personal_data` is not `none`, retired ones included, since their data may still be kept. All of them need a
    /// `legal_basis`: data under an invented name is personal data too. Those in which people can be recognised need a `dpia` as well.
    ///
    /// # Why it matters to an auditor
    ///
    /// Figures that rest on data which may not be used have to be withdrawn, however right they are.
    ///
    /// # Example
    ///
    /// ```yaml
    /// personal_data: pseudonymous
    /// # no `legal_basis`
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// personal_data: pseudonymous
    /// legal_basis: Legitimate interest in planning the service; assessed on 3 February 2025.
    /// dpia: CS-DPIA-2025-02
    /// ```
    ///
    /// # Configuration
    ///
    /// Policies have no field that says when an assessment is wanted. The check takes what is usual: one is wanted for `personal_data: personal`, and
    /// not for data under a number or an invented name.
    "L09" "personal-data-without-basis" {
        severity: Severity::Error,
        supports: &[Assertion::Confidentiality],
        mark: None,
        inputs: "what the source says of personal data, its legal basis and its assessment",
        expects: "personal data has a legal basis, and an assessment where people can be recognised",
        looks: Looks::Records(&[Kind::Source], test),
    }
}

fn test(_: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Source(source) = &record.fields else {
        return;
    };
    if source.personal_data == PersonalData::None {
        return sheet.not_applicable("the source holds no personal data");
    }
    let basis = source.legal_basis.as_ref().is_some_and(|basis| !basis.as_str().trim().is_empty());
    sheet.test((!basis).then(|| {
        let message = format!("the source `{}` holds personal data and names nothing that allows its use", record.id);
        Failed::new(record.place("personal_data"), message, "add `legal_basis:` with what allows the use, and when that was assessed")
    }));
    if source.personal_data == PersonalData::Personal {
        sheet.test(source.dpia.is_none().then(|| {
            let message =
                format!("people can be recognised in the source `{}`, and no assessment of what that means for them is named", record.id);
            Failed::new(record.place("personal_data"), message, "add `dpia:` with the name or address of the assessment")
        }));
    }
}
