//! C04: a change is declared to mean less than it does.

use super::naming::change;
use crate::catalog::NamingChange;
use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::review::{BridgeRowTest, BridgeTest, BridgeVerdict, Told};
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::diff::rules::version_and_time;
use crate::model::change::{Change, ChangeState};
use crate::model::{ChangeClass, Decimal, Kind};
use crate::source::Record;

check! {
    /// A change is declared in a lower class than its edits or its own numbers have.
    ///
    /// # What it does
    ///
    /// Computes the class of a change from the fields that were edited in the history that counts, lowers it where a bridge proves that nothing matters,
    /// and compares it with `declared_class`. Where there is no such history it compares the declaration with the bridge: a change whose bridge moves a
    /// figure is not minor, and one whose bridge moves it by as much as matters is breaking.
    ///
    /// # Why it matters to an auditor
    ///
    /// The class decides who has to agree, who has to be told and whether old and new figures may stand in one line. A class that is declared too low
    /// passes all of that by.
    ///
    /// # Example
    ///
    /// ```yaml
    /// declared_class: minor
    /// bridge:
    ///   - {period: 2026-01, old: 17.4, new: 19.3}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// declared_class: breaking
    /// ```
    ///
    /// # Configuration
    ///
    /// The class of each field stands in the reference of records. An effect matters from one unit of the last published digit, half the distance between
    /// two status bands or half the 95 per cent interval, whichever is least, and wherever a judgement becomes another one. Drafts and rejected changes
    /// are left out.
    "C04" "class-understated" {
        severity: Severity::Error,
        supports: &[Assertion::Comparability, Assertion::Authorisation],
        mark: None,
        inputs: "the change with its bridge, and the commits for which it speaks",
        expects: "the declared class is at least the computed one",
        looks: Looks::Records(&[Kind::Change], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let Some(change) = change(record).filter(|change| !matches!(change.state, ChangeState::Draft | ChangeState::Rejected)) else {
        return sheet.not_applicable("it is a draft, or was rejected");
    };
    if change.targets.iter().all(|target| target.from.is_none() && target.to.is_some()) {
        return sheet.not_applicable("it begins something new");
    }
    for counted in context.changes().spoken_for(&record.reference()).filter(|counted| counted.is_bound()) {
        let mut understated = counted.reviewed.shortfalls.iter().filter(|shortfall| {
            *shortfall.rule == version_and_time::CLASS_UNDERSTATED && shortfall.place.path.as_ref() == record.source.path()
        });
        sheet.test(understated.next().map(|shortfall| Failed::new(shortfall.place.clone(), &shortfall.message, &shortfall.help)));
    }
    if sheet.failed.is_empty() {
        test_bridges(context, record, change, sheet);
    }
    if sheet.tested == 0 && change.declared_class.class() == ChangeClass::Breaking {
        sheet.pass();
    }
    if sheet.tested == 0 {
        sheet.untestable("no earlier text stands in the history that counts, and there is no bridge");
    }
}

fn test_bridges(context: &Context<'_>, record: &Record, change: &Change, sheet: &mut Sheet) {
    for naming in NamingChange::lines(record, change) {
        let Some(told) = Told::of(context.catalog, record, change, naming.target) else {
            continue;
        };
        if let Some(bridge) = told.bridge(&told.affected()) {
            sheet.test(understated(record, change, &bridge));
        }
    }
}

fn understated(record: &Record, change: &Change, bridge: &BridgeTest) -> Option<Failed> {
    let declared = change.declared_class.class();
    let moves = |row: &&BridgeRowTest| row.effect.is_none_or(|effect| effect != Decimal::ZERO);
    let (class, row) = if bridge.verdict == BridgeVerdict::Material {
        (ChangeClass::Breaking, bridge.rows.iter().find(|row| row.is_material)?)
    } else {
        (ChangeClass::Material, bridge.rows.iter().find(moves)?)
    };
    if declared >= class {
        return None;
    }
    let name = record.reference();
    let shown = format!("its bridge moves `metric/{}` in {} from `{}` to `{}`", row.metric, row.period, row.old, row.new);
    let message = format!("expected `{name}` to declare a {} change, found a {} one: {shown}", class.name(), declared.name());
    let help = format!("set `declared_class` to `{}`, and give the change what that class demands", class.name());
    Some(Failed::new(record.place("declared_class"), message, help).values(class.name(), declared.name()))
}
