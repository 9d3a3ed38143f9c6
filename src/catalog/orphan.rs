//! Records that nothing uses.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::link::NEEDS_A_USER;
use super::references::{Backlink, Origin};
use crate::diag::{Finding, Findings, codes};
use crate::model::{Kind, RecordRef};
use crate::source::Project;

/// Reports records that only make sense when a metric or transform uses them, and that none does.
pub(super) fn find_orphans(project: &Project, backlinks: &BTreeMap<RecordRef, Vec<Arc<Backlink>>>, findings: &mut Findings) {
    for record in &project.records {
        let Some((_, reason)) = NEEDS_A_USER.iter().find(|(kind, _)| *kind == record.kind) else {
            continue;
        };
        let used = backlinks.get(&record.reference()).is_some_and(|links| links.iter().any(|link| is_use(link)));
        if !used {
            let message = format!("nothing uses the {} `{}`: {reason}", record.kind.words(), record.id);
            let finding = Finding::warning(&codes::ORPHAN, record.key_place("title"), message);
            findings.push(finding.help("name it where it is used, or remove it"));
        }
    }
}

fn is_use(link: &Backlink) -> bool {
    matches!(&link.from, Origin::Record(record) if matches!(record.kind, Kind::Metric | Kind::Transform)) && link.field != "supersedes"
}
