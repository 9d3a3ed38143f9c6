//! Codes that were renamed, split or merged, as the mapping of their segment says.

use std::collections::BTreeSet;

use super::{Judged, take};
use crate::diff::canonical::Canonical;
use crate::diff::difference::Difference;
use crate::diff::judge::Meaning;
use crate::diff::rules::segments;
use crate::diff::subject::Subject;
use crate::model::{AnyRecord, ChangeClass, Segment};

/// One code and those that take its place.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Move {
    old: String,
    new: BTreeSet<String>,
}

pub(super) fn claim(differences: &mut Vec<Difference>, subject: &Subject<'_>, judged: &mut Vec<Judged>) {
    let (AnyRecord::Segment(before), AnyRecord::Segment(after)) = (&subject.before.fields, &subject.after.fields) else {
        return;
    };
    let (old, new) = (moves(before), moves(after));
    for (here, there, undone) in [(&new, &old, false), (&old, &new, true)] {
        let news: Vec<&Move> = here.iter().filter(|step| !there.contains(step)).collect();
        let mut done: BTreeSet<&Move> = BTreeSet::new();
        for step in &news {
            if done.contains(step) || !is_followed(differences, step, undone) {
                continue;
            }
            let together: Vec<&Move> =
                news.iter().copied().filter(|other| other.new == step.new && is_followed(differences, other, undone)).collect();
            done.extend(together.iter().copied());
            judged.push(one_edit(differences, &together, undone));
        }
    }
}

fn moves(segment: &Segment) -> BTreeSet<Move> {
    segment.mapping.iter().map(|mapping| Move { old: mapping.old.clone(), new: mapping.new.iter().cloned().collect() }).collect()
}

/// Whether the codes did what the mapping says: the old one went or ended, and every new one is there now.
fn is_followed(differences: &[Difference], step: &Move, undone: bool) -> bool {
    let old = differences.iter().any(|difference| is_end(difference, &step.old, undone));
    let came = |code: &String| differences.iter().any(|difference| is_start(difference, code, undone));
    old && step.new.iter().any(came)
}

fn is_end(difference: &Difference, code: &str, undone: bool) -> bool {
    let gone = if undone { difference.is_added() } else { difference.is_removed() };
    let closed = if undone { difference.is_removed() } else { difference.is_added() };
    difference.key.as_deref() == Some(code) && ((difference.field == "codes" && gone) || (difference.field == "codes.to" && closed))
}

fn is_start(difference: &Difference, code: &str, undone: bool) -> bool {
    let came = if undone { difference.is_removed() } else { difference.is_added() };
    difference.field == "codes" && came && difference.key.as_deref() == Some(code)
}

/// Puts one difference in the place of all that show the move.
fn one_edit(differences: &mut Vec<Difference>, together: &[&Move], undone: bool) -> Judged {
    let old: BTreeSet<String> = together.iter().map(|step| step.old.clone()).collect();
    let new: BTreeSet<String> = together.iter().flat_map(|step| step.new.iter().cloned()).collect();
    let echoes = take(differences, |difference| {
        let key = difference.key.as_deref().unwrap_or_default();
        let mapping = difference.field.starts_with("mapping") && old.contains(key);
        mapping || old.iter().any(|code| is_end(difference, code, undone)) || new.iter().any(|code| is_start(difference, code, undone))
    });
    let span = |pick: fn(&Difference) -> &Option<std::ops::Range<usize>>| echoes.iter().find_map(|echo| pick(echo).clone());
    let (before, after) = if undone { (&new, &old) } else { (&old, &new) };
    let names = before.iter().cloned().collect::<Vec<_>>().join(" ");
    let difference = Difference {
        path: format!("codes[{names}]"),
        field: "codes".to_owned(),
        key: before.first().cloned(),
        before: Some(codes(before)),
        after: Some(codes(after)),
        before_span: span(|echo| &echo.before_span),
        after_span: span(|echo| &echo.after_span),
    };
    Judged { difference, meaning: meaning(before.len(), after.len()) }
}

fn codes(names: &BTreeSet<String>) -> Canonical {
    Canonical::Map(names.iter().map(|name| (name.clone(), Canonical::Text(name.clone()))).collect())
}

fn meaning(before: usize, after: usize) -> Meaning {
    match (before, after) {
        (1, 1) => (&segments::CODE_RELABELLED, Some(ChangeClass::Material)),
        (1, _) => (&segments::CODE_SPLIT, Some(ChangeClass::Breaking)),
        _ => (&segments::CODE_MERGED, Some(ChangeClass::Breaking)),
    }
}
