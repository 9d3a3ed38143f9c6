//! Which metrics stand together in the list.

use std::collections::BTreeMap;

use crate::model::Id;
use crate::site::Site;
use crate::site::view::{Row, RowGroup};
use crate::source::Record;

/// Groups the metrics: by their first letter, or by perspective of a scorecard or first tag, whichever tells more of
/// them apart. They come in the order in which they are to be shown.
pub(super) fn group<'a>(
    site: &Site,
    metrics: Vec<&'a Record>,
    by_first_letter: bool,
    mut row: impl FnMut(&'a Record) -> Row,
) -> Vec<RowGroup> {
    let names = if by_first_letter { by_letter(&metrics) } else { names(site, &metrics) };
    let mut groups: Vec<(String, Vec<Row>)> = names.order.into_iter().map(|name| (name, Vec::new())).collect();
    let positions: BTreeMap<String, usize> = groups.iter().enumerate().map(|(index, (name, _))| (name.clone(), index)).collect();
    let mut rest = Vec::new();
    let language = site.language();
    for record in metrics {
        let position = names.of.get(&record.id).and_then(|name| positions.get(name));
        let rows = position.and_then(|position| groups.get_mut(*position)).map_or(&mut rest, |(_, rows)| rows);
        rows.push(row(record));
    }
    let filled = groups.into_iter().filter(|(_, rows)| !rows.is_empty());
    let alone = positions.is_empty();
    let rest = (!rest.is_empty()).then(|| (if alone { String::new() } else { language.say("metrics-other").to_owned() }, rest));
    let group = |(heading, rows): (String, Vec<Row>)| {
        let note = if heading.is_empty() { String::new() } else { language.fill("count-metrics", &[("count", rows.len().into())]) };
        RowGroup { heading, note, rows }
    };
    filled.chain(rest).map(group).collect()
}

/// The names of groups in their order, and the one of each metric that belongs to one.
#[derive(Debug, Default)]
struct Names {
    order: Vec<String>,
    of: BTreeMap<Id, String>,
}

fn names(site: &Site, metrics: &[&Record]) -> Names {
    let perspectives = by_perspective(site);
    let tags = by_tag(metrics);
    let best = if perspectives.of.len() >= tags.of.len() { perspectives } else { tags };
    // A grouping that leaves out most metrics tells less than none.
    if best.of.len() * 2 >= metrics.len() { best } else { Names::default() }
}

fn by_letter(metrics: &[&Record]) -> Names {
    let letter = |record: &Record| {
        let first = record.envelope.title.chars().find(|letter| letter.is_alphanumeric());
        first.map_or_else(|| "#".to_owned(), |first| first.to_uppercase().collect())
    };
    let of: BTreeMap<Id, String> = metrics.iter().map(|record| (record.id.clone(), letter(record))).collect();
    Names { order: sorted(&of), of }
}

fn by_tag(metrics: &[&Record]) -> Names {
    let tagged = metrics.iter().filter_map(|record| Some((record.id.clone(), record.envelope.tags.first()?.clone())));
    let of: BTreeMap<Id, String> = tagged.collect();
    Names { order: sorted(&of), of }
}

fn sorted(of: &BTreeMap<Id, String>) -> Vec<String> {
    let mut order: Vec<String> = of.values().cloned().collect();
    order.sort_unstable();
    order.dedup();
    order
}

/// The perspectives in the order of the scorecards; a metric belongs to the first one that names it.
fn by_perspective(site: &Site) -> Names {
    let mut names = Names::default();
    for (_, scorecard) in site.catalog().scorecards() {
        for perspective in &scorecard.perspectives {
            if !names.order.contains(&perspective.name) {
                names.order.push(perspective.name.clone());
            }
        }
        for item in &scorecard.items {
            let known = item.perspective.as_ref().filter(|name| names.order.contains(name));
            if let Some(name) = known {
                names.of.entry(item.metric.id().clone()).or_insert_with(|| name.clone());
            }
        }
    }
    names
}
