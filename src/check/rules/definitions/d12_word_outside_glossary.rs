//! D12: a text that decides figures uses a word that the glossary forbids, or an abbreviation that it does not explain.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::check::context::Context;
use crate::check::facts::glossary::{Word, words};
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::diag::Place;
use crate::model::{AnyRecord, Kind};
use crate::source::Record;

check! {
    /// A text that decides figures uses a forbidden word, or an abbreviation that the glossary does not explain.
    ///
    /// # What it does
    ///
    /// Reads the normative texts: `definition`, `population`, `numerator`, `denominator` and the meanings of `terms` of a metric, and the `rule` of an
    /// exclusion. It looks for words that a term of the glossary lists under `forbidden`, also in the plural, and for abbreviations, which are words of two or
    /// more capital letters that stand in the title or the synonyms of no term. One that the text itself explains, in brackets behind its long form, is fine, and
    /// so are the unit of the metric and the name of the organisation.
    ///
    /// # Why it matters to an auditor
    ///
    /// Two words for one thing are read as two things. Whoever tests a figure against its definition has to know what each word covers.
    ///
    /// # Example
    ///
    /// ```yaml
    /// # the glossary forbids `agent` for the term `Adviser`, and nothing explains `ACW`
    /// numerator: Seconds that agents spent in ACW.
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// numerator: Seconds that advisers spent finishing a case after the call.
    /// ```
    ///
    /// # Configuration
    ///
    /// The records under `content/glossary/` are the configuration: `forbidden`, `synonyms` and the titles. A project without terms cannot be tested.
    "D12" "word-outside-glossary" {
        severity: Severity::Information,
        supports: &[Assertion::Presentation],
        mark: None,
        inputs: "the normative texts of the record, and the glossary",
        expects: "no forbidden word, and no abbreviation without a term",
        looks: Looks::Records(&[Kind::Metric, Kind::Exclusion], test),
    }
}

/// Words that people set in capital letters for their weight.
const EMPHASIS: [&str; 8] = ["ALL", "AND", "ANY", "NO", "NOT", "ONLY", "OR", "UND"];

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    if !context.glossary().has_terms {
        return sheet.untestable("the project has no glossary");
    }
    let mut told = BTreeSet::new();
    for path in normative(record) {
        let Some(node) = record.node.at(&path) else { continue };
        let span = node.span();
        let Some(text) = record.source.text().get(span.clone()) else { continue };
        let faults = look(context, record, &Passage { text, start: span.start, path: &path }, &mut told);
        if faults.is_empty() {
            sheet.pass();
        }
        for failed in faults {
            sheet.fail(failed);
        }
    }
    sheet.not_applicable("the record has none of the texts that decide figures");
}

/// The paths of the texts that decide figures.
fn normative(record: &Record) -> Vec<String> {
    match &record.fields {
        AnyRecord::Metric(metric) => {
            let fixed = ["definition", "population", "numerator", "denominator"].map(str::to_owned);
            fixed.into_iter().chain(metric.terms.keys().map(|name| format!("terms.{name}.meaning"))).collect()
        }
        _ => vec!["rule".to_owned()],
    }
}

/// A text as it stands in its file.
struct Passage<'a> {
    text: &'a str,
    /// First byte of the text in the file.
    start: usize,
    path: &'a str,
}

impl Passage<'_> {
    fn place(&self, record: &Record, span: &Range<usize>) -> Place {
        record.source.place(self.start + span.start..self.start + span.end)
    }

    /// Whether a word is explained where it stands: in brackets behind other words.
    fn explains(&self, word: &Word<'_>) -> bool {
        self.text[..word.span.start].ends_with('(') && self.text[word.span.end..].starts_with(')')
    }
}

/// Each word that should not stand there, once for the record.
fn look(context: &Context<'_>, record: &Record, text: &Passage<'_>, told: &mut BTreeSet<String>) -> Vec<Failed> {
    let glossary = context.glossary();
    let unit = if let AnyRecord::Metric(metric) = &record.fields { metric.unit.to_string() } else { String::new() };
    let words = words(text.text);
    told.extend(words.iter().filter(|word| word.is_abbreviation() && text.explains(word)).map(|word| word.text.to_owned()));
    let mut faults = Vec::new();
    for (position, word) in words.iter().enumerate() {
        if let Some((forbidden, length)) = glossary.forbids(&words[position..]) {
            let end = words.get(position + length - 1).map_or(word.span.end, |last| last.span.end);
            if told.insert(forbidden.written.clone()) {
                let message =
                    format!("`{}` of `{}` says `{}`, which the glossary forbids", text.path, record.reference(), forbidden.written);
                let help = format!("use the term `{}`", forbidden.instead);
                faults.push(Failed::new(text.place(record, &(word.span.start..end)), message, help));
            }
        } else if word.is_abbreviation()
            && word.text != unit
            && !EMPHASIS.contains(&word.text)
            && !glossary.explains(word.text)
            && told.insert(word.text.to_owned())
        {
            let message = format!("`{}` of `{}` says `{}`, which the glossary does not explain", text.path, record.reference(), word.text);
            faults.push(Failed::new(text.place(record, &word.span), message, "add a term for it, or write it out"));
        }
    }
    faults
}
