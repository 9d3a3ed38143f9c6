//! What checks look up, gathered once so that no check searches the project for each of its subjects.

use crate::catalog::Catalog;
use crate::model::Date;

/// What was looked up once for all checks.
#[derive(Debug)]
pub struct Facts {
    /// The day as of which the report speaks.
    pub as_of: Date,
}

impl Facts {
    /// Gathers the facts of a project as of a day.
    #[must_use]
    pub fn of(_: &Catalog, as_of: Date) -> Self {
        Self { as_of }
    }
}
