//! What a mark is called, and where it leads.

use super::{Column, ColumnKind, TickMark};
use crate::check::{Mark, Tick};
use crate::language::Language;
use crate::model::Id;
use crate::site::Ticked;
use crate::site::writer::Writer;

/// A mark as a page shows it.
pub(in crate::site) fn tick_mark(writer: &Writer<'_>, metric: &Id, ticked: Ticked) -> TickMark {
    let letters = ticked.tick.letters();
    let label = format!("{letters}: {}", meaning(writer.language(), ticked.tick));
    let anchor = match ticked.tick {
        Tick::Mark(_) | Tick::NotTested => ticked.code.to_lowercase(),
        Tick::Exception(_) | Tick::Waived(_) => letters.to_lowercase(),
    };
    TickMark { class: class(ticked.tick), href: writer.check_href(metric, &anchor), letters, label }
}

/// The column with marks, and beside it the empty one of the auditor.
pub(super) fn columns(writer: &Writer<'_>) -> [Column; 2] {
    [Column::new(writer.say("marks-column"), ColumnKind::Marks), Column::new(writer.say("marks-auditor-column"), ColumnKind::Auditor)]
}

/// The class of the theme for a mark.
pub(super) const fn class(tick: Tick) -> &'static str {
    match tick {
        Tick::Mark(_) => "",
        Tick::Exception(_) => "is-exception",
        Tick::Waived(_) => "is-waived",
        Tick::NotTested => "is-untested",
    }
}

/// What a mark means.
pub(super) fn meaning(language: &Language, tick: Tick) -> &str {
    match tick {
        Tick::Mark(mark) => mark_meaning(language, mark),
        Tick::Exception(_) => language.say("marks-exception"),
        Tick::Waived(_) => language.say("marks-waived"),
        Tick::NotTested => language.say("marks-untested"),
    }
}

fn mark_meaning(language: &Language, mark: Mark) -> &str {
    match mark {
        Mark::Recalculated => language.say("marks-recalculated"),
        Mark::Foots => language.say("marks-foots"),
        Mark::CrossFoots => language.say("marks-cross-foots"),
        Mark::Excludes => language.say("marks-excludes"),
        Mark::Defined => language.say("marks-defined"),
        Mark::CutOff => language.say("marks-cut-off"),
        Mark::Complete => language.say("marks-complete"),
        Mark::Extract => language.say("marks-extract"),
        Mark::Agrees => language.say("marks-agrees"),
        Mark::Reconciled => language.say("marks-reconciled"),
        Mark::Approved => language.say("marks-approved"),
    }
}

#[cfg(test)]
mod tests;
