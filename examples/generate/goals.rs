//! What an area wants to reach: its objective, the targets of its metrics and the scorecard that judges them together.

use crate::course::Course;
use crate::measures::Scoring;
use crate::plan::{Area, PlannedMetric};
use crate::prose::{Theme, capitalised};
use crate::random::Random;
use crate::records::{BOARD, stream, team, words};
use crate::results::decimal;
use crate::yaml::Yaml;

/// Most items of a scorecard.
const ITEMS: usize = 8;

/// The bands of a score: name, least score and what it means.
const BANDS: [(&str, &str, &str); 3] = [
    ("on course", "0.95", "Nothing beyond the usual is needed."),
    ("watched", "0.7", "The team says what it does about the weakest item."),
    ("off course", "0", "The board decides what is done."),
];

/// What an area wants to bring about.
pub(crate) fn objective(area: Area) -> String {
    let mut random = stream(area, "objective");
    let mut yaml = Yaml::titled(&format!("Service that holds, {}", area.name()));
    yaml.field("owner", team(area));
    yaml.field("state", "active");
    yaml.field("perspective", random.pick(&["customer", "process", "learning", "financial"]));
    yaml.prose("statement", &words(area).sentences(&mut random, Theme::Statement, 1));
    let measures: Vec<String> = area.metrics().filter(|metric| metric.has_target()).map(PlannedMetric::id).collect();
    yaml.list("measures", &measures);
    yaml.finish()
}

/// The levels that stand in a target and in the scorecard, from the worst to the best, in the unit of the metric.
struct Levels {
    floor: String,
    threshold: String,
    target: String,
    stretch: String,
}

fn levels(metric: PlannedMetric) -> Levels {
    let measure = metric.measure();
    let course = Course::of(metric);
    let mut random = Random::stream(metric.area.plan.seed, "target", metric.position());
    let better = if measure.direction == "decrease" { -1 } else { 1 };
    let aim = random.between((-2, 2));
    let level = |steps: i64| {
        let scale = 10_i64.pow(measure.decimals) * measure.unit.1;
        decimal((course.level + better * steps * course.spread) * scale / 1_000_000, measure.decimals)
    };
    Levels { floor: level(-8), threshold: level(aim - 2), target: level(aim), stretch: level(aim + 2) }
}

/// The target of a metric.
pub(crate) fn target(metric: PlannedMetric) -> String {
    let area = metric.area;
    let mut random = Random::stream(area.plan.seed, "target words", metric.position());
    let levels = levels(metric);
    let mut yaml = Yaml::titled(&format!("Target for {}", metric.title()));
    yaml.field("owner", team(area));
    yaml.field("state", "agreed");
    yaml.field("metric", metric.id());
    yaml.field("from", area.plan.month(0));
    yaml.field("threshold", levels.threshold);
    yaml.field("target", levels.target);
    yaml.field("stretch", levels.stretch);
    yaml.field("basis", random.pick(&["history", "benchmark", "aspiration"]));
    yaml.prose("basis_ref", &["The twelve months before the first period, and what comparable areas reached in them.".to_owned()]);
    yaml.field("proposed_by", team(area));
    yaml.list("agreed_by", &[BOARD.to_owned()]);
    yaml.field("agreed_at", area.plan.month(0).earlier(1).day(15));
    yaml.finish()
}

/// The scorecard of an area: the first metrics that have a target.
pub(crate) fn scorecard(area: Area) -> String {
    let mut yaml = Yaml::titled(&capitalised(&area.name()));
    yaml.field("owner", team(area));
    yaml.field("version", "1.0.0");
    yaml.field("effective_from", area.plan.month(0).day(1));
    yaml.field("level", "area");
    write_items(&mut yaml, &scored(area));
    yaml.field("missing_rule", "bounds");
    yaml.field("min_coverage", "0.8");
    yaml.field("compensation", "full");
    yaml.items("bands", BANDS, |yaml, (name, from, meaning)| {
        yaml.field("name", name);
        yaml.field("from", from);
        yaml.field("meaning", meaning);
    });
    yaml.field("cadence", "P1M");
    yaml.finish()
}

/// The metrics of a scorecard, each with its weight in per cent; the weights make 100.
fn scored(area: Area) -> Vec<(PlannedMetric, usize)> {
    let metrics: Vec<PlannedMetric> = area.metrics().filter(|metric| metric.has_target()).take(ITEMS).collect();
    let weight = 100 / metrics.len().max(1);
    let first = 100 - weight * metrics.len().saturating_sub(1);
    let weigh = |(position, metric)| (metric, if position == 0 { first } else { weight });
    metrics.into_iter().enumerate().map(weigh).collect()
}

fn write_items(yaml: &mut Yaml, items: &[(PlannedMetric, usize)]) {
    let share = |name: &str| -> usize {
        let named = items.iter().filter(|(metric, _)| perspective(*metric) == name);
        named.map(|(_, weight)| weight).sum()
    };
    let names = ["Customers", "Work"].into_iter().filter(|name| share(name) > 0);
    yaml.items("perspectives", names, |yaml, name| {
        yaml.field("name", name);
        yaml.field("weight", share(name));
    });
    yaml.items("items", items, |yaml, (metric, weight)| {
        let cap = if metric.measure().scoring == Scoring::Proportion { "1" } else { "1.2" };
        yaml.field("metric", metric.id());
        yaml.field("weight", weight);
        yaml.field("floor", levels(*metric).floor);
        yaml.field("cap", cap);
        yaml.field("perspective", perspective(*metric));
    });
}

fn perspective(metric: PlannedMetric) -> &'static str {
    if metric.measure().nature == "process" { "Work" } else { "Customers" }
}
