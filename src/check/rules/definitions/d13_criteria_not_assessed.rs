//! D13: nobody has assessed whether an assured metric is a suitable criterion.

use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::model::metric::Criteria;
use crate::model::{AnyRecord, Kind, Profile};
use crate::source::Record;

check! {
    /// An assured metric does not say why its definition has the five characteristics of suitable criteria.
    ///
    /// # What it does
    ///
    /// Looks at metrics of the profile `assured`: each of the five characteristics under `criteria` (relevance, completeness, reliability, neutrality and
    /// understandability) has to be assessed in words of its own. A text that is empty, that only fills the place (`n/a`, `tbd`, `ok`), or that stands for
    /// two characteristics alike, is no assessment.
    ///
    /// # Why it matters to an auditor
    ///
    /// An assurance engagement may only be accepted where the criteria are suitable (ISAE 3000, paragraphs 24 and A45). The definition is the criterion, and the
    /// organisation has to show that it is suitable before anybody tests a figure against it.
    ///
    /// # Example
    ///
    /// ```yaml
    /// profile: assured
    /// criteria:
    ///   relevance: The charter is judged by it.
    ///   completeness: n/a
    ///   reliability: ok
    ///   neutrality: ok
    ///   understandability: ok
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// profile: assured
    /// criteria:
    ///   relevance: The charter is judged by it.
    ///   completeness: Every call in the queue is in it; calls that never reached the platform are in no figure.
    ///   reliability: It is counted from time stamps, without anybody's judgement.
    ///   neutrality: The limit of five seconds lowers it a little; how much is published each month.
    ///   understandability: It is the share of callers who gave up waiting.
    /// ```
    ///
    /// # Configuration
    ///
    /// `profile: assured` in `tickmark.yaml`, or in a metric, says for which metrics it holds.
    "D13" "criteria-not-assessed" {
        severity: Severity::Warning,
        supports: &[Assertion::Presentation],
        mark: None,
        inputs: "the criteria of the definition, and the profile that holds for it",
        expects: "each of the five characteristics is assessed in words of its own",
        looks: Looks::Records(&[Kind::Metric], test),
    }
}

/// Texts that only fill the place.
const FILLERS: [&str; 12] = ["-", "?", "fine", "good", "n/a", "na", "none", "ok", "tba", "tbd", "todo", "yes"];

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let AnyRecord::Metric(metric) = &record.fields else {
        return;
    };
    if context.profile(Some(record)) != Profile::Assured {
        return sheet.not_applicable("the metric is not of the profile `assured`");
    }
    let Some(criteria) = &metric.criteria else {
        let message = format!("metric `{}` is of the profile `assured` and does not assess its criteria", record.id);
        let help = "add `criteria:` with `relevance`, `completeness`, `reliability`, `neutrality` and `understandability`";
        return sheet.fail(Failed::new(record.key_place("profile"), message, help).values("five assessments", "none"));
    };
    let texts = characteristics(criteria);
    for (position, (name, text)) in texts.iter().enumerate() {
        let twin = texts[..position].iter().find(|(_, other)| other == text && !is_filler(text));
        sheet.test(unassessed(record, name, text, twin.map(|(name, _)| *name)));
    }
}

fn characteristics(criteria: &Criteria) -> [(&'static str, String); 5] {
    let plain = |prose: &crate::model::Prose| prose.as_str().trim().trim_end_matches('.').to_lowercase();
    [
        ("relevance", plain(&criteria.relevance)),
        ("completeness", plain(&criteria.completeness)),
        ("reliability", plain(&criteria.reliability)),
        ("neutrality", plain(&criteria.neutrality)),
        ("understandability", plain(&criteria.understandability)),
    ]
}

fn is_filler(text: &str) -> bool {
    text.is_empty() || FILLERS.contains(&text)
}

fn unassessed(record: &Record, name: &str, text: &str, twin: Option<&str>) -> Option<Failed> {
    let message = match twin {
        _ if is_filler(text) => format!("the criteria of metric `{}` do not assess its {name}", record.id),
        Some(twin) => format!("the criteria of metric `{}` say of its {name} what they say of its {twin}", record.id),
        None => return None,
    };
    let help = format!("say under `{name}` what was looked at and what came of it");
    Some(Failed::new(record.place(&format!("criteria.{name}")), message, help))
}
