//! The frame of a project: its settings, teams, breakdowns and releases.

use crate::plan::{Area, Breakdown, Plan};
use crate::prose::Words;
use crate::random::Random;
use crate::yaml::Yaml;

/// The team that agrees to what the others propose.
pub(crate) const BOARD: &str = "team/metrics-board";

/// The team of an area, as a reference.
pub(crate) fn team(area: Area) -> String {
    format!("team/{}", area.id())
}

/// The numbers that are drawn for one thing of an area.
pub(crate) fn stream(area: Area, what: &str) -> Random {
    Random::stream(area.plan.seed, what, area.position)
}

/// The words of an area for what is not about one of its metrics.
pub(crate) fn words(area: Area) -> Words {
    Words { one: "entry", many: "entries", area: area.name(), measure: area.name() }
}

/// The settings of the project.
pub(crate) fn settings(plan: Plan) -> String {
    let mut yaml = Yaml::titled(&format!("Service report with {} metrics", plan.metrics));
    yaml.field("organisation", "Generated services");
    yaml.field("demonstration", true);
    yaml.field("language", "en-GB");
    yaml.field("timezone", "Europe/London");
    yaml.field("profile", "standard");
    yaml.nested("report", |yaml| {
        yaml.field("id", format_args!("generated-{}", Plan::last_month()));
        yaml.field("period", Plan::last_month());
    });
    yaml.finish()
}

/// The team that agrees to targets and exclusions.
pub(crate) fn board() -> String {
    let mut yaml = Yaml::titled("Metrics board");
    yaml.field("notes", "It agrees to targets and exclusions, and looks at every definition once a year.");
    yaml.finish()
}

/// The team of an area.
pub(crate) fn area_team(area: Area) -> String {
    let mut yaml = Yaml::titled(&format!("Team {}", area.name()));
    yaml.field("notes", format_args!("It runs {} and answers for its figures.", area.name()));
    yaml.finish()
}

/// The change by which the metrics of an area began.
pub(crate) fn beginning(area: Area) -> String {
    let start = area.plan.month(0);
    let mut yaml = Yaml::titled(&format!("Begin to measure {}", area.name()));
    yaml.field("owner", team(area));
    yaml.field("state", "effective");
    yaml.items("targets", area.metrics(), |yaml, metric| {
        yaml.field("record", format_args!("metric/{}", metric.id()));
        yaml.field("to", "1.0.0");
    });
    yaml.field("declared_class", "minor");
    yaml.prose("reason", &[format!("The board wants to see how {} is doing, by definitions that everybody agrees to.", area.name())]);
    yaml.field("proposer", team(area));
    yaml.items("approvals", [BOARD], |yaml, board| {
        yaml.field("who", board);
        yaml.field("role", "Board for definitions");
        yaml.field("date", start.earlier(1).day(15));
    });
    yaml.prose("impact", &["New measures. Nothing rested on them before.".to_owned()]);
    yaml.field("effective", start.day(1));
    yaml.finish()
}

/// The id of the change by which the metrics of an area began.
pub(crate) fn beginning_id(area: Area) -> String {
    format!("{}-{}", area.plan.month(0).earlier(1).day(10), area.id())
}

/// The study on which the claims of an area's metrics rest.
pub(crate) fn study(area: Area) -> String {
    let mut yaml = Yaml::titled(&format!("What follows from what in {}", area.name()));
    yaml.field("owner", team(area));
    yaml.field("state", "current");
    yaml.field("type", "report");
    yaml.field("location", format_args!("Document store, {}", study_id(area)));
    yaml.field("obtained_on", Plan::last_month().earlier(6).day(12));
    yaml.field("obtained_from", format_args!("Team {}", area.name()));
    yaml.field("retention", "P7Y");
    yaml.finish()
}

/// The id of the study.
pub(crate) fn study_id(area: Area) -> String {
    format!("{}-{}", Plan::last_month().earlier(6).day(12), area.id())
}

/// A breakdown of results, which every entry falls into exactly once.
pub(crate) fn segment(plan: Plan, breakdown: &Breakdown) -> String {
    let mut yaml = Yaml::titled(breakdown.title);
    yaml.field("version", "1.0.0");
    yaml.field("effective_from", plan.month(0).day(1));
    yaml.field("state", "active");
    yaml.field("type", breakdown.kind);
    yaml.field("partition", true);
    yaml.items("codes", plan.codes(breakdown), |yaml, (code, label)| {
        yaml.field("code", code);
        yaml.field("label", label);
    });
    yaml.finish()
}

/// The restatement that the revised rows of the second release belong to.
pub(crate) fn restatement() -> String {
    let mut yaml = Yaml::titled(&format!("Late entries of {}", Plan::last_month().earlier(1).label()));
    yaml.field("state", "published");
    yaml.field("reason_code", "R1");
    yaml.field("scheduled", true);
    yaml.prose(
        "reason",
        &["Entries that reached the systems after the cut-off are added once, in the release of the month after.".to_owned()],
    );
    yaml.field("material", false);
    yaml.field("approved_by", BOARD);
    yaml.field("announced_on", Plan::last_month().later(1).day(10));
    yaml.finish()
}

/// The id of the restatement.
pub(crate) fn restatement_id() -> String {
    format!("{}-late-entries", Plan::last_month().later(1).day(10))
}

/// What `release.yaml` says of the release that was published in the month after its newest period.
pub(crate) fn release(plan: Plan, newest: u32) -> String {
    let month = plan.month(newest);
    let mut yaml = Yaml::titled(&format!("Figures up to {}", month.label()));
    yaml.field("status", "final");
    yaml.field("released", format_args!("{}T09:00:00Z", month.later(1).day(15)));
    // Both releases fall into summer time.
    yaml.field("cutoff", format_args!("{}T23:59:59+01:00", month.later(1).day(6)));
    yaml.field("collected_at", format_args!("{}T04:30:00Z", month.later(1).day(8)));
    // The board agrees to what is restated, so that others have to prepare it.
    if let Some(area) = plan.areas().next() {
        yaml.field("prepared_by", team(area));
    }
    if newest + 1 == plan.periods && plan.has_second_release() {
        yaml.field("restatement", restatement_id());
    }
    yaml.finish()
}
