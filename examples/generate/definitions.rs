//! The definition of a metric, with every field that the standard profile asks for.

use crate::lineage::{exclusion_id, source_id, transform_id};
use crate::measures::{Measure, Scoring};
use crate::plan::{Plan, PlannedMetric};
use crate::prose::{Theme, Words, capitalised};
use crate::random::Random;
use crate::records::{BOARD, study_id, team};
use crate::yaml::Yaml;

/// The terms of a composite, with the places in the area of the metrics that they stand for and their weights in per cent.
const TERMS: [(&str, u32, &str); 3] = [("solved", 0, "0.5"), ("answered", 1, "0.3"), ("delivered", 2, "0.2")];

/// Writes a definition.
pub(crate) fn definition(metric: PlannedMetric) -> String {
    let mut writer = Writer {
        metric,
        measure: metric.measure(),
        words: words(metric),
        random: Random::stream(metric.area.plan.seed, "definition", metric.position()),
        yaml: Yaml::titled(&metric.title()),
    };
    writer.yaml.field("version", "1.0.0");
    writer.yaml.field("effective_from", metric.area.plan.month(0).day(1));
    writer.yaml.field("state", "active");
    writer.meaning();
    writer.calculation();
    writer.role();
    writer.data();
    writer.judgement();
    writer.people();
    writer.yaml.finish()
}

/// The words of a metric.
fn words(metric: PlannedMetric) -> Words {
    let measure = metric.measure();
    Words { one: measure.one, many: measure.many, area: metric.area.name(), measure: metric.title() }
}

struct Writer {
    metric: PlannedMetric,
    measure: &'static Measure,
    words: Words,
    random: Random,
    yaml: Yaml,
}

impl Writer {
    fn paragraph(&mut self, theme: Theme, count: usize) -> String {
        self.words.sentences(&mut self.random, theme, count).join(" ")
    }

    fn points(&mut self, theme: Theme, count: usize) -> Vec<String> {
        let sentences = self.words.sentences(&mut self.random, theme, count);
        sentences.into_iter().map(|sentence| format!("- {sentence}")).collect()
    }

    fn meaning(&mut self) {
        let measure = self.measure;
        let area = self.metric.area.name();
        let first = match measure.scoring {
            Scoring::Proportion => format!("{}, as a share of these: {}.", measure.numerator, lower(measure.denominator)),
            Scoring::Ratio | Scoring::Mean => format!("{}, for each of these: {}.", measure.numerator, lower(measure.denominator)),
            Scoring::Count => format!("{}, for the whole of {area}.", measure.numerator),
            Scoring::Index => format!("How easy customers of {area} found it to get what they came for, on a scale from 0 to 100."),
            Scoring::Composite => {
                format!("Half of it is what is solved at first contact in {area}, the rest what is answered and delivered in time.")
            }
        };
        let mut paragraphs = vec![first, format!("**Counts.** {}", self.paragraph(Theme::Counts, 2))];
        paragraphs.push(format!("**Does not count.** {}", self.paragraph(Theme::DoesNotCount, 2)));
        paragraphs.push(self.paragraph(Theme::Details, 1));
        self.yaml.prose("definition", &paragraphs);
        let purpose = self.paragraph(Theme::Purpose, 2);
        self.yaml.prose("purpose", &[purpose]);
        let work = self.paragraph(Theme::Work, 2);
        self.yaml.prose("how_work_moves_it", &[work]);
        self.yaml.field("unit_of_count", measure.one);
    }

    fn calculation(&mut self) {
        let measure = self.measure;
        self.yaml.field("scoring", measure.scoring.name());
        if !measure.numerator.is_empty() {
            self.yaml.prose("numerator", &[format!("{}.", measure.numerator)]);
        }
        if !measure.denominator.is_empty() {
            self.yaml.prose("denominator", &[format!("{}.", measure.denominator)]);
        }
        match measure.scoring {
            Scoring::Proportion | Scoring::Ratio => {
                self.yaml.field("formula", "numerator / denominator");
            }
            Scoring::Mean => {
                self.yaml.field("formula", "numerator / denominator");
                self.yaml.field("aggregate", "mean");
            }
            Scoring::Count | Scoring::Index => {}
            Scoring::Composite => self.terms(),
        }
        let rollup = match measure.scoring {
            Scoring::Proportion | Scoring::Ratio | Scoring::Mean => "recompute",
            Scoring::Count => "sum",
            Scoring::Index | Scoring::Composite => "none",
        };
        self.yaml.field("rollup", rollup);
        self.yaml.field("unit", measure.unit.0);
        self.yaml.field("decimals", measure.decimals);
        self.yaml.field("rounding", "half-even");
        if matches!(measure.scoring, Scoring::Proportion | Scoring::Index | Scoring::Composite) {
            self.yaml.field("valid_range", "[0, 100]");
        }
        self.yaml.field("direction", measure.direction);
    }

    fn terms(&mut self) {
        let metric = self.metric;
        self.yaml.nested("terms", |yaml| {
            for (term, place, _) in TERMS {
                yaml.nested(term, |yaml| {
                    yaml.field("meaning", format_args!("The value of {} in the same month.", metric.at(place).title()));
                    yaml.field("metric", metric.at(place).id());
                });
            }
        });
        let formula: Vec<String> = TERMS.iter().map(|(term, _, weight)| format!("{weight} * {term}")).collect();
        self.yaml.field("formula", formula.join(" + "));
    }

    fn role(&mut self) {
        let objective = format!("objective/{}", self.metric.area.id());
        self.yaml.field("measure_type", self.measure.nature);
        let role = if self.measure.nature == "outcome" { "lagging" } else { "leading" };
        let reason = self.paragraph(Theme::Reason, 1);
        self.yaml.nested("indicator_role", |yaml| {
            yaml.field("role", role);
            yaml.prose("reason", &[reason]);
            yaml.list("of", std::slice::from_ref(&objective));
        });
        let hypothesis = self.paragraph(Theme::Hypothesis, 1);
        let study = study_id(self.metric.area);
        self.yaml.items("outcome_links", [hypothesis], |yaml, hypothesis| {
            yaml.field("to", &objective);
            yaml.prose("hypothesis", &[hypothesis]);
            yaml.list("evidence", std::slice::from_ref(&study));
        });
    }

    fn data(&mut self) {
        let metric = self.metric;
        self.yaml.field("frequency", "P1M");
        let excluded: Vec<String> = metric.exclusions().into_iter().map(|position| exclusion_id(metric.area, position)).collect();
        if !excluded.is_empty() {
            self.yaml.list("exclusions", &excluded);
        }
        if let Some(breakdown) = metric.area.breakdown().filter(|_| self.measure.scoring != Scoring::Composite) {
            self.yaml.list("segments", &[breakdown.id.to_owned()]);
        }
        self.yaml.list("sources", &[source_id(metric.area)]);
        self.yaml.list("transforms", &[transform_id(metric.area, 1)]);
        self.yaml.field("collection_mode", if self.measure.nature == "perception" { "sample" } else { "batch" });
    }

    fn judgement(&mut self) {
        if self.measure.scoring == Scoring::Proportion {
            self.yaml.field("min_n", 10);
            self.yaml.field("interval", "wilson");
        }
        self.yaml.nested("spc", |yaml| yaml.field("rules", "making-data-count"));
        let place = self.metric.place;
        if self.metric.area.has_several() {
            let counter = if place == 0 { 1 } else { place - 1 };
            self.yaml.list("counter_metrics", &[self.metric.at(counter).id()]);
        }
        // A driver always stands before what it drives, so that nothing drives itself in a circle.
        let drivers: Vec<String> =
            [2, 3].iter().filter_map(|back| place.checked_sub(*back)).map(|place| self.metric.at(place).id()).collect();
        if !drivers.is_empty() {
            self.yaml.list("drivers", &drivers);
        }
        let outside = self.words.phrases(&mut self.random, Theme::ExternalDrivers, 3);
        self.yaml.texts("external_drivers", &outside);
        let limitations = self.points(Theme::Limitations, 3);
        self.yaml.prose("limitations", &limitations);
    }

    fn people(&mut self) {
        let area = self.metric.area;
        let risk = if area.has_several() { self.random.pick(&["low", "medium", "high"]) } else { "low" };
        self.yaml.field("accountable", team(area));
        self.yaml.list("responsible", &[team(area)]);
        self.yaml.list("consulted", &[BOARD.to_owned()]);
        self.yaml.list("informed", &[BOARD.to_owned()]);
        self.yaml.field("review_cadence", "P1Y");
        self.yaml.field("last_reviewed", Plan::last_month().earlier(self.random.below(8)).day(20));
        self.yaml.field("incentive_linked", risk == "high" && self.random.below(2) == 0);
        self.yaml.field("gaming_risk", risk);
        self.yaml.list("tags", &[capitalised(self.measure.many).to_lowercase(), self.measure.nature.to_owned()]);
    }
}

fn lower(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_lowercase().chain(characters).collect())
}
