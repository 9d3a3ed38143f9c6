//! Where the data of an area comes from, what happens to it on the way, and what is left out.

use crate::plan::{Area, Plan};
use crate::prose::Theme;
use crate::records::{BOARD, stream, team, words};
use crate::yaml::Yaml;

/// What is left out of a metric: the name, the rule, the type and the way in which it moves the value.
const EXCLUSIONS: [(&str, &str, &str, &str, &str); 6] = [
    (
        "tests",
        "Tests and training",
        "Entries that were made for a test, a demonstration or a lesson, marked as such in the system.",
        "invalid",
        "none",
    ),
    (
        "duplicates",
        "Entered twice",
        "Entries that repeat an earlier one of the same customer, day and matter word for word.",
        "invalid",
        "either",
    ),
    (
        "outages",
        "Outages of the supplier",
        "Entries from hours in which the supplier of the line has confirmed an outage.",
        "denominator",
        "raises",
    ),
    (
        "withdrawn",
        "Withdrawn by the customer",
        "Entries that the customer withdrew before anybody had worked on them.",
        "denominator",
        "lowers",
    ),
    ("other-area", "Work for other areas", "Entries that belong to another area and were only passed on.", "population", "either"),
    ("no-date", "Without a date", "Entries whose date is missing and could not be found out.", "invalid", "either"),
];

/// The id of the source of an area.
pub(crate) fn source_id(area: Area) -> String {
    format!("{}-records", area.id())
}

/// The id of one of the two transforms of an area.
pub(crate) fn transform_id(area: Area, step: u32) -> String {
    format!("{}-{}", area.id(), if step == 0 { "cleaned" } else { "monthly" })
}

/// The id of one of the exclusions of an area.
pub(crate) fn exclusion_id(area: Area, position: u32) -> String {
    format!("{}-{}", exclusion_kind(area, position).0, area.id())
}

fn exclusion_kind(area: Area, position: u32) -> (&'static str, &'static str, &'static str, &'static str, &'static str) {
    EXCLUSIONS[(area.position + position) as usize % EXCLUSIONS.len()]
}

/// The system from which the data of an area comes.
pub(crate) fn source(area: Area) -> String {
    let mut random = stream(area, "source");
    let mut yaml = Yaml::titled(&format!("Records of {}", area.name()));
    yaml.field("owner", team(area));
    yaml.field("state", "active");
    yaml.field("system", format_args!("Case system of {}", area.name()));
    yaml.field("system_owner", "Central systems");
    yaml.field("extraction_method", random.pick(&["api", "file", "vendor-report"]));
    yaml.field("query", format_args!("month_end/{}.sql", area.id()));
    yaml.nested("clock", |yaml| {
        yaml.field("zone", "Europe/London");
        yaml.field("precision", "one second");
        yaml.field("sync", "network time");
    });
    yaml.list("key_fields", &["entry".to_owned(), "opened_at".to_owned()]);
    yaml.field("refresh", "P1D");
    yaml.field("latency_sla", "P2D");
    yaml.field("personal_data", "pseudonymous");
    yaml.field("legal_basis", "The contract with the customer, which cannot be kept without these records.");
    yaml.field("residency", "European Union");
    yaml.field("retention", "P6Y");
    yaml.prose("notes", &[words(area).sentences(&mut random, Theme::Details, 2).join(" ")]);
    yaml.finish()
}

/// One of the two steps between source and metric.
pub(crate) fn transform(area: Area, step: u32) -> String {
    let mut random = stream(area, if step == 0 { "cleaned" } else { "monthly" });
    let (name, operation, input) = match step {
        0 => ("Cleaned entries", "deduplicate", format!("source/{}", source_id(area))),
        _ => ("Counts for each month", "aggregate", format!("transform/{}", transform_id(area, 0))),
    };
    let mut yaml = Yaml::titled(&format!("{name}, {}", area.name()));
    yaml.field("owner", team(area));
    yaml.field("state", "active");
    yaml.list("inputs", &[input]);
    yaml.field("operation", operation);
    yaml.nested("code", |yaml| {
        yaml.field("location", format_args!("month_end/{}_{operation}.py", area.id()));
    });
    yaml.field("tz_conversion", "None; all stamps are in the zone of the source.");
    yaml.field("key_map", "Entries are matched by their number.");
    yaml.field("null_rule", "An entry without a number stops the run.");
    yaml.prose("validation", &[words(area).sentences(&mut random, Theme::Step, 1).join(" ")]);
    yaml.finish()
}

/// One of the exclusions of an area.
pub(crate) fn exclusion(area: Area, position: u32) -> String {
    let (_, title, rule, kind, bias) = exclusion_kind(area, position);
    let mut random = stream(area, title);
    let mut yaml = Yaml::titled(&format!("{title}, {}", area.name()));
    yaml.field("owner", team(area));
    yaml.field("version", "1.0.0");
    yaml.field("effective_from", area.plan.month(0).day(1));
    yaml.field("state", "active");
    yaml.field("type", kind);
    yaml.prose("rule", &[rule.to_owned()]);
    yaml.field("order", position + 1);
    yaml.prose("rationale", &[words(area).sentences(&mut random, Theme::Rationale, 2).join(" ")]);
    yaml.field("bias_direction", bias);
    yaml.field("approved_by", BOARD);
    yaml.field("expected_share", 2);
    yaml.field("limit_share", 8);
    yaml.field("review_by", Plan::last_month().later(9).day(30));
    yaml.prose(
        "detection",
        &["By a mark that the system sets when the entry is closed; marks set by hand are read every month.".to_owned()],
    );
    yaml.finish()
}
