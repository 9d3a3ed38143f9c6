//! Which target takes the place of which.

use std::collections::BTreeMap;

use crate::catalog::Catalog;
use crate::model::target::TargetState;
use crate::model::{Id, Target};
use crate::source::Record;

/// For each target that holds or held the next one for the same part of the results of the same metric.
pub(super) fn next_targets(catalog: &Catalog) -> BTreeMap<Id, Id> {
    let calendar = catalog.calendar();
    let mut targets: Vec<(&Record, &Target)> = catalog.targets().filter(|(_, target)| target.state != TargetState::Draft).collect();
    let part = |target: &Target| (target.metric.id().clone(), target.scope.clone());
    targets.sort_by_cached_key(|(record, target)| (part(target), target.from.first_day(calendar), record.id.clone()));
    let follows = |pair: &[(&Record, &Target)]| {
        let [(first, target), (next, other)] = pair else {
            return None;
        };
        (part(target) == part(other)).then(|| (first.id.clone(), next.id.clone()))
    };
    targets.windows(2).filter_map(follows).collect()
}
