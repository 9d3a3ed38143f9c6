//! What open pages are told: which state is served, what changed on the way to it, and what keeps a newer one from being shown.
//!
//! Plain values that become JSON; the script of a page shows them as text. Knows nothing of connections.

use std::collections::VecDeque;

use serde::Serialize;

use crate::app::preview::{FileChange, FileDeed, Problem, Refreshed};
use crate::diag::{Failure, Finding, Level, Place};

/// How many states back a page may have slept and still be told what changed since.
const REMEMBERED: usize = 32;
/// Files that are named for one state; the others are counted.
const NAMED: usize = 50;
/// Mistakes that are shown in a page; the terminal has all.
const SHOWN: usize = 100;

/// The newest that pages are told.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Bulletin {
    /// Which run of the server speaks.
    pub(super) session: String,
    /// The state that is served; 0 as long as nothing was read.
    pub(super) number: u64,
    /// What is being done before there is a state.
    pub(super) stage: &'static str,
    /// How the last states came about, the newest at the end.
    log: VecDeque<Step>,
    /// What keeps the newest files from being shown.
    problem: Option<Trouble>,
}

/// How a state came about.
#[derive(Clone, Debug, Serialize)]
struct Step {
    number: u64,
    changes: Vec<Change>,
    /// Files that changed and are not named.
    more: usize,
}

#[derive(Clone, Debug, Serialize)]
struct Change {
    path: String,
    deed: &'static str,
}

/// A problem as pages show it.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Trouble {
    /// What it is about, in a few words.
    pub(super) title: String,
    /// What has to be mended.
    pub(super) items: Vec<Item>,
    /// Mistakes that are not shown.
    pub(super) more: usize,
}

/// One thing that has to be mended.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Item {
    /// `error`, `warning` or `info`.
    pub(super) level: &'static str,
    /// Code of the finding; empty for failures.
    pub(super) code: &'static str,
    /// What is wrong.
    pub(super) message: String,
    /// Where, and other places that matter.
    pub(super) places: Vec<Spot>,
    /// What led to it.
    pub(super) causes: Vec<String>,
    /// One step that mends it.
    pub(super) help: Option<String>,
}

/// A place with the line that stands there.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Spot {
    /// What the place shows; empty where the message is about it.
    pub(super) says: String,
    /// Path with line and column.
    pub(super) at: String,
    /// Line, counted from 1.
    pub(super) line: usize,
    /// The line up to what is meant, what is meant, and the rest; none where it cannot be shown.
    pub(super) excerpt: Option<[String; 3]>,
}

impl Bulletin {
    /// Nothing has been read yet.
    pub(super) fn new(session: String) -> Self {
        Self { session, stage: "starting", ..Self::default() }
    }

    /// The same before there is a state, while this is done.
    pub(super) fn at_stage(mut self, stage: &'static str) -> Self {
        self.stage = stage;
        self
    }

    /// The next state.
    pub(super) fn then(mut self, refreshed: &Refreshed) -> Self {
        self.number = refreshed.number;
        self.problem = refreshed.problem.as_deref().map(Trouble::of);
        let changes = refreshed.changes.iter().take(NAMED).map(Change::of).collect();
        self.log.push_back(Step { number: refreshed.number, changes, more: refreshed.changes.len().saturating_sub(NAMED) });
        while self.log.len() > REMEMBERED {
            self.log.pop_front();
        }
        self
    }

    /// As it is sent.
    pub(super) fn json(&self) -> String {
        // Plain values with names of their own always become JSON.
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl Change {
    fn of(change: &FileChange) -> Self {
        let deed = match change.deed {
            FileDeed::Added => "added",
            FileDeed::Changed => "changed",
            FileDeed::Removed => "removed",
        };
        Self { path: change.path.clone(), deed }
    }
}

impl Trouble {
    /// A problem of a project.
    pub(super) fn of(problem: &Problem) -> Self {
        match problem {
            Problem::Failed(failure) => Self::failed("the report could not be made", failure),
            Problem::Mistakes(findings) => {
                // What keeps a report from being made are errors; whatever else was found stands in the terminal.
                let errors: Vec<&Finding> = findings.iter().filter(|finding| finding.level == Level::Error).collect();
                let items = errors.iter().take(SHOWN).map(|finding| Item::of(finding)).collect();
                Self { title: crate::diag::plural(errors.len(), "mistake"), items, more: errors.len().saturating_sub(SHOWN) }
            }
        }
    }

    /// Work that could not be done.
    pub(super) fn failed(title: &str, failure: &Failure) -> Self {
        let mut causes = Vec::new();
        let mut cause = std::error::Error::source(failure);
        while let Some(error) = cause {
            causes.push(error.to_string());
            cause = error.source();
        }
        let help = failure.help().map(str::to_owned);
        let item = Item { level: "error", code: "", message: failure.to_string(), places: Vec::new(), causes, help };
        Self { title: title.to_owned(), items: vec![item], more: 0 }
    }
}

impl Item {
    fn of(finding: &Finding) -> Self {
        let others = finding.related.iter().map(|(place, says)| Spot::of(place, says));
        Self {
            level: finding.level.word(),
            code: finding.code.id,
            message: finding.message.clone(),
            places: [Spot::of(&finding.place, "")].into_iter().chain(others).collect(),
            causes: Vec::new(),
            help: finding.help.clone(),
        }
    }
}

impl Spot {
    fn of(place: &Place, says: &str) -> Self {
        let excerpt = place.excerpt.as_deref().map(|line| {
            let (before, rest) = split(line, place.column.saturating_sub(1));
            let (meant, after) = split(rest, place.width);
            [before, meant, after].map(str::to_owned)
        });
        Self { says: says.to_owned(), at: place.to_string(), line: place.line, excerpt }
    }
}

/// The first characters of a text, and the others.
fn split(text: &str, characters: usize) -> (&str, &str) {
    text.split_at(text.char_indices().nth(characters).map_or(text.len(), |(at, _)| at))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::diag::codes;

    fn refreshed(number: u64, files: usize, problem: Option<Problem>) -> Refreshed {
        let change = |file: usize| FileChange { path: format!("content/{file}.md"), deed: FileDeed::Changed };
        Refreshed { number, is_new: true, changes: (0..files).map(change).collect(), problem: problem.map(Arc::new) }
    }

    #[test]
    fn a_page_that_slept_learns_what_changed_since() {
        let bulletin =
            Bulletin::new("s".to_owned()).then(&refreshed(1, 0, None)).then(&refreshed(2, 1, None)).then(&refreshed(3, 60, None));
        let json: serde_json::Value = serde_json::from_str(&bulletin.json()).expect("JSON");
        assert_eq!(json["number"], 3);
        assert_eq!(json["log"][1]["changes"][0]["path"], "content/0.md");
        assert_eq!((json["log"][2]["changes"].as_array().map(Vec::len), json["log"][2]["more"].as_u64()), (Some(50), Some(10)));
    }

    #[test]
    fn only_the_last_states_are_remembered() {
        let many = (1..100).fold(Bulletin::new(String::new()), |bulletin, number| bulletin.then(&refreshed(number, 1, None)));
        assert_eq!((many.log.len(), many.log[0].number), (REMEMBERED, 68));
    }

    #[test]
    fn a_mistake_is_told_with_its_place_and_the_characters_that_are_meant() {
        let place = Place { path: "a.yaml".into(), line: 2, column: 4, width: 2, excerpt: Some("é: wörld".into()) };
        let warning = Finding::warning(&codes::STRAY_FILE, Place::file("b"), "worth a look");
        let mistakes = vec![Finding::error(&codes::STRAY_FILE, place, "wrong").help("mend it"), warning];
        let trouble = Trouble::of(&Problem::Mistakes(mistakes));
        assert_eq!((trouble.title.as_str(), trouble.items.len()), ("1 mistake", 1));
        let spot = &trouble.items[0].places[0];
        assert_eq!((spot.at.as_str(), spot.line), ("a.yaml:2:4", 2));
        assert_eq!(spot.excerpt, Some(["é: ", "wö", "rld"].map(str::to_owned)));
    }
}
