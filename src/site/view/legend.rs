//! The legend of a page: what the marks on it mean, and no others.
//!
//! Filled while the page is written. On a page about one metric it names what failed and what could not be tested; where several metrics stand
//! together, exceptions have the numbers of their metrics and are told as one.

use std::collections::{BTreeMap, BTreeSet};

use super::marks::{class, meaning};
use super::{Block, LegendEntry, LegendGround, Section};
use crate::check::{CheckResult, MetricTests, Tick};
use crate::model::Id;
use crate::site::writer::Writer;
use crate::site::{Ground, Summary, Ticked};

/// Grounds of one mark that are named.
const MOST_GROUNDS: usize = 8;

/// The marks of a page so far.
#[derive(Debug, Default)]
pub(in crate::site) struct Legend {
    marks: BTreeMap<Id, BTreeSet<Tick>>,
    /// Metrics of which all tests were at hand.
    tested: BTreeSet<Id>,
    failed: BTreeMap<(Id, Tick), Ground>,
    grounds: BTreeMap<Ground, BTreeSet<Id>>,
    /// Whether a figure bears `N` at which no check looked.
    unlooked: bool,
}

impl Legend {
    /// Keeps the marks of a figure whose tests are at hand.
    pub(in crate::site) fn keep_tested(&mut self, metric: &Id, tests: &MetricTests, ticks: &[Ticked]) {
        self.tested.insert(metric.clone());
        let known = self.marks.entry(metric.clone()).or_default();
        for ticked in ticks {
            self.unlooked |= is_unlooked(*ticked);
            if is_unlooked(*ticked) || (!known.insert(ticked.tick) && !matches!(ticked.tick, Tick::NotTested)) {
                continue;
            }
            match ticked.tick {
                Tick::NotTested if !self.grounds.values().any(|metrics| metrics.contains(metric)) => {
                    for ground in Ground::of(tests) {
                        self.grounds.entry(ground).or_default().insert(metric.clone());
                    }
                }
                Tick::Exception(_) | Tick::Waived(_) => {
                    let found = tests.behind(ticked.tick).first().map(|result| failed(result));
                    self.failed.extend(found.map(|ground| ((metric.clone(), ticked.tick), ground)));
                }
                Tick::Mark(_) | Tick::NotTested => {}
            }
        }
        known.extend(ticks.iter().map(|ticked| ticked.tick));
    }

    /// Keeps the marks of the newest figure of a metric.
    pub(in crate::site) fn keep_summed(&mut self, metric: &Id, summary: &Summary) {
        if summary.ticks.is_empty() {
            return;
        }
        self.marks.entry(metric.clone()).or_default().extend(summary.ticks.iter().map(|ticked| ticked.tick));
        self.unlooked |= summary.ticks.iter().any(|ticked| is_unlooked(*ticked));
        for ground in &summary.grounds {
            self.grounds.entry(ground.clone()).or_default().insert(metric.clone());
        }
    }

    /// The section that ends the page; nothing where the page shows no mark.
    pub(in crate::site) fn section(&self, writer: &Writer<'_>) -> Option<Section> {
        let entries = self.entries(writer);
        if entries.is_empty() {
            return None;
        }
        let language = writer.language();
        let blocks = vec![
            Block::Intro { text: language.say("marks-legend-intro").to_owned() },
            Block::Legend { entries },
            Block::Intro { text: language.say("marks-auditor-note").to_owned() },
        ];
        Some(Section::new("marks", language.say("marks-legend"), blocks))
    }

    /// The metric whose numbers exceptions have here: the only one of which all tests were at hand, or the only one.
    fn home(&self) -> Option<&Id> {
        match (self.tested.len(), self.marks.len()) {
            (1, _) => self.tested.first(),
            (0, 1) => self.marks.keys().next(),
            _ => None,
        }
    }

    fn entries(&self, writer: &Writer<'_>) -> Vec<LegendEntry> {
        let language = writer.language();
        let home = self.home();
        let mut plain: BTreeSet<Tick> = BTreeSet::new();
        let (mut exceptions, mut waived) = (false, false);
        for (metric, ticks) in &self.marks {
            for tick in ticks {
                match tick {
                    Tick::Exception(_) if home != Some(metric) => exceptions = true,
                    Tick::Waived(_) if home != Some(metric) => waived = true,
                    _ => _ = plain.insert(*tick),
                }
            }
        }
        let mut entries = Vec::new();
        let (tests, untested): (Vec<Tick>, Vec<Tick>) = plain.into_iter().partition(|tick| *tick != Tick::NotTested);
        entries.extend(tests.into_iter().map(|tick| self.entry(writer, tick, home)));
        let numbered = [
            (exceptions, "X#", Tick::Exception(0), language.say("marks-exception-numbered")),
            (waived, "W#", Tick::Waived(0), language.say("marks-waived-numbered")),
        ];
        entries.extend(numbered.into_iter().filter(|(shown, ..)| *shown).map(|(_, letters, tick, meaning)| LegendEntry {
            letters: letters.to_owned(),
            class: class(tick),
            meaning: meaning.to_owned(),
            grounds: Vec::new(),
        }));
        entries.extend(untested.into_iter().map(|tick| self.entry(writer, tick, home)));
        entries
    }

    fn entry(&self, writer: &Writer<'_>, tick: Tick, home: Option<&Id>) -> LegendEntry {
        let grounds = match tick {
            Tick::Mark(_) => Vec::new(),
            Tick::Exception(_) | Tick::Waived(_) => {
                let found = home.and_then(|metric| Some((metric, self.failed.get(&(metric.clone(), tick))?)));
                let anchor = tick.letters().to_lowercase();
                found.map(|(metric, found)| ground(writer, found, writer.check_href(metric, &anchor))).into_iter().collect()
            }
            Tick::NotTested => self.untested(writer, home),
        };
        LegendEntry { letters: tick.letters(), class: class(tick), meaning: meaning(writer.language(), tick).to_owned(), grounds }
    }

    /// Why figures of the page bear `N`.
    fn untested(&self, writer: &Writer<'_>, home: Option<&Id>) -> Vec<LegendGround> {
        let mut grounds: Vec<LegendGround> = Vec::new();
        for (found, metrics) in self.grounds.iter().take(MOST_GROUNDS) {
            let metric = home.filter(|home| metrics.contains(*home));
            let href = metric.map_or_else(String::new, |metric| writer.check_href(metric, &found.code.to_lowercase()));
            grounds.push(ground(writer, found, href));
        }
        let more = self.grounds.len().saturating_sub(MOST_GROUNDS);
        if more > 0 {
            grounds.push(plain(writer.fill("marks-grounds-more", &[("count", more.into())])));
        }
        if self.unlooked {
            grounds.push(plain(writer.say("marks-unlooked")));
        }
        grounds
    }
}

fn is_unlooked(ticked: Ticked) -> bool {
    ticked.tick == Tick::NotTested && ticked.code.is_empty()
}

fn ground(writer: &Writer<'_>, found: &Ground, href: String) -> LegendGround {
    let language = if writer.language().is_english() { "" } else { "en" };
    LegendGround { code: found.code.to_owned(), text: found.reason.clone(), language, href }
}

/// The check that failed, with what it found first.
fn failed(result: &CheckResult) -> Ground {
    let message = result.failed.first().map_or("", |failed| failed.message.as_str());
    Ground { code: result.check.code.id, reason: message.to_owned() }
}

const fn plain(text: String) -> LegendGround {
    LegendGround { code: String::new(), text, language: "", href: String::new() }
}
