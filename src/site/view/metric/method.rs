//! How the limits of a chart were computed, in words.

use super::cell::CellStory;
use crate::language::Language;
use crate::stats::spc::Options;

/// How the limits were computed.
pub(super) fn method(language: &Language, cell: &CellStory<'_>) -> Vec<String> {
    let Some((options, chart)) = cell.judgement.options.as_ref().zip(cell.judgement.chart.as_ref()) else {
        return Vec::new();
    };
    if chart.phases.iter().all(|phase| phase.limits.is_none()) {
        return vec![language.say("metric-limits-none").to_owned()];
    }
    let mut notes = vec![language.fill("metric-limits-method", &[("limits", limits_words(language, options).into())])];
    let left_out =
        cell.judgement.suspended.iter().zip(&cell.judgement.values).filter(|(suspended, value)| **suspended && value.is_some()).count();
    if left_out > 0 {
        notes.push(language.fill("metric-limits-left-out", &[("count", left_out.into())]));
    }
    if chart.phases.iter().any(|phase| phase.trial) {
        notes.push(language.say("metric-limits-trial").to_owned());
    }
    notes
}

/// The choices that change the limits, in words; points are counted from 1.
fn limits_words(language: &Language, options: &Options) -> String {
    let starts = options.later_starts();
    let limits = language.fill(
        "metric-limits-points",
        &[
            ("points", options.baseline.unwrap_or_default().into()),
            ("phases", if starts.is_empty() { "one" } else { "each" }.into()),
            ("screening", if options.screening { "yes" } else { "no" }.into()),
        ],
    );
    let count = starts.len();
    match language.listed(starts.into_iter().map(|start| (start + 1).to_string()).collect()) {
        None => limits,
        Some(starts) => {
            language.fill("metric-limits-starts", &[("limits", limits.into()), ("count", count.into()), ("starts", starts.into())])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_is_said() {
        let english = Language::built_in("en");
        assert_eq!(limits_words(&english, &Options::default()), "Limits from all points of the series; all moving ranges count");
        let options = Options { baseline: Some(12), screening: true, phase_starts: vec![30, 0, 12, 30] };
        assert_eq!(
            limits_words(&english, &options),
            "Limits from the first 12 points of each phase; moving ranges at or above 3.267 × their mean are left out \
             of it, once; new limits from points 13 and 31"
        );
        assert_eq!(
            limits_words(&Language::built_in("de"), &Options { phase_starts: vec![12], ..Options::default() }),
            "Grenzen aus allen Punkten jeder Phase; alle gleitenden Spannweiten zählen; neue Grenzen ab Punkt 13"
        );
    }

    #[test]
    fn options_that_differ_in_effect_differ_in_words() {
        let base = Options::default();
        let variants = [
            Options { baseline: Some(12), ..base.clone() },
            Options { screening: true, ..base.clone() },
            Options { phase_starts: vec![3], ..base.clone() },
            base,
        ];
        for tag in crate::language::TAGS {
            let language = Language::built_in(tag);
            let words: std::collections::BTreeSet<String> = variants.iter().map(|options| limits_words(&language, options)).collect();
            assert_eq!(words.len(), variants.len(), "{tag}");
        }
    }
}
