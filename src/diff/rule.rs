//! Rules of change: what each kind of edit is called, what it breaks, and its mirror.

use crate::diag::Level;

/// What part of the programme a rule speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Area {
    /// Whether a record is there at all.
    Existence,
    /// What a metric means.
    Meaning,
    /// What is left out.
    Exclusions,
    /// How results are broken down.
    Segments,
    /// Where data comes from.
    Lineage,
    /// What is to be reached.
    Targets,
    /// What may be shown to whom.
    Disclosure,
    /// Who answers and who agreed.
    Governance,
    /// Versions and days.
    VersionAndTime,
    /// Published figures.
    Results,
}

/// What an edit harms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Breaks {
    /// The published number.
    Number,
    /// Whether new figures can be compared with old ones.
    Comparability,
    /// The trail from a figure to its evidence.
    AuditTrail,
    /// How changes are agreed.
    Process,
    /// Nothing: it is worth knowing.
    Nothing,
}

/// The rule that speaks when the same edit is made the other way round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mirror {
    /// Another rule, by its id.
    Rule(&'static str),
    /// The same rule.
    Itself,
    /// None, for a reason.
    None(&'static str),
}

/// A rule that an edit can meet.
#[derive(Debug, PartialEq, Eq)]
pub struct ChangeRule {
    /// Kebab-case name; never reused.
    pub id: &'static str,
    /// How much it weighs.
    pub level: Level,
    /// What part of the programme it speaks of.
    pub area: Area,
    /// What it harms.
    pub breaks: Breaks,
    /// What speaks when the edit is undone.
    pub mirror: Mirror,
    /// One sentence: what it finds.
    pub summary: &'static str,
    /// Why it matters to a reader of the figures.
    pub why: &'static str,
    /// One step that puts it right.
    pub fix: &'static str,
}
