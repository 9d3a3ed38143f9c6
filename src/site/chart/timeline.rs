//! What lasted how long, and what happened when: rows of marks along a line of days.

/// Rows of marks along one line of days. Places are days since any fixed day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// Makes the picture's ids unique on its page.
    pub id_prefix: String,
    /// What the picture shows, in a few words.
    pub title: String,
    /// What can be seen, in a sentence or two.
    pub description: String,
    /// First and last day shown.
    pub span: (f64, f64),
    /// Days that are named below the rows.
    pub ticks: Vec<DayTick>,
    /// The day as of which the report speaks.
    pub as_of: Option<DayTick>,
    /// The rows, the first one at the top.
    pub rows: Vec<TimeRow>,
    /// What each form means, in the order of the key; forms that it does not name are not explained.
    pub key: Vec<(TimeForm, String)>,
}

/// A day with its name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DayTick {
    /// The day.
    pub at: f64,
    /// Its name.
    pub label: String,
}

/// Marks that share a row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TimeRow {
    /// What the row is about.
    pub label: String,
    /// Its page.
    pub href: Option<String>,
    /// The marks, in any order.
    pub marks: Vec<TimeMark>,
}

/// One mark.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeMark {
    /// The day, or the first one.
    pub from: f64,
    /// The last day of a stretch; the end of the line where it goes on.
    pub to: f64,
    /// How it is drawn.
    pub form: TimeForm,
    /// What it is, with its days.
    pub title: String,
    /// Its page.
    pub href: Option<String>,
}

/// How a mark is drawn: its meaning never rests on colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeForm {
    /// A filled stretch.
    Stretch,
    /// A hollow stretch.
    HollowStretch,
    /// A filled stretch that has no end yet.
    OpenStretch,
    /// A filled disc.
    Disc,
    /// A ring.
    Ring,
    /// A cross.
    Cross,
}
