//! G14: a change that alters figures came into force without notice, or without proof that people were taught.

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::change::{Change, DeclaredClass};
use crate::model::{AnyRecord, Kind};
use crate::source::Record;

check! {
    /// A change that alters figures came into force without notice, or nothing shows that people were taught.
    ///
    /// # What it does
    ///
    /// Looks at each material or breaking change that is in force. Somebody was told about it under `communications` on the day on which it took effect or
    /// before; an emergency may be told afterwards. It says under `training` how people are taught, even if nobody has to be, and names
    /// evidence for it: on the change itself, on one of its gates, or on a `communication` action that the change caused. A text that begins with
    /// `None` needs no evidence.
    ///
    /// # Why it matters to an auditor
    ///
    /// Figures under a new definition are misread by whoever was not told, and miscounted by whoever was not taught.
    ///
    /// # Example
    ///
    /// ```yaml
    /// state: effective
    /// declared_class: breaking
    /// effective: 2026-04-01
    /// communications:
    ///   - {to: Team leaders, at: 2026-04-14}
    /// # no `training`
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// state: effective
    /// declared_class: breaking
    /// effective: 2026-04-01
    /// communications:
    ///   - {to: Team leaders, at: 2026-03-20}
    /// training: A briefing of twenty minutes for all advisers, in the last week of March.
    /// gates:
    ///   - name: Nine advisers in ten have finished the briefing
    ///     met_on: 2026-03-27
    ///     evidence: [2026-03-27-briefing]
    /// ```
    ///
    /// # Configuration
    ///
    /// There is nothing to set beside the level of the check, under `checks` in `tickmark.yaml`. Editorial and minor changes need no notice.
    "G14" "change-without-notice" {
        severity: Severity::Warning,
        supports: &[Assertion::Presentation],
        mark: None,
        inputs: "the class and the state of the change, whom it was told to and when, its training, and the evidence that it, its gates and its actions name",
        expects: "people are told before a material or breaking change takes effect, and it is shown that they were taught",
        looks: Looks::Records(&[Kind::Change], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Change(change) = &record.fields else {
        return;
    };
    if !change.is_agreed() || change.effective > context.as_of() {
        return sheet.not_applicable("the change is not in force");
    }
    if change.declared_class < DeclaredClass::Material {
        return sheet.not_applicable("the change alters no figure");
    }
    sheet.test(without_notice(record, change));
    let training = change.training.as_ref().map_or("", |text| text.as_str().trim());
    sheet.test(training.is_empty().then(|| {
        let message = format!("the change `{}` does not say how those who work with the figures are taught", record.id);
        Failed::new(record.key_place("title"), message, "add `training:`, or say there that nobody has to be taught and why")
    }));
    if !training.is_empty() && !says_none(training) {
        sheet.test((!is_proved(context, record, change)).then(|| {
            let message = format!("nothing shows that the training of the change `{}` took place", record.id);
            Failed::new(
                record.key_place("training"),
                message,
                "name the evidence on the change, on the gate that depends on it, or on the action",
            )
        }));
    }
}

/// Whether a text says that nobody has to be taught.
fn says_none(training: &str) -> bool {
    training.split(|letter: char| !letter.is_alphanumeric()).next().is_some_and(|word| word.eq_ignore_ascii_case("none"))
}

fn without_notice(record: &Record, change: &Change) -> Option<Failed> {
    let (id, effective) = (&record.id, change.effective);
    let Some(first) = change.communications.iter().map(|told| told.at).min() else {
        let message = format!("the change `{id}` took effect on `{effective}`, and no record shows that anybody was told");
        return Some(Failed::new(record.key_place("title"), message, "add `communications:` with those who were told, and when"));
    };
    (first > effective && !change.emergency).then(|| {
        let message = format!("the change `{id}` took effect on `{effective}`, and nobody was told before `{first}`");
        Failed::new(
            record.key_place("communications"),
            message,
            "tell people before a change takes effect, and correct the days if they were",
        )
        .values(format!("told by {effective}"), format!("told on {first}"))
    })
}

fn is_proved(context: &Context<'_>, record: &Record, change: &Change) -> bool {
    let catalog = context.catalog;
    let closed = |action: &Record| matches!(&action.fields, AnyRecord::Action(action) if !action.closing_evidence.is_empty());
    let by_action = || catalog.referring_in(&record.reference(), "cause").any(closed);
    !record.envelope.evidence.is_empty() || change.gates.iter().any(|gate| !gate.evidence.is_empty()) || by_action()
}
